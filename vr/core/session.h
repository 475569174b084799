// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

#include "content/text.h"

namespace vr {

// Who may wear which headset, how long, and how strong it may be. Rules, not advice: the guide's
// window starts a run only through CheckStart.

/// The child's age in bands, which is all that is ever asked.
enum class AgeBand : std::uint8_t { kSixToNine, kTenToTwelve, kThirteenUp };
[[nodiscard]] constexpr int YoungestOf(AgeBand band) {
  return band == AgeBand::kSixToNine ? 6 : band == AgeBand::kTenToTwelve ? 10 : 13;
}

enum class Mode : std::uint8_t { kHeadset, kTogether };

enum class Maker { kNone, kPico, kMeta, kOther };
/// From the runtime's name of the system: "PICO 4", "Meta Quest 3", "Oculus Quest2"; kNone when it
/// is empty.
[[nodiscard]] Maker MakerOf(std::string_view system_name);

/// Youngest age that the maker allows: PICO 13 (health notice of 2024-09-01), Meta 10 with an
/// account that parents manage; 13 where we have not read the notice.
[[nodiscard]] int YoungestAge(Maker maker);

/// Head never under; 5 s; 10 to 12 s. Under 10 years 1, under 13 at most 2.
[[nodiscard]] int MostIntensity(AgeBand band);

/// What the officer asked before the start.
struct Screening {
  AgeBand band = AgeBand::kTenToTwelve;
  Maker maker = Maker::kNone;
  bool unwell = false;        ///< Epilepsy, illness, sight, heart, pregnancy (PICO's list).
  bool loss_or_fear = false;  ///< A drowning in the family, strong fear of water, or no wish to.
  bool guardian_agrees = false;
};

struct Start {
  Mode mode = Mode::kTogether;
  int most_intensity = 1;
  content::Text why;  ///< Why not the headset; empty when it may be worn.
};
[[nodiscard]] Start CheckStart(const Screening& screening);

// PICO's health notice: at most 30 min a wearing, then at least 10 min without.
inline constexpr std::int64_t kLongestWearUs = 30 * 60 * 1'000'000LL;
inline constexpr std::int64_t kLeastRestUs = 10 * 60 * 1'000'000LL;
// Ours: a run takes 4 to 6 minutes; it warns after 8 and ends after 10.
inline constexpr std::int64_t kWarnAfterUs = 8 * 60 * 1'000'000LL;
inline constexpr std::int64_t kEndAfterUs = 10 * 60 * 1'000'000LL;

/// How long one child has worn the headset. The next child begins a new one.
struct Wearing {
  std::int64_t last_us = -1;
  std::int64_t worn_us = 0;  ///< Since the last full rest.
  std::int64_t rest_us = 0;  ///< Without it, since it came off.
};
/// Counts on; time runs whether or not a scenario does.
void StepWearing(std::int64_t now_us, bool worn, Wearing& wearing);
/// How long the child must still rest before the headset may be worn again; 0 when it may.
[[nodiscard]] std::int64_t RestLeft(const Wearing& wearing);

}  // namespace vr
