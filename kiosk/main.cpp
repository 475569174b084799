// SPDX-License-Identifier: MIT
#include <malloc.h>
#include <termios.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>

#include "content/pack_store.h"
#include "kiosk/devices/pin.h"
#include "kiosk/script.h"

namespace {

struct Arguments {
  kiosk::Options options;
  std::filesystem::path config, store, keys, journal, script, shots, tour;
  std::string size = "1080x1920";
  std::string language, date;
  int text = 0;
  bool contrast = false, reach_down = false, make_pin = false;
};

void Define(CLI::App& app, Arguments& a) {
  app.add_option("--config", a.config, "The device's settings (TOML).");
  app.add_option("--store", a.store, "Folder of installed packs.");
  app.add_option("--keys", a.keys, "Folder of public keys that are trusted.");
  app.add_option("--journal", a.journal, "File of anonymous results (SQLite).");
  app.add_option("--assets", a.options.assets, "Folder of icons, pictures and sounds.");
  app.add_option("--unsigned", a.options.unsigned_packs,
                 "Preview of an unsigned pack; shows a banner.");
  app.add_option("--size", a.size, "Size of the window, WIDTHxHEIGHT in pixels.");
  app.add_flag("--windowed", a.options.windowed, "A window instead of the whole screen.");
  app.add_option("--script", a.script, "Play a script against the program, then leave.");
  app.add_option("--tour", a.tour,
                 "Walk through every screen, write pictures into this folder, leave.");
  app.add_option("--shots", a.shots, "Folder for a script's pictures.");
  app.add_option("--semantics", a.options.semantics,
                 "Write the semantic tree here when it changes.");
  app.add_option("--measure", a.options.measure, "Write times and counts here at the end.");
  app.add_option("--date", a.date, "Take this day for today (YYYY-MM-DD), in scripts and tours.");
  app.add_option("--seed", a.options.seed, "Seed of the random draws.");
  app.add_option("--lang", a.language, "Begin in this language.")
      ->check(CLI::IsMember({"zh", "en"}));
  app.add_option("--text", a.text, "Begin with this text size.")->check(CLI::Range(1, 3));
  app.add_flag("--make-pin", a.make_pin,
               "Read a PIN for staff from the terminal, print its line for [staff] and leave.");
  app.add_flag("--contrast", a.contrast, "Begin with high contrast.");
  app.add_flag("--reach-down", a.reach_down, "Begin with everything in the lower part.");
}

std::string ReadFile(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

content::Result<kiosk::Config> MakeConfig(const Arguments& a) {
  kiosk::Config config = kiosk::DefaultConfig(content::DeviceFolder());
  if (!a.config.empty()) {
    auto loaded = kiosk::LoadConfig(a.config, config);
    if (!loaded) return loaded;
    config = std::move(*loaded);
  }
  if (!a.store.empty()) config.store = a.store;
  if (!a.keys.empty()) config.keys = a.keys;
  if (!a.journal.empty()) config.journal = a.journal;
  if (!a.language.empty()) {
    config.defaults.language =
        a.language == "en" ? content::Language::kEnglish : content::Language::kChinese;
  }
  if (a.text > 0) config.defaults.text_size = static_cast<kiosk::TextSize>(a.text - 1);
  config.defaults.high_contrast = a.contrast;
  config.defaults.reach_down = a.reach_down;
  return config;
}

int Report(const content::Error& error) {
  std::fprintf(stderr, "%s\n%s\n", content::Describe(error, content::Language::kChinese).c_str(),
               content::Describe(error, content::Language::kEnglish).c_str());
  return 1;
}

int Play(kiosk::Kiosk& kiosk, const std::string& text, const std::filesystem::path& shots) {
  std::error_code ignored;
  if (!shots.empty()) std::filesystem::create_directories(shots, ignored);
  const auto steps = kiosk::ParseScript(text);
  if (!steps) return Report(steps.error());
  const auto played = kiosk::PlayScript(kiosk, *steps, shots);
  return played ? 0 : Report(played.error());
}

/// One line from standard input; a terminal does not show it.
std::string ReadSecretLine() {
  termios shown{};
  const bool terminal = tcgetattr(STDIN_FILENO, &shown) == 0;
  if (terminal) {
    std::fprintf(stderr, "PIN: ");
    termios hidden = shown;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSANOW, &hidden);
  }
  std::string line;
  std::getline(std::cin, line);
  if (terminal) {
    tcsetattr(STDIN_FILENO, TCSANOW, &shown);
    std::fprintf(stderr, "\n");
  }
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return line;
}

int MakePin() {
  const auto hash = kiosk::MakePinHash(ReadSecretLine());
  if (!hash) return Report(hash.error());
  std::printf("pin_hash = \"%s\"\n", hash->c_str());
  return 0;
}

/// A kiosk runs for months and decodes pictures now and then. Left alone, glibc raises the size
/// from which a block goes back to the system with each large one that was freed, and keeps what
/// pictures leave (4 MB after 60 taps).
void GiveBackMemory() {
  mallopt(M_MMAP_THRESHOLD, 64 << 10);
  mallopt(M_TRIM_THRESHOLD, 64 << 10);
}

}  // namespace

int main(int argc, char** argv) {
  GiveBackMemory();
  Arguments a;
  CLI::App app{"Maplebridge kiosk / 枫桥平安驿站", "maplebridge-kiosk"};
  Define(app, a);
  CLI11_PARSE(app, argc, argv);
  if (a.make_pin) return MakePin();
  if (std::sscanf(a.size.c_str(), "%dx%d", &a.options.width, &a.options.height) != 2) {
    std::fprintf(stderr, "--size: WIDTHxHEIGHT\n");
    return 2;
  }
  if (a.options.assets.empty()) a.options.assets = MAPLEBRIDGE_ASSETS;
  if (!a.date.empty() && !(a.options.date = content::ParseDate(a.date))) {
    std::fprintf(stderr, "--date: YYYY-MM-DD\n");
    return 2;
  }
  const bool driven = !a.script.empty() || !a.tour.empty();
  a.options.scripted = driven;
  a.options.windowed = a.options.windowed || driven;
  if (driven && !a.options.seed) a.options.seed = 7;
  const auto config = MakeConfig(a);
  if (!config) return Report(config.error());
  auto kiosk = kiosk::Kiosk::Start(a.options, *config);
  if (!kiosk) return Report(kiosk.error());
  if (!a.tour.empty()) return Play(**kiosk, kiosk::TourScript((*kiosk)->Packs()), a.tour);
  if (!a.script.empty()) return Play(**kiosk, ReadFile(a.script), a.shots);
  (*kiosk)->Run();
  if ((*kiosk)->WantsRestart()) {
    kiosk->reset();  // everything is written and closed before the next one opens it
    execvp(argv[0], argv);
    std::perror(argv[0]);
    return 1;
  }
  return 0;
}
