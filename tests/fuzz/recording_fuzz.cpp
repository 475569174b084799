// SPDX-License-Identifier: MIT
#include <cmath>
#include <cstdint>

#include "tests/fuzz/expect.h"
#include "vr/core/recording.h"
#include "vr/core/report.h"

namespace {

/// A small scenario with a card, a throw and a way under water: whatever a recording holds, the
/// rules keep the eyes level and the report in bounds.
content::Scenario MakeScenario() {
  content::Scenario scenario;
  scenario.place.water.current_mps = 0.4;
  scenario.figures.push_back({"swimmer", content::FigureRole::kSwimmer, {"人", "one"}, {}});
  content::Beat beat;
  beat.id = "beat";
  beat.title = {"一拍", "A beat"};
  beat.view.eye = {0, 1.7, 2.5};
  beat.figures.push_back({"swimmer", {1, 0, -7}, 0, content::Posture::kDrown});
  content::BeatStep choice;
  choice.id = "choice";
  choice.ends = content::EndsBy::kChoice;
  choice.choices.push_back({"no", {"不", "No"}, "", true, {"对", "Right"}, {}, "", {}});
  choice.choices.push_back(
      {"yes", {"好", "Yes"}, "", false, {"再来", "Again"}, content::Then::kRewind, "", {}});
  content::BeatStep under;
  under.id = "under";
  under.seconds = {1, 2, 3};
  under.view = content::View{{0, -0.6, -2}, 0};
  under.move = content::Move{{0, -0.5, -2}, 1};
  content::BeatStep thrown;
  thrown.id = "throw";
  thrown.ends = content::EndsBy::kThrow;
  thrown.view = content::View{{0, 1.7, 2.5}, 0};
  thrown.throwing =
      content::Throw{content::ThrownObject::kBag, "swimmer", {"接", "c"}, {"没", "m"}};
  beat.steps = {choice, under, thrown};
  scenario.beats = {beat, beat};
  scenario.beats[1].id = "end";
  return scenario;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto recording = vr::ParseRecording({bytes, size});
  if (!recording) {
    Expect(!recording.error().code.empty() && !recording.error().message.zh.empty() &&
           !recording.error().message.en.empty());
    return 0;
  }
  Expect(vr::FormatRecording(*recording) ==
         std::string(reinterpret_cast<const char*>(bytes), size));
  static const content::Scenario scenario = MakeScenario();
  vr::Run run = vr::BeginRun(scenario, "a.b", recording->setup);
  for (const vr::TrainerInput& input : recording->inputs) {
    for (const vr::Effect& effect : vr::Step(scenario, input, run)) {
      if (!effect.event) continue;
      Expect(effect.event->value >= 0 && effect.event->value <= 9'999'999);
      Expect(effect.event->detail >= 0 && effect.event->detail <= 9'999'999);
    }
    const vr::Scene scene = vr::BuildScene(scenario, run);
    Expect(scene.world_from_space.orientation.x == 0 && scene.world_from_space.orientation.z == 0);
    Expect(std::isfinite(scene.eye.x) && std::isfinite(scene.eye.y) && std::isfinite(scene.eye.z));
    Expect(scene.calm >= 0 && scene.calm <= 1 && scene.dark >= 0 && scene.dark <= 1);
  }
  Expect(!vr::FormatReport(run.report).empty());
  return 0;
}
