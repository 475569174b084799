// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/screens/chat_parts.h"
#include "kiosk/screens/words_play.h"

namespace kiosk {
namespace {

constexpr float kWidest = 0.8f;  // of the phone's width
constexpr float kPadX = 34, kPadY = 24, kRadius = 32, kCorner = 8;

/// A bubble with one sharper corner: upper left for others, upper right for the visitor.
void PaintBubble(Ui& ui, Rect area, bool mine) {
  const Theme& theme = ui.Colors();
  const Color color = mine ? theme.accent : theme.card;
  ui.Fill(area, color, kRadius);
  const float side = kRadius + kCorner;
  ui.Fill({mine ? area.Right() - side : area.x, area.y, side, side}, color, kCorner);
  if (ui.Chosen().high_contrast && !mine) ui.Outline(area, theme.line, 3, kRadius);
}

std::vector<std::string> FlagsOf(const ChatScreen& screen, const View& view) {
  std::vector<std::string> flags;
  for (const content::ChatNode& node : std::get<content::Chat>(screen.item->body).nodes) {
    for (const content::Text& flag : node.flags) flags.push_back(view.Say(flag));
  }
  return flags;
}

void StackBubble(Stack& stack, Ui& ui, std::string text, bool mine,
                 std::vector<std::string> flags) {
  const float room = stack.Width() * kWidest - 2 * kPadX;
  const auto& words = ui.Measure(Type::kBody, text, room);
  // A pixel more than measured, so that it breaks as it was measured.
  const float width = std::min(room, words.width + 1) + 2 * kPadX;
  stack.Add(words.Height() + 2 * kPadY,
            [&ui, text = std::move(text), mine, width, room, flags = std::move(flags)](Rect area) {
              const Rect bubble{mine ? area.Right() - width : area.x, area.y, width, area.h};
              PaintBubble(ui, bubble, mine);
              const Rect inside{bubble.x + kPadX, bubble.y + kPadY, room, 0};
              if (flags.empty() || mine) {
                ui.Text(inside, Type::kBody, mine ? Ink::kOnTeal : Ink::kText, text);
              } else {
                ui.MarkedText(inside, Type::kBody, Ink::kText, text, flags);
              }
            });
}

}  // namespace

void StackBubbles(Stack& stack, const ChatScreen& screen, const View& view, Ui& ui, bool marked) {
  const bool helper = std::get<content::Chat>(screen.item->body).helper;
  const std::vector<std::string> flags =
      marked ? FlagsOf(screen, view) : std::vector<std::string>();
  std::string before = "-";
  for (const ChatLine& line : screen.lines) {
    const std::string speaker =
        line.mine ? (helper ? view.Say(words::kAdviceLabel) : "") : view.Say(line.speaker);
    const std::string key = (line.mine ? "<" : ">") + speaker;
    if (key != before) {
      stack.Gap(28);
      stack.Text(Type::kLabel, Ink::kSoft, speaker, line.mine ? Align::kRight : Align::kLeft);
      stack.Gap(speaker.empty() ? 28 : 8);
    } else {
      stack.Gap(14);
    }
    before = key;
    StackBubble(stack, ui, view.Say(line.text), line.mine, flags);
  }
}

void StackTyping(Stack& stack, Ui& ui) {
  stack.Gap(20);
  stack.Add(84, [&ui](Rect area) {
    const Rect bubble{area.x, area.y, 168, area.h};
    PaintBubble(ui, bubble, false);
    for (int i = 0; i < 3; ++i) {
      const Vec dot{bubble.Center().x + static_cast<float>(i - 1) * 36, bubble.Center().y};
      ui.Circle(dot, 9, ui.Colors().soft.WithAlpha(0.35f + 0.2f * static_cast<float>(i)));
    }
    ui.Note("chat.typing", Role::kText, bubble, ui.Say(words::kIsTyping));
  });
}

}  // namespace kiosk
