// SPDX-License-Identifier: MIT
#pragma once

// Internal to the library: one way to write a table that a spreadsheet reads.

#include <string>
#include <string_view>
#include <vector>

namespace content {

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// One line after RFC 4180. A text that a spreadsheet would take for a formula is quoted by an
/// apostrophe: what a title says must not become a command on an officer's desk.
[[nodiscard]] std::string CsvLine(const std::vector<std::string>& cells);

/// With `decimals` digits after the point, whatever the locale says.
[[nodiscard]] std::string FormatNumber(double value, int decimals);

}  // namespace content
