// SPDX-License-Identifier: MIT
#pragma once

#include <glm/gtc/quaternion.hpp>
#include <glm/vec3.hpp>

#include "content/scenario.h"

namespace vr {

// Vectors in doubles from +, -, *, / and sqrt alone, so that every compiler and every version of
// glm comes to the same bits (see exact.h); glm lends its types only.

using Vec = glm::dvec3;

[[nodiscard]] double Dot(const Vec& a, const Vec& b);
[[nodiscard]] double Length(const Vec& v);
/// Of its part along the ground.
[[nodiscard]] double FlatLength(const Vec& v);
/// `v` is not 0.
[[nodiscard]] Vec Unit(const Vec& v);
/// A quaternion of any length but 0, which leaves `v` as it is.
[[nodiscard]] Vec Rotate(const glm::quat& q, const Vec& v);
[[nodiscard]] inline Vec Ahead(const glm::quat& q) { return Rotate(q, {0, 0, -1}); }

[[nodiscard]] inline Vec ToVec(const content::Point& p) { return {p.x, p.y, p.z}; }
[[nodiscard]] inline Vec ToVec(const glm::vec3& v) {
  return {static_cast<double>(v.x), static_cast<double>(v.y), static_cast<double>(v.z)};
}
[[nodiscard]] glm::vec3 ToFloat(const Vec& v);

/// A turn about y as sine and cosine: 0 looks along -z, counter-clockwise from above.
struct Heading {
  double sine = 0, cosine = 1;
  bool operator==(const Heading&) const = default;
};
[[nodiscard]] Heading HeadingOfDegrees(double degrees);
/// Where a head faces; from its crown when it looks straight up or down.
[[nodiscard]] Heading HeadingOf(const glm::quat& q);
[[nodiscard]] Heading Sum(const Heading& a, const Heading& b);
[[nodiscard]] Heading Opposite(const Heading& a);  ///< The turn back.
[[nodiscard]] Vec Turn(const Heading& by, const Vec& v);
[[nodiscard]] glm::quat ToQuat(const Heading& heading);

/// From where `facing` looks: azimuth to the left, elevation up, degrees.
[[nodiscard]] Vec Direction(const Heading& facing, double azimuth_deg, double elevation_deg);
/// Turned so that what it shows towards +z is seen from the other end of Direction.
[[nodiscard]] glm::quat FacingBack(const Heading& facing, double azimuth_deg, double elevation_deg);

}  // namespace vr
