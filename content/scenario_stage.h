// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "content/scenario.h"

namespace content {

/// For whom a run is: what it leaves out follows from this.
struct Audience {
  int intensity = 1;  ///< 1 to 3.
  int age = 10;       ///< Youngest of the band: 6, 10 or 13.
};

[[nodiscard]] bool IsPresent(const Beat& beat, const Audience& audience);
/// Whether a step is there within its beat.
[[nodiscard]] bool IsPresent(const BeatStep& step, const Audience& audience);

/// The next step that is there, from `step` on; absent at the end of the beat.
[[nodiscard]] std::optional<std::size_t> FirstStep(const Beat& beat, std::size_t step,
                                                   const Audience& audience);
/// The next beat that is there and has a step, from `beat` on; absent at the end.
[[nodiscard]] std::optional<std::size_t> FirstBeat(const Scenario& scenario, std::size_t beat,
                                                   const Audience& audience);
[[nodiscard]] std::optional<std::size_t> FindBeat(const Scenario& scenario, std::string_view id);
[[nodiscard]] const Figure* FindFigure(const Scenario& scenario, std::string_view id);

/// The view with which a step begins: its own, or where the steps before it left the eyes.
[[nodiscard]] View ViewAt(const Beat& beat, std::size_t step, const Audience& audience);

/// Who stands where in a step.
[[nodiscard]] std::vector<Placement> StageAt(const Beat& beat, std::size_t step,
                                             const Audience& audience);
[[nodiscard]] bool IsSeen(const Prop& prop, const Beat& beat);

/// What one looks at to look at a figure or a prop, and how large it is.
struct Aim {
  Point at;
  double radius = 0.3;
};
[[nodiscard]] Aim AimAt(const Placement& placement);
[[nodiscard]] Aim AimAt(const Prop& prop);
/// Absent when the beat does not show it at that step.
[[nodiscard]] std::optional<Aim> FindAim(const Scenario& scenario, const Beat& beat,
                                         std::size_t step, const Audience& audience,
                                         std::string_view id);

/// Share of a move's way after `share` of its time: 6u^5 - 15u^4 + 10u^3, still at both ends (the
/// minimum-jerk path of Flash and Hogan, J. Neurosci. 5, 1985). Its steepest speed and acceleration
/// are kMovePeakSpeed * way / time and kMovePeakAcceleration * way / time^2.
[[nodiscard]] double MoveShare(double share);
inline constexpr double kMovePeakSpeed = 1.875;                     // 15/8
inline constexpr double kMovePeakAcceleration = 5.773502691896258;  // 10/sqrt(3)

/// Time to read a text at leisure, the slower of its languages: 5 Han or 14 other characters a
/// second, never under 2 s. A pace for children, slower than the 9 and 17 usual in subtitles.
[[nodiscard]] double ReadingSeconds(const Text& text);

// What the program sets up by itself, so that authors' targets keep clear of it. Degrees from where
// the seat faces: positive azimuth is to the left, as facing is.
inline constexpr double kBadgeAzimuthDeg = -38;  ///< The sun badge: look at it to stop.
inline constexpr double kBadgeElevationDeg = 20;
inline constexpr double kGazeAzimuthDeg = 75;   ///< How far a seated child looks aside,
inline constexpr double kGazeUpDeg = 50;        ///< up
inline constexpr double kGazeDownDeg = 50;      ///< and down.
inline constexpr double kGazeApartDeg = 7;      ///< Two targets in one step, and the badge.
inline constexpr double kThrowLeastMetres = 4;  ///< Nearer, a hand or a pole reaches.

}  // namespace content
