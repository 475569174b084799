// SPDX-License-Identifier: MIT
#include "tests/vr/child.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <stdexcept>

#include "content/tool/source.h"
#include "vr/core/step.h"

namespace testing {
namespace {

using vr::Vec;

constexpr double kEyesInSpace = 1.2;

Vec FigureAim(const vr::Scene& scene, const std::string& id) {
  for (const vr::SceneFigure& figure : scene.figures) {
    if (figure.id != id || figure.glass) continue;
    const content::Aim aim = content::AimAt(
        content::Placement{id,
                           {static_cast<double>(figure.at.x), static_cast<double>(figure.at.y),
                            static_cast<double>(figure.at.z)},
                           0,
                           figure.posture});
    return vr::ToVec(aim.at);
  }
  for (const vr::SceneProp& prop : scene.props) {
    if (prop.id != id) continue;
    content::Prop one;
    one.kind = prop.kind;
    one.at = {static_cast<double>(prop.at.x), static_cast<double>(prop.at.y),
              static_cast<double>(prop.at.z)};
    return vr::ToVec(content::AimAt(one).at);
  }
  throw std::runtime_error("the scene does not show " + id);
}

/// The ring that hangs below the card with this text.
Vec RingBelow(const vr::Scene& scene, const content::Text& text) {
  for (const vr::Panel& panel : scene.panels) {
    if (panel.kind != vr::PanelKind::kCard || !(panel.text == text)) continue;
    Vec best{0, 0, 0};
    double nearest = std::numeric_limits<double>::max();
    for (const vr::SceneRing& ring : scene.rings) {
      const Vec away = vr::ToVec(ring.at) - vr::ToVec(panel.at);
      if (away.y >= 0 || vr::Length(away) >= nearest) continue;
      nearest = vr::Length(away);
      best = vr::ToVec(ring.at);
    }
    return best;
  }
  throw std::runtime_error("the scene shows no card \"" + text.en + "\"");
}

bool WasChosen(const vr::Run& run, const std::string& id) {
  const auto& deeds = run.report.deeds;
  return std::any_of(deeds.begin(), deeds.end(),
                     [&id](const vr::Deed& deed) { return deed.choice == id; });
}

const content::ScenarioChoice& Pick(const content::BeatStep& step, const vr::Run& run,
                                    const Habits& habits) {
  for (const content::ScenarioChoice& choice : step.choices) {
    if (choice.id == habits.feels) return choice;
    if (habits.errs && choice.right == false && !WasChosen(run, choice.id)) return choice;
  }
  for (const content::ScenarioChoice& choice : step.choices) {
    if (choice.right.value_or(true)) return choice;
  }
  return step.choices.front();
}

vr::Pose Towards(const Vec& from, const Vec& way) {
  const double yaw = std::atan2(-way.x, -way.z);
  const double pitch = std::atan2(way.y, std::hypot(way.x, way.z));
  const glm::dquat turn = glm::dquat(std::cos(yaw / 2), 0, std::sin(yaw / 2), 0) *
                          glm::dquat(std::cos(pitch / 2), std::sin(pitch / 2), 0, 0);
  return {vr::ToFloat(from), glm::quat(turn)};
}

/// A way in the world as it is in the runtime's space.
Vec InSpace(const vr::Scene& scene, const Vec& way) {
  const glm::quat& q = scene.world_from_space.orientation;
  return vr::Rotate(glm::quat(q.w, -q.x, -q.y, -q.z), way);
}

}  // namespace

const content::Scenario& ShippedScenario(std::string_view name) {
  static const std::map<std::string, content::Scenario> scenarios = [] {
    std::map<std::string, content::Scenario> all;
    const auto checked =
        tool::LoadSource(SOURCE_ROOT "/content/packs/drowning-prevention", nullptr);
    if (!checked.IsGood()) throw std::runtime_error("the pack's source has mistakes");
    for (const tool::SourceItem& item : checked.source.items) {
      const std::string& id = item.item.envelope.id;
      all[id.substr(id.rfind('.') + 1)] = std::get<content::Scenario>(item.item.body);
    }
    return all;
  }();
  return scenarios.at(std::string(name));
}

vr::Pose HeadTowards(const vr::Run&, const vr::Scene& scene, const Vec& at) {
  return Towards({0, kEyesInSpace, 0}, InSpace(scene, at - vr::ToVec(scene.eye)));
}

Vec Child::Want(const content::Scenario& scenario, const vr::Run& run,
                const vr::Scene& scene) const {
  const content::BeatStep& step = scenario.beats[run.beat].steps[run.step];
  const Vec ahead = vr::ToVec(scene.eye) + vr::Direction(vr::FacingOf(run), 3, -4) * 5.0;
  if (run.phase != vr::Phase::kPlaying) return ahead;
  switch (step.ends) {
    case content::EndsBy::kGaze:
      for (std::size_t i = 0; i < step.targets.size(); ++i) {
        if (!run.found[i]) return FigureAim(scene, step.targets[i].id);
      }
      return ahead;
    case content::EndsBy::kChoice: {
      const content::ScenarioChoice& choice = Pick(step, run, habits_);
      return choice.target.empty() ? RingBelow(scene, choice.text)
                                   : FigureAim(scene, choice.target);
    }
    case content::EndsBy::kStop:
      return habits_.raises_hand ? ahead : vr::ToVec(*scene.badge);
    case content::EndsBy::kThrow: {
      if (scene.throw_marks.empty()) return ahead;
      const auto tries = static_cast<std::size_t>(run.tries);
      const std::size_t mark = habits_.errs && tries < 2 ? tries + 1 : 0;
      return vr::ToVec(scene.throw_marks[mark]);
    }
    case content::EndsBy::kHeadUp:
      if (habits_.by_hand) return vr::ToVec(scene.eye) + vr::Direction(vr::FacingOf(run), 0, 30);
      return FigureAim(scene, step.instead);
    case content::EndsBy::kArmsOpen:
    case content::EndsBy::kHold:
    case content::EndsBy::kShout:
      return habits_.by_hand ? ahead : FigureAim(scene, step.instead);
    default:
      return ahead;
  }
}

void Child::Throw(const content::Scenario& scenario, const vr::Run& run, const vr::Scene& scene,
                  vr::TrainerInput& input) {
  // Takes hold, swings from the hip for a third of a second, and lets go; again where that was not
  // taken for a throw.
  vr::HandInput& right = input.hands[1];
  if (scene.throw_marks.empty()) {
    throwing_ = 0;
    return;
  }
  throwing_ = throwing_ < 48 ? throwing_ + 1 : 1;
  const Vec wanted = Want(scenario, run, scene) + Vec(habits_.hand_error, 0, 0);
  const Vec hip{0.25, kEyesInSpace - 0.5, -0.2};
  Vec way = InSpace(scene, wanted - vr::ToVec(scene.eye)) + Vec(0, kEyesInSpace, 0) - hip;
  way.y = 0;
  way = vr::Unit(way);
  if (throwing_ <= 6) swing_ = 0;
  if (throwing_ > 6 && swing_ < 1.2) swing_ += 6 * seconds_;  // m/s, however slow the frames
  const double swing = swing_;
  right.aim.position = vr::ToFloat(hip + Vec(way.x * swing, 0.5 * swing, way.z * swing));
  right.select = throwing_ > 3 && swing_ < 0.99;
}

void Child::UseHands(const content::Scenario& scenario, const vr::Run& run, const vr::Scene& scene,
                     const Vec& wanted, vr::TrainerInput& input) {
  for (std::size_t i = 0; i < 2; ++i) {
    const double side = i == 0 ? -0.25 : 0.25;
    input.hands[i].tracked = true;
    input.hands[i].aim.position = vr::ToFloat({side, kEyesInSpace - 0.6, -0.35});
  }
  if (run.phase != vr::Phase::kPlaying) return;
  const auto lay = [&input](std::size_t i, const Vec& at) {
    input.hands[i].aim.position = vr::ToFloat(at);
  };
  switch (scenario.beats[run.beat].steps[run.step].ends) {
    case content::EndsBy::kStop:
      if (habits_.raises_hand) lay(0, {-0.2, kEyesInSpace + 0.3, -0.1});
      return;
    case content::EndsBy::kArmsOpen:
      lay(0, {-0.6, kEyesInSpace - 0.3, 0});
      lay(1, {0.6, kEyesInSpace - 0.3, 0});
      return;
    case content::EndsBy::kHold:
      lay(0, {-0.1, kEyesInSpace - 0.3, -0.2});
      lay(1, {0.1, kEyesInSpace - 0.3, -0.2});
      return;
    case content::EndsBy::kShout:
      input.voice = 0.6F;
      return;
    case content::EndsBy::kThrow:
      return Throw(scenario, run, scene, input);
    case content::EndsBy::kGaze:
    case content::EndsBy::kChoice: {
      vr::HandInput& hand = input.hands[1];
      const Vec at = vr::ToVec(hand.aim.position);
      const Vec eye = {0, kEyesInSpace, 0};
      hand.aim = Towards(at, InSpace(scene, wanted - vr::ToVec(scene.eye)) + eye - at);
      hand.select = frame_ % 12 == 0;  // Presses now and then.
      return;
    }
    default:
      return;
  }
}

vr::TrainerInput Child::Act(const content::Scenario& scenario, const vr::Run& run,
                            const vr::Scene& scene, std::int64_t time_us) {
  ++frame_;
  seconds_ = std::clamp(static_cast<double>(time_us - last_us_) / 1e6, 0.0, 0.3);
  last_us_ = time_us;
  vr::TrainerInput input;
  input.time_us = time_us;
  input.head.position = vr::ToFloat({0, kEyesInSpace, 0});
  if (!run.seated) return input;
  const Vec wanted = Want(scenario, run, scene);
  input.head = HeadTowards(run, scene, wanted);
  if (!habits_.by_hand) return input;
  const content::EndsBy ends = scenario.beats[run.beat].steps[run.step].ends;
  if (ends != content::EndsBy::kHeadUp && ends != content::EndsBy::kStop) {
    input.head.orientation = glm::quat(1, 0, 0, 0);
  }
  UseHands(scenario, run, scene, wanted, input);
  return input;
}

Played Play(const content::Scenario& scenario, const Habits& habits, const Way& way) {
  Played played;
  played.run = vr::BeginRun(scenario, "safety.water.played", way.setup);
  Child child(habits);
  vr::Scene scene = vr::BuildScene(scenario, played.run);
  vr::EyeMotion motion;
  for (int frame = 0; played.seconds < way.longest_seconds; ++frame) {
    played.seconds = frame / way.rate;
    vr::TrainerInput input =
        child.Act(scenario, played.run, scene, static_cast<std::int64_t>(played.seconds * 1e6));
    if (way.change) way.change(played.run, scene, input);
    const auto effects = vr::Step(scenario, input, played.run);
    played.effects.insert(played.effects.end(), effects.begin(), effects.end());
    vr::Scene next = vr::BuildScene(scenario, played.run);
    const std::string broken =
        vr::FindDiscomfort(scenario.comfort, scene, next, frame > 0 ? 1 / way.rate : 0, motion);
    if (!broken.empty() && played.discomfort.empty()) {
      played.discomfort = broken + " in " + scenario.beats[played.run.beat].id + "." +
                          scenario.beats[played.run.beat].steps[played.run.step].id;
    }
    scene = std::move(next);
    if (scene.eye.y < 0 && scene.dark < 1) {
      played.head_under = true;
      played.under_seconds += 1 / way.rate;
    }
    played.inputs.push_back(std::move(input));
    if (played.run.phase == vr::Phase::kEnded) break;
  }
  return played;
}

std::vector<vr::Effect> Hold(const content::Scenario& scenario, vr::Run& run,
                             vr::TrainerInput input, double seconds, double rate) {
  std::vector<vr::Effect> all;
  const auto frames = static_cast<int>(std::lround(seconds * rate));
  for (int i = 0; i < frames; ++i) {
    input.time_us = run.last_us + static_cast<std::int64_t>(1e6 / rate);
    const auto effects = vr::Step(scenario, input, run);
    all.insert(all.end(), effects.begin(), effects.end());
    input.commands.clear();
  }
  return all;
}

vr::Run RunAt(const content::Scenario& scenario, const std::string& beat, const std::string& step,
              const vr::Setup& setup) {
  vr::Run run = vr::BeginRun(scenario, "safety.water.played", setup);
  vr::TrainerInput input;
  input.head.position = vr::ToFloat({0, kEyesInSpace, 0});
  static_cast<void>(vr::Step(scenario, input, run));
  const content::Beat& found = scenario.beats[*content::FindBeat(scenario, beat)];
  std::vector<vr::Effect> effects;
  vr::Frame frame{scenario, run, effects, 0, 0};
  for (std::size_t i = 0; i < found.steps.size(); ++i) {
    if (found.steps[i].id == step) vr::GoTo(frame, *content::FindBeat(scenario, beat), i, true);
  }
  for (int i = 0; i < 400 && (run.phase != vr::Phase::kPlaying || run.step_us == 0); ++i) {
    Hold(scenario, run, input, 0.02);
  }
  return run;
}

}  // namespace testing
