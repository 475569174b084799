// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "content/envelope.h"
#include "content/result.h"

struct sqlite3;

namespace content {

/// What can happen in a visit. Numbers are stored; never reuse one.
enum class EventKind : int {
  kVisitBegun = 1,
  kVisitEnded = 2,  ///< value: seconds; detail: 0 left by button, 1 idle reset.
  kRoundBegun = 3,
  kRoundCompleted = 4,  ///< value: right answers; detail: questions.
  kRoundLeft = 5,
  kAnswered =
      6,  ///< item, signal, correct, said (0 nothing, 1 scam, 2 genuine); value: tenths of s.
  kChatEnded = 7,  ///< item; value: Outcome.
  kVideoStarted = 8,
  kVideoEnded = 9,  ///< item; value: per cent watched.
  kItemOpened = 10,
  kSurveyAnswered = 11,  ///< item; value: question index; detail: option index.
  kEmergencyOpened = 12,
  kMicroRound = 13,  ///< An answer on the attract loop; as kAnswered.
  // The trainer's; a part of a scenario is "<item>.<beat>.<choice or step>".
  kTrainingBegun = 14,    ///< item; value: intensity; detail: 0 headset, 1 together mode.
  kTrainingChose = 15,    ///< part, correct; value: tenths of s; detail: tries before this one,
                          ///< or kOpinion where nothing is right or wrong.
  kTrainingThrew = 16,    ///< part, correct: caught; value: cm beside; detail: tenths of s.
  kTrainingStopped = 17,  ///< "<item>.<beat>"; value: who wanted calm, as vr::CalmCause.
  kTrainingEnded = 18,    ///< item, correct: saw the end; value: seconds; detail: beats finished.
};
inline constexpr int kEventKinds = 18;  ///< The highest number.
inline constexpr int kOpinion = 999;
/// Why the calm sky rose, in the order of vr::CalmCause.
inline constexpr const char* kStopNames[] = {"", "guide", "hand", "badge", "choice", "time"};

/// One line of the journal. All numbers but the item's id, which comes from a pack and must have
/// the form of one: there is no field that could hold a name.
struct JournalEvent {
  EventKind kind = EventKind::kVisitBegun;
  std::int64_t visit = 0;  ///< Counter of this device, says nothing about the person.
  std::int64_t hour = 0;   ///< Hours since 1970-01-01T00:00Z; finer time is not kept.
  std::string item;        ///< Item id or empty.
  Signal signal = Signal::kNone;
  bool correct = false;
  Signal said = Signal::kNone;
  int value = 0;
  int detail = 0;
  std::int64_t number = 0;  ///< Its place in the journal, from 1; told by Events, given by Append.
};

/// A share with its 95 % interval after Wilson (J. Am. Stat. Assoc. 22, 1927). Nothing is known
/// when n is 0.
struct Rate {
  int k = 0, n = 0;
  double share = 0, low = 0, high = 1;
};
[[nodiscard]] Rate WilsonRate(int k, int n);

/// Signal detection with the log-linear correction (Hautus 1995: +0.5 to counts, +1 to totals):
/// d' = z(H) - z(F), c = -(z(H) + z(F)) / 2, with 95 % intervals from the variance of Gourevitch
/// and Galanter (1967). c below 0 calls everything a scam.
struct Discernment {
  Rate hits, false_alarms;
  double d_prime = 0, d_low = 0, d_high = 0;
  double criterion = 0, c_low = 0, c_high = 0;
  bool enough = false;  ///< At least `kMinimumPerClass` answers to scams and to genuine messages.
};
inline constexpr int kMinimumPerClass = 200;
[[nodiscard]] Discernment Discern(int hits, int scams, int false_alarms, int genuine);

/// z with P(Z <= z) = p for a standard normal Z; p from 1e-11 to 1 - 1e-11. Wichura's AS 241
/// (Applied Statistics 37, 1988), about 16 digits.
[[nodiscard]] double InverseNormal(double p);

struct Span {
  std::int64_t from_hour = 0, until_hour = 0;  ///< [from, until)
};

struct Summary {
  int visits = 0;
  int rounds_begun = 0;
  Rate completion;  ///< Rounds completed of rounds begun.
  Discernment discernment;
  int chats = 0, videos = 0, emergencies = 0;
};

struct ItemScore {
  std::string item;
  Rate correct;
};

/// Append-only journal in SQLite (WAL, synchronous=FULL): an event that Append acknowledged is on
/// the disk. Triggers refuse UPDATE and DELETE.
class Results {
 public:
  /// Errors: results.unwritable, results.newer (written by a later program), results.corrupt (the
  /// file is set aside and a new one begun is the caller's choice, see OpenOrSetAside).
  [[nodiscard]] static Result<Results> Open(const std::filesystem::path& file);
  /// As Open, but a damaged file is renamed to "<file>.damaged-N" and a new one begun; `problems`
  /// tells of it.
  [[nodiscard]] static Result<Results> OpenOrSetAside(const std::filesystem::path& file,
                                                      Problems& problems);

  Results(Results&&) noexcept;
  Results& operator=(Results&&) noexcept;
  ~Results();

  /// Errors: results.refused (a number or an id out of bounds), results.no-space, results.io.
  [[nodiscard]] Result<void> Append(const JournalEvent& event);
  /// The number for a visit that begins now: one more than the highest in the journal.
  [[nodiscard]] Result<std::int64_t> NextVisit() const;

  [[nodiscard]] Result<Summary> Summarise(Span span) const;
  /// Items with answers, hardest first.
  [[nodiscard]] Result<std::vector<ItemScore>> HardestItems(Span span, int at_least) const;
  [[nodiscard]] Result<std::vector<JournalEvent>> Events(Span span) const;

 private:
  explicit Results(sqlite3* db);
  sqlite3* db_ = nullptr;
};

}  // namespace content
