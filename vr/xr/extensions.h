// SPDX-License-Identifier: MIT
#pragma once

#include <openxr/openxr.h>

#include <string>
#include <vector>

// What newer headers name and Debian 12's (1.0.20) do not; values of the OpenXR registry.
#ifndef XR_EXT_local_floor
#define XR_EXT_LOCAL_FLOOR_EXTENSION_NAME "XR_EXT_local_floor"
#endif
#ifndef XR_EXT_hand_interaction
#define XR_EXT_HAND_INTERACTION_EXTENSION_NAME "XR_EXT_hand_interaction"
#endif
#ifndef XR_BD_controller_interaction
#define XR_BD_CONTROLLER_INTERACTION_EXTENSION_NAME "XR_BD_controller_interaction"
#endif
#ifndef XR_EXT_user_presence
#define XR_EXT_USER_PRESENCE_EXTENSION_NAME "XR_EXT_user_presence"
#endif

namespace vr::xr {

inline constexpr auto kLocalFloor = static_cast<XrReferenceSpaceType>(1000426000);
inline constexpr auto kTypeUserPresenceChanged = static_cast<XrStructureType>(1000470000);
inline constexpr auto kTypeUserPresenceProperties = static_cast<XrStructureType>(1000470001);

// XR_EXT_user_presence, laid out as in the registry.
struct UserPresenceChanged {
  XrStructureType type;
  const void* next;
  XrSession session;
  XrBool32 present;
};
struct UserPresenceProperties {
  XrStructureType type;
  void* next;
  XrBool32 supported;
};

/// What a runtime offers of what the trainer can use. All of it is optional but a way to draw.
struct Extensions {
  bool opengl = false, egl = false;
  bool local_floor = false, visibility_mask = false, depth = false;
  bool hand_tracking = false, hand_interaction = false, eye_gaze = false;
  bool pico = false;  ///< XR_BD_controller_interaction: PICO's controllers.
  bool user_presence = false, refresh_rate = false;
};
[[nodiscard]] Extensions FindExtensions(const std::vector<std::string>& offered);
/// Names to ask an instance for; `egl` draws through EGL, else through Xlib and GLX.
[[nodiscard]] std::vector<const char*> NamesOf(const Extensions& extensions, bool egl);

}  // namespace vr::xr
