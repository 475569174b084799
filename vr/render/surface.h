// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <glm/vec3.hpp>
#include <vector>

namespace vr {

/// How far a point is from a soft shape: negative inside.
using Distance = std::function<float(glm::vec3)>;

/// Smooth union; `soft` is how far from each other two shapes begin to melt.
[[nodiscard]] float Melt(float a, float b, float soft);
/// A rounded limb from `from` to `to`.
[[nodiscard]] float Limb(glm::vec3 p, glm::vec3 from, glm::vec3 to, float from_radius,
                         float to_radius);
/// An egg with half-axes `radii`; about right away from its skin.
[[nodiscard]] float Egg(glm::vec3 p, glm::vec3 middle, glm::vec3 radii);

/// Triangles of a skin, seen from outside counter-clockwise, with smooth normals.
struct Surface {
  std::vector<glm::vec3> points, normals;
  std::vector<std::uint32_t> indices;
};

/// Where the distance is 0 within the box that begins at `low`, by surface nets (Gibson 1998) of
/// cells as large as `cell`. The skin must not touch the box.
[[nodiscard]] Surface FindSurface(const Distance& distance, glm::vec3 low, glm::vec3 size,
                                  float cell);

}  // namespace vr
