// SPDX-License-Identifier: MIT
#include "vr/guide/window.h"

#include <epoxy/gl.h>
#include <imgui.h>
#if __has_include(<backends/imgui_impl_opengl3.h>)
#include <backends/imgui_impl_opengl3.h>
#else
#include <imgui_impl_opengl3.h>
#endif

#include <algorithm>
#include <chrono>
#include <cstring>

#include "assets/picture_file.h"

namespace vr {
namespace {

constexpr double kTurnSeconds = 1.0 / 30;  // of the mirror

content::Error NoDisplay() {
  return {"guide.no-display",
          {"打不开引导员窗口：", "The guide's window can't be opened: "},
          SDL_GetError(),
          {"请在有显示器的会话里运行。", "Run it in a session with a display."}};
}

content::Error NoOpenGl() {
  return {"guide.no-opengl",
          {"没有可用的OpenGL：", "No usable OpenGL: "},
          SDL_GetError(),
          {"请安装显卡驱动，或软件包libgl1-mesa-dri。",
           "Install the graphics driver, or the package libgl1-mesa-dri."}};
}

std::int64_t NowUs() {
  return std::chrono::duration_cast<std::chrono::microseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

std::optional<GuideKey> KeyOf(const SDL_Keysym& sym) {
  if ((sym.mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI)) != 0) return std::nullopt;
  const bool shift = (sym.mod & KMOD_SHIFT) != 0;
  switch (sym.sym) {
    case SDLK_ESCAPE:
      return GuideKey::kEscape;
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
      return GuideKey::kEnter;
    case SDLK_SPACE:
      return GuideKey::kSpace;
    case SDLK_LEFT:
      return shift ? GuideKey::kShiftLeft : GuideKey::kLeft;
    case SDLK_RIGHT:
      return GuideKey::kRight;
    case SDLK_HOME:
      return GuideKey::kHome;
    case SDLK_KP_0:
      return GuideKey{'0'};
    default:
      break;
  }
  if (sym.sym >= SDLK_KP_1 && sym.sym <= SDLK_KP_9) return GuideKey{'1' + sym.sym - SDLK_KP_1};
  if (sym.sym > ' ' && sym.sym < 127) return GuideKey{sym.sym};
  return std::nullopt;
}

std::uint64_t Sum(const void* bytes, std::size_t size, std::uint64_t sum) {
  const auto* at = static_cast<const unsigned char*>(bytes);
  for (; size >= 8; size -= 8, at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, 8);
    sum = (sum ^ word) * 0x9E3779B97F4A7C15ull;
    sum ^= sum >> 29;
  }
  for (; size > 0; --size, ++at) sum = (sum ^ *at) * 0x100000001B3ull;
  return sum;
}

}  // namespace

content::Result<std::unique_ptr<GuideWindow>> GuideWindow::Open(const Options& options) {
  std::unique_ptr<GuideWindow> window(new GuideWindow);
  if (auto started = window->Start(options); !started) return tl::unexpected(started.error());
  return window;
}

content::Result<void> GuideWindow::Start(const Options& options) {
  state_.language = options.language;
  auto font = assets::Font::Open();
  if (!font) return tl::unexpected(font.error());
  font_.emplace(std::move(*font));
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");  // a finger is not also a mouse
  SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
  SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
  SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");  // the first click on Calm counts
  if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) return tl::unexpected(NoDisplay());
  SDL_StopTextInput();  // a Chinese input method would keep the letters for itself
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_CORE);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, options.scene ? 4 : 3);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, options.scene ? 5 : 3);
  SDL_GL_SetAttribute(SDL_GL_SHARE_WITH_CURRENT_CONTEXT, 0);
  SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
  Uint32 flags = SDL_WINDOW_OPENGL | SDL_WINDOW_ALLOW_HIGHDPI | SDL_WINDOW_RESIZABLE;
  const int middle =
      static_cast<int>(SDL_WINDOWPOS_CENTERED_DISPLAY(static_cast<Uint32>(options.display)));
  SDL_Rect at{middle, middle, options.width, options.height};
  if (options.fullscreen) {
    flags |= SDL_WINDOW_FULLSCREEN_DESKTOP;
    SDL_GetDisplayBounds(options.display, &at);  // no window manager need be there to do it
  }
  window_ = SDL_CreateWindow("枫桥 · 防溺水训练 Maplebridge", at.x, at.y, at.w, at.h, flags);
  if (window_ == nullptr) return tl::unexpected(NoDisplay());
  SDL_SetWindowMinimumSize(window_, 960, 600);
  context_ = SDL_GL_CreateContext(window_);
  if (context_ == nullptr) return tl::unexpected(NoOpenGl());
  SDL_GL_SetSwapInterval(options.swap_waits ? 1 : 0);
  SDL_GL_GetDrawableSize(window_, &width_, &height_);

  IMGUI_CHECKVERSION();
  imgui_ = ImGui::CreateContext();
  ImGui::SetCurrentContext(imgui_);
  ImGui::GetIO().IniFilename = nullptr;
  ImGui::GetIO().LogFilename = nullptr;
  renderer_ = ImGui_ImplOpenGL3_Init("#version 330 core");
  if (!renderer_) return tl::unexpected(NoOpenGl());
  glyph_texture_ = std::make_unique<assets::GlyphTexture>();
  glyphs_ = std::make_unique<assets::GlyphCache>(*font_, glyph_texture_->Name());
  paint_ = std::make_unique<GuidePaint>(*font_, *glyphs_);
  return {};
}

GuideWindow::~GuideWindow() {
  CloseSceneWindow();
  if (context_ != nullptr) MakeCurrent();
  if (mirror_texture_ != 0) glDeleteTextures(1, &mirror_texture_);
  glyph_texture_.reset();
  if (renderer_) ImGui_ImplOpenGL3_Shutdown();
  if (imgui_ != nullptr) ImGui::DestroyContext(imgui_);
  if (context_ != nullptr) SDL_GL_DeleteContext(context_);
  if (window_ != nullptr) SDL_DestroyWindow(window_);
  if (font_) SDL_QuitSubSystem(SDL_INIT_VIDEO);
}

void GuideWindow::MakeCurrent() {
  if (SDL_GL_GetCurrentContext() != context_ || SDL_GL_GetCurrentWindow() != window_) {
    SDL_GL_MakeCurrent(window_, context_);
  }
  if (imgui_ != nullptr) ImGui::SetCurrentContext(imgui_);
}

bool GuideWindow::IsVisible() const {
  return (SDL_GetWindowFlags(window_) & (SDL_WINDOW_HIDDEN | SDL_WINDOW_MINIMIZED)) == 0;
}

// --- What happens ------------------------------------------------------------------------------

GuideWindow::News GuideWindow::Poll(const GuideView& view, double seconds) {
  News news;
  SDL_Event event;
  const int timeout = static_cast<int>(seconds * 1000);
  int got = timeout <= 0 ? SDL_PollEvent(&event) : SDL_WaitEventTimeout(&event, timeout);
  while (got != 0) {
    Take(event, view, news);
    got = SDL_PollEvent(&event);
  }
  if (state_.sure && NowUs() - state_.sure_since_us > kSureUs) state_.sure.reset();
  return news;
}

void GuideWindow::Do(const GuideEvent& event, const GuideView& view, News& news) {
  const auto requests = UpdateGuide(event, view, NowUs(), state_);
  news.requests.insert(news.requests.end(), requests.begin(), requests.end());
}

void GuideWindow::TakeKey(const SDL_KeyboardEvent& key, const GuideView& view, News& news) {
  if (key.repeat != 0) return;
  if (key.type == SDL_KEYDOWN) {
    if (const auto known = KeyOf(key.keysym)) {
      if (const auto event = EventOfKey(*known, state_, view)) return Do(*event, view, news);
    }
  }
  news.keys.push_back({key.keysym.sym, key.type == SDL_KEYDOWN});
}

const GuideElement* GuideWindow::ElementAt(const LoosePointer& pointer) const {
  const auto& elements = pointer.elsewhere ? scene_elements_ : elements_;
  for (auto it = elements.rbegin(); it != elements.rend(); ++it) {
    if (it->hit.w > 0 && it->hit.Holds(pointer.x, pointer.y)) return &*it;
  }
  return nullptr;
}

void GuideWindow::TakePointer(LoosePointer pointer, const GuideView& view, News& news) {
  using Kind = LoosePointer::Kind;
  const GuideElement* element = ElementAt(pointer);
  if (pointer.kind == Kind::kDown) {
    if (element != nullptr && element->event) {
      pressed_ = element->id;
      pressing_ = pointer.finger;
      // Calm comes when the finger comes: whoever presses it has no time for niceties.
      if (element->event->act == GuideAct::kCalm) Do(*element->event, view, news);
      return;
    }
    if (element != nullptr) pointer.element = element->id;
    loose_ = pointer.finger;
  } else if (!pressed_.empty() && pointer.finger == pressing_ && pointer.kind != Kind::kHover) {
    if (pointer.kind == Kind::kMove) return;
    const std::string id = std::exchange(pressed_, {});
    if (pointer.kind != Kind::kUp || element == nullptr || element->id != id) return;
    if (element->event && element->event->act != GuideAct::kCalm) Do(*element->event, view, news);
    return;
  }
  news.pointers.push_back(std::move(pointer));
}

void GuideWindow::Take(const SDL_Event& event, const GuideView& view, News& news) {
  using Kind = LoosePointer::Kind;
  const bool elsewhere = IsInSceneWindow(event);
  SDL_Window* window = elsewhere ? scene_window_ : window_;
  const auto [width, height] = PixelsOf(window);
  const auto finger = [&, w = width, h = height](Kind kind) {
    const SDL_TouchFingerEvent& touch = event.tfinger;
    TakePointer({kind,
                 touch.fingerId,
                 touch.x * static_cast<float>(w),
                 touch.y * static_cast<float>(h),
                 {},
                 elsewhere},
                view, news);
  };
  const auto mouse = [&, w = width](Kind kind, int x, int y) {
    int points = w, unused = 0;
    SDL_GetWindowSize(window, &points, &unused);
    const float scale = static_cast<float>(w) / static_cast<float>(std::max(1, points));
    TakePointer({kind,
                 kMouseFinger,
                 static_cast<float>(x) * scale,
                 static_cast<float>(y) * scale,
                 {},
                 elsewhere},
                view, news);
  };
  switch (event.type) {
    case SDL_QUIT:
      news.quit = true;
      break;
    case SDL_KEYDOWN:
    case SDL_KEYUP:
      TakeKey(event.key, view, news);
      break;
    case SDL_FINGERDOWN:
      finger(Kind::kDown);
      break;
    case SDL_FINGERMOTION:
      finger(Kind::kMove);
      break;
    case SDL_FINGERUP:
      finger(Kind::kUp);
      break;
    case SDL_MOUSEBUTTONDOWN:
      if (event.button.button == SDL_BUTTON_LEFT)
        mouse(Kind::kDown, event.button.x, event.button.y);
      break;
    case SDL_MOUSEBUTTONUP:
      if (event.button.button == SDL_BUTTON_LEFT) mouse(Kind::kUp, event.button.x, event.button.y);
      break;
    case SDL_MOUSEMOTION:
      mouse((event.motion.state & SDL_BUTTON_LMASK) != 0 ? Kind::kMove : Kind::kHover,
            event.motion.x, event.motion.y);
      break;
    case SDL_WINDOWEVENT:
      if (elsewhere) {
        if (event.window.event == SDL_WINDOWEVENT_LEAVE) mouse(Kind::kLeave, -1, -1);
        if (event.window.event == SDL_WINDOWEVENT_CLOSE) CloseSceneWindow();
        break;
      }
      SDL_GL_GetDrawableSize(window_, &width_, &height_);
      if (event.window.event == SDL_WINDOWEVENT_CLOSE) news.quit = true;
      if (event.window.event == SDL_WINDOWEVENT_LEAVE) mouse(Kind::kLeave, -1, -1);
      if (event.window.event == SDL_WINDOWEVENT_FOCUS_LOST) pressed_.clear();
      renewed_ = true;
      break;
    default:
      break;
  }
}

// --- What is shown -----------------------------------------------------------------------------

void GuideWindow::TakeMirror(MirrorSlot& slot, double seconds_passed) {
  if (auto newest = slot.Take(); newest && newest->width > 0 && newest->height > 0) {
    slot.Return(std::exchange(mirror_, std::move(newest)));
    if (!IsVisible()) return;
    MakeCurrent();
    if (mirror_texture_ == 0) {
      glGenTextures(1, &mirror_texture_);
      glBindTexture(GL_TEXTURE_2D, mirror_texture_);
      for (const GLenum filter : {GLenum{GL_TEXTURE_MIN_FILTER}, GLenum{GL_TEXTURE_MAG_FILTER}}) {
        glTexParameteri(GL_TEXTURE_2D, filter, GL_LINEAR);
      }
      for (const GLenum wrap : {GLenum{GL_TEXTURE_WRAP_S}, GLenum{GL_TEXTURE_WRAP_T}}) {
        glTexParameteri(GL_TEXTURE_2D, wrap, GL_CLAMP_TO_EDGE);
      }
    }
    glBindTexture(GL_TEXTURE_2D, mirror_texture_);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    if (mirror_width_ != mirror_->width || mirror_height_ != mirror_->height) {
      mirror_width_ = mirror_->width;
      mirror_height_ = mirror_->height;
      glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, mirror_width_, mirror_height_, 0, GL_RGBA,
                   GL_UNSIGNED_BYTE, mirror_->rgba.data());
    } else {
      glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, mirror_width_, mirror_height_, GL_RGBA,
                      GL_UNSIGNED_BYTE, mirror_->rgba.data());
    }
    renewed_ = true;
  }
  if (!mirror_) return;
  picture_.texture = mirror_texture_;
  picture_.gaze = mirror_->gaze;
  float aspect = 1.5F;
  for (const GuideElement& element : elements_) {
    if (element.id == "picture" && element.area.h > 0) aspect = element.area.w / element.area.h;
  }
  picture_.cut = StepSteady(*mirror_, aspect, seconds_passed, steady_);
}

void GuideWindow::ShowScene(unsigned texture) {
  picture_ = {};
  picture_.texture = texture;
  renewed_ = true;
}

Box GuideWindow::ScenePixels(const GuideView& view) {
  if (HasSceneWindow()) {
    const auto [width, height] = PixelsOf(scene_window_);
    return {0, 0, static_cast<float>(width), static_cast<float>(height)};
  }
  paint_->Begin(nullptr, width_, height_, state_.language, {});
  const Box box = LayOutGuide(*paint_, state_, view, false).picture;
  const float scale = paint_->Scale();
  return {box.x * scale, box.y * scale, box.w * scale, box.h * scale};
}

bool GuideWindow::HasChanged() {
  std::uint64_t sum =
      static_cast<std::uint64_t>(width_) * 65'537 + static_cast<std::uint64_t>(height_);
  const ImDrawData* data = ImGui::GetDrawData();
  for (int i = 0; i < data->CmdListsCount; ++i) {
    const ImDrawList& list = *data->CmdLists[i];
    sum = Sum(list.VtxBuffer.Data,
              static_cast<std::size_t>(list.VtxBuffer.Size) * sizeof(ImDrawVert), sum);
  }
  const bool changed = renewed_ || sum != shown_;
  shown_ = sum;
  renewed_ = false;
  return changed;
}

void GuideWindow::BeginPass(int width, int height) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
  io.DeltaTime = 1.0F / 60;
  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
  paint_->Begin(ImGui::GetBackgroundDrawList(), width, height, state_.language, pressed_);
}

void GuideWindow::Draw(const GuideView& view, const Overlay& over) {
  if (HasSceneWindow()) DrawSceneWindow(over);
  if (!IsVisible() || width_ <= 0 || height_ <= 0) return;
  MakeCurrent();
  for (int pass = 0; pass < 3; ++pass) {
    const int before = glyphs_->Generation();
    BeginPass(width_, height_);
    const GuideLayout layout = LayOutGuide(*paint_, state_, view, HasSceneWindow());
    DrawGuide(state_, view, picture_, layout, *paint_);
    if (over && layout.picture.w > 0 && !HasSceneWindow()) over(*paint_, layout.picture);
    elements_ = paint_->End();
    ImGui::Render();
    if (glyphs_->Generation() == before) break;  // else glyphs moved in their texture
  }
  glyph_texture_->Send(*glyphs_);
  if (!HasChanged()) return;
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  glViewport(0, 0, width_, height_);
  glDisable(GL_FRAMEBUFFER_SRGB);  // colours are sRGB all the way
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  SDL_GL_SwapWindow(window_);
  ++frames_;
}

bool GuideWindow::SavePng(const std::string& file) {
  MakeCurrent();
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());  // what was swapped is gone
  return assets::WritePicture(file, width_, height_, assets::ReadFramebuffer(width_, height_));
}

bool RunGuide(GuideWindow& window, GuideLink& link, const std::function<bool()>& done) {
  std::int64_t last = NowUs(), drawn = 0;
  while (!done()) {
    const GuideView view = link.View();
    const double wait = kTurnSeconds - static_cast<double>(NowUs() - drawn) / 1e6;
    const GuideWindow::News news = window.Poll(view, std::max(0.001, wait));
    if (!news.requests.empty()) link.Ask(news.requests);
    if (news.quit) return false;
    const std::int64_t now = NowUs();
    if (static_cast<double>(now - drawn) < kTurnSeconds * 1e6 && news.requests.empty()) continue;
    window.TakeMirror(link.mirror, static_cast<double>(now - last) / 1e6);
    window.Draw(link.View());
    last = drawn = now;
  }
  return true;
}

}  // namespace vr
