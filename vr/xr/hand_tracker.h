// SPDX-License-Identifier: MIT
#pragma once

#include <openxr/openxr.h>

#include <optional>

#include "vr/xr/call.h"
#include "vr/xr/hand.h"

namespace vr::xr {

/// Bare hands seen by the headset's cameras (XR_EXT_hand_tracking), one of this for each hand.
class HandTracker {
 public:
  HandTracker() = default;
  /// `hand`: 0 left, 1 right.
  [[nodiscard]] static Expected<HandTracker> Make(XrInstance instance, XrSession session, int hand);
  HandTracker(HandTracker&& other) noexcept;
  HandTracker& operator=(HandTracker&& other) noexcept;
  ~HandTracker();

  /// Absent when the hand is not seen.
  [[nodiscard]] Expected<std::optional<HandShape>> Locate(XrSpace base, XrTime time) const;
  explicit operator bool() const { return tracker_ != XR_NULL_HANDLE; }

 private:
  XrHandTrackerEXT tracker_ = XR_NULL_HANDLE;
  PFN_xrLocateHandJointsEXT locate_ = nullptr;
  PFN_xrDestroyHandTrackerEXT destroy_ = nullptr;
};

}  // namespace vr::xr
