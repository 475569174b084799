// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <set>
#include <string>

#include "content/result.h"

namespace tool {

/// Asks a font which characters it can draw.
class Glyphs {
 public:
  /// `font` empty: Noto Sans CJK SC where Debian's fonts-noto-cjk puts it.
  /// Errors: font.missing.
  [[nodiscard]] static content::Result<Glyphs> Open(std::filesystem::path font);

  /// The first character of UTF-8 `text` that the font lacks; empty when there is none.
  [[nodiscard]] std::string FindMissing(const std::string& text);

 private:
  struct Font;
  struct CloseFont {
    void operator()(Font* font) const;
  };
  explicit Glyphs(std::unique_ptr<Font, CloseFont> font) : font_(std::move(font)) {}
  std::unique_ptr<Font, CloseFont> font_;
  std::set<char32_t> known_;
};

}  // namespace tool
