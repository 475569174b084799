// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <utility>

#include "kiosk/screens/chat_parts.h"
#include "kiosk/screens/phrase.h"
#include "kiosk/screens/question.h"
#include "kiosk/screens/words_play.h"

namespace kiosk {
namespace {

constexpr float kTalkPad = 36;

struct Ending {
  content::TextView words;
  std::string_view icon;
  bool calm;  ///< Mint; else amber.
};

Ending EndingOf(content::Outcome outcome) {
  switch (outcome) {
    case content::Outcome::kSafe:
      return {words::kOutcomeSafe, "shield-check", true};
    case content::Outcome::kStopped:
      return {words::kOutcomeStopped, "hand-stop", true};
    case content::Outcome::kReport:
      return {words::kOutcomeReport, "phone-call", true};
    case content::Outcome::kKept:
      return {words::kOutcomeKept, "check", true};
    case content::Outcome::kLost:
      return {words::kOutcomeLost, "look", false};
    case content::Outcome::kHarm:
      break;
  }
  return {words::kOutcomeHarm, "alert", false};
}

/// Thousands apart, as on a bill: 17,000.
std::string Yuan(int amount) {
  std::string digits = std::to_string(amount);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

/// Headline, and what the story says of this end.
void StackOutcome(Stack& stack, const ChatScreen& screen, const content::Chat& chat,
                  const View& view, Ui& ui) {
  const Ending ending = EndingOf(screen.outcome);
  const float side = IsLow(ui) ? 80 : 104, left = side + 28, pad = IsLow(ui) ? 32 : kCardPad;
  Stack told(ui, stack.PadWidth(pad) - left, 12);
  told.Text(IsLow(ui) ? Type::kHeading : Type::kTitle, ending.calm ? Ink::kOnMint : Ink::kOnAmber,
            view.Say(ending.words));
  if (screen.loss > 0) {
    told.Text(Type::kStrong, ending.calm ? Ink::kOnMint : Ink::kOnAmber,
              Phrase(view.Say(words::kLoss), {{"n", Yuan(screen.loss)}}));
    if (screen.outcome == content::Outcome::kHarm) {
      told.Text(Type::kBody, Ink::kText, view.Say(words::kLossNote));
    }
  }
  if (const content::ChatNode* node = chat.FindNode(screen.node); node != nullptr) {
    for (const content::Text& message : node->messages) {
      told.Text(Type::kBody, Ink::kText, view.Say(message));
    }
  }
  const float height = std::max(side, told.Height()) + 2 * pad;
  stack.Add(height, [&ui, ending, told, side, left, pad](Rect area) {
    ui.Panel(area, ending.calm ? Ground::kMint : Ground::kAmberSoft);
    const Vec center{area.x + pad + side / 2, area.y + pad + side / 2};
    const Theme& theme = ui.Colors();
    ui.Circle(center, side / 2, ending.calm ? theme.accent : theme.amber);
    ui.Icon(ending.icon, {center.x - 30, center.y - 30, 60, 60},
            ending.calm ? theme.on_teal : theme.on_amber);
    told.Draw({area.x + pad + left, area.y + pad, told.Width(), 0});
  });
}

void StackFlags(Stack& stack, const content::Chat& chat, bool genuine, const View& view, Ui& ui) {
  if (chat.red_flags.empty()) return;
  Stack card(ui, stack.PadWidth(kCardPad), 18);
  card.Text(Type::kHeading, Ink::kText,
            view.Say(genuine ? words::kSignsOfGenuine : words::kRedFlags));
  for (const content::Text& flag : chat.red_flags) {
    const float left = 60;
    const std::string text = view.Say(flag);
    const float height = ui.TextHeight(Type::kBody, text, card.Width() - left);
    const float line = ui.TextHeight(Type::kBody, "字", 400);
    card.Add(height, [&ui, text, left, line, genuine](Rect area) {
      ui.Icon(genuine ? "check" : "flag", {area.x, area.y + (line - 40) / 2, 40, 40},
              ui.ColorOf(genuine ? Ink::kAccent : Ink::kOnAmber));
      ui.Text({area.x + left, area.y, area.w - left, 0}, Type::kBody, Ink::kText, text);
    });
  }
  stack.Panel(Ground::kCard, kCardPad, std::move(card));
}

/// The lines without those of the end node, which stand in the headline's card.
ChatScreen TalkOf(const ChatScreen& screen, const content::Chat& chat) {
  ChatScreen talk = screen;
  const content::ChatNode* node = chat.FindNode(screen.node);
  const std::size_t last = node != nullptr ? node->messages.size() : 0;
  talk.lines.resize(screen.lines.size() - std::min(last, screen.lines.size()));
  return talk;
}

void StackTalk(Stack& stack, const ChatScreen& screen, const content::Chat& chat, bool genuine,
               const View& view, Ui& ui) {
  const ChatScreen talk = TalkOf(screen, chat);
  if (talk.lines.empty()) return;
  Stack phone(ui, stack.PadWidth(kTalkPad), 12);
  phone.Text(Type::kHeading, Ink::kText, view.Say(words::kTheTalk));
  if (!genuine) phone.Text(Type::kLabel, Ink::kSoft, view.Say(words::kFlagsMarked));
  StackBubbles(phone, talk, view, ui, !genuine);
  stack.Panel(Ground::kSand, kTalkPad, std::move(phone), 44);
}

MaybeEvent DrawButtons(const View& view, Ui& ui, Rect& area) {
  Ui::ButtonOptions ghost;
  ghost.look = ButtonLook::kGhost;
  const std::string again = view.Say(words::kOnceMore), home = view.Say(words::kGoHome);
  const float height = PairHeight(ui, area.w, again, home);
  const Pair pair = SplitPair(ui, {area.x, area.Bottom() - height, area.w, height}, again, home);
  area.h -= height + kGap;
  if (ui.Button("again", pair.left, again, ghost)) return PlayTapped{};
  if (ui.Button("home", pair.right, home)) return HomeTapped{};
  return {};
}

}  // namespace

MaybeEvent DrawChatEnd(const ChatScreen& screen, const content::Chat& chat, const View& view,
                       Ui& ui, Rect area) {
  const bool portrait = ui.Portrait();
  const bool genuine = screen.item->envelope.signal == content::Signal::kGenuine;
  const float left_width = portrait ? area.w : (area.w - kColumnGap) * 0.5f;
  Rect left{area.x, area.y, left_width, area.h};
  Rect right{left.Right() + kColumnGap, area.y, area.w - left_width - kColumnGap, area.h};
  MaybeEvent event = DrawButtons(view, ui, portrait ? left : right);
  Stack first(ui, left.w, kGap), second(ui, right.w, kGap);
  StackOutcome(first, screen, chat, view, ui);
  StackTakeaway(first, ui, view.Say(chat.rule));
  StackFlags(first, chat, genuine, view, ui);
  StackTalk(portrait ? first : second, screen, chat, genuine, view, ui);
  first.DrawIn("chat-end", left);
  if (!portrait) second.DrawIn("chat-talk", right);
  return event;
}

}  // namespace kiosk
