// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <span>

namespace vr {

/// How loud somebody calls, over how loud the hall is. Pure.
struct Voice {
  double floor_db = -45;  ///< What the hall sounds like, dB of full scale; follows slowly.
  float level = 0;        ///< 0 the hall, 1 a shout; falls within a third of a second.
};
/// `samples` of full scale 1, recorded in the last `seconds`.
void StepVoice(std::span<const float> samples, double seconds, Voice& voice);

/// The loudness of a microphone, for the steps that a child may shout. Made only when the guide
/// asks for it: nothing is recorded, kept, or understood. Never waits; silent without a device.
class Microphone {
 public:
  Microphone();
  ~Microphone();
  Microphone(const Microphone&) = delete;
  Microphone& operator=(const Microphone&) = delete;

  [[nodiscard]] bool IsThere() const;
  /// Once a frame: TrainerInput::voice.
  [[nodiscard]] float Listen(double seconds);

 private:
  struct Device;
  std::unique_ptr<Device> device_;
};

}  // namespace vr
