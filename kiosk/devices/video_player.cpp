// SPDX-License-Identifier: MIT
#include "kiosk/devices/video_player.h"

#include <epoxy/gl.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string_view>

namespace kiosk {
namespace {

/// Whether OpenGL itself is drawn by the processor. Then libmpv's shaders cost several times what
/// its plain conversion by the processor does, and that is used instead.
bool DrawsInSoftware() {
  const auto* name = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
  const std::string_view renderer = name != nullptr ? name : "";
  constexpr std::string_view kSoftware[] = {"llvmpipe", "softpipe", "swrast", "SWR", "SwiftShader"};
  return std::ranges::any_of(kSoftware, [renderer](std::string_view word) {
    return renderer.find(word) != std::string_view::npos;
  });
}

}  // namespace

content::Result<std::unique_ptr<VideoPlayer>> VideoPlayer::Make(Uint32 wake_event,
                                                                GetProcAddress find,
                                                                Drawing drawing) {
  auto playback = Playback::Make(Playback::Output::kPictureAndSound, wake_event);
  if (!playback) return tl::unexpected(playback.error());
  const bool by_processor =
      drawing == Drawing::kProcessor || (drawing == Drawing::kAsFits && DrawsInSoftware());
  std::unique_ptr<VideoPlayer> player(new VideoPlayer(std::move(*playback), find, by_processor));
  auto started = player->Start();
  if (!started) return tl::unexpected(started.error());
  return player;
}

VideoPlayer::VideoPlayer(std::unique_ptr<Playback> playback, GetProcAddress find, bool by_processor)
    : playback_(std::move(playback)), find_(find), by_processor_(by_processor) {}

VideoPlayer::~VideoPlayer() {
  // Before the player itself goes, or libmpv aborts.
  if (render_ != nullptr) playback_->Library().render_context_free(render_);
  if (framebuffer_ != 0) glDeleteFramebuffers(1, &framebuffer_);
  if (texture_ != 0) glDeleteTextures(1, &texture_);
}

content::Result<void> VideoPlayer::Start() {
  const MpvLibrary& mpv = playback_->Library();
  mpv_opengl_init_params opengl{};
  opengl.get_proc_address = [](void* player, const char* name) {
    return static_cast<VideoPlayer*>(player)->find_(name);
  };
  opengl.get_proc_address_ctx = this;
  char by_opengl[] = MPV_RENDER_API_TYPE_OPENGL;
  char by_processor[] = MPV_RENDER_API_TYPE_SW;
  mpv_render_param params[] = {
      {MPV_RENDER_PARAM_API_TYPE, by_processor_ ? by_processor : by_opengl},
      {by_processor_ ? MPV_RENDER_PARAM_INVALID : MPV_RENDER_PARAM_OPENGL_INIT_PARAMS, &opengl},
      {MPV_RENDER_PARAM_INVALID, nullptr}};
  const int error = mpv.render_context_create(&render_, playback_->Handle(), params);
  if (error < 0) {
    render_ = nullptr;
    return tl::unexpected(content::Error{
        "video.no-graphics",
        {"这台机器的显卡驱动放不了影片。", "This machine's graphics cannot show films."},
        mpv.error_string(error),
        {"请装上显卡驱动（OpenGL 2.1以上）。", "Install graphics drivers (OpenGL 2.1 or newer)."}});
  }
  // Only wakes the loop: calling mpv from here can deadlock.
  mpv.render_context_set_update_callback(
      render_, [](void* wake) { static_cast<WakeUp*>(wake)->Push(); }, &playback_->Wake());
  return {};
}

content::Result<void> VideoPlayer::Open(const content::Pack& pack, const std::string& path,
                                        double start, bool muted) {
  has_picture_ = picture_waits_ = false;
  drawn_ = 0;
  return playback_->Open(pack, path, start, muted);
}

void VideoPlayer::Close() {
  playback_->Close();
  has_picture_ = picture_waits_ = false;
  drawn_ = 0;
  if (framebuffer_ != 0) glDeleteFramebuffers(1, &framebuffer_);
  if (texture_ != 0) glDeleteTextures(1, &texture_);
  framebuffer_ = texture_ = 0;
  width_ = height_ = 0;
}

bool VideoPlayer::UpdateFrame(int width, int height) {
  const std::uint64_t news = playback_->Library().render_context_update(render_);
  if ((news & MPV_RENDER_UPDATE_FRAME) != 0) picture_waits_ = true;
  const bool resized = FitTexture(width, height);
  if (texture_ == 0) return false;
  if (!picture_waits_ && !(resized && has_picture_)) return false;
  DrawPicture();
  if (picture_waits_) ++drawn_;
  picture_waits_ = false;
  has_picture_ = true;
  return true;
}

/// Makes the texture as large as the room and the film allow. True when it was made anew.
bool VideoPlayer::FitTexture(int width, int height) {
  const int film_width = playback_->Width(), film_height = playback_->Height();
  if (film_width <= 0 || film_height <= 0 || width <= 0 || height <= 0) return false;
  const double scale = std::min(
      {1.0, static_cast<double>(width) / film_width, static_cast<double>(height) / film_height});
  const int fit_width = std::max(1, static_cast<int>(std::lround(film_width * scale)));
  const int fit_height = std::max(1, static_cast<int>(std::lround(film_height * scale)));
  if (texture_ != 0 && fit_width == width_ && fit_height == height_) return false;
  if (!picture_waits_ && !has_picture_) return false;  // keep the old film's picture till then

  GLint texture_before = 0, framebuffer_before = 0;
  glGetIntegerv(GL_TEXTURE_BINDING_2D, &texture_before);
  glGetIntegerv(GL_FRAMEBUFFER_BINDING, &framebuffer_before);
  if (texture_ == 0) glGenTextures(1, &texture_);
  if (framebuffer_ == 0) glGenFramebuffers(1, &framebuffer_);
  glBindTexture(GL_TEXTURE_2D, texture_);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, fit_width, fit_height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
               nullptr);
  const GLint filter = scale < 1.0 ? GL_NEAREST : GL_LINEAR;  // pixel for pixel, or enlarged
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, filter);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, filter);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_A, GL_ONE);  // opaque, whatever mpv wrote
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_, 0);
  glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(framebuffer_before));
  glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(texture_before));
  width_ = fit_width;
  height_ = fit_height;
  return true;
}

void VideoPlayer::DrawPicture() {
  if (by_processor_) {
    DrawByProcessor();
  } else {
    DrawByOpenGl();
  }
}

void VideoPlayer::DrawByOpenGl() {
  GLint framebuffer_before = 0;
  GLint viewport[4] = {};
  glGetIntegerv(GL_FRAMEBUFFER_BINDING, &framebuffer_before);
  glGetIntegerv(GL_VIEWPORT, viewport);
  mpv_opengl_fbo target{static_cast<int>(framebuffer_), width_, height_, GL_RGBA8};
  int flip = 0;   // row 0 of the texture is the picture's top
  int block = 0;  // never wait for the picture's time: the interface is drawn in the same thread
  mpv_render_param params[] = {{MPV_RENDER_PARAM_OPENGL_FBO, &target},
                               {MPV_RENDER_PARAM_FLIP_Y, &flip},
                               {MPV_RENDER_PARAM_BLOCK_FOR_TARGET_TIME, &block},
                               {MPV_RENDER_PARAM_INVALID, nullptr}};
  playback_->Library().render_context_render(render_, params);
  glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(framebuffer_before));
  glViewport(viewport[0], viewport[1], viewport[2], viewport[3]);
}

void VideoPlayer::DrawByProcessor() {
  constexpr std::size_t kAlign = 64;  // bytes; what libmpv asks for to be quick
  const std::size_t row_pixels = (static_cast<std::size_t>(width_) + 15) / 16 * 16;
  std::size_t stride = row_pixels * 4;
  std::size_t room = stride * static_cast<std::size_t>(height_) + kAlign;
  if (pixels_.size() < room) pixels_.resize(room);
  void* start = pixels_.data();
  std::align(kAlign, stride, start, room);
  int size[2] = {width_, height_};
  char format[] = "rgb0";
  int block = 0;
  mpv_render_param params[] = {{MPV_RENDER_PARAM_SW_SIZE, size},
                               {MPV_RENDER_PARAM_SW_FORMAT, format},
                               {MPV_RENDER_PARAM_SW_STRIDE, &stride},
                               {MPV_RENDER_PARAM_SW_POINTER, start},
                               {MPV_RENDER_PARAM_BLOCK_FOR_TARGET_TIME, &block},
                               {MPV_RENDER_PARAM_INVALID, nullptr}};
  playback_->Library().render_context_render(render_, params);
  GLint texture_before = 0;
  glGetIntegerv(GL_TEXTURE_BINDING_2D, &texture_before);
  glBindTexture(GL_TEXTURE_2D, texture_);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, static_cast<GLint>(row_pixels));
  glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, width_, height_, GL_RGBA, GL_UNSIGNED_BYTE, start);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
  glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(texture_before));
}

}  // namespace kiosk
