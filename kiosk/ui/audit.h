// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "kiosk/ui/semantics.h"

namespace kiosk {

/// What is wrong with a screen, as its semantic tree tells it: text that does not fit where it was
/// put or leaves the window, placeholders that nobody filled, targets under `least` (design units;
/// 12 mm), targets that lie on one another. Empty when all is well.
[[nodiscard]] std::vector<std::string> Audit(const Semantics& tree, Rect window, float least);

}  // namespace kiosk
