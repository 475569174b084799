// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <glm/gtc/quaternion.hpp>
#include <glm/mat4x4.hpp>
#include <glm/vec3.hpp>

namespace vr {

// A mannequin's bones, in units of its height; it faces -z, x is its right, y up.
enum Bone {
  kPelvis,
  kSpine,
  kChest,
  kHead,
  kUpperArmL,
  kForearmL,
  kHandL,
  kUpperArmR,
  kForearmR,
  kHandR,
  kThighL,
  kShinL,
  kFootL,
  kThighR,
  kShinR,
  kFootR
};
inline constexpr int kBones = 16;

struct RestBone {
  int parent;  ///< -1 for the pelvis.
  glm::vec3 from, to;
};
/// Standing, arms a little away from the sides.
[[nodiscard]] const std::array<RestBone, kBones>& RestBones();

/// How a body is held. Limbs are directions of their bones, so that two poses blend as arms and
/// legs would swing.
struct BodyPose {
  glm::vec3 pelvis_at{0, 0.53F, 0};
  glm::quat pelvis{1, 0, 0, 0}, chest{1, 0, 0, 0}, head{1, 0, 0, 0};
  std::array<glm::vec3, kBones> way{};  ///< Of arms, hands, legs and feet.
};
/// Standing as the bones rest.
[[nodiscard]] BodyPose RestPose();
[[nodiscard]] BodyPose Blend(const BodyPose& from, const BodyPose& to, float share);

/// How one body differs from the next.
struct BodyShape {
  float height_m = 1.38F;
  float head = 1;  ///< Against a child's.
  float legs = 1;
  float chest = 1;
};

/// Where bones go: world from a body at rest (in units of its height), for skinning.
struct PosedBones {
  std::array<glm::mat4, kBones> world_from_rest;
  std::array<glm::mat4, kBones> world_from_bone;  ///< The bone's start and turn, in metres.
};
[[nodiscard]] PosedBones PlaceBones(const BodyPose& pose, const BodyShape& shape,
                                    const glm::mat4& world_from_figure);

}  // namespace vr
