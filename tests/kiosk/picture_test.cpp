// SPDX-License-Identifier: MIT
#include "kiosk/devices/picture.h"

#include <fstream>
#include <iterator>

#include "tests/support/catch.h"

using namespace kiosk;

namespace {

std::string ShippedPicture() {
  std::ifstream in(SOURCE_ROOT "/content/packs/anti-fraud/media/cards.png", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

TEST_CASE("A picture's levels halve down to one pixel, odd sides included") {
  PixelLevels picture{5, 3, 1, {{10, 20, 30, 40, 50, 10, 20, 30, 40, 50, 9, 9, 9, 9, 9}}};
  AddSmallerLevels(picture);
  REQUIRE(picture.levels.size() == 3);
  CHECK(picture.levels[1] == std::vector<std::uint8_t>{15, 35});  // 2 x 1
  CHECK(picture.levels[2] == std::vector<std::uint8_t>{25});
}

TEST_CASE("A picture keeps its mean colour on every level") {
  PixelLevels picture{64, 64, 4, {std::vector<std::uint8_t>(64 * 64 * 4, 77)}};
  AddSmallerLevels(picture);
  REQUIRE(picture.levels.size() == 7);
  for (const auto& level : picture.levels) {
    CHECK(std::vector<std::uint8_t>(level.size(), 77) == level);
  }
}

TEST_CASE("A picture's edge keeps its colour beside what is transparent") {
  // The left three of eight columns are painted; the rest is what tools write there: black.
  PixelLevels picture{8, 8, 4, {{}}};
  for (int i = 0; i < 8 * 8; ++i) {
    const bool painted = i % 8 < 3;
    for (const int c : {200, 120, 40, 255}) {
      picture.levels[0].push_back(static_cast<std::uint8_t>(painted ? c : 0));
    }
  }
  AddSmallerLevels(picture);
  for (const auto& level : picture.levels) {
    for (std::size_t i = 0; i < level.size(); i += 4) {
      CHECK(std::vector<int>(level.begin() + static_cast<long>(i),
                             level.begin() + static_cast<long>(i) + 3) ==
            std::vector<int>{200, 120, 40});
    }
  }
  CHECK(picture.levels[1][7] == 128);  // half painted: x = 2 and 3
  CHECK(picture.levels[0][3 * 4 + 3] == 0);
}

TEST_CASE("A shipped picture's size is read from its header and held when it is decoded") {
  const std::string bytes = ShippedPicture();
  const auto size = ReadPictureSize(bytes);
  REQUIRE(size);
  const auto pixels = DecodePicture(bytes, false);
  REQUIRE(pixels);
  CHECK(pixels->width == size->width);
  CHECK(pixels->height == size->height);
  CHECK(pixels->levels[0].size() ==
        static_cast<std::size_t>(size->width) * static_cast<std::size_t>(size->height) * 4);
  CHECK(pixels->levels.back().size() == 4);
}

TEST_CASE("What is no picture, is cut short, or claims to be huge is not decoded") {
  std::string bytes = ShippedPicture();
  CHECK(!ReadPictureSize(""));
  CHECK(!DecodePicture("GIF89a", false));
  CHECK(!DecodePicture(bytes.substr(0, bytes.size() / 2), false));
  bytes[17] = '\x01';  // width: 65,536 and more
  bytes[21] = '\x01';  // height
  CHECK(!ReadPictureSize(bytes));
  CHECK(!DecodePicture(bytes, false));
}
