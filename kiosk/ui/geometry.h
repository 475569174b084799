// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>

namespace kiosk {

/// Lengths on screens are in design units: the short side of the screen is 1080 of them, whatever
/// its pixels. Y grows downwards.
struct Vec {
  float x = 0, y = 0;
  bool operator==(const Vec&) const = default;
};

struct Rect {
  float x = 0, y = 0, w = 0, h = 0;

  [[nodiscard]] float Right() const { return x + w; }
  [[nodiscard]] float Bottom() const { return y + h; }
  [[nodiscard]] Vec Center() const { return {x + w / 2, y + h / 2}; }
  [[nodiscard]] bool Contains(Vec p) const {
    return p.x >= x && p.x < Right() && p.y >= y && p.y < Bottom();
  }
  [[nodiscard]] Rect Inset(float dx, float dy) const {
    return {x + dx, y + dy, w - 2 * dx, h - 2 * dy};
  }
  [[nodiscard]] Rect Moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }
  [[nodiscard]] Rect Grown(float by) const { return Inset(-by, -by); }
  [[nodiscard]] Rect Clipped(const Rect& other) const {
    const float left = std::max(x, other.x), top = std::max(y, other.y);
    return {left, top, std::max(0.0f, std::min(Right(), other.Right()) - left),
            std::max(0.0f, std::min(Bottom(), other.Bottom()) - top)};
  }
  bool operator==(const Rect&) const = default;
};

/// Takes slices off the top of an area, with a gap between them.
class Column {
 public:
  Column(Rect area, float gap) : area_(area), gap_(gap), y_(area.y) {}
  /// The next slice, as wide as the area.
  Rect Take(float height) {
    const Rect slice{area_.x, y_, area_.w, height};
    y_ += height + gap_;
    return slice;
  }
  void Skip(float height) { y_ += height; }
  [[nodiscard]] float Y() const { return y_; }
  /// Height used so far, without the last gap.
  [[nodiscard]] float Used() const { return std::max(0.0f, y_ - gap_ - area_.y); }
  /// What is left below.
  [[nodiscard]] Rect Rest() const {
    return {area_.x, y_, area_.w, std::max(0.0f, area_.Bottom() - y_)};
  }

 private:
  Rect area_;
  float gap_;
  float y_;
};

/// Column `index` of `count` equal ones with a gap between them.
[[nodiscard]] inline Rect Cut(Rect area, int index, int count, float gap) {
  const float n = static_cast<float>(count);
  const float w = (area.w - gap * (n - 1)) / n;
  return {area.x + static_cast<float>(index) * (w + gap), area.y, w, area.h};
}

}  // namespace kiosk
