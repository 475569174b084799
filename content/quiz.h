// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "content/sample.h"

namespace content {

/// One answer of a question. `says` is what choosing it takes the message for; it feeds d' and c.
struct Choice {
  std::string id;
  Text text;
  bool correct = false;
  std::optional<Signal>
      says;       ///< kScam or kGenuine; set on every choice when the item has a signal.
  Text feedback;  ///< What was seen in this answer; never only right or wrong.
};

/// A question with choices. `multiple` asks for all that are right; else exactly one is.
/// `judge` is the short form "real or scam?" with two choices, fit for the attract loop.
struct Quiz {
  bool multiple = false;
  bool judge = false;
  std::optional<Sample> sample;
  std::optional<Picture> picture;
  Text stem;
  std::vector<Choice> choices;
  Text explanation;  ///< Why it matters.
  Text takeaway;     ///< One line to remember: what to do.
};

}  // namespace content
