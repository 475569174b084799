// SPDX-License-Identifier: MIT
#include "content/captions.h"

#include <optional>
#include <utility>

#include "content/limits.h"
#include "content/unicode.h"

namespace content {
namespace {

std::vector<std::string_view> SplitLines(std::string_view text) {
  std::vector<std::string_view> lines;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    std::size_t end = text.find('\n', begin);
    if (end == std::string_view::npos) end = text.size();
    std::string_view line = text.substr(begin, end - begin);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    lines.push_back(line);
    begin = end + 1;
  }
  return lines;
}

bool StartsWith(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

std::string_view Trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

/// "mm:ss.ttt" or "hh:mm:ss.ttt" in seconds.
std::optional<double> ParseTime(std::string_view text) {
  if (text.size() < 9 || text.size() > 13 || text[text.size() - 4] != '.') return std::nullopt;
  int fields[4] = {0, 0, 0, 0};  // hours, minutes, seconds, thousandths
  const auto digits = [](std::string_view part, int& value) {
    value = 0;
    for (const char c : part) {
      if (c < '0' || c > '9') return false;
      value = value * 10 + (c - '0');
    }
    return !part.empty();
  };
  const std::string_view clock = text.substr(0, text.size() - 4);
  if (!digits(text.substr(text.size() - 3), fields[3])) return std::nullopt;
  const std::size_t last = clock.rfind(':');
  if (last == std::string_view::npos || clock.size() - last != 3) return std::nullopt;
  const std::string_view front = clock.substr(0, last);
  const std::size_t first = front.rfind(':');
  const bool hours = first != std::string_view::npos;
  const std::string_view minutes = hours ? front.substr(first + 1) : front;
  if (hours && !digits(front.substr(0, first), fields[0])) return std::nullopt;
  if (minutes.size() != 2 || !digits(minutes, fields[1])) return std::nullopt;
  if (!digits(clock.substr(last + 1), fields[2])) return std::nullopt;
  if (fields[1] > 59 || fields[2] > 59) return std::nullopt;
  return fields[0] * 3600 + fields[1] * 60 + fields[2] + fields[3] / 1000.0;
}

/// Plain text of a cue line: tags dropped, the six escapes of the specification resolved.
std::string StripTags(std::string_view line) {
  constexpr std::pair<std::string_view, std::string_view> kEscapes[] = {
      {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&nbsp;", " "}, {"&lrm;", ""}, {"&rlm;", ""}};
  std::string plain;
  for (std::size_t i = 0; i < line.size();) {
    if (line[i] == '<') {
      const std::size_t end = line.find('>', i);
      if (end == std::string_view::npos) break;
      i = end + 1;
      continue;
    }
    bool escaped = false;
    for (const auto& [from, to] : kEscapes) {
      if (!StartsWith(line.substr(i), from)) continue;
      plain += to;
      i += from.size();
      escaped = true;
      break;
    }
    if (!escaped) plain.push_back(line[i++]);
  }
  return plain;
}

class CaptionParser {
 public:
  explicit CaptionParser(std::string_view text) : lines_(SplitLines(text)) {}

  Result<std::vector<Cue>> Run() {
    if (lines_.empty() || !IsHeader(lines_[0])) {
      return Fail("captions.header", {"第一行应是WEBVTT", "the first line must be WEBVTT"},
                  {"在第一行写WEBVTT，再空一行", "write WEBVTT on line 1, then an empty line"});
    }
    at_ = 1;
    while (at_ < lines_.size() && !lines_[at_].empty()) ++at_;
    while (at_ < lines_.size()) {
      if (lines_[at_].empty()) {
        ++at_;
        continue;
      }
      if (auto done = ReadBlock(); !done) return tl::unexpected(done.error());
    }
    return std::move(cues_);
  }

 private:
  static bool IsHeader(std::string_view line) {
    if (StartsWith(line, "\xEF\xBB\xBF")) line.remove_prefix(3);
    return StartsWith(line, "WEBVTT") && (line.size() == 6 || line[6] == ' ' || line[6] == '\t');
  }

  tl::unexpected<Error> Fail(const char* code, Text message, Text remedy) const {
    return tl::unexpected(
        Error{code, std::move(message), "line " + std::to_string(at_ + 1), std::move(remedy)});
  }

  void SkipBlock() {
    while (at_ < lines_.size() && !lines_[at_].empty()) ++at_;
  }

  /// One cue, or a block that is none (NOTE, STYLE, REGION).
  Result<void> ReadBlock() {
    const std::string_view first = lines_[at_];
    const bool timing = first.find("-->") != std::string_view::npos;
    if (!timing && (StartsWith(first, "NOTE") || first == "STYLE" || first == "REGION")) {
      SkipBlock();
      return {};
    }
    if (!timing) ++at_;  // The cue's name.
    if (at_ >= lines_.size() || lines_[at_].find("-->") == std::string_view::npos) {
      if (at_ > 0 && at_ >= lines_.size()) --at_;
      return Fail("captions.timing", {"这里应有时间行", "a line with times is expected here"},
                  {"写成00:01.000 --> 00:03.500", "write it as 00:01.000 --> 00:03.500"});
    }
    return ReadCue();
  }

  Result<void> ReadCue() {
    const std::string_view line = lines_[at_];
    const std::size_t arrow = line.find("-->");
    const std::string_view rest = Trim(line.substr(arrow + 3));
    const auto from = ParseTime(Trim(line.substr(0, arrow)));
    const auto until = ParseTime(rest.substr(0, rest.find_first_of(" \t")));
    if (!from || !until) {
      return Fail("captions.timing",
                  {"时间写法不对", "the times are not written as they should be"},
                  {"写成00:01.000 --> 00:03.500", "write it as 00:01.000 --> 00:03.500"});
    }
    if (*until <= *from) {
      return Fail("captions.order", {"结束不晚于开始", "it does not end after it begins"},
                  {"改结束时间", "change the time of the end"});
    }
    if (!cues_.empty() && *from < cues_.back().until) {
      return Fail(
          "captions.order",
          {"与前一条字幕重叠或次序颠倒", "it overlaps the caption before or is out of order"},
          {"上一条结束后再开始", "begin when the one before has ended"});
    }
    Cue cue{*from, *until, ""};
    for (++at_; at_ < lines_.size() && !lines_[at_].empty(); ++at_) {
      if (!cue.text.empty()) cue.text += '\n';
      cue.text += StripTags(lines_[at_]);
    }
    for (const char32_t c : DecodeUtf8(cue.text)) {
      if (!IsForbidden(c)) continue;
      --at_;
      const Text delete_it{"删掉它", "delete it"};
      if (IsBidiControl(c)) {
        return Fail("captions.bidi",
                    {"字幕里有改变阅读方向的控制字符", "it holds a control that turns the reading"},
                    delete_it);
      }
      return Fail("captions.control", {"字幕里有看不见的控制字符", "it holds an invisible control"},
                  delete_it);
    }
    if (!Trim(cue.text).empty()) cues_.push_back(std::move(cue));
    return {};
  }

  std::vector<std::string_view> lines_;
  std::size_t at_ = 0;
  std::vector<Cue> cues_;
};

}  // namespace

Result<std::vector<Cue>> ParseCaptions(std::string_view webvtt) {
  if (webvtt.size() > limits::kCaptionBytes || !IsUtf8(webvtt)) {
    const bool large = webvtt.size() > limits::kCaptionBytes;
    return tl::unexpected(Error{large ? "captions.too-large" : "captions.utf8",
                                large ? Text{"字幕文件太大", "the file of captions is too large"}
                                      : Text{"字幕不是UTF-8", "the captions are not UTF-8"},
                                "",
                                large ? Text{"最多262144字节", "at most 262144 bytes"}
                                      : Text{"另存为UTF-8", "save it as UTF-8"}});
  }
  return CaptionParser(webvtt).Run();
}

const Cue* FindCue(const std::vector<Cue>& cues, double seconds) {
  for (const Cue& cue : cues) {
    if (cue.from <= seconds && seconds < cue.until) return &cue;
  }
  return nullptr;
}

}  // namespace content
