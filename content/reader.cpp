// SPDX-License-Identifier: MIT
#include "content/reader.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <numeric>

#include "content/unicode.h"

namespace content {
namespace {

std::string FormatNumber(double value) {
  return std::floor(value) == value && std::abs(value) < 1e15
             ? std::to_string(static_cast<long long>(value))
             : Json(value).dump();
}

/// Levenshtein distance, for "did you mean".
std::size_t Distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0u : 1u)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

/// The word nearest to `wrong`, empty when none is near.
std::string Nearest(std::string_view wrong, const std::vector<std::string>& words) {
  std::string best;
  std::size_t least = wrong.size() <= 2   ? 1
                      : wrong.size() <= 4 ? 2
                                          : 3;  // Distances below this count as near.
  for (const std::string& word : words) {
    const std::size_t distance = Distance(wrong, word);
    if (distance < least) {
      least = distance;
      best = word;
    }
  }
  return best;
}

std::string Join(const std::vector<std::string>& words, const char* separator) {
  std::string joined;
  for (const std::string& word : words) {
    if (!joined.empty()) joined += separator;
    joined += word;
  }
  return joined;
}

void ReportType(ReadContext& context, const std::string& pointer, const Json& value, const char* zh,
                const char* en) {
  Text remedy{std::string("改成") + zh, std::string("write ") + en};
  const bool quoted = value.is_string() && Json::accept(value.get_ref<const std::string&>());
  if (quoted) remedy = {"去掉引号", "remove the quotes"};
  AddProblem(context, "type.wrong", pointer,
             {std::string("这里应是") + zh + "，写的是" + QuoteFound(value),
              std::string("this should be ") + en + " but is " + QuoteFound(value)},
             std::move(remedy));
}

/// Whether `text` may be shown; reports the first reason why not.
bool CheckShown(const std::string& text, const std::string& pointer, std::size_t longest,
                ReadContext& context) {
  const std::u32string points = DecodeUtf8(text);
  if (std::all_of(points.begin(), points.end(),
                  [](char32_t c) { return c == U' ' || c == U'\n' || c == U'\u3000'; })) {
    AddProblem(context, "text.empty", pointer, {"文字是空的", "the text is empty"},
               {"写上文字，或删掉这个键", "write the text or remove the key"});
    return false;
  }
  if (points.size() > longest) {
    const std::string most = std::to_string(longest);
    const std::string has = std::to_string(points.size());
    AddProblem(context, "text.too-long", pointer,
               {"文字有" + has + "字，最多" + most + "字",
                "the text has " + has + " characters, at most " + most + " are allowed"},
               {"写短些", "shorten it"});
    return false;
  }
  return CheckCharacters(points, pointer, context);
}

}  // namespace

bool CheckCharacters(const std::u32string& points, const std::string& pointer,
                     ReadContext& context) {
  const auto bad = std::find_if(points.begin(), points.end(), IsForbidden);
  if (bad == points.end()) return true;
  char name[16];
  std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(*bad));
  const std::string place = std::to_string(bad - points.begin() + 1);
  const bool bidi = IsBidiControl(*bad);
  AddProblem(
      context, bidi ? "text.bidi" : "text.control", pointer,
      bidi ? Text{"第" + place + "个字是改变阅读方向的控制字符" + name,
                  "character " + place + " is a control that turns the order of reading, " + name}
           : Text{"第" + place + "个字是不可见的控制字符" + name,
                  "character " + place + " is the invisible control " + name},
      {"删掉它，重新打这几个字", "delete it and type the place again"});
  return false;
}

void AddProblem(ReadContext& context, const char* code, std::string where, Text message,
                Text remedy) {
  context.problems.push_back(Error{code, std::move(message), std::move(where), std::move(remedy)});
}

std::string JoinPointer(const std::string& pointer, std::string_view part) {
  std::string joined = pointer + "/";
  for (const char c : part) {
    if (c == '~') {
      joined += "~0";
    } else if (c == '/') {
      joined += "~1";
    } else {
      joined += c;
    }
  }
  return joined;
}

std::string QuoteFound(const Json& value) {
  if (value.is_object()) return "{...}";
  if (value.is_array()) return "[...]";
  std::u32string points = DecodeUtf8(value.is_string() ? value.get<std::string>() : value.dump());
  constexpr std::size_t kShown = 40;
  const bool cut = points.size() > kShown;
  if (cut) points.resize(kShown);
  const std::string text = ShowPlain(EncodeUtf8(points)) + (cut ? "…" : "");
  return value.is_string() ? "\"" + text + "\"" : text;
}

bool IsId(std::string_view text) {
  if (text.empty() || text.size() > limits::kIdLength) return false;
  if (text.find("..") != std::string_view::npos || text.front() == '.' || text.back() == '.') {
    return false;
  }
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
  });
}

bool IsPackPath(std::string_view path) {
  if (path.empty() || path.size() > limits::kPathLength) return false;
  std::size_t parts = 0;
  std::size_t begin = 0;
  while (begin <= path.size()) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view part = path.substr(begin, end - begin);
    if (part.empty() || part == "." || part == "..") return false;
    const bool plain = std::all_of(part.begin(), part.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
    });
    if (!plain || ++parts > limits::kPathDepth) return false;
    begin = end + 1;
  }
  return true;
}

void Retype(Json& value, const std::string& pointer, const ReadContext& context) {
  if (context.plain == nullptr || !value.is_string() || !context.plain->contains(pointer)) return;
  const std::string text = value.get<std::string>();
  if (text == "true" || text == "false") {
    value = text == "true";
    return;
  }
  const std::size_t digits = text.find_first_not_of("-0123456789.");
  if (digits != std::string::npos || text.size() > 15 || !Json::accept(text)) return;
  value = Json::parse(text, nullptr, false);
}

bool ReadLine(Json& value, const std::string& pointer, std::size_t longest, ReadContext& context,
              std::string& out) {
  if (!value.is_string()) {
    ReportType(context, pointer, value, "文字", "a text");
    return false;
  }
  const auto& text = value.get_ref<const std::string&>();
  if (!CheckShown(text, pointer, longest, context)) return false;
  out = text;
  return true;
}

bool ReadText(Json& value, const std::string& pointer, std::size_t longest, ReadContext& context,
              Text& out) {
  if (!value.is_object()) {
    AddProblem(context, "text.language", pointer,
               {"文字要按语言写，这里只有" + QuoteFound(value),
                "a text is written per language, here is only " + QuoteFound(value)},
               {"写成{zh-CN: …, en: …}", "write {zh-CN: ..., en: ...}"});
    return false;
  }
  bool good = true;
  for (const auto& [key, translation] : value.items()) {
    if (key == "zh-CN" || key == "en") continue;
    good = false;
    // {en: Stop, then check} reads as two keys in YAML, the second without a value.
    const Text comma{"文字里有逗号，整段加引号", "quote the text, for it holds a comma"};
    AddProblem(
        context, "text.language", JoinPointer(pointer, key),
        {"不认识的语言" + QuoteFound(Json(key)), "unknown language " + QuoteFound(Json(key))},
        translation.is_null() ? comma : Text{"只用zh-CN和en", "use zh-CN and en only"});
  }
  if (!value.contains("zh-CN")) {
    AddProblem(context, "text.language", pointer, {"缺少中文", "the Chinese is missing"},
               {"加上zh-CN", "add zh-CN"});
    return false;
  }
  good = ReadLine(value["zh-CN"], pointer + "/zh-CN", longest, context, out.zh) && good;
  if (value.contains("en")) {
    good = ReadLine(value["en"], pointer + "/en", longest, context, out.en) && good;
  }
  return good;
}

bool ReadNumber(Json& value, const std::string& pointer, double least, double most,
                ReadContext& context, double& out) {
  Retype(value, pointer, context);
  if (!value.is_number()) {
    ReportType(context, pointer, value, "数字", "a number");
    return false;
  }
  const double number = value.get<double>();
  if (!(number >= least && number <= most)) {
    const std::string range = FormatNumber(least) + "–" + FormatNumber(most);
    AddProblem(context, "number.range", pointer,
               {FormatNumber(number) + "不在" + range + "之内",
                FormatNumber(number) + " is not within " + range},
               {"改到" + range + "之内", "write a number within " + range});
    return false;
  }
  out = number;
  return true;
}

Fields::Fields(Json& value, std::string pointer, ReadContext& context)
    : value_(&value), pointer_(std::move(pointer)), context_(context) {
  if (value.is_object()) return;
  ReportType(context, pointer_, value, "若干“键: 值”", "an object of keys and values");
  value_ = nullptr;
}

bool Fields::Has(const char* key) const { return value_ != nullptr && value_->contains(key); }

std::string Fields::PointerTo(std::string_view key) const { return JoinPointer(pointer_, key); }

void Fields::ReportAt(std::string_view below, const char* code, Text message, Text remedy) const {
  std::string where = pointer_;
  if (!below.empty()) where.append("/").append(below);
  AddProblem(context_, code, std::move(where), std::move(message), std::move(remedy));
}

Json* Fields::Find(const char* key, Need need) {
  known_.emplace_back(key);
  if (value_ == nullptr) return nullptr;
  const auto found = value_->find(key);
  if (found != value_->end()) return &*found;
  if (need == Need::kRequired) {
    ReportAt("", "key.missing",
             {std::string("缺少“") + key + "”", std::string("\"") + key + "\" is missing"},
             {std::string("在这里加上“") + key + "”", std::string("add \"") + key + "\" here"});
  }
  return nullptr;
}

Json* Fields::FindList(const char* key, std::size_t least, std::size_t most, Need need) {
  Json* value = Find(key, need);
  if (value == nullptr) return nullptr;
  if (!value->is_array()) {
    ReportType(context_, PointerTo(key), *value, "列表", "a list");
    return nullptr;
  }
  const std::string has = std::to_string(value->size());
  if (value->size() < least) {
    const std::string wants = std::to_string(least);
    ReportAt(key, "list.too-short",
             {"只有" + has + "项，至少" + wants + "项",
              "it has " + has + " entries, at least " + wants + " are needed"},
             {"补足", "add what is missing"});
    return nullptr;
  }
  if (value->size() > most) {
    const std::string wants = std::to_string(most);
    ReportAt(key, "list.too-long",
             {"有" + has + "项，最多" + wants + "项",
              "it has " + has + " entries, at most " + wants + " are allowed"},
             {"删去几项或拆成两个条目", "drop some or split the item"});
    return nullptr;
  }
  return value;
}

Json* Fields::FindMap(const char* key, std::size_t most, Need need) {
  Json* value = Find(key, need);
  if (value == nullptr) return nullptr;
  if (!value->is_object()) {
    ReportType(context_, PointerTo(key), *value, "若干“键: 值”", "an object of keys and values");
    return nullptr;
  }
  if (value->size() > most) {
    const std::string has = std::to_string(value->size());
    const std::string wants = std::to_string(most);
    ReportAt(key, "list.too-long",
             {"有" + has + "项，最多" + wants + "项",
              "it has " + has + " entries, at most " + wants + " are allowed"},
             {"删去几项", "drop some"});
    return nullptr;
  }
  return value;
}

void Fields::GetText(const char* key, Text& out, Need need, std::size_t longest) {
  Json* value = Find(key, need);
  if (value != nullptr) static_cast<void>(ReadText(*value, PointerTo(key), longest, context_, out));
}

void Fields::GetTexts(const char* key, std::vector<Text>& out, std::size_t least, std::size_t most,
                      Need need) {
  Json* list = FindList(key, least, most, need);
  if (list == nullptr) return;
  for (std::size_t i = 0; i < list->size(); ++i) {
    Text text;
    const std::string pointer = JoinPointer(PointerTo(key), std::to_string(i));
    if (ReadText((*list)[i], pointer, limits::kTextLength, context_, text)) out.push_back(text);
  }
}

void Fields::GetLine(const char* key, std::string& out, Need need) {
  Json* value = Find(key, need);
  if (value == nullptr) return;
  static_cast<void>(ReadLine(*value, PointerTo(key), limits::kLineLength, context_, out));
}

void Fields::GetLines(const char* key, std::vector<std::string>& out, std::size_t most, Need need) {
  Json* list = FindList(key, 0, most, need);
  if (list == nullptr) return;
  for (std::size_t i = 0; i < list->size(); ++i) {
    std::string line;
    const std::string pointer = JoinPointer(PointerTo(key), std::to_string(i));
    if (ReadLine((*list)[i], pointer, limits::kLineLength, context_, line)) out.push_back(line);
  }
}

void Fields::GetId(const char* key, std::string& out, Need need) {
  Json* value = Find(key, need);
  if (value == nullptr) return;
  if (!value->is_string() || !IsId(value->get_ref<const std::string&>())) {
    ReportAt(key, "id.malformed",
             {QuoteFound(*value) + "不能作标识", QuoteFound(*value) + " is not a valid id"},
             {"只用小写字母、数字、. _ -，最多80个字符",
              "use lower-case letters, digits and . _ - only, at most 80 characters"});
    return;
  }
  out = value->get<std::string>();
}

void Fields::GetNewId(const char* key, std::string& out, std::set<std::string>& seen) {
  out.clear();
  GetId(key, out);
  if (out.empty() || seen.insert(out).second) return;
  ReportAt(key, "id.duplicate",
           {"标识“" + out + "”用了两次", "the id \"" + out + "\" is used twice"},
           {"换一个", "choose another"});
}

void Fields::GetPath(const char* key, std::string& out, Need need) {
  Json* value = Find(key, need);
  if (value == nullptr) return;
  if (!value->is_string() || !IsPackPath(value->get_ref<const std::string&>())) {
    ReportAt(key, "path.unsafe",
             {QuoteFound(*value) + "不能作文件路径", QuoteFound(*value) + " cannot be a path"},
             {"写成media/picture.png这样：小写英文、数字、. _ -，不含..",
              "write it like media/picture.png: lower-case letters, digits, . _ - and no \"..\""});
    return;
  }
  out = value->get<std::string>();
}

void Fields::GetBool(const char* key, bool& out, Need need) {
  Json* value = Find(key, need);
  if (value == nullptr) return;
  Retype(*value, PointerTo(key), context_);
  if (!value->is_boolean()) {
    ReportType(context_, PointerTo(key), *value, "true或false", "true or false");
    return;
  }
  out = value->get<bool>();
}

void Fields::GetInt(const char* key, int& out, int least, int most, Need need) {
  Json* value = Find(key, need);
  if (value == nullptr) return;
  Retype(*value, PointerTo(key), context_);
  if (!value->is_number_integer()) {
    ReportType(context_, PointerTo(key), *value, "整数", "a whole number");
    return;
  }
  double number = 0;
  if (ReadNumber(*value, PointerTo(key), least, most, context_, number)) {
    out = static_cast<int>(number);
  }
}

void Fields::GetNumber(const char* key, double& out, double least, double most, Need need) {
  Json* value = Find(key, need);
  if (value == nullptr) return;
  static_cast<void>(ReadNumber(*value, PointerTo(key), least, most, context_, out));
}

void Fields::GetDate(const char* key, std::optional<Date>& out, Need need) {
  Json* value = Find(key, need);
  if (value == nullptr) return;
  const auto date =
      value->is_string() ? ParseDate(value->get_ref<const std::string&>()) : std::nullopt;
  if (!date) {
    ReportAt(
        key, "date.malformed",
        {QuoteFound(*value) + "不是存在的日期", QuoteFound(*value) + " is not an existing day"},
        {"写成2026-11-23这样", "write it like 2026-11-23"});
    return;
  }
  out = date;
}

int Fields::FindWord(const char* key, const char* const* names, std::size_t count, Need need) {
  Json* value = Find(key, need);
  if (value == nullptr) return -1;
  const std::vector<std::string> words(names, names + count);
  if (value->is_string()) {
    const auto found = std::find(words.begin(), words.end(), value->get<std::string>());
    if (found != words.end()) return static_cast<int>(found - words.begin());
  }
  const std::string near =
      value->is_string() ? Nearest(value->get_ref<const std::string&>(), words) : "";
  const std::string all_zh = Join(words, "、");
  const std::string all_en = Join(words, ", ");
  ReportAt(key, "word.unknown",
           {"“" + std::string(key) + "”不能是" + QuoteFound(*value),
            "\"" + std::string(key) + "\" cannot be " + QuoteFound(*value)},
           near.empty() ? Text{"从这些里选：" + all_zh, "choose one of " + all_en}
                        : Text{"是不是想写“" + near + "”？可选：" + all_zh,
                               "did you mean \"" + near + "\"? Choose one of " + all_en});
  return -1;
}

void Fields::Finish() {
  if (value_ == nullptr) return;
  for (const auto& [key, value] : value_->items()) {
    if (std::find(known_.begin(), known_.end(), key) != known_.end()) continue;
    const std::string shown = QuoteFound(Json(key));
    const std::string near = Nearest(key, known_);
    AddProblem(context_, "key.unknown", PointerTo(key),
               {"这里没有" + shown + "这个键", "there is no key " + shown + " here"},
               near.empty()
                   ? Text{"删掉它，可用的键见FORMAT.md", "remove it; FORMAT.md lists the keys"}
                   : Text{"是不是想写“" + near + "”？", "did you mean \"" + near + "\"?"});
  }
}

}  // namespace content
