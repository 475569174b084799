// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <mutex>
#include <optional>
#include <thread>

#include "content/results.h"

namespace vr {

/// Writes what happened into the journal on a thread of its own: an event is on the disk when its
/// line is, and a disk may take longer over that than a headset's frame lasts.
class Journal {
 public:
  /// Never fails: what goes wrong is told by Trouble, and nothing is written.
  explicit Journal(const std::filesystem::path& file);
  /// Waits for all that was told.
  ~Journal();
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;

  /// A run begins: what follows has the next visit's number.
  void BeginVisit();
  /// Takes note; never waits for the disk. The hour is that of now.
  void Write(content::JournalEvent event);
  /// The first thing that went wrong, once.
  [[nodiscard]] std::optional<content::Error> TakeTrouble();

 private:
  void Run();

  std::optional<content::Results> results_;
  std::int64_t visit_ = 0;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<content::JournalEvent> waiting_;
  std::optional<content::Error> trouble_;
  bool troubled_ = false;
  bool done_ = false;
  std::thread thread_;  // last: it uses all the others
};

}  // namespace vr
