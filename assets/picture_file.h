// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace assets {

/// Writes 8-bit RGB, rows from the top, as PNG, or as JPEG where the name ends in .jpg. False when
/// it can't be written.
[[nodiscard]] bool WritePicture(const std::string& file, int width, int height,
                                const std::vector<std::uint8_t>& rgb);

/// The pixels of the framebuffer that is bound for reading, as WritePicture takes them.
[[nodiscard]] std::vector<std::uint8_t> ReadFramebuffer(int width, int height);

}  // namespace assets
