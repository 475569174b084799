// SPDX-License-Identifier: MIT
#include "kiosk/ui/touch.h"

#include <algorithm>
#include <cmath>

namespace kiosk {
namespace {

constexpr float kSlop = 16;           // du; a resting finger of an old hand trembles about 4 mm
constexpr float kReleaseMargin = 28;  // sliding this far off the edge still counts as on it
constexpr double kSampleSeconds = 0.1;
constexpr float kFriction = 4.2f;    // 1/s; the list has stopped after about a second
constexpr float kStopSpeed = 24;     // du/s
constexpr float kFlingSpeed = 180;   // du/s; slower releases do not fling
constexpr float kStopTapSpeed = 60;  // a list faster than this is stopped, not tapped

const HitArea* AreaAt(const std::vector<HitArea>& areas, Vec at) {
  const HitArea* best = nullptr;
  for (const HitArea& area : areas) {
    if (area.rect.Contains(at)) best = &area;
  }
  return best;
}

}  // namespace

void Touch::Feed(const PointerEvent& event, const std::vector<HitArea>& areas,
                 const std::vector<ScrollArea>& scrolls) {
  using Kind = PointerEvent::Kind;
  if (event.kind == Kind::kDown) {
    if (!finger_) Down(event, areas, scrolls);
    return;
  }
  if (!finger_ || *finger_ != event.finger) return;
  if (event.kind == Kind::kMove) Move(event, areas, scrolls);
  if (event.kind == Kind::kUp) Up(event);
  if (event.kind == Kind::kCancel) {
    candidate_.clear();
    pressed_.clear();
    finger_.reset();
  }
}

void Touch::Down(const PointerEvent& event, const std::vector<HitArea>& areas,
                 const std::vector<ScrollArea>& scrolls) {
  finger_ = event.finger;
  start_ = last_ = event.at;
  dragging_ = false;
  samples_ = {{event.seconds, event.at.y}};
  scroll_.clear();
  for (const ScrollArea& scroll : scrolls) {
    if (scroll.rect.Contains(event.at) && scroll.content > scroll.rect.h) scroll_ = scroll.id;
  }
  const bool stops_list = !gliding_.empty() && std::abs(velocity_) > kStopTapSpeed;
  gliding_.clear();
  target_.reset();
  const HitArea* area = AreaAt(areas, event.at);
  candidate_ = area != nullptr && !stops_list ? area->id : "";
  pressed_ = candidate_;
}

void Touch::Move(const PointerEvent& event, const std::vector<HitArea>& areas,
                 const std::vector<ScrollArea>& scrolls) {
  const float moved = event.at.y - start_.y;
  if (!dragging_ && !scroll_.empty() && std::abs(moved) > kSlop) {
    dragging_ = true;
    candidate_.clear();
    pressed_.clear();
    last_.y = start_.y + (moved > 0 ? kSlop : -kSlop);  // no jump when the slop is overcome
  }
  if (dragging_) {
    offsets_[scroll_] = Clamp(scroll_, Offset(scroll_) - (event.at.y - last_.y), scrolls);
    samples_.push_back({event.seconds, event.at.y});
    std::erase_if(samples_,
                  [&](const Sample& s) { return s.seconds < event.seconds - kSampleSeconds; });
  } else if (!candidate_.empty()) {
    const bool on_it = std::any_of(areas.begin(), areas.end(), [&](const HitArea& area) {
      return area.id == candidate_ && area.rect.Grown(kReleaseMargin).Contains(event.at);
    });
    if (!on_it) {
      candidate_.clear();
      pressed_.clear();
    }
  }
  last_ = event.at;
}

void Touch::Up(const PointerEvent& event) {
  if (!candidate_.empty()) tap_ = candidate_;
  if (dragging_ && samples_.size() >= 2) {
    const Sample& first = samples_.front();
    const double span = event.seconds - first.seconds;
    velocity_ = span > 0.005 ? static_cast<float>((first.y - event.at.y) / span) : 0;
    if (std::abs(velocity_) > kFlingSpeed) {
      gliding_ = scroll_;
      glided_at_ = event.seconds;
    }
  }
  finger_.reset();
  candidate_.clear();
  pressed_.clear();
  dragging_ = false;
}

std::optional<std::string> Touch::TakeTap() {
  std::optional<std::string> tap;
  std::swap(tap, tap_);
  return tap;
}

bool Touch::Glide(double seconds, const std::vector<ScrollArea>& scrolls) {
  const float dt = std::clamp(static_cast<float>(seconds - glided_at_), 0.0f, 0.05f);
  glided_at_ = seconds;
  if (target_) {
    const float from = Offset(target_->scroll);
    const float left = target_->offset - from;
    const float step = left * (1 - std::exp(-14.0f * dt));
    const bool arrived = std::abs(left - step) < 1;
    offsets_[target_->scroll] = arrived ? target_->offset : from + step;
    if (arrived) target_.reset();
  }
  if (!gliding_.empty()) {
    const float before = Offset(gliding_);
    const float after = Clamp(gliding_, before + velocity_ * dt, scrolls);
    offsets_[gliding_] = after;
    velocity_ *= std::exp(-kFriction * dt);
    if (std::abs(velocity_) < kStopSpeed || (dt > 0 && after == before)) gliding_.clear();
  }
  return IsGliding();
}

float Touch::Offset(const std::string& scroll) const {
  const auto found = offsets_.find(scroll);
  return found == offsets_.end() ? 0 : found->second;
}

void Touch::ScrollBy(const std::string& scroll, float distance,
                     const std::vector<ScrollArea>& scrolls) {
  const float base = target_ && target_->scroll == scroll ? target_->offset : Offset(scroll);
  gliding_.clear();
  target_ = Target{scroll, Clamp(scroll, base + distance, scrolls)};
}

float Touch::Clamp(const std::string& scroll, float offset,
                   const std::vector<ScrollArea>& scrolls) const {
  for (const ScrollArea& area : scrolls) {
    if (area.id == scroll)
      return std::clamp(offset, 0.0f, std::max(0.0f, area.content - area.rect.h));
  }
  return std::max(0.0f, offset);
}

void Touch::Forget() { *this = Touch(); }

}  // namespace kiosk
