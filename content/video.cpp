// SPDX-License-Identifier: MIT
#include "content/video.h"

#include "content/item_parsers.h"

namespace content {

void ReadBody(Fields& fields, const Envelope&, Video& video) {
  fields.GetPath("file", video.file);
  fields.GetNumber("duration", video.duration_seconds, 1, limits::kVideoSeconds);
  fields.GetObject("poster", Need::kRequired, [&video](Fields& poster) {
    poster.GetPath("file", video.poster.file);
    poster.GetText("alt", video.poster.alt);
  });
  fields.GetObject("captions", Need::kRequired, [&video](Fields& captions) {
    captions.GetPath("zh-CN", video.captions_zh);
    captions.GetPath("en", video.captions_en, Need::kOptional);
  });
  std::set<std::string> ids;
  double last = 0;
  fields.GetEach("questions", 0, limits::kVideoQuestions, Need::kOptional, [&](Fields& inner) {
    VideoQuestion question;
    inner.GetNewId("id", question.id, ids);
    inner.GetNumber("at", question.at_seconds, 0, limits::kVideoSeconds);
    inner.GetText("stem", question.stem);
    ReadChoices(inner, false, false, question.choices);
    if (question.at_seconds <= last || question.at_seconds >= video.duration_seconds) {
      inner.ReportAt("at", "video.question-time",
                     {"提问时间要依次递增，并在片长之内",
                      "questions come in order of time and within the film"},
                     {"改at（秒）", "change \"at\" (seconds)"});
    }
    last = question.at_seconds;
    video.questions.push_back(std::move(question));
  });
  fields.GetText("summary", video.summary);
  fields.GetText("takeaway", video.takeaway);
  fields.GetId("next", video.next, Need::kOptional);
}

}  // namespace content
