// SPDX-License-Identifier: MIT
#include "vr/render/body.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "vr/render/skeleton.h"

namespace vr {
namespace {

constexpr float kCell = 0.0155F;
constexpr int kWide = 54, kTall = 68, kDeep = 23;
const glm::vec3 kCorner(-0.415F, -0.02F, -0.195F);

enum class Stuff { kSkin, kHair, kVest, kShorts };

/// Smooth union; `soft` is how far from each other two shapes begin to melt.
float Melt(float a, float b, float soft) {
  const float h = std::max(soft - std::abs(a - b), 0.0F) / soft;
  return std::min(a, b) - h * h * soft * 0.25F;
}

float Limb(glm::vec3 p, glm::vec3 from, glm::vec3 to, float from_radius, float to_radius) {
  const glm::vec3 way = to - from;
  const float t = std::clamp(glm::dot(p - from, way) / glm::dot(way, way), 0.0F, 1.0F);
  return glm::length(p - from - way * t) - (from_radius + (to_radius - from_radius) * t);
}

float Egg(glm::vec3 p, glm::vec3 middle, glm::vec3 radii) {
  const glm::vec3 q = (p - middle) / radii;
  const float k = glm::length(q);
  return (k - 1) * std::min({radii.x, radii.y, radii.z}) * (0.6F + 0.4F * std::min(k, 1.0F));
}

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

float Hair(glm::vec3 p) {
  const float cap = Egg(p, {0, 0.935F, 0.005F}, {0.0685F, 0.078F, 0.0745F});
  // Down to the brow in front, to the neck behind.
  const float brow = 0.938F - p.y - (p.z + 0.03F) * 0.85F;
  return std::max({cap, brow * 0.7F, 0.882F - p.y});
}

float Vest(glm::vec3 p) {
  const float shell = std::min(Torso(p) - 0.013F, Hips(p) - 0.013F);
  const float sleeve = std::abs(p.x) - 0.09F - 0.5F * std::max(0.0F, 0.72F - p.y);
  const float collar = p.y - 0.815F;
  return std::max({shell, sleeve, collar, 0.578F - p.y});
}

float Shorts(glm::vec3 p) {
  const auto& bone = RestBones();
  const glm::vec3 q(std::abs(p.x), p.y, p.z);
  const float leg = Limb(q, bone[kThighR].from, bone[kThighR].to, 0.066F, 0.056F);
  return std::max(Melt(Hips(p) - 0.007F, leg, 0.02F), 0.365F - p.y);
}

float Skin(glm::vec3 p) {
  float d = Melt(Torso(p), Hips(p), 0.05F);
  d = Melt(d, Arms(p), 0.028F);
  d = Melt(d, Legs(p), 0.028F);
  return Melt(d, Head(p), 0.03F);
}

float Body(glm::vec3 p) {
  return std::min(Melt(std::min(Skin(p), Hair(p)), Vest(p), 0.006F), Shorts(p));
}

struct Share {
  Stuff stuff;
  float share;
};

/// What the skin is made of at a point, mixed over the width of a cell so that seams are smooth.
std::array<Share, 4> StuffAt(glm::vec3 p) {
  std::array<Share, 4> shares{{{Stuff::kSkin, Skin(p)},
                               {Stuff::kHair, Hair(p)},
                               {Stuff::kVest, Vest(p)},
                               {Stuff::kShorts, Shorts(p)}}};
  float least = 9, sum = 0;
  for (const Share& one : shares) least = std::min(least, one.share);
  for (Share& one : shares) {
    one.share = std::max(0.0F, 1 - (one.share - least) / (0.8F * kCell));
    sum += one.share;
  }
  for (Share& one : shares) one.share /= sum;
  return shares;
}

Stuff Paint(SkinVertex& vertex) {
  glm::vec3 colour(0);
  float vest = 0;
  Share most{Stuff::kSkin, 0};
  for (const Share& one : StuffAt(vertex.at)) {
    if (one.share > most.share) most = one;
    switch (one.stuff) {
      case Stuff::kSkin:
        colour += one.share * glm::vec3(0.50F, 0.36F, 0.27F);  // warm, light wood
        break;
      case Stuff::kHair:
        colour += one.share * glm::vec3(0.055F, 0.042F, 0.036F);
        break;
      case Stuff::kShorts:
        colour += one.share * glm::vec3(0.07F, 0.085F, 0.11F);
        break;
      case Stuff::kVest: {
        const float tape =
            std::clamp(1.4F - std::abs(vertex.at.y - 0.69F) / (0.8F * kCell), 0.0F, 1.0F);
        vest = one.share * (1 - tape);
        colour += one.share * tape * glm::vec3(0.72F, 0.72F, 0.68F);
        break;
      }
    }
  }
  // The shader mixes the vest in by its share.
  if (vest < 1) colour /= 1 - vest;
  for (int i = 0; i < 3; ++i) {
    vertex.colour[i] = static_cast<std::uint8_t>(std::sqrt(std::min(colour[i], 1.0F)) * 255 + 0.5F);
  }
  vertex.colour[3] = static_cast<std::uint8_t>(vest * 255);
  return most.stuff;
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

std::size_t Index(int x, int y, int z) {
  return static_cast<std::size_t>((z * (kTall + 1) + y) * (kWide + 1) + x);
}

glm::vec3 Corner(int x, int y, int z) {
  return kCorner +
         kCell * glm::vec3(static_cast<float>(x), static_cast<float>(y), static_cast<float>(z));
}

std::vector<float> Distances() {
  std::vector<float> field(Index(kWide, kTall, kDeep) + 1);
  for (int z = 0; z <= kDeep; ++z) {
    for (int y = 0; y <= kTall; ++y) {
      for (int x = 0; x <= kWide;) {
        const float d = Body(Corner(x, y, z));
        // Nothing can be nearer than that: the row goes on where it may be.
        const int skip = std::max(1, static_cast<int>((std::abs(d) * 0.6F - kCell) / kCell));
        for (int i = 0; i < skip && x <= kWide; ++i) field[Index(x++, y, z)] = d;
      }
    }
  }
  return field;
}

/// A vertex in each cell that the surface crosses, in the middle of its crossings (surface nets,
/// Gibson 1998), then drawn onto the surface.
glm::vec3 Settle(glm::vec3 p) {
  constexpr float kStep = 0.0015F;
  for (int i = 0; i < 2; ++i) {
    const float d = Body(p);
    const glm::vec3 gradient(Body(p + glm::vec3(kStep, 0, 0)) - d,
                             Body(p + glm::vec3(0, kStep, 0)) - d,
                             Body(p + glm::vec3(0, 0, kStep)) - d);
    const float length = glm::length(gradient);
    if (length < 1e-6F) return p;
    p -= gradient / length * std::clamp(d, -0.4F * kCell, 0.4F * kCell);
  }
  return p;
}

}  // namespace

BodyMesh BuildBody() {
  const std::vector<float> field = Distances();
  BodyMesh mesh;
  std::vector<std::uint32_t> cell_vertex(field.size(), 0);
  for (int z = 0; z < kDeep; ++z) {
    for (int y = 0; y < kTall; ++y) {
      for (int x = 0; x < kWide; ++x) {
        glm::vec3 sum(0);
        int crossings = 0;
        const auto cross = [&](int ax, int ay, int az, int bx, int by, int bz) {
          const float a = field[Index(x + ax, y + ay, z + az)],
                      b = field[Index(x + bx, y + by, z + bz)];
          if ((a < 0) == (b < 0)) return;
          sum +=
              glm::mix(Corner(x + ax, y + ay, z + az), Corner(x + bx, y + by, z + bz), a / (a - b));
          ++crossings;
        };
        for (int i = 0; i < 4; ++i) {
          const int u = i & 1, v = i >> 1;
          cross(0, u, v, 1, u, v);
          cross(u, 0, v, u, 1, v);
          cross(u, v, 0, u, v, 1);
        }
        if (crossings == 0) continue;
        SkinVertex vertex{};
        vertex.at = Settle(sum / static_cast<float>(crossings));
        cell_vertex[Index(x, y, z)] = static_cast<std::uint32_t>(mesh.vertices.size());
        Weigh(vertex, Paint(vertex));
        mesh.vertices.push_back(vertex);
      }
    }
  }
  const auto quad = [&](std::size_t a, std::size_t b, std::size_t c, std::size_t d, bool turned) {
    const std::uint32_t v[] = {cell_vertex[a], cell_vertex[b], cell_vertex[c], cell_vertex[d]};
    if (turned) {
      mesh.indices.insert(mesh.indices.end(), {v[0], v[2], v[1], v[0], v[3], v[2]});
    } else {
      mesh.indices.insert(mesh.indices.end(), {v[0], v[1], v[2], v[0], v[2], v[3]});
    }
  };
  for (int z = 1; z < kDeep; ++z) {
    for (int y = 1; y < kTall; ++y) {
      for (int x = 1; x < kWide; ++x) {
        const bool in = field[Index(x, y, z)] < 0;
        if (in != (field[Index(x + 1, y, z)] < 0)) {
          quad(Index(x, y - 1, z - 1), Index(x, y, z - 1), Index(x, y, z), Index(x, y - 1, z), !in);
        }
        if (in != (field[Index(x, y + 1, z)] < 0)) {
          quad(Index(x - 1, y, z - 1), Index(x - 1, y, z), Index(x, y, z), Index(x, y, z - 1), !in);
        }
        if (in != (field[Index(x, y, z + 1)] < 0)) {
          quad(Index(x - 1, y - 1, z), Index(x, y - 1, z), Index(x, y, z), Index(x - 1, y, z), !in);
        }
      }
    }
  }
  for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
    SkinVertex& a = mesh.vertices[mesh.indices[i]];
    SkinVertex& b = mesh.vertices[mesh.indices[i + 1]];
    SkinVertex& c = mesh.vertices[mesh.indices[i + 2]];
    const glm::vec3 normal = glm::cross(b.at - a.at, c.at - a.at);
    for (SkinVertex* v : {&a, &b, &c}) v->normal += normal;
  }
  for (SkinVertex& vertex : mesh.vertices) vertex.normal = glm::normalize(vertex.normal);
  return mesh;
}

}  // namespace vr
