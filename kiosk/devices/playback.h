// SPDX-License-Identifier: MIT
#pragma once

#include <SDL2/SDL_stdinc.h>

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "content/pack.h"
#include "kiosk/devices/mpv_library.h"

namespace kiosk {

/// Pushes one SDL event of a registered type, so that SDL_WaitEvent returns; further calls do
/// nothing until Clear. May be called from any thread.
class WakeUp {
 public:
  explicit WakeUp(Uint32 event_type) : event_type_(event_type) {}
  void Push();
  void Clear() { pushed_ = false; }

 private:
  Uint32 event_type_;
  std::atomic<bool> pushed_ = false;
};

/// Where a film or a narration stands.
struct Moment {
  double position = 0;                    ///< Seconds.
  double duration = 0;                    ///< Seconds; 0 until it is known.
  bool loaded = false;                    ///< The file is open and plays, or is paused.
  bool ended = false;                     ///< The end was reached; the last picture stays.
  std::optional<content::Error> failure;  ///< It does not play, and will not.
};

/// libmpv, reduced to playing one file at a time out of a pack, without unpacking it. Nothing else
/// can be opened with it: the container's format is forced to the one that the manifest names, and
/// a file that refers to other files or addresses is not followed. Without a sound device it plays
/// on in silence at the same speed.
///
/// LC_NUMERIC must be "C" (as it is unless somebody calls setlocale).
class Playback {
 public:
  enum class Output { kPictureAndSound, kSoundOnly };

  /// `wake_event`: a type from SDL_RegisterEvents; pushed when Poll or UpdateFrame has something
  /// new. Errors: video.no-library, video.old-library, video.no-player.
  [[nodiscard]] static content::Result<std::unique_ptr<Playback>> Make(Output output,
                                                                       Uint32 wake_event);
  Playback(const Playback&) = delete;
  Playback& operator=(const Playback&) = delete;
  ~Playback();

  /// Begins to play the file `path` of `pack` at `start` seconds, in place of what plays now.
  /// Opening goes on in the background; what fails there is told by Poll. Not paused. When `muted`
  /// the sound is not even decoded. Errors: video.not-listed (no such film or sound in the
  /// manifest), video.no-player.
  [[nodiscard]] content::Result<void> Open(const content::Pack& pack, const std::string& path,
                                           double start, bool muted);
  void SetPaused(bool paused);
  void Seek(double seconds);    ///< Exact; may be called before the file is open.
  void SetVolume(int percent);  ///< 0..100; kept for later files.
  void Close();                 ///< Stops; Poll then says nothing of the file any more.

  /// Takes in what happened since the last call. Never waits.
  Moment Poll();

  /// Pictures that came too late to be shown, since Open: by the decoder and by the display.
  [[nodiscard]] std::int64_t DroppedFrames() const;

  /// Picture size in square pixels; 0 until known.
  [[nodiscard]] int Width() const { return width_; }
  [[nodiscard]] int Height() const { return height_; }

  [[nodiscard]] const MpvLibrary& Library() const { return mpv_; }
  [[nodiscard]] mpv_handle* Handle() const { return handle_; }
  [[nodiscard]] WakeUp& Wake() { return wake_; }

 private:
  Playback(const MpvLibrary& mpv, Output output, Uint32 wake_event);
  [[nodiscard]] content::Result<void> Start();
  [[nodiscard]] content::Result<void> SetOptions();
  void Take(const mpv_event& event);
  void TakeProperty(std::uint64_t which, const mpv_event_property& property);
  void TakeReply(const mpv_event& event);
  void TakeLoaded();
  [[nodiscard]] bool AskEnded() const;
  void Fail(const std::string& reason);
  void Forget();
  void Command(std::uint64_t number, const char** words);
  void SetText(const char* name, const char* value);

  /// Which file of which pack a "pack://N" address stands for. Read by mpv's own threads.
  struct Shelf {
    struct Film {
      std::filesystem::path pack;
      std::string path;
    };
    std::mutex mutex;
    std::map<std::string, Film> films;
  };
  static int OpenStream(void* shelf, char* address, mpv_stream_cb_info* stream);

  MpvLibrary mpv_;
  Output output_;
  WakeUp wake_;
  Shelf shelf_;
  mpv_handle* handle_ = nullptr;
  std::uint64_t opened_ = 0;  ///< Counts files; N of "pack://N" and of its loadfile's answer.
  std::int64_t entry_ = -1;   ///< mpv's number of the current file; tells its events from old ones.
  bool started_ = false;      ///< mpv has turned to the current file.
  std::string path_;          ///< Of the current file, for messages.
  std::string last_log_;      ///< Last error that mpv logged.
  std::optional<double> seek_when_loaded_;
  Moment moment_;
  double duration_ = 0;
  int width_ = 0, height_ = 0;
};

}  // namespace kiosk
