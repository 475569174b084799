// SPDX-License-Identifier: MIT
#include "vr/guide/mirror_reader.h"

#include <epoxy/gl.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace vr {
namespace {

constexpr int kMostSide = 720;
constexpr std::int64_t kLeastUs = 33'000;

MirrorPicture WithoutPixels(const MirrorPicture& view, int width, int height) {
  MirrorPicture copy;
  copy.width = width;
  copy.height = height;
  copy.head = view.head;
  copy.tan_left = view.tan_left;
  copy.tan_right = view.tan_right;
  copy.tan_up = view.tan_up;
  copy.tan_down = view.tan_down;
  copy.gaze = view.gaze;
  return copy;
}

}  // namespace

MirrorReader::~MirrorReader() {
  for (Copy& copy : copies_) {
    if (copy.fence != nullptr) glDeleteSync(static_cast<GLsync>(copy.fence));
    if (copy.buffer != 0) glDeleteBuffers(1, &copy.buffer);
  }
  if (from_ != 0) glDeleteFramebuffers(1, &from_);
  if (small_ != 0) glDeleteFramebuffers(1, &small_);
  if (texture_ != 0) glDeleteTextures(1, &texture_);
}

void MirrorReader::Offer(const Eye& eye, std::int64_t now_us) {
  Fetch();
  if (eye.texture == 0 || now_us - last_us_ < kLeastUs) return;
  for (Copy& copy : copies_) {
    if (copy.fence != nullptr) continue;
    Begin(eye, copy);
    last_us_ = now_us;
    return;
  }
}

void MirrorReader::Fetch() {
  for (Copy& copy : copies_) {
    if (copy.fence == nullptr) continue;
    const auto fence = static_cast<GLsync>(copy.fence);
    const GLenum state = glClientWaitSync(fence, 0, 0);  // asks, and does not wait
    if (state != GL_ALREADY_SIGNALED && state != GL_CONDITION_SATISFIED) continue;
    glDeleteSync(fence);
    copy.fence = nullptr;
    const auto size =
        static_cast<std::size_t>(copy.view.width) * static_cast<std::size_t>(copy.view.height) * 4;
    glBindBuffer(GL_PIXEL_PACK_BUFFER, copy.buffer);
    const void* pixels =
        glMapBufferRange(GL_PIXEL_PACK_BUFFER, 0, static_cast<GLsizeiptr>(size), GL_MAP_READ_BIT);
    if (pixels != nullptr) {
      auto picture = slot_.Lend();
      std::vector<std::uint8_t> memory = std::move(picture->rgba);
      *picture = copy.view;
      picture->rgba = std::move(memory);
      picture->rgba.resize(size);
      std::memcpy(picture->rgba.data(), pixels, size);
      glUnmapBuffer(GL_PIXEL_PACK_BUFFER);
      slot_.Give(std::move(picture));
    }
    glBindBuffer(GL_PIXEL_PACK_BUFFER, 0);
  }
}

void MirrorReader::Begin(const Eye& eye, Copy& copy) {
  const float shrink = std::min(
      1.0F, static_cast<float>(kMostSide) / static_cast<float>(std::max(eye.width, eye.height)));
  const int width = std::max(1, static_cast<int>(static_cast<float>(eye.width) * shrink));
  const int height = std::max(1, static_cast<int>(static_cast<float>(eye.height) * shrink));
  if (from_ == 0) glGenFramebuffers(1, &from_);
  if (small_ == 0) glGenFramebuffers(1, &small_);
  if (width != width_ || height != height_) {
    if (texture_ != 0) glDeleteTextures(1, &texture_);
    glGenTextures(1, &texture_);
    glBindTexture(GL_TEXTURE_2D, texture_);
    glTexStorage2D(GL_TEXTURE_2D, 1, GL_SRGB8_ALPHA8, width, height);
    glBindTexture(GL_TEXTURE_2D, 0);
    width_ = width;
    height_ = height;
  }
  glBindFramebuffer(GL_READ_FRAMEBUFFER, from_);
  glFramebufferTexture2D(GL_READ_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, eye.texture, 0);
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, small_);
  glFramebufferTexture2D(GL_DRAW_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_, 0);
  glBlitFramebuffer(0, 0, eye.width, eye.height, 0, 0, width, height, GL_COLOR_BUFFER_BIT,
                    GL_LINEAR);
  // The runtime owns the eye's texture again after this frame: nothing of ours may hold it.
  glFramebufferTexture2D(GL_READ_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, 0, 0);
  if (copy.buffer == 0) glGenBuffers(1, &copy.buffer);
  const auto size = static_cast<GLsizeiptr>(width) * height * 4;
  glBindFramebuffer(GL_READ_FRAMEBUFFER, small_);
  glBindBuffer(GL_PIXEL_PACK_BUFFER, copy.buffer);
  if (copy.view.width != width || copy.view.height != height) {
    glBufferData(GL_PIXEL_PACK_BUFFER, size, nullptr, GL_STREAM_READ);
  }
  glPixelStorei(GL_PACK_ALIGNMENT, 4);
  glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
  glBindBuffer(GL_PIXEL_PACK_BUFFER, 0);
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  copy.fence = glFenceSync(GL_SYNC_GPU_COMMANDS_COMPLETE, 0);
  glFlush();
  copy.view = WithoutPixels(eye.view, width, height);
}

}  // namespace vr
