// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "vr/core/recording.h"
#include "vr/core/run.h"
#include "vr/guide/guide.h"
#include "vr/journal.h"
#include "vr/library.h"
#include "vr/sound/microphone.h"
#include "vr/sound/sound.h"

namespace vr {

struct TrainerOptions {
  std::filesystem::path assets;
  std::filesystem::path journal;
  std::filesystem::path record;  ///< Inputs of the last run are written here; empty: nowhere.
  std::filesystem::path report;  ///< FormatReport of the last run; empty: nowhere.
  content::Language language = content::Language::kChinese;
  /// Seconds of the story for one of the clock's; only tests change it. The runtime's clock is
  /// never touched.
  double speed = 1;
  bool sound = true;
  bool microphone = false;  ///< On from the start; the guide can switch it.
};

/// What is played here and what is left behind: the run with its journal, recording and sounds. It
/// knows no window, headset or GPU; whoever shows it (headset_loop.h, together_loop.h) brings an
/// input a frame and draws the scene:
///
///   wait -> input -> Advance (Step, BuildScene) -> draw Picture() -> end
///
/// It outlives sessions and runtimes: a headset that dies takes nothing of it along. One thread at
/// a time drives it; IsTogether says which.
class Trainer {
 public:
  Trainer(std::vector<Shelf> library, const TrainerOptions& options);
  ~Trainer();
  Trainer(const Trainer&) = delete;
  Trainer& operator=(const Trainer&) = delete;

  /// The guide's word: begins, ends, goes on, speaks another language. Commands wait for Advance.
  void Take(const GuideRequest& request);
  /// One frame, seen at `input.time_us` (any clock that never runs back).
  void Advance(TrainerInput input);
  /// See TrainerOptions::speed.
  void SetSpeed(double speed) { options_.speed = speed; }
  [[nodiscard]] const Scene& Picture() const { return scene_; }

  [[nodiscard]] bool HasRun() const { return run_.has_value(); }
  /// The run is shown on the screen and driven by its loop; else by the headset's.
  [[nodiscard]] bool IsTogether() const { return together_.load(std::memory_order_acquire); }
  [[nodiscard]] content::Language Language() const { return language_; }
  [[nodiscard]] bool ShowsCaptions() const { return captions_; }
  [[nodiscard]] const Run* Current() const { return run_ ? &*run_ : nullptr; }
  /// Of the run, else of what would be begun first; null when there is none. Changes with Take.
  [[nodiscard]] const std::shared_ptr<const content::Scenario>& Place() const { return place_; }
  [[nodiscard]] const std::vector<Shelf>& Library() const { return library_; }
  /// What happened in the last Advance.
  [[nodiscard]] const std::vector<Effect>& Effects() const { return effects_; }
  /// For the guide's window; `headset` is filled in by whoever knows.
  [[nodiscard]] GuideView View(const HeadsetNews& headset);

 private:
  void Begin(const GuideRequest& request);
  void Drop();
  void StepOnce(const TrainerInput& input);
  void Listen(bool on);
  void Perform(const Effect& effect);
  void WriteDown();

  std::vector<Shelf> library_;
  TrainerOptions options_;
  Journal journal_;
  std::unique_ptr<Sound> sound_;
  std::unique_ptr<Microphone> microphone_;  ///< Only while the guide wants it.
  Hearing hearing_ = Hearing::kOff;
  content::Language language_;
  bool captions_ = true;
  const Shelf* shelf_ = nullptr;
  std::shared_ptr<const content::Scenario> place_;
  std::optional<Run> run_;
  Recording recording_;
  std::vector<Effect> effects_;
  std::vector<GuideCommand> commands_;
  Wearing wearing_;
  Scene scene_;
  content::Text notice_;
  std::atomic<bool> together_{false};
  std::int64_t last_us_ = -1;  ///< Of the clock, in the last Advance.
  std::int64_t story_us_ = 0;  ///< What the run was told.
};

/// The picture when nothing is played: the calm sky, and a word.
[[nodiscard]] Scene WaitingScene(const content::Text& text);

/// Plays a recording again. Errors: library.unknown-scenario.
[[nodiscard]] content::Result<Report> Replay(const Recording& recording,
                                             const std::vector<Shelf>& library);

}  // namespace vr
