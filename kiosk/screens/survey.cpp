// SPDX-License-Identifier: MIT
#include <algorithm>

#include "kiosk/screens/parts.h"
#include "kiosk/screens/phrase.h"
#include "kiosk/screens/sheet.h"
#include "kiosk/screens/words_info.h"

namespace kiosk {
namespace {

using content::Survey;
using content::SurveyQuestion;

constexpr float kProgressBar = 14;
constexpr float kLeastOption = 96, kMostOption = 164;
constexpr float kOptionGap = 18, kOptionPad = 36, kRing = 56;

void StackProgress(Stack& stack, const View& view, Ui& ui, std::size_t index, std::size_t count) {
  const std::string text = Phrase(view.Say(words::kSurveyProgress),
                                  {{"n", std::to_string(index + 1)}, {"m", std::to_string(count)}});
  const std::string note = view.Say(words::kSurveyAnonymous);
  const float both =
      ui.Measure(Type::kLabel, text, 4000).width + 40 + ui.Measure(Type::kLabel, note, 4000).width;
  const bool row = both <= stack.Width();
  stack.Text(Type::kLabel, Ink::kSoft, row ? text + " · " + note : text);
  if (!row) {
    stack.Gap(2);
    stack.Text(Type::kLabel, Ink::kSoft, note);
  }
  const float share = (static_cast<float>(index) + 0.5f) / static_cast<float>(count);
  stack.Gap(12);
  stack.Add(kProgressBar, [&ui, text, share](Rect bar) {
    ui.Fill(bar, ui.Colors().track, bar.h / 2);
    ui.Fill({bar.x, bar.y, bar.w * share, bar.h}, ui.Colors().accent, bar.h / 2);
    ui.Note("survey.progress", Role::kProgress, bar, text);
  });
}

void StackOption(Stack& stack, Ui& ui, const std::string& text, std::size_t n, bool chosen,
                 float least, MaybeEvent& event) {
  const float room = stack.Width() - 2 * kOptionPad - kRing - 28;
  const float height =
      std::max({least, ui.Mm(20), ui.TextHeight(Type::kBody, text, room) + 2 * 24});
  stack.Add(height, [&ui, &event, text, n, chosen, room](Rect area) {
    const std::string id = "option." + std::to_string(n);
    const Rect shown = ui.IsPressed(id) ? area.Inset(4, 3) : area;
    ui.Panel(shown, chosen ? Ground::kMintEdge : Ground::kOutline, 34);
    const Vec middle{shown.x + kOptionPad + kRing / 2, shown.Center().y};
    if (chosen) {
      ui.Circle(middle, kRing / 2, ui.Colors().accent);
      ui.Icon("check", {middle.x - 20, middle.y - 20, 40, 40}, ui.Colors().on_teal);
    } else {
      ui.Ring(middle, kRing / 2 - 2, ui.Colors().soft, 4);
    }
    ui.TextMiddle({shown.x + kOptionPad + kRing + 28, shown.y, room, shown.h},
                  chosen ? Type::kStrong : Type::kBody, chosen ? Ink::kOnMint : Ink::kText, text,
                  Align::kLeft);
    if (ui.Tap(id, area, Role::kChoice, text, chosen)) event = OptionTapped{n};
  });
}

MaybeEvent DrawThanks(const Survey& survey, const View& view, Ui& ui, Rect area) {
  const std::vector<BarButton> bar = {{"next", view.Say(words::kSurveyClose)}};
  const float height = std::max(130.0f, BarHeight(ui, area.w, bar));
  const Rect reading{area.x, area.y, area.w, area.h - height - kGap};
  const float width = std::min(reading.w, 1100.0f);
  Stack stack(ui, width, 28);
  const float art = std::min(190.0f, reading.h * 0.3f);
  stack.Add(art, [&ui, art](Rect at) {
    ui.Circle(at.Center(), art / 2, ui.Colors().mint);
    ui.Icon("heart", Rect{at.Center().x - art / 2, at.y, art, art}.Inset(art * 0.25f, art * 0.25f),
            ui.ColorOf(Ink::kAccent));
  });
  stack.Text(Type::kTitle, Ink::kText, view.Say(words::kSurveyThanks), Align::kCenter);
  stack.Text(Type::kBody, Ink::kText, view.Say(survey.thanks), Align::kCenter);
  stack.DrawIn("survey.scroll", {area.x + (area.w - width) / 2, reading.y, width, reading.h}, true);
  if (DrawBar(ui, {area.x, area.Bottom() - height, area.w, height}, bar)) return NextTapped{};
  return {};
}

BarButton NextButton(const View& view, bool answered, bool last) {
  const content::TextView label = last ? (answered ? words::kSurveySend : words::kSurveySendEmpty)
                                       : (answered ? words::kSurveyNext : words::kSurveySkip);
  return {"next", view.Say(label), answered ? ButtonLook::kPrimary : ButtonLook::kGhost};
}

}  // namespace

MaybeEvent DrawSurvey(const SurveyScreen& screen, const View& view, Ui& ui, Rect area) {
  const auto* survey = screen.item ? std::get_if<Survey>(&screen.item->body) : nullptr;
  if (survey == nullptr) return {};
  if (screen.done) return DrawThanks(*survey, view, ui, area);
  if (screen.index >= survey->questions.size() || screen.index >= screen.answers.size()) return {};
  MaybeEvent event;
  const SurveyQuestion& question = survey->questions[screen.index];
  const int answer = screen.answers[screen.index];
  const std::vector<BarButton> bar = {
      NextButton(view, answer >= 0, screen.index + 1 == survey->questions.size())};
  const float height = std::max(130.0f, BarHeight(ui, CutSheet(ui, area, 0.44f).left.w, bar));
  // Side by side, the button stands under the question, and the options have the whole height.
  SheetColumns columns = CutSheet(ui, area, 0.44f);
  const Rect foot{area.x, area.Bottom() - height, columns.left.w, height};
  columns.left.h -= height + kGap;
  if (!columns.wide) columns.right.h = columns.left.h;
  Stack asked(ui, columns.left.w, kGap), options(ui, columns.right.w, kOptionGap);
  StackProgress(asked, view, ui, screen.index, survey->questions.size());
  if (screen.index == 0) {
    asked.Gap(28);
    asked.Text(Type::kBody, Ink::kSoft, view.Say(survey->intro));
  }
  asked.Gap(40);
  asked.Text(Type::kTitle, Ink::kText, view.Say(question.text));
  // Options share the room there is: generous when they are few, never less than a finger needs.
  const auto count = static_cast<float>(question.options.size());
  const float free = columns.wide ? columns.right.h : columns.right.h - asked.Height() - kGap;
  const float least =
      std::clamp((free - kOptionGap * (count - 1)) / count - 1, kLeastOption, kMostOption);
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    StackOption(options, ui, view.Say(question.options[i].text), i, answer == static_cast<int>(i),
                least, event);
  }
  // Each question scrolls by itself: the next one starts at its top.
  DrawSheet(ui, "survey.scroll." + std::to_string(screen.index), columns, asked, options);
  if (DrawBar(ui, foot, bar)) return NextTapped{};
  return event;
}

}  // namespace kiosk
