// SPDX-License-Identifier: MIT
#include <algorithm>

#include "kiosk/screens/parts.h"
#include "kiosk/screens/phrase.h"
#include "kiosk/screens/sheet.h"
#include "kiosk/screens/words_info.h"

namespace kiosk {
namespace {

using content::Directory;
using content::DirectoryEntry;

constexpr float kGroupPad = 40;
constexpr float kChevron = 48;
constexpr float kOwnCode = 300;

/// Digits in groups a person can dial: "0312 5551234" is left as the station wrote it.
bool IsShort(const std::string& phone) { return phone.size() <= 5; }

void StackOwnCode(Stack& stack, const View& view, Ui& ui, const DirectoryEntry& entry) {
  const float room = stack.Width() - kOwnCode - 36;
  const bool row = room >= 240;
  const std::string title = view.Say(words::kOwnQr), note = view.Say(words::kOwnQrNote);
  const float width = row ? room : stack.Width();
  const float words =
      ui.TextHeight(Type::kStrong, title, width) + 6 + ui.TextHeight(Type::kLabel, note, width);
  const std::string alt = Phrase(view.Say(words::kOwnQrAlt), {{"n", view.Say(entry.name)}});
  const float height = row ? std::max(kOwnCode, words) : kOwnCode + 20 + words;
  stack.Add(height, [&ui, row, width, words, title, note, alt, code = entry.qr](Rect area) {
    ui.Qr({area.x, area.y, kOwnCode, kOwnCode}, code, alt);
    const float x = row ? area.x + kOwnCode + 36 : area.x;
    const float y = row ? area.Center().y - words / 2 : area.y + kOwnCode + 20;
    const float used = ui.Text({x, y, width, 0}, Type::kStrong, Ink::kText, title);
    ui.Text({x, y + used + 6, width, 0}, Type::kLabel, Ink::kSoft, note);
  });
}

/// What stands below the name: for what, the number in large digits, when and where.
Stack Details(const View& view, Ui& ui, float width, const DirectoryEntry& entry) {
  Stack stack(ui, width, 18);
  if (!entry.phone.empty()) {
    const bool fits = ui.Measure(Type::kFigure, entry.phone, 4000).width <= width;
    stack.Text(fits ? Type::kFigure : Type::kTitle, Ink::kTeal, entry.phone);
  }
  stack.Text(Type::kBody, Ink::kText, view.Say(entry.note));
  StackIconText(stack, ui, "clock", Type::kBody, Ink::kText, view.Say(entry.hours));
  StackIconText(stack, ui, "pin", Type::kBody, Ink::kText, view.Say(entry.place));
  if (!entry.qr.empty()) {
    stack.Gap(26);
    StackOwnCode(stack, view, ui, entry);
  }
  if (entry.confirm) {
    stack.Gap(24);
    StackTag(stack, ui, Ground::kAmberSoft, Ink::kOnAmber, view.Say(words::kConfirmEntry), "alert");
  }
  return stack;
}

/// The line that is always there: name, a short number beside it, and which way it opens.
void StackRow(Stack& stack, const View& view, Ui& ui, const DirectoryEntry& entry, bool open,
              bool in_place, MaybeEvent& event) {
  const float inner = stack.Width() - 2 * kGroupPad;
  const std::string name = view.Say(entry.name);
  const std::string phone = IsShort(entry.phone) && !(open && in_place) ? entry.phone : "";
  const float digits = phone.empty() ? 0 : ui.Measure(Type::kHeading, phone, 4000).width + 32;
  const float room = inner - kChevron - 24 - digits;
  const float head = std::max({ui.Mm(20), 128.0f, ui.TextHeight(Type::kHeading, name, room) + 64});
  Stack details(ui, inner);
  if (open && in_place) details = Details(view, ui, inner, entry);
  const float height = head + (details.empty() ? 0 : details.Height() + kGroupPad);
  const std::string id = "entry." + entry.id;
  const auto draw = [=, &ui, &event, key = entry.id](Rect area) {
    const bool apart = open && !in_place;
    const bool pressed = ui.IsPressed(id);
    ui.Panel(pressed ? area.Inset(4, 3) : area, apart ? Ground::kMintEdge : Ground::kCard, 34);
    const Rect line{area.x + kGroupPad, area.y, inner, head};
    ui.TextMiddle({line.x, line.y, room, line.h}, Type::kHeading, apart ? Ink::kOnMint : Ink::kText,
                  name, Align::kLeft);
    if (!phone.empty()) {
      ui.TextMiddle({line.Right() - kChevron - 24 - digits, line.y, digits, line.h}, Type::kHeading,
                    Ink::kTeal, phone, Align::kRight);
    }
    const std::string_view icon = !in_place ? "forward" : open ? "chevron-up" : "chevron-down";
    ui.Icon(icon, {line.Right() - kChevron, line.Center().y - kChevron / 2, kChevron, kChevron},
            ui.ColorOf(Ink::kSoft));
    details.Draw({line.x, line.Bottom(), inner, 0});
    if (ui.Tap(id, {area.x, area.y, area.w, head}, Role::kButton,
               phone.empty() ? name : name + " " + phone, open)) {
      event = EntryTapped{key};
    }
  };
  stack.Add(height, draw);
}

const DirectoryEntry* FindEntry(const Directory& directory, const std::string& id) {
  for (const content::DirectoryGroup& group : directory.groups) {
    for (const DirectoryEntry& entry : group.entries) {
      if (entry.id == id) return &entry;
    }
  }
  return nullptr;
}

void StackGroups(Stack& stack, const View& view, Ui& ui, const Directory& directory,
                 const std::string& open, bool in_place, MaybeEvent& event) {
  for (const content::DirectoryGroup& group : directory.groups) {
    if (!stack.empty()) stack.Gap(44);
    stack.Text(Type::kStrong, Ink::kTeal, view.Say(group.title));
    for (const DirectoryEntry& entry : group.entries) {
      stack.Gap(18);
      StackRow(stack, view, ui, entry, entry.id == open, in_place, event);
    }
  }
}

/// Beside the list on a wide screen: the entry that was tapped, or how to begin.
void StackBeside(Stack& stack, const View& view, Ui& ui, const Directory& directory,
                 const DirectoryEntry* entry) {
  Stack inside(ui, stack.PadWidth(56), 24);
  if (entry != nullptr) {
    inside.Text(Type::kTitle, Ink::kText, view.Say(entry->name));
    const Stack details = Details(view, ui, inside.Width(), *entry);
    inside.Add(details.Height(), [details](Rect area) { details.Draw(area); });
  } else {
    const Texture picture = ui.find_picture ? ui.find_picture("room-nearby") : Texture{};
    if (picture.width > 0) {
      inside.Add(280, [&ui, picture](Rect area) { ui.Image(area, picture, ""); });
    }
    inside.Text(Type::kBody, Ink::kText, view.Say(directory.intro), Align::kCenter);
    inside.Text(Type::kBody, Ink::kSoft, view.Say(words::kDirectoryPick), Align::kCenter);
  }
  stack.Panel(Ground::kCard, 56, std::move(inside), 40);
}

}  // namespace

MaybeEvent DrawDirectory(const DirectoryScreen& screen, const View& view, Ui& ui, Rect area) {
  const auto* directory = screen.item ? std::get_if<Directory>(&screen.item->body) : nullptr;
  if (directory == nullptr) return {};
  MaybeEvent event;
  const SheetColumns columns = CutSheet(ui, area, 0.5f);
  Stack list(ui, columns.left.w, kGap), beside(ui, columns.right.w, kGap);
  list.Text(Type::kTitle, Ink::kText, view.Say(screen.item->envelope.title));
  StackPastReview(list, view, ui, screen.item->envelope);
  if (!columns.wide) {
    list.Gap(18);
    list.Text(Type::kBody, Ink::kSoft, view.Say(directory->intro));
  }
  StackGroups(list, view, ui, *directory, screen.open_entry, !columns.wide, event);
  if (columns.wide) {
    StackBeside(beside, view, ui, *directory, FindEntry(*directory, screen.open_entry));
  }
  DrawSheet(ui, "directory.scroll", columns, list, beside);
  return event;
}

}  // namespace kiosk
