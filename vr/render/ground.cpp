// SPDX-License-Identifier: MIT
#include "vr/render/ground.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <iterator>

#include "vr/render/plants.h"

namespace vr {
namespace {

struct Step {
  float along, height;
};

float Profile(const Step* steps, std::size_t count, float along) {
  if (along <= steps[0].along) return steps[0].height;
  for (std::size_t i = 1; i < count; ++i) {
    if (along > steps[i].along) continue;
    const float t = (along - steps[i - 1].along) / (steps[i].along - steps[i - 1].along);
    return steps[i - 1].height + (steps[i].height - steps[i - 1].height) * t;
  }
  return steps[count - 1].height;
}

float SoftPlus(float x) { return x > 12 ? x : std::log1p(std::exp(x)); }

}  // namespace

Ground::Ground(const content::ScenarioPlace& place)
    : setting_(place.setting), depth_(static_cast<float>(place.water.depth_m)) {
  for (const content::Prop& prop : place.props) {
    const glm::vec2 at(prop.at.x, prop.at.z);
    switch (prop.kind) {
      case content::PropKind::kMoss:
        dents_.push_back({at, Bank(at) - static_cast<float>(prop.at.y), 0.6F});
        break;
      case content::PropKind::kWillow:
        shades_.push_back({at, 2.2F, 9, 0.5F});
        break;
      case content::PropKind::kBoathouse:
        shades_.push_back({at, 2.0F, 8, 0.55F});
        break;
      case content::PropKind::kPoplar:
        shades_.push_back({at, 1.2F, 20, 0.45F});
        break;
      case content::PropKind::kRock:
      case content::PropKind::kSign:
      case content::PropKind::kBench:
        shades_.push_back({at, 0.4F, 1.6F, 0.35F});
        break;
      default:
        break;
    }
  }
}

float Ground::NearEdge(float x) const {
  if (setting_ == content::Setting::kQuarry)
    return 0.12F * std::sin(x * 0.8F) * std::min(1.0F, std::abs(x) / 4);
  const float calm = std::min(1.0F, std::abs(x) / 5);
  return -0.75F * SoftPlus(-17 - x) + 0.35F * SoftPlus(x - 16) +
         calm * (0.35F * std::sin(x * 0.37F + 0.4F) + 0.12F * std::sin(x * 1.3F));
}

float Ground::FarEdge(float x) const {
  if (setting_ == content::Setting::kQuarry) return -26 - 1.2F * std::sin(x * 0.21F);
  return -24.3F - 0.85F * SoftPlus(-9 - x) + 0.4F * std::sin(x * 0.23F) +
         0.25F * std::sin(x * 0.61F + 1) - 0.22F * SoftPlus(x - 15);
}

float Ground::Bank(glm::vec2 at) const {
  const float u = at.y - NearEdge(at.x);
  const float rough = 0.035F * Noise(at * 1.1F, 5) + 0.08F * Noise(at * 0.23F, 6);
  if (setting_ == content::Setting::kQuarry) {
    const Step steps[] = {{-9, -depth_},  {-4, -0.72F * depth_}, {-2.4F, -0.42F * depth_},
                          {-1.2F, -1.9F}, {-0.6F, -0.7F},        {-0.1F, 0.05F},
                          {0.35F, 0.36F}, {0.8F, 0.6F},          {3, 0.62F},
                          {30, 1.6F}};
    float height = Profile(steps, std::size(steps), u);
    if (u > 0.5F) height += rough * 0.7F;
    const float wall = std::max(std::abs(at.x) - 25, FarEdge(at.x) - at.y);
    return std::max(height, std::min(7.2F + rough * 6, -depth_ + std::max(0.0F, wall - 2.2F) * 14));
  }
  const Step near_steps[] = {
      {-5.2F, -depth_}, {-3.4F, -0.92F * depth_}, {-2.7F, -1.55F}, {-2.2F, -1.08F}, {-1.7F, -0.66F},
      {-0.9F, -0.01F},  {-0.35F, 0.27F},          {0.2F, 0.5F},    {0.7F, 0.6F},    {4, 0.64F},
      {40, 2.2F}};
  const Step far_steps[] = {{-5, -depth_}, {-1.5F, -0.7F}, {0, 0},     {1.2F, 0.42F},
                            {3.5F, 0.62F}, {14, 0.9F},     {90, 4.2F}, {260, 7}};
  float near_height = Profile(near_steps, std::size(near_steps), u);
  if (u > 0.9F) near_height += rough * std::min(1.0F, (u - 0.9F) * 0.5F);
  float far_height = Profile(far_steps, std::size(far_steps), FarEdge(at.x) - at.y);
  if (far_height > 0.3F) far_height += rough * 2;
  return std::max(near_height, far_height);
}

float Ground::HeightAt(glm::vec2 at) const {
  float height = Bank(at);
  for (const Dent& dent : dents_) {
    const glm::vec2 away = (at - dent.at) / dent.radius;
    height -= dent.down * std::exp(-glm::dot(away, away));
  }
  return height;
}

float Ground::ShadeAt(glm::vec2 at, glm::vec2 away_from_sun) const {
  float light = 1;
  for (const Shade& shade : shades_) {
    const glm::vec2 to = at - shade.at;
    const float along = glm::dot(to, away_from_sun);
    const float aside = std::abs(to.x * away_from_sun.y - to.y * away_from_sun.x);
    const float start = glm::smoothstep(-shade.radius, shade.radius * 0.3F, along);
    const float end = 1 - glm::smoothstep(0.3F * shade.reach, shade.reach, along);
    const float side = 1 - glm::smoothstep(0.55F * shade.radius, 1.15F * shade.radius, aside);
    light *= 1 - shade.strength * start * end * side;
  }
  return light;
}

Paint Ground::PaintAt(glm::vec2 at, float height, float steep) const {
  const float patch = 0.5F + Hills(at * 0.55F, 3, 3);
  const float fine = 0.5F + 0.5F * Noise(at * 2.7F, 9);
  if (setting_ == content::Setting::kQuarry) {
    const glm::vec3 stone = glm::mix(glm::vec3(0.36F, 0.32F, 0.26F), glm::vec3(0.52F, 0.47F, 0.39F),
                                     0.6F * patch + 0.4F * fine);
    const glm::vec3 grass =
        glm::mix(glm::vec3(0.2F, 0.2F, 0.08F), glm::vec3(0.34F, 0.3F, 0.14F), fine);
    const float green = glm::smoothstep(0.62F, 0.85F, patch) * (height > 0.5F ? 1.0F : 0.0F);
    Paint paint{glm::mix(stone, grass, green * 0.8F), 0, 0, 1, 0};
    if (height < 0) paint.colour *= glm::mix(1.0F, 0.75F, std::min(1.0F, -height));
    return paint;
  }
  const glm::vec3 mud =
      glm::mix(glm::vec3(0.15F, 0.108F, 0.068F), glm::vec3(0.21F, 0.155F, 0.1F), fine);
  const glm::vec3 grass =
      glm::mix(glm::vec3(0.115F, 0.125F, 0.042F), glm::vec3(0.225F, 0.19F, 0.075F),
               glm::smoothstep(0.3F, 0.75F, patch) * 0.75F + fine * 0.25F);
  const float green =
      glm::smoothstep(0.2F, 0.52F, height + 0.22F * (patch - 0.5F)) * (1 - 0.5F * steep);
  Paint paint{glm::mix(mud, grass, green), 0, 0, 1, 0};
  for (const Dent& dent : dents_) {  // moss: slippery and bright
    const glm::vec2 away = (at - dent.at) / (dent.radius * 1.3F);
    const float moss = std::exp(-glm::dot(away, away) * 1.2F) * (height > -0.3F ? 1.0F : 0.2F);
    paint.colour =
        glm::mix(paint.colour, glm::vec3(0.085F, 0.17F, 0.03F), std::min(1.0F, moss * 1.3F));
    paint.gloss = std::max(paint.gloss, moss * 0.55F);
  }
  return paint;
}

void Ground::AddSurface(Mesh& mesh, glm::vec3 to_sun, glm::vec3 attenuation) const {
  // e^-5: under a hundredth of the light is left.
  const float unseen =
      -5 / std::max(0.05F, std::min({attenuation.x, attenuation.y, attenuation.z}));
  constexpr int kColumns = 80, kRows = 96;
  const glm::vec2 away = -glm::normalize(glm::vec2(to_sun.x, to_sun.z));
  const auto stretch = [](float t, float far) {
    return 2.6F * std::sinh(t * std::asinh(far / 2.6F));
  };
  const auto begin = static_cast<std::uint32_t>(mesh.vertices.size());
  for (int r = 0; r <= kRows; ++r) {
    const float t = static_cast<float>(r) / kRows * 1.55F - 1;  // -1 far over there, 0.55 behind us
    const float z = stretch(t, 260);
    for (int c = 0; c <= kColumns; ++c) {
      const float x = stretch(static_cast<float>(c) / kColumns * 2 - 1, 210);
      const glm::vec2 at(x, z);
      const float step = 0.12F + 0.01F * std::abs(z);
      const float height = HeightAt(at);
      const float dx = HeightAt(at + glm::vec2(step, 0)) - HeightAt(at - glm::vec2(step, 0));
      const float dz = HeightAt(at + glm::vec2(0, step)) - HeightAt(at - glm::vec2(0, step));
      const glm::vec3 normal = glm::normalize(glm::vec3(-dx, 2 * step, -dz));
      Paint paint = PaintAt(at, height, 1 - normal.y);
      paint.colour *= ShadeAt(at, away);
      mesh.Add({x, height, z}, normal, paint);
    }
  }
  const std::uint32_t row = kColumns + 1;
  for (std::uint32_t r = 0; r < kRows; ++r) {
    for (std::uint32_t c = 0; c < kColumns; ++c) {
      const std::uint32_t a = begin + r * row + c;
      const auto y = [&](std::uint32_t i) { return mesh.vertices[i].at.y; };
      if (std::max({y(a), y(a + row), y(a + row + 1), y(a + 1)}) < unseen) continue;
      mesh.Quad(a, a + row, a + row + 1, a + 1);
    }
  }
}

bool Ground::IsFree(glm::vec2 at) const {
  // Where eyes, figures and the ways to the water are.
  return std::abs(at.x) > 2.6F || at.y > 4.2F;
}

void Ground::AddGrass(Mesh& mesh) const {
  const bool quarry = setting_ == content::Setting::kQuarry;
  for (std::uint32_t i = 0; i < (quarry ? 200U : 1000U); ++i) {
    // Most of them where they are seen from near.
    const float x = (Hash(i * 3 + 1) - 0.5F) * (i % 3 == 0 ? 26.0F : 11.0F);
    const float z = NearEdge(x) - 0.2F + std::pow(Hash(i * 3 + 2), 1.5F) * 6.5F;
    const bool edge = z < NearEdge(x) + 0.75F;
    const bool lawn = !IsFree({x, z}) && !edge;  // short where people stand
    if (edge && std::abs(x - 0.4F) < 0.8F) continue;
    const float height = HeightAt({x, z});
    if (height < 0.16F) continue;
    vr::AddGrass(mesh, {x, height, z},
                 lawn ? 0.22F + 0.3F * Hash(i * 7) : (edge ? 0.8F : 0.6F) + 0.7F * Hash(i * 7), i);
  }
}

void Ground::AddWalls(Mesh& mesh) const {
  if (setting_ != content::Setting::kQuarry) return;
  AddRockFace(mesh, {-26, 0, 12}, {-25, 0, -27}, 7.4F, depth_, 1);
  AddRockFace(mesh, {-25.5F, 0, -26.5F}, {26, 0, -27.5F}, 7.0F, depth_, 2);
  AddRockFace(mesh, {25.5F, 0, -27}, {27, 0, 14}, 7.6F, depth_, 3);
}

void Ground::AddScenery(Mesh& mesh) const {
  if (setting_ == content::Setting::kQuarry) {
    for (std::uint32_t i = 0; i < 30; ++i) {
      const float x = -40 + 80 * Hash(i * 13 + 1);
      const float z = -30 - 26 * Hash(i * 13 + 2);
      AddTree(mesh, {x, 7, z}, 0.7F + 0.6F * Hash(i * 13 + 3), i);
    }
    for (std::uint32_t i = 0; i < 16; ++i) {
      AddBush(mesh, {-26 + 52 * Hash(i * 5 + 1), 7.1F, -27.6F - Hash(i * 5 + 2)},
              0.5F + 0.8F * Hash(i * 5 + 3), i);
    }
    return;
  }
  for (std::uint32_t i = 0; i < 12; ++i) {  // reeds along both banks
    const float x =
        i < 6 ? -8.5F - 2.1F * static_cast<float>(i) : 5.2F + 1.9F * static_cast<float>(i - 6);
    const float at = x + 0.8F * Hash(i * 11);
    AddReeds(mesh, {at, 0, NearEdge(at) - 1.0F - 0.7F * Hash(i * 11 + 1)},
             0.75F + 0.4F * Hash(i * 11 + 2), i + 40);
  }
  for (std::uint32_t i = 0; i < 17; ++i) {
    const float x = -34 + 4.0F * static_cast<float>(i) + 2 * Hash(i * 17);
    AddReeds(mesh, {x, 0, FarEdge(x) + 0.5F}, 0.9F + 0.4F * Hash(i * 17 + 1), i + 80);
  }
  for (std::uint32_t i = 0; i < 36; ++i) {
    const float x = -75 + 150 * Hash(i * 23 + 1);
    const float back = 2.5F + 22 * Hash(i * 23 + 2);
    const float z = FarEdge(x) - back;
    // Low where the sun stands, so that it lies on the water.
    const bool gap = x < -9 && x > -58;
    const float size = gap ? 0.45F + 0.25F * Hash(i * 23 + 3) : 0.75F + 0.6F * Hash(i * 23 + 3);
    AddTree(mesh, {x, HeightAt({x, z}), z}, size, i, back < 10 ? 1.0F : 0.4F);
  }
  for (std::uint32_t i = 0; i < 34; ++i) {
    const float x = -44 + 84 * Hash(i * 29 + 1);
    const float z = FarEdge(x) - 1.4F - 2 * Hash(i * 29 + 2);
    AddBush(mesh, {x, HeightAt({x, z}), z}, 0.7F + 1.1F * Hash(i * 29 + 3), i);
  }
}

void Ground::AddHorizon(Mesh& mesh) const {
  struct Line {
    float away, height, rough;
  };
  const Line lines[] = {{150, 7, 26}, {270, 22, 60}, {460, 52, 120}};
  constexpr int kSteps = 128;
  for (std::size_t n = 0; n < std::size(lines); ++n) {
    const Line& line = lines[n];
    std::uint32_t before = 0;
    const Paint paint{{0.07F, 0.078F, 0.05F}, 0, 0, 0, 0};
    for (int i = 0; i <= kSteps; ++i) {
      const float a = 6.2831853F * static_cast<float>(i) / kSteps;
      const glm::vec2 way(std::cos(a), std::sin(a));
      const float swell = 0.55F + 0.9F * Hills(way * (line.away / line.rough * 1.5F), 4,
                                               static_cast<std::uint32_t>(n) * 31 + 1);
      const glm::vec3 foot(way.x * line.away, -2, way.y * line.away);
      const glm::vec3 normal(-way.x, 0.3F, -way.y);
      const std::uint32_t low = mesh.Add(foot, normal, paint);
      mesh.Add(foot + glm::vec3(0, 2 + line.height * std::max(0.08F, swell), 0), normal, paint);
      if (i > 0) mesh.Quad(before, low, low + 1, before + 1);
      before = low;
    }
  }
}

void AddRockFace(Mesh& mesh, glm::vec3 from, glm::vec3 to, float height, float deep,
                 std::uint32_t seed) {
  const float length = glm::length(to - from);
  const glm::vec3 along = (to - from) / length;
  const glm::vec3 out(-along.z, 0, along.x);
  const int columns = std::max(8, static_cast<int>(length / 0.55F));
  constexpr int kRows = 30;
  const auto begin = static_cast<std::uint32_t>(mesh.vertices.size());
  const auto at = [&](int c, int r) {
    const float s = length * static_cast<float>(c) / static_cast<float>(columns);
    const float t = static_cast<float>(r) / kRows;
    const float y = t < 0.3F
                        ? -deep * std::pow(1 - t / 0.3F, 2.0F)
                        : height * (t - 0.3F) / 0.7F * (1 + 0.12F * Noise({s * 0.13F, 3}, seed));
    const glm::vec2 uv(s * 0.22F, y * 0.3F);
    // Blocks between joints, and beds that step back.
    const float block = std::floor(2.6F * (Hills(uv * 0.8F, 2, seed) + 1)) * 0.5F;
    const float bed = 0.35F * (std::floor(y * 0.62F) - y * 0.62F);
    const float end = std::abs(2 * s / length - 1);  // it turns back at both ends
    const float bulge =
        block + bed + 0.6F * Hills(uv * 2.6F, 3, seed + 3) - 0.1F * y - 3.5F * std::pow(end, 8.0F);
    return from + along * s + out * bulge + glm::vec3(0, y, 0);
  };
  for (int c = 0; c <= columns; ++c) {
    for (int r = 0; r <= kRows; ++r) {
      const glm::vec3 here = at(c, r);
      const glm::vec3 aside = at(c + 1, r) - at(c - 1, r);
      const glm::vec3 up = at(c, std::min(r + 1, kRows)) - at(c, std::max(r - 1, 0));
      const float tone =
          0.5F +
          Hills({here.y * 0.9F + here.x * 0.05F, here.x * 0.12F + here.z * 0.12F}, 3, seed + 9);
      Paint paint{glm::mix(glm::vec3(0.27F, 0.235F, 0.195F), glm::vec3(0.55F, 0.48F, 0.39F), tone),
                  0, 0, 1, 0};
      if (here.y > 0 && here.y < 0.5F) paint.colour *= 0.72F;  // the line of the last rain
      mesh.Add(here,
               glm::normalize(glm::cross(up, aside)) *
                   (glm::dot(glm::cross(up, aside), out) < 0 ? -1.0F : 1.0F),
               paint);
    }
  }
  const std::uint32_t column = kRows + 1;
  for (std::uint32_t c = 0; c < static_cast<std::uint32_t>(columns); ++c) {
    for (std::uint32_t r = 0; r < kRows; ++r) {
      const std::uint32_t a = begin + c * column + r;
      mesh.Quad(a, a + column, a + column + 1, a + 1);
    }
  }
}

}  // namespace vr
