// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "content/captions.h"
#include "content/item.h"
#include "content/manifest.h"
#include "content/result.h"

namespace content {

/// What an author is held to beyond what the reader checks: FORMAT.md, "Rules for authors". All
/// are pure; `where` is a JSON pointer in the item, or in the manifest.
///
/// A code that begins with "note." tells and does not refuse.
[[nodiscard]] bool IsNote(const Error& problem);

/// The rules for one item of a pack: languages, punctuation, lengths, feedback, sources, banned
/// phrases and figures.
[[nodiscard]] Problems CheckItem(const Item& item, const Manifest& manifest);

/// The rules for the pack as a whole: its own texts, the balance of scams and genuine messages,
/// items that refer to each other.
[[nodiscard]] Problems CheckPack(const Manifest& manifest, const std::vector<Item>& items);

/// Captions of a film of `duration` seconds: there are some, and all within the film. `where` is
/// empty.
[[nodiscard]] Problems CheckCaptions(const std::vector<Cue>& cues, double duration);

}  // namespace content
