// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "kiosk/core/settings.h"

namespace kiosk {

inline constexpr float kShadowReach = 30;  ///< du around a card

/// Colour as 0xRRGGBBAA.
struct Color {
  std::uint32_t rgba = 0;
  bool operator==(const Color&) const = default;
  [[nodiscard]] Color WithAlpha(float alpha) const {
    return {(rgba & 0xFFFFFF00u) | static_cast<std::uint32_t>(alpha * 255.0f + 0.5f)};
  }
};

/// Colours by role. Text on its ground reaches 4.5:1 (WCAG 2.2, 1.4.3), 7:1 in high contrast; a
/// test computes it.
struct Theme {
  Color paper, card, line, ink, soft;   ///< Ground, raised ground, hairline, text, quiet text.
  Color track;                          ///< What a bar fills; ground of a mark upon text.
  Color teal, on_teal, on_teal_soft;    ///< The product's colour and text on it.
  Color teal_deep;                      ///< Lower end of the attract screen's gradient.
  Color accent;                         ///< Icons, progress, the right answer's edge.
  Color mint, on_mint;                  ///< Calm highlight (right answers, tags).
  Color sand;                           ///< Ground of a phone's chat.
  Color amber, amber_ground, on_amber;  ///< "Look again", second choice of a pair.
  Color maple, on_maple;                ///< Urgent only.
  Color shadow;
};
[[nodiscard]] const Theme& ThemeFor(bool high_contrast);

/// Contrast ratio of two opaque colours after WCAG 2.2, 1 to 21.
[[nodiscard]] double ContrastRatio(Color a, Color b);

/// What a text is for; decides size, weight, leading and how it wraps.
enum class Type {
  kDisplay,  ///< The one sentence of the attract screen.
  kTitle,    ///< Heading of a screen.
  kHeading,  ///< Heading of a card or tile.
  kBody,     ///< Anything to be read.
  kStrong,   ///< Body, bold.
  kButton,
  kLabel,   ///< Chips, notes, captions of figures.
  kFigure,  ///< A number to be dialled or compared, read from across the room.
};

struct TypeStyle {
  float size = 40;  ///< Em in design units.
  bool bold = false;
  float leading = 1.5f;
  bool balance = false;
};
[[nodiscard]] TypeStyle StyleOf(Type type, TextSize size);

}  // namespace kiosk
