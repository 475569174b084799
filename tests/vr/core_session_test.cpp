// SPDX-License-Identifier: MIT
// Who may wear a headset, how strong it may be and how long.
#include "tests/support/catch.h"
#include "vr/core/session.h"

namespace {

using vr::AgeBand;
using vr::Maker;
using vr::Mode;

constexpr std::int64_t kMinute = 60 * 1'000'000LL;

vr::Screening Ask(AgeBand band, Maker maker, bool agrees = true) {
  vr::Screening screening;
  screening.band = band;
  screening.maker = maker;
  screening.guardian_agrees = agrees;
  return screening;
}

}  // namespace

TEST_CASE("The maker is known by the name that its runtime gives") {
  CHECK(vr::MakerOf("PICO 4") == Maker::kPico);
  CHECK(vr::MakerOf("Pico Neo 3") == Maker::kPico);
  CHECK(vr::MakerOf("Oculus Quest2") == Maker::kMeta);
  CHECK(vr::MakerOf("Meta Quest 3") == Maker::kMeta);
  CHECK(vr::MakerOf("Monado: Simulated HMD") == Maker::kOther);
  CHECK(vr::MakerOf("") == Maker::kNone);
}

TEST_CASE("No child wears a headset whose maker excludes it: PICO from 13, Meta from 10") {
  CHECK(vr::CheckStart(Ask(AgeBand::kThirteenUp, Maker::kPico)).mode == Mode::kHeadset);
  CHECK(vr::CheckStart(Ask(AgeBand::kTenToTwelve, Maker::kPico)).mode == Mode::kTogether);
  CHECK(vr::CheckStart(Ask(AgeBand::kTenToTwelve, Maker::kMeta)).mode == Mode::kHeadset);
  CHECK(vr::CheckStart(Ask(AgeBand::kSixToNine, Maker::kMeta)).mode == Mode::kTogether);
  CHECK(vr::CheckStart(Ask(AgeBand::kTenToTwelve, Maker::kOther)).mode == Mode::kTogether);
  CHECK(vr::CheckStart(Ask(AgeBand::kThirteenUp, Maker::kNone)).mode == Mode::kTogether);
}

TEST_CASE("Under 13 it takes a parent's consent, and every refusal says why in both languages") {
  const auto start = vr::CheckStart(Ask(AgeBand::kTenToTwelve, Maker::kMeta, false));
  CHECK(start.mode == Mode::kTogether);
  for (const AgeBand band : {AgeBand::kSixToNine, AgeBand::kTenToTwelve, AgeBand::kThirteenUp}) {
    for (const Maker maker : {Maker::kNone, Maker::kPico, Maker::kMeta, Maker::kOther}) {
      const auto one = vr::CheckStart(Ask(band, maker, false));
      CHECK((one.mode == Mode::kHeadset) == one.why.empty());
      CHECK(one.why.zh.empty() == one.why.en.empty());
    }
  }
}

TEST_CASE("The younger, the milder; whoever is unwell or afraid stays above water") {
  CHECK(vr::CheckStart(Ask(AgeBand::kSixToNine, Maker::kNone)).most_intensity == 1);
  CHECK(vr::CheckStart(Ask(AgeBand::kTenToTwelve, Maker::kNone)).most_intensity == 2);
  CHECK(vr::CheckStart(Ask(AgeBand::kThirteenUp, Maker::kPico)).most_intensity == 3);
  for (const bool unwell : {true, false}) {
    auto screening = Ask(AgeBand::kThirteenUp, Maker::kPico);
    screening.unwell = unwell;
    screening.loss_or_fear = !unwell;
    CHECK(vr::CheckStart(screening).most_intensity == 1);
    CHECK(vr::CheckStart(screening).mode == Mode::kTogether);
  }
}

TEST_CASE("Thirty minutes of wearing ask for ten minutes of rest, and short breaks do not count") {
  vr::Wearing wearing;
  std::int64_t now = 0;
  const auto wear = [&](std::int64_t minutes, bool worn) {
    for (std::int64_t i = 0; i < minutes * 6; ++i) {
      now += kMinute / 6;
      vr::StepWearing(now, worn, wearing);
    }
  };
  vr::StepWearing(now, true, wearing);
  wear(20, true);
  CHECK(vr::RestLeft(wearing) == 0);
  wear(5, false);
  wear(10, true);
  CHECK(vr::RestLeft(wearing) == 10 * kMinute);
  wear(4, false);
  CHECK(vr::RestLeft(wearing) == 6 * kMinute);
  wear(6, false);
  CHECK(vr::RestLeft(wearing) == 0);
  CHECK(wearing.worn_us == 0);
}

TEST_CASE("A clock that jumps back neither wears nor rests") {
  vr::Wearing wearing;
  vr::StepWearing(50 * kMinute, true, wearing);
  vr::StepWearing(10 * kMinute, true, wearing);
  CHECK(wearing.worn_us == 0);
}
