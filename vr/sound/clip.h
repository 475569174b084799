// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "content/result.h"

namespace vr {

/// A sound in memory: one channel, 16 bit.
struct Clip {
  int rate = 48000;  ///< Samples a second.
  std::vector<std::int16_t> samples;
  [[nodiscard]] double Seconds() const {
    return static_cast<double>(samples.size()) / static_cast<double>(rate);
  }
};

inline constexpr double kLongestClip = 120;  // s; a narration is one caption

/// Decodes what packs may bring for the ear: WAV, or Opus in Ogg. Several channels become one.
/// Errors: sound.unreadable, sound.too-long.
[[nodiscard]] content::Result<Clip> DecodeClip(std::span<const std::uint8_t> bytes);

}  // namespace vr
