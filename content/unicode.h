// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace content {

/// Code points of UTF-8; an ill-formed byte becomes U+FFFD and one byte is consumed, so the result
/// is never longer than the input.
[[nodiscard]] std::u32string DecodeUtf8(std::string_view text);
[[nodiscard]] std::string EncodeUtf8(std::u32string_view text);
[[nodiscard]] std::size_t CountCodePoints(std::string_view text);
[[nodiscard]] bool IsUtf8(std::string_view text);

[[nodiscard]] bool IsHan(char32_t c);  ///< Ideographs, and 〇.
[[nodiscard]] bool IsFullWidthPunctuation(
    char32_t c);  ///< ，。？！：；（）《》「」、… and the like.
[[nodiscard]] bool IsLatin(char32_t c);  ///< ASCII letters and digits.

/// Characters no visible text may hold: controls but '\n', invisible and bidirectional formatting
/// (which can make a text read differently from what is stored), combining marks (a text in NFC
/// needs none in our languages), private use, surrogates, noncharacters.
[[nodiscard]] bool IsForbidden(char32_t c);

/// Those of them that change the order in which a text is read (Unicode's Bidi_Control).
[[nodiscard]] bool IsBidiControl(char32_t c);

/// `text` with U+FFFD in place of what must not be shown, line breaks too: for a message that
/// quotes what a stranger wrote.
[[nodiscard]] std::string ShowPlain(std::string_view text);

}  // namespace content
