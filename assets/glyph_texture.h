// SPDX-License-Identifier: MIT
#pragma once

#include "assets/glyph_cache.h"

namespace assets {

/// The glyphs' picture on the GPU; its red channel is read as alpha over white. Needs the same
/// OpenGL context current for its whole life.
class GlyphTexture {
 public:
  GlyphTexture();
  ~GlyphTexture();
  GlyphTexture(const GlyphTexture&) = delete;
  GlyphTexture& operator=(const GlyphTexture&) = delete;

  [[nodiscard]] unsigned Name() const { return name_; }
  /// Sends what changed in `glyphs` since the last call. Before rendering.
  void Send(GlyphCache& glyphs);

 private:
  unsigned name_ = 0;
  int width_ = 0, height_ = 0;
};

}  // namespace assets
