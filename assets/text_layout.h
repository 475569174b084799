// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assets/font.h"
#include "content/text.h"

namespace assets {

/// A glyph and where its pen stands, in units of the size asked for, from the line's left edge.
struct PlacedGlyph {
  char32_t codepoint = 0;
  float x = 0;
};

struct TextLine {
  std::vector<PlacedGlyph> glyphs;
  float width = 0;
  std::string text;  ///< What stands in the line, UTF-8, without the space it broke at.
};

/// Lines of text, all of the same height.
struct Paragraph {
  std::vector<TextLine> lines;
  float width = 0;  ///< Of the widest line.
  float size = 0;   ///< Em.
  float line_height = 0;
  bool cut = false;  ///< A word was wider than the line, and no address.
  [[nodiscard]] float Height() const { return line_height * static_cast<float>(lines.size()); }
};

struct TextStyle {
  Weight weight = Weight::kRegular;
  float size = 40;       ///< Em, in the caller's units.
  float leading = 1.5f;  ///< Line height as a multiple of the size.
  bool balance = false;  ///< Headlines: lines of about equal length that end at pauses.
  content::Language language = content::Language::kChinese;
};

/// Breaks `text` ('\n' ends a paragraph) into lines of at most `width`, as a publisher would:
/// ICU's strict rules for the language (no closing mark at the start of a line, no opening one at
/// its end), a quarter-em gap between Han and Latin, neighbouring full-width marks set close
/// (requirements for Chinese text layout, https://www.w3.org/TR/clreq/, 3.1.6), no single
/// character alone in the last line. A word wider than the line is cut where it must be.
[[nodiscard]] Paragraph LayOut(const Font& font, std::string_view text, const TextStyle& style,
                               float width);

/// Marks that must not begin, or end, a line of Chinese. For tests and for the author's check.
[[nodiscard]] bool MayNotStartLine(char32_t codepoint);
[[nodiscard]] bool MayNotEndLine(char32_t codepoint);

/// Code points of valid UTF-8; U+FFFD where it is not.
[[nodiscard]] std::u32string Decode(std::string_view utf8);
[[nodiscard]] std::string Encode(std::u32string_view codepoints);

}  // namespace assets
