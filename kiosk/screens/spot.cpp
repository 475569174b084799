// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "kiosk/screens/phrase.h"
#include "kiosk/screens/question.h"
#include "kiosk/screens/words_play.h"

namespace kiosk {
namespace {

constexpr float kSampleShare = 0.54f, kPictureTallest = 760;

struct Spotting {
  const View& view;
  Ui& ui;
  const content::Item& item;
  const content::Spot& spot;
  const QuestionProgress& progress;

  /// A scene whose dangers are looked for, not a message.
  [[nodiscard]] bool Dangers() const { return item.envelope.signal == content::Signal::kNone; }
  [[nodiscard]] bool Chosen(std::size_t i) const {
    return i < progress.chosen.size() && progress.chosen[i];
  }
  [[nodiscard]] int Count(bool flags, bool only_chosen) const {
    int count = 0;
    for (std::size_t i = 0; i < spot.segments.size(); ++i) {
      if (spot.segments[i].flag == flags && (!only_chosen || Chosen(i))) ++count;
    }
    return count;
  }
};

Ui::Piece PieceOf(const Spotting& s, std::size_t i) {
  const Theme& theme = s.ui.Colors();
  const content::Segment& segment = s.spot.segments[i];
  Ui::Piece piece{.id = {}, .text = s.view.Say(segment.text)};
  piece.chosen = s.Chosen(i);
  if (!s.progress.answered) {
    piece.id = "seg." + std::to_string(i);
    piece.underline = piece.chosen ? theme.on_amber : theme.soft.WithAlpha(0.35f);
    if (piece.chosen) piece.ground = theme.amber;
    return piece;
  }
  if (segment.flag) {
    piece.ground = piece.chosen ? theme.amber : theme.amber_ground;
    piece.underline = theme.on_amber;
  } else if (piece.chosen) {
    piece.ground = theme.track;
  }
  return piece;
}

/// The regions of a picture: outlines to be tapped, or marks after the answer.
void DrawRegions(const Spotting& s, Rect shown, MaybeEvent& event) {
  const Theme& theme = s.ui.Colors();
  for (std::size_t i = 0; i < s.spot.segments.size(); ++i) {
    const content::Segment& segment = s.spot.segments[i];
    const Rect region{shown.x + segment.x * shown.w, shown.y + segment.y * shown.h,
                      segment.w * shown.w, segment.h * shown.h};
    const bool chosen = s.Chosen(i);
    if (!s.progress.answered) {
      const std::string id = "seg." + std::to_string(i);
      if (chosen) s.ui.Fill(region, theme.amber.WithAlpha(0.35f), 12);
      s.ui.Outline(region, chosen ? theme.on_amber : theme.on_teal.WithAlpha(0.6f),
                   chosen ? 6.0f : 3.0f, 12);
      if (s.ui.Tap(id, region, Role::kChoice, s.view.Say(segment.text), chosen)) {
        event = SegmentTapped{i};
      }
      continue;
    }
    if (!segment.flag && !chosen) continue;
    s.ui.Outline(region, segment.flag ? theme.amber : theme.on_teal, 6, 12);
    const Mark mark = !segment.flag ? Mark::kLook : chosen ? Mark::kRight : Mark::kMissed;
    s.ui.Circle({region.x, region.y}, 30, theme.card);
    PaintMark(s.ui, {region.x, region.y}, 26, mark);
  }
}

void StackMessage(Stack& stack, const Spotting& s, MaybeEvent& event) {
  if (s.spot.picture) {
    const Texture texture = s.view.picture(s.item, s.spot.picture->file);
    const float ratio = texture.height > 0
                            ? static_cast<float>(texture.width) / static_cast<float>(texture.height)
                            : 4.0f / 3.0f;
    const float height = std::min(stack.Width() / ratio, kPictureTallest);
    stack.Add(height, [&s, texture, ratio, &event](Rect area) {
      const float width = std::min(area.w, area.h * ratio);
      const Rect shown{area.x + (area.w - width) / 2, area.y, width, area.h};
      s.ui.Image(shown, texture, s.view.Say(s.spot.picture->alt), false, 20);
      DrawRegions(s, shown, event);
    });
    return;
  }
  SampleFace face{s.spot.sample.surface, s.view.Say(s.spot.sample.sender), {}};
  for (std::size_t i = 0; i < s.spot.segments.size(); ++i) face.pieces.push_back(PieceOf(s, i));
  StackSample(stack, s.ui, std::move(face), [&event](std::size_t i) { event = SegmentTapped{i}; });
  stack.Gap(20);
  stack.Text(Type::kLabel, Ink::kSoft, s.view.Say(s.spot.sample.note));
}

/// One finding: mark, what it is called, the words of the message, why.
void StackFinding(Stack& stack, const Spotting& s, std::size_t i) {
  const content::Segment& segment = s.spot.segments[i];
  const bool chosen = s.Chosen(i);
  const Mark mark = !segment.flag ? Mark::kLook : chosen ? Mark::kRight : Mark::kMissed;
  const content::TextView name = !segment.flag ? words::kHarmless
                                 : chosen      ? words::kFound
                                               : words::kMissed;
  const float left = 100, pad = IsLow(s.ui) ? 24 : 32;
  Stack told(s.ui, stack.Width() - left - 2 * pad, 6);
  told.Text(Type::kLabel, segment.flag && chosen ? Ink::kOnMint : Ink::kOnAmber, s.view.Say(name));
  told.Text(Type::kStrong, Ink::kText, s.view.Say(segment.text));
  told.Text(Type::kBody, Ink::kText, s.view.Say(segment.why));
  stack.Add(told.Height() + 2 * pad, [&s, mark, left, pad, told](Rect area) {
    s.ui.Panel(area, Ground::kCard, 32);
    PaintMark(s.ui, {area.x + pad + 36, area.y + pad + 40}, 36, mark);
    told.Draw({area.x + pad + left, area.y + pad, told.Width(), 0});
  });
}

void StackFindings(Stack& stack, const Spotting& s) {
  const auto add = [&](bool flag, bool chosen) {
    for (std::size_t i = 0; i < s.spot.segments.size(); ++i) {
      if (s.spot.segments[i].flag == flag && s.Chosen(i) == chosen) StackFinding(stack, s, i);
    }
  };
  add(true, true);
  add(true, false);
  add(false, true);
}

std::string ScoreOf(const Spotting& s) {
  const int flags = s.Count(true, false);
  if (flags == 0) return s.view.Say(words::kSpotNone);
  return Phrase(s.view.Say(s.Dangers() ? words::kDangerScore : words::kSpotScore),
                {{"n", std::to_string(flags)}, {"k", std::to_string(s.Count(true, true))}});
}

void StackReview(const Spotting& s, Stack& message, Stack& findings, MaybeEvent& event) {
  StackVerdict(message, s.ui, s.progress.correct,
               VerdictSentence(s.view, s.item.envelope.signal, s.progress.correct, true));
  message.Gap(12);
  message.Text(Type::kBody, Ink::kSoft, ScoreOf(s));
  message.Gap(IsLow(s.ui) ? 20 : kGap);
  StackMessage(message, s, event);
  if (&message == &findings) findings.Gap(kGap);
  StackFindings(findings, s);
  StackWhy(findings, s.ui, s.view.Say(s.spot.explanation));
  StackTakeaway(findings, s.ui, s.view.Say(s.spot.takeaway));
}

/// The counter and the confirming button on the lower edge; takes their height off `area`.
bool DrawConfirm(const Spotting& s, Rect& area) {
  const int marked = s.Count(true, true) + s.Count(false, true);
  Ui::ButtonOptions options;
  if (marked == 0) options.look = ButtonLook::kGhost;
  const content::TextView nothing =
      s.Dangers() ? words::kNothingDangerous : words::kNothingSuspicious;
  const std::string label = s.view.Say(marked == 0 ? nothing : words::kThatIsAll);
  const std::string count =
      marked == 0 ? s.view.Say(words::kSpotCountNone)
                  : Phrase(s.view.Say(words::kSpotCount), {{"n", std::to_string(marked)}});
  const float height =
      std::max(IsLow(s.ui) ? 112.0f : 132.0f, s.ui.ButtonHeight(label, area.w, options));
  const float line = s.ui.TextHeight(Type::kLabel, count, area.w);
  const Rect button{area.x, area.Bottom() - height, area.w, height};
  s.ui.Text({area.x, button.y - line - 20, area.w, line}, Type::kLabel, Ink::kSoft, count,
            Align::kCenter);
  area.h -= height + line + 20 + kGap;
  return s.ui.Button("confirm", button, label, options);
}

}  // namespace

MaybeEvent DrawSpotQuestion(const View& view, Ui& ui, Rect area, const content::Item& item,
                            const QuestionProgress& progress, const std::string& key,
                            content::TextView next) {
  const Spotting s{view, ui, item, std::get<content::Spot>(item.body), progress};
  MaybeEvent event;
  const bool portrait = ui.Portrait();
  const float left_width = (area.w - kColumnGap) * kSampleShare;
  Rect left{area.x, area.y, left_width, area.h};
  Rect right{left.Right() + kColumnGap, area.y, area.w - left_width - kColumnGap, area.h};
  Rect& buttons = portrait ? area : right;
  Stack message(ui, portrait ? area.w : left.w), beside(ui, right.w);
  Stack& second = portrait ? message : beside;
  if (progress.answered) {
    const std::string label = view.Say(next);
    const float height =
        std::max(IsLow(ui) ? 112.0f : 132.0f, ui.ButtonHeight(label, buttons.w, {}));
    const Rect button{buttons.x, buttons.Bottom() - height, buttons.w, height};
    buttons.h -= height + kGap;
    StackReview(s, message, second, event);
    message.DrawIn("review." + key, portrait ? area : left);
    if (!portrait) beside.DrawIn("findings." + key, right);
    if (ui.Button("next", button, label)) event = NextTapped{};
    return event;
  }
  if (DrawConfirm(s, buttons)) event = AnswerConfirmed{};
  second.Text(Type::kHeading, Ink::kText, view.Say(s.spot.instruction));
  if (portrait) message.Gap(kGap);
  StackMessage(message, s, event);
  message.DrawIn("question." + key, portrait ? area : left);
  if (!portrait) beside.DrawIn("instruction." + key, right);
  return event;
}

}  // namespace kiosk
