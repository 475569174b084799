// SPDX-License-Identifier: MIT
// The throw: hands and gazes aim, the flight is physics, and only what the water or the rope brings
// to the figure is caught.
#include <algorithm>
#include <cmath>

#include "vr/core/flight.h"
#include "vr/core/step.h"

namespace vr {
namespace {

// The rope is drawn in slowly, as one is taught to; who is in trouble needs time to take hold.
constexpr double kDrawIn = 0.35;  // m/s
constexpr double kReach = 0.7;    // m
// It has to stay within reach for longer than what comes down right beside the figure does: that
// only passes by. Half of the way through is kReach, all of it twice as much.
constexpr double kPassing = 1.25;
constexpr double kLeastFlow = 0.1;  // m/s; where current and rope undo each other it only waits.
constexpr std::int64_t kLeastDriftUs = 1'500'000;  // So long one sees where the water takes it.
constexpr std::int64_t kLongestDriftUs = 14'000'000;
constexpr double kLost = 1.2;  // m from the figure and going: nobody waits any longer.

// Help for hands: a throw goes to the nearest mark and keeps this share of its own error, of at
// most kMostError. A child who sits throws with less than the arm's force.
constexpr double kOwnError = 0.35;
constexpr double kOwnReach = 0.4;  // Too far or too short counts less than aside.
constexpr double kMostError = 3;
constexpr double kHandGain = 1.6;
constexpr double kThrowSpeed = 1.2;            // m/s; slower lets go, and it is back in the hand.
constexpr std::int64_t kHandSpanUs = 120'000;  // Over which a hand's speed is taken;
constexpr std::int64_t kLateSpanUs = 400'000;  // where a frame came late, over that one.
constexpr double kOwnBody = 0.15;  // A hand so near to the eyes is a pointer on a screen.

/// So many seconds before it comes to the figure it should come down, and never farther from it
/// than kFarAhead; in still water longer, or a gaze could not tell the mark from the one that is
/// too short.
constexpr double kAhead = 4;
constexpr double kAheadStill = 5;
constexpr double kFarAhead = 2.5;
/// Beside where it would have been caught, so far it would still have been.
constexpr double kForgiven = 0.5;

Vec FigureOf(const content::Scenario& scenario, const Run& run) {
  const content::BeatStep& step = StepOf(scenario, run);
  for (const Acting& acting : run.acting) {
    if (acting.now.figure == step.throwing->to) {
      return {acting.now.at.x, 0, acting.now.at.z};
    }
  }
  return {run.anchor.x, 0, run.anchor.z - 8};  // The reader refuses a figure that is not there.
}

/// How the rope draws at `at`.
Vec PullAt(const Run& run, const Vec& at) {
  Vec to = run.anchor - at;  // Not to the hand: the marks would tremble with it.
  to.y = 0;
  const double far = Length(to);
  return far < 1 ? Vec(0, 0, 0) : to * (kDrawIn / far);
}

Vec CurrentOf(const content::Scenario& scenario) {
  return {scenario.place.water.current_mps, 0, 0};
}

std::int64_t TakeHoldUs(const content::Scenario& scenario, const Run& run) {
  const double flow = Length(CurrentOf(scenario) + PullAt(run, FigureOf(scenario, run)));
  return static_cast<std::int64_t>(kPassing * kReach / std::max(flow, kLeastFlow) * 1e6);
}

void Launch(Frame& frame, const Vec& landing) {
  Run& run = frame.run;
  const Floater floater = FloaterOf(StepOf(frame.scenario, run).throwing->object);
  Thrown& thrown = run.thrown.emplace();
  thrown.at = HeldPlace(run);
  thrown.velocity = LaunchFor(floater, thrown.at, landing);
  PlaySound(frame, "throw", thrown.at);
}

/// Where a hand's throw comes down after help.
Vec AssistedLanding(const content::Scenario& scenario, const Run& run, const Vec& velocity) {
  const Floater floater = FloaterOf(StepOf(scenario, run).throwing->object);
  const Vec from = HeldPlace(run);
  Vec raw = LandingOf(floater, {from, velocity * kHandGain, false});
  // A weak or a mighty throw still says where to; how far is what the help is for.
  const Vec figure = FigureOf(scenario, run);
  const double far = FlatLength(figure - from);
  const Vec way{raw.x - from.x, 0, raw.z - from.z};
  const double length = std::max(FlatLength(way), 1e-6);
  const double held = std::clamp(length, 0.6 * far, 1.4 * far);
  raw = Vec(from.x, 0, from.z) + way * (held / length);
  const std::vector<Vec> marks = ListMarks(scenario, run);
  const auto error_of = [&raw, &from](const Vec& mark) {
    const Vec error = raw - mark;
    const Vec along{mark.x - from.x, 0, mark.z - from.z};
    const double square = std::max(Dot(along, along), 1e-6);
    return error - along * (Dot(error, along) / square * (1 - kOwnReach));
  };
  const Vec nearest =
      *std::min_element(marks.begin(), marks.end(), [&error_of](const Vec& a, const Vec& b) {
        return Length(error_of(a)) < Length(error_of(b));
      });
  Vec error = error_of(nearest);
  if (Length(error) > kMostError) error *= kMostError / Length(error);
  return nearest + error * kOwnError;
}

Vec SpeedOf(const Run& run, std::size_t hand) {
  const auto& places = run.places[hand];
  const int count = std::min<int>(run.placed[hand], static_cast<int>(places.size()));
  if (count < 2) return {0, 0, 0};
  const auto at = [&](int back) -> const HandPlace& {
    return places[static_cast<std::size_t>(run.placed[hand] - 1 - back) % places.size()];
  };
  const HandPlace& last = at(0);
  for (int back = count - 1; back >= 1; --back) {
    const std::int64_t us = last.us - at(back).us;
    if (us <= 0 || us > (back == 1 ? kLateSpanUs : kHandSpanUs)) continue;
    return (last.at - at(back).at) * (1e6 / static_cast<double>(us));
  }
  return {0, 0, 0};
}

std::optional<Vec> MarkUnder(const content::Scenario& scenario, const Run& run,
                             const HandInput& hand) {
  const std::vector<Spot> spots = ListSpots(scenario, run);
  const Spot* spot = FindHit(spots, RayOf(run, hand));
  if (spot == nullptr || spot->kind != SpotKind::kMark) return std::nullopt;
  return spot->at;
}

/// A hand that lets go throws, or chooses the mark that it points at.
void StepHolding(Frame& frame) {
  Run& run = frame.run;
  if (run.holding >= 0) {
    const auto i = static_cast<std::size_t>(run.holding);
    const HandInput& hand = run.input.hands[i];
    if (hand.tracked && hand.select) return;
    run.holding = -1;
    if (!hand.tracked) return;  // The controller was lost: nothing has been thrown.
    const Vec velocity = Turn(TurnOf(run), SpeedOf(run, i));
    if (Length(velocity) >= kThrowSpeed && !IsPointer(run, hand)) {
      Launch(frame, AssistedLanding(frame.scenario, run, velocity));
      return;
    }
    if (const auto mark = MarkUnder(frame.scenario, run, hand)) Launch(frame, *mark);
    return;
  }
  for (std::size_t i = 0; i < 2; ++i) {
    const HandInput& hand = run.input.hands[i];
    if (!hand.tracked || !hand.select || run.selecting[i]) continue;
    if (!IsPointer(run, hand)) {
      run.holding = static_cast<int>(i);
      continue;
    }
    // A finger on a screen is gone when it lets go: it chooses where it comes down.
    if (const auto mark = MarkUnder(frame.scenario, run, hand)) return Launch(frame, *mark);
  }
}

/// Fixed steps for the time of this frame.
void StepThrown(Frame& frame) {
  Run& run = frame.run;
  Thrown& thrown = *run.thrown;
  const Floater floater = FloaterOf(StepOf(frame.scenario, run).throwing->object);
  const Vec current = CurrentOf(frame.scenario);
  const Vec figure = FigureOf(frame.scenario, run);
  const std::int64_t take_hold = TakeHoldUs(frame.scenario, run);
  constexpr std::int64_t kStepUs = 1'000'000 / 240;  // 4166: each step counts as so much time
  thrown.rest_us += frame.passed;
  while (thrown.rest_us >= kStepUs) {
    thrown.rest_us -= kStepUs;
    thrown.us += kStepUs;
    Flight flight{thrown.at, thrown.velocity, thrown.wet};
    StepFlight(floater, current, thrown.wet ? PullAt(run, thrown.at) : Vec(0, 0, 0), flight);
    if (flight.wet && !thrown.wet) {
      thrown.landed = {flight.at.x, 0, flight.at.z};
      PlaySound(frame, "splash", flight.at);
    }
    thrown.at = flight.at;
    thrown.velocity = flight.velocity;
    thrown.wet = flight.wet;
    if (!thrown.wet) continue;
    thrown.wet_us += kStepUs;
    const double away = FlatLength(thrown.at - figure);
    thrown.nearest = std::min(thrown.nearest, away);
    thrown.near_us = away <= kReach ? thrown.near_us + kStepUs : 0;
    if (thrown.near_us >= take_hold) return;
  }
}

bool IsLost(const content::Scenario& scenario, const Run& run) {
  const Thrown& thrown = *run.thrown;
  if (thrown.us >= kLongestDriftUs) return true;
  if (thrown.wet_us < kLeastDriftUs) return false;
  const Vec away = thrown.at - FigureOf(scenario, run);
  const Vec drift = CurrentOf(scenario) + PullAt(run, thrown.at);
  const double far = FlatLength(away);
  const bool going = Dot(Vec(away.x, 0, away.z), drift) > 0;
  // Past the figure and out of reach, or drawn in to the bank.
  return (going && far > (thrown.nearest > kReach ? kReach : kLost)) ||
         FlatLength(run.anchor - thrown.at) < 1.5;
}

void FinishThrow(Frame& frame, bool caught) {
  Run& run = frame.run;
  const content::BeatStep& step = StepOf(frame.scenario, run);
  const Vec right = ListMarks(frame.scenario, run).front();
  Deed deed;
  deed.right = caught;
  deed.miss_m = caught ? 0 : std::max(0.0, FlatLength(run.thrown->landed - right) - kForgiven);
  Record(frame, std::move(deed));
  if (caught) {
    for (Acting& acting : run.acting) {
      if (acting.now.figure != step.throwing->to) continue;
      acting.before = acting.now.posture;
      acting.now.posture = content::Posture::kHold;
      acting.since_us = run.world_us;
      acting.new_posture = true;
    }
    PlaySound(frame, "caught", run.thrown->at);
    Tell(frame, step.throwing->caught, Next::kOn, true);
    return;
  }
  ++run.tries;
  PlaySound(frame, "wrong");
  Tell(frame, step.throwing->missed, Next::kStay, false);
}

}  // namespace

bool IsPointer(const Run& run, const HandInput& hand) {
  return Length(ToVec(hand.aim.position) - ToVec(run.input.head.position)) < kOwnBody;
}

std::vector<Vec> ListMarks(const content::Scenario& scenario, const Run& run) {
  const Vec figure = FigureOf(scenario, run);
  const Vec current = CurrentOf(scenario);
  const Vec pull = PullAt(run, figure);
  // First the right one: from where current and rope bring it to the figure.
  const bool flows = Length(current) > 0;
  const Vec flow = current + pull;
  const double ahead =
      std::min(flows ? kAhead : kAheadStill, kFarAhead / std::max(Length(flow), kLeastFlow));
  std::vector<Vec> marks{figure - flow * ahead};
  if (flows) {
    marks.push_back(figure);
    marks.push_back(figure + flow * (ahead + 1));
  } else {
    const Vec aside{-pull.z, 0, pull.x};
    marks.push_back(figure + aside * (1.8 / kDrawIn));
    marks.push_back(figure + pull * (2.4 / kDrawIn));
  }
  return marks;
}

Vec HeldPlace(const Run& run) {
  for (std::size_t i = 0; i < 2; ++i) {
    // The hand that holds it, else the right one, else the left.
    const std::size_t hand = run.holding >= 0 ? static_cast<std::size_t>(run.holding) : 1 - i;
    const HandInput& input = run.input.hands[hand];
    if (input.tracked && !IsPointer(run, input)) return ToWorld(run, ToVec(input.aim.position));
  }
  return run.anchor + Turn(FacingOf(run), {0.25, -0.45, -0.5});
}

void NoteHands(Run& run) {
  for (std::size_t i = 0; i < 2; ++i) {
    const HandInput& hand = run.input.hands[i];
    if (!hand.tracked) {
      run.placed[i] = 0;
      continue;
    }
    auto& places = run.places[i];
    places[static_cast<std::size_t>(run.placed[i]) % places.size()] = {run.input.time_us,
                                                                       ToVec(hand.aim.position)};
    ++run.placed[i];
  }
}

void StepThrow(Frame& frame, const std::optional<Spot>& chosen) {
  Run& run = frame.run;
  if (!run.thrown) {
    StepHolding(frame);
    if (!run.thrown && run.holding < 0 && chosen && chosen->kind == SpotKind::kMark) {
      Launch(frame, chosen->at);
    }
    return;
  }
  StepThrown(frame);
  if (run.thrown->near_us >= TakeHoldUs(frame.scenario, run)) {
    FinishThrow(frame, true);
  } else if (IsLost(frame.scenario, run)) {
    FinishThrow(frame, false);
  }
}

}  // namespace vr
