// SPDX-License-Identifier: MIT
// The whole program, offscreen, on a disk that fills up and gets room again; and clocks.
#include <sys/resource.h>

#include <csignal>
#include <cstdlib>

#include "kiosk/core/clock.h"
#include "kiosk/kiosk.h"
#include "tests/support/catch.h"
#include "tests/support/process.h"

namespace {

using kiosk::Kiosk;

/// While it lives no file may grow beyond `bytes`, as on a full disk.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) {
    getrlimit(RLIMIT_FSIZE, &old_);
    old_signal_ = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit full{bytes, old_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &full);
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;
  ~FullDisk() {
    setrlimit(RLIMIT_FSIZE, &old_);
    std::signal(SIGXFSZ, old_signal_);
  }

 private:
  rlimit old_{};
  void (*old_signal_)(int) = SIG_DFL;
};

std::unique_ptr<Kiosk> StartKiosk(const testing::Folder& folder) {
  setenv("SDL_VIDEODRIVER", "offscreen", 1);
  setenv("SDL_AUDIODRIVER", "dummy", 1);
  kiosk::Options options;
  options.assets = ASSETS;
  options.windowed = options.scripted = true;
  options.width = 540;
  options.height = 960;
  auto started = Kiosk::Start(options, kiosk::DefaultConfig(folder.Path()));
  if (!started) FAIL(Describe(started.error(), content::Language::kEnglish));
  return std::move(*started);
}

void Visit(Kiosk& kiosk, int times) {
  for (int i = 0; i < times; ++i) {
    kiosk.Apply(kiosk::VisitStarted{});
    kiosk.Apply(kiosk::EmergencyTapped{});
    kiosk.Apply(kiosk::LeaveTapped{});
    kiosk.Catch();
  }
}

bool Knows(const Kiosk& kiosk, const std::string& code) {
  for (const content::Error& problem : kiosk.StartProblems()) {
    if (problem.code == code) return true;
  }
  return false;
}

std::vector<content::JournalEvent> Written(const Kiosk& kiosk) {
  REQUIRE(kiosk.Journal() != nullptr);
  auto events = kiosk.Journal()->Events({0, 9999999});
  REQUIRE(events);
  return *events;
}

}  // namespace

TEST_CASE(
    "what a full disk does not take waits and is written, in order, when there is room again") {
  const testing::Folder folder;
  const auto kiosk = StartKiosk(folder);
  Visit(*kiosk, 2);
  CHECK(Written(*kiosk).size() == 6);
  {
    const FullDisk full(1);
    Visit(*kiosk, 30);
    // Under this limit SQLite calls it one or the other; a disk that is full is always the first.
    CHECK((Knows(*kiosk, "results.no-space") || Knows(*kiosk, "results.io")));
    CHECK(kiosk->StartProblems().size() == 2);  // beside it, that there is no pack; not one a visit
    CHECK(Written(*kiosk).size() == 6);
  }
  Visit(*kiosk, 1);
  CHECK(kiosk->StartProblems().size() == 1);
  const auto events = Written(*kiosk);
  REQUIRE(events.size() == 33 * 3);
  for (std::size_t i = 0; i < events.size(); ++i) {
    REQUIRE(events[i].visit == static_cast<std::int64_t>(i / 3) + 1);
  }
}

TEST_CASE(
    "a kiosk whose journal cannot be begun serves visitors and begins it when there is room") {
  const testing::Folder folder;
  std::unique_ptr<Kiosk> kiosk;
  {
    const FullDisk full(1);
    kiosk = StartKiosk(folder);
    CHECK(kiosk->Journal() == nullptr);
    CHECK(Knows(*kiosk, "results.no-space"));
    Visit(*kiosk, 3);
    CHECK(std::holds_alternative<kiosk::AttractScreen>(kiosk->Present().screen));
  }
  Visit(*kiosk, 2);  // it opens at the end of the first and counts the second
  CHECK_FALSE(Knows(*kiosk, "results.no-space"));
  CHECK(Written(*kiosk).size() == 3);
}

TEST_CASE("a clock from before the program hides no item; a right one is believed") {
  content::Catalog catalog;
  catalog.packs.resize(1);
  catalog.packs[0].manifest.valid_from = content::ParseDate("2027-03-01");
  catalog.packs[0].manifest.items.emplace_back().envelope.valid_from =
      content::ParseDate("2027-05-01");
  const auto today = [&](const char* clock) {
    return content::FormatDate(kiosk::BelievedToday(*content::ParseDate(clock), catalog));
  };
  CHECK(today("1970-01-01") == "2027-05-01");
  CHECK(today("2026-12-01") == "2026-12-01");
  catalog.packs.clear();
  CHECK(today("1970-01-01") == content::FormatDate(kiosk::kReleased));
}
