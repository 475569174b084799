// SPDX-License-Identifier: MIT
#pragma once

#include <glm/mat4x4.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>
#include <string>

#include "vr/render/palette.h"
#include "vr/render/renderer.h"
#include "vr/render/waves.h"

namespace vr {

/// What every shader knows of a view, as laid out in assets/shaders/common.glsl.
struct FrameBlock {
  glm::mat4 clip_from_world{1};
  glm::mat4 ray_from_clip{1};
  glm::vec4 eye{0};
  glm::vec4 to_sun{0};
  glm::vec4 sun{0};
  glm::vec4 zenith{0};
  glm::vec4 horizon{0};
  glm::vec4 glow{0};
  glm::vec4 from_sky{0};
  glm::vec4 from_ground{0};
  glm::vec4 attenuation{0};
  glm::vec4 scatter{0};
  glm::vec4 tone{0};
  glm::vec4 wave[kWaves];
  glm::vec4 picture{0};
};

/// The still conditions of a place.
struct Climate {
  content::Water water;
  Daylight day;
  WaterLook look;
  Waves waves{};
};
[[nodiscard]] Climate ClimateOf(const content::ScenarioPlace& place);

enum class Output { kLinear, kSrgbPicture, kEncoded };

/// Which shaders a view needs; each is a program of its own, so that no pixel pays for the other.
struct Variant {
  bool under = false;
  bool caustics = false;
  [[nodiscard]] std::size_t index() const { return (under ? 1U : 0U) + (caustics ? 2U : 0U); }
};
inline constexpr std::size_t kVariants = 4;
[[nodiscard]] std::string DefinesOf(std::size_t variant);

/// What deep water looks like from above, as it is written to the picture.
[[nodiscard]] glm::vec3 DeepWater(const FrameBlock& frame);

[[nodiscard]] FrameBlock FrameOf(const Climate& climate, const Scene& scene,
                                 const glm::mat4& clip_from_eye, const Pose& world_from_eye,
                                 Output output, int quality);

/// The same view from below the still water, for what the water mirrors: the world upside down,
/// cut off at the water.
[[nodiscard]] FrameBlock MirroredFrame(const FrameBlock& frame, const glm::mat4& clip_from_eye,
                                       const Pose& world_from_eye);

[[nodiscard]] glm::mat4 EyeFromWorld(const Pose& world_from_eye);

/// Draw calls and triangles of a view.
struct Tally {
  int calls = 0, triangles = 0;
  void Add(int new_triangles) {
    ++calls;
    triangles += new_triangles;
  }
};

}  // namespace vr
