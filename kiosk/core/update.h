// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "kiosk/core/event.h"
#include "kiosk/core/state.h"

namespace kiosk {

inline constexpr double kIdleSeconds = 60;  ///< Without touch until the question.
inline constexpr double kCountdownSeconds =
    20;  ///< The question stands (WCAG 2.2.1: at least 20 s).
inline constexpr std::size_t kRoundItems = 6;
inline constexpr double kMicroRoundSeconds = 20;

/// The only function that changes the state. Pure: same arguments, same result.
[[nodiscard]] std::vector<Effect> Update(State& state, const Event& event,
                                         const content::Catalog& catalog, const Now& now);

/// When Update must see a Ticked at the latest, in seconds of Now; absent while nothing is due.
[[nodiscard]] std::optional<double> NextDeadline(const State& state);

/// Seconds left of the countdown, or absent when nobody is asked.
[[nodiscard]] std::optional<int> CountdownLeft(const State& state, const Now& now);

/// Whether the screen is one of staff: nothing on it is a visit, no visitor's event acts on it.
[[nodiscard]] bool IsStaff(const Screen& screen);
/// Whether the pad takes digits: a PIN is configured, none is being checked, no delay runs.
[[nodiscard]] bool CanType(const State& state, const PinScreen& screen, const Now& now);
/// Seconds until the PIN pad goes on, or absent when it need not wait.
[[nodiscard]] std::optional<int> PinSecondsLeft(const State& state, const Now& now);
/// Seconds left of the time for cleaning, or absent.
[[nodiscard]] std::optional<int> CleaningSecondsLeft(const State& state, const Now& now);

/// The room an item belongs to, by kind and topic.
[[nodiscard]] Room RoomOf(const content::Envelope& envelope);

/// Items of a round: 6 of the pool, of several topics and channels, unseen first. Of messages to
/// judge scams and genuine ones are about half each.
[[nodiscard]] std::vector<content::ItemRef> DrawRound(const content::Catalog& catalog,
                                                      const RoundPool& pool,
                                                      const std::vector<std::string>& seen,
                                                      content::Date today, std::mt19937& random);

/// The sets of questions that a room offers: for each audience with enough messages to judge; in
/// other rooms all of its questions, and topics of them with enough.
[[nodiscard]] std::vector<RoundPool> RoundsOf(const content::Catalog& catalog, Room room,
                                              content::Date today);
/// Whether an item can be drawn from `pool`.
[[nodiscard]] bool IsInPool(const content::Envelope& envelope, const RoundPool& pool,
                            content::Date today);

}  // namespace kiosk
