// SPDX-License-Identifier: MIT
#include "vr/sound/mix.h"

#include <algorithm>
#include <cmath>

namespace vr {
namespace {

using content::PropKind;

constexpr std::size_t kMostReeds = 3;
constexpr double kBirdSeconds = 9;  // one call in about so many

glm::vec3 At(const content::Point& point, float up) {
  return {static_cast<float>(point.x), static_cast<float>(point.y) + up,
          static_cast<float>(point.z)};
}

std::vector<const content::Prop*> Nearest(const content::ScenarioPlace& place, PropKind kind,
                                          const glm::vec3& ear) {
  std::vector<const content::Prop*> found;
  for (const content::Prop& prop : place.props) {
    if (prop.kind == kind && !prop.hidden) found.push_back(&prop);
  }
  std::stable_sort(found.begin(), found.end(), [&](const auto* a, const auto* b) {
    return glm::length(At(a->at, 0) - ear) < glm::length(At(b->at, 0) - ear);
  });
  return found;
}

void AddWorld(const content::ScenarioPlace& place, float gain, SoundMix& mix) {
  const glm::vec3& ear = mix.ear;
  const float near_water = std::min(ear.z - 1.2F, -0.6F);
  const float wind = static_cast<float>(place.water.wind_mps);
  // Still water laps less than a river.
  const float lap = 0.3F + 0.5F * std::min(1.0F, static_cast<float>(place.water.current_mps) * 2);
  mix.loops.push_back(
      {"water-left", "water", glm::vec3{ear.x - 2.5F, 0, near_water}, lap * gain, 0});
  mix.loops.push_back(
      {"water-right", "water", glm::vec3{ear.x + 2.5F, 0, near_water}, lap * gain, 0.47F});
  const auto weirs = Nearest(place, PropKind::kWeir, ear);
  if (!weirs.empty()) mix.loops.push_back({"weir", "weir", At(weirs[0]->at, 0.2F), 0.9F * gain, 0});
  const auto reeds = Nearest(place, PropKind::kReeds, ear);
  for (std::size_t i = 0; i < std::min(kMostReeds, reeds.size()); ++i) {
    const float rustle = std::min(1.0F, 0.2F + 0.25F * wind);
    mix.loops.push_back({"reeds-" + reeds[i]->id, "reeds", At(reeds[i]->at, 0.8F), rustle * gain,
                         static_cast<float>(i) * 0.31F});
  }
  const auto houses = Nearest(place, PropKind::kBoathouse, ear);
  if (!houses.empty()) {
    const glm::vec3 behind = At(houses[0]->at, 1) + glm::vec3{-6, 0, 10};
    mix.loops.push_back({"voices", "voices", behind, 0.6F * gain, 0});
  }
}

/// A number from 0 to 1 that follows from the others alone.
double Chance(std::uint64_t slot, std::uint64_t salt) {
  std::uint64_t x =
      slot * 0x9E3779B97F4A7C15ull + salt * 0xD1B54A32D192ED03ull + 0x632BE59BD9B4E019ull;
  x ^= x >> 30;
  x *= 0xBF58476D1CE4E5B9ull;
  x ^= x >> 27;
  return static_cast<double>(x >> 11) / 9007199254740992.0;
}

}  // namespace

SoundMix MixOf(const Scene& scene, const content::ScenarioPlace& place) {
  SoundMix mix;
  mix.ear = scene.eye;
  mix.look = scene.look;
  mix.under = scene.eye.y < 0;
  const float calm = std::clamp(scene.calm, 0.0F, 1.0F);
  const float sky = std::clamp(scene.sky, 0.0F, 1.0F);
  const float lit = 1 - 0.85F * std::clamp(scene.dark, 0.0F, 1.0F);
  const float moving = 1 - 0.6F * std::clamp(scene.frozen, 0.0F, 1.0F);
  mix.signals = 1 - calm;
  const float world = (1 - calm) * (1 - 0.75F * sky) * lit * moving;
  AddWorld(place, world, mix);
  LoopVoice under{"under", "under", std::nullopt, mix.under ? 0.8F * world : 0.0F, 0};
  under.muffled = false;
  mix.loops.push_back(under);
  LoopVoice chord{"sky", "sky", std::nullopt, 0.5F * std::max(calm, sky * lit), 0};
  chord.muffled = false;
  mix.loops.push_back(chord);
  return mix;
}

std::optional<BirdCall> FindBird(const content::ScenarioPlace& place, double from, double until) {
  std::vector<const content::Prop*> trees;
  for (const content::Prop& prop : place.props) {
    const bool tree = prop.kind == PropKind::kReeds || prop.kind == PropKind::kWillow ||
                      prop.kind == PropKind::kPoplar;
    if (tree && !prop.hidden) trees.push_back(&prop);
  }
  if (trees.empty() || until <= from || from < 0) return std::nullopt;
  const auto slot = static_cast<std::uint64_t>(until / kBirdSeconds);
  const double begins = (static_cast<double>(slot) + 0.1 + 0.8 * Chance(slot, 1)) * kBirdSeconds;
  if (begins <= from || begins > until) return std::nullopt;
  const auto tree = static_cast<std::size_t>(Chance(slot, 2) * static_cast<double>(trees.size()));
  const int bird = 1 + static_cast<int>(Chance(slot, 3) * 3);
  return BirdCall{"bird-" + std::to_string(bird),
                  At(trees[std::min(tree, trees.size() - 1)]->at, 1.5F)};
}

bool IsSignal(const std::string& name) {
  for (const char* signal :
       {"choose", "right", "wrong", "found", "calm", "breath-in", "breath-out"}) {
    if (name == signal) return true;
  }
  return false;
}

}  // namespace vr
