// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/result.h"

namespace content {

/// One caption, shown while from <= t < until (seconds). Plain text, lines separated by '\n'.
struct Cue {
  double from = 0;
  double until = 0;
  std::string text;
};

/// Reads WebVTT (https://www.w3.org/TR/webvtt1/): tags are stripped, settings, NOTE, STYLE and
/// REGION ignored; times must be in order and not overlap. `where` of an error is "line N".
[[nodiscard]] Result<std::vector<Cue>> ParseCaptions(std::string_view webvtt);

/// nullptr when nothing is said at `seconds`.
[[nodiscard]] const Cue* FindCue(const std::vector<Cue>& cues, double seconds);

}  // namespace content
