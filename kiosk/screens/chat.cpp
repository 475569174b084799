// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <utility>

#include "kiosk/screens/chat_parts.h"
#include "kiosk/screens/parts.h"
#include "kiosk/screens/words.h"
#include "kiosk/screens/words_play.h"

namespace kiosk {
namespace {

constexpr float kPhonePad = 36, kPhoneRadius = 48;
constexpr float kPhoneShare = 0.56f;  // of a landscape screen
constexpr float kPhoneLeast = 300;    // du of conversation that must stay visible above replies

/// Who one is in this chat, what it is about, and the way in.
MaybeEvent DrawBrief(const content::Item& item, const content::Chat& chat, const View& view, Ui& ui,
                     Rect area) {
  const std::string begin = view.Say(words::kBeginChat);
  const float height = std::max(132.0f, ui.ButtonHeight(begin, area.w, {}));
  const float width = ui.Portrait() ? area.w : std::min(area.w, 1400.0f);
  const float x = area.x + (area.w - width) / 2;
  const Rect button{x, area.Bottom() - height, width, height};
  const Rect page{x, area.y, width, area.h - height - kGap};
  Stack stack(ui, page.w, kGap);
  stack.Text(Type::kTitle, Ink::kText, view.Say(item.envelope.title));
  const float pad = IsLow(ui) ? 40 : 56;
  Stack card(ui, stack.PadWidth(pad), IsLow(ui) ? 14 : 20);
  const float side = IsLow(ui) ? 96 : 132;
  card.Add(side, [&ui, helper = chat.helper, side](Rect at) {
    const Vec center{at.x + side / 2, at.Center().y};
    ui.Circle(center, side / 2, ui.Colors().mint);
    ui.Icon(helper ? "family" : "person", {center.x - 38, center.y - 38, 76, 76},
            ui.ColorOf(Ink::kAccent));
  });
  card.Gap(IsLow(ui) ? 20 : 32);
  card.Text(Type::kHeading, Ink::kTeal,
            view.Say(chat.helper ? words::kYouAdvise : words::kYouYourself));
  card.Text(Type::kBody, Ink::kText, view.Say(chat.brief));
  card.Gap(IsLow(ui) ? 18 : 32);
  card.Text(Type::kBody, Ink::kSoft,
            view.Say(chat.helper ? words::kYouAdviseNote : words::kYouYourselfNote));
  stack.Panel(Ground::kCard, pad, std::move(card));
  stack.DrawIn("chat-brief", page, true);
  if (ui.Button("begin", button, begin)) return NextTapped{};
  return {};
}

/// The other side's name and the watermark, in the phone's head. Returns its height.
float DrawPhoneHead(const content::Chat& chat, const View& view, Ui& ui, Rect phone) {
  const std::string text = view.Say(chat.partner) + "·" + view.Say(words::kTrainingSample);
  const Rect head{phone.x + kPhonePad, phone.y + 22, phone.w - 2 * kPhonePad, 0};
  const float height = ui.Text(head, Type::kLabel, Ink::kSoft, text, Align::kCenter) + 22 + 18;
  ui.Line({head.x, phone.y + height}, {head.Right(), phone.y + height}, ui.Colors().line, 2);
  return height;
}

void DrawPhone(const ChatScreen& screen, const content::Chat& chat, const View& view, Ui& ui,
               Rect phone, MaybeEvent& event) {
  ui.Panel(phone, Ground::kSand, kPhoneRadius);
  if (screen.typing && ui.Tap("hurry", phone, Role::kButton, view.Say(words::kHurry))) {
    event = HurryTapped{};
  }
  const float head = DrawPhoneHead(chat, view, ui, phone);
  Stack talk(ui, phone.w - 2 * kPhonePad);
  StackBubbles(talk, screen, view, ui, false);
  if (screen.typing) StackTyping(talk, ui);
  const Rect inside{phone.x + kPhonePad, phone.y + head + 1, phone.w - 2 * kPhonePad,
                    phone.h - head - 2};
  // Air above the first and below the last bubble is part of what scrolls.
  Stack aired(ui, talk.Width(), 0);
  aired.Add(talk.Height() + 2 * 26, [&talk](Rect at) { talk.Draw(at.Moved(0, 26)); });
  ui.ScrollToEnd("chat");
  aired.DrawIn("chat", inside, false, Ground::kSand);
}

Stack Replies(const ChatScreen& screen, const content::Chat& chat, const View& view, Ui& ui,
              float width, MaybeEvent& event) {
  Stack stack(ui, width, 20);
  const content::ChatNode* node = chat.FindNode(screen.node);
  if (node == nullptr || node->replies.empty()) return stack;
  stack.Text(Type::kLabel, Ink::kSoft,
             view.Say(chat.helper ? words::kYourAdvice : words::kYourReply));
  Ui::ButtonOptions options;
  options.look = ButtonLook::kCard;
  options.align = Align::kLeft;
  options.type = Type::kBody;
  options.role = Role::kChoice;
  for (std::size_t i = 0; i < node->replies.size(); ++i) {
    const std::string label = view.Say(node->replies[i].text);
    const float height =
        std::max(IsLow(ui) ? 108.0f : 124.0f, ui.ButtonHeight(label, width, options));
    stack.Add(height, [&ui, &event, options, label, i](Rect area) {
      if (ui.Button("reply." + std::to_string(i), area, label, options)) event = ReplyTapped{i};
    });
  }
  return stack;
}

/// What stands in the place of the replies while the other side is typing.
void DrawWaiting(const View& view, Ui& ui, Rect area) {
  Stack words(ui, area.w, 8);
  words.Text(Type::kStrong, Ink::kSoft, view.Say(words::kIsTyping), Align::kCenter);
  words.Text(Type::kLabel, Ink::kSoft, view.Say(words::kHurry), Align::kCenter);
  words.DrawIn("chat-waiting", area, true);
}

MaybeEvent DrawTalk(const ChatScreen& screen, const content::Chat& chat, const View& view, Ui& ui,
                    Rect area) {
  MaybeEvent event;
  const bool portrait = ui.Portrait();
  const float width = portrait ? area.w : (area.w - kColumnGap) * (1 - kPhoneShare);
  const Stack replies = Replies(screen, chat, view, ui, width, event);
  Rect phone = area, below = area;
  if (portrait) {
    // The replies' place is kept while the other types, so that the phone does not jump.
    const float most = area.h - kPhoneLeast - kGap;
    const float height = std::min(std::max(replies.Height(), 160.0f), std::max(160.0f, most));
    phone.h = area.h - height - kGap;
    below = {area.x, phone.Bottom() + kGap, area.w, height};
  } else {
    phone.w = area.w - width - kColumnGap;
    below = {phone.Right() + kColumnGap, area.y, width, area.h};
  }
  DrawPhone(screen, chat, view, ui, phone, event);
  if (screen.typing || replies.empty()) {
    DrawWaiting(view, ui, below);
  } else {
    replies.DrawIn("replies." + screen.node, below, !portrait);
  }
  return event;
}

}  // namespace

MaybeEvent DrawChat(const ChatScreen& screen, const View& view, Ui& ui, Rect area) {
  const auto* chat = screen.item ? std::get_if<content::Chat>(&screen.item->body) : nullptr;
  if (chat == nullptr) return {};
  if (!screen.begun) return DrawBrief(*screen.item, *chat, view, ui, area);
  if (screen.ended) return DrawChatEnd(screen, *chat, view, ui, area);
  return DrawTalk(screen, *chat, view, ui, area);
}

}  // namespace kiosk
