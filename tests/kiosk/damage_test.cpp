// SPDX-License-Identifier: MIT
#include "kiosk/devices/damage.h"

#include <algorithm>
#include <random>

#include "tests/support/catch.h"

using namespace kiosk;

namespace {

constexpr int kWidth = 400, kHeight = 300;
const ImVec4 kWhole{0, 0, kWidth, kHeight};

ImTextureID Name(std::intptr_t name) { return reinterpret_cast<ImTextureID>(name); }

/// Adds a rectangle as two triangles.
void Put(Triangles& to, float x, float y, float w, float h, ImU32 color,
         ImTextureID texture = Name(1), ImVec4 clip = kWhole) {
  const auto corner = [&](float dx, float dy) {
    to.corners.push_back({{x + dx * w, y + dy * h}, {dx, dy}, color});
  };
  const std::size_t first = to.Count();
  for (const auto& [dx, dy] : {std::pair{0, 0}, {1, 0}, {1, 1}, {0, 0}, {1, 1}, {0, 1}}) {
    corner(static_cast<float>(dx), static_cast<float>(dy));
  }
  to.stretches.push_back({clip, texture, first, 2});
}

PixelRect Between(const Triangles& a, const Triangles& b, ImTextureID renewed = {}) {
  return Damage(a, b, renewed, kWidth, kHeight);
}

/// The picture as colours, one a pixel, painted in order.
std::vector<ImU32> Paint(const Triangles& triangles) {
  std::vector<ImU32> pixels(std::size_t{kWidth} * kHeight, 0);
  for (const Triangles::Stretch& s : triangles.stretches) {
    const ImVec2 from = triangles.corners[s.first * 3].pos;
    const ImVec2 until = triangles.corners[s.first * 3 + 2].pos;
    for (int y = 0; y < kHeight; ++y) {
      for (int x = 0; x < kWidth; ++x) {
        const float cx = static_cast<float>(x) + 0.5f, cy = static_cast<float>(y) + 0.5f;
        if (cx < std::max(from.x, s.clip.x) || cx >= std::min(until.x, s.clip.z)) continue;
        if (cy < std::max(from.y, s.clip.y) || cy >= std::min(until.y, s.clip.w)) continue;
        pixels[static_cast<std::size_t>(y * kWidth + x)] = triangles.corners[s.first * 3].col;
      }
    }
  }
  return pixels;
}

}  // namespace

TEST_CASE("The same triangles need no drawing") {
  Triangles one;
  Put(one, 10, 10, 50, 20, 1);
  CHECK(Between(one, one).Empty());
  CHECK(Between({}, {}).Empty());
}

TEST_CASE("A button that changes its colour costs its own place only") {
  Triangles before, after;
  for (Triangles* list : {&before, &after}) {
    Put(*list, 0, 0, kWidth, kHeight, 1);
    Put(*list, 40, 50, 100, 30, list == &before ? 2u : 3u);
    Put(*list, 200, 200, 50, 50, 4);
  }
  const PixelRect damage = Between(before, after);
  CHECK(damage.left == 39);
  CHECK(damage.top == 49);
  CHECK(damage.right == 141);
  CHECK(damage.bottom == 81);
}

TEST_CASE("What comes or goes in the middle of the list leaves the rest alone") {
  Triangles without, with;
  Put(without, 0, 0, kWidth, kHeight, 1);
  Put(with, 0, 0, kWidth, kHeight, 1);
  Put(with, 300, 10, 20, 20, 5);
  Put(without, 10, 250, 20, 20, 6);
  Put(with, 10, 250, 20, 20, 6);
  for (const PixelRect& damage : {Between(without, with), Between(with, without)}) {
    CHECK(damage.left == 299);
    CHECK(damage.bottom == 31);
  }
}

TEST_CASE("Damage ends where the clipping ends, and at the window's edge") {
  Triangles before, after;
  Put(after, -50, -50, 1000, 1000, 7, Name(1), {20, 30, 60, 70});
  const PixelRect clipped = Between(before, after);
  CHECK(clipped.left == 19);
  CHECK(clipped.bottom == 71);
  Triangles large;
  Put(large, -50, -50, 1000, 1000, 7, Name(1), {-50, -50, 1000, 1000});
  const PixelRect whole = Between(before, large);
  CHECK(whole.left == 0);
  CHECK(whole.right == kWidth);
  CHECK(whole.bottom == kHeight);
}

TEST_CASE("A film's new picture is drawn though its triangles are the same") {
  Triangles screen;
  Put(screen, 0, 0, kWidth, kHeight, 1);
  Put(screen, 100, 100, 160, 90, 2, Name(9));
  const PixelRect damage = Between(screen, screen, Name(9));
  CHECK(damage.left == 99);
  CHECK(damage.bottom == 191);
  CHECK(Between(screen, screen, Name(8)).Empty());
}

TEST_CASE("Outside the damage no pixel differs, whatever changed") {
  std::mt19937 random(7);
  const auto upto = [&](int n) { return static_cast<float>(random() % static_cast<unsigned>(n)); };
  const auto put = [&](Triangles& to) {
    const ImVec4 clip{upto(200), upto(150), 200 + upto(200), 150 + upto(150)};
    Put(to, upto(kWidth), upto(kHeight), upto(90), upto(90), static_cast<ImU32>(random()),
        Name(1 + static_cast<std::intptr_t>(random() % 3)), clip);
  };
  for (int round = 0; round < 60; ++round) {
    Triangles before, after;
    for (int i = 0; i < 12; ++i) {
      const auto state = random;
      if (random() % 4 != 0) put(before);
      if (random() % 5 != 0) random = state;  // mostly the same in both
      if (random() % 4 != 0) put(after);
    }
    const PixelRect damage = Between(before, after);
    const std::vector<ImU32> a = Paint(before), b = Paint(after);
    for (int y = 0; y < kHeight; ++y) {
      for (int x = 0; x < kWidth; ++x) {
        const auto at = static_cast<std::size_t>(y * kWidth + x);
        if (a[at] == b[at]) continue;
        const bool inside =
            x >= damage.left && x < damage.right && y >= damage.top && y < damage.bottom;
        if (!inside) FAIL("pixel " << x << "," << y << " in round " << round);
      }
    }
  }
}
