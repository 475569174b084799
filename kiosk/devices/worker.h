// SPDX-License-Identifier: MIT
#pragma once

#include <SDL2/SDL.h>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "content/pack.h"

namespace kiosk {

/// What takes long is done here, one job after another, so that no touch waits for it. A job runs
/// on the worker's thread and gives back what the loop shall do with its outcome; that runs on the
/// loop's thread, in Collect.
class Worker {
 public:
  using Answer = std::function<void()>;
  using Job = std::function<Answer(const content::Progress& progress)>;

  /// `wake_event` is pushed when there is something for Collect, or a job got further.
  explicit Worker(Uint32 wake_event) : wake_event_(wake_event) {}
  /// Cancels what runs, leaves undone what waits.
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  void Start(Job job);
  /// Asks the job started last to stop, by what its progress returns.
  void Cancel() { cancel_ = true; }
  [[nodiscard]] std::vector<Answer> Collect();
  /// From now on every step of progress takes this much longer, so that a script can look at it.
  void SetPause(int milliseconds) { pause_ms_ = milliseconds; }
  /// How far the present job is, 0..1; absent when it has not told.
  [[nodiscard]] std::optional<double> Share() const;

 private:
  void Work();
  bool Report(std::uint64_t done, std::uint64_t total);
  void Wake() const;

  Uint32 wake_event_;
  std::atomic<bool> cancel_ = false;
  std::atomic<int> thousandths_ = -1;
  std::atomic<int> pause_ms_ = 0;
  std::mutex mutex_;  ///< Guards what follows.
  std::condition_variable news_;
  std::deque<Job> jobs_;
  std::vector<Answer> answers_;
  bool stop_ = false;
  std::thread thread_;
};

}  // namespace kiosk
