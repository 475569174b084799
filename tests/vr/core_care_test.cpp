// SPDX-License-Identifier: MIT
// Calm sky, stop signals, a head that is lost or taken away, eyes that nobody moves.
#include <limits>

#include "tests/support/catch.h"
#include "tests/vr/approx.h"
#include "tests/vr/child.h"
#include "vr/core/step.h"

namespace {

using testing::Hold;
using testing::RunAt;
using testing::ShippedScenario;
using vr::CalmCause;
using vr::GuideCommand;

double CalmOf(const content::Scenario& scenario, const vr::Run& run) {
  return static_cast<double>(vr::BuildScene(scenario, run).calm);
}

/// Seconds from the command to a frame that shows nothing but calm sky.
double SecondsToCalm(const content::Scenario& scenario, vr::Run& run, double rate) {
  vr::TrainerInput input = run.input;
  input.commands = {GuideCommand::kCalm};
  const std::int64_t begun = run.last_us + static_cast<std::int64_t>(1e6 / rate);
  Hold(scenario, run, input, 1 / rate, rate);
  input.commands.clear();
  for (int i = 0; i < 1000 && CalmOf(scenario, run) < 1; ++i) {
    Hold(scenario, run, input, 1 / rate, rate);
  }
  return static_cast<double>(run.last_us - begun) / 1e6;
}

}  // namespace

TEST_CASE("Calm sky is there within 200 ms in every step, at every frame rate, and it stays") {
  for (const char* name : {"river", "quarry"}) {
    const content::Scenario& scenario = ShippedScenario(name);
    for (const content::Beat& beat : scenario.beats) {
      for (const content::BeatStep& step : beat.steps) {
        INFO(name << " " << beat.id << "." << step.id);
        vr::Run run = RunAt(scenario, beat.id, step.id);
        CHECK(SecondsToCalm(scenario, run, 90) <= 0.2);
        const std::int64_t played = run.run_us;
        Hold(scenario, run, run.input, 30, 10);
        CHECK(CalmOf(scenario, run) == 1);
        CHECK(run.run_us == played);  // The story waits.
        CHECK(run.report.calms == std::vector<CalmCause>{CalmCause::kGuide});
      }
    }
  }
  for (const double rate : {10.0, 24.0, 36.0, 72.0, 120.0}) {
    INFO(rate);
    vr::Run run = RunAt(ShippedScenario("river"), "slip", "under");
    CHECK(SecondsToCalm(ShippedScenario("river"), run, rate) <= 0.2);
  }
}

TEST_CASE("Released calm sky leaves the child where it was") {
  const content::Scenario& scenario = ShippedScenario("river");
  vr::Run run = RunAt(scenario, "in-order", "first");
  SecondsToCalm(scenario, run, 90);
  vr::TrainerInput input = run.input;
  input.commands = {GuideCommand::kRelease};
  Hold(scenario, run, input, 1);
  CHECK(CalmOf(scenario, run) == 0);
  CHECK(vr::StepOf(scenario, run).id == "first");
  CHECK(run.phase == vr::Phase::kPlaying);
}

TEST_CASE("A raised hand stops everything in any step, and so does the sun badge") {
  const content::Scenario& scenario = ShippedScenario("river");
  for (const auto& [beat, step] : {std::pair{"slip", "under"}, std::pair{"in-order", "throw"},
                                   std::pair{"choice-a", "answer"}}) {
    INFO(step);
    vr::Run run = RunAt(scenario, beat, step);
    vr::TrainerInput input = run.input;
    input.hands[0].tracked = true;
    input.hands[0].aim.position = {0, 1.4F, 0};
    Hold(scenario, run, input, 1.8);
    CHECK(run.calm == CalmCause::kNone);
    Hold(scenario, run, input, 0.5);
    CHECK(run.calm == CalmCause::kHandRaised);
    CHECK(CalmOf(scenario, run) > 0);

    vr::Run other = RunAt(scenario, beat, step);
    const vr::Scene scene = vr::BuildScene(scenario, other);
    REQUIRE(scene.badge);
    input = other.input;
    input.head = testing::HeadTowards(other, scene, vr::ToVec(*scene.badge));
    Hold(scenario, other, input, 1.9);
    CHECK(other.calm == CalmCause::kNone);
    Hold(scenario, other, input, 0.4);
    CHECK(other.calm == CalmCause::kBadge);
    CHECK(other.report.calms.size() == 1);
  }
}

TEST_CASE("The stop that is practised lets go by itself and is no stop of the report") {
  const content::Scenario& scenario = ShippedScenario("river");
  vr::Run run = RunAt(scenario, "boathouse", "stop-signal");
  vr::TrainerInput input = run.input;
  input.hands[1].tracked = true;
  input.hands[1].aim.position = {0, 1.5F, 0};
  Hold(scenario, run, input, 2.3);
  CHECK(CalmOf(scenario, run) == 1);
  Hold(scenario, run, run.input, 2.5);
  CHECK(CalmOf(scenario, run) == 1);
  input.hands[1].tracked = false;
  Hold(scenario, run, input, 2);
  CHECK(CalmOf(scenario, run) == 0);
  CHECK(vr::StepOf(scenario, run).id == "look");
  CHECK(run.report.calms.empty());
}

TEST_CASE("The guide's calm sky over a practised stop stays until the guide releases it") {
  const content::Scenario& scenario = ShippedScenario("river");
  vr::Run run = RunAt(scenario, "boathouse", "stop-signal");
  vr::TrainerInput input = run.input;
  input.hands[1].tracked = true;
  input.hands[1].aim.position = {0, 1.5F, 0};
  Hold(scenario, run, input, 2.3);
  input.commands = {GuideCommand::kCalm};
  Hold(scenario, run, input, 20);
  CHECK(CalmOf(scenario, run) == 1);
  CHECK(run.report.calms == std::vector<CalmCause>{CalmCause::kGuide});
}

TEST_CASE("A headset that comes off, loses its place or its focus holds the story, and says so") {
  const content::Scenario& scenario = ShippedScenario("river");
  vr::Run run = RunAt(scenario, "invitation", "friends");
  for (int what = 0; what < 3; ++what) {
    INFO(what);
    vr::TrainerInput input = run.input;
    input.worn = what != 0;
    input.focused = what != 1;
    input.head_tracked = what != 2;
    const std::int64_t played = run.run_us;
    Hold(scenario, run, input, 5);
    CHECK(run.run_us == played);
    CHECK(vr::LookAt(scenario, run).waiting);
    const vr::Scene scene = vr::BuildScene(scenario, run);
    CHECK(std::any_of(scene.panels.begin(), scene.panels.end(), [](const vr::Panel& one) {
      return one.kind == vr::PanelKind::kNotice && !one.text.zh.empty() && !one.text.en.empty();
    }));
    input = run.input;
    input.worn = input.focused = input.head_tracked = true;
    Hold(scenario, run, input, 1);
    CHECK(run.run_us > played);
  }
}

TEST_CASE("A bad frame of a device is no tracking, and the next good one goes on") {
  const content::Scenario& scenario = ShippedScenario("river");
  vr::Run run = RunAt(scenario, "invitation", "friends");
  const vr::TrainerInput good = run.input;
  const float none = std::numeric_limits<float>::quiet_NaN();
  const float far = std::numeric_limits<float>::infinity();
  for (int what = 0; what < 6; ++what) {
    INFO(what);
    vr::TrainerInput bad = good;
    bad.hands[0].tracked = bad.hands[1].tracked = true;
    if (what == 0) bad.head.position.x = none;
    if (what == 1) bad.head.orientation = glm::quat(0, 0, 0, 0);
    if (what == 2) bad.head.orientation.w = far;
    if (what == 3) bad.hands[0].aim.position.y = far;
    if (what == 4) bad.gaze = vr::Pose{{none, 0, 0}, {1, 0, 0, 0}};
    if (what == 5) bad.voice = none;
    Hold(scenario, run, bad, 0.1);
    CHECK(vr::LookAt(scenario, run).waiting == (what < 3));
    Hold(scenario, run, good, 0.1);
    const vr::Scene scene = vr::BuildScene(scenario, run);
    CHECK(static_cast<double>(scene.eye.y) == Approx(1.7).margin(1e-3));
    CHECK_FALSE(vr::LookAt(scenario, run).waiting);
  }
}

TEST_CASE("A runtime that stood still for a minute costs no story") {
  const content::Scenario& scenario = ShippedScenario("river");
  vr::Run run = RunAt(scenario, "invitation", "friends");
  const std::int64_t played = run.run_us;
  vr::TrainerInput input = run.input;
  input.time_us = run.last_us + 60'000'000;
  static_cast<void>(vr::Step(scenario, input, run));
  CHECK(run.run_us - played <= 100'000);
}

TEST_CASE("A place that is taken anew is taken in the dark, and leaves the child facing ahead") {
  const content::Scenario& scenario = ShippedScenario("river");
  vr::Run run = RunAt(scenario, "invitation", "dangers");
  vr::TrainerInput input = run.input;
  input.head.position = {0.4F, 1.1F, -0.3F};
  input.head.orientation = vr::ToQuat(vr::HeadingOfDegrees(70));
  Hold(scenario, run, input, 0.1);
  const vr::Scene before = vr::BuildScene(scenario, run);
  input.commands = {GuideCommand::kRecenter};
  double darkest = 0;
  bool jumped = false;
  vr::Scene last = before;
  for (int i = 0; i < 50; ++i) {
    Hold(scenario, run, input, 0.02);
    input.commands.clear();
    vr::Scene scene = vr::BuildScene(scenario, run);
    darkest = std::max(darkest, static_cast<double>(scene.dark));
    const bool moved = !(scene.world_from_space == last.world_from_space);
    if (moved) {
      CHECK(scene.dark == 1);
      jumped = true;
    }
    last = std::move(scene);
  }
  CHECK(darkest == 1);
  CHECK(jumped);
  CHECK(last.dark == 0);
  const vr::Vec ahead = vr::Ahead(last.look);
  CHECK(ahead.z < -0.999);
  CHECK(static_cast<double>(last.eye.y) == Approx(1.7).margin(1e-4));
}

TEST_CASE("Whoever leans forward in the water does not dip the eyes, nor does one rise under it") {
  const content::Scenario& scenario = ShippedScenario("river");
  vr::Run run = RunAt(scenario, "float", "breathe");
  vr::TrainerInput input = run.input;
  vr::Scene scene;
  for (int i = 0; i <= 60; ++i) {
    input.head.position.y = 1.2F - 0.01F * static_cast<float>(i);
    Hold(scenario, run, input, 0.02);
    scene = vr::BuildScene(scenario, run);
    CHECK(scene.eye.y >= 0.039F);
    CHECK(scene.world_from_space.orientation == glm::quat(1, 0, 0, 0));
  }
  run = RunAt(scenario, "slip", "under");
  input.head.position.y = 2.5F;
  Hold(scenario, run, input, 0.1);
  CHECK(vr::BuildScene(scenario, run).eye.y <= -0.039F);
}

TEST_CASE("A pause under water waits until the head is out, and calm sky does not") {
  const content::Scenario& scenario = ShippedScenario("river");
  vr::Run run = RunAt(scenario, "slip", "under");
  vr::TrainerInput input = run.input;
  input.commands = {GuideCommand::kPause};
  Hold(scenario, run, input, 10);
  CHECK(vr::LookAt(scenario, run).paused);
  CHECK(vr::StepOf(scenario, run).id == "surface");
  CHECK(vr::BuildScene(scenario, run).eye.y > 0);
  Hold(scenario, run, run.input, 20);
  CHECK(vr::StepOf(scenario, run).id == "surface");
}

TEST_CASE(
    "Whoever puts the headset on again is seated anew, and a short slip of it changes nothing") {
  const content::Scenario& scenario = ShippedScenario("river");
  vr::Run run = RunAt(scenario, "invitation", "dangers");
  for (const double away : {1.0, 5.0}) {
    INFO(away);
    vr::TrainerInput input = run.input;
    input.worn = false;
    Hold(scenario, run, input, away);
    input.worn = true;
    input.head.position = {0.5F, 1.0F, 0.2F};
    input.head.orientation = vr::ToQuat(vr::HeadingOfDegrees(100));
    Hold(scenario, run, input, 2);
    const bool anew = vr::Ahead(vr::BuildScene(scenario, run).look).z < -0.999;
    CHECK(anew == (away > 2));
  }
}

TEST_CASE("The eyes do not jolt when the story is paused on their way up") {
  const content::Scenario& scenario = ShippedScenario("river");
  vr::Run run =
      RunAt(scenario, "slip", "under", {vr::Mode::kHeadset, vr::AgeBand::kThirteenUp, 3, 3});
  vr::TrainerInput input = run.input;
  vr::EyeMotion motion;
  vr::Scene before = vr::BuildScene(scenario, run);
  for (int i = 0; i < 400; ++i) {
    if (i == 80) input.commands = {GuideCommand::kPause};
    if (i == 180) input.commands = {GuideCommand::kResume};
    Hold(scenario, run, input, 0.02);
    input.commands.clear();
    vr::Scene after = vr::BuildScene(scenario, run);
    CHECK(vr::FindDiscomfort(scenario.comfort, before, after, 0.02, motion) == "");
    before = std::move(after);
  }
}

TEST_CASE("What breaks a limit of comfort is found") {
  const content::Comfort limits;
  vr::Scene before, after;
  vr::EyeMotion motion;
  after.world_from_space.position.x = 0.01F;
  CHECK(vr::FindDiscomfort(limits, before, after, 0.01, motion) != "");  // 1 m/s
  motion = {};
  after.world_from_space.position.x = 0.002F;
  CHECK(vr::FindDiscomfort(limits, before, after, 0.01, motion) == "");
  after.world_from_space.position.x = 0.0005F;  // from 0.2 to -0.15 m/s in a frame
  before.world_from_space.position.x = 0.002F;
  CHECK(vr::FindDiscomfort(limits, before, after, 0.01, motion) != "");
  after = before;
  after.world_from_space.orientation = vr::ToQuat(vr::HeadingOfDegrees(1));
  CHECK(vr::FindDiscomfort(limits, before, after, 0.01, motion) != "");
  before.dark = after.dark = 1;
  CHECK(vr::FindDiscomfort(limits, before, after, 0.01, motion) == "");
  after.world_from_space.orientation = glm::quat(0.99F, 0.1F, 0, 0);
  CHECK(vr::FindDiscomfort(limits, before, after, 0.01, motion) != "");  // tilted, even in the dark
}
