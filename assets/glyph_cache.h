// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

#include "assets/font.h"

namespace assets {

/// Where a glyph lies in the texture, and where its picture goes relative to the pen (pixels).
struct CachedGlyph {
  float u0 = 0, v0 = 0, u1 = 0, v1 = 0;
  int left = 0, top = 0, width = 0, height = 0;
};

/// Glyphs as they are needed, in one single-channel picture that starts small and grows. Only what
/// is on the screen costs memory: a full atlas of Han would cost hundreds of MB. GlyphTexture
/// brings it to the GPU.
class GlyphCache {
 public:
  /// `texture`: the GL name that lists of triangles give for it; 0 where nothing is rendered.
  explicit GlyphCache(const Font& font, unsigned texture = 0);
  ~GlyphCache();
  GlyphCache(const GlyphCache&) = delete;
  GlyphCache& operator=(const GlyphCache&) = delete;

  /// nullptr for blanks.
  [[nodiscard]] const CachedGlyph* Find(Weight weight, char32_t codepoint, int pixels);

  /// GL texture; its red channel is read as alpha over white.
  [[nodiscard]] unsigned TextureName() const { return texture_; }

  /// The picture: Width() x Height() pixels, one byte each, rows from the top.
  [[nodiscard]] int Width() const { return width_; }
  [[nodiscard]] int Height() const { return height_; }
  [[nodiscard]] const std::vector<std::uint8_t>& Pixels() const { return pixels_; }
  /// Rows that changed since the last call: from `top` up to but without `bottom`.
  struct Rows {
    int top = 0, bottom = 0;
  };
  [[nodiscard]] Rows TakeChanged();
  /// Counts up whenever glyphs moved, so that a list drawn before must be drawn again.
  [[nodiscard]] int Generation() const { return generation_; }

 private:
  struct Packer;
  const CachedGlyph* Add(std::uint64_t key, Weight weight, char32_t codepoint, int pixels);
  void Restart(int width, int height);

  const Font& font_;
  std::unique_ptr<Packer> packer_;
  std::unordered_map<std::uint64_t, CachedGlyph> known_;
  std::vector<std::uint8_t> pixels_;
  int width_ = 0, height_ = 0;
  int dirty_top_ = 0, dirty_bottom_ = 0;
  unsigned texture_ = 0;
  int generation_ = 0;
};

}  // namespace assets
