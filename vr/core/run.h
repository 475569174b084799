// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "content/results.h"
#include "content/scenario.h"
#include "content/scenario_stage.h"
#include "vr/core/input.h"
#include "vr/core/scene.h"
#include "vr/core/session.h"
#include "vr/core/space.h"

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
  std::string beat, step, choice;  ///< Ids; of a find its target, and empty for a throw.
  std::optional<bool> right;       ///< Absent: an opinion.
  double seconds = 0;              ///< From the moment that it could be done.
  int tries_before = 0;
  std::optional<double> miss_m;  ///< Of a throw: from where it would have been caught.
  bool operator==(const Deed&) const = default;
};

/// What a run leaves behind; anonymous.
struct Report {
  std::string scenario;  ///< Item id.
  int intensity = 1;     ///< The highest that was played.
  Mode mode = Mode::kTogether;
  double seconds = 0;  ///< Played, without pauses and calm.
  int beats_finished = 0;
  std::vector<Deed> deeds;
  std::vector<CalmCause> calms;  ///< Without those that a step practises.
  bool ended = false;            ///< Saw the end of the last beat.
  bool operator==(const Report&) const = default;
};

/// Every `name` of an Effect of kind kSound; FORMAT.md knows nothing of them.
inline constexpr const char* kSoundNames[] = {"choose",  // a ring is full
                                              "right",      "wrong",  "found",
                                              "calm",       // the calm sky rises
                                              "breath-in",  // the circle begins to grow
                                              "breath-out", "plunge", "surface",
                                              "throw",   // something leaves the hand
                                              "splash",  // and comes down on the water
                                              "caught"};

/// What the programs do after a step, outside of the rules.
struct Effect {
  enum class Kind : std::uint8_t {
    kSound,      ///< `name` is one of kSoundNames, at `at` in the world or in the head.
    kNarration,  ///< `name` is the media path in the pack, by language: see Caption.
    kBeatBegun,  ///< `name` is the beat.
    kDeed,       ///< `number` is the index into Report::deeds.
    kCalm,       ///< `number` is the CalmCause.
    kEnded,
    kBegun  ///< The first of every run, and of one that begins anew.
  };
  Kind kind = Kind::kSound;
  std::string name, name_en;
  std::optional<glm::vec3> at;
  int number = 0;
  /// What the journal is to hold of it; visit and hour are the caller's.
  std::optional<content::JournalEvent> event;
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
  bool long_run = false;                ///< Past kWarnAfterUs.
  std::vector<content::Text> captions;  ///< What the child reads now.
};

/// What a gaze can rest on, or a hand point at.
enum class SpotKind : std::uint8_t { kNone, kBadge, kTarget, kCard, kInstead, kMark };

struct Dwell {
  SpotKind kind = SpotKind::kNone;
  std::size_t index = 0;
  std::int64_t us = 0;        ///< How long the gaze has rested there.
  bool spent = false;         ///< It has chosen, and has to look away, or to wait, first.
  std::int64_t spent_us = 0;  ///< Of that wait.
  bool operator==(const Dwell&) const = default;
};

/// A figure's posture and the one before.
struct Acting {
  content::Placement now;
  content::Posture before = content::Posture::kStand;
  std::int64_t since_us = 0;  ///< On the world's clock.
  bool new_posture = false;   ///< `before` is told apart from `now`.
};

/// What follows when a text has been read.
enum class Next : std::uint8_t { kStay, kOn, kRewind, kCalm };

// Not within Run: Clang knows their default values only once Run is complete.

/// Where a hand was, for the speed of a throw.
struct HandPlace {
  std::int64_t us = 0;
  Vec at{0, 0, 0};
};

/// What flies and floats.
struct Thrown {
  Vec at{0, 0, 0}, velocity{0, 0, 0}, landed{0, 0, 0};
  bool wet = false;
  std::int64_t us = 0;       ///< Since it left the hand.
  std::int64_t wet_us = 0;   ///< Since it came down.
  std::int64_t near_us = 0;  ///< Within reach.
  std::int64_t rest_us = 0;  ///< Of time that is less than a step of the flight.
  double nearest = 1e9;      ///< How near it came to the figure.
};

/// A run in the middle of a frame. Plain values: whoever draws reads Scene and Glance instead.
struct Run {
  std::string item;
  Setup setup;
  Report report;
  bool begun = false;
  std::int64_t last_us = 0;  ///< Time of the last input.
  // Clocks, all in microseconds.
  std::int64_t run_us = 0;    ///< Played.
  std::int64_t beat_us = 0;   ///< Played in this beat.
  std::int64_t step_us = 0;   ///< Played in this step; stands still while something is told.
  std::int64_t phase_us = 0;  ///< In this phase.
  std::int64_t world_us = 0;  ///< Of water and sky; stands still while frozen.
  std::int64_t move_us = 0;   ///< Of the eyes' way; nothing stops it, for that would be a jolt.
  std::int64_t since_us = 0;  ///< Since the deed of this step could be done.
  std::int64_t hint_us = 0;   ///< Since the child last got on.
  // Where it stands.
  std::size_t beat = 0, step = 0;
  Phase phase = Phase::kFadeIn;
  bool titled = true;                        ///< This fade in shows the beat's title.
  std::size_t next_beat = 0, next_step = 0;  ///< After the fade out.
  bool next_titled = false;
  // Holds.
  bool paused = false, waiting = false;
  bool untracked = false;  ///< Why it waits.
  CalmCause calm = CalmCause::kNone;
  bool calm_wanted = false;
  bool stopped = false;     ///< The guide ended it: the calm sky stays.
  bool practising = false;  ///< The calm sky of a step that ends by `stop`.
  double calm_level = 0;
  std::int64_t calm_us = 0;    ///< Since it was full.
  std::int64_t away_us = 0;    ///< How long the headset has been off.
  std::int64_t blink_us = -1;  ///< A short darkness to recenter in; -1: none.
  bool time_called = false;
  // What is told.
  content::Text told;
  std::optional<bool> told_right;
  int chosen = -1;  ///< Choice or target that it is about.
  Next after = Next::kStay;
  std::string after_beat;
  std::int64_t telling_us = 0;  ///< How long it stays.
  double frozen = 0;
  int caption = -1;  ///< Index of the one that is shown.
  // What the child has done in this step.
  int tries = 0;
  std::vector<bool> found;
  std::int64_t pose_us = 0;  ///< Head up, arms open, held, voice.
  std::int64_t breath_us = 0;
  std::int64_t raised_us = 0;  ///< How long a hand has been raised to stop.
  Dwell dwell;
  std::array<bool, 2> selecting{};
  // Hands' last places, for the speed of a throw.
  std::array<std::array<HandPlace, 8>, 2> places{};
  std::array<int, 2> placed{};
  int holding = -1;  ///< Hand that holds what is to be thrown.
  // What flies and floats.
  std::optional<Thrown> thrown;
  // Figures, eyes, hands.
  std::vector<Acting> acting;
  content::View view;       ///< Of this step.
  Vec anchor{0, 0, 0};      ///< Where the seat's eyes are in the world.
  Vec seat{0, 0, 0};        ///< The same in the runtime's space.
  Heading seat_heading;     ///< Where the child faced when the seat was taken.
  bool seated = false;      ///< The seat has been taken.
  Heading caption_heading;  ///< Where texts are read; follows the head.
  bool captions_follow = false;
  double brightness = 0;
  TrainerInput input;  ///< The last, for the picture.
};

[[nodiscard]] Run BeginRun(const content::Scenario& scenario, std::string item, const Setup& setup);
/// Advances by one frame. Pure: same scenario, run and input, same run and effects, bit for bit.
[[nodiscard]] std::vector<Effect> Step(const content::Scenario& scenario, const TrainerInput& input,
                                       Run& run);
[[nodiscard]] Scene BuildScene(const content::Scenario& scenario, const Run& run);
[[nodiscard]] Glance LookAt(const content::Scenario& scenario, const Run& run);

}  // namespace vr
