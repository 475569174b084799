// SPDX-License-Identifier: MIT
// The attract loop, the visit and the ways between screens.
#include "tests/kiosk/world.h"

namespace kiosk {
namespace {

using content::EventKind;
using content::Signal;

std::string OnAttract(Stage& stage) {
  const auto& screen = stage.On<AttractScreen>();
  return screen.item ? screen.item->envelope.id : "";
}

World MakeCards(int count) {
  World world;
  for (int i = 0; i < count; ++i) {
    world.Add(MakeCard("card" + std::to_string(i)));
    world.Attract("card" + std::to_string(i), 10);
  }
  return world;
}

TEST_CASE("The attract loop shows one slot after the other for its seconds") {
  Stage stage(MakeCards(3));
  CHECK(OnAttract(stage) == "card0");
  CHECK(NextDeadline(stage.state) == 1010.0);
  stage.Wait(9.9);
  CHECK(OnAttract(stage) == "card0");
  stage.Wait(0.2);
  CHECK(OnAttract(stage) == "card1");
  stage.Wait(10);
  CHECK(OnAttract(stage) == "card2");
  stage.Wait(10);
  CHECK(OnAttract(stage) == "card0");
  CHECK(stage.journal.empty());
}

TEST_CASE("A fresh state is due at once and fills the attract loop") {
  State state;
  REQUIRE(NextDeadline(state));
  CHECK(*NextDeadline(state) <= 0);
}

TEST_CASE("Without slots the attract loop greets, and nothing is ever due") {
  Stage stage{World{}};
  CHECK(stage.On<AttractScreen>().item == nullptr);
  CHECK_FALSE(NextDeadline(stage.state));
}

TEST_CASE("A slot outside its days or hours is not shown") {
  World world = MakeCards(2);
  content::AttractSlot& slot = world.Manifest().attract[0];
  SECTION("not begun") { slot.from = DayOfMonth(24); }
  SECTION("over") { slot.until = DayOfMonth(22); }
  SECTION("only in the evening") { slot.hour_from = 18; }
  SECTION("only in the morning") { slot.hour_until = 12; }
  SECTION("only over night") {
    slot.hour_from = 20;
    slot.hour_until = 6;
  }
  SECTION("the item itself has not begun") {
    world.Manifest().items[0].envelope.valid_from = DayOfMonth(24);
  }
  SECTION("no such item") { slot.item = "other"; }
  Stage stage(std::move(world));
  CHECK(stage.On<AttractScreen>().slots.size() == 1);
  CHECK(OnAttract(stage) == "card1");
}

TEST_CASE("A slot holds on its first and last day and in its hours over midnight") {
  World world = MakeCards(1);
  content::AttractSlot& slot = world.Manifest().attract[0];
  slot.from = slot.until = kToday;
  slot.hour_from = 11;
  slot.hour_until = 3;
  Stage stage(std::move(world));
  CHECK(OnAttract(stage) == "card0");
}

TEST_CASE("When the hour of the only slot comes, it is shown within a minute") {
  World world = MakeCards(1);
  world.Manifest().attract[0].hour_from = 13;
  Stage stage(std::move(world));
  CHECK(OnAttract(stage).empty());
  stage.now.hour = 13;
  stage.Wait(60);
  CHECK(OnAttract(stage) == "card0");
}

TEST_CASE("An only slot stays on the screen without being loaded again") {
  Stage stage(MakeCards(1));
  stage.Wait(300);
  CHECK(OnAttract(stage) == "card0");
  CHECK_FALSE(stage.Has<LoadItems>());
}

TEST_CASE("The attract loop goes on after a visit instead of showing the same item again") {
  Stage stage(MakeCards(3));
  REQUIRE(OnAttract(stage) == "card0");
  stage.Do(VisitStarted{});
  stage.Do(LeaveTapped{});
  CHECK(OnAttract(stage) == "card1");
}

TEST_CASE("An item in two slots is not shown twice running") {
  World world = MakeCards(2);
  world.Manifest().attract[1].item = "card0";
  world.Attract("card1");
  Stage stage(std::move(world));
  CHECK(OnAttract(stage) == "card0");
  stage.Wait(10);
  CHECK(OnAttract(stage) == "card1");
}

TEST_CASE("An attract item that cannot be read gives way to the greeting, then to the next") {
  Stage stage(MakeCards(2));
  stage.loads_fail = true;
  stage.Wait(10);
  CHECK(OnAttract(stage).empty());
  CHECK_FALSE(stage.state.notice);
  stage.loads_fail = false;
  stage.Wait(10);
  CHECK(OnAttract(stage) == "card0");
}

TEST_CASE("A film on the attract loop plays silently with captions until its end") {
  World world;
  world.Add(MakeFilm("film"));
  world.Add(MakeCard("card"));
  world.Attract("film", 12);
  world.Attract("card", 12);
  Stage stage(std::move(world));
  REQUIRE(stage.All<StartVideo>().size() == 1);
  CHECK(stage.All<StartVideo>()[0].muted);
  CHECK(stage.All<StartVideo>()[0].path == "media/film.webm");
  CHECK(stage.On<AttractScreen>().captions_zh.size() == 1);
  stage.Wait(50);
  stage.Do(VideoMoved{50, 60});
  CHECK(OnAttract(stage) == "film");
  CHECK(stage.On<AttractScreen>().position == 50);
  stage.Do(VideoEnded{});
  CHECK(OnAttract(stage) == "card");
  CHECK(stage.Has<StopVideo>());
  CHECK(stage.On<AttractScreen>().captions_zh.empty());
  CHECK(stage.journal.empty());
}

TEST_CASE("A silent film whose player says nothing does not hold the attract loop") {
  World world;
  world.Add(MakeFilm("film"));
  world.Add(MakeCard("card"));
  world.Attract("film");
  world.Attract("card");
  Stage stage(std::move(world));
  SECTION("it hangs") { stage.Wait(71); }
  SECTION("it cannot be played") {
    stage.Do(VideoFailed{});
    stage.Wait(12);
  }
  CHECK(OnAttract(stage) == "card");
}

TEST_CASE("One silent film follows the other without a stop between") {
  World world;
  world.Add(MakeFilm("film1"));
  world.Add(MakeFilm("film2"));
  world.Attract("film1");
  world.Attract("film2");
  Stage stage(std::move(world));
  stage.Do(VideoEnded{});
  CHECK(stage.Has<StartVideo>());
  CHECK_FALSE(stage.Has<StopVideo>());
}

TEST_CASE("A touch on the attract screen begins a visit at home and stops the silent film") {
  World world;
  world.Add(MakeFilm("film"));
  world.Attract("film");
  Stage stage(std::move(world));
  stage.Do(VisitStarted{});
  stage.On<HomeScreen>();
  CHECK(stage.Has<StopVideo>());
  REQUIRE(stage.Journal(EventKind::kVisitBegun).size() == 1);
  CHECK(stage.journal[0].visit == 1);
  CHECK(stage.journal[0].hour == 498'000);
}

TEST_CASE("A question on the attract screen is answered there, and leads home") {
  Stage stage(MakeTown());
  REQUIRE(OnAttract(stage) == "fraud.scam0");
  stage.now.seconds += 4.2;
  stage.Do(ChoiceTapped{0});
  const auto& screen = stage.On<AttractScreen>();
  CHECK(screen.answer.answered);
  CHECK(screen.answer.correct);
  CHECK(stage.state.visit.number == 1);
  CHECK(stage.Sounds(Chime::kRight));
  const auto answers = stage.Journal(EventKind::kMicroRound);
  REQUIRE(answers.size() == 1);
  CHECK(answers[0].item == "fraud.scam0");
  CHECK(answers[0].said == Signal::kScam);
  CHECK(answers[0].signal == Signal::kScam);
  CHECK(answers[0].value == 42);
  stage.Do(ChoiceTapped{1});
  CHECK(stage.Journal(EventKind::kMicroRound).size() == 1);
  SECTION("by next") { stage.Do(NextTapped{}); }
  SECTION("by a touch") { stage.Do(VisitStarted{}); }
  stage.On<HomeScreen>();
  CHECK(stage.Journal(EventKind::kVisitBegun).size() == 1);
}

TEST_CASE("A wrong answer on the attract screen is journalled as such, with a soft chime") {
  Stage stage(MakeTown());
  stage.Do(ChoiceTapped{1});
  CHECK_FALSE(stage.On<AttractScreen>().answer.correct);
  CHECK(stage.Sounds(Chime::kLook));
  CHECK(stage.Journal(EventKind::kMicroRound)[0].said == Signal::kGenuine);
}

TEST_CASE("Whoever answers on the attract screen and walks on is not asked") {
  Stage stage(MakeTown());
  stage.Do(ChoiceTapped{0});
  stage.Wait(19.9);
  CHECK(OnAttract(stage) == "fraud.scam0");
  CHECK(stage.state.visit.number == 1);
  stage.Wait(0.2);
  CHECK(stage.state.visit.number == 0);
  CHECK(OnAttract(stage) == "fraud.card");
  CHECK_FALSE(stage.On<AttractScreen>().answer.answered);
}

TEST_CASE("A language chosen on the attract screen holds for this visitor only") {
  Stage stage(MakeTown());
  stage.Do(LanguageChosen{content::Language::kEnglish});
  CHECK(stage.state.visit.settings.language == content::Language::kEnglish);
  stage.On<AttractScreen>();
  stage.Do(VisitStarted{});
  CHECK(stage.state.visit.settings.language == content::Language::kEnglish);
  stage.Do(LeaveTapped{});
  CHECK(stage.state.visit.settings.language == content::Language::kChinese);
}

TEST_CASE("Visits are numbered, timed and told apart by how they ended") {
  Stage stage(MakeTown());
  stage.state.next_visit = 41;
  stage.Do(VisitStarted{});
  stage.Wait(33);
  stage.Do(LeaveTapped{});
  stage.Do(VisitStarted{});
  stage.Wait(100);
  const auto ended = stage.Journal(EventKind::kVisitEnded);
  REQUIRE(ended.size() == 2);
  CHECK(ended[0].visit == 41);
  CHECK(ended[0].value == 33);
  CHECK(ended[0].detail == 0);
  CHECK(ended[1].visit == 42);
  CHECK(ended[1].value == 0);  // The waiting for somebody who had gone does not count.
  CHECK(ended[1].detail == 1);
}

TEST_CASE("Every setting returns to the device's own when the visit ends") {
  Stage stage(MakeTown());
  stage.state.defaults.volume = 35;
  stage.state.defaults.captions = false;
  stage.Do(VisitStarted{});
  CHECK(stage.state.visit.settings == stage.state.defaults);
  stage.Do(LanguageChosen{content::Language::kEnglish});
  stage.Do(TextSizeChosen{TextSize::kLargest});
  stage.Do(ContrastChosen{true});
  stage.Do(ReachChosen{true});
  stage.Do(CaptionsChosen{true});
  stage.Do(VolumeChosen{180});
  CHECK(stage.All<SetVolume>()[0].percent == 100);
  const Settings wished{content::Language::kEnglish, TextSize::kLargest, true, true, 100, true};
  CHECK(stage.state.visit.settings == wished);
  stage.Do(LeaveTapped{});
  CHECK(stage.state.visit.settings == stage.state.defaults);
  CHECK(stage.All<SetVolume>()[0].percent == 35);
}

TEST_CASE("Back leads to where the visitor came from, home from anywhere") {
  Stage stage(MakeTown());
  stage.Do(VisitStarted{});
  stage.Do(BackTapped{});
  stage.On<HomeScreen>();
  stage.Do(RoomChosen{Room::kNearby});
  stage.Open("station.report");
  stage.Do(EmergencyTapped{});
  stage.Do(BackTapped{});
  stage.On<ReportScreen>();
  stage.Do(BackTapped{});
  CHECK(stage.On<ShelfScreen>().room == Room::kNearby);
  stage.Do(BackTapped{});
  stage.On<HomeScreen>();
  stage.Open("station.report");
  stage.Do(HomeTapped{});
  stage.On<HomeScreen>();
  CHECK(stage.state.visit.back.empty());
}

TEST_CASE("The way back has an end") {
  Stage stage(MakeTown());
  stage.Do(VisitStarted{});
  for (int i = 0; i < 50; ++i) stage.Open("fraud.card");
  CHECK(stage.state.visit.back.size() <= 8);
  for (int i = 0; i < 9; ++i) stage.Do(BackTapped{});
  stage.On<HomeScreen>();
}

TEST_CASE("A room holds the showable items of its need, and no question that rounds draw") {
  World world = MakeTown();
  auto late = MakeCard("fraud.late");
  late.envelope.valid_from = DayOfMonth(24);
  world.Add(late);
  Stage stage(std::move(world));
  stage.Do(VisitStarted{});
  const auto ids = [&](Room room) {
    stage.Do(RoomChosen{room});
    std::vector<std::string> found;
    for (const auto ref : stage.On<ShelfScreen>().items) {
      found.push_back(stage.world.catalog.EnvelopeOf(ref).id);
    }
    return found;
  };
  using Ids = std::vector<std::string>;
  CHECK(ids(Room::kRecognise) == Ids{"fraud.chat", "fraud.helper", "fraud.card"});
  CHECK(ids(Room::kWatch) == Ids{"fraud.film"});
  CHECK(ids(Room::kPapers) == Ids{"service.residence"});
  CHECK(ids(Room::kSafety) == Ids{"safety.water"});
  CHECK(ids(Room::kNearby) == Ids{"station.directory", "station.report", "station.opinion"});
  // From room to room is no way deeper: back is home at once.
  stage.Do(BackTapped{});
  stage.On<HomeScreen>();
}

TEST_CASE("An item that cannot be read leaves the visitor where they were, with a notice") {
  Stage stage(MakeTown());
  stage.Do(VisitStarted{});
  stage.Do(RoomChosen{Room::kNearby});
  stage.loads_fail = true;
  stage.Open("station.report");
  stage.On<ShelfScreen>();
  REQUIRE(stage.state.notice);
  CHECK(stage.state.notice->code == "item.broken");
  CHECK(stage.Journal(EventKind::kItemOpened).empty());
  SECTION("closed by hand") { stage.Do(NoticeClosed{}); }
  SECTION("gone with the next step") { stage.Do(HomeTapped{}); }
  CHECK_FALSE(stage.state.notice);
}

TEST_CASE("A stale reference and a trainer's scenario open nothing") {
  Stage stage(MakeTown());
  stage.Do(VisitStarted{});
  stage.Do(ItemChosen{{0, 9999}});
  stage.Do(ItemChosen{{9, 0}});
  stage.Open("safety.pond");
  stage.On<HomeScreen>();
}

TEST_CASE("The emergency screen opens from every screen and leads back to it") {
  Stage stage(MakeTown());
  SECTION("from the attract loop it begins a visit, and back is home") {
    stage.Do(EmergencyTapped{});
    CHECK(stage.state.visit.number == 1);
    REQUIRE(stage.On<EmergencyScreen>().item);
    CHECK(stage.On<EmergencyScreen>().item->envelope.topic == content::kEmergencyTopic);
    stage.Do(BackTapped{});
    stage.On<HomeScreen>();
  }
  SECTION("from a chat, which goes on") {
    stage.Do(VisitStarted{});
    stage.Open("fraud.chat");
    stage.Do(NextTapped{});
    stage.Wait(2);
    const std::size_t lines = stage.On<ChatScreen>().lines.size();
    stage.Do(EmergencyTapped{});
    stage.On<EmergencyScreen>();
    stage.Do(BackTapped{});
    CHECK(stage.On<ChatScreen>().lines.size() == lines);
  }
  SECTION("from \"are you still there?\"") {
    stage.Do(VisitStarted{});
    stage.Wait(65);
    REQUIRE(stage.state.asked_at);
    stage.Do(EmergencyTapped{});
    CHECK_FALSE(stage.state.asked_at);
    stage.On<EmergencyScreen>();
  }
  SECTION("by its card") {
    stage.Do(VisitStarted{});
    stage.Open(content::kEmergencyTopic);
    stage.On<EmergencyScreen>();
  }
  CHECK(stage.Journal(EventKind::kEmergencyOpened).size() == 1);
  const auto opened = stage.Journal(EventKind::kEmergencyOpened);
  stage.Do(EmergencyTapped{});
  stage.Do(EmergencyTapped{});
  CHECK(stage.Journal(EventKind::kEmergencyOpened).size() <= opened.size() + 1);
}

TEST_CASE("Without a readable emergency card the kiosk's own words stand") {
  SECTION("no pack brings one") {
    Stage stage{World{}};
    stage.Do(EmergencyTapped{});
    CHECK_FALSE(stage.On<EmergencyScreen>().item);
    CHECK_FALSE(stage.Has<LoadItems>());
  }
  SECTION("it is broken") {
    Stage stage(MakeTown());
    stage.loads_fail = true;
    stage.Do(EmergencyTapped{});
    CHECK_FALSE(stage.On<EmergencyScreen>().item);
    CHECK_FALSE(stage.state.notice);
  }
}

TEST_CASE("An item is read aloud in the visitor's language, and silent when left") {
  World world = MakeTown();
  auto card = MakeCard("fraud.spoken");
  card.envelope.narration_zh = "media/zh.opus";
  world.Add(card);
  Stage stage(std::move(world));
  stage.Do(VisitStarted{});
  stage.Do(ListenTapped{});
  CHECK(stage.effects.empty());
  stage.Open("fraud.spoken");
  stage.Do(ListenTapped{});
  REQUIRE(stage.All<StartNarration>().size() == 1);
  CHECK(stage.All<StartNarration>()[0].path == "media/zh.opus");
  SECTION("going back") { stage.Do(BackTapped{}); }
  SECTION("another language") { stage.Do(LanguageChosen{content::Language::kEnglish}); }
  CHECK(stage.Has<StopNarration>());
  stage.Do(ListenTapped{});
  CHECK_FALSE(stage.Has<StartNarration>());
}

}  // namespace
}  // namespace kiosk
