// SPDX-License-Identifier: MIT
#include "vr/headset_loop.h"

#include <epoxy/gl.h>

#include <cmath>
#include <ctime>
#include <thread>
#include <utility>

namespace vr {
namespace {

constexpr float kNear = 0.05F, kFar = 900;
constexpr std::int64_t kTellEveryUs = 33'000;
constexpr auto kNap = std::chrono::milliseconds(15);
constexpr std::int64_t kMirrorEveryUs = 33'000;
constexpr int kMirrorSide = 640;  // pixels; the guide's window shows it smaller

std::int64_t Microseconds(std::chrono::steady_clock::time_point at) {
  return std::chrono::duration_cast<std::chrono::microseconds>(at.time_since_epoch()).count();
}

/// Of this thread alone, and only while it runs.
double CpuSeconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

Pose Compose(const Pose& a, const Pose& b) {
  return {a.position + a.orientation * b.position, a.orientation * b.orientation};
}

NoHeadset NewsOf(const std::optional<xr::Reason>& missing) {
  if (!missing) return NoHeadset::kNone;
  switch (*missing) {
    case xr::Reason::kNoHeadset:
      return NoHeadset::kNoHeadset;
    case xr::Reason::kAsleep:
      return NoHeadset::kAsleep;
    case xr::Reason::kWrongVariable:
      return NoHeadset::kWrongVariable;
    case xr::Reason::kNoRuntime:
    case xr::Reason::kUnusable:
      break;
  }
  return NoHeadset::kNoRuntime;
}

}  // namespace

content::Result<std::unique_ptr<HeadsetLoop>> HeadsetLoop::Make(Trainer& trainer, GuideLink& link,
                                                                const HeadsetLoopOptions& options) {
  auto renderer = Renderer::Make(options.assets, options.samples);
  if (!renderer) return tl::unexpected(renderer.error());
  auto texts = TextLayer::Make(options.assets);
  if (!texts) return tl::unexpected(texts.error());
  std::unique_ptr<HeadsetLoop> loop(new HeadsetLoop(trainer, link, options));
  loop->renderer_ = std::move(*renderer);
  loop->texts_ = std::move(*texts);
  return loop;
}

HeadsetLoop::HeadsetLoop(Trainer& trainer, GuideLink& link, const HeadsetLoopOptions& options)
    : trainer_(trainer), link_(link), options_(options) {
  mirror_ = std::make_unique<MirrorReader>(link.mirror);
  framebuffer_ = gl::Framebuffer::Make();
  waiting_ = WaitingScene({"请看屏幕，听老师的", "Please listen to your guide"});
}

void HeadsetLoop::Run(const std::atomic<bool>& stop) {
  while (!stop.load(std::memory_order_relaxed)) Turn();
}

void HeadsetLoop::Turn() {
  headset_.Poll(Clock::now());
  std::optional<xr::Frame> frame;
  if (headset_.IsRunning()) frame = headset_.Wait();
  const std::int64_t now_us = Microseconds(Clock::now());
  const bool leads = Lead(frame, now_us);
  if (frame) {
    Show(*frame, leads, now_us);
  } else {
    std::this_thread::sleep_for(kNap);
  }
  KeepUp();
  TellGuide(leads, now_us);
}

/// The run goes on by this frame, or without one. False when the screen's loop drives it: then
/// nothing of the trainer may be touched here.
bool HeadsetLoop::Lead(const std::optional<xr::Frame>& frame, std::int64_t now_us) {
  if (trainer_.IsTogether()) return false;
  double begun = CpuSeconds();
  if (frame && frame->recentered) {
    GuideRequest recenter;
    recenter.command = GuideCommand::kRecenter;
    trainer_.Take(recenter);
  }
  for (const GuideRequest& request : link_.TakeRequests()) trainer_.Take(request);
  if (trainer_.IsTogether()) return false;  // the screen's loop has it from here on
  language_ = trainer_.Language();
  const TrainerInput input = InputOf(frame, now_us);
  cost_.input = CpuSeconds() - begun;
  begun = CpuSeconds();
  trainer_.Advance(input);
  cost_.step = CpuSeconds() - begun;
  return true;
}

TrainerInput HeadsetLoop::InputOf(const std::optional<xr::Frame>& frame, std::int64_t now_us) {
  if (frame) {
    last_ = frame->input;
  } else {
    last_.worn = last_.focused = last_.head_tracked = false;
    last_.gaze.reset();
    last_.hands = {};
  }
  last_.time_us = now_us;
  return last_;
}

void HeadsetLoop::Show(const xr::Frame& frame, bool leads, std::int64_t now_us) {
  if (leads && trainer_.Place() && trainer_.Place() != loaded_) {
    loaded_ = trainer_.Place();
    renderer_->Load(*loaded_);  // between two children, or in the black of the first beat
  }
  const bool plays = leads && trainer_.HasRun();
  if (!plays) {  // before the eyes, wherever the runtime's floor is
    waiting_.world_from_space.position.y = 1.2F - frame.input.head.position.y;
  }
  const Scene& scene = plays ? trainer_.Picture() : waiting_;
  cost_.draw = cost_.text = cost_.mirror = 0;
  double begun = CpuSeconds();
  const xr::Session* session = headset_.Current();
  const bool quads = session && session->HasText() && texts_->Take(scene, language_, *renderer_);
  cost_.text = CpuSeconds() - begun;
  xr::Picture picture;
  picture.near_m = kNear;
  picture.far_m = kFar;
  picture.share = ShareAt(ladder_.level);
  picture.draw_eye = [&](const xr::EyeTarget& target) { DrawEye(target, scene, !quads, now_us); };
  if (quads) {
    picture.draw_text = [&](unsigned texture) {
      begun = CpuSeconds();
      texts_->Draw(texture);
      cost_.text += CpuSeconds() - begun;
    };
    picture.text_changed = texts_->HasChanged();
    picture.quads = texts_->Quads();
  }
  headset_.Show(frame, picture);
}

void HeadsetLoop::DrawEye(const xr::EyeTarget& target, const Scene& scene, bool texts,
                          std::int64_t now_us) {
  const double begun = CpuSeconds();
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.name());
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, target.colour, 0);
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_TEXTURE_2D, target.depth, 0);
  Eye eye;
  eye.projection = Projection(std::tan(target.view.left), std::tan(target.view.right),
                              std::tan(target.view.down), std::tan(target.view.up), kNear, kFar);
  eye.world_from_eye = Compose(scene.world_from_space, target.view.pose);
  eye.viewport = {0, 0, target.width, target.height};
  eye.framebuffer = framebuffer_.name();
  eye.panels = texts;
  eye.depth = target.depth != 0 && target.depth_bits == 24;
  if (target.hidden) {
    eye.hidden_corners = target.hidden->corners;
    eye.hidden_order = target.hidden->indices;
  }
  renderer_->Draw(scene, eye, language_);
  cost_.calls = renderer_->Counts().calls;
  cost_.triangles = renderer_->Counts().triangles;
  const double drawn = CpuSeconds();
  cost_.draw += drawn - begun;
  if (target.eye == 0) {
    OfferMirror(target, scene, eye, now_us);
    cost_.mirror = CpuSeconds() - drawn;
  }
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

/// The left eye's picture for the guide, smaller, with the texts of the quad layers and the gaze.
void HeadsetLoop::OfferMirror(const xr::EyeTarget& target, const Scene& scene, const Eye& eye,
                              std::int64_t now_us) {
  if (now_us - mirrored_us_ < kMirrorEveryUs) {
    mirror_->Offer({}, now_us);  // fetches what has arrived
    return;
  }
  mirrored_us_ = now_us;
  const int longer = std::max(target.width, target.height);
  const float share = std::min(1.0F, static_cast<float>(kMirrorSide) / static_cast<float>(longer));
  const auto shrunk = [&](int side) {
    return std::max(1, static_cast<int>(std::lround(static_cast<float>(side) * share)));
  };
  mirror_picture_.Fit(shrunk(target.width), shrunk(target.height), 0);
  glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_.name());
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, mirror_picture_.framebuffer.name());
  glBlitFramebuffer(0, 0, target.width, target.height, 0, 0, mirror_picture_.width,
                    mirror_picture_.height, GL_COLOR_BUFFER_BIT, GL_LINEAR);
  Eye small = eye;
  small.viewport = {0, 0, mirror_picture_.width, mirror_picture_.height};
  small.framebuffer = mirror_picture_.framebuffer.name();
  small.panels = true;
  small.marks = false;  // the eye has them already
  if (!eye.panels) renderer_->DrawTexts(scene, small, language_);
  MirrorReader::Eye offer;
  offer.texture = mirror_picture_.colour.name();
  offer.width = mirror_picture_.width;
  offer.height = mirror_picture_.height;
  offer.view.head = target.view.pose.orientation;
  offer.view.tan_left = -std::tan(target.view.left);
  offer.view.tan_right = std::tan(target.view.right);
  offer.view.tan_up = std::tan(target.view.up);
  offer.view.tan_down = -std::tan(target.view.down);
  if (scene.gaze) {
    const glm::vec3 way = glm::conjugate(eye.world_from_eye.orientation) *
                          (*scene.gaze - eye.world_from_eye.position);
    offer.view.gaze = PlaceOf(way, offer.view);
  }
  mirror_->Offer(offer, now_us);
}

void HeadsetLoop::KeepUp() {
  if (options_.full_quality) return;
  const xr::FrameCounts& counts = headset_.Status().counts;
  CountFrames(counts.frames - frames_, counts.skipped - skipped_, ladder_);
  frames_ = counts.frames;
  skipped_ = counts.skipped;
  renderer_->SetQuality(QualityAt(ladder_.level));
}

HeadsetNews HeadsetLoop::News() {
  const std::lock_guard lock(news_mutex_);
  return news_;
}

void HeadsetLoop::TellGuide(bool leads, std::int64_t now_us) {
  if (now_us - told_us_ < kTellEveryUs) return;
  const xr::HeadsetStatus& status = headset_.Status();
  HeadsetNews news;
  news.missing = NewsOf(status.missing);
  news.name = status.system;
  // Names of calls and codes tell an officer nothing; --check prints them.
  if (news.missing == NoHeadset::kWrongVariable) news.detail = status.where;
  news.worn = status.worn;
  news.worn_known = status.worn_known;
  news.focused = status.focused;
  news.tracked = status.head_tracked;
  if (std::unique_lock lock(news_mutex_, std::try_to_lock); lock.owns_lock()) news_ = news;
  if (!leads || link_.Tell(trainer_.View(news))) told_us_ = now_us;
}

}  // namespace vr
