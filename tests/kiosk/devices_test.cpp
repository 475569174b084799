// SPDX-License-Identifier: MIT
// Films out of packs into a texture, in real time, in an offscreen window.
#include <SDL2/SDL.h>
#include <epoxy/gl.h>

#include <array>
#include <filesystem>
#include <memory>
#include <string>

#include "content/media.h"
#include "kiosk/devices/video_player.h"
#include "tests/kiosk/film_pack.h"
#include "tests/support/catch.h"

namespace kiosk {
namespace {

namespace fs = std::filesystem;

/// An OpenGL context without a screen and a registered event.
class Stage {
 public:
  Stage() {
    SDL_SetHint(SDL_HINT_VIDEODRIVER, "offscreen");
    REQUIRE(SDL_Init(SDL_INIT_VIDEO) == 0);
    window_ = SDL_CreateWindow("test", 0, 0, 320, 180, SDL_WINDOW_OPENGL);
    INFO(SDL_GetError());
    REQUIRE(window_ != nullptr);
    context_ = SDL_GL_CreateContext(window_);
    REQUIRE(context_ != nullptr);
    wake_ = SDL_RegisterEvents(1);
  }
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;
  ~Stage() {
    SDL_GL_DeleteContext(context_);
    SDL_DestroyWindow(window_);
    SDL_Quit();
  }
  [[nodiscard]] Uint32 Wake() const { return wake_; }

 private:
  SDL_Window* window_ = nullptr;
  SDL_GLContext context_ = nullptr;
  Uint32 wake_ = 0;
};

std::unique_ptr<VideoPlayer> MakePlayer(
    const Stage& stage, VideoPlayer::Drawing drawing = VideoPlayer::Drawing::kAsFits) {
  auto player = VideoPlayer::Make(stage.Wake(), SDL_GL_GetProcAddress, drawing);
  INFO((player ? "" : content::Describe(player.error(), content::Language::kEnglish)));
  REQUIRE(player);
  return std::move(*player);
}

/// Lives like the kiosk's loop: sleeps until woken. False when `done` is not true in `seconds`.
template <typename Done>
bool RunUntil(VideoPlayer& player, double seconds, Done done) {
  const Uint64 until = SDL_GetTicks64() + static_cast<Uint64>(seconds * 1000);
  while (SDL_GetTicks64() < until) {
    SDL_Event event;
    SDL_WaitEventTimeout(&event, 20);
    const Moment moment = player.Poll();
    player.UpdateFrame(320, 400);
    if (done(moment)) return true;
  }
  return false;
}

/// Red, green and blue of the texture, `x` and `y` in 0..1 from the upper left.
std::array<int, 3> PixelAt(const VideoPlayer& player, double x, double y) {
  GLuint framebuffer = 0;
  glGenFramebuffers(1, &framebuffer);
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, player.Texture(), 0);
  std::array<GLubyte, 4> pixel{};
  glReadPixels(static_cast<int>(x * player.Width()), static_cast<int>(y * player.Height()), 1, 1,
               GL_RGBA, GL_UNSIGNED_BYTE, pixel.data());
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  glDeleteFramebuffers(1, &framebuffer);
  return {pixel[0], pixel[1], pixel[2]};
}

bool IsRed(std::array<int, 3> p) { return p[0] > 180 && p[1] < 70 && p[2] < 70; }
bool IsGreen(std::array<int, 3> p) { return p[0] < 70 && p[1] > 180 && p[2] < 70; }
bool IsBlue(std::array<int, 3> p) { return p[0] < 70 && p[1] < 70 && p[2] > 180; }

TEST_CASE("A film plays out of its pack at the speed of the clock") {
  const Stage stage;
  const FilmPack films;
  const auto player =
      MakePlayer(stage, GENERATE(VideoPlayer::Drawing::kOpenGl, VideoPlayer::Drawing::kProcessor));
  REQUIRE(player->Open(films.pack, "media/film.mp4", 0, false));
  REQUIRE(RunUntil(*player, 10, [&](const Moment&) { return player->HasPicture(); }));
  CHECK(player->Width() == 320);
  CHECK(player->Height() == 180);
  // The film is red above and blue below: row 0 of the texture is the top of the picture.
  CHECK(IsRed(PixelAt(*player, 0.5, 0.25)));
  CHECK(IsBlue(PixelAt(*player, 0.5, 0.75)));

  REQUIRE(RunUntil(*player, 5, [](const Moment& now) { return now.position > 0.2; }));
  const double from = player->Poll().position;
  const Uint64 ticks = SDL_GetTicks64();
  REQUIRE(RunUntil(*player, 5, [](const Moment& now) { return now.position > 1.2; }));
  const double passed = static_cast<double>(SDL_GetTicks64() - ticks) / 1000;
  CHECK_THAT(passed, Catch::Matchers::WithinAbs(player->Poll().position - from, 0.3));
  CHECK_THAT(player->Poll().duration, Catch::Matchers::WithinAbs(3.0, 0.1));
  CHECK(player->DrawnFrames() > 15);
}

TEST_CASE("A muted film without a sound track of its own plays as well") {
  const Stage stage;
  const FilmPack films;
  const auto player = MakePlayer(stage);
  REQUIRE(player->Open(films.pack, "media/film.mp4", 1, true));
  REQUIRE(RunUntil(*player, 10, [](const Moment& now) { return now.position > 1.3; }));
  CHECK(player->HasPicture());
}

TEST_CASE("Pause holds the film and playing on goes on from there") {
  const Stage stage;
  const FilmPack films;
  const auto player = MakePlayer(stage);
  REQUIRE(player->Open(films.pack, "media/film.mp4", 0, false));
  REQUIRE(RunUntil(*player, 10, [](const Moment& now) { return now.position > 0.3; }));
  player->SetPaused(true);
  RunUntil(*player, 0.3, [](const Moment&) { return false; });
  const double held = player->Poll().position;
  const auto drawn = player->DrawnFrames();
  RunUntil(*player, 0.5, [](const Moment&) { return false; });
  CHECK(player->Poll().position == held);
  CHECK(player->DrawnFrames() == drawn);
  player->SetPaused(false);
  CHECK(RunUntil(*player, 5, [&](const Moment& now) { return now.position > held + 0.2; }));
}

TEST_CASE("A seek lands on the very picture, before and after the film is open") {
  const Stage stage;
  const FilmPack films;
  const auto player = MakePlayer(stage);
  REQUIRE(player->Open(films.pack, "media/film.mp4", 0, false));
  player->SetPaused(true);
  player->Seek(2.0);  // not open yet; from 1.5 s on the film is green below
  REQUIRE(RunUntil(*player, 10, [&](const Moment& now) {
    return now.position > 1.9 && player->HasPicture() && IsGreen(PixelAt(*player, 0.5, 0.75));
  }));
  CHECK_THAT(player->Poll().position, Catch::Matchers::WithinAbs(2.0, 0.05));
  player->Seek(0.5);
  REQUIRE(RunUntil(*player, 5, [&](const Moment& now) {
    return now.position < 0.6 && IsBlue(PixelAt(*player, 0.5, 0.75));
  }));
  CHECK_THAT(player->Poll().position, Catch::Matchers::WithinAbs(0.5, 0.05));
}

TEST_CASE("The end of a film is told, its last picture stays, and a seek goes back into it") {
  const Stage stage;
  const FilmPack films;
  const auto player = MakePlayer(stage);
  REQUIRE(player->Open(films.pack, "media/film.mp4", 2.3, false));
  REQUIRE(RunUntil(*player, 10, [](const Moment& now) { return now.ended; }));
  CHECK(IsGreen(PixelAt(*player, 0.5, 0.75)));
  player->Seek(0.2);
  CHECK_FALSE(player->Poll().ended);
  CHECK(RunUntil(*player, 5, [](const Moment& now) {
    return !now.ended && now.position > 0.3 && now.position < 1.5;
  }));
}

TEST_CASE("A second film takes the place of the first, whose picture stays until then") {
  const Stage stage;
  const FilmPack films;
  const auto player = MakePlayer(stage);
  REQUIRE(player->Open(films.pack, "media/film.mp4", 2.3, true));
  REQUIRE(RunUntil(*player, 10, [](const Moment& now) { return now.ended; }));
  REQUIRE(player->Open(films.pack, "media/film.mp4", 0, true));
  CHECK_FALSE(player->HasPicture());
  CHECK(IsGreen(PixelAt(*player, 0.5, 0.75)));
  const Moment at_once = player->Poll();
  CHECK_FALSE(at_once.ended);
  CHECK(at_once.position == 0);
  REQUIRE(RunUntil(*player, 10, [&](const Moment& now) {
    return now.position > 0.2 && now.duration > 2.5 && player->HasPicture();
  }));
  CHECK(IsBlue(PixelAt(*player, 0.5, 0.75)));
}

TEST_CASE("The texture is as large as the room and the film allow, and keeps its proportions") {
  const Stage stage;
  const FilmPack films;
  const auto player =
      MakePlayer(stage, GENERATE(VideoPlayer::Drawing::kOpenGl, VideoPlayer::Drawing::kProcessor));
  REQUIRE(player->Open(films.pack, "media/film.mp4", 0, true));
  REQUIRE(RunUntil(*player, 10, [&](const Moment&) { return player->HasPicture(); }));
  player->SetPaused(true);
  RunUntil(*player, 0.2, [](const Moment&) { return false; });
  CHECK(player->UpdateFrame(1920, 1080));  // the film has 640 x 360
  CHECK(player->Width() == 640);
  CHECK(player->Height() == 360);
  CHECK(IsRed(PixelAt(*player, 0.5, 0.25)));
  CHECK_FALSE(player->UpdateFrame(1920, 1080));
  CHECK(player->UpdateFrame(64, 1080));
  CHECK(player->Height() == 36);
  player->Close();
  CHECK(player->Texture() == 0);
  CHECK_FALSE(player->HasPicture());
}

TEST_CASE("What is no film fails with a reason, and the next film plays") {
  const Stage stage;
  const FilmPack films;
  const auto player = MakePlayer(stage);
  const std::string path = GENERATE("media/words.mp4", "media/half.mp4", "media/sound.mp4",
                                    "media/empty.webm", "media/absent.mp4");
  CAPTURE(path);
  REQUIRE(player->Open(films.pack, path, 0, false));
  Moment last;
  REQUIRE(RunUntil(*player, 10, [&](const Moment& now) {
    last = now;
    return now.failure.has_value();
  }));
  CHECK(last.failure->code == "video.unplayable");
  CHECK(last.failure->where.starts_with(path + ": "));
  CHECK_FALSE(player->HasPicture());
  REQUIRE(player->Open(films.pack, "media/film.mp4", 0, false));
  CHECK_FALSE(player->Poll().failure);
  CHECK(RunUntil(*player, 10, [&](const Moment&) { return player->HasPicture(); }));
}

TEST_CASE("A file that the manifest does not list as film or sound is not played") {
  const Stage stage;
  const FilmPack films;
  const auto player = MakePlayer(stage);
  const std::string path = GENERATE("media/unlisted.mp4", "items/text.json", "");
  const auto opened = player->Open(films.pack, path, 0, false);
  REQUIRE_FALSE(opened);
  CHECK(opened.error().code == "video.not-listed");
}

TEST_CASE("A file that refers to other files or addresses opens none of them") {
  const Stage stage;
  const Bait bait;
  const std::string container = GENERATE("video/mp4", "video/webm");
  const std::string text = bait.Playlists()[GENERATE(range(std::size_t{0}, Bait::kPlaylists))];
  CAPTURE(container, text);
  FilmPack films;
  films.Add("media/list.mp4", text, container);
  const auto player = MakePlayer(stage);
  REQUIRE(player->Open(films.pack, "media/list.mp4", 0, false));
  CHECK(RunUntil(*player, 10, [&](const Moment& now) { return now.failure.has_value(); }));
  CHECK_FALSE(bait.WasTaken());
}

TEST_CASE("A film whose pictures are said to be in another file opens none") {
  const Stage stage;
  const Bait bait;
  FilmPack films;
  films.Add("media/alias.mp4", bait.MakeAlias(MakeRecordings().film), "video/mp4");
  const auto player = MakePlayer(stage);
  REQUIRE(player->Open(films.pack, "media/alias.mp4", 0, false));
  CHECK_FALSE(RunUntil(*player, 2, [&](const Moment&) { return player->HasPicture(); }));
  CHECK_FALSE(bait.WasTaken());
}

TEST_CASE("A film or sound of a codec that is not on the list does not play") {
  const Stage stage;
  FilmPack films;
  const auto player = MakePlayer(stage);
  SECTION("pictures, with and without a sound that could play") {
    const auto [options, type] = GENERATE(
        table<std::string, std::string>({{"-c:v mpeg4 -an a.mp4", "video/mp4"},
                                         {"-c:v mpeg4 -c:a aac a.mp4", "video/mp4"},
                                         {"-c:v mjpeg -c:a aac a.mp4", "video/mp4"},
                                         {"-c:v libvpx -c:a libopus a.webm", "video/webm"}}));
    CAPTURE(options);
    const TestFolder folder;
    const std::size_t name = options.rfind(' ') + 1;
    const std::string bytes = MakeByFfmpeg(
        folder.path / options.substr(name),
        "-f lavfi -i testsrc2=s=64x64:d=1 -f lavfi -i sine=d=1 " + options.substr(0, name - 1));
    films.Add("media/other.bin", bytes, type);
    REQUIRE(player->Open(films.pack, "media/other.bin", 0, false));
    REQUIRE(RunUntil(*player, 10, [](const Moment& now) { return now.failure.has_value(); }));
    CHECK(player->Poll().failure->code == "video.unplayable");
    CHECK_FALSE(player->HasPicture());
  }
  SECTION("sounds") {
    auto narration = Playback::Make(Playback::Output::kSoundOnly, stage.Wake());
    REQUIRE(narration);
    const auto [options, name, type] = GENERATE(table<std::string, std::string, std::string>(
        {{"-c:a libmp3lame", "a.wav", "audio/wav"}, {"-c:a flac", "a.ogg", "audio/ogg"}}));
    CAPTURE(options);
    const TestFolder folder;
    const std::string bytes = MakeByFfmpeg(folder.path / name, "-f lavfi -i sine=d=1 " + options);
    films.Add("media/other.bin", bytes, type);
    REQUIRE((*narration)->Open(films.pack, "media/other.bin", 0, false));
    Moment now;
    const Uint64 until = SDL_GetTicks64() + 8000;
    while (!now.failure && !now.ended && SDL_GetTicks64() < until) {
      SDL_Event event;
      SDL_WaitEventTimeout(&event, 20);
      now = (*narration)->Poll();
    }
    CHECK(now.failure);
  }
}

TEST_CASE("A film of each codec on the list plays") {
  const Stage stage;
  FilmPack films;
  const auto player = MakePlayer(stage);
  const auto [options, name, type] = GENERATE(table<std::string, std::string, std::string>(
      {{"-c:v libvpx-vp9 -deadline realtime -c:a libopus", "a.webm", "video/webm"},
       {"-c:v libaom-av1 -cpu-used 8 -c:a aac", "a.mp4", "video/mp4"}}));
  CAPTURE(options);
  const TestFolder folder;
  const std::string bytes = MakeByFfmpeg(folder.path / name,
                                         "-f lavfi -i testsrc2=s=64x64:d=0.5:r=10 -f lavfi "
                                         "-i sine=d=0.5 " +
                                             options);
  // The very file that the stock program makes also passes what an installation looks at.
  const auto media = content::ReadMedia(content::SourceOf(bytes), name);
  INFO((media ? "" : content::Describe(media.error(), content::Language::kEnglish)));
  CHECK(media);
  films.Add("media/other.bin", bytes, type);
  REQUIRE(player->Open(films.pack, "media/other.bin", 0, false));
  CHECK(RunUntil(*player, 10, [&](const Moment&) { return player->HasPicture(); }));
}

TEST_CASE("What the stock ffmpeg records passes what an installation looks at") {
  const Recordings& made = MakeRecordings();
  for (const auto& [name, bytes] : {std::pair("a.mp4", made.film), std::pair("a.opus", made.opus),
                                    std::pair("a.wav", made.wav)}) {
    const auto media = content::ReadMedia(content::SourceOf(bytes), name);
    INFO(name << (media ? "" : content::Describe(media.error(), content::Language::kEnglish)));
    CHECK(media);
  }
}

TEST_CASE("A narration is played from the pack to its end") {
  const Stage stage;
  const FilmPack films;
  auto narration = Playback::Make(Playback::Output::kSoundOnly, stage.Wake());
  REQUIRE(narration);
  const std::string path = GENERATE("media/voice.opus", "media/voice.wav");
  CAPTURE(path);
  REQUIRE((*narration)->Open(films.pack, path, 0, false));
  (*narration)->SetVolume(30);
  Moment now;
  const Uint64 begun = SDL_GetTicks64();
  while (!now.ended && !now.failure && SDL_GetTicks64() < begun + 8000) {
    SDL_Event event;
    SDL_WaitEventTimeout(&event, 20);
    now = (*narration)->Poll();
  }
  CHECK_FALSE(now.failure);
  CHECK(now.ended);
  CHECK(SDL_GetTicks64() - begun >= 500);  // 1 s of sound, less what the device holds ready
}

}  // namespace
}  // namespace kiosk
