// SPDX-License-Identifier: MIT
#include "content/quiz.h"

#include <algorithm>

#include "content/item_parsers.h"

namespace content {
namespace {

void CheckRightAnswers(const Fields& fields, bool multiple, const std::vector<Choice>& choices) {
  const auto right = std::count_if(choices.begin(), choices.end(),
                                   [](const Choice& choice) { return choice.correct; });
  const std::string count = std::to_string(right);
  if (!multiple && right != 1) {
    fields.ReportAt("choices", "choices.one-right",
                    {"单选题要恰好一个正确答案，现在有" + count + "个",
                     "exactly one choice must be right, here are " + count},
                    {"只留一个correct: true，或写multiple: true",
                     "leave one correct: true, or write multiple: true"});
  }
  if (multiple && right < 1) {
    fields.ReportAt("choices", "choices.one-right",
                    {"多选题至少要有一个正确答案", "at least one choice must be right"},
                    {"给正确的选项写correct: true", "write correct: true on those that are right"});
  }
}

void CheckJudge(const Fields& fields, const Envelope& envelope, const Quiz& quiz) {
  const auto says = [&quiz](Signal signal) {
    return std::count_if(quiz.choices.begin(), quiz.choices.end(),
                         [signal](const Choice& choice) { return choice.says == signal; });
  };
  if (quiz.choices.size() != 2 || says(Signal::kScam) != 1 || says(Signal::kGenuine) != 1) {
    fields.ReportAt("choices", "quiz.judge",
                    {"判断题要恰好两个选项：一个says: scam，一个says: genuine",
                     "a judge quiz has two choices, one says: scam and one says: genuine"},
                    {"改选项，或去掉judge: true", "change the choices or drop judge: true"});
  }
  if (envelope.signal == Signal::kNone) {
    fields.ReportAt("signal", "quiz.judge",
                    {"判断题要写明signal: scam或genuine", "a judge quiz is either scam or genuine"},
                    {"改signal，或去掉judge: true", "change the signal or drop judge: true"});
  }
  for (const Choice& choice : quiz.choices) {
    if (!choice.says || envelope.signal == Signal::kNone) continue;
    if (choice.correct == (*choice.says == envelope.signal)) continue;
    fields.ReportAt("choices", "quiz.judge-answer",
                    {"选项“" + choice.id + "”的对错与signal不符",
                     "whether \"" + choice.id + "\" is right does not agree with the signal"},
                    {"says与signal相同的选项才是correct: true",
                     "the choice that says what the signal is must be the right one"});
  }
}

}  // namespace

void ReadChoices(Fields& fields, bool multiple, bool with_says, std::vector<Choice>& choices) {
  constexpr const char* kSays[] = {"scam", "genuine"};
  enum class Says { kScam, kGenuine };
  std::set<std::string> ids;
  fields.GetEach("choices", 2, limits::kChoices, Need::kRequired, [&](Fields& inner) {
    Choice choice;
    inner.GetNewId("id", choice.id, ids);
    inner.GetText("text", choice.text);
    inner.GetBool("correct", choice.correct, Need::kRequired);
    if (with_says || inner.Has("says")) {
      Says says = Says::kScam;
      inner.GetWord("says", says, kSays);
      choice.says = says == Says::kScam ? Signal::kScam : Signal::kGenuine;
    }
    inner.GetText("feedback", choice.feedback);
    choices.push_back(std::move(choice));
  });
  if (!choices.empty()) CheckRightAnswers(fields, multiple, choices);
}

void ReadBody(Fields& fields, const Envelope& envelope, Quiz& quiz) {
  fields.GetBool("multiple", quiz.multiple);
  fields.GetBool("judge", quiz.judge);
  ReadSample(fields, true, quiz.sample);
  ReadPicture(fields, quiz.picture);
  fields.GetText("stem", quiz.stem);
  ReadChoices(fields, quiz.multiple, envelope.signal != Signal::kNone || quiz.judge, quiz.choices);
  fields.GetText("explanation", quiz.explanation);
  fields.GetText("takeaway", quiz.takeaway);
  if (quiz.judge && !quiz.choices.empty()) CheckJudge(fields, envelope, quiz);
}

}  // namespace content
