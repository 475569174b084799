// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "content/catalog.h"
#include "content/results.h"

/// Journals as kiosks write them, and what they are about.
namespace testing {

inline constexpr std::int64_t kSomeHour = 498749;  // 2026-11-24T05:00Z, 13:00 in Beijing

inline content::JournalEvent MakeEvent(content::EventKind kind, const std::string& item = "",
                                       int value = 0, int detail = 0) {
  content::JournalEvent event;
  event.kind = kind;
  event.visit = 3;
  event.hour = kSomeHour;
  event.item = item;
  event.value = value;
  event.detail = detail;
  return event;
}

inline content::JournalEvent MakeAnswer(const std::string& item, content::Signal signal,
                                        content::Signal said) {
  content::JournalEvent event = MakeEvent(content::EventKind::kAnswered, item, 42);
  event.signal = signal;
  event.said = said;
  event.correct = signal == said;
  return event;
}

/// One of every kind, numbered, about items of QuizCatalog and one that it does not know.
inline std::vector<content::JournalEvent> EveryKindOfEvent() {
  using content::EventKind;
  using content::Signal;
  std::vector<content::JournalEvent> events = {
      MakeEvent(EventKind::kVisitBegun),
      MakeEvent(EventKind::kRoundBegun),
      MakeAnswer("q.one", Signal::kScam, Signal::kGenuine),
      MakeAnswer("q.two", Signal::kGenuine, Signal::kGenuine),
      MakeAnswer("gone.since", Signal::kNone, Signal::kNone),
      MakeEvent(EventKind::kRoundCompleted, "", 5, 6),
      MakeEvent(EventKind::kRoundLeft),
      MakeEvent(EventKind::kChatEnded, "q.chat", 5),
      MakeEvent(EventKind::kVideoStarted, "q.film"),
      MakeEvent(EventKind::kVideoEnded, "q.film", 63),
      MakeEvent(EventKind::kItemOpened, "q.card"),
      MakeEvent(EventKind::kSurveyAnswered, "q.survey", 1, 2),
      MakeEvent(EventKind::kEmergencyOpened),
      MakeAnswer("q.one", Signal::kScam, Signal::kScam),
      MakeEvent(EventKind::kVisitEnded, "", 63, 1),
      MakeEvent(EventKind::kTrainingBegun, "q.pond", 2, 1),
      MakeEvent(EventKind::kTrainingChose, "q.pond.bank.jump", 42, 1),
      MakeEvent(EventKind::kTrainingChose, "q.pond.bank.fine", 30, content::kOpinion),
      MakeEvent(EventKind::kTrainingThrew, "q.pond.bank.throw", 65, 87),
      MakeEvent(EventKind::kTrainingStopped, "q.pond.bank", 3),
      MakeEvent(EventKind::kTrainingEnded, "q.pond", 312, 9)};
  events[18].correct = true;  // caught
  events[13].kind = EventKind::kMicroRound;
  for (std::size_t i = 0; i < events.size(); ++i) {
    events[i].number = static_cast<std::int64_t>(i) + 1;
  }
  return events;
}

/// A catalogue of names only: no file stands behind it.
inline content::Catalog QuizCatalog() {
  content::Pack pack;
  const auto add = [&pack](const std::string& id, content::Kind kind, const content::Text& title) {
    content::ItemSummary item;
    item.envelope.id = id;
    item.envelope.kind = kind;
    item.envelope.topic = "fraud.t01";
    item.envelope.title = title;
    pack.manifest.items.push_back(item);
  };
  add("q.one", content::Kind::kQuiz, {"第一题", "Question one"});
  add("q.two", content::Kind::kQuiz, {"第二题", "Question two"});
  add("q.chat", content::Kind::kChat, {"一次对话", "A chat"});
  add("q.film", content::Kind::kVideo, {"一部影片", "A film"});
  add("q.card", content::Kind::kCard, {"一张卡片", ""});
  add("q.survey", content::Kind::kSurvey, {"一份问卷", "A survey"});
  add("q.pond", content::Kind::kScenario, {"池塘", "The pond"});
  content::Catalog catalog;
  catalog.packs.push_back(pack);
  return catalog;
}

}  // namespace testing
