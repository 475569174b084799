// SPDX-License-Identifier: MIT
// What is heard, rendered by OpenAL Soft without a device and then measured.
#include "vr/sound/sound.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <iterator>
#include <thread>

#include "tests/support/catch.h"
#include "vr/core/run.h"
#include "vr/sound/clip.h"
#include "vr/sound/microphone.h"

namespace {

using namespace vr;

const std::filesystem::path kFolder = SOURCE_ROOT "/assets/sounds/vr";

content::ScenarioPlace Bank() {
  content::ScenarioPlace place;
  place.water.current_mps = 0.4;
  place.water.wind_mps = 1.5;
  const auto add = [&](const char* id, content::PropKind kind, content::Point at) {
    content::Prop prop;
    prop.id = id;
    prop.kind = kind;
    prop.at = at;
    place.props.push_back(prop);
  };
  add("reeds", content::PropKind::kReeds, {-4, 0, -2});
  add("weir", content::PropKind::kWeir, {9, 0, -11});
  add("willow", content::PropKind::kWillow, {-11, 0.7, 3});
  add("boathouse", content::PropKind::kBoathouse, {-6, 0.6, 4});
  return place;
}

Scene Above() {
  Scene scene;
  scene.eye = {0, 1.7F, 2.5F};
  return scene;
}

std::vector<std::uint8_t> Bytes(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

Sound::Options Offline(bool hrtf) {
  Sound::Options options;
  options.folder = kFolder;
  options.hrtf = hrtf;
  options.offline = true;
  return options;
}

struct Heard {
  double left = 0, right = 0;  ///< Root mean square.
  double high = 0;             ///< The same of what changes from sample to sample: the high band.
  [[nodiscard]] double All() const { return std::sqrt(left * left + right * right); }
};

Heard Measure(const std::vector<float>& samples) {
  Heard heard;
  const auto n = static_cast<double>(samples.size() / 2);
  for (std::size_t i = 4; i + 1 < samples.size(); i += 2) {
    const double l = static_cast<double>(samples[i]), r = static_cast<double>(samples[i + 1]);
    heard.left += l * l / n;
    heard.right += r * r / n;
    // A second difference lets 12 dB an octave more of the high band through.
    const double d =
        l - 2 * static_cast<double>(samples[i - 2]) + static_cast<double>(samples[i - 4]);
    heard.high += d * d / n;
  }
  heard.left = std::sqrt(heard.left);
  heard.right = std::sqrt(heard.right);
  heard.high = std::sqrt(heard.high);
  return heard;
}

/// Renders half a second after the scene has settled.
Heard Listen(Sound& sound, const Scene& scene, const content::ScenarioPlace& place) {
  for (int i = 0; i < 60; ++i) {
    sound.Step(scene, place, 1.0 / 30);
    (void)sound.Render(480);
  }
  std::vector<float> all;
  for (int i = 0; i < 50; ++i) {
    sound.Step(scene, place, 0.01);
    const auto part = sound.Render(480);
    all.insert(all.end(), part.begin(), part.end());
  }
  return Measure(all);
}

}  // namespace

TEST_CASE("under water the high band is damped far more than the rest") {
  Sound sound(Offline(false));
  REQUIRE(sound.Trouble().empty());
  content::ScenarioPlace place = Bank();
  const Heard above = Listen(sound, Above(), place);
  Scene below = Above();
  below.eye = {0, -0.6F, -2.5F};
  const Heard under = Listen(sound, below, place);
  CHECK(above.All() > 0.001);
  CHECK(under.All() > above.All() / 4);
  CHECK(under.high < above.high / 4);
}

TEST_CASE("what lies to the right is louder in the right ear, also with a head in between") {
  for (const bool hrtf : {false, true}) {
    Sound sound(Offline(hrtf));
    CHECK(sound.HasHrtf() == hrtf);
    sound.Step(Above(), {}, 0.01);
    sound.Play("splash", glm::vec3{4, 1.7F, 2.5F});
    const Heard right = Measure(sound.Render(24'000));
    CHECK(right.right > 1.4 * right.left);
    sound.Play("splash", glm::vec3{-4, 1.7F, 2.5F});
    const Heard left = Measure(sound.Render(24'000));
    CHECK(left.left > 1.4 * left.right);
  }
}

TEST_CASE("turning the head turns the world") {
  Sound sound(Offline(false));
  Scene scene = Above();
  scene.look = glm::angleAxis(-1.5707964F, glm::vec3{0, 1, 0});  // faces downstream, +x
  sound.Step(scene, {}, 0.01);
  sound.Play("splash", glm::vec3{0, 1.7F, -3});  // now at the left
  const Heard heard = Measure(sound.Render(24'000));
  CHECK(heard.left > 1.4 * heard.right);
}

TEST_CASE("loops have no seam") {
  for (const char* name : {"water", "weir", "reeds", "voices", "under", "sky"}) {
    const auto clip = DecodeClip(Bytes(kFolder / (std::string(name) + ".wav")));
    REQUIRE(clip);
    const auto& s = clip->samples;
    INFO(name);
    // The step over the seam is like the steps beside it: value, and slope.
    double typical = 0, steepest = 0;
    for (std::size_t i = 1; i < s.size(); ++i) {
      const double step = std::abs(static_cast<double>(s[i]) - static_cast<double>(s[i - 1]));
      typical += step / static_cast<double>(s.size());
      steepest = std::max(steepest, step);
    }
    const double seam = std::abs(static_cast<double>(s.front()) - static_cast<double>(s.back()));
    CHECK(seam <= std::max(steepest, 4 * typical));
    CHECK(seam < 8 * typical + 20);
    CHECK(clip->Seconds() >= 2);
  }
}

TEST_CASE("calm fades the world out and a chord in, and the chimes stay") {
  Sound sound(Offline(false));
  Scene scene = Above();
  const Heard world = Listen(sound, scene, Bank());
  scene.calm = 1;
  const SoundMix mix = MixOf(scene, Bank());
  for (const LoopVoice& voice : mix.loops) CHECK((voice.name == "sky") == (voice.gain > 0));
  const Heard calm = Listen(sound, scene, Bank());
  CHECK(calm.high < world.high / 3);
  CHECK(calm.All() > 0.0005);
  CHECK(IsSignal("calm"));
  CHECK_FALSE(IsSignal("splash"));
}

TEST_CASE("every sound that the rules name is there, short, and never loud") {
  for (const char* name : kSoundNames) {
    INFO(name);
    const auto clip = DecodeClip(Bytes(kFolder / (std::string(name) + ".wav")));
    REQUIRE(clip);
    CHECK(clip->Seconds() < 4);
    int peak = 0;
    for (const std::int16_t sample : clip->samples)
      peak = std::max(peak, std::abs(static_cast<int>(sample)));
    CHECK(peak > 500);
    CHECK(peak < 32767 / 3.9);  // -12 dBFS
    CHECK(std::abs(static_cast<int>(clip->samples.front())) < 200);
  }
}

TEST_CASE("paused, all stands still, and goes on from there") {
  Sound sound(Offline(false));
  (void)Listen(sound, Above(), Bank());
  sound.Hold(true);
  (void)sound.Render(4800);  // what the mixer had begun
  CHECK(Measure(sound.Render(9600)).All() < 1e-5);
  sound.Hold(false);
  (void)sound.Render(4800);
  CHECK(Measure(sound.Render(9600)).All() > 0.001);
}

TEST_CASE("narration sounds in the head, and a broken file is told, not fatal") {
  Sound sound(Offline(false));
  const content::ScenarioPlace nowhere;
  sound.Narrate(Bytes(kFolder / "right.wav"));
  CHECK(sound.IsNarrating());
  Heard heard;
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  const auto goes_on = [&] {  // decoding is another thread's, which a busy machine lets wait
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return std::chrono::steady_clock::now() < until;
  };
  while (heard.All() < 0.005 && goes_on()) {
    Scene silent = Above();
    silent.dark = 1;
    sound.Step(silent, nowhere, 0.01);
    heard = Measure(sound.Render(480));
  }
  CHECK(heard.All() >= 0.005);
  CHECK(std::abs(heard.left - heard.right) < 0.02 * heard.left);
  sound.Narrate({'O', 'g', 'g', 'S', 0, 1, 2});
  while (sound.Trouble().empty() && goes_on()) {
    sound.Step(Above(), nowhere, 0.01);
    (void)sound.Render(480);
  }
  CHECK_FALSE(sound.Trouble().empty());
  CHECK_FALSE(sound.IsNarrating());
}

TEST_CASE("without a sound device it goes on silently and says so") {
  Sound::Options options;
  options.folder = kFolder;
  options.device = "no such device";
  Sound sound(options);
  sound.Step(Above(), Bank(), 0.01);
  sound.Play("splash", std::nullopt);
  sound.Narrate(Bytes(kFolder / "right.wav"));
  sound.Hold(true);
  CHECK_FALSE(sound.IsNarrating());
  CHECK(sound.Trouble().zh.find("没有声音") != std::string::npos);
}

TEST_CASE("birds sing now and then from where trees are, and the same at the same time") {
  const content::ScenarioPlace place = Bank();
  int calls = 0;
  for (double t = 0; t < 300; t += 0.02) {
    const auto bird = FindBird(place, t, t + 0.02);
    if (!bird) continue;
    ++calls;
    CHECK(FindBird(place, t, t + 0.02)->name == bird->name);
    CHECK(bird->at.y > 0);
  }
  CHECK(calls >= 25);
  CHECK(calls <= 40);
  CHECK_FALSE(FindBird({}, 0, 100).has_value());
  CHECK_FALSE(FindBird(place, 5, 5).has_value());  // the clock stands still
}

TEST_CASE("only what packs may bring is decoded") {
  CHECK_FALSE(DecodeClip({}));
  const auto wav = Bytes(kFolder / "found.wav");
  for (std::size_t i = 0; i < 44; ++i) {
    auto cut = wav;
    cut.resize(i);
    CHECK_FALSE(DecodeClip(cut));
  }
  CHECK(DecodeClip(wav)->rate == 24'000);
}

TEST_CASE("a shout stands out from a quiet room and from a noisy hall, and the hall does not") {
  for (const double hall : {-50.0, -28.0}) {
    INFO(hall);
    Voice voice;
    const auto sounds = [&](double db, double seconds) {
      const auto level = static_cast<float>(std::pow(10, db / 20));
      std::vector<float> samples(160);
      for (std::size_t i = 0; i < samples.size(); ++i) samples[i] = i % 2 == 0 ? level : -level;
      for (double t = 0; t < seconds; t += 0.01) StepVoice(samples, 0.01, voice);
    };
    sounds(hall, 20);
    CHECK(voice.level == 0);
    sounds(hall + 4, 1);  // somebody talks
    CHECK(voice.level < 0.1F);
    sounds(hall + 23, 0.5);
    CHECK(voice.level > 0.5F);
    sounds(hall, 0.5);
    CHECK(voice.level == 0);
  }
}
