// SPDX-License-Identifier: MIT
#include "vr/render/plants.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace vr {
namespace {

const Paint kBark{{0.075F, 0.055F, 0.04F}, 0, 0, 1, 0};

/// Draws numbers from a seed in order.
struct Dice {
  std::uint32_t n;
  float Share() { return Hash(n += 0x9e3779b9U); }
  float Span(float low, float high) { return low + (high - low) * Share(); }
  glm::vec3 Direction() {
    const float y = Span(-1, 1), a = Span(0, kTurn);
    const float r = std::sqrt(1 - y * y);
    return {r * std::cos(a), y, r * std::sin(a)};
  }
};

Paint Leaf(glm::vec3 colour, float sway) { return {colour, 0.7F, 0, 0.4F, sway}; }

/// Leaves in a crown: flakes over an egg, lit as if they were its skin.
void Crown(Mesh& mesh, glm::vec3 middle, glm::vec3 radii, int count, float flake, glm::vec3 dark,
           glm::vec3 light, Dice& dice, float upright) {
  light = glm::mix(dark, light, 0.72F);
  Paint core = Leaf(glm::mix(dark, light, 0.15F), 0.15F);
  core.leaf = 0.2F;
  mesh.Blob(middle, radii * 0.70F, core, 5, 8, 0.16F, dice.n);
  for (int i = 0; i < count; ++i) {
    const glm::vec3 out = dice.Direction();
    const float swell = 1 + 0.22F * Noise({out.x * 2.1F + out.y, out.z * 2.1F}, dice.n % 97);
    const glm::vec3 at = middle + out * radii * (dice.Span(0.66F, 1.02F) * swell);
    const glm::vec3 normal = glm::normalize(out / radii);
    glm::vec3 along = dice.Direction();
    along = glm::normalize(along + glm::vec3(0, upright, 0));
    const glm::vec3 across = glm::normalize(glm::cross(along, dice.Direction() + normal * 0.3F));
    const float size = flake * dice.Span(0.65F, 1.3F);
    const float shade = std::clamp(0.5F + 0.5F * out.y + dice.Span(-0.35F, 0.35F), 0.0F, 1.0F);
    mesh.Flake(at, along * size, across * (size * 0.55F), normal,
               Leaf(glm::mix(dark, light, shade), 0.25F));
  }
}

}  // namespace

void AddWillow(Mesh& mesh, glm::vec3 at, float size, std::uint32_t seed) {
  Dice dice{seed * 7919U + 3};
  const float lean = dice.Span(-0.5F, 0.5F);
  const glm::vec3 fork = at + size * glm::vec3(lean * 0.7F, 1.9F, -0.25F);
  mesh.Hose({at - glm::vec3(0, 0.6F, 0), at + size * glm::vec3(lean * 0.15F, 0.7F, 0), fork},
            0.27F * size, 0.19F * size, kBark, 9);
  const glm::vec3 dark(0.035F, 0.048F, 0.016F), light(0.17F, 0.19F, 0.055F);
  const int kBoughs = 15;
  for (int b = 0; b < kBoughs; ++b) {
    const float around = kTurn * (static_cast<float>(b) + dice.Span(-0.3F, 0.3F)) / kBoughs;
    const float reach = dice.Span(0.7F, 2.1F) * size;
    const float rise = dice.Span(1.4F, 2.8F) * size;
    const glm::vec3 way(std::cos(around), 0, std::sin(around));
    const glm::vec3 middle = fork + way * (reach * 0.45F) + glm::vec3(0, rise * 0.75F, 0);
    const glm::vec3 end = fork + way * reach + glm::vec3(0, rise * 0.92F, 0);
    mesh.Hose({fork, middle, end}, 0.085F * size, 0.02F * size, kBark, 5);
    for (int s = 0; s < 46; ++s) {
      const float along = dice.Span(0.15F, 1.0F);
      glm::vec3 root =
          along < 0.5F ? glm::mix(fork, middle, along * 2) : glm::mix(middle, end, along * 2 - 1);
      root += dice.Direction() * (0.38F * size);
      const float floor = at.y + dice.Span(0.25F, 1.6F) * size;
      const float drop = std::max(0.5F * size, (root.y - floor) * dice.Span(0.55F, 1.0F));
      const glm::vec3 out = way * dice.Span(0.0F, 0.55F) + dice.Direction() * 0.25F;
      const glm::vec3 tip =
          root + glm::vec3(out.x, 0, out.z) * size - glm::vec3(0, drop * 0.45F, 0);
      const glm::vec3 bend(out.x * 0.25F, -drop * 0.55F, out.z * 0.25F);
      const glm::vec3 tone = glm::mix(dark, light, dice.Share() * 0.7F);
      mesh.Blade(root, tip, bend, dice.Span(0.07F, 0.15F) * size, Leaf(tone * 0.8F, 0),
                 Leaf(glm::mix(tone, light, 0.5F), 0.8F), 3);
    }
  }
  for (int i = 0; i < 150; ++i) {
    const glm::vec3 out = dice.Direction();
    const glm::vec3 crown = fork + glm::vec3(0, 2.0F * size, 0) +
                            out * glm::vec3(1.75F, 0.95F, 1.75F) * (dice.Span(0.7F, 1.0F) * size);
    if (out.y < -0.25F) continue;
    const float flake = dice.Span(0.14F, 0.3F) * size;
    mesh.Flake(crown, glm::normalize(out + glm::vec3(0, -0.9F, 0)) * flake,
               glm::normalize(glm::cross(out, dice.Direction())) * (flake * 0.45F), out,
               Leaf(glm::mix(dark, light, dice.Share() * 0.9F), 0.3F));
  }
}

void AddPoplar(Mesh& mesh, glm::vec3 at, float size, std::uint32_t seed) {
  Dice dice{seed * 104729U + 11};
  const float height = 12 * size * dice.Span(0.9F, 1.1F);
  mesh.Tube(at - glm::vec3(0, 1, 0), at + glm::vec3(0, height * 0.5F, 0), 0.2F * size, 0.1F * size,
            kBark, 7);
  const glm::vec3 dark(0.032F, 0.046F, 0.02F), light(0.075F, 0.088F, 0.03F);
  // A flame: widest at a third of its height.
  const auto width = [&](float t) {
    return size * 1.25F * std::pow(std::max(0.0F, std::sin(3.1416F * std::pow(t, 0.62F))), 0.8F);
  };
  Paint core = Leaf(glm::mix(dark, light, 0.1F), 0.1F);
  core.leaf = 0.15F;
  for (int i = 1; i < 7; ++i) {
    const float t = static_cast<float>(i) / 7;
    mesh.Blob(at + glm::vec3(0, height * (0.1F + 0.88F * t), 0),
              {width(t) * 0.6F, height * 0.11F, width(t) * 0.6F}, core, 4, 7, 0.15F, seed);
  }
  for (int i = 0; i < 760; ++i) {
    const float t = dice.Span(0.02F, 1.0F);
    const float around = dice.Span(0, kTurn);
    const glm::vec3 out(std::cos(around), 0, std::sin(around));
    const float lobes = 1 + 0.2F * Noise({around * 2, t * 9}, seed);
    const glm::vec3 spot = at + glm::vec3(0, height * (0.1F + 0.9F * t), 0) +
                           out * (width(t) * lobes * dice.Span(0.52F, 1.0F));
    const float flake = size * dice.Span(0.17F, 0.31F) * (1 - 0.4F * t);
    const glm::vec3 along = glm::normalize(out * dice.Span(0.1F, 0.6F) + glm::vec3(0, 1, 0));
    mesh.Flake(spot, along * flake,
               glm::normalize(glm::cross(along, dice.Direction())) * (flake * 0.5F),
               glm::normalize(out + glm::vec3(0, 0.35F, 0)),
               Leaf(glm::mix(dark, light, dice.Share()), 0.3F));
  }
}

void AddTree(Mesh& mesh, glm::vec3 at, float size, std::uint32_t seed, float leaves) {
  Dice dice{seed * 15485863U + 5};
  mesh.Tube(at - glm::vec3(0, 0.8F, 0), at + size * glm::vec3(0, 2.2F, 0), 0.16F * size,
            0.1F * size, kBark, 6);
  const glm::vec3 dark(0.034F, 0.045F, 0.018F);
  const glm::vec3 light = glm::mix(glm::vec3(0.085F, 0.11F, 0.036F),
                                   glm::vec3(0.15F, 0.12F, 0.036F), dice.Share() * 0.8F);
  const int lobes = 3;
  for (int i = 0; i < lobes; ++i) {
    const glm::vec3 middle =
        at + size * glm::vec3(dice.Span(-1, 1), dice.Span(1.7F, 3.9F), dice.Span(-0.7F, 0.7F));
    const float wide = size * dice.Span(1.0F, 1.7F);
    Crown(mesh, middle, {wide, wide * dice.Span(0.7F, 0.95F), wide}, static_cast<int>(110 * leaves),
          0.19F * size / std::sqrt(leaves), dark, light, dice, 0.2F);
  }
}

void AddBush(Mesh& mesh, glm::vec3 at, float size, std::uint32_t seed) {
  Dice dice{seed * 32452843U + 7};
  const glm::vec3 dark(0.036F, 0.046F, 0.017F);
  const glm::vec3 light =
      glm::mix(glm::vec3(0.13F, 0.15F, 0.05F), glm::vec3(0.2F, 0.16F, 0.06F), dice.Share());
  Crown(mesh, at + glm::vec3(0, 0.4F * size, 0), {0.95F * size, 0.6F * size, 0.8F * size}, 110,
        0.13F * size, dark, light, dice, 0.8F);
}

void AddReeds(Mesh& mesh, glm::vec3 at, float size, std::uint32_t seed) {
  Dice dice{seed * 49979687U + 13};
  const Paint root = Leaf({0.07F, 0.075F, 0.025F}, 0);
  for (int i = 0; i < 70; ++i) {
    const float around = dice.Span(0, kTurn);
    const float away = std::sqrt(dice.Share()) * 1.15F * size;
    const glm::vec3 foot =
        at + glm::vec3(std::cos(around) * away * 1.25F, -0.55F, std::sin(around) * away * 0.7F);
    const float tall = (0.55F + dice.Span(0.75F, 1.75F) * size) * (1 - 0.25F * away / size);
    const glm::vec3 lean(dice.Span(-0.22F, 0.22F), 0, dice.Span(-0.22F, 0.22F));
    const glm::vec3 tip = foot + glm::vec3(lean.x, tall, lean.z);
    const glm::vec3 bend(dice.Span(-0.4F, 0.5F), -dice.Span(0.02F, 0.2F), dice.Span(-0.4F, 0.4F));
    const glm::vec3 tone =
        glm::mix(glm::vec3(0.09F, 0.12F, 0.035F), glm::vec3(0.29F, 0.24F, 0.09F), dice.Share());
    mesh.Blade(foot, tip, bend * 0.6F, dice.Span(0.022F, 0.04F), root, Leaf(tone, 0.55F), 3);
  }
  for (int i = 0; i < 9; ++i) {  // plumes over the leaves
    const float around = dice.Span(0, kTurn), away = dice.Span(0.0F, 0.9F) * size;
    const glm::vec3 foot =
        at + glm::vec3(std::cos(around) * away * 1.2F, -0.5F, std::sin(around) * away * 0.7F);
    const glm::vec3 top =
        foot + glm::vec3(dice.Span(-0.25F, 0.25F), 0.5F + dice.Span(1.5F, 1.95F) * size,
                         dice.Span(-0.25F, 0.25F));
    Paint stem = Leaf({0.2F, 0.17F, 0.07F}, 0.45F);
    mesh.Blade(foot, top, {0, 0, 0}, 0.016F, root, stem, 3);
    const glm::vec3 plume =
        glm::normalize(glm::vec3(dice.Span(0.1F, 0.5F), 1, dice.Span(-0.25F, 0.25F)));
    for (int k = 0; k < 5; ++k) {
      const glm::vec3 fan =
          glm::normalize(plume + glm::vec3(dice.Span(-0.3F, 0.5F), 0, dice.Span(-0.4F, 0.4F)));
      mesh.Blade(top - plume * 0.1F, top + fan * dice.Span(0.2F, 0.34F), {0.07F, -0.05F, 0}, 0.05F,
                 Leaf({0.22F, 0.15F, 0.08F}, 0.45F), Leaf({0.36F, 0.27F, 0.16F}, 0.6F), 2);
    }
  }
}

void AddGrass(Mesh& mesh, glm::vec3 at, float size, std::uint32_t seed) {
  Dice dice{seed * 86028121U + 17};
  for (int i = 0; i < 7; ++i) {
    const float around = dice.Span(0, kTurn);
    const glm::vec3 foot =
        at + glm::vec3(std::cos(around), 0, std::sin(around)) * (0.1F * size * dice.Share()) -
        glm::vec3(0, 0.04F, 0);
    const glm::vec3 out(std::cos(around), 0, std::sin(around));
    const float tall = 0.3F * size * dice.Span(0.5F, 1.2F);
    const glm::vec3 tone =
        glm::mix(glm::vec3(0.11F, 0.135F, 0.04F), glm::vec3(0.27F, 0.22F, 0.085F), dice.Share());
    mesh.Blade(foot, foot + out * (tall * 0.25F) + glm::vec3(0, tall, 0),
               out * (tall * dice.Span(0.1F, 0.5F)) - glm::vec3(0, tall * 0.15F, 0),
               0.016F * size + 0.006F, Leaf(tone * 0.4F, 0), Leaf(tone, 0.3F), 2);
  }
}

}  // namespace vr
