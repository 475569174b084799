// SPDX-License-Identifier: MIT
#pragma once

#include <SDL2/SDL.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "content/result.h"
#include "kiosk/devices/damage.h"
#include "kiosk/devices/partial_swap.h"
#include "kiosk/ui/touch.h"

struct ImDrawList;

namespace kiosk {

/// What the window has to tell since the last look. Positions are in pixels of the window.
struct WindowNews {
  std::vector<PointerEvent> pointers;
  bool quit = false;
  bool must_draw = false;  ///< Exposed, resized, or shown again.
  bool woken = false;      ///< A device's wake event arrived.
};

/// The one window, its OpenGL context, and Dear ImGui as a maker of triangles. Fingers count
/// first, the mouse is a second way; no key gets through.
class Window {
 public:
  struct Options {
    int width = 1080, height = 1920;
    bool fullscreen = false;
    bool vsync = true;
  };
  /// Errors: window.no-display, window.no-opengl.
  [[nodiscard]] static content::Result<std::unique_ptr<Window>> Open(const Options& options);
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  /// Sleeps until something happens, at most `seconds` (0: does not wait; absent: for ever).
  [[nodiscard]] WindowNews Wait(std::optional<double> seconds);

  /// Begins a new list of triangles, discarding the one before.
  [[nodiscard]] ImDrawList* BeginList();
  /// Shows the list begun last. Only what differs from the picture before is drawn; `renewed` is
  /// the texture whose contents changed since then (0: none).
  void Present(unsigned renewed = 0);
  /// The next picture is drawn whole: textures were deleted, so that their names may come again.
  void Invalidate() { picture_width_ = 0; }
  /// The picture shown last as PNG. False when it can't be written.
  [[nodiscard]] bool SavePng(const std::string& file) const;

  [[nodiscard]] int Width() const { return width_; }    ///< Pixels.
  [[nodiscard]] int Height() const { return height_; }  ///< Pixels.
  [[nodiscard]] Uint32 WakeEvent() const { return wake_event_; }
  [[nodiscard]] long FramesDrawn() const { return frames_; }

 private:
  Window() = default;
  void Take(const SDL_Event& event, WindowNews& news);
  void TakeFinger(const SDL_TouchFingerEvent& finger, PointerEvent::Kind kind, WindowNews& news);
  [[nodiscard]] content::Result<void> Start(const Options& options);
  /// The part to draw again; everything when there is no picture of this size yet.
  [[nodiscard]] PixelRect TakeDamage(unsigned renewed);
  void FitPicture();
  void DrawPart(const PixelRect& damage);
  void DrawAndSwap(const PixelRect& damage);

  SDL_Window* window_ = nullptr;
  SDL_GLContext context_ = nullptr;
  bool imgui_ = false;
  bool in_list_ = false;
  bool mouse_down_ = false;
  bool offscreen_ = false;
  Uint32 wake_event_ = 0;
  Triangles shown_, next_;
  std::optional<PartialSwap> partial_swap_;
  /// What is on the screen, kept to be drawn upon; with a partial swap the window's back buffer.
  unsigned picture_ = 0, framebuffer_ = 0;
  int picture_width_ = 0, picture_height_ = 0;
  int width_ = 0, height_ = 0;
  long frames_ = 0;
};

}  // namespace kiosk
