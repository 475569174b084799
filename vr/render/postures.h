// SPDX-License-Identifier: MIT
#pragma once

#include "content/scenario.h"
#include "vr/render/skeleton.h"

namespace vr {

/// How a body holds itself `seconds` into a posture: told apart by its outline, with small motion.
/// On land the figure's place is under its feet; in the water (kFloat, kSplash, kWave, kDrown,
/// kHold) it is where the body meets the surface.
[[nodiscard]] BodyPose PoseOf(content::Posture posture, float seconds);

/// Height of the mouth over the surface in kDrown, in units of the body's height: it bobs about
/// the waterline (the instinctive drowning response, [S64]).
[[nodiscard]] float DrowningMouth(float seconds);

}  // namespace vr
