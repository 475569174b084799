// SPDX-License-Identifier: MIT
#pragma once

#include <SDL2/SDL.h>

#include <memory>

#include "content/result.h"

namespace vr {

/// OpenGL 4.5 without anything to be seen: a hidden window's context, for the headset's loop. Made
/// and destroyed on SDL's thread; used on one other.
class HiddenContext {
 public:
  /// Errors: graphics.no-display, graphics.no-opengl.
  [[nodiscard]] static content::Result<std::unique_ptr<HiddenContext>> Open();
  ~HiddenContext();
  HiddenContext(const HiddenContext&) = delete;
  HiddenContext& operator=(const HiddenContext&) = delete;

  void MakeCurrent();  ///< On the calling thread.
  void Release();

 private:
  HiddenContext() = default;
  SDL_Window* window_ = nullptr;
  SDL_GLContext context_ = nullptr;
};

/// How SDL has to make its contexts for the runtime that is there, before the first window: through
/// EGL where the runtime takes that, else (SteamVR) through GLX.
void PreferRuntimesGraphics();

}  // namespace vr
