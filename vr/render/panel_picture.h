// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <vector>

#include "assets/font.h"
#include "content/text.h"
#include "vr/core/scene.h"

namespace vr {

/// A picture in sRGB with alpha, premultiplied in linear light; rows from the bottom.
struct Pixels {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgba;
  glm::vec2 metres{0, 0};
};

/// Sets a panel's text: strict line breaking for the language, on a plate that keeps it legible in
/// bright sky and dark water alike.
[[nodiscard]] Pixels PaintPanel(const assets::Font& font, const Panel& panel,
                                content::Language language);

/// The face of the warning sign, `half` its half-width and half-height in metres.
[[nodiscard]] Pixels PaintSign(const assets::Font& font, content::Language language,
                               glm::vec2 half);

}  // namespace vr
