// SPDX-License-Identifier: MIT
// Chimes, heard through SDL's drivers without a device: "dummy" and, into a file, "disk".
#include <SDL2/SDL.h>

#include <cmath>
#include <cstring>
#include <string>
#include <vector>

#include "kiosk/devices/sound.h"
#include "tests/kiosk/film_pack.h"
#include "tests/support/catch.h"

namespace kiosk {
namespace {

/// FFmpeg's arguments for a sine of so many Hz, long enough for a second one to begin within it.
std::string Tone(int hertz) {
  return "-f lavfi -i sine=" + std::to_string(hertz) + ":d=0.5:r=22050 -af volume=4dB ";
}

/// Sound of this driver for one test.
class Ears {
 public:
  explicit Ears(const std::string& driver) {
    SDL_setenv("SDL_AUDIODRIVER", driver.c_str(), 1);
    SDL_setenv("SDL_DISKAUDIOFILE", (folder.path / "heard").c_str(), 1);
    MakeByFfmpeg(folder.path / "right.wav", Tone(440));
    // Another pitch: two equal tones may cancel each other, by when the second one starts.
    MakeByFfmpeg(folder.path / "tap.wav", Tone(587));
    std::ofstream(folder.path / "broken.wav") << "RIFF, but not really";
  }
  Ears(const Ears&) = delete;
  Ears& operator=(const Ears&) = delete;
  ~Ears() { SDL_Quit(); }

  /// Loudest sample heard, 0..1.
  [[nodiscard]] float Loudest() const {
    const std::string bytes = ReadWhole(folder.path / "heard");
    std::vector<float> samples(bytes.size() / sizeof(float));
    std::memcpy(samples.data(), bytes.data(), samples.size() * sizeof(float));
    float loudest = 0;
    for (const float sample : samples) loudest = std::max(loudest, std::fabs(sample));
    return loudest;
  }

  TestFolder folder;
};

bool RestsWithin(Sound& sound, Uint32 milliseconds) {
  const Uint64 until = SDL_GetTicks64() + milliseconds;
  while (SDL_GetTicks64() < until) {
    if (!sound.Rest()) return true;
    SDL_Delay(5);
  }
  return false;
}

TEST_CASE("A chime is heard at the volume that was set, and the device rests afterwards") {
  const Ears ears("disk");
  {
    Sound sound(ears.folder.path);
    sound.SetVolume(50);
    sound.Play("right");
    CHECK(sound.Rest());
    CHECK(RestsWithin(sound, 5000));
  }
  const float half = ears.Loudest();
  CHECK(half > 0.02f);
  {
    Sound sound(ears.folder.path);
    sound.SetVolume(100);
    sound.Play("right");
    CHECK(RestsWithin(sound, 5000));
  }
  CHECK_THAT(ears.Loudest() / half, Catch::Matchers::WithinAbs(4.0, 0.2));
}

TEST_CASE("Two chimes at once sound together") {
  const Ears ears("disk");
  {
    Sound sound(ears.folder.path);
    sound.SetVolume(50);
    sound.Play("right");
    CHECK(RestsWithin(sound, 5000));
  }
  const float one = ears.Loudest();
  {
    Sound sound(ears.folder.path);
    sound.SetVolume(50);
    sound.Play("right");
    sound.Play("tap");
    CHECK(RestsWithin(sound, 5000));
  }
  CHECK(ears.Loudest() > 1.2f * one);
}

TEST_CASE("At volume 0, without the file, or with a broken one there is silence") {
  const Ears ears("dummy");
  Sound sound(ears.folder.path);
  sound.Play("absent");
  CHECK_FALSE(sound.Rest());
  sound.Play("broken");
  CHECK_FALSE(sound.Rest());
  sound.SetVolume(0);
  sound.Play("right");
  CHECK_FALSE(sound.Rest());
  sound.SetVolume(10);
  sound.Play("right");
  CHECK(sound.Rest());
}

TEST_CASE("Without a sound device there is silence and no failure") {
  const Ears ears("no-such-driver");
  Sound sound(ears.folder.path);
  CHECK_FALSE(sound.Warm());
  sound.Play("right");
  CHECK_FALSE(sound.Rest());
}

}  // namespace
}  // namespace kiosk
