// SPDX-License-Identifier: MIT
#include <poll.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <utility>

#include "vr/frame_costs.h"
#include "vr/headset_loop.h"
#include "vr/hidden_context.h"
#include "vr/program.h"
#include "vr/tell.h"

namespace vr {
namespace {

using Clock = std::chrono::steady_clock;

std::atomic<bool> asked_to_leave{false};

/// The guide's word from standard input, as far as it has come. Never waits.
class Words {
 public:
  [[nodiscard]] std::vector<std::string> Take() {
    std::vector<std::string> lines;
    pollfd input{STDIN_FILENO, POLLIN, 0};
    std::array<char, 512> bytes{};
    while (open_ && poll(&input, 1, 0) == 1) {
      const ssize_t count = read(STDIN_FILENO, bytes.data(), bytes.size());
      if (count <= 0) open_ = false;
      for (ssize_t i = 0; i < count; ++i) {
        const char c = bytes[static_cast<std::size_t>(i)];
        if (c == '\n') {
          lines.push_back(std::exchange(begun_, {}));
        } else if (begun_.size() < 80) {
          begun_.push_back(c);
        }
      }
    }
    return lines;
  }

 private:
  bool open_ = true;
  std::string begun_;  ///< A line that has not ended.
};

}  // namespace

int RunHeadless(const ProgramOptions& options, std::vector<Shelf> library) {
  const auto begun = Clock::now();
  const auto seconds = [&] { return std::chrono::duration<double>(Clock::now() - begun).count(); };
  std::signal(SIGTERM, [](int) { asked_to_leave.store(true); });
  std::signal(SIGINT, [](int) { asked_to_leave.store(true); });
  SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
  PreferRuntimesGraphics();
  auto context = HiddenContext::Open();
  if (!context) return Fail(context.error());
  (*context)->MakeCurrent();
  Trainer trainer(std::move(library), options.trainer);
  GuideLink link;
  auto loop = HeadsetLoop::Make(trainer, link,
                                {options.trainer.assets, options.samples, options.full_quality});
  if (!loop) return Fail(loop.error());
  GuideRequest start;
  start.kind = GuideRequest::Kind::kStart;
  start.scenario = options.scenario;
  start.setup = options.setup;
  link.Ask({start});
  Words words;
  FrameCosts costs;
  std::string last;
  std::int64_t frames_at_word = 0;
  double ready = 0;
  const double until = options.seconds > 0 ? seconds() + options.seconds : 1e18;
  while (!asked_to_leave.load() && seconds() < until) {
    for (const std::string& line : words.Take()) {
      frames_at_word = (*loop)->Status().counts.frames;
      if (line == "quit") asked_to_leave.store(true);
      if (auto request = RequestOf(line)) link.Ask({*request});
    }
    (*loop)->Turn();
    const xr::HeadsetStatus& status = (*loop)->Status();
    if (ready == 0 && status.counts.drawn > 0) ready = seconds();
    if (!options.measure.empty()) costs.Take(**loop);
    const Told told = TellOf(trainer, status, seconds(), frames_at_word);
    if (told.still != last) {
      last = told.still;
      std::printf("%s\n", told.Line().c_str());
      std::fflush(stdout);
    }
    const Run* run = trainer.Current();
    if (run && run->phase == Phase::kEnded) break;
  }
  if (!options.measure.empty()) costs.Write(options.measure, (*loop)->Status(), ready);
  loop->reset();
  (*context)->Release();
  return 0;
}

}  // namespace vr
