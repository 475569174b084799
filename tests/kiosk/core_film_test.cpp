// SPDX-License-Identifier: MIT
// Films: playing, questions, the end, failures.
#include "tests/kiosk/world.h"

namespace kiosk {
namespace {

using content::EventKind;

Stage OpenFilm() {
  Stage stage(MakeTown());
  stage.Do(VisitStarted{});
  stage.Open("fraud.film");
  return stage;
}

/// Plays the film second by second up to `seconds`, as the player would report it.
void PlayUntil(Stage& stage, double seconds) {
  while (std::holds_alternative<VideoScreen>(stage.state.screen) &&
         stage.On<VideoScreen>().playing && stage.On<VideoScreen>().position < seconds) {
    stage.Wait(1);
    stage.Do(VideoMoved{stage.On<VideoScreen>().position + 1, 60});
  }
}

TEST_CASE("A film opens on its poster with captions, and plays when asked to") {
  Stage stage = OpenFilm();
  CHECK_FALSE(stage.On<VideoScreen>().started);
  CHECK(stage.On<VideoScreen>().captions_zh.size() == 1);
  CHECK(stage.On<VideoScreen>().captions_en.size() == 1);
  CHECK_FALSE(stage.Has<StartVideo>());
  stage.Do(PlayTapped{});
  REQUIRE(stage.All<StartVideo>().size() == 1);
  CHECK_FALSE(stage.All<StartVideo>()[0].muted);
  CHECK(stage.All<StartVideo>()[0].from_seconds == 0);
  CHECK(stage.Journal(EventKind::kVideoStarted).size() == 1);
  stage.Do(PauseTapped{});
  CHECK(stage.All<SetVideoPaused>()[0].paused);
  stage.Do(PlayTapped{});
  CHECK_FALSE(stage.All<SetVideoPaused>()[0].paused);
  CHECK(stage.Journal(EventKind::kVideoStarted).size() == 1);
}

TEST_CASE("A question stops the film, is answered, and does not stop it again") {
  Stage stage = OpenFilm();
  stage.Do(PlayTapped{});
  PlayUntil(stage, 30);
  CHECK(stage.On<VideoScreen>().position == 20);
  CHECK(stage.On<VideoScreen>().question == 0);
  CHECK_FALSE(stage.On<VideoScreen>().playing);
  CHECK(stage.All<SetVideoPaused>()[0].paused);
  stage.Do(PlayTapped{});
  stage.Do(NextTapped{});
  CHECK_FALSE(stage.On<VideoScreen>().playing);  // Not before it is answered.
  stage.Wait(2.5);
  stage.Do(ChoiceTapped{1});
  CHECK(stage.On<VideoScreen>().progress[0].correct);
  CHECK(stage.Sounds(Chime::kRight));
  const auto answers = stage.Journal(EventKind::kAnswered);
  REQUIRE(answers.size() == 1);
  CHECK(answers[0].item == "fraud.film");
  CHECK(answers[0].value == 25);
  CHECK(answers[0].signal == content::Signal::kNone);  // It took nothing for a scam: not in d'.
  stage.Do(NextTapped{});
  CHECK(stage.On<VideoScreen>().playing);
  PlayUntil(stage, 25);
  stage.Do(BackTenTapped{});
  CHECK(stage.All<SeekVideo>()[0].seconds == 15);
  PlayUntil(stage, 40);
  CHECK(stage.On<VideoScreen>().position == 40);
}

TEST_CASE("Ten seconds back never goes below the beginning, and nowhere from the poster") {
  Stage stage = OpenFilm();
  stage.Do(BackTenTapped{});
  CHECK(stage.effects.empty());
  stage.Do(PlayTapped{});
  PlayUntil(stage, 4);
  stage.Do(BackTenTapped{});
  CHECK(stage.All<SeekVideo>()[0].seconds == 0);
}

TEST_CASE("Going back from a question shows the place again, and the question comes again") {
  Stage stage = OpenFilm();
  stage.Do(PlayTapped{});
  PlayUntil(stage, 30);
  stage.Do(BackTenTapped{});
  CHECK(stage.On<VideoScreen>().question == -1);
  CHECK(stage.On<VideoScreen>().playing);
  PlayUntil(stage, 30);
  CHECK(stage.On<VideoScreen>().question == 0);
}

TEST_CASE("A question at the very end is asked even when the player ends first") {
  Stage stage = OpenFilm();
  stage.Do(PlayTapped{});
  PlayUntil(stage, 30);
  stage.Do(ChoiceTapped{0});
  CHECK(stage.Sounds(Chime::kLook));
  stage.Do(NextTapped{});
  PlayUntil(stage, 59);
  stage.Do(VideoEnded{});
  CHECK(stage.On<VideoScreen>().question == 1);
  CHECK_FALSE(stage.On<VideoScreen>().ended);
  stage.Do(ChoiceTapped{1});
  stage.Do(NextTapped{});
  CHECK(stage.On<VideoScreen>().ended);
  REQUIRE(stage.Journal(EventKind::kVideoEnded).size() == 1);
  CHECK(stage.Journal(EventKind::kVideoEnded)[0].value == 100);
}

/// Up to the end, answering what is asked.
void Watch(Stage& stage) {
  stage.Do(PlayTapped{});
  PlayUntil(stage, 30);
  stage.Do(ChoiceTapped{1});
  stage.Do(NextTapped{});
  PlayUntil(stage, 60);
  stage.Do(ChoiceTapped{1});
  stage.Do(NextTapped{});
  stage.Do(VideoEnded{});
  REQUIRE(stage.On<VideoScreen>().ended);
}

TEST_CASE("The end of a film hands over to the next step") {
  Stage stage = OpenFilm();
  Watch(stage);
  SECTION("to the item it names, and back is not the film again") {
    stage.Do(NextTapped{});
    CHECK(stage.On<CardScreen>().item->envelope.id == "fraud.card");
    CHECK(stage.Has<StopVideo>());
    stage.Do(BackTapped{});
    stage.On<HomeScreen>();
  }
  SECTION("to itself, from the start, without counting twice") {
    stage.Do(PlayTapped{});
    REQUIRE(stage.All<StartVideo>().size() == 1);
    CHECK(stage.All<StartVideo>()[0].from_seconds == 0);
    PlayUntil(stage, 30);
    CHECK(stage.On<VideoScreen>().position == 30);
    stage.Do(HomeTapped{});
  }
  SECTION("to its last ten seconds") {
    stage.Do(BackTenTapped{});
    REQUIRE(stage.All<StartVideo>().size() == 1);
    CHECK(stage.All<StartVideo>()[0].from_seconds == 50);
    CHECK_FALSE(stage.On<VideoScreen>().ended);
    stage.Do(HomeTapped{});
  }
  CHECK(stage.Journal(EventKind::kVideoStarted).size() == 1);
  CHECK(stage.Journal(EventKind::kVideoEnded).size() == 1);
}

TEST_CASE("A film that is left is stopped, and the journal says how much was watched") {
  Stage stage = OpenFilm();
  stage.Do(PlayTapped{});
  PlayUntil(stage, 15);
  SECTION("back") { stage.Do(BackTapped{}); }
  SECTION("home") { stage.Do(HomeTapped{}); }
  SECTION("end of the visit") { stage.Do(LeaveTapped{}); }
  CHECK(stage.Has<StopVideo>());
  REQUIRE(stage.Journal(EventKind::kVideoEnded).size() == 1);
  CHECK(stage.Journal(EventKind::kVideoEnded)[0].value == 25);
}

TEST_CASE("A film only looked at on its poster is not in the journal of films") {
  Stage stage = OpenFilm();
  stage.Do(BackTapped{});
  CHECK(stage.Journal(EventKind::kVideoEnded).empty());
  CHECK(stage.Journal(EventKind::kItemOpened).size() == 1);
}

TEST_CASE("The emergency screen pauses the film, and back returns to the same picture") {
  Stage stage = OpenFilm();
  stage.Do(PlayTapped{});
  PlayUntil(stage, 10);
  stage.Do(EmergencyTapped{});
  CHECK(stage.All<SetVideoPaused>()[0].paused);
  CHECK_FALSE(stage.Has<StopVideo>());
  stage.Do(BackTapped{});
  CHECK_FALSE(stage.Has<StopVideo>());
  CHECK(stage.On<VideoScreen>().position == 10);
  CHECK_FALSE(stage.On<VideoScreen>().playing);
  stage.Do(PlayTapped{});
  CHECK_FALSE(stage.All<SetVideoPaused>()[0].paused);
  CHECK_FALSE(stage.Has<StartVideo>());
}

TEST_CASE("A film left for another item goes on later from where it was") {
  Stage stage = OpenFilm();
  stage.Do(PlayTapped{});
  PlayUntil(stage, 10);
  stage.Do(EmergencyTapped{});
  stage.Open("station.directory");
  CHECK(stage.Has<StopVideo>());
  stage.Do(BackTapped{});
  stage.Do(BackTapped{});
  stage.Do(PlayTapped{});
  REQUIRE(stage.All<StartVideo>().size() == 1);
  CHECK(stage.All<StartVideo>()[0].from_seconds == 10);
  CHECK(stage.Journal(EventKind::kVideoStarted).size() == 1);
}

TEST_CASE("A film that does not play says so, and can be tried again") {
  Stage stage = OpenFilm();
  stage.Do(PlayTapped{});
  stage.Do(VideoFailed{content::Error{"video.broken", {"坏", "broken"}, "", {}}});
  CHECK(stage.On<VideoScreen>().failed);
  CHECK_FALSE(stage.On<VideoScreen>().playing);
  REQUIRE(stage.state.notice);
  CHECK(stage.state.notice->code == "video.broken");
  stage.Do(PlayTapped{});
  CHECK(stage.Has<StartVideo>());
  CHECK_FALSE(stage.On<VideoScreen>().failed);
  CHECK_FALSE(stage.state.notice);
}

TEST_CASE("A watched film is use: nobody is asked while it plays") {
  Stage stage = OpenFilm();
  stage.Do(PlayTapped{});
  PlayUntil(stage, 20);
  stage.Do(ChoiceTapped{1});
  stage.Do(NextTapped{});
  PlayUntil(stage, 59.5);  // Longer than a minute without touch would be without the answer.
  CHECK_FALSE(stage.state.asked_at);
  CHECK(*NextDeadline(stage.state) == stage.now.seconds + kIdleSeconds);
}

TEST_CASE("The idle clock starts when the film stops for a question, ends, or hangs") {
  Stage stage = OpenFilm();
  stage.Do(PlayTapped{});
  SECTION("a question") { PlayUntil(stage, 30); }
  SECTION("the end") {
    PlayUntil(stage, 19);
    stage.Wait(5);
    stage.Do(VideoEnded{});
  }
  SECTION("a player that says nothing any more") { PlayUntil(stage, 5); }
  SECTION("a player that says the same for ever") {
    PlayUntil(stage, 5);
    for (int i = 0; i < 5; ++i) {
      stage.Do(VideoMoved{5, 60});
      if (i < 4) stage.Wait(0.0);
    }
  }
  stage.Wait(59.9);
  CHECK_FALSE(stage.state.asked_at);
  stage.Wait(0.2);
  CHECK(stage.state.asked_at);
  stage.Wait(20);
  stage.On<AttractScreen>();
  CHECK(stage.state.visit.number == 0);
}

}  // namespace
}  // namespace kiosk
