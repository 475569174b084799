// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "content/quiz.h"

namespace content {

/// A question that stops the film.
struct VideoQuestion {
  std::string id;
  double at_seconds = 0;
  Text stem;
  std::vector<Choice> choices;
};

struct Video {
  MediaPath file;  ///< WebM or MP4 with a codec on the list of FORMAT.md.
  double duration_seconds = 0;
  Picture poster;
  MediaPath captions_zh, captions_en;    ///< WebVTT.
  std::vector<VideoQuestion> questions;  ///< In order of time.
  Text summary;
  Text takeaway;
  std::string next;  ///< Item to offer at the end; may be empty.
};

}  // namespace content
