// SPDX-License-Identifier: MIT
#include "vr/core/space.h"

#include <cmath>

#include "vr/core/exact.h"

namespace vr {
namespace {

glm::quat MakeQuat(double w, double x, double y, double z) {
  return {static_cast<float>(w), static_cast<float>(x), static_cast<float>(y),
          static_cast<float>(z)};
}

Vec Cross(const Vec& a, const Vec& b) {
  return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}

}  // namespace

double Dot(const Vec& a, const Vec& b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
double Length(const Vec& v) { return std::sqrt(Dot(v, v)); }
double FlatLength(const Vec& v) { return std::sqrt(v.x * v.x + v.z * v.z); }
Vec Unit(const Vec& v) { return v / Length(v); }

Vec Rotate(const glm::quat& q, const Vec& v) {
  const double w = static_cast<double>(q.w);
  const Vec axis{static_cast<double>(q.x), static_cast<double>(q.y), static_cast<double>(q.z)};
  const double square = w * w + Dot(axis, axis);
  if (square < 1e-6) return v;
  const Vec once = Cross(axis, v);
  return v + (once * w + Cross(axis, once)) * (2 / square);
}

glm::vec3 ToFloat(const Vec& v) {
  return {static_cast<float>(v.x), static_cast<float>(v.y), static_cast<float>(v.z)};
}

Heading HeadingOfDegrees(double degrees) {
  return {Sin(degrees * kDegree), Cos(degrees * kDegree)};
}

Heading HeadingOf(const glm::quat& q) {
  constexpr double kSteep = 0.2;
  Vec ahead = Ahead(q);
  if (FlatLength(ahead) < kSteep) {
    const Vec crown = Rotate(q, {0, 1, 0});
    ahead = ahead.y > 0 ? -crown : crown;
  }
  const double length = FlatLength(ahead);
  if (length <= 0) return {};
  return {-ahead.x / length, -ahead.z / length};
}

Heading Sum(const Heading& a, const Heading& b) {
  return {a.sine * b.cosine + a.cosine * b.sine, a.cosine * b.cosine - a.sine * b.sine};
}

Heading Opposite(const Heading& a) { return {-a.sine, a.cosine}; }

Vec Turn(const Heading& by, const Vec& v) {
  return {by.cosine * v.x + by.sine * v.z, v.y, by.cosine * v.z - by.sine * v.x};
}

glm::quat ToQuat(const Heading& heading) {
  const double w = std::sqrt(std::fmax(0, (1 + heading.cosine) / 2));
  if (w < 1e-6) return MakeQuat(0, 0, 1, 0);
  return MakeQuat(w, 0, heading.sine / (2 * w), 0);
}

Vec Direction(const Heading& facing, double azimuth_deg, double elevation_deg) {
  const double flat = Cos(elevation_deg * kDegree);
  const Heading heading = Sum(facing, HeadingOfDegrees(azimuth_deg));
  return {-heading.sine * flat, Sin(elevation_deg * kDegree), -heading.cosine * flat};
}

glm::quat FacingBack(const Heading& facing, double azimuth_deg, double elevation_deg) {
  const Heading heading = Sum(facing, HeadingOfDegrees(azimuth_deg));
  const double w = std::sqrt(std::fmax(0, (1 + heading.cosine) / 2));
  const double y = w < 1e-6 ? 1 : heading.sine / (2 * w);
  const double half = elevation_deg * kDegree / 2;
  const double c = Cos(half);
  const double s = Sin(half);
  // About y after about x.
  return MakeQuat(w * c, w * s, y * c, -y * s);
}

}  // namespace vr
