// SPDX-License-Identifier: MIT
#include "vr/xr/hand.h"

#include <glm/geometric.hpp>

namespace vr::xr {

bool IsPinched(const HandShape& hand, bool before) {
  const float apart = glm::distance(hand.index_tip, hand.thumb_tip);
  return apart < (before ? kPinchOpens : kPinchCloses);
}

Pose AimOf(const HandShape& shape, const Pose& head, int hand) {
  const glm::vec3 up{0, 1, 0};
  glm::vec3 right = head.orientation * glm::vec3{1, 0, 0};
  right.y = 0;  // shoulders stay level when the head tilts
  const float length = glm::length(right);
  right = length > 0.01F ? right / length : glm::vec3{1, 0, 0};
  const glm::vec3 shoulder = head.position + right * (hand == 0 ? -0.15F : 0.15F) - up * 0.2F;
  glm::vec3 ahead = shape.index_root - shoulder;
  const float reach = glm::length(ahead);
  ahead = reach > 0.01F ? ahead / reach : head.orientation * glm::vec3{0, 0, -1};
  // Straight up or down has no sideways of its own: take the shoulders'.
  const glm::vec3 across = glm::cross(ahead, up);
  const glm::vec3 side = glm::length(across) > 0.01F ? glm::normalize(across) : right;
  return {shape.index_root, glm::quat_cast(glm::mat3{side, glm::cross(side, ahead), -ahead})};
}

}  // namespace vr::xr
