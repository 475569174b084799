// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <vector>

#include "vr/flat/flat.h"
#include "vr/flat/ladder.h"
#include "vr/guide/window.h"
#include "vr/render/gl.h"
#include "vr/render/renderer.h"
#include "vr/trainer.h"

namespace vr {

/// Together mode: the whole scenario on the screen, in the guide's window or on a second display.
/// One thread does all of it: poll -> input -> Trainer::Advance -> draw -> show.
class TogetherLoop {
 public:
  /// The renderer is made with the first run that needs it. `samples`: as for the headset.
  TogetherLoop(Trainer& trainer, GuideWindow& window, const std::filesystem::path& assets,
               int samples);

  /// One picture. False when the window was closed. `alone`: there is no loop for a headset, so
  /// that this one drives the trainer between runs too.
  [[nodiscard]] bool Turn(const HeadsetNews& headset, bool alone);
  /// Why the scene cannot be drawn on this machine; empty when it can.
  [[nodiscard]] const content::Text& Trouble() const { return trouble_; }

 private:
  [[nodiscard]] bool Prepare();
  void DrawScene(const Box& pixels);

  Trainer& trainer_;
  GuideWindow& window_;
  std::filesystem::path assets_;
  int samples_;
  std::unique_ptr<Renderer> renderer_;
  std::shared_ptr<const content::Scenario> loaded_;
  SceneTarget target_;
  Flat flat_;
  content::Text trouble_;
  std::int64_t last_us_ = 0;
  gl::Target rough_;  ///< The scene with fewer pixels, on a slow laptop.
  Ladder ladder_;
};

}  // namespace vr
