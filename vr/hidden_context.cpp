// SPDX-License-Identifier: MIT
#include "vr/hidden_context.h"

#include "vr/xr/extensions.h"
#include "vr/xr/instance.h"

namespace vr {

content::Result<std::unique_ptr<HiddenContext>> HiddenContext::Open() {
  std::unique_ptr<HiddenContext> made(new HiddenContext);
  if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) {
    return tl::unexpected(
        content::Error{"graphics.no-display",
                       {"没有可用的显示环境：", "There is no display to draw with: "},
                       SDL_GetError(),
                       {"请在有显示器的会话里运行，或设置SDL_VIDEODRIVER=offscreen。",
                        "Run it in a session with a display, or set SDL_VIDEODRIVER=offscreen."}});
  }
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_CORE);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 4);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 5);
  SDL_GL_SetAttribute(SDL_GL_SHARE_WITH_CURRENT_CONTEXT, 0);
  made->window_ = SDL_CreateWindow("maplebridge-vr", 0, 0, 64, 64,
                                   SDL_WINDOW_OPENGL | SDL_WINDOW_HIDDEN | SDL_WINDOW_SKIP_TASKBAR);
  if (made->window_) made->context_ = SDL_GL_CreateContext(made->window_);
  if (!made->context_) {
    return tl::unexpected(
        content::Error{"graphics.no-opengl",
                       {"没有可用的OpenGL 4.5：", "No usable OpenGL 4.5: "},
                       SDL_GetError(),
                       {"请安装显卡驱动，或软件包libgl1-mesa-dri。",
                        "Install the graphics driver, or the package libgl1-mesa-dri."}});
  }
  SDL_GL_MakeCurrent(made->window_, nullptr);
  return made;
}

HiddenContext::~HiddenContext() {
  if (context_) SDL_GL_DeleteContext(context_);
  if (window_) SDL_DestroyWindow(window_);
  SDL_QuitSubSystem(SDL_INIT_VIDEO);
}

void HiddenContext::MakeCurrent() { SDL_GL_MakeCurrent(window_, context_); }
void HiddenContext::Release() { SDL_GL_MakeCurrent(window_, nullptr); }

void PreferRuntimesGraphics() {
  const auto offered = xr::OfferedExtensions();
  // An environment variable of the same name goes before this.
  const bool egl = offered && xr::FindExtensions(*offered).egl;
  SDL_SetHint(SDL_HINT_VIDEO_X11_FORCE_EGL, egl ? "1" : "0");
}

}  // namespace vr
