// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "content/scenario.h"
#include "vr/core/space.h"

namespace vr {

// A thing thrown on a rope: through the air with gravity and drag, into the water with buoyancy and
// drag, then with the current and the rope. Fixed steps, so that a report never hangs on the frame
// rate.

inline constexpr double kFlightStep = 1.0 / 240;  // s

/// A body that floats. Numbers are of common things, rounded: some empty half-litre bottles in a
/// bag; a five-litre water bottle; a ring buoy of 2.5 kg (SOLAS, LSA Code 2.1, asks for at least
/// that, and for 14.5 kg of buoyancy).
struct Floater {
  double mass = 1;      ///< kg
  double volume = 0.1;  ///< m^3
  double height = 0.1;  ///< m: over this much of depth it goes from dry to under.
  double area = 0.1;    ///< m^2, across its way.
  double drag = 1;      ///< Coefficient of drag.
};
[[nodiscard]] Floater FloaterOf(content::ThrownObject object);

struct Flight {
  Vec at{0, 0, 0}, velocity{0, 0, 0};
  bool wet = false;  ///< It has touched the water.
};

/// One step of kFlightStep. `water` is how the water moves there; `pull` what the rope adds to it.
void StepFlight(const Floater& floater, const Vec& water, const Vec& pull, Flight& flight);

/// Where it first touches the water (y = 0); it is watched for 4 s at most.
[[nodiscard]] Vec LandingOf(const Floater& floater, Flight flight);

/// With what velocity it has to leave `from` to come down on `to`, in a high, slow arc.
[[nodiscard]] Vec LaunchFor(const Floater& floater, const Vec& from, const Vec& to);

}  // namespace vr
