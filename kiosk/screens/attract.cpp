// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "content/captions.h"
#include "kiosk/screens/question.h"
#include "kiosk/screens/screens.h"
#include "kiosk/screens/words.h"
#include "kiosk/screens/words_info.h"
#include "kiosk/screens/words_play.h"

namespace kiosk {
namespace {

constexpr float kTop = 28, kHalvesGap = 72;
constexpr float kFilmRatio = 16.0f / 9.0f;
/// Between the parts of a composition.
float Space(const Ui& ui) { return IsLow(ui) ? 24.0f : 44.0f; }
/// The one sentence of the screen.
Type Sentence(const Ui& ui) { return IsLow(ui) ? Type::kTitle : Type::kDisplay; }

/// What is common to all compositions: the ground is teal, words on it are light.
struct Stage {
  const AttractScreen& screen;
  const View& view;
  Ui& ui;
  MaybeEvent& event;
  bool portrait = true;
};

/// A light chip or button on the teal ground.
bool LightButton(Ui& ui, std::string_view id, Rect area, const std::string& label, Type type,
                 float radius) {
  const Theme& theme = ui.Colors();
  const Rect shown = ui.IsPressed(id) ? area.Inset(4, 3) : area;
  ui.Fill(shown, theme.on_teal.WithAlpha(ui.IsPressed(id) ? 0.28f : 0.12f), radius);
  ui.Outline(shown, theme.on_teal.WithAlpha(0.5f), 3, radius);
  ui.TextMiddle(shown.Inset(24, 0), type, Ink::kOnTeal, label);
  return ui.Tap(id, area, Role::kButton, label);
}

/// Station's name and the other language. Returns its lower edge.
float DrawTop(const Stage& s, Rect area) {
  const std::string other = s.view.Say(words::kOtherLanguage);
  const float height = std::max(s.ui.Mm(12), s.ui.TextHeight(Type::kLabel, other, 400) + 30);
  const float width = std::max(132.0f, s.ui.Measure(Type::kLabel, other, 400).width + 64);
  const Rect chip{area.Right() - width, area.y + kTop, width, height};
  s.ui.TextMiddle({area.x, chip.y, area.w - width - 24, height}, Type::kStrong, Ink::kOnTeal,
                  s.view.Say({"{station_name}", "{station_name}"}), Align::kLeft);
  if (LightButton(s.ui, "lang", chip, other, Type::kLabel, height / 2)) {
    const bool chinese = s.view.Language() == content::Language::kChinese;
    s.event = LanguageChosen{chinese ? content::Language::kEnglish : content::Language::kChinese};
  }
  return chip.Bottom();
}

/// Some units to and fro with every slot, so that no edge stands at one place for months.
Rect Shifted(const AttractScreen& screen, Rect area) {
  const int turn = static_cast<int>(std::fmod(std::max(0.0, screen.shown_at) / 5.0, 9973.0));
  return area.Moved(static_cast<float>(turn * 7 % 13 - 6), static_cast<float>(turn * 5 % 17 - 8));
}

content::TextView QuestionFor(content::Channel channel) {
  switch (channel) {
    case content::Channel::kSms:
      return words::kRealOrScamSms;
    case content::Channel::kCall:
    case content::Channel::kVideoCall:
      return words::kRealOrScamCall;
    case content::Channel::kWeb:
      return words::kRealOrScamWeb;
    default:
      return words::kRealOrScamOther;
  }
}

void StackFootnote(Stack& stack, const Stage& s) {
  if (IsLow(s.ui) && s.portrait) return;
  stack.Text(Type::kLabel, Ink::kOnTealSoft, s.view.Say(words::kTouchToStart),
             s.portrait ? Align::kCenter : Align::kLeft);
}

/// The quiz's message; a quiz told by its stem alone puts the stem on a card.
void StackMessage(Stack& stack, const Stage& s, const content::Quiz& quiz) {
  if (!quiz.sample) {
    Stack card(s.ui, stack.PadWidth(52));
    card.Text(Type::kHeading, Ink::kText, s.view.Say(quiz.stem));
    stack.Panel(Ground::kCard, 52, std::move(card));
    return;
  }
  SampleFace face{quiz.sample->surface, s.view.Say(quiz.sample->sender), {}};
  face.pieces.push_back({.id = {}, .text = s.view.Say(quiz.sample->body)});
  StackSample(stack, s.ui, std::move(face));
}

/// Two large buttons, light and amber: no colour says which is right.
void StackAnswerButtons(Stack& stack, const Stage& s, const content::Quiz& quiz) {
  const float half = (stack.Width() - kGap) / 2;
  float height = std::max(IsLow(s.ui) ? 140.0f : 188.0f, s.ui.Mm(20));
  for (const content::Choice& choice : quiz.choices) {
    height =
        std::max(height, s.ui.TextHeight(Type::kTitle, s.view.Say(choice.text), half - 48) + 56);
  }
  stack.Add(height, [&s, &quiz](Rect area) {
    const Theme& theme = s.ui.Colors();
    for (std::size_t i = 0; i < quiz.choices.size() && i < 2; ++i) {
      const std::string id = "answer." + std::to_string(i);
      const std::string label = s.view.Say(quiz.choices[i].text);
      const bool scam = quiz.choices[i].says == content::Signal::kScam;
      const Rect side = Cut(area, static_cast<int>(i), 2, kGap);
      const Rect shown = s.ui.IsPressed(id) ? side.Inset(5, 4) : side;
      s.ui.Fill(shown, scam ? theme.amber : theme.card, 40);
      s.ui.TextMiddle(shown.Inset(24, 0), Type::kTitle, scam ? Ink::kOnAmber : Ink::kTeal, label);
      if (s.ui.Tap(id, side, Role::kChoice, label)) s.event = ChoiceTapped{i};
    }
  });
}

void StackGoOn(Stack& stack, const Stage& s) {
  Ui::ButtonOptions white;
  white.look = ButtonLook::kWhite;
  const std::string round = s.view.Say(words::kStartRound);
  const std::string other = s.view.Say(words::kSomethingElse);
  const float height = PairHeight(s.ui, stack.Width(), round, other);
  stack.Add(height, [&s, white, round, other](Rect area) {
    const Pair pair = SplitPair(s.ui, area, round, other);
    if (s.ui.Button("round", pair.left, round, white)) s.event = RoundChosen{};
    if (LightButton(s.ui, "home", pair.right, other, Type::kButton, 34)) {
      s.event = HomeTapped{};
    }
  });
}

const content::Choice* ChosenOf(const content::Quiz& quiz, const QuestionProgress& progress) {
  for (std::size_t i = 0; i < quiz.choices.size() && i < progress.chosen.size(); ++i) {
    if (progress.chosen[i]) return &quiz.choices[i];
  }
  return nullptr;
}

/// What was seen, and the line to remember.
void StackFeedback(Stack& stack, const Stage& s, const content::Quiz& quiz) {
  const float pad = IsLow(s.ui) ? 28 : kCardPad;
  Stack card(s.ui, stack.PadWidth(pad), 16);
  const content::Choice* chosen = ChosenOf(quiz, s.screen.answer);
  if (chosen != nullptr) card.Text(Type::kBody, Ink::kText, s.view.Say(chosen->feedback));
  if (card.empty() || !IsLow(s.ui)) {
    card.Text(Type::kBody, Ink::kText, s.view.Say(quiz.explanation));
  }
  card.Gap(IsLow(s.ui) ? 16 : 28);
  card.Text(Type::kLabel, Ink::kSoft, s.view.Say(words::kRemember));
  card.Gap(8);
  card.Text(Type::kHeading, Ink::kTeal, s.view.Say(quiz.takeaway));
  stack.Panel(Ground::kCard, pad, std::move(card));
}

void StackVerdictLight(Stack& stack, const Stage& s, content::Signal signal) {
  const bool correct = s.screen.answer.correct;
  const std::string text = VerdictSentence(s.view, signal, correct, true);
  const float side = IsLow(s.ui) ? 76 : 104, left = side + 28;
  const Type type = IsLow(s.ui) ? Type::kHeading : Type::kTitle;
  const float height = s.ui.TextHeight(type, text, stack.Width() - left);
  stack.Add(std::max(side, height), [&s, text, type, correct, side, left](Rect area) {
    const Vec center{area.x + side / 2, area.Center().y};
    s.ui.Circle(center, side / 2, s.ui.Colors().on_teal);
    PaintMark(s.ui, center, side / 2 - 6, correct ? Mark::kRight : Mark::kLook);
    s.ui.TextMiddle({area.x + left, area.y, area.w - left, area.h}, type, Ink::kOnTeal, text,
                    Align::kLeft);
  });
}

/// `reading` above `foot`, both in the middle; when they are too tall the foot with its buttons
/// stays in sight and the rest scrolls.
void PlaceAbove(const Stage& s, Rect area, const Stack& reading, const Stack& foot) {
  const float both = reading.Height() + Space(s.ui) + foot.Height();
  if (both <= area.h) {
    const float top = (area.h - both) / 2;
    reading.Draw(area.Moved(0, top));
    foot.Draw(area.Moved(0, top + reading.Height() + Space(s.ui)));
    return;
  }
  const float left = area.h - foot.Height() - Space(s.ui);
  reading.DrawIn("attract.reading", {area.x, area.y, area.w, left}, false, Ground::kNone);
  foot.Draw({area.x, area.Bottom() - foot.Height(), area.w, foot.Height()});
}

/// One column in portrait; message on the left, the rest on the right in landscape.
void DrawComposition(const Stage& s, Rect area, const Stack& head, const Stack& figure,
                     const Stack& foot) {
  if (!s.portrait) {
    const Rect left{area.x, area.y, figure.Width(), area.h};
    const Rect right{left.Right() + kHalvesGap, area.y, head.Width(), area.h};
    figure.DrawIn("attract.figure", left, true, Ground::kNone);
    PlaceAbove(s, right, head, foot);
    return;
  }
  Stack all(s.ui, area.w, Space(s.ui));
  for (const Stack* part : {&head, &figure}) {
    if (!part->empty()) all.Add(part->Height(), [part](Rect at) { part->Draw(at); });
  }
  PlaceAbove(s, area, all, foot);
}

std::pair<float, float> Widths(const Stage& s, Rect area) {
  if (s.portrait) return {area.w, area.w};
  const float figure = (area.w - kHalvesGap) * 0.5f;
  return {area.w - kHalvesGap - figure, figure};
}

void DrawJudge(const Stage& s, Rect area, const content::Item& item, const content::Quiz& quiz) {
  const auto [words_width, figure_width] = Widths(s, area);
  Stack head(s.ui, words_width), figure(s.ui, figure_width), foot(s.ui, words_width, 36);
  if (s.screen.answer.answered) {
    StackVerdictLight(head, s, item.envelope.signal);
    // On a low canvas the message is folded away: what was seen in it matters now.
    if (!s.portrait || !IsLow(s.ui)) StackMessage(figure, s, quiz);
    StackFeedback(s.portrait ? figure : head, s, quiz);
    StackGoOn(foot, s);
  } else {
    if (!s.portrait || !IsLow(s.ui)) {
      head.Text(Type::kHeading, Ink::kOnTealSoft, s.view.Say(words::kTwentySeconds));
    }
    const auto channel = quiz.sample ? quiz.sample->surface : content::Channel::kNone;
    head.Text(Sentence(s.ui), Ink::kOnTeal, s.view.Say(QuestionFor(channel)));
    StackMessage(figure, s, quiz);
    if (quiz.judge) StackAnswerButtons(foot, s, quiz);
    StackFootnote(foot, s);
  }
  DrawComposition(s, area, head, figure, foot);
}

/// A picture as large as the composition allows; the product's own when the item has none.
void StackPicture(Stack& stack, const Stage& s, const Texture& texture, const std::string& alt,
                  float tallest) {
  if (texture.width == 0) return;
  const float ratio = static_cast<float>(texture.width) / static_cast<float>(texture.height);
  const float height = std::min(stack.Width() / ratio, tallest);
  stack.Add(height, [&s, texture, alt](Rect area) { s.ui.Image(area, texture, alt, false, 40); });
}

Texture Bridge(const Stage& s) {
  return s.ui.find_picture ? s.ui.find_picture("bridge") : Texture{};
}

void DrawCardSlot(const Stage& s, Rect area, const content::Item& item, const content::Card& card) {
  const auto [words_width, figure_width] = Widths(s, area);
  Stack head(s.ui, words_width), figure(s.ui, figure_width), foot(s.ui, words_width, 28);
  const float tallest = area.h * (s.portrait ? 0.42f : 0.92f);
  if (card.picture) {
    StackPicture(figure, s, s.view.picture(item, card.picture->file), s.view.Say(card.picture->alt),
                 tallest);
  }
  if (figure.empty()) StackPicture(figure, s, Bridge(s), {}, tallest);
  head.Text(Sentence(s.ui), Ink::kOnTeal, s.view.Say(card.headline));
  for (const content::Text& line : card.lines) {
    foot.Text(Type::kHeading, Ink::kOnTealSoft, s.view.Say(line));
  }
  foot.Gap(40);
  foot.Text(Type::kHeading, Ink::kOnTeal, s.view.Say(card.action));
  foot.Gap(56);
  StackFootnote(foot, s);
  DrawComposition(s, area, head, figure, foot);
}

void DrawFilmSlot(const Stage& s, Rect area, const content::Item& item,
                  const content::Video& film) {
  const auto [words_width, figure_width] = Widths(s, area);
  Stack head(s.ui, words_width, 20), figure(s.ui, figure_width), foot(s.ui, words_width, 28);
  const bool chinese = s.view.Language() == content::Language::kChinese;
  const auto& cues =
      chinese || s.screen.captions_en.empty() ? s.screen.captions_zh : s.screen.captions_en;
  const content::Cue* cue = content::FindCue(cues, s.screen.position);
  const bool moving = s.screen.playing && s.screen.position > 0 && s.view.video.name != 0;
  const Texture texture = moving ? s.view.video : s.view.picture(item, film.poster.file);
  figure.Add(figure_width / kFilmRatio,
             [&s, texture, alt = s.view.Say(item.envelope.title)](Rect at) {
               s.ui.Fill(at, s.ui.Colors().teal_deep, 32);
               s.ui.Image(at, texture, alt, true, 32);
             });
  // Three lines are kept free, so that nothing jumps when captions come and go.
  const std::string said = cue != nullptr ? cue->text : std::string();
  const float room = s.ui.TextHeight(Type::kHeading, "字\n字\n字", figure_width);
  figure.Add(room, [&s, said](Rect at) {
    s.ui.Text(at, Type::kHeading, Ink::kOnTeal, said, Align::kCenter);
  });
  head.Text(Sentence(s.ui), Ink::kOnTeal, s.view.Say(item.envelope.title));
  StackFootnote(foot, s);
  DrawComposition(s, area, head, figure, foot);
}

void DrawSpotSlot(const Stage& s, Rect area, const content::Spot& spot) {
  const auto [words_width, figure_width] = Widths(s, area);
  Stack head(s.ui, words_width), figure(s.ui, figure_width), foot(s.ui, words_width);
  head.Text(Type::kHeading, Ink::kOnTealSoft, s.view.Say(words::kTwentySeconds));
  head.Text(Sentence(s.ui), Ink::kOnTeal, s.view.Say(words::kWhereSuspicious));
  SampleFace face{spot.sample.surface, s.view.Say(spot.sample.sender), {}};
  for (const content::Segment& segment : spot.segments) {
    face.pieces.push_back({.id = {}, .text = s.view.Say(segment.text)});
  }
  StackSample(figure, s.ui, std::move(face));
  StackFootnote(foot, s);
  DrawComposition(s, area, head, figure, foot);
}

void DrawGreeting(const Stage& s, Rect area) {
  const auto [words_width, figure_width] = Widths(s, area);
  Stack head(s.ui, words_width), figure(s.ui, figure_width), foot(s.ui, words_width);
  // Without a pack there is nothing to invite to.
  const bool empty = s.view.catalog.packs.empty();
  head.Text(Type::kHeading, Ink::kOnTealSoft, s.view.Say(words::kGreetingEyebrow));
  head.Text(Sentence(s.ui), Ink::kOnTeal, s.view.Say(empty ? words::kNoPacks : words::kGreeting));
  StackPicture(figure, s, Bridge(s), {}, area.h * (s.portrait ? 0.4f : 0.92f));
  foot.Text(Type::kHeading, Ink::kOnTealSoft,
            s.view.Say(empty ? words::kNoPacksNote : words::kGreetingNote));
  foot.Gap(56);
  if (!empty) StackFootnote(foot, s);
  DrawComposition(s, area, head, figure, foot);
}

}  // namespace

MaybeEvent DrawAttract(const AttractScreen& screen, const View& view, Ui& ui, Rect area) {
  // The frame has painted the ground and made the whole of it a way in.
  MaybeEvent event;
  const Stage s{screen, view, ui, event, ui.Portrait()};
  const Rect inner = Shifted(screen, area.Inset(kMargin, 0));
  const float top = DrawTop(s, inner);
  const Rect main{inner.x, top + Space(s.ui) / 2, inner.w, inner.Bottom() - top - Space(s.ui)};
  const content::Item* item = screen.item.get();
  if (item == nullptr) {
    DrawGreeting(s, main);
  } else if (const auto* quiz = std::get_if<content::Quiz>(&item->body)) {
    DrawJudge(s, main, *item, *quiz);
  } else if (const auto* card = std::get_if<content::Card>(&item->body)) {
    DrawCardSlot(s, main, *item, *card);
  } else if (const auto* film = std::get_if<content::Video>(&item->body)) {
    DrawFilmSlot(s, main, *item, *film);
  } else if (const auto* spot = std::get_if<content::Spot>(&item->body)) {
    DrawSpotSlot(s, main, *spot);
  }
  return event;
}

}  // namespace kiosk
