// SPDX-License-Identifier: MIT
#include "assets/glyph_cache.h"

#include <algorithm>
#include <cstring>

#define STB_RECT_PACK_IMPLEMENTATION
#define STBRP_STATIC
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wunused-function"
#include <stb/stb_rect_pack.h>
#pragma GCC diagnostic pop

namespace assets {
namespace {

constexpr int kFirstSide = 1024;
constexpr int kLastSide = 4096;  // 16 MB; reached only by many sizes of many texts
constexpr int kGap = 1;

std::uint64_t Key(Weight weight, char32_t codepoint, int pixels) {
  return (static_cast<std::uint64_t>(codepoint) << 24) | (static_cast<std::uint64_t>(pixels) << 1) |
         (weight == Weight::kBold ? 1u : 0u);
}

}  // namespace

struct GlyphCache::Packer {
  stbrp_context context{};
  std::vector<stbrp_node> nodes;
};

GlyphCache::GlyphCache(const Font& font, unsigned texture)
    : font_(font), packer_(std::make_unique<Packer>()), texture_(texture) {
  Restart(kFirstSide, kFirstSide);
}

GlyphCache::~GlyphCache() = default;

void GlyphCache::Restart(int width, int height) {
  width_ = width;
  height_ = height;
  pixels_.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0);
  packer_->nodes.resize(static_cast<std::size_t>(width));
  stbrp_init_target(&packer_->context, width, height, packer_->nodes.data(), width);
  known_.clear();
  ++generation_;
  dirty_top_ = 0;
  dirty_bottom_ = height;
}

const CachedGlyph* GlyphCache::Find(Weight weight, char32_t codepoint, int pixels) {
  if (codepoint <= U' ' || codepoint == U'\u3000') return nullptr;
  const std::uint64_t key = Key(weight, codepoint, pixels);
  if (const auto found = known_.find(key); found != known_.end()) return &found->second;
  return Add(key, weight, codepoint, pixels);
}

const CachedGlyph* GlyphCache::Add(std::uint64_t key, Weight weight, char32_t codepoint,
                                   int pixels) {
  const GlyphBitmap bitmap = font_.Rasterise(weight, codepoint, pixels);
  if (bitmap.width == 0 || bitmap.height == 0) return nullptr;
  stbrp_rect rect{};
  rect.w = bitmap.width + kGap;
  rect.h = bitmap.height + kGap;
  if (stbrp_pack_rects(&packer_->context, &rect, 1) == 0) {
    // Twice as many pixels, not four times: the picture lies in memory here and for the GPU.
    const bool wider = width_ < height_;
    Restart(wider ? width_ * 2 : width_, wider ? height_ : std::min(height_ * 2, kLastSide));
    if (stbrp_pack_rects(&packer_->context, &rect, 1) == 0) return nullptr;
  }
  const int x = static_cast<int>(rect.x), y = static_cast<int>(rect.y);
  for (int row = 0; row < bitmap.height; ++row) {
    std::memcpy(&pixels_[static_cast<std::size_t>((y + row) * width_ + x)],
                &bitmap.coverage[static_cast<std::size_t>(row * bitmap.width)],
                static_cast<std::size_t>(bitmap.width));
  }
  dirty_top_ = dirty_bottom_ > dirty_top_ ? std::min(dirty_top_, y) : y;
  dirty_bottom_ = std::max(dirty_bottom_, y + bitmap.height);
  const float wide = static_cast<float>(width_), high = static_cast<float>(height_);
  CachedGlyph glyph{static_cast<float>(x) / wide,
                    static_cast<float>(y) / high,
                    static_cast<float>(x + bitmap.width) / wide,
                    static_cast<float>(y + bitmap.height) / high,
                    bitmap.left,
                    bitmap.top,
                    bitmap.width,
                    bitmap.height};
  return &known_.emplace(key, glyph).first->second;
}

GlyphCache::Rows GlyphCache::TakeChanged() {
  const Rows changed{dirty_top_, dirty_bottom_};
  dirty_top_ = dirty_bottom_ = 0;
  return changed;
}

}  // namespace assets
