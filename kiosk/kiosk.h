// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "assets/glyph_texture.h"
#include "content/pack_store.h"
#include "content/results.h"
#include "kiosk/config.h"
#include "kiosk/core/event.h"
#include "kiosk/core/state.h"
#include "kiosk/devices/sound.h"
#include "kiosk/devices/textures.h"
#include "kiosk/devices/video_player.h"
#include "kiosk/devices/window.h"
#include "kiosk/devices/worker.h"
#include "kiosk/screens/screens.h"
#include "kiosk/staff_jobs.h"
#include "kiosk/ui/ui.h"

namespace kiosk {

struct Options {
  std::filesystem::path assets;
  std::vector<std::filesystem::path> unsigned_packs;  ///< Authors' preview, with a banner.
  int width = 1080, height = 1920;
  bool windowed = false;
  std::optional<std::uint32_t> seed;  ///< Of the random draws; absent: the clock.
  std::filesystem::path semantics;    ///< Written whenever the tree changes.
  std::filesystem::path measure;      ///< Times, written at the end.
  bool scripted = false;              ///< A virtual clock that only a script moves.
  std::optional<content::Date> date;  ///< Taken for today instead of what the machine says.
};

/// Where the time comes from: the machine, or a script.
struct Clock {
  bool scripted = false;
  double scripted_seconds = 0;
  std::optional<content::Date> date;      ///< Taken for today, in a script or a test.
  std::optional<content::Date> believed;  ///< What `today` is when the machine's is surely wrong.
  std::chrono::steady_clock::time_point begun = std::chrono::steady_clock::now();
  [[nodiscard]] Now Read() const;
};

/// What was measured in this run, for the bench.
struct Measured {
  double first_frame_ms = 0;     ///< From main to the first picture shown.
  std::vector<double> touch_ms;  ///< From a finger's event to the picture that answers it.
  std::int64_t video_dropped = 0, video_drawn = 0;
};

/// The program: owns the state and the devices, and turns the one into pictures on the others.
/// poll -> draw -> update -> perform; between events it sleeps until the next deadline.
class Kiosk {
 public:
  [[nodiscard]] static content::Result<std::unique_ptr<Kiosk>> Start(const Options& options,
                                                                     const Config& config);
  ~Kiosk();

  /// Runs until the window is closed.
  void Run();

  // What a script drives.
  void Turn(
      std::optional<double> wait);  ///< One turn of the loop, sleeping at most `wait` seconds.
  void Apply(const Event& event);   ///< Update, then carry out the effects.
  void Redraw();                    ///< Draws and shows, whether anything changed or not.
  void RedrawWhole();               ///< Redraw, waiting for every picture that is being decoded.
  void Catch();                     ///< Brings rules and picture up to the clock's time.

  [[nodiscard]] const State& Present() const { return state_; }
  [[nodiscard]] const content::Catalog& Packs() const { return catalog_; }
  [[nodiscard]] Ui& Interface() { return *ui_; }
  [[nodiscard]] Window& Screen() { return *window_; }
  [[nodiscard]] Worker& Workshop() { return *worker_; }
  [[nodiscard]] Clock& Time() { return clock_; }
  [[nodiscard]] bool IsClosing() const { return quit_; }
  [[nodiscard]] bool WantsRestart() const { return restart_; }
  [[nodiscard]] std::optional<double> NextDue() const;
  /// What staff should know: from the start and since, each once, gone when it is mended.
  [[nodiscard]] const content::Problems& StartProblems() const { return problems_; }
  [[nodiscard]] const std::unique_ptr<content::Results>& Journal() const { return results_; }

 private:
  Kiosk(const Options& options, const Config& config);
  [[nodiscard]] content::Result<void> Open();
  void OpenPacks();
  void OpenJournal();
  void TakeCatalog(content::Catalog catalog);  ///< From now on this is what is on the device.
  void Tell(content::Error problem);           ///< To staff, and to the log, once.
  [[nodiscard]] MaybeEvent Pass();             ///< One drawing of the state into triangles.
  void AnswerTaps();
  void TakeFingers(const WindowNews& news);
  void TellFinger(const PointerEvent& event);
  void PollVideo();
  void WriteSemantics();
  void WriteJournal();  ///< After the picture: a sync must not delay a touch.
  void ForgetJournalTrouble();
  void WriteMeasured() const;

  void Perform(const LoadItems& effect);
  void Perform(const LoadCaptions& effect);
  void Perform(const WriteResult& effect);
  void Perform(const PlayChime& effect);
  void Perform(const StartVideo& effect);
  void Perform(const SetVideoPaused& effect);
  void Perform(const SeekVideo& effect);
  void Perform(const StopVideo& effect);
  void Perform(const SetVolume& effect);
  void Perform(const StartNarration& effect);
  void Perform(const StopNarration& effect);
  void Perform(const ForgetVisitor& effect);

  // perform_staff.cpp
  void CollectWork();
  template <typename Work, typename Then>
  void Ask(Work work, Then then);
  void TakeStoreChange(StoreChange& change);
  void Perform(const DropTouch& effect);
  void Perform(const CountTry& effect);
  void Perform(const VerifyPin& effect);
  void Perform(const LookForPacks& effect);
  void Perform(const InstallPack& effect);
  void Perform(const ProvePack& effect);
  void Perform(const CancelWork& effect);
  void Perform(const RollBackPack& effect);
  void Perform(const ShowPreview& effect);
  void Perform(const HidePreview& effect);
  void Perform(const SwapPacks& effect);
  void Perform(const CountNumbers& effect);
  void Perform(const WriteExport& effect);
  void Perform(const InspectDevice& effect);
  void Perform(const LeaveProgram& effect);

  Options options_;
  Config config_;
  Clock clock_;
  content::Catalog catalog_;
  content::Problems problems_;
  std::unique_ptr<content::Results> results_;
  std::vector<content::JournalEvent> to_write_;  ///< Also what a full disk would not take yet.
  bool journal_due_ = false;                     ///< Something happened that is to be written.
  std::unique_ptr<Window> window_;
  std::unique_ptr<assets::Font> font_;
  std::unique_ptr<assets::GlyphTexture> glyph_texture_;
  std::unique_ptr<assets::GlyphCache> glyphs_;
  std::unique_ptr<Ui> ui_;
  std::unique_ptr<Textures> textures_;
  std::unique_ptr<VideoPlayer> video_;
  std::unique_ptr<Playback> narration_;
  std::unique_ptr<Sound> sound_;
  bool film_on_ = false;
  bool film_moved_ = false;  ///< The film has a picture that has not been shown.
  State state_;
  bool changed_ = true;  ///< The picture no longer shows the state.
  bool quit_ = false, restart_ = false;
  bool drop_touch_ = false;                       ///< The finger that is being lifted taps nothing.
  std::optional<content::Pack> proven_;           ///< To be shown to staff next.
  std::optional<content::Catalog> next_catalog_;  ///< After a change of the store.
  std::optional<content::Catalog> own_catalog_;   ///< While staff look at another.
  std::string semantics_;
  Measured measured_;
  std::optional<double> touched_ms_;  ///< SDL time of the finger that waits for its picture.
  std::unique_ptr<Worker> worker_;    ///< Last: what it runs ends before what it answers to.
};

}  // namespace kiosk
