// SPDX-License-Identifier: MIT
// The rules of the officer's window.
#include "vr/guide/guide.h"

#include <algorithm>
#include <set>

#include "tests/support/catch.h"
#include "tests/vr/guide_world.h"
#include "vr/guide/link.h"

namespace {

using namespace vr;
using namespace vr::testing;
using Kind = GuideRequest::Kind;

struct Desk {
  GuideState state;
  GuideView view;
  std::int64_t now_us = 0;

  std::vector<GuideRequest> Press(GuideKey key) {
    const auto event = EventOfKey(key, state, view);
    if (!event) return {};
    return UpdateGuide(*event, view, now_us, state);
  }
  std::vector<GuideRequest> Press(char key) { return Press(GuideKey{key}); }
};

Desk Running(Mode mode = Mode::kHeadset) { return {RunningState(), RunningView(mode), 0}; }

std::vector<GuideCommand> Commands(const std::vector<GuideRequest>& requests) {
  std::vector<GuideCommand> commands;
  for (const GuideRequest& request : requests) {
    if (request.kind == Kind::kCommand) commands.push_back(request.command);
  }
  return commands;
}

using Only = std::vector<GuideCommand>;

}  // namespace

TEST_CASE("each key of a run asks for what is written on its button") {
  Desk desk = Running();
  CHECK(Commands(desk.Press(GuideKey::kEscape)) == Only{GuideCommand::kCalm});
  CHECK(Commands(desk.Press(GuideKey::kSpace)) == Only{GuideCommand::kPause});
  CHECK(Commands(desk.Press(GuideKey::kRight)) == Only{GuideCommand::kNext});
  CHECK(Commands(desk.Press(GuideKey::kShiftLeft)) == Only{GuideCommand::kBack});
  CHECK(Commands(desk.Press('r')) == Only{GuideCommand::kRecenter});
  CHECK(Commands(desk.Press('1')) == Only{GuideCommand::kIntensity1});
  CHECK(Commands(desk.Press('2')) == Only{GuideCommand::kIntensity2});
  CHECK(Commands(desk.Press('3')) == Only{GuideCommand::kIntensity3});
  desk.view.glance->paused = true;
  CHECK(Commands(desk.Press(GuideKey::kSpace)) == Only{GuideCommand::kResume});
  const auto captions = desk.Press('c');
  REQUIRE(captions.size() == 1);
  CHECK(captions[0].kind == Kind::kCaptions);
  CHECK_FALSE(captions[0].on);
  const auto language = desk.Press('l');
  REQUIRE(language.size() == 1);
  CHECK(language[0].language == content::Language::kEnglish);
  CHECK(desk.state.language == content::Language::kEnglish);
  CHECK(desk.Press('q').empty());
}

TEST_CASE("the left arrow tells a beat again, and early in it goes to the one before") {
  Desk desk = Running();
  desk.view.glance->beat_seconds = 9;
  CHECK(Commands(desk.Press(GuideKey::kLeft)) == Only{GuideCommand::kAgain});
  desk.view.glance->beat_seconds = 1;
  CHECK(Commands(desk.Press(GuideKey::kLeft)) == Only{GuideCommand::kBack});
}

TEST_CASE("calm is never left by pressing it again, only by Enter") {
  Desk desk = Running();
  desk.view.glance->calm = CalmCause::kGuide;
  CHECK(Commands(desk.Press(GuideKey::kEscape)) == Only{GuideCommand::kCalm});
  CHECK(desk.Press(GuideKey::kSpace).empty());
  CHECK(desk.Press(GuideKey::kRight).empty());
  CHECK(desk.Press(GuideKey::kLeft).empty());
  CHECK(Commands(desk.Press(GuideKey::kEnter)) == Only{GuideCommand::kRelease});
  desk.view.glance->calm = CalmCause::kNone;
  CHECK(desk.Press(GuideKey::kEnter).empty());
}

TEST_CASE("to stop brings calm at once, and ends the run at the second press") {
  Desk desk = Running();
  CHECK(Commands(desk.Press('x')) == Only{GuideCommand::kCalm});
  CHECK(desk.state.sure == GuideAct::kStop);
  desk.now_us += 1'000'000;
  CHECK(Commands(desk.Press('x')) == Only{GuideCommand::kStop});
  CHECK_FALSE(desk.state.sure.has_value());
}

TEST_CASE("a second press that comes too late, or after another key, asks again") {
  Desk desk = Running();
  CHECK(desk.Press(GuideKey::kHome).empty());
  desk.now_us += kSureUs + 1;
  CHECK(desk.Press(GuideKey::kHome).empty());
  (void)desk.Press('r');
  CHECK(desk.Press(GuideKey::kHome).empty());
  CHECK(Commands(desk.Press(GuideKey::kHome)) == Only{GuideCommand::kRestart});
}

TEST_CASE("the next child is one key once a run has ended, two while a child is in it") {
  Desk desk{RunningState(), EndedView(), 0};
  auto requests = desk.Press('n');
  REQUIRE(requests.size() == 1);
  CHECK(requests[0].kind == Kind::kNextChild);
  desk = Running();
  CHECK(desk.Press('n').empty());
  requests = desk.Press('n');
  REQUIRE(requests.size() == 1);
  CHECK(requests[0].kind == Kind::kNextChild);
}

TEST_CASE("the next child is asked anew, and only the age is kept") {
  Desk desk{RunningState(), EndedView(), 0};
  desk.state.guardian_agrees = true;
  desk.state.intensity = 3;
  (void)desk.Press('n');
  CHECK(PageOf(desk.state, desk.view) == GuidePage::kBefore);
  CHECK(desk.state.band == AgeBand::kThirteenUp);
  CHECK_FALSE(desk.state.unwell.has_value());
  CHECK_FALSE(desk.state.loss_or_fear.has_value());
  CHECK_FALSE(desk.state.guardian_agrees);
  CHECK(desk.state.intensity == 1);
}

TEST_CASE("nothing starts before the age and both questions are answered") {
  Desk desk{{}, QuietView(), 0};
  CHECK(desk.Press(GuideKey::kEnter).empty());
  (void)desk.Press('3');
  CHECK(desk.Press(GuideKey::kEnter).empty());
  CHECK(desk.Press('t').empty());
  (void)desk.Press('0');
  const auto requests = desk.Press(GuideKey::kEnter);
  REQUIRE(requests.size() == 1);
  CHECK(requests[0].kind == Kind::kStart);
  CHECK(requests[0].setup == Setup{Mode::kHeadset, AgeBand::kThirteenUp, 1, 3});
  CHECK(PageOf(desk.state, desk.view) == GuidePage::kDuring);
}

TEST_CASE("a child under the headset's age starts together, and the reason is told") {
  Desk desk{{}, QuietView(), 0};
  (void)desk.Press('2');
  (void)desk.Press('0');
  DoorCheck door = CheckDoor(desk.state, desk.view);
  CHECK_FALSE(door.headset);
  CHECK(door.why.zh.find("13岁") != std::string::npos);
  CHECK_FALSE(door.ask_guardian);  // consent can't lift the maker's rule
  CHECK(desk.Press(GuideKey::kEnter).at(0).setup.mode == Mode::kTogether);

  Desk meta{{}, QuietView(), 0};
  meta.view.headset.name = "Meta Quest 3";
  (void)meta.Press('2');
  (void)meta.Press('0');
  door = CheckDoor(meta.state, meta.view);
  CHECK_FALSE(door.headset);
  CHECK(door.ask_guardian);
  (void)meta.Press('6');
  CHECK(CheckDoor(meta.state, meta.view).headset);
  CHECK(meta.Press(GuideKey::kEnter).at(0).setup ==
        Setup{Mode::kHeadset, AgeBand::kTenToTwelve, 1, 2});
}

TEST_CASE("whoever is unwell or afraid starts together and above the water") {
  for (const char key : {'4', '5'}) {
    Desk desk{{}, QuietView(), 0};
    desk.state.intensity = 3;
    (void)desk.Press('3');
    (void)desk.Press(key);
    CHECK_FALSE(CheckDoor(desk.state, desk.view).why.empty());
    CHECK(desk.Press(GuideKey::kEnter).at(0).setup ==
          Setup{Mode::kTogether, AgeBand::kThirteenUp, 1, 1});
  }
}

TEST_CASE("after half an hour in the headset it rests, and together mode goes on") {
  Desk desk{{}, QuietView(), 0};
  desk.view.wearing.worn_us = kLongestWearUs;
  (void)desk.Press('3');
  (void)desk.Press('0');
  const DoorCheck door = CheckDoor(desk.state, desk.view);
  CHECK_FALSE(door.headset);
  CHECK(door.why.zh.find("10分钟") != std::string::npos);
  CHECK(desk.Press(GuideKey::kEnter).at(0).setup.mode == Mode::kTogether);
}

TEST_CASE(
    "without a headset together mode is offered, and a headset whose name is not told is one") {
  Desk desk{{}, QuietView(), 0};
  desk.view.headset = {};
  (void)desk.Press('3');
  (void)desk.Press('0');
  CHECK_FALSE(CheckDoor(desk.state, desk.view).headset);
  desk.view.headset.missing = NoHeadset::kNone;
  CHECK(CheckDoor(desk.state, desk.view).headset);
}

TEST_CASE("no key raises the intensity over what the child's age allows") {
  Desk desk = Running();
  desk.view.setup.most_intensity = 2;
  CHECK(desk.Press('3').empty());
  CHECK(Commands(desk.Press('2')) == Only{GuideCommand::kIntensity2});
  Desk before{{}, QuietView(), 0};
  (void)before.Press('2');
  (void)before.Press('i');
  CHECK(before.state.intensity == 2);
  (void)before.Press('i');
  CHECK(before.state.intensity == 1);
}

TEST_CASE("when the headset is lost the beat can go on together") {
  Desk desk = Running();
  CHECK(desk.Press('t').empty());
  desk.view.headset.missing = NoHeadset::kNoRuntime;
  CHECK(desk.Press('t').at(0).kind == Kind::kGoOnTogether);
}

TEST_CASE("a run that does not get going can be left") {
  Desk desk{RunningState(), QuietView(), 0};
  CHECK(PageOf(desk.state, desk.view) == GuidePage::kDuring);
  CHECK(desk.Press(GuideKey::kEscape).empty());
  (void)desk.Press('n');
  CHECK(desk.Press('n').at(0).kind == Kind::kNextChild);
}

TEST_CASE("beats are counted as this child meets them") {
  GuideView view = RunningView(Mode::kTogether, 6);
  CHECK(CountBeats(view).number == 7);
  CHECK(CountBeats(view).of == 10);
  view.setup.band = AgeBand::kSixToNine;  // who leave out the slip, floating, rescue and aftercare
  view.glance->intensity = 1;
  CHECK(CountBeats(view).number == 4);
  CHECK(CountBeats(view).of == 6);
}

TEST_CASE("the clock shows minutes and seconds") {
  CHECK(Clock(0) == "0:00");
  CHECK(Clock(67.9) == "1:07");
  CHECK(Clock(-3) == "0:00");
}

TEST_CASE("the loop's side of the link never waits, whatever the window does") {
  GuideLink link;
  CHECK(link.Tell(RunningView(Mode::kHeadset)));
  GuideRequest request;
  request.command = GuideCommand::kCalm;
  link.Ask({request});
  CHECK(link.View().glance.has_value());
  CHECK(Commands(link.TakeRequests()) == Only{GuideCommand::kCalm});
  CHECK(link.TakeRequests().empty());
}

TEST_CASE("the microphone is the guide's to switch, before a run, and told to be missing") {
  Desk desk{{}, QuietView(), 0};
  const auto on = desk.Press('m');
  REQUIRE(on.size() == 1);
  CHECK(on[0].kind == Kind::kMicrophone);
  CHECK(on[0].on);
  desk.view.hearing = Hearing::kOn;
  REQUIRE(desk.Press('m').size() == 1);
  CHECK_FALSE(desk.Press('m')[0].on);
  desk.view.hearing = Hearing::kNoDevice;  // plugged in meanwhile?
  CHECK(desk.Press('m')[0].on);
  CHECK(Running().Press('m').empty());
}
