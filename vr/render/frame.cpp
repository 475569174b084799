// SPDX-License-Identifier: MIT
#include "vr/render/frame.h"

#include <cmath>
#include <glm/common.hpp>
#include <glm/ext/matrix_transform.hpp>
#include <glm/geometric.hpp>
#include <glm/gtc/quaternion.hpp>
#include <glm/matrix.hpp>

#include "vr/core/water.h"
#include "vr/render/mesh.h"

namespace vr {
namespace {

constexpr float kExposure = 0.92F;
/// Eyes get used to the dim: the murkier, the more.
float ExposureUnderWater(glm::vec3 attenuation) {
  return glm::mix(1.4F, 2.0F, glm::smoothstep(0.15F, 2.0F, attenuation.y));
}

}  // namespace

glm::mat4 Projection(float left, float right, float down, float up, float near_m, float far_m) {
  glm::mat4 p(0);
  p[0][0] = 2 / (right - left);
  p[1][1] = 2 / (up - down);
  p[2][0] = (right + left) / (right - left);
  p[2][1] = (up + down) / (up - down);
  p[2][2] = -(far_m + near_m) / (far_m - near_m);
  p[2][3] = -1;
  p[3][2] = -2 * far_m * near_m / (far_m - near_m);
  return p;
}

glm::mat4 Projection(float height, float aspect, float near_m, float far_m) {
  const float up = std::tan(height / 2);
  return Projection(-up * aspect, up * aspect, -up, up, near_m, far_m);
}

Climate ClimateOf(const content::ScenarioPlace& place) {
  Climate climate;
  climate.water = place.water;
  climate.day = DaylightOf(place.light);
  climate.look = WaterLookOf(place.water, climate.day);
  climate.waves = WavesOf(place.water);
  return climate;
}

glm::mat4 EyeFromWorld(const Pose& world_from_eye) {
  return glm::mat4_cast(glm::conjugate(world_from_eye.orientation)) *
         glm::translate(glm::mat4(1), -world_from_eye.position);
}

std::string DefinesOf(std::size_t variant) {
  std::string defines;
  if ((variant & 1U) != 0) defines += "#define UNDER\n";
  if ((variant & 2U) != 0) defines += "#define CAUSTICS\n";
  return defines;
}

glm::vec3 DeepWater(const FrameBlock& frame) {
  // As Finish in assets/shaders/common.glsl.
  const glm::vec3 x = glm::vec3(frame.scatter) * frame.tone.x;
  glm::vec3 seen =
      glm::clamp((x * (2.51F * x + 0.03F)) / (x * (2.43F * x + 0.59F) + 0.14F), 0.0F, 1.0F);
  const float grey = glm::dot(seen, glm::vec3(0.2126F, 0.7152F, 0.0722F));
  seen =
      glm::mix(seen, glm::vec3(0.86F, 0.96F, 1.08F) * (grey * 0.85F + 0.02F), 0.82F * frame.tone.z);
  if (frame.tone.y < 1.5F) return seen;
  for (int i = 0; i < 3; ++i) {
    seen[i] =
        seen[i] < 0.0031308F ? seen[i] * 12.92F : 1.055F * std::pow(seen[i], 1 / 2.4F) - 0.055F;
  }
  return seen;
}

FrameBlock FrameOf(const Climate& climate, const Scene& scene, const glm::mat4& clip_from_eye,
                   const Pose& world_from_eye, Output output, int quality) {
  FrameBlock frame;
  const Daylight& day = climate.day;
  const glm::vec3 eye = world_from_eye.position;
  const bool under = eye.y < 0;
  frame.clip_from_world = clip_from_eye * EyeFromWorld(world_from_eye);
  frame.ray_from_clip =
      glm::inverse(clip_from_eye * glm::mat4_cast(glm::conjugate(world_from_eye.orientation)));
  frame.eye = glm::vec4(eye, under ? 1 : 0);
  frame.to_sun = glm::vec4(day.to_sun, static_cast<float>(std::fmod(scene.seconds, 3600.0)));
  frame.sun = glm::vec4(day.sun, day.haze);
  frame.zenith = glm::vec4(day.zenith, day.cloud);
  frame.horizon = glm::vec4(day.horizon, 1);
  frame.glow = glm::vec4(day.glow, climate.water.wind_mps);
  frame.from_sky = glm::vec4(day.from_sky, climate.water.current_mps);
  frame.from_ground = glm::vec4(day.from_ground, scene.brightness);
  frame.attenuation = glm::vec4(climate.look.attenuation, kWaterIndex);
  frame.scatter = glm::vec4(climate.look.scatter, climate.look.slope);
  frame.tone = glm::vec4(
      under ? ExposureUnderWater(climate.look.attenuation) * (1 + 0.35F * scene.brightness)
            : kExposure,
      static_cast<float>(output), scene.frozen, quality < 2 ? 0.75F : 0.0F);
  for (std::size_t i = 0; i < climate.waves.size(); ++i) {
    const Wave& wave = climate.waves[i];
    const float k = kTurn / wave.length_m;
    frame.wave[i] =
        glm::vec4(wave.way * k, wave.height_m, static_cast<float>(PhaseAt(wave, scene.seconds)));
  }
  frame.picture = glm::vec4(0.5F * clip_from_eye[1][1], 0, quality < 3 ? 1 : 0, 0);
  return frame;
}

FrameBlock MirroredFrame(const FrameBlock& frame, const glm::mat4& clip_from_eye,
                         const Pose& world_from_eye) {
  FrameBlock mirrored = frame;
  const glm::mat4 upside = glm::scale(glm::mat4(1), glm::vec3(1, -1, 1));
  const glm::mat4 eye_from_world = EyeFromWorld(world_from_eye) * upside;
  // The near plane becomes the water: Lengyel, "Oblique view frustum depth projection and
  // clipping", Journal of Game Development 1 (2005).
  const glm::vec4 water(0, 1, 0, 0.004F);
  const glm::vec4 plane = glm::transpose(glm::inverse(eye_from_world)) * water;
  glm::mat4 p = clip_from_eye;
  const auto sign = [](float x) { return x > 0 ? 1.0F : x < 0 ? -1.0F : 0.0F; };
  const glm::vec4 corner((sign(plane.x) + p[2][0]) / p[0][0], (sign(plane.y) + p[2][1]) / p[1][1],
                         -1, (1 + p[2][2]) / p[3][2]);
  const glm::vec4 scaled = plane * (2 / glm::dot(plane, corner));
  p[0][2] = scaled.x;
  p[1][2] = scaled.y;
  p[2][2] = scaled.z + 1;
  p[3][2] = scaled.w;
  mirrored.clip_from_world = p * eye_from_world;
  mirrored.ray_from_clip = upside * frame.ray_from_clip;
  mirrored.eye.y = -frame.eye.y;
  mirrored.tone.y = 0;
  return mirrored;
}

}  // namespace vr
