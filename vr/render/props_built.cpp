// SPDX-License-Identifier: MIT
#include <cmath>
#include <glm/ext/matrix_transform.hpp>

#include "vr/render/props.h"

namespace vr {
namespace {

const Paint kPlank{{0.20F, 0.14F, 0.088F}, 0, 0.06F, 1, 0};
const Paint kPile{{0.10F, 0.075F, 0.055F}, 0, 0.2F, 1, 0};
const Paint kConcrete{{0.34F, 0.32F, 0.28F}, 0, 0.05F, 1, 0};
const Paint kIron{{0.16F, 0.16F, 0.16F}, 0, 0.4F, 0.5F, 0};

Paint Varied(const Paint& paint, std::uint32_t n, float by = 0.3F) {
  Paint varied = paint;
  varied.colour *= 1 - by * 0.5F + by * Hash(n);
  return varied;
}

}  // namespace

void AddJetty(Mesh& mesh) {
  // The set piece's own place is the deck's edge beside which the ring hangs.
  constexpr float kLeft = -1.12F, kRight = 0.12F, kLand = 1.75F, kWater = -2.15F;
  std::uint32_t n = 1;
  for (float z = kWater; z < kLand; z += 0.165F) {
    const float ragged = 0.035F * (Hash(n * 3) - 0.5F);
    mesh.Box({(kLeft + kRight) / 2 + ragged, -0.028F + 0.006F * (Hash(n * 5) - 0.5F), z + 0.07F},
             {kRight - kLeft + ragged, 0.05F, 0.15F}, Varied(kPlank, n, 0.5F), 0.008F);
    ++n;
  }
  for (const float x : {kLeft + 0.16F, kRight - 0.16F}) {
    mesh.Box({x, -0.12F, (kLand + kWater) / 2}, {0.09F, 0.13F, kLand - kWater - 0.1F}, kPile,
             0.01F);
    for (const float z : {kWater + 0.12F, kWater + 1.3F, kWater + 2.5F}) {
      const bool end = z < kWater + 0.2F;
      const float out = x < -0.5F ? -0.2F : 0.2F;
      mesh.Tube({x + out, -3.2F, z}, {x + out, end ? 0.42F : -0.02F, z}, 0.085F, 0.078F,
                Varied(kPile, n++), 10);
    }
  }
}

void AddBoathouse(Mesh& mesh) {
  // Boards under a tiled roof, a wide dark door to the water in front (-z).
  const Paint board{{0.235F, 0.15F, 0.095F}, 0, 0.02F, 1, 0};
  const Paint tile{{0.085F, 0.082F, 0.085F}, 0, 0.1F, 1, 0};
  const Paint dark{{0.022F, 0.018F, 0.015F}, 0, 0, 0.2F, 0};
  constexpr float kWide = 3.4F, kDeep = 3.0F, kWall = 2.25F;
  mesh.Box({0, 0.02F, kDeep / 2}, {kWide + 0.5F, 0.2F, kDeep + 0.6F}, kConcrete, 0.03F);
  std::uint32_t n = 1;
  for (int i = 0; i < 17; ++i) {  // upright boards, front and back
    const float x = -kWide / 2 + 0.1F + 0.2F * static_cast<float>(i);
    const float top = kWall + (1 - std::abs(x) / (kWide / 2)) * 1.05F;
    const bool door = std::abs(x) < 0.95F;
    const float low = door ? 1.95F : 0;
    mesh.Box({x, (low + top) / 2, 0.02F * Hash(n)}, {0.193F, top - low, 0.05F},
             Varied(board, n, 0.4F), 0);
    mesh.Box({x, top / 2, kDeep}, {0.193F, top, 0.05F}, Varied(board, n + 50, 0.4F), 0);
    ++n;
  }
  for (int i = 0; i < 15; ++i) {
    const float z = 0.1F + 0.2F * static_cast<float>(i);
    for (const float x : {-kWide / 2, kWide / 2}) {
      mesh.Box({x, kWall / 2, z}, {0.05F, kWall, 0.193F}, Varied(board, n++, 0.4F), 0);
    }
  }
  mesh.Box({0, 0.98F, 0.35F}, {1.9F, 1.95F, 0.04F}, dark, 0.01F);
  for (const float side : {-1.0F, 1.0F}) {  // two slopes of tiles in rows
    Mesh roof;
    const float slope = 0.55F;
    roof.world_from_form =
        glm::rotate(glm::translate(glm::mat4(1), glm::vec3(0, kWall + 1.12F, kDeep / 2)),
                    -side * slope, glm::vec3(0, 0, 1));
    for (int row = 0; row < 9; ++row) {
      const float x = side * (0.13F + 0.27F * static_cast<float>(row));
      roof.Box({x, 0.02F + 0.012F * static_cast<float>(row % 2), 0}, {0.3F, 0.06F, kDeep + 0.7F},
               Varied(tile, n++, 0.35F), 0.02F);
    }
    mesh.Append(roof, glm::mat4(1));
  }
  mesh.Tube({0, kWall + 1.16F, -0.38F}, {0, kWall + 1.16F, kDeep + 0.38F}, 0.09F, 0.09F, tile, 8);
  for (const float x : {-0.98F, 0.98F}) mesh.Box({x, 1, -0.03F}, {0.1F, 2.0F, 0.07F}, kPile);
  mesh.Box({0, 2.0F, -0.03F}, {2.06F, 0.1F, 0.07F}, kPile);
  // An upturned boat leans at the wall.
  mesh.Blob({-1.2F, 0.32F, -0.75F}, {0.42F, 0.3F, 1.25F}, {{0.1F, 0.2F, 0.24F}, 0, 0.2F, 0.6F, 0},
            8, 14);
}

void AddWeir(Mesh& mesh) {
  // A sill across the current with posts on it; the water breaks white below.
  constexpr float kHalf = 12.8F;
  mesh.Box({0, -0.42F, 0}, {0.7F, 1.1F, 2 * kHalf}, kConcrete, 0.05F);
  std::uint32_t n = 9;
  for (float z = -kHalf + 0.8F; z < kHalf; z += 2.1F) {
    mesh.Box({0, 0.25F, z}, {0.42F, 0.72F, 0.34F}, Varied(kConcrete, n++), 0.04F);
  }
  const Paint foam{{0.82F, 0.80F, 0.76F}, 0.4F, 0, 0, 0};
  for (std::uint32_t i = 0; i < 420; ++i) {
    const float z = (Hash(i * 3 + 1) * 2 - 1) * kHalf;
    const float away = 0.42F + 1.5F * Hash(i * 3 + 2) * Hash(i * 3 + 3);
    const float size = (0.06F + 0.17F * Hash(i * 5)) * (1.15F - 0.4F * away);
    mesh.Flake({away, 0.015F + 0.05F * Hash(i) * (1.6F - away), z}, {size * 1.5F, 0, 0.3F * size},
               {0.2F * size, 0, size}, {0, 1, 0}, foam);
  }
}

void AddCliff(Mesh& mesh, float deep, std::uint32_t seed) {
  AddRockFace(mesh, {-7, 0, 0.2F}, {7, 0, 0.2F}, 8.2F, std::max(1.0F, deep), seed);
  mesh.Blob({-5.5F, 0.2F, 1.4F}, {1.6F, 0.9F, 1.2F}, {{0.36F, 0.32F, 0.26F}, 0, 0.05F, 1, 0}, 10,
            14, 0.25F, seed);
  mesh.Blob({4.6F, 0.1F, 1.6F}, {2.1F, 1.2F, 1.3F}, {{0.4F, 0.355F, 0.29F}, 0, 0.05F, 1, 0}, 10, 14,
            0.25F, seed + 1);
}

void AddLadder(Mesh& mesh) {
  for (const float x : {-0.22F, 0.22F}) {
    mesh.Hose({{x, -1.7F, -0.12F},
               {x, 0.75F, -0.05F},
               {x, 1.0F, 0.12F},
               {x, 0.95F, 0.42F},
               {x, 0.1F, 0.5F}},
              0.024F, 0.024F, kIron, 8);
  }
  for (int i = 0; i < 8; ++i) {
    const float y = -1.55F + 0.29F * static_cast<float>(i);
    const float z = -0.12F + 0.0286F * (y + 1.7F);
    mesh.Tube({-0.22F, y, z}, {0.22F, y, z}, 0.019F, 0.019F, kIron, 8, false);
  }
}

void AddSign(Mesh& mesh) {
  const Paint board{{0.72F, 0.70F, 0.64F}, 0, 0.2F, 0.3F, 0};
  for (const float x : {-0.32F, 0.32F})
    mesh.Tube({x, -0.7F, 0}, {x, 1.86F, 0}, 0.035F, 0.032F, kPile);
  mesh.Box(kSignMiddle + glm::vec3(0, 0, 0.012F),
           {kSignHalf.x * 2 + 0.05F, kSignHalf.y * 2 + 0.05F, 0.03F},
           {{0.5F, 0.06F, 0.03F}, 0, 0.2F, 0.3F, 0}, 0.008F);
  mesh.Box(kSignMiddle + glm::vec3(0, 0, 0.008F), {kSignHalf.x * 2, kSignHalf.y * 2, 0.034F}, board,
           0.006F);
}

}  // namespace vr
