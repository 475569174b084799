// SPDX-License-Identifier: MIT
#pragma once

#include <arpa/inet.h>
#include <poll.h>
#include <sys/inotify.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "content/archive.h"
#include "content/pack.h"
#include "tests/support/catch.h"

namespace kiosk {

/// A folder of this test's own, gone afterwards.
class TestFolder {
 public:
  TestFolder() {
    std::string name =
        (std::filesystem::temp_directory_path() / "maplebridge-devices-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path = name;
  }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;
  ~TestFolder() { std::filesystem::remove_all(path); }
  std::filesystem::path path;
};

inline std::string ReadWhole(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Runs the stock ffmpeg and gives back the file it made.
inline std::string MakeByFfmpeg(const std::filesystem::path& file, const std::string& arguments) {
  const std::string command = "ffmpeg -v error -y -nostdin " + arguments + " " + file.string();
  INFO(command);
  REQUIRE(std::system(command.c_str()) == 0);
  return ReadWhole(file);
}

struct Recordings {
  std::string film, sound, opus, wav;
};

/// Made once a run.
inline const Recordings& MakeRecordings() {
  static const Recordings made = [] {
    const TestFolder folder;
    const std::string voice = "-f lavfi -i sine=660:d=1 ";
    return Recordings{
        MakeByFfmpeg(
            folder.path / "film.mp4",
            "-f lavfi -i \"color=red:s=640x180:r=30:d=3[t];color=blue:s=640x180:r=30:d=1.5[a];"
            "color=lime:s=640x180:r=30:d=1.5[b];[a][b]concat[c];[t][c]vstack[out0];"
            "sine=440:d=3[out1]\" -c:v libx264 -preset ultrafast -pix_fmt yuv420p -g 30 -c:a aac"),
        MakeByFfmpeg(folder.path / "sound.mp4", voice + "-c:a aac"),
        MakeByFfmpeg(folder.path / "voice.opus", voice + "-c:a libopus"),
        MakeByFfmpeg(folder.path / "voice.wav", voice)};
  }();
  return made;
}

/// A pack with a film of 640 x 360 pixels and 3 s, red above; below blue, and green from 1.5 s on.
class FilmPack {
 public:
  FilmPack() {
    const Recordings& made = MakeRecordings();
    inputs_ = {{"media/film.mp4", made.film, {}},
               {"media/half.mp4",
                made.film.substr(0, made.film.size() / 2),
                {}},  // its index is in the other half
               {"media/words.mp4", "This is not a film.\n", {}},
               {"media/empty.webm", "", {}},
               {"media/sound.mp4", made.sound, {}},
               {"media/voice.opus", made.opus, {}},
               {"media/voice.wav", made.wav, {}},
               {"media/unlisted.mp4", made.film, {}},
               {"items/text.json", "{}", {}}};
    pack.file = folder_.path / "film.pack";
    List("media/film.mp4", "video/mp4");
    List("media/half.mp4", "video/mp4");
    List("media/words.mp4", "video/mp4");
    List("media/sound.mp4", "video/mp4");
    List("media/absent.mp4", "video/mp4");
    List("media/empty.webm", "video/webm");
    List("media/voice.opus", "audio/ogg");
    List("media/voice.wav", "audio/wav");
    List("items/text.json", "application/json");
    Write();
  }

  /// Puts one more file into the pack.
  void Add(const std::string& path, const std::string& bytes, const std::string& media_type) {
    inputs_.push_back({path, bytes, {}});
    List(path, media_type);
    Write();
  }

  content::Pack pack;

 private:
  void List(const std::string& path, const std::string& media_type) {
    content::ManifestFile file;
    file.path = path;
    file.media_type = media_type;
    pack.manifest.files.push_back(file);
  }
  void Write() {
    const auto written = content::WriteArchive(pack.file, inputs_);
    INFO((written ? "" : content::Describe(written.error(), content::Language::kEnglish)));
    REQUIRE(written);
  }

  TestFolder folder_;
  std::vector<content::ArchiveInput> inputs_;
};

/// A film on the disk and an address of this machine, watched: whoever opens one is noticed.
class Bait {
 public:
  Bait() : file_(folder_.path / "bait.ts") {
    MakeByFfmpeg(file_, "-f lavfi -i testsrc2=s=64x64:d=1 -c:v mpeg2video");
    watch_ = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    REQUIRE(watch_ >= 0);
    REQUIRE(inotify_add_watch(watch_, file_.c_str(), IN_OPEN) >= 0);
    listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    REQUIRE(bind(listener_, generic, size) == 0);
    REQUIRE(listen(listener_, 8) == 0);
    REQUIRE(getsockname(listener_, generic, &size) == 0);
    address_ = "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port)) + "/bait.ts";
  }
  Bait(const Bait&) = delete;
  Bait& operator=(const Bait&) = delete;
  ~Bait() {
    close(watch_);
    close(listener_);
  }

  /// Files that a player would follow to the bait.
  static constexpr std::size_t kPlaylists = 9;
  [[nodiscard]] std::array<std::string, kPlaylists> Playlists() const {
    const std::string file = file_.string(), hls = "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n";
    return {hls + file + "\n#EXT-X-ENDLIST\n",
            hls + address_ + "\n#EXT-X-ENDLIST\n",
            "ffconcat version 1.0\nfile '" + file + "'\n",
            "# mpv EDL v0\n" + file + "\n",
            "[playlist]\nFile1=" + file + "\nNumberOfEntries=1\n",
            "#EXTM3U\n" + file + "\n",
            file + "\n",
            "<?xml version=\"1.0\"?><MPD type=\"static\"><Period><AdaptationSet><Representation>"
            "<BaseURL>" +
                address_ + "</BaseURL></Representation></AdaptationSet></Period></MPD>\n",
            "<asx version=\"3.0\"><entry><ref href=\"" + address_ + "\"/></entry></asx>\n"};
  }
  /// `film`, whose index stands at its end, with every track said to lie in the bait: the alias of
  /// a classic Macintosh, as QuickTime wrote it.
  [[nodiscard]] std::string MakeAlias(std::string film) const {
    const auto number = [](std::size_t value, std::size_t width) {
      std::string bytes(width, '\0');
      for (std::size_t i = width; i-- > 0 && value > 0; value >>= 8) {
        bytes[i] = static_cast<char>(value & 0xFF);
      }
      return bytes;
    };
    std::string path = "disk" + file_.string();
    std::replace(path.begin(), path.end(), '/', ':');
    if (path.size() % 2 == 1) path.push_back('\0');
    const std::string name = file_.filename().string();
    std::string alias = number(0, 14) + number(4, 1) + "disk" + number(0, 35) +
                        number(name.size(), 1) + name + number(0, 63 - name.size() + 16) +
                        number(1, 2) + number(1, 2) + number(0, 16) + number(2, 2) +
                        number(path.size(), 2) + path + number(0xFFFF, 2) + number(0, 2);
    alias = number(alias.size() + 8, 4) + "alis" + alias;
    constexpr const char* kAround[] = {"moov", "trak", "mdia", "minf", "dinf", "dref"};
    for (std::size_t at = 0; (at = film.find("url ", at)) != std::string::npos; ++at) {
      for (const char* box : kAround) {
        const std::size_t begin = film.rfind(box, at) - 4;
        std::size_t size = 0;
        for (std::size_t i = 0; i < 4; ++i) {
          size = size * 256 + static_cast<unsigned char>(film[begin + i]);
        }
        film.replace(begin, 4, number(size + alias.size() - 12, 4));
      }
      film.replace(at - 4, 12, alias);
      at += alias.size();
    }
    return film;
  }
  [[nodiscard]] bool WasTaken() const {
    std::array<pollfd, 2> both{{{watch_, POLLIN, 0}, {listener_, POLLIN, 0}}};
    return poll(both.data(), both.size(), 0) > 0;
  }

 private:
  TestFolder folder_;
  std::filesystem::path file_;
  std::string address_;
  int watch_ = -1;
  int listener_ = -1;
};

}  // namespace kiosk
