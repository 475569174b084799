// SPDX-License-Identifier: MIT
#include <algorithm>
#include <filesystem>
#include <string>

#include "content/limits.h"
#include "content/media.h"
#include "content/tool/media.h"
#include "tests/content/author_pack.h"
#include "tests/support/catch.h"
#include "tests/support/media.h"

namespace {

namespace limits = content::limits;
using content::MediaUse;
using testing::Big;
using testing::Box;
using testing::Element;
using testing::MakeJpeg;
using testing::MakeMp4;
using testing::MakeOpus;
using testing::MakePng;
using testing::MakeWav;
using testing::MakeWebm;
using testing::Mp4Parts;
using testing::WebmParts;

/// Code of what is wrong with a file of these bytes; empty when nothing is.
std::string CodeOf(const std::string& name, const std::string& bytes) {
  const auto media = content::ReadMedia(content::SourceOf(bytes), "media/" + name);
  return media ? "" : media.error().code;
}

/// Code of the first problem with a file of these bytes, made up to `size` with zeros.
std::string Refusal(const std::string& name, const std::string& bytes, MediaUse use,
                    std::uint64_t size = 0, double duration = 60) {
  const ScratchFolder folder;
  folder.Write("media/" + name, bytes);
  if (size > bytes.size()) std::filesystem::resize_file(folder.Path() / "media" / name, size);
  content::Problems problems;
  const auto files = tool::ListMedia(folder.Path(), problems);
  if (!problems.empty()) return problems.front().code;
  REQUIRE(files.size() == 1);
  problems = tool::CheckMediaFile(files[0], use, duration);
  return problems.empty() ? "" : problems.front().code;
}

}  // namespace

TEST_CASE("A picture with more pixels than the limit is refused") {
  const std::uint64_t height = limits::kImagePixels / 4000;
  CHECK(CodeOf("a.png", MakePng(4000, height)).empty());
  CHECK(CodeOf("a.png", MakePng(4000, height + 1)) == "media.too-many-pixels");
  CHECK(CodeOf("a.png", MakePng(100'000, 100'000)) == "media.too-many-pixels");
  CHECK(CodeOf("a.png", MakePng(0xFFFFFFFF, 0xFFFFFFFF)) == "media.too-many-pixels");
  CHECK(CodeOf("a.jpg", MakeJpeg(4000, height)).empty());
  CHECK(CodeOf("a.jpg", MakeJpeg(4000, height + 1)) == "media.too-many-pixels");
}

TEST_CASE("A picture that unpacks to more than its pixels, or to less, is refused") {
  CHECK(CodeOf("a.png", MakePng(9, 9, 1)) == "media.expands");
  CHECK(CodeOf("a.png", MakePng(9, 9, 40'000'000)) == "media.expands");
  std::string less = MakePng(9, 9);
  less[19] = 10;  // its width: the rows would be longer
  less[23] = 20;
  CHECK(CodeOf("a.png", less) == "media.malformed");
  CHECK(CodeOf("a.png", MakePng(9, 9) + "x") == "media.malformed");
  CHECK(CodeOf("a.jpg", MakeJpeg(9, 9, static_cast<int>(limits::kJpegScans))).empty());
  CHECK(CodeOf("a.jpg", MakeJpeg(9, 9, static_cast<int>(limits::kJpegScans) + 1)) ==
        "media.malformed");
}

TEST_CASE("A picture, sound, film or file of captions with more bytes than the limit is refused") {
  const std::string wav = MakeWav("sound");
  CHECK(Refusal("a.png", MakePng(1, 1), MediaUse::kPicture, limits::kImageBytes + 1) ==
        "media.too-large");
  CHECK(Refusal("a.wav", wav, MediaUse::kSound, limits::kSoundBytes + 1) == "media.too-large");
  CHECK(Refusal("a.vtt", "WEBVTT\n", MediaUse::kCaptions, limits::kCaptionBytes + 1) ==
        "media.too-large");
  CHECK(Refusal("a.mp4", MakeMp4(), MediaUse::kFilm, limits::kVideoBytes + 1) == "media.too-large");
  CHECK(CodeOf("a.wav", MakeWav(std::string(limits::kSoundBytes - 44, '\0'))) ==
        "media.too-long");  // but not too large
}

TEST_CASE("A film has a codec on the list and lasts as long as it says") {
  CHECK(Refusal("a.mp4", MakeMp4(), MediaUse::kFilm).empty());
  CHECK(Refusal("a.mp4", MakeMp4({.codec = "av01", .config = "av1C"}), MediaUse::kFilm).empty());
  CHECK(CodeOf("a.mp4", MakeMp4({.codec = "hvc1", .config = "hvcC"})) == "media.codec");
  CHECK(CodeOf("a.mp4", MakeMp4({.codec = "encv"})) == "media.codec");
  CHECK(CodeOf("a.mp4", MakeMp4({.sound_type = 0x6B})) == "media.codec");          // MP3
  CHECK(CodeOf("a.mp4", MakeMp4({.sound_config = "\xF8\x80"})) == "media.codec");  // ALS
  CHECK(Refusal("a.mp4", MakeMp4({.seconds = 75}), MediaUse::kFilm) == "media.duration");
  CHECK(CodeOf("a.mp4", MakeMp4({.seconds = 902})) == "media.too-long");
  CHECK(CodeOf("a.mp4", MakeMp4({.seconds = 0})) == "media.malformed");
  CHECK(CodeOf("a.mp4", "not a film") == "media.malformed");
  CHECK(Refusal("a.webm", MakeWebm(), MediaUse::kFilm).empty());
  CHECK(CodeOf("a.webm", MakeWebm({.codec = "V_VP8"})) == "media.codec");
  CHECK(CodeOf("a.webm", MakeWebm({.codec = "A_OPUS"})) == "media.codec");
  CHECK(CodeOf("a.webm", MakeWebm({.seconds = 902})) == "media.too-long");
  CHECK(CodeOf("a.mp4", MakeMp4({.width = 8192, .height = 4320})) == "media.too-many-pixels");
  CHECK(CodeOf("a.webm", MakeWebm({.width = 8192, .height = 4320})) == "media.too-many-pixels");
  CHECK(CodeOf("a.webm", MakeWebm({.width = 1u << 31, .height = 1u << 31})) ==
        "media.too-many-pixels");
}

TEST_CASE("A film whose second description of a track hides another codec is refused") {
  const std::string hidden = Box("hvc1", Big(0, 86));
  CHECK(CodeOf("a.mp4", MakeMp4({.more_descriptions = hidden})) == "media.codec");
  const std::string same =
      Box("avc1", Big(0, 24) + Big(1, 2) + Big(1, 2) + Big(0, 50) + Box("avcC", Big(0, 8)));
  CHECK(CodeOf("a.mp4", MakeMp4({.more_descriptions = same})) == "media.streams");
  // A player would take the codec from this box instead.
  CHECK(CodeOf("a.mp4", MakeMp4({.config = "esds"})) == "media.malformed");
}

TEST_CASE("A film that leads out of its file is refused") {
  CHECK(CodeOf("a.mp4", MakeMp4({.dref = Box("url ", Big(0, 4) + "http://example.com/a.mp4")})) ==
        "media.reference");
  CHECK(CodeOf("a.mp4", MakeMp4({.dref = Box("alis", Big(0, 160))})) == "media.reference");
  CHECK(CodeOf("a.mp4", MakeMp4({.dref = Box("urn ", Big(1, 4))})) == "media.reference");
  CHECK(CodeOf("a.mp4", MakeMp4({.more_movie = Box("rmra", Box("rmda", ""))})) ==
        "media.reference");
  CHECK(CodeOf("a.webm", MakeWebm({.more_info = Element(0x3E83BB, "next.webm")})) ==
        "media.reference");
  CHECK(CodeOf("a.webm", MakeWebm({.more_segment = Element(0x1043A770, "")})) == "media.reference");
  const std::string lists[] = {"#EXTM3U\nhttp://example.com/a.ts\n",
                               "ffconcat version 1.0\nfile '/etc/passwd'\n",
                               "file /etc/passwd\n",
                               "<?xml version=\"1.0\"?><MPD></MPD>",
                               "# mpv EDL v0\n/etc/passwd\n",
                               "[playlist]\nFile1=/etc/passwd\n",
                               "/etc/passwd\n",
                               "v=0\no=- 0 0 IN IP4 192.0.2.1\n"};
  for (const std::string& list : lists) {
    INFO(list);
    CHECK(CodeOf("a.mp4", list) == "media.reference");
    CHECK(CodeOf("a.webm", list) == "media.reference");
    CHECK(CodeOf("a.opus", list) == "media.reference");
  }
}

TEST_CASE("A file with streams, covers or packing that nobody needs is refused") {
  const std::string cover = Box("udta", Box("meta", Big(0, 4) + Box("ilst", Box("covr", "png"))));
  CHECK(CodeOf("a.mp4", MakeMp4({.more_movie = cover})) == "media.attachment");
  CHECK(CodeOf("a.mp4", MakeMp4({.more_movie = testing::Mp4Track({}, true)})) == "media.streams");
  CHECK(CodeOf("a.mp4", MakeMp4({.more_movie = testing::Mp4Track({}, false)})) == "media.streams");
  CHECK(CodeOf("a.mp4", MakeMp4({.more_movie = Box("cmov", "")})) == "media.encoded");
  CHECK(CodeOf("a.mp4", MakeMp4({.more_movie = Box("mvex", "")})) == "media.fragmented");
  CHECK(CodeOf("a.mp4", MakeMp4({.more_top = Box("meta", "")})) == "media.malformed");
  CHECK(CodeOf("a.webm", MakeWebm({.more_segment = Element(0x1941A469, "")})) ==
        "media.attachment");
  CHECK(CodeOf("a.webm", MakeWebm({.more_track = Element(0x6D80, "")})) == "media.encoded");
  const std::string words = Element(0xAE, Element(0x83, Big(0x11, 1)) + Element(0x86, "S_TEXT"));
  CHECK(CodeOf("a.webm", MakeWebm({.more_tracks = words})) == "media.streams");
  CHECK(CodeOf("a.webm", MakeWebm() + MakeWebm()) == "media.malformed");
  CHECK(CodeOf("a.wav", MakeWav("sound", 1, "id3 " + testing::Little(0, 4))) == "media.attachment");
  CHECK(CodeOf("a.wav", MakeWav("sound", 0x55)) == "media.codec");  // MP3
  CHECK(CodeOf("a.opus", MakeOpus("metadata_block_picture=x")) == "media.attachment");
  CHECK(CodeOf("a.opus", MakeOpus(std::string(70'000, 'x'))) == "media.malformed");
  CHECK(CodeOf("a.opus", MakeOpus("", MakeOpus())) == "media.streams");
  CHECK(CodeOf("a.opus", MakeOpus("", testing::OggPage(0, 0, 8, "x"))) == "media.streams");
  CHECK(CodeOf("a.opus", MakeOpus("", "", 902)) == "media.too-long");
  CHECK(CodeOf("a.opus", testing::OggPage(2, 0, 7, "\x01vorbis")) == "media.codec");
}

TEST_CASE("A sound that is what it says is taken, and its length is known") {
  const std::string wav = MakeWav(std::string(16'000, '\0'));
  const auto plain = content::ReadMedia(content::SourceOf(wav), "a.wav");
  REQUIRE(plain);
  CHECK(plain->seconds == 2);
  const std::string opus = MakeOpus();
  for (const char* name : {"a.opus", "a.ogg"}) {
    const auto packed = content::ReadMedia(content::SourceOf(opus), name);
    REQUIRE(packed);
    CHECK(packed->seconds == 2);
  }
}

TEST_CASE("Media cut short anywhere, or with a byte changed, end the reading and no more") {
  const std::pair<std::string, std::string> files[] = {
      {"a.png", MakePng(20, 20)}, {"a.jpg", MakeJpeg(20, 20)}, {"a.mp4", MakeMp4({}, 8)},
      {"a.webm", MakeWebm()},     {"a.wav", MakeWav("sound")}, {"a.opus", MakeOpus()}};
  for (const auto& [name, bytes] : files) {
    INFO(name);
    REQUIRE(CodeOf(name, bytes).empty());
    for (std::size_t size = 0; size < bytes.size(); ++size) {
      INFO("cut at " << size);
      const std::string code = CodeOf(name, bytes.substr(0, size));
      const bool told = code.starts_with("media.");
      CHECK((told || name == "a.jpg" || name == "a.opus"));
    }
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      for (const int flip : {1, 0x80, 0xFF}) {
        std::string bent = bytes;
        bent[at] = static_cast<char>(bent[at] ^ flip);
        const std::string code = CodeOf(name, bent);
        CHECK((code.empty() || code.starts_with("media.")));
      }
    }
  }
}

TEST_CASE("A file that is not what its name says, or not on the list, is refused") {
  CHECK(CodeOf("a.png", "GIF89a") == "media.malformed");
  CHECK(CodeOf("a.jpg", MakePng(1, 1)) == "media.malformed");
  CHECK(CodeOf("a.opus", "OggS vorbis") == "media.malformed");
  CHECK(CodeOf("a.mp4", MakeWebm()) == "media.malformed");
  CHECK(CodeOf("a.webm", MakeMp4()) == "media.malformed");
  CHECK(CodeOf("a.wav", "") == "media.malformed");
  CHECK(Refusal("a.png", MakePng(1, 1), MediaUse::kFilm) == "media.use");
  CHECK(Refusal("a.svg", "<svg/>", MediaUse::kPicture) == "media.type");
  CHECK(Refusal("Bild 1.png", MakePng(1, 1), MediaUse::kPicture) == "path.unsafe");
}

TEST_CASE("A link in the folder of media is refused") {
  const ScratchFolder folder;
  folder.Write("media/a.png", MakePng(1, 1));
  std::filesystem::create_symlink("/etc/passwd", folder.Path() / "media" / "b.png");
  content::Problems problems;
  CHECK(tool::ListMedia(folder.Path(), problems).size() == 1);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].code == "media.link");
  CHECK(problems[0].where == "media/b.png");
}
