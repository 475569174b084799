// SPDX-License-Identifier: MIT
#pragma once

#include "vr/core/scene.h"
#include "vr/render/batch.h"

namespace vr {

/// A right hand of a child in metres, as smooth as the mannequins: the middle of the palm at 0,
/// palm down (-y), fingers along -z, the thumb at -x; a sleeve ends at the wrist. Closed it holds.
[[nodiscard]] Mesh BuildHand(bool closed);

/// World from such a hand: a left one is its mirror image.
[[nodiscard]] glm::mat4 WorldFrom(const SceneHand& hand);

}  // namespace vr
