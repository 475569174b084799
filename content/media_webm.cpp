// SPDX-License-Identifier: MIT
// WebM and the part of Matroska that it is of (RFC 8794, RFC 9559).
#include <bit>
#include <optional>

#include "content/limits.h"
#include "content/media_bytes.h"

namespace content {
namespace {

constexpr std::uint64_t kHead = 0x1A45DFA3, kDocType = 0x4282, kSegment = 0x18538067,
                        kSeekHead = 0x114D9B74, kInfo = 0x1549A966, kTracks = 0x1654AE6B,
                        kCluster = 0x1F43B675, kCues = 0x1C53BB6B, kAttachments = 0x1941A469,
                        kChapters = 0x1043A770, kTags = 0x1254C367, kVoid = 0xEC, kSum = 0xBF,
                        kScale = 0x2AD7B1, kDuration = 0x4489, kTrack = 0xAE, kType = 0x83,
                        kCodec = 0x86, kPrivate = 0x63A2, kEncodings = 0x6D80, kPicture = 0xE0,
                        kWidth = 0xB0, kHeight = 0xBA, kOperation = 0xE2, kTimestamp = 0xE7;
// Families and neighbours of a segment, by id or by file name, and what only chapters of several
// segments need.
constexpr std::uint64_t kNeighbours[] = {0x3CB923, 0x3C83AB, 0x3EB923, 0x3E83BB, 0x4444, 0x6924};
constexpr std::uint64_t kHeaderBytes = 8u << 20;
constexpr std::size_t kElements = 20'000;  // of a segment; a cluster lasts seconds

struct Element {
  std::uint64_t id = 0, size = 0;
  std::size_t header = 0;  ///< Bytes before its content.
};

/// A number whose length stands in its first byte; nothing when it is cut or has no length.
std::optional<std::uint64_t> ReadNumber(std::string_view bytes, bool strip, std::size_t& at) {
  if (at >= bytes.size()) return std::nullopt;
  const auto first = static_cast<std::uint8_t>(bytes[at]);
  const auto length = static_cast<std::size_t>(std::countl_zero(first)) + 1;
  if (length > 8 || at + length > bytes.size()) return std::nullopt;
  std::uint64_t value = BigEndian(bytes, at, length);
  at += length;
  if (!strip) return value;
  const std::uint64_t all = (std::uint64_t{1} << (7 * length)) - 1;
  value &= all;
  return value == all ? std::nullopt : std::optional(value);  // all ones: "unknown"
}

std::optional<Element> ReadElement(std::string_view bytes) {
  Element element;
  const auto id = ReadNumber(bytes, false, element.header);
  const auto size = ReadNumber(bytes, true, element.header);
  if (!id || !size) return std::nullopt;
  element.id = *id;
  element.size = *size;
  return element;
}

tl::unexpected<Error> RefuseBroken() { return RefuseFilm("结构损坏", "its structure is broken"); }

/// Calls `read` with the id and the content of each element in `bytes`.
template <typename Read>
Result<void> EachElement(std::string_view bytes, Read read) {
  while (!bytes.empty()) {
    const auto element = ReadElement(bytes);
    if (!element || element->size > bytes.size() - element->header) return RefuseBroken();
    const auto size = static_cast<std::size_t>(element->size);
    if (auto fine = read(element->id, bytes.substr(element->header, size)); !fine) return fine;
    bytes.remove_prefix(element->header + size);
  }
  return {};
}

std::uint64_t ReadUnsigned(std::string_view inside) {
  return BigEndian(inside, 0, std::min<std::size_t>(inside.size(), 8));
}

double ReadFloat(std::string_view inside) {
  if (inside.size() == 4) {
    return std::bit_cast<float>(static_cast<std::uint32_t>(BigEndian(inside, 0, 4)));
  }
  return inside.size() == 8 ? std::bit_cast<double>(BigEndian(inside, 0, 8)) : 0.0;
}

class SegmentReader {
 public:
  explicit SegmentReader(const ByteSource& source) : window_(source) {}

  Result<Media> Read() {
    const auto head = ReadElement(window_.At(0, 16));
    if (!head || head->id != kHead || head->size > 4096) return RefuseBroken();
    const std::string inside = window_.Take(head->header, head->size);
    std::string kind;
    auto fine = EachElement(inside, [&kind](std::uint64_t id, std::string_view value) {
      if (id == kDocType) kind = value;
      return Result<void>();
    });
    if (!fine) return tl::unexpected(std::move(fine.error()));
    if (kind != "webm" && kind != "matroska") return RefuseBroken();
    const std::uint64_t at = head->header + head->size;
    const auto segment = ReadElement(window_.At(at, 16));
    if (!segment || segment->id != kSegment ||
        segment->size != window_.Size() - at - segment->header) {
      return RefuseBroken();  // open ended, cut, or with a second film behind it
    }
    if (fine = ReadParts(at + segment->header); !fine) {
      return tl::unexpected(std::move(fine.error()));
    }
    media_.seconds = ticks_ * scale_ / 1e9;
    if (!(media_.seconds > 0)) {
      return RefuseFilm("没写片长", "it does not say how long it lasts");
    }
    const double last = static_cast<double>(last_) * scale_ / 1e9;
    if (last > limits::kVideoSeconds + 1) return RefuseLong(last);
    if (pictures_ != 1 || sounds_ > 1) return RefuseStreams();
    return media_;
  }

 private:
  Result<void> ReadParts(std::uint64_t at) {
    for (std::size_t count = 0; at < window_.Size(); ++count) {
      const auto element = ReadElement(window_.At(at, 16));
      if (!element || element->size > window_.Size() - at - element->header || count > kElements) {
        return RefuseBroken();
      }
      at += element->header;
      if (auto fine = ReadPart(*element, at); !fine) return fine;
      at += element->size;
    }
    return {};
  }

  Result<void> ReadPart(const Element& element, std::uint64_t at) {
    switch (element.id) {
      case kSeekHead:
      case kCues:
      case kTags:
      case kVoid:
      case kSum:
        return {};
      case kAttachments:
        return RefuseAttachment();
      case kChapters:
        return RefuseReference();
      case kCluster: {
        // Its time comes first, but for a check sum of six bytes.
        std::string_view inside = window_.At(at, 32);
        for (int i = 0; i < 2; ++i) {
          const auto first = ReadElement(inside);
          if (!first) return RefuseBroken();
          if (first->size > inside.size() - first->header) break;
          const auto size = static_cast<std::size_t>(first->size);
          if (first->id == kTimestamp) {
            last_ = std::max(last_, ReadUnsigned(inside.substr(first->header, size)));
            return {};
          }
          inside.remove_prefix(first->header + size);
        }
        return RefuseBroken();
      }
      case kInfo:
      case kTracks: {
        bool& seen = element.id == kInfo ? has_info_ : has_tracks_;
        if (seen || element.size > kHeaderBytes) return RefuseBroken();
        seen = true;
        const std::string inside = window_.Take(at, element.size);
        if (inside.size() != element.size) return RefuseBroken();
        return element.id == kInfo ? ReadInfo(inside) : ReadTracks(inside);
      }
      default:
        return RefuseFilm("有不认识的部分", "it has an unknown part");
    }
  }

  Result<void> ReadInfo(std::string_view bytes) {
    return EachElement(bytes, [this](std::uint64_t id, std::string_view inside) -> Result<void> {
      if (std::find(std::begin(kNeighbours), std::end(kNeighbours), id) != std::end(kNeighbours)) {
        return RefuseReference();
      }
      if (id == kScale) scale_ = static_cast<double>(ReadUnsigned(inside));
      if (id == kDuration) ticks_ = ReadFloat(inside);
      return {};
    });
  }

  Result<void> ReadTracks(std::string_view bytes) {
    return EachElement(bytes, [this](std::uint64_t id, std::string_view inside) -> Result<void> {
      if (id == kTrack) return ReadTrack(inside);
      if (id == kVoid || id == kSum) return {};
      return RefuseBroken();
    });
  }

  Result<void> ReadTrack(std::string_view bytes) {
    std::uint64_t type = 0;
    std::string_view codec, config;
    auto fine = EachElement(bytes, [&](std::uint64_t id, std::string_view inside) -> Result<void> {
      if (id == kEncodings) return RefuseEncoded();
      if (id == kOperation) return RefuseStreams();
      if (id == kType) type = ReadUnsigned(inside);
      if (id == kCodec) codec = inside.substr(0, inside.find('\0'));
      if (id == kPrivate) config = inside;
      return id == kPicture ? ReadSize(inside) : Result<void>();
    });
    if (!fine) return fine;
    constexpr std::uint64_t kFilmTrack = 1, kSoundTrack = 2;
    if (type != kFilmTrack && type != kSoundTrack) return RefuseStreams();
    const bool film = codec == "V_VP9" || codec == "V_AV1" || codec == "V_MPEG4/ISO/AVC";
    const bool sound = codec == "A_OPUS" || (codec == "A_AAC" && IsListedAac(config));
    if (type == kFilmTrack ? !film : !sound) return RefuseCodec(codec);
    if (film && (media_.width == 0 || media_.height == 0)) return RefuseBroken();
    ++(film ? pictures_ : sounds_);
    return {};
  }

  Result<void> ReadSize(std::string_view bytes) {
    return EachElement(bytes, [this](std::uint64_t id, std::string_view inside) {
      if (id == kWidth) media_.width = ReadUnsigned(inside);
      if (id == kHeight) media_.height = ReadUnsigned(inside);
      return Result<void>();
    });
  }

  Window window_;
  Media media_;
  double scale_ = 1'000'000;  // nanoseconds of a tick, unless the file says otherwise
  double ticks_ = 0;
  std::uint64_t last_ = 0;  // tick at which the last cluster begins
  bool has_info_ = false, has_tracks_ = false;
  int pictures_ = 0, sounds_ = 0;
};

}  // namespace

Result<Media> ReadWebm(const ByteSource& source) { return SegmentReader(source).Read(); }

}  // namespace content
