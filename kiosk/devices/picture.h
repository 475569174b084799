// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kiosk {

/// A decoded picture, ready for the GPU: level 0 is the picture, each further one half as large (at
/// least one pixel), down to 1 x 1. Rows from the top, `channels` bytes a pixel without padding.
struct PixelLevels {
  int width = 0, height = 0;
  int channels = 4;  ///< 4: RGBA; 1: coverage of a mask.
  std::vector<std::vector<std::uint8_t>> levels;
};

struct PictureSize {
  int width = 0, height = 0;
};

/// What the header of a PNG or JPEG claims; nothing is decoded. Empty when it is neither, or larger
/// than content::limits allow.
[[nodiscard]] std::optional<PictureSize> ReadPictureSize(const std::string& bytes);

/// Decodes a PNG or JPEG within content::limits. `mask`: only its alpha. May run in any thread.
[[nodiscard]] std::optional<PixelLevels> DecodePicture(const std::string& bytes, bool mask);

/// Adds the smaller levels to `picture.levels`, which holds the first. Each pixel is the mean of
/// the (up to) four above it; of their colours, as far as they are not transparent. Transparent
/// pixels then take the colour beside them, so that no filter draws a dark rim around a picture. On
/// the processor: drawing the levels by OpenGL in software costs 40 ms for the first picture alone.
void AddSmallerLevels(PixelLevels& picture);

}  // namespace kiosk
