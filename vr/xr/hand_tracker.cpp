// SPDX-License-Identifier: MIT
#include "vr/xr/hand_tracker.h"

#include <array>

#include "vr/xr/convert.h"

namespace vr::xr {

Expected<HandTracker> HandTracker::Make(XrInstance instance, XrSession session, int hand) {
  const auto create = FunctionOf<PFN_xrCreateHandTrackerEXT>(instance, "xrCreateHandTrackerEXT");
  HandTracker made;
  made.locate_ = FunctionOf<PFN_xrLocateHandJointsEXT>(instance, "xrLocateHandJointsEXT");
  made.destroy_ = FunctionOf<PFN_xrDestroyHandTrackerEXT>(instance, "xrDestroyHandTrackerEXT");
  if (!create || !made.locate_ || !made.destroy_) {
    return tl::unexpected(Fault{XR_ERROR_FUNCTION_UNSUPPORTED, "xrCreateHandTrackerEXT"});
  }
  auto info = Typed<XrHandTrackerCreateInfoEXT>(XR_TYPE_HAND_TRACKER_CREATE_INFO_EXT);
  info.hand = hand == 0 ? XR_HAND_LEFT_EXT : XR_HAND_RIGHT_EXT;
  info.handJointSet = XR_HAND_JOINT_SET_DEFAULT_EXT;
  if (const XrResult result = create(session, &info, &made.tracker_); XR_FAILED(result)) {
    made.tracker_ = XR_NULL_HANDLE;
    return tl::unexpected(Fault{result, "xrCreateHandTrackerEXT"});
  }
  return made;
}

HandTracker::HandTracker(HandTracker&& other) noexcept
    : tracker_(std::exchange(other.tracker_, XrHandTrackerEXT{XR_NULL_HANDLE})),
      locate_(other.locate_),
      destroy_(other.destroy_) {}

HandTracker& HandTracker::operator=(HandTracker&& other) noexcept {
  std::swap(tracker_, other.tracker_);
  std::swap(locate_, other.locate_);
  std::swap(destroy_, other.destroy_);
  return *this;
}

HandTracker::~HandTracker() {
  if (tracker_ != XR_NULL_HANDLE) destroy_(tracker_);
}

Expected<std::optional<HandShape>> HandTracker::Locate(XrSpace base, XrTime time) const {
  std::array<XrHandJointLocationEXT, XR_HAND_JOINT_COUNT_EXT> joints{};
  auto info = Typed<XrHandJointsLocateInfoEXT>(XR_TYPE_HAND_JOINTS_LOCATE_INFO_EXT);
  info.baseSpace = base;
  info.time = time;
  auto found = Typed<XrHandJointLocationsEXT>(XR_TYPE_HAND_JOINT_LOCATIONS_EXT);
  found.jointCount = XR_HAND_JOINT_COUNT_EXT;
  found.jointLocations = joints.data();
  if (const XrResult result = locate_(tracker_, &info, &found); XR_FAILED(result)) {
    return tl::unexpected(Fault{result, "xrLocateHandJointsEXT"});
  }
  if (found.isActive != XR_TRUE) return std::nullopt;
  HandShape shape;
  const auto read = [&](XrHandJointEXT joint, glm::vec3& out) {
    const auto& location = joints[static_cast<std::size_t>(joint)];
    out = ToVec3(location.pose.position);
    return (location.locationFlags & XR_SPACE_LOCATION_POSITION_VALID_BIT) != 0;
  };
  if (!read(XR_HAND_JOINT_INDEX_PROXIMAL_EXT, shape.index_root) ||
      !read(XR_HAND_JOINT_INDEX_TIP_EXT, shape.index_tip) ||
      !read(XR_HAND_JOINT_THUMB_TIP_EXT, shape.thumb_tip)) {
    return std::nullopt;
  }
  return shape;
}

}  // namespace vr::xr
