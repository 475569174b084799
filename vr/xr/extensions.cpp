// SPDX-License-Identifier: MIT
#include "vr/xr/extensions.h"

#include <algorithm>
#include <array>

namespace vr::xr {
namespace {

struct Known {
  const char* name;
  bool Extensions::*offered;
};

constexpr std::array kAsked = {
    Known{"XR_KHR_opengl_enable", &Extensions::opengl},
    Known{"XR_MNDX_egl_enable", &Extensions::egl},
    Known{XR_EXT_LOCAL_FLOOR_EXTENSION_NAME, &Extensions::local_floor},
    Known{XR_KHR_VISIBILITY_MASK_EXTENSION_NAME, &Extensions::visibility_mask},
    Known{XR_KHR_COMPOSITION_LAYER_DEPTH_EXTENSION_NAME, &Extensions::depth},
    Known{XR_EXT_HAND_TRACKING_EXTENSION_NAME, &Extensions::hand_tracking},
    Known{XR_EXT_HAND_INTERACTION_EXTENSION_NAME, &Extensions::hand_interaction},
    Known{XR_EXT_EYE_GAZE_INTERACTION_EXTENSION_NAME, &Extensions::eye_gaze},
    Known{XR_BD_CONTROLLER_INTERACTION_EXTENSION_NAME, &Extensions::pico},
    Known{XR_EXT_USER_PRESENCE_EXTENSION_NAME, &Extensions::user_presence},
    Known{XR_FB_DISPLAY_REFRESH_RATE_EXTENSION_NAME, &Extensions::refresh_rate},
};

}  // namespace

Extensions FindExtensions(const std::vector<std::string>& offered) {
  Extensions found;
  for (const Known& known : kAsked) {
    found.*known.offered = std::ranges::find(offered, known.name) != offered.end();
  }
  return found;
}

std::vector<const char*> NamesOf(const Extensions& extensions, bool egl) {
  std::vector<const char*> names;
  for (const Known& known : kAsked) {
    if (known.offered == &Extensions::egl && !egl) continue;
    if (extensions.*known.offered) names.push_back(known.name);
  }
  return names;
}

}  // namespace vr::xr
