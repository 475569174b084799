// SPDX-License-Identifier: MIT
#include "vr/core/run.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "vr/core/comfort.h"
#include "vr/core/report.h"
#include "vr/core/step.h"

namespace vr {
namespace {

constexpr std::int64_t kLongestRealUs = 10'000'000;
constexpr std::int64_t kAwayUs = 2'000'000;  // Off for longer: the child has sat down anew.

void TakeSeat(Run& run) {
  run.seat = ToVec(run.input.head.position);
  run.seat_heading = HeadingOf(run.input.head.orientation);
  run.seated = true;
}

void Begin(Frame& frame) {
  Run& run = frame.run;
  run.begun = true;
  const auto beat = content::FirstBeat(frame.scenario, 0, AudienceOf(run)).value_or(0);
  const auto step = content::FirstStep(frame.scenario.beats[beat], 0, AudienceOf(run));
  Effect effect;
  effect.kind = Effect::Kind::kBegun;
  effect.event = BeginEvent(run.item, run.setup);
  frame.effects.push_back(std::move(effect));
  run.phase = Phase::kFadeIn;
  run.phase_us = 0;
  run.begun = false;  // Nothing was before: no sound of coming up.
  EnterStep(frame, beat, step.value_or(0), true);
  run.begun = true;
}

void Restart(Frame& frame) {
  Run& run = frame.run;
  if (run.phase != Phase::kEnded) EndRun(frame, false);
  Run fresh = BeginRun(frame.scenario, run.item, run.setup);
  fresh.input = run.input;
  fresh.last_us = run.last_us;
  fresh.seat = run.seat;
  fresh.seat_heading = run.seat_heading;
  fresh.seated = run.seated;
  run = std::move(fresh);
  Begin(frame);
}

void GoToBeat(Frame& frame, std::size_t beat) {
  const auto step = content::FirstStep(frame.scenario.beats[beat], 0, AudienceOf(frame.run));
  GoTo(frame, beat, step.value_or(0), true);
}

/// The one that a fade out leads to, else the one that is played.
std::size_t BeatAhead(const Run& run) {
  return run.phase == Phase::kFadeOut ? run.next_beat : run.beat;
}

void GoBack(Frame& frame) {
  const content::Audience audience = AudienceOf(frame.run);
  std::size_t beat = BeatAhead(frame.run);
  for (std::size_t b = beat; b-- > 0;) {
    if (content::FirstBeat(frame.scenario, b, audience) != b) continue;
    beat = b;
    break;
  }
  GoToBeat(frame, beat);
}

void GoOn(Frame& frame) {
  const auto next =
      content::FirstBeat(frame.scenario, BeatAhead(frame.run) + 1, AudienceOf(frame.run));
  if (next) return GoToBeat(frame, *next);
  EndRun(frame, false);
}

void SetIntensity(Frame& frame, int intensity) {
  Run& run = frame.run;
  if (intensity > run.setup.most_intensity || intensity == run.setup.intensity) return;
  run.setup.intensity = intensity;
  run.report.intensity = std::max(run.report.intensity, intensity);
  const content::Audience audience = AudienceOf(run);
  const bool fading = run.phase == Phase::kFadeOut;
  const std::size_t beat = fading ? run.next_beat : run.beat;
  const std::size_t step = fading ? run.next_step : run.step;
  if (content::FirstStep(frame.scenario.beats[beat], step, audience) == step) return;
  // The step is not there any more.
  const auto next = content::FirstStep(frame.scenario.beats[beat], step, audience);
  if (next) return GoTo(frame, beat, *next, false);
  if (const auto later = content::FirstBeat(frame.scenario, beat + 1, audience)) {
    return GoToBeat(frame, *later);
  }
  EndRun(frame, true);
}

void Obey(Frame& frame, GuideCommand command) {
  Run& run = frame.run;
  const bool ended = run.phase == Phase::kEnded;
  switch (command) {
    case GuideCommand::kPause:
      run.paused = !ended;
      return;
    case GuideCommand::kResume:
      run.paused = false;
      return;
    case GuideCommand::kCalm:
      return RaiseCalm(frame, CalmCause::kGuide);
    case GuideCommand::kRelease:
      run.calm_wanted = run.calm_wanted && (run.practising || run.stopped);
      return;
    case GuideCommand::kRecenter:
      if (run.blink_us < 0) run.blink_us = 0;
      return;
    case GuideCommand::kRestart:
      return Restart(frame);
    case GuideCommand::kStop:
      if (!ended) EndRun(frame, false);
      run.stopped = true;
      return RaiseCalm(frame, CalmCause::kGuide);
    default:
      break;
  }
  if (ended) return;
  switch (command) {
    case GuideCommand::kNext:
      return GoOn(frame);
    case GuideCommand::kAgain:
      return GoToBeat(frame, BeatAhead(run));
    case GuideCommand::kBack:
      return GoBack(frame);
    case GuideCommand::kIntensity1:
      return SetIntensity(frame, 1);
    case GuideCommand::kIntensity2:
      return SetIntensity(frame, 2);
    case GuideCommand::kIntensity3:
      return SetIntensity(frame, 3);
    default:
      return;
  }
}

/// The calm sky rises and falls in real time, whatever else holds.
void StepCalm(Frame& frame) {
  Run& run = frame.run;
  if (run.calm_wanted) {
    run.calm_level = std::min(
        1.0, run.calm_level + static_cast<double>(frame.real) / static_cast<double>(kCalmRiseUs));
    if (run.calm_level >= 1) run.calm_us += frame.real;
    if (run.practising && run.calm_us >= kPractisedCalmUs) run.calm_wanted = false;
    return;
  }
  if (run.calm_level <= 0) return;
  run.calm_level = std::max(
      0.0, run.calm_level - static_cast<double>(frame.real) / static_cast<double>(kCalmFallUs));
  if (run.calm_level > 0) return;
  run.calm = CalmCause::kNone;
  if (!std::exchange(run.practising, false) || run.phase != Phase::kPlaying) return;
  if (StepOf(frame.scenario, run).ends == content::EndsBy::kStop) FinishStep(frame);
}

/// Darkness, the seat taken anew, and light.
void StepBlink(Frame& frame) {
  Run& run = frame.run;
  if (run.blink_us < 0) return;
  const std::int64_t before = run.blink_us;
  run.blink_us += frame.passed;
  if (before < kFadeUs && run.blink_us >= kFadeUs) {
    run.blink_us = kFadeUs;  // One frame at least is black.
    if (run.input.head_tracked) TakeSeat(run);
    run.caption_heading = FacingOf(run);
  }
  if (run.blink_us > 2 * kFadeUs) run.blink_us = -1;
}

/// The child's own stop signal; it holds in every phase.
void WatchForStop(Frame& frame) {
  Run& run = frame.run;
  if (run.phase == Phase::kEnded || run.calm_level > 0 || run.waiting) {
    run.raised_us = 0;
    return;
  }
  run.raised_us = IsHandRaised(run) ? run.raised_us + frame.passed : 0;
  if (run.raised_us < kStopSignalUs) return;
  run.raised_us = 0;
  RaiseCalm(frame, CalmCause::kHandRaised);
}

void WatchTheClock(Frame& frame) {
  Run& run = frame.run;
  if (run.run_us < kEndAfterUs || run.phase == Phase::kEnded) return;
  if (!run.time_called && !IsLastBeat(frame.scenario, run)) {
    RaiseCalm(frame, CalmCause::kTime);
    GoToBeat(frame, frame.scenario.beats.size() - 1);
  }
  run.time_called = true;
  if (run.run_us >= kHardEndUs) EndRun(frame, false);
}

/// Texts stay where they are until the head has turned well away, and follow it slowly.
void TurnCaptions(Frame& frame) {
  Run& run = frame.run;
  constexpr double kAway = 0.9063;  // cos 25 degrees
  constexpr double kBack = 0.9976;  // cos 4 degrees
  constexpr double kPerSecond = 2.5;
  const Heading head = Sum(TurnOf(run), HeadingOf(run.input.head.orientation));
  Heading& text = run.caption_heading;
  const double together = text.cosine * head.cosine + text.sine * head.sine;
  if (together < kAway) run.captions_follow = true;
  if (together > kBack) run.captions_follow = false;
  if (!run.captions_follow) return;
  const double share = std::min(1.0, kPerSecond * static_cast<double>(frame.passed) / 1'000'000.0);
  const Vec mixed{text.sine + (head.sine - text.sine) * share, 0,
                  text.cosine + (head.cosine - text.cosine) * share};
  const double length = FlatLength(mixed);
  text = length < 0.01 ? head : Heading{mixed.x / length, mixed.z / length};
}

void LookAtTheLight(Frame& frame) {
  Run& run = frame.run;
  const bool looks = run.anchor.y < 0 && Ahead(run.input.head.orientation).y > 0.4;
  const double seconds = static_cast<double>(frame.passed) / 1e6;
  run.brightness = std::clamp(run.brightness + (looks ? 0.6 : -0.3) * seconds, 0.0, 1.0);
}

/// What a device may hand out in a bad frame is taken for not being tracked.
bool IsSound(const Pose& pose) {
  constexpr double kFar = 1000;
  const Vec at = ToVec(pose.position);
  const glm::quat& q = pose.orientation;
  const double square = static_cast<double>(q.w * q.w + q.x * q.x + q.y * q.y + q.z * q.z);
  return std::abs(at.x) < kFar && std::abs(at.y) < kFar && std::abs(at.z) < kFar && square > 0.5 &&
         square < 2;
}

TrainerInput Sieve(TrainerInput input) {
  if (!IsSound(input.head)) {
    input.head_tracked = false;
    input.head = {};
  }
  if (input.gaze && !IsSound(*input.gaze)) input.gaze.reset();
  for (HandInput& hand : input.hands) {
    if (hand.tracked && !IsSound(hand.aim)) hand = {};
  }
  if (!(input.voice >= 0 && input.voice <= 1)) input.voice = 0;
  return input;
}

void TakeInput(const TrainerInput& raw, Run& run) {
  const Pose head = run.input.head;
  run.input = Sieve(raw);
  const TrainerInput& input = run.input;
  if (!input.head_tracked && run.seated) run.input.head = head;  // Where it was last seen.
  run.waiting = !input.worn || !input.focused || !input.head_tracked;
  run.untracked = input.worn && !input.head_tracked;
  if (!run.seated && input.head_tracked && input.worn) {
    TakeSeat(run);
    run.caption_heading = FacingOf(run);
  }
  NoteHands(run);
}

/// Whoever puts the headset on again sits as it happens; a screen has no seat.
void WatchForReturn(Frame& frame) {
  Run& run = frame.run;
  const bool was_away = run.away_us >= kAwayUs;
  run.away_us = run.input.worn ? 0 : run.away_us + frame.passed;
  const bool back = was_away && run.input.worn && run.setup.mode == Mode::kHeadset;
  if (back && run.blink_us < 0) run.blink_us = 0;
}

/// Calm sky, a pause and a headset that is off or lost hold the story. Only calm sky, or nobody in
/// the headset, may hold it while the eyes are under water: a pause there waits until they are out,
/// or it would keep a child under for as long as the guide talks.
bool IsHeld(const Run& run) {
  if (run.calm_level > 0 || run.calm_wanted) return true;
  if (run.anchor.y < 0 && run.phase != Phase::kEnded) return !run.input.worn;
  return run.paused || run.waiting;
}

void NoteSelects(Run& run) {
  for (std::size_t i = 0; i < 2; ++i) {
    run.selecting[i] = run.input.hands[i].tracked && run.input.hands[i].select;
  }
}

}  // namespace

Heading FacingOf(const Run& run) { return HeadingOfDegrees(run.view.facing_deg); }

Heading TurnOf(const Run& run) { return Sum(FacingOf(run), Opposite(run.seat_heading)); }

Vec ToWorld(const Run& run, const Vec& at) {
  const Heading turn = TurnOf(run);
  const Vec eye = run.anchor + Turn(turn, ToVec(run.input.head.position) - run.seat);
  const Vec lift{0, LiftFor(run.view, eye.y), 0};
  return run.anchor + lift + Turn(turn, at - run.seat);
}

Vec EyeOf(const Run& run) { return ToWorld(run, ToVec(run.input.head.position)); }

Vec PlaceAhead(const Run& run, double azimuth_deg, double elevation_deg, double metres) {
  return run.anchor + Direction(FacingOf(run), azimuth_deg, elevation_deg) * metres;
}

void RaiseCalm(Frame& frame, CalmCause cause) {
  Run& run = frame.run;
  const bool childs = cause == CalmCause::kHandRaised || cause == CalmCause::kBadge;
  const bool already = run.calm_wanted && !run.practising;
  if (already || (run.practising && childs)) return;
  const bool practice = childs && run.phase == Phase::kPlaying &&
                        StepOf(frame.scenario, run).ends == content::EndsBy::kStop;
  run.practising = practice;
  run.calm_wanted = true;
  run.calm = cause;
  run.calm_us = 0;
  PlaySound(frame, "calm");
  if (practice) return;
  Effect effect;
  effect.kind = Effect::Kind::kCalm;
  effect.number = static_cast<int>(cause);
  if (run.phase != Phase::kEnded) {
    run.report.calms.push_back(cause);
    effect.event = StopEvent(run.item, BeatOf(frame.scenario, run).id, cause);
  }
  frame.effects.push_back(std::move(effect));
}

Run BeginRun(const content::Scenario& scenario, std::string item, const Setup& setup) {
  Run run;
  run.item = std::move(item);
  run.setup = setup;
  run.setup.intensity = std::clamp(setup.intensity, 1, std::clamp(setup.most_intensity, 1, 3));
  run.report.scenario = run.item;
  run.report.intensity = run.setup.intensity;
  run.report.mode = setup.mode;
  run.beat = content::FirstBeat(scenario, 0, AudienceOf(run)).value_or(0);
  run.step = content::FirstStep(BeatOf(scenario, run), 0, AudienceOf(run)).value_or(0);
  run.view = content::ViewAt(BeatOf(scenario, run), run.step, AudienceOf(run));
  run.anchor = ToVec(run.view.eye);
  run.caption_heading = FacingOf(run);
  return run;
}

std::vector<Effect> Step(const content::Scenario& scenario, const TrainerInput& input, Run& run) {
  std::vector<Effect> effects;
  Frame frame{scenario, run, effects};
  if (run.begun) {
    frame.real = std::clamp<std::int64_t>(input.time_us - run.last_us, 0, kLongestRealUs);
    frame.passed = std::min(frame.real, kLongestFrameUs);
  }
  run.last_us = input.time_us;
  TakeInput(input, run);
  if (!run.begun) Begin(frame);
  StepCalm(frame);
  for (const GuideCommand command : input.commands) Obey(frame, command);
  WatchForStop(frame);
  WatchForReturn(frame);
  StepBlink(frame);
  MoveEyes(frame);
  TurnCaptions(frame);
  LookAtTheLight(frame);
  std::optional<Spot> chosen;
  const bool calm = run.calm_level > 0 || run.calm_wanted;
  if (run.waiting || calm || run.blink_us >= 0 || run.phase == Phase::kEnded) {
    run.dwell = {};
  } else {
    chosen = StepGaze(frame);
  }
  if (chosen && chosen->kind == SpotKind::kBadge) RaiseCalm(frame, CalmCause::kBadge);
  const bool held = IsHeld(run);
  if (!held && run.blink_us < 0 && run.phase != Phase::kEnded) StepPhase(frame, chosen);
  if (held || run.phase == Phase::kEnded) run.world_us += frame.passed;
  WatchTheClock(frame);
  run.report.seconds = static_cast<double>(run.run_us) / 1e6;
  NoteSelects(run);
  return effects;
}

Glance LookAt(const content::Scenario& scenario, const Run& run) {
  Glance glance;
  glance.beat = run.beat;
  glance.step = run.step;
  glance.phase = run.phase;
  glance.paused = run.paused;
  glance.waiting = run.waiting;
  glance.calm = run.calm_wanted || run.calm_level > 0 ? run.calm : CalmCause::kNone;
  glance.intensity = run.setup.intensity;
  glance.beat_seconds = static_cast<double>(run.beat_us) / 1e6;
  glance.run_seconds = static_cast<double>(run.run_us) / 1e6;
  glance.long_run = run.run_us >= kWarnAfterUs;
  const Scene scene = BuildScene(scenario, run);
  for (const Panel& panel : scene.panels) glance.captions.push_back(panel.text);
  return glance;
}

}  // namespace vr
