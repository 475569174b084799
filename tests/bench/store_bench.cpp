// SPDX-License-Identifier: MIT
// The store and the journal under measurement, each beside the plainest thing that does as much.
//   store-bench make FOLDER MEGABYTES     a signed pack of that size, FOLDER/big.pack and its key
//   store-bench install FOLDER            proves and installs it; prints seconds
//   store-bench journal FOLDER COUNT      writes events through content::Results; prints seconds
//   store-bench plain FOLDER COUNT        the same rows with bare SQLite, same settings

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <random>
#include <stdexcept>

#include "content/pack_store.h"
#include "content/results.h"
#include "tests/support/test_pack.h"

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kFilmBytes = 256u << 20;  // below what a film may have

double Since(Clock::time_point begun) {
  return std::chrono::duration<double>(Clock::now() - begun).count();
}

[[noreturn]] void Stop(const content::Error& error) {
  throw std::runtime_error(Describe(error, content::Language::kEnglish));
}

/// A film of `bytes`: headers, and noise for pictures.
void WriteFilm(const fs::path& file, std::size_t bytes) {
  std::mt19937_64 random(bytes);
  std::ofstream out(file, std::ios::binary);
  std::string head = testing::MakeMp4({}, 0);  // ends with an empty box of pictures
  bytes -= head.size();
  head.replace(head.size() - 8, 4, testing::Big(bytes + 8, 4));
  out << head;
  std::string block(1u << 20, '\0');
  for (std::size_t done = 0; done < bytes; done += block.size()) {
    for (std::size_t i = 0; i < block.size(); i += 8) {
      const std::uint64_t number = random();
      std::copy_n(reinterpret_cast<const char*>(&number), 8, block.begin() + static_cast<long>(i));
    }
    out.write(block.data(), static_cast<std::streamsize>(std::min(block.size(), bytes - done)));
  }
  if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
}

void Make(const fs::path& folder, std::size_t megabytes) {
  fs::create_directories(folder / "keys");
  const content::KeyFiles files = content::MakeKeyFiles("bench");
  std::ofstream(folder / "keys" / "bench.pub") << files.pub;
  const auto secret = content::ParseSecretKey(files.secret, "");
  if (!secret) Stop(secret.error());
  testing::TestPack pack = testing::MakeTestPack("bench.big");
  testing::Json listed = testing::ListFiles(pack.files);
  std::size_t left = megabytes << 20;
  for (int i = 0; left > 0; ++i) {
    const std::size_t bytes = std::min(left, kFilmBytes);
    const fs::path film = folder / ("film-" + std::to_string(i));
    WriteFilm(film, bytes);
    const std::string path = "media/film-" + std::to_string(i) + ".mp4";
    listed.push_back({{"path", path},
                      {"size", bytes},
                      {"sha256", testing::HexSha256(testing::ReadBytes(film))},
                      {"type", "video/mp4"}});
    pack.files.push_back({path, {}, film});
    left -= bytes;
  }
  pack.manifest["files"] = listed;
  pack.list_files = false;
  testing::Write(pack, {*secret, {}}, folder / "big.pack");
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().filename().string().starts_with("film-")) fs::remove(entry.path());
  }
}

double Install(const fs::path& folder) {
  const auto keys = content::LoadPublicKeys(folder / "keys");
  if (!keys) Stop(keys.error());
  const fs::path place = folder / "store";
  fs::remove_all(place);
  auto store = content::PackStore::Open(place);
  if (!store) Stop(store.error());
  const auto begun = Clock::now();
  const auto pack = store->Install(folder / "big.pack", *keys, [](auto, auto) { return true; });
  if (!pack) Stop(pack.error());
  return Since(begun);
}

double WriteJournal(const fs::path& folder, int count) {
  fs::remove_all(folder / "journal");
  fs::create_directories(folder / "journal");
  auto journal = content::Results::Open(folder / "journal" / "results.sqlite3");
  if (!journal) Stop(journal.error());
  content::JournalEvent event;
  event.kind = content::EventKind::kAnswered;
  event.item = "fraud.t01.courier";
  event.signal = content::Signal::kScam;
  event.hour = 498749;
  const auto begun = Clock::now();
  for (int i = 0; i < count; ++i) {
    event.visit = i / 20;
    if (const auto done = journal->Append(event); !done) Stop(done.error());
  }
  return Since(begun);
}

void Check(int code, sqlite3* db) {
  if (code != SQLITE_OK && code != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(db));
}

double WritePlain(const fs::path& folder, int count) {
  fs::remove_all(folder / "plain");
  fs::create_directories(folder / "plain");
  sqlite3* db = nullptr;
  Check(sqlite3_open((folder / "plain" / "results.sqlite3").c_str(), &db), db);
  Check(sqlite3_exec(db,
                     "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                     "CREATE TABLE event (seq INTEGER PRIMARY KEY, kind, visit, hour, item, signal,"
                     " correct, said, value, detail); CREATE INDEX event_hour ON event (hour)",
                     nullptr, nullptr, nullptr),
        db);
  sqlite3_stmt* insert = nullptr;
  Check(sqlite3_prepare_v2(db,
                           "INSERT INTO event (kind, visit, hour, item, signal, correct, said,"
                           " value, detail) VALUES (6, ?, 498749, 'fraud.t01.courier', 1, 0, 0, 0,"
                           " 0)",
                           -1, &insert, nullptr),
        db);
  const auto begun = Clock::now();
  for (int i = 0; i < count; ++i) {
    sqlite3_bind_int(insert, 1, i / 20);
    Check(sqlite3_step(insert), db);
    sqlite3_reset(insert);
  }
  const double seconds = Since(begun);
  sqlite3_finalize(insert);
  sqlite3_close(db);
  return seconds;
}

int Run(const std::vector<std::string>& words) {
  if (words.size() == 3 && words[0] == "make") {
    Make(words[1], static_cast<std::size_t>(std::atoi(words[2].c_str())));
  } else if (words.size() == 2 && words[0] == "install") {
    std::printf("%.3f\n", Install(words[1]));
  } else if (words.size() == 3 && words[0] == "journal") {
    std::printf("%.3f\n", WriteJournal(words[1], std::atoi(words[2].c_str())));
  } else if (words.size() == 3 && words[0] == "plain") {
    std::printf("%.3f\n", WritePlain(words[1], std::atoi(words[2].c_str())));
  } else {
    std::fprintf(stderr, "store-bench make|install|journal|plain FOLDER [NUMBER]\n");
    return 2;
  }
  return 0;
}

}  // namespace

int main(int count, char** words) {
  try {
    return Run({words + 1, words + count});
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
