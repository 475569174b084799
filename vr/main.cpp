// SPDX-License-Identifier: MIT
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>

#include "content/pack_store.h"
#include "vr/program.h"
#include "vr/xr/check.h"

namespace {

struct Arguments {
  vr::ProgramOptions options;
  std::string language = "zh", mode = "headset";
  int age = 13;
  bool check = false, headless = false, mute = false;
};

void Define(CLI::App& app, Arguments& a) {
  vr::ProgramOptions& o = a.options;
  app.add_option("--store", o.folders.store, "Folder of installed packs; the kiosk's.");
  app.add_option("--keys", o.folders.keys, "Folder of public keys that are trusted.");
  app.add_option("--journal", o.trainer.journal, "File of anonymous results (SQLite).");
  app.add_option("--unsigned", o.folders.unsigned_packs, "Preview of an unsigned pack.");
  app.add_option("--assets", o.trainer.assets, "Folder of shaders and sounds.");
  app.add_option("--lang", a.language, "Begin in this language.")
      ->check(CLI::IsMember({"zh", "en"}));
  app.add_option("--samples", o.samples, "Samples a pixel for smooth edges; 0 for none.")
      ->check(CLI::Range(0, 8));
  app.add_flag("--full-quality", o.full_quality,
               "Give nothing of the headset's picture up when frames are late.");
  app.add_flag("--fullscreen", o.fullscreen, "The guide's window fills the screen.");
  app.add_flag("--microphone", o.trainer.microphone,
               "Children may shout where a step asks for it. Nothing is recorded.");
  app.add_flag("--mute", a.mute, "No sound.");
  app.add_option("--record", o.trainer.record,
                 "Write the inputs of the last run here: head and hands, nothing else.");
  app.add_option("--report", o.trainer.report, "Write the report of the last run here.");
  app.add_option("--replay", o.replay, "Play a recording, print its report, leave.");
  app.add_option("--tour", o.tour,
                 "Play the scenario by eyes alone, write a picture of every beat into this "
                 "folder, leave. Needs neither display nor headset.");
  app.add_flag("--check", a.check,
               "Print runtime, headset, extensions, controllers and limits, and what is missing.");
  // Without the window: for tests, and for who writes another one.
  app.add_flag("--headless", a.headless,
               "No window: a run begins by itself in the headset. Tells what happens on standard "
               "output, a line of JSON each; takes pause, resume, calm, release, recenter, next, "
               "again, back, \"intensity 1\" to 3, stop, restart, quit on standard input.");
  app.add_option("--place", o.place, "With --headless, --tour: end of the scenario's id.");
  app.add_option("--age", a.age, "With --headless, --tour: of the child.")
      ->check(CLI::Range(6, 99));
  app.add_option("--intensity", o.setup.intensity, "With --headless, --tour.")
      ->check(CLI::Range(1, 3));
  app.add_option("--speed", o.trainer.speed, "With --headless: seconds of the story a second.")
      ->check(CLI::Range(1.0, 64.0));
  app.add_option("--seconds", o.seconds, "With --headless: leave after so long.");
  app.add_option("--measure", o.measure, "With --headless: write what frames cost here.");
}

/// The child, and what follows from its age.
void SetUp(const Arguments& a, vr::ProgramOptions& o) {
  o.setup.band = a.age < 10   ? vr::AgeBand::kSixToNine
                 : a.age < 13 ? vr::AgeBand::kTenToTwelve
                              : vr::AgeBand::kThirteenUp;
  o.setup.mode = a.headless ? vr::Mode::kHeadset : vr::Mode::kTogether;
  o.setup.most_intensity = vr::MostIntensity(o.setup.band);
  o.setup.intensity = std::min(o.setup.intensity, o.setup.most_intensity);
  const auto data = content::DeviceFolder();
  if (o.folders.store.empty()) o.folders.store = data / "store";
  if (o.folders.keys.empty()) o.folders.keys = data / "keys";
  if (o.trainer.journal.empty()) o.trainer.journal = data / "results.sqlite3";
  if (o.trainer.assets.empty()) o.trainer.assets = MAPLEBRIDGE_ASSETS;
  o.trainer.sound = !a.mute;
  o.trainer.language =
      a.language == "en" ? content::Language::kEnglish : content::Language::kChinese;
}

/// Index of the scenario whose id ends so; the library's size when there is none.
std::size_t FindPlace(const std::vector<vr::Shelf>& library, const std::string& place) {
  const auto found = std::ranges::find_if(
      library, [&](const vr::Shelf& shelf) { return shelf.item.ends_with(place); });
  return static_cast<std::size_t>(found - library.begin());
}

}  // namespace

int main(int argc, char** argv) {
  setenv("XR_LOADER_DEBUG", "none", /*overwrite=*/0);  // what is missing is told by ourselves
  Arguments a;
  CLI::App app{"Maplebridge drowning-prevention trainer / 枫桥防溺水训练", "maplebridge-vr"};
  Define(app, a);
  CLI11_PARSE(app, argc, argv);
  vr::ProgramOptions& options = a.options;
  SetUp(a, options);
  if (a.check) {
    const auto found = vr::xr::CheckHeadset(options.trainer.language);
    std::fputs(found.text.c_str(), stdout);
    return found.usable ? 0 : 1;
  }
  content::Problems problems;
  auto library = vr::LoadLibrary(options.folders, problems);
  for (const content::Error& problem : problems) vr::Fail(problem);
  if (library.empty()) return 1;
  options.scenario = FindPlace(library, options.place);
  if (options.scenario >= library.size()) {
    std::fprintf(stderr, "--place: %s?\n", options.place.c_str());
    return 2;
  }
  if (!options.replay.empty()) return vr::RunReplay(options, library);
  if (!options.tour.empty()) return vr::RunTour(options, library);
  if (a.headless) return vr::RunHeadless(options, std::move(library));
  return vr::RunWithWindow(options, std::move(library));
}
