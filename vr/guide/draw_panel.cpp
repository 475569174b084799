// SPDX-License-Identifier: MIT
#include <algorithm>

#include "vr/guide/draw.h"
#include "vr/guide/words.h"

namespace vr {
namespace {

constexpr float kPanelGap = 10;

const content::Beat* BeatOf(const GuideView& view) {
  if (!view.scenario || !view.glance || view.glance->beat >= view.scenario->beats.size()) {
    return nullptr;
  }
  return &view.scenario->beats[view.glance->beat];
}

/// Title of the beat, which of how many, and its time.
void DrawHead(const GuideView& view, Box box, GuidePaint& paint) {
  const content::Beat* beat = BeatOf(view);
  if (beat == nullptr) return;
  const BeatCount count = CountBeats(view);
  GuidePaint::Style style;
  style.size = 15;
  style.colour = colour::kSoft;
  Box top = box.CutTop(22, 2);
  const std::string time = paint.Say(words::kInBeat) + " " + Clock(view.glance->beat_seconds) +
                           " / " + Clock(beat->seconds);
  style.side = Side::kRight;
  paint.Text(top.CutRight(paint.WidthOf(time, style) + 2, 8), time, style);
  style.side = Side::kLeft;
  paint.Text(top, words::Beat(count.number, count.of), style);
  style.size = 27;
  style.bold = true;
  style.colour = colour::kInk;
  paint.FitText(box.CutTop(38, 6), paint.Say(beat->title), style, 27, 18);
  const float gap = 4;
  const float width =
      (box.w - gap * static_cast<float>(count.of - 1)) / static_cast<float>(std::max(1, count.of));
  for (int i = 0; i < count.of; ++i) {
    const Box piece{box.x + static_cast<float>(i) * (width + gap), box.y, width, 7};
    const bool now = i + 1 == count.number;
    paint.Fill(piece, i + 1 < count.number ? colour::kTeal : now ? 0x7FB3ADFF : colour::kLine, 3);
  }
}

void DrawScript(const GuideView& view, Box box, GuidePaint& paint) {
  const content::Beat* beat = BeatOf(view);
  paint.Card(box);
  if (beat == nullptr) return;
  Box inside = box.Inset(20, 14);
  GuidePaint::Style label;
  label.size = 15;
  label.bold = true;
  label.colour = colour::kTeal;
  GuidePaint::Style script, point;
  script.leading = paint.Chinese() ? 1.5F : 1.38F;
  point.leading = 1.42F;
  point.colour = colour::kSoft;
  // The point takes what it needs in a readable size; the script all the rest.
  float size = 17;
  const std::string& teaches = paint.Say(beat->point);
  const auto needs = [&] {
    point.size = size;
    return paint.HeightOf(teaches, inside.w, point);
  };
  while (size > 14 && needs() > inside.h * 0.36F) size -= 0.5F;
  Box below = inside.CutBottom(needs() + 24, 20);
  paint.Line(below.x, below.y - 10, below.Right(), below.y - 10, colour::kLine, 1);
  paint.Text(inside.CutTop(22, 6), words::kSay, label);
  paint.FitText(inside, paint.Say(beat->officer), script, 30, 18);
  label.colour = colour::kSoft;
  paint.Text(below.CutTop(22, 2), words::kTeaches, label);
  paint.Text(below, teaches, point);
}

struct Row {
  Box box;
  int left = 0;
  /// The next of the columns that are left, `span` of them wide.
  Box Next(float columns, int span = 1) {
    const float width = (box.w - kPanelGap * (columns - 1)) / columns;
    const Box cell{box.x + static_cast<float>(left) * (width + kPanelGap), box.y,
                   width * static_cast<float>(span) + kPanelGap * static_cast<float>(span - 1),
                   box.h};
    left += span;
    return cell;
  }
};

void DrawSteps(const GuideState& state, const GuideView& view, Row row, GuidePaint& paint) {
  DrawAct("back", row.Next(3), words::kBack, {GuideAct::kBack}, {.key = "⇧←"}, state, view, paint);
  DrawAct("again", row.Next(3), words::kAgain, {GuideAct::kAgain},
          {.sign = Sign::kAgain, .key = "←"}, state, view, paint);
  DrawAct("next", row.Next(3), words::kNext, {GuideAct::kNext},
          {.look = Look::kChosen, .sign = Sign::kForward, .key = "→"}, state, view, paint);
}

void DrawStrength(const GuideState& state, const GuideView& view, Row row, GuidePaint& paint) {
  Box box = row.Next(3, 2);
  GuidePaint::Style style;
  style.size = 16;
  style.middle = true;
  style.colour = colour::kSoft;
  const std::string& label = paint.Say(words::kIntensity);
  paint.Text(box.CutLeft(paint.WidthOf(label, style) + 2, 10), label, style);
  const float width = (box.w - 2 * kPanelGap) / 3;
  const int now = view.glance ? view.glance->intensity : view.setup.intensity;
  for (int i = 1; i <= 3; ++i) {
    const std::string number = std::to_string(i);
    DrawAct("intensity." + number, box.CutLeft(width, kPanelGap), {number, ""},
            {GuideAct::kIntensity, i},
            {.look = i == now ? Look::kChosen : Look::kPlain, .size = 20}, state, view, paint);
  }
  DrawAct("recenter", row.Next(3), words::kRecenter, {GuideAct::kRecenter},
          {.sign = Sign::kCentre, .key = "R"}, state, view, paint);
}

void DrawTools(const GuideState& state, const GuideView& view, Row row, GuidePaint& paint) {
  const bool together = view.setup.mode == Mode::kTogether;
  const float columns = together ? 3 : 2;
  DrawAct("captions", row.Next(columns), words::kCaptions, {GuideAct::kCaptions},
          {.look = state.captions ? Look::kChosen : Look::kPlain,
           .sign = state.captions ? Sign::kTick : Sign::kNone,
           .key = "C"},
          state, view, paint);
  DrawAct("language", row.Next(columns), words::kOtherLanguage, {GuideAct::kLanguage}, {.key = "L"},
          state, view, paint);
  if (together) {
    DrawAct("panel", row.Next(columns), words::kHidePanel, {GuideAct::kPanel}, {.key = "P"}, state,
            view, paint);
  }
}

void DrawEnds(const GuideState& state, const GuideView& view, Row row, GuidePaint& paint) {
  DrawAct("stop", row.Next(3), words::kStop, {GuideAct::kStop}, {.sign = Sign::kSquare, .key = "X"},
          state, view, paint);
  DrawAct("restart", row.Next(3), words::kRestart, {GuideAct::kRestart}, {.key = "Home"}, state,
          view, paint);
  DrawAct("next_child", row.Next(3), words::kNextChild, {GuideAct::kNextChild},
          {.sign = Sign::kPerson, .key = "N"}, state, view, paint);
}

}  // namespace

void DrawPanel(const GuideState& state, const GuideView& view, Box box, GuidePaint& paint) {
  constexpr float kRow = 52;
  DrawEnds(state, view, {box.CutBottom(kRow, kPanelGap)}, paint);
  DrawTools(state, view, {box.CutBottom(kRow, kPanelGap)}, paint);
  DrawStrength(state, view, {box.CutBottom(kRow, kPanelGap)}, paint);
  DrawSteps(state, view, {box.CutBottom(60, 14)}, paint);
  DrawHead(view, box.CutTop(78, 12), paint);
  DrawScript(view, box, paint);
}

}  // namespace vr
