// SPDX-License-Identifier: MIT
#include "vr/render/body.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "vr/render/skeleton.h"
#include "vr/render/surface.h"

namespace vr {
namespace {

const glm::vec3 kCorner(-0.415F, -0.02F, -0.195F), kSize(0.83F, 1.045F, 0.36F);

enum class Stuff { kSkin, kHair, kVest, kShorts };

float Torso(glm::vec3 p) {
  float d = Egg(p, {0, 0.735F, 0.004F}, {0.093F, 0.105F, 0.066F});
  d = Melt(d, Egg(p, {0, 0.635F, 0}, {0.08F, 0.1F, 0.06F}), 0.05F);
  d = Melt(d, Limb(p, {-0.07F, 0.776F, 0.004F}, {0.07F, 0.776F, 0.004F}, 0.04F, 0.04F), 0.04F);
  return d;
}

float Hips(glm::vec3 p) { return Egg(p, {0, 0.535F, 0.002F}, {0.096F, 0.078F, 0.069F}); }

float Arms(glm::vec3 p) {
  const auto& bone = RestBones();
  p.x = std::abs(p.x);
  float d = Limb(p, bone[kUpperArmR].from, bone[kUpperArmR].to, 0.035F, 0.026F);
  d = Melt(d, Limb(p, bone[kForearmR].from, bone[kForearmR].to, 0.027F, 0.019F), 0.02F);
  const glm::vec3 wrist = bone[kHandR].from, tip = bone[kHandR].to;
  d = Melt(d, Limb(p, glm::mix(wrist, tip, 0.28F), glm::mix(wrist, tip, 0.8F), 0.025F, 0.019F),
           0.02F);
  return Melt(d,
              Limb(p, glm::mix(wrist, tip, 0.2F),
                   glm::mix(wrist, tip, 0.55F) + glm::vec3(-0.012F, 0, -0.03F), 0.013F, 0.01F),
              0.014F);
}

float Legs(glm::vec3 p) {
  const auto& bone = RestBones();
  p.x = std::abs(p.x);
  float d = Limb(p, bone[kThighR].from, bone[kThighR].to, 0.055F, 0.037F);
  d = Melt(d, Limb(p, bone[kShinR].from, bone[kShinR].to, 0.036F, 0.024F), 0.025F);
  d = Melt(d,
           Egg(p, glm::mix(bone[kShinR].from, bone[kShinR].to, 0.3F) + glm::vec3(0, 0, 0.012F),
               {0.031F, 0.07F, 0.033F}),
           0.03F);
  return Melt(
      d,
      Limb(p, bone[kFootR].from + glm::vec3(0, -0.012F, 0.006F), bone[kFootR].to, 0.027F, 0.021F),
      0.03F);
}

float Head(glm::vec3 p) {
  float d = Egg(p, {0, 0.925F, -0.004F}, {0.061F, 0.079F, 0.071F});
  d = Melt(d, Egg(p, {0, 0.893F, -0.028F}, {0.043F, 0.046F, 0.045F}), 0.04F);  // chin and jaw
  return Melt(d, Limb(p, {0, 0.80F, 0.008F}, {0, 0.87F, 0.004F}, 0.034F, 0.033F), 0.03F);
}

// What is worn over the skin: a shell, and how far a point is over its edge (negative: inside).
float HairShell(glm::vec3 p) { return Egg(p, {0, 0.935F, 0.005F}, {0.0685F, 0.078F, 0.0745F}); }
float HairEdge(glm::vec3 p) {
  // Down to the brow in front, to the neck behind.
  const float brow = 0.938F - p.y - (p.z + 0.03F) * 0.85F;
  return std::max(brow * 0.7F, 0.882F - p.y);
}
float VestShell(glm::vec3 p) { return std::min(Torso(p), Hips(p)) - 0.013F; }
float VestEdge(glm::vec3 p) {
  const float sleeve = std::abs(p.x) - 0.09F - 0.5F * std::max(0.0F, 0.72F - p.y);
  return std::max({sleeve, p.y - 0.815F, 0.578F - p.y});
}
float ShortsShell(glm::vec3 p) {
  const auto& bone = RestBones();
  p.x = std::abs(p.x);
  return Melt(Hips(p) - 0.007F, Limb(p, bone[kThighR].from, bone[kThighR].to, 0.066F, 0.056F),
              0.02F);
}
float ShortsEdge(glm::vec3 p) { return 0.365F - p.y; }

float Hair(glm::vec3 p) { return std::max(HairShell(p), HairEdge(p)); }
float Vest(glm::vec3 p) { return std::max(VestShell(p), VestEdge(p)); }
float Shorts(glm::vec3 p) { return std::max(ShortsShell(p), ShortsEdge(p)); }

float Skin(glm::vec3 p) {
  float d = Melt(Torso(p), Hips(p), 0.05F);
  d = Melt(d, Arms(p), 0.028F);
  d = Melt(d, Legs(p), 0.028F);
  return Melt(d, Head(p), 0.03F);
}

float Body(glm::vec3 p) {
  return std::min(Melt(std::min(Skin(p), Hair(p)), Vest(p), 0.006F), Shorts(p));
}

/// How much a layer covers of a point of the surface, softened over the width of a seam.
float Cover(float shell, float edge, float seam) {
  return shell > 0.007F ? 0.0F : std::clamp(0.5F - edge / seam, 0.0F, 1.0F);
}

Stuff Dye(SkinVertex& vertex, float seam) {
  const glm::vec3 p = vertex.at;
  glm::vec3 colour(0.50F, 0.36F, 0.27F);  // warm, light wood
  const float shorts = Cover(ShortsShell(p), ShortsEdge(p), seam);
  colour = glm::mix(colour, glm::vec3(0.07F, 0.085F, 0.11F), shorts);
  const float hair = Cover(HairShell(p), HairEdge(p), seam);
  colour = glm::mix(colour, glm::vec3(0.055F, 0.042F, 0.036F), hair);
  const float vest = Cover(VestShell(p), VestEdge(p), seam);
  const float tape = vest * std::clamp(1.5F - std::abs(p.y - 0.69F) / seam, 0.0F, 1.0F);
  colour = glm::mix(colour, glm::vec3(0.72F, 0.72F, 0.68F), tape);
  for (int i = 0; i < 3; ++i) {
    vertex.colour[i] = static_cast<std::uint8_t>(std::sqrt(colour[i]) * 255 + 0.5F);
  }
  vertex.colour[3] = static_cast<std::uint8_t>((vest - tape) * 255);
  if (vest > 0.5F) return Stuff::kVest;
  if (hair > 0.5F) return Stuff::kHair;
  return shorts > 0.5F ? Stuff::kShorts : Stuff::kSkin;
}

/// Whether cloth or hair of that kind is moved by a bone.
bool Moves(std::size_t bone, Stuff stuff) {
  switch (stuff) {
    case Stuff::kSkin:
      return true;
    case Stuff::kHair:
      return bone == kHead;
    case Stuff::kVest:
      return bone <= kChest;
    case Stuff::kShorts:
      return bone == kPelvis || bone == kThighL || bone == kThighR;
  }
  return true;
}

/// Which bones move a point: the nearest, and those next to it in the tree.
void Weigh(SkinVertex& vertex, Stuff stuff) {
  constexpr float kReach = 0.042F;
  const auto& bones = RestBones();
  std::array<float, kBones> away{};
  std::size_t nearest = 0;
  for (std::size_t i = 0; i < kBones; ++i) {
    // A thick bone owns more than a thin one.
    const float thick = i <= kChest ? 0.075F : i == kHead ? 0.055F : 0.03F;
    const bool other_side = (i >= kUpperArmL) && vertex.at.x * bones[i].from.x < 0;
    away[i] = other_side || !Moves(i, stuff)
                  ? 9
                  : Limb(vertex.at, bones[i].from, bones[i].to, thick, thick);
    if (away[i] < away[nearest]) nearest = i;
  }
  std::array<std::pair<float, std::size_t>, kBones> share{};
  float sum = 0;
  for (std::size_t i = 0; i < kBones; ++i) {
    const bool kin = i == nearest || bones[i].parent == static_cast<int>(nearest) ||
                     bones[nearest].parent == static_cast<int>(i);
    const float near = kin ? std::max(0.0F, 1 - (away[i] - away[nearest]) / kReach) : 0.0F;
    share[i] = {near * near, i};
    sum += share[i].first;
  }
  std::sort(share.begin(), share.end(),
            [](const auto& a, const auto& b) { return a.first > b.first; });
  sum = share[0].first + share[1].first + share[2].first + share[3].first;
  int left = 255;
  for (std::size_t i = 1; i < 4; ++i) {
    const int weight = static_cast<int>(share[i].first / sum * 255);
    vertex.bones[i] = static_cast<std::uint8_t>(share[i].second);
    vertex.weights[i] = static_cast<std::uint8_t>(weight);
    left -= weight;
  }
  vertex.bones[0] = static_cast<std::uint8_t>(share[0].second);
  vertex.weights[0] = static_cast<std::uint8_t>(left);
}

}  // namespace

BodyMesh BuildBody(float cell) {
  const Surface surface = FindSurface(Body, kCorner, kSize, cell);
  const float seam = std::min(0.8F * cell, 0.0125F);
  BodyMesh mesh;
  mesh.indices = surface.indices;
  for (std::size_t i = 0; i < surface.points.size(); ++i) {
    SkinVertex vertex{};
    vertex.at = surface.points[i];
    vertex.normal = surface.normals[i];
    Weigh(vertex, Dye(vertex, seam));
    mesh.vertices.push_back(vertex);
  }
  return mesh;
}

}  // namespace vr
