// SPDX-License-Identifier: MIT
#include "content/limits.h"
#include "content/pack.h"
#include "tests/support/catch.h"
#include "tests/support/process.h"
#include "tests/support/test_pack.h"

namespace {

using content::OpenPack;
using content::Pack;
using testing::CodeOf;
using testing::Folder;
using testing::Json;
using testing::MakeTestKey;
using testing::MakeTestPack;
using testing::TestKey;
using testing::TestPack;
using testing::Write;

std::string OpenBent(const TestPack& pack, const TestKey& key, const Folder& folder) {
  return CodeOf(OpenPack(Write(pack, key, folder / "a.pack"), key.trusted));
}

std::string VerifyBent(const TestPack& pack, const TestKey& key, const Folder& folder) {
  const auto opened = OpenPack(Write(pack, key, folder / "a.pack"), key.trusted);
  if (!opened) return "open: " + opened.error().code;
  return CodeOf(content::VerifyFiles(*opened, nullptr));
}

}  // namespace

TEST_CASE("a signed pack opens, verifies and gives its items and files") {
  const Folder folder;
  const TestKey key = MakeTestKey();
  const auto pack = OpenPack(Write(MakeTestPack(), key, folder / "a.pack"), key.trusted);
  INFO(CodeOf(pack) << (pack ? "" : pack.error().where + pack.error().message.en));
  REQUIRE(pack);
  CHECK(pack->signer == "station");
  CHECK_FALSE(pack->preview);
  CHECK(pack->manifest.items.size() == 2);
  CHECK(CodeOf(content::VerifyFiles(*pack, nullptr)) == "fine");
  const auto item = content::LoadItem(*pack, "test.pack.card-1");
  REQUIRE(item);
  CHECK(std::get<content::Card>(item->body).action.zh == "拨打96110");
  CHECK(content::LoadFile(*pack, "media/sound.wav").value().ends_with("1.0.0"));
  CHECK(CodeOf(content::LoadItem(*pack, "test.pack.card-9")) == "pack.no-item");
  CHECK(CodeOf(content::LoadFile(*pack, "manifest.json")) == "pack.unlisted");
}

TEST_CASE("a manifest without proof is never parsed") {
  const Folder folder;
  const TestKey key = MakeTestKey();
  const TestKey stranger = MakeTestKey();
  // Were any of these parsed, the error would be json.* and not signature.*.
  const std::string hostile =
      GENERATE(std::string(1000000, '['), std::string("{\"format\":1,\"format\":1}"),
               std::string("\xff\xfe\x00", 3), std::string("{\"format\":99999999999999999999}"));
  SECTION("signed by a stranger") {
    testing::WriteEntries(folder / "a.pack", hostile, testing::SignBytes(hostile, stranger.secret),
                          {});
    CHECK(CodeOf(OpenPack(folder / "a.pack", key.trusted)) == "signature.unknown-key");
    CHECK(CodeOf(OpenPack(folder / "a.pack", {})) == "signature.unknown-key");
  }
  SECTION("with the signature of other bytes") {
    testing::WriteEntries(folder / "a.pack", hostile, testing::SignBytes("{}", key.secret), {});
    CHECK(CodeOf(OpenPack(folder / "a.pack", key.trusted)) == "signature.mismatch");
  }
  SECTION("not signed") {
    testing::WriteEntries(folder / "a.pack", hostile, "", {});
    CHECK(CodeOf(OpenPack(folder / "a.pack", key.trusted)) == "signature.absent");
  }
  SECTION("signed well: only then it is parsed, and refused by the parser") {
    testing::WriteEntries(folder / "a.pack", hostile, testing::SignBytes(hostile, key.secret), {});
    const std::string code = CodeOf(OpenPack(folder / "a.pack", key.trusted));
    CHECK(code.find("signature.") == std::string::npos);
    CHECK(code != "fine");
  }
}

TEST_CASE("the list of files and the archive must be the same set") {
  const Folder folder;
  const TestKey key = MakeTestKey();
  TestPack pack = MakeTestPack();
  pack.manifest["files"] = testing::ListFiles(pack.files);
  pack.list_files = false;
  REQUIRE(OpenBent(pack, key, folder) == "fine");
  SECTION("a file too many") {
    pack.files.push_back({"media/extra.png", "x", {}});
    CHECK(OpenBent(pack, key, folder) == "pack.unlisted");
  }
  SECTION("a file too few") {
    pack.files.pop_back();
    CHECK(OpenBent(pack, key, folder) == "pack.missing");
  }
  SECTION("another size") {
    pack.files.back().bytes += "x";
    CHECK(OpenBent(pack, key, folder) == "pack.changed");
  }
  SECTION("listed twice") {
    pack.manifest["files"].push_back(pack.manifest["files"].back());
    CHECK(OpenBent(pack, key, folder) == "manifest.duplicate");
  }
  SECTION("the manifest lists itself") {
    pack.manifest["files"].push_back({{"path", "manifest.json"},
                                      {"size", 1},
                                      {"sha256", std::string(64, '0')},
                                      {"type", "application/json"}});
    CHECK(OpenBent(pack, key, folder) == "pack.missing");
  }
}

TEST_CASE("a changed byte of any file is found by its hash") {
  const Folder folder;
  const TestKey key = MakeTestKey();
  TestPack pack = MakeTestPack();
  pack.manifest["files"] = testing::ListFiles(pack.files);
  pack.list_files = false;
  const std::size_t index = GENERATE(0u, 1u, 2u);
  pack.files[index].bytes[10] ^= 1;  // WriteArchive makes a CRC that fits the changed byte
  CHECK(VerifyBent(pack, key, folder) == "pack.changed");
  const auto opened = OpenPack(folder / "a.pack", key.trusted);
  REQUIRE(opened);
  CHECK(CodeOf(content::LoadFile(*opened, pack.files[index].path)) == "pack.changed");
}

TEST_CASE("an item is parsed only when its hash is right, and must match its summary") {
  const Folder folder;
  const TestKey key = MakeTestKey();
  TestPack pack = MakeTestPack();
  SECTION("another title in the manifest") {
    pack.manifest["items"][1]["title"]["en"] = "Something else";
    CHECK(VerifyBent(pack, key, folder) == "pack.summary");
  }
  SECTION("another signal") {
    pack.manifest["items"][0]["signal"] = "scam";
    CHECK(VerifyBent(pack, key, folder) == "pack.summary");
  }
  SECTION("two summaries of the same item") {
    pack.manifest["items"][1]["path"] = pack.manifest["items"][0]["path"];
    CHECK(VerifyBent(pack, key, folder) == "pack.summary");
  }
  SECTION("no item at all") {
    pack.files[0].bytes = "not json";
    CHECK(VerifyBent(pack, key, folder).find("json.") == 0);
  }
  SECTION("an item larger than an item may be") {
    pack.files[0].bytes.resize(content::limits::kItemBytes + 1, ' ');
    CHECK(VerifyBent(pack, key, folder) == "item.too-large");
  }
}

TEST_CASE("a pack for a later program is refused with the version that it needs") {
  const Folder folder;
  const TestKey key = MakeTestKey();
  TestPack pack = MakeTestPack();
  pack.manifest["min_program"] = "99.0.0";
  const auto opened = OpenPack(Write(pack, key, folder / "a.pack"), key.trusted);
  REQUIRE_FALSE(opened);
  CHECK(opened.error().code == "pack.newer-program");
  CHECK(opened.error().message.zh.find("99.0.0") != std::string::npos);
}

TEST_CASE("verification tells its progress and can be cancelled") {
  const Folder folder;
  const TestKey key = MakeTestKey();
  const TestPack source = MakeTestPack("test.pack", "1.0.0", 2, 1000000);
  const auto pack = OpenPack(Write(source, key, folder / "a.pack"), key.trusted);
  REQUIRE(pack);
  std::uint64_t last = 0, all = 0;
  REQUIRE(content::VerifyFiles(*pack, [&](std::uint64_t done, std::uint64_t total) {
    CHECK(done > last);
    last = done;
    all = total;
    return true;
  }));
  CHECK(last == all);
  CHECK(all > 1000000);
  int calls = 0;
  const auto cancelled =
      content::VerifyFiles(*pack, [&](std::uint64_t, std::uint64_t) { return ++calls < 3; });
  CHECK(CodeOf(cancelled) == "cancelled");
  CHECK(calls == 3);
}

TEST_CASE("an unsigned pack opens only as a preview") {
  const Folder folder;
  const TestKey key = MakeTestKey();
  TestPack pack = MakeTestPack();
  pack.manifest["files"] = testing::ListFiles(pack.files);
  testing::WriteEntries(folder / "a.pack", pack.manifest.dump() + "\n", "", pack.files);
  CHECK(CodeOf(OpenPack(folder / "a.pack", key.trusted)) == "signature.absent");
  const auto preview = content::OpenUnsignedPack(folder / "a.pack");
  REQUIRE(preview);
  CHECK(preview->preview);
  CHECK(preview->signer.empty());
  CHECK(CodeOf(content::VerifyFiles(*preview, nullptr)) == "fine");
}
