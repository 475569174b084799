// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "vr/render/batch.h"
#include "vr/render/ground.h"

namespace vr {

/// What stands still, in one batch, and the set pieces that come and go, in another.
class Place {
 public:
  void Load(const content::ScenarioPlace& place);

  enum class Share {
    kAll,
    kMirrored,  ///< Without the ground and the tufts at our feet, which no water shows.
    kNear,      ///< What grows within 14 m; all of the ground and of what was built.
    kFar,       ///< The rest: what a picture of itself can stand for.
  };
  /// What of all that stands still is in the picture.
  void Draw(Tally& tally, const FrameBlock& frame, Share share) const;
  /// A set piece again, to light it up; empty when it is none of the still ones.
  [[nodiscard]] Range Find(const std::string& id) const;
  void DrawAgain(Tally& tally, Range range) const { still_.Draw(tally, range); }

  void DrawPiece(Tally& tally, content::PropKind kind) const;
  void DrawThrown(Tally& tally, content::ThrownObject object) const;

  [[nodiscard]] const content::ScenarioPlace& described() const { return described_; }
  [[nodiscard]] const Climate& climate() const { return climate_; }
  /// Where the face of each sign is: world from its middle.
  [[nodiscard]] const std::vector<glm::mat4>& signs() const { return signs_; }
  [[nodiscard]] int triangles() const { return triangles_; }

 private:
  enum class Part { kPiece, kGrown, kGround, kGrass };
  /// What stands in one direction, drawn when its box is in the picture.
  struct Chunk {
    Range range;
    glm::vec3 low, high;
    Part part;
    bool near;  ///< Within 14 m.

    [[nodiscard]] bool IsOf(Share share) const;
  };
  void Cut(Mesh& mesh, std::size_t begin, Part part);
  struct Named {
    std::string id;
    Range range;
    bool grown;  ///< It is a plant.
  };
  content::ScenarioPlace described_;
  Climate climate_;
  Batch still_, pieces_;
  std::vector<Chunk> chunks_;
  std::vector<Named> named_;
  std::array<Range, std::size(content::kPropNames)> kinds_{};
  std::array<Range, std::size(content::kThrownNames)> thrown_{};
  std::vector<glm::mat4> signs_;
  int triangles_ = 0;
};

}  // namespace vr
