// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "content/text.h"

namespace vr::xr {

/// What `maplebridge-vr --check` prints: runtime, headset, extensions, profiles, limits, and which
/// of the four reasons applies where no headset can be used. Asks for no picture and no session.
struct Check {
  bool usable = false;
  std::string text;
};
[[nodiscard]] Check CheckHeadset(content::Language language);

}  // namespace vr::xr
