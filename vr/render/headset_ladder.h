// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace vr {

/// What a slow machine gives up so that no frame of a headset is late: first what
/// Renderer::SetQuality gives up, then pixels of the scene (never those of texts, which have a
/// layer of their own). It comes back slowly. Pure.
struct HeadsetLadder {
  int level = 0;                      ///< 0 (nothing given up) to kLowestLevel.
  std::int64_t frames = 0, late = 0;  ///< Since the last look.
  int calm = 0;                       ///< Looks in a row without a late frame.
  int patience = 20;                  ///< Of them before a step up.
  bool rose = false;                  ///< The last change was a step up.
};

inline constexpr int kLowestLevel = 6;

/// So many frames were handed in since the last call, and so many display times were missed.
void CountFrames(std::int64_t frames, std::int64_t late, HeadsetLadder& ladder);

[[nodiscard]] int QualityAt(int level);  ///< For Renderer::SetQuality.
[[nodiscard]] float ShareAt(int level);  ///< Of the width and height in pixels.

}  // namespace vr
