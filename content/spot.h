// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "content/sample.h"

namespace content {

/// A tappable piece of the message, or with a picture a rectangle on it.
struct Segment {
  std::string id;
  Text text;          ///< Piece of the message; with a picture, the name of the region.
  bool flag = false;  ///< A red flag to be found.
  Text why;
  float x = 0, y = 0, w = 0, h = 0;  ///< Region in the picture, 0..1 of its size; unused for text.
};

/// Find the red flags. A genuine message has none: "nothing suspicious" is then the right answer.
/// Without a signal it is no message but a picture whose dangers are to be found.
struct Spot {
  Text instruction;
  Sample sample;  ///< Empty when dangers are to be found.
  std::optional<Picture> picture;  ///< When set, segments are regions of it.
  std::vector<Segment> segments;
  Text explanation;
  Text takeaway;
};

}  // namespace content
