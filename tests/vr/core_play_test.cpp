// SPDX-License-Identifier: MIT
// Whole runs: every child comes to the end, and is well on the way.
#include <random>
#include <set>

#include "tests/support/catch.h"
#include "tests/vr/child.h"
#include "vr/core/step.h"

namespace {

using testing::Habits;
using testing::Play;
using testing::Played;
using testing::ShippedScenario;
using testing::Way;
using vr::AgeBand;
using vr::Mode;

Way WayOf(AgeBand band, int intensity) {
  Way way;
  way.setup = {band == AgeBand::kSixToNine ? Mode::kTogether : Mode::kHeadset, band, intensity, 3};
  return way;
}

/// Ids of the beats that a run passed.
std::vector<std::string> BeatsOf(const Played& played) {
  std::vector<std::string> beats;
  for (const vr::Effect& effect : played.effects) {
    if (effect.kind == vr::Effect::Kind::kBeatBegun) beats.push_back(effect.name);
  }
  return beats;
}

std::vector<std::string> BeatsFor(const content::Scenario& scenario, AgeBand band) {
  std::vector<std::string> beats;
  for (const content::Beat& beat : scenario.beats) {
    if (beat.from_age <= vr::YoungestOf(band)) beats.push_back(beat.id);
  }
  return beats;
}

int Count(const Played& played, bool right) {
  int count = 0;
  for (const vr::Deed& deed : played.run.report.deeds) count += deed.right == right ? 1 : 0;
  return count;
}

void CheckWell(const Played& played) {
  CHECK(played.run.report.ended);
  CHECK(played.discomfort == "");
  CHECK(played.run.report.calms.empty());
  CHECK(played.seconds < 700);
}

}  // namespace

TEST_CASE("A child who only looks comes to the end of both places, at every age and intensity") {
  for (const char* name : {"river", "quarry"}) {
    const content::Scenario& scenario = ShippedScenario(name);
    for (const AgeBand band : {AgeBand::kSixToNine, AgeBand::kTenToTwelve, AgeBand::kThirteenUp}) {
      for (const int intensity : {1, 2, 3}) {
        INFO(name << " from " << vr::YoungestOf(band) << " at " << intensity);
        const Played played = Play(scenario, {}, WayOf(band, intensity));
        CheckWell(played);
        CHECK(BeatsOf(played) == BeatsFor(scenario, band));
        CHECK(played.run.report.beats_finished == static_cast<int>(BeatsOf(played).size()));
        CHECK(Count(played, false) == 0);
        const bool falls_in = band != AgeBand::kSixToNine;
        CHECK(played.head_under == (falls_in && intensity > 1));
        const auto level = static_cast<std::size_t>(intensity - 1);
        const double fades = 0.7;  // seen dimly, as it grows dark and light
        CHECK(played.under_seconds <= scenario.comfort.under_seconds[level] + fades);
      }
    }
  }
}

TEST_CASE("A child with hands presses, raises a hand, holds, calls and throws to the end") {
  Habits habits;
  habits.by_hand = true;
  habits.raises_hand = true;
  for (const char* name : {"river", "quarry"}) {
    INFO(name);
    for (const AgeBand band : {AgeBand::kSixToNine, AgeBand::kTenToTwelve, AgeBand::kThirteenUp}) {
      INFO(vr::YoungestOf(band));
      const Played played = Play(ShippedScenario(name), habits, WayOf(band, 3));
      CheckWell(played);
      CHECK(Count(played, false) == 0);
      CHECK(played.run.report.deeds.back().right == std::nullopt);  // the sentence to take along
    }
  }
}

TEST_CASE("A child who errs wherever one can is shown and brought back, and comes to the end") {
  Habits habits;
  habits.errs = true;
  for (const char* name : {"river", "quarry"}) {
    const content::Scenario& scenario = ShippedScenario(name);
    INFO(name);
    const Played played = Play(scenario, habits, WayOf(AgeBand::kThirteenUp, 2));
    CheckWell(played);
    std::set<std::string> wrong, made;
    for (const content::Beat& beat : scenario.beats) {
      for (const content::BeatStep& step : beat.steps) {
        for (const content::ScenarioChoice& choice : step.choices) {
          if (choice.right == false) wrong.insert(beat.id + "." + choice.id);
        }
      }
    }
    int missed = 0;
    for (const vr::Deed& deed : played.run.report.deeds) {
      if (deed.right != false) continue;
      if (deed.miss_m) ++missed;
      if (!deed.choice.empty()) made.insert(deed.beat + "." + deed.choice);
    }
    CHECK(made == wrong);
    CHECK(missed == 2);
    CHECK(BeatsOf(played) == BeatsFor(scenario, AgeBand::kThirteenUp));
  }
}

TEST_CASE(
    "A wrong choice freezes the world, shows what would follow, and comes back to the cards") {
  const content::Scenario& scenario = ShippedScenario("river");
  Habits habits;
  habits.errs = true;
  int frozen_frames = 0;
  double frozen_clock = -1;
  bool glass = false, coloured = false;
  Way way;
  way.change = [&](const vr::Run& run, const vr::Scene& scene, vr::TrainerInput&) {
    if (run.phase != vr::Phase::kTelling || run.told_right != false) {
      frozen_clock = -1;
      return;
    }
    for (const vr::SceneFigure& figure : scene.figures) glass = glass || figure.glass;
    coloured = coloured || (scene.frozen > 0 && scene.frozen < 1);
    if (scene.frozen < 1) return;
    ++frozen_frames;
    if (frozen_clock >= 0) CHECK(scene.seconds == frozen_clock);
    frozen_clock = scene.seconds;
  };
  const Played played = Play(scenario, habits, way);
  CHECK(glass);
  CHECK(coloured);
  CHECK(frozen_frames > 100);
  CHECK(played.run.report.ended);
}

TEST_CASE("A child who does not feel well is met by calm sky, and then by what comes ashore") {
  const content::Scenario& scenario = ShippedScenario("river");
  Habits habits;
  habits.feels = "not-good";
  double calm_seconds = 0;
  Way way;
  way.change = [&](const vr::Run&, const vr::Scene& scene, vr::TrainerInput& input) {
    if (scene.calm < 1) return;
    calm_seconds += 1 / 24.0;
    if (calm_seconds > 6) input.commands.push_back(vr::GuideCommand::kRelease);
  };
  const Played played = Play(scenario, habits, way);
  CHECK(played.run.report.ended);
  // The practised one is not counted.
  CHECK(played.run.report.calms == std::vector<vr::CalmCause>{vr::CalmCause::kChoice});
  const auto beats = BeatsOf(played);
  CHECK(std::count(beats.begin(), beats.end(), "who-first") == 0);
  CHECK(std::count(beats.begin(), beats.end(), "in-order") == 0);
  CHECK(std::count(beats.begin(), beats.end(), "aftercare") == 1);
}

TEST_CASE("Every text of a step is shown, and every text that is told stays as long as it takes") {
  const content::Scenario& scenario = ShippedScenario("river");
  std::set<std::string> seen;
  Way way;
  way.change = [&seen](const vr::Run&, const vr::Scene& scene, vr::TrainerInput&) {
    for (const vr::Panel& panel : scene.panels) seen.insert(panel.text.zh);
  };
  const Played played = Play(scenario, {}, way);
  REQUIRE(played.run.report.ended);
  for (const content::Beat& beat : scenario.beats) {
    CHECK(seen.count(beat.title.zh) == 1);
    for (const content::BeatStep& step : beat.steps) {
      for (const content::Caption& caption : step.captions) {
        INFO(caption.text.zh);
        CHECK(seen.count(caption.text.zh) == 1);
      }
      for (const content::ScenarioChoice& choice : step.choices) {
        if (choice.target.empty()) CHECK(seen.count(choice.text.zh) == 1);
      }
    }
  }
}

TEST_CASE("Children who look wherever it comes to them are never stuck") {
  for (const char* name : {"river", "quarry"}) {
    const content::Scenario& scenario = ShippedScenario(name);
    for (unsigned seed = 1; seed <= 4; ++seed) {
      INFO(name << " " << seed);
      std::mt19937 chance(seed);
      std::size_t looks = 0;
      int frames = 0;
      Way way = WayOf(AgeBand::kThirteenUp, 2);
      way.longest_seconds = 1200;
      way.change = [&](const vr::Run& run, const vr::Scene& scene, vr::TrainerInput& input) {
        std::vector<vr::Spot> spots = vr::ListSpots(scenario, run);
        // The badge is for whoever wants to stop; who practises it looks there.
        const auto& step = vr::StepOf(scenario, run);
        if (step.ends != content::EndsBy::kStop && !spots.empty()) spots.erase(spots.begin());
        if (--frames < 0) {
          looks = chance();
          frames = static_cast<int>(chance() % 60);
        }
        const vr::Vec ahead = vr::ToVec(scene.eye) + vr::Direction(vr::FacingOf(run), 0, -6);
        const std::size_t spot = looks % (spots.size() + 1);
        const vr::Vec at = spot < spots.size() ? spots[spot].at : ahead;
        if (run.seated) input.head = testing::HeadTowards(run, scene, at);
        const bool calm = scene.calm >= 1 && !run.practising;
        if (calm) input.commands.push_back(vr::GuideCommand::kRelease);
      };
      const Played played = Play(scenario, {}, way);
      CHECK(played.run.report.ended);
      CHECK(played.discomfort == "");
    }
  }
}

TEST_CASE("A child who does nothing is never hurried, and is shown the way after twenty seconds") {
  const content::Scenario& scenario = ShippedScenario("river");
  vr::Run run = testing::RunAt(scenario, "choice-a", "answer");
  vr::TrainerInput input = run.input;
  testing::Hold(scenario, run, input, 19);
  const auto hints = [&] {
    const vr::Scene scene = vr::BuildScene(scenario, run);
    return std::count_if(scene.rings.begin(), scene.rings.end(),
                         [](const vr::SceneRing& ring) { return ring.hint; });
  };
  CHECK(hints() == 0);
  testing::Hold(scenario, run, input, 2);
  CHECK(hints() == 1);
  CHECK(run.phase == vr::Phase::kPlaying);
  CHECK(run.report.deeds.empty());
}
