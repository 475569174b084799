// SPDX-License-Identifier: MIT
#include "content/envelope.h"

#include <algorithm>
#include <iterator>

#include "content/item_parsers.h"

namespace content {
namespace {

constexpr const char* kAudiences[] = {"general", "elder",     "student", "pupil",
                                      "finance", "jobseeker", "shop",    "resident"};

void ReadAudience(Fields& fields, std::vector<std::string>& audience) {
  fields.GetLines("audience", audience, std::size(kAudiences), Need::kRequired);
  for (const std::string& name : audience) {
    const bool known = std::any_of(std::begin(kAudiences), std::end(kAudiences),
                                   [&name](const char* word) { return name == word; });
    if (known) continue;
    const std::string found = QuoteFound(Json(name));
    fields.ReportAt(
        "audience", "word.unknown", {"没有" + found + "这类受众", "there is no audience " + found},
        {"从这些里选：general、elder、student、pupil、finance、jobseeker、shop、resident",
         "choose of general, elder, student, pupil, finance, jobseeker, shop, resident"});
  }
}

}  // namespace

void ReadEnvelope(Fields& fields, Envelope& envelope) {
  fields.GetId("id", envelope.id);
  fields.GetWord("kind", envelope.kind, kKindNames);
  fields.GetId("topic", envelope.topic);
  fields.GetWord("signal", envelope.signal, kSignalNames);
  fields.GetWord("channel", envelope.channel, kChannelNames);
  ReadAudience(fields, envelope.audience);
  fields.GetInt("min_age", envelope.min_age, 0, 99);
  fields.GetInt("difficulty", envelope.difficulty, 1, 3);
  fields.GetInt("est_seconds", envelope.est_seconds, 1, limits::kItemSeconds);
  fields.GetText("title", envelope.title, Need::kRequired, limits::kTitleLength);
  fields.GetLines("sources", envelope.sources, limits::kListEntries, Need::kOptional);
  fields.GetDate("valid_from", envelope.valid_from);
  fields.GetDate("review_by", envelope.review_by);
  fields.GetLine("law_version", envelope.law_version, Need::kOptional);
  fields.GetObject("approval", Need::kOptional, [&envelope](Fields& approval) {
    approval.GetLine("by", envelope.approval.by);
    approval.GetDate("on", envelope.approval.on, Need::kRequired);
  });
  fields.GetObject("narration", Need::kOptional, [&envelope](Fields& narration) {
    narration.GetPath("zh-CN", envelope.narration_zh);
    narration.GetPath("en", envelope.narration_en, Need::kOptional);
  });
  if (envelope.valid_from && envelope.review_by && *envelope.review_by < *envelope.valid_from) {
    fields.ReportAt("review_by", "date.order",
                    {"复核日期早于生效日期", "the review comes before the first day"},
                    {"改其中一个日期", "change one of the dates"});
  }
}

void ReadPicture(Fields& fields, std::optional<Picture>& picture) {
  fields.GetObject("picture", Need::kOptional, [&picture](Fields& inner) {
    picture.emplace();
    inner.GetPath("file", picture->file);
    inner.GetText("alt", picture->alt);
  });
}

void ReadSample(Fields& fields, bool with_body, std::optional<Sample>& sample) {
  fields.GetObject("sample", with_body ? Need::kOptional : Need::kRequired, [&](Fields& inner) {
    sample.emplace();
    inner.GetWord("surface", sample->surface, kChannelNames);
    inner.GetText("sender", sample->sender, Need::kRequired, limits::kTitleLength);
    if (with_body) inner.GetText("body", sample->body);
    inner.GetText("note", sample->note, Need::kOptional);
  });
}

}  // namespace content
