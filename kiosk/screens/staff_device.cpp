// SPDX-License-Identifier: MIT
#include <algorithm>

#include "kiosk/screens/parts.h"
#include "kiosk/screens/phrase.h"
#include "kiosk/screens/sheet.h"
#include "kiosk/screens/stack.h"
#include "kiosk/screens/staff_parts.h"
#include "kiosk/screens/staff_screens.h"
#include "kiosk/screens/words_staff.h"

namespace kiosk {
namespace {

constexpr std::size_t kMostProblems = 12;
constexpr std::uint64_t kNearlyFull = 500'000'000;  // less free than this on the disk

void StackWarning(Stack& stack, Ui& ui, const std::string& text) {
  Stack inside(ui, stack.PadWidth(28), 8);
  StackIconText(inside, ui, "alert", Type::kBody, Ink::kOnAmber, text);
  stack.Panel(Ground::kAmberEdge, 28, std::move(inside), 28);
}

void StackDisk(Stack& stack, const View& view, Ui& ui, const DeviceFacts& facts) {
  StackFact(stack, view, ui, words::kDeviceDisk,
            Phrase(view.Say(words::kDeviceFree),
                   {{"free", SayBytes(facts.free_bytes)}, {"all", SayBytes(facts.disk_bytes)}}));
  if (facts.disk_bytes > 0) {
    const double used =
        1 - static_cast<double>(facts.free_bytes) / static_cast<double>(facts.disk_bytes);
    stack.Gap(8);
    stack.Add(22, [&ui, used](Rect bar) {
      ui.Fill(bar, ui.Colors().track, bar.h / 2);
      const float width = std::max(bar.h, bar.w * static_cast<float>(used));
      ui.Fill({bar.x, bar.y, width, bar.h}, ui.Colors().accent, bar.h / 2);
      ui.Note("disk", Role::kProgress, bar, SayPercent(used));
    });
  }
  if (facts.free_bytes < kNearlyFull) StackWarning(stack, ui, view.Say(words::kDeviceFull));
}

void StackDeviceFacts(Stack& stack, const View& view, Ui& ui, const DeviceFacts& facts) {
  StackDisk(stack, view, ui, facts);
  StackFact(stack, view, ui, words::kDeviceClock, facts.clock);
  if (facts.clock_wrong) {
    StackWarning(stack, ui,
                 Phrase(view.Say(words::kDeviceClockWrong), {{"built", facts.released}}));
  }
  StackFact(
      stack, view, ui, words::kDeviceProgram,
      Phrase(view.Say(words::kDeviceBuilt), {{"v", facts.program}, {"built", facts.released}}));
  std::string packs;
  for (const HeldPack& pack : facts.packs) {
    packs += (packs.empty() ? "" : "\n") + view.Say(pack.title) + " " +
             content::FormatVersion(pack.version);
  }
  StackFact(stack, view, ui, words::kDevicePacks,
            packs.empty() ? view.Say(words::kPacksNone) : packs);
  std::string keys;
  for (const std::string& key : facts.keys) keys += (keys.empty() ? "" : "\n") + key;
  if (keys.empty()) {
    StackWarning(stack, ui, view.Say(words::kDeviceKeys) + " · " + view.Say(words::kDeviceNoKeys));
  } else {
    StackFact(stack, view, ui, words::kDeviceKeys, keys);
  }
}

void StackProblems(Stack& stack, const View& view, Ui& ui, const content::Problems& problems) {
  stack.Text(Type::kHeading, Ink::kText, view.Say(words::kDeviceProblems));
  if (problems.empty()) {
    StackIconText(stack, ui, "check", Type::kBody, Ink::kText, view.Say(words::kDeviceNoProblems));
  }
  // The latest first: the others may have led to it, but it is what staff just saw.
  std::size_t told = 0;
  for (auto problem = problems.rbegin(); problem != problems.rend() && told < kMostProblems;
       ++problem, ++told) {
    StackError(stack, view, ui, *problem);
  }
}

void StackTests(Stack& stack, const View& view, Ui& ui, MaybeEvent& event) {
  const std::string touch = view.Say(words::kDeviceTouch), sound = view.Say(words::kDeviceSound);
  stack.Add(PairHeight(ui, stack.Width(), touch, sound), [&ui, &event, touch, sound](Rect area) {
    const Pair pair = SplitPair(ui, area, touch, sound);
    const Ui::ButtonOptions ghost{.look = ButtonLook::kGhost};
    if (ui.Button("test.touch", pair.left, touch, ghost)) {
      event = StaffDoorTapped{StaffDoor::kGrid, ui.Window().w > ui.Window().h};
    }
    if (ui.Button("test.sound", pair.right, sound, ghost)) event = SoundTapped{};
  });
}

}  // namespace

MaybeEvent DrawStaffDevice(const StaffScreen& staff, const StaffDevice& page, const View& view,
                           Ui& ui, Rect area) {
  MaybeEvent event;
  const SheetColumns columns = CutSheet(ui, area, 0.5f);
  Stack left(ui, columns.left.w, 22), right(ui, columns.right.w, 22);
  left.Text(Type::kTitle, Ink::kText, view.Say(words::kDoorDevice));
  StackTests(left, view, ui, event);
  StackNewsOf(left, staff, view, ui);
  if (page.facts) {
    StackDeviceFacts(left, view, ui, *page.facts);
    StackProblems(right, view, ui, page.facts->problems);
  } else if (staff.work) {
    left.Text(Type::kBody, Ink::kSoft, view.Say(words::kWorkInspecting));
  }
  DrawSheet(ui, "staff.device", columns, left, right);
  return event;
}

MaybeEvent DrawStaffGrid(const StaffGrid& page, const View& view, Ui& ui) {
  const Rect window = ui.Window();
  const Theme& theme = ui.Colors();
  ui.Fill(window, theme.paper);
  const float w = window.w / static_cast<float>(page.columns);
  const float h = window.h / static_cast<float>(page.rows);
  int touched = 0;
  for (int row = 0; row < page.rows; ++row) {
    for (int column = 0; column < page.columns; ++column) {
      const Rect cell{static_cast<float>(column) * w, static_cast<float>(row) * h, w, h};
      const auto index = static_cast<std::size_t>(row * page.columns + column);
      const bool on = index < page.touched.size() && page.touched[index];
      touched += on ? 1 : 0;
      if (on) ui.Fill(cell.Inset(3, 3), theme.accent, 18);
      if (!on) ui.Outline(cell.Inset(3, 3), theme.soft, 4, 18);
    }
  }
  const int all = page.columns * page.rows;
  const std::string label = view.Say(words::kGridClose);
  const float width = std::min(window.w - 4 * kMargin, 800.0f), inner = width - 2 * kCardPad;
  const std::string text = view.Say(touched == all ? words::kGridDone : words::kGridAsk) + "\n" +
                           std::to_string(touched) + "/" + std::to_string(all);
  const float words = ui.TextHeight(Type::kHeading, text, inner);
  const float button = ui.ButtonHeight(label, inner, {});
  const float height = words + 28 + button + 2 * kCardPad;
  const Rect card{(window.w - width) / 2, (window.h - height) / 2, width, height};
  ui.Panel(card, Ground::kCard, 40);
  ui.Text({card.x + kCardPad, card.y + kCardPad, inner, 0}, Type::kHeading, Ink::kText, text,
          Align::kCenter);
  const Rect at{card.x + kCardPad, card.Bottom() - kCardPad - button, inner, button};
  if (ui.Button("grid.close", at, label)) return BackTapped{};
  return {};
}

MaybeEvent DrawStaffCleaning(const View& view, Ui& ui) {
  const Rect window = ui.Window();
  const Theme& theme = ui.Colors();
  ui.FillGradient(window, theme.teal, theme.teal_deep);
  const int left = CleaningSecondsLeft(view.state, view.now).value_or(0);
  const float side = std::min(window.w, window.h) * 0.42f;
  const Vec middle{window.Center().x, window.h * 0.4f};
  ui.Ring(middle, side / 2, theme.on_teal.WithAlpha(0.25f), 20);
  ui.Arc(middle, side / 2, 0, static_cast<float>(left) / static_cast<float>(kCleaningSeconds),
         theme.on_teal, 20);
  ui.TextMiddle({middle.x - side / 2, middle.y - side / 2, side, side}, Type::kFigure, Ink::kOnTeal,
                std::to_string(left));
  const Rect text{kMargin, middle.y + side / 2 + 60, window.w - 2 * kMargin, 0};
  const float used =
      ui.Text(text, Type::kTitle, Ink::kOnTeal, view.Say(words::kCleaningNow), Align::kCenter);
  ui.Text({text.x, text.y + used + 20, text.w, 0}, Type::kBody, Ink::kOnTealSoft,
          view.Say(words::kCleaningNote), Align::kCenter);
  return {};
}

bool TakesWindow(const StaffScreen& staff) {
  return std::holds_alternative<StaffGrid>(staff.page) ||
         std::holds_alternative<StaffCleaning>(staff.page);
}

MaybeEvent DrawStaff(const StaffScreen& staff, const View& view, Ui& ui, Rect area) {
  return std::visit(
      [&](const auto& page) -> MaybeEvent {
        using P = std::decay_t<decltype(page)>;
        if constexpr (std::is_same_v<P, StaffMenu>) {
          return DrawStaffMenu(staff, view, ui, area);
        } else if constexpr (std::is_same_v<P, StaffPacks>) {
          if (!page.open || *page.open >= page.found.size()) {
            return DrawStaffPacks(staff, page, view, ui, area);
          }
          return DrawStaffPack(staff, page.found[*page.open], view, ui, area);
        } else if constexpr (std::is_same_v<P, StaffNumbers>) {
          return DrawStaffNumbers(staff, page, view, ui, area);
        } else if constexpr (std::is_same_v<P, StaffDevice>) {
          return DrawStaffDevice(staff, page, view, ui, area);
        } else if constexpr (std::is_same_v<P, StaffGrid>) {
          return DrawStaffGrid(page, view, ui);
        } else if constexpr (std::is_same_v<P, StaffCleaning>) {
          return DrawStaffCleaning(view, ui);
        } else {
          return DrawStaffExit(view, ui, area);
        }
      },
      staff.page);
}

}  // namespace kiosk
