// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "kiosk/core/rules.h"

namespace kiosk {

QuestionProgress BeginQuestion(std::size_t choices, const Now& now) {
  return {.chosen = std::vector<bool>(choices, false), .shown_at = now.seconds};
}

void JudgeChoices(const std::vector<content::Choice>& choices, QuestionProgress& progress) {
  progress.answered = true;
  progress.correct = true;
  progress.said = content::Signal::kNone;
  for (std::size_t i = 0; i < choices.size() && i < progress.chosen.size(); ++i) {
    if (progress.chosen[i] != choices[i].correct) progress.correct = false;
    if (!progress.chosen[i] || !choices[i].says) continue;
    // One choice that takes the message for a scam outweighs others that do not.
    if (progress.said != content::Signal::kScam) progress.said = *choices[i].says;
  }
}

void JudgeSpot(const content::Spot& spot, content::Signal signal, QuestionProgress& progress) {
  int flags = 0, found = 0, wrong = 0;
  for (std::size_t i = 0; i < spot.segments.size() && i < progress.chosen.size(); ++i) {
    const bool chosen = progress.chosen[i];
    if (spot.segments[i].flag) {
      ++flags;
      found += chosen ? 1 : 0;
    } else {
      wrong += chosen ? 1 : 0;
    }
  }
  progress.answered = true;
  progress.correct = flags == 0 ? wrong == 0 : found * 2 >= flags && wrong <= 1;
  progress.said = content::Signal::kNone;
  if (signal == content::Signal::kNone) return;
  progress.said = found + wrong > 0 ? content::Signal::kScam : content::Signal::kGenuine;
  progress.correct = progress.correct && progress.said == signal;
}

void RecordAnswer(Turn& turn, content::EventKind kind, const content::Envelope& envelope,
                  const QuestionProgress& progress) {
  const double tenths = (turn.now.seconds - progress.shown_at) * 10;
  // An answer that takes the message for nothing must not count as a miss or a false alarm.
  const bool judged = progress.said != content::Signal::kNone;
  turn.Write({.kind = kind,
              .item = envelope.id,
              .signal = judged ? envelope.signal : content::Signal::kNone,
              .correct = progress.correct,
              .said = progress.said,
              .value = static_cast<int>(std::lround(std::clamp(tenths, 0.0, 36000.0))),
              .detail = 0});
  turn.Do(PlayChime{progress.correct ? Chime::kRight : Chime::kLook});
}

}  // namespace kiosk
