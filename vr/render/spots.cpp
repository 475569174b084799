// SPDX-License-Identifier: MIT
#include "vr/render/spots.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <glm/geometric.hpp>
#include <glm/gtc/quaternion.hpp>

#include "vr/render/mesh.h"

namespace vr {
namespace {

Disc Round(Disc::Kind kind, glm::vec3 at, float radius, glm::vec4 colour, glm::vec3 shape = {}) {
  return {glm::vec4(at, radius), colour, glm::vec4(static_cast<float>(kind), shape)};
}

float Share(double seconds, double period, float offset) {
  return static_cast<float>(std::fmod(seconds / period + static_cast<double>(offset), 1.0));
}

/// Drops that fly up and fall again round a body that splashes.
void AddDrops(const SceneFigure& figure, float strength, std::vector<Disc>& spots) {
  const int count = static_cast<int>(26 * strength);
  for (int i = 0; i < count; ++i) {
    const auto n = static_cast<std::uint32_t>(i * 4 + 1);
    const float t = Share(static_cast<double>(figure.seconds),
                          0.85 + 0.4 * static_cast<double>(Hash(n)), Hash(n + 1));
    const float around = kTurn * Hash(n + 2) + figure.facing;
    const float side = Hash(n + 3) < 0.5F ? 0.42F : -0.42F;
    const glm::vec3 from(side * std::cos(figure.facing), 0.03F, -side * std::sin(figure.facing));
    const float out = (0.35F + 0.9F * Hash(n + 7)) * t;
    const float up = (1.5F + 1.5F * Hash(n + 9)) * t - 4.4F * t * t;
    if (up < 0) continue;
    const glm::vec3 at =
        figure.at + from + glm::vec3(std::cos(around) * out, up, std::sin(around) * out);
    spots.push_back(
        Round(Disc::kDrop, at, 0.014F + 0.024F * Hash(n + 5), glm::vec4(1, 1, 1, 0.9F)));
  }
}

}  // namespace

bool IsInWater(content::Posture posture) {
  switch (posture) {
    case content::Posture::kFloat:
    case content::Posture::kSplash:
    case content::Posture::kWave:
    case content::Posture::kDrown:
    case content::Posture::kHold:
      return true;
    default:
      return false;
  }
}

content::Result<Spots> Spots::Make(const std::filesystem::path& shaders) {
  Spots spots;
  for (std::size_t i = 0; i < spots.programs_.size(); ++i) {
    auto program = gl::LoadProgram(shaders, "spot", "spot", DefinesOf(i));
    if (!program) return tl::unexpected(program.error());
    spots.programs_[i] = std::move(*program);
  }
  spots.array_ = gl::VertexArray::Make();
  spots.buffer_ = gl::Buffer::Make();
  glBindVertexArray(spots.array_.name());
  glBindBuffer(GL_ARRAY_BUFFER, spots.buffer_.name());
  for (GLuint i = 0; i < 3; ++i) {
    glVertexAttribPointer(
        i, 4, GL_FLOAT, GL_FALSE, sizeof(Disc),
        reinterpret_cast<const void*>(static_cast<std::uintptr_t>(i * sizeof(glm::vec4))));
    glVertexAttribDivisor(i, 1);
    glEnableVertexAttribArray(i);
  }
  glBindVertexArray(0);
  return spots;
}

void Spots::Draw(const std::vector<Disc>& spots, bool under, Tally& tally) {
  if (spots.empty()) return;
  glUseProgram(programs_[under ? 1 : 0].name());
  glBindVertexArray(array_.name());
  glBindBuffer(GL_ARRAY_BUFFER, buffer_.name());
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(spots.size() * sizeof(Disc)), spots.data(),
               GL_STREAM_DRAW);
  glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(spots.size()));
  tally.Add(static_cast<int>(spots.size()) * 2);
}

void FillShadows(const Scene& scene, const content::ScenarioPlace& place, const Climate& climate,
                 std::vector<Disc>& spots) {
  const glm::vec3 sun = climate.day.to_sun;
  const glm::vec3 away = -glm::normalize(glm::vec3(sun.x, 0, sun.z));
  const float turn = std::atan2(away.z, away.x) - kTurn / 4;
  const float slope =
      std::hypot(sun.x, sun.z) / std::max(0.15F, sun.y);  // metres a metre of height
  const auto cast = [&](glm::vec3 foot, float height, float half_width, float dark) {
    const float half_length = 0.5F * height * slope;
    spots.push_back(Round(Disc::kShadow, foot + away * half_length * 0.92F + glm::vec3(0, 0.02F, 0),
                          half_width, glm::vec4(0, 0, 0, dark),
                          {0, half_length / half_width, turn}));
  };
  for (const content::Prop& prop : place.props) {
    const glm::vec3 at(prop.at.x, prop.at.y, prop.at.z);
    if (prop.hidden || at.z < -1) continue;
    if (prop.kind == content::PropKind::kRope) cast(at, 1.4F, 0.16F, 0.6F);
    if (prop.kind == content::PropKind::kPole) cast(at, 1.2F, 0.42F, 0.32F);
    if (prop.kind == content::PropKind::kSign) cast(at, 1.9F, 0.5F, 0.42F);
  }
  for (const SceneFigure& figure : scene.figures) {
    if (figure.glass || IsInWater(figure.posture) || figure.at.y < 0.05F) continue;
    const glm::vec3 foot = figure.at + glm::vec3(0, 0.02F, 0);
    spots.push_back(Round(Disc::kShadow, foot, 0.34F, glm::vec4(0, 0, 0, 0.6F), {0, 1, 0}));
    cast(figure.at, 1.1F, 0.3F, 0.45F);
  }
}

void FillOnWater(const Scene& scene, const Climate& climate, std::vector<Disc>& spots) {
  const auto lift = [&](glm::vec3 at) {
    return HeightAt(climate.waves, {at.x, at.z}, scene.seconds) + 0.012F;
  };
  for (const SceneFigure& figure : scene.figures) {
    if (figure.glass || !IsInWater(figure.posture)) continue;
    glm::vec3 at = figure.at;
    at.y = lift(at);
    const bool splash = figure.posture == content::Posture::kSplash;
    const bool wave = figure.posture == content::Posture::kWave;
    const float age = Share(static_cast<double>(figure.seconds), splash ? 1.1 : 2.6, 0);
    const float strength = splash ? 0.75F : wave ? 0.5F : 0.3F;
    spots.push_back(Round(Disc::kRipples, at, splash ? 1.7F : 1.25F, glm::vec4(1, 1, 1, strength),
                          {age, 1, 0}));
    if (splash) spots.push_back(Round(Disc::kFoam, at, 0.85F, glm::vec4(1, 1, 1, 0.8F), {0, 1, 0}));
    if (wave) spots.push_back(Round(Disc::kFoam, at, 0.45F, glm::vec4(1, 1, 1, 0.4F), {0, 1, 0}));
    if (splash) AddDrops(figure, 1, spots);
  }
  if (scene.thrown && scene.thrown->at.y < 0.15F) {
    glm::vec3 at = scene.thrown->at;
    at.y = lift(at);
    spots.push_back(Round(Disc::kRipples, at, 0.8F, glm::vec4(1, 1, 1, 0.4F),
                          {Share(scene.seconds, 2.2, 0), 1, 0}));
  }
  for (glm::vec3 at : scene.throw_marks) {
    at.y = std::max(at.y, lift(at)) + 0.02F;
    spots.push_back(Round(Disc::kThrowMark, at, 0.5F, glm::vec4(1), {0, 1, 0}));
  }
}

void FillAir(const Scene& scene, const content::ScenarioPlace& place, std::vector<Disc>& spots) {
  for (const content::Prop& prop : place.props) {
    if (prop.kind != content::PropKind::kCloud) continue;
    const glm::vec3 middle(prop.at.x, prop.at.y, prop.at.z);
    // From far to near, low puffs before high ones: a flat foot and a round head.
    for (std::uint32_t i = 0; i < 26; ++i) {
      const float along = (Hash(i * 5 + 1) * 2 - 1);
      const float dome = 1 - along * along;
      const float up = Hash(i * 5 + 2) * dome;
      const float drift =
          0.05F * std::sin(static_cast<float>(scene.seconds) * 0.05F + static_cast<float>(i));
      const glm::vec3 at = middle + glm::vec3(along * 1.55F + drift, up * 0.75F - 0.3F,
                                              -0.6F + 0.045F * static_cast<float>(i));
      spots.push_back(Round(Disc::kCloud, at, 0.38F + 0.36F * dome * Hash(i * 5 + 3),
                            glm::vec4(1, 1, 1, 0.55F), {Hash(i * 5 + 4), Hash(i), 0}));
    }
  }
}

void FillBubbles(const Scene& scene, std::vector<Disc>& spots) {
  if (scene.eye.y >= 0 || scene.bubbles <= 0) return;
  const glm::vec3 ahead = scene.look * glm::vec3(0, 0, -1);
  glm::vec3 level(ahead.x, 0, ahead.z);
  const float length = glm::length(level);
  level = length > 0.1F ? level / length : scene.look * glm::vec3(0, -1, 0);
  const glm::vec3 mouth = scene.eye + level * 0.32F - glm::vec3(0, 0.3F, 0);
  const auto count = static_cast<std::uint32_t>(70 * std::min(scene.bubbles, 1.0F));
  for (std::uint32_t i = 0; i < count; ++i) {
    // Larger ones rise faster: 0.2 to 0.35 m/s (terminal velocity of air bubbles of 1 to 20 mm).
    const float size = Hash(i * 7 + 1) * Hash(i * 7 + 2);
    const float radius = 0.003F + 0.017F * size;
    const double speed = 0.2 + 0.15 * static_cast<double>(size);
    const float reach = 0.3F - scene.eye.y;  // from the mouth to the surface
    const float t = Share(scene.seconds, static_cast<double>(reach) / speed, Hash(i * 7 + 3));
    const float wobble =
        static_cast<float>(scene.seconds) * (3 + 3 * Hash(i)) + static_cast<float>(i);
    const float cone = 0.03F + 0.3F * t;
    const float around = kTurn * Hash(i * 7 + 4);
    const float out = cone * std::sqrt(Hash(i * 7 + 5));
    const glm::vec3 at = mouth + level * (0.15F * t) +
                         glm::vec3(out * std::cos(around) + 0.012F * std::sin(wobble), reach * t,
                                   out * std::sin(around) + 0.012F * std::cos(wobble));
    if (at.y > -0.01F) continue;
    spots.push_back(
        Round(Disc::kBubble, at, radius, glm::vec4(1, 1, 1, 0.9F * std::min(1.0F, t * 8))));
  }
}

void FillMarks(const Scene& scene, bool gaze, std::vector<Disc>& spots) {
  if (scene.badge) spots.push_back(Round(Disc::kBadge, *scene.badge, 0.105F, glm::vec4(1)));
  if (scene.breath) {
    const SceneBreath& breath = *scene.breath;
    spots.push_back(
        Round(Disc::kBreath, breath.at, 0.42F, glm::vec4(1),
              {breath.size, static_cast<float>(breath.done), static_cast<float>(breath.of)}));
  }
  for (const SceneRing& ring : scene.rings) {
    spots.push_back(Round(Disc::kRing, ring.at, ring.radius, glm::vec4(1),
                          {ring.filled, ring.hint ? 1.0F : 0.0F, 0}));
  }
  if (gaze && scene.gaze) spots.push_back(Round(Disc::kGaze, *scene.gaze, 0.022F, glm::vec4(1)));
}

}  // namespace vr
