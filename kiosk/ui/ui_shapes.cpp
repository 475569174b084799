// SPDX-License-Identifier: MIT
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <qrcodegen/qrcodegen.hpp>

#include "kiosk/ui/ui.h"

namespace kiosk {
namespace {

ImTextureID Id(const Texture& texture) {
  return reinterpret_cast<ImTextureID>(static_cast<std::intptr_t>(texture.name));
}

ImVec2 V(Vec v) { return {v.x, v.y}; }
ImVec2 Min(Rect r) { return {r.x, r.y}; }
ImVec2 Max(Rect r) { return {r.Right(), r.Bottom()}; }

}  // namespace

void Ui::Fill(Rect area, Color color, float radius) {
  const Rect px = Px(area);
  list_->AddRectFilled(Min(px), Max(px), Packed(color), radius * scale_);
}

void Ui::FillGradient(Rect area, Color top, Color bottom) {
  const Rect px = Px(area);
  const ImU32 a = Packed(top), b = Packed(bottom);
  list_->AddRectFilledMultiColor(Min(px), Max(px), a, a, b, b);
}

void Ui::Outline(Rect area, Color color, float thickness, float radius) {
  const Rect px = Px(area.Inset(thickness / 2, thickness / 2));
  list_->AddRect(Min(px), Max(px), Packed(color), radius * scale_, 0, thickness * scale_);
}

void Ui::Line(Vec from, Vec to, Color color, float thickness) {
  list_->AddLine(V(PxAt(from)), V(PxAt(to)), Packed(color), thickness * scale_);
}

void Ui::Circle(Vec center, float radius, Color color) {
  list_->AddCircleFilled(V(PxAt(center)), radius * scale_, Packed(color));
}

void Ui::Ring(Vec center, float radius, Color color, float thickness, bool dashed) {
  if (!dashed) {
    list_->AddCircle(V(PxAt(center)), radius * scale_, Packed(color), 0, thickness * scale_);
    return;
  }
  constexpr int kDashes = 12;
  for (int i = 0; i < kDashes; ++i) {
    const float from = static_cast<float>(i) / kDashes;
    Arc(center, radius, from, from + 0.6f / kDashes, color, thickness);
  }
}

void Ui::Arc(Vec center, float radius, float from_turn, float until_turn, Color color,
             float thickness) {
  constexpr float kTurn = 2 * std::numbers::pi_v<float>;
  const float top = -kTurn / 4;
  list_->PathClear();
  list_->PathArcTo(V(PxAt(center)), radius * scale_, top + from_turn * kTurn,
                   top + until_turn * kTurn);
  list_->PathStroke(Packed(color), 0, thickness * scale_);
}

// Nine slices of a blurred rounded square around the area; the middle is covered by the card.
void Ui::Shadow(Rect area, float radius) {
  const Texture texture = find_icon ? find_icon("#shadow") : Texture{};
  if (texture.name == 0 || (Colors().shadow.rgba & 0xFFu) == 0) return;
  const float reach = kShadowReach, corner = reach + radius;
  const Rect out = area.Moved(0, 10).Grown(reach);
  const std::array<float, 4> xs = {out.x, out.x + corner, out.Right() - corner, out.Right()};
  const std::array<float, 4> ys = {out.y, out.y + corner, out.Bottom() - corner, out.Bottom()};
  constexpr std::array<float, 4> kUv = {0, 0.49f, 0.51f, 1};
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t j = 0; j < 3; ++j) {
      if (i == 1 && j == 1) continue;
      const Rect px = Px({xs[i], ys[j], xs[i + 1] - xs[i], ys[j + 1] - ys[j]});
      list_->AddImage(Id(texture), Min(px), Max(px), {kUv[i], kUv[j]}, {kUv[i + 1], kUv[j + 1]},
                      Packed(Colors().shadow));
    }
  }
}

Color Ui::ColorOf(Ground ground) const {
  const Theme& t = Colors();
  switch (ground) {
    case Ground::kNone:
      return t.paper.WithAlpha(0);
    case Ground::kPaper:
      return t.paper;
    case Ground::kCard:
    case Ground::kOutline:
      return t.card;
    case Ground::kTeal:
      return t.teal;
    case Ground::kMint:
    case Ground::kMintEdge:
      return t.mint;
    case Ground::kSand:
      return t.sand;
    case Ground::kAmber:
      return t.amber;
    case Ground::kAmberSoft:
    case Ground::kAmberEdge:
      return t.amber_ground;
    case Ground::kMaple:
      return t.maple;
  }
  return t.paper;
}

void Ui::Panel(Rect area, Ground ground, float radius) {
  if (ground == Ground::kNone) return;
  const Theme& t = Colors();
  const float edge = settings_.high_contrast ? 4.0f : 3.0f;
  if (ground == Ground::kCard) Shadow(area, radius);
  Fill(area, ColorOf(ground), radius);
  const bool lined =
      ground == Ground::kOutline || (ground == Ground::kCard && settings_.high_contrast);
  if (lined) Outline(area, t.line, edge, radius);
  if (ground == Ground::kMintEdge) Outline(area, t.accent, edge, radius);
  if (ground == Ground::kAmberEdge) Outline(area, t.amber, edge, radius);
}

void Ui::Icon(std::string_view name, Rect area, Color color) {
  const Texture texture = find_icon ? find_icon(name) : Texture{};
  if (texture.name == 0) return;
  const float side = std::min(area.w, area.h);
  const Vec c = area.Center();
  const Rect px = Px({c.x - side / 2, c.y - side / 2, side, side});
  list_->AddImage(Id(texture), Min(px), Max(px), {0, 0}, {1, 1}, Packed(color));
}

void Ui::Image(Rect area, const Texture& texture, std::string_view alt, bool cover, float radius) {
  if (!alt.empty()) AddElement("", Role::kImage, alt, area, {}, true, false, false);
  if (texture.name == 0 || texture.width <= 0 || texture.height <= 0) return;
  const float ratio = static_cast<float>(texture.width) / static_cast<float>(texture.height);
  const bool wider = area.w / area.h > ratio;
  Rect place = area;
  ImVec2 from{0, 0}, until{1, 1};
  if (cover) {
    const float part = wider ? (area.w / ratio) : area.h * ratio;
    const float cut = wider ? (1 - area.h / part) / 2 : (1 - area.w / part) / 2;
    (wider ? from.y : from.x) = cut;
    (wider ? until.y : until.x) = 1 - cut;
  } else if (wider) {
    place.w = area.h * ratio;
    place.x += (area.w - place.w) / 2;
  } else {
    place.h = area.w / ratio;
    place.y += (area.h - place.h) / 2;
  }
  Rect px = Px(place);
  if (texture.film) {
    px = {std::round(px.x), std::round(px.y), std::round(px.w), std::round(px.h)};
    film_area_ = {px.x, px.y, px.w / (until.x - from.x), px.h / (until.y - from.y)};
  }
  if (radius > 0) {
    list_->AddImageRounded(Id(texture), Min(px), Max(px), from, until, IM_COL32_WHITE,
                           radius * scale_);
  } else {
    list_->AddImage(Id(texture), Min(px), Max(px), from, until);
  }
}

void Ui::Qr(Rect area, const std::string& text, std::string_view alt) {
  AddElement("", Role::kImage, alt, area, {}, true, false, false);
  const float side = std::min(area.w, area.h);
  const Rect square{area.x + (area.w - side) / 2, area.y + (area.h - side) / 2, side, side};
  Fill(square, {0xFFFFFFFFu}, 18);
  try {
    const auto code = qrcodegen::QrCode::encodeText(text.c_str(), qrcodegen::QrCode::Ecc::MEDIUM);
    constexpr int kQuiet = 4;  // modules of quiet zone, ISO/IEC 18004
    const int n = code.getSize();
    const float module = std::floor(side * scale_ / static_cast<float>(n + 2 * kQuiet));
    const Rect px = Px(square);
    const float used = module * static_cast<float>(n);
    const float left = std::round(px.x + (px.w - used) / 2),
                top = std::round(px.y + (px.h - used) / 2);
    for (int y = 0; y < n; ++y) {
      for (int x = 0; x < n; ++x) {
        if (!code.getModule(x, y)) continue;
        const ImVec2 at{left + module * static_cast<float>(x),
                        top + module * static_cast<float>(y)};
        list_->PrimReserve(6, 4);
        list_->PrimRect(at, {at.x + module, at.y + module}, IM_COL32(16, 24, 28, 255));
      }
    }
  } catch (const qrcodegen::data_too_long&) {
    AddElement("", Role::kText, text, area, {}, true, false, true);  // the audit of texts sees it
  }
}

}  // namespace kiosk
