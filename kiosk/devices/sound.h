// SPDX-License-Identifier: MIT
#pragma once

#include <SDL2/SDL_audio.h>

#include <array>
#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace kiosk {

/// Short sounds of the interface, from WAV files. Several may sound at once. Without a sound
/// device, or without the file, there is silence and nothing else happens: no sound may ever be an
/// error to a visitor.
class Sound {
 public:
  /// `folder` holds "<name>.wav". Neither it nor the device is touched before the first Play.
  explicit Sound(std::filesystem::path folder) : folder_(std::move(folder)) {}
  Sound(const Sound&) = delete;
  Sound& operator=(const Sound&) = delete;
  ~Sound();

  /// Opens the device now: with a sound server it takes tens of milliseconds, which the first
  /// touch need not wait for. False when there is none (asked once only).
  bool Warm();

  /// `name` such as "right". Starts at once.
  void Play(const std::string& name);
  void SetVolume(int percent);  ///< 0..100, for what is played from now on.

  /// Stops the device's clock when all is played, so that a still screen costs nothing. Call it
  /// once a pass of the loop. True while something sounds.
  bool Rest();

 private:
  struct Voice {
    const std::vector<float>* samples = nullptr;  ///< nullptr: free.
    std::size_t next = 0;
    float gain = 1;
  };
  /// Samples in the device's form; empty when the file is missing or no WAV.
  const std::vector<float>& Load(const std::string& name);
  static void Mix(void* sound, Uint8* bytes, int length);

  std::filesystem::path folder_;
  bool tried_ = false;
  bool runs_ = false;
  SDL_AudioDeviceID device_ = 0;
  SDL_AudioSpec spec_{};
  float gain_ = 0.6f;
  std::map<std::string, std::vector<float>> loaded_;  ///< Never shrinks: voices point into it.
  std::array<Voice, 6> voices_;                       ///< Shared with Mix under the device's lock.
};

}  // namespace kiosk
