// SPDX-License-Identifier: MIT
#include <sys/stat.h>

#include "content/archive.h"
#include "content/limits.h"
#include "tests/support/catch.h"
#include "tests/support/process.h"
#include "tests/support/test_pack.h"

namespace {

using content::Archive;
using testing::CodeOf;
using testing::Folder;
using testing::ReadBytes;
using testing::WriteBytes;

const std::vector<content::ArchiveInput> kInputs{
    {"manifest.json", "{}\n", {}}, {"items/one.json", "one", {}}, {"items/two.json", "two", {}}};

std::string MakeArchive(const Folder& folder) {
  REQUIRE(content::WriteArchive(folder / "a.pack", kInputs));
  return ReadBytes(folder / "a.pack");
}

std::string OpenBytes(const Folder& folder, const std::string& bytes) {
  WriteBytes(folder / "bent.pack", bytes);
  return CodeOf(Archive::Open(folder / "bent.pack"));
}

std::string ReplaceAll(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

/// Where the header of entry `index` begins; "PK\1\2" is the directory's, "PK\3\4" the local one.
std::size_t FindHeader(const std::string& bytes, const char* signature, int index) {
  std::size_t at = bytes.find(signature);
  for (int i = 0; i < index; ++i) at = bytes.find(signature, at + 1);
  REQUIRE(at != std::string::npos);
  return at;
}

/// Sets a byte in both headers of the second entry; offsets count from the flags.
std::string SetInBoth(std::string bytes, std::size_t offset, char value) {
  bytes[FindHeader(bytes, "PK\3\4", 1) + 6 + offset] = value;
  bytes[FindHeader(bytes, "PK\1\2", 1) + 8 + offset] = value;
  return bytes;
}

}  // namespace

TEST_CASE("what is written can be listed, read and sought in") {
  const Folder folder;
  WriteBytes(folder / "film", std::string(100000, 'a') + "end");
  auto inputs = kInputs;
  inputs.push_back({"media/film.webm", "", folder / "film"});
  REQUIRE(content::WriteArchive(folder / "a.pack", inputs));
  const auto archive = Archive::Open(folder / "a.pack");
  REQUIRE(archive);
  REQUIRE(archive->Entries().size() == 4);
  CHECK(archive->Entries()[3].path == "media/film.webm");
  CHECK(archive->Entries()[3].size == 100003);
  CHECK(archive->Read("items/two.json", 100).value() == "two");
  CHECK(CodeOf(archive->Read("items/two.json", 2)) == "archive.too-large");
  CHECK(CodeOf(archive->Read("items/three.json", 100)) == "archive.absent");
  auto stream = archive->OpenStream("media/film.webm");
  REQUIRE(stream);
  char buffer[16] = {};
  REQUIRE(stream->Seek(99999) == 99999);
  CHECK(stream->Read(buffer, sizeof buffer) == 4);
  CHECK(std::string(buffer, 4) == "aend");
  CHECK(stream->Seek(0) == 0);
  CHECK(stream->Read(buffer, 2) == 2);
  CHECK(stream->Seek(200000) == -1);
  CHECK(stream->Seek(-1) == -1);
}

TEST_CASE("the same input gives the same bytes, whatever the zone, the umask and the time") {
  const Folder folder;
  const std::string first = MakeArchive(folder);
  setenv("TZ", "Asia/Shanghai", 1);
  tzset();
  const mode_t before = umask(077);
  CHECK(MakeArchive(folder) == first);
  setenv("TZ", "America/Los_Angeles", 1);
  tzset();
  CHECK(MakeArchive(folder) == first);
  umask(before);
  unsetenv("TZ");
  tzset();
  CHECK_FALSE(std::filesystem::exists(folder / "a.pack.new"));
}

TEST_CASE("an archive with anything but plain stored files is refused") {
  const Folder folder;
  const std::string good = MakeArchive(folder);
  REQUIRE(OpenBytes(folder, good) == "fine");
  SECTION("compressed") { CHECK(OpenBytes(folder, SetInBoth(good, 2, 8)) == "archive.compressed"); }
  SECTION("encrypted") { CHECK(OpenBytes(folder, SetInBoth(good, 0, 1)) == "archive.encrypted"); }
  SECTION("data descriptor") {
    CHECK(OpenBytes(folder, SetInBoth(good, 0, 8)) == "archive.layout");
  }
  SECTION("symbolic link") {
    std::string bytes = good;
    bytes[FindHeader(bytes, "PK\1\2", 1) + 41] = static_cast<char>(S_IFLNK >> 8);
    CHECK(OpenBytes(folder, bytes) == "archive.link");
  }
  SECTION("device") {
    std::string bytes = good;
    bytes[FindHeader(bytes, "PK\1\2", 1) + 41] = static_cast<char>(S_IFCHR >> 8);
    CHECK(OpenBytes(folder, bytes) == "archive.device");
  }
  SECTION("folder") {
    std::string bytes = good;
    bytes[FindHeader(bytes, "PK\1\2", 1) + 38] = 0x10;
    CHECK(OpenBytes(folder, bytes) == "archive.folder");
  }
}

TEST_CASE("an archive with a name that is not safe is refused") {
  const Folder folder;
  const std::string good = MakeArchive(folder);
  const auto [name, code] = GENERATE(
      table<std::string, std::string>({{"../../etc/pass", "archive.parent-path"},
                                       {"items/../a.jso", "archive.parent-path"},
                                       {"/etc/passwords", "archive.absolute-path"},
                                       {"\\\\server\\a.jso", "archive.absolute-path"},
                                       {"C:/windows.jso", "archive.absolute-path"},
                                       {"items//one.jso", "archive.unsafe-path"},
                                       {"items\\one.json", "archive.unsafe-path"},
                                       {"items/One.json", "archive.unsafe-path"},
                                       {"items/o\x01ne.jso", "archive.unsafe-path"},
                                       {"items/./one.js", "archive.unsafe-path"},
                                       {"items/one.jso/", "archive.unsafe-path"},
                                       {"items/\xe6\x9e\xab.json", "archive.unsafe-path"}}));
  INFO(name);
  REQUIRE(name.size() == 14);
  CHECK(OpenBytes(folder, ReplaceAll(good, "items/one.json", name)) == code);
}

TEST_CASE("an archive that two readers could read differently is refused") {
  const Folder folder;
  const std::string good = MakeArchive(folder);
  SECTION("the same name twice") {
    CHECK(OpenBytes(folder, ReplaceAll(good, "items/one.json", "items/two.json")) ==
          "archive.duplicate");
  }
  SECTION("one name in the directory, another before the bytes") {
    std::string bytes = good;
    bytes[bytes.find("items/one.json") + 6] = 'x';
    CHECK(OpenBytes(folder, bytes) == "archive.header");
  }
  SECTION("bytes before the first entry") {
    CHECK(OpenBytes(folder, "#!/bin/sh\n" + good) == "archive.unreadable");
  }
  SECTION("bytes after the end") { CHECK(OpenBytes(folder, good + "x") == "archive.cut"); }
  SECTION("two entries over the same bytes") {
    std::string bytes = good;
    const std::size_t one = FindHeader(bytes, "PK\1\2", 1);
    const std::size_t two = FindHeader(bytes, "PK\1\2", 2);
    bytes.replace(two + 42, 4, bytes.substr(one + 42, 4));
    CHECK(OpenBytes(folder, bytes) == "archive.overlap");
  }
  SECTION("an unlisted gap") {
    std::string bytes = good;
    const std::size_t directory = FindHeader(bytes, "PK\1\2", 0);
    bytes.insert(directory, "gap");
    bytes[bytes.size() - 6] = static_cast<char>(bytes[bytes.size() - 6] + 3);
    CHECK(OpenBytes(folder, bytes) == "archive.gap");
  }
}

TEST_CASE("a truncated archive is refused wherever it was cut") {
  const Folder folder;
  const std::string good = MakeArchive(folder);
  for (std::size_t size = 0; size < good.size(); ++size) {
    INFO("cut at " << size);
    REQUIRE(OpenBytes(folder, good.substr(0, size)) != "fine");
  }
}

TEST_CASE("a flipped bit is refused, or changes the bytes of one entry and no other") {
  const Folder folder;
  const std::string good = MakeArchive(folder);
  for (std::size_t at = 0; at < good.size(); ++at) {
    INFO("flipped at " << at);
    std::string bytes = good;
    bytes[at] = static_cast<char>(bytes[at] ^ 1);
    WriteBytes(folder / "bent.pack", bytes);
    const auto archive = Archive::Open(folder / "bent.pack");
    if (!archive) continue;
    int changed = 0;
    for (const auto& input : kInputs) {
      const auto read = archive->Read(input.path, 100);
      REQUIRE(read);  // the names and the sizes are as they were
      REQUIRE(read->size() == input.bytes.size());
      changed += *read == input.bytes ? 0 : 1;
    }
    CHECK(changed == 1);
  }
}

TEST_CASE("an empty entry can be read and sought in, and a file cut meanwhile is an error") {
  const Folder folder;
  REQUIRE(content::WriteArchive(folder / "a.pack", {{"empty", "", {}}, {"full", "bytes", {}}}));
  const auto archive = Archive::Open(folder / "a.pack");
  REQUIRE(archive);
  CHECK(archive->Read("empty", 0).value().empty());
  auto empty = archive->OpenStream("empty");
  REQUIRE(empty);
  char byte = 0;
  CHECK(empty->Seek(0) == 0);
  CHECK(empty->Read(&byte, 1) == 0);
  CHECK(empty->Seek(1) == -1);
  std::filesystem::resize_file(folder / "a.pack", 10);
  CHECK(CodeOf(archive->Read("full", 100)) == "archive.unreadable");
}

TEST_CASE("a FIFO, a folder or nothing in place of a pack is an error and no wait") {
  const Folder folder;
  REQUIRE(mkfifo((folder / "fifo.pack").c_str(), 0600) == 0);
  CHECK(CodeOf(Archive::Open(folder / "fifo.pack")) == "archive.unreadable");
  CHECK(CodeOf(Archive::Open(folder.Path())) == "archive.unreadable");
  CHECK(CodeOf(Archive::Open(folder / "absent.pack")) == "archive.unreadable");
}

TEST_CASE("what Open would refuse is not written") {
  const Folder folder;
  const auto write = [&](const std::vector<content::ArchiveInput>& inputs) {
    return CodeOf(content::WriteArchive(folder / "a.pack", inputs));
  };
  CHECK(write({{"../a", "x", {}}}) == "archive.input");
  CHECK(write({{"a", "x", {}}, {"a", "y", {}}}) == "archive.input");
  CHECK(write({{std::string(content::limits::kPathLength + 1, 'a'), "x", {}}}) == "archive.input");
  CHECK(write({{"a/b/c/d/e/f/g", "x", {}}}) == "archive.input");
  CHECK(write({{"a", "", folder / "absent"}}) == "archive.io");
  CHECK(CodeOf(content::WriteArchive(folder / "no" / "a.pack", kInputs)) != "fine");
  std::vector<content::ArchiveInput> many;
  for (std::size_t i = 0; i <= content::limits::kArchiveEntries; ++i) {
    many.push_back({"f" + std::to_string(i), "", {}});
  }
  CHECK(write(many) == "archive.too-large");
  many.pop_back();
  CHECK(write(many) == "fine");
  CHECK(CodeOf(Archive::Open(folder / "a.pack")) == "fine");
}

TEST_CASE("an archive with more entries than the limit is refused") {
  const Folder folder;
  std::string bytes = MakeArchive(folder);
  const std::size_t end = bytes.size() - 22;
  for (const std::size_t at : {end + 8, end + 10}) {
    bytes[at] = 1;
    bytes[at + 1] = 0x10;  // 4097
  }
  CHECK(OpenBytes(folder, bytes) == "archive.too-many");
}

TEST_CASE("a file larger than a pack may be is refused before it is read") {
  const Folder folder;
  WriteBytes(folder / "big.pack", "");
  std::filesystem::resize_file(folder / "big.pack", content::limits::kPackBytes + 1);  // sparse
  CHECK(CodeOf(Archive::Open(folder / "big.pack")) == "archive.too-large");
}
