// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/screens/screens.h"
#include "kiosk/screens/stack.h"

/// Pieces of the screens that inform: blocks for a Stack, and the two columns of a wide screen.
namespace kiosk {

/// Two columns side by side on a wide screen; on a tall one both are the whole area.
struct SheetColumns {
  Rect left, right;
  bool wide = false;
};
/// `share` of the width goes to the left column.
[[nodiscard]] SheetColumns CutSheet(const Ui& ui, Rect area, float share);
/// Both in their columns, each scrolling by itself; on a tall screen `left` above `right` in one
/// scroll.
void DrawSheet(Ui& ui, std::string_view scroll_id, const SheetColumns& columns, const Stack& left,
               const Stack& right);

/// The banner that says "sample" or "out of date".
void StackBanner(Stack& stack, Ui& ui, std::string icon, std::string text);
/// Lines with a mark before each.
void StackBullets(Stack& stack, Ui& ui, Type type, Ink ink, std::vector<std::string> lines);
/// A text with an icon at its first line.
void StackIconText(Stack& stack, Ui& ui, std::string icon, Type type, Ink ink, std::string text);
/// A short text on a rounded ground no wider than it is.
void StackTag(Stack& stack, Ui& ui, Ground ground, Ink ink, std::string text,
              std::string icon = {});
void StackHairline(Stack& stack, Ui& ui);

/// A QR code with what it is for, on a card. `text` is what the phone will show.
struct QrCard {
  std::string title, note, text, alt;
};
void StackQr(Stack& stack, Ui& ui, QrCard card);
/// Largest text, in bytes of UTF-8, that a phone still reads at arm's length from StackQr.
inline constexpr std::size_t kQrBytes = 590;
/// `lines` joined; when they are more than `bytes` bytes, the longest are shortened first ("…"), so
/// that every line keeps its beginning.
[[nodiscard]] std::string FitLines(const std::vector<std::string>& lines, std::size_t bytes);

/// A note when the item's review date has passed.
void StackPastReview(Stack& stack, const View& view, Ui& ui, const content::Envelope& envelope);

/// The emergency card: who to tell, the numbers, what to do, why now.
void DrawLossCard(const content::Card& card, const View& view, Ui& ui, Rect area);

}  // namespace kiosk
