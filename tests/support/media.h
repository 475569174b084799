// SPDX-License-Identifier: MIT
#pragma once

#include <zlib.h>

#include <cstdint>
#include <string>
#include <vector>

/// Small media of headers and little else, made here and bent by the tests.
namespace testing {

inline std::string Big(std::uint64_t value, int count) {
  std::string bytes;
  for (int i = count - 1; i >= 0; --i) {
    bytes.push_back(i >= 8 ? '\0' : static_cast<char>((value >> (8 * i)) & 0xff));
  }
  return bytes;
}

inline std::string Little(std::uint64_t value, int count) {
  const std::string bytes = Big(value, count);
  return {bytes.rbegin(), bytes.rend()};
}

inline std::string PngChunk(const std::string& name, const std::string& bytes) {
  return Big(bytes.size(), 4) + name + bytes + Big(0, 4);
}

/// `unpacked` bytes of pixels, packed.
inline std::string Deflate(std::size_t unpacked) {
  const std::string raw(unpacked, '\0');
  uLongf size = compressBound(static_cast<uLong>(raw.size()));
  std::string packed(size, '\0');
  compress(reinterpret_cast<Bytef*>(packed.data()), &size,
           reinterpret_cast<const Bytef*>(raw.data()), static_cast<uLong>(raw.size()));
  packed.resize(size);
  return packed;
}

/// A picture of one bit a pixel, whose pixels unpack to `extra` bytes more than they should.
inline std::string MakePng(std::uint64_t width, std::uint64_t height, std::size_t extra = 0) {
  const std::string head = Big(width, 4) + Big(height, 4) + Big(1, 1) + Big(0, 4);
  // One that is refused for its size needs no pixels.
  const bool small = width < 100'000 && height < 100'000;
  const std::size_t bytes = small ? static_cast<std::size_t>(height * (1 + (width + 7) / 8)) : 0;
  return std::string("\x89PNG\r\n\x1a\n") + PngChunk("IHDR", head) +
         PngChunk("IDAT", Deflate(bytes + extra)) + PngChunk("IEND", "");
}

inline std::string MakeJpeg(std::uint64_t width, std::uint64_t height, int scans = 1) {
  std::string bytes = "\xFF\xD8\xFF\xE0" + Big(4, 2) + Big(0, 2) + "\xFF\xC2" + Big(11, 2) +
                      Big(8, 1) + Big(height, 2) + Big(width, 2) + Big(1, 1) + Big(0x11, 2) +
                      Big(0, 1);
  for (int i = 0; i < scans; ++i) bytes += "\xFF\xDA" + Big(8, 2) + Big(0, 6) + "pixels";
  return bytes + "\xFF\xD9";
}

inline std::string Box(const std::string& name, const std::string& inside) {
  return Big(inside.size() + 8, 4) + name + inside;
}

/// What of an MP4 may be bent.
struct Mp4Parts {
  std::string codec = "avc1", config = "avcC";
  std::uint64_t width = 640, height = 360, seconds = 60;
  std::string dref = Box("url ", Big(1, 4));
  std::string more_descriptions = {};  ///< Behind the first one of the picture.
  bool sound = true;
  std::uint64_t sound_type = 0x40;             ///< AAC.
  std::string sound_config = "\x12\x10";       ///< AAC-LC, 44.1 kHz, stereo.
  std::string more_movie = {}, more_top = {};  ///< Boxes at the end of "moov", and of the file.
};

inline std::string Mp4Track(const Mp4Parts& parts, bool picture) {
  const std::string esds = Big(0, 4) + "\x03" + Big(3 + 17 + parts.sound_config.size(), 1) +
                           Big(0, 3) + "\x04" + Big(15 + parts.sound_config.size(), 1) +
                           Big(parts.sound_type, 1) + Big(0, 12) + "\x05" +
                           Big(parts.sound_config.size(), 1) + parts.sound_config;
  const std::string entry =
      picture ? Box(parts.codec, Big(0, 24) + Big(parts.width, 2) + Big(parts.height, 2) +
                                     Big(0, 50) + Box(parts.config, Big(0, 8)))
              : Box("mp4a", Big(0, 28) + Box("esds", esds));
  const std::string stsd =
      Box("stsd", Big(0, 4) + Big(picture && !parts.more_descriptions.empty() ? 2 : 1, 4) + entry +
                      (picture ? parts.more_descriptions : ""));
  const std::string stts = Box("stts", Big(0, 4) + Big(1, 4) + Big(parts.seconds, 4) + Big(1, 4));
  const std::string dref = Box("dref", Big(0, 4) + Big(1, 4) + parts.dref);
  return Box("trak",
             Box("mdia", Box("mdhd", Big(0, 12) + Big(1, 4) + Big(parts.seconds, 4) + Big(0, 4)) +
                             Box("hdlr", Big(0, 8) + (picture ? "vide" : "soun") + Big(0, 13)) +
                             Box("minf", Box("dinf", dref) + Box("stbl", stsd + stts))));
}

/// An MP4 of headers only.
inline std::string MakeMp4(const Mp4Parts& parts = {}, std::size_t filling = 100) {
  const std::string header =
      Box("mvhd", Big(0, 12) + Big(1000, 4) + Big(parts.seconds * 1000, 4) + Big(0, 80));
  const std::string movie =
      Box("moov", header + Mp4Track(parts, true) + (parts.sound ? Mp4Track(parts, false) : "") +
                      parts.more_movie);
  return Box("ftyp", "isom" + Big(0, 4)) + movie + Box("mdat", std::string(filling, '\0')) +
         parts.more_top;
}

/// An element of EBML; `id` with its length marker.
inline std::string Element(std::uint64_t id, const std::string& inside) {
  const int length = id > 0xFFFFFF ? 4 : id > 0xFFFF ? 3 : id > 0xFF ? 2 : 1;
  return Big(id, length) + Big(0x10000000u | inside.size(), 4) + inside;
}

struct WebmParts {
  std::string doc_type = "webm", codec = "V_VP9";
  std::uint64_t width = 640, height = 360, seconds = 60;
  std::string more_info = {}, more_track = {}, more_tracks = {}, more_segment = {};
};

inline std::string MakeWebm(const WebmParts& parts = {}) {
  const std::string info = Element(0x2AD7B1, Big(1'000'000'000, 4)) +
                           Element(0x4489,
                                   [&] {
                                     const auto seconds = static_cast<float>(parts.seconds);
                                     std::uint32_t bits = 0;
                                     static_assert(sizeof bits == sizeof seconds);
                                     std::copy_n(reinterpret_cast<const char*>(&seconds), 4,
                                                 reinterpret_cast<char*>(&bits));
                                     return Big(bits, 4);
                                   }()) +
                           parts.more_info;
  const std::string track = Element(
      0xAE,
      Element(0x83, Big(1, 1)) + Element(0x86, parts.codec) +
          Element(0xE0, Element(0xB0, Big(parts.width, 4)) + Element(0xBA, Big(parts.height, 4))) +
          parts.more_track);
  const std::string segment = Element(0x1549A966, info) +
                              Element(0x1654AE6B, track + parts.more_tracks) +
                              Element(0x1F43B675, Element(0xE7, Big(0, 1))) + parts.more_segment;
  return Element(0x1A45DFA3, Element(0x4282, parts.doc_type)) + Element(0x18538067, segment);
}

/// Plain samples at 8 kHz, one byte each; `tag` 1 is PCM.
inline std::string MakeWav(const std::string& samples, std::uint64_t tag = 1,
                           const std::string& more = "") {
  const std::string format = Little(tag, 2) + Little(1, 2) + Little(8000, 4) + Little(8000, 4) +
                             Little(1, 2) + Little(8, 2);
  const std::string chunks = "WAVEfmt " + Little(16, 4) + format + more + "data" +
                             Little(samples.size(), 4) + samples +
                             (samples.size() % 2 == 1 ? std::string(1, '\0') : "");
  return "RIFF" + Little(chunks.size(), 4) + chunks;
}

inline std::string OggPage(std::uint64_t flags, std::uint64_t granule, std::uint64_t serial,
                           const std::string& packet) {
  std::string table(packet.size() / 255, '\xff');
  table.push_back(static_cast<char>(packet.size() % 255));
  return "OggS" + Big(0, 1) + Big(flags, 1) + Little(granule, 8) + Little(serial, 4) + Big(0, 8) +
         Big(table.size(), 1) + table + packet;
}

/// Two seconds of Opus without a sound.
inline std::string MakeOpus(const std::string& tags = "", const std::string& more = "",
                            std::uint64_t seconds = 2) {
  const std::string head =
      "OpusHead" + Big(1, 1) + Big(1, 1) + Little(0, 2) + Little(48000, 4) + Big(0, 3);
  return OggPage(2, 0, 7, head) + OggPage(0, 0, 7, "OpusTags" + Big(0, 8) + tags) +
         OggPage(4, seconds * 48000, 7, "packet") + more;
}

}  // namespace testing
