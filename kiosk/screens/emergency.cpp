// SPDX-License-Identifier: MIT
#include <algorithm>
#include <span>

#include "kiosk/screens/parts.h"
#include "kiosk/screens/sheet.h"
#include "kiosk/screens/words_info.h"

namespace kiosk {
namespace {

using content::Card;
using content::HotLine;
using content::Step;

constexpr float kHeroPad = 48;
constexpr float kBadge = 76;

Step MakeStep(content::TextView title, std::span<const content::TextView> lines) {
  Step step{title.ToText(), {}};
  for (content::TextView line : lines) step.lines.push_back(line.ToText());
  return step;
}

/// What the kiosk says when no pack brings an emergency card.
const Card& OwnCard() {
  static const Card kCard = [] {
    Card card;
    card.headline = words::kLossHeadline.ToText();
    card.lines = {words::kLossWhyText.ToText(), words::kLossNoBlame.ToText()};
    card.action = words::kLossAction.ToText();
    card.footer = words::kLossFooter.ToText();
    card.numbers = {{"110", words::kLoss110.ToText()}, {"96110", words::kLoss96110.ToText()}};
    card.steps = {MakeStep(words::kLossStop, words::kLossStopLines),
                  MakeStep(words::kLossTell, words::kLossTellLines),
                  MakeStep(words::kLossReady, words::kLossReadyLines),
                  MakeStep(words::kLossAlso, words::kLossAlsoLines),
                  MakeStep(words::kLossNot, words::kLossNotLines)};
    return card;
  }();
  return kCard;
}

/// First and largest: whom to tell, now. Where the screen is low, only that.
void StackHero(Stack& stack, const View& view, Ui& ui, const Card& card, bool tight) {
  const bool roomy = ui.Portrait() && !ui.Chosen().reach_down;
  const std::string action = view.Say(card.action.empty() ? words::kLossAction : card.action);
  const float pad = tight ? 32.0f : kHeroPad, icon = roomy ? 96.0f : 72.0f;
  Stack inside(ui, stack.PadWidth(pad), 18);
  const float room = inside.Width() - icon - 28;
  const std::string beside = tight ? action : view.Say(card.headline);
  const float head = std::max(icon, ui.TextHeight(Type::kHeading, beside, room));
  inside.Add(head, [&ui, beside, icon, room](Rect area) {
    ui.Icon("officer", {area.x, area.Center().y - icon / 2, icon, icon}, ui.ColorOf(Ink::kOnMaple));
    ui.TextMiddle({area.x + icon + 28, area.y, room, area.h}, Type::kHeading, Ink::kOnMaple, beside,
                  Align::kLeft);
  });
  if (!tight) {
    const auto lines = ui.Measure(Type::kDisplay, action, inside.Width()).lines.size();
    const bool large = roomy && lines <= 2;
    inside.Text(large ? Type::kDisplay : Type::kTitle, Ink::kOnMaple, action);
  }
  stack.Panel(Ground::kMaple, pad, std::move(inside), 44);
}

/// A number and what it is for, under it or (`row`) beside it.
void DrawNumber(Ui& ui, Rect area, const HotLine& line, const std::string& label, float digits,
                bool row, bool first) {
  ui.Panel(area, Ground::kCard, 40);
  const Ink ink = first ? Ink::kMaple : Ink::kTeal;
  const float x = area.x + kCardPad, room = area.w - 2 * kCardPad;
  const float figure = ui.TextHeight(Type::kFigure, line.number, room);
  if (row) {
    ui.TextMiddle({x, area.y, digits, area.h}, Type::kFigure, ink, line.number, Align::kLeft);
    const float from = x + digits + 40;
    ui.TextMiddle({from, area.y, area.Right() - kCardPad - from, area.h}, Type::kBody, Ink::kText,
                  label, Align::kLeft);
  } else {
    ui.Text({x, area.y + 30, room, 0}, Type::kFigure, ink, line.number);
    ui.Text({x, area.y + 30 + figure + 8, room, 0}, Type::kBody, Ink::kText, label);
  }
}

/// Side by side where the digits fit, else one under the other.
void StackNumbers(Stack& stack, const View& view, Ui& ui, const Card& card) {
  if (card.numbers.empty()) return;
  const int across = card.numbers.size() == 1 ? 1 : 2;
  const float half =
      (stack.Width() - kGap * static_cast<float>(across - 1)) / static_cast<float>(across);
  float digits = 0, tall = 0, rows = 0;
  for (const HotLine& line : card.numbers) {
    digits = std::max(digits, ui.Measure(Type::kFigure, line.number, 4000).width);
  }
  const float figure = ui.TextHeight(Type::kFigure, "0", 4000);
  const bool beside = across == 2 && digits <= half - 2 * kCardPad;
  const float under = half - 2 * kCardPad;
  const float right = stack.Width() - 2 * kCardPad - digits - 40;
  bool row = !beside && right >= 260;
  for (const HotLine& line : card.numbers) {
    const std::string label = view.Say(line.label);
    row = row && ui.Measure(Type::kBody, label, right).lines.size() <= 3;
    tall = std::max(tall, 30 + figure + 8 + ui.TextHeight(Type::kBody, label, under) + 34);
    rows = std::max(rows, std::max(figure, ui.TextHeight(Type::kBody, label, right)) + 2 * 26);
  }
  const int columns = beside ? 2 : 1;
  for (std::size_t i = 0; i < card.numbers.size(); i += static_cast<std::size_t>(columns)) {
    float height = beside ? tall : rows;
    if (!beside && !row) {
      height =
          30 + figure + 8 + 34 +
          ui.TextHeight(Type::kBody, view.Say(card.numbers[i].label), stack.Width() - 2 * kCardPad);
    }
    stack.Add(height, [&ui, &view, &card, i, columns, digits, row](Rect area) {
      for (std::size_t k = i;
           k < std::min(card.numbers.size(), i + static_cast<std::size_t>(columns)); ++k) {
        const HotLine& line = card.numbers[k];
        DrawNumber(ui, Cut(area, static_cast<int>(k - i), columns, kGap), line,
                   view.Say(line.label), digits, row, k == 0);
      }
    });
  }
}

/// A step: its number, its verb, its lines.
Stack StepBody(const View& view, Ui& ui, float width, const Step& step, std::size_t n) {
  Stack inside(ui, width, 18);
  const std::string title = view.Say(step.title), number = std::to_string(n);
  const float room = width - kBadge - 24;
  const float head = std::max(kBadge, ui.TextHeight(Type::kHeading, title, room));
  inside.Add(head, [&ui, title, number, room](Rect area) {
    ui.Circle({area.x + kBadge / 2, area.Center().y}, kBadge / 2, ui.Colors().teal);
    ui.TextMiddle({area.x, area.y, kBadge, area.h}, Type::kButton, Ink::kOnTeal, number);
    ui.TextMiddle({area.x + kBadge + 24, area.y, room, area.h}, Type::kHeading, Ink::kText, title,
                  Align::kLeft);
  });
  std::vector<std::string> lines;
  for (const content::Text& line : step.lines) lines.push_back(view.Say(line));
  StackBullets(inside, ui, Type::kBody, Ink::kText, std::move(lines));
  return inside;
}

/// Short steps stand in pairs while the letters are small enough for half a column.
void StackSteps(Stack& stack, const View& view, Ui& ui, const Card& card) {
  const float half = (stack.Width() - kGap) / 2;
  const bool pairs = ui.Chosen().text_size == TextSize::kNormal && half >= 440;
  const auto is_short = [&](std::size_t i) {
    return i < card.steps.size() && card.steps[i].lines.size() <= 3;
  };
  for (std::size_t i = 0; i < card.steps.size(); ++i) {
    if (!pairs || !is_short(i) || !is_short(i + 1)) {
      stack.Panel(Ground::kCard, kCardPad,
                  StepBody(view, ui, stack.PadWidth(kCardPad), card.steps[i], i + 1), 40);
      continue;
    }
    const Stack a = StepBody(view, ui, half - 2 * kCardPad, card.steps[i], i + 1);
    const Stack b = StepBody(view, ui, half - 2 * kCardPad, card.steps[i + 1], i + 2);
    stack.Add(std::max(a.Height(), b.Height()) + 2 * kCardPad, [&ui, a, b](Rect area) {
      for (int k = 0; k < 2; ++k) {
        const Rect cell = Cut(area, k, 2, kGap);
        ui.Panel(cell, Ground::kCard, 40);
        (k == 0 ? a : b).Draw(cell.Inset(kCardPad, kCardPad));
      }
    });
    ++i;
  }
}

void StackWhy(Stack& stack, const View& view, Ui& ui, const Card& card) {
  if (card.lines.empty()) return;
  Stack inside(ui, stack.PadWidth(kCardPad), 18);
  StackIconText(inside, ui, "hourglass", Type::kHeading, Ink::kOnMint, view.Say(words::kLossWhy));
  for (const content::Text& line : card.lines) {
    inside.Text(Type::kBody, Ink::kText, view.Say(line));
  }
  stack.Panel(Ground::kMint, kCardPad, std::move(inside), 40);
}

}  // namespace

void DrawLossCard(const Card& card, const View& view, Ui& ui, Rect area) {
  const SheetColumns columns = CutSheet(ui, area, 0.52f);
  Stack first(ui, columns.left.w, kGap), then(ui, columns.right.w, kGap);
  StackHero(first, view, ui, card, area.h < (columns.wide ? 560.0f : 820.0f));
  StackNumbers(first, view, ui, card);
  StackSteps(then, view, ui, card);
  StackWhy(then, view, ui, card);
  then.Text(Type::kLabel, Ink::kSoft, view.Say(card.footer), Align::kCenter);
  DrawSheet(ui, "emergency.scroll", columns, first, then);
}

MaybeEvent DrawEmergency(const EmergencyScreen& screen, const View& view, Ui& ui, Rect area) {
  const auto* found = screen.item ? std::get_if<Card>(&screen.item->body) : nullptr;
  const std::vector<BarButton> bar = {
      {"back.big", view.Say(words::kLossBack), ButtonLook::kGhost, "back"}};
  const float height = std::max(120.0f, BarHeight(ui, area.w, bar));
  DrawLossCard(found != nullptr ? *found : OwnCard(), view, ui,
               {area.x, area.y, area.w, area.h - height - 28});
  if (DrawBar(ui, {area.x, area.Bottom() - height, area.w, height}, bar)) return BackTapped{};
  return {};
}

}  // namespace kiosk
