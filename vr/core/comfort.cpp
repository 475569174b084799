// SPDX-License-Identifier: MIT
#include "vr/core/comfort.h"

#include <cmath>

#include "content/scenario_stage.h"

namespace vr {
namespace {

// Scenes hold floats: at 100 m their last bit is 8 um, at 90 frames a second 0.7 mm/s and 60 mm/s^2
// each. What the eyes could notice is far above.
constexpr double kSpeedNoise = 0.003;
constexpr double kAccelerationNoise = 0.3;

bool IsHidden(const Scene& scene) { return scene.dark >= 1 || scene.calm >= 1; }

}  // namespace

Vec MovedEyes(const content::View& view, const content::Move& move, double seconds) {
  const Vec from = ToVec(view.eye);
  return from + (ToVec(move.to) - from) * content::MoveShare(seconds / move.seconds);
}

double LiftFor(const content::View& view, double eye_y) {
  if (view.eye.y >= 0) return eye_y < kClearOfWater ? kClearOfWater - eye_y : 0;
  return eye_y > -kClearOfWater ? -kClearOfWater - eye_y : 0;
}

std::string FindDiscomfort(const content::Comfort& limits, const Scene& before, const Scene& after,
                           double seconds, EyeMotion& motion) {
  const glm::quat& turn = after.world_from_space.orientation;
  if (turn.x != 0 || turn.z != 0) return "the horizon tilts";
  if (IsHidden(before) || IsHidden(after) || seconds <= 0) {
    motion = {};
    return {};
  }
  if (!(turn == before.world_from_space.orientation)) return "the eyes are turned";
  const Vec way = ToVec(after.world_from_space.position) - ToVec(before.world_from_space.position);
  const Vec velocity = way / seconds;
  const double change = motion.known ? Length(velocity - motion.velocity) / seconds : 0;
  motion = {velocity, true};
  if (Length(velocity) > limits.speed_mps + kSpeedNoise) {
    return "the eyes move at " + std::to_string(Length(velocity)) + " m/s";
  }
  if (change > limits.acceleration_mps2 + kAccelerationNoise) {
    return "the eyes are pushed by " + std::to_string(change) + " m/s^2";
  }
  return {};
}

}  // namespace vr
