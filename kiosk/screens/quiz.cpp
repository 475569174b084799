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

/// Where what was judged stands once more after the answer: "look again" needs something to look
/// at.
enum class Again { kNowhere, kFirst, kLast };

void StackAgain(Stack& stack, const Question& q) {
  if (q.quiz.sample) {
    StackQuizSample(stack, q.view, q.ui, q.quiz);
  } else {
    StackReading(stack, q.view, q.ui, q.item);
  }
}

/// Verdict and answers; `why` and `takeaway` after them where they are not in a column of their
/// own.
Stack FeedbackColumn(const Question& q, float width, Again again, const std::string& why,
                     const std::string& takeaway) {
  Stack stack(q.ui, width, IsLow(q.ui) ? 20 : 24);
  StackVerdict(stack, q.ui, q.progress.correct,
               VerdictSentence(q.view, q.item.envelope.signal, q.progress.correct, q.quiz.judge));
  if (!IsLow(q.ui)) stack.Gap(kGap);
  if (again == Again::kFirst) StackAgain(stack, q);
  StackAnswers(stack, q.view, q.ui, q.set);
  StackWhy(stack, q.ui, why);
  StackTakeaway(stack, q.ui, takeaway);
  if (again == Again::kLast) {
    stack.Gap(kGap);
    stack.Text(Type::kLabel, Ink::kSoft, q.view.Say(words::kAskedAgain));
    StackAgain(stack, q);
  }
  return stack;
}

void DrawFeedback(const Question& q, Rect left, Rect right) {
  const bool portrait = q.ui.Portrait();
  const std::string why = q.view.Say(q.quiz.explanation);
  const std::string takeaway = q.view.Say(q.quiz.takeaway);
  const std::string why_here = portrait ? why : "";
  // The line to remember stands where it is seen without scrolling, if there is such a place.
  Stack beside(q.ui, right.w, 16);
  StackWhy(beside, q.ui, why);
  Stack beside_all = beside;
  StackTakeaway(beside_all, q.ui, takeaway);
  const auto column = [&](Again again, bool all) {
    return FeedbackColumn(q, left.w, again, why_here, all ? takeaway : "");
  };
  const bool to_left = portrait || (beside_all.Height() > right.h &&
                                    column(Again::kNowhere, true).Height() <= left.h);
  // The message stands where it was before, unless what is new then had to be scrolled for.
  Stack answers = column(Again::kFirst, to_left);
  if (answers.Height() > left.h) answers = column(Again::kLast, to_left);
  answers.DrawIn("answered." + q.key, left);
  if (!portrait) (to_left ? beside : beside_all).DrawIn("why." + q.key, right);
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
