// SPDX-License-Identifier: MIT
#include "vr/core/water.h"

#include <algorithm>
#include <cmath>

#include "vr/core/exact.h"

namespace vr {

double WavePeriod(double wavelength) {
  const double k = 2 * kPi / wavelength;
  return 2 * kPi / std::sqrt(kGravity * k);
}

double WavePhaseSpeed(double wavelength) { return wavelength / WavePeriod(wavelength); }

double SnellHalfAngle(double index) { return Asin(1 / index); }

double FresnelReflectance(double cosine, double from, double to) {
  const double c = std::clamp(cosine, 0.0, 1.0);
  const double sine = from / to * std::sqrt(1 - c * c);  // Snell's law, of the refracted ray
  if (sine >= 1) return 1;
  const double t = std::sqrt(1 - sine * sine);
  const double s = (from * c - to * t) / (from * c + to * t);
  const double p = (from * t - to * c) / (from * t + to * c);
  return (s * s + p * p) / 2;
}

Attenuation AttenuationFromSecchi(double secchi_m) {
  return {1.45 / secchi_m, (1.45 + 1.7) / 2 / secchi_m, 1.7 / secchi_m};
}

ColourAttenuation ColourOf(const content::Water& water) {
  constexpr double kPure[] = {0.34, 0.06, 0.01};
  constexpr double kSilt[] = {0.85, 0.8, 1.35};  // Mean 1: what clouds it takes blue first.
  constexpr double kPureMean = (0.34 + 0.06 + 0.01) / 3;
  const double cloudy = std::max(0.0, AttenuationFromSecchi(water.secchi_m).middle - kPureMean);
  return {kPure[0] + cloudy * kSilt[0], kPure[1] + cloudy * kSilt[1], kPure[2] + cloudy * kSilt[2]};
}

double Transmittance(double attenuation, double metres) { return Exp(-attenuation * metres); }

double DragForce(double speed, double area, double coefficient, double density) {
  return 0.5 * density * coefficient * area * speed * speed;
}

double Drift(double current, double seconds) { return current * seconds; }

double Buoyancy(double mass, double volume) { return (kWaterDensity * volume - mass) * kGravity; }

double FloatingShare(double density) { return std::max(0.0, 1 - density / kWaterDensity); }

double BodyDensity(double fat) { return 1 / (fat / 900 + (1 - fat) / 1060); }

double ClothedUpwardForce(Clothes clothes) {
  switch (clothes) {
    case Clothes::kSwimwear:
      return 61;
    case Clothes::kSummer:
      return 68;
    case Clothes::kSpring:
      return 87;
    case Clothes::kWinter:
      return 105;
  }
  return 61;
}

double ColdShock(double temperature_c) {
  return std::clamp((25 - temperature_c) / (25 - 10), 0.0, 1.0);
}

ColdPhase ColdPhaseAt(double temperature_c, double seconds) {
  if (ColdShock(temperature_c) <= 0) return ColdPhase::kNone;
  if (seconds < 2 * 60) return ColdPhase::kShock;
  if (seconds < 30 * 60) return ColdPhase::kLossOfFunction;
  return ColdPhase::kHypothermia;
}

}  // namespace vr
