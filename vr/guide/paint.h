// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "assets/glyph_cache.h"
#include "assets/text_layout.h"
#include "vr/guide/guide.h"

struct ImDrawList;

namespace vr {

struct Box {
  float x = 0, y = 0, w = 0, h = 0;
  [[nodiscard]] float Right() const { return x + w; }
  [[nodiscard]] float Bottom() const { return y + h; }
  [[nodiscard]] Box Inset(float dx, float dy) const {
    return {x + dx, y + dy, w - 2 * dx, h - 2 * dy};
  }
  [[nodiscard]] bool Holds(float px, float py) const {
    return px >= x && py >= y && px < Right() && py < Bottom();
  }
  /// Takes `size` off the top (or left) and `gap` with it.
  Box CutTop(float size, float gap = 0) {
    const Box cut{x, y, w, size};
    y += size + gap;
    h -= size + gap;
    return cut;
  }
  Box CutBottom(float size, float gap = 0) {
    const Box cut{x, y + h - size, w, size};
    h -= size + gap;
    return cut;
  }
  Box CutLeft(float size, float gap = 0) {
    const Box cut{x, y, size, h};
    x += size + gap;
    w -= size + gap;
    return cut;
  }
  Box CutRight(float size, float gap = 0) {
    const Box cut{x + w - size, y, size, h};
    w -= size + gap;
    return cut;
  }
};

/// 0xRRGGBBAA.
using Colour = std::uint32_t;
[[nodiscard]] constexpr Colour Faint(Colour colour, float alpha) {
  return (colour & 0xFFFFFF00u) | static_cast<Colour>(alpha * 255.0F + 0.5F);
}
namespace colour {
inline constexpr Colour kPaper = 0xF3F1EAFF, kCard = 0xFFFDF8FF, kLine = 0xD9D3C4FF,
                        kInk = 0x1C2B2FFF, kSoft = 0x526265FF, kTeal = 0x0F5A5EFF,
                        kTealDeep = 0x0A4145FF, kOnTeal = 0xFFFFFFFF, kMint = 0xDCEBE5FF,
                        kSky = 0x9FD3F0FF, kSkyLow = 0xDDF0F9FF, kOnSky = 0x0D3B57FF,
                        kSun = 0xF7B52EFF, kAmber = 0xFBE7BDFF, kOnAmber = 0x573A05FF,
                        kGreen = 0x2C8A62FF, kMaple = 0xB4352BFF, kNight = 0x12292DFF,
                        kOnNight = 0xE9F1EEFF;
}  // namespace colour

enum class Side { kLeft, kCentre, kRight };
enum class Look { kPlain, kPrimary, kChosen, kCalm, kCalmNow, kPause, kRelease, kSure, kNight };
enum class Sign {
  kNone,
  kSun,
  kPauseBars,
  kPlay,
  kBack,
  kAgain,
  kForward,
  kCentre,
  kSquare,
  kHome,
  kPerson,
  kHand,
  kArms,
  kHold,
  kMouth,
  kTick
};

/// One thing in the window, in pixels: what fingers, tests and the audit of sizes see.
struct GuideElement {
  std::string id;  ///< Empty for plain text.
  std::string text;
  Box area;
  Box hit;  ///< Empty when it is not to be pressed.
  bool enabled = true;
  bool clipped = false;  ///< Text that did not fit where it was put.
  std::optional<GuideEvent> event;
};

/// Draws in design units (the window is 800 high, or 1280 wide if that is less) as triangles of
/// Dear ImGui, and notes what it drew.
class GuidePaint {
 public:
  GuidePaint(const assets::Font& font, assets::GlyphCache& glyphs);

  void Begin(ImDrawList* list, int width, int height, content::Language language,
             std::string_view pressed);
  [[nodiscard]] std::vector<GuideElement> End();

  [[nodiscard]] float Width() const { return width_; }
  [[nodiscard]] float Height() const { return height_; }
  [[nodiscard]] float Scale() const { return scale_; }  ///< Pixels a unit.
  [[nodiscard]] std::string Say(content::TextView text) const {
    return std::string(text.In(language_));
  }
  [[nodiscard]] bool Chinese() const { return language_ == content::Language::kChinese; }

  struct Style {
    float size = 18;
    bool bold = false;
    Colour colour = colour::kInk;
    Side side = Side::kLeft;
    bool middle = false;  ///< Of the box's height; else from its top.
    float leading = 1.4F;
    bool balance = false;
  };
  /// Height that the text takes in that width.
  [[nodiscard]] float HeightOf(std::string_view text, float width, const Style& style);
  [[nodiscard]] float WidthOf(std::string_view text, const Style& style);
  /// Returns the height. Notes it as clipped when the box (h 0: any height) is too small.
  float Text(Box box, std::string_view text, const Style& style);
  float Text(Box box, content::TextView text, const Style& style) {
    return Text(box, Say(text), style);
  }
  /// As large as fits, from `largest` down to `smallest`.
  float FitText(Box box, std::string_view text, Style style, float largest, float smallest);

  void Fill(Box box, Colour colour, float radius = 0);
  void FillDown(Box box, Colour top, Colour bottom, float radius);
  void Outline(Box box, Colour colour, float radius, float thickness = 1);
  void Card(Box box, Colour colour = colour::kCard, float radius = 16);
  void Circle(float x, float y, float radius, Colour colour);
  void Ring(float x, float y, float radius, Colour colour, float thickness);
  /// Part of a ring, clockwise from the top; `share` 0 to 1.
  void Arc(float x, float y, float radius, float share, Colour colour, float thickness);
  void Line(float x0, float y0, float x1, float y1, Colour colour, float thickness);
  void Draw(Sign sign, Box box, Colour colour);
  /// `corners`: places in the texture, from the upper left clockwise, (0,0) its first row.
  void Picture(Box box, unsigned texture, const float (&corners)[4][2], float radius);
  void ClipTo(Box box);
  void EndClip();

  struct Button {
    Look look = Look::kPlain;
    Sign sign = Sign::kNone;
    std::string_view key{};   ///< Shown as a key's cap.
    std::string_view note{};  ///< Second line.
    float size = 17;
    bool enabled = true;
    bool left = false;   ///< Label at the left.
    bool above = false;  ///< Sign above the label.
  };
  void Press(std::string_view id, Box box, std::string_view label, const Button& button,
             std::optional<GuideEvent> event);
  void Note(std::string_view id, Box box, std::string_view text);

 private:
  [[nodiscard]] const assets::Paragraph& Measure(std::string_view text, float width,
                                                 const Style& style);
  void Glyphs(const assets::Paragraph& paragraph, Box box, const Style& style);
  void Cap(Box box, std::string_view key, Colour colour);
  void ButtonText(Box box, std::string_view label, const Button& button, Colour ink);
  [[nodiscard]] Box Px(Box box) const;
  [[nodiscard]] std::uint32_t Packed(Colour colour) const;

  const assets::Font& font_;
  assets::GlyphCache& glyphs_;
  ImDrawList* list_ = nullptr;
  float width_ = 1280, height_ = 800, scale_ = 1;
  content::Language language_ = content::Language::kChinese;
  std::string pressed_;
  std::vector<GuideElement> elements_;
  std::unordered_map<std::string, assets::Paragraph> paragraphs_;
};

}  // namespace vr
