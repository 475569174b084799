// SPDX-License-Identifier: MIT
#pragma once

// Internal to the library: what the readers of media share.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "content/media.h"

namespace content {

/// The number in `count` bytes (at most 8) from `at`, highest byte first; bytes past the end are 0.
inline std::uint64_t BigEndian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto byte = at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0u;
    value = (value << 8) | byte;
  }
  return value;
}

/// The same, lowest byte first.
inline std::uint64_t LittleEndian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint64_t value = 0;
  for (std::size_t i = count; i-- > 0;) {
    const auto byte = at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0u;
    value = (value << 8) | byte;
  }
  return value;
}

/// A source read in pieces, so that many small looks cost few reads.
class Window {
 public:
  explicit Window(const ByteSource& source) : source_(source) {}

  [[nodiscard]] std::uint64_t Size() const { return source_.size; }

  /// Up to `count` bytes (at most kMost) from `offset`; fewer at the end, or when reading fails.
  /// Good until the next call.
  [[nodiscard]] std::string_view At(std::uint64_t offset, std::size_t count) {
    count = std::min(count, kMost);
    if (offset < begin_ || offset + count > begin_ + bytes_.size()) {
      bytes_ = Take(offset, kMost);
      begin_ = offset;
    }
    return std::string_view(bytes_).substr(static_cast<std::size_t>(offset - begin_), count);
  }

  /// Up to `count` bytes of their own.
  [[nodiscard]] std::string Take(std::uint64_t offset, std::uint64_t count) const {
    if (offset >= source_.size) return {};
    std::string bytes(static_cast<std::size_t>(std::min(count, source_.size - offset)), '\0');
    bytes.resize(std::min(bytes.size(), source_.read(offset, bytes.data(), bytes.size())));
    return bytes;
  }

  static constexpr std::size_t kMost = 64u << 10;

 private:
  const ByteSource& source_;
  std::uint64_t begin_ = 0;
  std::string bytes_;
};

[[nodiscard]] inline tl::unexpected<Error> RefuseMedia(const char* code, Text message,
                                                       Text remedy) {
  return tl::unexpected(Error{code, std::move(message), "", std::move(remedy)});
}

/// A codec's name, or a box's, as far as it can be shown.
[[nodiscard]] std::string ShowName(std::string_view name);

// One reader a kind of file. Errors: see ReadMedia.
[[nodiscard]] Result<Media> ReadPng(const ByteSource& source);
[[nodiscard]] Result<Media> ReadJpeg(const ByteSource& source);
[[nodiscard]] Result<Media> ReadMp4(const ByteSource& source);
[[nodiscard]] Result<Media> ReadWebm(const ByteSource& source);
[[nodiscard]] Result<Media> ReadWav(const ByteSource& source);
[[nodiscard]] Result<Media> ReadOgg(const ByteSource& source);

// What the readers of films say alike.
[[nodiscard]] tl::unexpected<Error> RefuseFilm(const std::string& zh, const std::string& en);
[[nodiscard]] tl::unexpected<Error> RefuseCodec(std::string_view codec);
[[nodiscard]] tl::unexpected<Error> RefuseStreams();
[[nodiscard]] tl::unexpected<Error> RefuseLong(double seconds);
[[nodiscard]] tl::unexpected<Error> RefuseReference();
[[nodiscard]] tl::unexpected<Error> RefuseAttachment();
[[nodiscard]] tl::unexpected<Error> RefuseEncoded();

/// Whether `config`, an AudioSpecificConfig (ISO/IEC 14496-3, 1.6.2.1), is of AAC-LC, plain or with
/// SBR or PS. Other kinds of sound travel under AAC's name.
[[nodiscard]] bool IsListedAac(std::string_view config);

}  // namespace content
