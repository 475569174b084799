// SPDX-License-Identifier: MIT
#include <algorithm>

#include "vr/guide/draw.h"
#include "vr/guide/words.h"

namespace vr {
namespace {

constexpr float kPageMargin = 32, kPageGap = 16;

GuidePaint::Style Headline(float size) {
  GuidePaint::Style style;
  style.size = size;
  style.bold = true;
  return style;
}

GuidePaint::Style Quiet(float size) {
  GuidePaint::Style style;
  style.size = size;
  style.colour = colour::kSoft;
  return style;
}

// --- Before ------------------------------------------------------------------------------------

void DrawBand(const GuideState& state, const GuideView& view, Box& left, GuidePaint& paint) {
  paint.Text(left.CutTop(32, 8), words::kAge, Headline(22));
  Box row = left.CutTop(72, 26);
  const float width = (row.w - 2 * kPageGap) / 3;
  for (int i = 0; i < 3; ++i) {
    const std::string key = std::to_string(i + 1);
    const bool chosen = state.band && static_cast<int>(*state.band) == i;
    DrawAct("band." + key, row.CutLeft(width, kPageGap), words::kBands[i], {GuideAct::kBand, i},
            {.look = chosen ? Look::kChosen : Look::kPlain, .key = key, .size = 22}, state, view,
            paint);
  }
}

void DrawAnswers(const GuideState& state, const GuideView& view, Box& left, GuidePaint& paint) {
  paint.Text(left.CutTop(32, 8), words::kAsk, Headline(22));
  const bool none = state.unwell == false && state.loss_or_fear == false;
  const auto line = [&](const char* id, content::TextView text, GuideAct act, bool chosen,
                        std::string_view key) {
    DrawAct(id, left.CutTop(66, 12), text, {act},
            {.look = chosen ? (act == GuideAct::kNoneOfThese ? Look::kChosen : Look::kSure)
                            : Look::kPlain,
             .sign = chosen ? Sign::kTick : Sign::kNone,
             .key = key,
             .size = 18,
             .left = true},
            state, view, paint);
  };
  line("none", words::kNone, GuideAct::kNoneOfThese, none, "0");
  line("unwell", words::kUnwell, GuideAct::kUnwell, state.unwell.value_or(false), "4");
  line("loss_or_fear", words::kLossOrFear, GuideAct::kLossOrFear,
       state.loss_or_fear.value_or(false), "5");
  if (!CheckDoor(state, view).ask_guardian) return;
  DrawAct("guardian", left.CutTop(66, 12), words::kGuardian, {GuideAct::kGuardian},
          {.look = state.guardian_agrees ? Look::kChosen : Look::kPlain,
           .sign = state.guardian_agrees ? Sign::kTick : Sign::kNone,
           .key = "6",
           .size = 18,
           .left = true},
          state, view, paint);
}

/// Whether there is a headset, and if not, which of the four reasons it is.
void DrawHeadset(const GuideView& view, Box box, GuidePaint& paint) {
  const bool there = view.headset.missing == NoHeadset::kNone;
  paint.Card(box, there ? colour::kCard : colour::kAmber);
  Box inside = box.Inset(20, 16);
  GuidePaint::Style title = Headline(20), text = Quiet(16);
  if (there) {
    paint.Circle(inside.x + 8, inside.y + 15, 7, colour::kGreen);
    Box line = inside.CutTop(30, 4);
    line.CutLeft(26);
    paint.Text(line, words::kHeadsetReady, title);
    const std::string& name = view.headset.name;
    paint.Text(inside.CutTop(24, 2), name.empty() ? paint.Say(words::kHeadset) : name, text);
    paint.Text(inside, words::kWearHint, text);
    return;
  }
  const words::Missing why = words::WhyMissing(view.headset.missing);
  title.colour = text.colour = colour::kOnAmber;
  const float height = paint.HeightOf(paint.Say(why.what), inside.w, title);
  paint.Text(inside.CutTop(height, 4), why.what, title);
  const float remedy = paint.HeightOf(paint.Say(why.remedy), inside.w, text);
  paint.Text(inside.CutTop(remedy, 4), why.remedy, text);
  if (!view.headset.detail.empty()) {
    text.size = 14;
    const float detail = paint.HeightOf(view.headset.detail, inside.w, text);
    paint.Text(inside.CutTop(detail, 4), view.headset.detail, text);
    text.size = 16;
  }
  paint.Text(inside, words::kStillLooking, text);
}

void DrawVerdict(const GuideState& state, const GuideView& view, Box box, GuidePaint& paint) {
  const DoorCheck door = CheckDoor(state, view);
  GuidePaint::Style title = Headline(20), text = Quiet(17);
  text.colour = colour::kInk;
  if (!door.answered) {
    paint.Text(box, words::kAnswerFirst, text);
    return;
  }
  paint.Text(box.CutTop(30, 2), door.headset ? words::kMayWear : words::kUseTogether, title);
  paint.FitText(box, paint.Say(door.headset ? words::kMayWearNote : door.why), text, 17, 13);
}

void DrawStarts(const GuideState& state, const GuideView& view, Box box, GuidePaint& paint) {
  const DoorCheck door = CheckDoor(state, view);
  const std::string_view enter = paint.Chinese() ? "回车" : "Enter";
  const GuidePaint::Button main{.look = Look::kPrimary, .key = enter, .size = 24};
  if (!door.headset) {
    DrawAct("start", box.CutBottom(96), words::kStartTogether, {GuideAct::kStart}, main, state,
            view, paint);
    return;
  }
  const Box lower = box.CutBottom(60, 12);
  DrawAct("start", box.CutBottom(96), words::kStartHeadset, {GuideAct::kStart}, main, state, view,
          paint);
  DrawAct("start_together", lower, words::kTogetherInstead, {GuideAct::kStartTogether},
          {.key = "T", .size = 18}, state, view, paint);
}

void DrawChoices(const GuideState& state, const GuideView& view, Box& right, GuidePaint& paint) {
  if (view.offers.size() > 1) {
    Box row = right.CutTop(56, 14);
    const float width = (row.w - kPageGap * static_cast<float>(view.offers.size() - 1)) /
                        static_cast<float>(view.offers.size());
    for (std::size_t i = 0; i < view.offers.size(); ++i) {
      const bool chosen = i == state.scenario;
      DrawAct("scenario." + std::to_string(i), row.CutLeft(width, kPageGap), view.offers[i].title,
              {GuideAct::kScenario, static_cast<int>(i)},
              {.look = chosen ? Look::kChosen : Look::kPlain, .key = chosen ? "" : "S", .size = 16},
              state, view, paint);
    }
  }
  const int most = CheckDoor(state, view).most_intensity;
  const int now = std::min(state.intensity, most);
  Box row = right.CutTop(54, 8);
  GuidePaint::Style style = Quiet(17);
  style.middle = true;
  const std::string& label = paint.Say(words::kIntensity);
  paint.Text(row.CutLeft(paint.WidthOf(label, style) + 2, 14), label, style);
  const float width = (row.w - 2 * 10) / 3;
  for (int i = 1; i <= 3; ++i) {
    DrawAct(
        "intensity." + std::to_string(i), row.CutLeft(width, 10), {std::to_string(i), ""},
        {GuideAct::kIntensity, i},
        {.look = i == now ? Look::kChosen : Look::kPlain, .key = i == now ? "I" : "", .size = 20},
        state, view, paint);
  }
  style.middle = false;
  style.side = Side::kRight;
  paint.Text(right.CutTop(26, 10), words::kIntensities[now - 1], style);
}

void DrawCorner(const GuideState& state, const GuideView& view, Box row, GuidePaint& paint) {
  DrawAct("language", row.CutRight(136, 12), words::kOtherLanguage, {GuideAct::kLanguage},
          {.key = "L"}, state, view, paint);
  DrawAct("captions", row.CutRight(160, 12), words::kCaptions, {GuideAct::kCaptions},
          {.look = state.captions ? Look::kChosen : Look::kPlain,
           .sign = state.captions ? Sign::kTick : Sign::kNone,
           .key = "C"},
          state, view, paint);
  if (PageOf(state, view) != GuidePage::kBefore) return;
  const bool on = view.hearing == Hearing::kOn;
  DrawAct("microphone", row.CutRight(paint.Chinese() ? 176 : 206, 12), words::kMicrophone,
          {GuideAct::kMicrophone},
          {.look = on ? Look::kChosen : Look::kPlain,
           .sign = on ? Sign::kTick : Sign::kNone,
           .key = "M"},
          state, view, paint);
}

// --- After -------------------------------------------------------------------------------------

struct Fact {
  content::TextView label;
  content::Text value;
};

/// What there is to talk about: nothing to be ranked by.
std::vector<Fact> FactsOf(const Report& report) {
  std::vector<Fact> facts;
  facts.push_back({words::kPlayed, {Clock(report.seconds), ""}});
  facts.push_back({words::kBeatsDone, words::BeatsFinished(report.beats_finished)});
  int judged = 0, right = 0;
  const Deed* caught = nullptr;
  for (const Deed& deed : report.deeds) {
    if (deed.miss_m) {
      if (deed.right.value_or(false)) caught = &deed;
    } else if (deed.right && deed.tries_before == 0) {
      ++judged;
      right += *deed.right ? 1 : 0;
    }
  }
  if (judged > 0) facts.push_back({words::kRightFirst, words::Count(right, judged)});
  if (caught != nullptr) {
    const std::string seconds = std::to_string(static_cast<int>(caught->seconds + 0.5));
    facts.push_back({words::kThrow, {seconds + "秒", seconds + " s"}});
  }
  return facts;
}

}  // namespace

void DrawBefore(const GuideState& state, const GuideView& view, GuidePaint& paint) {
  Box window = Box{0, 0, paint.Width(), paint.Height()}.Inset(kPageMargin, 28);
  Box head = window.CutTop(56, 22);
  GuidePaint::Style title = Headline(32);
  title.middle = true;
  DrawCorner(state, view, head, paint);
  paint.Text(head, words::kBefore, title);
  if (!view.notice.empty()) {
    paint.Text(window.CutBottom(24, 8), view.notice, Quiet(15));
  }
  if (view.hearing != Hearing::kOff) {
    paint.Text(window.CutBottom(24, 8),
               view.hearing == Hearing::kOn ? words::kHears : words::kHearsNothing, Quiet(15));
  }
  Box right = window.CutRight(std::min(560.0F, window.w * 0.4F), 40);
  DrawBand(state, view, window, paint);
  DrawAnswers(state, view, window, paint);
  DrawHeadset(view, right.CutTop(view.headset.missing == NoHeadset::kNone ? 136 : 186, 20), paint);
  DrawChoices(state, view, right, paint);
  const float starts = CheckDoor(state, view).headset ? 168.0F : 96.0F;
  const Box start = right.CutBottom(starts, 12);
  DrawVerdict(state, view, right, paint);
  DrawStarts(state, view, start, paint);
}

void DrawAfter(const GuideState& state, const GuideView& view, GuidePaint& paint) {
  Box window = Box{0, 0, paint.Width(), paint.Height()}.Inset(kPageMargin, 28);
  Box head = window.CutTop(56, 18);
  DrawCorner(state, view, head, paint);
  GuidePaint::Style title = Headline(32);
  title.middle = true;
  paint.Text(head, view.report.ended ? words::kEnded : words::kStoppedEarly, title);
  const bool headset = view.setup.mode == Mode::kHeadset;
  paint.Text(window.CutTop(32, 22), headset ? words::kTalk : words::kTalkTogether, Quiet(20));
  Box buttons = window.CutBottom(110, 20);
  const float third = (buttons.w - kPageGap) / 3;
  DrawAct("restart", buttons.CutLeft(third, kPageGap), words::kRestart, {GuideAct::kRestart},
          {.sign = Sign::kAgain, .key = "Home", .size = 20}, state, view, paint);
  DrawAct("next_child", buttons, words::kNextChildLong, {GuideAct::kNextChild},
          {.look = Look::kPrimary, .sign = Sign::kPerson, .key = "N", .size = 26}, state, view,
          paint);
  paint.Text(window.CutBottom(24, 12), words::kAnonymous, Quiet(16));
  const std::vector<Fact> facts = FactsOf(view.report);
  Box row = window.CutTop(132, 16);
  const float width = (row.w - kPageGap * 3) / 4;
  bool thrown = false;
  for (const Fact& fact : facts) {
    const Box card = row.CutLeft(width, kPageGap);
    paint.Card(card);
    Box inside = card.Inset(20, 16);
    paint.Text(inside.CutTop(26, 8), fact.label, Quiet(17));
    paint.Text(inside, fact.value, Headline(36));
    thrown = thrown || fact.label == words::kThrow;
  }
  if (thrown) paint.Text(window.CutTop(28, 14), words::kThrowNote, Quiet(16));
  if (!view.scenario || view.scenario->beats.empty()) return;
  const content::Beat& last = view.scenario->beats.back();  // what it all was for
  paint.Card(window, colour::kMint);
  Box inside = window.Inset(24, 18);
  GuidePaint::Style label = Headline(16);
  label.colour = colour::kTeal;
  paint.Text(inside.CutTop(24, 8), words::kSay, label);
  GuidePaint::Style script;
  script.leading = 1.5F;
  paint.FitText(inside, paint.Say(last.officer), script, 28, 18);
}

}  // namespace vr
