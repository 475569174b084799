// SPDX-License-Identifier: MIT
#include "content/tool/film.h"
#include "content/tool/bytes.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <fstream>
#include <optional>
#include <string_view>
#include <utility>

namespace tool {
namespace {

using content::Error;
using content::Result;

constexpr const char* kCodecs[] = {
    "avc1",   "avc3", "vp09", "av01", "mp4a", "Opus", "V_VP9", "V_AV1", "V_MPEG4/ISO/AVC",
    "A_OPUS", "A_AAC"};
constexpr std::uint64_t kHeaderBytes = 8u << 20;  ///< No header of a short film is larger.

void ReadMovieHeader(std::string_view box, Film& film) {
  const bool wide = BigEndian(box, 0, 1) == 1;
  const std::uint64_t scale = BigEndian(box, wide ? 20 : 12, 4);
  const std::uint64_t length = wide ? BigEndian(box, 24, 8) : BigEndian(box, 16, 4);
  if (scale > 0) film.seconds = static_cast<double>(length) / static_cast<double>(scale);
}

/// Boxes inside `bytes`; goes down where tracks describe themselves.
void WalkBoxes(std::string_view bytes, int depth, Film& film) {
  constexpr std::string_view kParents[] = {"trak", "mdia", "minf", "stbl"};
  std::size_t at = 0;
  while (at + 8 <= bytes.size() && depth < 8) {
    const std::uint64_t size = BigEndian(bytes, at, 4);
    if (size < 8 || size > bytes.size() - at) return;
    const std::string_view name = bytes.substr(at + 4, 4);
    const std::string_view inside = bytes.substr(at + 8, static_cast<std::size_t>(size) - 8);
    if (name == "mvhd") ReadMovieHeader(inside, film);
    if (name == "stsd" && inside.size() >= 16) film.codecs.emplace_back(inside.substr(12, 4));
    if (std::find(std::begin(kParents), std::end(kParents), name) != std::end(kParents)) {
      WalkBoxes(inside, depth + 1, film);
    }
    at += static_cast<std::size_t>(size);
  }
}

/// Finds the box "moov" wherever it stands in the file, skipping the pictures and sound.
std::optional<Film> ReadMp4(std::ifstream& stream, std::uint64_t length) {
  std::uint64_t at = 0;
  while (at + 8 <= length) {
    std::string head(16, '\0');
    stream.clear();
    stream.seekg(static_cast<std::streamoff>(at));
    stream.read(head.data(), 16);
    std::uint64_t size = BigEndian(head, 0, 4);
    std::uint64_t begin = at + 8;
    if (size == 1) {
      size = BigEndian(head, 8, 8);
      begin = at + 16;
    }
    if (size == 0) size = length - at;
    if (size < begin - at || size > length - at) return std::nullopt;
    if (std::string_view(head).substr(4, 4) == "moov") {
      const std::uint64_t inside = at + size - begin;
      if (inside > kHeaderBytes) return std::nullopt;
      std::string bytes(static_cast<std::size_t>(inside), '\0');
      stream.clear();
      stream.seekg(static_cast<std::streamoff>(begin));
      stream.read(bytes.data(), static_cast<std::streamsize>(inside));
      Film film;
      WalkBoxes(bytes, 0, film);
      return film;
    }
    at += size;
  }
  return std::nullopt;
}

/// A cursor over EBML elements.
class Ebml {
 public:
  explicit Ebml(std::string_view bytes) : bytes_(bytes) {}

  /// Id with its length marker, as the tables print it; 0 at the end.
  std::uint64_t NextId() { return Variable(false); }
  std::uint64_t NextSize() { return Variable(true); }
  std::string_view Take(std::uint64_t size) {
    const std::size_t count = std::min<std::uint64_t>(size, bytes_.size() - at_);
    const std::string_view taken = bytes_.substr(at_, count);
    at_ += count;
    return taken;
  }

 private:
  std::uint64_t Variable(bool strip) {
    if (at_ >= bytes_.size()) return 0;
    const auto first = static_cast<std::uint8_t>(bytes_[at_]);
    const auto length = static_cast<std::size_t>(std::countl_zero(first)) + 1;
    if (length > 8 || at_ + length > bytes_.size()) {
      at_ = bytes_.size();
      return 0;
    }
    std::uint64_t value = BigEndian(bytes_, at_, length);
    if (strip) value &= (std::uint64_t{1} << (7 * length)) - 1;
    at_ += length;
    return value;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
};

void WalkElements(std::string_view bytes, int depth, double& scale, double& length, Film& film) {
  constexpr std::uint64_t kSegment = 0x18538067, kInfo = 0x1549A966, kTracks = 0x1654AE6B,
                          kTrack = 0xAE, kScale = 0x2AD7B1, kDuration = 0x4489, kCodec = 0x86,
                          kCluster = 0x1F43B675;
  Ebml cursor(bytes);
  for (std::uint64_t id = cursor.NextId(); id != 0 && depth < 6; id = cursor.NextId()) {
    if (id == kCluster) return;  // Pictures and sound from here on.
    const std::string_view inside = cursor.Take(cursor.NextSize());
    if (id == kSegment || id == kInfo || id == kTracks || id == kTrack) {
      WalkElements(inside, depth + 1, scale, length, film);
    } else if (id == kScale) {
      scale = static_cast<double>(BigEndian(inside, 0, inside.size()));
    } else if (id == kDuration && inside.size() == 4) {
      length = std::bit_cast<float>(static_cast<std::uint32_t>(BigEndian(inside, 0, 4)));
    } else if (id == kDuration && inside.size() == 8) {
      length = std::bit_cast<double>(BigEndian(inside, 0, 8));
    } else if (id == kCodec) {
      film.codecs.emplace_back(inside);
    }
  }
}

std::optional<Film> ReadWebm(std::ifstream& stream, std::uint64_t length) {
  std::string bytes(static_cast<std::size_t>(std::min(length, kHeaderBytes)), '\0');
  stream.clear();
  stream.seekg(0);
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  Film film;
  double scale = 1'000'000;  // Nanoseconds of a tick, unless the file says otherwise.
  double ticks = 0;
  WalkElements(bytes, 0, scale, ticks, film);
  film.seconds = ticks * scale / 1e9;
  return film;
}

}  // namespace

Result<Film> ReadFilm(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::error_code failed;
  const std::uint64_t length = std::filesystem::file_size(file, failed);
  std::string head(12, '\0');
  stream.read(head.data(), 12);
  std::optional<Film> film;
  if (!failed && stream) {
    const std::string_view start = head;
    if (start.substr(4, 4) == "ftyp") film = ReadMp4(stream, length);
    if (start.starts_with("\x1A\x45\xDF\xA3")) film = ReadWebm(stream, length);
  }
  if (!film || film->codecs.empty()) {
    return tl::unexpected(
        Error{"media.malformed",
              {"不是合格的MP4或WebM影片", "this is no MP4 or WebM film"},
              "",
              {"重新导出为MP4（H.264＋AAC）", "export it as MP4 (H.264 and AAC)"}});
  }
  for (const std::string& codec : film->codecs) {
    if (std::find(std::begin(kCodecs), std::end(kCodecs), codec) != std::end(kCodecs)) continue;
    return tl::unexpected(Error{
        "media.codec",
        {"影片用了不支持的编码“" + codec + "”", "the codec \"" + codec + "\" is not supported"},
        "",
        {"画面用H.264、VP9或AV1，声音用AAC或Opus",
         "pictures are H.264, VP9 or AV1, sound is AAC or Opus"}});
  }
  return *film;
}

}  // namespace tool
