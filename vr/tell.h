// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "vr/trainer.h"
#include "vr/xr/headset.h"

namespace vr {

/// What the trainer shows and knows, as one line of JSON: for whoever runs it without a window
/// (--headless). Names are those of guide.h, run.h and headset.h. `t` and what counts frames
/// change all the time; everything before them only when something happens.
struct Told {
  std::string still;   ///< Changes only when something happens.
  std::string moving;  ///< Times and counts.
  [[nodiscard]] std::string Line() const { return "{" + still + "," + moving + "}"; }
};
/// `frames_at_word`: frames when the guide's last word was taken.
[[nodiscard]] Told TellOf(const Trainer& trainer, const xr::HeadsetStatus& headset, double seconds,
                          std::int64_t frames_at_word);

/// A guide's word from a line such as "calm", "next", "intensity 2": the way in of --headless.
[[nodiscard]] std::optional<GuideRequest> RequestOf(const std::string& line);

}  // namespace vr
