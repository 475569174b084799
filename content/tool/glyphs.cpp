// SPDX-License-Identifier: MIT
#include "content/tool/glyphs.h"

#include <ft2build.h>

#include <string_view>
#include <utility>
#include FT_FREETYPE_H

#include "content/unicode.h"

namespace tool {

struct Glyphs::Font {
  FT_Library library = nullptr;
  FT_Face face = nullptr;
};

void Glyphs::CloseFont::operator()(Font* font) const {
  if (font->face != nullptr) FT_Done_Face(font->face);
  if (font->library != nullptr) FT_Done_FreeType(font->library);
  delete font;
}

content::Result<Glyphs> Glyphs::Open(std::filesystem::path font) {
  if (font.empty()) font = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";
  std::unique_ptr<Font, CloseFont> open(new Font);
  const std::string name = font.string();
  bool good = FT_Init_FreeType(&open->library) == 0;
  // The collection holds a face a region; without a Simplified Chinese one the first will do.
  for (FT_Long index = 0; good; ++index) {
    FT_Face face = nullptr;
    if (FT_New_Face(open->library, name.c_str(), index, &face) != 0) break;
    const std::string_view family = face->family_name == nullptr ? "" : face->family_name;
    const bool wanted = family == "Noto Sans CJK SC";
    if (wanted || open->face == nullptr) {
      std::swap(open->face, face);
    }
    if (face != nullptr) FT_Done_Face(face);
    if (wanted || index + 1 >= open->face->num_faces) break;
  }
  good = good && open->face != nullptr;
  if (!good) {
    return tl::unexpected(content::Error{
        "font.missing",
        {"打不开字体", "the font cannot be opened"},
        name,
        {"安装fonts-noto-cjk，或用--font指定字体文件，或用--no-font跳过这项检查",
         "install fonts-noto-cjk, name a font with --font, or skip this check with --no-font"}});
  }
  return Glyphs(std::move(open));
}

std::string Glyphs::FindMissing(const std::string& text) {
  for (const char32_t c : content::DecodeUtf8(text)) {
    if (c == U'\n' || known_.contains(c)) continue;
    if (FT_Get_Char_Index(font_->face, c) == 0) {
      return content::EncodeUtf8(std::u32string_view(&c, 1));
    }
    known_.insert(c);
  }
  return {};
}

}  // namespace tool
