// SPDX-License-Identifier: MIT
#include "content/date.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace content {
namespace {

/// The number that `digits` writes; absent when anything but a digit stands there.
std::optional<int> ParseDigits(std::string_view digits) {
  if (digits.empty() || digits.size() > 4) return std::nullopt;
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::optional<Date> ParseDate(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = ParseDigits(text.substr(0, 4));
  const auto month = ParseDigits(text.substr(5, 2));
  const auto day = ParseDigits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const Date date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                  std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  return date;
}

std::string FormatDate(Date date) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text.data();
}

Date AddMonths(Date start, int months) {
  const auto month = start.year() / start.month() + std::chrono::months{months};
  const auto last = (month / std::chrono::last).day();
  return month / std::min(start.day(), last);
}

std::optional<int> ParseMonths(std::string_view duration) {
  if (duration.size() < 3 || duration.front() != 'P') return std::nullopt;
  const auto count = ParseDigits(duration.substr(1, duration.size() - 2));
  if (!count || *count == 0) return std::nullopt;
  if (duration.back() == 'M') return *count;
  if (duration.back() == 'Y' && *count <= 100) return *count * 12;
  return std::nullopt;
}

}  // namespace content
