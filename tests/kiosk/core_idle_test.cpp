// SPDX-License-Identifier: MIT
// "Are you still there?", the end of a visit, and what is left of it: nothing.
#include "tests/kiosk/world.h"

namespace kiosk {
namespace {

using content::EventKind;

Stage BeginStage() {
  Stage stage(MakeTown());
  stage.Do(VisitStarted{});
  return stage;
}

TEST_CASE("After a minute without touch the visitor is asked, with twenty seconds to answer") {
  Stage stage = BeginStage();
  CHECK(*NextDeadline(stage.state) == stage.now.seconds + 60);
  stage.Wait(59.9);
  CHECK_FALSE(stage.state.asked_at);
  CHECK_FALSE(CountdownLeft(stage.state, stage.now));
  stage.Wait(0.1);
  REQUIRE(stage.state.asked_at);
  CHECK(CountdownLeft(stage.state, stage.now) == 20);
  stage.Wait(19.9);
  stage.On<HomeScreen>();
  stage.Wait(0.2);
  stage.On<AttractScreen>();
}

TEST_CASE("The countdown shows every second once") {
  Stage stage = BeginStage();
  stage.now.seconds += 0.3;  // A moment that floating point does not hold exactly.
  stage.Do(Touched{});
  stage.Wait(60);
  REQUIRE(stage.state.asked_at);
  std::vector<int> shown = {*CountdownLeft(stage.state, stage.now)};
  while (stage.state.asked_at) {
    stage.now.seconds = *NextDeadline(stage.state);
    stage.Do(Ticked{});
    if (stage.state.asked_at) shown.push_back(*CountdownLeft(stage.state, stage.now));
  }
  REQUIRE(shown.size() == 20);
  for (int i = 0; i < 20; ++i) CHECK(shown[static_cast<std::size_t>(i)] == 20 - i);
}

TEST_CASE("One touch anywhere keeps the visit") {
  Stage stage = BeginStage();
  stage.Open("fraud.card");
  stage.Wait(75);
  REQUIRE(stage.state.asked_at);
  SECTION("the button") { stage.Do(StillHereTapped{}); }
  SECTION("anywhere") { stage.Do(Touched{}); }
  SECTION("a control beneath") { stage.Do(TextSizeChosen{TextSize::kLarge}); }
  CHECK_FALSE(stage.state.asked_at);
  stage.On<CardScreen>();
  CHECK(stage.state.visit.number == 1);
  CHECK(*NextDeadline(stage.state) == stage.now.seconds + 60);
}

TEST_CASE("What devices report is no sign of a visitor") {
  Stage stage = BeginStage();
  stage.Wait(59);
  stage.Do(VideoMoved{1, 2});
  stage.Do(VideoEnded{});
  stage.Do(CaptionsLoaded{});
  stage.Wait(1);
  CHECK(stage.state.asked_at);
}

TEST_CASE("A machine that slept through the minute still asks before it forgets") {
  Stage stage = BeginStage();
  stage.now.seconds += 5000;
  stage.Do(Ticked{});
  CHECK(stage.state.asked_at);
  stage.On<HomeScreen>();
  CHECK(CountdownLeft(stage.state, stage.now) == 20);
}

TEST_CASE("The end of a visit stops what sounds and forgets what was drawn") {
  Stage stage = BeginStage();
  stage.Open("fraud.film");
  SECTION("left by button") { stage.Do(LeaveTapped{}); }
  SECTION("walked away") { stage.Wait(80); }
  CHECK(stage.Has<StopVideo>());
  CHECK(stage.Has<StopNarration>());
  CHECK(stage.Has<SetVolume>());
  CHECK(stage.Has<ForgetVisitor>());
  CHECK(stage.Journal(EventKind::kVisitEnded).size() == 1);
}

TEST_CASE("Nothing of the visitor is left, whatever was open") {
  // Stage::Do compares the state after every end of a visit with that of a fresh device.
  Stage stage = BeginStage();
  stage.Do(LanguageChosen{content::Language::kEnglish});
  stage.Do(TextSizeChosen{TextSize::kLargest});
  const std::string id =
      GENERATE(as<std::string>{}, "fraud.scam1", "fraud.spot-scam", "fraud.chat", "fraud.film",
               "fraud.card", "service.residence", "station.directory", "station.report",
               "station.opinion", content::kEmergencyTopic);
  INFO(id);
  stage.Open(id);
  stage.Do(ChoiceTapped{0});
  stage.Do(EntryTapped{"photo"});
  stage.Do(OptionTapped{0});
  stage.Do(PlayTapped{});
  stage.Do(RoundChosen{});
  stage.Do(EmergencyTapped{});
  stage.loads_fail = true;
  stage.Do(BackTapped{});
  stage.Open("fraud.card");  // Leaves a notice.
  REQUIRE(stage.state.notice);
  stage.loads_fail = false;
  stage.Wait(81);
  CHECK(stage.state.visit.number == 0);
  CHECK(stage.state.visit.seen.empty());
  CHECK_FALSE(stage.state.notice);
}

TEST_CASE("Nobody is asked when nobody is there") {
  Stage stage(MakeTown());
  stage.Wait(3600);
  CHECK_FALSE(stage.state.asked_at);
  CHECK(stage.journal.empty());
}

}  // namespace
}  // namespace kiosk
