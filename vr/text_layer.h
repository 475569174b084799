// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "vr/core/scene.h"
#include "vr/render/gl.h"
#include "vr/render/renderer.h"
#include "vr/xr/frame.h"

namespace vr {

/// Where texts of some sizes go in a square picture: rows from the bottom, each as high as its
/// highest. Empty when they do not fit. Pure.
struct TextPlace {
  int x = 0, y = 0;
};
[[nodiscard]] std::vector<TextPlace> PlaceTexts(std::span<const glm::ivec2> sizes, int side);

/// Brings a scene's panels into the text picture of a headset's quad layers, and says where each
/// hangs. The picture is drawn anew only when a text or its opacity has changed.
class TextLayer {
 public:
  [[nodiscard]] static content::Result<std::unique_ptr<TextLayer>> Make(
      const std::filesystem::path& assets);

  /// Lays the scene's panels out. False when there are too many or they are too large: then they
  /// have to be drawn as meshes.
  [[nodiscard]] bool Take(const Scene& scene, content::Language language, Renderer& renderer);
  [[nodiscard]] bool HasChanged() const { return changed_; }
  [[nodiscard]] std::span<const xr::TextQuad> Quads() const { return quads_; }
  /// Draws what Take laid out into a texture of the runtime's (sRGB, premultiplied).
  void Draw(unsigned texture);

 private:
  struct Piece {
    unsigned texture = 0;
    int width = 0, height = 0;
    float opacity = 1;
    bool operator==(const Piece&) const = default;
  };
  TextLayer() = default;
  gl::Program program_;
  gl::VertexArray nothing_;
  gl::Framebuffer framebuffer_;
  std::vector<Piece> pieces_, drawn_;
  std::vector<TextPlace> places_;
  std::vector<xr::TextQuad> quads_;
  bool changed_ = false;
};

}  // namespace vr
