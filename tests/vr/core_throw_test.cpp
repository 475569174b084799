// SPDX-License-Identifier: MIT
// The throw: what is caught, what is not, and the flight itself.
#include "tests/support/catch.h"
#include "tests/vr/approx.h"
#include "tests/vr/child.h"
#include "vr/core/flight.h"
#include "vr/core/step.h"
#include "vr/core/water.h"

namespace {

using testing::Hold;
using testing::RunAt;
using testing::ShippedScenario;
using vr::Vec;

/// Looks at the mark until it is thrown, and waits for what comes of it.
vr::Deed ThrowAt(const content::Scenario& scenario, std::size_t mark) {
  vr::Run run = RunAt(scenario, "in-order", "throw");
  const auto marks = vr::ListMarks(scenario, run);
  vr::TrainerInput input = run.input;
  input.head = testing::HeadTowards(run, vr::BuildScene(scenario, run), marks.at(mark));
  Hold(scenario, run, input, 1);
  REQUIRE(run.thrown);
  for (int i = 0; i < 20 && run.report.deeds.empty(); ++i) Hold(scenario, run, input, 1);
  REQUIRE(run.report.deeds.size() == 1);
  return run.report.deeds[0];
}

}  // namespace

TEST_CASE("In a current only what lands beyond and upstream is caught") {
  const content::Scenario& scenario = ShippedScenario("river");
  const vr::Deed beyond = ThrowAt(scenario, 0);
  CHECK(beyond.right == true);
  CHECK(*beyond.miss_m == 0);
  for (const std::size_t mark : {1u, 2u}) {
    INFO(mark);
    const vr::Deed deed = ThrowAt(scenario, mark);
    CHECK(deed.right == false);
    CHECK(*deed.miss_m > 0.5);
  }
}

TEST_CASE(
    "In still water what lands beyond is drawn to the one who needs it, what falls short not") {
  const content::Scenario& scenario = ShippedScenario("quarry");
  CHECK(ThrowAt(scenario, 0).right == true);
  CHECK(ThrowAt(scenario, 1).right == false);
  CHECK(ThrowAt(scenario, 2).right == false);
}

TEST_CASE("A hand's own aim is helped, not replaced: a fair throw is caught, a bad one is not") {
  const content::Scenario& scenario = ShippedScenario("river");
  for (const auto& [error, caught] :
       {std::pair{0.0, true}, std::pair{0.4, true}, std::pair{4.5, false}}) {
    INFO(error);
    vr::Run run = RunAt(scenario, "in-order", "throw");
    testing::Habits habits;
    habits.by_hand = true;
    habits.hand_error = error;
    testing::Child child(habits);
    for (int i = 0; i < 1200 && run.report.deeds.empty(); ++i) {
      const auto input =
          child.Act(scenario, run, vr::BuildScene(scenario, run), run.last_us + 41'667);
      static_cast<void>(vr::Step(scenario, input, run));
    }
    REQUIRE_FALSE(run.report.deeds.empty());
    CHECK(run.report.deeds[0].right == caught);
  }
}

TEST_CASE("The flight does not hang on the frame rate") {
  const content::Scenario& scenario = ShippedScenario("river");
  std::vector<double> landed;
  for (const double rate : {20.0, 50.0, 90.0}) {
    vr::Run run = RunAt(scenario, "in-order", "throw");
    vr::TrainerInput input = run.input;
    input.head =
        testing::HeadTowards(run, vr::BuildScene(scenario, run), vr::ListMarks(scenario, run)[1]);
    Hold(scenario, run, input, 4, rate);
    REQUIRE(run.thrown);
    landed.push_back(run.thrown->landed.z);
  }
  CHECK(landed[0] == landed[1]);
  CHECK(landed[1] == landed[2]);
}

TEST_CASE("A launch comes down where it was meant to, for every object and up to twelve metres") {
  for (const auto object : {content::ThrownObject::kBag, content::ThrownObject::kBottle,
                            content::ThrownObject::kRing}) {
    const vr::Floater floater = vr::FloaterOf(object);
    for (const double far : {3.0, 6.0, 9.0, 12.0}) {
      const Vec from{0, 1.2, 2};
      const Vec to{0.4 * far, 0, 2 - 0.9 * far};
      const Vec launch = vr::LaunchFor(floater, from, to);
      const Vec landing = vr::LandingOf(floater, {from, launch, false});
      INFO(far);
      CHECK(vr::Length(landing - to) < 0.05);
      CHECK(vr::Length(launch) < 16);
    }
  }
}

TEST_CASE(
    "What floats comes up again, rests with its share under water, and drifts as water does") {
  const vr::Floater bag = vr::FloaterOf(content::ThrownObject::kBag);
  vr::Flight flight{{0, 1, 0}, {0, -4, 0}, false};
  double deepest = 1;
  for (int i = 0; i < 240 * 20; ++i) {
    vr::StepFlight(bag, {0.4, 0, 0}, {0, 0, 0}, flight);
    deepest = std::min(deepest, flight.at.y);
  }
  CHECK(deepest < 0.02);
  // Its middle rests where the part under water weighs what it weighs (Archimedes).
  const double under = bag.mass / (vr::kWaterDensity * bag.volume);
  CHECK(flight.at.y == Approx((0.5 - under) * bag.height).margin(0.005));
  CHECK(flight.velocity.x == Approx(0.4).margin(0.01));
  CHECK(vr::FloatingShare(bag.mass / bag.volume) == Approx(1 - under));
}

TEST_CASE("A thing that falls through air comes to the speed at which drag is its weight") {
  const vr::Floater bag = vr::FloaterOf(content::ThrownObject::kBag);
  vr::Flight flight{{0, 2000, 0}, {0, 0, 0}, false};
  for (int i = 0; i < 240 * 20; ++i) vr::StepFlight(bag, {0, 0, 0}, {0, 0, 0}, flight);
  const double speed = -flight.velocity.y;
  CHECK(vr::DragForce(speed, bag.area, bag.drag, vr::kAirDensity) ==
        Approx(bag.mass * vr::kGravity).epsilon(0.01));
}

TEST_CASE("A finger on a screen throws to the mark that it touches, though it is gone at once") {
  const content::Scenario& scenario = ShippedScenario("river");
  vr::Run run = RunAt(scenario, "in-order", "throw");
  vr::TrainerInput input = run.input;
  const Vec mark = vr::ListMarks(scenario, run)[0];
  input.hands[0].aim = testing::HeadTowards(run, vr::BuildScene(scenario, run), mark);
  input.hands[0].tracked = input.hands[0].select = true;
  Hold(scenario, run, input, 0.02);
  input.hands[0] = {};
  Hold(scenario, run, input, 1);
  REQUIRE(run.thrown);
  Hold(scenario, run, input, 8);
  REQUIRE(run.report.deeds.size() == 1);
  CHECK(run.report.deeds[0].right == true);
}

TEST_CASE("A hand that lets go without a throw, or is lost, throws nothing") {
  const content::Scenario& scenario = ShippedScenario("river");
  vr::Run run = RunAt(scenario, "in-order", "throw");
  vr::TrainerInput input = run.input;
  input.hands[1].tracked = true;
  input.hands[1].aim.position = {0.2F, 0.7F, -0.3F};
  Hold(scenario, run, input, 0.2);
  input.hands[1].select = true;
  Hold(scenario, run, input, 0.5);
  CHECK(run.holding == 1);
  input.hands[1].select = false;
  Hold(scenario, run, input, 0.5);
  CHECK(run.holding == -1);
  CHECK_FALSE(run.thrown);
  input.hands[1].select = true;
  Hold(scenario, run, input, 0.2);
  input.hands[1].tracked = false;
  Hold(scenario, run, input, 0.2);
  CHECK_FALSE(run.thrown);
  CHECK(run.holding == -1);
}

TEST_CASE("A throw counts though the frame in which the hand let go came late") {
  const content::Scenario& scenario = ShippedScenario("river");
  vr::Run run = RunAt(scenario, "in-order", "throw");
  vr::TrainerInput input = run.input;
  vr::HandInput& hand = input.hands[1];
  hand = {true, {{0.2F, 0.7F, -0.3F}, glm::quat(1, 0, 0, 0)}, true};
  Hold(scenario, run, input, 0.2);
  hand.select = false;
  hand.aim.position += glm::vec3(0, 0.3F, -0.5F);
  input.time_us = run.last_us + 200'000;
  static_cast<void>(vr::Step(scenario, input, run));
  CHECK(run.thrown);
}

TEST_CASE(
    "Whatever the current and wherever the figure, one mark is caught and the others are not") {
  for (const double current : {0.0, 0.15, 0.4, 0.8, 1.6}) {
    for (const auto& [x, z] : {std::pair{0.0, -2.0}, std::pair{3.6, -8.0}, std::pair{-5.0, -6.0},
                               std::pair{5.0, -1.0}}) {
      content::Scenario scenario = ShippedScenario("river");
      scenario.place.water.current_mps = current;
      for (content::Placement& one :
           scenario.beats[*content::FindBeat(scenario, "in-order")].figures) {
        if (one.figure == "silent") one.at = {x, 0, z};
      }
      for (std::size_t mark = 0; mark < 3; ++mark) {
        INFO(current << " m/s, at " << x << ", " << z << ", mark " << mark);
        CHECK(ThrowAt(scenario, mark).right == (mark == 0));
      }
    }
  }
}
