// SPDX-License-Identifier: MIT
#include "kiosk/ui/ui.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace kiosk {
namespace {

constexpr float kShortSide = 1080;       // design units
constexpr float kReachPortrait = 0.42f;  // free upper part of the screen with reach-down
constexpr float kReachLandscape = 0.22f;
constexpr double kMotionSeconds = 0.2;
constexpr float kMotionStart = 0.25f;  // the first picture can be read already
constexpr float kMotionDistance = 26;
constexpr float kHidden = 22;                 // less than a line beyond the edge needs no arrow
constexpr float kFade = 52, kButtonOut = 20;  // at the edge of what scrolls; beside it
constexpr std::size_t kMaxParagraphs = 3000;

}  // namespace

Ui::Ui(const assets::Font& font, assets::GlyphCache& glyphs, UiConfig config)
    : font_(font), glyphs_(glyphs), config_(config) {}

void Ui::BeginPass(const PassInput& input, ImDrawList* list) {
  list_ = list;
  const float width = static_cast<float>(input.width), height = static_cast<float>(input.height);
  scale_ = std::max(0.05f, std::min(width, height) / kShortSide);
  window_ = {0, 0, width / scale_, height / scale_};
  canvas_ = window_;
  if (input.settings.reach_down) {
    const float free = window_.h * (window_.h > window_.w ? kReachPortrait : kReachLandscape);
    canvas_.y += free;
    canvas_.h -= free;
  }
  seconds_ = input.seconds;
  if (input.settings != settings_) paragraphs_.clear();
  settings_ = input.settings;
  if (input.screen != screen_) {
    screen_ = input.screen;
    screen_since_ = seconds_;
  }
  tree_.screen = screen_;
  tree_.elements.clear();
  hits_.clear();
  scrolls_.clear();
  scroll_stack_.clear();
  scroll_y_ = 0;
  film_area_ = {};
  if (paragraphs_.size() > kMaxParagraphs) paragraphs_.clear();
  touch_.Glide(seconds_, shown_scrolls_);
}

void Ui::EndPass() {
  shown_hits_ = hits_;
  shown_scrolls_ = scrolls_;
  answering_.clear();
  to_end_.clear();
}

bool Ui::TakeTap() {
  auto tap = touch_.TakeTap();
  answering_ = tap.value_or("");
  return tap.has_value();
}

bool Ui::IsMoving() const {
  return touch_.IsGliding() || seconds_ - screen_since_ < kMotionSeconds;
}

void Ui::Forget() {
  touch_.Forget();
  answering_.clear();
  paragraphs_.clear();
}

void Ui::BeginMotion() { motion_from_ = list_->VtxBuffer.Size; }

void Ui::EndMotion() {
  const float t = std::clamp(static_cast<float>((seconds_ - screen_since_) / kMotionSeconds),
                             kMotionStart, 1.0f);
  if (t >= 1) return;
  const float eased = 1 - (1 - t) * (1 - t) * (1 - t);
  const float down = (1 - eased) * kMotionDistance * scale_;
  for (int i = motion_from_; i < list_->VtxBuffer.Size; ++i) {
    ImDrawVert& vertex = list_->VtxBuffer[i];
    vertex.pos.y += down;
    const ImU32 alpha = vertex.col >> IM_COL32_A_SHIFT;
    const auto faded = static_cast<ImU32>(static_cast<float>(alpha) * eased);
    vertex.col = (vertex.col & ~IM_COL32_A_MASK) | (faded << IM_COL32_A_SHIFT);
  }
}

float Ui::Mm(float millimetres) const { return millimetres * config_.pixels_per_mm / scale_; }

Color Ui::ColorOf(Ink ink) const {
  const Theme& theme = Colors();
  switch (ink) {
    case Ink::kText:
      return theme.ink;
    case Ink::kSoft:
      return theme.soft;
    case Ink::kTeal:
      return theme.teal;
    case Ink::kAccent:
      return theme.accent;
    case Ink::kOnTeal:
      return theme.on_teal;
    case Ink::kOnTealSoft:
      return theme.on_teal_soft;
    case Ink::kOnMint:
      return theme.on_mint;
    case Ink::kOnAmber:
      return theme.on_amber;
    case Ink::kMaple:
      return theme.maple;
    case Ink::kOnMaple:
      return theme.on_maple;
  }
  return theme.ink;
}

std::uint32_t Ui::Packed(Color color) const {
  return IM_COL32(color.rgba >> 24, (color.rgba >> 16) & 0xFFu, (color.rgba >> 8) & 0xFFu,
                  color.rgba & 0xFFu);
}

Vec Ui::PxAt(Vec at) const { return {at.x * scale_, (at.y - scroll_y_) * scale_}; }

Rect Ui::Px(Rect area) const {
  return {area.x * scale_, (area.y - scroll_y_) * scale_, area.w * scale_, area.h * scale_};
}

void Ui::AddElement(std::string_view id, Role role, std::string_view text, Rect area, Rect hit,
                    bool enabled, bool chosen, bool clipped) {
  const Rect shown = area.Moved(0, -scroll_y_);
  bool visible = true;
  if (!scroll_stack_.empty()) {
    const Rect inside = shown.Clipped(scroll_stack_.back().view);
    visible = inside.w > 1 && inside.h > 1;
  }
  tree_.elements.push_back(
      {std::string(id), role, std::string(text), shown, hit, enabled, chosen, clipped, visible});
}

void Ui::Note(std::string_view id, Role role, Rect area, std::string_view text, bool chosen) {
  AddElement(id, role, text, area, {}, true, chosen, false);
}

// --- Scrolling ---------------------------------------------------------------------------------

Rect Ui::BeginScroll(std::string_view id, Rect view, Ground ground) {
  const std::string name(id);
  scroll_stack_.push_back({name, view, ground});
  const Rect px = Px(view.Inset(-kShadowReach, 0));
  list_->PushClipRect({px.x, px.y}, {px.Right(), px.Bottom()}, true);
  scroll_y_ += touch_.Offset(name);
  return view;
}

void Ui::EndScroll(float content_height) {
  const ScrollFrame frame = scroll_stack_.back();
  const float offset = touch_.Offset(frame.id);
  scroll_y_ -= offset;
  scroll_stack_.pop_back();
  list_->PopClipRect();
  scrolls_.push_back({frame.id, frame.view, content_height});
  const float furthest = std::max(0.0f, content_height - frame.view.h);
  if (offset > furthest) touch_.SetOffset(frame.id, furthest);
  // Only growth moves a view that follows its end: one may scroll back and read in peace.
  if (std::find(to_end_.begin(), to_end_.end(), frame.id) != to_end_.end()) {
    const bool grew =
        std::none_of(shown_scrolls_.begin(), shown_scrolls_.end(), [&](const ScrollArea& area) {
          return area.id == frame.id && area.content - area.rect.h > furthest - 1;
        });
    if (grew && furthest > 0) touch_.ScrollBy(frame.id, content_height, scrolls_);
  }
  ScrollButtons(frame, content_height);
}

void Ui::ScrollToEnd(std::string_view id) { to_end_.emplace_back(id); }

// A button at the lower (upper) edge of a view with more below (above): nothing needs dragging.
void Ui::ScrollButtons(const ScrollFrame& frame, float content_height) {
  const float offset = touch_.Offset(frame.id);
  const float more = content_height - frame.view.h - offset;
  const float side = std::max(84.0f, Mm(12));
  const auto button = [&](const std::string& id, Rect area, std::string_view icon, float by) {
    const Theme& theme = Colors();
    Circle(area.Center(), side / 2, theme.teal.WithAlpha(IsPressed(id) ? 1.0f : 0.92f));
    Icon(icon, area.Inset(side * 0.24f, side * 0.24f), theme.on_teal);
    if (Tap(id, area, Role::kScroll, by > 0 ? "↓" : "↑")) touch_.ScrollBy(frame.id, by, scrolls_);
  };
  const Rect edge{frame.view.x - kShadowReach, frame.view.y, frame.view.w + 2 * kShadowReach,
                  kFade};
  const Color full = ColorOf(frame.ground), none = full.WithAlpha(0);
  const bool fades = frame.ground != Ground::kNone;
  const float x = frame.view.Right() + kButtonOut - side;
  if (more > kHidden) {
    if (fades) FillGradient(edge.Moved(0, frame.view.h - kFade), none, full);
    button(frame.id + ".down", {x, frame.view.Bottom() - side - 10, side, side}, "chevron-down",
           frame.view.h * 0.8f);
  }
  if (offset > kHidden) {
    if (fades) FillGradient(edge, full, none);
    button(frame.id + ".up", {x, frame.view.y + 10, side, side}, "chevron-up",
           -frame.view.h * 0.8f);
  }
}

}  // namespace kiosk
