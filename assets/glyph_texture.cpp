// SPDX-License-Identifier: MIT
#include "assets/glyph_texture.h"

#include <epoxy/gl.h>

namespace assets {

GlyphTexture::GlyphTexture() {
  glGenTextures(1, &name_);
  glBindTexture(GL_TEXTURE_2D, name_);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  const GLint swizzle[] = {GL_ONE, GL_ONE, GL_ONE, GL_RED};
  glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, swizzle);
}

GlyphTexture::~GlyphTexture() { glDeleteTextures(1, &name_); }

void GlyphTexture::Send(GlyphCache& glyphs) {
  const GlyphCache::Rows rows = glyphs.TakeChanged();
  if (rows.bottom <= rows.top) return;
  const int width = glyphs.Width(), height = glyphs.Height();
  glBindTexture(GL_TEXTURE_2D, name_);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  if (width != width_ || height != height_) {
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, width, height, 0, GL_RED, GL_UNSIGNED_BYTE,
                 glyphs.Pixels().data());
    width_ = width;
    height_ = height;
    return;
  }
  glTexSubImage2D(GL_TEXTURE_2D, 0, 0, rows.top, width, rows.bottom - rows.top, GL_RED,
                  GL_UNSIGNED_BYTE, &glyphs.Pixels()[static_cast<std::size_t>(rows.top * width)]);
}

}  // namespace assets
