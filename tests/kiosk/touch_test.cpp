// SPDX-License-Identifier: MIT
#include "kiosk/ui/touch.h"

#include "tests/support/catch.h"

namespace {

using kiosk::HitArea;
using kiosk::PointerEvent;
using kiosk::ScrollArea;
using kiosk::Touch;
using Kind = PointerEvent::Kind;

const std::vector<HitArea> kAreas = {
    {"a", {0, 0, 200, 100}, ""}, {"b", {0, 300, 200, 100}, "list"}, {"top", {50, 20, 40, 40}, ""}};
const std::vector<ScrollArea> kScrolls = {{"list", {0, 200, 400, 400}, 2000}};

struct Glass {
  Touch touch;
  double seconds = 0;
  void Do(Kind kind, float x, float y, std::int64_t finger = 1) {
    touch.Feed({kind, finger, {x, y}, seconds}, kAreas, kScrolls);
    seconds += 0.016;
  }
};

}  // namespace

TEST_CASE("a finger that goes down and up on a button taps it on release") {
  Glass glass;
  glass.Do(Kind::kDown, 150, 80);
  CHECK(glass.touch.Pressed() == "a");
  CHECK_FALSE(glass.touch.TakeTap().has_value());
  glass.Do(Kind::kUp, 152, 82);
  CHECK(glass.touch.TakeTap() == "a");
  CHECK_FALSE(glass.touch.TakeTap().has_value());
}

TEST_CASE("what lies on top takes the tap") {
  Glass glass;
  glass.Do(Kind::kDown, 60, 30);
  glass.Do(Kind::kUp, 60, 30);
  CHECK(glass.touch.TakeTap() == "top");
}

TEST_CASE("sliding off cancels, and sliding back does not bring it back") {
  Glass glass;
  glass.Do(Kind::kDown, 150, 80);
  glass.Do(Kind::kMove, 150, 170);
  CHECK(glass.touch.Pressed().empty());
  glass.Do(Kind::kMove, 150, 80);
  glass.Do(Kind::kUp, 150, 80);
  CHECK_FALSE(glass.touch.TakeTap().has_value());
}

TEST_CASE("a trembling finger still taps") {
  Glass glass;
  glass.Do(Kind::kDown, 100, 320);
  for (float d : {5.0f, -7.0f, 9.0f, -3.0f}) glass.Do(Kind::kMove, 100 + d, 320 + d);
  glass.Do(Kind::kUp, 103, 322);
  CHECK(glass.touch.TakeTap() == "b");
}

TEST_CASE("a second finger does nothing while the first is down") {
  Glass glass;
  glass.Do(Kind::kDown, 390, 10, 1);
  glass.Do(Kind::kDown, 150, 80, 2);
  glass.Do(Kind::kUp, 150, 80, 2);
  CHECK_FALSE(glass.touch.TakeTap().has_value());
  glass.Do(Kind::kUp, 390, 10, 1);
  CHECK_FALSE(glass.touch.TakeTap().has_value());
}

TEST_CASE("a drag scrolls the list under it and taps nothing") {
  Glass glass;
  glass.Do(Kind::kDown, 100, 350);
  for (int i = 1; i <= 10; ++i) glass.Do(Kind::kMove, 100, 350 - 10.0f * static_cast<float>(i));
  CHECK(glass.touch.Offset("list") > 70);
  glass.Do(Kind::kUp, 100, 250);
  CHECK_FALSE(glass.touch.TakeTap().has_value());
}

TEST_CASE("a fling glides on, slows down, stops, and never passes the end") {
  Glass glass;
  glass.Do(Kind::kDown, 100, 580);
  for (int i = 1; i <= 6; ++i) glass.Do(Kind::kMove, 100, 580 - 50.0f * static_cast<float>(i));
  glass.Do(Kind::kUp, 100, 280);
  const float released = glass.touch.Offset("list");
  CHECK(glass.touch.IsGliding());
  int steps = 0;
  while (glass.touch.Glide(glass.seconds += 0.016, kScrolls) && steps < 1000) ++steps;
  CHECK(steps < 300);
  CHECK(glass.touch.Offset("list") > released + 50);
  CHECK(glass.touch.Offset("list") <= 1600);
}

TEST_CASE("a finger that stops a moving list taps nothing") {
  Glass glass;
  glass.Do(Kind::kDown, 100, 580);
  for (int i = 1; i <= 6; ++i) glass.Do(Kind::kMove, 100, 580 - 50.0f * static_cast<float>(i));
  glass.Do(Kind::kUp, 100, 280);
  glass.touch.Glide(glass.seconds += 0.016, kScrolls);
  glass.Do(Kind::kDown, 100, 350);
  glass.Do(Kind::kUp, 100, 350);
  CHECK_FALSE(glass.touch.TakeTap().has_value());
}

TEST_CASE("a visitor's end forgets fingers, taps and scroll positions") {
  Glass glass;
  glass.touch.SetOffset("list", 300);
  glass.Do(Kind::kDown, 150, 80);
  glass.Do(Kind::kUp, 150, 80);
  glass.touch.Forget();
  CHECK(glass.touch.Offset("list") == 0);
  CHECK_FALSE(glass.touch.TakeTap().has_value());
}
