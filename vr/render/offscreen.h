// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

#include "content/result.h"
#include "vr/render/renderer.h"

namespace vr {

/// 8-bit sRGB, rows from the top.
struct Picture {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgb;
  /// x from the left, y from the top; 0 to 255.
  [[nodiscard]] const std::uint8_t* At(int x, int y) const;
};

/// OpenGL without a window or an X server: for pictures and tests. One at a time.
class Offscreen {
 public:
  enum class Api { kOpenGl45, kOpenGlEs32 };
  [[nodiscard]] static content::Result<std::unique_ptr<Offscreen>> Open(Api api = Api::kOpenGl45);
  ~Offscreen();

  /// Draws one view of width x height pixels and reads it back. `eye` needs lens and pose only.
  [[nodiscard]] Picture Take(Renderer& renderer, const Scene& scene, Eye eye,
                             content::Language language, int width, int height);

 private:
  struct Parts;
  explicit Offscreen(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

/// PNG, or JPEG where the name ends in .jpg.
[[nodiscard]] content::Result<void> SavePicture(const Picture& picture,
                                                const std::filesystem::path& file);

}  // namespace vr
