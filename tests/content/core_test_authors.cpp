// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "content/check.h"
#include "content/tool/source.h"
#include "tests/content/author_pack.h"
#include "tests/support/catch.h"

namespace {

/// One mistake: in `file`, `find` becomes `put`; the tool's first problem must be the rest.
struct Mistake {
  const char* file;
  const char* find;
  const char* put;
  const char* where;
  const char* code;
  const char* zh;
  const char* en;
};

#include "tests/content/author_mistakes.inc"

tool::CheckedSource LoadWith(const ScratchFolder& folder, const Mistake* mistake) {
  bool found = mistake == nullptr;
  for (AuthorFile& file : MakeAuthorPack()) {
    if (mistake != nullptr && file.path == mistake->file) {
      const std::size_t at = file.text.find(mistake->find);
      REQUIRE(at != std::string::npos);
      file.text.replace(at, std::string(mistake->find).size(), mistake->put);
      found = true;
    }
    folder.Write(file.path, file.text);
  }
  REQUIRE(found);
  auto glyphs = tool::Glyphs::Open({});
  REQUIRE(glyphs);
  return tool::LoadSource(folder.Path(), &*glyphs);
}

}  // namespace

TEST_CASE("The pack that the mistakes are put into has none") {
  const ScratchFolder folder;
  const tool::CheckedSource checked = LoadWith(folder, nullptr);
  for (const auto& problem : checked.problems) {
    UNSCOPED_INFO(content::Describe(problem, content::Language::kEnglish));
  }
  CHECK(checked.problems.empty());
}

TEST_CASE("Every author's mistake is told with file, line, column, rule and mend") {
  for (const Mistake& mistake : kMistakes) {
    const ScratchFolder folder;
    const tool::CheckedSource checked = LoadWith(folder, &mistake);
    INFO(mistake.file << ": " << mistake.find << " -> " << mistake.put);
    REQUIRE_FALSE(checked.problems.empty());
    const content::Error& problem = checked.problems.front();
    if (std::getenv("SHOW_MISTAKES") != nullptr) {
      std::cout << "R\"~(" << problem.where << ")~\", R\"~(" << problem.code << ")~\", R\"~("
                << problem.message.zh << ")~\", R\"~(" << problem.message.en << ")~\" // mend "
                << problem.remedy.zh << " | " << problem.remedy.en << '\n';
      continue;
    }
    CHECK(problem.where == mistake.where);
    CHECK(problem.code == mistake.code);
    CHECK(problem.message.zh == mistake.zh);
    CHECK(problem.message.en == mistake.en);
    CHECK_FALSE(problem.remedy.zh.empty());
    CHECK_FALSE(problem.remedy.en.empty());
  }
  CHECK(std::size(kMistakes) >= 30);
}
