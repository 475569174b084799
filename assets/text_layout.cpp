// SPDX-License-Identifier: MIT
#include "assets/text_layout.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

namespace assets {
namespace {

constexpr std::u32string_view kClosing = U"，。、；：？！）》〉】」』〕”’…—％·,.;:?!)]}%";
constexpr std::u32string_view kOpening = U"（《〈【「『〔“‘([{";
constexpr std::u32string_view kWideClosing = U"，。、；：？！）》〉】」』〕”’";
constexpr std::u32string_view kWideOpening = U"（《〈【「『〔“‘";
constexpr std::u32string_view kQuotes = U"“”‘’…—";
constexpr float kHanLatinGap = 0.22f;  // em; clreq asks for a quarter, tightened for screens

bool In(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

bool IsHan(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0x20000 && c <= 0x2FA1F);
}
bool IsLatin(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') ||
         c == U'%' || c == U'+';
}

// One code point with the advance it has after its left neighbour.
struct Cell {
  char32_t codepoint = 0;
  float before = 0;  // gap to the left neighbour, dropped at the start of a line
  float shift = 0;   // moves the ink inside the advance
  float advance = 0;
  float tail = 0;  // part of the advance that is blank and may go at the end of a line
  float head = 0;  // part that is blank and goes at the start of a line
};

std::vector<Cell> MakeCells(const Font& font, std::u32string_view text, const TextStyle& style) {
  const bool chinese = style.language == content::Language::kChinese;
  std::vector<Cell> cells;
  cells.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    const GlyphMetrics& m = font.Metrics(style.weight, c);
    Cell cell{c, 0, 0, m.advance, 0, 0};
    if (!chinese && In(kQuotes, c)) {
      // The face for Chinese has these marks full-width; in English they stand close.
      const float ink = m.right - m.left;
      cell.shift = 0.05f - m.left;
      cell.advance = ink + (c == U'—' ? 0.0f : 0.1f);
      if (c == U'—') cell.shift = -m.left;
    } else if (In(kWideClosing, c) && m.advance > 0.9f) {
      cell.tail = 0.5f;
    } else if (In(kWideOpening, c) && m.advance > 0.9f) {
      cell.head = 0.5f;
    }
    if (i > 0) {
      Cell& last = cells.back();
      const char32_t p = text[i - 1];
      if ((IsHan(p) && IsLatin(c)) || (IsLatin(p) && IsHan(c))) cell.before = kHanLatinGap;
      const bool close = last.tail > 0 ? cell.tail > 0 || cell.head > 0 : cell.head > 0;
      if ((last.tail > 0 || last.head > 0) && close) cell.before = -0.5f;
    }
    cells.push_back(cell);
  }
  return cells;
}

// Positions (in code points) where a line may end, after strict rules of the language.
std::vector<bool> FindBreaks(std::u32string_view text, content::Language language) {
  std::vector<bool> may_break(text.size() + 1, false);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale(language == content::Language::kChinese ? "zh@lb=strict" : "en");
  std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createLineInstance(locale, status));
  if (U_FAILURE(status) != 0) return may_break;
  icu::UnicodeString unicode;
  std::vector<std::size_t> from_unit;  // code point index of each UTF-16 unit
  for (std::size_t i = 0; i < text.size(); ++i) {
    unicode.append(static_cast<UChar32>(text[i]));
    from_unit.resize(static_cast<std::size_t>(unicode.length()), i);
  }
  from_unit.push_back(text.size());
  breaks->setText(unicode);
  for (int32_t at = breaks->first(); at != icu::BreakIterator::DONE; at = breaks->next()) {
    const std::size_t i = from_unit[static_cast<std::size_t>(at)];
    if (i > 0 && i < text.size() && (MayNotStartLine(text[i]) || MayNotEndLine(text[i - 1])) &&
        text[i - 1] != U' ') {
      continue;
    }
    may_break[i] = true;
  }
  return may_break;
}

// Headlines keep Chinese words whole as well: ICU's dictionary finds them.
void KeepWords(std::u32string_view text, std::vector<bool>& may_break) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale("zh"), status));
  if (U_FAILURE(status) != 0) return;
  icu::UnicodeString unicode;
  for (const char32_t c : text) unicode.append(static_cast<UChar32>(c));
  words->setText(unicode);
  int32_t unit = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool ordinal = i > 0 && text[i - 1] == U'第';  // its number is a word to ICU
    if (!words->isBoundary(unit) || ordinal) may_break[i] = false;
    unit += text[i] > 0xFFFF ? 2 : 1;
  }
}

struct Measured {
  std::vector<Cell> cells;
  std::vector<bool> breaks;
};

float WidthOf(const std::vector<Cell>& cells, std::size_t from, std::size_t until) {
  float width = 0;
  for (std::size_t i = from; i < until; ++i) {
    width += cells[i].advance + (i > from ? cells[i].before : -cells[i].head);
  }
  if (until > from) width -= cells[until - 1].tail;
  return width;
}

using Lines = std::vector<std::pair<std::size_t, std::size_t>>;

// Every line from `from` that fits: where it may end, what of it is no blank, its width in em.
// Returns where it no longer fits.
template <typename Visit>
std::size_t EachLine(const Measured& text, std::size_t from, float width, Visit visit) {
  const std::size_t n = text.cells.size();
  float pen = -text.cells[from].head, used = 0;
  std::size_t visible = from;
  for (std::size_t i = from; i < n; ++i) {
    pen += text.cells[i].advance + (i > from ? text.cells[i].before : 0);
    if (text.cells[i].codepoint != U' ') {
      used = pen - text.cells[i].tail;
      if (used > width + 0.001f) return i;
      visible = i + 1;
    }
    if (text.breaks[i + 1] || i + 1 == n) visit(i + 1, visible, used);
  }
  return n;
}

// Greedy: the longest run that fits, cut by force only where no break fits. `width` in em;
// `cut` tells whether a word had to be cut.
Lines FillLines(const Measured& text, float width, bool* cut = nullptr) {
  Lines lines;
  const std::size_t n = text.cells.size();
  std::size_t start = 0;
  while (start < n) {
    std::size_t best = start;
    const std::size_t beyond =
        EachLine(text, start, width, [&](std::size_t until, std::size_t, float) { best = until; });
    const std::size_t forced = std::max(beyond, start + 1);
    const std::size_t end = best > start ? best : forced;
    if (cut != nullptr && best <= start) *cut = true;
    std::size_t visible = end;
    while (visible > start && text.cells[visible - 1].codepoint == U' ') --visible;
    lines.emplace_back(start, visible);
    start = end;
  }
  return lines;
}

// Where a reader pauses: after a mark that ends a clause (and what closes a quotation after it),
// and before a bracket.
std::vector<bool> FindPauses(std::u32string_view text) {
  std::vector<bool> pauses(text.size() + 1, false);
  for (std::size_t i = 1; i < text.size(); ++i) {
    std::size_t last = i - 1;
    while (last > 0 && In(U" ”’」』", text[last])) --last;
    const bool ended =
        In(U"，、：；。？！", text[last]) || (text[i - 1] == U' ' && In(U",:;.?!", text[last]));
    pauses[i] = ended || In(U"（(", text[i]);
  }
  return pauses;
}

// Headlines look composed, not cut: as few lines as can be, of about equal length, ending where a
// reader pauses if that does not make them too unequal. Each way to break costs the squares of what
// its lines lack of the mean, and for an end within a clause what two lines would cost that differ
// from it by `kWithinClause`; the cheapest is found line by line (dynamic programming, after Knuth
// and Plass, "Breaking paragraphs into lines", 1981).
Lines Compose(const Measured& text, const std::vector<bool>& pauses, float width, bool& cut) {
  constexpr float kWithinClause = 0.35f;  // of the mean line
  Lines lines = FillLines(text, width, &cut);
  if (lines.size() < 2 || cut) return lines;
  struct Way {
    float cost = std::numeric_limits<float>::infinity();
    std::size_t from = 0, visible = 0;
  };
  const std::size_t n = text.cells.size();
  const float mean = WidthOf(text.cells, 0, n) / static_cast<float>(lines.size());
  const float within = 2 * kWithinClause * kWithinClause * mean * mean;
  std::vector<std::vector<Way>> ways(lines.size() + 1, std::vector<Way>(n + 1));
  ways[0][0].cost = 0;
  for (std::size_t line = 0; line < lines.size(); ++line) {
    for (std::size_t from = 0; from < n; ++from) {
      const float before = ways[line][from].cost;
      if (std::isinf(before)) continue;
      EachLine(text, from, width, [&](std::size_t end, std::size_t visible, float used) {
        const float torn = end < n && !pauses[end] ? within : 0;
        const float cost = before + (used - mean) * (used - mean) + torn;
        Way& way = ways[line + 1][end];
        if (cost < way.cost) way = {cost, from, visible};
      });
    }
  }
  std::size_t end = n;  // the lines that filled one another reach it, so there is a way
  for (std::size_t line = lines.size(); line > 0; --line) {
    const Way& way = ways[line][end];
    lines[line - 1] = {way.from, way.visible};
    end = way.from;
  }
  return lines;
}

// A last line of one or two characters is pulled into company by narrowing the others a little.
Lines AvoidOrphan(const Measured& text, float width, bool& cut) {
  auto lines = FillLines(text, width, &cut);
  if (lines.size() < 2) return lines;
  const auto short_tail = [&](const auto& some) {
    return WidthOf(text.cells, some.back().first, some.back().second) < 2.2f;
  };
  for (float less = 1; short_tail(lines) && less <= 3 && width > 12; ++less) {
    auto tried = FillLines(text, width - less);
    if (tried.size() == lines.size() && !short_tail(tried)) return tried;
  }
  return lines;
}

TextLine Place(const Measured& text, std::size_t from, std::size_t until, float size) {
  TextLine line;
  float pen = 0;
  std::u32string plain;
  for (std::size_t i = from; i < until; ++i) {
    const Cell& cell = text.cells[i];
    pen += i > from ? cell.before : -cell.head;
    line.glyphs.push_back({cell.codepoint, (pen + cell.shift) * size});
    pen += cell.advance;
    plain.push_back(cell.codepoint);
  }
  line.width = WidthOf(text.cells, from, until) * size;
  line.text = Encode(plain);
  return line;
}

}  // namespace

bool MayNotStartLine(char32_t codepoint) { return In(kClosing, codepoint); }
bool MayNotEndLine(char32_t codepoint) { return In(kOpening, codepoint); }

std::u32string Decode(std::string_view utf8) {
  std::u32string out;
  const icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
  for (int32_t i = 0; i < unicode.length(); i = unicode.moveIndex32(i, 1)) {
    out.push_back(static_cast<char32_t>(unicode.char32At(i)));
  }
  return out;
}

std::string Encode(std::u32string_view codepoints) {
  icu::UnicodeString unicode;
  for (char32_t c : codepoints) unicode.append(static_cast<UChar32>(c));
  std::string out;
  unicode.toUTF8String(out);
  return out;
}

Paragraph LayOut(const Font& font, std::string_view text, const TextStyle& style, float width) {
  Paragraph paragraph;
  paragraph.size = style.size;
  paragraph.line_height = style.size * style.leading;
  const float em_width = std::max(1.0f, width / style.size);
  const std::u32string all = Decode(text);
  for (std::size_t start = 0; start <= all.size();) {
    const std::size_t end = std::min(all.find(U'\n', start), all.size());
    const std::u32string_view part = std::u32string_view(all).substr(start, end - start);
    Measured measured{MakeCells(font, part, style), FindBreaks(part, style.language)};
    if (style.balance && style.language == content::Language::kChinese) {
      KeepWords(part, measured.breaks);
    }
    bool cut = false;
    const auto lines = style.balance ? Compose(measured, FindPauses(part), em_width, cut)
                                     : AvoidOrphan(measured, em_width, cut);
    const bool address = part.find_first_of(U"@/") != part.npos;  // those may be cut anywhere
    if (cut && !address) paragraph.cut = true;
    for (auto [from, until] : lines) {
      paragraph.lines.push_back(Place(measured, from, until, style.size));
      paragraph.width = std::max(paragraph.width, paragraph.lines.back().width);
    }
    if (part.empty() && end < all.size()) paragraph.lines.emplace_back();
    start = end + 1;
  }
  return paragraph;
}

}  // namespace assets
