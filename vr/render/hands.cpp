// SPDX-License-Identifier: MIT
#include "vr/render/hands.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/ext/matrix_transform.hpp>
#include <glm/gtc/quaternion.hpp>

#include "vr/render/surface.h"

namespace vr {
namespace {

// Lengths in metres of a child of ten (hand about 0.15 long and 0.07 wide).
constexpr float kCell = 0.0042F;
const glm::vec3 kGridLow(-0.075F, -0.075F, -0.115F), kGridSize(0.13F, 0.12F, 0.225F);
constexpr float kSleeve = 0.06F;  // where it begins

/// A finger: where its knuckle is, the length of its three bones, how thick it is.
struct Finger {
  glm::vec3 knuckle;
  std::array<float, 3> bones;
  float radius;
};
constexpr std::array<Finger, 4> kFingers = {
    Finger{{-0.0265F, 0.002F, -0.036F}, {0.030F, 0.019F, 0.014F}, 0.0083F},
    Finger{{-0.0090F, 0.004F, -0.040F}, {0.033F, 0.021F, 0.015F}, 0.0086F},
    Finger{{0.0090F, 0.003F, -0.037F}, {0.030F, 0.020F, 0.015F}, 0.0083F},
    Finger{{0.0255F, 0.000F, -0.030F}, {0.023F, 0.015F, 0.013F}, 0.0073F}};
// How far down each bone is bent from straight ahead, in radians.
constexpr std::array<float, 3> kOpen = {0.14F, 0.42F, 0.72F}, kClosed = {1.25F, 2.75F, 3.7F};

float FingerAt(glm::vec3 p, const Finger& finger, const std::array<float, 3>& bent) {
  glm::vec3 from = finger.knuckle;
  float d = 1;
  for (std::size_t i = 0; i < 3; ++i) {
    const glm::vec3 way(0, -std::sin(bent[i]), -std::cos(bent[i]));
    const glm::vec3 to = from + way * finger.bones[i];
    const float thinner = 1 - 0.09F * static_cast<float>(i);
    d = std::min(d, Limb(p, from, to, finger.radius * thinner, finger.radius * (thinner - 0.09F)));
    from = to;
  }
  return d;
}

float Palm(glm::vec3 p) {
  float d = Egg(p, {0, -0.001F, 0.004F}, {0.037F, 0.0145F, 0.049F});
  for (const Finger& finger : kFingers) {
    const glm::vec3 root(finger.knuckle.x * 0.55F, 0.001F, 0.042F);
    d = Melt(d, Limb(p, root, finger.knuckle, 0.0115F, finger.radius + 0.0015F), 0.008F);
  }
  d = Melt(d, Egg(p, {-0.021F, -0.008F, 0.018F}, {0.015F, 0.013F, 0.027F}), 0.012F);  // the ball
  return Melt(d, Egg(p, {0, 0, 0.062F}, {0.0215F, 0.0165F, 0.04F}), 0.016F);          // the wrist
}

float Thumb(glm::vec3 p, bool closed) {
  const glm::vec3 root(-0.026F, -0.009F, 0.014F);
  const glm::vec3 joint =
      closed ? glm::vec3(-0.040F, -0.026F, -0.014F) : glm::vec3(-0.047F, -0.013F, -0.010F);
  const glm::vec3 tip =
      closed ? glm::vec3(-0.016F, -0.040F, -0.030F) : glm::vec3(-0.053F, -0.016F, -0.036F);
  return std::min(Limb(p, root, joint, 0.0115F, 0.0095F), Limb(p, joint, tip, 0.0095F, 0.0078F));
}

float Bare(glm::vec3 p, bool closed) {
  float d = Palm(p);
  for (const Finger& finger : kFingers) {
    d = Melt(d, FingerAt(p, finger, closed ? kClosed : kOpen), 0.0055F);
  }
  return Melt(d, Thumb(p, closed), 0.009F);
}

/// A round cuff, a little wider than the wrist.
float Sleeve(glm::vec3 p) {
  p.y *= 1.2F;
  return Limb(p, {0, 0, kSleeve + 0.019F}, {0, 0, 0.085F}, 0.0265F, 0.027F);
}

}  // namespace

Mesh BuildHand(bool closed) {
  const Surface surface =
      FindSurface([&](glm::vec3 p) { return std::min(Bare(p, closed), Sleeve(p)); }, kGridLow,
                  kGridSize, kCell);
  const glm::vec3 skin(0.50F, 0.36F, 0.27F), cloth(0.16F, 0.27F, 0.30F);  // skin: the mannequins'
  Mesh mesh;
  mesh.indices = surface.indices;
  for (std::size_t i = 0; i < surface.points.size(); ++i) {
    const glm::vec3 p = surface.points[i];
    const float worn = std::clamp(0.5F + (Bare(p, closed) - Sleeve(p)) / kCell, 0.0F, 1.0F);
    mesh.Add(p, surface.normals[i], {glm::mix(skin, cloth, worn), 0, 0, 0.3F * worn, 0});
  }
  return mesh;
}

glm::mat4 WorldFrom(const SceneHand& hand) {
  const glm::mat4 place =
      glm::translate(glm::mat4(1), hand.pose.position) * glm::mat4_cast(hand.pose.orientation);
  return hand.left ? glm::scale(place, glm::vec3(-1, 1, 1)) : place;
}

}  // namespace vr
