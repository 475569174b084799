// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "content/scenario.h"
#include "vr/core/scene.h"
#include "vr/flat/pointer.h"
#include "vr/guide/window.h"

namespace vr {

// Together mode on the screen: what the scene is drawn into, the child's buttons upon it, and the
// way from the window's fingers and keys to the rules of pointer.h.

/// Picture that the scene is drawn into, in the guide's window's context: sRGB colour and depth.
class SceneTarget {
 public:
  SceneTarget() = default;
  ~SceneTarget();
  SceneTarget(const SceneTarget&) = delete;
  SceneTarget& operator=(const SceneTarget&) = delete;

  /// Makes it anew when the size has changed.
  void Fit(const Box& pixels);
  [[nodiscard]] unsigned Framebuffer() const { return framebuffer_; }
  [[nodiscard]] unsigned Texture() const { return plain_; }  ///< For GuideWindow::ShowScene.
  [[nodiscard]] int Width() const { return width_; }
  [[nodiscard]] int Height() const { return height_; }

 private:
  void Free();
  unsigned framebuffer_ = 0, colour_ = 0, plain_ = 0, depth_ = 0;
  int width_ = 0, height_ = 0;
};

/// What of the child's deeds a step asks for by hand or voice; absent when eyes and taps do.
[[nodiscard]] std::optional<FlatHold> DeedOf(content::EndsBy ends);

/// What is said, as films show it: in the same place whatever the child looks at, and sharp. In the
/// headset captions hang in the world instead; here the scene is drawn without them.
/// `deed`: the large button of a deed is there too.
void DrawFlatCaptions(const Scene& scene, bool deed, GuidePaint& paint, Box box);
[[nodiscard]] bool IsFlatCaption(const Panel& panel);

/// The child's buttons: the deed of this step, large, and the hand that stops everything.
void DrawFlatButtons(std::optional<FlatHold> deed, const Flat& flat, GuidePaint& paint, Box scene);

/// Fingers and keys that the guide did not take, as events of the scene. `scene`: its pixels.
[[nodiscard]] std::vector<FlatEvent> FlatEventsOf(const GuideWindow::News& news, const Box& scene,
                                                  std::int64_t now_us);

}  // namespace vr
