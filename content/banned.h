// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "content/result.h"
#include "content/texts.h"

namespace content {

/// What no pack may say. `phrase` is looked for in the text of `language`, without regard to case;
/// with `with` it counts only beside that second phrase.
struct BannedPhrase {
  const char* code;
  Language language;
  const char* phrase;
  const char* with;  ///< nullptr: always.
  /// May stand in a wrong answer, in a message under judgement, in a question, in feedback (which
  /// answers to one), and in a text that says it is wrong. What is not refutable stands nowhere.
  bool refutable;
  const char* why_zh;
  const char* why_en;
};

[[nodiscard]] std::span<const BannedPhrase> BannedPhrases();

/// Adds a problem for every banned phrase in `placed`.
void CheckBanned(const PlacedText& placed, Problems& problems);

}  // namespace content
