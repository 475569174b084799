// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "kiosk/screens/parts.h"
#include "kiosk/screens/sheet.h"
#include "kiosk/screens/stack.h"
#include "kiosk/screens/words_staff.h"

namespace kiosk {
namespace {

constexpr float kKeyGap = 24;
constexpr float kDot = 34, kDotGap = 22;

/// What the pad says below the dots, and how loudly.
std::string MessageOf(const PinScreen& screen, const View& view) {
  const auto left = PinSecondsLeft(view.state, view.now);
  if (screen.step == PinScreen::Step::kHolding) {
    return WithNumber(view.Say(words::kPinHolding), left.value_or(0));
  }
  if (screen.step != PinScreen::Step::kTyping) return view.Say(words::kPinChecking);
  std::string said = screen.wrong ? view.Say(words::kPinWrong) : "";
  if (left) {
    const bool zh = view.Language() == content::Language::kChinese;
    if (!said.empty()) said += zh ? "，" : ". ";
    said += WithNumber(view.Say(words::kPinWait), *left);
  }
  return said.empty() ? view.Say(words::kPinAsk) : said;
}

void StackPinHead(Stack& stack, const PinScreen& screen, const View& view, Ui& ui) {
  stack.Text(Type::kTitle, Ink::kText, view.Say(words::kPinTitle), Align::kCenter);
  const std::size_t count = screen.digits.size();
  stack.Add(kDot + 28, [&ui, count](Rect area) {
    const auto slots = static_cast<float>(std::max(count, kPinLeast));
    float x = area.Center().x - (slots * (kDot + kDotGap) - kDotGap) / 2 + kDot / 2;
    for (std::size_t i = 0; i < std::max(count, kPinLeast); ++i) {
      const Vec at{x, area.Center().y};
      if (i < count) {
        ui.Circle(at, kDot / 2, ui.Colors().teal);
      } else {
        ui.Ring(at, kDot / 2 - 2, ui.Colors().soft, 4);
      }
      x += kDot + kDotGap;
    }
    ui.Note("pin.typed", Role::kProgress, area, std::to_string(count));
  });
  const std::string message = MessageOf(screen, view);
  // Two lines are kept free, so that the keys stay where they are.
  const float room = std::max(ui.TextHeight(Type::kStrong, "字\n字", stack.Width()),
                              ui.TextHeight(Type::kStrong, message, stack.Width()));
  stack.Add(room, [&ui, message, wrong = screen.wrong](Rect area) {
    ui.Text(area, Type::kStrong, wrong ? Ink::kMaple : Ink::kText, message, Align::kCenter);
  });
}

MaybeEvent DrawKeys(const PinScreen& screen, const View& view, Ui& ui, Rect area) {
  MaybeEvent event;
  const bool open = CanType(view.state, screen, view.now);
  const float height = (area.h - 3 * kKeyGap) / 4;
  constexpr std::array<int, 12> kKeys = {1, 2, 3, 4, 5, 6, 7, 8, 9, -1, 0, -2};
  for (std::size_t i = 0; i < kKeys.size(); ++i) {
    const int column = static_cast<int>(i % 3);
    const float y = area.y + static_cast<float>(i / 3) * (height + kKeyGap);
    const Rect cell = Cut({area.x, y, area.w, height}, column, 3, kKeyGap);
    const int key = kKeys[i];
    Ui::ButtonOptions options{.look = ButtonLook::kCard};
    options.enabled = open;
    options.type = Type::kTitle;
    if (key >= 0) {
      const std::string digit = std::to_string(key);
      if (ui.Button("key." + digit, cell, digit, options)) event = DigitTapped{key};
      continue;
    }
    options.type = Type::kButton;
    options.enabled =
        open && (key == -1 ? !screen.digits.empty() : screen.digits.size() >= kPinLeast);
    if (key == -1 && ui.Button("key.erase", cell, view.Say(words::kPinErase), options)) {
      event = DigitErased{};
    }
    if (key == -1) continue;
    options.look = options.enabled ? ButtonLook::kPrimary : ButtonLook::kCard;
    if (ui.Button("key.enter", cell, view.Say(words::kPinEnter), options)) event = PinEntered{};
  }
  return event;
}

MaybeEvent DrawNoPin(const View& view, Ui& ui, Rect area) {
  const std::vector<BarButton> bar = {{"leave", view.Say(words::kPinBack)}};
  const float height = std::max(130.0f, BarHeight(ui, area.w, bar));
  Stack stack(ui, area.w, 28);
  stack.Text(Type::kTitle, Ink::kText, view.Say(words::kPinNone));
  stack.Text(Type::kBody, Ink::kText, view.Say(words::kPinNoneWhy));
  std::vector<std::string> lines;
  for (content::TextView step : words::kPinNoneSteps) lines.push_back(view.Say(step));
  StackBullets(stack, ui, Type::kBody, Ink::kText, std::move(lines));
  stack.DrawIn("pin.scroll", {area.x, area.y, area.w, area.h - height - kGap});
  if (DrawBar(ui, {area.x, area.Bottom() - height, area.w, height}, bar)) return LeaveTapped{};
  return {};
}

}  // namespace

MaybeEvent DrawPin(const PinScreen& screen, const View& view, Ui& ui, Rect area) {
  if (!view.state.staff.has_pin) return DrawNoPin(view, ui, area);
  const SheetColumns columns = CutSheet(ui, area, 0.42f);
  Stack head(ui, columns.left.w, 24);
  StackPinHead(head, screen, view, ui);
  if (columns.wide) {
    head.Draw(columns.left.Moved(0, std::max(0.0f, (columns.left.h - head.Height()) / 2)));
    return DrawKeys(screen, view, ui, columns.right);
  }
  head.Draw(area);
  const float top = area.y + head.Height() + kGap;
  const float width = std::min(area.w, 900.0f);
  const float height = std::min(area.Bottom() - top, 1000.0f);
  return DrawKeys(screen, view, ui, {area.x + (area.w - width) / 2, top, width, height});
}

}  // namespace kiosk
