// SPDX-License-Identifier: MIT
#pragma once

// Internal to core: what BuildScene is made of.

#include "vr/core/run.h"

namespace vr {

// scene_panels.cpp
void AddPanels(const content::Scenario& scenario, const Run& run, Scene& scene);
void AddRings(const content::Scenario& scenario, const Run& run, Scene& scene);

}  // namespace vr
