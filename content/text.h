// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace content {

/// The languages a pack can speak. Chinese is the first: an absent translation falls back to it.
enum class Language { kChinese, kEnglish };

/// BCP 47 tag as used for keys in packs: "zh-CN" or "en".
[[nodiscard]] constexpr const char* Tag(Language language) {
  return language == Language::kChinese ? "zh-CN" : "en";
}

/// One visible text in every language, UTF-8, NFC, without markup. "{name}" is a placeholder that
/// the device fills from its configuration (station_name, station_phone, ...).
struct Text {
  std::string zh;
  std::string en;

  [[nodiscard]] const std::string& In(Language language) const {
    return language == Language::kEnglish && !en.empty() ? en : zh;
  }
  [[nodiscard]] bool empty() const { return zh.empty() && en.empty(); }
  bool operator==(const Text&) const = default;
};

/// A Text without owning it. A program's own words are constants of this kind: they cost nothing at
/// start, and functions that take it take a pack's texts as well.
struct TextView {
  std::string_view zh;
  std::string_view en;

  constexpr TextView() = default;
  constexpr TextView(std::string_view chinese, std::string_view english)
      : zh(chinese), en(english) {}
  // NOLINTNEXTLINE(google-explicit-constructor): as std::string_view of std::string.
  TextView(const Text& text) : zh(text.zh), en(text.en) {}

  [[nodiscard]] constexpr std::string_view In(Language language) const {
    return language == Language::kEnglish && !en.empty() ? en : zh;
  }
  [[nodiscard]] bool empty() const { return zh.empty() && en.empty(); }
  bool operator==(const TextView&) const = default;
  [[nodiscard]] Text ToText() const { return {std::string(zh), std::string(en)}; }
};

}  // namespace content
