// SPDX-License-Identifier: MIT
#include <cstdint>
#include <string_view>

#include "content/item.h"
#include "content/limits.h"
#include "content/scenario_stage.h"
#include "tests/fuzz/expect.h"

namespace {

/// Every child comes to the last beat, and finds what a step wants to be looked at.
void ExpectRunnable(const content::Scenario& scenario) {
  for (const int age : {6, 10, 13}) {
    for (const int intensity : {1, 2, 3}) {
      const content::Audience audience{intensity, age};
      const std::size_t last = scenario.beats.size() - 1;
      Expect(content::FirstBeat(scenario, last, audience) == last);
      const auto begin = content::FirstBeat(scenario, 0, audience);
      Expect(begin.has_value());
      const content::Beat& beat = scenario.beats[*begin];
      const auto step = content::FirstStep(beat, 0, audience);
      Expect(step.has_value());
      for (const content::GazeTarget& target : beat.steps[*step].targets) {
        Expect(content::FindAim(scenario, beat, *step, audience, target.id).has_value());
      }
    }
  }
}

}  // namespace

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
  if (const auto* scenario = std::get_if<content::Scenario>(&item->body)) ExpectRunnable(*scenario);
  return 0;
}
