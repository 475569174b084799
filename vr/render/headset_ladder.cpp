// SPDX-License-Identifier: MIT
#include "vr/render/headset_ladder.h"

#include <algorithm>
#include <array>

#include "vr/render/renderer.h"

namespace vr {
namespace {

constexpr std::int64_t kLookFrames = 90;
constexpr std::int64_t kMostLate = kLookFrames / 20;  // more, and the look is over
constexpr int kTooSoon = 20;  // looks: a step up taken back within them was a mistake
constexpr int kMostPatience = 320;
constexpr std::array<float, kLowestLevel - kLowestQuality + 1> kShares = {1, 0.7F, 0.5F};

}  // namespace

void CountFrames(std::int64_t frames, std::int64_t late, HeadsetLadder& ladder) {
  ladder.frames += frames;
  ladder.late += late;
  if (ladder.frames < kLookFrames && ladder.late <= kMostLate) return;
  const bool slow = ladder.late > kMostLate;
  const int steps = 2 * ladder.late >= ladder.frames ? 2 : 1;  // far from it: make haste
  ladder.calm = ladder.late == 0 ? ladder.calm + 1 : 0;
  ladder.frames = ladder.late = 0;
  if (slow && ladder.level < kLowestLevel) {
    // Up and down again and again would be worse than staying below.
    if (ladder.rose) ladder.patience = std::min(2 * ladder.patience, kMostPatience);
    ladder.level = std::min(ladder.level + steps, kLowestLevel);
    ladder.rose = false;
  } else if (ladder.calm >= ladder.patience && ladder.level > 0) {
    --ladder.level;
    ladder.rose = true;
    ladder.calm = 0;
  } else if (ladder.calm >= kTooSoon) {
    ladder.rose = false;
  }
}

int QualityAt(int level) { return std::min(level, kLowestQuality); }

float ShareAt(int level) {
  return kShares[static_cast<std::size_t>(std::clamp(level, kLowestQuality, kLowestLevel) -
                                          kLowestQuality)];
}

}  // namespace vr
