// SPDX-License-Identifier: MIT
#pragma once

#include "content/text.h"

namespace kiosk {

enum class TextSize { kNormal, kLarge, kLargest };

/// What a visitor may set; everything returns to default when the visit ends.
struct Settings {
  content::Language language = content::Language::kChinese;
  TextSize text_size = TextSize::kNormal;
  bool high_contrast = false;
  bool reach_down = false;  ///< Everything is drawn in the lower part of the screen.
  int volume = 60;          ///< Per cent, 0..100.
  bool captions = true;
  bool operator==(const Settings&) const = default;
};

}  // namespace kiosk
