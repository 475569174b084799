// SPDX-License-Identifier: MIT
#include <string>

#include "kiosk/screens/phrase.h"
#include "kiosk/screens/question.h"
#include "kiosk/screens/screens.h"
#include "kiosk/screens/words_play.h"

namespace kiosk {
namespace {

constexpr float kBarHeight = 14;

/// "Question 2 of 6" and the bar; takes its height off `area`.
void DrawProgress(const RoundScreen& screen, const View& view, Ui& ui, Rect& area) {
  const std::string text =
      Phrase(view.Say(words::kProgress),
             {{"n", std::to_string(screen.index + 1)}, {"m", std::to_string(screen.items.size())}});
  const float words = ui.TextHeight(Type::kLabel, text, area.w);
  ui.Text({area.x, area.y, area.w, words}, Type::kLabel, Ink::kSoft, text);
  const Rect bar{area.x, area.y + words + 12, area.w, kBarHeight};
  // An answered question counts as done.
  const bool done = screen.progress[screen.index].answered;
  const float share = (static_cast<float>(screen.index) + (done ? 1.0f : 0.5f)) /
                      static_cast<float>(screen.items.size());
  ui.Fill(bar, ui.Colors().track, kBarHeight / 2);
  ui.Fill({bar.x, bar.y, bar.w * share, bar.h}, ui.Colors().accent, kBarHeight / 2);
  ui.Note("round.progress", Role::kProgress, bar, text);
  const float used = words + 12 + kBarHeight + (IsLow(ui) ? 24 : kGap);
  area.y += used;
  area.h -= used;
}

}  // namespace

MaybeEvent DrawRound(const RoundScreen& screen, const View& view, Ui& ui, Rect area) {
  if (screen.index >= screen.items.size() || screen.index >= screen.progress.size()) return {};
  const bool single = screen.items.size() == 1;
  if (!single) DrawProgress(screen, view, ui, area);
  const content::Item& item = *screen.items[screen.index];
  const QuestionProgress& progress = screen.progress[screen.index];
  // Each question scrolls by itself: the next one starts at its top.
  const std::string key = std::to_string(screen.index);
  const bool last = screen.index + 1 == screen.items.size();
  const content::TextView next = single ? words::kGoOn
                                 : last ? words::kShowResult
                                        : words::kNextQuestion;
  if (std::holds_alternative<content::Spot>(item.body)) {
    return DrawSpotQuestion(view, ui, area, item, progress, key, next);
  }
  if (std::holds_alternative<content::Quiz>(item.body)) {
    return DrawQuizQuestion(view, ui, area, item, progress, key, next);
  }
  return {};
}

}  // namespace kiosk
