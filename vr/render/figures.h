// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "vr/render/batch.h"
#include "vr/render/skeleton.h"

namespace vr {

/// Mannequins. Poses are worked out once a frame and drawn in the mirror and in the view.
class Figures {
 public:
  [[nodiscard]] static content::Result<Figures> Make(const std::filesystem::path& shaders);

  void Pose(const Scene& scene, const Climate& climate);
  /// Those that are there; `land` is the program that draws what they hold.
  void DrawSolid(GLuint land, Tally& tally) const;
  /// Outlines of what would happen; blending is on.
  void DrawGlass(Tally& tally) const;

 private:
  struct Posed {
    PosedBones bones;
    glm::vec3 vest{0};
    float marked = 0;
    bool glass = false, phone = false, towel = false;
  };
  void DrawBody(const Posed& posed, Tally& tally) const;

  gl::Program solid_, glass_;
  gl::VertexArray array_;
  gl::Buffer vertices_, indices_;
  Batch things_;
  Range phone_, towel_;
  int count_ = 0;
  std::vector<Posed> posed_;
};

[[nodiscard]] glm::vec3 ColourOf(content::Vest vest);
[[nodiscard]] BodyShape ShapeOf(content::FigureRole role);

}  // namespace vr
