// SPDX-License-Identifier: MIT
// What ends a step: eyes, head, hands, breath, voice. Everything has a way by gaze alone.
#include <cmath>

#include "vr/core/report.h"
#include "vr/core/step.h"

namespace vr {
namespace {

double HandHeight(const HandInput& hand) { return static_cast<double>(hand.aim.position.y); }

/// Both arms away from the body, in the water rather than in the air.
bool AreArmsOpen(const TrainerInput& input) {
  const HandInput& left = input.hands[0];
  const HandInput& right = input.hands[1];
  if (!left.tracked || !right.tracked) return false;
  const Vec apart = ToVec(right.aim.position) - ToVec(left.aim.position);
  const double eyes = static_cast<double>(input.head.position.y);
  return FlatLength(apart) >= kArmsApart && HandHeight(left) < eyes && HandHeight(right) < eyes;
}

/// Every hand that is tracked lies before the chest.
bool IsHolding(const Run& run) {
  const TrainerInput& input = run.input;
  const Vec chest = ToVec(input.head.position) + Vec(0, -0.3, 0) +
                    Turn(HeadingOf(input.head.orientation), {0, 0, -0.2});
  int held = 0;
  for (const HandInput& hand : input.hands) {
    if (!hand.tracked) continue;
    if (Length(ToVec(hand.aim.position) - chest) > 0.25) return false;
    ++held;
  }
  return held > 0;
}

/// Counts the time that something is done without a break; true when it is enough.
bool Keep(Frame& frame, bool doing, std::int64_t enough) {
  Run& run = frame.run;
  run.pose_us = doing ? run.pose_us + frame.passed : 0;
  return run.pose_us >= enough;
}

void StepFind(Frame& frame, const std::optional<Spot>& chosen) {
  Run& run = frame.run;
  if (!chosen || chosen->kind != SpotKind::kTarget) return;
  const content::BeatStep& step = StepOf(frame.scenario, run);
  const content::GazeTarget& target = step.targets[chosen->index];
  run.found[chosen->index] = true;
  run.chosen = static_cast<int>(chosen->index);
  Deed deed;
  deed.choice = target.id;
  deed.right = true;
  Record(frame, std::move(deed));
  PlaySound(frame, "found", chosen->at);
  int found = 0;
  for (const bool one : run.found) found += one ? 1 : 0;
  const Next next = found >= step.need ? Next::kOn : Next::kStay;
  if (!target.says.empty()) return Tell(frame, target.says, next, true);
  if (next == Next::kOn) FinishStep(frame);
}

void StepChoice(Frame& frame, const std::optional<Spot>& chosen) {
  if (!chosen || (chosen->kind != SpotKind::kCard && chosen->kind != SpotKind::kTarget)) return;
  Run& run = frame.run;
  const content::ScenarioChoice& choice = StepOf(frame.scenario, run).choices[chosen->index];
  run.chosen = static_cast<int>(chosen->index);
  Deed deed;
  deed.choice = choice.id;
  deed.right = choice.right;
  Record(frame, std::move(deed));
  if (choice.right) PlaySound(frame, *choice.right ? "right" : "wrong");
  run.after_beat = choice.to;
  Next next = Next::kOn;
  if (choice.then == content::Then::kRewind) {
    ++run.tries;
    next = Next::kRewind;
  }
  if (choice.then == content::Then::kCalm) next = Next::kCalm;
  Tell(frame, choice.says, next, choice.right);
}

void StepBreath(Frame& frame) {
  Run& run = frame.run;
  const std::int64_t before = run.breath_us;
  run.breath_us += frame.passed;
  const std::int64_t half = run.breath_us / kBreathUs;
  if (before == 0 || half != before / kBreathUs) {
    PlaySound(frame, half % 2 == 0 ? "breath-in" : "breath-out");
  }
  if (half >= 2 * StepOf(frame.scenario, run).breaths) FinishStep(frame);
}

/// Steps that the body does, or a look at `instead`.
void StepBody(Frame& frame, const std::optional<Spot>& chosen) {
  const Run& run = frame.run;
  bool done = chosen && chosen->kind == SpotKind::kInstead;
  switch (StepOf(frame.scenario, run).ends) {
    case content::EndsBy::kHeadUp:
      done = Keep(frame, Ahead(run.input.head.orientation).y >= kHeadUpSine, kHeadUpUs) || done;
      break;
    case content::EndsBy::kArmsOpen:
      done = Keep(frame, AreArmsOpen(run.input), kArmsUs) || done;
      break;
    case content::EndsBy::kHold:
      done = Keep(frame, IsHolding(run), kHoldUs) || done;
      break;
    case content::EndsBy::kShout:
      done = Keep(frame, static_cast<double>(run.input.voice) >= kVoiceLevel, kVoiceUs) || done;
      break;
    default:
      break;
  }
  if (!done) return;
  PlaySound(frame, "right");
  FinishStep(frame);
}

}  // namespace

void Record(Frame& frame, Deed deed) {
  Run& run = frame.run;
  deed.beat = BeatOf(frame.scenario, run).id;
  deed.step = StepOf(frame.scenario, run).id;
  deed.seconds = static_cast<double>(run.since_us) / 1e6;
  deed.tries_before = run.tries;
  run.since_us = 0;
  run.hint_us = 0;
  Effect effect;
  effect.kind = Effect::Kind::kDeed;
  effect.number = static_cast<int>(run.report.deeds.size());
  effect.event = DeedEvent(run.item, deed);
  run.report.deeds.push_back(std::move(deed));
  frame.effects.push_back(std::move(effect));
}

bool IsHandRaised(const Run& run) {
  const double least = static_cast<double>(run.input.head.position.y) + kHandRaised;
  for (const HandInput& hand : run.input.hands) {
    if (hand.tracked && HandHeight(hand) >= least) return true;
  }
  return false;
}

void StepDeed(Frame& frame, const std::optional<Spot>& chosen) {
  Run& run = frame.run;
  const content::BeatStep& step = StepOf(frame.scenario, run);
  switch (step.ends) {
    case content::EndsBy::kTime: {
      const double seconds = step.seconds[static_cast<std::size_t>(run.setup.intensity - 1)];
      if (static_cast<double>(run.step_us) >= seconds * 1e6) FinishStep(frame);
      return;
    }
    case content::EndsBy::kGaze:
      return StepFind(frame, chosen);
    case content::EndsBy::kChoice:
      return StepChoice(frame, chosen);
    case content::EndsBy::kStop:
      return;  // run.cpp: the calm sky ends it
    case content::EndsBy::kBreath:
      return StepBreath(frame);
    case content::EndsBy::kThrow:
      return StepThrow(frame, chosen);
    case content::EndsBy::kHeadUp:
    case content::EndsBy::kArmsOpen:
    case content::EndsBy::kHold:
    case content::EndsBy::kShout:
      return StepBody(frame, chosen);
  }
}

}  // namespace vr
