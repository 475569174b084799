// SPDX-License-Identifier: MIT
// Together mode with two displays: the scene fills the other one.
#include <epoxy/gl.h>
#include <imgui.h>
#if __has_include(<backends/imgui_impl_opengl3.h>)
#include <backends/imgui_impl_opengl3.h>
#else
#include <imgui_impl_opengl3.h>
#endif

#include <algorithm>

#include "vr/guide/window.h"

namespace vr {

bool GuideWindow::OpenSceneWindow(bool even_on_one) {
  if (scene_window_ != nullptr) return true;
  const int displays = SDL_GetNumVideoDisplays();
  if (displays < 2 && !even_on_one) return false;
  const int own = SDL_GetWindowDisplayIndex(window_);
  const int other = displays < 2 ? own : (own == 0 ? 1 : 0);
  const int at = static_cast<int>(SDL_WINDOWPOS_CENTERED_DISPLAY(static_cast<Uint32>(other)));
  Uint32 flags = SDL_WINDOW_OPENGL | SDL_WINDOW_ALLOW_HIGHDPI | SDL_WINDOW_RESIZABLE;
  if (displays > 1) flags |= SDL_WINDOW_FULLSCREEN_DESKTOP;
  scene_window_ = SDL_CreateWindow("枫桥 · 防溺水训练 Maplebridge", at, at, 1280, 800, flags);
  renewed_ = true;
  return scene_window_ != nullptr;
}

void GuideWindow::CloseSceneWindow() {
  if (scene_window_ == nullptr) return;
  SDL_GL_MakeCurrent(window_, context_);
  SDL_DestroyWindow(scene_window_);
  scene_window_ = nullptr;
  scene_elements_.clear();
  renewed_ = true;
}

bool GuideWindow::IsInSceneWindow(const SDL_Event& event) const {
  if (scene_window_ == nullptr) return false;
  const Uint32 id = SDL_GetWindowID(scene_window_);
  switch (event.type) {
    case SDL_WINDOWEVENT:
      return event.window.windowID == id;
    case SDL_MOUSEMOTION:
      return event.motion.windowID == id;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
      return event.button.windowID == id;
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP:
      return event.tfinger.windowID == id;
    default:
      return false;
  }
}

std::pair<int, int> GuideWindow::PixelsOf(SDL_Window* window) const {
  if (window == window_) return {width_, height_};
  int width = 0, height = 0;
  SDL_GL_GetDrawableSize(window, &width, &height);
  return {width, height};
}

void GuideWindow::DrawSceneWindow(const Overlay& over) {
  const auto [width, height] = PixelsOf(scene_window_);
  const Uint32 unseen = SDL_WINDOW_HIDDEN | SDL_WINDOW_MINIMIZED;
  if ((SDL_GetWindowFlags(scene_window_) & unseen) != 0 || width <= 0 || height <= 0) return;
  SDL_GL_MakeCurrent(scene_window_, context_);
  ImGui::SetCurrentContext(imgui_);
  BeginPass(width, height);
  const Box all{0, 0, paint_->Width(), paint_->Height()};
  const float corners[4][2] = {{0, 1}, {1, 1}, {1, 0}, {0, 0}};
  paint_->Fill(all, colour::kNight);
  if (picture_.texture != 0) paint_->Picture(all, picture_.texture, corners, 0);
  if (over) over(*paint_, all);
  scene_elements_ = paint_->End();
  ImGui::Render();
  glyph_texture_->Send(*glyphs_);
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  glViewport(0, 0, width, height);
  glDisable(GL_FRAMEBUFFER_SRGB);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  SDL_GL_SwapWindow(scene_window_);
}

}  // namespace vr
