// SPDX-License-Identifier: MIT
#pragma once

namespace vr {

// Sine and the like from +, -, *, / and sqrt alone, which IEEE 754 rounds one way. The C library's
// differ in their last bits between versions and compilers' constant folding, and a recording must
// replay to the same report bit for bit. vr/core is built with -ffp-contract=off for the same
// reason; a test reads that nothing here calls the library's or glm's own.

inline constexpr double kPi = 3.141592653589793;
inline constexpr double kDegree = kPi / 180;

/// Radians. Absolute error under 1e-13 for |angle| up to 1e4.
[[nodiscard]] double Sin(double angle);
[[nodiscard]] double Cos(double angle);
/// Radians, for x within -1..1.
[[nodiscard]] double Asin(double x);
/// e^x; 0 below -700, and x is held to 700 at most. Relative error under 1e-14.
[[nodiscard]] double Exp(double x);

}  // namespace vr
