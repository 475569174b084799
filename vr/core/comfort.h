// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "content/scenario.h"
#include "vr/core/scene.h"
#include "vr/core/space.h"

namespace vr {

// What keeps a child well: the horizon never tilts, nobody turns the eyes but the child, and they
// move slowly or in the dark.

/// Where the eyes are after `seconds` of a step's way.
[[nodiscard]] Vec MovedEyes(const content::View& view, const content::Move& move, double seconds);

/// Leaning forward may not dip the eyes into the water, nor straightening up lift them out of it:
/// crossing the surface is done in the dark. Metres to add to a head's height in the world.
[[nodiscard]] double LiftFor(const content::View& view, double eye_y);
inline constexpr double kClearOfWater = 0.04;  // Deepest and highest that eyes come to the surface.

/// How the trainer itself moved the eyes between frames; the child's own moves are not in it.
struct EyeMotion {
  Vec velocity{0, 0, 0};
  bool known = false;
};

/// Which limit the way from one frame to the next broke; empty: none. `motion` is that of the frame
/// before and becomes that of this one. `seconds` passed between them.
[[nodiscard]] std::string FindDiscomfort(const content::Comfort& limits, const Scene& before,
                                         const Scene& after, double seconds, EyeMotion& motion);

}  // namespace vr
