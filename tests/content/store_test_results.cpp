// SPDX-License-Identifier: MIT
#include <sqlite3.h>

#include <cmath>

#include "content/results.h"
#include "tests/support/catch.h"
#include "tests/support/process.h"
#include "tests/support/test_pack.h"

namespace {

using Catch::Matchers::WithinAbs;
using content::Discern;
using content::EventKind;
using content::JournalEvent;
using content::Results;
using content::Signal;
using testing::CodeOf;
using testing::Folder;

constexpr content::Span kAlways{0, 9999999};

JournalEvent Event(EventKind kind, std::int64_t hour = 500000) {
  JournalEvent event;
  event.kind = kind;
  event.visit = 1;
  event.hour = hour;
  return event;
}

JournalEvent Answer(const std::string& item, Signal signal, Signal said) {
  JournalEvent event = Event(EventKind::kAnswered);
  event.item = item;
  event.signal = signal;
  event.said = said;
  event.correct = signal == said;
  event.value = 42;
  return event;
}

Results OpenJournal(const Folder& folder) {
  auto journal = Results::Open(folder / "results.db");
  if (!journal) FAIL(journal.error().code << " " << journal.error().message.en);
  return std::move(*journal);
}

void AppendAll(Results& journal, const JournalEvent& event, int times = 1) {
  for (int i = 0; i < times; ++i) REQUIRE(journal.Append(event));
}

/// Runs SQL as a stranger with the file would: "" when it worked, else SQLite's message.
std::string Meddle(const Folder& folder, const std::string& sql) {
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open((folder / "results.db").c_str(), &db) == SQLITE_OK);
  char* message = nullptr;
  sqlite3_exec(db, sql.c_str(), nullptr, nullptr, &message);
  std::string said = message == nullptr ? "" : message;
  sqlite3_free(message);
  sqlite3_close(db);
  return said;
}

std::vector<std::vector<std::string>> Query(const Folder& folder, const std::string& sql) {
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open((folder / "results.db").c_str(), &db) == SQLITE_OK);
  std::vector<std::vector<std::string>> rows;
  sqlite3_exec(
      db, sql.c_str(),
      [](void* into, int count, char** values, char**) {
        std::vector<std::string> row;
        for (int i = 0; i < count; ++i) row.push_back(values[i] == nullptr ? "" : values[i]);
        static_cast<std::vector<std::vector<std::string>>*>(into)->push_back(row);
        return 0;
      },
      &rows, nullptr);
  sqlite3_close(db);
  return rows;
}

}  // namespace

TEST_CASE("d' and c are those of the worked table") {
  struct Row {
    int hits, false_alarms;
    double h, f, d, c;
  };
  // 8 scams and 8 genuine messages; the facts, section 4.
  const Row row = GENERATE(Row{7, 1, .833, .167, 1.93, 0.00}, Row{8, 6, .944, .722, 1.00, -1.09},
                           Row{3, 0, .389, .056, 1.31, 0.94}, Row{4, 4, .5, .5, 0.00, 0.00});
  const content::Discernment found = Discern(row.hits, 8, row.false_alarms, 8);
  CHECK_THAT((row.hits + .5) / 9, WithinAbs(row.h, .0006));
  CHECK_THAT((row.false_alarms + .5) / 9, WithinAbs(row.f, .0006));
  CHECK_THAT(found.d_prime, WithinAbs(row.d, .006));
  CHECK_THAT(found.criterion, WithinAbs(row.c, .006));
  CHECK(found.d_low < found.d_prime);
  CHECK(found.d_high > found.d_prime);
  CHECK_FALSE(found.enough);
}

TEST_CASE("the intervals of d' and c are those of Gourevitch and Galanter") {
  // 150 of 199 and 40 of 199: H = 150.5/200, F = 40.5/200; worked by hand with tables:
  // z = 0.6823, -0.8327; phi = 0.3161, 0.2821; var d' = .18637/19.98 + .16149/15.91.
  const content::Discernment found = Discern(150, 199, 40, 199);
  CHECK_THAT(found.d_prime, WithinAbs(1.515, .002));
  CHECK_THAT(found.d_high - found.d_low, WithinAbs(2 * 1.96 * std::sqrt(.00933 + .01015), .004));
  CHECK_THAT(found.c_high - found.c_low, WithinAbs((found.d_high - found.d_low) / 2, 1e-12));
  CHECK(Discern(1, 200, 1, 200).enough);
  CHECK_FALSE(Discern(1, 200, 1, 199).enough);
  CHECK(Discern(0, 0, 0, 0).d_prime == 0);
}

TEST_CASE("the inverse normal is the inverse of the normal, far into the tails") {
  for (const double z : {-6.0, -3.5, -1.96, -0.5, -0.001, 0.0, 0.3, 1.0, 2.5, 4.0}) {
    const double p = std::erfc(-z / std::sqrt(2.0)) / 2;
    INFO(z);
    CHECK_THAT(content::InverseNormal(p), WithinAbs(z, 1e-11));
  }
  CHECK_THAT(content::InverseNormal(0.975), WithinAbs(1.959963984540054, 1e-14));
}

TEST_CASE("a share has Wilson's interval") {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3: 81/263, 15/148, 0/20, 29/29.
  struct Row {
    int k, n;
    double low, high;
  };
  const Row row = GENERATE(Row{81, 263, .2553, .3662}, Row{15, 148, .0624, .1605},
                           Row{0, 20, 0, .1611}, Row{29, 29, .8830, 1});
  const content::Rate rate = content::WilsonRate(row.k, row.n);
  CHECK_THAT(rate.low, WithinAbs(row.low, .00006));
  CHECK_THAT(rate.high, WithinAbs(row.high, .00006));
  CHECK_THAT(rate.share, WithinAbs(static_cast<double>(row.k) / row.n, 1e-12));
  const content::Rate nothing = content::WilsonRate(0, 0);
  CHECK(nothing.low == 0);
  CHECK(nothing.high == 1);
}

TEST_CASE("what is appended comes back as it was, in its order") {
  const Folder folder;
  JournalEvent event = Answer("fraud.cs.protection-plan", Signal::kScam, Signal::kGenuine);
  event.detail = 7;
  {
    Results journal = OpenJournal(folder);
    CHECK(journal.NextVisit().value() == 1);
    AppendAll(journal, Event(EventKind::kVisitBegun));
    AppendAll(journal, event);
    CHECK(journal.NextVisit().value() == 2);
  }
  const Results journal = OpenJournal(folder);
  const auto events = journal.Events(kAlways);
  REQUIRE(events);
  REQUIRE(events->size() == 2);
  CHECK((*events)[0].kind == EventKind::kVisitBegun);
  const JournalEvent& found = (*events)[1];
  CHECK(found.kind == EventKind::kAnswered);
  CHECK(found.visit == 1);
  CHECK(found.hour == 500000);
  CHECK(found.item == "fraud.cs.protection-plan");
  CHECK(found.signal == Signal::kScam);
  CHECK(found.said == Signal::kGenuine);
  CHECK_FALSE(found.correct);
  CHECK(found.value == 42);
  CHECK(found.detail == 7);
}

TEST_CASE("the summary counts visits, rounds, answers and the rest inside its span") {
  const Folder folder;
  Results journal = OpenJournal(folder);
  AppendAll(journal, Event(EventKind::kVisitBegun), 5);
  AppendAll(journal, Event(EventKind::kVisitBegun, 499999), 3);
  AppendAll(journal, Event(EventKind::kVisitBegun, 500010), 2);
  AppendAll(journal, Event(EventKind::kRoundBegun), 4);
  AppendAll(journal, Event(EventKind::kRoundCompleted), 3);
  AppendAll(journal, Event(EventKind::kRoundLeft), 1);
  AppendAll(journal, Event(EventKind::kChatEnded), 2);
  AppendAll(journal, Event(EventKind::kVideoStarted), 6);
  AppendAll(journal, Event(EventKind::kVideoEnded), 5);
  AppendAll(journal, Event(EventKind::kEmergencyOpened), 1);
  AppendAll(journal, Answer("a.b", Signal::kScam, Signal::kScam), 7);
  AppendAll(journal, Answer("a.b", Signal::kScam, Signal::kGenuine), 1);
  AppendAll(journal, Answer("a.c", Signal::kGenuine, Signal::kScam), 1);
  AppendAll(journal, Answer("a.c", Signal::kGenuine, Signal::kGenuine), 6);
  JournalEvent micro = Answer("a.c", Signal::kGenuine, Signal::kGenuine);
  micro.kind = EventKind::kMicroRound;
  AppendAll(journal, micro, 1);
  AppendAll(journal, Answer("a.b", Signal::kScam, Signal::kNone), 4);  // said nothing
  AppendAll(journal, Answer("a.d", Signal::kNone, Signal::kNone), 9);  // no signal
  const auto summary = journal.Summarise({500000, 500010});
  REQUIRE(summary);
  CHECK(summary->visits == 5);
  CHECK(summary->rounds_begun == 4);
  CHECK(summary->completion.k == 3);
  CHECK(summary->completion.n == 4);
  CHECK(summary->chats == 2);
  CHECK(summary->videos == 6);
  CHECK(summary->emergencies == 1);
  CHECK(summary->discernment.hits.k == 7);
  CHECK(summary->discernment.hits.n == 8);
  CHECK(summary->discernment.false_alarms.k == 1);
  CHECK(summary->discernment.false_alarms.n == 8);
  CHECK_THAT(summary->discernment.d_prime, WithinAbs(1.93, .006));

  const auto nothing = journal.Summarise({0, 1});
  REQUIRE(nothing);
  CHECK(nothing->visits == 0);
  CHECK(nothing->discernment.hits.n == 0);

  const auto hardest = journal.HardestItems(kAlways, 8);
  REQUIRE(hardest);
  REQUIRE(hardest->size() == 3);
  CHECK((*hardest)[0].item == "a.b");  // 7 of 12
  CHECK((*hardest)[0].correct.n == 12);
  CHECK((*hardest)[1].item == "a.c");  // 7 of 8
  CHECK((*hardest)[2].item == "a.d");  // 9 of 9
  CHECK(journal.HardestItems(kAlways, 10).value().size() == 1);
}

TEST_CASE("no column of the journal could hold a name or a telephone number") {
  const Folder folder;
  Results journal = OpenJournal(folder);
  const auto tables =
      Query(folder, "SELECT name FROM sqlite_schema WHERE type IN ('table','view')");
  REQUIRE(tables == std::vector<std::vector<std::string>>{{"event"}});
  CHECK(Query(folder, "SELECT strict FROM pragma_table_list('event')")[0][0] == "1");
  int texts = 0;
  for (const auto& column : Query(folder, "SELECT name, type FROM pragma_table_info('event')")) {
    INFO(column[0]);
    CHECK((column[1] == "INTEGER" || column[0] == "item"));
    texts += column[1] == "TEXT" ? 1 : 0;
    // The greatest telephone number that any bounded number can take has nine digits.
    if (column[1] == "INTEGER" && column[0] != "seq") {
      const std::string sql =
          "INSERT INTO event (kind,visit,hour,item,signal,correct,said,value,"
          "detail) VALUES (1,1,1,'',0,0,0,0,0)";
      std::string bent = sql;
      const std::vector<std::string> order{"kind",    "visit", "hour",  "item",  "signal",
                                           "correct", "said",  "value", "detail"};
      std::string values;
      for (const std::string& name : order) {
        values += (values.empty() ? "" : ",") +
                  (name == column[0] ? std::string("13800138000")
                                     : (name == "item" ? "''" : (name == "kind" ? "1" : "0")));
      }
      bent = sql.substr(0, sql.find("VALUES")) + "VALUES (" + values + ")";
      CHECK(Meddle(folder, bent).find("CHECK constraint failed") == 0);
    }
  }
  CHECK(texts == 1);
  JournalEvent event = Event(EventKind::kItemOpened);
  for (const char* name : {"张三", "Zhang San", "zhang san", "ZHANG", "a@b", "a'b", "a\nb"}) {
    event.item = name;
    INFO(name);
    CHECK(CodeOf(journal.Append(event)) == "results.refused");
  }
  event.item = std::string(81, 'a');
  CHECK(CodeOf(journal.Append(event)) == "results.refused");
  event.item = std::string(80, 'a');
  CHECK(CodeOf(journal.Append(event)) == "fine");
  event.value = -1;
  CHECK(CodeOf(journal.Append(event)) == "results.refused");
  CHECK(journal.Events(kAlways).value().size() == 1);
}

TEST_CASE("what is written is never changed, deleted or replaced") {
  const Folder folder;
  Results journal = OpenJournal(folder);
  AppendAll(journal, Event(EventKind::kVisitBegun), 3);
  const std::string sql =
      GENERATE("UPDATE event SET visit = 9", "DELETE FROM event", "DELETE FROM event WHERE seq = 3",
               "INSERT OR REPLACE INTO event VALUES (1,2,1,1,'',0,0,0,0,0)",
               "UPDATE OR REPLACE event SET seq = 1 WHERE seq = 2");
  CHECK(Meddle(folder, sql) == "the journal is append-only");
  const auto events = journal.Events(kAlways);
  REQUIRE(events);
  CHECK(events->size() == 3);
  CHECK((*events)[0].kind == EventKind::kVisitBegun);
}

TEST_CASE("the journal writes ahead and syncs each event") {
  const Folder folder;
  Results journal = OpenJournal(folder);
  AppendAll(journal, Event(EventKind::kVisitBegun));
  CHECK(Query(folder, "PRAGMA journal_mode")[0][0] == "wal");
  CHECK(Query(folder, "PRAGMA user_version")[0][0] == "1");
  CHECK(std::filesystem::exists(folder / "results.db-wal"));
  // Another program may read while this one writes.
  const Results reader = OpenJournal(folder);
  CHECK(reader.Events(kAlways).value().size() == 1);
}

TEST_CASE("a damaged journal is set aside and a new one begun") {
  const Folder folder;
  {
    Results journal = OpenJournal(folder);
    AppendAll(journal, Event(EventKind::kVisitBegun), 200);
  }
  std::string bytes = testing::ReadBytes(folder / "results.db");
  const bool header = GENERATE(true, false);
  const std::size_t from = header ? 0 : 4096;
  for (std::size_t i = from; i < from + 3000 && i < bytes.size(); ++i) bytes[i] = 'x';
  testing::WriteBytes(folder / "results.db", bytes);
  CHECK(CodeOf(Results::Open(folder / "results.db")) == "results.corrupt");
  content::Problems problems;
  auto journal = Results::OpenOrSetAside(folder / "results.db", problems);
  REQUIRE(journal);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].code == "results.corrupt");
  CHECK(testing::ReadBytes(folder / "results.db.damaged-1") == bytes);
  AppendAll(*journal, Event(EventKind::kVisitBegun));
  CHECK(journal->Events(kAlways).value().size() == 1);
}

TEST_CASE("a journal of a later program, a stranger's database or no folder is refused") {
  const Folder folder;
  content::Problems problems;
  SECTION("later program") {
    { Results journal = OpenJournal(folder); }
    REQUIRE(Meddle(folder, "PRAGMA user_version = 2").empty());
    CHECK(CodeOf(Results::OpenOrSetAside(folder / "results.db", problems)) == "results.newer");
    CHECK(problems.empty());
  }
  SECTION("stranger") {
    REQUIRE(Meddle(folder, "CREATE TABLE people (name TEXT)").empty());
    CHECK(CodeOf(Results::Open(folder / "results.db")) == "results.corrupt");
  }
  SECTION("no folder") {
    CHECK(CodeOf(Results::OpenOrSetAside(folder / "no" / "results.db", problems)) ==
          "results.unwritable");
  }
}
