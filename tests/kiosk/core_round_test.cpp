// SPDX-License-Identifier: MIT
// Drawing, answering and counting a round.
#include <algorithm>
#include <set>

#include "tests/kiosk/world.h"

namespace kiosk {
namespace {

using content::EventKind;
using content::Signal;

std::vector<content::Envelope> DrawEnvelopes(const World& world, unsigned seed,
                                             const std::vector<std::string>& seen = {},
                                             const RoundPool& pool = {}) {
  std::mt19937 random(seed);
  std::vector<content::Envelope> drawn;
  for (const auto ref : DrawRound(world.catalog, pool, seen, kToday, random)) {
    drawn.push_back(world.catalog.EnvelopeOf(ref));
  }
  return drawn;
}

int CountSignal(const std::vector<content::Envelope>& drawn, Signal signal) {
  return static_cast<int>(
      std::count_if(drawn.begin(), drawn.end(), [&](const auto& e) { return e.signal == signal; }));
}

std::set<std::string> Topics(const std::vector<content::Envelope>& drawn) {
  std::set<std::string> topics;
  for (const auto& envelope : drawn) topics.insert(envelope.topic);
  return topics;
}

TEST_CASE("A round has three scams and three genuine messages, all different") {
  const World town = MakeTown();
  for (unsigned seed = 0; seed < 200; ++seed) {
    const auto drawn = DrawEnvelopes(town, seed);
    REQUIRE(drawn.size() == 6);
    CHECK(CountSignal(drawn, Signal::kScam) == 3);
    CHECK(CountSignal(drawn, Signal::kGenuine) == 3);
    CHECK(Topics(drawn).size() == 6);
  }
}

TEST_CASE("A round has a spot when there is one") {
  const World town = MakeTown();
  for (unsigned seed = 0; seed < 200; ++seed) {
    const auto drawn = DrawEnvelopes(town, seed);
    CHECK(std::any_of(drawn.begin(), drawn.end(),
                      [](const auto& e) { return e.kind == content::Kind::kSpot; }));
  }
}

TEST_CASE("Rounds differ from seed to seed, and the same seed gives the same round") {
  const World town = MakeTown();
  std::set<std::string> firsts;
  for (unsigned seed = 0; seed < 50; ++seed) firsts.insert(DrawEnvelopes(town, seed)[0].id);
  CHECK(firsts.size() > 5);
  CHECK(DrawEnvelopes(town, 3)[0].id == DrawEnvelopes(town, 3)[0].id);
}

TEST_CASE("A round for an audience holds only what is made for it") {
  World world;
  for (int i = 0; i < 16; ++i) {
    auto item = MakeQuiz("item" + std::to_string(i), i % 2 == 0 ? Signal::kScam : Signal::kGenuine);
    item.envelope.audience = {i < 8 ? "elder" : "shop", "general"};
    world.Add(item);
  }
  const RoundPool elder{Room::kRecognise, "elder", {}};
  for (unsigned seed = 0; seed < 50; ++seed) {
    const auto drawn = DrawEnvelopes(world, seed, {}, elder);
    REQUIRE(drawn.size() == 6);
    CHECK(CountSignal(drawn, Signal::kScam) == 3);
    for (const auto& envelope : drawn) CHECK(envelope.audience.front() == "elder");
  }
  const auto offered = RoundsOf(world.catalog, Room::kRecognise, kToday);
  REQUIRE(offered.size() == 2);
  CHECK(offered[0] == elder);
  CHECK(offered[1].audience == "shop");
}

TEST_CASE("Questions about safety come in rounds of their own, by topic or mixed") {
  World world;
  for (int i = 0; i < 9; ++i) {
    auto item = MakeMultiple(i < 5 ? "safety.water.rescue" : "safety.traffic");
    item.envelope.id = "safety" + std::to_string(i);
    world.Add(item);
  }
  world.Add(MakeQuiz("scam", Signal::kScam));
  const auto offered = RoundsOf(world.catalog, Room::kSafety, kToday);
  REQUIRE(offered.size() == 3);
  CHECK(offered[0] == RoundPool{Room::kSafety, {}, {}});
  CHECK(offered[1].topic == "safety.water");
  CHECK(DrawEnvelopes(world, 1, {}, offered[0]).size() == 6);
  for (const auto& envelope : DrawEnvelopes(world, 1, {}, offered[1])) {
    CHECK(envelope.topic == "safety.water.rescue");
  }
  CHECK(DrawEnvelopes(world, 1, {}, offered[2]).size() == 4);
}

TEST_CASE("A round once more is drawn from the same pool, and its questions stand on no shelf") {
  World world;
  for (int i = 0; i < 4; ++i) {
    auto item = MakeMultiple("safety.water");
    item.envelope.id = "water" + std::to_string(i);
    world.Add(item);
  }
  Stage stage(world);
  stage.Do(VisitStarted{});
  stage.Do(RoomChosen{Room::kSafety});
  const auto& shelf = std::get<ShelfScreen>(stage.state.screen);
  CHECK(shelf.items.empty());
  REQUIRE(shelf.rounds.size() == 1);
  const RoundPool pool = shelf.rounds[0];
  stage.Do(RoundChosen{pool});
  CHECK(std::get<RoundScreen>(stage.state.screen).pool == pool);
}

TEST_CASE("What one class lacks the other gives") {
  World world;
  for (int i = 0; i < 9; ++i) world.Add(MakeQuiz("scam" + std::to_string(i), Signal::kScam));
  CHECK(DrawEnvelopes(world, 1).size() == 6);
  world.Add(MakeQuiz("genuine", Signal::kGenuine));
  const auto drawn = DrawEnvelopes(world, 1);
  CHECK(drawn.size() == 6);
  CHECK(CountSignal(drawn, Signal::kGenuine) == 1);
}

TEST_CASE("A round never holds what may not be shown, is for adults, or takes no side") {
  World world;
  auto late = MakeQuiz("late", Signal::kScam);
  late.envelope.valid_from = DayOfMonth(24);
  auto adult = MakeQuiz("adult", Signal::kScam);
  adult.envelope.min_age = 18;
  world.Add(late);
  world.Add(adult);
  world.Add(MakeMultiple("safety.water"));
  world.Add(MakeChat("chat", false));
  CHECK(DrawEnvelopes(world, 1).empty());
  auto pupil = MakeQuiz("pupil", Signal::kScam);
  pupil.envelope.min_age = 14;
  world.Add(pupil);
  CHECK(DrawEnvelopes(world, 1).size() == 1);
}

TEST_CASE("New items come before those the visitor has seen") {
  World world;
  for (int i = 0; i < 6; ++i) {
    world.Add(MakeQuiz("scam" + std::to_string(i), Signal::kScam));
    world.Add(MakeQuiz("genuine" + std::to_string(i), Signal::kGenuine));
  }
  world.Add(MakeSpot("spot", Signal::kScam, 2));
  for (unsigned seed = 0; seed < 100; ++seed) {
    std::vector<std::string> seen = {"spot"};
    for (const auto& envelope : DrawEnvelopes(world, seed, seen)) seen.push_back(envelope.id);
    REQUIRE(seen.size() == 7);
    for (const auto& envelope : DrawEnvelopes(world, seed + 1000, seen)) {
      CHECK(std::find(seen.begin(), seen.end(), envelope.id) == seen.end());
    }
  }
}

TEST_CASE("No two items of a round share a topic where that can be avoided") {
  World world;
  // Scams of six topics, genuine messages of three of them: the scams must give way.
  for (int i = 0; i < 6; ++i) {
    auto scam = MakeQuiz("scam" + std::to_string(i), Signal::kScam);
    scam.envelope.topic = "topic" + std::to_string(i);
    world.Add(scam);
  }
  for (int i = 0; i < 9; ++i) {
    auto genuine = MakeQuiz("genuine" + std::to_string(i), Signal::kGenuine);
    genuine.envelope.topic = "topic" + std::to_string(i % 3);
    world.Add(genuine);
  }
  for (unsigned seed = 0; seed < 200; ++seed) CHECK(Topics(DrawEnvelopes(world, seed)).size() == 6);
}

TEST_CASE("The items of a round come through several channels where they can") {
  World world;
  for (int i = 0; i < 12; ++i) {
    auto item = MakeQuiz("item" + std::to_string(i), i % 2 == 0 ? Signal::kScam : Signal::kGenuine);
    item.envelope.channel = static_cast<content::Channel>(1 + i / 2);
    world.Add(item);
  }
  for (unsigned seed = 0; seed < 50; ++seed) {
    std::set<content::Channel> channels;
    for (const auto& envelope : DrawEnvelopes(world, seed)) channels.insert(envelope.channel);
    CHECK(channels.size() == 6);
  }
}

/// A stage with one question open, chosen by itself.
Stage OpenOne(content::Item item) {
  World world;
  const auto ref = world.Add(std::move(item));
  Stage stage(std::move(world));
  stage.Do(VisitStarted{});
  stage.Do(ItemChosen{ref});
  return stage;
}

TEST_CASE("A single choice answers at once, and only once") {
  Stage stage = OpenOne(MakeQuiz("q", Signal::kGenuine));
  stage.Wait(3);
  stage.Do(ChoiceTapped{9});
  CHECK_FALSE(stage.On<RoundScreen>().progress[0].answered);
  stage.Do(ChoiceTapped{0});
  stage.Do(ChoiceTapped{1});
  const auto answers = stage.Journal(EventKind::kAnswered);
  REQUIRE(answers.size() == 1);
  CHECK_FALSE(answers[0].correct);
  CHECK(answers[0].signal == Signal::kGenuine);
  CHECK(answers[0].said == Signal::kScam);
  CHECK(answers[0].value == 30);
}

TEST_CASE("A multiple choice toggles, and is judged when confirmed") {
  Stage stage = OpenOne(MakeMultiple("m"));
  stage.Do(AnswerConfirmed{});
  CHECK_FALSE(stage.On<RoundScreen>().progress[0].answered);
  stage.Do(ChoiceTapped{0});
  stage.Do(ChoiceTapped{1});
  stage.Do(ChoiceTapped{1});
  CHECK_FALSE(stage.On<RoundScreen>().progress[0].answered);
  SECTION("all that is right") {
    stage.Do(ChoiceTapped{2});
    stage.Do(AnswerConfirmed{});
    CHECK(stage.On<RoundScreen>().progress[0].correct);
    CHECK(stage.Sounds(Chime::kRight));
  }
  SECTION("one is missing") {
    stage.Do(AnswerConfirmed{});
    CHECK_FALSE(stage.On<RoundScreen>().progress[0].correct);
    CHECK(stage.Sounds(Chime::kLook));
  }
  // It took the message for nothing, so it is no miss and no false alarm.
  CHECK(stage.Journal(EventKind::kAnswered)[0].said == Signal::kNone);
  CHECK(stage.Journal(EventKind::kAnswered)[0].signal == Signal::kNone);
}

TEST_CASE("A spot is judged by the flags found and by wrong marks") {
  struct Row {
    const char* what;
    Signal signal;
    std::size_t flags;
    std::vector<std::size_t> taps;
    bool correct;
    Signal said;
  };
  const Row row =
      GENERATE(Row{"all flags", Signal::kScam, 4, {0, 1, 2, 3}, true, Signal::kScam},
               Row{"half of the flags", Signal::kScam, 4, {0, 1}, true, Signal::kScam},
               Row{"less than half", Signal::kScam, 4, {0}, false, Signal::kScam},
               Row{"one of three is less than half", Signal::kScam, 3, {0}, false, Signal::kScam},
               Row{"two of three", Signal::kScam, 3, {0, 2}, true, Signal::kScam},
               Row{"one wrong mark is forgiven", Signal::kScam, 4, {0, 1, 7}, true, Signal::kScam},
               Row{"two are not", Signal::kScam, 4, {0, 1, 6, 7}, false, Signal::kScam},
               Row{"taken back", Signal::kScam, 4, {0, 1, 6, 7, 6}, true, Signal::kScam},
               Row{"nothing in a scam", Signal::kScam, 4, {}, false, Signal::kGenuine},
               Row{"nothing in a genuine one", Signal::kGenuine, 0, {}, true, Signal::kGenuine},
               Row{"a mark in a genuine one", Signal::kGenuine, 0, {5}, false, Signal::kScam},
               Row{"neither scam nor genuine", Signal::kNone, 2, {0, 1}, true, Signal::kNone});
  INFO(row.what);
  Stage stage = OpenOne(MakeSpot("s", row.signal, row.flags));
  for (const std::size_t tap : row.taps) stage.Do(SegmentTapped{tap});
  stage.Do(SegmentTapped{99});
  CHECK_FALSE(stage.On<RoundScreen>().progress[0].answered);
  stage.Do(AnswerConfirmed{});
  const auto& progress = stage.On<RoundScreen>().progress[0];
  CHECK(progress.answered);
  CHECK(progress.correct == row.correct);
  CHECK(progress.said == row.said);
  stage.Do(SegmentTapped{3});
  stage.Do(AnswerConfirmed{});
  CHECK(stage.Journal(EventKind::kAnswered).size() == 1);
}

TEST_CASE("A question opened by itself is no round and ends where the visitor came from") {
  Stage stage = OpenOne(MakeQuiz("q", Signal::kScam));
  stage.Do(NextTapped{});
  stage.On<RoundScreen>();  // Not answered yet.
  stage.Do(ChoiceTapped{0});
  stage.Do(NextTapped{});
  stage.On<HomeScreen>();
  CHECK(stage.Journal(EventKind::kItemOpened).size() == 1);
  CHECK(stage.Journal(EventKind::kRoundBegun).empty());
  CHECK(stage.Journal(EventKind::kRoundLeft).empty());
}

/// Answers the question on the screen by saying `said`.
void Say(Stage& stage, Signal said) {
  auto& round = stage.On<RoundScreen>();
  const content::Item& item = *round.items[round.index];
  if (item.envelope.kind == content::Kind::kQuiz) {
    stage.Do(ChoiceTapped{said == Signal::kScam ? 0u : 1u});
    return;
  }
  if (said == Signal::kScam) {
    stage.Do(SegmentTapped{0});
    stage.Do(SegmentTapped{1});
  }
  stage.Do(AnswerConfirmed{});
}

TEST_CASE("A round counts scams caught and genuine messages recognised, for d' as well") {
  Stage stage(MakeTown());
  stage.Do(VisitStarted{});
  stage.Do(RoundChosen{});
  CHECK(stage.Journal(EventKind::kRoundBegun).size() == 1);
  std::string first_wrong;
  for (int i = 0; i < 6; ++i) {
    const auto& round = stage.On<RoundScreen>();
    CHECK(round.index == static_cast<std::size_t>(i));
    if (round.items[round.index]->envelope.signal == Signal::kGenuine && first_wrong.empty()) {
      first_wrong = round.items[round.index]->envelope.id;
    }
    Say(stage, Signal::kScam);  // Somebody who calls everything a scam.
    stage.Wait(2);
    stage.Do(NextTapped{});
  }
  const auto& end = stage.On<RoundEndScreen>();
  CHECK(end.scams == 3);
  CHECK(end.caught == 3);
  CHECK(end.genuine == 3);
  CHECK(end.recognised == 0);
  CHECK(end.takeaway_item == first_wrong);
  CHECK(stage.Sounds(Chime::kDone));
  const auto answers = stage.Journal(EventKind::kAnswered);
  REQUIRE(answers.size() == 6);
  for (const auto& answer : answers) {
    CHECK(answer.said == Signal::kScam);
    CHECK(answer.signal != Signal::kNone);
    CHECK(answer.correct == (answer.signal == Signal::kScam));
  }
  const auto completed = stage.Journal(EventKind::kRoundCompleted);
  REQUIRE(completed.size() == 1);
  CHECK(completed[0].value == 3);
  CHECK(completed[0].detail == 6);
  stage.Do(NextTapped{});
  stage.On<HomeScreen>();
  CHECK(stage.Journal(EventKind::kRoundLeft).empty());
}

TEST_CASE("A round without a mistake still has one line to remember") {
  Stage stage(MakeTown());
  stage.Do(VisitStarted{});
  stage.Do(RoundChosen{});
  for (int i = 0; i < 6; ++i) {
    const auto& round = stage.On<RoundScreen>();
    Say(stage, round.items[round.index]->envelope.signal);
    stage.Do(NextTapped{});
  }
  const auto& end = stage.On<RoundEndScreen>();
  CHECK(end.caught == 3);
  CHECK(end.recognised == 3);
  CHECK(end.takeaway_item == end.round.items[0]->envelope.id);
}

TEST_CASE("The time of an answer begins when its question is shown") {
  Stage stage(MakeTown());
  stage.Do(VisitStarted{});
  stage.Do(RoundChosen{});
  Say(stage, Signal::kScam);
  stage.Wait(30);  // Reading the explanation.
  stage.Do(NextTapped{});
  stage.Wait(5);
  Say(stage, Signal::kScam);
  CHECK(stage.Journal(EventKind::kAnswered)[1].value == 50);
}

TEST_CASE("A round that is left is journalled once, however it is left") {
  Stage stage(MakeTown());
  stage.Do(VisitStarted{});
  stage.Do(RoundChosen{});
  SECTION("back") { stage.Do(BackTapped{}); }
  SECTION("home") { stage.Do(HomeTapped{}); }
  SECTION("home from the emergency screen") {
    stage.Do(EmergencyTapped{});
    CHECK(stage.Journal(EventKind::kRoundLeft).empty());
    stage.Do(HomeTapped{});
  }
  SECTION("end of the visit") { stage.Do(LeaveTapped{}); }
  SECTION("walking away") { stage.Wait(81); }
  CHECK(stage.Journal(EventKind::kRoundLeft).size() == 1);
  stage.Do(HomeTapped{});
  CHECK(stage.Journal(EventKind::kRoundLeft).size() == 1);
}

TEST_CASE("A second round brings new items, and back from it is home") {
  Stage stage(MakeTown());
  stage.Do(VisitStarted{});
  stage.Do(RoundChosen{});
  std::set<std::string> first;
  for (int i = 0; i < 6; ++i) {
    const auto& round = stage.On<RoundScreen>();
    first.insert(round.items[round.index]->envelope.id);
    Say(stage, Signal::kScam);
    stage.Do(NextTapped{});
  }
  stage.Do(RoundChosen{});
  for (const auto& item : stage.On<RoundScreen>().items) {
    CHECK(first.count(item->envelope.id) == 0);
  }
  stage.Do(BackTapped{});
  stage.On<HomeScreen>();
}

TEST_CASE("Without questions there is no round") {
  Stage stage{World{}};
  stage.Do(VisitStarted{});
  stage.Do(RoundChosen{});
  stage.On<HomeScreen>();
}

TEST_CASE("A round that cannot be read leaves the visitor at home with a notice") {
  Stage stage(MakeTown());
  stage.Do(VisitStarted{});
  stage.loads_fail = true;
  stage.Do(RoundChosen{});
  stage.On<HomeScreen>();
  CHECK(stage.state.notice);
  CHECK(stage.Journal(EventKind::kRoundLeft).empty());
}

}  // namespace
}  // namespace kiosk
