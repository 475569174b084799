// SPDX-License-Identifier: MIT
#include "kiosk/devices/sound.h"

#include <SDL2/SDL.h>

#include <algorithm>
#include <cstring>
#include <span>

namespace kiosk {
namespace {

constexpr int kRate = 48000;  // Hz
constexpr int kChannels = 2;
constexpr std::size_t kMaxSamples = 10u * kRate * kChannels;  // no chime is longer than 10 s

}  // namespace

Sound::~Sound() {
  if (device_ != 0) SDL_CloseAudioDevice(device_);
}

bool Sound::Warm() {
  if (tried_) return device_ != 0;
  tried_ = true;
  if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) return false;
  SDL_AudioSpec wanted{};
  wanted.freq = kRate;
  wanted.format = AUDIO_F32SYS;
  wanted.channels = kChannels;
  wanted.samples = 1024;  // 21 ms
  wanted.callback = &Sound::Mix;
  wanted.userdata = this;
  device_ = SDL_OpenAudioDevice(nullptr, 0, &wanted, &spec_, 0);
  return device_ != 0;
}

void Sound::Play(const std::string& name) {
  if (!Warm() || gain_ <= 0) return;
  const std::vector<float>& samples = Load(name);
  if (samples.empty()) return;
  SDL_LockAudioDevice(device_);
  // All voices busy: the one that has played longest gives way.
  auto voice = std::ranges::find(voices_, nullptr, &Voice::samples);
  if (voice == voices_.end()) voice = std::ranges::max_element(voices_, {}, &Voice::next);
  *voice = {&samples, 0, gain_};
  SDL_UnlockAudioDevice(device_);
  if (!runs_) SDL_PauseAudioDevice(device_, 0);
  runs_ = true;
}

void Sound::SetVolume(int percent) {
  const float linear = static_cast<float>(std::clamp(percent, 0, 100)) / 100.0f;
  gain_ = linear * linear;  // about as loud as the number says
}

bool Sound::Rest() {
  if (!runs_) return false;
  SDL_LockAudioDevice(device_);
  const bool sounds =
      std::ranges::any_of(voices_, [](const Voice& voice) { return voice.samples != nullptr; });
  SDL_UnlockAudioDevice(device_);
  if (!sounds) SDL_PauseAudioDevice(device_, 1);
  runs_ = sounds;
  return sounds;
}

const std::vector<float>& Sound::Load(const std::string& name) {
  const auto [place, is_new] = loaded_.try_emplace(name);
  std::vector<float>& samples = place->second;
  if (!is_new) return samples;
  SDL_AudioSpec source{};
  Uint8* bytes = nullptr;
  Uint32 length = 0;
  if (SDL_LoadWAV((folder_ / (name + ".wav")).c_str(), &source, &bytes, &length) == nullptr) {
    return samples;
  }
  SDL_AudioStream* convert = SDL_NewAudioStream(source.format, source.channels, source.freq,
                                                AUDIO_F32SYS, kChannels, kRate);
  if (convert != nullptr && SDL_AudioStreamPut(convert, bytes, static_cast<int>(length)) == 0 &&
      SDL_AudioStreamFlush(convert) == 0) {
    const int available = std::max(0, SDL_AudioStreamAvailable(convert));
    samples.resize(std::min(kMaxSamples, static_cast<std::size_t>(available) / sizeof(float)));
    SDL_AudioStreamGet(convert, samples.data(), static_cast<int>(samples.size() * sizeof(float)));
  }
  if (convert != nullptr) SDL_FreeAudioStream(convert);
  SDL_FreeWAV(bytes);
  return samples;
}

void Sound::Mix(void* sound, Uint8* bytes, int length) {
  const std::span out(reinterpret_cast<float*>(bytes),
                      static_cast<std::size_t>(length) / sizeof(float));
  std::ranges::fill(out, 0.0f);
  for (Voice& voice : static_cast<Sound*>(sound)->voices_) {
    if (voice.samples == nullptr) continue;
    const std::size_t count = std::min(out.size(), voice.samples->size() - voice.next);
    for (std::size_t i = 0; i < count; ++i) {
      out[i] += voice.gain * (*voice.samples)[voice.next + i];
    }
    voice.next += count;
    if (voice.next == voice.samples->size()) voice = {};
  }
  for (float& sample : out) sample = std::clamp(sample, -1.0f, 1.0f);
}

}  // namespace kiosk
