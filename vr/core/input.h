// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <glm/gtc/quaternion.hpp>
#include <glm/vec3.hpp>
#include <optional>
#include <vector>

namespace vr {

/// In metres, -z ahead, y up, as in OpenXR.
struct Pose {
  glm::vec3 position{0, 0, 0};
  glm::quat orientation{1, 0, 0, 0};  ///< w, x, y, z
  bool operator==(const Pose&) const = default;
};

/// A controller, a tracked hand, or a pointer on a screen (whose ray begins at the head).
struct HandInput {
  bool tracked = false;
  Pose aim;             ///< The ray leaves along -z; its position is the hand's.
  bool select = false;  ///< Trigger, pinch, mouse button: held down.
  bool operator==(const HandInput&) const = default;
};

/// What the officer asked for. Numbers are stored in recordings; never reuse one.
enum class GuideCommand : std::uint8_t {
  kPause = 1,
  kResume = 2,
  kCalm = 3,
  kRelease = 4,
  kRecenter = 5,
  kNext = 6,   ///< The next beat.
  kAgain = 7,  ///< This beat from its begin.
  kBack = 8,   ///< The beat before.
  kIntensity1 = 9,
  kIntensity2 = 10,
  kIntensity3 = 11,
  kStop = 12,     ///< Ends the run, under calm sky.
  kRestart = 13,  ///< The same child from the first beat; the report begins anew.
};
inline constexpr int kGuideCommands = 13;

/// Everything that reaches the rules, once a frame: headset, flat mode, recordings and tests come
/// through this one door.
struct TrainerInput {
  std::int64_t time_us = 0;  ///< When the frame will be seen; never runs back.
  bool worn = true;          ///< Headset on the head, or somebody before the screen.
  bool focused = true;       ///< The runtime lets us have input.
  bool head_tracked = true;
  Pose head;                 ///< In the runtime's space, or the screen's with the seat at 0.
  std::optional<Pose> gaze;  ///< Eye gaze or a pointer, where there is one; else the head's ray.
  std::array<HandInput, 2> hands;  ///< Left, right.
  float voice = 0;                 ///< Loudness of the microphone, 0 to 1; 0 without one.
  std::vector<GuideCommand> commands;
  bool operator==(const TrainerInput&) const = default;
};

}  // namespace vr
