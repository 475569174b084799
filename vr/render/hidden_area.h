// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "vr/render/frame.h"
#include "vr/render/gl.h"
#include "vr/render/renderer.h"

namespace vr {

/// What a headset's lens hides, filled at the near plane so that nothing else is drawn there.
class HiddenArea {
 public:
  [[nodiscard]] static content::Result<HiddenArea> Make(const std::filesystem::path& shaders);
  /// A few hundred triangles at most, which change hardly ever: sent again each time.
  void Draw(const Eye& eye, Tally& tally) const;

 private:
  gl::Program program_;
  gl::VertexArray array_;
  gl::Buffer vertices_, indices_;
};

}  // namespace vr
