// SPDX-License-Identifier: MIT
// Water as physics has it. Every number stands beside its source: [S..] as in the pack
// drowning-prevention, "computed" from the formula by hand.
#include <cmath>

#include "content/limits.h"
#include "tests/support/catch.h"
#include "tests/vr/approx.h"
#include "tests/vr/child.h"
#include "vr/core/exact.h"
#include "vr/core/step.h"
#include "vr/core/water.h"

TEST_CASE("Sine, cosine, arc sine and e^x are the library's to thirteen digits") {
  for (int i = -4000; i <= 4000; ++i) {
    const double x = i * 0.0137;
    CHECK(std::abs(vr::Sin(x) - std::sin(x)) < 1e-13);
    CHECK(std::abs(vr::Cos(x) - std::cos(x)) < 1e-13);
    CHECK(vr::Exp(x) == Approx(std::exp(x)).epsilon(1e-13));
    const double y = i / 4000.0;
    CHECK(std::abs(vr::Asin(y) - std::asin(y)) < 1e-9);
  }
  CHECK(vr::Exp(-800) == 0);
  CHECK(std::abs(vr::Sin(1e4) - std::sin(1e4)) < 1e-12);
}

TEST_CASE("Waves on deep water: 1 m takes 0.80 s at 1.25 m/s, 5 m takes 1.79 s at 2.79 m/s") {
  // computed, w^2 = g k
  CHECK(vr::WavePeriod(1) == Approx(0.80).margin(0.005));
  CHECK(vr::WavePhaseSpeed(1) == Approx(1.25).margin(0.005));
  CHECK(vr::WavePeriod(5) == Approx(1.79).margin(0.005));
  CHECK(vr::WavePhaseSpeed(5) == Approx(2.79).margin(0.005));
}

TEST_CASE("The round window over a diver is 48.6 degrees to each side") {
  CHECK(vr::SnellHalfAngle() / vr::kDegree == Approx(48.6).margin(0.05));  // computed, asin(1/n)
}

TEST_CASE("Water seen straight down mirrors 2 in 100, at a glance all, from below all past 48.6") {
  CHECK(vr::FresnelReflectance(1, 1, vr::kWaterIndex) ==
        Approx(0.0204).margin(0.0001));  // computed
  CHECK(vr::FresnelReflectance(1, vr::kWaterIndex, 1) == Approx(0.0204).margin(0.0001));
  CHECK(vr::FresnelReflectance(0, 1, vr::kWaterIndex) == Approx(1));
  CHECK(vr::FresnelReflectance(vr::Cos(49 * vr::kDegree), vr::kWaterIndex, 1) == 1);
  CHECK(vr::FresnelReflectance(vr::Cos(48 * vr::kDegree), vr::kWaterIndex, 1) < 1);
  double last = 0;
  for (int degrees = 0; degrees <= 90; degrees += 10) {
    const double share = vr::FresnelReflectance(vr::Cos(degrees * vr::kDegree), 1, vr::kWaterIndex);
    CHECK(share >= last - 0.001);  // it hardly changes before 40 degrees
    last = share;
  }
}

TEST_CASE("Light is lost by 1.45 to 1.7 over the depth at which a white disc is lost to sight") {
  const vr::Attenuation river = vr::AttenuationFromSecchi(0.5);
  CHECK(river.low == Approx(2.9));   // 1.45/d, aquatext.com/tables/extinc [S112]
  CHECK(river.high == Approx(3.4));  // 1.7/d, Poole and Atkins 1929
  CHECK(river.low < river.middle);
  CHECK(river.middle < river.high);
  // At that depth between 18 and 24 in 100 of the light are left.
  CHECK(vr::Transmittance(river.low, 0.5) == Approx(std::exp(-1.45)));
  CHECK(vr::Transmittance(river.high, 0.5) == Approx(std::exp(-1.7)));
  CHECK(vr::Transmittance(river.middle, 0) == 1);
}

TEST_CASE("Clear water takes red first, murky water blue, and both lose what their depth says") {
  const auto colour = [](double secchi) {
    content::Water water;
    water.secchi_m = secchi;
    return vr::ColourOf(water);
  };
  const auto river = colour(0.5);
  CHECK(river.blue > river.green);
  CHECK((river.red + river.green + river.blue) / 3 ==
        Approx(vr::AttenuationFromSecchi(0.5).middle).epsilon(0.001));
  const auto quarry = colour(8);
  CHECK(quarry.red > quarry.green);
  CHECK(quarry.red > quarry.blue);
}

TEST_CASE("Moving water pushes a person with 62, 250, 562 and 1000 newtons") {
  // computed, F = 1/2 rho Cd A v^2 with A = 0.5 m^2 and Cd = 1
  for (const auto& [speed, newtons] : {std::pair{0.5, 62.0}, std::pair{1.0, 250.0},
                                       std::pair{1.5, 562.0}, std::pair{2.0, 1000.0}}) {
    CHECK(vr::DragForce(speed, 0.5, 1) == Approx(newtons).margin(0.6));
  }
}

TEST_CASE("In twenty seconds a metre a second carries as far as no throw line reaches") {
  CHECK(vr::Drift(1, vr::kDrowningSecondsChild) == 20);  // computed
  CHECK(vr::Drift(1, vr::kDrowningSecondsChild) > content::limits::kThrowMetres);
}

TEST_CASE("A body of fat floats, one of muscle sinks, and clothes lift before they weigh") {
  CHECK(vr::BodyDensity(1) == 900);   // [S118]
  CHECK(vr::BodyDensity(0) == 1060);  // [S118]
  CHECK(vr::FloatingShare(900) == Approx(0.1));
  CHECK(vr::FloatingShare(1060) == 0);
  CHECK(vr::Buoyancy(60, 60 / 1000.0) == Approx(0).margin(1e-9));
  CHECK(vr::Buoyancy(1, 0.002) == Approx(9.81));  // Archimedes: a litre more than its weight
  using vr::Clothes;
  const double bare = vr::ClothedUpwardForce(Clothes::kSwimwear);
  CHECK(bare == 61);                                       // N [S13]
  CHECK(vr::ClothedUpwardForce(Clothes::kSummer) == 68);   // [S13]
  CHECK(vr::ClothedUpwardForce(Clothes::kSpring) == 87);   // [S13]
  CHECK(vr::ClothedUpwardForce(Clothes::kWinter) == 105);  // [S13]
  // The same measurements as differences: +7, +25, +45 N [S116], rounded by their authors.
  CHECK(vr::ClothedUpwardForce(Clothes::kSummer) - bare == Approx(7).margin(1));
  CHECK(vr::ClothedUpwardForce(Clothes::kSpring) - bare == Approx(25).margin(1));
  CHECK(vr::ClothedUpwardForce(Clothes::kWinter) - bare == Approx(45).margin(1));
}

TEST_CASE("Cold takes the breath below 25 degrees, most at 10, and goes on in phases") {
  CHECK(vr::ColdShock(25) == 0);  // [S68]
  CHECK(vr::ColdShock(10) == 1);  // [S68]
  CHECK(vr::ColdShock(4) == 1);
  CHECK(vr::ColdShock(vr::kColdShockBelow) > 0.6);  // RNLI: below 15 degrees [S12]
  using vr::ColdPhase;
  CHECK(vr::ColdPhaseAt(12, 60) == ColdPhase::kShock);                // 0 to 2 min [S70]
  CHECK(vr::ColdPhaseAt(12, 10 * 60) == ColdPhase::kLossOfFunction);  // from 2 min [S70]
  CHECK(vr::ColdPhaseAt(12, 31 * 60) == ColdPhase::kHypothermia);     // past 30 min [S70]
  CHECK(vr::ColdPhaseAt(26, 60) == ColdPhase::kNone);
}

TEST_CASE("The places keep to what their texts and the numbers say") {
  // The quarry is cold by the RNLI's measure, the river in July is not.
  CHECK(testing::ShippedScenario("quarry").place.water.temperature_c < vr::kColdShockBelow);
  CHECK(vr::ColdShock(testing::ShippedScenario("river").place.water.temperature_c) == 0);
  // "He is over ten metres away, the pole about eight: too short."
  const content::Scenario& river = testing::ShippedScenario("river");
  const vr::Run run = testing::RunAt(river, "in-order", "tool");
  for (const vr::Acting& acting : run.acting) {
    if (acting.now.figure != "silent") continue;
    const double far = vr::FlatLength(vr::ToVec(acting.now.at) - run.anchor);
    CHECK(far > 10);
    CHECK(far > vr::kRescuePoleMetres);
  }
  // What one throws and draws in takes less than an untrained thrower's 35 s [S08].
  CHECK(vr::kTrainedChildSeconds < vr::kUntrainedThrowSeconds);
}
