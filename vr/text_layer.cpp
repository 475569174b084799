// SPDX-License-Identifier: MIT
#include "vr/text_layer.h"

#include <algorithm>
#include <cmath>

namespace vr {
namespace {

constexpr int kGap = 2;  // pixels, so that no text bleeds into its neighbour
constexpr std::size_t kMostTexts = 10;

}  // namespace

std::vector<TextPlace> PlaceTexts(std::span<const glm::ivec2> sizes, int side) {
  std::vector<TextPlace> places;
  int x = kGap, y = kGap, row = 0;
  for (const glm::ivec2& size : sizes) {
    if (x + size.x + kGap > side) {
      x = kGap;
      y += row + kGap;
      row = 0;
    }
    if (x + size.x + kGap > side || y + size.y + kGap > side) return {};
    places.push_back({x, y});
    x += size.x + kGap;
    row = std::max(row, size.y);
  }
  return places;
}

content::Result<std::unique_ptr<TextLayer>> TextLayer::Make(const std::filesystem::path& assets) {
  auto program = gl::LoadProgram(assets / "shaders", "quad", "quad");
  if (!program) return tl::unexpected(program.error());
  std::unique_ptr<TextLayer> layer(new TextLayer);
  layer->program_ = std::move(*program);
  layer->nothing_ = gl::VertexArray::Make();
  layer->framebuffer_ = gl::Framebuffer::Make();
  return layer;
}

bool TextLayer::Take(const Scene& scene, content::Language language, Renderer& renderer) {
  pieces_.clear();
  quads_.clear();
  const glm::quat space_from_world = glm::conjugate(scene.world_from_space.orientation);
  std::vector<glm::ivec2> sizes;
  for (const Panel& panel : scene.panels) {
    if (panel.opacity <= 0 || panel.text.In(language).empty()) continue;
    const PanelPicture picture = renderer.DrawPanel(panel, language);
    const float opacity = std::round(std::min(panel.opacity, 1.0F) * 64) / 64;
    pieces_.push_back({picture.texture, picture.width, picture.height, opacity});
    sizes.emplace_back(picture.width, picture.height);
    xr::TextQuad quad;
    quad.pose.position = space_from_world * (panel.at - scene.world_from_space.position);
    quad.pose.orientation = space_from_world * panel.orientation;
    quad.metres = picture.metres;
    quad.width = picture.width;
    quad.height = picture.height;
    quads_.push_back(quad);
  }
  places_ = PlaceTexts(sizes, xr::kTextSide);
  if (places_.size() != sizes.size() || sizes.size() > kMostTexts) {
    pieces_.clear();
    quads_.clear();
    changed_ = true;
    return false;
  }
  for (std::size_t i = 0; i < quads_.size(); ++i) {
    quads_[i].x = places_[i].x;
    quads_[i].y = places_[i].y;
  }
  changed_ = pieces_ != drawn_;
  return true;
}

void TextLayer::Draw(unsigned texture) {
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.name());
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture, 0);
  glViewport(0, 0, xr::kTextSide, xr::kTextSide);
  glClearColor(0, 0, 0, 0);
  glClear(GL_COLOR_BUFFER_BIT);
  glEnable(GL_FRAMEBUFFER_SRGB);
  glUseProgram(program_.name());
  glBindVertexArray(nothing_.name());
  glActiveTexture(GL_TEXTURE0);
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    const Piece& piece = pieces_[i];
    glViewport(places_[i].x, places_[i].y, piece.width, piece.height);
    glBindTexture(GL_TEXTURE_2D, piece.texture);
    glUniform1f(0, piece.opacity);
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
  }
  glDisable(GL_FRAMEBUFFER_SRGB);
  glBindVertexArray(0);
  glUseProgram(0);
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, 0, 0);
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  drawn_ = pieces_;
}

}  // namespace vr
