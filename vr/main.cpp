// SPDX-License-Identifier: MIT
#include <CLI/CLI.hpp>
#include <cstdio>
#include <string>

#include "vr/xr/check.h"

int main(int argc, char** argv) {
  bool check = false;
  std::string language = "zh";
  CLI::App app{"Maplebridge drowning-prevention trainer / 枫桥防溺水训练", "maplebridge-vr"};
  app.add_flag("--check", check,
               "Print runtime, headset, extensions, controllers and limits, and what is missing.");
  app.add_option("--lang", language, "Language.")->check(CLI::IsMember({"zh", "en"}));
  CLI11_PARSE(app, argc, argv);
  if (check) {
    const auto found = vr::xr::CheckHeadset(language == "en" ? content::Language::kEnglish
                                                             : content::Language::kChinese);
    std::fputs(found.text.c_str(), stdout);
    return found.usable ? 0 : 1;
  }
  std::fputs("训练本身尚未接好（见 vr/README.md）。/ The training itself is not wired yet.\n", stderr);
  return 2;
}
