// SPDX-License-Identifier: MIT
#include "vr/frame_costs.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

namespace vr {
namespace {

nlohmann::ordered_json Summary(std::vector<double> ms) {
  std::ranges::sort(ms);
  const auto at = [&](double share) {
    return ms.empty() ? 0.0
                      : ms[static_cast<std::size_t>(share * static_cast<double>(ms.size() - 1))];
  };
  return {{"p50", at(0.5)}, {"p99", at(0.99)}, {"max", at(1)}};
}

}  // namespace

void FrameCosts::Take(const HeadsetLoop& loop) {
  const std::int64_t drawn = loop.Status().counts.drawn;
  if (drawn == drawn_) return;
  drawn_ = drawn;
  frames_.push_back(loop.Cost());
}

void FrameCosts::Write(const std::filesystem::path& file, const xr::HeadsetStatus& status,
                       double ready_seconds) const {
  struct Pass {
    const char* name;
    double FrameCost::*seconds;
  };
  static constexpr Pass kPasses[] = {{"input", &FrameCost::input},
                                     {"step", &FrameCost::step},
                                     {"draw", &FrameCost::draw},
                                     {"text", &FrameCost::text},
                                     {"mirror", &FrameCost::mirror}};
  nlohmann::ordered_json out;
  out["frames"] = frames_.size();
  std::vector<double> all(frames_.size());
  for (const Pass& pass : kPasses) {
    std::vector<double> ms;
    for (std::size_t i = 0; i < frames_.size(); ++i) {
      ms.push_back(frames_[i].*pass.seconds * 1000);
      all[i] += ms.back();
    }
    out[pass.name] = Summary(std::move(ms));
  }
  out["all"] = Summary(std::move(all));
  int calls = 0, triangles = 0;
  for (const FrameCost& frame : frames_) {
    calls = std::max(calls, frame.calls);
    triangles = std::max(triangles, frame.triangles);
  }
  out["most_calls"] = calls;
  out["most_triangles"] = triangles;
  out["ready_seconds"] = ready_seconds;
  out["skipped"] = status.counts.skipped;
  out["sessions"] = status.sessions;
  std::ofstream(file) << out.dump(2) << "\n";
}

}  // namespace vr
