// SPDX-License-Identifier: MIT
#pragma once

#include "content/envelope.h"

namespace content {

/// The message under judgement, drawn on the device that would have shown it. Every sample wears
/// the watermark "教学模拟 / Training sample"; the kiosk draws it, packs cannot leave it out.
struct Sample {
  Channel surface = Channel::kSms;
  Text sender;  ///< Who it claims to be from, as the device would show it.
  Text body;    ///< For quiz: the whole text. Empty in a spot, whose segments are the text.
  Text note;    ///< What surrounds it: "found inside the shop's app"; may be empty.
};

}  // namespace content
