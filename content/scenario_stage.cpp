// SPDX-License-Identifier: MIT
#include "content/scenario_stage.h"

#include <algorithm>

#include "content/unicode.h"

namespace content {
namespace {

constexpr double kEyeLeast = 2;
constexpr double kHanPerSecond = 5;
constexpr double kLatinPerSecond = 14;

/// Height of the chest or, in water, of the face over the placement.
double AimHeight(Posture posture) {
  switch (posture) {
    case Posture::kStand:
    case Posture::kPoint:
    case Posture::kBeckon:
    case Posture::kPhone:
    case Posture::kThrow:
    case Posture::kTowel:
      return 1.2;
    case Posture::kSit:
    case Posture::kCough:
      return 0.7;
    case Posture::kClimbOut:
      return 0.5;
    case Posture::kLieFlat:
    case Posture::kSideLie:
      return 0.25;
    case Posture::kFloat:
    case Posture::kSplash:
    case Posture::kWave:
    case Posture::kDrown:
    case Posture::kHold:
      return 0.15;
  }
  return 1;
}

struct Size {
  double height, radius;
};

Size AimSize(PropKind kind) {
  switch (kind) {
    case PropKind::kBoathouse:
    case PropKind::kWillow:
    case PropKind::kPoplar:
      return {2.2, 1.2};
    case PropKind::kSign:
      return {1.5, 0.4};
    case PropKind::kRing:
    case PropKind::kRope:
      return {1.1, 0.35};
    case PropKind::kPole:
      return {1.0, 0.4};
    case PropKind::kReeds:
      return {0.8, 0.6};
    case PropKind::kWeir:
      return {0.2, 1.0};
    case PropKind::kCliff:
      return {3.0, 1.5};
    case PropKind::kCloud:
      return {0, 1.5};
    case PropKind::kJetty:
    case PropKind::kMoss:
    case PropKind::kSlab:
      return {0.05, 0.5};
    case PropKind::kLadder:
    case PropKind::kStick:
    case PropKind::kRock:
    case PropKind::kBench:
      return {0.4, 0.4};
    case PropKind::kBag:
    case PropKind::kBottle:
    case PropKind::kTowel:
    case PropKind::kPhone:
      return {0.1, 0.25};
  }
  return {0.5, 0.4};
}

double ReadingSecondsOf(const std::string& line) {
  double seconds = 0;
  for (const char32_t c : DecodeUtf8(line)) {
    seconds += 1 / (IsHan(c) ? kHanPerSecond : kLatinPerSecond);
  }
  return seconds;
}

}  // namespace

bool IsPresent(const Beat& beat, const Audience& audience) { return audience.age >= beat.from_age; }

bool IsPresent(const BeatStep& step, const Audience& audience) {
  if (audience.age < step.from_age) return false;
  return step.ends != EndsBy::kTime ||
         step.seconds[static_cast<std::size_t>(audience.intensity - 1)] > 0;
}

std::optional<std::size_t> FirstStep(const Beat& beat, std::size_t step, const Audience& audience) {
  for (; step < beat.steps.size(); ++step) {
    if (IsPresent(beat.steps[step], audience)) return step;
  }
  return std::nullopt;
}

std::optional<std::size_t> FirstBeat(const Scenario& scenario, std::size_t beat,
                                     const Audience& audience) {
  for (; beat < scenario.beats.size(); ++beat) {
    const Beat& one = scenario.beats[beat];
    if (IsPresent(one, audience) && FirstStep(one, 0, audience)) return beat;
  }
  return std::nullopt;
}

std::optional<std::size_t> FindBeat(const Scenario& scenario, std::string_view id) {
  for (std::size_t i = 0; i < scenario.beats.size(); ++i) {
    if (scenario.beats[i].id == id) return i;
  }
  return std::nullopt;
}

const Figure* FindFigure(const Scenario& scenario, std::string_view id) {
  const auto found = std::find_if(scenario.figures.begin(), scenario.figures.end(),
                                  [id](const Figure& figure) { return figure.id == id; });
  return found == scenario.figures.end() ? nullptr : &*found;
}

View ViewAt(const Beat& beat, std::size_t step, const Audience& audience) {
  View view = beat.view;
  for (std::size_t i = 0; i < beat.steps.size() && i <= step; ++i) {
    const BeatStep& one = beat.steps[i];
    if (!IsPresent(one, audience)) continue;
    if (one.view) view = *one.view;
    if (one.move && i < step) view.eye = one.move->to;
  }
  return view;
}

std::vector<Placement> StageAt(const Beat& beat, std::size_t step, const Audience& audience) {
  std::vector<Placement> stage = beat.figures;
  for (std::size_t i = 0; i < beat.steps.size() && i <= step; ++i) {
    if (!IsPresent(beat.steps[i], audience)) continue;
    for (const Placement& change : beat.steps[i].figures) {
      const auto found = std::find_if(stage.begin(), stage.end(), [&change](const Placement& one) {
        return one.figure == change.figure;
      });
      if (found == stage.end()) {
        stage.push_back(change);
      } else {
        *found = change;
      }
    }
  }
  return stage;
}

bool IsSeen(const Prop& prop, const Beat& beat) {
  return !prop.hidden ||
         std::find(beat.props.begin(), beat.props.end(), prop.id) != beat.props.end();
}

Aim AimAt(const Placement& placement) {
  Aim aim{placement.at, 0.35};
  aim.at.y += AimHeight(placement.posture);
  return aim;
}

Aim AimAt(const Prop& prop) {
  const Size size = AimSize(prop.kind);
  Aim aim{prop.at, size.radius};
  aim.at.y += size.height;
  return aim;
}

std::optional<Aim> FindAim(const Scenario& scenario, const Beat& beat, std::size_t step,
                           const Audience& audience, std::string_view id) {
  for (const Placement& placement : StageAt(beat, step, audience)) {
    if (placement.figure == id) return AimAt(placement);
  }
  for (const Prop& prop : scenario.place.props) {
    if (prop.id == id && IsSeen(prop, beat)) return AimAt(prop);
  }
  return std::nullopt;
}

double MoveShare(double share) {
  const double u = std::clamp(share, 0.0, 1.0);
  return u * u * u * (10 + u * (6 * u - 15));
}

double ReadingSeconds(const Text& text) {
  return std::max({kEyeLeast, ReadingSecondsOf(text.zh), ReadingSecondsOf(text.en)});
}

}  // namespace content
