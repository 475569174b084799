// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>

#include "vr/guide/link.h"
#include "vr/guide/mirror_reader.h"
#include "vr/render/headset_ladder.h"
#include "vr/render/renderer.h"
#include "vr/text_layer.h"
#include "vr/trainer.h"
#include "vr/xr/headset.h"

namespace vr {

/// Where the time of a frame of ours went, in seconds on our thread; what the runtime made us wait
/// for is not in it.
struct FrameCost {
  double input = 0, step = 0, draw = 0, text = 0, mirror = 0;
  int calls = 0, triangles = 0;  ///< Of one eye.
};

struct HeadsetLoopOptions {
  std::filesystem::path assets;
  int samples = 4;            ///< For smooth edges; 0 draws into the runtime's picture itself.
  bool full_quality = false;  ///< Whatever it takes; else as the HeadsetLadder says.
};

/// Feeds the headset: the frame of the architecture's "A VR frame", over and over.
///
///   poll events -> wait -> requests, input -> Trainer::Advance -> draw each eye -> end -> mirror
///
/// Lives on one thread with a context of its own. While there is no headset it looks for one, and
/// keeps the run going through Advance as one that nobody wears.
class HeadsetLoop {
 public:
  /// Needs its context current. Errors: those of Renderer::Make.
  [[nodiscard]] static content::Result<std::unique_ptr<HeadsetLoop>> Make(
      Trainer& trainer, GuideLink& link, const HeadsetLoopOptions& options);

  /// One frame, or a short sleep where there is none.
  void Turn();
  /// Turns until told to stop.
  void Run(const std::atomic<bool>& stop);

  [[nodiscard]] const xr::HeadsetStatus& Status() const { return headset_.Status(); }
  [[nodiscard]] const FrameCost& Cost() const { return cost_; }
  /// Also while the screen's loop drives the trainer; any thread.
  [[nodiscard]] HeadsetNews News();

 private:
  using Clock = std::chrono::steady_clock;

  HeadsetLoop(Trainer& trainer, GuideLink& link, const HeadsetLoopOptions& options);
  [[nodiscard]] bool Lead(const std::optional<xr::Frame>& frame, std::int64_t now_us);
  [[nodiscard]] TrainerInput InputOf(const std::optional<xr::Frame>& frame, std::int64_t now_us);
  void Show(const xr::Frame& frame, bool leads, std::int64_t now_us);
  void DrawEye(const xr::EyeTarget& target, const Scene& scene, bool texts, std::int64_t now_us);
  void OfferMirror(const xr::EyeTarget& target, const Scene& scene, const Eye& eye,
                   std::int64_t now_us);
  void KeepUp();
  void TellGuide(bool leads, std::int64_t now_us);

  Trainer& trainer_;
  GuideLink& link_;
  HeadsetLoopOptions options_;
  xr::Headset headset_;
  std::unique_ptr<Renderer> renderer_;
  std::unique_ptr<TextLayer> texts_;
  std::unique_ptr<MirrorReader> mirror_;
  gl::Framebuffer framebuffer_;
  gl::Target mirror_picture_;
  std::shared_ptr<const content::Scenario> loaded_;
  content::Language language_ = content::Language::kChinese;
  TrainerInput last_;  ///< The last that a headset gave.
  Scene waiting_;      ///< Shown while nothing is played here.
  FrameCost cost_;
  std::int64_t told_us_ = 0, mirrored_us_ = 0;
  std::mutex news_mutex_;
  HeadsetNews news_;
  HeadsetLadder ladder_;
  std::int64_t frames_ = 0, skipped_ = 0;  ///< Of the headset, when last looked at.
};

}  // namespace vr
