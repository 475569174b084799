// SPDX-License-Identifier: MIT
#include "vr/flat/ladder.h"

#include <algorithm>
#include <cmath>

namespace vr {
namespace {

// One stutter, such as a place that is loaded, is no slowness: a picture counts for this at most.
constexpr double kLongest = 0.25, kMostWeight = 0.1;
constexpr double kSmoothOver = 0.5;  // seconds
constexpr double kRest = 0.75;       // seconds in which a change shows what it is worth
constexpr double kMostPatience = 240;
constexpr int kLowest = 4;       // of Renderer::SetQuality
constexpr double kTooSoon = 20;  // a step up that has to be taken back within this was a mistake

void GoDown(Ladder& ladder) {
  if (ladder.share > kLeastShare) {
    // As many pixels as there is time for; the work goes with their square.
    const auto wanted = static_cast<float>(std::sqrt(kTooSlow / ladder.slow));
    ladder.share = std::max(kLeastShare, ladder.share * std::clamp(wanted, 0.5F, 0.85F));
  } else {
    ++ladder.quality;
  }
}

void GoUp(Ladder& ladder) {
  if (ladder.quality > 0) {
    --ladder.quality;
  } else {
    ladder.share = std::min(1.0F, ladder.share * 1.25F);
  }
}

}  // namespace

void StepLadder(double seconds, Ladder& ladder) {
  const double passed = std::clamp(seconds, 0.0, kLongest);
  if (ladder.slow <= 0) ladder.slow = std::min(passed, kTooSlow);
  ladder.slow +=
      (passed - ladder.slow) * std::min(kMostWeight, 1 - std::exp(-passed / kSmoothOver));
  ladder.since += passed;
  const bool can_fall = ladder.share > kLeastShare || ladder.quality < kLowest;
  const bool can_rise = ladder.share < 1 || ladder.quality > 0;
  if (ladder.slow > kTooSlow && can_fall && ladder.since >= kRest) {
    // Up and down again and again would be worse to look at than staying below.
    if (ladder.rose && ladder.since < kTooSoon) {
      ladder.patience = std::min(2 * ladder.patience, kMostPatience);
    }
    GoDown(ladder);
    ladder.rose = false;
  } else if (ladder.slow < kFastEnough && can_rise && ladder.since >= ladder.patience) {
    GoUp(ladder);
    ladder.rose = true;
  } else {
    return;
  }
  ladder.since = 0;
}

}  // namespace vr
