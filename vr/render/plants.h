// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <glm/vec3.hpp>

#include "vr/render/mesh.h"

namespace vr {

// What grows. Roots are at `at`; `size` stretches the usual one; `seed` tells one from the next.

/// About 5 m high: a leaning trunk under curtains that hang almost to the ground.
void AddWillow(Mesh& mesh, glm::vec3 at, float size, std::uint32_t seed);
/// About 12 m high and slim.
void AddPoplar(Mesh& mesh, glm::vec3 at, float size, std::uint32_t seed);
/// A round tree of about 5 m, to be seen from afar; `leaves` is how many of them, 0 to 1.
void AddTree(Mesh& mesh, glm::vec3 at, float size, std::uint32_t seed, float leaves = 1);
/// A clump of about 1.7 m with its plumes. It stands in up to half a metre of water.
void AddReeds(Mesh& mesh, glm::vec3 at, float size, std::uint32_t seed);
/// A tuft of about 0.3 m.
void AddGrass(Mesh& mesh, glm::vec3 at, float size, std::uint32_t seed);
/// A low bush of about 1 m.
void AddBush(Mesh& mesh, glm::vec3 at, float size, std::uint32_t seed);

}  // namespace vr
