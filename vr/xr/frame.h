// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <glm/vec2.hpp>
#include <span>
#include <vector>

#include "vr/core/input.h"

namespace vr::xr {

/// One eye's view: where it is in the runtime's space and the half-angles of its picture in
/// radians (left and down are negative).
struct EyeView {
  Pose pose;
  float left = -0.8F, right = 0.8F, up = 0.8F, down = -0.8F;
};

/// What the runtime told when it let us begin a frame. Every Frame is handed back through Show,
/// which ends it.
struct Frame {
  std::int64_t display_ns = 0;  ///< On the runtime's clock.
  std::int64_t period_ns = 0;   ///< To the next one.
  bool drawn = false;           ///< The runtime wants a picture, and knows from where.
  bool recentered = false;      ///< The runtime moved its space: take the seat anew.
  std::array<EyeView, 2> eyes;
  TrainerInput input;  ///< Head, hands, gaze, worn, focused; time and commands are the caller's.
};

/// Triangles in the plane z = -1 of an eye that its lens hides; nothing need be drawn there.
struct HiddenMesh {
  std::vector<glm::vec2> corners;
  std::vector<std::uint32_t> indices;
};

/// Where one eye's picture goes.
struct EyeTarget {
  int eye = 0;  ///< 0 left, 1 right.
  EyeView view;
  unsigned colour = 0;  ///< Texture to draw into; sRGB.
  unsigned depth = 0;   ///< Texture for depth, or 0 when the runtime wants none.
  int depth_bits = 0;
  int width = 0, height = 0;           ///< Pixels to draw, from the lower left.
  const HiddenMesh* hidden = nullptr;  ///< Null when unknown.
};

/// A text before the eyes: a part of the text picture, as a rectangle in the runtime's space.
struct TextQuad {
  Pose pose;  ///< Of its middle; it is read from +z.
  glm::vec2 metres{0, 0};
  int x = 0, y = 0, width = 0, height = 0;  ///< In the text picture; 0, 0 is its lower left.
};

/// What to show in a frame.
struct Picture {
  float near_m = 0.05F, far_m = 900;  ///< What the depth values mean.
  float share = 1;  ///< Of an eye's width and height in pixels that is drawn, over 0 to 1.
  std::function<void(const EyeTarget&)> draw_eye;
  /// Draws the text picture into a texture (sRGB, premultiplied); called when it has changed.
  std::function<void(unsigned texture)> draw_text;
  bool text_changed = false;
  std::span<const TextQuad> quads;
};

/// Width and height of the text picture.
inline constexpr int kTextSide = 2048;

}  // namespace vr::xr
