// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "content/result.h"

namespace tool {

inline constexpr int kFine = 0;
inline constexpr int kInputWrong = 1;
inline constexpr int kUsageWrong = 2;

/// What the program says, in the language of whoever runs it.
class Console {
 public:
  explicit Console(content::Language language) : language_(language) {}

  void Say(const content::Text& text) const;         ///< A line to standard output.
  void Complain(const content::Error& error) const;  ///< To standard error.
  /// All problems and a line of totals; returns kFine when there are only notes.
  [[nodiscard]] int Report(const content::Problems& problems) const;
  /// Complains and returns kInputWrong.
  [[nodiscard]] int Fail(const content::Error& error) const;

 private:
  content::Language language_;
};

/// "zh" or "en"; empty asks LC_ALL, LC_MESSAGES and LANG. Chinese unless English is asked for.
[[nodiscard]] content::Language ChooseLanguage(const std::string& wanted);

}  // namespace tool
