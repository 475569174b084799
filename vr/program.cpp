// SPDX-License-Identifier: MIT
#include "vr/program.h"

#include <atomic>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <thread>

#include "vr/core/report.h"
#include "vr/headset_loop.h"
#include "vr/hidden_context.h"
#include "vr/together_loop.h"

namespace vr {
namespace {

/// The loop of the headset on a thread of its own, as long as this lives.
class HeadsetThread {
 public:
  HeadsetThread(Trainer& trainer, GuideLink& link, HiddenContext& context,
                const HeadsetLoopOptions& options)
      : thread_([this, &trainer, &link, &context, options] {
          context.MakeCurrent();
          if (auto made = HeadsetLoop::Make(trainer, link, options)) {
            loop_.store(made->get());
            (*made)->Run(stop_);
            loop_.store(nullptr);
          } else {
            Fail(made.error());
            failed_.store(true);
          }
          context.Release();
        }) {}
  ~HeadsetThread() {
    stop_.store(true);
    thread_.join();
  }
  /// No headset can be fed on this machine.
  [[nodiscard]] bool HasFailed() const { return failed_.load(); }
  [[nodiscard]] HeadsetNews News() {
    HeadsetLoop* loop = loop_.load();
    return loop ? loop->News() : HeadsetNews{};
  }

 private:
  std::atomic<bool> stop_{false}, failed_{false};
  std::atomic<HeadsetLoop*> loop_{nullptr};
  std::thread thread_;  // last: it uses all the others
};

}  // namespace

int Fail(const content::Error& error) {
  std::fprintf(stderr, "%s\n%s\n", content::Describe(error, content::Language::kChinese).c_str(),
               content::Describe(error, content::Language::kEnglish).c_str());
  return 1;
}

int RunWithWindow(const ProgramOptions& options, std::vector<Shelf> library) {
  PreferRuntimesGraphics();
  GuideWindow::Options look;
  look.scene = true;
  look.fullscreen = options.fullscreen;
  look.language = options.trainer.language;
  auto window = GuideWindow::Open(look);
  if (!window) return Fail(window.error());
  auto context = HiddenContext::Open();
  if (!context) return Fail(context.error());
  (*window)->MakeCurrent();
  Trainer trainer(std::move(library), options.trainer);
  GuideLink link;
  static_cast<void>(link.Tell(trainer.View({})));  // until the headset's loop is ready
  TogetherLoop together(trainer, **window, options.trainer.assets, options.samples);
  HeadsetThread headset(trainer, link, **context,
                        {options.trainer.assets, options.samples, options.full_quality});
  while (true) {
    const bool alone = headset.HasFailed();
    const bool here = alone || trainer.IsTogether();
    const bool open = here ? together.Turn(headset.News(), alone) : RunGuide(**window, link, [&] {
      return trainer.IsTogether() || headset.HasFailed();
    });
    if (!open) return 0;
  }
}

int RunReplay(const ProgramOptions& options, const std::vector<Shelf>& library) {
  std::ifstream in(options.replay, std::ios::binary);
  const std::vector<std::uint8_t> bytes{std::istreambuf_iterator<char>(in),
                                        std::istreambuf_iterator<char>()};
  const auto recording = ParseRecording(bytes);
  if (!recording) return Fail(recording.error());
  const auto report = Replay(*recording, library);
  if (!report) return Fail(report.error());
  const std::string text = FormatReport(*report);
  if (options.trainer.report.empty()) {
    std::fputs(text.c_str(), stdout);
  } else {
    std::ofstream(options.trainer.report) << text;
  }
  return 0;
}

}  // namespace vr
