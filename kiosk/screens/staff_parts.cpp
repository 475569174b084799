// SPDX-License-Identifier: MIT
#include "kiosk/screens/staff_parts.h"

#include <algorithm>
#include <cmath>

#include "kiosk/screens/parts.h"
#include "kiosk/screens/phrase.h"
#include "kiosk/screens/plots.h"
#include "kiosk/screens/sheet.h"
#include "kiosk/screens/words_staff.h"

namespace kiosk {
namespace {

constexpr float kBar = 22;
constexpr float kAxis = 54;  // room of an interval: dot and bar
constexpr float kPanelPad = 32;

content::TextView WordsOf(const StaffWork& work) {
  switch (work.what) {
    case StaffWork::What::kLook:
      return words::kPacksLooking;
    case StaffWork::What::kCount:
      return words::kWorkCounting;
    case StaffWork::What::kInspect:
      return words::kWorkInspecting;
    case StaffWork::What::kInstall:
      return work.cancelling ? words::kWorkCancelling : words::kWorkInstalling;
    case StaffWork::What::kProve:
      return work.cancelling ? words::kWorkCancelling : words::kWorkProving;
    case StaffWork::What::kRollBack:
      return words::kWorkRollingBack;
    case StaffWork::What::kExport:
      return words::kWorkExporting;
  }
  return words::kWorkInspecting;
}

bool HasBar(const StaffWork& work) {
  return work.what == StaffWork::What::kInstall || work.what == StaffWork::What::kProve;
}

float CancelWidth(const View& view, Ui& ui) {
  return ui.Measure(Type::kButton, view.Say(words::kWorkCancel), 2000).width + 110;
}

content::TextView WordsOf(StaffNews::What what) {
  switch (what) {
    case StaffNews::What::kInstalled:
      return words::kNewsInstalled;
    case StaffNews::What::kRolledBack:
      return words::kNewsRolledBack;
    case StaffNews::What::kExported:
      return words::kNewsExported;
    case StaffNews::What::kCancelled:
      return words::kNewsCancelled;
  }
  return words::kNewsCancelled;
}

}  // namespace

std::string SayBytes(std::uint64_t bytes) {
  const auto value = static_cast<double>(bytes);
  if (bytes < 1000) return std::to_string(bytes) + " B";
  if (bytes < 1'000'000) return FormatValue(std::round(value / 1e3)) + " KB";
  if (bytes < 1'000'000'000) return FormatValue(std::round(value / 1e5) / 10) + " MB";
  return FormatValue(std::round(value / 1e8) / 10) + " GB";
}

std::string SayTopic(const View& view, const std::string& topic) {
  for (const auto& [name, text] : words::kTopics) {
    if (name == topic) return view.Say(text);
  }
  return topic;
}

void StackError(Stack& stack, const View& view, Ui& ui, const content::Error& error) {
  Stack inside(ui, stack.PadWidth(kPanelPad), 10);
  StackIconText(inside, ui, "alert", Type::kStrong, Ink::kOnAmber, view.Say(error.message));
  inside.Text(Type::kBody, Ink::kOnAmber, view.Say(StaffRemedy(error)));
  inside.Text(Type::kLabel, Ink::kOnAmber,
              Phrase(view.Say(words::kFailedCode), {{"code", error.code}}));
  stack.Panel(Ground::kAmberEdge, kPanelPad, std::move(inside), 28);
}

void StackNewsOf(Stack& stack, const StaffScreen& staff, const View& view, Ui& ui) {
  if (staff.failed) StackError(stack, view, ui, *staff.failed);
  if (!staff.news) return;
  Stack inside(ui, stack.PadWidth(kPanelPad), 10);
  StackIconText(inside, ui, "check", Type::kStrong, Ink::kOnMint,
                Phrase(view.Say(WordsOf(staff.news->what)),
                       {{"title", view.Say(staff.news->title)}, {"detail", staff.news->detail}}));
  stack.Panel(Ground::kMintEdge, kPanelPad, std::move(inside), 28);
}

float WorkHeight(const StaffWork& work, const View& view, Ui& ui, float width) {
  const float room = width - 2 * kPanelPad - (HasBar(work) ? CancelWidth(view, ui) + 28 : 0);
  const float text = ui.TextHeight(Type::kStrong, view.Say(WordsOf(work)), room);
  if (!HasBar(work)) return text + 2 * kPanelPad;
  const float button = ui.ButtonHeight(view.Say(words::kWorkCancel), CancelWidth(view, ui), {});
  return std::max(button, text + 18 + kBar) + 2 * kPanelPad;
}

MaybeEvent DrawWork(const StaffWork& work, const View& view, Ui& ui, Rect area) {
  ui.Panel(area, Ground::kCard, 36);
  const Rect inside = area.Inset(kPanelPad, kPanelPad);
  const std::string text = view.Say(WordsOf(work));
  if (!HasBar(work)) {
    ui.TextMiddle(inside, Type::kStrong, Ink::kText, text, Align::kLeft);
    return {};
  }
  const float button = CancelWidth(view, ui);
  const float room = inside.w - button - 28;
  const float height = ui.TextHeight(Type::kStrong, text, room) + 18 + kBar;
  const float y = inside.y + (inside.h - height) / 2;
  ui.Text({inside.x, y, room, 0}, Type::kStrong, Ink::kText, text);
  const Rect bar{inside.x, y + height - kBar, room, kBar};
  ui.Fill(bar, ui.Colors().track, kBar / 2);
  const float done = std::max(kBar, bar.w * static_cast<float>(work.share));
  ui.Fill({bar.x, bar.y, done, bar.h}, ui.Colors().accent, kBar / 2);
  ui.Note("work", Role::kProgress, bar, SayPercent(work.share));
  Ui::ButtonOptions options{.look = ButtonLook::kGhost};
  options.enabled = !work.cancelling;
  const Rect cancel{inside.Right() - button, inside.y, button, inside.h};
  if (ui.Button("cancel", cancel, view.Say(words::kWorkCancel), options)) return CancelTapped{};
  return {};
}

void StackFact(Stack& stack, const View& view, Ui& ui, content::TextView label,
               const std::string& value) {
  Stack both(ui, stack.Width(), 2);
  both.Text(Type::kLabel, Ink::kSoft, view.Say(label));
  both.Text(Type::kStrong, Ink::kText, value);
  const float height = both.Height();
  stack.Add(height, [both](Rect area) { both.Draw(area); });
}

std::string SayPercent(double share) {
  return std::to_string(static_cast<int>(std::lround(share * 100))) + "%";
}

void StackInterval(Stack& stack, Ui& ui, IntervalPlot plot) {
  const float line = ui.TextHeight(Type::kLabel, "0", 4000);
  Stack head(ui, stack.Width(), 2);
  head.Text(Type::kStrong, Ink::kText, plot.label);
  head.Text(Type::kBody, Ink::kText, plot.value);
  head.Text(Type::kLabel, Ink::kSoft, plot.note);
  const float top = head.Height() + 6;
  const float height = top + kAxis + (plot.marks.empty() ? 0 : line);
  stack.Add(height, [&ui, head, top, plot = std::move(plot)](Rect area) {
    head.Draw(area);
    const Theme& theme = ui.Colors();
    const Rect axis{area.x + 36, area.y + top, area.w - 72, kAxis};
    const auto x = [&](double value) {
      const double share = (value - plot.from) / (plot.until - plot.from);
      return axis.x + axis.w * static_cast<float>(std::clamp(share, 0.0, 1.0));
    };
    const float y = axis.Center().y;
    ui.Line({axis.x, y}, {axis.Right(), y}, theme.soft, 3);
    for (const auto& [value, text] : plot.marks) {
      ui.Line({x(value), y - 14}, {x(value), y + 14}, theme.soft, 3);
      ui.Text({x(value) - 90, axis.Bottom(), 180, 0}, Type::kLabel, Ink::kSoft, text,
              Align::kCenter);
    }
    const float left = x(plot.low), right = x(plot.high);
    ui.Fill({left, y - 11, std::max(4.0f, right - left), 22}, theme.accent.WithAlpha(0.45f), 11);
    ui.Circle({x(plot.mid), y}, 15, theme.teal);
    ui.Note(plot.id, Role::kImage, {area.x, area.y + top, area.w, kAxis},
            plot.label + " " + plot.value);
  });
}

void StackRate(Stack& stack, const View& view, Ui& ui, const std::string& id,
               const std::string& label, const content::Rate& rate) {
  IntervalPlot plot{.id = id,
                    .label = label,
                    .value = Phrase(view.Say(words::kInterval), {{"mid", SayPercent(rate.share)},
                                                                 {"low", SayPercent(rate.low)},
                                                                 {"high", SayPercent(rate.high)}}),
                    .note = {},
                    .low = rate.low,
                    .mid = rate.share,
                    .high = rate.high,
                    .from = 0,
                    .until = 1,
                    .marks = {{0, "0%"}, {0.5, "50%"}, {1, "100%"}}};
  StackInterval(stack, ui, std::move(plot));
}

}  // namespace kiosk
