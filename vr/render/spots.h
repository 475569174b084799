// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <glm/vec4.hpp>
#include <vector>

#include "vr/render/frame.h"
#include "vr/render/gl.h"

namespace vr {

/// A round thing that faces the eyes or lies flat; assets/shaders/spot.frag tells the shapes.
struct Disc {
  enum Kind {
    kRing = 0,
    kBadge = 1,
    kBreath = 2,
    kGaze = 3,
    kBubble = 10,
    kDrop = 11,
    kCloud = 12,
    kShadow = 20,
    kRipples = 21,
    kFoam = 22,
    kThrowMark = 23
  };
  glm::vec4 at_radius{0};
  glm::vec4 colour{1};
  glm::vec4 shape{0};  ///< x: kind; others as the shader says.
};

class Spots {
 public:
  [[nodiscard]] static content::Result<Spots> Make(const std::filesystem::path& shaders);
  /// Draws all of them in one call, in their order; blending is on.
  void Draw(const std::vector<Disc>& spots, bool under, Tally& tally);

 private:
  std::array<gl::Program, 2> programs_;  // from above, from below
  gl::VertexArray array_;
  gl::Buffer buffer_;
};

// What they are in a scene. Each list is cleared and filled again.
void FillShadows(const Scene& scene, const content::ScenarioPlace& place, const Climate& climate,
                 std::vector<Disc>& spots);
void FillOnWater(const Scene& scene, const Climate& climate, std::vector<Disc>& spots);
void FillAir(const Scene& scene, const content::ScenarioPlace& place, std::vector<Disc>& spots);
void FillBubbles(const Scene& scene, std::vector<Disc>& spots);
void FillMarks(const Scene& scene, bool gaze, std::vector<Disc>& spots);

/// Whether a figure in this posture is in the water.
[[nodiscard]] bool IsInWater(content::Posture posture);

}  // namespace vr
