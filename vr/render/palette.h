// SPDX-License-Identifier: MIT
#pragma once

#include <glm/vec3.hpp>
#include <glm/vec4.hpp>

#include "content/scenario.h"

namespace vr {

/// The light of a place: linear, relative; 1 is about a white wall in the evening sun.
struct Daylight {
  glm::vec3 to_sun{0, 1, 0};
  glm::vec3 sun{1};                       ///< Light that falls on a surface turned to it.
  glm::vec3 zenith{0};                    ///< Radiance straight up,
  glm::vec3 horizon{0};                   ///< at the horizon away from the sun,
  glm::vec3 glow{0};                      ///< and what is added to it below the sun.
  glm::vec3 from_sky{0}, from_ground{0};  ///< What falls on surfaces that look up and down.
  float haze = 0;                         ///< 1/m
  float cloud = 0;                        ///< Share of the sky.
};

/// How the water of a place takes and scatters light.
struct WaterLook {
  glm::vec3 attenuation{0};  ///< 1/m, from ColourOf in vr/core/water.h.
  glm::vec3 scatter{0};      ///< Radiance that deep water sends back up, under this daylight.
  float slope = 0.01F;       ///< Mean square slope of the surface: Cox and Munk 1954.
};

[[nodiscard]] Daylight DaylightOf(const content::Light& light);
[[nodiscard]] WaterLook WaterLookOf(const content::Water& water, const Daylight& daylight);

/// Mean square slope of a water surface under wind, both directions together: Cox and Munk,
/// J. Opt. Soc. Am. 44 (1954): 0.003 + 0.00512 U.
[[nodiscard]] float MeanSquareSlope(double wind_mps);

}  // namespace vr
