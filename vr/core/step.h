// SPDX-License-Identifier: MIT
#pragma once

// Internal to core: how one step of a run is put together. run.cpp holds the frame, step_flow.cpp
// what follows what, step_gaze.cpp the eyes, step_deeds.cpp what ends a step, step_throw.cpp the
// throw.

#include <vector>

#include "vr/core/run.h"

namespace vr {

// Times, in microseconds.
inline constexpr std::int64_t kLongestFrameUs = 100'000;  // A runtime that dies costs no story.
inline constexpr std::int64_t kFadeUs = 300'000;
inline constexpr std::int64_t kTitleUs = 1'800'000;  // Black before a beat, to read its title.
inline constexpr std::int64_t kCalmRiseUs = 150'000;
inline constexpr std::int64_t kCalmFallUs = 500'000;
inline constexpr std::int64_t kPractisedCalmUs = 3'000'000;
inline constexpr std::int64_t kFreezeUs = 200'000;
inline constexpr std::int64_t kPostureUs = 500'000;
inline constexpr std::int64_t kDwellUs = 800'000;
inline constexpr std::int64_t kChooseSeenUs =
    1'600'000;  // A figure to choose: to look is not yet to choose.
inline constexpr std::int64_t kStopSignalUs = 2'000'000;  // Badge and raised hand.
inline constexpr std::int64_t kSpentUs = 1'500'000;
inline constexpr std::int64_t kHintAfterUs = 20'000'000;
inline constexpr int kHintAfterTries = 2;
inline constexpr std::int64_t kBreathUs = 4'000'000;  // In, and as long out.
inline constexpr std::int64_t kHardEndUs = kEndAfterUs + 120'000'000;

// The child's body.
inline constexpr double kHandRaised = 0.12;     // Over the eyes, metres.
inline constexpr double kHeadUpSine = 0.42262;  // sin 25 degrees
inline constexpr std::int64_t kHeadUpUs = 1'000'000;
inline constexpr double kArmsApart = 0.8;
inline constexpr std::int64_t kArmsUs = 1'000'000;
inline constexpr std::int64_t kHoldUs = 2'000'000;
inline constexpr double kVoiceLevel = 0.35;
inline constexpr std::int64_t kVoiceUs = 300'000;

struct Spot {
  SpotKind kind = SpotKind::kNone;
  std::size_t index = 0;
  Vec at{0, 0, 0};
  double radius = 0.1;
  std::int64_t dwell_us = kDwellUs;
  bool right = false;  ///< The hint marks it.
};

/// One frame on its way.
struct Frame {
  const content::Scenario& scenario;
  Run& run;
  std::vector<Effect>& effects;
  std::int64_t passed = 0;  ///< Microseconds of the story, at most kLongestFrameUs.
  std::int64_t real = 0;    ///< What really passed.
};

[[nodiscard]] inline content::Audience AudienceOf(const Run& run) {
  return {run.setup.intensity, YoungestOf(run.setup.band)};
}
[[nodiscard]] inline const content::Beat& BeatOf(const content::Scenario& scenario,
                                                 const Run& run) {
  return scenario.beats[run.beat];
}
[[nodiscard]] inline const content::BeatStep& StepOf(const content::Scenario& scenario,
                                                     const Run& run) {
  return scenario.beats[run.beat].steps[run.step];
}
[[nodiscard]] inline bool IsLastBeat(const content::Scenario& scenario, const Run& run) {
  return run.beat + 1 == scenario.beats.size();
}

// The space of the runtime in the world.
[[nodiscard]] Heading FacingOf(const Run& run);  ///< Where the seat faces in the world.
[[nodiscard]] Heading TurnOf(const Run& run);    ///< From the runtime's space.
[[nodiscard]] Vec ToWorld(const Run& run, const Vec& at);
[[nodiscard]] Vec EyeOf(const Run& run);  ///< With the head's own way.
[[nodiscard]] Vec PlaceAhead(const Run& run, double azimuth_deg, double elevation_deg,
                             double metres);

// run.cpp
void RaiseCalm(Frame& frame, CalmCause cause);

// step_flow.cpp
void PlaySound(Frame& frame, const char* name, std::optional<Vec> at = std::nullopt);
void EnterStep(Frame& frame, std::size_t beat, std::size_t step, bool titled);
void GoTo(Frame& frame, std::size_t beat, std::size_t step, bool fade);
/// To the next step that is there; at `to` when it is not empty.
void FinishStep(Frame& frame, const std::string& to = {});
void EndRun(Frame& frame, bool seen);
[[nodiscard]] double DarknessOf(const Run& run);  ///< 0 clear to 1 black
void Tell(Frame& frame, const content::Text& text, Next after, std::optional<bool> right = {});
void StepPhase(Frame& frame, const std::optional<Spot>& chosen);
void MoveEyes(Frame& frame);

// step_gaze.cpp
[[nodiscard]] bool IsHinting(const content::Scenario& scenario, const Run& run);
[[nodiscard]] std::vector<Spot> ListSpots(const content::Scenario& scenario, const Run& run);
struct Ray {
  Vec from{0, 0, 0}, along{0, 0, -1};
};
[[nodiscard]] Ray GazeOf(const Run& run);
[[nodiscard]] Ray RayOf(const Run& run, const HandInput& hand);
/// The nearest that the ray meets; nullptr: none. `kept` is held on to a little longer.
[[nodiscard]] const Spot* FindHit(const std::vector<Spot>& spots, const Ray& ray,
                                  const Dwell* kept = nullptr);
/// What the gaze or a pressed hand chose in this frame.
[[nodiscard]] std::optional<Spot> StepGaze(Frame& frame);

// Layout of what the trainer hangs up by itself; see scene_panels.cpp.
struct CardPlace {
  double azimuth = 0, elevation = 0;
};
[[nodiscard]] CardPlace PlaceCard(std::size_t index, std::size_t count);
inline constexpr double kCardMetres = 2.2;
inline constexpr double kRingBelowDeg = 9;

// step_deeds.cpp
void StepDeed(Frame& frame, const std::optional<Spot>& chosen);
void Record(Frame& frame, Deed deed);
/// Whether a hand asks to stop; over several frames.
[[nodiscard]] bool IsHandRaised(const Run& run);

// step_throw.cpp
[[nodiscard]] bool IsPointer(const Run& run, const HandInput& hand);  ///< On a screen: no hand.
[[nodiscard]] std::vector<Vec> ListMarks(const content::Scenario& scenario, const Run& run);
[[nodiscard]] Vec HeldPlace(const Run& run);  ///< Where what is to be thrown is held.
void NoteHands(Run& run);
void StepThrow(Frame& frame, const std::optional<Spot>& chosen);

}  // namespace vr
