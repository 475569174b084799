// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec4.hpp>
#include <memory>
#include <span>

#include "content/result.h"
#include "content/scenario.h"
#include "vr/core/input.h"
#include "vr/core/scene.h"

namespace vr {

/// From where, with which lens and into which picture one view is drawn.
struct Eye {
  glm::mat4 projection{1};          ///< Clip from eye, OpenGL's depth of -1 to 1.
  Pose world_from_eye;              ///< -z ahead.
  glm::ivec4 viewport{0};           ///< x, y, width, height in pixels of the framebuffer.
  unsigned framebuffer = 0;         ///< Needs depth, unless the renderer smooths edges itself.
  bool framebuffer_is_srgb = true;  ///< Encodes by itself; else the shaders do it.
  bool panels = true;               ///< false where they are shown in quad layers.
  bool marks = true;                ///< Rings; false where they are drawn upon it later.
  bool gaze = false;                ///< The gaze dot, which a child never sees.
  bool depth = false;  ///< The framebuffer's depth is wanted too; with own samples, 24 bits of it.
  /// Triangles in the plane z = -1 that the headset's lens hides: nothing is drawn there.
  std::span<const glm::vec2> hidden_corners;
  std::span<const std::uint32_t> hidden_order;
};

/// Kept while the scene and quality are what they are; all of them of the last Draw.
struct DrawCounts {
  int calls = 0, triangles = 0;
};

/// A panel as a picture: sRGB with premultiplied alpha (premultiplied before it was encoded, as
/// quad layers of OpenXR blend), rows from the bottom. The texture stays the renderer's; it lives
/// at least until the next Draw and is not changed meanwhile.
struct PanelPicture {
  unsigned texture = 0;
  int width = 0, height = 0;  ///< Pixels.
  glm::vec2 metres{0, 0};     ///< Size in the world.
};

/// A projection with the tangents of the four half-angles, as OpenXR gives them (left and down are
/// negative).
[[nodiscard]] glm::mat4 Projection(float left, float right, float down, float up, float near_m,
                                   float far_m);
/// The same for a screen: `height` is the whole angle in radians.
[[nodiscard]] glm::mat4 Projection(float height, float aspect, float near_m = 0.05F,
                                   float far_m = 900);

inline constexpr int kLowestQuality = 4;

/// Draws scenes with OpenGL 4.5 or OpenGL ES 3.2. Every call needs the context of Make current, on
/// one thread. Draw sets what it needs and leaves depth test, blending and culling off, program
/// and vertex array 0, and `eye.framebuffer` bound.
class Renderer {
 public:
  /// `assets` is the folder that holds shaders/. `samples` above 1 smooths edges (MSAA) in a
  /// picture of the renderer's own, which then is copied to the eye's framebuffer; at most what
  /// the card has.
  /// Fails where the context is too old, a shader does not compile or the fonts are missing.
  [[nodiscard]] static content::Result<std::unique_ptr<Renderer>> Make(
      const std::filesystem::path& assets, int samples = 0);
  ~Renderer();

  /// Builds what stands still. Takes up to a second; not for the frame loop.
  void Load(const content::Scenario& scenario);

  /// 0 draws everything; 1 gives up bubbles, 2 caustics as well, 3 also the finer ripples and the
  /// mirror's own picture: water then shows the still place and no people. At 4 what stands farther
  /// than 14 m is a picture of itself, made once. Never text.
  void SetQuality(int level);

  void Draw(const Scene& scene, const Eye& eye, content::Language language);

  /// Texts, rings and the gaze dot upon a picture that is there already, such as a copy of an eye's
  /// whose texts hang in quad layers.
  void DrawTexts(const Scene& scene, const Eye& eye, content::Language language);

  /// For a quad layer: the text is rasterised once and kept while it is in use.
  [[nodiscard]] PanelPicture DrawPanel(const Panel& panel, content::Language language);

  [[nodiscard]] DrawCounts Counts() const;

 private:
  struct Parts;
  explicit Renderer(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace vr
