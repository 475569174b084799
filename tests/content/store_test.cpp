// SPDX-License-Identifier: MIT
#include <csignal>

#include "content/pack_store.h"
#include "tests/support/catch.h"
#include "tests/support/process.h"
#include "tests/support/test_pack.h"

namespace {

namespace fs = std::filesystem;
using content::PackStore;
using content::Version;
using testing::CodeOf;
using testing::Folder;
using testing::MakeTestPack;
using testing::ReadBytes;
using testing::TestKey;
using testing::Write;
using testing::WriteBytes;

/// A store, a key and a stick with packs.
struct Device {
  Folder folder;
  TestKey key = testing::MakeTestKey();
  fs::path store = folder / "store";

  [[nodiscard]] fs::path MakePack(const std::string& version, const std::string& id = "test.pack",
                                  std::size_t media = 300) const {
    return Write(MakeTestPack(id, version, 2, media), key, folder / (id + "-" + version + ".pack"));
  }
  [[nodiscard]] std::string Install(PackStore& into, const std::string& version) const {
    return CodeOf(into.Install(MakePack(version), key.trusted, nullptr));
  }
  [[nodiscard]] fs::path PackFolder() const { return store / "packs" / "test.pack"; }
};

PackStore OpenStore(const fs::path& folder) {
  auto store = PackStore::Open(folder);
  if (!store) FAIL(store.error().code << " " << store.error().message.en);
  return std::move(*store);
}

std::string ActiveVersion(const PackStore& store) {
  const auto list = store.List();
  if (list.size() != 1) return std::to_string(list.size()) + " packs";
  return list[0].active ? content::FormatVersion(*list[0].active) : "none";
}

}  // namespace

TEST_CASE("an installed pack is active and in the catalogue, and the stick may go") {
  const Device device;
  PackStore store = OpenStore(device.store);
  const fs::path stick = device.MakePack("1.0.0");
  const auto pack = store.Install(stick, device.key.trusted, nullptr);
  INFO((pack ? "" : pack.error().code + pack.error().where));
  REQUIRE(pack);
  fs::remove(stick);
  CHECK(pack->file == device.PackFolder() / "1.0.0.pack");
  content::Problems problems;
  const content::Catalog catalog = store.LoadCatalog(device.key.trusted, problems);
  CHECK(problems.empty());
  REQUIRE(catalog.packs.size() == 1);
  CHECK(catalog.Find("test.pack.card-1"));
  CHECK(CodeOf(content::LoadItem(catalog.packs[0], "test.pack.card-1")) == "fine");
  CHECK(fs::is_empty(device.store / "incoming"));
}

TEST_CASE("a later version replaces an earlier one, which stays for a rollback") {
  const Device device;
  PackStore store = OpenStore(device.store);
  REQUIRE(device.Install(store, "1.0.0") == "fine");
  REQUIRE(device.Install(store, "1.1.0") == "fine");
  const auto list = store.List();
  REQUIRE(list.size() == 1);
  CHECK(list[0].id == "test.pack");
  CHECK(list[0].active == Version{1, 1, 0});
  CHECK(list[0].previous == Version{1, 0, 0});
  CHECK(list[0].highest == Version{1, 1, 0});
  CHECK(list[0].versions == std::vector<Version>{{1, 0, 0}, {1, 1, 0}});
}

TEST_CASE("a version below the highest ever active is refused, even after a rollback") {
  const Device device;
  PackStore store = OpenStore(device.store);
  REQUIRE(device.Install(store, "1.0.0") == "fine");
  REQUIRE(device.Install(store, "1.10.0") == "fine");
  CHECK(device.Install(store, "1.9.9") == "store.older-version");
  const auto back = store.Rollback("test.pack");
  REQUIRE(back);
  CHECK(*back == Version{1, 0, 0});
  CHECK(ActiveVersion(store) == "1.0.0");
  CHECK(store.List()[0].highest == Version{1, 10, 0});
  CHECK(device.Install(store, "1.9.9") == "store.older-version");
  CHECK(device.Install(store, "1.0.0") == "store.older-version");
  SECTION("and the highest one may come back") {
    CHECK(device.Install(store, "1.10.0") == "fine");
    CHECK(ActiveVersion(store) == "1.10.0");
    CHECK(store.List()[0].previous == Version{1, 0, 0});
  }
  SECTION("and a second rollback goes forward again") {
    CHECK(store.Rollback("test.pack").value() == Version{1, 10, 0});
    CHECK(ActiveVersion(store) == "1.10.0");
  }
}

TEST_CASE("a rollback without a previous version, or of no pack, is refused") {
  const Device device;
  PackStore store = OpenStore(device.store);
  REQUIRE(device.Install(store, "1.0.0") == "fine");
  CHECK(CodeOf(store.Rollback("test.pack")) == "store.no-previous");
  CHECK(CodeOf(store.Rollback("other")) == "store.unknown-pack");
  CHECK(CodeOf(store.Rollback("../packs/test.pack")) == "store.unknown-pack");
  CHECK(CodeOf(store.Rollback("")) == "store.unknown-pack");
}

TEST_CASE("the same version comes in twice with the same bytes only") {
  const Device device;
  PackStore store = OpenStore(device.store);
  REQUIRE(device.Install(store, "1.0.0") == "fine");
  CHECK(device.Install(store, "1.0.0") == "fine");
  CHECK_FALSE(store.List()[0].previous);
  const fs::path other =
      Write(MakeTestPack("test.pack", "1.0.0", 1), device.key, device.folder / "other.pack");
  const std::string before = ReadBytes(device.PackFolder() / "1.0.0.pack");
  CHECK(CodeOf(store.Install(other, device.key.trusted, nullptr)) == "store.same-version");
  CHECK(ReadBytes(device.PackFolder() / "1.0.0.pack") == before);
}

TEST_CASE("a stored file that rotted is healed by installing the same version again") {
  const Device device;
  PackStore store = OpenStore(device.store);
  REQUIRE(device.Install(store, "1.0.0") == "fine");
  const fs::path stored = device.PackFolder() / "1.0.0.pack";
  const std::string good = ReadBytes(stored);
  std::string rotten = good;
  rotten[rotten.find("96110")] = 'x';
  WriteBytes(stored, rotten);
  CHECK(device.Install(store, "1.0.0") == "fine");
  CHECK(ReadBytes(stored) == good);
}

TEST_CASE("a pack that is not proven changes nothing in the store") {
  const Device device;
  PackStore store = OpenStore(device.store);
  REQUIRE(device.Install(store, "1.0.0") == "fine");
  const fs::path next = device.MakePack("2.0.0", "test.pack", 5000);
  std::string bytes = ReadBytes(next);
  std::string expected;
  SECTION("a byte of a file flipped") {
    bytes[bytes.find("media/sound.wav") + 2000] ^= 1;
    expected = "pack.changed";
  }
  SECTION("cut off by a stick pulled out") {
    bytes.resize(bytes.size() / 2);
    expected = "archive.cut";
  }
  SECTION("signed by a stranger") {
    const fs::path file = Write(MakeTestPack("test.pack", "2.0.0"), testing::MakeTestKey(),
                                device.folder / "stranger.pack");
    bytes = ReadBytes(file);
    expected = "signature.unknown-key";
  }
  SECTION("a manifest changed after signing") {
    bytes.replace(bytes.find("2027-01-01"), 10, "2099-01-01");
    expected = "archive.damaged";  // its check sum gives it away before the signature does
  }
  SECTION("empty") {
    bytes.clear();
    expected = "archive.cut";
  }
  WriteBytes(next, bytes);
  const auto refused = store.Install(next, device.key.trusted, nullptr);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == expected);
  CHECK(refused.error().where.find(next.filename().string()) != std::string::npos);
  CHECK_FALSE(refused.error().message.zh.empty());
  CHECK(ActiveVersion(store) == "1.0.0");
  CHECK(store.List()[0].versions.size() == 1);
  CHECK(fs::is_empty(device.store / "incoming"));
}

TEST_CASE("a source that is no file is refused at once") {
  const Device device;
  PackStore store = OpenStore(device.store);
  const auto install = [&](const fs::path& file) {
    return CodeOf(store.Install(file, device.key.trusted, nullptr));
  };
  CHECK(install(device.folder / "absent.pack") == "store.source");
  CHECK(install(device.folder.Path()) == "store.source");
  CHECK(install("/dev/zero") == "store.source");
}

TEST_CASE("an installation tells its progress and can be cancelled while it copies or proves") {
  const Device device;
  PackStore store = OpenStore(device.store);
  const fs::path stick = device.MakePack("1.0.0", "test.pack", 3000000);
  std::uint64_t last = 0, all = 0;
  const auto stop_at = GENERATE(0.0, 0.4, 0.7, 2.0);
  const auto installed =
      store.Install(stick, device.key.trusted, [&](std::uint64_t done, std::uint64_t total) {
        CHECK(done >= last);
        last = done;
        all = total;
        return static_cast<double>(done) < stop_at * static_cast<double>(total);
      });
  CHECK(last <= all);
  CHECK(CodeOf(installed) == (stop_at > 1 ? "fine" : "cancelled"));
  CHECK(store.List().size() == (stop_at > 1 ? 1 : 0));
  CHECK(fs::is_empty(device.store / "incoming"));
  if (stop_at > 1) CHECK(last == all);
}

TEST_CASE("a second writer is told that the store is in use, a reader is not") {
  const Device device;
  {
    PackStore store = OpenStore(device.store);
    REQUIRE(device.Install(store, "1.0.0") == "fine");
    CHECK(CodeOf(PackStore::Open(device.store)) == "store.locked");
    PackStore reader = PackStore::OpenReadOnly(device.store);
    content::Problems problems;
    CHECK(reader.LoadCatalog(device.key.trusted, problems).packs.size() == 1);
    CHECK(ActiveVersion(reader) == "1.0.0");
    CHECK(device.Install(reader, "1.1.0") == "store.read-only");
    CHECK(CodeOf(reader.Rollback("test.pack")) == "store.read-only");
  }
  CHECK(CodeOf(PackStore::Open(device.store)) == "fine");
  CHECK(PackStore::OpenReadOnly(device.folder / "absent").List().empty());
  CHECK_FALSE(fs::exists(device.folder / "absent"));
}

TEST_CASE("a start cleans what a crash left and keeps what was whole") {
  const Device device;
  {
    PackStore store = OpenStore(device.store);
    REQUIRE(device.Install(store, "1.0.0") == "fine");
    REQUIRE(device.Install(store, "1.1.0") == "fine");
  }
  WriteBytes(device.store / "incoming" / "copy.pack", "half a pack");
  WriteBytes(device.PackFolder() / "highest.new", "9.9.9");
  fs::create_symlink("1.0.0.pack", device.PackFolder() / "active.new");
  fs::create_directory(device.store / "packs" / "never.finished");
  WriteBytes(device.PackFolder() / "highest", "1.0.0\n");  // the power failed before 1.1.0
  PackStore store = OpenStore(device.store);
  CHECK(fs::is_empty(device.store / "incoming"));
  CHECK_FALSE(fs::exists(device.PackFolder() / "highest.new"));
  CHECK_FALSE(fs::is_symlink(device.PackFolder() / "active.new"));
  CHECK(ReadBytes(device.PackFolder() / "highest") == "1.1.0\n");
  CHECK(ActiveVersion(store) == "1.1.0");
  content::Problems problems;
  CHECK(store.LoadCatalog(device.key.trusted, problems).packs.size() == 1);
  CHECK(problems.empty());
}

TEST_CASE("a start removes versions that nothing goes back to, and keeps those of a rollback") {
  const Device device;
  const auto versions = [&device] {
    int count = 0;
    for (const auto& file : fs::directory_iterator(device.PackFolder())) {
      if (!file.is_symlink() && file.path().extension() == ".pack") ++count;
    }
    return count;
  };
  {
    PackStore store = OpenStore(device.store);
    for (const char* version : {"1.0.0", "1.1.0", "1.2.0", "1.3.0"}) {
      REQUIRE(device.Install(store, version) == "fine");
    }
    CHECK(versions() == 4);  // nothing goes while the store is open
  }
  WriteBytes(device.PackFolder() / "1.9.0.pack", "never activated");
  const auto keeps = [&device](const char* version) {
    return fs::exists(device.PackFolder() / (std::string(version) + ".pack"));
  };
  SECTION("the active and the previous one stay") {
    static_cast<void>(OpenStore(device.store));
    CHECK(versions() == 2);
    CHECK((keeps("1.2.0") && keeps("1.3.0")));
  }
  SECTION("after a rollback the highest stays as well") {
    {
      PackStore store = OpenStore(device.store);
      REQUIRE(store.Rollback("test.pack"));
    }
    fs::remove(device.PackFolder() / "previous");  // 1.3.0 is now nothing but the highest
    PackStore store = OpenStore(device.store);
    CHECK(versions() == 2);
    CHECK((keeps("1.2.0") && keeps("1.3.0")));
    CHECK(device.Install(store, "1.3.0") == "fine");
  }
  SECTION("without the active one nothing goes") {
    fs::remove(device.PackFolder() / "1.3.0.pack");
    static_cast<void>(OpenStore(device.store));
    CHECK(versions() == 4);
  }
  SECTION("where the links cannot be read nothing goes") {
    fs::remove(device.PackFolder() / "active");
    static_cast<void>(OpenStore(device.store));
    CHECK(versions() == 5);
  }
  SECTION("for looking nothing goes") {
    CHECK(PackStore::OpenReadOnly(device.store).List()[0].versions.size() == 5);
  }
}

TEST_CASE("a broken active pack falls back to the previous one and is told of") {
  const Device device;
  PackStore store = OpenStore(device.store);
  REQUIRE(device.Install(store, "1.0.0") == "fine");
  REQUIRE(device.Install(store, "1.1.0") == "fine");
  WriteBytes(device.PackFolder() / "1.1.0.pack", "rotten");
  content::Problems problems;
  content::Catalog catalog = store.LoadCatalog(device.key.trusted, problems);
  REQUIRE(catalog.packs.size() == 1);
  CHECK(catalog.packs[0].manifest.version == Version{1, 0, 0});
  REQUIRE(problems.size() == 2);
  CHECK(problems[0].code == "archive.unreadable");
  CHECK(problems[1].code == "store.fell-back");
  SECTION("and is left out when both are broken") {
    WriteBytes(device.PackFolder() / "1.0.0.pack", "rotten too");
    problems.clear();
    CHECK(store.LoadCatalog(device.key.trusted, problems).packs.empty());
    CHECK(problems.size() == 1);
  }
  SECTION("and a pack under another's name is not taken for it") {
    fs::copy_file(device.PackFolder() / "1.0.0.pack", device.PackFolder() / "1.1.0.pack",
                  fs::copy_options::overwrite_existing);
    problems.clear();
    catalog = store.LoadCatalog(device.key.trusted, problems);
    REQUIRE(problems.size() == 2);
    CHECK(problems[0].code == "store.misplaced");
  }
}

TEST_CASE("packs do not disturb one another") {
  const Device device;
  PackStore store = OpenStore(device.store);
  for (const char* id : {"zoo", "anti-fraud", "traffic"}) {
    REQUIRE(store.Install(device.MakePack("1.0.0", id), device.key.trusted, nullptr));
  }
  WriteBytes(device.store / "packs" / "traffic" / "1.0.0.pack", "rotten");
  content::Problems problems;
  const content::Catalog catalog = store.LoadCatalog(device.key.trusted, problems);
  REQUIRE(catalog.packs.size() == 2);
  CHECK(catalog.packs[0].manifest.id == "anti-fraud");
  CHECK(catalog.packs[1].manifest.id == "zoo");
  CHECK(problems.size() == 1);
}

TEST_CASE("a key that is taken away takes its packs out of the catalogue") {
  const Device device;
  PackStore store = OpenStore(device.store);
  REQUIRE(device.Install(store, "1.0.0") == "fine");
  content::Problems problems;
  CHECK(store.LoadCatalog({}, problems).packs.empty());
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].code == "signature.unknown-key");
}

TEST_CASE("many packs come in the order of their names, each problem in its place") {
  const Device device;
  PackStore store = OpenStore(device.store);
  constexpr int kPacks = 200;  // enough for several threads
  for (int i = 0; i < kPacks; ++i) {
    const std::string id = "pack-" + std::to_string(1000 + i);
    const fs::path folder = device.store / "packs" / id;
    fs::create_directory(folder);
    fs::create_symlink("1.0.0.pack", folder / "active");
    if (i % 50 == 7) {
      WriteBytes(folder / "1.0.0.pack", "rotten");
    } else {
      Write(MakeTestPack(id, "1.0.0", 1), device.key, folder / "1.0.0.pack");
    }
  }
  content::Problems problems;
  const content::Catalog catalog = store.LoadCatalog(device.key.trusted, problems);
  REQUIRE(catalog.packs.size() == kPacks - 4);
  REQUIRE(problems.size() == 4);
  for (std::size_t i = 1; i < catalog.packs.size(); ++i) {
    REQUIRE(catalog.packs[i - 1].manifest.id < catalog.packs[i].manifest.id);
  }
  CHECK(problems[0].where.find("pack-1007") != std::string::npos);
  CHECK(problems[3].where.find("pack-1157") != std::string::npos);
}
