// SPDX-License-Identifier: MIT
#include "content/result.h"

namespace content {

std::string Describe(const Error& error, Language language) {
  std::string line;
  if (!error.where.empty()) line += error.where + ": ";
  line += error.message.In(language);
  if (!error.code.empty()) line += " (" + error.code + ")";
  if (!error.remedy.empty()) line += "\n    " + error.remedy.In(language);
  return line;
}

}  // namespace content
