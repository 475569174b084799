// SPDX-License-Identifier: MIT
#include "vr/render/offscreen.h"

#include <SDL.h>

#include <cstddef>
#include <utility>

#include "assets/picture_file.h"
#include "vr/render/gl.h"

namespace vr {
namespace {

content::Error NoContext() {
  return {"offscreen.opengl",
          {"不能在后台画图：", "Nothing can be drawn offscreen: "},
          SDL_GetError(),
          {"请安装软件包libegl1和libgl1-mesa-dri。",
           "Install the packages libegl1 and libgl1-mesa-dri."}};
}

}  // namespace

struct Offscreen::Parts {
  SDL_Window* window = nullptr;
  SDL_GLContext context = nullptr;
  gl::Target target;

  ~Parts() {
    target = {};
    if (context != nullptr) SDL_GL_DeleteContext(context);
    if (window != nullptr) SDL_DestroyWindow(window);
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
  }
};

const std::uint8_t* Picture::At(int x, int y) const {
  return &rgb[(static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
               static_cast<std::size_t>(x)) *
              3];
}

content::Result<std::unique_ptr<Offscreen>> Offscreen::Open(Api api) {
  SDL_SetHint(SDL_HINT_VIDEODRIVER, "offscreen");
  SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
  auto parts = std::make_unique<Parts>();
  if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) return tl::unexpected(NoContext());
  const bool es = api == Api::kOpenGlEs32;
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK,
                      es ? SDL_GL_CONTEXT_PROFILE_ES : SDL_GL_CONTEXT_PROFILE_CORE);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, es ? 3 : 4);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, es ? 2 : 5);
  parts->window = SDL_CreateWindow("", 0, 0, 16, 16, SDL_WINDOW_OPENGL | SDL_WINDOW_HIDDEN);
  if (parts->window == nullptr) return tl::unexpected(NoContext());
  parts->context = SDL_GL_CreateContext(parts->window);
  if (parts->context == nullptr) return tl::unexpected(NoContext());
  return std::unique_ptr<Offscreen>(new Offscreen(std::move(parts)));
}

Offscreen::Offscreen(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Offscreen::~Offscreen() = default;

Picture Offscreen::Take(Renderer& renderer, const Scene& scene, Eye eye, content::Language language,
                        int width, int height) {
  parts_->target.Fit(width, height, 0);
  eye.framebuffer = parts_->target.framebuffer.name();
  eye.framebuffer_is_srgb = true;
  eye.viewport = {0, 0, width, height};
  renderer.Draw(scene, eye, language);
  glBindFramebuffer(GL_READ_FRAMEBUFFER, eye.framebuffer);
  return {width, height, assets::ReadFramebuffer(width, height)};
}

content::Result<void> SavePicture(const Picture& picture, const std::filesystem::path& file) {
  const std::string name = file.string();
  if (assets::WritePicture(name, picture.width, picture.height, picture.rgb)) return {};
  return tl::unexpected(content::Error{
      "picture.write",
      {"图片存不下来。", "The picture can't be saved."},
      name,
      {"请检查文件夹是否存在、可写。", "Check that the folder exists and can be written to."}});
}

}  // namespace vr
