// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "content/item.h"
#include "kiosk/screens/parts.h"
#include "kiosk/screens/sample.h"
#include "kiosk/screens/screens.h"
#include "kiosk/screens/stack.h"

namespace kiosk {

// Questions of a round, of the attract loop and of films, in blocks that screens place.

/// The choices of one question and what was chosen. `judge`: "real or scam", side by side.
struct ChoiceSet {
  const std::vector<content::Choice>* choices = nullptr;
  const QuestionProgress* progress = nullptr;
  bool multiple = false;
  bool judge = false;
};

/// The device with the message, the picture, the stem. `on_card`: a scenario told in the stem alone
/// stands on a card with its channel's tag.
void StackReading(Stack& stack, const View& view, Ui& ui, const content::Item& item);
/// The same in two parts, for a message that stands beside its question.
void StackQuizSample(Stack& stack, const View& view, Ui& ui, const content::Quiz& quiz);
void StackStem(Stack& stack, const View& view, Ui& ui, const content::Quiz& quiz);

/// Choices to be tapped, ids "answer.N". Sets `event` to ChoiceTapped.
void StackChoices(Stack& stack, const View& view, Ui& ui, const ChoiceSet& set, MaybeEvent& event);

/// What was it, and was it seen: mark and sentence.
void StackVerdict(Stack& stack, Ui& ui, bool correct, const std::string& sentence);
[[nodiscard]] std::string VerdictSentence(const View& view, content::Signal signal, bool correct,
                                          bool names_signal);

/// After the answer: the chosen one and the right one, marked by shape and by word, with what was
/// seen in it. Everything else is folded away.
void StackAnswers(Stack& stack, const View& view, Ui& ui, const ChoiceSet& set);

/// "Why" on a card, and the line to remember. Either may be empty.
void StackWhy(Stack& stack, Ui& ui, std::string explanation);
void StackTakeaway(Stack& stack, Ui& ui, std::string takeaway);

/// How a thing found, missed or wrongly marked is shown: never by colour alone.
enum class Mark { kRight, kLook, kMissed, kNumber, kBox, kBoxTicked };
void PaintMark(Ui& ui, Vec center, float radius, Mark mark, const std::string& number = {});

/// One question on the area below the progress line; `last` names the button after feedback.
[[nodiscard]] MaybeEvent DrawQuizQuestion(const View& view, Ui& ui, Rect area,
                                          const content::Item& item,
                                          const QuestionProgress& progress, const std::string& key,
                                          content::TextView next);
[[nodiscard]] MaybeEvent DrawSpotQuestion(const View& view, Ui& ui, Rect area,
                                          const content::Item& item,
                                          const QuestionProgress& progress, const std::string& key,
                                          content::TextView next);

}  // namespace kiosk
