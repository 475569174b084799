// SPDX-License-Identifier: MIT
// The few signs of the guide's window, drawn as shapes so that they are sharp at any size.
#include <algorithm>
#include <cmath>
#include <utility>

#include "vr/guide/paint.h"

namespace vr {
namespace {

struct Spot {
  float x = 0, y = 0;
};

}  // namespace

void GuidePaint::Draw(Sign sign, Box box, Colour ink) {
  const float side = std::min(box.w, box.h);
  const float cx = box.x + box.w / 2, cy = box.y + box.h / 2;
  const float u = side / 24;  // signs are drawn on a grid of 24
  const auto p = [&](float x, float y) { return Spot{cx + (x - 12) * u, cy + (y - 12) * u}; };
  const auto line = [&](std::initializer_list<std::pair<float, float>> points, float thick) {
    Spot last{};
    bool first = true;
    for (const auto& [x, y] : points) {
      const Spot at = p(x, y);
      if (!first) Line(last.x, last.y, at.x, at.y, ink, thick * u);
      Circle(at.x, at.y, thick * u / 2, ink);
      last = at;
      first = false;
    }
  };
  const auto disc = [&](float x, float y, float r, Colour with) {
    const Spot at = p(x, y);
    Circle(at.x, at.y, r * u, with);
  };
  switch (sign) {
    case Sign::kNone:
      break;
    case Sign::kSun:
      for (int i = 0; i < 8; ++i) {
        const float a = static_cast<float>(i) * 0.7853982F;
        line({{12 + 8.2F * std::cos(a), 12 + 8.2F * std::sin(a)},
              {12 + 11 * std::cos(a), 12 + 11 * std::sin(a)}},
             1.6F);
      }
      disc(12, 12, 6.4F, ink);
      disc(12, 12, 5.2F, colour::kSun);
      break;
    case Sign::kPauseBars:
      Fill({p(5.5F, 3).x, p(0, 3).y, 4.6F * u, 18 * u}, ink, 1.6F * u);
      Fill({p(13.9F, 3).x, p(0, 3).y, 4.6F * u, 18 * u}, ink, 1.6F * u);
      break;
    case Sign::kPlay:
      for (int i = 0; i <= 28; ++i) {  // a filled triangle, as lines
        const float y = 4 + static_cast<float>(i) * 16 / 28;
        const float reach = 13 * (1 - std::abs(y - 12) / 8);
        Line(p(7, y).x, p(7, y).y, p(7 + reach, y).x, p(7, y).y, ink, 0.9F * u);
      }
      break;
    case Sign::kBack:
      line({{14.5F, 5}, {8, 12}, {14.5F, 19}}, 2.2F);
      break;
    case Sign::kForward:
      line({{9.5F, 5}, {16, 12}, {9.5F, 19}}, 2.2F);
      break;
    case Sign::kAgain:
      Arc(cx, cy, 7.6F * u, 0.8F, ink, 2.1F * u);
      line({{7.6F, 2.6F}, {12, 4.4F}, {8.6F, 8}}, 1.9F);
      break;
    case Sign::kCentre:
      Ring(cx, cy, 6.2F * u, ink, 2 * u);
      disc(12, 12, 2, ink);
      line({{12, 2.5F}, {12, 5}}, 2);
      line({{12, 19}, {12, 21.5F}}, 2);
      line({{2.5F, 12}, {5, 12}}, 2);
      line({{19, 12}, {21.5F, 12}}, 2);
      break;
    case Sign::kSquare:
      Fill({p(5, 5).x, p(0, 5).y, 14 * u, 14 * u}, ink, 2 * u);
      break;
    case Sign::kHome:
      line({{6, 5}, {6, 19}}, 2.2F);
      line({{17, 6}, {11, 12}, {17, 18}}, 2.2F);
      break;
    case Sign::kPerson:
      disc(12, 7, 4, ink);
      Fill({p(5.4F, 13).x, p(0, 13).y, 13.2F * u, 8.4F * u}, ink, 4.2F * u);
      break;
    case Sign::kHand:  // a raised hand
      for (int i = 0; i < 4; ++i) {
        const float x = 7.2F + static_cast<float>(i) * 3.1F;
        const float top = i == 0 ? 6.2F : i == 3 ? 5.4F : 3.6F;
        line({{x, top}, {x, 13}}, 2.3F);
      }
      line({{19.6F, 11.5F}, {16.5F, 15}}, 2.4F);
      Fill({p(6, 11).x, p(0, 11).y, 11.6F * u, 9.6F * u}, ink, 4.4F * u);
      break;
    case Sign::kArms:  // arms spread
      disc(12, 6, 3.1F, ink);
      line({{2.5F, 11}, {21.5F, 11}}, 2.4F);
      line({{12, 11}, {12, 17}}, 3.4F);
      line({{12, 17}, {8.5F, 21.5F}}, 2.2F);
      line({{12, 17}, {15.5F, 21.5F}}, 2.2F);
      break;
    case Sign::kHold:  // arms around something
      disc(12, 5.4F, 3.1F, ink);
      Ring(cx, p(0, 14.5F).y, 5 * u, ink, 2.2F * u);
      disc(12, 14.5F, 2.4F, ink);
      break;
    case Sign::kMouth:  // a mouth that calls
      disc(6.5F, 12, 3.6F, ink);
      for (int i = 0; i < 3; ++i) {
        const float r = 5.4F + static_cast<float>(i) * 3.6F;
        float before_x = 0, before_y = 0;
        for (int k = 0; k <= 8; ++k) {
          const float a = -0.75F + 1.5F * static_cast<float>(k) / 8;
          const float x = 7 + r * std::cos(a), y = 12 + r * std::sin(a);
          if (k > 0) line({{before_x, before_y}, {x, y}}, 1.7F);
          before_x = x;
          before_y = y;
        }
      }
      break;
    case Sign::kTick:
      line({{5, 12.5F}, {10, 17.5F}, {19.5F, 6.5F}}, 2.6F);
      break;
  }
}

}  // namespace vr
