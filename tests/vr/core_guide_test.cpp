// SPDX-License-Identifier: MIT
// What the guide can ask for, and how long a run may take.
#include <iterator>
#include <set>

#include "tests/support/catch.h"
#include "tests/support/process.h"
#include "tests/vr/child.h"
#include "vr/core/report.h"
#include "vr/core/step.h"

namespace {

using testing::Hold;
using testing::RunAt;
using testing::ShippedScenario;
using vr::GuideCommand;

std::vector<vr::Effect> Ask(const content::Scenario& scenario, vr::Run& run, GuideCommand command,
                            double seconds = 3) {
  vr::TrainerInput input = run.input;
  input.commands = {command};
  return Hold(scenario, run, input, seconds);
}

const std::string& BeatName(const content::Scenario& scenario, const vr::Run& run) {
  return vr::BeatOf(scenario, run).id;
}

}  // namespace

TEST_CASE("Next, again and back lead through the beats that are there for the child") {
  const content::Scenario& scenario = ShippedScenario("river");
  const vr::Setup young{vr::Mode::kTogether, vr::AgeBand::kSixToNine, 1, 1};
  vr::Run run = RunAt(scenario, "choice-a", "answer", young);
  Ask(scenario, run, GuideCommand::kNext);
  CHECK(BeatName(scenario, run) == "who-first");  // No slip for the youngest.
  Ask(scenario, run, GuideCommand::kBack);
  CHECK(BeatName(scenario, run) == "choice-a");
  Hold(scenario, run, run.input, 4);
  Ask(scenario, run, GuideCommand::kAgain);
  CHECK(BeatName(scenario, run) == "choice-a");
  CHECK(run.beat_us < 2'000'000);
  for (int i = 0; i < 20; ++i) Ask(scenario, run, GuideCommand::kBack, 1);
  CHECK(BeatName(scenario, run) == "boathouse");
  for (int i = 0; i < 20; ++i) Ask(scenario, run, GuideCommand::kNext, 1);
  CHECK(run.phase == vr::Phase::kEnded);
  CHECK_FALSE(run.report.ended);
  CHECK(run.report.beats_finished == 0);
}

TEST_CASE("Next pressed three times within a fade leads three beats on, never to black") {
  const content::Scenario& scenario = ShippedScenario("river");
  vr::Run run = RunAt(scenario, "boathouse", "welcome");
  for (int i = 0; i < 3; ++i) Ask(scenario, run, GuideCommand::kNext, 0.05);
  Hold(scenario, run, run.input, 3);
  CHECK(BeatName(scenario, run) == "slip");
  CHECK(vr::BuildScene(scenario, run).dark == 0);
}

TEST_CASE("The guide never goes over the intensity that the child was found fit for") {
  const content::Scenario& scenario = ShippedScenario("river");
  vr::Run run =
      RunAt(scenario, "slip", "bank", {vr::Mode::kHeadset, vr::AgeBand::kTenToTwelve, 1, 2});
  Ask(scenario, run, GuideCommand::kIntensity3, 0.1);
  CHECK(run.setup.intensity == 1);
  Ask(scenario, run, GuideCommand::kIntensity2, 0.1);
  CHECK(run.setup.intensity == 2);
  CHECK(run.report.intensity == 2);
}

TEST_CASE("Less intensity takes the head out of the water at once") {
  const content::Scenario& scenario = ShippedScenario("river");
  vr::Run run = RunAt(scenario, "slip", "under");
  CHECK(vr::BuildScene(scenario, run).eye.y < 0);
  Ask(scenario, run, GuideCommand::kIntensity1, 1);
  CHECK(vr::BuildScene(scenario, run).eye.y > 0);
  CHECK(vr::StepOf(scenario, run).id == "surface");
}

TEST_CASE("An intensity that changes within a fade changes where it leads, and nothing twice") {
  const content::Scenario& scenario = ShippedScenario("river");
  vr::Run run = RunAt(scenario, "slip", "bank");
  for (int i = 0; i < 1000 && run.phase != vr::Phase::kFadeOut; ++i) {
    Hold(scenario, run, run.input, 0.02);
  }
  REQUIRE(run.next_step == 1);  // Under water.
  Ask(scenario, run, GuideCommand::kIntensity1, 0.04);
  CHECK(run.phase == vr::Phase::kFadeOut);
  CHECK(vr::StepOf(scenario, run).id == "bank");
  double deepest = 1;
  for (int i = 0; i < 100; ++i) {
    Hold(scenario, run, run.input, 0.02);
    deepest = std::min(deepest, static_cast<double>(vr::BuildScene(scenario, run).eye.y));
  }
  CHECK(vr::StepOf(scenario, run).id == "surface");
  CHECK(deepest > 0);
}

TEST_CASE("Pause holds the story and resume goes on with it") {
  const content::Scenario& scenario = ShippedScenario("river");
  vr::Run run = RunAt(scenario, "invitation", "friends");
  Ask(scenario, run, GuideCommand::kPause, 10);
  CHECK(vr::LookAt(scenario, run).paused);
  CHECK(vr::StepOf(scenario, run).id == "friends");
  Ask(scenario, run, GuideCommand::kResume, 8);
  CHECK(vr::StepOf(scenario, run).id == "dangers");
}

TEST_CASE("Stop ends the run under calm sky, and restart begins it anew for the same child") {
  const content::Scenario& scenario = ShippedScenario("river");
  vr::Run run = RunAt(scenario, "in-order", "first");
  auto effects = Ask(scenario, run, GuideCommand::kStop);
  CHECK(run.phase == vr::Phase::kEnded);
  CHECK(vr::BuildScene(scenario, run).calm == 1);
  CHECK(std::any_of(effects.begin(), effects.end(), [](const vr::Effect& one) {
    return one.kind == vr::Effect::Kind::kEnded && one.event && !one.event->correct;
  }));
  effects = Ask(scenario, run, GuideCommand::kRestart);
  CHECK(BeatName(scenario, run) == "boathouse");
  CHECK(run.report.deeds.empty());
  CHECK(vr::BuildScene(scenario, run).calm == 0);
  CHECK(effects.front().kind == vr::Effect::Kind::kBegun);
}

TEST_CASE("A restart in the middle closes the report of the run before it") {
  const content::Scenario& scenario = ShippedScenario("river");
  vr::Run run = RunAt(scenario, "in-order", "first");
  const auto effects = Ask(scenario, run, GuideCommand::kRestart, 0.1);
  std::vector<vr::Effect::Kind> kinds;
  for (const vr::Effect& one : effects) kinds.push_back(one.kind);
  const auto ended = std::find(kinds.begin(), kinds.end(), vr::Effect::Kind::kEnded);
  const auto begun = std::find(kinds.begin(), kinds.end(), vr::Effect::Kind::kBegun);
  CHECK(ended < begun);
  CHECK(begun != kinds.end());
}

TEST_CASE("After eight minutes the guide is told, after ten calm sky leads to the last beat") {
  const content::Scenario& scenario = ShippedScenario("river");
  vr::Run run = RunAt(scenario, "choice-a", "answer");
  CHECK_FALSE(vr::LookAt(scenario, run).long_run);
  vr::TrainerInput input = run.input;
  Hold(scenario, run, input, 8 * 60, 10);
  CHECK(vr::LookAt(scenario, run).long_run);
  CHECK(vr::LookAt(scenario, run).calm == vr::CalmCause::kNone);
  Hold(scenario, run, input, 2 * 60 + 1, 10);
  CHECK(vr::LookAt(scenario, run).calm == vr::CalmCause::kTime);
  CHECK(vr::BuildScene(scenario, run).calm == 1);
  Ask(scenario, run, GuideCommand::kRelease, 5);
  CHECK(BeatName(scenario, run) == "sky");
  CHECK(run.phase == vr::Phase::kPlaying);
  Hold(scenario, run, input, 3 * 60, 10);
  CHECK(run.phase == vr::Phase::kEnded);  // Nobody is kept for ever.
}

TEST_CASE("The journal's lines tell what happened and nothing of whom") {
  const content::Scenario& scenario = ShippedScenario("quarry");
  testing::Habits habits;
  habits.errs = true;
  const testing::Played played = testing::Play(scenario, habits);
  std::vector<content::JournalEvent> events;
  for (const vr::Effect& effect : played.effects) {
    if (effect.event) events.push_back(*effect.event);
  }
  REQUIRE(events.size() == played.run.report.deeds.size() + 2);
  CHECK(events.front().kind == content::EventKind::kTrainingBegun);
  CHECK(events.front().item == "safety.water.played");
  CHECK(events.front().value == 2);
  CHECK(events.back().kind == content::EventKind::kTrainingEnded);
  CHECK(events.back().correct);
  CHECK(events.back().detail == played.run.report.beats_finished);
  bool missed = false, opinion = false;
  for (const content::JournalEvent& event : events) {
    CHECK(event.visit == 0);
    CHECK(event.hour == 0);
    CHECK(event.value >= 0);
    CHECK(event.item.rfind("safety.water.played", 0) == 0);
    CHECK(event.item.size() <= 80);
    missed = missed || (event.kind == content::EventKind::kTrainingThrew && !event.correct &&
                        event.value > 0);
    opinion = opinion || event.detail == content::kOpinion;
  }
  CHECK(missed);
  CHECK(opinion);
  // The journal itself takes every one of them.
  const testing::Folder folder;
  auto journal = content::Results::Open(folder / "results.sqlite3");
  REQUIRE(journal);
  for (const content::JournalEvent& event : events) CHECK(journal->Append(event));
}

TEST_CASE("Every sound that is played is one of those that the trainer brings") {
  const std::set<std::string> known(std::begin(vr::kSoundNames), std::end(vr::kSoundNames));
  std::set<std::string> played;
  for (const bool by_hand : {false, true}) {
    testing::Habits habits;
    habits.by_hand = by_hand;
    habits.errs = true;
    for (const vr::Effect& effect : testing::Play(ShippedScenario("river"), habits).effects) {
      if (effect.kind == vr::Effect::Kind::kSound) played.insert(effect.name);
    }
  }
  CHECK(played == known);
}

TEST_CASE("A narration begins with its caption, in each language, once") {
  content::Scenario scenario = ShippedScenario("river");
  auto& captions = scenario.beats[0].steps[0].captions;
  captions[0].narration_zh = "media/hello.zh.opus";
  captions[0].narration_en = "media/hello.en.opus";
  captions[1].narration_zh = "media/more.opus";
  vr::Run run = vr::BeginRun(scenario, "a.b", {});
  std::vector<std::string> told;
  for (const vr::Effect& effect : Hold(scenario, run, {}, 15)) {
    if (effect.kind != vr::Effect::Kind::kNarration) continue;
    told.push_back(effect.name + " " + effect.name_en);
  }
  CHECK(told ==
        std::vector<std::string>{"media/hello.zh.opus media/hello.en.opus", "media/more.opus "});
}
