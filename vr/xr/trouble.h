// SPDX-License-Identifier: MIT
#pragma once

#include <openxr/openxr.h>

#include <filesystem>
#include <optional>
#include <string>

#include "content/result.h"
#include "vr/xr/call.h"

namespace vr::xr {

/// Why there is no picture in a headset. The first four are what a guide meets.
enum class Reason {
  kNoRuntime,      ///< None installed, or it does not run.
  kNoHeadset,      ///< The runtime runs, and has no headset.
  kAsleep,         ///< There is a headset; it sleeps, or nobody has put it on yet.
  kWrongVariable,  ///< XR_RUNTIME_JSON points nowhere.
  kUnusable        ///< A runtime that cannot take our picture; `where` tells the call.
};

/// Told to the guide; codes are "headset.no-runtime" and so on.
[[nodiscard]] content::Error Tell(Reason reason, std::string where);

/// What is wrong with the file that XR_RUNTIME_JSON names: absent when the variable is not set or
/// the file is a runtime's and its library is there.
struct RuntimeFile {
  std::filesystem::path file;
  content::Text wrong;
};
[[nodiscard]] std::optional<RuntimeFile> FindWrongVariable(const char* variable);

/// Why an instance or a system could not be had, from what the runtime answered. Older loaders say
/// XR_ERROR_INSTANCE_LOST where there is no runtime, and a runtime whose service does not run
/// XR_ERROR_RUNTIME_FAILURE.
[[nodiscard]] Reason ReasonOf(const Fault& fault);

}  // namespace vr::xr
