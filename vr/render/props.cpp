// SPDX-License-Identifier: MIT
#include "vr/render/props.h"

#include <algorithm>
#include <cmath>
#include <glm/ext/matrix_transform.hpp>
#include <glm/geometric.hpp>

#include "vr/render/plants.h"

namespace vr {
namespace {

const Paint kWood{{0.21F, 0.145F, 0.09F}, 0, 0.05F, 1, 0};
const Paint kPost{{0.15F, 0.105F, 0.07F}, 0, 0.1F, 1, 0};
const Paint kRed{{0.62F, 0.07F, 0.03F}, 0, 0.35F, 0.2F, 0};
const Paint kOrange{{0.80F, 0.22F, 0.02F}, 0, 0.35F, 0.2F, 0};
const Paint kWhite{{0.75F, 0.73F, 0.68F}, 0, 0.35F, 0.2F, 0};
const Paint kHemp{{0.55F, 0.44F, 0.26F}, 0, 0, 0.6F, 0};

void AddRing(Mesh& mesh, glm::vec3 middle, glm::vec3 axis) {
  mesh.Torus(middle, axis, 0.29F, 0.072F, kOrange, kWhite, 4, 36);
  mesh.Torus(middle, axis, 0.385F, 0.011F, kWhite, kWhite, 0, 28);
}

void AddRingOnPost(Mesh& mesh) {
  // It hangs on the land's side, where it is reached for.
  mesh.Tube({0, -0.9F, -0.1F}, {0, 1.5F, -0.1F}, 0.055F, 0.045F, kPost);
  mesh.Box({0, 1.3F, -0.06F}, {0.42F, 0.09F, 0.05F}, kPost);
  mesh.Tube({0, 1.37F, -0.06F}, {0, 1.39F, 0.08F}, 0.018F, 0.018F, kPost);
  AddRing(mesh, {0, 1.1F, 0.03F}, {0, 0, 1});
}

void AddRopeOnPost(Mesh& mesh) {
  mesh.Tube({0, -0.9F, -0.08F}, {0, 1.35F, -0.08F}, 0.055F, 0.045F, kPost);
  mesh.Tube({0, 1.22F, -0.1F}, {0, 1.25F, 0.16F}, 0.02F, 0.02F, kPost);
  for (int i = 0; i < 6; ++i) {  // a coil that hangs
    const auto n = static_cast<float>(i);
    const float radius = 0.20F + 0.015F * Hash(static_cast<std::uint32_t>(i) + 3);
    mesh.Torus({0.012F * (n - 2.5F), 1.24F - radius - 0.01F * n, 0.03F + 0.02F * n},
               {0.06F * (n - 2.5F), 0, 1}, radius, 0.014F, kHemp, kHemp, 0, 26);
  }
  mesh.Tube({0.02F, 1.06F, 0.1F}, {-0.01F, 1.17F, 0.11F}, 0.045F, 0.045F, kHemp);
}

void AddPole(Mesh& mesh) {
  // Leans on a low rack; about 3.6 m of it, banded so that it is seen.
  const glm::vec3 foot(0.05F, -0.02F, 0.1F), top(-0.28F, 3.55F, 0.42F);
  for (int i = 0; i < 9; ++i) {
    const float a = static_cast<float>(i) / 9, b = static_cast<float>(i + 1) / 9;
    mesh.Tube(glm::mix(foot, top, a), glm::mix(foot, top, b), 0.026F - 0.008F * a,
              0.026F - 0.008F * b, i % 2 == 0 ? kRed : kWhite, 8, i == 0 || i == 8);
  }
  mesh.Tube({-0.42F, -0.6F, 0.22F}, {-0.42F, 1.15F, 0.22F}, 0.04F, 0.035F, kPost);
  mesh.Tube({0.3F, -0.6F, 0.22F}, {0.3F, 1.15F, 0.22F}, 0.04F, 0.035F, kPost);
  mesh.Tube({-0.5F, 1.0F, 0.22F}, {0.38F, 1.0F, 0.22F}, 0.03F, 0.03F, kPost);
}

void AddBottle(Mesh& mesh, glm::vec3 at, glm::vec3 way, float size) {
  const Paint plastic{{0.55F, 0.68F, 0.70F}, 0.55F, 0.9F, 0, 0};
  const glm::vec3 w = glm::normalize(way);
  const glm::vec3 low = at - w * (0.12F * size), high = at + w * (0.1F * size);
  mesh.Tube(low, high, 0.085F * size, 0.085F * size, plastic, 12);
  mesh.Tube(high, high + w * (0.09F * size), 0.07F * size, 0.026F * size, plastic, 12);
  mesh.Tube(high + w * (0.11F * size), high + w * (0.14F * size), 0.028F * size, 0.028F * size,
            kRed, 10);
  mesh.Torus(at, w, 0.086F * size, 0.006F * size, kWhite, kWhite, 0, 14);
}

void AddWholeBag(Mesh& mesh) {
  const Paint net{{0.78F, 0.25F, 0.03F}, 0.3F, 0.1F, 0.3F, 0};
  AddBottle(mesh, {-0.13F, 0.05F, 0.02F}, {0.2F, 0.12F, 1}, 0.95F);
  AddBottle(mesh, {0.12F, 0.05F, -0.03F}, {-0.25F, 0.1F, 1}, 0.95F);
  AddBottle(mesh, {0, 0.15F, 0.03F}, {0.9F, 0.1F, 0.5F}, 0.9F);
  AddBottle(mesh, {0.02F, -0.06F, 0}, {1, 0, -0.2F}, 0.9F);
  for (int i = 0; i < 6; ++i) {
    const float a = 3.1416F * static_cast<float>(i) / 6;
    mesh.Torus({0, 0.05F, 0}, {std::cos(a), 0.25F, std::sin(a)}, 0.235F, 0.009F, net, net, 0, 24);
  }
  mesh.Torus({0, 0.05F, 0}, {0, 1, 0}, 0.24F, 0.01F, net, net, 0, 24);
  mesh.Torus({0, 0.18F, 0}, {0, 1, 0}, 0.19F, 0.009F, net, net, 0, 24);
  mesh.Tube({0, 0.27F, 0}, {0.03F, 0.36F, 0}, 0.035F, 0.02F, net);
}

void AddBag(Mesh& mesh) {
  // Empty bottles in a net, about 0.36 m across.
  Mesh whole;
  AddWholeBag(whole);
  mesh.Append(whole, glm::scale(glm::mat4(1), glm::vec3(0.75F)));
}

void AddRock(Mesh& mesh, float sink, std::uint32_t seed) {
  const glm::vec3 tone =
      glm::mix(glm::vec3(0.25F, 0.22F, 0.18F), glm::vec3(0.36F, 0.33F, 0.28F), Hash(seed));
  const Paint stone{tone, 0, 0.08F, 1, 0};
  mesh.Blob({0, 0.12F, 0}, {0.62F, 0.36F, 0.5F}, stone, 12, 18, 0.22F, seed);
  mesh.Blob({0.5F, -0.02F, 0.2F}, {0.3F, 0.2F, 0.27F}, stone, 9, 14, 0.22F, seed + 1);
  if (sink > 0)
    mesh.Blob({0.1F, -sink * 0.5F, 0}, {0.8F + sink * 0.16F, sink * 0.62F, 0.7F + sink * 0.12F},
              stone, 14, 18, 0.2F, seed + 2);
}

void AddMoss(Mesh& mesh, const Ground& ground, const glm::mat4& world) {
  for (std::uint32_t i = 0; i < 110; ++i) {
    const float a = 6.2832F * Hash(i * 3 + 1), r = 0.62F * std::sqrt(Hash(i * 3 + 2));
    const glm::vec3 local(r * std::cos(a), 0, r * std::sin(a) * 1.15F - 0.1F);
    const glm::vec3 there = glm::vec3(world * glm::vec4(local, 1));
    const float y = ground.HeightAt({there.x, there.z}) - world[3].y;
    const float size = 0.02F + 0.05F * Hash(i * 3 + 3);
    const glm::vec3 tone =
        glm::mix(glm::vec3(0.06F, 0.13F, 0.02F), glm::vec3(0.13F, 0.24F, 0.04F), Hash(i));
    mesh.Blob({local.x, y, local.z}, {size, 0.4F * size, size * 0.8F}, {tone, 0, 0.35F, 1, 0}, 3, 6,
              0.15F, i);
  }
}

void AddTowel(Mesh& mesh) {
  const Paint cloth{{0.60F, 0.53F, 0.43F}, 0, 0, 0.6F, 0},
      band{{0.20F, 0.34F, 0.44F}, 0, 0, 0.6F, 0};
  // Folded over twice; thick and soft at the edges. It reaches down, as grass is uneven.
  mesh.Box({0, -0.03F, 0}, {0.48F, 0.13F, 0.34F}, cloth, 0.05F);
  mesh.Box({0.012F, 0.065F, 0}, {0.46F, 0.085F, 0.325F}, cloth, 0.04F);
  for (const float x : {-0.13F, -0.09F, 0.13F})
    mesh.Box({x, 0.067F, 0}, {0.022F, 0.087F, 0.328F}, band, 0.036F);
}

void AddBench(Mesh& mesh) {
  for (int i = 0; i < 3; ++i) {
    mesh.Box({0, 0.44F, -0.14F + 0.14F * static_cast<float>(i)}, {1.5F, 0.045F, 0.12F}, kWood);
  }
  for (const float x : {-0.58F, 0.58F}) {
    mesh.Box({x, 0.1F, -0.12F}, {0.07F, 0.66F, 0.07F}, kPost);
    mesh.Box({x, 0.1F, 0.12F}, {0.07F, 0.66F, 0.07F}, kPost);
    mesh.Box({x, 0.39F, 0}, {0.06F, 0.06F, 0.4F}, kPost);
  }
}

void AddStick(Mesh& mesh) {
  // A gauge that somebody drove into the bed: below the water it is lost to sight.
  const glm::vec3 foot(-0.03F, -2.4F, 0.02F), top(0.1F, 1.0F, -0.04F);
  for (int i = 0; i < 17; ++i) {
    const float a = static_cast<float>(i) / 17, b = static_cast<float>(i + 1) / 17;
    mesh.Tube(glm::mix(foot, top, a), glm::mix(foot, top, b), 0.028F, 0.028F,
              i % 2 == 0 ? kWhite : kRed, 8, i == 16);
  }
}

void AddSlab(Mesh& mesh) {
  const Paint stone{{0.33F, 0.3F, 0.255F}, 0, 0.5F, 1, 0};
  Mesh tilted;
  tilted.world_from_form = glm::rotate(glm::mat4(1), 0.42F, glm::vec3(1, 0, 0));
  tilted.Box({0, -0.14F, 0}, {2.3F, 0.26F, 2.0F}, stone, 0.06F);
  tilted.Box({1.35F, -0.3F, 0.15F}, {0.9F, 0.3F, 1.6F}, stone, 0.06F);
  mesh.Append(tilted, glm::mat4(1));
}

}  // namespace

glm::mat4 Standing(glm::vec3 at, float facing) {
  return glm::rotate(glm::translate(glm::mat4(1), at), facing, glm::vec3(0, 1, 0));
}

void AddProp(Mesh& mesh, content::PropKind kind, const Ground& ground, const glm::mat4& world) {
  const glm::vec3 at = glm::vec3(world[3]);
  const auto seed = static_cast<std::uint32_t>(std::lround(std::abs(at.x * 31 + at.z * 17)));
  const glm::vec3 origin(0);
  switch (kind) {
    case content::PropKind::kBoathouse:
      return AddBoathouse(mesh);
    case content::PropKind::kJetty:
      return AddJetty(mesh);
    case content::PropKind::kSign:
      return AddSign(mesh);
    case content::PropKind::kRing:
      return AddRingOnPost(mesh);
    case content::PropKind::kRope:
      return AddRopeOnPost(mesh);
    case content::PropKind::kPole:
      return AddPole(mesh);
    case content::PropKind::kBag:
      return AddBag(mesh);
    case content::PropKind::kBottle:
      return AddBottle(mesh, {0, 0.03F, 0}, {1, 0.15F, 0.3F}, 1.5F);
    case content::PropKind::kReeds:
      return AddReeds(mesh, origin, 1.15F, seed);
    case content::PropKind::kWillow:
      return AddWillow(mesh, origin, 1.15F, seed);
    case content::PropKind::kPoplar:
      AddPoplar(mesh, origin, 1, seed);
      AddPoplar(mesh, {2.3F, 0, -0.9F}, 0.86F, seed + 1);
      return AddPoplar(mesh, {-2.0F, 0, -1.6F}, 0.94F, seed + 2);
    case content::PropKind::kRock:
      return AddRock(mesh, at.y < -0.1F ? at.y - ground.HeightAt({at.x, at.z}) : 0, seed);
    case content::PropKind::kWeir:
      return AddWeir(mesh);
    case content::PropKind::kMoss:
      return AddMoss(mesh, ground, world);
    case content::PropKind::kStick:
      return AddStick(mesh);
    case content::PropKind::kBench:
      return AddBench(mesh);
    case content::PropKind::kTowel:
      return AddTowel(mesh);
    case content::PropKind::kPhone:
      mesh.Box({0, 0.006F, 0}, {0.076F, 0.011F, 0.155F}, {{0.03F, 0.03F, 0.035F}, 0, 0.8F, 0, 0},
               0.004F);
      return mesh.Box({0, 0.0125F, 0}, {0.066F, 0.002F, 0.14F},
                      {{0.25F, 0.5F, 0.65F}, 0, 0.9F, 0, 0}, 0.001F);
    case content::PropKind::kCloud:
      return;
    case content::PropKind::kCliff:
      return AddCliff(mesh, -ground.HeightAt({at.x, at.z + 3}), seed);
    case content::PropKind::kSlab:
      return AddSlab(mesh);
    case content::PropKind::kLadder:
      return AddLadder(mesh);
  }
}

void HangRope(Mesh& mesh, glm::vec3 from, glm::vec3 to) {
  constexpr int kPieces = 20;
  mesh.Clear();
  const float sag = 0.12F * glm::distance(from, to);
  const auto at = [&](int i) {
    const float t = static_cast<float>(i) / kPieces;
    glm::vec3 point = glm::mix(from, to, t) - glm::vec3(0, sag * 4 * t * (1 - t), 0);
    point.y = std::max(point.y, 0.02F);
    return point;
  };
  for (int i = 0; i < kPieces; ++i) {
    mesh.Tube(at(i), at(i + 1) + glm::vec3(0, 1e-4F, 0), 0.013F, 0.013F, kHemp, 5, false);
  }
}

void AddThrown(Mesh& mesh, content::ThrownObject object) {
  switch (object) {
    case content::ThrownObject::kBag:
      return AddBag(mesh);
    case content::ThrownObject::kBottle:
      return AddBottle(mesh, {0, 0.03F, 0}, {1, 0.15F, 0.3F}, 1.5F);
    case content::ThrownObject::kRing:
      return AddRing(mesh, {0, 0.03F, 0}, {0.08F, 1, 0});
  }
}

}  // namespace vr
