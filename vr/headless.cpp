// SPDX-License-Identifier: MIT
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <utility>

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

/// What frames cost, pass by pass.
struct Costs {
  std::vector<FrameCost> frames;

  [[nodiscard]] nlohmann::ordered_json Of(double FrameCost::*pass) const {
    std::vector<double> ms;
    for (const FrameCost& frame : frames) ms.push_back(frame.*pass * 1000);
    return Summary(ms);
  }
  [[nodiscard]] static nlohmann::ordered_json Summary(std::vector<double>& ms) {
    std::ranges::sort(ms);
    const auto at = [&](double share) {
      return ms.empty() ? 0.0
                        : ms[static_cast<std::size_t>(share * static_cast<double>(ms.size() - 1))];
    };
    return {{"p50", at(0.5)}, {"p99", at(0.99)}, {"max", at(1)}};
  }
  [[nodiscard]] nlohmann::ordered_json Json() const {
    nlohmann::ordered_json out;
    out["frames"] = frames.size();
    out["input"] = Of(&FrameCost::input);
    out["step"] = Of(&FrameCost::step);
    out["draw"] = Of(&FrameCost::draw);
    out["text"] = Of(&FrameCost::text);
    out["mirror"] = Of(&FrameCost::mirror);
    std::vector<double> all;
    int calls = 0, triangles = 0;
    for (const FrameCost& f : frames) {
      all.push_back((f.input + f.step + f.draw + f.text + f.mirror) * 1000);
      calls = std::max(calls, f.calls);
      triangles = std::max(triangles, f.triangles);
    }
    out["all"] = Summary(all);
    out["most_calls"] = calls;
    out["most_triangles"] = triangles;
    return out;
  }
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
                                {options.trainer.assets, options.samples, options.microphone});
  if (!loop) return Fail(loop.error());
  GuideRequest start;
  start.kind = GuideRequest::Kind::kStart;
  start.scenario = options.scenario;
  start.setup = options.setup;
  link.Ask({start});
  Words words;
  Costs costs;
  std::string last;
  std::int64_t frames = 0, frames_at_word = 0;
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
    if (!options.measure.empty() && status.counts.drawn != frames) {
      frames = status.counts.drawn;
      costs.frames.push_back((*loop)->Cost());
    }
    Told told = TellOf(trainer, status, seconds());
    told.moving += ",\"frames_at_word\":" + std::to_string(frames_at_word);
    if (told.still != last) {
      last = told.still;
      std::printf("%s\n", told.Line().c_str());
      std::fflush(stdout);
    }
    const Run* run = trainer.Current();
    if (run && run->phase == Phase::kEnded) break;
  }
  if (!options.measure.empty()) {
    nlohmann::ordered_json out = costs.Json();
    out["ready_seconds"] = ready;
    out["skipped"] = (*loop)->Status().counts.skipped;
    out["sessions"] = (*loop)->Status().sessions;
    std::ofstream(options.measure) << out.dump(2) << "\n";
  }
  loop->reset();
  (*context)->Release();
  return 0;
}

}  // namespace vr
