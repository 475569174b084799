// SPDX-License-Identifier: MIT
#pragma once

#include <openxr/openxr.h>

#include <glm/gtc/quaternion.hpp>
#include <glm/vec3.hpp>

#include "vr/core/input.h"

namespace vr::xr {

[[nodiscard]] inline glm::vec3 ToVec3(const XrVector3f& v) { return {v.x, v.y, v.z}; }
[[nodiscard]] inline Pose ToPose(const XrPosef& pose) {
  const XrQuaternionf& q = pose.orientation;
  return {ToVec3(pose.position), glm::quat(q.w, q.x, q.y, q.z)};
}
[[nodiscard]] inline XrPosef ToXr(const Pose& pose) {
  const glm::quat& q = pose.orientation;
  return {{q.x, q.y, q.z, q.w}, {pose.position.x, pose.position.y, pose.position.z}};
}

/// Both where it is and how it is turned are known, be it from a moment ago.
inline constexpr XrSpaceLocationFlags kPoseKnown =
    XR_SPACE_LOCATION_ORIENTATION_VALID_BIT | XR_SPACE_LOCATION_POSITION_VALID_BIT;
[[nodiscard]] inline bool IsKnown(XrSpaceLocationFlags flags) {
  return (flags & kPoseKnown) == kPoseKnown;
}

}  // namespace vr::xr
