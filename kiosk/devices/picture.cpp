// SPDX-License-Identifier: MIT
#include "kiosk/devices/picture.h"

#include <algorithm>
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

std::vector<std::uint8_t> Halve(const std::vector<std::uint8_t>& from, int width, int height,
                                int channels) {
  const int half_width = std::max(1, width / 2), half_height = std::max(1, height / 2);
  std::vector<std::uint8_t> to(static_cast<std::size_t>(half_width) *
                               static_cast<std::size_t>(half_height * channels));
  const int right = width > 1 ? channels : 0, below = height > 1 ? width * channels : 0;
  std::size_t out = 0;
  for (int y = 0; y < half_height; ++y) {
    for (int x = 0; x < half_width; ++x) {
      const int corner = (2 * y * width + 2 * x) * channels;
      for (int c = corner; c < corner + channels; ++c) {
        const auto at = [&](int offset) { return from[static_cast<std::size_t>(c + offset)]; };
        to[out++] =
            static_cast<std::uint8_t>((at(0) + at(right) + at(below) + at(right + below) + 2) / 4);
      }
    }
  }
  return to;
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
}

}  // namespace kiosk
