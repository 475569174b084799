// SPDX-License-Identifier: MIT
// A hundred thousand taps at random over the real screens, on a virtual clock.
#include <malloc.h>

#include <cstdio>
#include <map>
#include <random>

#include "tests/screens/windowless_kiosk.h"
#include "tests/support/catch.h"
#include "tests/support/process.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define MAPLEBRIDGE_SANITIZED
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(MAPLEBRIDGE_SANITIZED)
#include <sanitizer/allocator_interface.h>
#endif

using namespace kiosk;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(MAPLEBRIDGE_SANITIZED)
constexpr int kTaps = 10'000;  // each is some ten times as slow
std::size_t BytesInUse() { return __sanitizer_get_current_allocated_bytes(); }
#else
constexpr int kTaps = 100'000;
std::size_t BytesInUse() { return mallinfo2().uordblks; }
#endif

/// What visitors can reach. Nothing of staff is among it.
const std::set<std::string> kVisitorScreens = {
    "attract",   "home", "shelf",  "round",     "round-end", "chat",     "video",
    "checklist", "card", "report", "directory", "survey",    "emergency"};

/// Fingers of people who do not look where they tap.
class Crowd {
 public:
  Crowd(WindowlessKiosk& kiosk, unsigned seed) : kiosk_(kiosk), random_(seed) {}

  void TapSomewhere() {
    const Vec from = Pick(3) == 0 ? OnSomething() : Anywhere();
    const Vec to = Pick(12) == 0 ? Anywhere() : from;  // now and then it slides
    // Some rest their finger for long: in the corners that is half of the way to the PIN.
    kiosk_.Poke(from, to, 0.02 + Seconds(Pick(20) == 0 ? 6.0 : 1.0));
    ++seen[ScreenName(kiosk_.state)];
  }

  /// Mostly a moment, at times long enough for a film, a chat, or for walking away.
  void Pause() {
    const double seconds = Pick(60) == 0 ? Seconds(90) : Seconds(1.5);
    MoveFilm(seconds);
    kiosk_.LetPass(seconds);
  }

  std::map<std::string, int> seen;

  std::size_t Pick(std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_);
  }

 private:
  double Seconds(double most) { return std::uniform_real_distribution<double>(0, most)(random_); }
  Vec Anywhere() {
    const Rect window = kiosk_.Interface().Window();
    return {static_cast<float>(Seconds(window.w)), static_cast<float>(Seconds(window.h))};
  }
  Vec OnSomething() {
    const auto& elements = kiosk_.Tree().elements;
    if (elements.empty()) return Anywhere();
    // A round has six questions: whoever never answers one doesn't see its end.
    if (std::holds_alternative<RoundScreen>(kiosk_.state.screen) && Pick(2) == 0) {
      for (const Element& one : elements) {
        const bool onwards = one.id == "next" || one.id == "answer.0" || one.id == "confirm";
        if (onwards && one.hit.h > 0) return one.hit.Center();
      }
    }
    const Element& one = elements[Pick(elements.size())];
    // Whoever always finds the way out sees little.
    if (one.id == "leave" || one.id == "emergency" || one.hit.h <= 0) return Anywhere();
    return one.hit.Center();
  }
  void MoveFilm(double seconds) {
    if (const auto* film = std::get_if<VideoScreen>(&kiosk_.state.screen)) {
      if (!film->playing) return;
      const double to = film->position + seconds * 4;
      kiosk_.Do(VideoMoved{std::min(to, film->duration), film->duration});
      if (to >= film->duration) kiosk_.Do(VideoEnded{});
    }
  }

  WindowlessKiosk& kiosk_;
  std::mt19937 random_;
};

/// What is begun in the journal is ended, and only what visitors do is in it.
void CheckJournal(const std::vector<content::JournalEvent>& journal) {
  using content::EventKind;
  std::map<EventKind, int> count;
  for (const auto& event : journal) ++count[event.kind];
  CHECK(count[EventKind::kVisitBegun] == count[EventKind::kVisitEnded]);
  CHECK(count[EventKind::kRoundBegun] ==
        count[EventKind::kRoundCompleted] + count[EventKind::kRoundLeft]);
  CHECK(count[EventKind::kVideoStarted] == count[EventKind::kVideoEnded]);
}

}  // namespace

TEST_CASE("a hundred thousand taps at random end on the attract loop, with no more memory in use") {
  const testing::Folder folder;
  const content::Catalog catalog = BuildShippedPacks(folder.Path());
  WindowlessKiosk kiosk(catalog, {});
  Crowd crowd(kiosk, 20261124);
  std::size_t quarter = 0;
  int quiet = 0;
  const auto fall_silent = [&] {
    kiosk.Wait(kIdleSeconds + kCountdownSeconds + kMicroRoundSeconds);
    REQUIRE(ScreenName(kiosk.state) == "attract");
    REQUIRE(kiosk.state.visit.number == 0);
    REQUIRE(kiosk.state.visit.settings == kiosk.state.defaults);
    CheckJournal(kiosk.journal);
    kiosk.journal.clear();
    ++quiet;
  };
  for (int i = 0; i < kTaps; ++i) {
    crowd.TapSomewhere();
    REQUIRE(kVisitorScreens.count(ScreenName(kiosk.state)) == 1);
    crowd.Pause();
    if (i == kTaps / 4) {
      fall_silent();
      quarter = BytesInUse();
    }
    if (crowd.Pick(250) == 0) fall_silent();
  }
  fall_silent();
  const std::size_t end = BytesInUse();
  std::printf(
      "%d taps, %d returns to the attract loop, %zu kB in use at a quarter, %zu kB at the "
      "end\n",
      kTaps, quiet, quarter / 1024, end / 1024);
  for (const auto& [name, count] : crowd.seen) std::printf("  %6d %s\n", count, name.c_str());
  CHECK(crowd.seen.size() == kVisitorScreens.size());
  // Caches of glyphs and sizes fill up; a leak of 20 bytes a tap would be seen.
  CHECK(end < quarter + 1'500'000);
}
