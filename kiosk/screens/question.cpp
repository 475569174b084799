// SPDX-License-Identifier: MIT
#include "kiosk/screens/question.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "kiosk/screens/words_play.h"

namespace kiosk {
namespace {

constexpr float kRowPadX = 32, kBadge = 36, kBadgeGap = 26;
constexpr float kTagPad = 28, kTagIcon = 40;
constexpr float kPictureTallest = 520;

/// A stem that tells a case and asks in its last sentence is set as text and question.
struct Stem {
  std::string told, asked;
};

Stem SplitStem(const std::string& text) {
  for (const std::string_view end : {"。", "！", ". ", "! ", "\n"}) {
    const std::size_t at = text.rfind(end);
    if (at == std::string::npos || at + end.size() >= text.size()) continue;
    const std::size_t from = at + end.size();
    return {text.substr(0, from), text.substr(from)};
  }
  return {{}, text};
}

void StackTag(Stack& stack, Ui& ui, content::Channel channel) {
  const std::string text = ui.Say(TagOf(channel));
  const auto& words = ui.Measure(Type::kLabel, text, stack.Width());
  const float height = words.Height() + 22;
  const float width = words.width + kTagIcon + 14 + 2 * kTagPad;
  stack.Add(height, [&ui, text, channel, width](Rect area) {
    const Rect tag{area.x, area.y, width, area.h};
    ui.Panel(tag, Ground::kMint, tag.h / 2);
    ui.Icon(IconOf(channel), {tag.x + kTagPad, tag.Center().y - kTagIcon / 2, kTagIcon, kTagIcon},
            ui.ColorOf(Ink::kOnMint));
    const float left = kTagPad + kTagIcon + 14;
    ui.TextMiddle({tag.x + left, tag.y, tag.w - left, tag.h}, Type::kLabel, Ink::kOnMint, text,
                  Align::kLeft);
  });
}

void StackPicture(Stack& stack, const View& view, Ui& ui, const content::Item& item,
                  const content::Picture& picture) {
  const Texture texture = view.picture(item, picture.file);
  const float ratio = texture.height > 0
                          ? static_cast<float>(texture.width) / static_cast<float>(texture.height)
                          : 16.0f / 9.0f;
  const float height = std::min(stack.Width() / ratio, kPictureTallest);
  stack.Add(height, [&ui, texture, alt = view.Say(picture.alt)](Rect area) {
    ui.Image(area, texture, alt, false, 28);
  });
}

float RowPadY(Ui& ui) { return IsLow(ui) ? 18.0f : 26.0f; }
float CardPad(Ui& ui) { return IsLow(ui) ? 32.0f : kCardPad; }

struct Row {
  Ground ground = Ground::kOutline;
  Mark mark = Mark::kNumber;
  Type type = Type::kBody;
  std::string number, text, note_label, note;
};

float NoteHeight(Ui& ui, const Row& row, float width) {
  if (row.note_label.empty()) return 0;
  return 8 + ui.TextHeight(Type::kLabel, row.note_label, width) +
         (row.note.empty() ? 0 : 10 + ui.TextHeight(Type::kBody, row.note, width));
}

float RowHeight(Ui& ui, const Row& row, float width) {
  const float room = width - 2 * kRowPadX - 2 * kBadge - kBadgeGap;
  const float words = ui.TextHeight(row.type, row.text, room) + NoteHeight(ui, row, room);
  return std::max({ui.Mm(20), IsLow(ui) ? 104.0f : 132.0f, words + 2 * RowPadY(ui)});
}

void PaintRow(Ui& ui, Rect area, const Row& row, bool pressed) {
  const Rect shown = pressed ? area.Inset(4, 3) : area;
  ui.Panel(shown, row.ground, 32);
  if (pressed) ui.Fill(shown, ui.Colors().ink.WithAlpha(0.08f), 32);
  const float left = shown.x + kRowPadX;
  const float room = area.w - 2 * kRowPadX - 2 * kBadge - kBadgeGap;
  const float words = ui.TextHeight(row.type, row.text, room) + NoteHeight(ui, row, room);
  PaintMark(ui, {left + kBadge, shown.Center().y}, kBadge, row.mark, row.number);
  Rect text{left + 2 * kBadge + kBadgeGap, area.y + (area.h - words) / 2, room, 0};
  text.y += ui.Text(text, row.type, Ink::kText, row.text);
  if (row.note_label.empty()) return;
  text.y += 8;
  const Ink ink = row.mark == Mark::kRight ? Ink::kOnMint : Ink::kOnAmber;
  text.y += ui.Text(text, Type::kLabel, ink, row.note_label) + 10;
  ui.Text(text, Type::kBody, Ink::kText, row.note);
}

/// Real or scam, side by side when both labels fit in a line or two.
void StackJudge(Stack& stack, const View& view, Ui& ui, const ChoiceSet& set, MaybeEvent& event) {
  const float gap = 32;
  const float half = (stack.Width() - gap) / 2;
  const auto look = [](const content::Choice& choice) {
    Ui::ButtonOptions options;
    options.look = choice.says == content::Signal::kScam ? ButtonLook::kAmber : ButtonLook::kWhite;
    options.role = Role::kChoice;
    options.type = Type::kHeading;
    return options;
  };
  float height = IsLow(ui) ? 132 : 168;
  for (const content::Choice& choice : *set.choices) {
    height = std::max(height, ui.ButtonHeight(view.Say(choice.text), half, look(choice)));
  }
  stack.Add(height, [&view, &ui, set, &event, look, gap](Rect area) {
    for (std::size_t i = 0; i < set.choices->size(); ++i) {
      const content::Choice& choice = (*set.choices)[i];
      const Rect side = Cut(area, static_cast<int>(i), 2, gap);
      if (ui.Button("answer." + std::to_string(i), side, view.Say(choice.text), look(choice))) {
        event = ChoiceTapped{i};
      }
    }
  });
}

Row AnswerRow(const View& view, const ChoiceSet& set, std::size_t index) {
  const content::Choice& choice = (*set.choices)[index];
  const bool chosen = index < set.progress->chosen.size() && set.progress->chosen[index];
  Row row;
  row.text = view.Say(choice.text);
  row.type = Type::kStrong;
  if (choice.correct) {
    row.ground = Ground::kMintEdge;
    row.mark = Mark::kRight;
    const content::TextView unchosen = set.multiple ? words::kMissedOne
                                       : set.judge  ? words::kTruth
                                                    : words::kRightOne;
    row.note_label = view.Say(chosen ? words::kYouChoseRight : unchosen);
  } else {
    row.ground = Ground::kAmberEdge;
    row.mark = Mark::kLook;
    row.note_label = view.Say(words::kYouChose);
  }
  if (chosen) row.note = view.Say(choice.feedback);
  return row;
}

}  // namespace

void PaintMark(Ui& ui, Vec center, float radius, Mark mark, const std::string& number) {
  const Theme& theme = ui.Colors();
  const Rect box{center.x - radius, center.y - radius, 2 * radius, 2 * radius};
  const Rect icon = box.Inset(radius * 0.45f, radius * 0.45f);
  switch (mark) {
    case Mark::kRight:
      ui.Circle(center, radius, theme.accent);
      ui.Icon("check", icon, theme.on_teal);
      return;
    case Mark::kLook:
      ui.Circle(center, radius, theme.amber);
      ui.Icon("look", icon, theme.on_amber);
      return;
    case Mark::kMissed:
      ui.Ring(center, radius - 3, theme.on_amber, 5, true);
      ui.Icon("flag", icon, theme.on_amber);
      return;
    case Mark::kNumber:
      ui.Circle(center, radius, theme.mint);
      ui.TextMiddle(box, Type::kStrong, Ink::kOnMint, number);
      return;
    case Mark::kBox:
      ui.Outline(box.Inset(5, 5), theme.soft, 4, 14);
      return;
    case Mark::kBoxTicked:
      ui.Fill(box.Inset(5, 5), theme.accent, 14);
      ui.Icon("check", icon, theme.on_teal);
      return;
  }
}

void StackQuizSample(Stack& stack, const View& view, Ui& ui, const content::Quiz& quiz) {
  SampleFace face{quiz.sample->surface, view.Say(quiz.sample->sender), {}};
  face.pieces.push_back({.id = {}, .text = view.Say(quiz.sample->body)});
  StackSample(stack, ui, std::move(face));
  stack.Gap(20);
  stack.Text(Type::kLabel, Ink::kSoft, view.Say(quiz.sample->note));
}

void StackStem(Stack& stack, const View& view, Ui& ui, const content::Quiz& quiz) {
  const Stem stem = SplitStem(view.Say(quiz.stem));
  stack.Text(Type::kBody, Ink::kText, stem.told);
  if (!stem.told.empty()) stack.Gap(12);
  stack.Text(Type::kHeading, Ink::kText, stem.asked);
  stack.Gap(IsLow(ui) ? 24 : 32);
}

void StackReading(Stack& stack, const View& view, Ui& ui, const content::Item& item) {
  const auto& quiz = std::get<content::Quiz>(item.body);
  const Stem stem = SplitStem(view.Say(quiz.stem));
  if (quiz.sample) {
    StackQuizSample(stack, view, ui, quiz);
    stack.Gap(IsLow(ui) ? 24 : 32);
    StackStem(stack, view, ui, quiz);
    return;
  }
  const float pad = CardPad(ui);
  Stack card(ui, stack.PadWidth(pad));
  StackTag(card, ui, item.envelope.channel);
  if (quiz.picture) StackPicture(card, view, ui, item, *quiz.picture);
  card.Gap(28);
  card.Text(Type::kBody, Ink::kText, stem.told);
  card.Gap(stem.told.empty() ? 28 : 20);
  card.Text(Type::kHeading, Ink::kText, stem.asked);
  stack.Panel(Ground::kCard, pad, std::move(card));
}

void StackChoices(Stack& stack, const View& view, Ui& ui, const ChoiceSet& set, MaybeEvent& event) {
  if (set.judge && set.choices->size() == 2) {
    StackJudge(stack, view, ui, set, event);
    return;
  }
  if (set.multiple) stack.Text(Type::kLabel, Ink::kSoft, view.Say(words::kChooseAll));
  for (std::size_t i = 0; i < set.choices->size(); ++i) {
    const bool chosen = i < set.progress->chosen.size() && set.progress->chosen[i];
    Row row;
    row.text = view.Say((*set.choices)[i].text);
    row.number = std::to_string(i + 1);
    if (set.multiple) row.mark = chosen ? Mark::kBoxTicked : Mark::kBox;
    if (chosen) row.ground = Ground::kMintEdge;
    stack.Add(RowHeight(ui, row, stack.Width()), [&ui, row, i, chosen, &event](Rect area) {
      const std::string id = "answer." + std::to_string(i);
      PaintRow(ui, area, row, ui.IsPressed(id));
      if (ui.Tap(id, area, Role::kChoice, row.text, chosen)) event = ChoiceTapped{i};
    });
  }
}

std::string VerdictSentence(const View& view, content::Signal signal, bool correct,
                            bool names_signal) {
  if (!names_signal || signal == content::Signal::kNone) {
    return view.Say(correct ? words::kSeenThrough : words::kLookAgain);
  }
  if (signal == content::Signal::kScam) {
    return view.Say(correct ? words::kSeenScam : words::kAgainScam);
  }
  return view.Say(correct ? words::kSeenGenuine : words::kAgainGenuine);
}

void StackVerdict(Stack& stack, Ui& ui, bool correct, const std::string& sentence) {
  const float side = IsLow(ui) ? 72 : 88, left = side + 28;
  const Type type = IsLow(ui) ? Type::kHeading : Type::kTitle;
  const float text = ui.TextHeight(type, sentence, stack.Width() - left);
  stack.Add(std::max(side, text), [&ui, correct, side, left, type, sentence](Rect area) {
    PaintMark(ui, {area.x + side / 2, area.Center().y}, side / 2,
              correct ? Mark::kRight : Mark::kLook);
    ui.TextMiddle({area.x + left, area.y, area.w - left, area.h}, type, Ink::kText, sentence,
                  Align::kLeft);
  });
}

void StackAnswers(Stack& stack, const View& view, Ui& ui, const ChoiceSet& set) {
  // What the visitor chose comes first, then what would have been right.
  for (const bool first : {true, false}) {
    for (std::size_t i = 0; i < set.choices->size(); ++i) {
      const bool chosen = i < set.progress->chosen.size() && set.progress->chosen[i];
      if (chosen != first || (!chosen && !(*set.choices)[i].correct)) continue;
      const Row row = AnswerRow(view, set, i);
      stack.Add(RowHeight(ui, row, stack.Width()), [&ui, row, i, chosen](Rect area) {
        PaintRow(ui, area, row, false);
        ui.Note("answered." + std::to_string(i), Role::kChoice, area, row.text, chosen);
      });
    }
  }
}

void StackWhy(Stack& stack, Ui& ui, std::string explanation) {
  if (explanation.empty()) return;
  const float pad = CardPad(ui);
  Stack card(ui, stack.PadWidth(pad), IsLow(ui) ? 8 : 14);
  card.Text(Type::kHeading, Ink::kText, ui.Say(words::kWhy));
  card.Text(Type::kBody, Ink::kText, std::move(explanation));
  stack.Panel(Ground::kCard, pad, std::move(card));
}

void StackTakeaway(Stack& stack, Ui& ui, std::string takeaway) {
  if (takeaway.empty()) return;
  const float pad = CardPad(ui);
  Stack card(ui, stack.PadWidth(pad), IsLow(ui) ? 6 : 10);
  card.Text(Type::kLabel, Ink::kOnMint, ui.Say(words::kRemember));
  card.Text(IsLow(ui) ? Type::kStrong : Type::kTitle, Ink::kOnMint, std::move(takeaway));
  stack.Panel(Ground::kMint, pad, std::move(card));
}

}  // namespace kiosk
