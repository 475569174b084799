// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/screens.h"

/// Pieces that several screens are composed of. All lengths in design units.
namespace kiosk {

inline constexpr float kMargin = 56;     ///< Left and right of every screen.
inline constexpr float kGap = 32;        ///< Between cards.
inline constexpr float kColumnGap = 56;  ///< Between two columns of a wide screen.
inline constexpr float kSmallGap = 20;
inline constexpr float kCardPad = 44;  ///< Inside a card.

/// `pattern` with "{n}" replaced.
[[nodiscard]] std::string WithNumber(const std::string& pattern, int n);
/// ISO day as the reader's language writes it: "2026年11月23日", "23 November 2026".
[[nodiscard]] std::string SayDate(content::Date date, content::Language language);

/// Name of the icon for a kind of item, or for the channel of a message.
[[nodiscard]] std::string_view IconOf(content::Kind kind);
[[nodiscard]] std::string_view IconOf(content::Channel channel);

/// Title of a screen; returns the height used.
float DrawTitle(Ui& ui, Rect area, std::string_view text);

/// A band with an icon that says that what follows is a sample, a preview, or out of date.
[[nodiscard]] float BannerHeight(Ui& ui, float width, std::string_view text);
void DrawBanner(Ui& ui, Rect area, std::string_view icon, std::string_view text);

/// Lines with a mark before each; returns the height used. Draws nothing when `draw` is false.
float DrawBullets(Ui& ui, Rect area, Type type, Ink ink, const std::vector<std::string>& lines,
                  bool draw = true);

/// One or two buttons side by side along the bottom of `area`.
struct BarButton {
  std::string id;
  std::string label;
  ButtonLook look = ButtonLook::kPrimary;
  std::string_view icon{};
};
[[nodiscard]] float BarHeight(Ui& ui, float width, const std::vector<BarButton>& buttons);
/// Index of the button that was tapped.
std::optional<std::size_t> DrawBar(Ui& ui, Rect area, const std::vector<BarButton>& buttons);

}  // namespace kiosk
