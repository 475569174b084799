// SPDX-License-Identifier: MIT
#include <algorithm>

#include "kiosk/ui/ui.h"

namespace kiosk {
namespace {

constexpr float kHitMargin =
    10;  // du beyond what is painted; fingers of the old miss (Sultana 2019)
constexpr float kMainTarget = 20;   // mm
constexpr float kMinorTarget = 12;  // mm
constexpr float kPadX = 40, kPadY = 26, kChipPadX = 28, kChipPadY = 14;
constexpr float kIconGap = 18;

struct Paint {
  Ground ground;
  Ink ink;
};

Paint PaintOf(ButtonLook look) {
  switch (look) {
    case ButtonLook::kPrimary:
      return {Ground::kTeal, Ink::kOnTeal};
    case ButtonLook::kGhost:
      return {Ground::kOutline, Ink::kTeal};
    case ButtonLook::kCard:
      return {Ground::kOutline, Ink::kText};
    case ButtonLook::kMaple:
      return {Ground::kMaple, Ink::kOnMaple};
    case ButtonLook::kAmber:
      return {Ground::kAmber, Ink::kOnAmber};
    case ButtonLook::kWhite:
    case ButtonLook::kChip:
      return {Ground::kOutline, Ink::kTeal};
  }
  return {Ground::kCard, Ink::kText};
}

float IconSide(Type type) { return type == Type::kLabel ? 40.0f : 60.0f; }

}  // namespace

bool Ui::Tap(std::string_view id, Rect area, Role role, std::string_view text, bool chosen,
             bool enabled) {
  const bool minor = area.h < Mm(kMainTarget) * 0.98f;
  const float least = Mm(minor ? kMinorTarget : kMainTarget);
  Rect hit = area.Grown(kHitMargin);
  if (hit.w < least) hit = hit.Inset((hit.w - least) / 2, 0);
  if (hit.h < least) hit = hit.Inset(0, (hit.h - least) / 2);
  hit = hit.Moved(0, -scroll_y_);
  std::string scroll;
  if (!scroll_stack_.empty()) {
    hit = hit.Clipped(scroll_stack_.back().view);
    scroll = scroll_stack_.back().id;
  }
  if (enabled && hit.w > 0 && hit.h > 0) hits_.push_back({std::string(id), hit, scroll});
  AddElement(id, role, text, area, enabled ? hit : Rect{}, enabled, chosen, false);
  if (!enabled || answering_ != id) return false;
  answering_.clear();
  return true;
}

float Ui::ButtonHeight(std::string_view label, float width, const ButtonOptions& options) {
  const bool chip = options.look == ButtonLook::kChip;
  const float pad = chip ? kChipPadX : kPadX;
  const float icon = options.icon.empty() ? 0 : IconSide(options.type) + kIconGap;
  const float room = width - 2 * pad - icon;
  float text = TextHeight(options.type, label, room);
  if (!options.note.empty()) {
    const float one_row = Measure(options.type, label, 4000).width + 28 +
                          Measure(Type::kLabel, options.note, 4000).width;
    if (one_row > room || options.align == Align::kLeft) {
      text += TextHeight(Type::kLabel, options.note, room) + 4;
    }
  }
  return std::max(Mm(chip ? kMinorTarget : kMainTarget), text + 2 * (chip ? kChipPadY : kPadY));
}

bool Ui::Button(std::string_view id, Rect area, std::string_view label,
                const ButtonOptions& options) {
  PaintButton(area, label, options, IsPressed(id));
  const std::string spoken = options.note.empty()
                                 ? std::string(label)
                                 : std::string(label) + " " + std::string(options.note);
  return Tap(id, area, options.role, spoken, options.chosen, options.enabled);
}

void Ui::PaintButton(Rect area, std::string_view label, const ButtonOptions& options,
                     bool pressed) {
  const Paint paint = PaintOf(options.look);
  const float radius = options.look == ButtonLook::kChip ? area.h / 2 : 34.0f;
  const Rect shown = pressed ? area.Inset(4, 3) : area;
  Panel(shown, options.chosen ? Ground::kMintEdge : paint.ground, radius);
  if (pressed) Fill(shown, Colors().ink.WithAlpha(0.12f), radius);
  Color color = ColorOf(options.chosen ? Ink::kOnMint : paint.ink);
  if (!options.enabled) color = Colors().soft;
  ButtonText(shown, label, options, color);
}

void Ui::ButtonText(Rect area, std::string_view label, const ButtonOptions& options, Color color) {
  const bool chip = options.look == ButtonLook::kChip;
  const float pad = chip ? kChipPadX : kPadX;
  const float side = options.icon.empty() ? 0 : IconSide(options.type);
  const float icon = side > 0 ? side + (label.empty() ? 0 : kIconGap) : 0;
  const float room = area.w - 2 * pad - icon;
  const assets::Paragraph main = Measure(options.type, label, room);
  const assets::Paragraph note =
      options.note.empty() ? assets::Paragraph{} : Measure(Type::kLabel, options.note, room);
  const bool beside = !options.note.empty() && options.align != Align::kLeft &&
                      main.lines.size() == 1 && main.width + 28 + note.width <= room &&
                      note.lines.size() == 1;
  const float text_w = beside ? main.width + 28 + note.width : std::max(main.width, note.width);
  float x = area.x + pad;
  if (options.align == Align::kCenter) x = area.x + (area.w - text_w - icon) / 2;
  if (side > 0) Icon(options.icon, {x, area.y + (area.h - side) / 2, side, side}, color);
  x += icon;
  const float height =
      beside || note.lines.empty() ? main.Height() : main.Height() + 4 + note.Height();
  float y = area.y + (area.h - height) / 2;
  const Align align = options.align == Align::kCenter && !beside ? Align::kCenter : Align::kLeft;
  DrawParagraph(main, {x, y}, text_w, align, color, WeightOf(options.type));
  const bool too_big = height > area.h + 1 || main.width > room + 1;
  if (too_big) AddElement("", Role::kText, label, area, {}, true, false, true);
  if (note.lines.empty()) return;
  const float note_x = beside ? x + main.width + 28 : x;
  y = beside ? area.y + (area.h - note.Height()) / 2 : y + main.Height() + 4;
  DrawParagraph(note, {note_x, y}, beside ? note.width : text_w, align, color.WithAlpha(0.9f),
                assets::Weight::kRegular);
}

}  // namespace kiosk
