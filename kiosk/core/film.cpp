// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "kiosk/core/rules.h"

namespace kiosk {
namespace {

constexpr double kBackSeconds = 10;

const content::Video* FindFilm(const VideoScreen& screen) {
  return screen.item ? std::get_if<content::Video>(&screen.item->body) : nullptr;
}

/// First question not answered yet that stands at `until` or before, or -1.
int FindDueQuestion(const content::Video& film, const VideoScreen& screen, double until) {
  for (std::size_t i = 0; i < film.questions.size() && i < screen.progress.size(); ++i) {
    if (!screen.progress[i].answered && film.questions[i].at_seconds <= until) {
      return static_cast<int>(i);
    }
  }
  return -1;
}

void Ask(Turn& turn, VideoScreen& screen, int question) {
  screen.question = question;
  screen.playing = false;
  screen.progress[static_cast<std::size_t>(question)].shown_at = turn.now.seconds;
}

/// A film that runs is being watched; the idle clock begins when it stops.
void BeginWaiting(Turn& turn) { KeepVisit(turn); }

void Play(Turn& turn, VideoScreen& screen, const content::Video& film) {
  Hush(turn);
  turn.state.notice.reset();
  if (screen.ended) screen.position = 0;
  const bool resume = screen.started && !screen.ended && !screen.at_end && !screen.failed;
  if (resume) {
    turn.Do(SetVideoPaused{false});
  } else {
    turn.Do(StartVideo{screen.ref, film.file, screen.position, false});
  }
  if (!screen.counted) {
    turn.Note(content::EventKind::kVideoStarted, screen.item->envelope.id);
  }
  screen.counted = screen.started = screen.playing = true;
  screen.ended = screen.at_end = screen.failed = false;
}

void EndFilm(Turn& turn, VideoScreen& screen) {
  screen.playing = false;
  screen.ended = true;
  CloseFilm(turn, screen);
  BeginWaiting(turn);
}

/// After the last picture: what is still to be asked, then the end.
void AskOrEnd(Turn& turn, VideoScreen& screen, const content::Video& film) {
  const int due = FindDueQuestion(film, screen, std::max(screen.duration, screen.furthest));
  if (due < 0) {
    EndFilm(turn, screen);
  } else {
    Ask(turn, screen, due);
    BeginWaiting(turn);
  }
}

}  // namespace

void CloseFilm(Turn& turn, VideoScreen& screen) {
  if (!screen.counted || screen.closed) return;
  screen.closed = true;
  const double share = screen.duration > 0 ? screen.furthest / screen.duration : 0;
  turn.Note(content::EventKind::kVideoEnded, screen.item->envelope.id,
            static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * 100)));
}

void On(Turn& turn, VideoScreen& screen, const ItemsLoaded& event) {
  if (!TakeItem<content::Video>(turn, screen.item, event)) return;
  const content::Video& film = *FindFilm(screen);
  screen.duration = film.duration_seconds;
  for (const content::VideoQuestion& question : film.questions) {
    screen.progress.push_back(BeginQuestion(question.choices.size(), turn.now));
  }
  turn.Do(LoadCaptions{screen.ref});
}

void On(Turn&, VideoScreen& screen, const CaptionsLoaded& event) {
  screen.captions_zh = event.zh;
  screen.captions_en = event.en;
}

void On(Turn& turn, VideoScreen& screen, const PlayTapped&) {
  const content::Video* film = FindFilm(screen);
  if (film == nullptr || screen.playing || screen.question >= 0) return;
  Play(turn, screen, *film);
}

void On(Turn& turn, VideoScreen& screen, const PauseTapped&) {
  if (!screen.playing) return;
  screen.playing = false;
  turn.Do(SetVideoPaused{true});
}

void On(Turn& turn, VideoScreen& screen, const BackTenTapped&) {
  const content::Video* film = FindFilm(screen);
  if (film == nullptr || !screen.started || screen.failed) return;
  const bool stopped = screen.question >= 0;
  const bool over = screen.ended || screen.at_end;
  screen.question = -1;
  screen.position = std::max(0.0, screen.position - kBackSeconds);
  if (over) {
    screen.ended = false;  // The place to begin from is set; a film that ended begins at 0.
    screen.at_end = true;
    Play(turn, screen, *film);
    return;
  }
  turn.Do(SeekVideo{screen.position});
  // Going back from a question is looking again: it runs, and the question comes again.
  if (stopped) Play(turn, screen, *film);
}

void On(Turn& turn, VideoScreen& screen, const ChoiceTapped& event) {
  const content::Video* film = FindFilm(screen);
  if (film == nullptr || screen.question < 0) return;
  const auto index = static_cast<std::size_t>(screen.question);
  QuestionProgress& progress = screen.progress[index];
  if (progress.answered || event.choice >= progress.chosen.size()) return;
  progress.chosen[event.choice] = true;
  JudgeChoices(film->questions[index].choices, progress);
  RecordAnswer(turn, content::EventKind::kAnswered, screen.item->envelope, progress);
}

void On(Turn& turn, VideoScreen& screen, const NextTapped&) {
  const content::Video* film = FindFilm(screen);
  if (film == nullptr) return;
  if (screen.question >= 0) {
    if (!screen.progress[static_cast<std::size_t>(screen.question)].answered) return;
    screen.question = -1;
    if (screen.at_end) {
      AskOrEnd(turn, screen, *film);
    } else {
      Play(turn, screen, *film);
    }
  } else if (screen.ended || screen.failed) {
    const auto next = turn.catalog.Find(film->next);
    if (next) {
      OpenItem(turn, *next, true);
    } else {
      GoBack(turn);
    }
  }
}

void On(Turn& turn, VideoScreen& screen, const VideoMoved& event) {
  const content::Video* film = FindFilm(screen);
  if (film == nullptr || !screen.playing || !std::isfinite(event.position)) return;
  if (std::isfinite(event.duration) && event.duration > 0) screen.duration = event.duration;
  // Only a film that moves is watched: one that hangs must not hold the kiosk for ever.
  if (event.position > screen.position) BeginWaiting(turn);
  screen.position = std::max(0.0, event.position);
  screen.furthest = std::max(screen.furthest, screen.position);
  const int due = FindDueQuestion(*film, screen, screen.position);
  if (due < 0) return;
  Ask(turn, screen, due);
  turn.Do(SetVideoPaused{true});
}

void On(Turn& turn, VideoScreen& screen, const VideoEnded&) {
  const content::Video* film = FindFilm(screen);
  if (film == nullptr || !screen.playing) return;
  screen.at_end = true;
  screen.position = screen.furthest = std::max(screen.duration, screen.position);
  AskOrEnd(turn, screen, *film);
}

void On(Turn& turn, VideoScreen& screen, const VideoFailed& event) {
  if (!screen.started || screen.ended) return;
  screen.playing = false;
  screen.failed = true;
  screen.question = -1;
  turn.state.notice = event.error;
  turn.Do(StopVideo{});
  BeginWaiting(turn);
}

}  // namespace kiosk
