// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "kiosk/screens/question.h"
#include "kiosk/screens/words_play.h"

namespace kiosk {
namespace {

constexpr float kReadingShare = 0.5f;  // of a landscape screen
constexpr float kChoicesMost = 0.62f;  // of the height; more and everything scrolls together
constexpr float kReadingLeast = 240;   // du of reading that must stay visible above choices

struct Question {
  const View& view;
  Ui& ui;
  const content::Item& item;
  const content::Quiz& quiz;
  const QuestionProgress& progress;
  const std::string& key;
  ChoiceSet set;
};

/// A button along the lower edge of `area`; takes its height off it.
bool BottomButton(Ui& ui, Rect& area, std::string_view id, const std::string& label, bool enabled) {
  Ui::ButtonOptions options;
  options.enabled = enabled;
  if (!enabled) options.look = ButtonLook::kCard;
  const float height =
      std::max(IsLow(ui) ? 112.0f : 132.0f, ui.ButtonHeight(label, area.w, options));
  const Rect place{area.x, area.Bottom() - height, area.w, height};
  area.h -= height + kGap;
  return ui.Button(id, place, label, options);
}

void DrawOpenPortrait(const Question& q, Rect area, MaybeEvent& event) {
  Stack reading(q.ui, area.w), choices(q.ui, area.w);
  StackReading(reading, q.view, q.ui, q.item);
  StackChoices(choices, q.view, q.ui, q.set, event);
  const float both = reading.Height() + kGap + choices.Height();
  if (both <= area.h) {
    reading.Draw(area);
    choices.Draw(area.Moved(0, reading.Height() + kGap));
    return;
  }
  const float left = area.h - choices.Height() - kGap;
  if (choices.Height() <= area.h * kChoicesMost && left >= kReadingLeast) {
    reading.DrawIn("question." + q.key, {area.x, area.y, area.w, left});
    choices.Draw({area.x, area.y + left + kGap, area.w, choices.Height()});
    return;
  }
  reading.Gap(kGap);
  StackChoices(reading, q.view, q.ui, q.set, event);
  reading.DrawIn("question." + q.key, area);
}

void DrawOpenLandscape(const Question& q, Rect left, Rect right, MaybeEvent& event) {
  Stack reading(q.ui, left.w, 20), choices(q.ui, right.w, 16);
  if (q.quiz.sample) {
    // The question stands above its choices, if it leaves them their room.
    Stack asked(q.ui, right.w, 16);
    StackStem(asked, q.view, q.ui, q.quiz);
    StackChoices(asked, q.view, q.ui, q.set, event);
    if (asked.Height() <= right.h) {
      StackQuizSample(reading, q.view, q.ui, q.quiz);
      reading.DrawIn("question." + q.key, left);
      asked.Draw(right);
      return;
    }
  }
  StackReading(reading, q.view, q.ui, q.item);
  StackChoices(choices, q.view, q.ui, q.set, event);
  reading.DrawIn("question." + q.key, left);
  choices.DrawIn("choices." + q.key, right);
}

void DrawFeedback(const Question& q, Rect left, Rect right) {
  const bool portrait = q.ui.Portrait();
  Stack answers(q.ui, left.w, IsLow(q.ui) ? 20 : 24), beside(q.ui, right.w, 16);
  StackVerdict(answers, q.ui, q.progress.correct,
               VerdictSentence(q.view, q.item.envelope.signal, q.progress.correct, q.quiz.judge));
  if (!IsLow(q.ui)) answers.Gap(kGap);
  StackAnswers(answers, q.view, q.ui, q.set);
  Stack& why = portrait ? answers : beside;
  StackWhy(why, q.ui, q.view.Say(q.quiz.explanation));
  // The line to remember stands where it is seen without scrolling, if there is such a place.
  const std::string takeaway = q.view.Say(q.quiz.takeaway);
  Stack right_end = why, left_end = answers;
  StackTakeaway(right_end, q.ui, takeaway);
  StackTakeaway(left_end, q.ui, takeaway);
  const bool to_left = !portrait && right_end.Height() > right.h && left_end.Height() <= left.h;
  if (to_left || portrait) {
    left_end.DrawIn("answered." + q.key, left);
  } else {
    answers.DrawIn("answered." + q.key, left);
  }
  if (!portrait) (to_left ? why : right_end).DrawIn("why." + q.key, right);
}

std::pair<Rect, Rect> Columns(Rect area) {
  const float left = (area.w - kColumnGap) * kReadingShare;
  return {{area.x, area.y, left, area.h},
          {area.x + left + kColumnGap, area.y, area.w - left - kColumnGap, area.h}};
}

}  // namespace

MaybeEvent DrawQuizQuestion(const View& view, Ui& ui, Rect area, const content::Item& item,
                            const QuestionProgress& progress, const std::string& key,
                            content::TextView next) {
  const auto& quiz = std::get<content::Quiz>(item.body);
  const Question q{
      view, ui, item, quiz, progress, key, {&quiz.choices, &progress, quiz.multiple, quiz.judge}};
  MaybeEvent event;
  const bool portrait = ui.Portrait();
  auto [left, right] = Columns(area);
  Rect& buttons = portrait ? area : right;
  if (progress.answered) {
    if (BottomButton(ui, buttons, "next", view.Say(next), true)) event = NextTapped{};
    DrawFeedback(q, portrait ? area : left, right);
    return event;
  }
  if (quiz.multiple) {
    const bool any =
        std::find(progress.chosen.begin(), progress.chosen.end(), true) != progress.chosen.end();
    if (BottomButton(ui, buttons, "confirm", view.Say(words::kConfirmChoices), any)) {
      event = AnswerConfirmed{};
    }
  }
  if (portrait) {
    DrawOpenPortrait(q, area, event);
  } else {
    DrawOpenLandscape(q, left, right, event);
  }
  return event;
}

}  // namespace kiosk
