// SPDX-License-Identifier: MIT
#include <algorithm>
#include <limits>
#include <string_view>

#include "kiosk/core/rules.h"

namespace kiosk {
namespace {

using content::ItemRef;

/// How long after its end a film may still be on the screen when the player says nothing.
constexpr double kFilmGrace = 10;
/// Seconds between looks at dates and hours when nothing can be shown, or only one item.
constexpr double kLookAgain = 60;

bool Holds(const content::AttractSlot& slot, const Now& now) {
  if (slot.from && now.today < *slot.from) return false;
  if (slot.until && *slot.until < now.today) return false;
  if (slot.hour_from < slot.hour_until) {
    return slot.hour_from <= now.hour && now.hour < slot.hour_until;
  }
  return slot.hour_from <= now.hour || now.hour < slot.hour_until;  // Over midnight.
}

bool IsForAttract(content::Kind kind) {
  return kind == content::Kind::kCard || kind == content::Kind::kQuiz ||
         kind == content::Kind::kSpot || kind == content::Kind::kVideo;
}

/// The slots that hold now. Items are looked for in the slot's own pack only.
struct Loop {
  std::vector<ItemRef> refs;
  std::vector<int> seconds;  ///< One a reference.
  bool any = false;          ///< Some pack has a slot, be it for another day.
};

Loop FindLoop(const content::Catalog& catalog, const Now& now) {
  Loop loop;
  for (std::size_t p = 0; p < catalog.packs.size(); ++p) {
    const content::Manifest& manifest = catalog.packs[p].manifest;
    for (const content::AttractSlot& slot : manifest.attract) {
      loop.any = true;
      if (!Holds(slot, now)) continue;
      for (std::size_t i = 0; i < manifest.items.size(); ++i) {
        const content::Envelope& envelope = manifest.items[i].envelope;
        if (envelope.id != slot.item) continue;
        if (IsForAttract(envelope.kind) && content::IsShowable(envelope, now.today)) {
          loop.refs.push_back({p, i});
          loop.seconds.push_back(std::max(slot.seconds, 1));
        }
        break;
      }
    }
  }
  return loop;
}

/// Index of the slot after the present one: never the item shown last, if there is another.
std::size_t FindNext(const Turn& turn, const AttractScreen& screen, const Loop& loop) {
  const std::string& last = turn.state.last_attract;
  const std::size_t count = loop.refs.size();
  const auto id = [&](std::size_t i) -> std::string_view {
    return turn.catalog.EnvelopeOf(loop.refs[i]).id;
  };
  std::size_t next = 0;
  if (screen.slots == loop.refs) {
    next = (screen.index + 1) % count;
  } else {
    for (std::size_t i = 0; i < count; ++i) {
      if (id(i) == last) next = (i + 1) % count;
    }
  }
  for (std::size_t tries = 0; tries < count && id(next) == last; ++tries) next = (next + 1) % count;
  return next;
}

void StopFilm(Turn& turn, AttractScreen& screen) {
  if (screen.playing) turn.Do(StopVideo{});
  screen.playing = false;
}

void ShowGreeting(Turn& turn, AttractScreen& screen, bool look_again) {
  StopFilm(turn, screen);
  screen.slots.clear();
  screen.item = nullptr;
  screen.answer = {};
  screen.until =
      look_again ? turn.now.seconds + kLookAgain : std::numeric_limits<double>::infinity();
}

void ShowNext(Turn& turn, AttractScreen& screen) {
  const Loop loop = FindLoop(turn.catalog, turn.now);
  if (loop.refs.empty()) {
    ShowGreeting(turn, screen, loop.any);
    return;
  }
  const std::size_t next = FindNext(turn, screen, loop);
  const double seconds = loop.seconds[next];
  const bool same = screen.item && screen.slots == loop.refs && screen.index == next;
  if (same && !std::holds_alternative<content::Video>(screen.item->body)) {
    screen.until = turn.now.seconds + std::max(seconds, kLookAgain);  // Alone: it simply stays.
    return;
  }
  screen.slots = loop.refs;
  screen.index = next;
  screen.item = nullptr;
  screen.answer = {};
  screen.captions_zh.clear();
  screen.captions_en.clear();
  screen.position = 0;
  screen.shown_at = turn.now.seconds;
  screen.until = turn.now.seconds + seconds;
  turn.state.last_attract = turn.catalog.EnvelopeOf(loop.refs[next]).id;
  turn.Do(LoadItems{{loop.refs[next]}});
}

const content::Quiz* FindJudgeQuiz(const ItemPtr& item) {
  const auto* quiz = item ? std::get_if<content::Quiz>(&item->body) : nullptr;
  return quiz != nullptr && quiz->judge ? quiz : nullptr;
}

}  // namespace

void ShowAttract(Turn& turn) {
  if (auto* screen = std::get_if<AttractScreen>(&turn.state.screen)) ShowNext(turn, *screen);
}

void On(Turn& turn, AttractScreen&, const VisitStarted&) { GoHome(turn); }
void On(Turn& turn, AttractScreen&, const NextTapped&) { GoHome(turn); }

void On(Turn& turn, AttractScreen& screen, const ChoiceTapped& event) {
  const content::Quiz* quiz = FindJudgeQuiz(screen.item);
  if (quiz == nullptr || screen.answer.answered || event.choice >= screen.answer.chosen.size()) {
    return;
  }
  BeginVisit(turn);
  screen.answer.chosen[event.choice] = true;
  JudgeChoices(quiz->choices, screen.answer);
  turn.state.visit.seen.push_back(screen.item->envelope.id);
  RecordAnswer(turn, content::EventKind::kMicroRound, screen.item->envelope, screen.answer);
}

void On(Turn& turn, AttractScreen& screen, const Ticked&) {
  if (turn.state.visit.number == 0) {
    turn.state.visit.settings = turn.state.defaults;
    if (IsDue(screen.until, turn.now)) ShowNext(turn, screen);
  } else if (IsDue(turn.state.last_touch + kMicroRoundSeconds, turn.now)) {
    EndVisit(turn, Parting::kIdle);
  }
}

void On(Turn& turn, AttractScreen& screen, const ItemsLoaded& event) {
  if (screen.item || screen.index >= screen.slots.size() || event.items.empty()) return;
  const ItemRef ref = screen.slots[screen.index];
  const ItemPtr& item = event.items.front();
  if (!item || !IsForAttract(item->envelope.kind) || !IsIn(turn.catalog, ref)) return;
  screen.item = item;
  screen.shown_at = turn.now.seconds;
  if (const content::Quiz* quiz = FindJudgeQuiz(item)) {
    screen.answer = BeginQuestion(quiz->choices.size(), turn.now);
  }
  const auto* film = std::get_if<content::Video>(&item->body);
  if (film == nullptr) {
    StopFilm(turn, screen);
    return;
  }
  // One film follows the other without a stop between: no black gap. A film is shown whole; its
  // end moves the loop on.
  screen.playing = true;
  screen.until = std::max(screen.until, turn.now.seconds + film->duration_seconds + kFilmGrace);
  turn.Do(StartVideo{ref, film->file, 0, true});
  turn.Do(LoadCaptions{ref});
}

void On(Turn&, AttractScreen& screen, const CaptionsLoaded& event) {
  if (!screen.playing) return;
  screen.captions_zh = event.zh;
  screen.captions_en = event.en;
}

void On(Turn& turn, AttractScreen& screen, const LoadFailed&) {
  if (!screen.item) StopFilm(turn, screen);
}

void On(Turn&, AttractScreen& screen, const VideoMoved& event) {
  if (screen.playing) screen.position = event.position;
}

void On(Turn& turn, AttractScreen& screen, const VideoEnded&) {
  if (!screen.playing) return;
  if (turn.state.visit.number == 0) {
    ShowNext(turn, screen);
  } else {
    StopFilm(turn, screen);  // Somebody is choosing a language: the loop waits for them.
  }
}

void On(Turn& turn, AttractScreen& screen, const VideoFailed&) {
  if (!screen.playing) return;
  screen.playing = false;  // The poster stands for as long as a card would.
  screen.until = turn.now.seconds + content::AttractSlot{}.seconds;
}

}  // namespace kiosk
