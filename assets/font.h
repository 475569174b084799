// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "content/result.h"

namespace assets {

enum class Weight { kRegular, kBold };

/// A glyph as coverage, one byte a pixel, rows from the top.
struct GlyphBitmap {
  int width = 0, height = 0;
  int left = 0;  ///< From the pen to the first column, pixels.
  int top = 0;   ///< From the baseline up to the first row, pixels.
  std::vector<std::uint8_t> coverage;
};

/// How wide a glyph is, in em.
struct GlyphMetrics {
  float advance = 0;
  float left = 0;   ///< Left edge of the ink.
  float right = 0;  ///< Right edge of the ink.
};

/// Noto Sans CJK in two weights, the face for Simplified Chinese. FreeType maps the files, so that
/// only the pages of glyphs in use cost memory. Not for use by two threads at once.
class Font {
 public:
  /// Looks for the files where Debian's fonts-noto-cjk puts them, or in `folder` when not empty.
  [[nodiscard]] static content::Result<Font> Open(const std::filesystem::path& folder = {});

  Font(Font&&) noexcept;
  Font& operator=(Font&&) noexcept;
  ~Font();

  [[nodiscard]] bool Has(char32_t codepoint) const;
  [[nodiscard]] const GlyphMetrics& Metrics(Weight weight, char32_t codepoint) const;
  [[nodiscard]] GlyphBitmap Rasterise(Weight weight, char32_t codepoint, int pixels) const;

 private:
  struct Faces;
  explicit Font(std::unique_ptr<Faces> faces);
  std::unique_ptr<Faces> faces_;
};

}  // namespace assets
