// SPDX-License-Identifier: MIT
#include "vr/guide/draw.h"

#include <algorithm>

#include "vr/guide/words.h"

namespace vr {
namespace {

constexpr float kMargin = 20, kGap = 14;
constexpr float kPanelWidth = 496, kBarHeight = 148, kStripHeight = 48, kCaptionHeight = 84;
constexpr float kSlimBar = 76;
constexpr std::int64_t kWarnWearUs = 5 * 60 * 1'000'000LL;  // before the headset has to rest

bool Together(const GuideView& view) { return view.setup.mode == Mode::kTogether; }

/// What is wrong with the headset right now; empty when nothing is.
content::TextView TroubleOf(const GuideView& view) {
  if (Together(view)) return {};
  if (view.headset.missing != NoHeadset::kNone) return words::kBannerLost;
  if (view.headset.worn_known && !view.headset.worn) return words::kBannerOff;
  if (!view.headset.focused) return words::kBannerFocus;
  if (!view.headset.tracked) return words::kBannerTracking;
  return {};
}

void Lamp(Box& strip, content::TextView text, bool good, GuidePaint& paint) {
  GuidePaint::Style style;
  style.size = 16;
  style.middle = true;
  style.colour = good ? colour::kInk : colour::kOnAmber;
  const float width = paint.WidthOf(paint.Say(text), style) + 40;
  const Box box = strip.CutLeft(width, 8);
  const Box pill = box.Inset(0, (box.h - 34) / 2);
  paint.Fill(pill, good ? colour::kCard : colour::kAmber, 17);
  paint.Outline(pill, good ? colour::kLine : 0xD9A93FFF, 17);
  paint.Circle(pill.x + 16, pill.y + 17, 5, good ? colour::kGreen : colour::kMaple);
  paint.Text({pill.x + 29, pill.y, width - 38, pill.h}, text, style);
}

void DrawStrip(const GuideView& view, Box strip, GuidePaint& paint) {
  GuidePaint::Style style;
  style.middle = true;
  style.side = Side::kRight;
  if (view.glance) {
    style.size = 27;
    style.bold = true;
    style.colour = view.glance->long_run ? colour::kMaple : colour::kInk;
    paint.Text(strip.CutRight(86, 6), Clock(view.glance->run_seconds), style);
    style.size = 15;
    style.bold = false;
    style.colour = colour::kSoft;
    const std::string& run = paint.Say(words::kInRun);
    paint.Text(strip.CutRight(paint.WidthOf(run, style) + 2, 12), run, style);
  }
  if (Together(view)) {
    Lamp(strip, words::kTogether, true, paint);
  } else if (view.headset.missing != NoHeadset::kNone) {
    Lamp(strip, words::WhyMissing(view.headset.missing).what, false, paint);
    return;
  } else {
    const HeadsetNews& headset = view.headset;
    Lamp(strip,
         !headset.worn_known ? words::kOnHeadUnknown
         : headset.worn      ? words::kOnHead
                             : words::kOffHead,
         !headset.worn_known || headset.worn, paint);
    Lamp(strip, headset.tracked ? words::kTracked : words::kTrackingLost, headset.tracked, paint);
    Lamp(strip, headset.focused ? words::kFocused : words::kNoFocus, headset.focused, paint);
    style.side = Side::kLeft;
    style.size = 15;
    style.colour = colour::kSoft;
    if (view.wearing.worn_us >= kLongestWearUs - kWarnWearUs) {
      Lamp(strip, words::Worn(view.wearing.worn_us), false, paint);
      return;
    }
    const std::string worn = paint.Say(words::Worn(view.wearing.worn_us));
    if (paint.WidthOf(worn, style) <= strip.w) paint.Text(strip, worn, style);
  }
}

/// A line on the picture that says what happened and what helps.
void Banner(Box& picture, content::TextView text, Look look, GuidePaint& paint) {
  GuidePaint::Style style;
  style.size = 20;
  style.bold = true;
  style.middle = true;
  style.colour = look == Look::kCalm ? colour::kOnSky : colour::kOnAmber;
  const float height = paint.HeightOf(paint.Say(text), picture.w - 56, style) + 22;
  const Box box = picture.Inset(12, 12).CutTop(height);
  paint.Fill(box, look == Look::kCalm ? 0xDDF0F9F0 : 0xFBE7BDF5, 14);
  paint.Text(box.Inset(16, 0), text, style);
  picture.CutTop(height + 10);
}

void DrawGaze(const GuidePicture& picture, Box box, GuidePaint& paint) {
  if (!picture.gaze) return;
  const glm::vec2 at = picture.cut.Inside(*picture.gaze);
  if (at.x < 0 || at.x > 1 || at.y < 0 || at.y > 1) return;
  const float x = box.x + at.x * box.w, y = box.y + at.y * box.h;
  paint.Ring(x, y, 15, 0x00000080, 6);
  paint.Ring(x, y, 15, 0xFFFFFFFF, 3);
  paint.Circle(x, y, 5, 0x00000080);
  paint.Circle(x, y, 3.6F, colour::kSun);
  paint.Note("gaze", {x - 15, y - 15, 30, 30}, "");
}

void DrawPicture(const GuideState& state, const GuideView& view, const GuidePicture& picture,
                 Box box, GuidePaint& paint) {
  const float radius = Together(view) && !state.panel ? 0.0F : 16.0F;
  if (picture.texture != 0) {
    float corners[4][2];
    for (std::size_t i = 0; i < 4; ++i) {  // the texture's rows run from the bottom, as OpenGL's do
      corners[i][0] = picture.cut.corners[i].x;
      corners[i][1] = picture.cut.corners[i].y;
    }
    paint.Picture(box, picture.texture, corners, radius);
    paint.ClipTo(box);
    if (!Together(view)) DrawGaze(picture, box, paint);
    paint.EndClip();
  } else {
    paint.FillDown(box, 0x24474BFF, colour::kNight, radius);
    GuidePaint::Style style;
    style.size = 20;
    style.colour = 0xBFD2CEFF;
    style.side = Side::kCentre;
    style.middle = true;
    paint.Text(box, view.glance ? words::kNoPicture : words::kStarting, style);
  }
  paint.Note("picture", box, "");
  Box room = box;
  if (const content::TextView trouble = TroubleOf(view); !trouble.empty()) {
    Banner(room, trouble, Look::kSure, paint);
    if (view.headset.missing != NoHeadset::kNone && view.glance) {
      DrawAct("go_on_together", {room.x + 12, room.y + 4, 330, 56}, words::kGoOnTogether,
              {GuideAct::kGoOnTogether}, {.look = Look::kPrimary, .key = "T"}, state, view, paint);
    }
  }
  if (!view.glance) return;
  if (view.glance->calm != CalmCause::kNone) {
    Banner(room, words::Cause(view.glance->calm), Look::kCalm, paint);
  } else if (view.glance->long_run) {
    Banner(room, words::kLongRun, Look::kSure, paint);
  }
  if (view.glance->paused && view.glance->calm == CalmCause::kNone) {
    const float side = 120;
    const Box sign{box.x + (box.w - side) / 2, box.y + (box.h - side) / 2, side, side};
    paint.Fill(sign, 0x0A2D30B0, 60);
    paint.Draw(Sign::kPauseBars, sign.Inset(34, 34), 0xFFFFFFFF);
  }
}

void DrawCaption(const GuideState& state, const GuideView& view, Box box, GuidePaint& paint) {
  paint.Card(box);
  GuidePaint::Style label;
  label.size = 14;
  label.colour = colour::kSoft;
  Box inside = box.Inset(16, 8);
  paint.Text(inside.CutTop(18, 2), words::kCaptionNow, label);
  GuidePaint::Style style;
  style.bold = true;
  style.middle = true;
  style.leading = 1.25F;
  std::string all;
  if (view.glance && state.captions) {
    for (const content::Text& caption : view.glance->captions) {
      all += (all.empty() ? "" : " / ") + paint.Say(caption);
    }
  }
  if (all.empty()) {
    style.bold = false;
    style.colour = colour::kSoft;
    all = paint.Say(words::kNoCaption);
  }
  paint.FitText(inside, all, style, 21, 13);
}

/// The two that must be found without reading: a sun in the sky, and two bars.
void DrawBar(const GuideState& state, const GuideView& view, Box bar, GuidePaint& paint) {
  const bool calm = view.glance && view.glance->calm != CalmCause::kNone;
  const bool paused = view.glance && view.glance->paused;
  const bool slim = bar.h < kBarHeight;
  const float half = (bar.w - kGap) / 2;
  const Box left = bar.CutLeft(half, kGap);
  const float size = slim ? 19.0F : 26.0F;
  DrawAct("calm", left, calm ? words::kCalmNow : words::kCalm, {GuideAct::kCalm},
          {.look = calm ? Look::kCalmNow : Look::kCalm,
           .sign = Sign::kSun,
           .key = "Esc",
           .size = size,
           .above = !slim},
          state, view, paint);
  if (calm) {
    DrawAct("release", bar, words::kRelease, {GuideAct::kRelease},
            {.look = Look::kRelease,
             .sign = Sign::kPlay,
             .key = paint.Chinese() ? "回车" : "Enter",
             .size = size,
             .above = !slim},
            state, view, paint);
    return;
  }
  DrawAct("pause", bar, paused ? words::kGoOn : words::kPause, {GuideAct::kPause},
          {.look = Look::kPause,
           .sign = paused ? Sign::kPlay : Sign::kPauseBars,
           .key = paint.Chinese() ? "空格" : "Space",
           .size = size,
           .above = !slim},
          state, view, paint);
}

}  // namespace

void DrawAct(std::string_view id, Box box, content::TextView label, GuideEvent event,
             GuidePaint::Button button, const GuideState& state, const GuideView& view,
             GuidePaint& paint) {
  button.enabled = CanDo(event, state, view);
  if (button.enabled && state.sure == event.act) {
    button.look = Look::kSure;
    label = words::kSure;
  }
  paint.Press(id, box, paint.Say(label), button, event);
}

GuideLayout LayOutGuide(const GuidePaint& paint, const GuideState& state, const GuideView& view,
                        bool scene_elsewhere) {
  GuideLayout layout;
  const Box window{0, 0, paint.Width(), paint.Height()};
  if (PageOf(state, view) != GuidePage::kDuring) return layout;
  if (Together(view) && !state.panel && !scene_elsewhere) {  // all for the child
    layout.picture = window;
    layout.bar = {window.x + (window.w - 470) / 2 + 0, window.Bottom() - kSlimBar - 14, 470,
                  kSlimBar};
    return layout;
  }
  Box room = window.Inset(kMargin, kMargin);
  const float panel = std::min(620.0F, kPanelWidth + std::max(0.0F, window.w - 1280) * 0.35F);
  layout.panel = room.CutRight(panel, kGap);
  layout.bar = room.CutBottom(Together(view) && !scene_elsewhere ? kSlimBar : kBarHeight, kGap);
  room.CutTop(kStripHeight, 6);
  if (!Together(view) || scene_elsewhere) room.CutBottom(kCaptionHeight, kGap);
  layout.picture = room;
  return layout;
}

void DrawGuide(const GuideState& state, const GuideView& view, const GuidePicture& picture,
               const GuideLayout& layout, GuidePaint& paint) {
  const Box window{0, 0, paint.Width(), paint.Height()};
  paint.Fill(window, colour::kPaper);
  switch (PageOf(state, view)) {
    case GuidePage::kBefore:
      DrawBefore(state, view, paint);
      return;
    case GuidePage::kAfter:
      DrawAfter(state, view, paint);
      return;
    case GuidePage::kDuring:
      break;
  }
  DrawPicture(state, view, picture, layout.picture, paint);
  if (layout.panel.w <= 0) {
    DrawBar(state, view, layout.bar, paint);
    DrawAct("panel", {window.Right() - 150, window.Bottom() - 70, 132, 54}, words::kShowPanel,
            {GuideAct::kPanel}, {.look = Look::kNight, .key = "P"}, state, view, paint);
    return;
  }
  DrawStrip(view,
            {layout.picture.x, layout.picture.y - kStripHeight - 6, layout.picture.w, kStripHeight},
            paint);
  const float below = layout.bar.y - kGap - layout.picture.Bottom();
  if (below > kCaptionHeight) {
    DrawCaption(
        state, view,
        {layout.picture.x, layout.picture.Bottom() + kGap, layout.picture.w, kCaptionHeight},
        paint);
  }
  DrawBar(state, view, layout.bar, paint);
  DrawPanel(state, view, layout.panel, paint);
}

}  // namespace vr
