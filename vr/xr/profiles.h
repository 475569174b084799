// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "vr/xr/extensions.h"

namespace vr::xr {

/// A kind of controller, and what of it the trainer uses: where it points, and one thing to press.
/// Every beat can be finished without either, by gaze.
struct Profile {
  const char* path;
  bool Extensions::*needs;  ///< Null: part of OpenXR 1.0.
  const char* select;       ///< Below /user/hand/left and /user/hand/right.
};
inline constexpr const char* kAimPath = "/input/aim/pose";

inline constexpr std::array kProfiles = {
    Profile{"/interaction_profiles/khr/simple_controller", nullptr, "/input/select/click"},
    Profile{"/interaction_profiles/oculus/touch_controller", nullptr, "/input/trigger/value"},
    Profile{"/interaction_profiles/bytedance/pico_neo3_controller", &Extensions::pico,
            "/input/trigger/value"},
    Profile{"/interaction_profiles/bytedance/pico4_controller", &Extensions::pico,
            "/input/trigger/value"},
    Profile{"/interaction_profiles/htc/vive_controller", nullptr, "/input/trigger/click"},
    Profile{"/interaction_profiles/valve/index_controller", nullptr, "/input/trigger/click"},
    Profile{"/interaction_profiles/microsoft/motion_controller", nullptr, "/input/trigger/value"},
    Profile{"/interaction_profiles/ext/hand_interaction_ext", &Extensions::hand_interaction,
            "/input/pinch_ext/value"},
};

inline constexpr const char* kEyeGazeProfile = "/interaction_profiles/ext/eye_gaze_interaction";
inline constexpr const char* kEyeGazePath = "/user/eyes_ext/input/gaze_ext/pose";

}  // namespace vr::xr
