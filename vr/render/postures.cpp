// SPDX-License-Identifier: MIT
#include "vr/render/postures.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace vr {
namespace {

constexpr float kDegree = 0.017453292519943295F;
constexpr float kMouth = 0.358F;  // over the pelvis, of an upright body with its head tilted back

/// Turned about x: positive leans back.
glm::quat Lean(float degrees) { return glm::angleAxis(degrees * kDegree, glm::vec3(1, 0, 0)); }
glm::quat Turn(float degrees) { return glm::angleAxis(degrees * kDegree, glm::vec3(0, 1, 0)); }
glm::quat Tilt(float degrees) { return glm::angleAxis(degrees * kDegree, glm::vec3(0, 0, 1)); }

enum class Side { kLeft, kRight };

/// Directions as the right side would have them; the left is mirrored.
void Arm(BodyPose& pose, Side side, glm::vec3 upper, glm::vec3 fore, glm::vec3 hand) {
  const std::size_t first = side == Side::kLeft ? kUpperArmL : kUpperArmR;
  const glm::vec3 mirror(side == Side::kLeft ? -1 : 1, 1, 1);
  pose.way[first] = glm::normalize(upper * mirror);
  pose.way[first + 1] = glm::normalize(fore * mirror);
  pose.way[first + 2] = glm::normalize(hand * mirror);
}
void Arm(BodyPose& pose, Side side, glm::vec3 upper, glm::vec3 fore) {
  Arm(pose, side, upper, fore, fore);
}
void Leg(BodyPose& pose, Side side, glm::vec3 thigh, glm::vec3 shin, glm::vec3 foot) {
  const std::size_t first = side == Side::kLeft ? kThighL : kThighR;
  const glm::vec3 mirror(side == Side::kLeft ? -1 : 1, 1, 1);
  pose.way[first] = glm::normalize(thigh * mirror);
  pose.way[first + 1] = glm::normalize(shin * mirror);
  pose.way[first + 2] = glm::normalize(foot * mirror);
}

BodyPose Standing(float t) {
  BodyPose pose = RestPose();
  const float sway = std::sin(t * 0.9F), breath = std::sin(t * 1.7F);
  pose.pelvis_at += glm::vec3(0.006F * sway, -0.004F, 0);
  pose.chest = Tilt(1.2F * sway) * Lean(-1 + breath);
  pose.head = Turn(6 * std::sin(t * 0.43F)) * Lean(-2);
  for (const Side side : {Side::kLeft, Side::kRight}) {
    Arm(pose, side, {0.2F, -1, 0.02F + 0.02F * breath}, {0.12F, -1, -0.2F});
    Leg(pose, side, {0.045F, -1, -0.02F}, {0.02F, -1, 0.05F}, {0.16F, -0.19F, -1});
  }
  return pose;
}

BodyPose Sitting(float t) {
  BodyPose pose = RestPose();
  const float breath = std::sin(t * 1.6F);
  pose.pelvis_at = {0, 0.085F, 0.1F};
  pose.pelvis = Lean(12);
  pose.chest = Lean(-14 + breath);
  pose.head = Lean(-4) * Turn(8 * std::sin(t * 0.4F));
  for (const Side side : {Side::kLeft, Side::kRight}) {
    Leg(pose, side, {0.16F, 0.62F, -0.78F}, {-0.04F, -0.86F, -0.5F}, {0.1F, -0.1F, -1});
    Arm(pose, side, {0.22F, -0.72F, -0.62F}, {-0.42F, -0.1F, -0.95F});
  }
  return pose;
}

BodyPose Pointing(float t) {
  BodyPose pose = Standing(t);
  const float press = std::sin(t * 2.1F);
  pose.chest = Turn(14) * Lean(-3);
  pose.head = Turn(-6);
  Arm(pose, Side::kRight, {0.28F, 0.10F + 0.03F * press, -1}, {0.16F, 0.13F + 0.04F * press, -1});
  return pose;
}

BodyPose Beckoning(float t) {
  BodyPose pose = Standing(t);
  const float come = 0.5F + 0.5F * std::sin(t * 4.2F);
  pose.chest = Turn(-6) * Lean(3) * Tilt(-3);
  pose.head = Tilt(-5) * Lean(2);
  Arm(pose, Side::kRight, {0.62F, -0.12F, -0.75F},
      glm::mix(glm::vec3(0.35F, 0.55F, -0.85F), glm::vec3(-0.1F, 1, 0.05F), come),
      glm::mix(glm::vec3(0.3F, 0.6F, -0.8F), glm::vec3(-0.35F, 0.6F, 0.65F), come));
  Arm(pose, Side::kLeft, {0.55F, -0.8F, 0.1F}, {-0.65F, -0.55F, -0.2F});  // hand on the hip
  return pose;
}

BodyPose Phoning(float t) {
  BodyPose pose = Standing(t);
  pose.head = Tilt(-9) * Lean(-5);
  pose.chest = Turn(6 * std::sin(t * 0.5F));
  Arm(pose, Side::kRight, {0.52F, -0.72F, -0.42F}, {-0.42F, 1, 0.12F}, {-0.5F, 1, 0.1F});
  const float explain = std::sin(t * 1.3F);
  Arm(pose, Side::kLeft, {0.25F, -0.85F, -0.3F},
      {0.3F + 0.2F * explain, -0.1F + 0.25F * explain, -0.9F});
  return pose;
}

BodyPose Throwing(float t) {
  BodyPose pose = Standing(t);
  // Underarm: back slowly, forward fast, and the arm stays up a while.
  const float u = std::fmod(t, 2.8F) / 2.8F;
  const float back = std::clamp(u / 0.42F, 0.0F, 1.0F);
  const float forth = std::clamp((u - 0.42F) / 0.16F, 0.0F, 1.0F);
  const float home = std::clamp((u - 0.82F) / 0.18F, 0.0F, 1.0F);
  const auto ease = [](float x) { return x * x * (3 - 2 * x); };
  const float swing = (-ease(back) * 1.0F + ease(forth) * 2.45F) * (1 - ease(home));  // -1 to 1.45
  const float angle = swing * 68 * kDegree;
  const glm::vec3 way(0.12F, -std::cos(angle), -std::sin(angle));
  pose.chest = Turn(14 * swing) * Lean(-6 - 5 * swing);
  pose.pelvis_at += glm::vec3(0, -0.03F, -0.03F * swing);
  Arm(pose, Side::kRight, way, glm::normalize(way + glm::vec3(0, 0.12F, -0.16F)));
  Arm(pose, Side::kLeft, {0.35F, -0.75F, -0.5F}, {0.1F, -0.3F, -0.9F});
  Leg(pose, Side::kLeft, {0.05F, -0.93F, -0.36F}, {0.02F, -0.98F, 0.1F}, {0.1F, -0.19F, -1});
  Leg(pose, Side::kRight, {0.1F, -0.95F, 0.25F}, {0.04F, -0.9F, 0.36F}, {0.2F, -0.35F, -1});
  return pose;
}

BodyPose LyingFlat(float t) {
  BodyPose pose = RestPose();
  const float reach = std::sin(t * 1.5F);
  pose.pelvis_at = {0, 0.075F, 0.33F};
  pose.pelvis = Lean(-90);
  pose.chest = Lean(-80);
  pose.head = Lean(-28) * Turn(5 * reach);
  Arm(pose, Side::kRight, {0.3F, 0.05F, -1}, {0.05F, -0.22F + 0.05F * reach, -1});
  Arm(pose, Side::kLeft, {0.75F, -0.35F, -0.6F}, {-0.35F, -0.12F, -1});
  Leg(pose, Side::kLeft, {0.26F, -0.02F, 1}, {0.16F, -0.05F, 1}, {0.25F, -0.5F, 0.85F});
  Leg(pose, Side::kRight, {0.32F, -0.02F, 1}, {0.2F, -0.05F, 1}, {0.25F, -0.5F, 0.85F});
  return pose;
}

BodyPose Floating(float t) {
  BodyPose pose = RestPose();
  const float breath = std::sin(t * 0.8F), scull = std::sin(t * 2.0F);
  pose.pelvis_at = {0, -0.075F + 0.012F * breath, -0.05F};
  pose.pelvis = Lean(76);
  pose.chest = Lean(83 + breath);
  pose.head = Lean(88);
  for (const Side side : {Side::kLeft, Side::kRight}) {
    Arm(pose, side, {0.95F, -0.14F, 0.22F},
        {0.95F, -0.12F + 0.05F * scull, -0.18F - 0.14F * scull});
    Leg(pose, side, {0.16F, -0.36F, -0.92F}, {0.1F, -0.55F, -0.82F}, {0.1F, -0.1F, -1});
  }
  return pose;
}

BodyPose Splashing(float t) {
  BodyPose pose = RestPose();
  const float beat = t * 6.2F;
  const float laugh = std::sin(t * 9.5F);
  pose.pelvis_at = {0.02F * std::sin(t * 2.2F), -0.13F + 0.018F * std::sin(beat), 0};
  pose.chest = Turn(16 * std::sin(t * 2.4F)) * Lean(5 + 2 * laugh);
  pose.head = Lean(16 + 4 * laugh) * Tilt(6 * std::sin(t * 2.4F));
  for (const Side side : {Side::kLeft, Side::kRight}) {
    const float up = std::sin(beat + (side == Side::kLeft ? 3.14F : 0));
    Arm(pose, side, {0.85F, 0.15F + 0.55F * up, -0.55F}, {0.5F, 0.1F + 0.75F * up, -0.75F});
    Leg(pose, side, {0.25F, -1, -0.1F}, {0.1F, -1, 0.25F}, {0.1F, -0.4F, -1});
  }
  return pose;
}

BodyPose Waving(float t) {
  BodyPose pose = RestPose();
  const float wave = std::sin(t * 3.6F), tread = std::sin(t * 3.0F);
  pose.pelvis_at = {0, -0.215F + 0.016F * tread, 0};
  pose.chest = Tilt(7) * Lean(2);
  pose.head = Lean(8) * Tilt(4);
  Arm(pose, Side::kRight, {0.3F, 0.95F, -0.12F}, {0.1F + 0.5F * wave, 0.9F, -0.08F},
      {0.1F + 0.7F * wave, 0.8F, -0.05F});
  Arm(pose, Side::kLeft, {0.85F, -0.3F, -0.3F}, {0.75F, -0.1F + 0.2F * tread, -0.6F});
  for (const Side side : {Side::kLeft, Side::kRight}) {
    const float kick = side == Side::kLeft ? tread : -tread;
    Leg(pose, side, {0.3F, -0.85F, -0.4F + 0.15F * kick}, {-0.05F, -0.9F, 0.4F + 0.2F * kick},
        {0.1F, -0.8F, -0.5F});
  }
  return pose;
}

BodyPose Drowning(float t) {
  BodyPose pose = RestPose();
  const float press = std::sin(t * 2.85F);
  pose.pelvis_at = {0, DrowningMouth(t) - kMouth, 0};
  pose.pelvis = Lean(4);
  pose.chest = Lean(7);
  pose.head = Lean(34);  // only the face is at the air
  for (const Side side : {Side::kLeft, Side::kRight}) {
    // Stretched out to the sides, pressing down on the water; they cannot wave.
    Arm(pose, side, {0.93F, 0.27F - 0.16F * press, -0.28F}, {0.9F, 0.01F - 0.21F * press, -0.36F},
        {0.85F, -0.12F - 0.2F * press, -0.35F});
    Leg(pose, side, {0.08F, -1, -0.04F}, {0.03F, -1, 0.12F}, {0.1F, -0.85F, -0.5F});
  }
  return pose;
}

BodyPose Holding(float t) {
  BodyPose pose = RestPose();
  const float breath = std::sin(t * 1.1F);
  pose.pelvis_at = {0, -0.235F + 0.012F * breath, -0.02F};
  pose.pelvis = Lean(38);
  pose.chest = Lean(32 + breath);
  pose.head = Lean(30);
  for (const Side side : {Side::kLeft, Side::kRight}) {
    Arm(pose, side, {0.5F, -0.45F, -0.75F}, {-0.72F, 0.25F, -0.5F}, {-0.9F, 0.2F, -0.1F});
    Leg(pose, side, {0.14F, -0.75F, -0.65F}, {0.06F, -0.85F, -0.5F}, {0.1F, -0.3F, -0.95F});
  }
  return pose;
}

BodyPose ClimbingOut(float t) {
  BodyPose pose = RestPose();
  const float heave = 0.5F + 0.5F * std::sin(t * 1.3F);
  pose.pelvis_at = {0, 0.22F + 0.04F * heave, 0.22F};
  pose.pelvis = Lean(-58);
  pose.chest = Lean(-52 + 10 * heave);
  pose.head = Lean(-8);
  for (const Side side : {Side::kLeft, Side::kRight}) {
    Arm(pose, side, {0.42F, -0.72F, -0.55F}, {0.02F, -0.8F, -0.6F}, {0.1F, -0.1F, -1});
  }
  Leg(pose, Side::kRight, {0.4F, -0.2F, -0.9F}, {0.1F, -0.75F, 0.6F}, {0.2F, -0.5F, 0.6F});
  Leg(pose, Side::kLeft, {0.1F, -0.55F, 0.82F}, {0.05F, -0.5F, 0.86F}, {0.05F, -0.7F, 0.6F});
  return pose;
}

BodyPose Coughing(float t) {
  BodyPose pose = Sitting(t);
  const float u = std::fmod(t, 1.9F);
  const float jerk = u < 0.9F ? std::max(0.0F, std::sin(u * 14)) * (1 - u) : 0;
  pose.pelvis = Lean(0);
  pose.chest = Lean(-30 - 16 * jerk);
  pose.head = Lean(-46 - 12 * jerk);
  Arm(pose, Side::kRight, {0.42F, -0.75F, -0.62F}, {-0.55F, 0.72F, -0.38F}, {-0.6F, 0.75F, 0});
  Arm(pose, Side::kLeft, {0.62F, -0.9F, 0.02F}, {0.2F, -1, -0.28F});
  return pose;
}

BodyPose LyingOnSide(float t) {
  BodyPose pose = RestPose();
  const float breath = std::sin(t * 1.5F);
  pose.pelvis_at = {-0.1F, 0.098F, 0};
  pose.pelvis = Tilt(-90);
  pose.chest = Turn(-6) * Tilt(-87 + 0.8F * breath);
  pose.head = Tilt(-97) * Lean(12);
  Arm(pose, Side::kRight, {0.05F, -0.08F, -1}, {0.85F, -0.02F, -0.45F});  // below, before him
  pose.way[kUpperArmL] = glm::normalize(glm::vec3(0.1F, -0.35F, -0.9F));  // over the chest,
  pose.way[kForearmL] = glm::normalize(glm::vec3(0.95F, -0.4F, 0.15F));   // hand at the cheek
  pose.way[kHandL] = glm::normalize(glm::vec3(1, -0.2F, 0.3F));
  pose.way[kThighR] = glm::normalize(glm::vec3(-1, -0.06F, -0.04F));
  pose.way[kShinR] = glm::normalize(glm::vec3(-1, -0.06F, 0.12F));
  pose.way[kThighL] = glm::normalize(glm::vec3(-0.42F, -0.18F, -0.9F));  // bent: it props him
  pose.way[kShinL] = glm::normalize(glm::vec3(-0.88F, -0.16F, 0.42F));
  pose.way[kFootR] = glm::normalize(glm::vec3(-0.8F, -0.1F, -0.6F));
  pose.way[kFootL] = glm::normalize(glm::vec3(-0.7F, -0.1F, -0.7F));
  return pose;
}

BodyPose InTowel(float t) {
  BodyPose pose = Standing(t);
  const float shiver = 0.012F * std::sin(t * 21) * std::max(0.0F, std::sin(t * 0.9F));
  pose.pelvis_at.x += shiver * 0.3F;
  pose.chest = Lean(-8);
  pose.head = Lean(-12);
  for (const Side side : {Side::kLeft, Side::kRight}) {
    Arm(pose, side, {0.2F, -0.9F, -0.32F}, {-0.55F, 0.42F, -0.6F}, {-0.8F, 0.4F, -0.2F});
  }
  return pose;
}

}  // namespace

float DrowningMouth(float seconds) { return 0.004F + 0.022F * std::sin(seconds * 2.85F); }

BodyPose PoseOf(content::Posture posture, float seconds) {
  switch (posture) {
    case content::Posture::kStand:
      return Standing(seconds);
    case content::Posture::kSit:
      return Sitting(seconds);
    case content::Posture::kPoint:
      return Pointing(seconds);
    case content::Posture::kBeckon:
      return Beckoning(seconds);
    case content::Posture::kPhone:
      return Phoning(seconds);
    case content::Posture::kThrow:
      return Throwing(seconds);
    case content::Posture::kLieFlat:
      return LyingFlat(seconds);
    case content::Posture::kFloat:
      return Floating(seconds);
    case content::Posture::kSplash:
      return Splashing(seconds);
    case content::Posture::kWave:
      return Waving(seconds);
    case content::Posture::kDrown:
      return Drowning(seconds);
    case content::Posture::kHold:
      return Holding(seconds);
    case content::Posture::kClimbOut:
      return ClimbingOut(seconds);
    case content::Posture::kCough:
      return Coughing(seconds);
    case content::Posture::kSideLie:
      return LyingOnSide(seconds);
    case content::Posture::kTowel:
      return InTowel(seconds);
  }
  return Standing(seconds);
}

}  // namespace vr
