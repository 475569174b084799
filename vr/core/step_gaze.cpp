// SPDX-License-Identifier: MIT
// What can be looked or pointed at, and what rests on it how long.
#include <algorithm>
#include <cmath>

#include "vr/core/step.h"

namespace vr {
namespace {

constexpr double kLeastCosine = 0.99813;  // 3.5 degrees: half of content::kGazeApartDeg
constexpr double kKeptCosine = 0.99692;   // 4.5 degrees, for what the gaze already rests on
constexpr double kWidest = 0.7;           // sin 44 degrees, for what is right before the eyes
constexpr double kBadgeMetres = 2.2;
constexpr double kBadgeRadius = 0.12;
constexpr double kCardRingRadius = 0.12;
constexpr double kMarkRadius = 0.45;

std::optional<content::Aim> AimOf(const content::Scenario& scenario, const Run& run,
                                  const std::string& id) {
  return content::FindAim(scenario, BeatOf(scenario, run), run.step, AudienceOf(run), id);
}

void AddAim(const content::Scenario& scenario, const Run& run, const std::string& id, Spot spot,
            std::vector<Spot>& spots) {
  const auto aim = AimOf(scenario, run, id);
  if (!aim) return;
  spot.at = ToVec(aim->at);
  spot.radius = aim->radius;
  spots.push_back(spot);
}

void AddChoices(const content::Scenario& scenario, const Run& run, std::vector<Spot>& spots) {
  const auto& choices = StepOf(scenario, run).choices;
  const auto cards = static_cast<std::size_t>(
      std::count_if(choices.begin(), choices.end(),
                    [](const content::ScenarioChoice& one) { return one.target.empty(); }));
  std::size_t card = 0;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const bool right = choices[i].right.value_or(false);
    if (!choices[i].target.empty()) {
      AddAim(scenario, run, choices[i].target,
             {SpotKind::kTarget, i, {0, 0, 0}, 0, kChooseSeenUs, right}, spots);
      continue;
    }
    const CardPlace place = PlaceCard(card++, cards);
    spots.push_back({SpotKind::kCard, i,
                     PlaceAhead(run, place.azimuth, place.elevation - kRingBelowDeg, kCardMetres),
                     kCardRingRadius, kDwellUs, right});
  }
}

void AddOfStep(const content::Scenario& scenario, const Run& run, std::vector<Spot>& spots) {
  const content::BeatStep& step = StepOf(scenario, run);
  if (step.ends == content::EndsBy::kChoice) AddChoices(scenario, run, spots);
  if (step.ends == content::EndsBy::kGaze) {
    for (std::size_t i = 0; i < step.targets.size(); ++i) {
      if (i < run.found.size() && run.found[i]) continue;
      AddAim(scenario, run, step.targets[i].id,
             {SpotKind::kTarget, i, {0, 0, 0}, 0, kDwellUs, true}, spots);
    }
  }
  if (step.ends == content::EndsBy::kThrow && !run.thrown) {
    const std::vector<Vec> marks = ListMarks(scenario, run);
    for (std::size_t i = 0; i < marks.size(); ++i) {
      spots.push_back({SpotKind::kMark, i, marks[i], kMarkRadius, kDwellUs, i == 0});
    }
  }
  if (step.instead.empty()) return;
  AddAim(scenario, run, step.instead, {SpotKind::kInstead, 0, {0, 0, 0}, 0, kDwellUs, true}, spots);
}

bool IsSame(const Dwell& dwell, const Spot& spot) {
  return dwell.kind == spot.kind && dwell.index == spot.index;
}

/// Lets the gaze rest on `hit`, or on nothing; true when it has rested long enough.
bool Rest(Dwell& dwell, const Spot* hit, std::int64_t passed) {
  if (hit == nullptr) {
    // A blink or a tremor forgets nothing at once.
    dwell.spent = false;
    dwell.us = std::max<std::int64_t>(0, dwell.us - 3 * passed);
    if (dwell.us == 0) dwell = {};
    return false;
  }
  if (!IsSame(dwell, *hit)) dwell = {hit->kind, hit->index};
  if (dwell.spent) {
    dwell.spent_us += passed;
    if (dwell.spent_us < kSpentUs) return false;
    dwell.spent = false;
    dwell.spent_us = 0;
  }
  dwell.us += passed;
  if (dwell.us < hit->dwell_us) return false;
  dwell.us = 0;
  dwell.spent = true;
  dwell.spent_us = 0;
  return true;
}

}  // namespace

bool IsHinting(const content::Scenario& scenario, const Run& run) {
  if (run.phase != Phase::kPlaying) return false;
  const content::BeatStep& step = StepOf(scenario, run);
  if (step.ends == content::EndsBy::kTime || step.ends == content::EndsBy::kBreath) return false;
  return run.tries >= kHintAfterTries || run.hint_us >= kHintAfterUs;
}

std::vector<Spot> ListSpots(const content::Scenario& scenario, const Run& run) {
  std::vector<Spot> spots;
  if (run.phase == Phase::kEnded) return spots;
  const bool practice = StepOf(scenario, run).ends == content::EndsBy::kStop;
  spots.push_back(
      {SpotKind::kBadge, 0,
       PlaceAhead(run, content::kBadgeAzimuthDeg, content::kBadgeElevationDeg, kBadgeMetres),
       kBadgeRadius, kStopSignalUs, practice});
  if (run.phase == Phase::kPlaying && !run.paused) AddOfStep(scenario, run, spots);
  return spots;
}

Ray GazeOf(const Run& run) {
  const Pose& pose = run.input.gaze ? *run.input.gaze : run.input.head;
  const Vec from = ToWorld(run, ToVec(pose.position));
  return {from, Turn(TurnOf(run), Ahead(pose.orientation))};
}

Ray RayOf(const Run& run, const HandInput& hand) {
  return {ToWorld(run, ToVec(hand.aim.position)), Turn(TurnOf(run), Ahead(hand.aim.orientation))};
}

const Spot* FindHit(const std::vector<Spot>& spots, const Ray& ray, const Dwell* kept) {
  const Spot* best = nullptr;
  double best_cosine = -2;
  for (const Spot& spot : spots) {
    const Vec way = spot.at - ray.from;
    const double far = Length(way);
    if (far <= 0) continue;
    const double cosine = Dot(way, ray.along) / far;
    const double sine = std::min(spot.radius / far, kWidest);
    const bool rests = kept != nullptr && IsSame(*kept, spot);
    const double least = std::min(std::sqrt(1 - sine * sine), rests ? kKeptCosine : kLeastCosine);
    if (cosine < least || cosine <= best_cosine) continue;
    best = &spot;
    best_cosine = cosine;
  }
  return best;
}

std::optional<Spot> StepGaze(Frame& frame) {
  Run& run = frame.run;
  const std::vector<Spot> spots = ListSpots(frame.scenario, run);
  std::optional<Spot> chosen;
  const Spot* hit = FindHit(spots, GazeOf(run), &run.dwell);
  if (Rest(run.dwell, hit, frame.passed)) chosen = *hit;
  for (std::size_t i = 0; i < 2; ++i) {
    const HandInput& hand = run.input.hands[i];
    if (!hand.tracked || !hand.select || run.selecting[i]) continue;
    const Spot* pressed = FindHit(spots, RayOf(run, hand));
    if (pressed != nullptr && pressed->kind != SpotKind::kMark) chosen = *pressed;
  }
  if (chosen && chosen->kind != SpotKind::kBadge) PlaySound(frame, "choose", chosen->at);
  return chosen;
}

}  // namespace vr
