// SPDX-License-Identifier: MIT
#include "content/tool/console.h"

#include <cstdlib>
#include <iostream>

#include "content/check.h"

namespace tool {

using content::Language;

void Console::Say(const content::Text& text) const { std::cout << text.In(language_) << '\n'; }

void Console::Complain(const content::Error& error) const {
  std::cerr << content::Describe(error, language_) << '\n';
}

int Console::Report(const content::Problems& problems) const {
  std::size_t wrong = 0;
  for (const content::Error& problem : problems) {
    Complain(problem);
    if (!content::IsNote(problem)) ++wrong;
  }
  const std::string errors = std::to_string(wrong);
  const std::string notes = std::to_string(problems.size() - wrong);
  Say({"错误" + errors + "处，提示" + notes + "处", errors + " errors, " + notes + " notes"});
  return wrong == 0 ? kFine : kInputWrong;
}

int Console::Fail(const content::Error& error) const {
  Complain(error);
  return kInputWrong;
}

Language ChooseLanguage(const std::string& wanted) {
  std::string tag = wanted;
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (tag.empty() && value != nullptr) tag = value;
  }
  return tag.rfind("en", 0) == 0 ? Language::kEnglish : Language::kChinese;
}

}  // namespace tool
