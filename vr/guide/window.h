// SPDX-License-Identifier: MIT
#pragma once

#include <SDL2/SDL.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "assets/glyph_texture.h"
#include "content/result.h"
#include "vr/guide/draw.h"
#include "vr/guide/link.h"

struct ImGuiContext;

namespace vr {

/// A finger or the mouse that no button of the guide's took, in pixels of the window.
struct LoosePointer {
  enum class Kind : std::uint8_t { kDown, kMove, kUp, kCancel, kHover, kLeave };
  Kind kind = Kind::kDown;
  std::int64_t finger = 0;  ///< kMouseFinger for the mouse.
  float x = 0, y = 0;
  std::string element;     ///< What the overlay drew (Press without event) under a kDown; or empty.
  bool elsewhere = false;  ///< In the scene's own window, whose pixels they are.
};
inline constexpr std::int64_t kMouseFinger = -1;

struct LooseKey {
  SDL_Keycode key = 0;
  bool down = true;
};

/// The officer's window: an SDL window with an OpenGL context of its own and Dear ImGui as a maker
/// of triangles. All calls on the thread that opened it, which is the one that SDL's events come
/// to.
///
/// It can't hold up a headset: it shares no context and no texture with the loop, which runs on
/// another thread; pictures come through GuideLink, and none is waited for. Its swaps wait for no
/// refresh, and while it can't be seen nothing is drawn at all.
class GuideWindow {
 public:
  struct Options {
    int width = 1280, height = 800;
    bool fullscreen = false;
    int display = 0;
    bool scene =
        false;  ///< The scene is drawn in its context (together mode): OpenGL 4.5 asked for.
    bool swap_waits = false;  ///< Together mode only: one picture a refresh.
    content::Language language = content::Language::kChinese;
  };
  /// Errors: guide.no-display, guide.no-opengl, font.missing.
  [[nodiscard]] static content::Result<std::unique_ptr<GuideWindow>> Open(const Options& options);
  ~GuideWindow();
  GuideWindow(const GuideWindow&) = delete;
  GuideWindow& operator=(const GuideWindow&) = delete;

  struct News {
    std::vector<GuideRequest> requests;  ///< In order.
    std::vector<LoosePointer> pointers;
    std::vector<LooseKey> keys;  ///< That mean nothing to the guide.
    bool quit = false;
  };
  /// Takes what happened, sleeping for it at most `seconds`.
  [[nodiscard]] News Poll(const GuideView& view, double seconds);

  /// The headset's picture: the newest of `slot`, if there is a new one.
  void TakeMirror(MirrorSlot& slot, double seconds_passed);
  /// Together mode: what the scene was drawn into (GL name in this context), 0 for none.
  void ShowScene(unsigned texture);
  /// Where the scene belongs, in pixels of the window; empty outside of a run.
  [[nodiscard]] Box ScenePixels(const GuideView& view);
  /// Two displays: the scene alone fills the other one, the panel stays here. False when there is
  /// one display only (`even_on_one`: a plain window then) or the window can't be had.
  bool OpenSceneWindow(bool even_on_one = false);
  void CloseSceneWindow();
  [[nodiscard]] bool HasSceneWindow() const { return scene_window_ != nullptr; }

  /// Draws and shows, unless it can't be seen or nothing has changed. `over` draws upon the scene.
  using Overlay = std::function<void(GuidePaint&, Box)>;
  void Draw(const GuideView& view, const Overlay& over = {});

  [[nodiscard]] bool IsVisible() const;
  [[nodiscard]] int Width() const { return width_; }
  [[nodiscard]] int Height() const { return height_; }
  [[nodiscard]] GuideState& State() { return state_; }
  [[nodiscard]] const std::vector<GuideElement>& Elements() const { return elements_; }
  [[nodiscard]] long FramesShown() const { return frames_; }
  [[nodiscard]] SDL_Window* Sdl() const { return window_; }
  void MakeCurrent();
  /// What was shown last, as PNG; false when it can't be written.
  [[nodiscard]] bool SavePng(const std::string& file);

 private:
  GuideWindow() = default;
  [[nodiscard]] content::Result<void> Start(const Options& options);
  void Take(const SDL_Event& event, const GuideView& view, News& news);
  void TakeKey(const SDL_KeyboardEvent& key, const GuideView& view, News& news);
  void TakePointer(LoosePointer pointer, const GuideView& view, News& news);
  void Do(const GuideEvent& event, const GuideView& view, News& news);
  [[nodiscard]] const GuideElement* ElementAt(const LoosePointer& pointer) const;
  [[nodiscard]] bool IsInSceneWindow(const SDL_Event& event) const;
  [[nodiscard]] std::pair<int, int> PixelsOf(SDL_Window* window) const;
  void BeginPass(int width, int height);
  void DrawSceneWindow(const Overlay& over);
  [[nodiscard]] bool HasChanged();

  SDL_Window* window_ = nullptr;
  SDL_GLContext context_ = nullptr;
  ImGuiContext* imgui_ = nullptr;
  bool renderer_ = false;
  std::optional<assets::Font> font_;
  std::unique_ptr<assets::GlyphTexture> glyph_texture_;
  std::unique_ptr<assets::GlyphCache> glyphs_;
  std::unique_ptr<GuidePaint> paint_;
  GuideState state_;
  std::vector<GuideElement> elements_;
  std::string pressed_;                ///< Id of the element under the finger that came down.
  std::int64_t pressing_ = 0;          ///< That finger.
  std::optional<std::int64_t> loose_;  ///< The finger that went past the buttons.
  std::unique_ptr<MirrorPicture> mirror_;
  Steady steady_;
  GuidePicture picture_;
  unsigned mirror_texture_ = 0;
  int mirror_width_ = 0, mirror_height_ = 0;
  SDL_Window* scene_window_ = nullptr;  ///< On another display; shares the context.
  std::vector<GuideElement> scene_elements_;
  bool renewed_ = true;      ///< A texture has changed, or the window was uncovered.
  std::uint64_t shown_ = 0;  ///< Sum over the triangles shown last.
  int width_ = 0, height_ = 0;
  long frames_ = 0;
};

/// Runs a window until `link`'s other side is done or the window is closed; on SDL's thread, while
/// the loop runs on its own. Returns false when the officer closed the window.
bool RunGuide(GuideWindow& window, GuideLink& link, const std::function<bool()>& done);

}  // namespace vr
