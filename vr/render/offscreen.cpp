// SPDX-License-Identifier: MIT
#include "vr/render/offscreen.h"

#include <SDL.h>

#include <cstddef>
#include <utility>

#include "vr/render/gl.h"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#pragma GCC diagnostic ignored "-Wunused-function"
#define STB_IMAGE_WRITE_STATIC
#define STB_IMAGE_WRITE_IMPLEMENTATION
#include <stb/stb_image_write.h>
#pragma GCC diagnostic pop

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
  const auto row = static_cast<std::size_t>(width) * 4;
  std::vector<std::uint8_t> rgba(row * static_cast<std::size_t>(height));
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glBindFramebuffer(GL_READ_FRAMEBUFFER, eye.framebuffer);
  glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, rgba.data());
  Picture picture{width, height, {}};
  picture.rgb.reserve(rgba.size() / 4 * 3);
  for (int y = height - 1; y >= 0; --y) {
    const std::uint8_t* from = &rgba[static_cast<std::size_t>(y) * row];
    for (int x = 0; x < width; ++x, from += 4)
      picture.rgb.insert(picture.rgb.end(), from, from + 3);
  }
  return picture;
}

content::Result<void> SavePicture(const Picture& picture, const std::filesystem::path& file) {
  const std::string name = file.string();
  const int wrote =
      file.extension() == ".jpg"
          ? stbi_write_jpg(name.c_str(), picture.width, picture.height, 3, picture.rgb.data(), 88)
          : stbi_write_png(name.c_str(), picture.width, picture.height, 3, picture.rgb.data(),
                           picture.width * 3);
  if (wrote != 0) return {};
  return tl::unexpected(content::Error{
      "picture.write",
      {"图片存不下来。", "The picture can't be saved."},
      name,
      {"请检查文件夹是否存在、可写。", "Check that the folder exists and can be written to."}});
}

}  // namespace vr
