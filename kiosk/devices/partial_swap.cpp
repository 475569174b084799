// SPDX-License-Identifier: MIT
#include "kiosk/devices/partial_swap.h"

#include <SDL2/SDL.h>
#include <epoxy/gl.h>

#include <string_view>

namespace kiosk {

std::optional<PartialSwap> PartialSwap::Find() {
  if (std::string_view(SDL_GetCurrentVideoDriver()) != "x11") return std::nullopt;
  const auto* renderer = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
  if (renderer == nullptr || std::string_view(renderer).find("pipe") == std::string_view::npos) {
    return std::nullopt;  // llvmpipe and softpipe are Mesa's ways to draw without a card
  }
  PartialSwap swap;
  const auto find = [](const char* name) { return SDL_GL_GetProcAddress(name); };
  swap.display_ = reinterpret_cast<CurrentDisplay>(find("glXGetCurrentDisplay"));
  swap.drawable_ = reinterpret_cast<CurrentDrawable>(find("glXGetCurrentDrawable"));
  swap.copy_ = reinterpret_cast<CopySubBuffer>(find("glXCopySubBufferMESA"));
  if (swap.display_ == nullptr || swap.drawable_ == nullptr || swap.copy_ == nullptr ||
      swap.display_() == nullptr) {
    return std::nullopt;
  }
  return swap;
}

void PartialSwap::Show(const PixelRect& part, int window_height) const {
  copy_(display_(), drawable_(), part.left, window_height - part.bottom, part.right - part.left,
        part.bottom - part.top);
}

}  // namespace kiosk
