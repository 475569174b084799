// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "content/envelope.h"

namespace content {

struct HotLine {
  std::string number;  ///< Digits as dialled.
  Text label;
};

/// One numbered step: what to do, and how.
struct Step {
  Text title;
  std::vector<Text> lines;
};

/// Poster, sticker or leaflet in one: a headline, at most three lines, one action. Where the
/// order matters it also has steps; the emergency card (topic "emergency.just_sent_money") has both
/// steps and numbers, and a screen of its own.
struct Card {
  Text headline;
  std::vector<Text> lines;
  Text action;
  Text footer;
  std::optional<Picture> picture;
  std::vector<HotLine> numbers;
  std::vector<Step> steps;
  std::vector<std::string> placement;  ///< parcel, water_barrel, tableware, lobby_screen, ...
};

inline constexpr const char* kEmergencyTopic = "emergency.just_sent_money";

}  // namespace content
