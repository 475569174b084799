// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/devices/playback.h"

namespace kiosk {

/// As SDL_GL_GetProcAddress.
using GetProcAddress = void* (*)(const char* name);

/// Plays a film of a pack into a texture. Make, UpdateFrame and the destructor need the same OpenGL
/// context current, and every call comes from its thread.
class VideoPlayer {
 public:
  /// Who turns the film's planes into a picture. kAsFits: OpenGL's shaders, unless OpenGL itself is
  /// drawn by the processor.
  enum class Drawing { kAsFits, kOpenGl, kProcessor };

  /// `wake_event`: see Playback::Make. Errors: those of Playback::Make, video.no-graphics.
  [[nodiscard]] static content::Result<std::unique_ptr<VideoPlayer>> Make(
      Uint32 wake_event, GetProcAddress find, Drawing drawing = Drawing::kAsFits);
  VideoPlayer(const VideoPlayer&) = delete;
  VideoPlayer& operator=(const VideoPlayer&) = delete;
  ~VideoPlayer();

  /// See Playback. Between Open and the first picture of the new film the texture keeps the last
  /// picture of the old one, so that there is no black gap; HasPicture tells.
  [[nodiscard]] content::Result<void> Open(const content::Pack& pack, const std::string& path,
                                           double start, bool muted);
  void SetPaused(bool paused) { playback_->SetPaused(paused); }
  void Seek(double seconds) { playback_->Seek(seconds); }
  void SetVolume(int percent) { playback_->SetVolume(percent); }
  void Close();  ///< Also forgets the picture.
  Moment Poll() { return playback_->Poll(); }

  /// Draws the current picture into the texture when there is a new one, or when the room for it
  /// (`width` x `height` pixels of the screen) changed. True when the texture changed. The texture
  /// has the film's proportions, fits into the room, and is never larger than the film. Call it
  /// whenever `wake_event` arrived, after Poll. Framebuffer and viewport are as before.
  bool UpdateFrame(int width, int height);

  /// OpenGL name of the texture, RGBA, opaque. Row 0 is the top of the picture: draw it with
  /// (0, 0) at the upper left. 0 before the first picture.
  [[nodiscard]] unsigned Texture() const { return texture_; }
  [[nodiscard]] int Width() const { return width_; }              ///< Of the texture, pixels.
  [[nodiscard]] int Height() const { return height_; }            ///< Of the texture, pixels.
  [[nodiscard]] bool HasPicture() const { return has_picture_; }  ///< Of the film opened last.

  [[nodiscard]] std::int64_t DroppedFrames() const { return playback_->DroppedFrames(); }
  [[nodiscard]] std::int64_t DrawnFrames() const { return drawn_; }  ///< Since Open.

 private:
  VideoPlayer(std::unique_ptr<Playback> playback, GetProcAddress find, bool by_processor);
  [[nodiscard]] content::Result<void> Start();
  [[nodiscard]] bool FitTexture(int width, int height);
  void DrawPicture();
  void DrawByOpenGl();
  void DrawByProcessor();

  std::unique_ptr<Playback> playback_;
  GetProcAddress find_;
  mpv_render_context* render_ = nullptr;
  unsigned texture_ = 0, framebuffer_ = 0;
  int width_ = 0, height_ = 0;
  bool picture_waits_ = false;  ///< mpv has one, but its size is not known yet.
  bool has_picture_ = false;
  bool by_processor_ = false;
  std::vector<std::uint8_t>
      pixels_;  ///< Of the picture, on its way from the processor to the texture.
  std::int64_t drawn_ = 0;
};

}  // namespace kiosk
