// SPDX-License-Identifier: MIT
#include "vr/together_loop.h"

#include <epoxy/gl.h>

#include <algorithm>
#include <cmath>

namespace vr {
namespace {

constexpr double kTurnSeconds = 1.0 / 60;
constexpr double kTooSlow = 1.0 / 24, kFastEnough = 1.0 / 50;
constexpr int kSteadyTurns = 45;  // before the picture is changed again
constexpr float kLeastShare = 0.4F;

std::int64_t NowUs() {
  return std::chrono::duration_cast<std::chrono::microseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

}  // namespace

TogetherLoop::TogetherLoop(Trainer& trainer, GuideWindow& window,
                           const std::filesystem::path& assets, int samples)
    : trainer_(trainer), window_(window), assets_(assets), samples_(samples) {}

bool TogetherLoop::Prepare() {
  if (!trouble_.empty()) return false;
  window_.MakeCurrent();
  if (!renderer_) {
    auto made = Renderer::Make(assets_, samples_);
    if (!made) {
      trouble_ = made.error().message;
      return false;
    }
    renderer_ = std::move(*made);
  }
  if (trainer_.Place() && trainer_.Place() != loaded_) {
    loaded_ = trainer_.Place();
    renderer_->Load(*loaded_);
    LookAhead(flat_);
  }
  return true;
}

bool TogetherLoop::Turn(const HeadsetNews& headset, bool alone) {
  const GuideView view = trainer_.View(headset);
  const double left = kTurnSeconds - static_cast<double>(NowUs() - last_us_) / 1e6;
  const GuideWindow::News news = window_.Poll(view, std::max(0.0, left));
  if (news.quit) return false;
  for (const GuideRequest& request : news.requests) trainer_.Take(request);
  if (!trainer_.IsTogether() && !alone) return true;  // the headset's loop has it from here on
  const std::int64_t now_us = NowUs();
  const double passed = static_cast<double>(now_us - last_us_) / 1e6;
  last_us_ = now_us;
  const bool ready = Prepare();
  const Box pixels = window_.ScenePixels(view);
  const float aspect = pixels.h > 0 ? pixels.w / pixels.h : 1.6F;
  for (const FlatEvent& event : FlatEventsOf(news, pixels, now_us)) TakeFlat(event, flat_);
  TrainerInput input = MakeFlatInput(now_us, FlatSceneOf(trainer_.Picture(), aspect), 0, flat_);
  input.time_us = now_us;
  trainer_.Advance(std::move(input));
  if (ready && pixels.w > 0 && pixels.h > 0) {
    DrawScene(pixels);
    window_.ShowScene(target_.Texture());
  }
  std::optional<FlatHold> deed;
  if (const Run* run = trainer_.Current(); run && run->phase == Phase::kPlaying) {
    deed = DeedOf(trainer_.Place()->beats[run->beat].steps[run->step].ends);
  }
  window_.Draw(trainer_.View(headset), [&](GuidePaint& paint, Box scene) {
    if (trainer_.HasRun()) DrawFlatButtons(deed, flat_, paint, scene);
  });
  KeepUp(passed);
  return true;
}

void TogetherLoop::DrawScene(const Box& pixels) {
  target_.Fit(pixels, share_);
  Eye eye;
  const float aspect = static_cast<float>(target_.Width()) / static_cast<float>(target_.Height());
  eye.projection = Projection(kFlatHeightRad, aspect);
  const Scene& scene = trainer_.Picture();
  eye.world_from_eye = {scene.eye, scene.look};
  eye.viewport = {0, 0, target_.Width(), target_.Height()};
  eye.framebuffer = target_.Framebuffer();
  renderer_->Draw(scene, eye, trainer_.Language());
}

/// Slow graphics get fewer pixels first, then less of the water; text stays as it is.
void TogetherLoop::KeepUp(double seconds) {
  slow_ += (std::min(seconds, 0.5) - slow_) * 0.1;
  if (++steady_ < kSteadyTurns || !renderer_) return;
  if (slow_ > kTooSlow && (share_ > kLeastShare || quality_ < 3)) {
    steady_ = 0;
    if (share_ > kLeastShare) {
      share_ = std::max(kLeastShare, share_ * 0.75F);
    } else {
      renderer_->SetQuality(++quality_);
    }
  } else if (slow_ < kFastEnough && quality_ > 0 && steady_ > 20 * kSteadyTurns) {
    steady_ = 0;
    renderer_->SetQuality(--quality_);
  }
}

}  // namespace vr
