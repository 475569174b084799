// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "vr/guide/guide.h"
#include "vr/guide/mirror.h"

namespace vr {

/// Between the loop that feeds the headset and the thread that owns the guide's window. What the
/// loop calls never waits: when the window just looks, the loop's news or its look at the requests
/// is left for the next frame.
class GuideLink {
 public:
  // --- The loop's side ---
  /// False when it was left for the next frame.
  bool Tell(const GuideView& view) {
    const std::unique_lock lock(mutex_, std::try_to_lock);
    if (!lock.owns_lock()) return false;
    view_ = view;
    return true;
  }
  [[nodiscard]] std::vector<GuideRequest> TakeRequests() {
    std::vector<GuideRequest> taken;
    const std::unique_lock lock(mutex_, std::try_to_lock);
    if (lock.owns_lock()) taken.swap(requests_);
    return taken;
  }

  // --- The window's side ---
  [[nodiscard]] GuideView View() const {
    const std::lock_guard lock(mutex_);
    return view_;
  }
  void Ask(const std::vector<GuideRequest>& requests) {
    const std::lock_guard lock(mutex_);
    requests_.insert(requests_.end(), requests.begin(), requests.end());
  }

  MirrorSlot mirror;

 private:
  mutable std::mutex mutex_;
  GuideView view_;
  std::vector<GuideRequest> requests_;
};

}  // namespace vr
