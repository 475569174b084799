// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "tests/vr/child.h"

/// What the trainer's benches measure: the river played to its end by a child that errs, at 90
/// frames a second. `frame(scenario, input, run, scene)` steps the run and builds its scene. False
/// when the run did not end.
template <typename Frame>
bool PlayWholeRiver(Frame&& frame) {
  constexpr int kRate = 90, kLongestSeconds = 900;
  const content::Scenario& scenario = testing::ShippedScenario("river");
  testing::Habits habits;
  habits.errs = true;
  testing::Child child(habits);
  vr::Run run = vr::BeginRun(scenario, "safety.water.river",
                             {vr::Mode::kHeadset, vr::AgeBand::kThirteenUp, 3, 3});
  vr::Scene scene = vr::BuildScene(scenario, run);
  for (std::int64_t i = 0; run.phase != vr::Phase::kEnded && i < kRate * kLongestSeconds; ++i) {
    const auto input = child.Act(scenario, run, scene, i * 1'000'000 / kRate);
    frame(scenario, input, run, scene);
  }
  return run.report.ended;
}

/// The median, a high one and the most of what was measured.
struct Quantiles {
  double p50 = 0, p99 = 0, max = 0;
};
inline Quantiles QuantilesOf(std::vector<double> values) {
  std::ranges::sort(values);
  const auto at = [&values](double share) {
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
  };
  return {at(0.5), at(0.99), at(1)};
}
