// SPDX-License-Identifier: MIT
#include "kiosk/devices/worker.h"

#include <chrono>
#include <utility>

namespace kiosk {

Worker::~Worker() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  cancel_ = true;
  news_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Worker::Start(Job job) {
  {
    const std::lock_guard lock(mutex_);
    cancel_ = false;
    jobs_.push_back(std::move(job));
  }
  if (!thread_.joinable()) thread_ = std::thread([this] { Work(); });
  news_.notify_all();
}

void Worker::Work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    news_.wait(lock, [this] { return stop_ || !jobs_.empty(); });
    if (stop_) return;
    Job job = std::move(jobs_.front());
    jobs_.pop_front();
    thousandths_ = -1;
    lock.unlock();
    Answer answer =
        job([this](std::uint64_t done, std::uint64_t total) { return Report(done, total); });
    lock.lock();
    thousandths_ = -1;
    answers_.push_back(std::move(answer));
    Wake();
  }
}

bool Worker::Report(std::uint64_t done, std::uint64_t total) {
  const int now = total == 0 ? 0 : static_cast<int>(1000 * done / total);
  // A bar is drawn a hundred times at most, not for every megabyte.
  if (const int pause = pause_ms_; pause > 0 && !cancel_) {
    std::this_thread::sleep_for(std::chrono::milliseconds(pause));
  }
  if (now / 10 != thousandths_.exchange(now) / 10) Wake();
  return !cancel_;
}

void Worker::Wake() const {
  SDL_Event event{};
  event.type = wake_event_;
  SDL_PushEvent(&event);
}

std::vector<Worker::Answer> Worker::Collect() {
  const std::lock_guard lock(mutex_);
  return std::exchange(answers_, {});
}

std::optional<double> Worker::Share() const {
  const int now = thousandths_;
  if (now < 0) return std::nullopt;
  return now / 1000.0;
}

}  // namespace kiosk
