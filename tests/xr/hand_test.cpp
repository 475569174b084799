// SPDX-License-Identifier: MIT
#include "vr/xr/hand.h"

#include <glm/geometric.hpp>

#include "tests/vr/approx.h"

namespace {

vr::xr::HandShape Tips(float apart) { return {{0, 0, 0}, {apart, 0, 0}, {0, 0, 0}}; }

}  // namespace

TEST_CASE("a pinch closes when the tips meet and opens only when they are well apart") {
  CHECK(vr::xr::IsPinched(Tips(0.01F), false));
  CHECK_FALSE(vr::xr::IsPinched(Tips(0.025F), false));
  CHECK(vr::xr::IsPinched(Tips(0.025F), true));
  CHECK_FALSE(vr::xr::IsPinched(Tips(0.04F), true));
}

TEST_CASE("a bare hand points from the shoulder through the root of its index finger") {
  const vr::Pose head{{0, 1.2F, 0}, {1, 0, 0, 0}};
  vr::xr::HandShape hand;
  hand.index_root = {0.15F, 1.0F, -0.5F};  // level with the right shoulder, straight ahead
  const vr::Pose aim = vr::xr::AimOf(hand, head, 1);
  CHECK(aim.position == hand.index_root);
  const glm::vec3 ahead = aim.orientation * glm::vec3{0, 0, -1};
  CHECK(glm::distance(ahead, glm::vec3{0, 0, -1}) < 1e-4F);
  const glm::vec3 up = aim.orientation * glm::vec3{0, 1, 0};
  CHECK(glm::distance(up, glm::vec3{0, 1, 0}) < 1e-4F);
}

TEST_CASE("a hand straight above the shoulder, or in it, points somewhere all the same") {
  const vr::Pose head{{0, 1.2F, 0}, {1, 0, 0, 0}};
  for (const glm::vec3 at : {glm::vec3{0.15F, 1.6F, 0}, glm::vec3{0.15F, 1.0F, 0}}) {
    vr::xr::HandShape hand;
    hand.index_root = at;
    const vr::Pose aim = vr::xr::AimOf(hand, head, 1);
    CHECK(glm::length(aim.orientation) == Approx(1).margin(1e-4));
  }
}
