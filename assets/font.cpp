// SPDX-License-Identifier: MIT
#include "assets/font.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include <array>

namespace assets {
namespace {

constexpr std::array<const char*, 3> kFolders = {"/usr/share/fonts/opentype/noto",
                                                 "/usr/share/fonts/noto-cjk",
                                                 "/usr/share/fonts/truetype/noto"};
constexpr std::array<const char*, 2> kFiles = {"NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"};
constexpr const char* kFamily = "Noto Sans CJK SC";

std::size_t Index(Weight weight) { return weight == Weight::kRegular ? 0 : 1; }

content::Error MissingFont() {
  return {"font.missing",
          {"找不到字体 Noto Sans CJK SC。", "The font Noto Sans CJK SC was not found."},
          kFiles[0],
          {"请安装软件包 fonts-noto-cjk。", "Install the package fonts-noto-cjk."}};
}

}  // namespace

struct Font::Faces {
  FT_Library library = nullptr;
  std::array<FT_Face, 2> face{};
  mutable std::array<std::unordered_map<char32_t, GlyphMetrics>, 2> metrics;

  Faces() = default;
  Faces(const Faces&) = delete;
  Faces& operator=(const Faces&) = delete;
  ~Faces() {
    for (FT_Face one : face) {
      if (one != nullptr) FT_Done_Face(one);
    }
    if (library != nullptr) FT_Done_FreeType(library);
  }

  // A collection holds one face a region; the order is not promised, so the name decides.
  bool OpenFace(std::size_t index, const std::string& file) {
    FT_Long count = 1;
    for (FT_Long i = 0; i < count; ++i) {
      FT_Face candidate = nullptr;
      if (FT_New_Face(library, file.c_str(), i, &candidate) != 0) return false;
      count = candidate->num_faces;
      if (std::string(candidate->family_name) == kFamily) {
        face[index] = candidate;
        return true;
      }
      FT_Done_Face(candidate);
    }
    return false;
  }
};

Font::Font(std::unique_ptr<Faces> faces) : faces_(std::move(faces)) {}
Font::Font(Font&&) noexcept = default;
Font& Font::operator=(Font&&) noexcept = default;
Font::~Font() = default;

content::Result<Font> Font::Open(const std::filesystem::path& folder) {
  auto faces = std::make_unique<Faces>();
  if (FT_Init_FreeType(&faces->library) != 0) return tl::unexpected(MissingFont());
  std::vector<std::filesystem::path> folders;
  if (!folder.empty()) folders.push_back(folder);
  folders.insert(folders.end(), kFolders.begin(), kFolders.end());
  for (const auto& place : folders) {
    std::error_code ignored;
    if (!std::filesystem::exists(place / kFiles[0], ignored)) continue;
    if (faces->OpenFace(0, (place / kFiles[0]).string()) &&
        faces->OpenFace(1, (place / kFiles[1]).string())) {
      return Font(std::move(faces));
    }
  }
  return tl::unexpected(MissingFont());
}

bool Font::Has(char32_t codepoint) const {
  return FT_Get_Char_Index(faces_->face[0], codepoint) != 0;
}

const GlyphMetrics& Font::Metrics(Weight weight, char32_t codepoint) const {
  auto& known = faces_->metrics[Index(weight)];
  if (auto found = known.find(codepoint); found != known.end()) return found->second;
  FT_Face face = faces_->face[Index(weight)];
  GlyphMetrics metrics{1, 0, 1};
  if (FT_Load_Char(face, codepoint, FT_LOAD_NO_SCALE) == 0) {
    const float em = static_cast<float>(face->units_per_EM);
    const FT_Glyph_Metrics& m = face->glyph->metrics;
    metrics.advance = static_cast<float>(m.horiAdvance) / em;
    metrics.left = static_cast<float>(m.horiBearingX) / em;
    metrics.right = static_cast<float>(m.horiBearingX + m.width) / em;
  }
  return known.emplace(codepoint, metrics).first->second;
}

GlyphBitmap Font::Rasterise(Weight weight, char32_t codepoint, int pixels) const {
  FT_Face face = faces_->face[Index(weight)];
  GlyphBitmap bitmap;
  if (FT_Set_Pixel_Sizes(face, 0, static_cast<FT_UInt>(pixels)) != 0) return bitmap;
  if (FT_Load_Char(face, codepoint, FT_LOAD_NO_HINTING | FT_LOAD_RENDER) != 0) return bitmap;
  const FT_GlyphSlot slot = face->glyph;
  bitmap.width = static_cast<int>(slot->bitmap.width);
  bitmap.height = static_cast<int>(slot->bitmap.rows);
  bitmap.left = slot->bitmap_left;
  bitmap.top = slot->bitmap_top;
  bitmap.coverage.reserve(slot->bitmap.width * slot->bitmap.rows);
  for (unsigned row = 0; row < slot->bitmap.rows; ++row) {
    const unsigned char* from =
        slot->bitmap.buffer + static_cast<std::ptrdiff_t>(row) * slot->bitmap.pitch;
    bitmap.coverage.insert(bitmap.coverage.end(), from, from + slot->bitmap.width);
  }
  return bitmap;
}

}  // namespace assets
