// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <limits>

#include "kiosk/core/rules.h"

namespace kiosk {
namespace {

bool OnAttract(const State& state) { return std::holds_alternative<AttractScreen>(state.screen); }

/// When the present screen itself needs a Ticked.
double ScreenDeadline(const State& state) {
  const double never = std::numeric_limits<double>::infinity();
  if (IsStaff(state.screen)) return StaffDeadline(state);
  if (const auto* attract = std::get_if<AttractScreen>(&state.screen)) {
    // Whoever answered or chose a language here may walk on without a word.
    return state.visit.number != 0 ? state.last_touch + kMicroRoundSeconds : attract->until;
  }
  const auto* chat = std::get_if<ChatScreen>(&state.screen);
  return chat != nullptr && chat->typing ? chat->next_at : never;
}

double IdleDeadline(const State& state) {
  if (state.visit.number == 0 || OnAttract(state)) return std::numeric_limits<double>::infinity();
  if (!state.asked_at) return state.last_touch + kIdleSeconds;
  const double passed = std::floor(state.updated_at - *state.asked_at + 1e-6);
  return *state.asked_at + std::clamp(passed + 1, 1.0, kCountdownSeconds);
}

}  // namespace

void KeepVisit(Turn& turn) {
  turn.state.last_touch = turn.now.seconds;
  turn.state.asked_at.reset();
}

void OnAnywhere(Turn& turn, const Ticked&) {
  State& state = turn.state;
  if (state.visit.number == 0 || OnAttract(state)) return;
  if (state.asked_at) {
    if (IsDue(*state.asked_at + kCountdownSeconds, turn.now)) EndVisit(turn, Parting::kIdle);
  } else if (IsDue(state.last_touch + kIdleSeconds, turn.now)) {
    state.asked_at = turn.now.seconds;
  }
}

std::optional<double> NextDeadline(const State& state) {
  const double next = std::min(ScreenDeadline(state), IdleDeadline(state));
  if (!std::isfinite(next)) return std::nullopt;
  return next;
}

std::optional<int> CountdownLeft(const State& state, const Now& now) {
  if (!state.asked_at) return std::nullopt;
  const double left = *state.asked_at + kCountdownSeconds - now.seconds;
  return static_cast<int>(std::ceil(std::clamp(left - 1e-6, 0.0, kCountdownSeconds)));
}

}  // namespace kiosk
