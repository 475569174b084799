// SPDX-License-Identifier: MIT
#include <algorithm>

#include "kiosk/screens/parts.h"
#include "kiosk/screens/phrase.h"
#include "kiosk/screens/sheet.h"
#include "kiosk/screens/words_info.h"

namespace kiosk {
namespace {

using content::Checklist;
using content::ChecklistEntry;
using content::ChecklistGroup;
using content::GroupRule;

constexpr float kBox = 68, kBoxGap = 28, kRowPad = 24;

/// What the blocks are made from: the screen, and where the answer goes.
struct Desk {
  const ChecklistScreen& screen;
  const View& view;
  Ui& ui;
  MaybeEvent* event;

  [[nodiscard]] bool IsTicked(const ChecklistEntry& entry) const {
    return std::find(screen.ticked.begin(), screen.ticked.end(), entry.id) != screen.ticked.end();
  }
};

bool IsReady(const Desk& desk, const ChecklistGroup& group) {
  const auto ticked = [&](const ChecklistEntry& entry) { return desk.IsTicked(entry); };
  if (group.rule == GroupRule::kAnyOne) {
    return std::any_of(group.entries.begin(), group.entries.end(), ticked);
  }
  return std::all_of(group.entries.begin(), group.entries.end(), ticked);
}

/// Groups that are still open. A group with a condition counts once something in it is ticked.
int OpenGroups(const Desk& desk, const Checklist& list) {
  int open = 0;
  for (const ChecklistGroup& group : list.groups) {
    const bool begun = std::any_of(group.entries.begin(), group.entries.end(),
                                   [&](const auto& entry) { return desk.IsTicked(entry); });
    if (!IsReady(desk, group) && (group.rule != GroupRule::kIf || begun)) ++open;
  }
  return open;
}

std::string RuleWords(const View& view, const ChecklistGroup& group) {
  switch (group.rule) {
    case GroupRule::kAll:
      return view.Say(words::kRuleAll);
    case GroupRule::kAnyOne:
      return view.Say(words::kRuleAny);
    case GroupRule::kIf:
      return Phrase(view.Say(words::kRuleIf), {{"n", view.Say(group.condition)}});
  }
  return {};
}

void DrawBox(Ui& ui, Rect box, bool ticked) {
  const Theme& theme = ui.Colors();
  if (ticked) {
    ui.Fill(box, theme.accent, 18);
    ui.Icon("check", box.Inset(10, 10), theme.on_teal);
  } else {
    ui.Fill(box, theme.card, 18);
    ui.Outline(box, theme.soft, 4, 18);
  }
}

void StackEntry(Stack& stack, const Desk& desk, const ChecklistEntry& entry) {
  Ui& ui = desk.ui;
  const std::string text = desk.view.Say(entry.text);
  const std::string ask =
      entry.ask_station.empty()
          ? std::string()
          : Phrase(desk.view.Say(words::kAskWhere), {{"n", desk.view.Say(entry.ask_station)}});
  const float room = stack.Width() - kBox - kBoxGap;
  const float hint = ask.empty() ? 0 : ui.TextHeight(Type::kLabel, ask, room) + 6;
  const float words = ui.TextHeight(Type::kBody, text, room) + hint;
  const float height = std::max({ui.Mm(20), words + 2 * kRowPad, kBox + 2 * kRowPad});
  const auto draw = [&ui, id = "entry." + entry.id, key = entry.id, text, ask, room, words,
                     ticked = desk.IsTicked(entry), event = desk.event](Rect area) {
    const Rect row = area.Inset(-20, 3);
    if (ticked) ui.Fill(row, ui.Colors().mint, 22);
    if (ui.IsPressed(id)) ui.Fill(row, ui.Colors().ink.WithAlpha(0.08f), 22);
    DrawBox(ui, {area.x, area.y + (area.h - kBox) / 2, kBox, kBox}, ticked);
    const float x = area.x + kBox + kBoxGap;
    const float y = area.y + (area.h - words) / 2;
    const float used = ui.Text({x, y, room, 0}, Type::kBody, Ink::kText, text);
    if (!ask.empty()) {
      ui.Text({x, y + used + 6, room, 0}, Type::kLabel, ticked ? Ink::kOnMint : Ink::kOnAmber, ask);
    }
    if (ui.Tap(id, area, Role::kChoice, ask.empty() ? text : text + " " + ask, ticked)) {
      *event = EntryTapped{key};
    }
  };
  stack.Add(height, draw);
}

void StackGroup(Stack& stack, const Desk& desk, const ChecklistGroup& group) {
  Ui& ui = desk.ui;
  Stack inside(ui, stack.PadWidth(kCardPad), 0);
  const bool ready = IsReady(desk, group);
  const std::string rule = RuleWords(desk.view, group), title = desk.view.Say(group.title);
  if (ready) {
    StackTag(inside, ui, Ground::kTeal, Ink::kOnTeal,
             rule + " · " + desk.view.Say(words::kGroupReady), "check");
  } else if (title.find(rule) == std::string::npos) {  // not when the title says it already
    StackTag(inside, ui, group.rule == GroupRule::kIf ? Ground::kAmberSoft : Ground::kMint,
             group.rule == GroupRule::kIf ? Ink::kOnAmber : Ink::kOnMint, rule);
  }
  inside.Gap(16);
  inside.Text(Type::kHeading, Ink::kText, title);
  inside.Gap(14);
  for (std::size_t i = 0; i < group.entries.size(); ++i) {
    if (i > 0) StackHairline(inside, ui);
    StackEntry(inside, desk, group.entries[i]);
  }
  stack.Panel(Ground::kCard, kCardPad, std::move(inside), 40);
}

std::vector<std::string> SayAll(const View& view, const std::vector<content::Text>& texts) {
  std::vector<std::string> said;
  for (const content::Text& text : texts) said.push_back(view.Say(text));
  return said;
}

void StackWho(Stack& stack, const Desk& desk, const Checklist& list) {
  if (list.who_all.empty() && list.who_any.empty()) return;
  Ui& ui = desk.ui;
  const View& view = desk.view;
  Stack inside(ui, stack.PadWidth(kCardPad), 16);
  StackIconText(inside, ui, "person", Type::kHeading, Ink::kText, view.Say(words::kWhoMay));
  if (!list.who_all.empty()) {
    inside.Text(Type::kLabel, Ink::kSoft, view.Say(words::kWhoAll));
    StackBullets(inside, ui, Type::kBody, Ink::kText, SayAll(view, list.who_all));
  }
  if (!list.who_any.empty()) {
    inside.Gap(26);
    inside.Text(Type::kLabel, Ink::kSoft,
                view.Say(list.who_all.empty() ? words::kWhoAnyOnly : words::kWhoAny));
    StackBullets(inside, ui, Type::kBody, Ink::kText, SayAll(view, list.who_any));
  }
  stack.Panel(Ground::kCard, kCardPad, std::move(inside), 40);
}

void StackFacts(Stack& stack, const Desk& desk, const Checklist& list) {
  if (list.facts.empty()) return;
  Stack inside(desk.ui, stack.PadWidth(kCardPad), 8);
  StackIconText(inside, desk.ui, "shield-check", Type::kHeading, Ink::kText,
                desk.view.Say(words::kLawTitle));
  for (const content::LegalFact& fact : list.facts) {
    inside.Gap(22);
    inside.Text(Type::kBody, Ink::kText, desk.view.Say(fact.text));
    inside.Text(Type::kLabel, Ink::kAccent, fact.law);
  }
  stack.Panel(Ground::kCard, kCardPad, std::move(inside), 40);
}

/// Only a sample has open questions: the station answers them before it confirms the list.
void StackQuestions(Stack& stack, const Desk& desk, const Checklist& list) {
  if (list.ask_station.empty() || list.IsConfirmed()) return;
  Stack inside(desk.ui, stack.PadWidth(kCardPad), 18);
  StackIconText(inside, desk.ui, "question", Type::kHeading, Ink::kText,
                desk.view.Say(words::kAskTitle));
  StackBullets(inside, desk.ui, Type::kBody, Ink::kText, SayAll(desk.view, list.ask_station));
  stack.Panel(Ground::kCard, kCardPad, std::move(inside), 40);
}

std::string TakeAway(const View& view, const content::Item& item, const Checklist& list) {
  std::vector<std::string> lines{view.Say(item.envelope.title)};
  if (!list.IsConfirmed()) lines.push_back(view.Say(words::kListSample));
  for (const ChecklistGroup& group : list.groups) {
    const std::string title = view.Say(group.title), rule = RuleWords(view, group);
    const bool said = title.find(rule) != std::string::npos;
    lines.push_back("【" + title + (said || group.rule == GroupRule::kIf ? "" : " · " + rule) +
                    "】");
    for (const ChecklistEntry& entry : group.entries) lines.push_back("□ " + view.Say(entry.text));
  }
  return FitLines(lines, kQrBytes);
}

void StackStanding(Stack& stack, const Desk& desk, const content::Item& item,
                   const Checklist& list) {
  const View& view = desk.view;
  if (!list.IsConfirmed()) {
    StackBanner(stack, desk.ui, "banner-draft", view.Say(words::kListSample));
  } else if (list.confirmed.on) {
    StackTag(
        stack, desk.ui, Ground::kMint, Ink::kOnMint,
        Phrase(view.Say(words::kListConfirmedOn),
               {{"by", list.confirmed.by}, {"date", SayDate(*list.confirmed.on, view.Language())}}),
        "shield-check");
  } else {
    StackTag(stack, desk.ui, Ground::kMint, Ink::kOnMint,
             Phrase(view.Say(words::kListConfirmed), {{"by", list.confirmed.by}}), "shield-check");
  }
  StackPastReview(stack, view, desk.ui, item.envelope);
}

/// How much is still missing on this list.
void StackTally(Stack& stack, const Desk& desk, const Checklist& list) {
  Ui& ui = desk.ui;
  const int open = OpenGroups(desk, list);
  // What depends on a condition only the visitor can judge.
  const bool rest = std::any_of(list.groups.begin(), list.groups.end(), [&](const auto& group) {
    return group.rule == GroupRule::kIf && !IsReady(desk, group);
  });
  const std::string text = open > 0
                               ? WithNumber(desk.view.Say(words::kGroupsOpen), open)
                               : desk.view.Say(rest ? words::kGroupsDoneSoFar : words::kGroupsDone);
  const float icon = 56, room = stack.Width() - 2 * 36 - icon - 24;
  const float height = std::max(icon, ui.TextHeight(Type::kStrong, text, room)) + 2 * 20;
  stack.Add(height, [&ui, open, text, icon, room](Rect band) {
    ui.Panel(band, open == 0 ? Ground::kMintEdge : Ground::kMint, 28);
    ui.Icon(open == 0 ? "check" : "list", {band.x + 36, band.Center().y - icon / 2, icon, icon},
            ui.ColorOf(Ink::kOnMint));
    ui.TextMiddle({band.x + 36 + icon + 24, band.y, room, band.h}, Type::kStrong, Ink::kOnMint,
                  text, Align::kLeft);
    ui.Note("checklist.tally", Role::kProgress, band, text);
  });
}

}  // namespace

MaybeEvent DrawChecklist(const ChecklistScreen& screen, const View& view, Ui& ui, Rect area) {
  const auto* list = screen.item ? std::get_if<Checklist>(&screen.item->body) : nullptr;
  if (list == nullptr) return {};
  MaybeEvent event;
  const Desk desk{screen, view, ui, &event};
  Stack tally(ui, area.w);
  StackTally(tally, desk, *list);
  // In view all the time where there is room; else it ends the list.
  const bool fixed = area.h > 9 * tally.Height();
  if (fixed) {
    tally.Draw({area.x, area.Bottom() - tally.Height(), area.w, tally.Height()});
    area.h -= tally.Height() + 24;
  }
  const SheetColumns columns = CutSheet(ui, area, 0.42f);
  Stack about(ui, columns.left.w, kGap), groups(ui, columns.right.w, kGap);
  about.Text(Type::kTitle, Ink::kText, view.Say(screen.item->envelope.title));
  StackStanding(about, desk, *screen.item, *list);
  about.Text(Type::kBody, Ink::kSoft, view.Say(list->summary));
  StackWho(about, desk, *list);
  groups.Text(Type::kStrong, Ink::kTeal, view.Say(words::kTickHint));
  for (const ChecklistGroup& group : list->groups) StackGroup(groups, desk, group);
  if (!fixed) StackTally(groups, desk, *list);
  Stack& last = columns.wide ? about : groups;
  StackQuestions(groups, desk, *list);
  StackFacts(last, desk, *list);
  StackQr(last, ui,
          {view.Say(words::kPageAway), view.Say(words::kPageAwayNote),
           TakeAway(view, *screen.item, *list), view.Say(words::kPageAwayAlt)});
  DrawSheet(ui, "checklist.scroll", columns, about, groups);
  return event;
}

}  // namespace kiosk
