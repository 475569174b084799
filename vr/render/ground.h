// SPDX-License-Identifier: MIT
#pragma once

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <vector>

#include "content/scenario.h"
#include "vr/render/mesh.h"

namespace vr {

/// The lie of the land round the set pieces: the near bank at about z = 0, 0.6 m over the water,
/// the far one at z = -24; in a quarry three sheer walls.
class Ground {
 public:
  explicit Ground(const content::ScenarioPlace& place);

  [[nodiscard]] float HeightAt(glm::vec2 at) const;  ///< x and z; over the still water.
  /// Where the far water's edge is.
  [[nodiscard]] float FarEdge(float x) const;
  [[nodiscard]] float NearEdge(float x) const;

  /// The ground itself, darkened where the set pieces shade it; without the bed of water so deep
  /// that nothing of it is seen.
  void AddSurface(Mesh& mesh, glm::vec3 to_sun, glm::vec3 attenuation) const;
  /// The sheer rock round a quarry.
  void AddWalls(Mesh& mesh) const;
  /// What belongs to the setting and no author named: reeds, bushes, far trees.
  void AddScenery(Mesh& mesh) const;
  /// Tufts at our feet.
  void AddGrass(Mesh& mesh) const;
  /// Lines of hills that fade into the haze.
  void AddHorizon(Mesh& mesh) const;

  [[nodiscard]] content::Setting setting() const { return setting_; }

 private:
  struct Dent {
    glm::vec2 at;
    float down, radius;
  };
  struct Shade {
    glm::vec2 at;
    float radius, reach, strength;
  };
  [[nodiscard]] float Bank(glm::vec2 at) const;
  [[nodiscard]] Paint PaintAt(glm::vec2 at, float height, float steep) const;
  [[nodiscard]] float ShadeAt(glm::vec2 at, glm::vec2 away_from_sun) const;
  [[nodiscard]] bool IsFree(glm::vec2 at) const;

  content::Setting setting_;
  float depth_;
  std::vector<Dent> dents_;
  std::vector<Shade> shades_;
};

/// A sheer rock face from `from` to `to` (both at its foot), seen from its right hand side.
void AddRockFace(Mesh& mesh, glm::vec3 from, glm::vec3 to, float height, float deep,
                 std::uint32_t seed);

}  // namespace vr
