// SPDX-License-Identifier: MIT
#include "content/check_texts.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "content/unicode.h"

namespace content {
namespace {

void Add(Problems& problems, const char* code, std::string where, Text message, Text remedy) {
  problems.push_back(Error{code, std::move(message), std::move(where), std::move(remedy)});
}

std::string One(char32_t c) { return EncodeUtf8(std::u32string_view(&c, 1)); }

/// Names of the placeholders in the order of their names; absent when braces do not match.
std::optional<std::vector<std::string>> FindPlaceholders(const std::string& text) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '}') return std::nullopt;
    if (text[i] != '{') continue;
    const std::size_t end = text.find('}', i);
    if (end == std::string::npos || end == i + 1) return std::nullopt;
    const std::string name = text.substr(i + 1, end - i - 1);
    const bool good = std::all_of(name.begin(), name.end(),
                                  [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
    if (!good) return std::nullopt;
    names.push_back(name);
    i = end;
  }
  std::sort(names.begin(), names.end());
  return names;
}

bool IsWide(char32_t c) { return IsHan(c) || IsFullWidthPunctuation(c); }

/// The full-width mark that a half-width one stands for; 0 when it stands for none.
char32_t FullWidth(char32_t c) {
  constexpr std::u32string_view kHalf = U",.?!:;()";
  constexpr std::u32string_view kFull = U"，。？！：；（）";
  const std::size_t at = kHalf.find(c);
  return at == std::u32string_view::npos ? U'\0' : kFull[at];
}

void CheckChinese(const std::u32string& text, const std::string& where, bool piece,
                  Problems& problems) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    const char32_t before = i > 0 ? text[i - 1] : U'\0';
    const char32_t after = i + 1 < text.size() ? text[i + 1] : U'\0';
    const char32_t full = FullWidth(c);
    const bool opens = c == U'(' && IsHan(after);
    if (full != U'\0' && (IsWide(before) || opens)) {
      Add(problems, "punctuation.half-width", where,
          {"中文里用了半角标点“" + One(c) + "”", "half-width \"" + One(c) + "\" in Chinese"},
          {"改成全角“" + One(full) + "”", "write the full-width " + One(full)});
      return;
    }
    if (c == U'"' && (IsWide(before) || IsWide(after))) {
      Add(problems, "punctuation.quotes", where, {"中文里用了直引号", "straight quotes in Chinese"},
          {"改成“ ”", "write “ ”"});
      return;
    }
    if (c != U' ' && c != U'\u3000') continue;
    const bool edge = i == 0 || i + 1 == text.size();
    if (edge ? !piece : (IsWide(before) || IsWide(after) || before == U'}' || after == U'{')) {
      Add(problems, "punctuation.space", where,
          {"中文里有多余的空格", "a space in Chinese that should not be there"},
          {"删掉空格；汉字与英文、数字之间的空隙由屏幕自动留",
           "delete it; the screen sets the gap between Chinese and Latin itself"});
      return;
    }
  }
}

void CheckEnglish(const std::u32string& text, const std::string& where, bool piece,
                  Problems& problems) {
  constexpr std::u32string_view kFullWidth = U"，。？！：；（）、";
  constexpr std::u32string_view kClosing = U",.?!:;)";
  bool straight = false;
  bool curly = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    const char32_t after = i + 1 < text.size() ? text[i + 1] : U'\0';
    straight = straight || c == U'"';
    curly = curly || c == U'“' || c == U'”';
    if (kFullWidth.find(c) != std::u32string_view::npos) {
      Add(problems, "punctuation.full-width", where,
          {"英文里用了全角标点“" + One(c) + "”", "full-width " + One(c) + " in English"},
          {"改成半角标点", "write the half-width mark"});
      return;
    }
    if (c != U' ') continue;
    const bool edge = (i == 0 || after == U'\0') && !piece;
    const bool dots = after == U'.' && i + 2 < text.size() && text[i + 2] == U'.';
    if (!dots && after != U'\0' && kClosing.find(after) != std::u32string_view::npos) {
      Add(problems, "punctuation.space-before", where,
          {"标点前有空格", "a space before a punctuation mark"}, {"删掉空格", "delete the space"});
      return;
    }
    if (edge || after == U' ') {
      Add(problems, "punctuation.space", where,
          {"英文里有多余的空格", "a space in English that should not be there"},
          {"删掉空格", "delete the space"});
      return;
    }
  }
  if (straight && curly) {
    Add(problems, "punctuation.quotes", where,
        {"直引号和弯引号混用", "straight and curly quotes are mixed"},
        {"统一用“ ”", "use “ ” throughout"});
  }
}

struct Longest {
  std::size_t zh, en;
};

/// Han characters (half as much for Latin) and English characters that fit the role's place on the
/// smallest screen with large type.
Longest LongestFor(Role role) {
  switch (role) {
    case Role::kTitle:
      return {22, 60};
    case Role::kHeadline:
      return {12, 32};
    case Role::kCardLine:
      return {32, 100};
    case Role::kSender:
      return {24, 60};
    case Role::kStem:
      return {120, 360};
    case Role::kChoice:
      return {60, 180};
    case Role::kButton:
      return {40, 130};
    case Role::kFeedback:
      return {140, 420};
    case Role::kBody:
      return {280, 840};
    case Role::kTakeaway:
      return {48, 140};
    case Role::kMessage:
      return {200, 600};
    case Role::kAlt:
      return {120, 360};
    case Role::kCaption:
      return {54, 170};
    case Role::kSceneCard:
      return {24, 72};
  }
  return {280, 840};
}

void CheckOneLength(const std::string& text, Language language, std::size_t longest,
                    const std::string& where, Problems& problems) {
  const std::u32string points = DecodeUtf8(text);
  std::size_t size = points.size();
  if (language == Language::kChinese) {
    const auto wide = static_cast<std::size_t>(
        std::count_if(points.begin(), points.end(), [](char32_t c) { return c >= 0x2000; }));
    size = wide + (points.size() - wide + 1) / 2;
  }
  if (size <= longest) return;
  const std::string has = std::to_string(size);
  const std::string most = std::to_string(longest);
  Add(problems, "length.too-long", where,
      {"这里放不下：" + has + "字，最多" + most + "字",
       "too long for its place: " + has + " characters, at most " + most},
      {"写短些", "shorten it"});
}

}  // namespace

void CheckPlaceholders(const PlacedText& placed, Problems& problems) {
  const auto zh = FindPlaceholders(placed.text->zh);
  const auto en = FindPlaceholders(placed.text->en);
  if (!zh || !en) {
    Add(problems, "placeholder.malformed", placed.where + (zh ? "/en" : "/zh-CN"),
        {"大括号不成对或占位符写法不对", "braces that are no placeholder"},
        {"写成{station_name}这样", "write it like {station_name}"});
    return;
  }
  if (placed.text->en.empty() || *zh == *en) return;
  Add(problems, "placeholder.differs", placed.where,
      {"两种语言的占位符不一样", "the placeholders differ between the languages"},
      {"中英文用同样的占位符", "use the same placeholders in both"});
}

void CheckLength(const PlacedText& placed, Problems& problems) {
  const Longest longest = LongestFor(placed.role);
  CheckOneLength(placed.text->zh, Language::kChinese, longest.zh, placed.where + "/zh-CN",
                 problems);
  CheckOneLength(placed.text->en, Language::kEnglish, longest.en, placed.where + "/en", problems);
}

void CheckPairs(const std::string& text, Language language, const std::string& where,
                Problems& problems) {
  constexpr std::u32string_view kOpen = U"“（《「【([";
  constexpr std::u32string_view kClose = U"”）》」】)]";
  std::u32string open;
  std::size_t straight = 0;
  char32_t wrong = U'\0';
  const std::u32string points = DecodeUtf8(text);
  for (std::size_t i = 0; i < points.size() && wrong == U'\0'; ++i) {
    const char32_t c = points[i];
    if (c == U'"') ++straight;
    if (kOpen.find(c) != std::u32string_view::npos) open.push_back(c);
    const std::size_t closes = kClose.find(c);
    if (closes == std::u32string_view::npos) continue;
    // "1)" and "a)" number the points of a list.
    const bool list = c == U')' && open.empty() && i > 0 && IsLatin(points[i - 1]);
    if (list) continue;
    if (open.empty() || open.back() != kOpen[closes]) {
      wrong = c;
    } else {
      open.pop_back();
    }
  }
  if (wrong == U'\0' && !open.empty()) wrong = open.back();
  if (wrong == U'\0' && straight % 2 != 0) wrong = U'"';
  if (wrong == U'\0') return;
  Add(problems, "punctuation.unbalanced", where + "/" + Tag(language),
      {One(wrong) + "没有配对", One(wrong) + " has no partner"},
      {"补上或删掉另一半", "add its other half or delete it"});
}

void CheckPunctuation(const PlacedText& placed, bool piece, Problems& problems) {
  CheckChinese(DecodeUtf8(placed.text->zh), placed.where + "/zh-CN", piece, problems);
  CheckEnglish(DecodeUtf8(placed.text->en), placed.where + "/en", piece, problems);
  if (piece) return;
  CheckPairs(placed.text->zh, Language::kChinese, placed.where, problems);
  CheckPairs(placed.text->en, Language::kEnglish, placed.where, problems);
}

}  // namespace content
