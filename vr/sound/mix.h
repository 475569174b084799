// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <glm/gtc/quaternion.hpp>
#include <glm/vec3.hpp>
#include <optional>
#include <string>
#include <vector>

#include "content/scenario.h"
#include "vr/core/scene.h"

namespace vr {

// What is to be heard, from what is to be seen. Rules only: no sound device.

/// A loop of assets/sounds/vr that sounds somewhere.
struct LoopVoice {
  std::string key;              ///< The same voice in each frame.
  std::string name;             ///< File without ".wav".
  std::optional<glm::vec3> at;  ///< In the world; absent: in the head.
  float gain = 1;
  float begin = 0;      ///< Share of the loop at which it starts, so that two do not sound as one.
  bool muffled = true;  ///< Lies above the water and is dull when the ears are below.
};

struct SoundMix {
  glm::vec3 ear{0, 0, 0};
  glm::quat look{1, 0, 0, 0};
  bool under = false;  ///< The ears are below the surface.
  float signals = 1;   ///< Gain of single sounds of the world; chimes and narration keep theirs.
  std::vector<LoopVoice> loops;
};
[[nodiscard]] SoundMix MixOf(const Scene& scene, const content::ScenarioPlace& place);

/// A bird that begins to sing between two times of the scene's clock.
struct BirdCall {
  std::string name;
  glm::vec3 at{0, 0, 0};
};
[[nodiscard]] std::optional<BirdCall> FindBird(const content::ScenarioPlace& place, double from,
                                               double until);

/// Whether a sound is a signal to the child, which is never made quieter or dull by the water.
[[nodiscard]] bool IsSignal(const std::string& name);

/// What water takes from a sound that comes through the surface: gain at all and above 5 kHz.
inline constexpr float kMuffledGain = 0.45F;
inline constexpr float kMuffledHigh = 0.02F;

}  // namespace vr
