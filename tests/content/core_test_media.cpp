// SPDX-License-Identifier: MIT
#include <filesystem>
#include <string>

#include "content/limits.h"
#include "content/tool/film.h"
#include "content/tool/media.h"
#include "tests/content/author_pack.h"
#include "tests/support/catch.h"

namespace {

namespace limits = content::limits;
using content::MediaUse;

std::string Big(std::uint64_t value, int count) {
  std::string bytes;
  for (int i = count - 1; i >= 0; --i) {
    bytes.push_back(i >= 8 ? '\0' : static_cast<char>((value >> (8 * i)) & 0xff));
  }
  return bytes;
}

std::string Png(std::uint64_t width, std::uint64_t height) {
  return std::string("\x89PNG\r\n\x1a\n") + Big(13, 4) + "IHDR" + Big(width, 4) + Big(height, 4) +
         Big(0, 5);
}

std::string Jpeg(std::uint64_t width, std::uint64_t height) {
  return "\xFF\xD8\xFF\xE0" + Big(4, 2) + Big(0, 2) + "\xFF\xC2" + Big(11, 2) + Big(8, 1) +
         Big(height, 2) + Big(width, 2) + Big(0, 4);
}

std::string Box(const std::string& name, const std::string& inside) {
  return Big(inside.size() + 8, 4) + name + inside;
}

/// An MP4 of headers only: one track with `codec`, lasting `seconds`.
std::string Mp4(const std::string& codec, std::uint64_t seconds) {
  const std::string stsd = Box("stsd", Big(0, 4) + Big(1, 4) + Box(codec, Big(0, 8)));
  const std::string track = Box("trak", Box("mdia", Box("minf", Box("stbl", stsd))));
  const std::string header =
      Box("mvhd", Big(0, 4) + Big(0, 8) + Big(1000, 4) + Big(seconds * 1000, 4) + Big(0, 80));
  return Box("ftyp", "isom" + Big(0, 4)) + Box("mdat", Big(0, 100)) + Box("moov", header + track);
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
  CHECK(Refusal("a.png", Png(4000, height), MediaUse::kPicture).empty());
  CHECK(Refusal("a.png", Png(4000, height + 1), MediaUse::kPicture) == "media.too-many-pixels");
  CHECK(Refusal("a.jpg", Jpeg(4000, height), MediaUse::kPicture).empty());
  CHECK(Refusal("a.jpg", Jpeg(4000, height + 1), MediaUse::kPicture) == "media.too-many-pixels");
}

TEST_CASE("A picture, sound, film or file of captions with more bytes than the limit is refused") {
  const std::string wav = "RIFF" + Big(0, 4) + "WAVE";
  CHECK(Refusal("a.png", Png(1, 1), MediaUse::kPicture, limits::kImageBytes).empty());
  CHECK(Refusal("a.png", Png(1, 1), MediaUse::kPicture, limits::kImageBytes + 1) ==
        "media.too-large");
  CHECK(Refusal("a.wav", wav, MediaUse::kSound, limits::kSoundBytes).empty());
  CHECK(Refusal("a.wav", wav, MediaUse::kSound, limits::kSoundBytes + 1) == "media.too-large");
  CHECK(Refusal("a.vtt", "WEBVTT\n", MediaUse::kCaptions, limits::kCaptionBytes + 1) ==
        "media.too-large");
  CHECK(Refusal("a.mp4", Mp4("avc1", 60), MediaUse::kFilm, limits::kVideoBytes + 1) ==
        "media.too-large");
}

TEST_CASE("A film has a codec on the list and lasts as long as it says") {
  CHECK(Refusal("a.mp4", Mp4("avc1", 60), MediaUse::kFilm).empty());
  CHECK(Refusal("a.mp4", Mp4("av01", 60), MediaUse::kFilm).empty());
  CHECK(Refusal("a.mp4", Mp4("hvc1", 60), MediaUse::kFilm) == "media.codec");
  CHECK(Refusal("a.mp4", Mp4("avc1", 75), MediaUse::kFilm) == "media.duration");
  CHECK(Refusal("a.mp4", "not a film", MediaUse::kFilm) == "media.malformed");
  const std::string webm = std::string("\x1A\x45\xDF\xA3\x80\x18\x53\x80\x67\x8F", 10) +
                           std::string("\x16\x54\xAE\x6B\x8A\xAE\x88\x86\x85V_", 11);
  CHECK(Refusal("a.webm", webm + "VP9", MediaUse::kFilm).empty());
  CHECK(Refusal("a.webm", webm + "VP8", MediaUse::kFilm) == "media.codec");
}

TEST_CASE("A file that is not what its name says, or not on the list, is refused") {
  CHECK(Refusal("a.png", "GIF89a", MediaUse::kPicture) == "media.malformed");
  CHECK(Refusal("a.jpg", Png(1, 1), MediaUse::kPicture) == "media.malformed");
  CHECK(Refusal("a.opus", "OggS vorbis", MediaUse::kSound) == "media.malformed");
  CHECK(Refusal("a.png", Png(1, 1), MediaUse::kFilm) == "media.use");
  CHECK(Refusal("a.svg", "<svg/>", MediaUse::kPicture) == "media.type");
  CHECK(Refusal("Bild 1.png", Png(1, 1), MediaUse::kPicture) == "path.unsafe");
}

TEST_CASE("A link in the folder of media is refused") {
  const ScratchFolder folder;
  folder.Write("media/a.png", Png(1, 1));
  std::filesystem::create_symlink("/etc/passwd", folder.Path() / "media" / "b.png");
  content::Problems problems;
  CHECK(tool::ListMedia(folder.Path(), problems).size() == 1);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].code == "media.link");
  CHECK(problems[0].where == "media/b.png");
}
