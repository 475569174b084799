// SPDX-License-Identifier: MIT
#pragma once

#include <openxr/openxr.h>

#include <array>
#include <cstdint>
#include <deque>
#include <set>
#include <string>
#include <vector>

namespace fake {

/// An OpenXR runtime of the tests that fails on demand. It is a shared library, found by the real
/// loader through XR_RUNTIME_JSON; a test opens the same library and turns these knobs. It is
/// stricter than real ones: what a program may not do is written down in `wrong`.
struct Runtime {
  // What there is.
  bool installed = true;    ///< Else xrCreateInstance answers XR_ERROR_RUNTIME_UNAVAILABLE.
  bool has_headset = true;  ///< Else xrGetSystem answers XR_ERROR_FORM_FACTOR_UNAVAILABLE.
  bool awake = true;        ///< Else a session stays idle.
  bool has_1_1 = true;
  std::vector<std::string> extensions = {
      "XR_KHR_opengl_enable",        "XR_MNDX_egl_enable",
      "XR_KHR_visibility_mask",      "XR_KHR_composition_layer_depth",
      "XR_EXT_hand_tracking",        "XR_EXT_local_floor",
      "XR_EXT_user_presence",        "XR_EXT_eye_gaze_interaction",
      "XR_BD_controller_interaction"};
  std::vector<XrReferenceSpaceType> spaces = {
      XR_REFERENCE_SPACE_TYPE_VIEW, XR_REFERENCE_SPACE_TYPE_LOCAL, XR_REFERENCE_SPACE_TYPE_STAGE,
      static_cast<XrReferenceSpaceType>(1000426000)};
  std::uint32_t max_layers = 16;
  std::set<std::string> refused_profiles;

  // What is tracked, and told with the next frame.
  bool should_render = true, head_tracked = true, eyes_tracked = true;
  std::array<bool, 2> controllers{true, true}, bare_hands{false, false};
  bool select = false, pinch = false;
  XrPosef head{{0, 0, 0, 1}, {0, 1.2F, 0}};

  // What fails: the `fail_after`-th call of that name from now on, once.
  std::string fail_call;
  XrResult fail_result = XR_SUCCESS;
  int fail_after = 1;
  bool failed = false;  ///< It has.

  // What happened.
  std::vector<std::string> wrong;  ///< Calls out of order and the like.
  std::set<std::string> called;    ///< Names of all calls since they were cleared.
  int instances = 0, sessions = 0, swapchains = 0, spaces_alive = 0, trackers = 0;  ///< Alive.
  int sessions_made = 0;
  int frames = 0;        ///< Ended well.
  int layered = 0;       ///< With layers.
  int quads = 0;         ///< Quad layers of the last frame with layers.
  int depths = 0;        ///< Depth layers of it.
  int scene_width = 0;   ///< Pixels of an eye's picture in it.
  XrTime last_time = 0;  ///< Display time of the last frame waited for.
  std::deque<XrEventDataBuffer> events;

  /// Of a session: 1 idle, 3 synchronized, 4 visible, 5 focused (as XrSessionState).
  int wanted_state = XR_SESSION_STATE_FOCUSED;
  virtual void ChangeState(XrSessionState state) = 0;  ///< Tells it as an event.
  virtual void MoveSpace(XrReferenceSpaceType type, XrTime at) = 0;
  virtual void TellPresence(bool present) = 0;
  virtual void LoseInstanceSoon(XrTime at) = 0;

 protected:
  ~Runtime() = default;
};

using GetRuntime = Runtime* (*)();  ///< Of the library's function `fake_runtime`.

}  // namespace fake
