// SPDX-License-Identifier: MIT
// Eyes, hands and what the body does.
#include "tests/support/catch.h"
#include "tests/vr/child.h"
#include "vr/core/step.h"

namespace {

using testing::Hold;
using testing::RunAt;
using testing::ShippedScenario;

vr::Vec RingOfCard(const content::Scenario& scenario, const vr::Run& run, std::size_t index) {
  for (const vr::Spot& spot : vr::ListSpots(scenario, run)) {
    if (spot.kind == vr::SpotKind::kCard && spot.index == index) return spot.at;
  }
  throw std::runtime_error("no such card");
}

vr::TrainerInput LookAtPoint(const content::Scenario& scenario, const vr::Run& run,
                             const vr::Vec& at) {
  vr::TrainerInput input = run.input;
  input.head = testing::HeadTowards(run, vr::BuildScene(scenario, run), at);
  return input;
}

vr::TrainerInput LookAhead(const vr::Run& run, double elevation) {
  vr::Scene scene;
  scene.world_from_space.orientation = vr::ToQuat(vr::TurnOf(run));
  vr::TrainerInput input = run.input;
  input.head = testing::HeadTowards(run, scene, vr::Direction(vr::FacingOf(run), 0, elevation));
  return input;
}

}  // namespace

TEST_CASE("Reading a card chooses nothing; resting 0.8 s on the ring below it does") {
  const content::Scenario& scenario = ShippedScenario("river");
  vr::Run run = RunAt(scenario, "choice-a", "answer");
  const vr::Scene scene = vr::BuildScene(scenario, run);
  for (const vr::Panel& panel : scene.panels) {
    INFO(panel.text.en);
    Hold(scenario, run, LookAtPoint(scenario, run, vr::ToVec(panel.at)), 3);
    CHECK(run.report.deeds.empty());
  }
  const auto input = LookAtPoint(scenario, run, RingOfCard(scenario, run, 1));
  Hold(scenario, run, input, 0.76);
  CHECK(run.report.deeds.empty());
  Hold(scenario, run, input, 0.08);
  REQUIRE(run.report.deeds.size() == 1);
  CHECK(run.report.deeds[0].choice == "tell");
  CHECK(run.phase == vr::Phase::kTelling);
}

TEST_CASE("A gaze at rest ahead chooses nothing in any step that asks for a choice") {
  for (const char* name : {"river", "quarry"}) {
    const content::Scenario& scenario = ShippedScenario(name);
    for (const content::Beat& beat : scenario.beats) {
      for (const content::BeatStep& step : beat.steps) {
        if (step.ends != content::EndsBy::kChoice) continue;
        if (!step.choices.front().target.empty()) continue;
        INFO(name << " " << beat.id << "." << step.id);
        vr::Run run = RunAt(scenario, beat.id, step.id);
        for (const double elevation : {0.0, -4.0, -8.0}) {
          Hold(scenario, run, LookAhead(run, elevation), 3);
        }
        CHECK(run.report.deeds.empty());
      }
    }
  }
}

TEST_CASE("A blink does not lose what the gaze has gathered, a look away does") {
  const content::Scenario& scenario = ShippedScenario("river");
  vr::Run run = RunAt(scenario, "choice-a", "answer");
  const auto on = LookAtPoint(scenario, run, RingOfCard(scenario, run, 1));
  const auto off = LookAhead(run, -6);
  Hold(scenario, run, on, 0.6);
  Hold(scenario, run, off, 0.1);
  Hold(scenario, run, on, 0.54);
  CHECK(run.report.deeds.size() == 1);
  vr::Run other = RunAt(scenario, "choice-a", "answer");
  Hold(scenario, other, on, 0.6);
  Hold(scenario, other, off, 0.5);
  Hold(scenario, other, on, 0.7);
  CHECK(other.report.deeds.empty());
}

TEST_CASE("Two wrong answers, and the right one is shown") {
  const content::Scenario& scenario = ShippedScenario("quarry");
  vr::Run run = RunAt(scenario, "dare", "answer");
  for (int tries = 0; tries < 2; ++tries) {
    CHECK_FALSE(vr::IsHinting(scenario, run));
    const auto wrong = LookAtPoint(scenario, run, RingOfCard(scenario, run, 1));
    Hold(scenario, run, LookAhead(run, -6), 0.2);
    Hold(scenario, run, wrong, 1);
    REQUIRE(run.phase == vr::Phase::kTelling);
    Hold(scenario, run, LookAhead(run, -6), 9);
    REQUIRE(run.phase == vr::Phase::kPlaying);
  }
  CHECK(vr::IsHinting(scenario, run));
  CHECK(run.report.deeds[1].tries_before == 1);
  CHECK(run.tries == 2);
}

TEST_CASE("Looking at a swimmer for a moment is not yet choosing one") {
  const content::Scenario& scenario = ShippedScenario("river");
  vr::Run run = RunAt(scenario, "who-first", "find");
  for (const vr::Spot& spot : vr::ListSpots(scenario, run)) {
    if (spot.kind != vr::SpotKind::kTarget) continue;
    Hold(scenario, run, LookAtPoint(scenario, run, spot.at), 1.2);
    const vr::Scene scene = vr::BuildScene(scenario, run);
    CHECK(std::any_of(scene.panels.begin(), scene.panels.end(),
                      [](const vr::Panel& one) { return one.kind == vr::PanelKind::kCard; }));
  }
  CHECK(run.report.deeds.empty());
}

TEST_CASE("The head is up from 25 degrees on, held for a second") {
  const content::Scenario& scenario = ShippedScenario("river");
  vr::Run run = RunAt(scenario, "float", "head-back");
  Hold(scenario, run, LookAhead(run, 24), 3);
  CHECK(vr::StepOf(scenario, run).id == "head-back");
  Hold(scenario, run, LookAhead(run, 26), 1.1);
  CHECK(vr::StepOf(scenario, run).id == "arms");
}

TEST_CASE("Hands in the lap neither open the arms nor hold the bag") {
  const content::Scenario& scenario = ShippedScenario("river");
  for (const auto& [beat, step] : {std::pair{"float", "arms"}, std::pair{"rescue", "hold"}}) {
    INFO(step);
    vr::Run run = RunAt(scenario, beat, step);
    vr::TrainerInput input = LookAhead(run, -4);
    for (std::size_t i = 0; i < 2; ++i) {
      input.hands[i].tracked = true;
      input.hands[i].aim.position = {i == 0 ? -0.15F : 0.15F, 0.6F, -0.3F};
    }
    Hold(scenario, run, input, 4);
    CHECK(vr::StepOf(scenario, run).id == step);
  }
}

TEST_CASE("Five breaths take forty seconds, and the circle grows and shrinks with them") {
  const content::Scenario& scenario = ShippedScenario("river");
  vr::Run run = RunAt(scenario, "float", "breathe");
  const auto input = LookAhead(run, 0);
  Hold(scenario, run, input, 4 - static_cast<double>(run.breath_us) / 1e6);
  auto scene = vr::BuildScene(scenario, run);
  REQUIRE(scene.breath);
  CHECK(scene.breath->size > 0.95F);
  CHECK(scene.breath->of == 5);
  Hold(scenario, run, input, 4);
  scene = vr::BuildScene(scenario, run);
  CHECK(scene.breath->size < 0.05F);
  CHECK(scene.breath->done == 1);
  Hold(scenario, run, input, 31.5);
  CHECK(vr::StepOf(scenario, run).id == "breathe");
  Hold(scenario, run, input, 1);
  CHECK(vr::StepOf(scenario, run).id == "call");
}

TEST_CASE("A call is a loud voice for a moment, not a knock on the microphone") {
  const content::Scenario& scenario = ShippedScenario("river");
  vr::Run run = RunAt(scenario, "in-order", "shout-adult");
  vr::TrainerInput input = LookAhead(run, -4);
  input.voice = 0.9F;
  Hold(scenario, run, input, 0.1);
  input.voice = 0.2F;
  Hold(scenario, run, input, 2);
  CHECK(vr::StepOf(scenario, run).id == "shout-adult");
  input.voice = 0.5F;
  Hold(scenario, run, input, 0.4);
  CHECK(vr::StepOf(scenario, run).id == "number");
}
