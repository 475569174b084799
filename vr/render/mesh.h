// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <vector>

namespace vr {

inline constexpr float kTurn = 6.28318530718F;  ///< Radians.

/// What a surface is made of, as far as light cares.
struct Paint {
  glm::vec3 colour{0.5F};  ///< Linear albedo.
  float leaf = 0;          ///< 0 solid to 1 thin: light shines through.
  float gloss = 0;         ///< 0 dull to 1 wet.
  float grain = 1;         ///< How much the grain of the ground is seen.
  float sway = 0;          ///< 0 rigid to 1: how far wind moves it.
};

struct Vertex {
  glm::vec3 at;
  glm::vec3 normal;
  std::uint8_t colour[4];  ///< Square root of the linear albedo; a: sway.
  std::uint8_t kind[4];    ///< leaf, gloss, grain, light given off.
};

/// A mesh on the CPU, and the simple well-shaped forms that everything here is made of. Forms are
/// appended under `world_from_form`, which may turn, move and scale evenly.
struct Mesh {
  std::vector<Vertex> vertices;
  std::vector<std::uint32_t> indices;
  glm::mat4 world_from_form{1};

  std::uint32_t Add(glm::vec3 at, glm::vec3 normal, const Paint& paint);
  void Triangle(std::uint32_t a, std::uint32_t b, std::uint32_t c);
  void Quad(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d);

  /// A rounded beam from `from` to `to`; `ends` closes it with domes.
  void Tube(glm::vec3 from, glm::vec3 to, float from_radius, float to_radius, const Paint& paint,
            int sides = 8, bool ends = true);
  /// A tube through `points`.
  void Hose(const std::vector<glm::vec3>& points, float radius, float end_radius,
            const Paint& paint, int sides = 6);
  /// An egg with half-axes `radii`. `rough` moves its skin by that share, as a stone's.
  void Blob(glm::vec3 middle, glm::vec3 radii, const Paint& paint, int rings = 8, int sides = 12,
            float rough = 0, unsigned seed = 1);
  /// A box with bevelled edges (none: 0), from its middle.
  void Box(glm::vec3 middle, glm::vec3 size, const Paint& paint, float bevel = 0.015F);
  /// A ring in the plane of `axis`.
  void Torus(glm::vec3 middle, glm::vec3 axis, float radius, float thickness, const Paint& paint,
             const Paint& stripes, int stripe_count, int sides = 32);
  /// A blade of grass or reed: root to tip, bent by `bend`, seen from both sides.
  void Blade(glm::vec3 root, glm::vec3 tip, glm::vec3 bend, float width, const Paint& root_paint,
             const Paint& tip_paint, int segments = 3);
  /// A leaf or a tuft of them: a four-cornered flake.
  void Flake(glm::vec3 middle, glm::vec3 along, glm::vec3 across, glm::vec3 normal,
             const Paint& paint);

  void Append(const Mesh& other, const glm::mat4& place);
  void Clear();
};

/// Deterministic noise for shapes; 0 to 1.
[[nodiscard]] float Hash(std::uint32_t n);
/// Smooth noise, -1 to 1, one bump a unit.
[[nodiscard]] float Noise(glm::vec2 at, std::uint32_t seed = 0);
/// Sums of octaves of it.
[[nodiscard]] float Hills(glm::vec2 at, int octaves, std::uint32_t seed = 0);

}  // namespace vr
