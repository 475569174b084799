// SPDX-License-Identifier: MIT
#pragma once

#include "vr/render/frame.h"
#include "vr/render/gl.h"

namespace vr {

/// What the water's surface is drawn on: rings of triangles round the eye, small nearby and large
/// far away. The shader lays it level and lifts its waves.
class Web {
 public:
  [[nodiscard]] static Web Make();
  void Draw(Tally& tally) const;

 private:
  gl::VertexArray array_;
  gl::Buffer vertices_, indices_;
  int count_ = 0;
};

}  // namespace vr
