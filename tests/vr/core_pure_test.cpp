// SPDX-License-Identifier: MIT
// vr/core includes itself, content and glm's types; and it calculates only what every compiler
// rounds alike.
#include <regex>

#include "tests/support/catch.h"
#include "tests/support/purity.h"

namespace {

const std::filesystem::path kRoot = SOURCE_ROOT;

/// What the C library, or a version of glm, may round in its own way.
std::vector<std::string> FindInexact(const std::string& text) {
  static const std::regex forbidden(
      R"(\b(std::|glm::)?(sin|cos|tan|asin|acos|atan2?|sinh|cosh|tanh|exp2?|log(2|10)?|pow|hypot|cbrt|fma|lerp)f?\s*\()"
      R"(|\bglm::(normalize|length|distance|dot|cross|mix|slerp|rotate|inverse|conjugate|angleAxis|mat\w*_cast)\b)"
      R"(|#\s*pragma\s+(STDC\s+FP_CONTRACT|GCC\s+optimize)|fast-math)");
  std::vector<std::string> found;
  const std::string code = testing::StripComments(text);
  for (std::sregex_iterator hit(code.begin(), code.end(), forbidden), end; hit != end; ++hit) {
    found.push_back(hit->str());
  }
  return found;
}

}  // namespace

TEST_CASE("core_is_pure: the trainer's rules touch no device, clock, thread or file") {
  const auto files = testing::Follow(kRoot, testing::ListFolder(kRoot, "vr/core"));
  REQUIRE(files.size() > 20);
  for (const std::string& file : files) {
    INFO(file);
    const bool below = file.rfind("vr/core/", 0) == 0 || file.rfind("content/", 0) == 0;
    CHECK(below);
    REQUIRE(std::filesystem::exists(kRoot / file));
    const std::string text = testing::ReadText(kRoot / file);
    CHECK(testing::FindImpurities(text) == std::vector<std::string>{});
    if (file.rfind("vr/core/", 0) == 0) CHECK(FindInexact(text) == std::vector<std::string>{});
  }
}

TEST_CASE("core_is_pure: the reader of formulas finds what rounds in its own way") {
  for (const char* line :
       {"x = std::sin(a);", "x = sin (a);", "y = std::atan2(a, b);", "glm::normalize(v)",
        "std::exp(-d)", "std::pow(a, 2)", "#pragma STDC FP_CONTRACT ON", "glm::mix(a, b, s)"}) {
    INFO(line);
    CHECK(FindInexact(line).size() == 1);
  }
  for (const char* line : {"Sin(a)", "Exp(-d)", "std::sqrt(x)", "// std::sin(a)", "glm::dvec3 v;",
                           "heading.sine", "Asin(x)"}) {
    INFO(line);
    CHECK(FindInexact(line).empty());
  }
}
