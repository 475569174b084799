// SPDX-License-Identifier: MIT
#include "vr/core/flight.h"

#include <algorithm>
#include <cmath>

#include "vr/core/water.h"

namespace vr {
namespace {

/// Speed relative to the medium after a step of drag alone; implicit, so that it never overshoots.
Vec Slowed(const Vec& relative, const Floater& floater, double density) {
  const double speed = Length(relative);
  if (speed <= 0) return relative;
  const double force = DragForce(speed, floater.area, floater.drag, density);
  return relative / (1 + force / (floater.mass * speed) * kFlightStep);
}

/// Share of the body under water when its middle is at `y`.
double Under(const Floater& floater, double y) {
  return std::clamp(0.5 - y / floater.height, 0.0, 1.0);
}

}  // namespace

Floater FloaterOf(content::ThrownObject object) {
  switch (object) {
    case content::ThrownObject::kBag:
      return {0.45, 0.006, 0.2, 0.04, 0.9};
    case content::ThrownObject::kBottle:
      return {0.3, 0.0055, 0.18, 0.03, 0.8};
    case content::ThrownObject::kRing:
      return {2.5, 0.017, 0.11, 0.06, 1.1};
  }
  return {};
}

void StepFlight(const Floater& floater, const Vec& water, const Vec& pull, Flight& flight) {
  const double under = flight.at.y >= floater.height / 2 ? 0 : Under(floater, flight.at.y);
  flight.wet = flight.wet || under > 0;
  // Buoyancy() of the part that is under, with the weight of the whole.
  flight.velocity.y += Buoyancy(floater.mass, floater.volume * under) / floater.mass * kFlightStep;
  if (flight.wet) {
    // The rope and the current are one moving medium: the body follows both.
    const Vec medium{water.x + pull.x, 0, water.z + pull.z};
    const double density = kAirDensity + (kWaterDensity - kAirDensity) * std::max(under, 0.2);
    flight.velocity = medium + Slowed(flight.velocity - medium, floater, density);
  } else {
    flight.velocity = Slowed(flight.velocity, floater, kAirDensity);
  }
  flight.at += flight.velocity * kFlightStep;
}

Vec LandingOf(const Floater& floater, Flight flight) {
  for (int i = 0; i < 960 && flight.at.y > 0; ++i) {
    const Vec before = flight.at;
    StepFlight(floater, {0, 0, 0}, {0, 0, 0}, flight);
    if (flight.at.y > 0) continue;
    const double share = before.y / (before.y - flight.at.y);
    return before + (flight.at - before) * share;
  }
  return {flight.at.x, 0, flight.at.z};
}

Vec LaunchFor(const Floater& floater, const Vec& from, const Vec& to) {
  Vec aim = to;
  Vec launch{0, 0, 0};
  for (int i = 0; i < 14; ++i) {
    const double seconds = 0.45 + 0.07 * FlatLength(aim - from);
    launch = (aim - from) / seconds;
    launch.y += kGravity * seconds / 2;
    const Vec missed = to - LandingOf(floater, {from, launch, false});
    aim += Vec(missed.x, 0, missed.z);
  }
  return launch;
}

}  // namespace vr
