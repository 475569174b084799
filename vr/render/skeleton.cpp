// SPDX-License-Identifier: MIT
#include "vr/render/skeleton.h"

#include <glm/ext/matrix_transform.hpp>
#include <glm/geometric.hpp>

namespace vr {
namespace {

/// The shortest turn from one direction to another.
glm::quat Arc(glm::vec3 from, glm::vec3 to) {
  const float cosine = glm::dot(from, to);
  if (cosine < -0.9995F) {
    const glm::vec3 aside = std::abs(from.x) < 0.8F ? glm::vec3(1, 0, 0) : glm::vec3(0, 0, 1);
    return glm::angleAxis(3.14159265F, glm::normalize(glm::cross(from, aside)));
  }
  const glm::vec3 axis = glm::cross(from, to);
  return glm::normalize(glm::quat(1 + cosine, axis.x, axis.y, axis.z));
}

}  // namespace

const std::array<RestBone, kBones>& RestBones() {
  static const std::array<RestBone, kBones> bones = [] {
    std::array<RestBone, kBones> b{};
    b[kPelvis] = {-1, {0, 0.53F, 0}, {0, 0.565F, 0}};
    b[kSpine] = {kPelvis, {0, 0.565F, 0}, {0, 0.66F, 0}};
    b[kChest] = {kSpine, {0, 0.66F, 0}, {0, 0.815F, 0.004F}};
    b[kHead] = {kChest, {0, 0.815F, 0.004F}, {0, 0.93F, -0.006F}};
    for (const int side : {0, 1}) {
      const float x = side == 0 ? -1.0F : 1.0F;
      const int arm = side == 0 ? kUpperArmL : kUpperArmR;
      const int leg = side == 0 ? kThighL : kThighR;
      const glm::vec3 shoulder(0.102F * x, 0.780F, 0.004F);
      const glm::vec3 elbow = shoulder + glm::vec3(0.070F * x, -0.152F, 0.004F);
      const glm::vec3 wrist = elbow + glm::vec3(0.052F * x, -0.134F, -0.012F);
      b[static_cast<std::size_t>(arm)] = {kChest, shoulder, elbow};
      b[static_cast<std::size_t>(arm + 1)] = {arm, elbow, wrist};
      b[static_cast<std::size_t>(arm + 2)] = {arm + 1, wrist,
                                              wrist + glm::vec3(0.026F * x, -0.083F, -0.010F)};
      const glm::vec3 hip(0.055F * x, 0.505F, 0), knee(0.062F * x, 0.272F, -0.006F);
      const glm::vec3 ankle(0.062F * x, 0.042F, 0.012F);
      b[static_cast<std::size_t>(leg)] = {kPelvis, hip, knee};
      b[static_cast<std::size_t>(leg + 1)] = {leg, knee, ankle};
      b[static_cast<std::size_t>(leg + 2)] = {leg + 1, ankle,
                                              ankle + glm::vec3(0.012F * x, -0.022F, -0.115F)};
    }
    return b;
  }();
  return bones;
}

BodyPose RestPose() {
  BodyPose pose;
  for (std::size_t i = 0; i < kBones; ++i) {
    pose.way[i] = glm::normalize(RestBones()[i].to - RestBones()[i].from);
  }
  return pose;
}

BodyPose Blend(const BodyPose& from, const BodyPose& to, float share) {
  if (share >= 1) return to;
  if (share <= 0) return from;
  BodyPose pose;
  pose.pelvis_at = glm::mix(from.pelvis_at, to.pelvis_at, share);
  pose.pelvis = glm::slerp(from.pelvis, to.pelvis, share);
  pose.chest = glm::slerp(from.chest, to.chest, share);
  pose.head = glm::slerp(from.head, to.head, share);
  for (std::size_t i = 0; i < kBones; ++i) {
    // A little forward, where the two point against each other and the middle is nowhere.
    const glm::vec3 middle =
        glm::mix(from.way[i], to.way[i], share) + glm::vec3(0, 0, -0.02F * share * (1 - share));
    pose.way[i] = glm::normalize(middle);
  }
  return pose;
}

PosedBones PlaceBones(const BodyPose& pose, const BodyShape& shape,
                      const glm::mat4& world_from_figure) {
  const std::array<RestBone, kBones>& rest = RestBones();
  std::array<glm::quat, kBones> turn{};
  std::array<glm::vec3, kBones> at{}, stretch{};
  for (std::size_t i = 0; i < kBones; ++i) {
    const RestBone& bone = rest[i];
    stretch[i] = glm::vec3(1);
    const bool leg = i == kThighL || i == kShinL || i == kThighR || i == kShinR;
    if (leg) stretch[i].y = shape.legs;  // leg bones rest upright
    if (i == kHead) stretch[i] = glm::vec3(shape.head);
    if (i == kChest) stretch[i] = glm::vec3(shape.chest, 1, 0.5F + 0.5F * shape.chest);
    if (bone.parent < 0) {
      turn[i] = pose.pelvis;
      at[i] = pose.pelvis_at + glm::vec3(0, (shape.legs - 1) * 0.46F, 0);
      continue;
    }
    const auto parent = static_cast<std::size_t>(bone.parent);
    at[i] = at[parent] + turn[parent] * ((bone.from - rest[parent].from) * stretch[parent]);
    if (i == kSpine) {
      turn[i] = glm::slerp(pose.pelvis, pose.chest, 0.5F);
    } else if (i == kChest) {
      turn[i] = pose.chest;
    } else if (i == kHead) {
      turn[i] = pose.head;
    } else {
      turn[i] = glm::normalize(
          Arc(turn[parent] * glm::normalize(bone.to - bone.from), pose.way[i]) * turn[parent]);
    }
    if (i == kUpperArmL || i == kUpperArmR) {  // the shoulder goes up with the arm
      const float raised = glm::dot(pose.way[i], turn[kChest] * glm::vec3(0, 1, 0));
      if (raised > 0)
        at[i] += turn[kChest] * glm::vec3(i == kUpperArmL ? 0.02F : -0.02F, 0.035F, 0) * raised;
    }
  }
  PosedBones posed;
  const glm::mat4 world = glm::scale(world_from_figure, glm::vec3(shape.height_m));
  for (std::size_t i = 0; i < kBones; ++i) {
    const glm::mat4 bone = glm::translate(glm::mat4(1), at[i]) * glm::mat4_cast(turn[i]);
    posed.world_from_bone[i] = world_from_figure *
                               glm::translate(glm::mat4(1), at[i] * shape.height_m) *
                               glm::mat4_cast(turn[i]);
    posed.world_from_rest[i] = world * bone * glm::scale(glm::mat4(1), stretch[i]) *
                               glm::translate(glm::mat4(1), -rest[i].from);
  }
  return posed;
}

}  // namespace vr
