// SPDX-License-Identifier: MIT
#include "vr/sound/sound.h"

#include <AL/al.h>
#include <AL/alc.h>
#include <AL/alext.h>
#include <AL/efx.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <fstream>
#include <future>
#include <iterator>
#include <map>

#include "vr/sound/clip.h"

namespace vr {
namespace {

constexpr std::size_t kSingles = 12;   // single sounds at once
constexpr float kFadeSeconds = 0.12F;  // of loops and of the water's dullness
constexpr float kReference = 3;        // metres at which a source has its own loudness
constexpr double kAskConnected = 2;    // seconds

/// Functions of extensions, fetched once.
struct Extensions {
  LPALCLOOPBACKOPENDEVICESOFT open_loopback = nullptr;
  LPALCRENDERSAMPLESSOFT render = nullptr;
  LPALGENFILTERS gen_filters = nullptr;
  LPALDELETEFILTERS delete_filters = nullptr;
  LPALFILTERI filter_i = nullptr;
  LPALFILTERF filter_f = nullptr;
};

template <typename Function>
void Fetch(Function& function, void* address) {
  function = reinterpret_cast<Function>(address);
}

std::vector<std::uint8_t> ReadFile(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

bool IsReady(const std::future<content::Result<Clip>>& future) {
  return future.valid() && future.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

}  // namespace

struct Sound::Device {
  struct Loop {
    ALuint source = 0;
    float gain = 0, wanted = 0;
    bool muffled = true;
    bool used = false;  ///< In this frame.
  };
  struct Single {
    ALuint source = 0;
    bool dull = false;  ///< Lies in the world: water muffles it.
    float gain = 1;
  };

  Options options;
  ALCdevice* device = nullptr;
  ALCcontext* context = nullptr;
  Extensions ext;
  bool filters = false, hrtf = false, held = false, connected = true;
  content::Text trouble;
  std::map<std::string, ALuint> buffers;  ///< 0: no such file.
  std::map<std::string, Loop> loops;
  std::array<Single, kSingles> singles;
  std::size_t next_single = 0;
  ALuint narrator = 0, narration = 0, dull_filter = 0;
  std::future<content::Result<Clip>> decoding;
  std::vector<std::future<content::Result<Clip>>> dropped;  ///< Not waited for before the end.
  float muffle = 0;                                         ///< 0 in air to 1 under water.
  double last_seconds = -1, since_asked = 0;

  void Open();
  void Close();
  [[nodiscard]] ALCcontext* Start(bool offline);
  [[nodiscard]] ALuint BufferOf(const std::string& name);
  [[nodiscard]] ALuint BufferFrom(const Clip& clip) const;
  void Muffle(ALuint source, float gain, bool dull);
  void StepLoops(const SoundMix& mix, float share);
  void StepNarration();
  void AskConnected(double seconds);
};

// --- The device --------------------------------------------------------------------------------

ALCcontext* Sound::Device::Start(bool offline) {
  std::vector<ALCint> wishes{ALC_HRTF_SOFT, options.hrtf ? ALC_TRUE : ALC_FALSE};
  if (offline) {
    wishes.insert(wishes.end(), {ALC_FORMAT_CHANNELS_SOFT, ALC_STEREO_SOFT, ALC_FORMAT_TYPE_SOFT,
                                 ALC_FLOAT_SOFT, ALC_FREQUENCY, kRenderRate});
  }
  wishes.push_back(0);
  return alcCreateContext(device, wishes.data());
}

void Sound::Device::Open() {
  if (options.offline) {
    Fetch(ext.open_loopback, alcGetProcAddress(nullptr, "alcLoopbackOpenDeviceSOFT"));
    Fetch(ext.render, alcGetProcAddress(nullptr, "alcRenderSamplesSOFT"));
    if (ext.open_loopback != nullptr) device = ext.open_loopback(nullptr);
  } else {
    device = alcOpenDevice(options.device.empty() ? nullptr : options.device.c_str());
  }
  if (device != nullptr) context = Start(options.offline);
  if (context == nullptr || alcMakeContextCurrent(context) == ALC_FALSE) {
    Close();
    trouble = {"没有找到声音设备，现在没有声音。", "No sound device was found: there is no sound."};
    return;
  }
  ALCint has_hrtf = ALC_FALSE;
  alcGetIntegerv(device, ALC_HRTF_SOFT, 1, &has_hrtf);
  hrtf = has_hrtf == ALC_TRUE;
  if (alcIsExtensionPresent(device, "ALC_EXT_EFX") == ALC_TRUE) {
    Fetch(ext.gen_filters, alGetProcAddress("alGenFilters"));
    Fetch(ext.delete_filters, alGetProcAddress("alDeleteFilters"));
    Fetch(ext.filter_i, alGetProcAddress("alFilteri"));
    Fetch(ext.filter_f, alGetProcAddress("alFilterf"));
    filters = ext.gen_filters != nullptr && ext.delete_filters != nullptr &&
              ext.filter_i != nullptr && ext.filter_f != nullptr;
  }
  if (filters) {
    ext.gen_filters(1, &dull_filter);
    ext.filter_i(dull_filter, AL_FILTER_TYPE, AL_FILTER_LOWPASS);
  }
  alDistanceModel(AL_INVERSE_DISTANCE_CLAMPED);
  alListenerf(AL_GAIN, options.volume);
  for (Single& single : singles) alGenSources(1, &single.source);
  alGenSources(1, &narrator);
  alSourcei(narrator, AL_SOURCE_RELATIVE, AL_TRUE);
  std::error_code none;  // read now: nothing is read in the middle of a scene
  for (const auto& file : std::filesystem::directory_iterator(options.folder, none)) {
    if (file.path().extension() == ".wav") (void)BufferOf(file.path().stem().string());
  }
  if (BufferOf("water") == 0) {
    trouble = {"找不到声音文件，环境没有声音。",
               "The sound files were not found: the scene is silent."};
  }
}

void Sound::Device::Close() {
  if (context != nullptr) {
    for (auto& [key, loop] : loops) alDeleteSources(1, &loop.source);
    for (Single& single : singles) {
      if (single.source != 0) alDeleteSources(1, &single.source);
    }
    if (narrator != 0) alDeleteSources(1, &narrator);
    if (narration != 0) alDeleteBuffers(1, &narration);
    for (auto& [name, buffer] : buffers) {
      if (buffer != 0) alDeleteBuffers(1, &buffer);
    }
    if (dull_filter != 0) ext.delete_filters(1, &dull_filter);
    alcMakeContextCurrent(nullptr);
    alcDestroyContext(context);
  }
  if (device != nullptr) alcCloseDevice(device);
  context = nullptr;
  device = nullptr;
}

ALuint Sound::Device::BufferFrom(const Clip& clip) const {
  ALuint buffer = 0;
  alGenBuffers(1, &buffer);
  alBufferData(buffer, AL_FORMAT_MONO16, clip.samples.data(),
               static_cast<ALsizei>(clip.samples.size() * sizeof(std::int16_t)), clip.rate);
  return buffer;
}

ALuint Sound::Device::BufferOf(const std::string& name) {
  const auto [place, is_new] = buffers.try_emplace(name, 0);
  if (!is_new) return place->second;
  if (const auto clip = DecodeClip(ReadFile(options.folder / (name + ".wav")))) {
    place->second = BufferFrom(*clip);
  }
  return place->second;
}

/// Sets a source's gain, and what the water takes of it.
void Sound::Device::Muffle(ALuint source, float gain, bool dull) {
  const float share = dull ? muffle : 0;
  alSourcef(source, AL_GAIN, gain * (1 + (kMuffledGain - 1) * share));
  if (!filters) return;
  // In steps of loudness, which is how ears count.
  ext.filter_f(dull_filter, AL_LOWPASS_GAINHF, std::pow(kMuffledHigh, share));
  alSourcei(source, AL_DIRECT_FILTER, static_cast<ALint>(dull_filter));
}

void Sound::Device::AskConnected(double seconds) {
  since_asked += seconds;
  if (since_asked < kAskConnected || options.offline) return;
  since_asked = 0;
  if (alcIsExtensionPresent(device, "ALC_EXT_disconnect") == ALC_FALSE) return;
  ALCint is = ALC_TRUE;
  alcGetIntegerv(device, ALC_CONNECTED, 1, &is);
  connected = is == ALC_TRUE;
}

// --- A frame -----------------------------------------------------------------------------------

void Sound::Device::StepLoops(const SoundMix& mix, float share) {
  for (auto& [key, loop] : loops) {
    loop.used = false;
    loop.wanted = 0;
  }
  for (const LoopVoice& voice : mix.loops) {
    const ALuint buffer = BufferOf(voice.name);
    if (buffer == 0) continue;
    const auto [place, is_new] = loops.try_emplace(voice.key);
    Loop& loop = place->second;
    if (is_new) {
      alGenSources(1, &loop.source);
      alSourcei(loop.source, AL_BUFFER, static_cast<ALint>(buffer));
      alSourcei(loop.source, AL_LOOPING, AL_TRUE);
      alSourcef(loop.source, AL_REFERENCE_DISTANCE, kReference);
      alSourcei(loop.source, AL_SOURCE_RELATIVE, voice.at ? AL_FALSE : AL_TRUE);
      ALint size = 0;
      alGetBufferi(buffer, AL_SIZE, &size);
      alSourcei(loop.source, AL_SAMPLE_OFFSET,
                static_cast<ALint>(voice.begin * static_cast<float>(size / 2)));
      Muffle(loop.source, 0, voice.muffled);
      if (!held) alSourcePlay(loop.source);
    }
    if (voice.at) alSource3f(loop.source, AL_POSITION, voice.at->x, voice.at->y, voice.at->z);
    loop.wanted = voice.gain;
    loop.muffled = voice.muffled;
    loop.used = true;
  }
  for (auto& [key, loop] : loops) {
    loop.gain += (loop.wanted - loop.gain) * share;
    Muffle(loop.source, loop.gain, loop.muffled);
  }
}

void Sound::Device::StepNarration() {
  std::erase_if(dropped, [](const auto& one) { return IsReady(one); });
  if (!IsReady(decoding)) return;
  const auto clip = decoding.get();
  if (!clip) {
    trouble = clip.error().message;
    return;
  }
  narration = BufferFrom(*clip);
  alSourcei(narrator, AL_BUFFER, static_cast<ALint>(narration));
  alSourcef(narrator, AL_GAIN, 1);
  if (!held) alSourcePlay(narrator);
}

Sound::Sound(const Options& options) : device_(std::make_unique<Device>()) {
  device_->options = options;
  device_->Open();
}

Sound::~Sound() { device_->Close(); }

content::Text Sound::Trouble() const {
  if (device_->context != nullptr && !device_->connected) {
    return {"声音设备断开了，现在没有声音。", "The sound device is gone: there is no sound."};
  }
  return device_->trouble;
}

bool Sound::HasHrtf() const { return device_->hrtf; }

void Sound::Step(const Scene& scene, const content::ScenarioPlace& place, double seconds) {
  Device& device = *device_;
  if (device.context == nullptr) return;
  const SoundMix mix = MixOf(scene, place);
  const float share =
      1 - std::exp(-static_cast<float>(std::clamp(seconds, 0.0, 1.0)) / kFadeSeconds);
  device.muffle += ((mix.under ? 1.0F : 0.0F) - device.muffle) * share;
  const glm::vec3 ahead = mix.look * glm::vec3{0, 0, -1}, up = mix.look * glm::vec3{0, 1, 0};
  const ALfloat facing[] = {ahead.x, ahead.y, ahead.z, up.x, up.y, up.z};
  alListener3f(AL_POSITION, mix.ear.x, mix.ear.y, mix.ear.z);
  alListenerfv(AL_ORIENTATION, facing);
  device.StepLoops(mix, share);
  for (Device::Single& single : device.singles) {
    if (single.dull) device.Muffle(single.source, single.gain * mix.signals, true);
  }
  if (device.last_seconds >= 0 && scene.seconds - device.last_seconds < 1) {
    if (const auto bird = FindBird(place, device.last_seconds, scene.seconds)) {
      Play(bird->name, bird->at);
    }
  }
  device.last_seconds = scene.seconds;
  device.StepNarration();
  device.AskConnected(seconds);
}

void Sound::Play(const std::string& name, const std::optional<glm::vec3>& at) {
  Device& device = *device_;
  if (device.context == nullptr) return;
  const ALuint buffer = device.BufferOf(name);
  if (buffer == 0) return;
  // All busy: the one that has played longest gives way.
  Device::Single* free = nullptr;
  for (Device::Single& single : device.singles) {
    ALint state = 0;
    alGetSourcei(single.source, AL_SOURCE_STATE, &state);
    if (state != AL_PLAYING && state != AL_PAUSED) free = &single;
  }
  if (free == nullptr) free = &device.singles[device.next_single++ % kSingles];
  const ALuint source = free->source;
  alSourceStop(source);
  alSourcei(source, AL_BUFFER, static_cast<ALint>(buffer));
  const bool signal = IsSignal(name);
  alSourcei(source, AL_SOURCE_RELATIVE, at ? AL_FALSE : AL_TRUE);
  const glm::vec3 place = at.value_or(glm::vec3{0, 0, 0});
  alSource3f(source, AL_POSITION, place.x, place.y, place.z);
  // A chime says where, and is as loud from everywhere.
  alSourcef(source, AL_ROLLOFF_FACTOR, signal ? 0.0F : 1.0F);
  alSourcef(source, AL_REFERENCE_DISTANCE, kReference);
  free->gain = 1;
  free->dull = !signal && at.has_value();
  device.Muffle(source, 1, free->dull);
  alSourcePlay(source);
}

void Sound::Narrate(std::vector<std::uint8_t> bytes) {
  Device& device = *device_;
  if (device.context == nullptr) return;
  StopNarration();
  device.decoding =
      std::async(std::launch::async, [bytes = std::move(bytes)] { return DecodeClip(bytes); });
}

void Sound::StopNarration() {
  Device& device = *device_;
  if (device.context == nullptr) return;
  if (device.decoding.valid()) device.dropped.push_back(std::move(device.decoding));
  alSourceStop(device.narrator);
  alSourcei(device.narrator, AL_BUFFER, 0);
  if (device.narration != 0) alDeleteBuffers(1, &device.narration);
  device.narration = 0;
}

bool Sound::IsNarrating() const {
  if (device_->context == nullptr) return false;
  ALint state = 0;
  alGetSourcei(device_->narrator, AL_SOURCE_STATE, &state);
  return device_->decoding.valid() || state == AL_PLAYING || state == AL_PAUSED;
}

void Sound::Hold(bool hold) {
  Device& device = *device_;
  if (device.context == nullptr || hold == device.held) return;
  device.held = hold;
  const auto apply = [hold](ALuint source) {
    ALint state = 0;
    alGetSourcei(source, AL_SOURCE_STATE, &state);
    if (hold && state == AL_PLAYING) alSourcePause(source);
    if (!hold && (state == AL_PAUSED || state == AL_INITIAL)) alSourcePlay(source);
  };
  for (auto& [key, loop] : device.loops) apply(loop.source);
  for (Device::Single& single : device.singles) {
    ALint state = 0;
    alGetSourcei(single.source, AL_SOURCE_STATE, &state);
    if (state == AL_PLAYING || state == AL_PAUSED) apply(single.source);
  }
  if (device.narration != 0) apply(device.narrator);
}

void Sound::SetVolume(float volume) {
  device_->options.volume = std::clamp(volume, 0.0F, 1.0F);
  if (device_->context != nullptr) alListenerf(AL_GAIN, device_->options.volume);
}

std::vector<float> Sound::Render(int frames) {
  std::vector<float> samples(static_cast<std::size_t>(std::max(0, frames)) * 2);
  if (device_->context != nullptr && device_->ext.render != nullptr) {
    device_->ext.render(device_->device, samples.data(), frames);
  }
  return samples;
}

}  // namespace vr
