// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "kiosk/screens/parts.h"
#include "kiosk/screens/sheet.h"
#include "kiosk/screens/words_info.h"

namespace kiosk {
namespace {

using content::Card;

constexpr float kPosterPad = 56;
constexpr float kLeastPicture = 280, kLeastBesideSteps = 200;
constexpr float kPictureRatio = 1.5f;  // posters' pictures are drawn 3:2
constexpr float kCodeSide = 280;
constexpr float kNumber = 64;

std::string TakeAway(const View& view, const Card& card) {
  std::vector<std::string> lines{view.Say(card.headline)};
  for (const content::Text& line : card.lines) lines.push_back("· " + view.Say(line));
  for (std::size_t i = 0; i < card.steps.size(); ++i) {
    lines.push_back(std::to_string(i + 1) + ". " + view.Say(card.steps[i].title));
  }
  for (const content::HotLine& line : card.numbers) {
    lines.push_back(line.number + " " + view.Say(line.label));
  }
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
    ui.TextMiddle({area.x, top + first / 2 - kNumber, kNumber, 2 * kNumber}, Type::kStrong,
                  Ink::kOnMint, std::to_string(n));
    ui.Text({area.x + kNumber + 28, top + (first - line) / 2, room, 0}, Type::kHeading, Ink::kText,
            text);
  });
}

/// What is done in turn: a numbered line, and under it how.
void StackStep(Stack& stack, const View& view, Ui& ui, const content::Step& step, std::size_t n) {
  StackLine(stack, ui, view.Say(step.title), n);
  const float left = kNumber + 28, room = stack.Width() - left;
  for (const content::Text& line : step.lines) {
    stack.Gap(8);
    stack.Add(ui.TextHeight(Type::kBody, view.Say(line), room),
              [&ui, text = view.Say(line), left, room](Rect area) {
                ui.Text({area.x + left, area.y, room, 0}, Type::kBody, Ink::kSoft, text);
              });
  }
}

/// A number to dial, with what it is for under it.
void StackNumber(Stack& stack, const View& view, Ui& ui, const content::HotLine& line) {
  stack.Gap(32);
  StackIconText(stack, ui, "phone-call", Type::kTitle, Ink::kTeal, line.number);
  stack.Gap(6);
  stack.Text(Type::kBody, Ink::kText, view.Say(line.label));
}

/// What to do, in a band of the product's colour.
void StackAction(Stack& stack, Ui& ui, const std::string& text) {
  if (text.empty()) return;
  const float pad = 40;
  const float room = stack.Width() - 2 * pad;
  stack.Add(ui.TextHeight(Type::kHeading, text, room) + 2 * 30, [&ui, text, pad](Rect area) {
    ui.Panel(area, Ground::kTeal, 30);
    ui.TextMiddle(area.Inset(pad, 0), Type::kHeading, Ink::kOnTeal, text);
  });
}

/// The code that carries the text home.
void DrawCode(const View& view, Ui& ui, Rect area, const Card& card) {
  ui.Qr(area, TakeAway(view, card), view.Say(words::kPageAwayAlt));
}

/// Who says so and, unless it stands elsewhere, the code.
void StackFoot(Stack& stack, const View& view, Ui& ui, const Card& card, bool code) {
  std::string footer = view.Say(card.footer), scan = view.Say(words::kCardScan);
  if (!code && !footer.empty()) scan = std::exchange(footer, "") + " · " + scan;
  const float room = stack.Width() - (code ? kCodeSide + 36 : 0);
  const float words = (footer.empty() ? 0 : ui.TextHeight(Type::kStrong, footer, room) + 8) +
                      ui.TextHeight(Type::kLabel, scan, room);
  const auto draw = [&, footer, scan, room, words, code](Rect area) {
    float y = area.Center().y - words / 2;
    if (!footer.empty()) {
      y += ui.Text({area.x, y, room, 0}, Type::kStrong, Ink::kTeal, footer) + 8;
    }
    ui.Text({area.x, y, room, 0}, Type::kLabel, Ink::kSoft, scan);
    if (!code) return;
    const float x = area.Right() - kCodeSide;
    DrawCode(view, ui, {x, area.Center().y - kCodeSide / 2, kCodeSide, kCodeSide}, card);
  };
  stack.Add(code ? std::max(kCodeSide, words) : words, draw);
}

Stack Lines(const View& view, Ui& ui, float width, const Card& card) {
  Stack lines(ui, width, 20);
  for (std::size_t i = 0; i < card.lines.size(); ++i) {
    if (card.steps.empty()) {
      StackLine(lines, ui, view.Say(card.lines[i]), i + 1);
    } else {  // the numbers belong to the steps
      lines.Text(Type::kBody, Ink::kText, view.Say(card.lines[i]));
    }
  }
  for (std::size_t i = 0; i < card.steps.size(); ++i) {
    if (!lines.empty()) lines.Gap(28);
    StackStep(lines, view, ui, card.steps[i], i + 1);
  }
  for (const content::HotLine& line : card.numbers) StackNumber(lines, view, ui, line);
  return lines;
}

/// Where the code stands: under everything, at the right of the lines, or not in this stack.
enum class Code { kFoot, kBeside, kElsewhere };

/// Everything on the poster but its picture.
Stack PosterText(const View& view, Ui& ui, float width, const Card& card, Code code) {
  Stack stack(ui, width, 30);
  stack.Text(Type::kDisplay, Ink::kTeal, view.Say(card.headline));
  const bool row = code == Code::kBeside && width - kCodeSide - 40 >= 420;
  const Stack lines = Lines(view, ui, row ? width - kCodeSide - 40 : width, card);
  stack.Gap(34);
  stack.Add(row ? std::max(lines.Height(), kCodeSide) : lines.Height(),
            [&view, &ui, &card, lines, row](Rect area) {
              lines.Draw({area.x, area.y + (row ? (area.h - lines.Height()) / 2 : 0), area.w, 0});
              if (!row) return;
              const float x = area.Right() - kCodeSide;
              DrawCode(view, ui, {x, area.Center().y - kCodeSide / 2, kCodeSide, kCodeSide}, card);
            });
  stack.Gap(36);
  StackAction(stack, ui, view.Say(card.action));
  if (code != Code::kElsewhere) StackFoot(stack, view, ui, card, !row);
  return stack;
}

Texture PictureOf(const View& view, const content::Item& item, const Card& card) {
  return card.picture && view.picture ? view.picture(item, card.picture->file) : Texture{};
}

/// Fills the area; where that would cut off much of the picture (heads first), it stands whole on a
/// mat.
void DrawPicture(Ui& ui, Rect area, const Texture& texture, const std::string& alt) {
  const float ratio = area.w / area.h / kPictureRatio;
  const bool mat = ratio > 1.5f || ratio < 0.75f;
  ui.Fill(area, mat ? ui.Colors().amber_ground : ui.Colors().sand, 40);
  ui.Image(mat ? area.Inset(0, 16) : area, texture, alt, !mat, mat ? 20.0f : 40.0f);
}

void DrawTall(const View& view, Ui& ui, Rect area, const content::Item& item, const Card& card) {
  Stack text = PosterText(view, ui, area.w - 2 * kPosterPad, card, Code::kFoot);
  float picture = 0;
  if (card.picture) {
    const float free = area.h - text.Height() - 2 * kPosterPad;
    const float least = card.steps.empty() ? kLeastPicture : kLeastBesideSteps;
    picture = std::clamp(free, least, area.w / kPictureRatio);
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
  constexpr float kFootPad = 24;
  const float left = card.picture ? std::min(area.w * 0.38f, area.h * kPictureRatio) : 0;
  Stack foot(ui, left - 2 * kFootPad);
  if (card.picture) StackFoot(foot, view, ui, card, true);
  // The code goes under the picture where both are whole there, else beside the lines.
  const float under = area.h - foot.Height() - 2 * kFootPad;
  const bool split = card.picture && under >= left / kPictureRatio * 0.9f;
  ui.Panel(area, Ground::kCard, 44);
  if (card.picture) {
    DrawPicture(ui, {area.x, area.y, left, split ? under : area.h}, PictureOf(view, item, card),
                view.Say(card.picture->alt));
  }
  if (split) foot.Draw({area.x + kFootPad, area.y + under + kFootPad, left - 2 * kFootPad, 0});
  const Rect inner{area.x + left + kPosterPad, area.y + 36, area.w - left - 2 * kPosterPad,
                   area.h - 72};
  PosterText(view, ui, inner.w, card, split ? Code::kElsewhere : Code::kBeside)
      .DrawIn("card.scroll", inner, true, Ground::kCard);
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
  if (screen.item->envelope.topic == content::kEmergencyTopic) {
    DrawLossCard(*card, view, ui, area);
  } else if (CutSheet(ui, area, 0.5f).wide) {
    DrawWide(view, ui, area, *screen.item, *card);
  } else {
    DrawTall(view, ui, area, *screen.item, *card);
  }
  return {};
}

}  // namespace kiosk
