// SPDX-License-Identifier: MIT
#pragma once

#include "vr/render/frame.h"
#include "vr/render/gl.h"
#include "vr/render/mesh.h"

namespace vr {

/// Part of a batch, in indices.
struct Range {
  int first = 0, count = 0;
};

/// A mesh on the graphics card.
class Batch {
 public:
  /// Again for another mesh: the old one is gone.
  void Upload(const Mesh& mesh);
  void Draw(Tally& tally) const { Draw(tally, {0, count_}); }
  void Draw(Tally& tally, Range range) const;
  [[nodiscard]] bool empty() const { return count_ == 0; }

 private:
  gl::VertexArray array_;
  gl::Buffer vertices_, indices_;
  int count_ = 0;
};

}  // namespace vr
