// SPDX-License-Identifier: MIT
#include "vr/render/panel_picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>
#include <string_view>

#include "assets/text_layout.h"

namespace vr {
namespace {

constexpr float kEm = 54;          // pixels; about twice what a headset shows of it
constexpr int kMostPixels = 2048;  // a side
const glm::vec3 kPaper(0.88F, 0.84F, 0.75F), kInk(0.018F, 0.032F, 0.036F);
const glm::vec3 kLetters(0.95F, 0.93F, 0.87F), kSun(1.0F, 0.42F, 0.06F);
const glm::vec3 kGreen(0.16F, 0.56F, 0.24F), kAmber(0.95F, 0.38F, 0.04F);

struct Look {
  glm::vec4 plate{kInk, 0.86F};
  glm::vec3 text = kLetters;
  glm::vec4 rim{kLetters, 0.16F};
  float rim_em = 0.04F;
  assets::Weight weight = assets::Weight::kRegular;
  float size = 1;      ///< Of a letter, by the panel's.
  bool shrink = true;  ///< The plate hugs a short text.
  bool centred = true;
};

Look LookOf(const Panel& panel) {
  Look look;
  switch (panel.kind) {
    case PanelKind::kCaption:
      break;
    case PanelKind::kCard:
      look.plate = {kPaper, 0.97F};
      look.text = kInk;
      look.weight = assets::Weight::kBold;
      look.rim = {0.30F, 0.25F, 0.17F, 1};
      look.shrink = false;
      if (panel.chosen) {
        look.rim = {kSun, 1};
        look.rim_em = 0.13F;
      }
      break;
    case PanelKind::kTold:
      look.plate.a = 0.9F;
      look.centred = false;
      break;
    case PanelKind::kTitle:
      look.plate = {0, 0, 0, 0.45F};
      look.rim.a = 0;
      look.weight = assets::Weight::kBold;
      break;
    case PanelKind::kNotice:
      look.plate.a = 0.92F;
      look.rim = {kAmber, 0.9F};
      look.rim_em = 0.06F;
      look.weight = assets::Weight::kBold;
      break;
  }
  return look;
}

/// A picture in linear light while it is painted.
class Canvas {
 public:
  Canvas(int width, int height)
      : width_(width),
        height_(height),
        pixels_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height)) {}

  /// Colour over what is there. Rows from the top.
  void Over(int x, int y, glm::vec3 colour, float alpha) {
    if (x < 0 || y < 0 || x >= width_ || y >= height_ || alpha <= 0) return;
    glm::vec4& pixel = pixels_[Index(x, y)];
    pixel = pixel * (1 - alpha) + glm::vec4(colour * alpha, alpha);
  }

  /// Every pixel by its distance into a shape: positive inside.
  template <typename Inside>
  void Fill(glm::vec2 low, glm::vec2 high, glm::vec3 colour, float alpha, const Inside& inside) {
    for (int y = std::max(0, static_cast<int>(low.y));
         y < std::min(height_, static_cast<int>(high.y) + 1); ++y) {
      for (int x = std::max(0, static_cast<int>(low.x));
           x < std::min(width_, static_cast<int>(high.x) + 1); ++x) {
        Over(x, y, colour, alpha * Covered(inside, x, y));
      }
    }
  }

  /// The same over all of it, for a shape whose distance nowhere changes faster than the way: then
  /// the middle of a tile tells of most tiles that they lie inside or outside as a whole.
  template <typename Inside>
  void FillByTiles(glm::vec3 colour, float alpha, const Inside& inside) {
    constexpr int kTile = 16;
    constexpr float kReach = kTile * 0.70711F + 1;  // from its middle to a corner, and a pixel
    for (int top = 0; top < height_; top += kTile) {
      for (int left = 0; left < width_; left += kTile) {
        const float middle = inside(glm::vec2(left, top) + kTile * 0.5F);
        if (middle < -kReach) continue;
        for (int y = top; y < std::min(top + kTile, height_); ++y) {
          for (int x = left; x < std::min(left + kTile, width_); ++x) {
            Over(x, y, colour, middle > kReach ? alpha : alpha * Covered(inside, x, y));
          }
        }
      }
    }
  }

  [[nodiscard]] Pixels Encode(glm::vec2 metres) const {
    static const std::array<std::uint8_t, 4097> kSrgb = [] {
      std::array<std::uint8_t, 4097> table{};
      for (std::size_t i = 0; i < table.size(); ++i) {
        const double x = static_cast<double>(i) / 4096;
        const double c = x <= 0.0031308 ? 12.92 * x : 1.055 * std::pow(x, 1 / 2.4) - 0.055;
        table[i] = static_cast<std::uint8_t>(std::lround(c * 255));
      }
      return table;
    }();
    Pixels out{width_, height_, {}, metres};
    out.rgba.reserve(pixels_.size() * 4);
    glm::vec4 last(-1);  // most pixels are as the one before
    std::array<std::uint8_t, 4> bytes{};
    for (int y = height_ - 1; y >= 0; --y) {
      for (int x = 0; x < width_; ++x) {
        const glm::vec4& p = At(x, y);
        if (p != last) {
          last = p;
          for (int c = 0; c < 3; ++c) {
            bytes[static_cast<std::size_t>(c)] =
                kSrgb[static_cast<std::size_t>(std::clamp(p[c], 0.0F, 1.0F) * 4096)];
          }
          bytes[3] = static_cast<std::uint8_t>(std::clamp(p.a, 0.0F, 1.0F) * 255 + 0.5F);
        }
        out.rgba.insert(out.rgba.end(), bytes.begin(), bytes.end());
      }
    }
    return out;
  }

 private:
  [[nodiscard]] std::size_t Index(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
           static_cast<std::size_t>(x);
  }
  [[nodiscard]] const glm::vec4& At(int x, int y) const { return pixels_[Index(x, y)]; }
  template <typename Inside>
  static float Covered(const Inside& inside, int x, int y) {
    const glm::vec2 at(static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F);
    return std::clamp(inside(at) + 0.5F, 0.0F, 1.0F);
  }

  int width_, height_;
  std::vector<glm::vec4> pixels_;
};

/// Distance into a box with round corners.
float InBox(glm::vec2 at, glm::vec2 middle, glm::vec2 half, float corner) {
  const glm::vec2 d = glm::abs(at - middle) - half + corner;
  const glm::vec2 out = glm::max(d, glm::vec2(0));
  return corner - glm::length(out) - std::min(std::max(d.x, d.y), 0.0F);
}

float InLine(glm::vec2 at, glm::vec2 from, glm::vec2 to, float half_width) {
  const glm::vec2 way = to - from;
  const float t = std::clamp(glm::dot(at - from, way) / glm::dot(way, way), 0.0F, 1.0F);
  return half_width - glm::length(at - from - way * t);
}

void DrawText(Canvas& canvas, const assets::Font& font, const assets::Paragraph& text,
              assets::Weight weight, glm::vec2 top_left, float width, bool centred,
              glm::vec3 colour) {
  float baseline = top_left.y + text.line_height * 0.5F + text.size * 0.365F;
  const int pixels = static_cast<int>(std::lround(text.size));
  for (const assets::TextLine& line : text.lines) {
    const float left = top_left.x + (centred ? (width - line.width) / 2 : 0);
    for (const assets::PlacedGlyph& glyph : line.glyphs) {
      const assets::GlyphBitmap bitmap = font.Rasterise(weight, glyph.codepoint, pixels);
      const int x0 = static_cast<int>(std::lround(left + glyph.x)) + bitmap.left;
      const int y0 = static_cast<int>(std::lround(baseline)) - bitmap.top;
      for (int y = 0; y < bitmap.height; ++y) {
        for (int x = 0; x < bitmap.width; ++x) {
          const std::uint8_t cover =
              bitmap.coverage[static_cast<std::size_t>(y * bitmap.width + x)];
          canvas.Over(x0 + x, y0 + y, colour, static_cast<float>(cover) / 255);
        }
      }
    }
    baseline += text.line_height;
  }
}

/// A tick, or an arrow that turns back: nobody is scolded.
void DrawMark(Canvas& canvas, bool right, glm::vec2 middle, float radius) {
  const glm::vec2 reach(radius * 1.1F);
  canvas.Fill(middle - reach, middle + reach, right ? kGreen : kAmber, 1,
              [&](glm::vec2 at) { return radius - glm::length(at - middle); });
  const float line = radius * 0.115F;
  if (right) {
    canvas.Fill(middle - reach, middle + reach, kLetters, 1, [&](glm::vec2 at) {
      const glm::vec2 p = (at - middle) / radius;
      return radius * std::max(InLine(p, {-0.42F, 0.03F}, {-0.1F, 0.36F}, 0.115F),
                               InLine(p, {-0.1F, 0.36F}, {0.45F, -0.32F}, 0.115F));
    });
    return;
  }
  canvas.Fill(middle - reach, middle + reach, kLetters, 1, [&](glm::vec2 at) {
    const glm::vec2 p = (at - middle) / radius;
    const float turn = std::atan2(p.y, p.x);  // rows run down: open at the upper left
    const bool open = turn < -1.75F && turn > -2.95F;
    const float ring = open ? -1.0F : 0.115F - std::abs(glm::length(p) - 0.44F);
    const float head = std::max(InLine(p, {-0.5F, -0.5F}, {-0.43F, -0.1F}, 0.1F),
                                InLine(p, {-0.43F, -0.1F}, {-0.05F, -0.2F}, 0.1F));
    return radius * std::max(ring, head) + line * 0;
  });
}

}  // namespace

Pixels PaintPanel(const assets::Font& font, const Panel& panel, content::Language language) {
  const Look look = LookOf(panel);
  const float letter = std::max(panel.letter, 0.005F);
  const float em =
      std::min(kEm, static_cast<float>(kMostPixels) * letter / std::max(panel.width, letter));
  const float pixels_per_metre = em / letter;
  const float full = panel.width * pixels_per_metre;
  const glm::vec2 pad(em * 0.85F, em * 0.5F);
  const bool marked = panel.right.has_value() && panel.kind != PanelKind::kCaption;
  const float mark = marked ? em * 1.75F : 0;
  const assets::TextStyle style{look.weight, em, 1.36F, panel.kind != PanelKind::kTold, language};
  const assets::Paragraph text = assets::LayOut(font, panel.text.In(language), style,
                                                std::max(em * 2, full - 2 * pad.x - mark));
  const float wide = look.shrink ? std::min(full, text.width + 2 * pad.x + mark + 2) : full;
  const float high = std::max(text.Height(), marked ? em * 1.5F : 0.0F) + 2 * pad.y;
  const int width = std::clamp(static_cast<int>(std::ceil(wide)), 8, kMostPixels);
  const int height = std::clamp(static_cast<int>(std::ceil(high)), 8, kMostPixels);

  Canvas canvas(width, height);
  const glm::vec2 size(static_cast<float>(width), static_cast<float>(height));
  const glm::vec2 middle = size * 0.5F, half = middle - 1.0F;
  const float corner = std::min(em * 0.6F, half.y);
  canvas.FillByTiles(glm::vec3(look.plate), look.plate.a,
                     [&](glm::vec2 at) { return InBox(at, middle, half, corner); });
  const float rim = look.rim_em * em;
  canvas.FillByTiles(glm::vec3(look.rim), look.rim.a, [&](glm::vec2 at) {
    const float in = InBox(at, middle, half, corner);
    return std::min(in, rim - in);
  });
  if (marked) {
    DrawMark(canvas, *panel.right, {pad.x + em * 0.62F, middle.y}, em * 0.66F);
  }
  const float top = (size.y - text.Height()) / 2;
  DrawText(canvas, font, text, look.weight, {pad.x + mark, top}, size.x - 2 * pad.x - mark,
           look.centred, look.text);
  return canvas.Encode(size / pixels_per_metre);
}

Pixels PaintSign(const assets::Font& font, content::Language language, glm::vec2 half) {
  constexpr float kPixelsPerMetre = 560;
  const glm::vec2 size = half * 2.0F * kPixelsPerMetre;
  Canvas canvas(static_cast<int>(size.x), static_cast<int>(size.y));
  const bool chinese = language == content::Language::kChinese;
  const glm::vec2 middle = size * 0.5F;
  canvas.Fill({0, 0}, size, {0.80F, 0.78F, 0.72F}, 1, [](glm::vec2) { return 1.0F; });
  canvas.Fill({0, 0}, size, {0.55F, 0.03F, 0.02F}, 1, [&](glm::vec2 at) {
    const float in = InBox(at, middle, middle - 8.0F, 10);
    return std::min(in, 9 - in);
  });
  canvas.Fill({0, 0}, {size.x, size.y * 0.5F}, {0.55F, 0.03F, 0.02F}, 1, [&](glm::vec2 at) {
    return InBox(at, {middle.x, size.y * 0.29F}, {middle.x - 26, size.y * 0.2F}, 8);
  });
  const auto line = [&](std::string_view words, float em, float y, glm::vec3 colour) {
    const assets::TextStyle style{assets::Weight::kBold, em, 1.2F, true, language};
    const assets::Paragraph text = assets::LayOut(font, words, style, size.x - 40);
    DrawText(canvas, font, text, style.weight, {20, y - text.Height() / 2}, size.x - 40, true,
             colour);
  };
  line(chinese ? "水深危险" : "DEEP WATER", chinese ? 92 : 66, size.y * 0.29F,
       {0.9F, 0.88F, 0.82F});
  line(chinese ? "禁止下水" : "No bathing", chinese ? 76 : 60, size.y * 0.72F,
       {0.05F, 0.03F, 0.03F});
  return canvas.Encode(half * 2.0F);
}

}  // namespace vr
