// SPDX-License-Identifier: MIT
#pragma once

#include <glm/mat4x4.hpp>
#include <optional>
#include <string>
#include <vector>

#include "assets/font.h"
#include "vr/render/frame.h"
#include "vr/render/gl.h"
#include "vr/render/panel_picture.h"

namespace vr {

/// Texts as textures. Each is set once and kept; of those that are not in use the oldest goes.
class Panels {
 public:
  [[nodiscard]] static content::Result<Panels> Make(const std::filesystem::path& shaders);

  [[nodiscard]] PanelPicture Find(const Panel& panel, content::Language language);
  [[nodiscard]] PanelPicture Sign(content::Language language, glm::vec2 half);

  /// In the world, over all that is drawn; blending is on.
  void Draw(const Panel& panel, content::Language language, Tally& tally);
  /// A picture on a thing: light falls on it.
  void DrawOn(const PanelPicture& picture, const glm::mat4& world_from_middle, Tally& tally);

  void NextFrame() { ++frame_; }

 private:
  struct Kept {
    std::string key;
    gl::Texture texture;
    int width = 0, height = 0;
    glm::vec2 metres{0, 0};
    long used = 0;
  };
  explicit Panels(assets::Font font) : font_(std::move(font)) {}
  PanelPicture Keep(const Pixels& pixels);
  [[nodiscard]] PanelPicture Lookup();
  void DrawQuad(const PanelPicture& picture, const glm::mat4& world_from_panel, float opacity,
                bool lit, Tally& tally);

  assets::Font font_;
  gl::Program program_;
  gl::VertexArray nothing_;
  std::vector<Kept> kept_;
  std::string key_;  ///< Of the text that is looked for; reused.
  long frame_ = 0;
};

}  // namespace vr
