// SPDX-License-Identifier: MIT
#include "content/checklist.h"

#include "content/item_parsers.h"

namespace content {

void ReadBody(Fields& fields, const Envelope&, Checklist& checklist) {
  fields.GetText("summary", checklist.summary);
  fields.GetObject("confirmed", Need::kOptional, [&checklist](Fields& confirmed) {
    confirmed.GetLine("by", checklist.confirmed.by);
    confirmed.GetDate("on", checklist.confirmed.on, Need::kRequired);
  });
  fields.GetObject("who", Need::kOptional, [&checklist](Fields& who) {
    who.GetTexts("all", checklist.who_all, 0, limits::kListEntries, Need::kOptional);
    who.GetTexts("any", checklist.who_any, 0, limits::kListEntries, Need::kOptional);
  });
  std::set<std::string> groups;
  std::set<std::string> entries;
  fields.GetEach("groups", 1, limits::kListEntries, Need::kRequired, [&](Fields& inner) {
    ChecklistGroup group;
    inner.GetNewId("id", group.id, groups);
    inner.GetWord("rule", group.rule, kGroupRuleNames);
    inner.GetText("condition", group.condition,
                  group.rule == GroupRule::kIf ? Need::kRequired : Need::kOptional);
    inner.GetText("title", group.title, Need::kRequired, limits::kTitleLength);
    inner.GetEach("entries", 1, limits::kListEntries, Need::kRequired, [&](Fields& row) {
      ChecklistEntry entry;
      row.GetNewId("id", entry.id, entries);
      row.GetText("text", entry.text);
      row.GetText("ask_station", entry.ask_station, Need::kOptional);
      group.entries.push_back(std::move(entry));
    });
    checklist.groups.push_back(std::move(group));
  });
  fields.GetEach("facts", 0, limits::kListEntries, Need::kOptional, [&checklist](Fields& inner) {
    LegalFact fact;
    inner.GetText("text", fact.text);
    inner.GetLine("law", fact.law);
    checklist.facts.push_back(std::move(fact));
  });
  fields.GetTexts("ask_station", checklist.ask_station, 0, limits::kListEntries, Need::kOptional);
}

}  // namespace content
