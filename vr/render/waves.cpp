// SPDX-License-Identifier: MIT
#include "vr/render/waves.h"

#include <algorithm>
#include <cmath>

#include "vr/core/water.h"
#include "vr/render/mesh.h"

namespace vr {
namespace {

constexpr double kFullTurn = 6.283185307179586;

/// Whole numbers of waves across a tile, so that it repeats.
struct Ripple {
  int x = 1, z = 0;
  float height = 0, phase = 0;
};

std::vector<Ripple> Ripples(int count, int least, int most, std::uint32_t seed) {
  std::vector<Ripple> ripples;
  for (std::uint32_t i = 0; ripples.size() < static_cast<std::size_t>(count); ++i) {
    const float size = Hash(seed + i * 5 + 1);
    const float number = static_cast<float>(least) *
                         std::pow(static_cast<float>(most) / static_cast<float>(least), size);
    const float angle = (Hash(seed + i * 5 + 2) - 0.5F) * 2.6F;  // they follow the wind, loosely
    Ripple ripple;
    ripple.x = static_cast<int>(std::lround(number * std::cos(angle)));
    ripple.z = static_cast<int>(std::lround(number * std::sin(angle)));
    if (ripple.x == 0 && ripple.z == 0) continue;
    const double length = std::hypot(ripple.x, ripple.z);
    ripple.height = static_cast<float>(std::pow(length, -1.45));
    ripple.phase = Hash(seed + i * 5 + 3) * static_cast<float>(kFullTurn);
    ripples.push_back(ripple);
  }
  return ripples;
}

/// Adds slopes of all ripples; sines by table, as all arguments are whole parts of a turn.
std::vector<float> Slopes(const std::vector<Ripple>& ripples, int side) {
  std::vector<float> slopes(static_cast<std::size_t>(side) * static_cast<std::size_t>(side) * 2);
  for (const Ripple& ripple : ripples) {
    std::size_t i = 0;
    std::vector<float> wave(static_cast<std::size_t>(side));
    for (int n = 0; n < side; ++n) {
      wave[static_cast<std::size_t>(n)] = std::cos(
          static_cast<float>(kFullTurn) * static_cast<float>(n) / static_cast<float>(side) +
          ripple.phase);
    }
    for (int z = 0; z < side; ++z) {
      for (int x = 0; x < side; ++x) {
        const int turn = ((ripple.x * x + ripple.z * z) % side + side) % side;
        const float c = wave[static_cast<std::size_t>(turn)] * ripple.height;
        slopes[i++] += c * static_cast<float>(ripple.x);
        slopes[i++] += c * static_cast<float>(ripple.z);
      }
    }
  }
  double square = 0;
  for (const float slope : slopes)
    square += static_cast<double>(slope) * static_cast<double>(slope);
  const auto scale = static_cast<float>(
      1 / std::sqrt(square / (static_cast<double>(side) * static_cast<double>(side))));
  for (float& slope : slopes) slope *= scale;
  return slopes;
}

}  // namespace

Waves WavesOf(const content::Water& water) {
  const auto wind = static_cast<float>(std::clamp(water.wind_mps, 0.0, 8.0));
  struct Shape {
    float length, share, angle;
  };
  constexpr Shape kShapes[kWaves] = {
      {3.1F, 1, 0.35F}, {1.9F, 0.6F, -0.5F}, {1.13F, 0.36F, 1.1F}, {0.71F, 0.22F, -1.3F}};
  Waves waves;
  for (std::size_t i = 0; i < waves.size(); ++i) {
    const Shape& shape = kShapes[i];
    Wave& wave = waves[i];
    wave.way = {std::cos(shape.angle), std::sin(shape.angle)};
    wave.length_m = shape.length;
    wave.height_m = (0.003F + 0.0034F * wind) * shape.share;
    const double k = kFullTurn / static_cast<double>(wave.length_m);
    wave.speed = kFullTurn / WavePeriod(static_cast<double>(wave.length_m)) +
                 k * static_cast<double>(wave.way.x) * water.current_mps;
  }
  return waves;
}

double PhaseAt(const Wave& wave, double seconds) {
  return std::fmod(wave.speed * seconds, kFullTurn);
}

float HeightAt(const Waves& waves, glm::vec2 at, double seconds) {
  float height = 0;
  for (const Wave& wave : waves) {
    const float k = static_cast<float>(kFullTurn) / wave.length_m;
    height += wave.height_m * std::cos(k * (wave.way.x * at.x + wave.way.y * at.y) -
                                       static_cast<float>(PhaseAt(wave, seconds)));
  }
  return height;
}

std::vector<float> RippleSlopes() { return Slopes(Ripples(56, 2, 34, 11), kRippleSide); }

std::vector<float> CausticLight(int side) {
  const std::vector<float> slopes = Slopes(Ripples(22, 1, 6, 97), side);
  const auto count = static_cast<std::size_t>(side) * static_cast<std::size_t>(side);
  std::vector<float> light(count, 0.0F);
  const float reach = 0.034F * static_cast<float>(side);  // where the brightest lines meet
  constexpr int kRays = 2;                                // along each side of a cell
  const auto wrap = [side](int n) { return static_cast<std::size_t>(((n % side) + side) % side); };
  for (int z = 0; z < side * kRays; ++z) {
    for (int x = 0; x < side * kRays; ++x) {
      const std::size_t cell =
          (wrap(z / kRays) * static_cast<std::size_t>(side) + wrap(x / kRays)) * 2;
      const float to_x = (static_cast<float>(x) + 0.5F) / kRays - slopes[cell] * reach;
      const float to_z = (static_cast<float>(z) + 0.5F) / kRays - slopes[cell + 1] * reach;
      const float low_x = std::floor(to_x), low_z = std::floor(to_z);
      const float in_x = to_x - low_x, in_z = to_z - low_z;
      for (int k = 0; k < 4; ++k) {
        const float share = ((k & 1) != 0 ? in_x : 1 - in_x) * ((k & 2) != 0 ? in_z : 1 - in_z);
        const std::size_t at =
            wrap(static_cast<int>(low_z) + (k >> 1)) * static_cast<std::size_t>(side) +
            wrap(static_cast<int>(low_x) + (k & 1));
        light[at] += share / (kRays * kRays);
      }
    }
  }
  return light;
}

namespace {

/// Soft noise that repeats after `side` points, -1 to 1.
float SoftNoise(int x, int y, int side) {
  float sum = 0, size = 0.5F;
  for (int octave = 0, cells = 4; octave < 6; ++octave, cells *= 2, size *= 0.52F) {
    // Wrapped by hand: corners are taken modulo the number of cells.
    const float u = static_cast<float>(x * cells) / static_cast<float>(side);
    const float v = static_cast<float>(y * cells) / static_cast<float>(side);
    const int i = static_cast<int>(u), j = static_cast<int>(v);
    float a = u - static_cast<float>(i), b = v - static_cast<float>(j);
    a = a * a * (3 - 2 * a);
    b = b * b * (3 - 2 * b);
    const auto corner = [&](int dx, int dy) {
      const auto n =
          static_cast<std::uint32_t>((i + dx) % cells + (j + dy) % cells * cells + octave * 7919);
      return Hash(n * 2654435761U + 17) * 2 - 1;
    };
    const float low = corner(0, 0) * (1 - a) + corner(1, 0) * a;
    const float high = corner(0, 1) * (1 - a) + corner(1, 1) * a;
    sum += size * (low * (1 - b) + high * b);
  }
  return sum;
}

/// Many short strokes across each other, about 0 on the whole.
std::vector<float> Strokes(int side) {
  std::vector<float> tile(static_cast<std::size_t>(side) * static_cast<std::size_t>(side), 0.0F);
  for (std::uint32_t n = 0; n < 7000; ++n) {
    float x = Hash(n * 6 + 1) * static_cast<float>(side),
          y = Hash(n * 6 + 2) * static_cast<float>(side);
    const float angle = 1.57F + (Hash(n * 6 + 3) - 0.5F) * 2.4F;
    const float length = 6 + 18 * Hash(n * 6 + 4);
    const float tone = Hash(n * 6 + 5) * 2 - 1;
    for (float t = 0; t < length; ++t) {
      const int i = static_cast<int>(x) & (side - 1), j = static_cast<int>(y) & (side - 1);
      float& cell = tile[static_cast<std::size_t>(j * side + i)];
      cell += (tone - cell) * 0.75F * (1 - t / length);
      x += std::cos(angle) + static_cast<float>(side);
      y += std::sin(angle) + static_cast<float>(side);
    }
  }
  return tile;
}

}  // namespace

std::vector<std::uint8_t> NoiseTile(int side) {
  const auto byte = [](float x) {
    return static_cast<std::uint8_t>(std::clamp(x * 0.5F + 0.5F, 0.0F, 1.0F) * 255);
  };
  const std::vector<float> strokes = Strokes(side);
  std::vector<std::uint8_t> tile;
  tile.reserve(strokes.size() * 2);
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      tile.push_back(byte(SoftNoise(x, y, side) * 1.5F));
      tile.push_back(byte(strokes[static_cast<std::size_t>(y * side + x)]));
    }
  }
  return tile;
}

}  // namespace vr
