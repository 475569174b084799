// SPDX-License-Identifier: MIT
// export_sample FOLDER: writes an export with every kind of event, as it comes out of a journal.

#include <cstdio>

#include "content/export.h"
#include "tests/support/journal.h"
#include "tests/support/process.h"

namespace {

int Fail(const content::Error& error) {
  std::fprintf(stderr, "%s\n", Describe(error, content::Language::kEnglish).c_str());
  return 1;
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) return 2;
  const testing::Folder folder;
  auto journal = content::Results::Open(folder / "results.sqlite3");
  if (!journal) return Fail(journal.error());
  for (const content::JournalEvent& event : testing::EveryKindOfEvent()) {
    if (const auto done = journal->Append(event); !done) return Fail(done.error());
  }
  const auto events = journal->Events({0, 9999999});
  if (!events) return Fail(events.error());
  const auto done = content::WriteExports(words[1], *events, testing::QuizCatalog(), "lobby-7");
  return done ? 0 : Fail(done.error());
}
