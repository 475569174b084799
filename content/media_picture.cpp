// SPDX-License-Identifier: MIT
// PNG (https://www.w3.org/TR/png-3/) and JPEG (ITU-T T.81).
#include <zlib.h>

#include <array>

#include "content/limits.h"
#include "content/media_bytes.h"

namespace content {
namespace {

tl::unexpected<Error> RefusePicture() {
  return RefuseMedia("media.malformed",
                     {"不是合格的PNG或JPEG图片", "this is no PNG or JPEG picture"},
                     {"用画图软件另存一次", "save it again from a drawing program"});
}

struct PngHeader {
  std::uint64_t width = 0, height = 0;
  std::uint64_t bits = 0;  ///< Of one pixel; 0 when depth and colour do not go together.
  bool interlaced = false;
};

PngHeader ReadHeader(std::string_view chunk) {
  const std::uint64_t depth = BigEndian(chunk, 8, 1), color = BigEndian(chunk, 9, 1);
  const bool method = BigEndian(chunk, 10, 2) == 0 && BigEndian(chunk, 12, 1) <= 1;
  PngHeader header{BigEndian(chunk, 0, 4), BigEndian(chunk, 4, 4), 0, BigEndian(chunk, 12, 1) == 1};
  constexpr std::array<std::uint64_t, 7> kChannels = {1, 0, 3, 1, 2, 0, 4};
  const std::uint64_t channels = color < kChannels.size() ? kChannels[color] : 0;
  const bool small = depth == 1 || depth == 2 || depth == 4;
  const bool fits =
      depth == 8 || (depth == 16 && color != 3) || (small && (color == 0 || color == 3));
  if (method && fits) header.bits = channels * depth;
  return header;
}

/// Bytes that the picture unpacks to: a filter's byte and the pixels of each row.
std::uint64_t UnpackedBytes(const PngHeader& header) {
  const auto rows = [&header](std::uint64_t width, std::uint64_t height) {
    return width == 0 ? 0 : height * (1 + (width * header.bits + 7) / 8);
  };
  if (!header.interlaced) return rows(header.width, header.height);
  struct Pass {
    std::uint64_t x, y, step_x, step_y;
  };
  constexpr std::array<Pass, 7> kPasses = {{{0, 0, 8, 8},
                                            {4, 0, 8, 8},
                                            {0, 4, 4, 8},
                                            {2, 0, 4, 4},
                                            {0, 2, 2, 4},
                                            {1, 0, 2, 2},
                                            {0, 1, 1, 2}}};
  std::uint64_t bytes = 0;
  for (const Pass& pass : kPasses) {
    const auto count = [](std::uint64_t size, std::uint64_t first, std::uint64_t step) {
      return size <= first ? 0 : (size - first + step - 1) / step;
    };
    bytes +=
        rows(count(header.width, pass.x, pass.step_x), count(header.height, pass.y, pass.step_y));
  }
  return bytes;
}

/// Unpacks into nothing and counts, so that a picture of a few bytes cannot fill a kiosk's memory.
class Counter {
 public:
  explicit Counter(std::uint64_t most) : most_(most) { good_ = inflateInit(&stream_) == Z_OK; }
  Counter(const Counter&) = delete;
  Counter& operator=(const Counter&) = delete;
  ~Counter() { inflateEnd(&stream_); }

  void Feed(std::string_view bytes) {
    std::string in(bytes);  // zlib wants bytes that it might change
    stream_.next_in = reinterpret_cast<Bytef*>(in.data());
    stream_.avail_in = static_cast<uInt>(in.size());
    while (good_ && !ended_ && stream_.avail_in > 0 && !IsTooMuch()) {
      stream_.next_out = reinterpret_cast<Bytef*>(out_.data());
      stream_.avail_out = static_cast<uInt>(out_.size());
      const int result = inflate(&stream_, Z_NO_FLUSH);
      count_ += out_.size() - stream_.avail_out;
      ended_ = result == Z_STREAM_END;
      good_ = ended_ || result == Z_OK || result == Z_BUF_ERROR;
    }
  }
  [[nodiscard]] bool IsTooMuch() const { return count_ > most_; }
  [[nodiscard]] bool IsWhole() const { return good_ && ended_ && count_ == most_; }

 private:
  z_stream stream_{};
  std::array<char, 1u << 15> out_{};
  std::uint64_t most_, count_ = 0;
  bool good_ = false, ended_ = false;
};

tl::unexpected<Error> RefuseBomb() {
  return RefuseMedia(
      "media.expands",
      {"图片展开后远大于它的尺寸", "the picture unpacks to more than its size has room for"},
      {"用画图软件另存一次", "save it again from a drawing program"});
}

/// Chunks behind the header, to the end of the file.
Result<void> ReadChunks(Window& window, const PngHeader& header) {
  Counter counter(UnpackedBytes(header));
  std::uint64_t at = 33;
  for (;;) {
    const std::string_view head = window.At(at, 8);
    const std::uint64_t size = BigEndian(head, 0, 4);
    if (head.size() < 8 || size > window.Size() || at + 12 + size > window.Size()) {
      return RefusePicture();
    }
    const std::string name(head.substr(4, 4));
    if (name == "IDAT") {
      for (std::uint64_t done = 0; done < size;) {
        const std::string_view piece = window.At(
            at + 8 + done,
            static_cast<std::size_t>(std::min<std::uint64_t>(size - done, Window::kMost)));
        if (piece.empty()) return RefusePicture();
        counter.Feed(piece);
        if (counter.IsTooMuch()) return RefuseBomb();
        done += piece.size();
      }
    } else if (name != "PLTE" && name != "IEND" && (name[0] & 0x20) == 0) {
      return RefusePicture();  // critical, and not for us
    }
    at += 12 + size;
    if (name == "IEND") break;
  }
  if (at != window.Size() || !counter.IsWhole()) return RefusePicture();
  return {};
}

/// The bytes between the markers of a scan; gives back where the next marker stands.
std::uint64_t SkipScan(Window& window, std::uint64_t at) {
  while (at < window.Size()) {
    const std::string_view piece = window.At(at, Window::kMost);
    if (piece.empty()) break;
    for (std::size_t i = 0; i + 1 < piece.size(); ++i) {
      const auto next = static_cast<unsigned char>(piece[i + 1]);
      const bool inside = next == 0 || next == 0xFF || (next >= 0xD0 && next <= 0xD7);
      if (static_cast<unsigned char>(piece[i]) == 0xFF && !inside) return at + i;
    }
    at += std::max<std::size_t>(piece.size() - 1, 1);
  }
  return window.Size();
}

}  // namespace

Result<Media> ReadPng(const ByteSource& source) {
  Window window(source);
  const std::string_view head = window.At(0, 33);
  if (head.size() < 33 || !head.starts_with("\x89PNG\r\n\x1a\n") || BigEndian(head, 8, 4) != 13 ||
      head.substr(12, 4) != "IHDR") {
    return RefusePicture();
  }
  const PngHeader header = ReadHeader(head.substr(16, 13));
  if (header.width == 0 || header.height == 0 || header.bits == 0) return RefusePicture();
  Media media;
  media.width = header.width;
  media.height = header.height;
  // What is too large is refused for that, by ReadMedia, and not unpacked.
  const bool large = header.width > limits::kImagePixels || header.height > limits::kImagePixels ||
                     header.width * header.height > limits::kImagePixels;
  if (large) return media;
  if (auto fine = ReadChunks(window, header); !fine) return tl::unexpected(std::move(fine.error()));
  return media;
}

Result<Media> ReadJpeg(const ByteSource& source) {
  Window window(source);
  if (!window.At(0, 3).starts_with("\xFF\xD8\xFF")) return RefusePicture();
  Media media;
  std::size_t scans = 0;
  std::uint64_t at = 2;
  for (;;) {
    const std::string_view head = window.At(at, 12);
    if (head.size() < 2 || BigEndian(head, 0, 1) != 0xFF) return RefusePicture();
    const std::uint64_t marker = BigEndian(head, 1, 1), size = BigEndian(head, 2, 2);
    if (marker == 0xD9) break;  // the end; what follows is never read
    if (marker == 0xFF) {
      ++at;  // padding
      continue;
    }
    if (size < 2 || at + 2 + size > window.Size()) return RefusePicture();
    const bool frame =
        marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (frame) {
      // Baseline, extended or progressive, Huffman, 8 bits; one frame.
      const std::uint64_t parts = BigEndian(head, 9, 1);
      const bool known = marker <= 0xC2 && BigEndian(head, 4, 1) == 8 && media.width == 0 &&
                         (parts == 1 || parts == 3 || parts == 4);
      media.height = BigEndian(head, 5, 2);
      media.width = BigEndian(head, 7, 2);
      if (!known || media.width == 0 || media.height == 0) return RefusePicture();
    }
    at += 2 + size;
    if (marker != 0xDA) continue;
    // Each scan of a progressive picture is a walk over all its pixels.
    if (media.width == 0 || ++scans > limits::kJpegScans) return RefusePicture();
    at = SkipScan(window, at);
  }
  if (scans == 0) return RefusePicture();
  return media;
}

}  // namespace content
