// SPDX-License-Identifier: MIT
#pragma once

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>

#include "content/scenario.h"
#include "vr/render/ground.h"
#include "vr/render/mesh.h"

namespace vr {

/// World from a thing that stands at `at` and looks `facing` (0 along -z, counter-clockwise).
[[nodiscard]] glm::mat4 Standing(glm::vec3 at, float facing);

/// Adds a set piece in its own frame: it stands at 0 and looks along -z. `world` is where it will
/// stand, for those that lie on the ground. A cloud has no mesh; see sprites.h.
void AddProp(Mesh& mesh, content::PropKind kind, const Ground& ground, const glm::mat4& world);

/// What is thrown, on the water: at 0, the water at y = 0.
void AddThrown(Mesh& mesh, content::ThrownObject object);

/// Where the face of a sign is, in the sign's frame: middle, and half its width and height.
inline constexpr glm::vec3 kSignMiddle{0, 1.52F, -0.035F};
inline constexpr glm::vec2 kSignHalf{0.46F, 0.31F};

/// A rope that hangs between two points and floats where it meets the water. Clears the mesh.
void HangRope(Mesh& mesh, glm::vec3 from, glm::vec3 to);

// The larger ones, in props_built.cpp.
void AddBoathouse(Mesh& mesh);
void AddJetty(Mesh& mesh);
void AddWeir(Mesh& mesh);
void AddCliff(Mesh& mesh, float deep, std::uint32_t seed);
void AddLadder(Mesh& mesh);
void AddSign(Mesh& mesh);

}  // namespace vr
