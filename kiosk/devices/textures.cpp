// SPDX-License-Identifier: MIT
#include "kiosk/devices/textures.h"

#include <epoxy/gl.h>

#include <cmath>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <memory>
#include <vector>

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

constexpr int kShadowSide = 128;

struct Freer {
  void operator()(unsigned char* pixels) const { stbi_image_free(pixels); }
};

std::string ReadAll(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

unsigned MakeTexture(int width, int height, GLenum format, GLint internal, const void* pixels) {
  unsigned name = 0;
  glGenTextures(1, &name);
  glBindTexture(GL_TEXTURE_2D, name);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glTexImage2D(GL_TEXTURE_2D, 0, internal, width, height, 0, format, GL_UNSIGNED_BYTE, pixels);
  glGenerateMipmap(GL_TEXTURE_2D);
  return name;
}

Texture MakeMask(int width, int height, const std::vector<std::uint8_t>& alpha) {
  Texture texture{MakeTexture(width, height, GL_RED, GL_R8, alpha.data()), width, height};
  const GLint swizzle[] = {GL_ONE, GL_ONE, GL_ONE, GL_RED};
  glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, swizzle);
  return texture;
}

// Checks the size that the header claims before anything is decoded.
std::unique_ptr<unsigned char, Freer> Decode(const std::string& bytes, int& width, int& height) {
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  const int size =
      static_cast<int>(std::min<std::size_t>(bytes.size(), content::limits::kImageBytes));
  int channels = 0;
  if (stbi_info_from_memory(data, size, &width, &height, &channels) == 0) return nullptr;
  const auto pixels = static_cast<std::uint64_t>(width) * static_cast<std::uint64_t>(height);
  if (width <= 0 || height <= 0 || pixels > content::limits::kImagePixels) return nullptr;
  return std::unique_ptr<unsigned char, Freer>(
      stbi_load_from_memory(data, size, &width, &height, &channels, 4));
}

Texture FromPng(const std::string& bytes) {
  int width = 0, height = 0;
  const auto pixels = Decode(bytes, width, height);
  if (pixels == nullptr) return {};
  return {MakeTexture(width, height, GL_RGBA, GL_RGBA8, pixels.get()), width, height};
}

Texture MaskFromPng(const std::string& bytes) {
  int width = 0, height = 0;
  const auto pixels = Decode(bytes, width, height);
  if (pixels == nullptr) return {};
  std::vector<std::uint8_t> alpha(static_cast<std::size_t>(width) *
                                  static_cast<std::size_t>(height));
  for (std::size_t i = 0; i < alpha.size(); ++i) alpha[i] = pixels.get()[i * 4 + 3];
  return MakeMask(width, height, alpha);
}

// A square whose edge falls off like a soft light: Ui::Shadow cuts it into nine.
Texture MakeShadow() {
  std::vector<std::uint8_t> alpha(static_cast<std::size_t>(kShadowSide) * kShadowSide);
  const float half = kShadowSide / 2.0f, inner = 10;
  const float reach = half - inner;
  for (int y = 0; y < kShadowSide; ++y) {
    for (int x = 0; x < kShadowSide; ++x) {
      const float dx = std::max(0.0f, std::abs(static_cast<float>(x) + 0.5f - half) - inner);
      const float dy = std::max(0.0f, std::abs(static_cast<float>(y) + 0.5f - half) - inner);
      const float far = std::min(1.0f, std::hypot(dx, dy) / reach);
      const float value = (1 - far) * (1 - far) * (1 + 2 * far);
      alpha[static_cast<std::size_t>(y * kShadowSide + x)] = static_cast<std::uint8_t>(value * 255);
    }
  }
  return MakeMask(kShadowSide, kShadowSide, alpha);
}

void Delete(std::map<std::string, Texture, std::less<>>& textures) {
  for (auto& [name, texture] : textures) {
    if (texture.name != 0) glDeleteTextures(1, &texture.name);
  }
  textures.clear();
}

}  // namespace

Textures::~Textures() {
  Delete(icons_);
  Delete(pictures_);
  Delete(packs_);
}

Texture Textures::Icon(std::string_view name) {
  if (const auto found = icons_.find(name); found != icons_.end()) return found->second;
  const std::string key(name);
  const Texture made =
      key == "#shadow" ? MakeShadow() : MaskFromPng(ReadAll(folder_ / "icons" / (key + ".png")));
  return icons_.emplace(key, made).first->second;
}

Texture Textures::Picture(std::string_view name) {
  if (const auto found = pictures_.find(name); found != pictures_.end()) return found->second;
  const std::string key(name);
  const Texture made = FromPng(ReadAll(folder_ / "pictures" / (key + ".png")));
  return pictures_.emplace(key, made).first->second;
}

Texture Textures::OfPack(const content::Pack& pack, const std::string& path) {
  const std::string key = pack.file.string() + '\n' + path;
  if (const auto found = packs_.find(key); found != packs_.end()) return found->second;
  const auto bytes = content::LoadFile(pack, path);
  return packs_.emplace(key, bytes ? FromPng(*bytes) : Texture{}).first->second;
}

void Textures::Forget() { Delete(packs_); }

}  // namespace kiosk
