// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <vector>

#include "content/scenario.h"

namespace vr {

/// One Gerstner wave on deep water.
struct Wave {
  glm::vec2 way{1, 0};  ///< Unit vector in x and z.
  float length_m = 1;
  float height_m = 0.01F;  ///< Amplitude: half of trough to crest.
  double speed = 0;        ///< rad/s; w^2 = g k, and the current carries it along.
};

inline constexpr int kWaves = 4;
using Waves = std::array<Wave, kWaves>;

/// Small waves of this wind, drifting with the current. The sum of k times amplitude stays far
/// under 1, so that no crest ever loops.
[[nodiscard]] Waves WavesOf(const content::Water& water);
/// Phase in radians at the origin, 0 to 2 pi.
[[nodiscard]] double PhaseAt(const Wave& wave, double seconds);
/// Height of the surface over the still water, for what floats.
[[nodiscard]] float HeightAt(const Waves& waves, glm::vec2 at, double seconds);

inline constexpr int kRippleSide = 256;
inline constexpr float kRippleMetres = 2.6F;  ///< One tile.
/// Slopes dh/dx and dh/dz of a tile of ripples, of mean square 1 in total, as x0 z0 x1 z1 ...
[[nodiscard]] std::vector<float> RippleSlopes();

/// Light on the bed of water under ripples, mean 1: rays refracted by a tile's slopes and counted
/// where they land. Two of them multiplied still have mean 1.
[[nodiscard]] std::vector<float> CausticLight(int side);

/// Two tiles in one, 0 to 255: soft noise for clouds and patches, and short strokes as of grass.
[[nodiscard]] std::vector<std::uint8_t> NoiseTile(int side);

}  // namespace vr
