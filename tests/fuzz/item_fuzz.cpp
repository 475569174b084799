// SPDX-License-Identifier: MIT
#include <cstdint>
#include <string_view>

#include "content/item.h"
#include "content/limits.h"
#include "tests/fuzz/expect.h"

// What the parser lets pass is safe to show: the body fits the kind, texts are there, and a chat
// begins at a node that exists and has no reply into nowhere.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto item = content::ParseItem({reinterpret_cast<const char*>(bytes), size});
  if (!item) {
    Expect(!item.error().code.empty() && !item.error().message.zh.empty() &&
           !item.error().message.en.empty());
    return 0;
  }
  const content::Envelope& envelope = item->envelope;
  Expect(static_cast<std::size_t>(envelope.kind) == item->body.index());
  Expect(!envelope.id.empty() && envelope.id.size() <= content::limits::kIdLength);
  Expect(!envelope.title.zh.empty());
  if (const auto* chat = std::get_if<content::Chat>(&item->body)) {
    Expect(chat->FindNode(chat->start) != nullptr);
    for (const auto& node : chat->nodes) {
      for (const auto& reply : node.replies) Expect(chat->FindNode(reply.next) != nullptr);
    }
  }
  if (const auto* quiz = std::get_if<content::Quiz>(&item->body)) {
    int correct = 0;
    for (const auto& choice : quiz->choices) correct += choice.correct ? 1 : 0;
    Expect(correct >= 1 && (quiz->multiple || correct == 1));
  }
  return 0;
}
