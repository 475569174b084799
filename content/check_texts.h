// SPDX-License-Identifier: MIT
#pragma once

// Internal to check.cpp: rules that look at one text by itself.

#include <string>

#include "content/result.h"
#include "content/texts.h"

namespace content {

void CheckPlaceholders(const PlacedText& placed, Problems& problems);
void CheckLength(const PlacedText& placed, Problems& problems);

/// `piece` is set for a part of a longer text, whose ends may be spaces and whose quotes may be
/// open.
void CheckPunctuation(const PlacedText& placed, bool piece, Problems& problems);

/// Quotes and brackets of one text in one language come in pairs.
void CheckPairs(const std::string& text, Language language, const std::string& where,
                Problems& problems);

}  // namespace content
