// SPDX-License-Identifier: MIT
#include "vr/render/palette.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include "vr/core/water.h"

namespace vr {

Daylight DaylightOf(const content::Light& light) {
  Daylight day;
  const double up = glm::radians(light.sun_elevation_deg);
  const double facing = glm::radians(light.sun_facing_deg);
  day.to_sun = glm::normalize(
      glm::vec3(-std::sin(facing) * std::cos(up), std::sin(up), -std::cos(facing) * std::cos(up)));
  // From a low, warm sun to a high, white one.
  const float high = glm::smoothstep(6.0F, 42.0F, static_cast<float>(light.sun_elevation_deg));
  const auto haze = static_cast<float>(light.haze);
  day.sun = glm::mix(glm::vec3(1.70F, 0.86F, 0.36F), glm::vec3(1.12F, 1.02F, 0.86F), high);
  day.zenith = glm::mix(glm::vec3(0.085F, 0.20F, 0.345F), glm::vec3(0.085F, 0.21F, 0.43F), high);
  day.horizon = glm::mix(glm::vec3(0.45F, 0.345F, 0.315F), glm::vec3(0.33F, 0.43F, 0.52F), high);
  day.glow = glm::mix(glm::vec3(0.92F, 0.43F, 0.12F), glm::vec3(0.32F, 0.28F, 0.2F), high);
  const glm::vec3 veil = glm::mix(day.horizon, glm::vec3(0.58F, 0.43F, 0.33F), 1 - high);
  day.zenith = glm::mix(day.zenith, veil, haze * 0.22F);
  day.from_sky = glm::mix(day.zenith, day.horizon, 0.3F) * 1.05F + day.glow * 0.06F;
  day.from_ground =
      glm::mix(glm::vec3(0.16F, 0.125F, 0.075F), glm::vec3(0.13F, 0.125F, 0.105F), high);
  day.haze = 0.0012F + 0.0125F * haze;
  day.cloud = static_cast<float>(light.cloud);
  return day;
}

WaterLook WaterLookOf(const content::Water& water, const Daylight& daylight) {
  WaterLook look;
  const ColourAttenuation taken = ColourOf(water);
  look.attenuation = glm::vec3(taken.red, taken.green, taken.blue);
  // What it sends back is b / (a + b): silt scatters all colours alike, water itself blue most.
  const auto silt = static_cast<float>(
      std::max(0.0, AttenuationFromSecchi(water.secchi_m).middle - (0.34 + 0.06 + 0.01) / 3));
  const glm::vec3 back =
      0.15F * silt * glm::vec3(0.80F, 1.0F, 0.66F) + glm::vec3(0.002F, 0.006F, 0.012F);
  const glm::vec3 share = back / (look.attenuation + back);
  const glm::vec3 falls =
      daylight.sun * std::max(0.12F, daylight.to_sun.y) + daylight.from_sky * 1.1F;
  look.scatter = share * falls;
  look.slope = MeanSquareSlope(water.wind_mps);
  return look;
}

float MeanSquareSlope(double wind_mps) { return static_cast<float>(0.003 + 0.00512 * wind_mps); }

}  // namespace vr
