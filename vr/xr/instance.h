// SPDX-License-Identifier: MIT
#pragma once

#include <openxr/openxr.h>

#include <string>
#include <vector>

#include "vr/xr/call.h"
#include "vr/xr/extensions.h"

namespace vr::xr {

/// How a program will draw. Without drawing an instance can be looked at, and no session made.
enum class Drawing { kNone, kEgl, kGlx };

/// What the runtime tells of the headset.
struct System {
  XrSystemId id = XR_NULL_SYSTEM_ID;
  std::string name;
  std::uint32_t max_layers = 0, max_width = 0, max_height = 0;
  bool tracks_position = false, tracks_hands = false, tracks_eyes = false, tells_presence = false;
  XrEnvironmentBlendMode blend = XR_ENVIRONMENT_BLEND_MODE_OPAQUE;  ///< Else its favourite.
  std::uint32_t eye_width = 0, eye_height = 0;                      ///< Recommended, for each eye.
};

struct Instance {
  OwnedInstance handle;
  std::string runtime;               ///< "Monado(XRT) by Collabora et al 25.0.0"
  std::vector<std::string> offered;  ///< Names of all extensions.
  Extensions extensions;             ///< Those that are switched on.
};

/// Names of the extensions that the active runtime offers; fails where there is no runtime.
[[nodiscard]] Expected<std::vector<std::string>> OfferedExtensions();

/// Asks for every extension that is offered and of use, and for OpenXR 1.1, else 1.0. Fails with
/// XR_ERROR_EXTENSION_NOT_PRESENT when the runtime cannot take what is drawn.
[[nodiscard]] Expected<Instance> MakeInstance(Drawing drawing);

/// The headset. Fails with XR_ERROR_FORM_FACTOR_UNAVAILABLE or _UNSUPPORTED when there is none.
[[nodiscard]] Expected<System> FindSystem(const Instance& instance);

}  // namespace vr::xr
