// SPDX-License-Identifier: MIT
//
// What the cuts cut: journal_writer append FILE COUNT | journal_writer read FILE
#include <unistd.h>

#include <cstdio>
#include <string>

#include "content/results.h"

namespace {

/// The line has left the process when this returns: what it tells of must be on the disk before.
void Say(int fd, std::string line) {
  line += "\n";
  if (write(fd, line.data(), line.size()) != static_cast<ssize_t>(line.size())) _exit(9);
}

int Fail(const content::Error& error) {
  Say(STDERR_FILENO, Describe(error, content::Language::kEnglish));
  return 1;
}

/// Says the number of every event that was acknowledged and goes on after one that was not.
int Append(content::Results& journal, int count) {
  const auto next = journal.NextVisit();
  if (!next) return Fail(next.error());
  int code = 0;
  for (std::int64_t visit = *next; visit < *next + count; ++visit) {
    content::JournalEvent event;
    event.visit = visit;
    event.hour = 500000;
    event.item = "fraud.cs.protection-plan";
    const auto done = journal.Append(event);
    if (done) {
      Say(STDOUT_FILENO, std::to_string(visit));
    } else {
      code = Fail(done.error());
    }
  }
  return code;
}

int Read(const content::Results& journal) {
  const auto events = journal.Events({0, 9999999});
  if (!events) return Fail(events.error());
  for (const content::JournalEvent& event : *events) {
    Say(STDOUT_FILENO, std::to_string(event.visit));
  }
  return 0;
}

}  // namespace

int main(int count, char** words) {
  const std::string verb = count > 2 ? words[1] : "";
  if (!(verb == "append" && count == 4) && !(verb == "read" && count == 3)) return 2;
  content::Problems problems;
  auto journal = content::Results::OpenOrSetAside(words[2], problems);
  for (const content::Error& problem : problems) Fail(problem);
  if (!journal) return Fail(journal.error());
  return verb == "append" ? Append(*journal, std::stoi(words[3])) : Read(*journal);
}
