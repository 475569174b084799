// SPDX-License-Identifier: MIT
#include "content/unicode.h"

#include <algorithm>

namespace content {
namespace {

struct Decoded {
  char32_t point = U'\uFFFD';
  std::size_t bytes = 1;
  bool good = false;
};

unsigned Byte(std::string_view text, std::size_t i) {
  return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
}

/// The code point at `i`. Overlong forms, surrogates and values past U+10FFFF are ill-formed.
Decoded DecodeAt(std::string_view text, std::size_t i) {
  const unsigned first = Byte(text, i);
  if (first < 0x80) return {static_cast<char32_t>(first), 1, true};
  std::size_t length = 0;
  unsigned point = 0;
  if (first >= 0xC2 && first <= 0xDF) {
    length = 2;
    point = first & 0x1Fu;
  } else if (first >= 0xE0 && first <= 0xEF) {
    length = 3;
    point = first & 0x0Fu;
  } else if (first >= 0xF0 && first <= 0xF4) {
    length = 4;
    point = first & 0x07u;
  } else {
    return {};
  }
  for (std::size_t k = 1; k < length; ++k) {
    const unsigned next = Byte(text, i + k);
    if ((next & 0xC0u) != 0x80u) return {};
    point = (point << 6) | (next & 0x3Fu);
  }
  const bool overlong = (length == 3 && point < 0x800) || (length == 4 && point < 0x10000);
  const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
  if (overlong || surrogate || point > 0x10FFFF) return {};
  return {static_cast<char32_t>(point), length, true};
}

}  // namespace

std::u32string DecodeUtf8(std::string_view text) {
  std::u32string points;
  points.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const Decoded decoded = DecodeAt(text, i);
    points.push_back(decoded.point);
    i += decoded.bytes;
  }
  return points;
}

std::string EncodeUtf8(std::u32string_view text) {
  std::string bytes;
  const auto push = [&bytes](char32_t value) {
    bytes.push_back(static_cast<char>(static_cast<unsigned char>(value)));
  };
  for (const char32_t c : text) {
    if (c < 0x80) {
      push(c);
    } else if (c < 0x800) {
      push(0xC0 | (c >> 6));
      push(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
      push(0xE0 | (c >> 12));
      push(0x80 | ((c >> 6) & 0x3F));
      push(0x80 | (c & 0x3F));
    } else {
      push(0xF0 | (c >> 18));
      push(0x80 | ((c >> 12) & 0x3F));
      push(0x80 | ((c >> 6) & 0x3F));
      push(0x80 | (c & 0x3F));
    }
  }
  return bytes;
}

std::size_t CountCodePoints(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++count) i += DecodeAt(text, i).bytes;
  return count;
}

bool IsUtf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const Decoded decoded = DecodeAt(text, i);
    if (!decoded.good) return false;
    i += decoded.bytes;
  }
  return true;
}

bool IsHan(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3007 ||
         (c >= 0x20000 && c <= 0x323AF) || (c >= 0xF900 && c <= 0xFAFF);
}

bool IsFullWidthPunctuation(char32_t c) {
  // The curly quotes, the dash and the ellipsis are shared with English and not counted here.
  constexpr std::u32string_view kMarks = U"，。？！：；（）《》〈〉「」『』【】〔〕、～·｜［］｛｝";
  return kMarks.find(c) != std::u32string_view::npos;
}

bool IsLatin(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9');
}

bool IsForbidden(char32_t c) {
  struct Range {
    char32_t first, last;
  };
  constexpr Range kForbidden[] = {
      {0x0000, 0x0009}, {0x000B, 0x001F}, {0x007F, 0x009F}, {0x00AD, 0x00AD}, {0x0300, 0x036F},
      {0x061C, 0x061C}, {0x180E, 0x180E}, {0x200B, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F},
      {0xD800, 0xF8FF}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xFFF0, 0xFFFF}, {0xE0000, 0x10FFFF}};
  return std::any_of(std::begin(kForbidden), std::end(kForbidden),
                     [c](const Range& range) { return c >= range.first && c <= range.last; });
}

bool IsBidiControl(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

std::string ShowPlain(std::string_view text) {
  std::u32string points = DecodeUtf8(text);
  std::replace_if(
      points.begin(), points.end(), [](char32_t c) { return c == U'\n' || IsForbidden(c); },
      U'\uFFFD');
  return EncodeUtf8(points);
}

}  // namespace content
