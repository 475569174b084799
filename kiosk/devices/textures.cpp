// SPDX-License-Identifier: MIT
#include "kiosk/devices/textures.h"

#include <epoxy/gl.h>
#include <malloc.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <optional>

namespace kiosk {
namespace {

constexpr int kShadowSide = 128;
constexpr std::string_view kOfPack = "pack\n";  // begins the keys of packs' pictures

std::string ReadAll(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// A mask's one channel is read as alpha over white.
Texture MakeTexture(const PixelLevels& pixels) {
  const bool mask = pixels.channels == 1;
  unsigned name = 0;
  glGenTextures(1, &name);
  glBindTexture(GL_TEXTURE_2D, name);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL,
                  static_cast<GLint>(pixels.levels.size()) - 1);
  if (mask) {
    const GLint swizzle[] = {GL_ONE, GL_ONE, GL_ONE, GL_RED};
    glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, swizzle);
  }
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  int width = pixels.width, height = pixels.height;
  for (std::size_t level = 0; level < pixels.levels.size(); ++level) {
    glTexImage2D(GL_TEXTURE_2D, static_cast<GLint>(level), mask ? GL_R8 : GL_RGBA8, width, height,
                 0, mask ? GL_RED : GL_RGBA, GL_UNSIGNED_BYTE, pixels.levels[level].data());
    width = std::max(1, width / 2);
    height = std::max(1, height / 2);
  }
  return {name, pixels.width, pixels.height};
}

// A square whose edge falls off like a soft light: Ui::Shadow cuts it into nine.
PixelLevels MakeShadow() {
  PixelLevels shadow{kShadowSide, kShadowSide, 1, {}};
  auto& alpha = shadow.levels.emplace_back(static_cast<std::size_t>(kShadowSide) * kShadowSide);
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
  AddSmallerLevels(shadow);
  return shadow;
}

void Delete(const Texture& texture) {
  if (texture.name != 0) glDeleteTextures(1, &texture.name);
}

}  // namespace

Textures::Textures(std::filesystem::path folder, Uint32 wake_event)
    : folder_(std::move(folder)), wake_event_(wake_event), worker_([this] { Work(); }) {}

Textures::~Textures() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  news_.notify_all();
  worker_.join();
  for (const auto& [name, texture] : icons_) Delete(texture);
  for (const auto& [name, texture] : pictures_) Delete(texture);
}

Texture Textures::Icon(std::string_view name) {
  if (const auto found = icons_.find(name); found != icons_.end()) return found->second;
  const std::string key(name);
  std::optional<PixelLevels> pixels;
  if (key == "#shadow") {
    pixels = MakeShadow();
  } else {
    pixels = DecodePicture(ReadAll(folder_ / "icons" / (key + ".png")), true);
  }
  return icons_.emplace(key, pixels ? MakeTexture(*pixels) : Texture{}).first->second;
}

Texture Textures::Picture(std::string_view name) {
  if (const auto found = pictures_.find(name); found != pictures_.end()) return found->second;
  const std::string key(name);
  return Ask(key, ReadAll(folder_ / "pictures" / (key + ".png")));
}

Texture Textures::OfPack(const content::Pack& pack, const std::string& path) {
  const std::string key = std::string(kOfPack) + pack.file.string() + '\n' + path;
  if (const auto found = pictures_.find(key); found != pictures_.end()) return found->second;
  auto bytes = content::LoadFile(pack, path);
  return Ask(key, bytes ? std::move(*bytes) : std::string());
}

Texture Textures::Ask(const std::string& key, std::string bytes) {
  const auto size = ReadPictureSize(bytes);
  const Texture texture = size ? Texture{0, size->width, size->height} : Texture{};
  pictures_.emplace(key, texture);
  if (size) {
    const std::lock_guard lock(mutex_);
    jobs_.push_back({key, std::move(bytes)});
  }
  news_.notify_all();
  return texture;
}

void Textures::Work() {
  std::unique_lock lock(mutex_);
  while (true) {
    news_.wait(lock, [this] { return stop_ || !jobs_.empty(); });
    if (stop_) return;
    const Job job = std::move(jobs_.front());
    jobs_.pop_front();
    busy_ = true;
    lock.unlock();
    auto pixels = DecodePicture(job.bytes, false);
    malloc_trim(0);  // decoding takes several times the picture's own room
    lock.lock();
    busy_ = false;
    if (pixels) done_.push_back({job.key, std::move(*pixels)});
    news_.notify_all();
    SDL_Event wake{};
    wake.type = wake_event_;
    SDL_PushEvent(&wake);
  }
}

bool Textures::Collect() {
  std::vector<Done> done;
  {
    const std::lock_guard lock(mutex_);
    done.swap(done_);
  }
  bool came = false;
  for (const Done& one : done) {
    const auto asked = pictures_.find(one.key);
    if (asked == pictures_.end() || asked->second.name != 0) continue;  // forgotten meanwhile
    asked->second = MakeTexture(one.pixels);
    came = true;
  }
  return came;
}

void Textures::Finish() {
  std::unique_lock lock(mutex_);
  news_.wait(lock, [this] { return jobs_.empty() && !busy_; });
}

void Textures::Forget() {
  const auto from = pictures_.lower_bound(kOfPack);
  auto until = from;
  while (until != pictures_.end() && until->first.starts_with(kOfPack)) {
    Delete(until->second);
    ++until;
  }
  pictures_.erase(from, until);
  const std::lock_guard lock(mutex_);
  std::erase_if(jobs_, [](const Job& job) { return job.key.starts_with(kOfPack); });
  std::erase_if(done_, [](const Done& one) { return one.key.starts_with(kOfPack); });
}

}  // namespace kiosk
