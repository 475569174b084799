// SPDX-License-Identifier: MIT
#include <algorithm>

#include "kiosk/core/rules.h"

namespace kiosk {
namespace {

constexpr double kPauseSeconds = 0.6;
constexpr double kSecondsPerCharacter = 0.035;
constexpr double kLongestPause = 2.5;

const content::Chat* FindChat(const ChatScreen& screen) {
  return screen.item ? std::get_if<content::Chat>(&screen.item->body) : nullptr;
}

const content::ChatNode* FindNode(const ChatScreen& screen) {
  const content::Chat* chat = FindChat(screen);
  return chat != nullptr && screen.begun ? chat->FindNode(screen.node) : nullptr;
}

/// Time in which somebody would have typed `text`.
double TypingPause(const std::string& text) {
  const auto characters = std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;  // Not a UTF-8 continuation byte.
  });
  return std::min(kPauseSeconds + kSecondsPerCharacter * static_cast<double>(characters),
                  kLongestPause);
}

void EndChat(Turn& turn, ChatScreen& screen, const content::ChatNode* node) {
  screen.ended = true;
  if (node != nullptr) {
    screen.outcome = node->outcome;
    screen.loss = node->loss;
  }
  turn.Note(content::EventKind::kChatEnded, screen.item->envelope.id,
            static_cast<int>(screen.outcome));
}

/// Types the next message of the node, or finishes the node when all is said.
void Continue(Turn& turn, ChatScreen& screen) {
  const content::ChatNode* node = FindNode(screen);
  screen.typing = node != nullptr && screen.said < node->messages.size();
  if (screen.typing) {
    const auto language = turn.state.visit.settings.language;
    screen.next_at = turn.now.seconds + TypingPause(node->messages[screen.said].In(language));
  } else if (node == nullptr || node->end || node->replies.empty()) {
    EndChat(turn, screen, node);
  }
}

void SayNext(Turn& turn, ChatScreen& screen) {
  const content::ChatNode* node = FindNode(screen);
  if (node == nullptr || screen.said >= node->messages.size()) return;
  const content::Text& speaker = node->speaker.empty() ? FindChat(screen)->partner : node->speaker;
  screen.lines.push_back({speaker, node->messages[screen.said], false});
  ++screen.said;
  turn.Do(PlayChime{Chime::kMessage});
  Continue(turn, screen);
}

void EnterNode(Turn& turn, ChatScreen& screen, const std::string& node) {
  screen.node = node;
  screen.said = 0;
  Continue(turn, screen);
}

void BeginChat(Turn& turn, ChatScreen& screen) {
  const content::Chat* chat = FindChat(screen);
  if (chat == nullptr) return;
  Hush(turn);
  ChatScreen begun;
  begun.item = screen.item;
  begun.begun = true;
  screen = std::move(begun);
  EnterNode(turn, screen, chat->start);
}

}  // namespace

void On(Turn& turn, ChatScreen& screen, const ItemsLoaded& event) {
  TakeItem<content::Chat>(turn, screen.item, event);
}

void On(Turn& turn, ChatScreen& screen, const NextTapped&) {
  if (screen.ended) {
    GoBack(turn);
  } else if (!screen.begun) {
    BeginChat(turn, screen);
  }
}

/// Once more from the start, after an end.
void On(Turn& turn, ChatScreen& screen, const PlayTapped&) {
  if (screen.ended) BeginChat(turn, screen);
}

void On(Turn& turn, ChatScreen& screen, const Ticked&) {
  if (screen.typing && IsDue(screen.next_at, turn.now)) SayNext(turn, screen);
}

void On(Turn& turn, ChatScreen& screen, const HurryTapped&) {
  if (screen.typing) SayNext(turn, screen);
}

void On(Turn& turn, ChatScreen& screen, const ReplyTapped& event) {
  const content::ChatNode* node = FindNode(screen);
  if (node == nullptr || screen.typing || screen.ended || event.reply >= node->replies.size()) {
    return;
  }
  const content::Reply& reply = node->replies[event.reply];
  screen.lines.push_back({{}, reply.text, true});
  EnterNode(turn, screen, reply.next);
}

}  // namespace kiosk
