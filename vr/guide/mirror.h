// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <glm/gtc/quaternion.hpp>
#include <glm/vec2.hpp>
#include <memory>
#include <optional>
#include <vector>

#include "vr/core/scene.h"

namespace vr {

/// What one eye saw: small, sRGB, rows from the bottom.
struct MirrorPicture {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgba;
  glm::quat head{1, 0, 0, 0};  ///< Of the view, in the runtime's space.
  float tan_left = 1, tan_right = 1, tan_up = 1, tan_down = 1;  ///< Field of view, all positive.
  std::optional<glm::vec2> gaze;  ///< Where the gaze rests: 0 to 1 from the lower left.
};

/// What an eye sees, without pixels: its pose in the runtime's space and its half-angles in radians
/// (as OpenXR gives them: left and down are negative), and where the scene's gaze dot lies in it.
[[nodiscard]] MirrorPicture ViewOf(const Pose& eye, float left, float right, float up, float down,
                                   const Scene& scene);

/// Where `direction` (in the view's own axes: -z ahead) falls in a picture: 0 to 1 from the lower
/// left; absent behind the eye.
[[nodiscard]] std::optional<glm::vec2> PlaceOf(const glm::vec3& direction,
                                               const MirrorPicture& picture);

/// Hands pictures from the headset's loop to the guide's window. Neither side ever waits: giving a
/// picture that nobody took replaces it. One thread gives, one takes.
class MirrorSlot {
 public:
  MirrorSlot() = default;
  ~MirrorSlot();
  MirrorSlot(const MirrorSlot&) = delete;
  MirrorSlot& operator=(const MirrorSlot&) = delete;

  /// A picture to fill (its memory is used again), then Give.
  [[nodiscard]] std::unique_ptr<MirrorPicture> Lend();
  void Give(std::unique_ptr<MirrorPicture> picture);
  /// The newest that was not taken yet; nullptr when there is none.
  [[nodiscard]] std::unique_ptr<MirrorPicture> Take();
  /// A picture that is no longer needed, for its memory.
  void Return(std::unique_ptr<MirrorPicture> picture);

 private:
  std::atomic<MirrorPicture*> newest_{nullptr}, spare_{nullptr};
};

/// Corners of what is shown, in the picture (0 to 1 from the lower left), from the upper left
/// clockwise.
struct MirrorCut {
  std::array<glm::vec2, 4> corners{glm::vec2{0, 1}, {1, 1}, {1, 0}, {0, 0}};
  /// Where a place of the picture is in the cut: 0 to 1 from the upper left; may lie outside.
  [[nodiscard]] glm::vec2 Inside(glm::vec2 place) const;
};

/// A child's head is never still, and to watch its eyes' picture makes a grown-up ill. The cut
/// follows the head slowly inside a picture that is larger than what is shown.
struct Steady {
  bool begun = false;
  glm::quat shown{1, 0, 0, 0};
};
inline constexpr double kSteadySeconds = 0.18;     ///< Time constant.
inline constexpr float kSteadyMostRadians = 0.1F;  ///< The cut is never farther behind.
/// `aspect`: width by height of what is shown; `seconds` since the step before.
[[nodiscard]] MirrorCut StepSteady(const MirrorPicture& picture, float aspect, double seconds,
                                   Steady& steady);

}  // namespace vr
