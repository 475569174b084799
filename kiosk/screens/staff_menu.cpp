// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "kiosk/screens/parts.h"
#include "kiosk/screens/sheet.h"
#include "kiosk/screens/stack.h"
#include "kiosk/screens/staff_screens.h"
#include "kiosk/screens/words_staff.h"

namespace kiosk {
namespace {

struct Door {
  StaffDoor door;
  const char* id;
  std::string_view icon;
  content::TextView label;
  content::TextView note;
};

const std::array<Door, 5>& Doors() {
  static const std::array<Door, 5> kDoors = {{
      {StaffDoor::kPacks, "door.packs", "pack", words::kDoorPacks, words::kDoorPacksNote},
      {StaffDoor::kNumbers, "door.numbers", "report", words::kDoorNumbers, words::kDoorNumbersNote},
      {StaffDoor::kDevice, "door.device", "phone-device", words::kDoorDevice,
       words::kDoorDeviceNote},
      {StaffDoor::kCleaning, "door.cleaning", "hand-stop", words::kDoorCleaning,
       words::kDoorCleaningNote},
      {StaffDoor::kExit, "door.exit", "leave", words::kDoorExit, words::kDoorExitNote},
  }};
  return kDoors;
}

Ui::ButtonOptions DoorOptions(const Door& door, const std::string& note) {
  Ui::ButtonOptions options{.look = ButtonLook::kCard, .icon = door.icon, .note = note};
  options.align = Align::kLeft;
  options.role = Role::kTile;
  return options;
}

}  // namespace

MaybeEvent DrawStaffMenu(const StaffScreen&, const View& view, Ui& ui, Rect area) {
  MaybeEvent event;
  const int across = ui.Portrait() ? 1 : 2;
  Stack stack(ui, area.w, kGap);
  stack.Text(Type::kTitle, Ink::kText, view.Say(words::kStaffTitle));
  stack.Gap(8);
  stack.Text(Type::kBody, Ink::kSoft, view.Say(words::kStaffNote));
  const float width = Cut(area, 0, across, kGap).w;
  float height = 0;
  for (const Door& door : Doors()) {
    const std::string note = view.Say(door.note);
    const float least = ui.ButtonHeight(view.Say(door.label), width, DoorOptions(door, note));
    height = std::max({height, least, ui.Portrait() ? 190.0f : 150.0f});
  }
  const auto step = static_cast<std::size_t>(across);
  for (std::size_t i = 0; i < Doors().size(); i += step) {
    stack.Add(height, [&, i, step](Rect row) {
      for (std::size_t k = i; k < std::min(Doors().size(), i + step); ++k) {
        const Door& door = Doors()[k];
        const std::string note = view.Say(door.note);
        const Rect cell = Cut(row, static_cast<int>(k - i), across, kGap);
        if (ui.Button(door.id, cell, view.Say(door.label), DoorOptions(door, note))) {
          event = StaffDoorTapped{door.door};
        }
      }
    });
  }
  stack.DrawIn("staff.scroll", area);
  return event;
}

MaybeEvent DrawStaffExit(const View& view, Ui& ui, Rect area) {
  const std::vector<BarButton> buttons = {
      {"exit.restart", view.Say(words::kExitRestart), ButtonLook::kGhost, "restart"},
      {"exit.system", view.Say(words::kExitSystem), ButtonLook::kMaple, "leave"}};
  Stack stack(ui, std::min(area.w, 1200.0f), 28);
  stack.Text(Type::kTitle, Ink::kText, view.Say(words::kExitTitle));
  stack.Text(Type::kBody, Ink::kText, view.Say(words::kExitNote));
  MaybeEvent event;
  for (const BarButton& button : buttons) {
    const Ui::ButtonOptions options{.look = button.look, .icon = button.icon};
    const float height = std::max(150.0f, ui.ButtonHeight(button.label, stack.Width(), options));
    stack.Add(height, [&ui, &event, button, options](Rect at) {
      if (ui.Button(button.id, at, button.label, options)) {
        event = ExitTapped{button.id == "exit.restart"};
      }
    });
  }
  stack.DrawIn("staff.scroll", area);
  return event;
}

}  // namespace kiosk
