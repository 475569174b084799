// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <glm/vec3.hpp>
#include <vector>

namespace vr {

struct SkinVertex {
  glm::vec3 at;  ///< At rest, in units of the body's height.
  glm::vec3 normal;
  std::uint8_t colour[4];  ///< Square root of the albedo; a: how much of it is the vest's.
  std::uint8_t bones[4];
  std::uint8_t weights[4];  ///< They add up to 255.
};

/// A smooth faceless mannequin in a vest and shorts: the skin of soft shapes round its bones.
struct BodyMesh {
  std::vector<SkinVertex> vertices;
  std::vector<std::uint32_t> indices;
};
/// `cell` is how fine it is, in units of its height.
[[nodiscard]] BodyMesh BuildBody(float cell = 0.0155F);

}  // namespace vr
