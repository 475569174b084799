// SPDX-License-Identifier: MIT
#include "kiosk/devices/window.h"

#include <epoxy/gl.h>
#include <imgui.h>
#if __has_include(<backends/imgui_impl_opengl3.h>)
#include <backends/imgui_impl_opengl3.h>
#else
#include <imgui_impl_opengl3.h>
#endif

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string_view>

#include "assets/picture_file.h"

namespace kiosk {
namespace {

constexpr std::int64_t kMouse = -1;  // the mouse counts as one more finger

content::Error NoDisplay() {
  return {"window.no-display",
          {"打不开窗口：", "The window can't be opened: "},
          SDL_GetError(),
          {"请在有显示器的会话里运行，或设置SDL_VIDEODRIVER=offscreen。",
           "Run it in a session with a display, or set SDL_VIDEODRIVER=offscreen."}};
}

content::Error NoOpenGl() {
  return {"window.no-opengl",
          {"没有可用的OpenGL 3.3：", "No usable OpenGL 3.3: "},
          SDL_GetError(),
          {"请安装显卡驱动，或软件包libgl1-mesa-dri。",
           "Install the graphics driver, or the package libgl1-mesa-dri."}};
}

/// Nothing outside `damage` is drawn.
void CutTo(const PixelRect& damage, ImDrawData& data) {
  const auto left = static_cast<float>(damage.left), top = static_cast<float>(damage.top);
  const auto right = static_cast<float>(damage.right), bottom = static_cast<float>(damage.bottom);
  for (int i = 0; i < data.CmdListsCount; ++i) {
    for (ImDrawCmd& command : data.CmdLists[i]->CmdBuffer) {
      ImVec4& clip = command.ClipRect;
      clip = {std::max(clip.x, left), std::max(clip.y, top), std::min(clip.z, right),
              std::min(clip.w, bottom)};
    }
  }
}

}  // namespace

content::Result<std::unique_ptr<Window>> Window::Open(const Options& options) {
  std::unique_ptr<Window> window(new Window);
  if (auto started = window->Start(options); !started) return tl::unexpected(started.error());
  return window;
}

content::Result<void> Window::Start(const Options& options) {
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");  // a finger is not also a mouse
  SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
  SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
  SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "0");
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return tl::unexpected(NoDisplay());
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_CORE);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 3);
  SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
  Uint32 flags = SDL_WINDOW_OPENGL | SDL_WINDOW_ALLOW_HIGHDPI;
  SDL_Rect at{SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, options.width, options.height};
  if (options.fullscreen) {
    flags |= SDL_WINDOW_FULLSCREEN_DESKTOP;
    // A station's X server may run without a window manager, who would make it as large.
    SDL_GetDisplayBounds(0, &at);
  }
  window_ = SDL_CreateWindow("枫桥 Maplebridge", at.x, at.y, at.w, at.h, flags);
  if (window_ == nullptr) return tl::unexpected(NoDisplay());
  context_ = SDL_GL_CreateContext(window_);
  if (context_ == nullptr) return tl::unexpected(NoOpenGl());
  SDL_GL_SetSwapInterval(options.vsync ? 1 : 0);
  SDL_GL_GetDrawableSize(window_, &width_, &height_);
  wake_event_ = SDL_RegisterEvents(1);
  offscreen_ = std::string_view(SDL_GetCurrentVideoDriver()) == "offscreen";
  if (options.fullscreen) SDL_ShowCursor(SDL_DISABLE);
  partial_swap_ = PartialSwap::Find();

  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  imgui_ = true;
  if (!ImGui_ImplOpenGL3_Init("#version 330 core")) return tl::unexpected(NoOpenGl());
  return {};
}

Window::~Window() {
  if (framebuffer_ != 0) glDeleteFramebuffers(1, &framebuffer_);
  if (picture_ != 0) glDeleteTextures(1, &picture_);
  if (imgui_) {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext();
  }
  if (context_ != nullptr) SDL_GL_DeleteContext(context_);
  if (window_ != nullptr) SDL_DestroyWindow(window_);
  SDL_QuitSubSystem(SDL_INIT_VIDEO);
}

WindowNews Window::Wait(std::optional<double> seconds) {
  WindowNews news;
  SDL_Event event;
  const int timeout = seconds ? static_cast<int>(*seconds * 1000 + 0.999) : -1;
  int got = timeout == 0 ? SDL_PollEvent(&event) : SDL_WaitEventTimeout(&event, timeout);
  while (got != 0) {
    Take(event, news);
    got = SDL_PollEvent(&event);
  }
  return news;
}

void Window::TakeFinger(const SDL_TouchFingerEvent& finger, PointerEvent::Kind kind,
                        WindowNews& news) {
  const Vec at{finger.x * static_cast<float>(width_), finger.y * static_cast<float>(height_)};
  news.pointers.push_back({kind, finger.fingerId, at, finger.timestamp / 1000.0});
}

void Window::Take(const SDL_Event& event, WindowNews& news) {
  using Kind = PointerEvent::Kind;
  const auto mouse = [&](Kind kind, int x, int y, Uint32 stamp) {
    int points_w = width_, points_h = height_;
    SDL_GetWindowSize(window_, &points_w, &points_h);
    const float sx = static_cast<float>(width_) / static_cast<float>(std::max(1, points_w));
    const Vec at{static_cast<float>(x) * sx, static_cast<float>(y) * sx};
    news.pointers.push_back({kind, kMouse, at, stamp / 1000.0});
  };
  switch (event.type) {
    case SDL_QUIT:
      news.quit = true;
      break;
    case SDL_FINGERDOWN:
      TakeFinger(event.tfinger, Kind::kDown, news);
      break;
    case SDL_FINGERMOTION:
      TakeFinger(event.tfinger, Kind::kMove, news);
      break;
    case SDL_FINGERUP:
      TakeFinger(event.tfinger, Kind::kUp, news);
      break;
    case SDL_MOUSEBUTTONDOWN:
      if (event.button.button != SDL_BUTTON_LEFT) break;
      mouse_down_ = true;
      mouse(Kind::kDown, event.button.x, event.button.y, event.button.timestamp);
      break;
    case SDL_MOUSEBUTTONUP:
      if (event.button.button != SDL_BUTTON_LEFT) break;
      mouse_down_ = false;
      mouse(Kind::kUp, event.button.x, event.button.y, event.button.timestamp);
      break;
    case SDL_MOUSEMOTION:
      if (mouse_down_) mouse(Kind::kMove, event.motion.x, event.motion.y, event.motion.timestamp);
      break;
    case SDL_WINDOWEVENT:
      if (event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED) {
        SDL_GL_GetDrawableSize(window_, &width_, &height_);
      }
      if (event.window.event == SDL_WINDOWEVENT_CLOSE) news.quit = true;
      news.must_draw = true;
      break;
    default:
      if (event.type == wake_event_) news.woken = true;
      break;
  }
}

ImDrawList* Window::BeginList() {
  if (in_list_) ImGui::EndFrame();
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(width_), static_cast<float>(height_)};
  io.DeltaTime = 1.0f / 60;
  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
  in_list_ = true;
  return ImGui::GetBackgroundDrawList();
}

PixelRect Window::TakeDamage(unsigned renewed) {
  next_.Take(*ImGui::GetBackgroundDrawList());
  const auto texture = reinterpret_cast<ImTextureID>(static_cast<std::intptr_t>(renewed));
  const PixelRect damage = Damage(shown_, next_, texture, width_, height_);
  std::swap(shown_, next_);
  if (picture_width_ == width_ && picture_height_ == height_) return damage;
  if (!partial_swap_) FitPicture();
  picture_width_ = width_;
  picture_height_ = height_;
  return {0, 0, width_, height_};
}

void Window::FitPicture() {
  if (picture_ == 0) glGenTextures(1, &picture_);
  if (framebuffer_ == 0) glGenFramebuffers(1, &framebuffer_);
  glBindTexture(GL_TEXTURE_2D, picture_);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width_, height_, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, picture_, 0);
}

void Window::DrawPart(const PixelRect& damage) {
  glEnable(GL_SCISSOR_TEST);
  glScissor(damage.left, height_ - damage.bottom, damage.right - damage.left,
            damage.bottom - damage.top);
  glClearColor(0, 0, 0, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  CutTo(damage, *ImGui::GetDrawData());
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  glDisable(GL_SCISSOR_TEST);
}

/// Draws the damaged part of the kept picture, and copies the whole to the window, whose own
/// picture is lost at each swap.
void Window::DrawAndSwap(const PixelRect& damage) {
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
  DrawPart(damage);
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
  glBlitFramebuffer(0, 0, width_, height_, 0, 0, width_, height_, GL_COLOR_BUFFER_BIT, GL_NEAREST);
  SDL_GL_SwapWindow(window_);
}

// The very first picture goes straight to the window: the copy's own start takes tens of
// milliseconds where OpenGL is software, and comes while the visitor already looks.
void Window::Present(unsigned renewed) {
  ImGui::Render();
  in_list_ = false;
  if (frames_ == 0) {
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    SDL_GL_SwapWindow(window_);
  } else {
    const PixelRect damage = TakeDamage(renewed);
    if (damage.Empty()) return;
    if (partial_swap_) {
      DrawPart(damage);
      partial_swap_->Show(damage, height_);
    } else {
      DrawAndSwap(damage);
    }
  }
  if (offscreen_) glFinish();  // nothing else waits there: frames would pile up in memory
  ++frames_;
}

bool Window::SavePng(const std::string& file) const {
  glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_);
  return assets::WritePicture(file, width_, height_, assets::ReadFramebuffer(width_, height_));
}

}  // namespace kiosk
