// SPDX-License-Identifier: MIT
#include "vr/core/scene.h"

#include <algorithm>
#include <cmath>

#include "vr/core/exact.h"
#include "vr/core/scene_parts.h"
#include "vr/core/step.h"

namespace vr {
namespace {

float Radians(double degrees) { return static_cast<float>(degrees * kDegree); }

double Eased(double u) { return u * u * (3 - 2 * u); }

/// 0 to 1: how far the gaze or the hint marks what stands behind `id`.
double MarkOf(const content::Scenario& scenario, const Run& run, const std::vector<Spot>& spots,
              const std::string& id) {
  const content::BeatStep& step = StepOf(scenario, run);
  const bool hinting = IsHinting(scenario, run);
  double mark = 0;
  bool hinted = false;
  for (const Spot& spot : spots) {
    const bool hint = hinting && spot.right && !std::exchange(hinted, hinted || spot.right);
    const std::string* name = nullptr;
    if (spot.kind == SpotKind::kInstead) name = &step.instead;
    if (spot.kind == SpotKind::kTarget) {
      name = step.ends == content::EndsBy::kChoice ? &step.choices[spot.index].target
                                                   : &step.targets[spot.index].id;
    }
    if (name == nullptr || *name != id) continue;
    if (hint) mark = 1;
    if (run.dwell.kind != spot.kind || run.dwell.index != spot.index) continue;
    mark = std::max(mark, static_cast<double>(run.dwell.us) / static_cast<double>(spot.dwell_us));
  }
  return std::min(mark, 1.0);
}

SceneFigure MakeFigure(const content::Scenario& scenario, const content::Placement& placement) {
  SceneFigure figure;
  figure.id = placement.figure;
  if (const content::Figure* known = content::FindFigure(scenario, placement.figure)) {
    figure.role = known->role;
    figure.vest = known->vest;
  }
  figure.posture = figure.before = placement.posture;
  figure.at = ToFloat(ToVec(placement.at));
  figure.facing = Radians(placement.facing_deg);
  return figure;
}

void AddFigures(const content::Scenario& scenario, const Run& run, const std::vector<Spot>& spots,
                Scene& scene) {
  for (const Acting& acting : run.acting) {
    SceneFigure figure = MakeFigure(scenario, acting.now);
    const std::int64_t us = run.world_us - acting.since_us;
    figure.seconds = static_cast<float>(static_cast<double>(us) / 1e6);
    if (acting.new_posture) {
      figure.before = acting.before;
      const double share = static_cast<double>(us) / static_cast<double>(kPostureUs);
      figure.share = static_cast<float>(Eased(std::clamp(share, 0.0, 1.0)));
    }
    figure.marked = static_cast<float>(MarkOf(scenario, run, spots, figure.id));
    scene.figures.push_back(std::move(figure));
  }
  if (run.phase != Phase::kTelling || run.after != Next::kRewind || run.chosen < 0) return;
  const auto& choices = StepOf(scenario, run).choices;
  for (const content::Placement& one : choices[static_cast<std::size_t>(run.chosen)].show) {
    SceneFigure figure = MakeFigure(scenario, one);
    figure.glass = true;
    figure.seconds = static_cast<float>(static_cast<double>(run.phase_us) / 1e6);
    scene.figures.push_back(std::move(figure));
  }
}

void AddProps(const content::Scenario& scenario, const Run& run, const std::vector<Spot>& spots,
              Scene& scene) {
  const content::Beat& beat = BeatOf(scenario, run);
  const content::BeatStep& step = StepOf(scenario, run);
  for (const content::Prop& prop : scenario.place.props) {
    if (!content::IsSeen(prop, beat)) continue;
    // What is thrown is one thing, not two.
    const bool thrown =
        step.throwing && prop.hidden &&
        (prop.kind == content::PropKind::kBag || prop.kind == content::PropKind::kBottle);
    if (thrown) continue;
    SceneProp one;
    one.id = prop.id;
    one.kind = prop.kind;
    one.at = ToFloat(ToVec(prop.at));
    one.facing = Radians(prop.facing_deg);
    one.marked = static_cast<float>(MarkOf(scenario, run, spots, prop.id));
    scene.props.push_back(std::move(one));
  }
}

void AddThrown(const content::Scenario& scenario, const Run& run, Scene& scene) {
  const content::BeatStep& step = StepOf(scenario, run);
  if (!step.throwing || run.phase == Phase::kFadeIn) return;
  SceneThrown& thrown = scene.thrown.emplace();
  thrown.object = step.throwing->object;
  const Vec held = HeldPlace(run);
  thrown.at = ToFloat(run.thrown ? run.thrown->at : held);
  if (run.thrown) thrown.rope_to = ToFloat(held);
  for (const Spot& spot : ListSpots(scenario, run)) {
    if (spot.kind == SpotKind::kMark) scene.throw_marks.push_back(ToFloat(spot.at));
  }
}

void AddBreath(const content::Scenario& scenario, const Run& run, Scene& scene) {
  const content::BeatStep& step = StepOf(scenario, run);
  if (step.ends != content::EndsBy::kBreath || run.phase != Phase::kPlaying) return;
  SceneBreath& breath = scene.breath.emplace();
  breath.at = ToFloat(PlaceAhead(run, 0, 14, 2.4));
  const double u = static_cast<double>(run.breath_us % kBreathUs) / static_cast<double>(kBreathUs);
  const bool in = run.breath_us / kBreathUs % 2 == 0;
  breath.size = static_cast<float>(Eased(in ? u : 1 - u));
  breath.done = static_cast<int>(run.breath_us / (2 * kBreathUs));
  breath.of = step.breaths;
}

void AddBody(const content::Scenario& scenario, const Run& run, Scene& scene) {
  const Heading turn = TurnOf(run);
  const Vec eye = EyeOf(run);
  scene.eye = ToFloat(eye);
  scene.look = ToQuat(turn) * run.input.head.orientation;
  scene.world_from_space.position = ToFloat(ToWorld(run, {0, 0, 0}));
  scene.world_from_space.orientation = ToQuat(turn);
  for (std::size_t i = 0; i < run.input.hands.size(); ++i) {
    const HandInput& hand = run.input.hands[i];
    if (!hand.tracked || IsPointer(run, hand)) continue;
    const Pose pose{ToFloat(ToWorld(run, ToVec(hand.aim.position))),
                    ToQuat(turn) * hand.aim.orientation};
    scene.hands.push_back({pose, i == 0, hand.select});
  }
  const Ray gaze = GazeOf(run);
  const std::vector<Spot> spots = ListSpots(scenario, run);
  const Spot* hit = FindHit(spots, gaze, &run.dwell);
  scene.gaze = ToFloat(hit != nullptr ? hit->at : gaze.from + gaze.along * 4.0);
  const bool under = run.anchor.y < 0;
  if (!under) return;
  scene.brightness = static_cast<float>(run.brightness);
  // Air goes out evenly, as one is taught to let it.
  const double breath = 0.5 + 0.5 * Sin(static_cast<double>(run.world_us % 2'000'000) / 1e6 * kPi);
  scene.bubbles = static_cast<float>(0.35 + 0.65 * breath);
}

}  // namespace

Scene BuildScene(const content::Scenario& scenario, const Run& run) {
  Scene scene;
  AddBody(scenario, run, scene);
  scene.seconds = static_cast<double>(run.world_us) / 1e6;
  scene.calm = static_cast<float>(run.calm_level);
  scene.dark = static_cast<float>(DarknessOf(run));
  scene.frozen = static_cast<float>(run.frozen);
  scene.sky = IsLastBeat(scenario, run) ? 1.0F : 0.0F;
  const std::vector<Spot> spots = ListSpots(scenario, run);
  AddFigures(scenario, run, spots, scene);
  AddProps(scenario, run, spots, scene);
  AddThrown(scenario, run, scene);
  AddBreath(scenario, run, scene);
  AddPanels(scenario, run, scene);
  AddRings(scenario, run, scene);
  if (run.phase != Phase::kEnded && run.calm_level < 1) {
    scene.badge =
        ToFloat(PlaceAhead(run, content::kBadgeAzimuthDeg, content::kBadgeElevationDeg, 2.2));
  }
  return scene;
}

}  // namespace vr
