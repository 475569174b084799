// SPDX-License-Identifier: MIT
// MP4 (ISO/IEC 14496-12, -14, -15). Only boxes that are known here pass: a player reads many more,
// some of which lead out of the file or unpack inside it.
#include <functional>
#include <initializer_list>

#include "content/limits.h"
#include "content/media_bytes.h"

namespace content {
namespace {

using BoxReader = std::function<Result<void>(std::string_view name, std::string_view inside)>;

constexpr std::uint64_t kMovieBytes = 8u << 20;  // no header of a short film is larger
constexpr std::size_t kTopBoxes = 1000, kEdits = 32;
constexpr std::uint64_t kSamples = 1'000'000;  // of a track: a thousand a second

bool IsOneOf(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

tl::unexpected<Error> RefuseBox(std::string_view name) {
  const std::string shown = ShowName(name);
  return RefuseFilm("有不认识的部分“" + shown + "”", "it has an unknown part \"" + shown + "\"");
}

tl::unexpected<Error> RefuseBrokenMp4() {
  return RefuseFilm("结构损坏", "its structure is broken");
}

Result<void> EachBox(std::string_view bytes, const BoxReader& read) {
  while (!bytes.empty()) {
    const std::uint64_t size = BigEndian(bytes, 0, 4);
    if (bytes.size() < 8 || size < 8 || size > bytes.size()) return RefuseBrokenMp4();
    const std::string_view box = bytes.substr(0, static_cast<std::size_t>(size));
    if (auto fine = read(box.substr(4, 4), box.substr(8)); !fine) return fine;
    bytes.remove_prefix(box.size());
  }
  return {};
}

/// What a box of titles and remarks may hold: a cover would be a stream of its own.
Result<void> CheckRemarks(std::string_view inside) {
  if (inside.find("covr") != std::string_view::npos) return RefuseAttachment();
  return {};
}

/// Every entry says "in this file", and nothing else.
Result<void> CheckReferences(std::string_view dref) {
  if (dref.size() < 8) return RefuseBrokenMp4();
  return EachBox(
      dref.substr(8), [](std::string_view name, std::string_view inside) -> Result<void> {
        const bool here =
            IsOneOf(name, {"url ", "alis"}) && inside.size() == 4 && BigEndian(inside, 0, 4) == 1;
        if (!here) return RefuseReference();
        return {};
      });
}

/// One descriptor of MPEG-4 systems: takes it from the front of `bytes`.
struct Descriptor4 {
  std::uint64_t tag = 0;
  std::string_view inside;
};
std::optional<Descriptor4> TakeDescriptor(std::string_view& bytes) {
  Descriptor4 found{BigEndian(bytes, 0, 1), {}};
  std::size_t size = 0, at = 1;
  for (bool more = true; more; ++at) {
    if (at > 4 || at >= bytes.size()) return std::nullopt;
    const auto byte = static_cast<std::size_t>(BigEndian(bytes, at, 1));
    size = (size << 7) | (byte & 0x7F);
    more = (byte & 0x80) != 0;
  }
  if (size > bytes.size() - at) return std::nullopt;
  found.inside = bytes.substr(at, size);
  bytes.remove_prefix(at + size);
  return found;
}

/// "mp4a" says only that another name follows: MP3, Vorbis and pictures have travelled under it.
Result<void> CheckEsds(std::string_view esds) {
  if (esds.size() < 4) return RefuseBrokenMp4();
  esds.remove_prefix(4);
  auto stream = TakeDescriptor(esds);
  if (!stream || stream->tag != 3 || stream->inside.size() < 3) return RefuseBrokenMp4();
  const std::uint64_t flags = BigEndian(stream->inside, 2, 1);
  if ((flags & 0x40u) != 0) return RefuseReference();  // an address
  std::string_view rest = stream->inside.substr(3);
  const std::size_t extra = ((flags & 0x80u) != 0 ? 2u : 0u) + ((flags & 0x20u) != 0 ? 2u : 0u);
  rest.remove_prefix(std::min(extra, rest.size()));
  const auto decoder = TakeDescriptor(rest);
  if (!decoder || decoder->tag != 4 || decoder->inside.size() < 13) return RefuseBrokenMp4();
  constexpr std::uint64_t kAac = 0x40, kAac2Lc = 0x67;
  const std::uint64_t type = BigEndian(decoder->inside, 0, 1);
  std::string_view inner = decoder->inside.substr(13);
  const auto config = TakeDescriptor(inner);
  if ((type != kAac && type != kAac2Lc) || !config || config->tag != 5 ||
      !IsListedAac(config->inside)) {
    return RefuseCodec("mp4a " + std::to_string(type));
  }
  return {};
}

struct Track {
  std::string handler;
  std::string codec;
  std::uint64_t scale = 0, ticks = 0;  ///< Of the samples' durations.
  std::uint64_t width = 0, height = 0;
  bool has_references = false;
};

/// The sample description; `inside` is what follows the box's name.
Result<void> ReadEntry(std::string_view codec, std::string_view inside, Track& track) {
  struct Known {
    std::string_view codec, config;
    bool picture;
  };
  constexpr Known kKnown[] = {{"avc1", "avcC", true},  {"avc3", "avcC", true},
                              {"vp09", "vpcC", true},  {"av01", "av1C", true},
                              {"mp4a", "esds", false}, {"Opus", "dOps", false}};
  const auto* known = std::find_if(std::begin(kKnown), std::end(kKnown),
                                   [codec](const Known& each) { return each.codec == codec; });
  if (known == std::end(kKnown)) return RefuseCodec(codec);
  if (known->picture != (track.handler == "vide")) return RefuseCodec(codec);
  const std::size_t fixed = known->picture ? 78 : 28;
  if (inside.size() < fixed) return RefuseBrokenMp4();
  if (known->picture) {
    track.width = BigEndian(inside, 24, 2);
    track.height = BigEndian(inside, 26, 2);
    if (track.width == 0 || track.height == 0) return RefuseBrokenMp4();
  } else if (BigEndian(inside, 8, 2) != 0) {
    return RefuseBox("QuickTime sound");
  }
  bool configured = false;
  auto fine = EachBox(inside.substr(fixed), [&](std::string_view name, std::string_view box) {
    if (name == known->config) {
      configured = true;
      return name == "esds" ? CheckEsds(box) : Result<void>();
    }
    const bool harmless = IsOneOf(name, {"pasp", "colr", "btrt", "clap", "fiel", "gama", "mdcv",
                                         "clli", "SmDm", "CoLL", "chan", "chnl", "srat"});
    return harmless ? Result<void>() : Result<void>(RefuseBox(name));
  });
  if (!fine) return fine;
  if (!configured) return RefuseBrokenMp4();
  track.codec = codec;
  return {};
}

Result<void> ReadDescriptions(std::string_view stsd, Track& track) {
  if (stsd.size() < 8 || BigEndian(stsd, 0, 1) != 0) return RefuseBrokenMp4();
  const std::uint64_t says = BigEndian(stsd, 4, 4);
  std::uint64_t has = 0;
  auto fine = EachBox(stsd.substr(8), [&](std::string_view codec, std::string_view inside) {
    ++has;
    return ReadEntry(codec, inside, track);
  });
  if (!fine) return fine;
  if (has != says || has != 1) return RefuseStreams();  // another in the middle of the film
  return {};
}

/// Sums the durations of a track's samples.
Result<void> ReadTimes(std::string_view stts, Track& track) {
  const std::uint64_t count = BigEndian(stts, 4, 4);
  if (stts.size() < 8 || count > (stts.size() - 8) / 8) return RefuseBrokenMp4();
  std::uint64_t samples = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t run = BigEndian(stts, 8 + 8 * i, 4);
    samples += run;
    if (samples > kSamples) return RefuseBrokenMp4();
    track.ticks += run * BigEndian(stts, 12 + 8 * i, 4);
  }
  return {};
}

Result<void> ReadTables(std::string_view stbl, Track& track) {
  return EachBox(stbl, [&track](std::string_view name, std::string_view inside) -> Result<void> {
    if (name == "stsd") return ReadDescriptions(inside, track);
    if (name == "stts") return ReadTimes(inside, track);
    if (IsOneOf(name, {"stsz", "stz2"})) {
      if (inside.size() < 12 || BigEndian(inside, 8, 4) > kSamples) return RefuseBrokenMp4();
      return {};
    }
    if (IsOneOf(name, {"ctts", "cslg", "stsc", "stco", "co64", "stss", "stps", "sdtp", "sgpd",
                       "sbgp", "padb", "subs", "free", "skip"})) {
      return {};
    }
    return RefuseBox(name);
  });
}

Result<void> ReadMediaBox(std::string_view mdia, Track& track) {
  // The handler says what the rest means, and stands before it in every file but hostile ones.
  return EachBox(mdia, [&track](std::string_view name, std::string_view inside) -> Result<void> {
    if (name == "mdhd") {
      track.scale = BigEndian(inside, BigEndian(inside, 0, 1) == 1 ? 20 : 12, 4);
      return {};
    }
    if (name == "hdlr") {
      if (!track.handler.empty() || inside.size() < 12) return RefuseBrokenMp4();
      track.handler = inside.substr(8, 4);
      if (track.handler != "vide" && track.handler != "soun") return RefuseStreams();
      return {};
    }
    if (name == "minf") {
      if (track.handler.empty()) return RefuseBrokenMp4();
      return EachBox(inside, [&track](std::string_view part, std::string_view box) -> Result<void> {
        if (part == "stbl") return ReadTables(box, track);
        if (part == "dinf") {
          return EachBox(box, [&track](std::string_view one, std::string_view dref) {
            track.has_references = true;
            return one == "dref" ? CheckReferences(dref) : Result<void>(RefuseBox(one));
          });
        }
        if (IsOneOf(part, {"vmhd", "smhd", "hdlr", "free", "skip"})) return {};
        return RefuseBox(part);
      });
    }
    if (IsOneOf(name, {"elng", "free", "skip"})) return {};
    return RefuseBox(name);
  });
}

/// Reads "moov" into a film.
class MovieReader {
 public:
  Result<Media> Read(std::string_view moov) {
    auto fine = EachBox(moov, [this](std::string_view name, std::string_view inside) {
      return ReadPart(name, inside);
    });
    if (!fine) return tl::unexpected(std::move(fine.error()));
    if (media_.seconds <= 0) {
      return RefuseFilm("没写片长", "it does not say how long it lasts");
    }
    if (pictures_ != 1 || sounds_ > 1) return RefuseStreams();
    return media_;
  }

 private:
  Result<void> ReadPart(std::string_view name, std::string_view inside) {
    if (name == "mvhd") return ReadHeader(inside);
    if (name == "trak") return ReadTrack(inside);
    if (name == "mvex") return RefuseFragments();
    if (name == "cmov") return RefuseEncoded();
    if (IsOneOf(name, {"rmra", "rmda", "rdrf"})) return RefuseReference();
    if (IsOneOf(name, {"udta", "meta"})) return CheckRemarks(inside);
    if (IsOneOf(name, {"iods", "uuid", "free", "skip", "wide"})) return {};
    return RefuseBox(name);
  }

  Result<void> ReadHeader(std::string_view mvhd) {
    const bool wide = BigEndian(mvhd, 0, 1) == 1;
    const std::uint64_t scale = BigEndian(mvhd, wide ? 20 : 12, 4);
    const std::uint64_t length = wide ? BigEndian(mvhd, 24, 8) : BigEndian(mvhd, 16, 4);
    if (scale == 0 || mvhd.size() < 20) return RefuseBrokenMp4();
    media_.seconds = static_cast<double>(length) / static_cast<double>(scale);
    return {};
  }

  Result<void> ReadTrack(std::string_view trak) {
    Track track;
    auto fine =
        EachBox(trak, [&track](std::string_view name, std::string_view box) -> Result<void> {
          if (name == "mdia") return ReadMediaBox(box, track);
          if (name == "edts") {
            return EachBox(box, [](std::string_view one, std::string_view elst) -> Result<void> {
              if (one != "elst" || BigEndian(elst, 4, 4) > kEdits) return RefuseBox(one);
              return {};
            });
          }
          if (IsOneOf(name, {"udta", "meta"})) return CheckRemarks(box);
          if (IsOneOf(name, {"tkhd", "tref", "tapt", "load", "uuid", "free", "skip"})) return {};
          return RefuseBox(name);
        });
    if (!fine) return fine;
    if (track.codec.empty() || track.scale == 0 || !track.has_references) return RefuseBrokenMp4();
    const double seconds = static_cast<double>(track.ticks) / static_cast<double>(track.scale);
    // An edit list may leave a part of a stream out.
    if (seconds > 2 * limits::kVideoSeconds) return RefuseLong(seconds);
    ++(track.handler == "vide" ? pictures_ : sounds_);
    media_.width = std::max(media_.width, track.width);
    media_.height = std::max(media_.height, track.height);
    return {};
  }

  static tl::unexpected<Error> RefuseFragments() {
    return RefuseMedia(
        "media.fragmented",
        {"影片是分段的，说不出片长", "the film is in fragments and does not say how long it is"},
        {"导出为普通MP4（如ffmpeg -c copy -movflags +faststart）",
         "export it as a plain MP4, such as by ffmpeg -c copy -movflags +faststart"});
  }

  Media media_;
  int pictures_ = 0, sounds_ = 0;
};

}  // namespace

Result<Media> ReadMp4(const ByteSource& source) {
  Window window(source);
  std::string movie;
  bool has_samples = false;
  std::uint64_t at = 0;
  for (std::size_t count = 0; at < source.size; ++count) {
    const std::string_view head = window.At(at, 16);
    std::uint64_t size = BigEndian(head, 0, 4), header = 8;
    const std::string name(head.size() < 8 ? std::string_view() : head.substr(4, 4));
    if (size == 1) {
      size = BigEndian(head, 8, 8);
      header = 16;
    }
    if (size == 0) size = source.size - at;
    if (name.empty() || (count == 0) != (name == "ftyp") || count > kTopBoxes || size < header ||
        size > source.size - at) {
      return RefuseBrokenMp4();
    }
    if (name == "moov") {
      if (!movie.empty() || size > kMovieBytes) return RefuseBrokenMp4();
      movie = window.Take(at + header, size - header);
      if (movie.size() != size - header || movie.empty()) return RefuseBrokenMp4();
    } else if (!IsOneOf(name, {"ftyp", "mdat", "free", "skip", "wide", "uuid", "pdin"})) {
      return RefuseBox(name);
    }
    has_samples = has_samples || name == "mdat";
    at += size;
  }
  if (movie.empty() || !has_samples) return RefuseBrokenMp4();
  return MovieReader().Read(movie);
}

}  // namespace content
