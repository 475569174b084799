// SPDX-License-Identifier: MIT
#include <algorithm>

#include "kiosk/screens/parts.h"
#include "kiosk/screens/sheet.h"
#include "kiosk/screens/words_info.h"

namespace kiosk {
namespace {

using content::Card;

constexpr float kPosterPad = 56;
constexpr float kLeastPicture = 280;
constexpr float kPictureRatio = 1.5f;  // posters' pictures are drawn 3:2
constexpr float kCodeSide = 230;
constexpr float kNumber = 64;

std::string TakeAway(const View& view, const Card& card) {
  std::vector<std::string> lines{view.Say(card.headline)};
  for (const content::Text& line : card.lines) lines.push_back("· " + view.Say(line));
  if (!card.action.empty()) lines.push_back(view.Say(card.action));
  if (!card.footer.empty()) lines.push_back(view.Say(card.footer));
  return FitLines(lines, kQrBytes);
}

/// A line of the poster with its number in a mint circle.
void StackLine(Stack& stack, Ui& ui, const std::string& text, std::size_t n) {
  const float room = stack.Width() - kNumber - 28;
  const float height = std::max(kNumber, ui.TextHeight(Type::kHeading, text, room));
  stack.Add(height, [&ui, text, n, room](Rect area) {
    const float line = ui.Measure(Type::kHeading, text, room).line_height;
    const float first = std::max(line, kNumber);
    const float top = area.h > kNumber ? area.y : area.Center().y - first / 2;
    ui.Circle({area.x + kNumber / 2, top + first / 2}, kNumber / 2, ui.Colors().mint);
    ui.TextMiddle({area.x, top + first / 2 - kNumber / 2, kNumber, kNumber}, Type::kStrong,
                  Ink::kOnMint, std::to_string(n));
    ui.Text({area.x + kNumber + 28, top + (first - line) / 2, room, 0}, Type::kHeading, Ink::kText,
            text);
  });
}

/// What to do, in a band of the product's colour.
void StackAction(Stack& stack, Ui& ui, const std::string& text) {
  if (text.empty()) return;
  const float pad = 40;
  const float height = ui.TextHeight(Type::kHeading, text, stack.Width() - 2 * pad) + 2 * 30;
  stack.Add(height, [&ui, text, pad](Rect area) {
    ui.Panel(area, Ground::kTeal, 30);
    ui.TextMiddle(area.Inset(pad, 0), Type::kHeading, Ink::kOnTeal, text);
  });
}

/// Who says so, and the code that carries the text home.
void StackFoot(Stack& stack, const View& view, Ui& ui, const Card& card) {
  const std::string footer = view.Say(card.footer), scan = view.Say(words::kCardScan);
  const float room = stack.Width() - kCodeSide - 36;
  const float words = (footer.empty() ? 0 : ui.TextHeight(Type::kStrong, footer, room) + 8) +
                      ui.TextHeight(Type::kLabel, scan, room);
  const std::string text = TakeAway(view, card), alt = view.Say(words::kPageAwayAlt);
  stack.Add(std::max(kCodeSide, words), [&ui, footer, scan, room, words, text, alt](Rect area) {
    float y = area.Center().y - words / 2;
    if (!footer.empty()) {
      y += ui.Text({area.x, y, room, 0}, Type::kStrong, Ink::kTeal, footer) + 8;
    }
    ui.Text({area.x, y, room, 0}, Type::kLabel, Ink::kSoft, scan);
    ui.Qr({area.Right() - kCodeSide, area.Center().y - kCodeSide / 2, kCodeSide, kCodeSide}, text,
          alt);
  });
}

/// Everything on the poster but its picture.
Stack PosterText(const View& view, Ui& ui, float width, const Card& card) {
  Stack stack(ui, width, 30);
  stack.Text(Type::kDisplay, Ink::kTeal, view.Say(card.headline));
  stack.Gap(34);
  for (std::size_t i = 0; i < card.lines.size(); ++i) {
    StackLine(stack, ui, view.Say(card.lines[i]), i + 1);
    stack.Gap(20);
  }
  stack.Gap(36);
  StackAction(stack, ui, view.Say(card.action));
  StackFoot(stack, view, ui, card);
  return stack;
}

Texture PictureOf(const View& view, const content::Item& item, const Card& card) {
  return card.picture && view.picture ? view.picture(item, card.picture->file) : Texture{};
}

void DrawPicture(Ui& ui, Rect area, const Texture& texture, const std::string& alt) {
  ui.Fill(area, ui.Colors().sand, 40);
  ui.Image(area, texture, alt, true, 40);
}

void DrawTall(const View& view, Ui& ui, Rect area, const content::Item& item, const Card& card) {
  Stack text = PosterText(view, ui, area.w - 2 * kPosterPad, card);
  float picture = 0;
  if (card.picture) {
    const float free = area.h - text.Height() - 2 * kPosterPad;
    picture = std::clamp(free, kLeastPicture, area.w / kPictureRatio);
  }
  const float height = picture + text.Height() + 2 * kPosterPad;
  const Texture texture = PictureOf(view, item, card);
  const std::string alt = card.picture ? view.Say(card.picture->alt) : "";
  Stack sheet(ui, area.w);
  sheet.Add(height, [&, picture](Rect at) {
    ui.Panel(at, Ground::kCard, 44);
    if (picture > 0) DrawPicture(ui, {at.x, at.y, at.w, picture}, texture, alt);
    text.Draw({at.x + kPosterPad, at.y + picture + kPosterPad, at.w - 2 * kPosterPad, 0});
  });
  sheet.DrawIn("card.scroll", area, true);
}

void DrawWide(const View& view, Ui& ui, Rect area, const content::Item& item, const Card& card) {
  const float left = card.picture ? std::min(area.w * 0.46f, area.h * kPictureRatio) : 0;
  ui.Panel(area, Ground::kCard, 44);
  if (card.picture) {
    DrawPicture(ui, {area.x, area.y, left, area.h}, PictureOf(view, item, card),
                view.Say(card.picture->alt));
  }
  const Rect inner{area.x + left + kPosterPad, area.y + 36, area.w - left - 2 * kPosterPad,
                   area.h - 72};
  PosterText(view, ui, inner.w, card).DrawIn("card.scroll", inner, true);
}

}  // namespace

MaybeEvent DrawCard(const CardScreen& screen, const View& view, Ui& ui, Rect area) {
  const auto* card = screen.item ? std::get_if<Card>(&screen.item->body) : nullptr;
  if (card == nullptr) return {};
  Stack note(ui, area.w);
  StackPastReview(note, view, ui, screen.item->envelope);
  if (!note.empty()) {
    note.Draw(area);
    area.y += note.Height() + kSmallGap;
    area.h -= note.Height() + kSmallGap;
  }
  if (!card->steps.empty() || !card->numbers.empty()) {
    DrawLossCard(*card, view, ui, area);
  } else if (CutSheet(ui, area, 0.5f).wide) {
    DrawWide(view, ui, area, *screen.item, *card);
  } else {
    DrawTall(view, ui, area, *screen.item, *card);
  }
  return {};
}

}  // namespace kiosk
