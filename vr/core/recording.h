// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "content/result.h"
#include "vr/core/input.h"
#include "vr/core/run.h"

namespace vr {

/// The inputs of one run, from which it can be played again. Nothing in it tells who it was: head
/// and hands as the runtime gave them, no sound, no name, and it is only ever made when the guide
/// or a test asks for it.
struct Recording {
  std::string scenario;  ///< Item id.
  Setup setup;
  std::vector<TrainerInput> inputs;
  bool operator==(const Recording&) const = default;
};

inline constexpr std::size_t kRecordingBytes = 64u << 20;
inline constexpr std::size_t kRecordingInputs = 600'000;  // 100 minutes at 100 Hz

/// Little-endian bytes: "mbvrrec1", the setup, then one record an input. Floats keep their bits.
[[nodiscard]] std::string FormatRecording(const Recording& recording);

/// Errors: recording.malformed, recording.too-large. Refuses what is not finite, times that run
/// back, unknown commands, and anything left over at the end.
[[nodiscard]] content::Result<Recording> ParseRecording(std::span<const std::uint8_t> bytes);

}  // namespace vr
