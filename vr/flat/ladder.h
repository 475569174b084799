// SPDX-License-Identifier: MIT
#pragma once

namespace vr {

/// What a slow laptop gives up so that the picture keeps moving: pixels first (never those of
/// texts, which are drawn over it in full), then water and bubbles (Renderer::SetQuality). What was
/// given up comes back when pictures have been quick for a while. Pure.
struct Ladder {
  float share = 1;      ///< Of the width and height in pixels that the scene is drawn with.
  int quality = 0;      ///< Of Renderer::SetQuality.
  double slow = 0;      ///< Seconds that a picture takes, smoothed.
  double since = 0;     ///< Seconds since the last change.
  double patience = 15;  ///< Seconds of quick pictures before the next step up.
  bool rose = false;    ///< The last change was a step up.
};

/// One picture came `seconds` after the one before.
void StepLadder(double seconds, Ladder& ladder);

inline constexpr double kTooSlow = 1.0 / 24, kFastEnough = 1.0 / 45;
inline constexpr float kLeastShare = 0.4F;

}  // namespace vr
