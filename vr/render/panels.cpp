// SPDX-License-Identifier: MIT
#include "vr/render/panels.h"

#include <algorithm>
#include <glm/ext/matrix_transform.hpp>
#include <glm/gtc/quaternion.hpp>
#include <utility>

namespace vr {
namespace {

constexpr std::size_t kMostKept = 24;

void AppendNumber(std::string& key, float number) {
  const auto tenth_of_millimetres = static_cast<int>(number * 10000);
  for (int shift = 0; shift < 32; shift += 8) {
    key.push_back(static_cast<char>((tenth_of_millimetres >> shift) & 0xff));
  }
}

}  // namespace

content::Result<Panels> Panels::Make(const std::filesystem::path& shaders) {
  auto font = assets::Font::Open();
  if (!font) return tl::unexpected(font.error());
  auto program = gl::LoadProgram(shaders, "panel", "panel");
  if (!program) return tl::unexpected(program.error());
  Panels panels(std::move(*font));
  panels.program_ = std::move(*program);
  panels.nothing_ = gl::VertexArray::Make();
  panels.kept_.reserve(kMostKept + 1);
  return panels;
}

PanelPicture Panels::Lookup() {
  for (Kept& kept : kept_) {
    if (kept.key != key_) continue;
    kept.used = frame_;
    return {kept.texture.name(), kept.width, kept.height, kept.metres};
  }
  return {};
}

PanelPicture Panels::Keep(const Pixels& pixels) {
  if (kept_.size() >= kMostKept) {
    const auto oldest = std::min_element(
        kept_.begin(), kept_.end(), [](const Kept& a, const Kept& b) { return a.used < b.used; });
    if (oldest->used + 1 < frame_) kept_.erase(oldest);  // what this frame shows stays
  }
  Kept kept;
  kept.key = key_;
  kept.texture = gl::Texture::Make();
  kept.width = pixels.width;
  kept.height = pixels.height;
  kept.metres = pixels.metres;
  kept.used = frame_;
  glBindTexture(GL_TEXTURE_2D, kept.texture.name());
  int levels = 1;
  while ((std::max(pixels.width, pixels.height) >> levels) > 0) ++levels;
  glTexStorage2D(GL_TEXTURE_2D, levels, GL_SRGB8_ALPHA8, pixels.width, pixels.height);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, pixels.width, pixels.height, GL_RGBA, GL_UNSIGNED_BYTE,
                  pixels.rgba.data());
  glGenerateMipmap(GL_TEXTURE_2D);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  kept_.push_back(std::move(kept));
  const Kept& last = kept_.back();
  return {last.texture.name(), last.width, last.height, last.metres};
}

PanelPicture Panels::Find(const Panel& panel, content::Language language) {
  key_.clear();
  key_.push_back(static_cast<char>('0' + static_cast<int>(panel.kind)));
  key_.push_back(panel.chosen ? 'c' : '-');
  key_.push_back(!panel.right ? '-' : *panel.right ? 'r' : 'w');
  key_.push_back(language == content::Language::kChinese ? 'z' : 'e');
  AppendNumber(key_, panel.width);
  AppendNumber(key_, panel.letter);
  key_ += panel.text.In(language);
  const PanelPicture found = Lookup();
  return found.texture != 0 ? found : Keep(PaintPanel(font_, panel, language));
}

PanelPicture Panels::Sign(content::Language language, glm::vec2 half) {
  key_ = language == content::Language::kChinese ? "sign z" : "sign e";
  const PanelPicture found = Lookup();
  return found.texture != 0 ? found : Keep(PaintSign(font_, language, half));
}

void Panels::DrawQuad(const PanelPicture& picture, const glm::mat4& world_from_panel, float opacity,
                      bool lit, Tally& tally) {
  glUseProgram(program_.name());
  glBindVertexArray(nothing_.name());
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, picture.texture);
  const glm::vec3 half(picture.metres * 0.5F, 1);
  const glm::mat4 place = glm::scale(world_from_panel, half);
  glUniformMatrix4fv(0, 1, GL_FALSE, &place[0][0]);
  glUniform2f(1, opacity, lit ? 1.0F : 0.0F);
  glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
  tally.Add(2);
}

void Panels::Draw(const Panel& panel, content::Language language, Tally& tally) {
  if (panel.opacity <= 0 || panel.text.empty()) return;
  const PanelPicture picture = Find(panel, language);
  DrawQuad(picture, glm::translate(glm::mat4(1), panel.at) * glm::mat4_cast(panel.orientation),
           panel.opacity, false, tally);
}

void Panels::DrawOn(const PanelPicture& picture, const glm::mat4& world_from_middle, Tally& tally) {
  DrawQuad(picture, world_from_middle, 1, true, tally);
}

}  // namespace vr
