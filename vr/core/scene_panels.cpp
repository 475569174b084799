// SPDX-License-Identifier: MIT
// The texts and rings that hang in the world, where a seated child reads them without turning far:
// cards above the line of sight, captions below it, so that the water between stays free, and a
// gaze at rest on it chooses nothing.
#include <algorithm>

#include "vr/core/scene_parts.h"
#include "vr/core/step.h"
#include "vr/core/words.h"

namespace vr {
namespace {

constexpr double kCardColumnDeg = 24;
constexpr double kCardRowDeg = 24;
constexpr double kOneRowDeg = 17;
constexpr double kTopRowDeg = 20;
constexpr double kCaptionDeg = -21;
constexpr double kCaptionLowDeg = -24;  // Under two rows of cards.
constexpr double kCaptionMetres = 2.2;
constexpr float kCardWidth = 0.82F;    // 21 degrees of the 24 of a column
constexpr float kCardLetter = 0.065F;  // 1.7 degrees: read at ease in any headset

Panel Hang(const Run& run, const Heading& facing, double azimuth, double elevation, double metres,
           PanelKind kind, const content::Text& text) {
  Panel panel;
  panel.kind = kind;
  panel.text = text;
  panel.at = ToFloat(run.anchor + Direction(facing, azimuth, elevation) * metres);
  panel.orientation = FacingBack(facing, azimuth, elevation);
  return panel;
}

std::size_t CountCards(const content::BeatStep& step) {
  return static_cast<std::size_t>(
      std::count_if(step.choices.begin(), step.choices.end(),
                    [](const content::ScenarioChoice& one) { return one.target.empty(); }));
}

void AddCaption(const content::Scenario& scenario, const Run& run, Scene& scene) {
  const content::BeatStep& step = StepOf(scenario, run);
  const bool told = run.phase == Phase::kTelling;
  if (!told && run.caption < 0) return;
  const bool low = run.phase == Phase::kPlaying && CountCards(step) > 3;
  const content::Text& text =
      told ? run.told : step.captions[static_cast<std::size_t>(run.caption)].text;
  Panel panel = Hang(run, run.caption_heading, 0, low ? kCaptionLowDeg : kCaptionDeg,
                     kCaptionMetres, told ? PanelKind::kTold : PanelKind::kCaption, text);
  panel.width = 1.6F;
  panel.letter = 0.07F;
  if (told) panel.right = run.told_right;
  scene.panels.push_back(std::move(panel));
}

void AddCards(const content::Scenario& scenario, const Run& run, Scene& scene) {
  const content::BeatStep& step = StepOf(scenario, run);
  const bool told = run.phase == Phase::kTelling;
  if (step.ends != content::EndsBy::kChoice || (!told && run.phase != Phase::kPlaying)) return;
  const std::size_t cards = CountCards(step);
  std::size_t card = 0;
  for (std::size_t i = 0; i < step.choices.size(); ++i) {
    const content::ScenarioChoice& choice = step.choices[i];
    if (!choice.target.empty()) continue;
    const CardPlace place = PlaceCard(card++, cards);
    Panel panel = Hang(run, FacingOf(run), place.azimuth, place.elevation, kCardMetres,
                       PanelKind::kCard, choice.text);
    panel.width = kCardWidth;
    panel.letter = kCardLetter;
    panel.chosen = told && static_cast<int>(i) == run.chosen;
    if (panel.chosen) panel.right = choice.right;
    if (told && !panel.chosen) panel.opacity = 0.25F;
    scene.panels.push_back(std::move(panel));
  }
}

/// What a figure to choose stands for, while the gaze rests on it.
void AddSeenChoice(const content::Scenario& scenario, const Run& run, Scene& scene) {
  const content::BeatStep& step = StepOf(scenario, run);
  const bool rests = run.dwell.kind == SpotKind::kTarget && run.dwell.us > kDwellUs / 4;
  if (run.phase != Phase::kPlaying || step.ends != content::EndsBy::kChoice || !rests) return;
  for (const Spot& spot : ListSpots(scenario, run)) {
    if (spot.kind != SpotKind::kTarget || spot.index != run.dwell.index) continue;
    const Vec way = spot.at - run.anchor;
    Panel panel;
    panel.kind = PanelKind::kCard;
    panel.text = step.choices[spot.index].text;
    // Before the figure and over it, as large as cards are.
    const Vec at = run.anchor + Unit(way) * kCardMetres + Vec(0, 0.36, 0);
    const double flat = FlatLength(way);
    panel.at = ToFloat(at);
    panel.orientation = ToQuat({-way.x / flat, -way.z / flat});
    panel.width = kCardWidth;
    panel.letter = kCardLetter;
    scene.panels.push_back(std::move(panel));
  }
}

void AddTitle(const content::Scenario& scenario, const Run& run, Scene& scene) {
  if (run.phase != Phase::kFadeIn || !run.titled) return;
  Panel panel = Hang(run, FacingOf(run), 0, 0, 2.5, PanelKind::kTitle, BeatOf(scenario, run).title);
  panel.width = 2.2F;
  panel.letter = 0.13F;
  panel.opacity = static_cast<float>(DarknessOf(run));
  scene.panels.push_back(std::move(panel));
}

const content::TextView* NoticeOf(const Run& run) {
  const bool worn = run.setup.mode == Mode::kHeadset;
  if (run.calm_level > 0 && run.phase != Phase::kEnded) {
    return run.practising ? &kPractisedWords : &kCalmWords;
  }
  if (run.phase == Phase::kEnded) return worn ? &kEndedWords : &kEndedTogetherWords;
  if (run.waiting && !run.input.worn) return worn ? &kNotWornWords : &kPausedWords;
  if (run.waiting) return run.untracked ? &kUntrackedWords : &kUnfocusedWords;
  return run.paused ? &kPausedWords : nullptr;
}

void AddNotice(const Run& run, Scene& scene) {
  const content::TextView* words = NoticeOf(run);
  if (words == nullptr) return;
  Panel panel = Hang(run, run.caption_heading, 0, 2, 2.2, PanelKind::kNotice, words->ToText());
  panel.width = 1.6F;
  panel.letter = 0.075F;
  if (run.calm_level > 0) panel.opacity = static_cast<float>(run.calm_level);
  scene.panels.push_back(std::move(panel));
}

double Filled(const Run& run, const Spot& spot) {
  if (run.dwell.kind != spot.kind || run.dwell.index != spot.index || run.dwell.spent) return 0;
  return std::min(1.0, static_cast<double>(run.dwell.us) / static_cast<double>(spot.dwell_us));
}

/// A ring that would give the answer away, or that is only in the way, is drawn when it fills.
bool IsRingShown(const content::Scenario& scenario, const Run& run, const Spot& spot) {
  switch (spot.kind) {
    case SpotKind::kBadge:
      return StepOf(scenario, run).ends == content::EndsBy::kStop;
    case SpotKind::kTarget:
      return false;
    default:
      return true;
  }
}

}  // namespace

CardPlace PlaceCard(std::size_t index, std::size_t count) {
  const std::size_t columns = count <= 3 ? count : (count + 1) / 2;
  const std::size_t row = index / columns;
  const std::size_t in_row = std::min(columns, count - row * columns);
  const double column = static_cast<double>(index % columns);
  const double azimuth = kCardColumnDeg * ((static_cast<double>(in_row) - 1) / 2 - column);
  const double top = count <= 3 ? kOneRowDeg : kTopRowDeg;
  return {azimuth, top - kCardRowDeg * static_cast<double>(row)};
}

void AddRings(const content::Scenario& scenario, const Run& run, Scene& scene) {
  if (run.calm_level >= 1) return;
  const bool hinting = IsHinting(scenario, run);
  bool hinted = false;
  for (const Spot& spot : ListSpots(scenario, run)) {
    SceneRing ring;
    ring.filled = static_cast<float>(Filled(run, spot));
    ring.hint = hinting && spot.right && !hinted;
    hinted = hinted || ring.hint;
    if (!ring.hint && ring.filled <= 0 && !IsRingShown(scenario, run, spot)) continue;
    ring.at = ToFloat(spot.at);
    // Far ones as large to the eye as near ones.
    const double far = std::max(1.0, Length(spot.at - run.anchor));
    ring.radius = static_cast<float>(std::max(0.035 * far, std::min(spot.radius, 0.06 * far)));
    if (spot.kind == SpotKind::kCard) ring.radius = 0.085F;
    scene.rings.push_back(ring);
  }
}

void AddPanels(const content::Scenario& scenario, const Run& run, Scene& scene) {
  if (run.phase != Phase::kEnded && run.calm_level < 1 && run.phase != Phase::kFadeIn) {
    AddCaption(scenario, run, scene);
    AddCards(scenario, run, scene);
    AddSeenChoice(scenario, run, scene);
  }
  AddTitle(scenario, run, scene);
  AddNotice(run, scene);
}

}  // namespace vr
