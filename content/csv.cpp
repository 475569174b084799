// SPDX-License-Identifier: MIT
#include "content/csv.h"

#include <charconv>

namespace content {
namespace {

bool IsNumber(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

void AppendCell(std::string& line, std::string_view cell) {
  constexpr std::string_view kFormula = "=+-@\t\r";
  const bool formula =
      !cell.empty() && kFormula.find(cell.front()) != std::string_view::npos && !IsNumber(cell);
  const bool quoted = cell.find_first_of("\",\r\n") != std::string_view::npos;
  if (quoted) line += '"';
  if (formula) line += '\'';
  for (const char c : cell) {
    if (c == '"') line += '"';
    line += c;
  }
  if (quoted) line += '"';
}

}  // namespace

std::string CsvLine(const std::vector<std::string>& cells) {
  std::string line;
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) line += ',';
    AppendCell(line, cell);
  }
  return line + "\r\n";
}

std::string FormatNumber(double value, int decimals) {
  char digits[64];
  const auto done =
      std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed, decimals);
  return {digits, done.ptr};
}

}  // namespace content
