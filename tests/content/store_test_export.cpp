// SPDX-License-Identifier: MIT
#include <sys/resource.h>

#include <csignal>
#include <set>
#include <sstream>

#include "content/csv.h"
#include "content/export.h"
#include "tests/support/catch.h"
#include "tests/support/journal.h"
#include "tests/support/process.h"
#include "tests/support/test_pack.h"

namespace {

using content::EventKind;
using content::JournalEvent;
using content::Signal;
using testing::CodeOf;
using testing::Folder;

content::Sink Into(std::string& text) {
  return [&text](std::string_view bytes) {
    text += bytes;
    return content::Result<void>();
  };
}

std::vector<testing::Json> Statements(const std::vector<JournalEvent>& events,
                                      const std::string& device = "7") {
  std::string text;
  REQUIRE(content::WriteStatements(events, testing::QuizCatalog(), device, Into(text)));
  std::vector<testing::Json> statements;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    statements.push_back(testing::Json::parse(line));
  }
  return statements;
}

std::vector<std::string> FilesIn(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string Summary(const std::vector<JournalEvent>& events) {
  std::string text;
  REQUIRE(content::WriteSummaryCsv(events, testing::QuizCatalog(), Into(text)));
  return text;
}

std::vector<JournalEvent> Answers(const std::string& item, int n) {
  JournalEvent answer = testing::MakeAnswer(item, Signal::kScam, Signal::kScam);
  return std::vector<JournalEvent>(static_cast<std::size_t>(n), answer);
}

bool Has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a table says what a spreadsheet must not take for a formula, a quote or a new line") {
  CHECK(content::CsvLine({"a", "b,c", "say \"hi\"", "two\nlines", ""}) ==
        "a,\"b,c\",\"say \"\"hi\"\"\",\"two\nlines\",\r\n");
  CHECK(content::CsvLine({"=1+1", "@x", "-cmd", "-1.5"}) == "'=1+1,'@x,'-cmd,-1.5\r\n");
}

TEST_CASE("a file of results opens in a Chinese Excel, with every column documented") {
  std::string text;
  const auto events = testing::EveryKindOfEvent();
  REQUIRE(content::WriteEventsCsv(events, testing::QuizCatalog(), Into(text)));
  CHECK(text.substr(0, 3) == "\xEF\xBB\xBF");
  const std::string head = text.substr(3, text.find("\r\n") - 3);
  const std::string manual = testing::ReadBytes(SOURCE_DIR "/content/EXPORT.md");
  std::istringstream columns(head);
  int count = 0;
  for (std::string column; std::getline(columns, column, ','); ++count) {
    INFO(column);
    CHECK(Has(manual, "| " + column + " |"));
  }
  CHECK(count == 24);
  CHECK(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) == events.size() + 1);
  CHECK(Has(text, "2026-11-24 13:00"));
  CHECK(Has(text, ",诈骗 scam,真实 genuine,0,4.2,"));
}

TEST_CASE("the same event has the same statement, whatever else is exported with it") {
  const auto events = testing::EveryKindOfEvent();
  const auto all = Statements(events);
  REQUIRE(all.size() == events.size());
  std::set<std::string> ids;
  for (const auto& statement : all) ids.insert(statement["id"].get<std::string>());
  CHECK(ids.size() == all.size());
  const auto later = Statements({events.begin() + 3, events.end()});
  CHECK(later.front() == all[3]);
  CHECK(Statements(events, "8")[3]["id"] != all[3]["id"]);
  auto begun_anew = events;
  begun_anew[3].hour += 24;  // the same number of a journal that was begun anew
  CHECK(Statements(begun_anew)[3]["id"] != all[3]["id"]);
}

TEST_CASE("statements name the device and nobody else, and know no minute") {
  for (const auto& statement : Statements(testing::EveryKindOfEvent())) {
    CHECK(statement["actor"] == testing::Json::parse(R"({"objectType": "Agent", "account":
              {"homePage": "https://maplebridge.example", "name": "kiosk-7"}})"));
    CHECK(statement["timestamp"] == "2026-11-24T05:00:00Z");
  }
}

TEST_CASE("an answer's statement tells what it was, what was said, and how long it took") {
  JournalEvent answer = testing::MakeAnswer("q.one", Signal::kGenuine, Signal::kScam);
  answer.number = 9;
  const auto statement = Statements({answer}).front();
  CHECK(statement["verb"]["id"] == "http://adlnet.gov/expapi/verbs/answered");
  CHECK(statement["object"]["id"] == "https://maplebridge.example/item/q.one");
  CHECK(statement["result"] == testing::Json({{"success", false}, {"duration", "PT4.2S"}}));
  const auto& more = statement["context"]["extensions"];
  CHECK(more["https://maplebridge.example/xapi/signal"] == "genuine");
  CHECK(more["https://maplebridge.example/xapi/said"] == "scam");
  CHECK(more["https://maplebridge.example/xapi/number"] == 9);
}

TEST_CASE("a training's events tell of the choice, the throw and the stop, by their scenario") {
  std::string table;
  const auto events = testing::EveryKindOfEvent();
  REQUIRE(content::WriteEventsCsv(events, testing::QuizCatalog(), Into(table)));
  CHECK(
      Has(table, ",训练选择 training chose,q.pond.bank.jump,池塘,fraud.t01,,,0,4.2,,,,,,,,,,1,,,"));
  CHECK(Has(table, ",训练选择 training chose,q.pond.bank.fine,池塘,fraud.t01,,,,3.0,,,,,,,,,,,,,"));
  CHECK(Has(table, ",训练抛投 training threw,q.pond.bank.throw,池塘,fraud.t01,,,1,8.7,,"));
  const auto all = Statements(events);
  const auto& chose = all[16];
  CHECK(chose["object"]["id"] == "https://maplebridge.example/item/q.pond.bank.jump");
  CHECK(chose["object"]["definition"]["name"]["en"] == "The pond");
  CHECK(chose["result"]["success"] == false);
  CHECK_FALSE(all[17]["result"].contains("success"));  // an opinion
  CHECK(all[18]["result"]["success"] == true);
  CHECK(all[19]["context"]["extensions"]["https://maplebridge.example/xapi/stopped-by"] == "badge");
  CHECK(all[20]["result"]["duration"] == "PT312S");
  CHECK(all[20]["context"]["platform"] == "Maplebridge trainer");
}

TEST_CASE("a UUID of a name is the one that RFC 4122 asks for") {
  // python3 -c "import uuid; print(uuid.uuid5(uuid.UUID('17b9ca72-e756-4dda-a39d-90fbf3cd7ac2'),
  // 'kiosk'))"
  CHECK(content::MakeUuid("kiosk") == "2f1b01b1-6c8b-5720-b7a1-eb44805a31b4");
}

TEST_CASE("a summary tells no number of fewer than five, nor lets it be found by subtraction") {
  auto events = Answers("q.one", 40);
  for (const auto& more : {Answers("q.two", 6), Answers("q.three", 2)}) {
    events.insert(events.end(), more.begin(), more.end());
  }
  const std::string text = Summary(events);
  CHECK(Has(text, "题目 item,q.one,第一题,40,40,100.0,91.2,100.0\r\n"));
  CHECK_FALSE(Has(text, "q.three"));
  CHECK_FALSE(Has(text, "q.two"));  // 48 answers less 40 and 6 would tell of the 2
  CHECK(Has(text, "题目 item,其他 others,,8,8,"));
  CHECK(Has(Summary(Answers("q.one", 3)), "题目 item,其他 others,,<5,,,,\r\n"));
}

TEST_CASE("a summary says d' only when there is enough to say it from") {
  auto events = Answers("q.one", 200);
  CHECK_FALSE(Has(Summary(events), "d′"));
  JournalEvent genuine = testing::MakeAnswer("q.two", Signal::kGenuine, Signal::kGenuine);
  events.insert(events.end(), 200, genuine);
  CHECK(Has(Summary(events), "d′"));
}

TEST_CASE("an export is three whole files, and a second one replaces them") {
  const Folder folder;
  const auto events = testing::EveryKindOfEvent();
  REQUIRE(content::WriteExports(folder.Path(), events, testing::QuizCatalog(), "lobby-7"));
  const std::string stem = "maplebridge-lobby-7-2026-11-24-2026-11-24";
  CHECK(FilesIn(folder.Path()) == std::vector<std::string>{stem + "-events.csv",
                                                           stem + "-summary.csv",
                                                           stem + "-xapi.ndjson"});
  const std::string before = testing::ReadBytes(folder / (stem + "-xapi.ndjson"));
  REQUIRE(content::WriteExports(folder.Path(), events, testing::QuizCatalog(), "lobby-7"));
  CHECK(FilesIn(folder.Path()).size() == 3);
  CHECK(testing::ReadBytes(folder / (stem + "-xapi.ndjson")) == before);
}

TEST_CASE("an export that cannot be is refused with a reason") {
  const Folder folder;
  const auto events = testing::EveryKindOfEvent();
  const auto code = [&](const std::filesystem::path& where, const std::string& device) {
    return CodeOf(content::WriteExports(where, events, {}, device));
  };
  CHECK(code(folder / "pulled", "7") == "export.no-folder");
  CHECK_FALSE(std::filesystem::exists(folder / "pulled"));
  CHECK(code(folder.Path(), "../7") == "export.device");
  CHECK(code(folder.Path(), "") == "export.device");
  CHECK(CodeOf(content::WriteExports(folder.Path(), {}, {}, "7")) == "export.empty");
  CHECK(FilesIn(folder.Path()).empty());
}

TEST_CASE("a stick that is full keeps what it had, whole, and nothing half") {
  const Folder folder;
  auto events = testing::EveryKindOfEvent();
  REQUIRE(content::WriteExports(folder.Path(), events, testing::QuizCatalog(), "7"));
  const auto names = FilesIn(folder.Path());
  const std::string before = testing::ReadBytes(folder / names[2]);
  for (int i = 0; i < 8; ++i) events.insert(events.end(), events.begin(), events.end());
  // No file may grow beyond the limit, as on a stick that is full.
  rlimit old{};
  getrlimit(RLIMIT_FSIZE, &old);
  const auto ignored = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit full{300000, old.rlim_max};
  REQUIRE(setrlimit(RLIMIT_FSIZE, &full) == 0);
  const auto done = content::WriteExports(folder.Path(), events, testing::QuizCatalog(), "7");
  setrlimit(RLIMIT_FSIZE, &old);
  std::signal(SIGXFSZ, ignored);
  CHECK(CodeOf(done) == "export.no-space");
  CHECK(FilesIn(folder.Path()) == names);
  CHECK(testing::ReadBytes(folder / names[2]) == before);
}
