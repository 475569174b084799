// SPDX-License-Identifier: MIT
#include "vr/sound/microphone.h"

#include <AL/al.h>
#include <AL/alc.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace vr {
namespace {

constexpr int kRate = 16000;
constexpr double kQuietest = -70;     // dB
constexpr double kRisePerSecond = 2;  // dB: a shout does not become the hall
constexpr double kFallPerSecond = 20;
constexpr double kAbove = 8;      // dB over the hall before anything counts
constexpr double kShout = 20;     // dB more is a shout
constexpr double kLevelFall = 3;  // a second

}  // namespace

void StepVoice(std::span<const float> samples, double seconds, Voice& voice) {
  voice.level = std::max(0.0F, voice.level - static_cast<float>(kLevelFall * seconds));
  if (samples.empty()) return;
  double power = 0;
  for (const float sample : samples) {
    power += static_cast<double>(sample) * static_cast<double>(sample);
  }
  power /= static_cast<double>(samples.size());
  const double db = std::max(kQuietest, 10 * std::log10(std::max(power, 1e-12)));
  const double step = db > voice.floor_db ? kRisePerSecond : -kFallPerSecond;
  const double moved = voice.floor_db + step * seconds;
  voice.floor_db = db > voice.floor_db ? std::min(db, moved) : std::max(db, moved);
  const double over = (db - voice.floor_db - kAbove) / kShout;
  voice.level = std::max(voice.level, static_cast<float>(std::clamp(over, 0.0, 1.0)));
}

struct Microphone::Device {
  ALCdevice* device = nullptr;
  Voice voice;
  std::vector<std::int16_t> raw;
  std::vector<float> samples;
};

Microphone::Microphone() : device_(std::make_unique<Device>()) {
  device_->device = alcCaptureOpenDevice(nullptr, kRate, AL_FORMAT_MONO16, kRate / 2);
  if (device_->device != nullptr) alcCaptureStart(device_->device);
}

Microphone::~Microphone() {
  if (device_->device == nullptr) return;
  alcCaptureStop(device_->device);
  alcCaptureCloseDevice(device_->device);
}

bool Microphone::IsThere() const { return device_->device != nullptr; }

float Microphone::Listen(double seconds) {
  Device& device = *device_;
  if (device.device == nullptr) return 0;
  ALCint ready = 0;
  alcGetIntegerv(device.device, ALC_CAPTURE_SAMPLES, 1, &ready);
  device.raw.resize(static_cast<std::size_t>(std::max(0, ready)));
  if (ready > 0) alcCaptureSamples(device.device, device.raw.data(), ready);
  device.samples.assign(device.raw.size(), 0);
  for (std::size_t i = 0; i < device.raw.size(); ++i) {
    device.samples[i] = static_cast<float>(device.raw[i]) / 32768;
  }
  StepVoice(device.samples, seconds, device.voice);
  return device.voice.level;
}

}  // namespace vr
