// SPDX-License-Identifier: MIT
// What the trainer's rules cost a frame: the river played to its end by a scripted child at 90
// frames a second. Prints JSON: microseconds of Step and BuildScene together.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include "tests/vr/child.h"

int main() {
  const content::Scenario& scenario = testing::ShippedScenario("river");
  testing::Habits habits;
  habits.errs = true;
  testing::Child child(habits);
  vr::Run run = vr::BeginRun(scenario, "safety.water.river",
                             {vr::Mode::kHeadset, vr::AgeBand::kThirteenUp, 3, 3});
  vr::Scene scene = vr::BuildScene(scenario, run);
  std::vector<double> times;
  for (int frame = 0; run.phase != vr::Phase::kEnded && frame < 90 * 900; ++frame) {
    const auto input = child.Act(scenario, run, scene, frame * 1'000'000LL / 90);
    const auto begun = std::chrono::steady_clock::now();
    const auto effects = vr::Step(scenario, input, run);
    scene = vr::BuildScene(scenario, run);
    const std::chrono::duration<double, std::micro> taken =
        std::chrono::steady_clock::now() - begun;
    times.push_back(taken.count());
  }
  if (!run.report.ended) return 1;
  std::sort(times.begin(), times.end());
  const auto at = [&times](double share) {
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
  };
  std::printf("{\"frames\": %zu, \"p50\": %.1f, \"p99\": %.1f, \"max\": %.1f}\n", times.size(),
              at(0.5), at(0.99), at(1));
  return 0;
}
