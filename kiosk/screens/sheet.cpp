// SPDX-License-Identifier: MIT
#include "kiosk/screens/sheet.h"

#include <algorithm>
#include <utility>

#include "kiosk/screens/parts.h"
#include "kiosk/screens/phrase.h"
#include "kiosk/screens/words_info.h"

namespace kiosk {
namespace {

constexpr float kStepsGap = 44;
constexpr float kIconGap = 20;
constexpr float kTagPadX = 24, kTagPadY = 8;
constexpr float kQrSide = 408;  // kQrBytes then have 4 px a module on a 1080 px screen

/// No longer than `bytes`, cut between characters.
std::string Shorten(const std::string& line, std::size_t bytes) {
  const std::string mark = "…";
  if (line.size() <= bytes) return line;
  std::size_t end = bytes > mark.size() ? bytes - mark.size() : 0;
  while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0u) == 0x80u) --end;
  return line.substr(0, end) + mark;
}

std::size_t JoinedSize(const std::vector<std::string>& lines, std::size_t longest) {
  std::size_t size = 0;
  for (const std::string& line : lines) size += std::min(line.size(), longest) + 1;
  return size;
}

}  // namespace

SheetColumns CutSheet(const Ui& ui, Rect area, float share) {
  if (ui.Canvas().w < ui.Canvas().h * 1.2f) return {area, area, false};
  const float left = (area.w - kStepsGap) * share;
  const float x = area.x + left + kStepsGap;
  return {{area.x, area.y, left, area.h}, {x, area.y, area.Right() - x, area.h}, true};
}

void DrawSheet(Ui& ui, std::string_view scroll_id, const SheetColumns& columns, const Stack& left,
               const Stack& right) {
  const std::string id(scroll_id);
  if (columns.wide) {
    left.DrawIn(id + ".left", columns.left);
    right.DrawIn(id, columns.right);
    return;
  }
  Stack all(ui, columns.left.w, kGap);
  if (!left.empty()) all.Add(left.Height(), [&left](Rect at) { left.Draw(at); });
  if (!right.empty()) all.Add(right.Height(), [&right](Rect at) { right.Draw(at); });
  all.DrawIn(id, columns.left);
}

void StackBanner(Stack& stack, Ui& ui, std::string icon, std::string text) {
  const float height = BannerHeight(ui, stack.Width(), text);
  stack.Add(height, [&ui, icon = std::move(icon), text = std::move(text)](Rect area) {
    DrawBanner(ui, area, icon, text);
  });
}

void StackBullets(Stack& stack, Ui& ui, Type type, Ink ink, std::vector<std::string> lines) {
  if (lines.empty()) return;
  const float height = DrawBullets(ui, {0, 0, stack.Width(), 0}, type, ink, lines, false);
  stack.Add(height, [&ui, type, ink, lines = std::move(lines)](Rect area) {
    DrawBullets(ui, area, type, ink, lines);
  });
}

void StackIconText(Stack& stack, Ui& ui, std::string icon, Type type, Ink ink, std::string text) {
  if (text.empty()) return;
  const float side = StyleOf(type, ui.Chosen().text_size).size * 1.15f;
  const float indent = side + kIconGap;
  const float height = ui.TextHeight(type, text, stack.Width() - indent);
  const auto draw = [&ui, type, ink, side, indent, icon = std::move(icon),
                     text = std::move(text)](Rect area) {
    const float line = ui.Measure(type, text, area.w - indent).line_height;
    ui.Icon(icon, {area.x, area.y + (line - side) / 2, side, side}, ui.ColorOf(Ink::kAccent));
    ui.Text({area.x + indent, area.y, area.w - indent, 0}, type, ink, text);
  };
  stack.Add(height, draw);
}

void StackTag(Stack& stack, Ui& ui, Ground ground, Ink ink, std::string text, std::string icon) {
  const float side = StyleOf(Type::kLabel, ui.Chosen().text_size).size;
  const float indent = icon.empty() ? 0 : side + 10;
  const float room = stack.Width() - 2 * kTagPadX - indent;
  const float height = ui.TextHeight(Type::kLabel, text, room) + 2 * kTagPadY;
  const auto draw = [&ui, ground, ink, side, indent, room, icon = std::move(icon),
                     text = std::move(text)](Rect area) {
    const float width = ui.Measure(Type::kLabel, text, room).width;
    ui.Panel({area.x, area.y, width + indent + 2 * kTagPadX, area.h}, ground, 26);
    const float x = area.x + kTagPadX;
    if (!icon.empty()) {
      ui.Icon(icon, {x, area.Center().y - side / 2, side, side}, ui.ColorOf(ink));
    }
    ui.Text({x + indent, area.y + kTagPadY, room, 0}, Type::kLabel, ink, text);
  };
  stack.Add(height, draw);
}

void StackHairline(Stack& stack, Ui& ui) {
  stack.Add(2, [&ui](Rect area) { ui.Fill(area, ui.Colors().line); });
}

void StackQr(Stack& stack, Ui& ui, QrCard card) {
  const float pad = 36;
  const float inner = stack.Width() - 2 * pad;
  const float side = std::min(kQrSide, inner);
  const float beside = inner - side - 40;
  const auto height_in = [&ui, &card](float room) {
    return ui.TextHeight(Type::kHeading, card.title, room) + 12 +
           ui.TextHeight(Type::kLabel, card.note, room);
  };
  const bool row = beside >= 280 && height_in(beside) <= side;
  const float room = row ? beside : inner;
  const float text = height_in(room);
  const float height = 2 * pad + (row ? side : text + 28 + side);
  const auto draw = [&ui, pad, side, row, room, text, card = std::move(card)](Rect area) {
    ui.Panel(area, Ground::kCard, 40);
    const float x = area.x + pad;
    const float y = row ? area.y + (area.h - text) / 2 : area.y + pad;
    const float text_x = row ? x + side + 40 : x;
    const float used = ui.Text({text_x, y, room, 0}, Type::kHeading, Ink::kText, card.title);
    ui.Text({text_x, y + used + 12, room, 0}, Type::kLabel, Ink::kSoft, card.note);
    const float qr_x = row ? x : area.x + (area.w - side) / 2;
    ui.Qr({qr_x, row ? area.y + pad : area.Bottom() - pad - side, side, side}, card.text, card.alt);
  };
  stack.Add(height, draw);
}

std::string FitLines(const std::vector<std::string>& lines, std::size_t bytes) {
  std::size_t longest = bytes;
  while (longest > 12 && JoinedSize(lines, longest) > bytes + 1) --longest;
  std::string joined;
  for (const std::string& line : lines) {
    const std::string next = Shorten(line, longest);
    if (joined.size() + next.size() + 1 > bytes) break;
    if (!joined.empty()) joined += '\n';
    joined += next;
  }
  return joined;
}

void StackPastReview(Stack& stack, const View& view, Ui& ui, const content::Envelope& envelope) {
  if (!envelope.review_by || !content::IsPastReview(envelope, view.now.today)) return;
  StackBanner(stack, ui, "clock",
              Phrase(view.Say(words::kPastReview),
                     {{"date", SayDate(*envelope.review_by, view.Language())}}));
}

}  // namespace kiosk
