// SPDX-License-Identifier: MIT
#include "assets/picture_file.h"

#include <epoxy/gl.h>

#include <cstddef>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#pragma GCC diagnostic ignored "-Wunused-function"
#define STB_IMAGE_WRITE_STATIC
#ifdef __clang_analyzer__  // only the declarations: it would report stb's own code
#pragma GCC diagnostic ignored "-Wundefined-internal"
#else
#define STB_IMAGE_WRITE_IMPLEMENTATION
#endif
#include <stb/stb_image_write.h>
#pragma GCC diagnostic pop

namespace assets {

bool WritePicture(const std::string& file, int width, int height,
                  const std::vector<std::uint8_t>& rgb) {
  if (file.ends_with(".jpg")) {
    return stbi_write_jpg(file.c_str(), width, height, 3, rgb.data(), 88) != 0;
  }
  return stbi_write_png(file.c_str(), width, height, 3, rgb.data(), width * 3) != 0;
}

std::vector<std::uint8_t> ReadFramebuffer(int width, int height) {
  const std::size_t row = static_cast<std::size_t>(width) * 4;
  std::vector<std::uint8_t> rgba(row * static_cast<std::size_t>(height));  // ES reads no RGB
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, rgba.data());
  std::vector<std::uint8_t> rgb;
  rgb.reserve(rgba.size() / 4 * 3);
  for (int y = height - 1; y >= 0; --y) {
    const std::uint8_t* from = rgba.data() + static_cast<std::size_t>(y) * row;
    for (int x = 0; x < width; ++x, from += 4) rgb.insert(rgb.end(), from, from + 3);
  }
  return rgb;
}

}  // namespace assets
