// SPDX-License-Identifier: MIT
#pragma once

// A catalogue made in memory, and a stage that plays the program's part around Update: it answers
// loads at once, keeps the journal and moves a virtual clock from deadline to deadline.

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "kiosk/core/update.h"
#include "tests/support/catch.h"

namespace kiosk {

inline constexpr content::Date kToday{std::chrono::year(2026), std::chrono::month(11),
                                      std::chrono::day(23)};

inline content::Date DayOfMonth(unsigned day) {
  return {std::chrono::year(2026), std::chrono::month(11), std::chrono::day(day)};
}

template <typename Body>
content::Item MakeItem(const std::string& id, content::Kind kind, Body body) {
  content::Item item;
  item.envelope.id = id;
  item.envelope.kind = kind;
  item.envelope.topic = id;
  item.envelope.title = {id, id};
  item.body = std::move(body);
  return item;
}

inline content::Choice MakeChoice(const std::string& id, bool correct,
                                  std::optional<content::Signal> says = {}) {
  content::Choice choice;
  choice.id = id;
  choice.correct = correct;
  choice.says = says;
  return choice;
}

/// "Real or scam?": choice 0 says scam, choice 1 says genuine.
inline content::Item MakeQuiz(const std::string& id, content::Signal signal) {
  const bool scam = signal == content::Signal::kScam;
  content::Quiz quiz;
  quiz.judge = true;
  quiz.choices = {MakeChoice("scam", scam, content::Signal::kScam),
                  MakeChoice("genuine", !scam, content::Signal::kGenuine)};
  quiz.takeaway = {"记住" + id, "Remember " + id};
  content::Item item = MakeItem(id, content::Kind::kQuiz, quiz);
  item.envelope.signal = signal;
  return item;
}

/// Choices 0 and 2 of three are right.
inline content::Item MakeMultiple(const std::string& id) {
  content::Quiz quiz;
  quiz.multiple = true;
  quiz.choices = {MakeChoice("a", true), MakeChoice("b", false), MakeChoice("c", true)};
  return MakeItem(id, content::Kind::kQuiz, quiz);
}

/// Eight segments, of which the first `flags` are red flags.
inline content::Item MakeSpot(const std::string& id, content::Signal signal, std::size_t flags) {
  content::Spot spot;
  spot.segments.resize(8);
  for (std::size_t i = 0; i < flags; ++i) spot.segments[i].flag = true;
  spot.takeaway = {"记住" + id, "Remember " + id};
  content::Item item = MakeItem(id, content::Kind::kSpot, spot);
  item.envelope.signal = signal;
  return item;
}

/// n1 (two messages) → send → harm (loss 5000), hang up → safe; "ask" → n2 → hang up → safe.
inline content::Item MakeChat(const std::string& id, bool helper) {
  content::Chat chat;
  chat.helper = helper;
  chat.partner = {"客服", "Support"};
  chat.start = "n1";
  content::ChatNode n1, n2, harm, safe;
  n1.id = "n1";
  n1.messages = {{"您好。", "Hello there."}, {"请转账。", "Please send money."}};
  n1.replies = {{{"转", "Send"}, "harm", 5, false},
                {{"挂断", "Hang up"}, "safe", 0, true},
                {{"问", "Ask"}, "n2", 1, false}};
  n2.id = "n2";
  n2.speaker = {"经理", "Boss"};
  n2.messages = {{"快！", "Quick!"}};
  n2.replies = {{{"挂断", "Hang up"}, "safe", 0, true}};
  harm.id = "harm";
  harm.end = true;
  harm.outcome = content::Outcome::kHarm;
  harm.loss = 5000;
  harm.messages = {{"谢谢。", "Thanks."}};
  safe.id = "safe";
  safe.end = true;
  safe.outcome = content::Outcome::kStopped;
  chat.nodes = {n1, n2, harm, safe};
  return MakeItem(id, content::Kind::kChat, chat);
}

/// 60 s with a question at 20 s and one at 59.9 s; in both, choice 1 is right.
inline content::Item MakeFilm(const std::string& id, const std::string& next = {}) {
  content::Video film;
  film.file = "media/" + id + ".webm";
  film.duration_seconds = 60;
  film.next = next;
  film.questions.resize(2);
  film.questions[0].at_seconds = 20;
  film.questions[1].at_seconds = 59.9;
  for (auto& question : film.questions) {
    question.choices = {MakeChoice("a", false), MakeChoice("b", true)};
  }
  content::Item item = MakeItem(id, content::Kind::kVideo, film);
  item.envelope.signal = content::Signal::kScam;
  return item;
}

inline content::Item MakeCard(const std::string& id) {
  return MakeItem(id, content::Kind::kCard, content::Card{});
}

inline content::Item MakeChecklist(const std::string& id) {
  content::Checklist list;
  list.groups.resize(2);
  list.groups[0].entries.resize(1);
  list.groups[0].entries[0].id = "id-card";
  list.groups[1].entries.resize(1);
  list.groups[1].entries[0].id = "photo";
  return MakeItem(id, content::Kind::kChecklist, list);
}

inline content::Item MakeDirectory(const std::string& id) {
  content::Directory directory;
  directory.groups.resize(1);
  directory.groups[0].entries.resize(2);
  directory.groups[0].entries[0].id = "desk";
  directory.groups[0].entries[1].id = "group";
  return MakeItem(id, content::Kind::kDirectory, directory);
}

inline content::Item MakeSurvey(const std::string& id) {
  content::Survey survey;
  survey.questions.resize(3);
  for (auto& question : survey.questions) question.options.resize(2);
  return MakeItem(id, content::Kind::kSurvey, survey);
}

/// One pack, its items and its attract slots.
struct World {
  content::Catalog catalog;
  std::map<std::string, ItemPtr> items;

  World() { catalog.packs.resize(1); }

  content::Manifest& Manifest() { return catalog.packs[0].manifest; }

  content::ItemRef Add(content::Item item) {
    const std::string id = item.envelope.id;
    Manifest().items.push_back({"items/" + id + ".json", item.envelope});
    items[id] = std::make_shared<const content::Item>(std::move(item));
    return {0, Manifest().items.size() - 1};
  }

  void Attract(const std::string& id, int seconds = 12) {
    content::AttractSlot slot;
    slot.item = id;
    slot.seconds = seconds;
    Manifest().attract.push_back(slot);
  }

  [[nodiscard]] content::ItemRef Ref(const std::string& id) const {
    const auto ref = catalog.Find(id);
    REQUIRE(ref);
    return *ref;
  }
};

/// Something of every kind.
inline World MakeTown() {
  using content::Signal;
  World town;
  for (int i = 0; i < 6; ++i) {
    town.Add(MakeQuiz("fraud.scam" + std::to_string(i), Signal::kScam));
    town.Add(MakeQuiz("fraud.genuine" + std::to_string(i), Signal::kGenuine));
  }
  town.Add(MakeSpot("fraud.spot-scam", Signal::kScam, 4));
  town.Add(MakeSpot("fraud.spot-genuine", Signal::kGenuine, 0));
  town.Add(MakeChat("fraud.chat", false));
  town.Add(MakeChat("fraud.helper", true));
  town.Add(MakeFilm("fraud.film", "fraud.card"));
  town.Add(MakeCard("fraud.card"));
  town.Add(MakeCard(content::kEmergencyTopic));
  town.Add(MakeChecklist("service.residence"));
  town.Add(MakeDirectory("station.directory"));
  town.Add(MakeItem("station.report", content::Kind::kReport, content::Report{}));
  town.Add(MakeSurvey("station.opinion"));
  town.Add(MakeMultiple("safety.water"));
  town.Add(MakeItem("safety.pond", content::Kind::kScenario, content::Scenario{}));
  town.Attract("fraud.scam0");
  town.Attract("fraud.card", 8);
  town.Attract("fraud.film");
  return town;
}

/// Every field of both that the visitor could have touched. The bindings name all members, so that
/// a new one does not compile until it is compared here.
inline void CheckSame(const AttractScreen& a, const AttractScreen& b) {
  const auto& [slots, index, item, shown_at, until, answer, playing, position, zh, en] = a;
  CHECK(slots == b.slots);
  CHECK(index == b.index);
  CHECK(item == b.item);
  CHECK(shown_at == b.shown_at);
  CHECK(until == b.until);
  const auto& [chosen, answered, correct, said, question_shown_at] = answer;
  CHECK(chosen == b.answer.chosen);
  CHECK(answered == b.answer.answered);
  CHECK(correct == b.answer.correct);
  CHECK(said == b.answer.said);
  CHECK(question_shown_at == b.answer.shown_at);
  CHECK(playing == b.playing);
  CHECK(position == b.position);
  CHECK(zh.size() == b.captions_zh.size());
  CHECK(en.size() == b.captions_en.size());
}

inline void CheckSame(const State& a, const State& b) {
  const auto& [screen, visit, defaults, last_touch, asked_at, next_visit, updated_at, last_attract,
               narrating, random, notice, staff] = a;
  REQUIRE(std::holds_alternative<AttractScreen>(screen));
  REQUIRE(std::holds_alternative<AttractScreen>(b.screen));
  CheckSame(std::get<AttractScreen>(screen), std::get<AttractScreen>(b.screen));
  const auto& [number, begun_at, settings, back, seen] = visit;
  CHECK(number == b.visit.number);
  CHECK(begun_at == b.visit.begun_at);
  CHECK(settings == b.visit.settings);
  CHECK(back.size() == b.visit.back.size());
  CHECK(seen == b.visit.seen);
  CHECK(defaults == b.defaults);
  CHECK(asked_at == b.asked_at);
  CHECK(updated_at == b.updated_at);
  CHECK(last_attract == b.last_attract);
  CHECK(narrating == b.narrating);
  CHECK(notice.has_value() == b.notice.has_value());
  const auto& [has_pin, lock, corner, preview] = staff;
  CHECK(corner.held == b.staff.corner.held);
  CHECK(preview.has_value() == b.staff.preview.has_value());
  static_cast<void>(has_pin);  // Of the device, not of a person.
  static_cast<void>(lock);
  static_cast<void>(last_touch);  // These three go on from visit to visit.
  static_cast<void>(next_visit);
  static_cast<void>(random);
}

class Stage {
 public:
  World world;
  State state;
  Now now;
  std::vector<Effect> effects;  ///< Of the last Do, with those of the answered loads.
  std::vector<content::JournalEvent> journal;
  bool loads_fail = false;

  explicit Stage(World made) : world(std::move(made)) {
    state.random.seed(7);
    now.seconds = 1000;
    now.today = kToday;
    now.hour_utc = 498'000;
    Do(Ticked{});
  }

  void Do(const Event& event) {
    effects.clear();
    const std::string last_attract = state.last_attract;
    Apply(state, event);
    if (!Has<ForgetVisitor>() || IsStaff(state.screen)) return;
    // Whenever a visit ends, the state is that of a device that was just switched on.
    State fresh;
    fresh.defaults = state.defaults;
    fresh.last_attract = last_attract;
    const auto kept_effects = effects;
    const auto kept_journal = journal;
    Apply(fresh, Ticked{});
    effects = kept_effects;
    journal = kept_journal;
    CheckSame(state, fresh);
  }

  /// Lets time pass; Ticked comes when NextDeadline says. Effects are those of the last tick.
  void Wait(double seconds) {
    const double until = now.seconds + seconds;
    for (auto next = NextDeadline(state); next && *next <= until; next = NextDeadline(state)) {
      now.seconds = std::max(now.seconds, *next);
      Do(Ticked{});
      const auto after = NextDeadline(state);
      if (after && *after <= now.seconds) FAIL("the same deadline again");
    }
    now.seconds = until;
  }

  void Open(const std::string& id) { Do(ItemChosen{world.Ref(id)}); }

  template <typename S>
  S& On() {
    REQUIRE(std::holds_alternative<S>(state.screen));
    return std::get<S>(state.screen);
  }

  template <typename E>
  [[nodiscard]] std::vector<E> All() const {
    std::vector<E> found;
    for (const Effect& effect : effects) {
      if (const auto* e = std::get_if<E>(&effect)) found.push_back(*e);
    }
    return found;
  }
  template <typename E>
  [[nodiscard]] bool Has() const {
    return !All<E>().empty();
  }
  [[nodiscard]] bool Sounds(Chime chime) const {
    for (const PlayChime& played : All<PlayChime>()) {
      if (played.chime == chime) return true;
    }
    return false;
  }

  [[nodiscard]] std::vector<content::JournalEvent> Journal(content::EventKind kind) const {
    std::vector<content::JournalEvent> found;
    for (const auto& event : journal) {
      if (event.kind == kind) found.push_back(event);
    }
    return found;
  }

 private:
  void Apply(State& to, const Event& event) {
    for (Effect& effect : Update(to, event, world.catalog, now)) {
      effects.push_back(effect);
      if (const auto* load = std::get_if<LoadItems>(&effect)) {
        Apply(to, Answer(*load));
      } else if (std::holds_alternative<LoadCaptions>(effect)) {
        Apply(to, CaptionsLoaded{{{0, 2, "字幕"}}, {{0, 2, "caption"}}});
      } else if (std::holds_alternative<SwapPacks>(effect)) {
        Apply(to, PacksSwapped{});
      } else if (const auto* write = std::get_if<WriteResult>(&effect)) {
        journal.push_back(write->event);
      }
    }
  }

  [[nodiscard]] Event Answer(const LoadItems& load) const {
    if (loads_fail) return LoadFailed{content::Error{"item.broken", {"坏", "broken"}, "", {}}};
    ItemsLoaded loaded;
    for (const content::ItemRef ref : load.refs) {
      loaded.items.push_back(world.items.at(world.catalog.EnvelopeOf(ref).id));
    }
    return loaded;
  }
};

}  // namespace kiosk
