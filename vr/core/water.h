// SPDX-License-Identifier: MIT
#pragma once

#include "content/scenario.h"

namespace vr {

// Physics of water, each formula and number with its source. [S..] are the sources of the pack
// drowning-prevention and of the facts it was written from; "computed" follows from the formula.

inline constexpr double kGravity = 9.81;              // m/s^2
inline constexpr double kWaterDensity = 1000;         // kg/m^3, fresh water
inline constexpr double kAirDensity = 1.2;            // kg/m^3 at 20 deg C
inline constexpr double kWaterIndex = 1.333;          // refractive index of water
inline constexpr double kDrowningSecondsChild = 20;   // about, at the surface [S07]
inline constexpr double kDrowningSecondsAdult = 60;   // about [S64]
inline constexpr double kUntrainedThrowSeconds = 35;  // median to get a line out [S08]
inline constexpr double kTrainedChildSeconds = 23;    // median, 10 m throw and pull in [S08]
inline constexpr double kRescuePoleMetres = 8;        // about, one district [S62]
inline constexpr double kColdShockBelow = 15;         // deg C, RNLI [S12]

// Waves on deep water: w^2 = g k.
[[nodiscard]] double WavePeriod(double wavelength);      ///< s
[[nodiscard]] double WavePhaseSpeed(double wavelength);  ///< m/s

// Light at the surface.
/// Half-angle of Snell's window, asin(1/n): 48.6 degrees for water.
[[nodiscard]] double SnellHalfAngle(double index = kWaterIndex);
/// Share of unpolarised light reflected (Fresnel) when it falls from a medium of index `from` onto
/// one of index `to`; `cosine` is that of the angle to the normal. 1 in total reflection.
[[nodiscard]] double FresnelReflectance(double cosine, double from, double to);

// Light in water.
/// Diffuse attenuation 1/m from the Secchi depth: between 1.45/d (aquatext.com/tables/extinc) and
/// 1.7/d (Poole and Atkins 1929).
struct Attenuation {
  double low = 0, middle = 0, high = 0;
};
[[nodiscard]] Attenuation AttenuationFromSecchi(double secchi_m);
/// Per colour: pure water takes red first (Pope and Fry 1997: about 0.34, 0.06, 0.01 1/m at 650,
/// 560, 450 nm); what clouds it takes blue first, by silt and humus. A stylised split whose mean
/// over the three is the middle of AttenuationFromSecchi as soon as that exceeds pure water's.
struct ColourAttenuation {
  double red = 0, green = 0, blue = 0;
};
[[nodiscard]] ColourAttenuation ColourOf(const content::Water& water);
[[nodiscard]] double Transmittance(double attenuation, double metres);  ///< Beer-Lambert

// Forces.
/// F = 1/2 rho Cd A v^2 in newtons.
[[nodiscard]] double DragForce(double speed, double area, double coefficient,
                               double density = kWaterDensity);
/// Metres that a thing drifts with the current.
[[nodiscard]] double Drift(double current, double seconds);
/// Net upward force in newtons on a fully submerged body; negative sinks.
[[nodiscard]] double Buoyancy(double mass, double volume);
/// Share of a floating body's volume over the water, 0 when it sinks.
[[nodiscard]] double FloatingShare(double density);
/// kg/m^3 of a body of which `fat` is the share of mass that is fat: fat 900, lean 1060 [S118].
[[nodiscard]] double BodyDensity(double fat);
/// Upward force in clothes, adults, newtons: Barwood 2011 [S13].
enum class Clothes { kSwimwear, kSummer, kSpring, kWinter };
[[nodiscard]] double ClothedUpwardForce(Clothes clothes);

// Cold.
/// Strength of the first gasp, 0 at 25 deg C and above, 1 at 10 and below [S68].
[[nodiscard]] double ColdShock(double temperature_c);
/// What cold water does after `seconds` [S70].
enum class ColdPhase { kNone, kShock, kLossOfFunction, kHypothermia };
[[nodiscard]] ColdPhase ColdPhaseAt(double temperature_c, double seconds);

}  // namespace vr
