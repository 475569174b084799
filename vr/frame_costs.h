// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "vr/headset_loop.h"

namespace vr {

/// What frames cost, pass by pass, for --measure and the bench.
class FrameCosts {
 public:
  /// Takes the loop's last frame, once, when it had a picture.
  void Take(const HeadsetLoop& loop);
  /// Milliseconds at p50, p99 and the most of each pass, as JSON. `ready_seconds`: from the
  /// program's start to the first picture.
  void Write(const std::filesystem::path& file, const xr::HeadsetStatus& status,
             double ready_seconds) const;

 private:
  std::vector<FrameCost> frames_;
  std::int64_t drawn_ = 0;  ///< Of the headset, when last looked at.
};

}  // namespace vr
