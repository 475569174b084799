// SPDX-License-Identifier: MIT
#include "vr/guide/mirror.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace vr {
namespace {

constexpr float kSteadyMargin = 0.82F;  // of the picture is shown; the rest is room to be steady in

/// Half width and half height of what is shown, as tangents.
glm::vec2 ShownTangents(const MirrorPicture& picture, float aspect) {
  const float wide = std::min(picture.tan_left, picture.tan_right) * kSteadyMargin;
  const float high = std::min(picture.tan_up, picture.tan_down) * kSteadyMargin;
  return wide / high > aspect ? glm::vec2{high * aspect, high} : glm::vec2{wide, wide / aspect};
}

glm::vec2 Clamp01(glm::vec2 at) {
  return {std::clamp(at.x, 0.0F, 1.0F), std::clamp(at.y, 0.0F, 1.0F)};
}

/// `from` turned towards `to`: by `share` of the way, and in any case to within the most.
glm::quat Follow(const glm::quat& from, const glm::quat& to, float share) {
  const float cosine = std::min(1.0F, std::abs(glm::dot(from, to)));
  const float apart = 2 * std::acos(cosine) * (1 - share);
  if (apart > kSteadyMostRadians) share = 1 - (1 - share) * kSteadyMostRadians / apart;
  return glm::normalize(glm::slerp(from, to, share));
}

}  // namespace

MirrorPicture ViewOf(const Pose& eye, float left, float right, float up, float down,
                     const Scene& scene) {
  MirrorPicture view;
  view.head = eye.orientation;
  view.tan_left = std::tan(-left);
  view.tan_right = std::tan(right);
  view.tan_up = std::tan(up);
  view.tan_down = std::tan(-down);
  if (scene.gaze) {
    const glm::quat world_from_eye = scene.world_from_space.orientation * eye.orientation;
    view.gaze = PlaceOf(glm::conjugate(world_from_eye) * (*scene.gaze - scene.eye), view);
  }
  return view;
}

std::optional<glm::vec2> PlaceOf(const glm::vec3& direction, const MirrorPicture& picture) {
  if (direction.z >= -1e-4F) return std::nullopt;
  const float right = direction.x / -direction.z, up = direction.y / -direction.z;
  return glm::vec2{(right + picture.tan_left) / (picture.tan_left + picture.tan_right),
                   (up + picture.tan_down) / (picture.tan_down + picture.tan_up)};
}

MirrorSlot::~MirrorSlot() {
  delete newest_.exchange(nullptr);
  delete spare_.exchange(nullptr);
}

std::unique_ptr<MirrorPicture> MirrorSlot::Lend() {
  std::unique_ptr<MirrorPicture> picture(spare_.exchange(nullptr));
  return picture ? std::move(picture) : std::make_unique<MirrorPicture>();
}

void MirrorSlot::Give(std::unique_ptr<MirrorPicture> picture) {
  Return(std::unique_ptr<MirrorPicture>(newest_.exchange(picture.release())));
}

std::unique_ptr<MirrorPicture> MirrorSlot::Take() {
  return std::unique_ptr<MirrorPicture>(newest_.exchange(nullptr));
}

void MirrorSlot::Return(std::unique_ptr<MirrorPicture> picture) {
  if (picture) delete spare_.exchange(picture.release());
}

glm::vec2 MirrorCut::Inside(glm::vec2 place) const {
  const glm::vec2 across = corners[1] - corners[0], down = corners[3] - corners[0];
  const glm::vec2 to = place - corners[0];
  const float area = across.x * down.y - across.y * down.x;
  if (std::abs(area) < 1e-6F) return {0.5F, 0.5F};
  return {(to.x * down.y - to.y * down.x) / area, (across.x * to.y - across.y * to.x) / area};
}

MirrorCut StepSteady(const MirrorPicture& picture, float aspect, double seconds, Steady& steady) {
  if (!steady.begun) {
    steady.begun = true;
    steady.shown = picture.head;
  }
  const double share = 1 - std::exp(-std::max(0.0, seconds) / kSteadySeconds);
  steady.shown = Follow(steady.shown, picture.head, static_cast<float>(share));
  const glm::vec2 shown = ShownTangents(picture, aspect);
  const glm::quat turn = glm::conjugate(picture.head) * steady.shown;
  MirrorCut cut;
  const std::array<glm::vec2, 4> signs{glm::vec2{-1, 1}, {1, 1}, {1, -1}, {-1, -1}};
  for (std::size_t i = 0; i < signs.size(); ++i) {
    const glm::vec3 ray = turn * glm::vec3{signs[i].x * shown.x, signs[i].y * shown.y, -1};
    cut.corners[i] = Clamp01(PlaceOf(ray, picture).value_or(glm::vec2{0.5F, 0.5F}));
  }
  return cut;
}

}  // namespace vr
