// SPDX-License-Identifier: MIT
#pragma once

#include <string>

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

}  // namespace content
