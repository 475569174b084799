// SPDX-License-Identifier: MIT
#include "content/results.h"

#include <sqlite3.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <system_error>
#include <utility>

#include "content/disk.h"

namespace content {
namespace {

namespace fs = std::filesystem;

constexpr int kSchemaVersion = 1;

// Every column is a bounded number but the item's id, which has the alphabet and the length of an
// id. The bounds also keep a telephone or identity number from fitting into a number.
constexpr const char* kSchema = R"sql(
BEGIN IMMEDIATE;
CREATE TABLE event (
  seq INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 99),
  visit INTEGER NOT NULL CHECK (visit BETWEEN 0 AND 999999999),
  hour INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 9999999),
  item TEXT NOT NULL CHECK (length(item) <= 80 AND item NOT GLOB '*[^a-z0-9._-]*'),
  signal INTEGER NOT NULL CHECK (signal BETWEEN 0 AND 2),
  correct INTEGER NOT NULL CHECK (correct BETWEEN 0 AND 1),
  said INTEGER NOT NULL CHECK (said BETWEEN 0 AND 2),
  value INTEGER NOT NULL CHECK (value BETWEEN 0 AND 9999999),
  detail INTEGER NOT NULL CHECK (detail BETWEEN 0 AND 9999999)
) STRICT;
CREATE INDEX event_hour ON event (hour);
CREATE TRIGGER event_never_updated BEFORE UPDATE ON event
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER event_never_deleted BEFORE DELETE ON event
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER event_never_replaced BEFORE INSERT ON event
  WHEN EXISTS (SELECT 1 FROM event WHERE seq = NEW.seq)
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
PRAGMA user_version = 1;
COMMIT;
)sql";

constexpr const char* kInsert =
    "INSERT INTO event (kind, visit, hour, item, signal, correct, said, value, detail) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";

// Answers are kAnswered and kMicroRound; who says nothing is neither a hit nor a false alarm.
constexpr const char* kSummary = R"sql(
SELECT count(*) FILTER (WHERE kind = 1), count(*) FILTER (WHERE kind = 3),
  count(*) FILTER (WHERE kind = 4), count(*) FILTER (WHERE kind = 7),
  count(*) FILTER (WHERE kind = 8), count(*) FILTER (WHERE kind = 12),
  count(*) FILTER (WHERE kind IN (6, 13) AND signal = 1 AND said = 1),
  count(*) FILTER (WHERE kind IN (6, 13) AND signal = 1 AND said <> 0),
  count(*) FILTER (WHERE kind IN (6, 13) AND signal = 2 AND said = 1),
  count(*) FILTER (WHERE kind IN (6, 13) AND signal = 2 AND said <> 0)
FROM event WHERE hour >= ?1 AND hour < ?2
)sql";

constexpr const char* kHardest = R"sql(
SELECT item, sum(correct), count(*) FROM event
WHERE hour >= ?1 AND hour < ?2 AND kind IN (6, 13) AND item <> ''
GROUP BY item HAVING count(*) >= ?3
ORDER BY 1.0 * sum(correct) / count(*), count(*) DESC, item
)sql";

constexpr const char* kEvents =
    "SELECT kind, visit, hour, item, signal, correct, said, value, detail, seq FROM event "
    "WHERE hour >= ?1 AND hour < ?2 ORDER BY seq";

/// What went wrong last on the connection; `code` is SQLite's.
Error MakeSqlError(sqlite3* db, int code, const std::string& where) {
  const std::string detail = db != nullptr ? sqlite3_errmsg(db) : sqlite3_errstr(code);
  switch (code & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {"results.corrupt",
              {"结果记录已损坏：" + detail, "the journal is damaged: " + detail},
              where,
              {"程序会把它移到一边，另开新的", "the program sets it aside and begins a new one"}};
    case SQLITE_CONSTRAINT:
      return {"results.refused",
              {"这条记录不合规定：" + detail, "the journal refuses this event: " + detail},
              where,
              {"这是程序的错误，请报告", "this is a fault of the program; please report it"}};
    case SQLITE_FULL:
      return MakeDiskError("results", ENOSPC, where);
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      return MakeDiskError("results", EACCES, where);
    default: {
      const int system = db != nullptr ? sqlite3_system_errno(db) : 0;
      if (system == ENOSPC || system == EFBIG || system == EDQUOT) {
        return MakeDiskError("results", ENOSPC, where);
      }
      return {"results.io",
              {"结果记录读写出错：" + detail, "the journal cannot be used: " + detail},
              where,
              {"检查磁盘", "check the disk"}};
    }
  }
}

tl::unexpected<Error> Fail(sqlite3* db, int code) {
  const char* name = sqlite3_db_filename(db, "main");
  return tl::unexpected(MakeSqlError(db, code, name != nullptr ? name : ""));
}

Result<void> Execute(sqlite3* db, const char* sql) {
  const int code = sqlite3_exec(db, sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return Fail(db, code);
  return {};
}

/// A prepared statement; columns count from 0, parameters from 1.
class Statement {
 public:
  [[nodiscard]] static Result<Statement> Prepare(sqlite3* db, const char* sql) {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(db, sql, -1, &statement, nullptr);
    if (code != SQLITE_OK) return Fail(db, code);
    return Statement(db, statement);
  }
  Statement(Statement&& other) noexcept
      : db_(other.db_), statement_(std::exchange(other.statement_, nullptr)) {}
  Statement& operator=(Statement&&) = delete;
  ~Statement() { sqlite3_finalize(statement_); }

  void Bind(int index, std::int64_t value) { sqlite3_bind_int64(statement_, index, value); }
  void Bind(int index, const std::string& text) {
    sqlite3_bind_text(statement_, index, text.data(), static_cast<int>(text.size()),
                      SQLITE_TRANSIENT);
  }
  /// True when there is a row.
  [[nodiscard]] Result<bool> Step() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return Fail(db_, code);
  }
  [[nodiscard]] std::int64_t Number(int column) const {
    return sqlite3_column_int64(statement_, column);
  }
  [[nodiscard]] int Count(int column) const { return sqlite3_column_int(statement_, column); }
  [[nodiscard]] std::string Line(int column) const {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return text == nullptr ? "" : text;
  }

 private:
  Statement(sqlite3* db, sqlite3_stmt* statement) : db_(db), statement_(statement) {}
  sqlite3* db_;
  sqlite3_stmt* statement_;
};

Result<Statement> PrepareSpan(sqlite3* db, const char* sql, Span span) {
  auto statement = Statement::Prepare(db, sql);
  if (statement) {
    statement->Bind(1, span.from_hour);
    statement->Bind(2, span.until_hour);
  }
  return statement;
}

/// The first column of the first row of a pragma.
Result<std::string> Ask(sqlite3* db, const char* sql) {
  auto statement = Statement::Prepare(db, sql);
  if (!statement) return tl::unexpected(statement.error());
  const auto row = statement->Step();
  if (!row) return tl::unexpected(row.error());
  return *row ? statement->Line(0) : std::string();
}

Result<void> PrepareJournal(sqlite3* db, const std::string& where) {
  sqlite3_busy_timeout(db, 3000);  // the tool may be reading
  sqlite3_extended_result_codes(db, 1);
  for (const char* pragma :
       {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA trusted_schema = OFF"}) {
    if (auto set = Execute(db, pragma); !set) return set;
  }
  const auto version = Ask(db, "PRAGMA user_version");
  if (!version) return tl::unexpected(version.error());
  if (*version == "0") {
    const auto tables = Ask(db, "SELECT count(*) FROM sqlite_schema");
    if (!tables) return tl::unexpected(tables.error());
    if (*tables == "0") return Execute(db, kSchema);
    return tl::unexpected(MakeSqlError(nullptr, SQLITE_NOTADB, where));
  }
  if (*version != std::to_string(kSchemaVersion)) {
    return tl::unexpected(
        Error{"results.newer",
              {"结果记录是更新的程序写的", "the journal was written by a later program"},
              where,
              {"更新程序", "update the program"}});
  }
  const auto sound = Ask(db, "PRAGMA quick_check(1)");
  if (!sound) return tl::unexpected(sound.error());
  if (*sound != "ok") return tl::unexpected(MakeSqlError(nullptr, SQLITE_CORRUPT, where));
  return {};
}

/// Renames the journal with its companions; the name is the first that is free.
Result<fs::path> SetAside(const fs::path& file) {
  std::error_code failed;
  fs::path aside;
  for (int n = 1; n < 10000; ++n) {
    aside = file.string() + ".damaged-" + std::to_string(n);
    if (!fs::exists(aside, failed)) break;
  }
  for (const char* companion : {"-wal", "-shm"}) {
    fs::rename(file.string() + companion, aside.string() + companion, failed);  // may be absent
  }
  auto moved = RenameDurably(file, aside, "results");
  if (!moved) return tl::unexpected(moved.error());
  return aside;
}

}  // namespace

Results::Results(sqlite3* db) : db_(db) {}
Results::Results(Results&& other) noexcept : db_(std::exchange(other.db_, nullptr)) {}
Results& Results::operator=(Results&& other) noexcept {
  std::swap(db_, other.db_);
  return *this;
}
Results::~Results() { sqlite3_close(db_); }

Result<Results> Results::Open(const fs::path& file) {
  sqlite3* db = nullptr;
  const int code =
      sqlite3_open_v2(file.c_str(), &db,
                      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX, nullptr);
  Results results(db);
  if (code != SQLITE_OK) return tl::unexpected(MakeSqlError(db, code, file.string()));
  if (auto ready = PrepareJournal(db, file.string()); !ready) {
    return tl::unexpected(std::move(ready.error()));
  }
  return results;
}

Result<Results> Results::OpenOrSetAside(const fs::path& file, Problems& problems) {
  auto results = Open(file);
  // A read that failed once looks like damage too: only what is damaged at a second look is.
  if (!results && results.error().code == "results.corrupt") results = Open(file);
  if (results || results.error().code != "results.corrupt") return results;
  auto aside = SetAside(file);
  if (!aside) return tl::unexpected(std::move(aside.error()));
  problems.push_back(std::move(results.error()));
  problems.back().remedy = {"损坏的记录已移到" + aside->string(),
                            "the damaged journal was moved to " + aside->string()};
  return Open(file);
}

Result<void> Results::Append(const JournalEvent& event) {
  auto insert = Statement::Prepare(db_, kInsert);
  if (!insert) return tl::unexpected(insert.error());
  insert->Bind(1, static_cast<int>(event.kind));
  insert->Bind(2, event.visit);
  insert->Bind(3, event.hour);
  insert->Bind(4, event.item);
  insert->Bind(5, static_cast<int>(event.signal));
  insert->Bind(6, event.correct ? 1 : 0);
  insert->Bind(7, static_cast<int>(event.said));
  insert->Bind(8, event.value);
  insert->Bind(9, event.detail);
  const auto done = insert->Step();
  if (!done) return tl::unexpected(done.error());
  return {};
}

Result<std::int64_t> Results::NextVisit() const {
  auto highest = Statement::Prepare(db_, "SELECT coalesce(max(visit), 0) + 1 FROM event");
  if (!highest) return tl::unexpected(highest.error());
  const auto row = highest->Step();
  if (!row) return tl::unexpected(row.error());
  return highest->Number(0);
}

Result<Summary> Results::Summarise(Span span) const {
  auto counts = PrepareSpan(db_, kSummary, span);
  if (!counts) return tl::unexpected(counts.error());
  const auto row = counts->Step();
  if (!row) return tl::unexpected(row.error());
  Summary summary;
  summary.visits = counts->Count(0);
  summary.rounds_begun = counts->Count(1);
  // A round over the edge of the span may be completed in it without having begun in it.
  summary.completion = WilsonRate(counts->Count(2), counts->Count(1));
  summary.chats = counts->Count(3);
  summary.videos = counts->Count(4);
  summary.emergencies = counts->Count(5);
  summary.discernment =
      Discern(counts->Count(6), counts->Count(7), counts->Count(8), counts->Count(9));
  return summary;
}

Result<std::vector<ItemScore>> Results::HardestItems(Span span, int at_least) const {
  auto rows = PrepareSpan(db_, kHardest, span);
  if (!rows) return tl::unexpected(rows.error());
  rows->Bind(3, at_least);
  std::vector<ItemScore> scores;
  for (;;) {
    const auto row = rows->Step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return scores;
    scores.push_back({rows->Line(0), WilsonRate(rows->Count(1), rows->Count(2))});
  }
}

Result<std::vector<JournalEvent>> Results::Events(Span span) const {
  auto rows = PrepareSpan(db_, kEvents, span);
  if (!rows) return tl::unexpected(rows.error());
  std::vector<JournalEvent> events;
  for (;;) {
    const auto row = rows->Step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return events;
    JournalEvent event;
    event.kind = static_cast<EventKind>(rows->Count(0));
    event.visit = rows->Number(1);
    event.hour = rows->Number(2);
    event.item = rows->Line(3);
    event.signal = static_cast<Signal>(rows->Count(4));
    event.correct = rows->Count(5) != 0;
    event.said = static_cast<Signal>(rows->Count(6));
    event.value = rows->Count(7);
    event.detail = rows->Count(8);
    event.number = rows->Number(9);
    events.push_back(std::move(event));
  }
}

}  // namespace content
