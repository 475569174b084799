// SPDX-License-Identifier: MIT
#pragma once

#include "content/catalog.h"

/// Kiosk clocks are wrong more often than content is too new: a board with an empty battery starts
/// in 1970.
namespace kiosk {

/// A day that has certainly passed; set anew at every release.
inline constexpr content::Date kReleased{std::chrono::year{2026}, std::chrono::month{11},
                                         std::chrono::day{23}};

[[nodiscard]] constexpr bool IsClockWrong(content::Date today) { return today < kReleased; }

/// The day by which items are shown: the clock's, unless that is certainly wrong. Then it is the
/// latest day from which something on the device is valid, so that no date hides an item.
[[nodiscard]] content::Date BelievedToday(content::Date today, const content::Catalog& catalog);

}  // namespace kiosk
