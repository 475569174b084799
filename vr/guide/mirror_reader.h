// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <memory>

#include "vr/guide/mirror.h"

namespace vr {

/// Brings small copies of an eye's picture from the GPU to a MirrorSlot, in the loop's own context.
/// Never waits for the GPU: a copy is fetched frames later, when it has arrived; while none of its
/// buffers is free, or sooner than a thirtieth of a second after the last, there is no copy.
class MirrorReader {
 public:
  explicit MirrorReader(MirrorSlot& slot) : slot_(slot) {}
  ~MirrorReader();
  MirrorReader(const MirrorReader&) = delete;
  MirrorReader& operator=(const MirrorReader&) = delete;

  /// What the picture shows; its size and pixels are not read.
  struct Eye {
    unsigned texture = 0;  ///< GL_TEXTURE_2D, sRGB.
    int width = 0, height = 0;
    MirrorPicture view;
  };
  /// Once a frame, after the eye was drawn. Leaves framebuffer and pack buffer bindings at 0.
  void Offer(const Eye& eye, std::int64_t now_us);

 private:
  struct Copy {
    unsigned buffer = 0;
    void* fence = nullptr;
    MirrorPicture view;  ///< Without pixels.
  };
  void Fetch();
  void Begin(const Eye& eye, Copy& copy);

  MirrorSlot& slot_;
  std::array<Copy, 3> copies_;
  unsigned from_ = 0, small_ = 0, texture_ = 0;
  int width_ = 0, height_ = 0;
  std::int64_t last_us_ = -1'000'000;
};

}  // namespace vr
