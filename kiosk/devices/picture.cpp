// SPDX-License-Identifier: MIT
#include "kiosk/devices/picture.h"

#include <algorithm>
#include <array>
#include <memory>

#include "content/limits.h"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wcast-align"
#pragma GCC diagnostic ignored "-Wunused-but-set-variable"
#define STB_IMAGE_STATIC
#define STB_IMAGE_IMPLEMENTATION
#define STBI_ONLY_PNG
#define STBI_ONLY_JPEG
#define STBI_NO_STDIO
#define STBI_NO_FAILURE_STRINGS
#include <stb/stb_image.h>
#pragma GCC diagnostic pop

namespace kiosk {
namespace {

struct Freer {
  void operator()(unsigned char* pixels) const { stbi_image_free(pixels); }
};

const unsigned char* Start(const std::string& bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

int Length(const std::string& bytes) {
  return static_cast<int>(std::min<std::size_t>(bytes.size(), content::limits::kImageBytes));
}

/// One pixel for four. What is transparent lends no colour: its black would show as a dark rim.
void Mean(const std::array<const std::uint8_t*, 4>& from, int channels, std::uint8_t* to) {
  std::array<unsigned, 4> weight = {1, 1, 1, 1};
  unsigned all = 4;
  if (channels == 4) {
    const auto alpha = static_cast<unsigned>(from[0][3] + from[1][3] + from[2][3] + from[3][3]);
    to[3] = static_cast<std::uint8_t>((alpha + 2) / 4);
    if (alpha > 0 && alpha < 4 * 255) {
      for (std::size_t k = 0; k < 4; ++k) weight[k] = from[k][3];
      all = alpha;
    }
  }
  for (int c = 0; c < std::min(channels, 3); ++c) {
    unsigned sum = all / 2;
    for (std::size_t k = 0; k < 4; ++k) sum += weight[k] * from[k][c];
    to[c] = static_cast<std::uint8_t>(sum / all);
  }
}

std::vector<std::uint8_t> Halve(const std::vector<std::uint8_t>& from, int width, int height,
                                int channels) {
  const int half_width = std::max(1, width / 2), half_height = std::max(1, height / 2);
  std::vector<std::uint8_t> to(static_cast<std::size_t>(half_width) *
                               static_cast<std::size_t>(half_height * channels));
  const int right = width > 1 ? channels : 0, below = height > 1 ? width * channels : 0;
  std::uint8_t* out = to.data();
  for (int y = 0; y < half_height; ++y) {
    for (int x = 0; x < half_width; ++x, out += channels) {
      const std::uint8_t* corner = from.data() + (2 * y * width + 2 * x) * channels;
      Mean({corner, corner + right, corner + below, corner + right + below}, channels, out);
    }
  }
  return to;
}

/// Transparent pixels take the colour of what surrounds them, from the next smaller level: a filter
/// that mixes them with an edge then keeps the edge's colour.
void SpreadColours(PixelLevels& picture) {
  for (std::size_t l = picture.levels.size() - 1; l-- > 0;) {
    const int width = std::max(1, picture.width >> l), height = std::max(1, picture.height >> l);
    const int half_width = std::max(1, width / 2), half_height = std::max(1, height / 2);
    std::uint8_t* pixel = picture.levels[l].data();
    for (int y = 0; y < height; ++y) {
      const int row = std::min(y / 2, half_height - 1) * half_width;
      for (int x = 0; x < width; ++x, pixel += 4) {
        if (pixel[3] != 0) continue;
        const int above = (row + std::min(x / 2, half_width - 1)) * 4;
        std::copy_n(picture.levels[l + 1].data() + above, 3, pixel);
      }
    }
  }
}

}  // namespace

std::optional<PictureSize> ReadPictureSize(const std::string& bytes) {
  PictureSize size;
  int channels = 0;
  if (stbi_info_from_memory(Start(bytes), Length(bytes), &size.width, &size.height, &channels) ==
      0) {
    return std::nullopt;
  }
  if (size.width <= 0 || size.height <= 0) return std::nullopt;
  const auto pixels =
      static_cast<std::uint64_t>(size.width) * static_cast<std::uint64_t>(size.height);
  if (pixels > content::limits::kImagePixels) return std::nullopt;
  return size;
}

std::optional<PixelLevels> DecodePicture(const std::string& bytes, bool mask) {
  if (!ReadPictureSize(bytes)) return std::nullopt;
  PixelLevels picture;
  int channels = 0;
  const std::unique_ptr<unsigned char, Freer> pixels(stbi_load_from_memory(
      Start(bytes), Length(bytes), &picture.width, &picture.height, &channels, 4));
  if (pixels == nullptr) return std::nullopt;
  const std::size_t count =
      static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height);
  if (mask) {
    picture.channels = 1;
    picture.levels.emplace_back(count);
    for (std::size_t i = 0; i < count; ++i) picture.levels[0][i] = pixels.get()[i * 4 + 3];
  } else {
    picture.levels.emplace_back(pixels.get(), pixels.get() + count * 4);
  }
  AddSmallerLevels(picture);
  return picture;
}

void AddSmallerLevels(PixelLevels& picture) {
  int width = picture.width, height = picture.height;
  while (width > 1 || height > 1) {
    picture.levels.push_back(Halve(picture.levels.back(), width, height, picture.channels));
    width = std::max(1, width / 2);
    height = std::max(1, height / 2);
  }
  if (picture.channels == 4) SpreadColours(picture);
}

}  // namespace kiosk
