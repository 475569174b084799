// SPDX-License-Identifier: MIT
#pragma once

#include <imgui.h>

#include <cstddef>
#include <vector>

namespace kiosk {

/// A rectangle of the window in whole pixels; `right` and `bottom` lie outside. Empty when it has
/// no width or height.
struct PixelRect {
  int left = 0, top = 0, right = 0, bottom = 0;
  [[nodiscard]] bool Empty() const { return right <= left || bottom <= top; }
};

/// The triangles of one picture, kept to be compared with those of the next.
struct Triangles {
  struct Stretch {  ///< Triangles that follow one another with the same texture and clipping.
    ImVec4 clip{};
    ImTextureID texture{};
    std::size_t first = 0, count = 0;  ///< In triangles.
  };
  std::vector<ImDrawVert> corners;  ///< Three a triangle, in the order of drawing.
  std::vector<Stretch> stretches;

  void Take(const ImDrawList& list);
  [[nodiscard]] std::size_t Count() const { return corners.size() / 3; }
};

/// What must be drawn again so that `before` becomes `after`: the smallest rectangle around every
/// triangle that came, went, changed or shows `renewed` (a texture whose contents changed; 0:
/// none), within a window of `width` x `height` pixels. Triangles are compared from both ends, so
/// that something that comes or goes in the middle of the list costs its own place only.
[[nodiscard]] PixelRect Damage(const Triangles& before, const Triangles& after, ImTextureID renewed,
                               int width, int height);

}  // namespace kiosk
