// SPDX-License-Identifier: MIT
#include "kiosk/devices/damage.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace kiosk {
namespace {

using Stretch = Triangles::Stretch;

/// Walks through the triangles one by one, knowing the stretch each belongs to.
class Walk {
 public:
  Walk(const Triangles& triangles, bool backwards)
      : triangles_(triangles), backwards_(backwards), left_(triangles.Count()) {
    stretch_ = backwards_ && !triangles.stretches.empty() ? triangles.stretches.size() - 1 : 0;
  }
  [[nodiscard]] std::size_t Left() const { return left_; }
  [[nodiscard]] std::size_t Index() const {
    return backwards_ ? left_ - 1 : triangles_.Count() - left_;
  }
  [[nodiscard]] const Stretch& In() const { return triangles_.stretches[stretch_]; }
  [[nodiscard]] const ImDrawVert* Corners() const { return &triangles_.corners[Index() * 3]; }
  void Next() {
    --left_;
    if (left_ == 0) return;
    if (backwards_) {
      while (Index() < In().first) --stretch_;
    } else {
      while (Index() >= In().first + In().count) ++stretch_;
    }
  }

 private:
  const Triangles& triangles_;
  bool backwards_;
  std::size_t left_;
  std::size_t stretch_ = 0;
};

// Bytes, not values: both come from the same code, and a difference too many is only drawn again.
// NOLINTBEGIN(bugprone-suspicious-memory-comparison)
bool Same(const Walk& a, const Walk& b) {
  return a.In().texture == b.In().texture &&
         std::memcmp(&a.In().clip, &b.In().clip, sizeof(ImVec4)) == 0 &&
         std::memcmp(a.Corners(), b.Corners(), 3 * sizeof(ImDrawVert)) == 0;
}
// NOLINTEND(bugprone-suspicious-memory-comparison)

/// Grows to hold triangles, cut by their clipping.
struct Bounds {
  float left = std::numeric_limits<float>::max(), top = left;
  float right = std::numeric_limits<float>::lowest(), bottom = right;

  void Add(const ImDrawVert* corners, const ImVec4& clip) {
    const auto [x0, x1] = std::minmax({corners[0].pos.x, corners[1].pos.x, corners[2].pos.x});
    const auto [y0, y1] = std::minmax({corners[0].pos.y, corners[1].pos.y, corners[2].pos.y});
    const float l = std::max(x0, clip.x), t = std::max(y0, clip.y);
    const float r = std::min(x1, clip.z), b = std::min(y1, clip.w);
    if (l > r || t > b) return;
    left = std::min(left, l);
    top = std::min(top, t);
    right = std::max(right, r);
    bottom = std::max(bottom, b);
  }
  void Add(const Triangles& all, std::size_t from, std::size_t until) {
    for (const Stretch& stretch : all.stretches) {
      const std::size_t first = std::max(from, stretch.first);
      const std::size_t last = std::min(until, stretch.first + stretch.count);
      for (std::size_t i = first; i < last; ++i) Add(&all.corners[i * 3], stretch.clip);
    }
  }
};

}  // namespace

void Triangles::Take(const ImDrawList& list) {
  corners.clear();
  stretches.clear();
  corners.reserve(static_cast<std::size_t>(list.IdxBuffer.Size));
  for (const ImDrawCmd& command : list.CmdBuffer) {
    if (command.ElemCount == 0 || command.UserCallback != nullptr) continue;
    stretches.push_back(
        {command.ClipRect, command.GetTexID(), corners.size() / 3, command.ElemCount / 3});
    for (unsigned i = 0; i < command.ElemCount; ++i) {
      const auto index = list.IdxBuffer[static_cast<int>(command.IdxOffset + i)];
      corners.push_back(list.VtxBuffer[static_cast<int>(command.VtxOffset + index)]);
    }
  }
}

PixelRect Damage(const Triangles& before, const Triangles& after, ImTextureID renewed, int width,
                 int height) {
  Walk old_front(before, false), new_front(after, false);
  while (old_front.Left() > 0 && new_front.Left() > 0 && Same(old_front, new_front)) {
    old_front.Next();
    new_front.Next();
  }
  const std::size_t same = before.Count() - old_front.Left();
  Walk old_back(before, true), new_back(after, true);
  while (old_back.Left() > same && new_back.Left() > same && Same(old_back, new_back)) {
    old_back.Next();
    new_back.Next();
  }
  Bounds bounds;
  bounds.Add(before, same, old_back.Left());
  bounds.Add(after, same, new_back.Left());
  for (const Stretch& stretch : after.stretches) {
    if (renewed == ImTextureID{} || stretch.texture != renewed) continue;
    bounds.Add(after, stretch.first, stretch.first + stretch.count);
  }
  if (bounds.left > bounds.right) return {};
  // One pixel around: a corner between pixels touches its neighbours.
  return {std::max(0, static_cast<int>(std::floor(bounds.left)) - 1),
          std::max(0, static_cast<int>(std::floor(bounds.top)) - 1),
          std::min(width, static_cast<int>(std::ceil(bounds.right)) + 1),
          std::min(height, static_cast<int>(std::ceil(bounds.bottom)) + 1)};
}

}  // namespace kiosk
