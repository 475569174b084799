// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "vr/core/scene.h"
#include "vr/render/renderer.h"

namespace vr {

/// A scene made by hand, with the place it is in and from where it is seen: for pictures and tests
/// that need no run.
struct Rehearsal {
  content::Scenario scenario;
  Scene scene;
  Eye eye;
};

/// Names of all, for a tour.
[[nodiscard]] const std::vector<std::string_view>& RehearsalNames();
/// Aborts on a name that is not among them.
[[nodiscard]] Rehearsal Rehearse(std::string_view name);

[[nodiscard]] content::ScenarioPlace RiverPlace();
[[nodiscard]] content::ScenarioPlace QuarryPlace();

/// Eyes at `at`, `facing` and `up` in degrees (facing 0 is over the water), `height` of the picture
/// in degrees.
[[nodiscard]] Eye LookFrom(glm::vec3 at, float facing, float up, float height, float aspect = 1);

}  // namespace vr
