// SPDX-License-Identifier: MIT
// What follows what: fades, steps, beats, and the texts that are told between.
#include <algorithm>

#include "vr/core/comfort.h"
#include "vr/core/report.h"
#include "vr/core/step.h"

namespace vr {
namespace {

std::int64_t ToUs(double seconds) { return static_cast<std::int64_t>(seconds * 1e6); }

bool IsNear(const Vec& a, const Vec& b) { return Length(a - b) < 1e-6; }

/// Nobody may come, go or jump in plain sight, nor may the eyes.
bool NeedsFade(const content::Scenario& scenario, const Run& run, std::size_t beat,
               std::size_t step) {
  if (beat != run.beat) return true;
  const content::Beat& to = scenario.beats[beat];
  const content::View view = content::ViewAt(to, step, AudienceOf(run));
  if (!IsNear(ToVec(view.eye), run.anchor)) return true;
  if (view.facing_deg != run.view.facing_deg) return true;
  const auto stage = content::StageAt(to, step, AudienceOf(run));
  if (stage.size() != run.acting.size()) return true;
  for (std::size_t i = 0; i < stage.size(); ++i) {
    const content::Placement& now = run.acting[i].now;
    if (now.figure != stage[i].figure || !IsNear(ToVec(now.at), ToVec(stage[i].at))) return true;
  }
  return false;
}

/// Who stands how in this step; who stood there before turns from one posture to the other.
void PlaceFigures(Frame& frame) {
  Run& run = frame.run;
  std::vector<Acting> acting;
  for (const content::Placement& one :
       content::StageAt(BeatOf(frame.scenario, run), run.step, AudienceOf(run))) {
    Acting next{one, one.posture, run.world_us, false};
    for (const Acting& old : run.acting) {
      if (old.now.figure != one.figure || !IsNear(ToVec(old.now.at), ToVec(one.at))) continue;
      if (old.now.posture == one.posture) {
        next = old;
        next.now = one;
      } else {
        next.before = old.now.posture;
        next.new_posture = true;
      }
    }
    acting.push_back(std::move(next));
  }
  run.acting = std::move(acting);
}

void EndTelling(Frame& frame) {
  Run& run = frame.run;
  const Next after = run.after;
  const std::string to = run.after_beat;
  run.phase = Phase::kPlaying;
  run.phase_us = 0;
  run.told = {};
  run.told_right.reset();
  run.chosen = -1;
  run.after_beat.clear();
  if (run.thrown && after == Next::kStay) run.thrown.reset();
  run.since_us = 0;
  if (after == Next::kCalm) RaiseCalm(frame, CalmCause::kChoice);
  // Under the calm sky the next place waits until it is released.
  if (after == Next::kOn || after == Next::kCalm) FinishStep(frame, to);
}

void StepCaptions(Frame& frame) {
  Run& run = frame.run;
  const auto& captions = StepOf(frame.scenario, run).captions;
  for (int i = run.caption + 1; i < static_cast<int>(captions.size()); ++i) {
    const content::Caption& caption = captions[static_cast<std::size_t>(i)];
    if (ToUs(caption.at_seconds) > run.step_us) return;
    run.caption = i;
    if (caption.narration_zh.empty() && caption.narration_en.empty()) continue;
    Effect effect;
    effect.kind = Effect::Kind::kNarration;
    effect.name = caption.narration_zh;
    effect.name_en = caption.narration_en;
    frame.effects.push_back(std::move(effect));
  }
}

void StepPlaying(Frame& frame, const std::optional<Spot>& chosen) {
  Run& run = frame.run;
  run.step_us += frame.passed;
  run.beat_us += frame.passed;
  run.run_us += frame.passed;
  run.since_us += frame.passed;
  run.hint_us += frame.passed;
  StepCaptions(frame);
  StepDeed(frame, chosen);
}

}  // namespace

void PlaySound(Frame& frame, const char* name, std::optional<Vec> at) {
  Effect effect;
  effect.name = name;
  if (at) effect.at = ToFloat(*at);
  frame.effects.push_back(std::move(effect));
}

void EnterStep(Frame& frame, std::size_t beat, std::size_t step, bool titled) {
  Run& run = frame.run;
  const bool was_under = run.begun && run.anchor.y < 0;
  if (titled) run.acting.clear();
  run.beat = beat;
  run.step = step;
  run.titled = titled;
  run.step_us = run.since_us = run.hint_us = run.pose_us = run.breath_us = run.move_us = 0;
  run.tries = 0;
  run.caption = -1;
  run.chosen = -1;
  run.thrown.reset();
  run.holding = -1;
  run.told = {};
  run.told_right.reset();
  run.after_beat.clear();
  run.found.assign(StepOf(frame.scenario, run).targets.size(), false);
  run.view = content::ViewAt(BeatOf(frame.scenario, run), step, AudienceOf(run));
  run.anchor = ToVec(run.view.eye);
  if (run.phase != Phase::kPlaying) run.caption_heading = FacingOf(run);
  PlaceFigures(frame);
  const bool under = run.anchor.y < 0;
  if (under != was_under) PlaySound(frame, under ? "plunge" : "surface");
  if (!titled) return;
  run.beat_us = 0;
  Effect effect;
  effect.kind = Effect::Kind::kBeatBegun;
  effect.name = BeatOf(frame.scenario, run).id;
  frame.effects.push_back(std::move(effect));
}

void GoTo(Frame& frame, std::size_t beat, std::size_t step, bool fade) {
  Run& run = frame.run;
  const bool fading = run.phase == Phase::kFadeOut;
  if (!fade && !fading && !NeedsFade(frame.scenario, run, beat, step)) {
    EnterStep(frame, beat, step, false);
    return;
  }
  run.next_beat = beat;
  run.next_step = step;
  run.next_titled = fade || beat != run.beat;
  if (fading) return;  // Its darkness goes on.
  // From the middle of a fade in the darkness deepens from where it is.
  const double dark = DarknessOf(run);
  run.phase = Phase::kFadeOut;
  run.phase_us = static_cast<std::int64_t>(dark * static_cast<double>(kFadeUs));
  run.told = {};
  run.told_right.reset();
}

void FinishStep(Frame& frame, const std::string& to) {
  Run& run = frame.run;
  const content::Audience audience = AudienceOf(run);
  if (to.empty()) {
    if (const auto next = content::FirstStep(BeatOf(frame.scenario, run), run.step + 1, audience)) {
      return GoTo(frame, run.beat, *next, false);
    }
  }
  ++run.report.beats_finished;
  const std::size_t from =
      to.empty() ? run.beat + 1 : content::FindBeat(frame.scenario, to).value_or(run.beat + 1);
  const auto next = content::FirstBeat(frame.scenario, from, audience);
  if (!next) return EndRun(frame, true);
  const auto step = content::FirstStep(frame.scenario.beats[*next], 0, audience);
  GoTo(frame, *next, step.value_or(0), true);
}

void EndRun(Frame& frame, bool seen) {
  Run& run = frame.run;
  run.phase = Phase::kEnded;
  run.phase_us = 0;
  run.paused = false;
  run.report.ended = seen;
  run.report.seconds = static_cast<double>(run.run_us) / 1e6;
  Effect effect;
  effect.kind = Effect::Kind::kEnded;
  effect.event = EndEvent(run.report);
  frame.effects.push_back(std::move(effect));
}

void Tell(Frame& frame, const content::Text& text, Next after, std::optional<bool> right) {
  Run& run = frame.run;
  run.phase = Phase::kTelling;
  run.phase_us = 0;
  run.told = text;
  run.told_right = right;
  run.after = after;
  run.telling_us = ToUs(content::ReadingSeconds(text));
}

double DarknessOf(const Run& run) {
  const auto share = [](std::int64_t us) {
    return std::clamp(static_cast<double>(us) / static_cast<double>(kFadeUs), 0.0, 1.0);
  };
  double dark = 0;
  if (run.phase == Phase::kFadeOut) dark = share(run.phase_us);
  if (run.phase == Phase::kFadeIn) dark = 1 - share(run.phase_us - (run.titled ? kTitleUs : 0));
  if (run.blink_us < 0) return dark;
  const bool opens = run.blink_us > kFadeUs;
  return std::max(dark, opens ? 1 - share(run.blink_us - kFadeUs) : share(run.blink_us));
}

void MoveEyes(Frame& frame) {
  Run& run = frame.run;
  const content::BeatStep& step = StepOf(frame.scenario, run);
  if (!step.move) return;
  if (run.phase != Phase::kFadeIn) run.move_us += frame.passed;
  run.anchor = MovedEyes(run.view, *step.move, static_cast<double>(run.move_us) / 1e6);
}

void StepPhase(Frame& frame, const std::optional<Spot>& chosen) {
  Run& run = frame.run;
  run.phase_us += frame.passed;
  const double step = static_cast<double>(frame.passed) / static_cast<double>(kFreezeUs);
  const bool freeze = run.phase == Phase::kTelling && run.after == Next::kRewind;
  run.frozen = std::clamp(run.frozen + (freeze ? step : -step), 0.0, 1.0);
  if (run.frozen <= 0) run.world_us += frame.passed;
  switch (run.phase) {
    case Phase::kFadeIn:
      if (run.phase_us < kFadeUs + (run.titled ? kTitleUs : 0)) return;
      run.phase = Phase::kPlaying;
      run.phase_us = 0;
      return;
    case Phase::kPlaying:
      return StepPlaying(frame, chosen);
    case Phase::kTelling:
      run.run_us += frame.passed;
      run.beat_us += frame.passed;
      if (run.phase_us >= run.telling_us) EndTelling(frame);
      return;
    case Phase::kFadeOut:
      if (run.phase_us < kFadeUs) return;
      run.phase = Phase::kFadeIn;
      run.phase_us = 0;
      EnterStep(frame, run.next_beat, run.next_step, run.next_titled);
      return;
    case Phase::kEnded:
      return;
  }
}

}  // namespace vr
