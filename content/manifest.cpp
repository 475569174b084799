// SPDX-License-Identifier: MIT
#include "content/manifest.h"

#include <algorithm>

#include "content/item_parsers.h"
#include "content/manifest_reader.h"
#include "content/unicode.h"

namespace content {
namespace {

void ReadVersion(Fields& fields, const char* key, Version& version) {
  std::string text;
  fields.GetLine(key, text);
  if (text.empty()) return;
  if (const auto parsed = ParseVersion(text)) {
    version = *parsed;
    return;
  }
  fields.ReportAt(
      key, "version.malformed",
      {QuoteFound(Json(text)) + "不是版本号", QuoteFound(Json(text)) + " is no version"},
      {"写成1.0.0这样", "write it like 1.0.0"});
}

void ReadLanguages(Fields& fields, std::vector<std::string>& languages) {
  fields.GetLines("languages", languages, 2, Need::kRequired);
  const bool known = std::all_of(languages.begin(), languages.end(), [](const std::string& tag) {
    return tag == "zh-CN" || tag == "en";
  });
  const bool chinese = std::find(languages.begin(), languages.end(), "zh-CN") != languages.end();
  if (!fields.Has("languages") || (known && chinese)) return;
  fields.ReportAt("languages", "languages.unknown",
                  {"languages要有zh-CN，另可有en", "languages has zh-CN and may have en"},
                  {"写成[zh-CN, en]", "write [zh-CN, en]"});
}

void ReadSources(Fields& fields, std::map<std::string, Source>& sources) {
  fields.GetMap(
      "sources", limits::kSources, Need::kRequired,
      [&sources](const std::string& key, Fields& inner) {
        static_cast<void>(CheckCharacters(DecodeUtf8(key), inner.Pointer(), inner.Context()));
        constexpr const char* kGrades[] = {"A", "B", "C", "L", "R"};
        enum class Grade { kA, kB, kC, kL, kR };
        Source source;
        Grade grade = Grade::kA;
        inner.GetLine("title", source.title);
        inner.GetWord("grade", grade, kGrades);
        source.grade = kGrades[static_cast<std::size_t>(grade)];
        sources[key] = std::move(source);
      });
}

void ReadHours(Fields& fields, AttractSlot& slot) {
  Json* hours = fields.FindList("hours", 2, 2, Need::kOptional);
  if (hours == nullptr) return;
  double from = 0;
  double until = 24;
  const std::string pointer = fields.PointerTo("hours");
  if (!ReadNumber((*hours)[0], pointer + "/0", 0, 23, fields.Context(), from) ||
      !ReadNumber((*hours)[1], pointer + "/1", 1, 24, fields.Context(), until)) {
    return;
  }
  slot.hour_from = static_cast<int>(from);
  slot.hour_until = static_cast<int>(until);
  if (slot.hour_from >= slot.hour_until) {
    fields.ReportAt("hours", "attract.hours",
                    {"开始要早于结束", "the first hour must be before the last"},
                    {"写成[8, 20]这样", "write it like [8, 20]"});
  }
}

void ReadAttract(Fields& fields, std::vector<AttractSlot>& attract) {
  fields.GetEach("attract", 0, limits::kAttractSlots, Need::kOptional, [&attract](Fields& inner) {
    AttractSlot slot;
    inner.GetId("item", slot.item);
    inner.GetInt("seconds", slot.seconds, 3, limits::kItemSeconds);
    inner.GetDate("from", slot.from);
    inner.GetDate("until", slot.until);
    ReadHours(inner, slot);
    attract.push_back(std::move(slot));
  });
}

bool ReadHash(const std::string& hex, Sha256& hash) {
  const auto digit = [](char c) -> int {
    if (c >= '0' && c <= '9') return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
  };
  if (hex.size() != 2 * hash.size()) return false;
  for (std::size_t i = 0; i < hash.size(); ++i) {
    const int high = digit(hex[2 * i]);
    const int low = digit(hex[2 * i + 1]);
    if (high < 0 || low < 0) return false;
    hash[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  return true;
}

void ReadFiles(Fields& fields, std::vector<ManifestFile>& files) {
  std::set<std::string> paths;
  fields.GetEach("files", 0, limits::kArchiveEntries - 2, Need::kRequired, [&](Fields& inner) {
    ManifestFile file;
    inner.GetPath("path", file.path);
    double size = 0;
    inner.GetNumber("size", size, 0, static_cast<double>(limits::kPackBytes));
    file.size = static_cast<std::uint64_t>(size);
    std::string hex;
    inner.GetLine("sha256", hex);
    inner.GetLine("type", file.media_type);
    if (!ReadHash(hex, file.sha256)) {
      inner.ReportAt("sha256", "manifest.hash", {"不是SHA-256", "this is no SHA-256"},
                     {"重新生成", "build it again"});
    }
    if (!file.path.empty() && !paths.insert(file.path).second) {
      inner.ReportAt("path", "manifest.duplicate", {"文件列了两次", "the file is listed twice"},
                     {"重新生成", "build it again"});
    }
    files.push_back(std::move(file));
  });
}

}  // namespace

std::optional<Version> ParseVersion(std::string_view text) {
  int parts[3] = {0, 0, 0};
  std::size_t at = 0;
  for (int i = 0; i < 3; ++i) {
    if (i > 0 && (at >= text.size() || text[at++] != '.')) return std::nullopt;
    const std::size_t begin = at;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9' && at - begin < 6) {
      parts[i] = parts[i] * 10 + (text[at++] - '0');
    }
    if (at == begin || (at - begin > 1 && text[begin] == '0')) return std::nullopt;
  }
  if (at != text.size()) return std::nullopt;
  return Version{parts[0], parts[1], parts[2]};
}

std::string FormatVersion(const Version& version) {
  return std::to_string(version.major) + "." + std::to_string(version.minor) + "." +
         std::to_string(version.patch);
}

const ManifestFile* Manifest::FindFile(std::string_view path) const {
  const auto found = std::find_if(files.begin(), files.end(),
                                  [path](const ManifestFile& file) { return file.path == path; });
  return found == files.end() ? nullptr : &*found;
}

void ReadPackKeys(Fields& fields, Manifest& manifest) {
  fields.GetId("id", manifest.id);
  ReadVersion(fields, "version", manifest.version);
  fields.GetText("title", manifest.title, Need::kRequired, limits::kTitleLength);
  fields.GetText("summary", manifest.summary);
  ReadLanguages(fields, manifest.languages);
  fields.GetLines("audience", manifest.audience, limits::kListEntries, Need::kRequired);
  fields.GetLine("publisher", manifest.publisher);
  fields.GetLine("licence", manifest.licence);
  fields.GetDate("valid_from", manifest.valid_from, Need::kRequired);
  fields.GetDate("review_by", manifest.review_by, Need::kRequired);
  if (manifest.valid_from && manifest.review_by && *manifest.review_by < *manifest.valid_from) {
    fields.ReportAt("review_by", "date.order",
                    {"复核日期早于生效日期", "the review comes before the first day"},
                    {"改其中一个日期", "change one of the dates"});
  }
  ReadVersion(fields, "min_program", manifest.min_program);
  ReadSources(fields, manifest.sources);
  ReadAttract(fields, manifest.attract);
}

void CheckLinks(const Fields& fields, const Manifest& manifest) {
  for (std::size_t i = 0; i < manifest.attract.size(); ++i) {
    const std::string& id = manifest.attract[i].item;
    const auto found =
        std::find_if(manifest.items.begin(), manifest.items.end(),
                     [&id](const ItemSummary& item) { return item.envelope.id == id; });
    const std::string where = "attract/" + std::to_string(i) + "/item";
    if (id.empty()) continue;
    if (found == manifest.items.end()) {
      fields.ReportAt(where, "attract.unknown",
                      {"包里没有条目“" + id + "”", "the pack has no item \"" + id + "\""},
                      {"改名，或加上这个条目", "correct the name or add the item"});
      continue;
    }
    const Kind kind = found->envelope.kind;
    if (kind == Kind::kCard || kind == Kind::kQuiz || kind == Kind::kVideo) continue;
    if (kind == Kind::kSpot && found->envelope.signal != Signal::kNone) continue;
    fields.ReportAt(where, "attract.kind",
                    {"待机画面只能放card、quiz、video和有消息的spot",
                     "the attract loop shows card, quiz, video and a spot with a message only"},
                    {"换一个条目", "choose another item"});
  }
}

Result<Manifest> ParseManifest(std::string_view json) {
  auto tree = ParseStrictJson(json, limits::kManifestBytes);
  if (!tree) return tl::unexpected(std::move(tree.error()));
  Problems problems;
  ReadContext context{problems, nullptr};
  Manifest manifest;
  Fields fields(*tree, "", context);
  fields.GetInt("format", manifest.format, 1, 1, Need::kRequired);
  ReadPackKeys(fields, manifest);
  std::set<std::string> ids;
  fields.GetEach("items", 1, limits::kItems, Need::kRequired, [&](Fields& inner) {
    ItemSummary item;
    inner.GetPath("path", item.path);
    ReadEnvelope(inner, item.envelope);
    if (!item.envelope.id.empty() && !ids.insert(item.envelope.id).second) {
      inner.ReportAt("id", "id.duplicate", {"标识用了两次", "the id is used twice"},
                     {"换一个", "choose another"});
    }
    manifest.items.push_back(std::move(item));
  });
  ReadFiles(fields, manifest.files);
  fields.Finish();
  for (std::size_t i = 0; i < manifest.items.size(); ++i) {
    const std::string& path = manifest.items[i].path;
    if (manifest.FindFile(path) != nullptr) continue;
    fields.ReportAt("items/" + std::to_string(i) + "/path", "manifest.unlisted",
                    {"文件清单里没有" + path, path + " is not in the list of files"},
                    {"重新生成", "build it again"});
  }
  CheckLinks(fields, manifest);
  if (problems.empty()) return manifest;
  problems.front().where = ShowPlain(problems.front().where);  // a stranger's keys may be in it
  return tl::unexpected(std::move(problems.front()));
}

}  // namespace content
