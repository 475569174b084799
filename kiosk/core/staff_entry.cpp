// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "kiosk/core/rules.h"

namespace kiosk {
namespace {

/// Which of the two corners, in the order in which they are pressed; -1 elsewhere.
int CornerAt(const FingerPlace& at) {
  if (at.width <= 0 || at.y < 0 || at.y >= kCornerSide) return -1;
  if (at.x >= 0 && at.x < kCornerSide) return 0;
  return at.x > at.width - kCornerSide && at.x <= at.width ? 1 : -1;
}

bool IsOpenToStaff(const State& state) {
  return std::holds_alternative<AttractScreen>(state.screen) && state.visit.number == 0;
}

void OpenPin(Turn& turn) {
  const auto& attract = std::get<AttractScreen>(turn.state.screen);
  if (attract.playing) turn.Do(StopVideo{});
  turn.state.visit.settings = turn.state.defaults;
  KeepVisit(turn);  // the half minute begins when the pad is seen, not when the finger came down
  turn.state.screen = PinScreen{};
}

}  // namespace

void OnAnywhere(Turn& turn, const Touched& event) {
  CornerPress& press = turn.state.staff.corner;
  const bool alone = !press.finger;
  const bool in_time = press.held == 0 || !IsDue(press.lifted_at + kCornerPause, turn.now);
  const int corner = CornerAt(event.at);
  const int held = in_time ? press.held : 0;
  press = {};
  if (!alone || !IsOpenToStaff(turn.state) || corner != held) return;
  press.held = held;
  press.finger = event.at.finger;
  press.down_at = turn.now.seconds;
}

void OnAnywhere(Turn& turn, const FingerMoved& event) {
  CornerPress& press = turn.state.staff.corner;
  if (press.finger == event.at.finger && CornerAt(event.at) != press.held) press = {};
}

void OnAnywhere(Turn& turn, const FingerLifted& event) {
  CornerPress& press = turn.state.staff.corner;
  if (press.finger != event.at.finger) return;
  const double seconds = turn.now.seconds - press.down_at;
  const bool held = seconds >= kCornerSeconds && seconds <= kCornerMost;
  if (!held || !IsOpenToStaff(turn.state)) {
    press = {};
    return;
  }
  turn.Do(DropTouch{});  // or the lifting would begin a visit
  press.finger.reset();
  press.lifted_at = turn.now.seconds;
  if (++press.held < 2) return;
  press = {};
  OpenPin(turn);
}

double PinDelay(int failures) {
  constexpr std::array<double, 5> kDelays = {5, 15, 60, 300, 900};
  if (failures <= 0) return 0;
  return kDelays[std::min<std::size_t>(static_cast<std::size_t>(failures), kDelays.size()) - 1];
}

PinLock LockAtStart(int failures, double now_seconds) {
  return {failures, now_seconds + PinDelay(failures)};
}

void On(Turn& turn, PinScreen& screen, const DigitTapped& event) {
  if (!CanType(turn.state, screen, turn.now)) return;
  if (event.digit < 0 || event.digit > 9 || screen.digits.size() >= kPinMost) return;
  screen.wrong = false;
  screen.digits += static_cast<char>('0' + event.digit);
}

void On(Turn& turn, PinScreen& screen, const DigitErased&) {
  if (CanType(turn.state, screen, turn.now) && !screen.digits.empty()) screen.digits.pop_back();
}

// The try is counted, and its delay begun, before anybody knows whether it is right: neither
// leaving the pad nor pulling the plug takes it back.
void On(Turn& turn, PinScreen& screen, const PinEntered&) {
  if (!CanType(turn.state, screen, turn.now) || screen.digits.size() < kPinLeast) return;
  PinLock& lock = turn.state.staff.lock;
  lock = LockAtStart(lock.failures + 1, turn.now.seconds);
  screen.step = PinScreen::Step::kCounting;
  turn.Do(CountTry{lock.failures});
}

void On(Turn& turn, PinScreen& screen, const TryCounted& event) {
  if (screen.step != PinScreen::Step::kCounting) return;
  if (event.kept) {
    screen.step = PinScreen::Step::kChecking;
    turn.Do(VerifyPin{screen.digits});
    return;
  }
  screen.step = PinScreen::Step::kHolding;
  screen.verify_at = turn.now.seconds + kUncountedSeconds;
  turn.state.staff.lock.until += kUncountedSeconds;
}

void On(Turn& turn, PinScreen& screen, const PinVerified& event) {
  if (screen.step != PinScreen::Step::kChecking) return;
  if (!event.right) {
    screen = PinScreen{};
    screen.wrong = true;
    return;
  }
  turn.state.staff.lock = {};
  turn.Do(CountTry{0});
  OpenStaff(turn);
}

void On(Turn& turn, PinScreen& screen, const Ticked&) {
  if (screen.step == PinScreen::Step::kHolding && IsDue(screen.verify_at, turn.now)) {
    screen.step = PinScreen::Step::kChecking;
    turn.Do(VerifyPin{screen.digits});
  }
  const bool quiet = IsDue(turn.state.last_touch + kPinIdleSeconds, turn.now);
  if (quiet && screen.step == PinScreen::Step::kTyping) EndStaff(turn);
}

void On(Turn& turn, PinScreen&, const BackTapped&) { EndStaff(turn); }
void On(Turn& turn, PinScreen&, const LeaveTapped&) { EndStaff(turn); }

bool CanType(const State& state, const PinScreen& screen, const Now& now) {
  return state.staff.has_pin && screen.step == PinScreen::Step::kTyping &&
         IsDue(state.staff.lock.until, now);
}

std::optional<int> PinSecondsLeft(const State& state, const Now& now) {
  const auto* screen = std::get_if<PinScreen>(&state.screen);
  if (screen == nullptr || !state.staff.has_pin) return std::nullopt;
  if (screen->step == PinScreen::Step::kHolding) {
    return WholeSecondsLeft(screen->verify_at, now.seconds);
  }
  if (screen->step != PinScreen::Step::kTyping || IsDue(state.staff.lock.until, now)) {
    return std::nullopt;
  }
  return WholeSecondsLeft(state.staff.lock.until, now.seconds);
}

}  // namespace kiosk
