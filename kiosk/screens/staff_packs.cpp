// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "kiosk/screens/parts.h"
#include "kiosk/screens/phrase.h"
#include "kiosk/screens/sheet.h"
#include "kiosk/screens/stack.h"
#include "kiosk/screens/staff_parts.h"
#include "kiosk/screens/staff_screens.h"
#include "kiosk/screens/words_info.h"
#include "kiosk/screens/words_staff.h"

namespace kiosk {
namespace {

constexpr std::size_t kMostChanges = 300;

std::string TitleOf(const View& view, content::TextView title, const std::string& name) {
  return title.zh.empty() ? name : view.Say(title);
}

std::string VersionOf(const View& view, const FoundPack& pack) {
  const std::string to = content::FormatVersion(pack.version);
  if (!pack.active || *pack.active == pack.version) {
    return Phrase(view.Say(words::kPackVersion), {{"v", to}});
  }
  return Phrase(view.Say(words::kPackVersions),
                {{"from", content::FormatVersion(*pack.active)}, {"to", to}});
}

bool IsHere(const FoundPack& pack) { return pack.active && *pack.active == pack.version; }

/// A pack in the list of what drives hold.
void StackFound(Stack& stack, const View& view, Ui& ui, const FoundPack& pack, std::size_t n,
                MaybeEvent& event) {
  const std::string label = TitleOf(view, pack.title, pack.name);
  std::string note;
  if (pack.id.empty()) {
    note = view.Say(words::kPackRefused);
  } else {
    note = VersionOf(view, pack) + " · " + SayBytes(pack.bytes);
    if (pack.refused) note += " · " + view.Say(words::kPackRefused);
    if (!pack.refused && IsHere(pack)) note += " · " + view.Say(words::kPackHave);
    if (!pack.refused && !pack.active) note += " · " + view.Say(words::kPackNew);
  }
  Ui::ButtonOptions options{.look = ButtonLook::kCard,
                            .icon = pack.refused   ? "alert"
                                    : IsHere(pack) ? "check"
                                                   : "pack",
                            .note = {}};
  options.align = Align::kLeft;
  options.role = Role::kTile;
  options.note = note;
  const float height = std::max(140.0f, ui.ButtonHeight(label, stack.Width(), options));
  stack.Add(height, [&ui, &event, options, label, note, n](Rect area) mutable {
    options.note = note;
    if (ui.Button("found." + std::to_string(n), area, label, options)) event = FoundPackTapped{n};
  });
}

void StackDrives(Stack& stack, const StaffScreen& staff, const StaffPacks& page, const View& view,
                 Ui& ui, MaybeEvent& event) {
  stack.Text(Type::kHeading, Ink::kText, view.Say(words::kPacksOnDrives));
  if (staff.work && staff.work->what == StaffWork::What::kLook && !page.looked) {
    stack.Text(Type::kBody, Ink::kSoft, view.Say(words::kPacksLooking));
    return;
  }
  for (std::size_t i = 0; i < page.found.size(); ++i) {
    StackFound(stack, view, ui, page.found[i], i, event);
  }
  if (page.found.empty()) {
    stack.Text(Type::kBody, Ink::kText,
               view.Say(page.drives.empty() ? words::kPacksNoDrive : words::kPacksNoFile));
  }
  const std::string label = view.Say(words::kPacksLookAgain);
  Ui::ButtonOptions options{.look = ButtonLook::kGhost, .icon = "restart"};
  options.enabled = !staff.work;
  stack.Add(ui.ButtonHeight(label, stack.Width(), options), [&ui, &event, label, options](Rect at) {
    if (ui.Button("look-again", at, label, options)) event = LookAgainTapped{};
  });
}

void StackHeld(Stack& stack, const View& view, Ui& ui, const HeldPack& pack, bool enabled,
               MaybeEvent& event) {
  Stack inside(ui, stack.PadWidth(36), 8);
  inside.Text(Type::kStrong, Ink::kText, view.Say(pack.title));
  inside.Text(Type::kLabel, Ink::kSoft,
              Phrase(view.Say(words::kPackVersion), {{"v", content::FormatVersion(pack.version)}}) +
                  " · " + view.Say(words::kPackSigner) + " " + pack.signer);
  if (pack.previous) {
    const std::string label =
        Phrase(view.Say(words::kPackGoBack), {{"v", content::FormatVersion(*pack.previous)}});
    Ui::ButtonOptions options{.look = ButtonLook::kGhost, .icon = "back"};
    options.enabled = enabled;
    inside.Gap(20);
    inside.Add(ui.ButtonHeight(label, inside.Width(), options),
               [&ui, &event, label, options, id = pack.id](Rect at) {
                 if (ui.Button("rollback." + id, at, label, options)) event = RollBackTapped{id};
               });
  }
  stack.Panel(Ground::kCard, 36, std::move(inside), 36);
}

// One pack closely --------------------------------------------------------------------------------

void StackFacts(Stack& stack, const View& view, Ui& ui, const FoundPack& pack) {
  stack.Text(Type::kTitle, Ink::kText, TitleOf(view, pack.title, pack.name));
  if (!pack.id.empty()) {
    StackFact(stack, view, ui, words::kPackPublisher, pack.publisher);
    StackFact(stack, view, ui, words::kPackSigner, pack.signer);
    StackFact(stack, view, ui, words::kPackVersionLabel,
              VersionOf(view, pack) + (pack.active ? "" : " · " + view.Say(words::kPackNew)));
    StackFact(stack, view, ui, words::kPackSize,
              Phrase(view.Say(pack.fits ? words::kPackFits : words::kPackTooBig),
                     {{"size", SayBytes(pack.bytes)}}));
  }
  StackFact(stack, view, ui, words::kPackFile, pack.drive + "/" + pack.name);
  if (pack.refused) StackError(stack, view, ui, *pack.refused);
}

void StackChange(Stack& stack, const View& view, Ui& ui, const ItemChange& change) {
  constexpr std::array<Ground, 3> kGrounds = {Ground::kMint, Ground::kAmberSoft, Ground::kSand};
  constexpr std::array<Ink, 3> kInks = {Ink::kOnMint, Ink::kOnAmber, Ink::kText};
  const auto what = static_cast<std::size_t>(change.what);
  const std::string tag = view.Say(words::kChange[what]);
  const std::string kind = view.Say(words::kKinds[static_cast<std::size_t>(change.kind)]);
  float widest = 0;
  for (content::TextView one : words::kChange) {
    widest = std::max(widest, ui.Measure(Type::kLabel, view.Say(one), 1000).width);
  }
  const float left = widest + 40 + 20;
  const std::string text = view.Say(change.title) + " · " + kind;
  const float line = ui.TextHeight(Type::kLabel, tag, 1000) + 12;
  const float height = std::max(line, ui.TextHeight(Type::kBody, text, stack.Width() - left));
  stack.Add(height, [&ui, tag, text, left, line, widest, what, kGrounds, kInks](Rect area) {
    ui.Panel({area.x, area.y, widest + 40, line}, kGrounds[what], 22);
    ui.TextMiddle({area.x, area.y, widest + 40, line}, Type::kLabel, kInks[what], tag);
    ui.Text({area.x + left, area.y, area.w - left, 0}, Type::kBody, Ink::kText, text);
  });
}

void StackChanges(Stack& stack, const View& view, Ui& ui, const FoundPack& pack) {
  if (pack.id.empty()) return;
  stack.Text(Type::kHeading, Ink::kText, view.Say(words::kPackChanges));
  std::array<int, 3> counts{};
  for (const ItemChange& change : pack.changes.items)
    ++counts[static_cast<std::size_t>(change.what)];
  if (pack.changes.items.empty() && pack.changes.media == 0) {
    stack.Text(Type::kBody, Ink::kText,
               view.Say(IsHere(pack) ? words::kPackInstalled : words::kPackNothing));
    return;
  }
  stack.Text(Type::kBody, Ink::kText,
             Phrase(view.Say(words::kPackSums), {{"a", std::to_string(counts[0])},
                                                 {"b", std::to_string(counts[1])},
                                                 {"c", std::to_string(counts[2])},
                                                 {"d", std::to_string(pack.changes.same)}}));
  if (pack.changes.media > 0) {
    stack.Gap(4);
    stack.Text(Type::kBody, Ink::kText,
               WithNumber(view.Say(words::kPackMedia), pack.changes.media));
  }
  std::size_t shown = 0;
  for (const ItemChange& change : pack.changes.items) {
    if (shown == kMostChanges) break;
    stack.Gap(shown++ == 0 ? 24 : 16);
    StackChange(stack, view, ui, change);
  }
  if (shown < pack.changes.items.size()) {
    stack.Text(Type::kBody, Ink::kSoft,
               WithNumber(view.Say(words::kPackMore),
                          static_cast<int>(pack.changes.items.size() - shown)));
  }
}

std::vector<BarButton> PackButtons(const View& view, const FoundPack& pack) {
  std::vector<BarButton> buttons;
  if (pack.refused) return buttons;
  buttons.push_back({"preview", view.Say(words::kPackPreview), ButtonLook::kGhost, "look"});
  if (!IsHere(pack) && pack.fits) {
    buttons.push_back({"install", view.Say(words::kPackInstall), ButtonLook::kPrimary, "pack"});
  }
  return buttons;
}

}  // namespace

MaybeEvent DrawStaffPacks(const StaffScreen& staff, const StaffPacks& page, const View& view,
                          Ui& ui, Rect area) {
  MaybeEvent event;
  const bool busy = staff.work && staff.work->HoldsStaff();
  if (busy) {
    const float height = WorkHeight(*staff.work, view, ui, area.w);
    event = DrawWork(*staff.work, view, ui, {area.x, area.Bottom() - height, area.w, height});
    area.h -= height + kGap;
  }
  const SheetColumns columns = CutSheet(ui, area, 0.54f);
  Stack left(ui, columns.left.w, 20), right(ui, columns.right.w, 24);
  StackNewsOf(left, staff, view, ui);
  StackDrives(left, staff, page, view, ui, event);
  right.Text(Type::kHeading, Ink::kText, view.Say(words::kPacksHere));
  for (const HeldPack& pack : page.held) StackHeld(right, view, ui, pack, !staff.work, event);
  if (page.looked && page.held.empty()) {
    right.Text(Type::kBody, Ink::kText, view.Say(words::kPacksNone));
  }
  if (page.looked) {
    right.Text(Type::kLabel, Ink::kSoft,
               Phrase(view.Say(words::kPacksFree), {{"size", SayBytes(page.free_bytes)}}));
  }
  DrawSheet(ui, "staff.packs", columns, left, right);
  return event;
}

MaybeEvent DrawStaffPack(const StaffScreen& staff, const FoundPack& pack, const View& view, Ui& ui,
                         Rect area) {
  MaybeEvent event;
  const auto buttons = PackButtons(view, pack);
  if (staff.work) {
    const float height = WorkHeight(*staff.work, view, ui, area.w);
    event = DrawWork(*staff.work, view, ui, {area.x, area.Bottom() - height, area.w, height});
    area.h -= height + kGap;
  } else if (!buttons.empty()) {
    const float height = std::max(130.0f, BarHeight(ui, area.w, buttons));
    const auto tapped = DrawBar(ui, {area.x, area.Bottom() - height, area.w, height}, buttons);
    if (tapped) event = *tapped == 0 ? Event(PreviewTapped{}) : Event(InstallTapped{});
    area.h -= height + kGap;
  }
  const SheetColumns columns = CutSheet(ui, area, 0.44f);
  Stack left(ui, columns.left.w, 18), right(ui, columns.right.w, 16);
  StackNewsOf(left, staff, view, ui);
  StackFacts(left, view, ui, pack);
  StackChanges(right, view, ui, pack);
  DrawSheet(ui, "staff.pack", columns, left, right);
  return event;
}

}  // namespace kiosk
