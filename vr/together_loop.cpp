// SPDX-License-Identifier: MIT
#include "vr/together_loop.h"

#include <epoxy/gl.h>

#include <algorithm>
#include <cmath>

namespace vr {
namespace {

constexpr double kTurnSeconds = 1.0 / 60;

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
    if (!trainer_.HasRun()) return;
    DrawFlatCaptions(trainer_.Picture(), deed.has_value(), paint, scene);
    DrawFlatButtons(deed, flat_, paint, scene);
  });
  if (ready) StepLadder(passed, ladder_);
  return true;
}

/// The scene with as many pixels as the laptop is quick enough for; texts, rings and the gaze are
/// drawn over it with all of them.
void TogetherLoop::DrawScene(const Box& pixels) {
  target_.Fit(pixels);
  Scene scene = trainer_.Picture();
  std::erase_if(scene.panels, IsFlatCaption);
  Eye eye;
  const float aspect = static_cast<float>(target_.Width()) / static_cast<float>(target_.Height());
  eye.projection = Projection(kFlatHeightRad, aspect);
  eye.world_from_eye = {scene.eye, scene.look};
  eye.viewport = {0, 0, target_.Width(), target_.Height()};
  eye.framebuffer = target_.Framebuffer();
  renderer_->SetQuality(ladder_.quality);
  if (ladder_.share >= 1) {
    renderer_->Draw(scene, eye, trainer_.Language());
    return;
  }
  const auto fewer = [&](int side) {
    return std::max(16, static_cast<int>(static_cast<float>(side) * ladder_.share));
  };
  rough_.Fit(fewer(target_.Width()), fewer(target_.Height()), 0);
  Eye rough = eye;
  rough.viewport = {0, 0, rough_.width, rough_.height};
  rough.framebuffer = rough_.framebuffer.name();
  rough.panels = rough.marks = false;
  renderer_->Draw(scene, rough, trainer_.Language());
  glBindFramebuffer(GL_READ_FRAMEBUFFER, rough.framebuffer);
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, eye.framebuffer);
  glBlitFramebuffer(0, 0, rough_.width, rough_.height, 0, 0, target_.Width(), target_.Height(),
                    GL_COLOR_BUFFER_BIT, GL_LINEAR);
  renderer_->DrawTexts(scene, eye, trainer_.Language());
}

}  // namespace vr
