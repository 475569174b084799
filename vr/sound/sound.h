// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "content/text.h"
#include "vr/sound/mix.h"

namespace vr {

/// What is heard of a scene, through OpenAL Soft. Never fails: without a sound device or a file it
/// is silent, says so in Trouble, and everything else goes on. No call waits for the device or for
/// decoding. One thread.
class Sound {
 public:
  struct Options {
    std::filesystem::path folder;  ///< assets/sounds/vr
    std::string device;            ///< As OpenAL calls it; empty: the one that the system prefers.
    bool hrtf = true;              ///< Ears: for headphones, as headsets have. Else loudspeakers.
    float volume = 0.8F;           ///< 0 to 1.
    bool offline = false;          ///< Nothing is played; Render gives the samples. For tests.
  };
  explicit Sound(const Options& options);
  ~Sound();
  Sound(const Sound&) = delete;
  Sound& operator=(const Sound&) = delete;

  /// Why nothing is heard; empty when it is.
  [[nodiscard]] content::Text Trouble() const;
  [[nodiscard]] bool HasHrtf() const;

  /// Once a frame, with what is seen in it. `seconds` since the frame before.
  void Step(const Scene& scene, const content::ScenarioPlace& place, double seconds);
  /// One of kSoundNames, somewhere in the world or in the head.
  void Play(const std::string& name, const std::optional<glm::vec3>& at);
  /// A caption's narration: the file as the pack brings it. Takes the place of the one before.
  void Narrate(std::vector<std::uint8_t> bytes);
  void StopNarration();
  [[nodiscard]] bool IsNarrating() const;
  /// Paused: everything stands still where it is.
  void Hold(bool hold);
  void SetVolume(float volume);

  /// Offline only: the next frames, left and right in turn, at kRenderRate.
  [[nodiscard]] std::vector<float> Render(int frames);
  static constexpr int kRenderRate = 48000;

 private:
  struct Device;
  std::unique_ptr<Device> device_;
};

}  // namespace vr
