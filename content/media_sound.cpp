// SPDX-License-Identifier: MIT
// WAV with plain samples, and Opus in Ogg (RFC 3533, RFC 7845).
#include <cctype>
#include <optional>

#include "content/limits.h"
#include "content/media_bytes.h"

namespace content {
namespace {

tl::unexpected<Error> RefuseSound() {
  return RefuseMedia("media.malformed",
                     {"不是合格的Opus或WAV声音", "this is neither Opus nor WAV sound"},
                     {"转成Opus（.opus）", "convert it to Opus (.opus)"});
}

/// Bytes a second of plain samples; 0 when the format is another one.
Result<std::uint64_t> ReadFormat(std::string_view chunk) {
  constexpr std::uint64_t kPlain = 1, kExtensible = 0xFFFE;
  std::uint64_t tag = LittleEndian(chunk, 0, 2);
  const std::uint64_t channels = LittleEndian(chunk, 2, 2), rate = LittleEndian(chunk, 4, 4);
  const std::uint64_t frame = LittleEndian(chunk, 12, 2), bits = LittleEndian(chunk, 14, 2);
  constexpr std::string_view kGuid("\x00\x00\x00\x00\x10\x00\x80\x00\x00\xaa\x00\x38\x9b\x71", 14);
  if (tag == kExtensible && chunk.size() >= 40 && chunk.substr(26, 14) == kGuid) {
    tag = LittleEndian(chunk, 24, 2);
  }
  if (tag != kPlain || (bits != 8 && bits != 16 && bits != 24 && bits != 32)) {
    return RefuseCodec("wav " + std::to_string(tag) + "/" + std::to_string(bits));
  }
  if (channels < 1 || channels > 2) return RefuseStreams();
  if (rate < 8000 || rate > 48000 || frame != channels * bits / 8) return RefuseSound();
  return rate * frame;
}

struct OggPage {
  std::uint64_t flags = 0, granule = 0, serial = 0;
  std::uint64_t begin = 0, size = 0;  ///< Of its body.
  bool ends_packet = false;           ///< Its last packet ends with it.
};

constexpr std::uint64_t kFirstPage = 2;
constexpr std::uint64_t kNoGranule = ~std::uint64_t{0};

/// The page at `at`; nothing when there is none, or not the whole of it.
std::optional<OggPage> ReadPage(Window& window, std::uint64_t at) {
  const std::string_view head = window.At(at, 27 + 255);
  if (head.size() < 27 || !head.starts_with(std::string_view("OggS\0", 5))) return std::nullopt;
  const std::uint64_t count = BigEndian(head, 26, 1);
  if (head.size() < 27 + count) return std::nullopt;
  OggPage page{BigEndian(head, 5, 1),
               LittleEndian(head, 6, 8),
               LittleEndian(head, 14, 4),
               at + 27 + count,
               0,
               false};
  for (std::size_t i = 0; i < count; ++i) page.size += BigEndian(head, 27 + i, 1);
  page.ends_packet = count > 0 && BigEndian(head, 26 + static_cast<std::size_t>(count), 1) < 255;
  if (page.begin + page.size > window.Size()) return std::nullopt;
  return page;
}

/// The packet of comments: a cover would be in it, as text.
bool HoldsCover(std::string tags) {
  for (char& c : tags) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return tags.find("METADATA_BLOCK_PICTURE") != std::string::npos ||
         tags.find("COVERART") != std::string::npos;
}

}  // namespace

Result<Media> ReadWav(const ByteSource& source) {
  Window window(source);
  const std::string_view head = window.At(0, 12);
  if (head.size() < 12 || !head.starts_with("RIFF") || head.substr(8, 4) != "WAVE" ||
      LittleEndian(head, 4, 4) + 8 != source.size) {
    return RefuseSound();
  }
  std::uint64_t per_second = 0, samples = 0;
  bool has_samples = false;
  for (std::uint64_t at = 12; at < source.size;) {
    const std::string_view chunk = window.At(at, 8 + 40);
    const std::uint64_t size = LittleEndian(chunk, 4, 4);
    if (chunk.size() < 8 || at + 8 + size > source.size) return RefuseSound();
    const std::string name(chunk.substr(0, 4));
    if (name == "fmt " && per_second == 0 && size >= 16) {
      const auto format =
          ReadFormat(chunk.substr(8, static_cast<std::size_t>(std::min<std::uint64_t>(size, 40))));
      if (!format) return tl::unexpected(format.error());
      per_second = *format;
    } else if (name == "data" && per_second > 0 && !has_samples) {
      has_samples = true;
      samples = size;
    } else if (name == "id3 " || name == "ID3 ") {
      return RefuseAttachment();  // may hold pictures
    } else if (name != "LIST" && name != "fact") {
      return RefuseSound();
    }
    at += 8 + size + (size & 1u);
  }
  if (!has_samples) return RefuseSound();
  Media media;
  media.seconds = static_cast<double>(samples) / static_cast<double>(per_second);
  return media;
}

Result<Media> ReadOgg(const ByteSource& source) {
  Window window(source);
  const auto first = ReadPage(window, 0);
  if (!first || (first->flags & kFirstPage) == 0) return RefuseSound();
  const std::string head = window.Take(first->begin, std::min<std::uint64_t>(first->size, 64));
  if (!head.starts_with("OpusHead")) {
    return RefuseCodec("ogg " + ShowName(std::string_view(head).substr(0, 8)));
  }
  const std::uint64_t channels = BigEndian(head, 9, 1);
  if (head.size() < 19 || BigEndian(head, 8, 1) >> 4 != 0) return RefuseSound();
  if (BigEndian(head, 18, 1) != 0 || channels < 1 || channels > 2) return RefuseStreams();
  std::string tags;
  bool in_tags = true;
  std::uint64_t last = 0;
  std::uint64_t at = first->begin + first->size;
  while (at < source.size) {
    const auto page = ReadPage(window, at);
    if (!page) return RefuseSound();
    // Another stream, beside this one or behind it, could be of any codec.
    if (page->serial != first->serial || (page->flags & kFirstPage) != 0) return RefuseStreams();
    if (in_tags) {
      tags += window.Take(page->begin, page->size);
      in_tags = !page->ends_packet;
      if (tags.size() > Window::kMost) return RefuseAttachment();
    }
    if (page->granule != kNoGranule) last = std::max(last, page->granule);
    at = page->begin + page->size;
  }
  if (!tags.starts_with("OpusTags") || in_tags) return RefuseSound();
  if (HoldsCover(std::move(tags))) return RefuseAttachment();
  constexpr double kRate = 48000;  // of Opus's granules, whatever the sound had
  Media media;
  media.seconds = static_cast<double>(last) / kRate;
  return media;
}

}  // namespace content
