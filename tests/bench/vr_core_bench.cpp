// SPDX-License-Identifier: MIT
// What the trainer's rules cost a frame: the river played to its end by a scripted child at 90
// frames a second. Prints JSON: microseconds of Step and BuildScene together.
#include <chrono>
#include <cstdio>
#include <vector>

#include "tests/bench/whole_river.h"

int main() {
  std::vector<double> times;
  const bool ended = PlayWholeRiver(
      [&](const content::Scenario& scenario, const auto& input, vr::Run& run, vr::Scene& scene) {
        const auto begun = std::chrono::steady_clock::now();
        const auto effects = vr::Step(scenario, input, run);
        scene = vr::BuildScene(scenario, run);
        const std::chrono::duration<double, std::micro> taken =
            std::chrono::steady_clock::now() - begun;
        times.push_back(taken.count());
      });
  if (!ended) return 1;
  const Quantiles us = QuantilesOf(times);
  std::printf("{\"frames\": %zu, \"p50\": %.1f, \"p99\": %.1f, \"max\": %.1f}\n", times.size(),
              us.p50, us.p99, us.max);
  return 0;
}
