// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "content/envelope.h"

namespace content {

/// How a chat ends. kKept: a genuine contact was checked and dealt with. kLost: a genuine contact
/// was turned away without checking. kHarm: money, codes or cards were given away.
enum class Outcome { kSafe, kStopped, kReport, kKept, kLost, kHarm };
inline constexpr const char* kOutcomeNames[] = {"safe", "stopped", "report",
                                                "kept", "lost",    "harm"};

struct Reply {
  Text text;
  std::string next;   ///< Id of the node it leads to.
  int risk = 0;       ///< 0 safe to 5 harmful.
  bool exit = false;  ///< Leaves the conversation; every node that is not an end offers one.
};

struct ChatNode {
  std::string id;
  Text speaker;                ///< Empty: the chat's partner.
  std::vector<Text> messages;  ///< Shown one after the other with a typing pause.
  std::vector<Text> flags;     ///< Phrases of the messages that are red flags, shown in the review.
  std::vector<Reply> replies;  ///< Empty at an end.
  bool end = false;
  Outcome outcome = Outcome::kSafe;
  int loss = 0;  ///< Yuan lost in the story at this end.
};

/// A branching conversation. In the role of helper the visitor advises a relative who shows the
/// conversation; the replies are then advice.
struct Chat {
  bool helper = false;
  Text partner;
  Text brief;
  std::string start;
  std::vector<ChatNode> nodes;
  std::vector<Text> red_flags;
  Text rule;  ///< One line to remember.

  /// nullptr when there is no such node.
  [[nodiscard]] const ChatNode* FindNode(const std::string& id) const;
};

}  // namespace content
