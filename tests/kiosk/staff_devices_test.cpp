// SPDX-License-Identifier: MIT
// What staff rely on: the PIN and its count, drives, and the worker behind the loop.
#include <sys/stat.h>

#include <fstream>
#include <string>
#include <thread>

#include "kiosk/devices/drives.h"
#include "kiosk/devices/pin.h"
#include "kiosk/devices/worker.h"
#include "tests/support/catch.h"
#include "tests/support/process.h"

namespace fs = std::filesystem;
using namespace kiosk;

namespace {

void Put(const fs::path& file, const std::string& bytes = "x") {
  fs::create_directories(file.parent_path());
  std::ofstream(file) << bytes;
}

std::string CodeOf(const content::Result<std::string>& result) {
  return result ? "fine" : result.error().code;
}

}  // namespace

TEST_CASE("Only the PIN that made the hash opens it, and every hash is another one") {
  const auto hash = MakePinHash("246810");
  REQUIRE(hash);
  CHECK(hash->rfind("$argon2id$", 0) == 0);
  CHECK(hash->find("246810") == std::string::npos);
  CHECK(IsPinHash(*hash));
  CHECK(IsPin("246810", *hash));
  CHECK_FALSE(IsPin("246811", *hash));
  CHECK_FALSE(IsPin("", *hash));
  CHECK(MakePinHash("246810").value_or("") != *hash);
}

TEST_CASE("A PIN that is too short, too long or no number is not taken") {
  CHECK(CodeOf(MakePinHash("12345")) == "pin.short");
  CHECK(CodeOf(MakePinHash("1234567890123")) == "pin.long");
  CHECK(CodeOf(MakePinHash("12345a")) == "pin.digits");
}

TEST_CASE("A hash that is none, or that would eat the machine's memory, opens to nobody") {
  const std::string tail = "$c29tZXNhbHRzb21lc2FsdA$c29tZWhhc2hzb21laGFzaHNvbWVoYXNoc29tZWhhc2g";
  CHECK(IsPinHash("$argon2id$v=19$m=65536,t=3,p=1" + tail));
  for (const std::string& bad :
       {std::string("246810"), std::string(), "$argon2i$v=19$m=65536,t=3,p=1" + tail,
        "$argon2id$v=19$m=4194304,t=3,p=1" + tail, "$argon2id$v=19$m=65536,t=900,p=1" + tail,
        "$argon2id$v=19$m=65536,t=3,p=1" + tail + tail}) {
    INFO(bad);
    CHECK_FALSE(IsPinHash(bad));
    CHECK_FALSE(IsPin("246810", bad));
  }
}

TEST_CASE("The count of wrong tries survives, and one that was tampered with is no clean slate") {
  const testing::Folder folder;
  const fs::path file = folder.Path() / "new" / "pin-tries";
  CHECK(ReadWrongTries(file) == 0);
  REQUIRE(WriteWrongTries(file, 3));
  CHECK(ReadWrongTries(file) == 3);
  REQUIRE(WriteWrongTries(file, 0));
  CHECK(ReadWrongTries(file) == 0);
  for (const char* bad : {"", "no", "-3", "3 tries", "99999999999"}) {
    INFO(bad);
    Put(file, bad);
    CHECK(ReadWrongTries(file) >= 4);  // five minutes
  }
}

TEST_CASE("A try that the disk cannot count is told as such") {
  const testing::Folder folder;
  Put(folder.Path() / "file");
  CHECK_FALSE(WriteWrongTries(folder.Path() / "file" / "pin-tries", 1));
}

TEST_CASE("Drives are where a desktop mounts them, and where the settings say; no link is one") {
  const testing::Folder folder;
  const fs::path root = folder.Path() / "root", own = folder.Path() / "own";
  fs::create_directories(root / "media" / "anna" / "STICK");
  fs::create_directories(root / "run" / "media" / "anna" / "DISK");
  fs::create_directories(root / "mnt" / "folder");  // nothing is mounted there
  fs::create_directories(own);
  fs::create_directory_symlink(own, root / "media" / "anna" / "link");
  const auto drives = FindDrives({own, own, folder.Path() / "absent"}, root);
  CHECK(drives == std::vector<fs::path>{own, root / "media" / "anna" / "STICK",
                                        root / "run" / "media" / "anna" / "DISK"});
}

TEST_CASE("Packs are found on top and one folder below; links, hidden files and others are not") {
  const testing::Folder folder;
  const fs::path drive = folder.Path() / "drive";
  Put(drive / "b.pack", "12345");
  Put(drive / "A.PACK");
  Put(drive / "letter.txt");
  Put(drive / "._b.pack");
  Put(drive / "packs" / "c.pack");
  Put(drive / "packs" / "deeper" / "d.pack");
  Put(folder.Path() / "outside.pack");
  fs::create_symlink(folder.Path() / "outside.pack", drive / "e.pack");
  fs::create_directory_symlink(folder.Path(), drive / "up");
  REQUIRE(mkfifo((drive / "f.pack").c_str(), 0600) == 0);
  fs::create_directories(drive / "g.pack");
  const auto found = FindPackFiles(drive);
  REQUIRE(found.size() == 3);
  CHECK(found[0].path == drive / "A.PACK");
  CHECK(found[1].path == drive / "b.pack");
  CHECK(found[1].bytes == 5);
  CHECK(found[2].path == drive / "packs" / "c.pack");
  for (int i = 0; i < 100; ++i) Put(drive / ("x" + std::to_string(i) + ".pack"));
  CHECK(FindPackFiles(drive).size() == kMostPackFiles);
  CHECK(FindPackFiles(folder.Path() / "absent").empty());
}

TEST_CASE("The room on a disk is known for a folder that is still to be made") {
  const testing::Folder folder;
  const DiskRoom room = FindDiskRoom(folder.Path() / "not" / "yet");
  CHECK(room.bytes > 0);
  CHECK(room.free <= room.bytes);
}

TEST_CASE("The worker answers in order, on the thread that collects; a job can be stopped") {
  Worker worker(0);
  std::string order;
  const auto loop = std::this_thread::get_id();
  for (const char name : {'a', 'b'}) {
    worker.Start([&, name](const content::Progress&) -> Worker::Answer {
      return [&, name] {
        if (std::this_thread::get_id() == loop) order += name;
      };
    });
  }
  const auto collect = [&](const std::string& until) {
    for (int i = 0; i < 2000 && order != until; ++i) {
      for (const auto& answer : worker.Collect()) answer();
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
  };
  collect("ab");
  CHECK(order == "ab");
  worker.Start([&](const content::Progress& progress) -> Worker::Answer {
    std::uint64_t done = 0;
    while (progress(++done % 100, 100)) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return [&] { order += "stopped"; };
  });
  worker.Cancel();  // even before it has begun
  collect("abstopped");
  CHECK(order == "abstopped");
}
