// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <variant>

#include "content/card.h"
#include "content/chat.h"
#include "content/checklist.h"
#include "content/directory.h"
#include "content/envelope.h"
#include "content/quiz.h"
#include "content/report.h"
#include "content/result.h"
#include "content/scenario.h"
#include "content/spot.h"
#include "content/survey.h"
#include "content/video.h"

namespace content {

/// The body's alternatives stand in the order of Kind.
using Body =
    std::variant<Quiz, Spot, Chat, Video, Checklist, Card, Report, Directory, Survey, Scenario>;

struct Item {
  Envelope envelope;
  Body body;
};

/// Reads one item from canonical JSON. `where` of an error is a JSON pointer ("/choices/2/text").
/// Checks types, names, and every limit of FORMAT.md, so that what comes back is safe to show.
[[nodiscard]] Result<Item> ParseItem(std::string_view json);

/// All that ParseItem would refuse, not only the first; empty when it would accept.
[[nodiscard]] Problems FindItemProblems(std::string_view json);

}  // namespace content
