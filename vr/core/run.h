// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "content/scenario.h"
#include "content/scenario_stage.h"
#include "vr/core/input.h"
#include "vr/core/scene.h"
#include "vr/core/session.h"

namespace vr {

/// For whom a run is and how; only the intensity may change on the way.
struct Setup {
  Mode mode = Mode::kTogether;
  AgeBand band = AgeBand::kTenToTwelve;
  int intensity = 1;       ///< 1 to 3.
  int most_intensity = 1;  ///< From CheckStart; the guide cannot go over it.
  bool operator==(const Setup&) const = default;
};

/// Where a run stands. The eyes jump only between kFadeOut and kFadeIn.
enum class Phase : std::uint8_t { kFadeIn, kPlaying, kTelling, kFadeOut, kEnded };

/// Why the calm sky rose. Numbers are stored in the journal; never reuse one.
enum class CalmCause : std::uint8_t {
  kNone = 0,
  kGuide = 1,
  kHandRaised = 2,
  kBadge = 3,
  kChoice = 4,
  kTime = 5
};

/// One choice, find or throw, for the report.
struct Deed {
  std::string beat, step, choice;  ///< Ids; `choice` is empty for a throw.
  std::optional<bool> right;       ///< Absent: an opinion.
  double seconds = 0;              ///< From the moment that it could be done.
  int tries_before = 0;
  std::optional<double> miss_m;  ///< Of a throw: from where it would have been caught.
  bool operator==(const Deed&) const = default;
};

/// What a run leaves behind; anonymous.
struct Report {
  std::string scenario;  ///< Item id.
  int intensity = 1;
  Mode mode = Mode::kTogether;
  double seconds = 0;  ///< Played, without pauses and calm.
  int beats_finished = 0;
  std::vector<Deed> deeds;
  std::vector<CalmCause> calms;
  bool ended = false;  ///< Saw the end of the last beat.
  bool operator==(const Report&) const = default;
};

/// What the programs do after a step, outside of the rules.
struct Effect {
  enum class Kind : std::uint8_t {
    kSound,      ///< `name` of a sound in assets/sounds, at `at` in the world or in the head.
    kNarration,  ///< `name` is the media path in the pack, by language: see Caption.
    kBeatBegun,  ///< `name` is the beat.
    kDeed,       ///< `number` is the index into Report::deeds.
    kCalm,       ///< `number` is the CalmCause.
    kEnded
  };
  Kind kind = Kind::kSound;
  std::string name, name_en;
  std::optional<glm::vec3> at;
  int number = 0;
};

/// What the guide's window shows of a run.
struct Glance {
  std::size_t beat = 0, step = 0;  ///< Indices into the scenario.
  Phase phase = Phase::kFadeIn;
  bool paused = false;
  bool waiting = false;  ///< Not worn, not focused, or the head is not tracked.
  CalmCause calm = CalmCause::kNone;
  int intensity = 1;
  double beat_seconds = 0, run_seconds = 0;
  bool long_run = false;       ///< Past kWarnAfterUs.
  std::vector<content::Text> captions;  ///< What the child reads now.
};

struct Run;  // plain values, below

[[nodiscard]] Run BeginRun(const content::Scenario& scenario, std::string item, const Setup& setup);
/// Advances by one frame. Pure: same scenario, run and input, same run and effects, bit for bit.
[[nodiscard]] std::vector<Effect> Step(const content::Scenario& scenario, const TrainerInput& input,
                                       Run& run);
[[nodiscard]] Scene BuildScene(const content::Scenario& scenario, const Run& run);
[[nodiscard]] Glance LookAt(const content::Scenario& scenario, const Run& run);

}  // namespace vr
