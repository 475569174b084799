// SPDX-License-Identifier: MIT
#include <algorithm>

#include "kiosk/core/rules.h"

namespace kiosk {
namespace {

using content::EventKind;

// A quiz or spot that was opened by itself uses the same screen as a round of one. It is no round:
// nothing is counted, and it ends where the visitor came from.
bool IsSingle(const RoundScreen& screen) { return screen.items.size() == 1; }

std::size_t CountChoices(const content::Item& item) {
  if (const auto* quiz = std::get_if<content::Quiz>(&item.body)) return quiz->choices.size();
  if (const auto* spot = std::get_if<content::Spot>(&item.body)) return spot->segments.size();
  return 0;
}

/// The question on the screen while it can still be answered.
struct OpenQuestion {
  const content::Item* item = nullptr;
  QuestionProgress* progress = nullptr;
};

OpenQuestion FindOpenQuestion(RoundScreen& screen) {
  if (screen.index >= screen.items.size() || screen.progress[screen.index].answered) return {};
  return {screen.items[screen.index].get(), &screen.progress[screen.index]};
}

void Judge(Turn& turn, const OpenQuestion& question) {
  const content::Item& item = *question.item;
  if (const auto* quiz = std::get_if<content::Quiz>(&item.body)) {
    JudgeChoices(quiz->choices, *question.progress);
  } else if (const auto* spot = std::get_if<content::Spot>(&item.body)) {
    JudgeSpot(*spot, item.envelope.signal, *question.progress);
  }
  RecordAnswer(turn, EventKind::kAnswered, item.envelope, *question.progress);
}

std::string TakeawayOf(const content::Item& item, content::Language language) {
  if (const auto* quiz = std::get_if<content::Quiz>(&item.body)) return quiz->takeaway.In(language);
  if (const auto* spot = std::get_if<content::Spot>(&item.body)) return spot->takeaway.In(language);
  return {};
}

/// The first wrong item that has a line to remember, else the first right one.
std::string ChooseTakeaway(const RoundScreen& round, content::Language language) {
  for (const bool correct : {false, true}) {
    for (std::size_t i = 0; i < round.items.size(); ++i) {
      if (round.progress[i].correct != correct) continue;
      if (!TakeawayOf(*round.items[i], language).empty()) return round.items[i]->envelope.id;
    }
  }
  return {};
}

RoundEndScreen CountRound(RoundScreen round, content::Language language) {
  RoundEndScreen end;
  for (std::size_t i = 0; i < round.items.size(); ++i) {
    const content::Signal signal = round.items[i]->envelope.signal;
    const bool recognised = round.progress[i].said == signal;
    if (signal == content::Signal::kScam) {
      ++end.scams;
      end.caught += recognised ? 1 : 0;
    } else if (signal == content::Signal::kGenuine) {
      ++end.genuine;
      end.recognised += recognised ? 1 : 0;
    }
  }
  end.takeaway_item = ChooseTakeaway(round, language);
  end.round = std::move(round);
  return end;
}

void EndRound(Turn& turn, RoundScreen& screen) {
  RoundEndScreen end = CountRound(std::move(screen), turn.state.visit.settings.language);
  const auto right = std::count_if(end.round.progress.begin(), end.round.progress.end(),
                                   [](const QuestionProgress& p) { return p.correct; });
  turn.Note(EventKind::kRoundCompleted, {}, static_cast<int>(right),
            static_cast<int>(end.round.items.size()));
  turn.Do(PlayChime{Chime::kDone});
  // Not by GoInstead: that would journal the round as left.
  Hush(turn);
  turn.state.screen = std::move(end);
}

}  // namespace

void OnAnywhere(Turn& turn, const RoundChosen& event) {
  RoundScreen round;
  round.pool = event.pool;
  round.refs = DrawRound(turn.catalog, event.pool, turn.state.visit.seen, turn.now.today,
                         turn.state.random);
  if (round.refs.empty()) return;
  const LoadItems load{round.refs};
  const Screen& present = turn.state.screen;
  if (std::holds_alternative<RoundEndScreen>(present) ||
      std::holds_alternative<RoundScreen>(present)) {
    GoInstead(turn, std::move(round));
  } else {
    GoTo(turn, std::move(round));
  }
  turn.Do(load);
}

void On(Turn& turn, RoundScreen& screen, const ItemsLoaded& event) {
  if (!screen.items.empty()) return;
  for (const ItemPtr& item : event.items) {
    if (item && CountChoices(*item) > 0) screen.items.push_back(item);
  }
  if (screen.items.empty()) {
    GoBack(turn);
    return;
  }
  for (const ItemPtr& item : screen.items) {
    screen.progress.push_back(BeginQuestion(CountChoices(*item), turn.now));
    turn.state.visit.seen.push_back(item->envelope.id);
  }
  if (IsSingle(screen)) {
    turn.Note(EventKind::kItemOpened, screen.items.front()->envelope.id);
  } else {
    turn.Note(EventKind::kRoundBegun);
  }
}

void On(Turn& turn, RoundScreen& screen, const ChoiceTapped& event) {
  const OpenQuestion question = FindOpenQuestion(screen);
  if (question.item == nullptr || event.choice >= question.progress->chosen.size()) return;
  const auto* quiz = std::get_if<content::Quiz>(&question.item->body);
  if (quiz == nullptr) return;
  question.progress->chosen[event.choice].flip();
  if (!quiz->multiple) Judge(turn, question);
}

void On(Turn&, RoundScreen& screen, const SegmentTapped& event) {
  const OpenQuestion question = FindOpenQuestion(screen);
  if (question.item == nullptr || event.segment >= question.progress->chosen.size()) return;
  if (!std::holds_alternative<content::Spot>(question.item->body)) return;
  question.progress->chosen[event.segment].flip();
}

void On(Turn& turn, RoundScreen& screen, const AnswerConfirmed&) {
  const OpenQuestion question = FindOpenQuestion(screen);
  if (question.item == nullptr) return;
  const auto& chosen = question.progress->chosen;
  const bool nothing = std::find(chosen.begin(), chosen.end(), true) == chosen.end();
  // To mark nothing is an answer to a spot ("nothing suspicious"), but to no multiple choice.
  if (nothing && !std::holds_alternative<content::Spot>(question.item->body)) return;
  Judge(turn, question);
}

void On(Turn& turn, RoundScreen& screen, const NextTapped&) {
  if (screen.index >= screen.items.size() || !screen.progress[screen.index].answered) return;
  if (IsSingle(screen)) {
    GoBack(turn);
  } else if (screen.index + 1 < screen.items.size()) {
    Hush(turn);
    ++screen.index;
    screen.progress[screen.index].shown_at = turn.now.seconds;
  } else {
    EndRound(turn, screen);
  }
}

void On(Turn& turn, RoundEndScreen&, const NextTapped&) { GoHome(turn); }

}  // namespace kiosk
