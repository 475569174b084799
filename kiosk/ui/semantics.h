// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "kiosk/ui/geometry.h"

namespace kiosk {

enum class Role { kText, kHeading, kButton, kChoice, kTile, kImage, kProgress, kScroll, kBanner };
inline constexpr const char* kRoleNames[] = {"text",  "heading",  "button", "choice", "tile",
                                             "image", "progress", "scroll", "banner"};

/// One thing on the screen, as speech, tests and the audit of sizes see it.
struct Element {
  std::string id;  ///< Stable dotted name; empty for plain text.
  Role role = Role::kText;
  std::string text;  ///< What it says, in the language shown.
  Rect rect;         ///< What is painted, design units.
  Rect hit;          ///< What answers a finger; empty when it is not tappable.
  bool enabled = true;
  bool chosen = false;
  bool clipped = false;  ///< Text that did not fit where it was put, or only with a word cut
                         ///< in two (not: scrolled out of view).
  bool visible = true;   ///< False when scrolled out of its view.
};

struct Semantics {
  std::string screen;
  std::vector<Element> elements;

  /// nullptr when absent.
  [[nodiscard]] const Element* Find(const std::string& id) const;
  /// All texts in reading order, one a line.
  [[nodiscard]] std::string AllText() const;
  /// JSON, one object; rectangles in pixels after multiplying with `scale`.
  [[nodiscard]] std::string ToJson(float scale) const;
};

}  // namespace kiosk
