// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <vector>

#include "vr/render/batch.h"
#include "vr/render/body.h"
#include "vr/render/skeleton.h"

namespace vr {

/// Mannequins. Poses are worked out once a frame and drawn in the mirror and in the view.
class Figures {
 public:
  [[nodiscard]] static content::Result<Figures> Make(const std::filesystem::path& shaders);

  void Pose(const Scene& scene, const Climate& climate, glm::vec3 eye);
  /// Those that are there; `land` is the program that draws what they hold.
  void DrawSolid(Variant variant, GLuint land, bool mirrored, Tally& tally) const;
  /// Outlines of what would happen; blending is on.
  void DrawGlass(Tally& tally) const;

 private:
  struct Posed {
    PosedBones bones;
    glm::vec3 vest{0};
    float marked = 0;
    bool glass = false, phone = false, towel = false, far = false;
  };
  struct Skin {
    gl::VertexArray array;
    gl::Buffer vertices, indices;
    int count = 0;
    void Upload(const BodyMesh& body);
  };
  void DrawBody(const Posed& posed, bool coarse, Tally& tally) const;

  std::array<gl::Program, kVariants> solid_;
  gl::Program glass_;
  Skin fine_, coarse_;
  Batch things_;
  Range phone_, towel_;
  std::vector<Posed> posed_;
};

[[nodiscard]] glm::vec3 ColourOf(content::Vest vest);
[[nodiscard]] BodyShape ShapeOf(content::FigureRole role);

}  // namespace vr
