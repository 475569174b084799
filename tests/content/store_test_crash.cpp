// SPDX-License-Identifier: MIT
//
// What is left when a process dies or a disk is full. The work is done in a child process that is
// killed, that lives in a file system of its own, or whose files may not grow.
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>

#include <csignal>
#include <functional>
#include <thread>

#include "content/pack_store.h"
#include "content/results.h"
#include "tests/support/catch.h"
#include "tests/support/process.h"
#include "tests/support/test_pack.h"

namespace {

namespace fs = std::filesystem;
using content::PackStore;
using testing::CodeOf;
using testing::Folder;
using testing::MakeTestPack;
using testing::Pipe;
using testing::Write;

/// Runs `work` in a child. It says lines through the pipe; a line is what it acknowledges.
pid_t Fork(Pipe& pipe, const std::function<void(const std::function<void(std::string)>&)>& work) {
  const pid_t child = fork();
  if (child != 0) {
    pipe.CloseWriter();
    return child;
  }
  const int out = pipe.Writer();
  work([out](std::string line) {
    line += "\n";
    if (write(out, line.data(), line.size()) != static_cast<ssize_t>(line.size())) _exit(9);
  });
  _exit(0);
}

/// Everything the child said before it ended.
std::vector<std::string> ReadLines(Pipe& pipe) {
  std::string text;
  while (pipe.Reader() >= 0) testing::Drain(pipe, text);
  std::vector<std::string> lines;
  for (std::size_t end = 0; (end = text.find('\n')) != std::string::npos; text.erase(0, end + 1)) {
    lines.push_back(text.substr(0, end));
  }
  return lines;
}

content::JournalEvent Visit(std::int64_t number) {
  content::JournalEvent event;
  event.kind = content::EventKind::kVisitBegun;
  event.visit = number;
  event.hour = 500000;
  return event;
}

constexpr content::Span kEver{0, 9999999};

}  // namespace

TEST_CASE("every event that was acknowledged is found after the process was killed") {
  const Folder folder;
  std::int64_t next = 1;
  for (int round = 0; round < 4; ++round) {
    Pipe pipe;
    const pid_t child = Fork(pipe, [&](const auto& say) {
      auto journal = content::Results::Open(folder / "results.db");
      for (std::int64_t visit = next; journal && journal->Append(Visit(visit)); ++visit) {
        say(std::to_string(visit));
      }
    });
    std::string begun;
    while (begun.size() < 200 && pipe.Reader() >= 0) testing::Drain(pipe, begun);
    REQUIRE(kill(child, SIGKILL) == 0);
    const auto rest = ReadLines(pipe);
    CHECK(testing::Wait(child) == -SIGKILL);
    // The end of `begun` may be half a line whose other half begins `rest`; count by newlines.
    const auto acknowledged = next - 1 + std::count(begun.begin(), begun.end(), '\n') +
                              static_cast<std::int64_t>(rest.size());
    const auto journal = content::Results::Open(folder / "results.db");
    REQUIRE(journal);
    const auto events = journal->Events(kEver);
    REQUIRE(events);
    const auto found = static_cast<std::int64_t>(events->size());
    CHECK(acknowledged >= next + 20);
    CHECK(found >= acknowledged);
    CHECK(found <= acknowledged + 1);  // written, but killed before it could say so
    for (std::size_t i = 0; i < events->size(); ++i) {
      REQUIRE((*events)[i].visit == static_cast<std::int64_t>(i) + 1);
    }
    next = journal->NextVisit().value();
  }
}

TEST_CASE("whenever an installation is killed, one version is active and whole") {
  const Folder folder;
  const testing::TestKey key = testing::MakeTestKey();
  constexpr int kVersions = 40;
  for (int i = 1; i <= kVersions; ++i) {
    const std::string version = "1." + std::to_string(i) + ".0";
    Write(MakeTestPack("test.pack", version, 2, 400000), key, folder / version);
  }
  int last = 0;
  // On a slow machine the first rounds end before anything is installed.
  for (int round = 0; (round < 12 || last == 0) && round < 200 && last < kVersions; ++round) {
    Pipe pipe;
    const pid_t child = Fork(pipe, [&](const auto& say) {
      auto store = PackStore::Open(folder / "store");
      if (!store) _exit(8);
      for (int i = last + 1; i <= kVersions; ++i) {
        const fs::path file = folder / ("1." + std::to_string(i) + ".0");
        if (!store->Install(file, key.trusted, nullptr)) _exit(7);
        say(std::to_string(i));
      }
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(5 + 7 * round));
    REQUIRE(kill(child, SIGKILL) == 0);
    const auto lines = ReadLines(pipe);
    const int code = testing::Wait(child);
    CHECK((code == -SIGKILL || code == 0));
    if (!lines.empty()) last = std::stoi(lines.back());

    auto store = PackStore::Open(folder / "store");
    REQUIRE(store);
    content::Problems problems;
    const content::Catalog catalog = store->LoadCatalog(key.trusted, problems);
    INFO("round " << round << ", acknowledged " << last);
    REQUIRE(problems.empty());
    CHECK(fs::is_empty(folder / "store" / "incoming"));
    if (last == 0 && catalog.packs.empty()) continue;
    REQUIRE(catalog.packs.size() == 1);
    const int active = catalog.packs[0].manifest.version.minor;
    CHECK((active == last || active == last + 1));
    CHECK(CodeOf(content::VerifyFiles(catalog.packs[0], nullptr)) == "fine");
    CHECK(store->List()[0].highest->minor == active);
    last = active;
  }
  CHECK(last > 0);
}

TEST_CASE("a file that may not grow is an error with a sentence, and nothing changes") {
  const Folder folder;
  const testing::TestKey key = testing::MakeTestKey();
  const fs::path small = Write(MakeTestPack("test.pack", "1.0.0"), key, folder / "small");
  const fs::path large =
      Write(MakeTestPack("test.pack", "1.1.0", 2, 400000), key, folder / "large");
  Pipe pipe;
  const pid_t child = Fork(pipe, [&](const auto& say) {
    signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{100000, 100000};
    setrlimit(RLIMIT_FSIZE, &limit);
    auto store = PackStore::Open(folder / "store");
    if (!store) _exit(8);
    say(CodeOf(store->Install(small, key.trusted, nullptr)));
    const auto refused = store->Install(large, key.trusted, nullptr);
    say(CodeOf(refused));
    say(refused ? "" : refused.error().message.zh);
    say(std::to_string(store->List()[0].active->minor));
    say(CodeOf(
        content::WriteArchive(folder / "built.pack", {{"a", std::string(400000, 'a'), {}}})));
  });
  const auto lines = ReadLines(pipe);
  CHECK(testing::Wait(child) == 0);
  REQUIRE(lines.size() == 5);
  CHECK(lines[0] == "fine");
  CHECK(lines[1] == "store.no-space");
  CHECK(lines[2] == "磁盘空间不够");
  CHECK(lines[3] == "0");
  CHECK(lines[4] == "archive.no-space");
  CHECK(fs::is_empty(folder / "store" / "incoming"));
  CHECK_FALSE(fs::exists(folder / "built.pack"));
  CHECK_FALSE(fs::exists(folder / "built.pack.new"));
}

TEST_CASE("a full disk stops the journal with an error and harms nothing that was written") {
  const Folder folder;
  const testing::TestKey key = testing::MakeTestKey();
  const fs::path pack = Write(MakeTestPack("test.pack", "1.0.0"), key, folder / "a.pack");
  fs::create_directory(folder / "disk");
  Pipe pipe;
  const pid_t child = Fork(pipe, [&](const auto& say) {
    if (unshare(CLONE_NEWNS) != 0 ||
        mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        mount("tmpfs", (folder / "disk").c_str(), "tmpfs", 0, "size=2m") != 0) {
      say("skip");
      return;
    }
    auto store = PackStore::Open(folder / "disk" / "store");
    say(store ? CodeOf(store->Install(pack, key.trusted, nullptr)) : CodeOf(store));
    auto journal = content::Results::Open(folder / "disk" / "results.db");
    std::int64_t visit = 0;
    content::Result<void> appended;
    while (journal && appended) {
      appended = journal->Append(Visit(visit + 1));
      if (appended) ++visit;
      if (visit == 20) testing::WriteBytes(folder / "disk" / "x", std::string(1200000, 'x'));
    }
    say(CodeOf(appended));
    const auto events = journal->Events(kEver);
    say(events && static_cast<std::int64_t>(events->size()) == visit ? "kept" : "lost");
    fs::remove(folder / "disk" / "x");
    say(CodeOf(journal->Append(Visit(visit + 1))));
  });
  const auto lines = ReadLines(pipe);
  CHECK(testing::Wait(child) == 0);
  REQUIRE_FALSE(lines.empty());
  if (lines[0] == "skip") {
    WARN("not run: only root may make a small disk");
    return;
  }
  REQUIRE(lines.size() == 4);
  CHECK(lines[0] == "store.no-space");  // the store leaves 16 MiB for the journal
  CHECK(lines[1] == "results.no-space");
  CHECK(lines[2] == "kept");
  CHECK(lines[3] == "fine");
}
