// SPDX-License-Identifier: MIT
#include "kiosk/screens/stack.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace kiosk {
namespace {

// A scroll view is wider than what it shows, so that soft shadows are not cut at its edges.
constexpr float kPairGap = 32;
constexpr float kLeastShare = 0.36f;

}  // namespace

Pair SplitPair(Ui& ui, Rect area, const std::string& left, const std::string& right) {
  const float pad = 100;
  const float a = ui.Measure(Type::kButton, left, 2000).width + pad;
  const float b = ui.Measure(Type::kButton, right, 2000).width + pad;
  const float room = area.w - kPairGap;
  // Equal halves unless a word would break.
  float first = room / 2;
  if (a > first || b > first) first = room * std::clamp(a / (a + b), kLeastShare, 1 - kLeastShare);
  return {{area.x, area.y, first, area.h},
          {area.x + first + kPairGap, area.y, room - first, area.h}};
}

float PairHeight(Ui& ui, float width, const std::string& left, const std::string& right) {
  const Pair pair = SplitPair(ui, {0, 0, width, 0}, left, right);
  return std::max({IsLow(ui) ? 116.0f : 132.0f, ui.ButtonHeight(left, pair.left.w, {}),
                   ui.ButtonHeight(right, pair.right.w, {})});
}

void Stack::Add(float height, std::function<void(Rect)> draw) {
  if (!blocks_.empty()) height_ += next_gap_ >= 0 ? next_gap_ : gap_;
  next_gap_ = -1;
  blocks_.push_back({height_, height, std::move(draw)});
  height_ += height;
}

void Stack::Text(Type type, Ink ink, std::string text, Align align) {
  if (text.empty()) return;
  const float height = ui_->TextHeight(type, text, width_);
  Add(height, [ui = ui_, type, ink, text = std::move(text), align](Rect area) {
    ui->Text(area, type, ink, text, align);
  });
}

void Stack::Panel(Ground ground, float pad, Stack inside, float radius) {
  const float height = inside.Height() + 2 * pad;
  Add(height, [ui = ui_, ground, pad, radius, inside = std::move(inside)](Rect area) {
    ui->Panel(area, ground, radius);
    inside.Draw(area.Inset(pad, pad));
  });
}

void Stack::Draw(Rect area) const {
  for (const Block& block : blocks_) {
    block.draw({area.x, area.y + block.top, width_, block.height});
  }
}

void Stack::DrawIn(std::string_view scroll_id, Rect view, bool middle, Ground ground) const {
  if (height_ <= view.h + 1) {
    const float free = middle ? (view.h - height_) / 2 : 0;
    Draw(view.Moved(0, std::max(0.0f, free)));
    return;
  }
  Draw(ui_->BeginScroll(scroll_id, view, ground));
  ui_->EndScroll(height_ + 16);
}

}  // namespace kiosk
