// SPDX-License-Identifier: MIT
#pragma once

#include <glm/vec3.hpp>

#include "vr/core/input.h"

namespace vr::xr {

/// What of a tracked hand matters, in the runtime's space.
struct HandShape {
  glm::vec3 index_root{0, 0, 0};  ///< The proximal joint, which stays still when one pinches.
  glm::vec3 index_tip{0, 0, 0}, thumb_tip{0, 0, 0};
};

// Apart by more than a fingertip's width to let go, so that a pinch does not flicker.
inline constexpr float kPinchCloses = 0.018F, kPinchOpens = 0.035F;  // m between the tips
[[nodiscard]] bool IsPinched(const HandShape& hand, bool before);

/// Where a bare hand points: along the line from the shoulder through the root of the index
/// finger, which trembles far less than the finger itself. The shoulder is guessed from the head:
/// 0.15 m aside, 0.2 m below. `hand` is 0 left, 1 right.
[[nodiscard]] Pose AimOf(const HandShape& shape, const Pose& head, int hand);

}  // namespace vr::xr
