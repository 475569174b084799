// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "vr/library.h"
#include "vr/trainer.h"

namespace vr {

/// What main was asked for.
struct ProgramOptions {
  LibraryFolders folders;
  TrainerOptions trainer;
  std::size_t scenario = 0;  ///< Index in the library, from `place`.
  std::string place;         ///< End of the item's id: "river"; empty: the first.
  Setup setup;               ///< Of a run that begins by itself.
  int samples = 4;
  bool full_quality = false;
  bool fullscreen = false;
  double seconds = 0;             ///< Leaves after so long; 0: when all is done.
  std::filesystem::path measure;  ///< Costs of frames, as JSON.
  std::filesystem::path tour;     ///< Folder of pictures.
  std::filesystem::path replay;   ///< A recording.
};

/// The officer's window, the headset beside it, and together mode. Returns main's code.
[[nodiscard]] int RunWithWindow(const ProgramOptions& options, std::vector<Shelf> library);

/// A run in the headset without a window: begins by itself, tells what happens on standard output
/// (tell.h) and takes the guide's word from standard input, a line each; "quit" leaves.
[[nodiscard]] int RunHeadless(const ProgramOptions& options, std::vector<Shelf> library);

/// Plays the scenario by eyes alone, offscreen, and saves a picture of every beat.
[[nodiscard]] int RunTour(const ProgramOptions& options, const std::vector<Shelf>& library);

/// Plays a recording and prints its report.
[[nodiscard]] int RunReplay(const ProgramOptions& options, const std::vector<Shelf>& library);

/// Prints an error in both languages and returns 1.
int Fail(const content::Error& error);

}  // namespace vr
