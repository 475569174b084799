// SPDX-License-Identifier: MIT
#include "content/card.h"

#include <algorithm>

#include "content/item_parsers.h"

namespace content {

void ReadBody(Fields& fields, const Envelope&, Card& card) {
  fields.GetText("headline", card.headline, Need::kRequired, limits::kTitleLength);
  fields.GetTexts("lines", card.lines, 0, limits::kCardLines);
  fields.GetText("action", card.action);
  fields.GetText("footer", card.footer);
  ReadPicture(fields, card.picture);
  fields.GetEach("numbers", 0, limits::kCardNumbers, Need::kOptional, [&card](Fields& inner) {
    HotLine line;
    inner.GetLine("number", line.number);
    inner.GetText("label", line.label);
    const bool dialled = std::all_of(line.number.begin(), line.number.end(),
                                     [](char c) { return (c >= '0' && c <= '9') || c == '-'; });
    if (!dialled) {
      inner.ReportAt("number", "card.number",
                     {"号码只能有数字和-", "a number has digits and - only"},
                     {"说明写进label", "put the words into the label"});
    }
    card.numbers.push_back(std::move(line));
  });
  fields.GetEach("steps", 0, limits::kSteps, Need::kOptional, [&card](Fields& inner) {
    Step step;
    inner.GetText("title", step.title, Need::kRequired, limits::kTitleLength);
    inner.GetTexts("lines", step.lines, 0, limits::kStepLines);
    card.steps.push_back(std::move(step));
  });
  fields.GetLines("placement", card.placement, limits::kListEntries, Need::kOptional);
}

}  // namespace content
