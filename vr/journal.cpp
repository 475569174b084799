// SPDX-License-Identifier: MIT
#include "vr/journal.h"

#include <chrono>
#include <utility>

namespace vr {
namespace {

constexpr std::size_t kMostWaiting = 4096;  // a run writes under a hundred

std::int64_t HourNow() {
  return std::chrono::duration_cast<std::chrono::hours>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

}  // namespace

Journal::Journal(const std::filesystem::path& file) {
  content::Problems problems;
  auto opened = content::Results::OpenOrSetAside(file, problems);
  if (!problems.empty()) trouble_ = problems.front();
  if (!opened) {
    trouble_ = opened.error();
    return;
  }
  results_.emplace(std::move(*opened));
  visit_ = results_->NextVisit().value_or(1) - 1;
  thread_ = std::thread([this] { Run(); });
}

Journal::~Journal() {
  {
    const std::lock_guard lock(mutex_);
    done_ = true;
  }
  changed_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void Journal::BeginVisit() { ++visit_; }

void Journal::Write(content::JournalEvent event) {
  if (!thread_.joinable()) return;
  event.visit = visit_;
  event.hour = HourNow();
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() >= kMostWaiting) return;
    waiting_.push_back(std::move(event));
  }
  changed_.notify_one();
}

std::optional<content::Error> Journal::TakeTrouble() {
  const std::lock_guard lock(mutex_);
  return std::exchange(trouble_, std::nullopt);
}

void Journal::Run() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return done_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    const content::JournalEvent event = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    const auto written = results_->Append(event);
    lock.lock();
    if (!written && !std::exchange(troubled_, true)) trouble_ = written.error();
  }
}

}  // namespace vr
