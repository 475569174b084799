// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "kiosk/devices/damage.h"

namespace kiosk {

/// Shows a part of the window's back buffer and leaves that buffer as it is. Where OpenGL is drawn
/// by the processor, a swap costs a copy of the whole window and its way to the X server; most
/// touches change a tenth of it.
class PartialSwap {
 public:
  /// For the current context. Absent where a graphics card draws, whose swaps cost nothing and wait
  /// for the screen, and where GLX_MESA_copy_sub_buffer is not offered.
  [[nodiscard]] static std::optional<PartialSwap> Find();

  /// `part` in a window `window_height` pixels high, as all rectangles from the top.
  void Show(const PixelRect& part, int window_height) const;

 private:
  // As in GL/glx.h and GL/glxext.h, which would bring Xlib's macros with them.
  using CurrentDisplay = void* (*)();
  using CurrentDrawable = unsigned long (*)();
  using CopySubBuffer = void (*)(void* display, unsigned long drawable, int x, int y, int width,
                                 int height);
  CurrentDisplay display_ = nullptr;
  CurrentDrawable drawable_ = nullptr;
  CopySubBuffer copy_ = nullptr;
};

}  // namespace kiosk
