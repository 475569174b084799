// SPDX-License-Identifier: MIT
#include "kiosk/core/rules.h"

namespace kiosk {
namespace {

/// The player holds one film: one that will be returned to later goes on from its poster.
void InterruptFilm(Turn& turn, Screen& screen) {
  auto* film = std::get_if<VideoScreen>(&screen);
  if (film == nullptr || !film->started) return;
  turn.Do(StopVideo{});
  film->started = film->playing = film->at_end = false;
  film->question = -1;
  if (film->ended) film->position = 0;
  film->ended = false;
}

/// For the emergency a film only waits: the visitor comes back to the same picture.
void PauseFilm(Turn& turn, Screen& screen) {
  auto* film = std::get_if<VideoScreen>(&screen);
  if (film == nullptr || !film->playing) return;
  film->playing = false;
  turn.Do(SetVideoPaused{true});
}

void LeaveAttract(Turn& turn) {
  BeginVisit(turn);
  const auto* attract = std::get_if<AttractScreen>(&turn.state.screen);
  if (attract != nullptr && attract->playing) turn.Do(StopVideo{});
}

void Remember(Turn& turn) {
  auto& back = turn.state.visit.back;
  if (back.size() == kBackDepth) {
    SettleScreen(turn, back.front());
    back.erase(back.begin());  // The oldest is the home screen, where an empty stack leads anyway.
  }
  back.push_back(std::move(turn.state.screen));
}

}  // namespace

void Hush(Turn& turn) {
  if (!turn.state.narrating) return;
  turn.state.narrating = false;
  turn.Do(StopNarration{});
}

void SettleScreen(Turn& turn, Screen& screen) {
  if (const auto* round = std::get_if<RoundScreen>(&screen)) {
    // A single question opened by itself is no round, see round.cpp.
    if (round->items.size() > 1) turn.Note(content::EventKind::kRoundLeft);
  } else if (auto* film = std::get_if<VideoScreen>(&screen)) {
    CloseFilm(turn, *film);
    if (film->started) turn.Do(StopVideo{});
    film->started = film->playing = false;
  }
}

void GoTo(Turn& turn, Screen next) {
  LeaveAttract(turn);
  Hush(turn);
  turn.state.notice.reset();
  Screen& present = turn.state.screen;
  if (std::holds_alternative<EmergencyScreen>(next)) {
    PauseFilm(turn, present);
  } else {
    InterruptFilm(turn, present);
    for (Screen& earlier : turn.state.visit.back) InterruptFilm(turn, earlier);
  }
  if (!std::holds_alternative<AttractScreen>(present)) Remember(turn);
  present = std::move(next);
}

void GoInstead(Turn& turn, Screen next) {
  LeaveAttract(turn);
  Hush(turn);
  turn.state.notice.reset();
  SettleScreen(turn, turn.state.screen);
  turn.state.screen = std::move(next);
}

void GoBack(Turn& turn) {
  auto& back = turn.state.visit.back;
  if (back.empty()) {
    GoInstead(turn, HomeScreen{});
    return;
  }
  Screen previous = std::move(back.back());
  back.pop_back();
  GoInstead(turn, std::move(previous));
}

void GoHome(Turn& turn) {
  for (Screen& screen : turn.state.visit.back) SettleScreen(turn, screen);
  turn.state.visit.back.clear();
  GoInstead(turn, HomeScreen{});
}

void OnAnywhere(Turn& turn, const HomeTapped&) { GoHome(turn); }

void OnAnywhere(Turn& turn, const BackTapped&) {
  if (std::holds_alternative<AttractScreen>(turn.state.screen) ||
      std::holds_alternative<HomeScreen>(turn.state.screen)) {
    return;
  }
  GoBack(turn);
}

}  // namespace kiosk
