// SPDX-License-Identifier: MIT
#include "vr/guide/paint.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace vr {
namespace {

constexpr float kAscent = 0.88F;  // em above the baseline in Noto Sans CJK's square
constexpr std::size_t kMostParagraphs = 1500;

ImVec2 At(float x, float y) { return {x, y}; }

struct Ground {
  Colour top, bottom, ink, edge;
};

Ground GroundOf(Look look) {
  using namespace colour;
  switch (look) {
    case Look::kPlain:
      return {kCard, kCard, kInk, kLine};
    case Look::kPrimary:
    case Look::kRelease:
      return {kTeal, kTeal, kOnTeal, 0};
    case Look::kChosen:
      return {kMint, kMint, kTealDeep, kTeal};
    case Look::kCalm:
      return {kSky, kSkyLow, kOnSky, 0};
    case Look::kCalmNow:
      return {kSkyLow, 0xF4FAFDFF, kOnSky, kSky};
    case Look::kPause:
      return {kTealDeep, kTealDeep, kOnTeal, 0};
    case Look::kSure:
      return {kAmber, kAmber, kOnAmber, 0xD9A93FFF};
    case Look::kNight:
      return {0x12292DD8, 0x12292DD8, kOnNight, 0xFFFFFF40};
  }
  return {kCard, kCard, kInk, kLine};
}

}  // namespace

GuidePaint::GuidePaint(const assets::Font& font, assets::GlyphCache& glyphs)
    : font_(font), glyphs_(glyphs) {}

void GuidePaint::Begin(ImDrawList* list, int width, int height, content::Language language,
                       std::string_view pressed) {
  list_ = list;
  const float w = static_cast<float>(std::max(1, width)),
              h = static_cast<float>(std::max(1, height));
  scale_ = std::min(w / 1280, h / 800);
  width_ = w / scale_;
  height_ = h / scale_;
  if (language != language_ || paragraphs_.size() > kMostParagraphs) paragraphs_.clear();
  language_ = language;
  pressed_ = pressed;
  elements_.clear();
}

std::vector<GuideElement> GuidePaint::End() { return std::move(elements_); }

Box GuidePaint::Px(Box box) const {
  return {box.x * scale_, box.y * scale_, box.w * scale_, box.h * scale_};
}

std::uint32_t GuidePaint::Packed(Colour colour) const {
  return IM_COL32(colour >> 24, (colour >> 16) & 0xFFu, (colour >> 8) & 0xFFu, colour & 0xFFu);
}

// --- Text --------------------------------------------------------------------------------------

const assets::Paragraph& GuidePaint::Measure(std::string_view text, float width,
                                             const Style& style) {
  std::string key(text);
  key += '\x1f';
  for (const float number : {width * 4, style.size * 4, style.leading * 100}) {
    key += std::to_string(static_cast<int>(number)) + ',';
  }
  key += style.bold ? 'b' : 'r';
  key += style.balance ? 'e' : 'f';
  if (const auto found = paragraphs_.find(key); found != paragraphs_.end()) return found->second;
  assets::TextStyle wanted;
  wanted.weight = style.bold ? assets::Weight::kBold : assets::Weight::kRegular;
  wanted.size = style.size;
  wanted.leading = style.leading;
  wanted.balance = style.balance;
  wanted.language = language_;
  return paragraphs_.emplace(std::move(key), assets::LayOut(font_, text, wanted, width))
      .first->second;
}

float GuidePaint::HeightOf(std::string_view text, float width, const Style& style) {
  return Measure(text, width, style).Height();
}

float GuidePaint::WidthOf(std::string_view text, const Style& style) {
  return Measure(text, 4000, style).width;
}

float GuidePaint::Text(Box box, std::string_view text, const Style& style) {
  if (text.empty()) return 0;
  const assets::Paragraph& paragraph = Measure(text, box.w, style);
  const float height = paragraph.Height();
  Box at = box;
  if (style.middle) at.y += (box.h - height) / 2;
  Glyphs(paragraph, at, style);
  const float inked = height - (paragraph.line_height - paragraph.size);
  GuideElement element;
  element.text = text;
  element.area = Px({at.x, at.y, paragraph.width, height});
  element.clipped =
      paragraph.cut || (box.h > 0 && inked > box.h + 0.5F) || paragraph.width > box.w + 0.5F;
  elements_.push_back(std::move(element));
  return height;
}

float GuidePaint::FitText(Box box, std::string_view text, Style style, float largest,
                          float smallest) {
  style.size = largest;
  while (style.size > smallest && HeightOf(text, box.w, style) > box.h) style.size -= 1;
  return Text(box, text, style);
}

void GuidePaint::Glyphs(const assets::Paragraph& paragraph, Box box, const Style& style) {
  const auto texture =
      reinterpret_cast<ImTextureID>(static_cast<std::intptr_t>(glyphs_.TextureName()));
  const auto weight = style.bold ? assets::Weight::kBold : assets::Weight::kRegular;
  const int pixels = std::max(1, static_cast<int>(std::lround(paragraph.size * scale_)));
  const ImU32 ink = Packed(style.colour);
  float y = box.y;
  list_->PushTextureID(texture);
  for (const assets::TextLine& line : paragraph.lines) {
    float x = box.x;
    if (style.side == Side::kCentre) x += (box.w - line.width) / 2;
    if (style.side == Side::kRight) x += box.w - line.width;
    const float base = y + (paragraph.line_height - paragraph.size) / 2 + paragraph.size * kAscent;
    for (const assets::PlacedGlyph& placed : line.glyphs) {
      const assets::CachedGlyph* glyph = glyphs_.Find(weight, placed.codepoint, pixels);
      if (glyph == nullptr) continue;
      const float left = std::round((x + placed.x) * scale_) + static_cast<float>(glyph->left);
      const float top = std::round(base * scale_) - static_cast<float>(glyph->top);
      list_->PrimReserve(6, 4);
      list_->PrimRectUV(
          At(left, top),
          At(left + static_cast<float>(glyph->width), top + static_cast<float>(glyph->height)),
          At(glyph->u0, glyph->v0), At(glyph->u1, glyph->v1), ink);
    }
    y += paragraph.line_height;
  }
  list_->PopTextureID();
}

// --- Shapes ------------------------------------------------------------------------------------

void GuidePaint::Fill(Box box, Colour colour, float radius) {
  const Box px = Px(box);
  list_->AddRectFilled(At(px.x, px.y), At(px.Right(), px.Bottom()), Packed(colour),
                       radius * scale_);
}

void GuidePaint::FillDown(Box box, Colour top, Colour bottom, float radius) {
  const int from = list_->VtxBuffer.Size;
  Fill(box, top, radius);
  const Box px = Px(box);
  for (int i = from; i < list_->VtxBuffer.Size; ++i) {
    ImDrawVert& vertex = list_->VtxBuffer[i];
    const float share = std::clamp((vertex.pos.y - px.y) / std::max(1.0F, px.h), 0.0F, 1.0F);
    const auto mix = [&](int shift) {
      const float a = static_cast<float>((top >> shift) & 0xFFu);
      const float b = static_cast<float>((bottom >> shift) & 0xFFu);
      return static_cast<ImU32>(a + (b - a) * share + 0.5F);
    };
    const ImU32 alpha = vertex.col & IM_COL32_A_MASK;  // its soft edge
    vertex.col = (IM_COL32(mix(24), mix(16), mix(8), 0) & ~IM_COL32_A_MASK) | alpha;
  }
}

void GuidePaint::Outline(Box box, Colour colour, float radius, float thickness) {
  const Box px = Px(box);
  list_->AddRect(At(px.x, px.y), At(px.Right(), px.Bottom()), Packed(colour), radius * scale_, 0,
                 std::max(1.0F, thickness * scale_));
}

void GuidePaint::Card(Box box, Colour colour, float radius) {
  Fill({box.x, box.y + 2, box.w, box.h}, 0x2B26180F, radius);
  Fill(box, colour, radius);
  Outline(box, Faint(colour::kLine, 0.8F), radius);
}

void GuidePaint::Circle(float x, float y, float radius, Colour colour) {
  list_->AddCircleFilled(At(x * scale_, y * scale_), radius * scale_, Packed(colour), 48);
}

void GuidePaint::Ring(float x, float y, float radius, Colour colour, float thickness) {
  list_->AddCircle(At(x * scale_, y * scale_), radius * scale_, Packed(colour), 64,
                   std::max(1.0F, thickness * scale_));
}

void GuidePaint::Arc(float x, float y, float radius, float share, Colour colour, float thickness) {
  constexpr float kTop = -1.5707964F, kTurn = 6.2831853F;
  list_->PathArcTo(At(x * scale_, y * scale_), radius * scale_, kTop,
                   kTop + kTurn * std::clamp(share, 0.0F, 1.0F), 48);
  list_->PathStroke(Packed(colour), 0, std::max(1.0F, thickness * scale_));
}

void GuidePaint::Line(float x0, float y0, float x1, float y1, Colour colour, float thickness) {
  list_->AddLine(At(x0 * scale_, y0 * scale_), At(x1 * scale_, y1 * scale_), Packed(colour),
                 std::max(1.0F, thickness * scale_));
}

void GuidePaint::Picture(Box box, unsigned texture, const float (&corners)[4][2], float radius) {
  const Box px = Px(box);
  const auto name = reinterpret_cast<ImTextureID>(static_cast<std::intptr_t>(texture));
  const auto uv = [&](int i) { return At(corners[i][0], corners[i][1]); };
  if (radius <= 0) {
    list_->AddImageQuad(name, At(px.x, px.y), At(px.Right(), px.y), At(px.Right(), px.Bottom()),
                        At(px.x, px.Bottom()), uv(0), uv(1), uv(2), uv(3));
    return;
  }
  // Rounded, with any corners in the picture: ImGui fills the shape, then each vertex gets its own
  // place between the four.
  list_->PushTextureID(name);
  const int from = list_->VtxBuffer.Size;
  list_->AddRectFilled(At(px.x, px.y), At(px.Right(), px.Bottom()), IM_COL32_WHITE,
                       radius * scale_);
  for (int i = from; i < list_->VtxBuffer.Size; ++i) {
    ImDrawVert& vertex = list_->VtxBuffer[i];
    const float u = std::clamp((vertex.pos.x - px.x) / px.w, 0.0F, 1.0F);
    const float v = std::clamp((vertex.pos.y - px.y) / px.h, 0.0F, 1.0F);
    const auto mix = [&](int axis) {
      const float top = corners[0][axis] + (corners[1][axis] - corners[0][axis]) * u;
      const float low = corners[3][axis] + (corners[2][axis] - corners[3][axis]) * u;
      return top + (low - top) * v;
    };
    vertex.uv = At(mix(0), mix(1));
  }
  list_->PopTextureID();
}

void GuidePaint::ClipTo(Box box) {
  const Box px = Px(box);
  list_->PushClipRect(At(px.x, px.y), At(px.Right(), px.Bottom()), true);
}

void GuidePaint::EndClip() { list_->PopClipRect(); }

// --- Controls ----------------------------------------------------------------------------------

void GuidePaint::Note(std::string_view id, Box box, std::string_view text) {
  GuideElement element;
  element.id = id;
  element.text = text;
  element.area = Px(box);
  elements_.push_back(std::move(element));
}

void GuidePaint::Press(std::string_view id, Box box, std::string_view label, const Button& button,
                       std::optional<GuideEvent> event) {
  const Ground ground = GroundOf(button.look);
  const bool pressed = button.enabled && pressed_ == id;
  const Box shown = pressed ? box.Inset(2, 2) : box;
  const float radius = std::min(18.0F, box.h * 0.28F);
  Colour ink = ground.ink;
  if (!button.enabled) {
    Fill(shown, Faint(colour::kLine, 0.35F), radius);
    ink = Faint(colour::kSoft, 0.75F);
  } else {
    if ((ground.top & 0xFFu) == 0xFFu) {
      Fill({shown.x, shown.y + 2, shown.w, shown.h}, 0x2B261818, radius);
    }
    FillDown(shown, ground.top, ground.bottom, radius);
    if (ground.edge != 0) Outline(shown, ground.edge, radius, 1.5F);
    if (pressed) Fill(shown, 0x0000001E, radius);
  }
  GuideElement element;
  element.id = id;
  element.text = label;
  element.area = Px(box);
  if (button.enabled) element.hit = element.area;
  element.enabled = button.enabled;
  element.event = event;
  elements_.push_back(std::move(element));
  ButtonText(shown, label, button, ink);
}

void GuidePaint::Cap(Box box, std::string_view key, Colour ink) {
  Outline(box, Faint(ink, 0.55F), 5);
  Style style;
  style.size = 13;
  style.colour = ink;
  style.side = Side::kCentre;
  style.middle = true;
  style.leading = 1.2F;
  Text(box, key, style);
}

void GuidePaint::ButtonText(Box box, std::string_view label, const Button& button, Colour ink) {
  Style style;
  style.size = button.size;
  style.bold = true;
  style.colour = ink;
  style.leading = 1.25F;
  style.balance = true;
  Style small;
  small.size = 13;
  small.leading = 1.2F;
  Box inside = box.Inset(std::min(14.0F, box.w * 0.08F), 4);
  if (!button.key.empty()) {
    const float width = std::max(24.0F, WidthOf(button.key, small) + 12);
    Box cap = inside.CutRight(width, 8);
    Cap({cap.x, button.above ? box.Bottom() - 36 : cap.y + (cap.h - 24) / 2, cap.w, 24}, button.key,
        ink);
    if (button.above) inside = box.Inset(12, 8);
  }
  if (button.above) {
    const float side = std::min(box.h * 0.5F, 64.0F);
    const float text = HeightOf(label, inside.w, style);
    const float top = box.y + (box.h - side - 6 - text) / 2;
    Draw(button.sign, {box.x + (box.w - side) / 2, top, side, side}, ink);
    style.side = Side::kCentre;
    Text({inside.x, top + side + 6, inside.w, text}, label, style);
    return;
  }
  const float side = button.sign == Sign::kNone ? 0 : std::min(box.h * 0.5F, 26.0F);
  const float gap = side > 0 && !label.empty() ? 8.0F : 0.0F;
  const float room = inside.w - side - gap;
  // Smaller letters before a word is cut; a label of several words may take two lines.
  const bool words = label.find(' ') != std::string_view::npos && box.h >= 48;
  while (style.size > 13 && WidthOf(label, style) > room &&
         !(words && style.size <= button.size - 2 && !Measure(label, room, style).cut &&
           HeightOf(label, room, style) < box.h)) {
    style.size -= 1;
  }
  const float one = std::min(room, WidthOf(label, style));
  const float left = button.left ? 0 : (inside.w - side - gap - one) / 2;
  if (side > 0)
    Draw(button.sign, {inside.x + left, inside.y + (inside.h - side) / 2, side, side}, ink);
  Box text{inside.x + left + side + gap, inside.y, button.left ? room : one + 1, inside.h};
  if (button.note.empty()) {
    style.middle = true;
    style.side = button.left ? Side::kLeft : Side::kCentre;
    Text(text, label, style);
    return;
  }
  small.size = 14;
  small.colour = ink;
  text.w = room;
  text.x = inside.x + side + gap;
  const float first = HeightOf(label, text.w, style), second = HeightOf(button.note, text.w, small);
  text.y += (inside.h - first - second - 2) / 2;
  if (!button.left) style.side = small.side = Side::kCentre;
  Text({text.x, text.y, text.w, inside.h - second}, label, style);
  Text({text.x, text.y + first + 2, text.w, second}, button.note, small);
}

}  // namespace vr
