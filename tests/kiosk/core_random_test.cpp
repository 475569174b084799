// SPDX-License-Identifier: MIT
// A hundred thousand events in no order at all.
#include <map>

#include "tests/kiosk/world.h"

namespace kiosk {
namespace {

using content::EventKind;

class Crowd {
 public:
  explicit Crowd(unsigned seed) : random_(seed) {}

  std::size_t Pick(std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_);
  }
  double Seconds(double most) { return std::uniform_real_distribution<double>(0, most)(random_); }

  /// Mostly what the screen offers, so that the crowd gets somewhere; else anything.
  Event MakeEvent(const World& world, const Screen& screen) {
    if (Pick(8) != 0) return MakeFitting(world, screen);
    return Pick(2) == 0 ? MakeSetting() : Pick(2) == 0 ? MakeDevice(world) : MakeTap(world);
  }

 private:
  ItemPtr AnyItem(const World& world) {
    if (Pick(5) == 0) return nullptr;
    auto item = world.items.begin();
    std::advance(item, static_cast<std::ptrdiff_t>(Pick(world.items.size())));
    return item->second;
  }

  Event MakeFitting(const World& world, const Screen& screen) {
    if (const auto* film = std::get_if<VideoScreen>(&screen); film != nullptr && film->playing) {
      if (Pick(30) == 0) return VideoEnded{};
      return VideoMoved{film->position + Seconds(3), 60};
    }
    if (std::holds_alternative<VideoScreen>(screen)) {
      return Pick(2) == 0 ? Event(PlayTapped{}) : Event(ChoiceTapped{Pick(2)});
    }
    if (std::holds_alternative<RoundScreen>(screen)) {
      const std::size_t what = Pick(4);
      if (what == 0) return SegmentTapped{Pick(8)};
      if (what == 1) return ChoiceTapped{Pick(2)};
      return what == 2 ? Event(AnswerConfirmed{}) : Event(NextTapped{});
    }
    if (std::holds_alternative<ChatScreen>(screen)) {
      return Pick(2) == 0 ? Event(ReplyTapped{Pick(3)}) : Event(HurryTapped{});
    }
    return MakeTap(world);
  }

  Event MakeTap(const World& world) {
    switch (Pick(14)) {
      case 0:
        return ItemChosen{{Pick(20) == 0 ? 7u : 0u, Pick(world.items.size() + 2)}};
      case 1:
        return RoundChosen{};
      case 2:
        return ChoiceTapped{Pick(4)};
      case 3:
        return SegmentTapped{Pick(9)};
      case 4:
        return AnswerConfirmed{};
      case 5:
        return NextTapped{};
      case 6:
        return ReplyTapped{Pick(4)};
      case 7:
        return HurryTapped{};
      case 8:
        return PlayTapped{};
      case 9:
        return PauseTapped{};
      case 10:
        return BackTenTapped{};
      case 11:
        return EntryTapped{Pick(2) == 0 ? "photo" : "desk"};
      case 12:
        return OptionTapped{Pick(3)};
      default:
        return NextTapped{};
    }
  }

  Event MakeSetting() {
    switch (Pick(16)) {
      case 0:
        return VisitStarted{};
      case 1:
        return LanguageChosen{static_cast<content::Language>(Pick(2))};
      case 2:
        return TextSizeChosen{static_cast<TextSize>(Pick(3))};
      case 3:
        return ContrastChosen{Pick(2) == 0};
      case 4:
        return ReachChosen{Pick(2) == 0};
      case 5:
        return VolumeChosen{static_cast<int>(Pick(300)) - 100};
      case 6:
        return CaptionsChosen{Pick(2) == 0};
      case 7:
        return EmergencyTapped{};
      case 8:
        return BackTapped{};
      case 9:
        return HomeTapped{};
      case 10:
        return Pick(4) == 0 ? Event(LeaveTapped{}) : Event(Touched{});
      case 11:
        return StillHereTapped{};
      case 12:
        return NoticeClosed{};
      case 13:
        return RoomChosen{static_cast<Room>(Pick(5))};
      case 14:
        return ListenTapped{};
      default:
        return Touched{};
    }
  }

  Event MakeDevice(const World& world) {
    switch (Pick(8)) {
      case 0:
        return ItemsLoaded{{AnyItem(world)}};
      case 1:
        return ItemsLoaded{{AnyItem(world), AnyItem(world), AnyItem(world)}};
      case 2:
        return Pick(2) == 0 ? Event(ItemsLoaded{}) : Event(LoadFailed{});
      case 3:
        return VideoEnded{};
      case 4:
        return Pick(4) == 0 ? Event(VideoFailed{}) : Event(Ticked{});
      case 5:
        return CaptionsLoaded{};
      default:
        return VideoMoved{Seconds(80) - 5, Seconds(70)};
    }
  }

  std::mt19937 random_;
};

/// What is begun is ended, once, before the visit is over.
void CheckJournal(const Stage& stage) {
  std::map<EventKind, int> count;
  for (const auto& event : stage.journal) {
    ++count[event.kind];
    CHECK(event.visit > 0);
    if (event.kind == EventKind::kAnswered || event.kind == EventKind::kMicroRound) {
      CHECK((event.said == content::Signal::kNone) == (event.signal == content::Signal::kNone));
      CHECK(event.value >= 0);
    }
  }
  CHECK(count[EventKind::kVisitBegun] == count[EventKind::kVisitEnded]);
  CHECK(count[EventKind::kRoundBegun] ==
        count[EventKind::kRoundCompleted] + count[EventKind::kRoundLeft]);
  CHECK(count[EventKind::kVideoStarted] == count[EventKind::kVideoEnded]);
}

TEST_CASE("A hundred thousand random events never break the rules, and quiet always ends a visit") {
  Crowd crowd(20261123);
  Stage stage(MakeTown());
  stage.world.Manifest().items[3].envelope.narration_zh = "media/three.opus";
  std::map<std::size_t, int> screens;
  std::int64_t visits = 0;
  for (int i = 0; i < 100'000; ++i) {
    stage.loads_fail = crowd.Pick(40) == 0;
    stage.Do(crowd.MakeEvent(stage.world, stage.state.screen));
    ++screens[stage.state.screen.index()];
    stage.Wait(crowd.Pick(30) == 0 ? crowd.Seconds(70) : crowd.Seconds(1.5));
    if (crowd.Pick(100) != 0) continue;
    stage.loads_fail = false;
    stage.Wait(80.001);  // Quiet.
    REQUIRE(std::holds_alternative<AttractScreen>(stage.state.screen));
    REQUIRE(stage.state.visit.number == 0);
    CheckJournal(stage);
    stage.journal.clear();
    ++visits;
  }
  CHECK(visits > 500);
  // The crowd has been on every screen: the test has not walked past the rules.
  for (std::size_t s = 0; s < std::variant_size_v<Screen>; ++s) {
    INFO("screen " << s);
    const bool of_staff = s >= std::variant_size_v<Screen> - 2;
    CHECK((of_staff ? screens[s] == 0 : screens[s] > 100));
  }
}

TEST_CASE("The packs may be exchanged while the attract loop runs") {
  Stage stage(MakeTown());
  const World empty;
  World town = stage.world;
  for (int i = 0; i < 20; ++i) {
    stage.world = i % 2 == 0 ? empty : town;
    stage.Do(ChoiceTapped{0});
    stage.Do(VisitStarted{});
    stage.Do(EmergencyTapped{});
    stage.Do(LeaveTapped{});
    stage.Wait(100);
    CHECK((stage.On<AttractScreen>().item != nullptr) == (i % 2 == 1));
  }
}

}  // namespace
}  // namespace kiosk
