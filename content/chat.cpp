// SPDX-License-Identifier: MIT
#include "content/chat.h"

#include <algorithm>
#include <functional>

#include "content/item_parsers.h"

namespace content {
namespace {

constexpr const char* kRoles[] = {"self", "helper"};

ChatNode ReadNode(const std::string& id, Fields& fields) {
  ChatNode node;
  node.id = id;
  fields.GetText("speaker", node.speaker, Need::kOptional, limits::kTitleLength);
  fields.GetTexts("messages", node.messages, 1, limits::kMessagesPerNode);
  fields.GetTexts("flags", node.flags, 0, limits::kListEntries, Need::kOptional);
  fields.GetBool("end", node.end);
  if (!IsId(id)) {
    fields.ReportAt("", "id.malformed", {"这个节点名不合格", "this is not a valid name of a node"},
                    {"写成n1、e1这样", "write it like n1 or e1"});
  }
  if (node.end) {
    fields.GetWord("outcome", node.outcome, kOutcomeNames);
    fields.GetInt("loss", node.loss, 0, 100'000'000);
    return node;
  }
  fields.GetEach("replies", 1, limits::kRepliesPerNode, Need::kRequired, [&node](Fields& inner) {
    Reply reply;
    inner.GetText("text", reply.text);
    inner.GetId("next", reply.next);
    inner.GetInt("risk", reply.risk, 0, 5, Need::kRequired);
    inner.GetBool("exit", reply.exit);
    node.replies.push_back(std::move(reply));
  });
  const bool exit = std::any_of(node.replies.begin(), node.replies.end(),
                                [](const Reply& reply) { return reply.exit; });
  if (!node.replies.empty() && !exit) {
    fields.ReportAt("replies", "chat.exit", {"这一步没有退出的回答", "this step offers no way out"},
                    {"给结束对话的回答写exit: true", "write exit: true on a reply that leaves"});
  }
  return node;
}

/// Walks the graph of nodes: every `next` exists, every node is reached, no way turns in a circle
/// and none is longer than allowed.
class GraphCheck {
 public:
  GraphCheck(const Fields& fields, const Chat& chat) : fields_(fields), chat_(chat) {}

  void Run() {
    for (const ChatNode& node : chat_.nodes) CheckNext(node);
    if (chat_.FindNode(chat_.start) == nullptr) {
      if (chat_.start.empty()) return;
      fields_.ReportAt(
          "start", "chat.next",
          {"没有“" + chat_.start + "”这个节点", "there is no node \"" + chat_.start + "\""},
          {"改名，或加上这个节点", "correct the name or add the node"});
      return;
    }
    const std::size_t longest = Longest(chat_.start);
    if (circle_) return;
    if (longest > limits::kChatPathLength) {
      const std::string count = std::to_string(longest);
      fields_.ReportAt("nodes", "chat.too-long",
                       {"最长的一路要回答" + count + "次，最多16次",
                        "the longest way takes " + count + " replies, at most 16 are allowed"},
                       {"早些收尾", "come to an end sooner"});
    }
    for (const ChatNode& node : chat_.nodes) {
      if (longest_.contains(node.id)) continue;
      fields_.ReportAt("nodes/" + node.id, "chat.unreachable",
                       {"从start走不到节点“" + node.id + "”",
                        "no way leads from the start to the node \"" + node.id + "\""},
                       {"删掉它，或让某个回答的next指向它", "delete it or let a reply lead to it"});
    }
  }

 private:
  void CheckNext(const ChatNode& node) {
    for (std::size_t i = 0; i < node.replies.size(); ++i) {
      const std::string& next = node.replies[i].next;
      if (next.empty() || chat_.FindNode(next) != nullptr) continue;
      fields_.ReportAt("nodes/" + node.id + "/replies/" + std::to_string(i) + "/next", "chat.next",
                       {"没有“" + next + "”这个节点", "there is no node \"" + next + "\""},
                       {"改名，或加上这个节点", "correct the name or add the node"});
    }
  }

  /// Replies on the longest way from the node to an end. At most kChatNodes calls deep.
  std::size_t Longest(const std::string& id) {
    if (const auto found = longest_.find(id); found != longest_.end()) return found->second;
    const ChatNode* node = chat_.FindNode(id);
    if (node == nullptr) return 0;
    if (!open_.insert(id).second) {
      if (!circle_) {
        fields_.ReportAt(
            "nodes/" + id, "chat.circle",
            {"对话会绕回节点“" + id + "”", "the chat can return to the node \"" + id + "\""},
            {"让每条路都走向结尾", "let every way lead to an end"});
      }
      circle_ = true;
      return 0;
    }
    std::size_t longest = 0;
    for (const Reply& reply : node->replies) {
      longest = std::max(longest, 1 + Longest(reply.next));
    }
    open_.erase(id);
    longest_[id] = longest;
    return longest;
  }

  const Fields& fields_;
  const Chat& chat_;
  std::map<std::string, std::size_t> longest_;
  std::set<std::string> open_;
  bool circle_ = false;
};

/// Every red flag is a piece of a message of its node, so that the review can mark it there.
void CheckFlags(const Fields& fields, const ChatNode& node) {
  for (std::size_t i = 0; i < node.flags.size(); ++i) {
    const Text& flag = node.flags[i];
    const bool found =
        std::any_of(node.messages.begin(), node.messages.end(), [&flag](const Text& message) {
          return message.zh.find(flag.zh) != std::string::npos &&
                 (flag.en.empty() || message.en.find(flag.en) != std::string::npos);
        });
    if (found) continue;
    fields.ReportAt(
        "nodes/" + node.id + "/flags/" + std::to_string(i), "chat.flag",
        {"这个可疑点在本节点的消息里找不到原文",
         "this red flag does not stand word for word in a message of its node"},
        {"照抄消息里的原文，两种语言都要", "copy it from the message, in each language"});
  }
}

}  // namespace

const ChatNode* Chat::FindNode(const std::string& id) const {
  const auto found = std::find_if(nodes.begin(), nodes.end(),
                                  [&id](const ChatNode& node) { return node.id == id; });
  return found == nodes.end() ? nullptr : &*found;
}

void ReadBody(Fields& fields, const Envelope&, Chat& chat) {
  enum class VisitorPlays { kSelf, kHelper };
  VisitorPlays role = VisitorPlays::kSelf;
  fields.GetWord("role", role, kRoles);
  chat.helper = role == VisitorPlays::kHelper;
  fields.GetText("partner", chat.partner, Need::kRequired, limits::kTitleLength);
  fields.GetText("brief", chat.brief);
  fields.GetId("start", chat.start);
  fields.GetMap(
      "nodes", limits::kChatNodes, Need::kRequired,
      [&chat](const std::string& id, Fields& inner) { chat.nodes.push_back(ReadNode(id, inner)); });
  fields.GetTexts("red_flags", chat.red_flags, 0, limits::kListEntries);
  fields.GetText("rule", chat.rule);
  for (const ChatNode& node : chat.nodes) CheckFlags(fields, node);
  if (!chat.nodes.empty()) GraphCheck(fields, chat).Run();
}

}  // namespace content
