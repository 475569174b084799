// SPDX-License-Identifier: MIT
#include "content/survey.h"

#include "content/item_parsers.h"

namespace content {

void ReadBody(Fields& fields, const Envelope&, Survey& survey) {
  fields.GetText("intro", survey.intro);
  std::set<std::string> questions;
  fields.GetEach("questions", 1, limits::kListEntries, Need::kRequired, [&](Fields& inner) {
    SurveyQuestion question;
    std::set<std::string> options;
    inner.GetNewId("id", question.id, questions);
    inner.GetText("text", question.text);
    inner.GetEach("options", 2, limits::kChoices, Need::kRequired, [&](Fields& row) {
      SurveyOption option;
      row.GetNewId("id", option.id, options);
      row.GetText("text", option.text);
      question.options.push_back(std::move(option));
    });
    survey.questions.push_back(std::move(question));
  });
  fields.GetText("thanks", survey.thanks);
}

}  // namespace content
