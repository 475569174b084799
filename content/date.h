// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace content {

/// A calendar day without time zone (ISO 8601, "2026-11-23").
using Date = std::chrono::year_month_day;

/// Absent when `text` is not an existing day written as YYYY-MM-DD.
[[nodiscard]] std::optional<Date> ParseDate(std::string_view text);
[[nodiscard]] std::string FormatDate(Date date);

/// Whole months counted from `start`, day clamped to the end of the month ("P6M" is 6).
[[nodiscard]] Date AddMonths(Date start, int months);

/// Months in an ISO 8601 duration of the form "P6M" or "P1Y"; absent for anything else.
[[nodiscard]] std::optional<int> ParseMonths(std::string_view duration);

}  // namespace content
