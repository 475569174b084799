// SPDX-License-Identifier: MIT
// Together mode's rules: what fingers, mouse and keys mean to the scenario.
#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "tests/support/catch.h"
#include "vr/flat/ladder.h"
#include "vr/flat/pointer.h"

namespace {

using namespace vr;
using Kind = FlatEvent::Kind;

constexpr std::int64_t kFrame = 16'667;

struct Child {
  Flat flat;
  FlatScene scene;
  std::int64_t now_us = 1'000'000;

  void Do(Kind kind, float x, float y, std::int64_t finger = 1) {
    FlatEvent event;
    event.kind = kind;
    event.finger = finger;
    event.at = {x, y};
    event.time_us = now_us;
    TakeFlat(event, flat);
  }
  void Hold(FlatHold hold, bool down, std::int64_t finger = kKeyFinger) {
    FlatEvent event;
    event.kind = down ? Kind::kHold : Kind::kRelease;
    event.finger = finger;
    event.hold = hold;
    event.time_us = now_us;
    TakeFlat(event, flat);
  }
  TrainerInput Frame(float voice = 0) {
    now_us += kFrame;
    return MakeFlatInput(now_us, scene, voice, flat);
  }
  TrainerInput Wait(double seconds) {
    TrainerInput input;
    for (double t = 0; t < seconds; t += 1.0 / 60) input = Frame();
    return input;
  }
};

glm::vec3 Ahead(const Pose& pose) { return pose.orientation * glm::vec3{0, 0, -1}; }

float Degrees(float radians) { return radians * 57.29578F; }

}  // namespace

TEST_CASE("the picture sticks to the finger that drags it, and the head stays within its limits") {
  Child child;
  child.Do(Kind::kDown, 0.5F, 0.5F);
  child.Do(Kind::kMove, 0.75F, 0.5F);
  TrainerInput input = child.Frame();
  CHECK(Ahead(input.head).x < -0.2F);  // dragged to the right: what lies left comes into view
  CHECK(std::abs(Ahead(input.head).y) < 1e-4F);
  child.Do(Kind::kMove, 0.75F, 0.7F);
  input = child.Frame();
  CHECK(Ahead(input.head).y > 0.1F);
  child.Do(Kind::kUp, 0.75F, 0.7F);
  for (int i = 0; i < 20; ++i) {
    child.Do(Kind::kDown, 0.1F, 0.1F);
    child.Do(Kind::kMove, 0.9F, 0.9F);
    child.Do(Kind::kUp, 0.9F, 0.9F);
    input = child.Frame();
  }
  CHECK(child.flat.yaw == kYawMost);
  CHECK(child.flat.pitch == kPitchUp);
  CHECK_FALSE(input.hands[1].select);
}

TEST_CASE("the horizon never tilts, wherever the head looks") {
  Child child;
  child.Do(Kind::kDown, 0.2F, 0.3F);
  child.Do(Kind::kMove, 0.7F, 0.8F);
  const TrainerInput input = child.Frame();
  const glm::vec3 right = input.head.orientation * glm::vec3{1, 0, 0};
  CHECK(std::abs(right.y) < 1e-5F);
}

TEST_CASE("the resting mouse is the gaze, at the place where it rests") {
  Child child;
  CHECK_FALSE(child.Frame().gaze.has_value());
  child.Do(Kind::kHover, 1.0F, 0.5F);
  TrainerInput input = child.Frame();
  REQUIRE(input.gaze.has_value());
  const float half_width = std::atan(std::tan(kFlatHeightRad / 2) * child.scene.aspect);
  const float aside = std::atan2(Ahead(*input.gaze).x, -Ahead(*input.gaze).z);
  CHECK(std::abs(Degrees(aside) - Degrees(half_width)) < 0.1F);
  child.Do(Kind::kHover, 0.5F, 0.5F);
  input = child.Frame();
  CHECK(std::abs(Ahead(*input.gaze).x) < 1e-4F);
  child.Do(Kind::kLeave, -1, -1);
  CHECK_FALSE(child.Frame().gaze.has_value());
}

TEST_CASE("a finger held still is a gaze, and a moving one is none") {
  Child child;
  child.Do(Kind::kDown, 0.7F, 0.4F);
  CHECK_FALSE(child.Frame().gaze.has_value());
  const TrainerInput input = child.Wait(0.4);
  REQUIRE(input.gaze.has_value());
  CHECK(Ahead(*input.gaze).x > 0);
  child.Do(Kind::kMove, 0.5F, 0.4F);
  CHECK_FALSE(child.Frame().gaze.has_value());
}

TEST_CASE("a tap chooses in one frame and lets go in the next; a drag chooses nothing") {
  Child child;
  child.Do(Kind::kDown, 0.3F, 0.5F);
  CHECK_FALSE(child.Frame().hands[1].select);
  child.Do(Kind::kUp, 0.3F, 0.5F);
  TrainerInput input = child.Frame();
  CHECK(input.hands[1].tracked);
  CHECK(input.hands[1].select);
  CHECK(glm::length(input.hands[1].aim.position - input.head.position) < 0.15F);  // a pointer
  CHECK(Ahead(input.hands[1].aim).x < 0);
  input = child.Frame();
  CHECK(input.hands[1].tracked);
  CHECK_FALSE(input.hands[1].select);
  CHECK_FALSE(child.Frame().hands[1].tracked);

  child.Do(Kind::kDown, 0.3F, 0.5F);
  child.Do(Kind::kMove, 0.4F, 0.5F);
  child.Do(Kind::kUp, 0.4F, 0.5F);
  for (int i = 0; i < 5; ++i) CHECK_FALSE(child.Frame().hands[1].select);
}

TEST_CASE("two taps between two frames are two taps") {
  Child child;
  for (int i = 0; i < 2; ++i) {
    child.Do(Kind::kDown, 0.3F, 0.5F);
    child.Do(Kind::kUp, 0.3F, 0.5F);
  }
  int presses = 0;
  bool before = false;
  for (int i = 0; i < 8; ++i) {
    const bool select = child.Frame().hands[1].select;
    presses += select && !before ? 1 : 0;
    before = select;
  }
  CHECK(presses == 2);
}

TEST_CASE("a card may be tapped anywhere, and what is tapped is its ring") {
  Scene shown;
  shown.eye = {1, 1.7F, 3};
  Panel card;
  card.kind = PanelKind::kCard;
  card.at = shown.eye + glm::vec3{0, 0, -2};
  card.width = 0.8F;
  shown.panels = {card};
  SceneRing ring;
  ring.at = shown.eye + glm::vec3{0, -0.35F, -2};
  SceneRing other;
  other.at = shown.eye + glm::vec3{1.2F, -0.35F, -2};
  shown.rings = {other, ring};
  Child child;
  child.scene = FlatSceneOf(shown, 1.6F, {0.3F});
  REQUIRE(child.scene.cards.size() == 1);
  const glm::vec3 towards = glm::normalize(glm::vec3{0, -0.35F, -2});
  child.Do(Kind::kDown, 0.58F, 0.46F);
  child.Do(Kind::kUp, 0.58F, 0.46F);
  CHECK(glm::length(Ahead(child.Frame().hands[1].aim) - towards) < 1e-4F);
  (void)child.Frame();
  child.Do(Kind::kDown, 0.9F, 0.46F);  // beside it
  child.Do(Kind::kUp, 0.9F, 0.46F);
  CHECK(glm::length(Ahead(child.Frame().hands[1].aim) - towards) > 0.2F);
}

TEST_CASE("a swipe throws to where the finger lets go, and one that stops first drops it") {
  // The hand's speed as the rules take it: over the last 120 ms.
  const auto swipe = [](float x, float y, int rest) {
    Child child;
    child.scene.throwing = true;
    std::vector<std::pair<std::int64_t, glm::vec3>> places;
    const auto see = [&] {
      TrainerInput input = child.Frame();
      if (input.hands[1].tracked) places.emplace_back(input.time_us, input.hands[1].aim.position);
      return input;
    };
    child.Do(Kind::kDown, 0.5F, 0.95F);
    (void)see();
    for (int i = 1; i <= 12; ++i) {
      const float share = static_cast<float>(i) / 12;
      child.Do(Kind::kMove, 0.5F + (x - 0.5F) * share, 0.95F + (y - 0.95F) * share);
      CHECK((see().hands[1].select || i == 1));  // the first steps may still be a tap
    }
    for (int i = 0; i < rest; ++i) (void)see();
    child.Do(Kind::kUp, x, y);
    const TrainerInput input = see();
    CHECK(input.hands[1].tracked);
    CHECK_FALSE(input.hands[1].select);
    CHECK_FALSE(child.Frame().hands[1].tracked);
    for (std::size_t i = places.size() - std::min<std::size_t>(8, places.size()); i < places.size();
         ++i) {
      const std::int64_t passed = input.time_us - places[i].first;
      if (passed <= 0 || passed > 120'000) continue;
      return (input.hands[1].aim.position - places[i].second) * (1e6F / static_cast<float>(passed));
    }
    return glm::vec3{0, 0, 0};
  };
  for (const float x : {0.2F, 0.5F, 0.85F}) {
    const glm::vec3 thrown = swipe(x, 0.6F, 0);
    const float up = std::tan(kFlatHeightRad / 2);
    const float aim = std::atan2((x * 2 - 1) * up * 1.6F, 1.0F);
    CHECK(std::abs(Degrees(std::atan2(thrown.x, -thrown.z) - aim)) < 1.0F);
    CHECK(thrown.y > 1.2F);
  }
  CHECK(glm::length(swipe(0.5F, 0.58F, 0)) > 1.3F * glm::length(swipe(0.5F, 0.75F, 0)));
  CHECK(glm::length(swipe(0.5F, 0.6F, 20)) < 1.2F);
}

TEST_CASE("a swipe that falls between two frames still throws") {
  Child child;
  child.scene.throwing = true;
  child.Do(Kind::kDown, 0.5F, 0.9F);
  child.Do(Kind::kMove, 0.5F, 0.5F);
  child.Do(Kind::kUp, 0.5F, 0.5F);
  CHECK(child.Frame().hands[1].select);
  const TrainerInput input = child.Frame();
  CHECK(input.hands[1].tracked);
  CHECK_FALSE(input.hands[1].select);
}

TEST_CASE("in the upper part of the picture one still looks around while throwing") {
  Child child;
  child.scene.throwing = true;
  child.Do(Kind::kDown, 0.5F, 0.2F);
  child.Do(Kind::kMove, 0.7F, 0.2F);
  CHECK(child.Frame().hands[1].tracked == false);
  CHECK(child.flat.yaw > 0.1F);
}

TEST_CASE("held keys are poses of the body: hand up, arms open, hands to the chest, a voice") {
  Child child;
  child.Hold(FlatHold::kRaise, true);
  TrainerInput input = child.Frame();
  CHECK(input.hands[0].aim.position.y - input.head.position.y >= 0.12F);
  child.Hold(FlatHold::kRaise, false);
  CHECK_FALSE(child.Frame().hands[0].tracked);

  child.Hold(FlatHold::kArms, true);
  input = child.Frame();
  CHECK(glm::length(input.hands[0].aim.position - input.hands[1].aim.position) >= 0.8F);
  CHECK(input.hands[0].aim.position.y < input.head.position.y);
  child.Hold(FlatHold::kArms, false);

  child.Hold(FlatHold::kEmbrace, true);
  input = child.Frame();
  const glm::vec3 chest{0, -0.3F, -0.2F};
  for (const HandInput& hand : input.hands) {
    CHECK(hand.tracked);
    CHECK(glm::length(hand.aim.position - chest) < 0.25F);
  }
  child.Hold(FlatHold::kEmbrace, false);

  child.Hold(FlatHold::kShout, true);
  CHECK(child.Frame().voice == 1);
  child.Hold(FlatHold::kShout, false);
  CHECK(child.Frame().voice == 0);
  CHECK(child.Frame(0.4F).voice == 0.4F);  // the microphone's
}

TEST_CASE("a button on the screen that is only tapped is held long enough; a key must be held") {
  Child child;
  child.Hold(FlatHold::kRaise, true, 7);
  (void)child.Frame();
  child.Do(Kind::kUp, 0.1F, 0.9F, 7);
  CHECK(child.Wait(2.1).hands[0].tracked);
  CHECK_FALSE(child.Wait(0.5).hands[0].tracked);
  child.Hold(FlatHold::kRaise, true);
  (void)child.Frame();
  child.Hold(FlatHold::kRaise, false);
  CHECK_FALSE(child.Frame().hands[0].tracked);
}

TEST_CASE("keys look around at one pace, whatever the frame rate") {
  for (const std::int64_t frame : {8'000, 50'000}) {
    Child child;
    child.Hold(FlatHold::kLookLeft, true);
    (void)MakeFlatInput(child.now_us, child.scene, 0, child.flat);
    for (std::int64_t t = frame; t <= 400'000; t += frame) {
      (void)MakeFlatInput(child.now_us + t, child.scene, 0, child.flat);
    }
    CHECK(std::abs(child.flat.yaw - 0.4F) < 0.01F);
  }
}

TEST_CASE("the head looks ahead again when the scene changes in the dark, not before") {
  Child child;
  child.Do(Kind::kDown, 0.2F, 0.5F);
  child.Do(Kind::kMove, 0.6F, 0.5F);
  child.Do(Kind::kUp, 0.6F, 0.5F);
  (void)child.Frame();
  CHECK(child.flat.yaw > 0.2F);
  child.scene.dark = true;
  (void)child.Frame();
  CHECK(child.flat.yaw == 0);
}

TEST_CASE("a second finger does nothing, and a cancelled one lets go of everything") {
  Child child;
  child.Do(Kind::kDown, 0.5F, 0.5F, 1);
  child.Do(Kind::kDown, 0.2F, 0.2F, 2);
  child.Do(Kind::kMove, 0.4F, 0.2F, 2);
  (void)child.Frame();
  CHECK(child.flat.yaw == 0);
  child.Do(Kind::kUp, 0.4F, 0.2F, 2);
  CHECK_FALSE(child.Frame().hands[1].tracked);
  child.Do(Kind::kCancel, 0.5F, 0.5F, 1);
  CHECK_FALSE(child.Frame().hands[1].tracked);
  CHECK_FALSE(child.flat.finger.has_value());
}

namespace {

void Watch(double seconds_a_picture, double seconds, Ladder& ladder) {
  for (double t = 0; t < seconds; t += seconds_a_picture) StepLadder(seconds_a_picture, ladder);
}

}  // namespace

TEST_CASE("a slow laptop gives up pixels within seconds, then water, and nothing below that") {
  Ladder ladder;
  Watch(0.2, 4, ladder);
  CHECK(ladder.share == kLeastShare);
  Watch(0.2, 10, ladder);
  CHECK(ladder.quality == 4);
  Watch(0.2, 60, ladder);
  CHECK(ladder.share == kLeastShare);
  CHECK(ladder.quality == 4);
}

TEST_CASE("what a slow moment took comes back, the water first and then every pixel") {
  Ladder ladder;
  Watch(0.2, 20, ladder);
  REQUIRE(ladder.quality == 4);
  Watch(1.0 / 60, 50, ladder);
  CHECK(ladder.quality == 0);
  CHECK(ladder.share < 1);
  Watch(1.0 / 60, 120, ladder);
  CHECK(ladder.share == 1);
}

TEST_CASE("one stutter changes nothing, and a step up that was a mistake is not tried again soon") {
  Ladder ladder;
  Watch(1.0 / 60, 5, ladder);
  StepLadder(3, ladder);  // a place was loaded
  Watch(1.0 / 60, 5, ladder);
  CHECK(ladder.share == 1);
  int rises = 0;
  float before = 1;
  for (double t = 0; t < 600;) {  // quick enough only with fewer pixels
    const double taken = ladder.share > 0.6F ? 0.08 : 1.0 / 60;
    StepLadder(taken, ladder);
    rises += ladder.share > before ? 1 : 0;
    before = ladder.share;
    t += taken;
  }
  CHECK(rises <= 8);
}
