// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/ui/geometry.h"

namespace kiosk {

/// What a finger (or the mouse as finger -1) did.
struct PointerEvent {
  enum class Kind { kDown, kMove, kUp, kCancel };
  Kind kind = Kind::kDown;
  std::int64_t finger = 0;
  Vec at;              ///< Design units.
  double seconds = 0;  ///< When it happened.
};

/// Where a finger may act, from the picture that the visitor saw. Later ones lie on top.
struct HitArea {
  std::string id;
  Rect rect;           ///< Painted and a little more; already clipped to its view.
  std::string scroll;  ///< The scroll view it stands in, or empty.
};
struct ScrollArea {
  std::string id;
  Rect rect;
  float content = 0;  ///< Height of what it shows.
};

/// Turns fingers into taps and scrolling. One finger counts at a time: a second one does nothing.
/// A tap acts on release; sliding off cancels; a drag that scrolls cancels; a finger that stops a
/// moving list taps nothing.
class Touch {
 public:
  /// Feeds one event against the areas of the picture shown.
  void Feed(const PointerEvent& event, const std::vector<HitArea>& areas,
            const std::vector<ScrollArea>& scrolls);

  /// The id that was tapped since the last call, if any.
  [[nodiscard]] std::optional<std::string> TakeTap();

  /// The id under the resting finger, painted as pressed; empty when none.
  [[nodiscard]] const std::string& Pressed() const { return pressed_; }

  /// Moves lists that were flung. Returns true while something still moves.
  bool Glide(double seconds, const std::vector<ScrollArea>& scrolls);

  [[nodiscard]] float Offset(const std::string& scroll) const;
  void ScrollBy(const std::string& scroll, float distance, const std::vector<ScrollArea>& scrolls);
  void SetOffset(const std::string& scroll, float offset) { offsets_[scroll] = offset; }
  [[nodiscard]] bool IsGliding() const { return !gliding_.empty() || target_.has_value(); }
  [[nodiscard]] bool IsDown() const { return finger_.has_value(); }

  /// Nothing of the visitor stays: offsets, fingers, taps.
  void Forget();

 private:
  void Down(const PointerEvent& event, const std::vector<HitArea>& areas,
            const std::vector<ScrollArea>& scrolls);
  void Move(const PointerEvent& event, const std::vector<HitArea>& areas,
            const std::vector<ScrollArea>& scrolls);
  void Up(const PointerEvent& event);
  float Clamp(const std::string& scroll, float offset,
              const std::vector<ScrollArea>& scrolls) const;

  struct Sample {
    double seconds;
    float y;
  };
  struct Target {
    std::string scroll;
    float offset;
  };
  std::optional<std::int64_t> finger_;
  std::string candidate_;  ///< Pressed at the start; taps if released there.
  std::string pressed_;
  std::string scroll_;  ///< The scroll view under the finger.
  bool dragging_ = false;
  Vec start_, last_;
  std::vector<Sample> samples_;
  std::optional<std::string> tap_;
  std::map<std::string, float> offsets_;
  std::string gliding_;
  float velocity_ = 0;  ///< Design units a second.
  double glided_at_ = 0;
  std::optional<Target> target_;
};

}  // namespace kiosk
