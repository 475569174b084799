// SPDX-License-Identifier: MIT
#include "content/tool/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <sstream>
#include <utility>
#include <vector>

#include "content/limits.h"
#include "content/reader.h"
#include "content/unicode.h"

namespace tool {
namespace {

using content::Error;
using content::Text;

/// Thrown through the parser, which has no other way to be stopped; caught in ParseYaml.
struct Stop {
  Error error;
};

std::string Where(const std::string& name, Place place) {
  return name + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
}

/// Turns the parser's marks (bytes in a line) into places (characters in a line).
class Lines {
 public:
  explicit Lines(std::string_view text) {
    std::size_t begin = 0;
    while (begin <= text.size()) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      lines_.push_back(text.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  [[nodiscard]] Place At(const YAML::Mark& mark) const {
    if (mark.is_null()) return {};
    Place place{mark.line + 1, mark.column + 1};
    const std::string_view line = Line(mark.line);
    const auto bytes = static_cast<std::size_t>(mark.column);
    if (bytes <= line.size()) {
      place.column = static_cast<int>(content::CountCodePoints(line.substr(0, bytes))) + 1;
    }
    return place;
  }
  [[nodiscard]] std::string_view Line(int index) const {
    const auto i = static_cast<std::size_t>(index);
    return index >= 0 && i < lines_.size() ? lines_[i] : std::string_view{};
  }

 private:
  std::vector<std::string_view> lines_;
};

/// Line breaks inside Chinese prose become spaces when YAML folds them; Chinese has none there.
std::string JoinChinese(const std::string& text) {
  const std::u32string points = content::DecodeUtf8(text);
  const auto wide = [](char32_t c) {
    return content::IsHan(c) || content::IsFullWidthPunctuation(c);
  };
  std::u32string joined;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const bool between = points[i] == U' ' && i > 0 && i + 1 < points.size() &&
                         wide(points[i - 1]) && wide(points[i + 1]);
    if (!between) joined.push_back(points[i]);
  }
  return content::EncodeUtf8(joined);
}

class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const Lines& lines, SourceTree& source) : lines_(lines), source_(source) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnAnchor(const YAML::Mark& mark, const std::string&) override { RefuseAlias(mark); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { RefuseAlias(mark); }

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    if (anchor != 0) RefuseAlias(mark);
    if (TakesKey()) BadKey(mark);
    Place(mark, nullptr);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    if (anchor != 0) RefuseAlias(mark);
    CheckTag(mark, tag);
    if (TakesKey()) {
      SetKey(mark, value);
      return;
    }
    std::string text = value;
    while (!text.empty() && text.back() == '\n') text.pop_back();  // Of block scalars.
    if (!open_.empty() && open_.back().key == "zh-CN") text = JoinChinese(text);
    const std::string pointer = Place(mark, std::move(text));
    if (tag == "?") source_.plain.insert(pointer);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    Open(mark, tag, anchor, Json::array());
  }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    Open(mark, tag, anchor, Json::object());
  }
  void OnSequenceEnd() override { Close(); }
  void OnMapEnd() override { Close(); }

 private:
  struct Level {
    Json* value = nullptr;
    std::string pointer;
    std::string key;
    bool has_key = false;
  };

  [[noreturn]] void Refuse(const YAML::Mark& mark, const char* code, Text message,
                           Text remedy) const {
    throw Stop{
        Error{code, std::move(message), Where(source_.name, lines_.At(mark)), std::move(remedy)}};
  }
  [[noreturn]] void RefuseAlias(const YAML::Mark& mark) const {
    Refuse(mark, "yaml.alias",
           {"不能用YAML锚点（&）和别名（*）", "anchors (&) and aliases (*) are not allowed"},
           {"把内容原样再写一遍；文字里的&、*加引号",
            "write the content again; quote a text with & or *"});
  }
  [[noreturn]] void BadKey(const YAML::Mark& mark) const {
    Refuse(mark, "yaml.malformed", {"键必须是一个词", "a key must be one word"},
           {"写成“键: 值”", "write \"key: value\""});
  }

  void CheckTag(const YAML::Mark& mark, const std::string& tag) const {
    if (tag.empty() || tag == "?" || tag == "!") return;
    Refuse(mark, "yaml.tag",
           {"不能用YAML标签“" + tag + "”", "the tag \"" + tag + "\" is not allowed"},
           {"去掉以!开头的标签", "remove the tag that begins with !"});
  }

  bool TakesKey() const {
    return !open_.empty() && open_.back().value->is_object() && !open_.back().has_key;
  }

  void SetKey(const YAML::Mark& mark, const std::string& key) {
    Level& level = open_.back();
    if (level.value->contains(key)) {
      Refuse(mark, "yaml.duplicate-key",
             {"键“" + key + "”写了两次", "the key \"" + key + "\" is written twice"},
             {"只保留一处", "keep one of them"});
    }
    level.key = key;
    level.has_key = true;
    source_.keys[content::JoinPointer(level.pointer, key)] = lines_.At(mark);
  }

  /// Puts a value where the parser stands; returns its pointer.
  std::string Place(const YAML::Mark& mark, Json value, Json** placed = nullptr) {
    std::string pointer;
    Json* target = &source_.tree;
    if (open_.empty()) {
      *target = std::move(value);
    } else if (Level& level = open_.back(); level.value->is_array()) {
      pointer = content::JoinPointer(level.pointer, std::to_string(level.value->size()));
      level.value->push_back(std::move(value));
      target = &level.value->back();
    } else {
      pointer = content::JoinPointer(level.pointer, level.key);
      target = &((*level.value)[level.key] = std::move(value));
      level.has_key = false;
    }
    source_.values[pointer] = lines_.At(mark);
    if (placed != nullptr) *placed = target;
    return pointer;
  }

  void Open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Json value) {
    if (anchor != 0) RefuseAlias(mark);
    CheckTag(mark, tag);
    if (TakesKey()) BadKey(mark);
    if (open_.size() >= static_cast<std::size_t>(content::limits::kJsonDepth)) {
      const std::string most = std::to_string(content::limits::kJsonDepth);
      Refuse(mark, "yaml.too-deep",
             {"嵌套超过" + most + "层", "nested deeper than " + most + " levels"},
             {"减少嵌套", "nest less"});
    }
    Level level;
    level.pointer = Place(mark, std::move(value), &level.value);
    open_.push_back(std::move(level));
  }

  void Close() { open_.pop_back(); }

  const Lines& lines_;
  SourceTree& source_;
  std::vector<Level> open_;
};

/// The parser's commonest complaints; the others stay as they are.
std::string InChinese(const std::string& message) {
  constexpr std::pair<const char*, const char*> kKnown[] = {
      {"illegal map value", "冒号或缩进的位置不对"},
      {"unknown token", "有认不出的符号"},
      {"end of map not found", "缩进前后不一致"},
      {"end of map flow not found", "{没有配对的}"},
      {"end of sequence not found", "列表的缩进前后不一致"},
      {"end of sequence flow not found", "[没有配对的]"},
      {"illegal EOF in scalar", "引号没有配对"}};
  for (const auto& [english, chinese] : kKnown) {
    if (message == english) return chinese;
  }
  return message;
}

Error ExplainSyntax(const YAML::Exception& exception, const Lines& lines, const std::string& name) {
  Text remedy{
      "检查缩进、引号和冒号后的空格；文字里有“: ”“ #”，或{}里有?和,时要加引号",
      "look at the indentation, the quotes and the space after the colon; quote a text that "
      "holds \": \" or \" #\", or within {} a \"?\" or \",\""};
  // A full-width colon makes the key and its value one text; the parser trips over the next line.
  const auto wide_colon = [&lines](int index) {
    const std::string_view text = lines.Line(index);
    return text.find("：") != std::string_view::npos && text.find(": ") == std::string_view::npos;
  };
  if (lines.Line(exception.mark.line).find('\t') != std::string_view::npos) {
    remedy = {"缩进用空格，不用制表符", "indent with spaces, not with tabs"};
  } else if (wide_colon(exception.mark.line) || wide_colon(exception.mark.line - 1)) {
    remedy = {"键后面用半角冒号加空格“: ”，不用全角“：”",
              "after a key write the half-width colon and a space, not the full-width one"};
  }
  return Error{"yaml.malformed",
               {"不是合格的YAML：" + InChinese(exception.msg),
                "this is not well-formed YAML: " + exception.msg},
               Where(name, lines.At(exception.mark)),
               std::move(remedy)};
}

}  // namespace

void SourceTree::Locate(Error& problem) const {
  const bool key_first = problem.code == "key.unknown";
  std::string pointer = problem.where;
  while (true) {
    const auto key = keys.find(pointer);
    const auto value = values.find(pointer);
    if (key_first && key != keys.end()) {
      problem.where = Where(name, key->second);
      return;
    }
    if (value != values.end()) {
      problem.where = Where(name, value->second);
      return;
    }
    const std::size_t slash = pointer.rfind('/');
    if (slash == std::string::npos) break;
    pointer.resize(slash);
  }
  problem.where = Where(name, {});
}

Result<SourceTree> ParseYaml(std::string_view text, std::string name) {
  if (text.size() > content::limits::kItemBytes) {
    return tl::unexpected(Error{"yaml.too-large",
                                {"文件超过1 MiB", "the file is larger than 1 MiB"},
                                name,
                                {"拆成几个文件", "split it"}});
  }
  if (!content::IsUtf8(text)) {
    return tl::unexpected(Error{"yaml.utf8",
                                {"文件不是UTF-8", "the file is not UTF-8"},
                                name,
                                {"另存为UTF-8", "save it as UTF-8"}});
  }
  const Lines lines(text);
  SourceTree source;
  source.name = std::move(name);
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    TreeBuilder builder(lines, source);
    parser.HandleNextDocument(builder);
    SourceTree rest;
    rest.name = source.name;
    TreeBuilder second(lines, rest);
    if (parser.HandleNextDocument(second)) {
      return tl::unexpected(Error{"yaml.documents",
                                  {"一个文件里有几份文档", "the file holds several documents"},
                                  source.name,
                                  {"删掉多余的---", "remove the extra ---"}});
    }
  } catch (const Stop& stop) {
    return tl::unexpected(stop.error);
  } catch (const YAML::Exception& exception) {
    return tl::unexpected(ExplainSyntax(exception, lines, source.name));
  }
  return source;
}

}  // namespace tool
