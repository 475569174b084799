// SPDX-License-Identifier: MIT
#include "vr/sound/clip.h"

#include <sndfile.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>
#include <string>

namespace vr {
namespace {

constexpr std::size_t kFramesAtOnce = 8192;

/// Bytes in memory as libsndfile reads a file.
struct Reader {
  std::span<const std::uint8_t> bytes;
  sf_count_t at = 0;
};

Reader& Of(void* reader) { return *static_cast<Reader*>(reader); }

sf_count_t Length(void* reader) { return static_cast<sf_count_t>(Of(reader).bytes.size()); }

sf_count_t Seek(sf_count_t offset, int whence, void* reader) {
  Reader& one = Of(reader);
  const sf_count_t base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? one.at : Length(reader);
  one.at = std::clamp<sf_count_t>(base + offset, 0, Length(reader));
  return one.at;
}

sf_count_t Read(void* out, sf_count_t count, void* reader) {
  Reader& one = Of(reader);
  const sf_count_t got = std::clamp<sf_count_t>(count, 0, Length(reader) - one.at);
  if (got > 0) std::memcpy(out, one.bytes.data() + one.at, static_cast<std::size_t>(got));
  one.at += got;
  return got;
}

sf_count_t Write(const void*, sf_count_t, void*) { return 0; }
sf_count_t Tell(void* reader) { return Of(reader).at; }

content::Error Unreadable(std::string why) {
  return {"sound.unreadable",
          {"这段声音读不出：", "This sound can't be read: "},
          std::move(why),
          {"请用WAV，或Ogg里的Opus。", "Use WAV, or Opus in Ogg."}};
}

bool IsAllowed(int format) {
  const int type = format & SF_FORMAT_TYPEMASK, coding = format & SF_FORMAT_SUBMASK;
  return type == SF_FORMAT_WAV || type == SF_FORMAT_WAVEX ||
         (type == SF_FORMAT_OGG && coding == SF_FORMAT_OPUS);
}

}  // namespace

content::Result<Clip> DecodeClip(std::span<const std::uint8_t> bytes) {
  Reader reader{bytes, 0};
  SF_VIRTUAL_IO io{Length, Seek, Read, Write, Tell};
  SF_INFO info{};
  const std::unique_ptr<SNDFILE, int (*)(SNDFILE*)> file(
      sf_open_virtual(&io, SFM_READ, &info, &reader), sf_close);
  if (!file) return tl::unexpected(Unreadable(sf_strerror(nullptr)));
  if (!IsAllowed(info.format) || info.channels < 1 || info.channels > 8 || info.samplerate < 8000 ||
      info.samplerate > 96000) {
    return tl::unexpected(Unreadable("format " + std::to_string(info.format)));
  }
  Clip clip;
  clip.rate = info.samplerate;
  const auto channels = static_cast<std::size_t>(info.channels);
  const auto most = static_cast<std::size_t>(kLongestClip * info.samplerate);
  std::vector<float> frames(kFramesAtOnce * channels);
  for (;;) {
    const sf_count_t got =
        sf_readf_float(file.get(), frames.data(), static_cast<sf_count_t>(kFramesAtOnce));
    if (got <= 0) break;
    if (clip.samples.size() + static_cast<std::size_t>(got) > most) {
      return tl::unexpected(content::Error{
          "sound.too-long",
          {"这段声音太长：", "This sound is too long: "},
          ">120 s",
          {"一条字幕的旁白不超过两分钟。", "A caption's narration ends within two minutes."}});
    }
    for (std::size_t i = 0; i < static_cast<std::size_t>(got); ++i) {
      float sum = 0;
      for (std::size_t c = 0; c < channels; ++c) sum += frames[i * channels + c];
      const float level = std::clamp(sum / static_cast<float>(channels), -1.0F, 1.0F);
      clip.samples.push_back(static_cast<std::int16_t>(std::lround(level * 32767)));
    }
  }
  if (clip.samples.empty()) return tl::unexpected(Unreadable("0 s"));
  return clip;
}

}  // namespace vr
