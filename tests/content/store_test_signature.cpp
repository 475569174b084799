// SPDX-License-Identifier: MIT
#include <algorithm>

#include "content/signature.h"
#include "tests/support/catch.h"
#include "tests/support/process.h"
#include "tests/support/test_pack.h"

namespace {

using testing::CodeOf;
using testing::Finished;
using testing::Folder;
using testing::ReadBytes;
using testing::Run;
using testing::WriteBytes;

std::span<const std::uint8_t> AsBytes(const std::string& text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

content::Result<content::Signed> Verify(const std::string& bytes, const std::string& signature,
                                        const content::PublicKey& key) {
  const std::vector<content::PublicKey> keys{key};
  return content::VerifySignature(AsBytes(bytes), signature, keys);
}

void RequireSuccess(const Finished& finished) {
  INFO(finished.out << finished.err);
  REQUIRE(finished.code == 0);
}

/// Line `index` of a signature file with one base64 character changed.
std::string Spoil(const std::string& signature, int index) {
  std::string text = signature;
  std::size_t at = 0;
  for (int i = 0; i < index; ++i) at = text.find('\n', at) + 1;
  at += 20;
  text[at] = text[at] == 'A' ? 'B' : 'A';
  return text;
}

}  // namespace

TEST_CASE("the stock minisign accepts what we sign with a key of ours") {
  const Folder folder;
  const content::KeyFiles files = content::MakeKeyFiles("Gaobeidian");
  const auto key = content::ParseSecretKey(files.secret, "");
  REQUIRE(key);
  const std::string bytes = "{\"format\":1}\n";
  WriteBytes(folder / "manifest.json", bytes);
  WriteBytes(folder / "key.pub", files.pub);
  WriteBytes(folder / "manifest.json.minisig",
             content::Sign(AsBytes(bytes), *key, "pack anti-fraud 1.0.0"));
  const std::vector<std::string> verify{
      "minisign", "-V", "-m", folder / "manifest.json", "-p", folder / "key.pub"};
  const Finished good = Run(verify);
  RequireSuccess(good);
  CHECK(good.out.find("pack anti-fraud 1.0.0") != std::string::npos);
  WriteBytes(folder / "manifest.json", "{\"format\":2}\n");
  CHECK(Run(verify).code != 0);
}

TEST_CASE("the stock minisign signs with a secret key file of ours") {
  const Folder folder;
  const content::KeyFiles files = content::MakeKeyFiles("Gaobeidian");
  WriteBytes(folder / "key", files.secret);
  WriteBytes(folder / "a", "bytes");
  RequireSuccess(Run({"minisign", "-S", "-s", folder / "key", "-m", folder / "a"}));
  const auto pub = content::ParsePublicKey(files.pub, "ours");
  REQUIRE(pub);
  CHECK(CodeOf(Verify("bytes", ReadBytes(folder / "a.minisig"), *pub)) == "fine");
}

TEST_CASE("we accept what minisign signed, prehashed and in the old way") {
  const Folder folder;
  RequireSuccess(Run({"minisign", "-G", "-W", "-p", folder / "station.pub", "-s", folder / "key"}));
  const std::string bytes(100000, 'x');
  WriteBytes(folder / "a", bytes);
  std::vector<std::string> sign{"minisign", "-S",         "-s", folder / "key",
                                "-m",       folder / "a", "-t", "trusted words"};
  const bool legacy = GENERATE(false, true);
  if (legacy) sign.push_back("-l");
  RequireSuccess(Run(sign));
  const std::string signature = ReadBytes(folder / "a.minisig");
  // "Ed" begins with RW in base64, "ED" with RU.
  CHECK(signature.substr(signature.find('\n') + 1, 2) == (legacy ? "RW" : "RU"));
  const auto keys = content::LoadPublicKeys(folder.Path());
  REQUIRE(keys);
  REQUIRE(keys->size() == 1);
  const auto proven = content::VerifySignature(AsBytes(bytes), signature, *keys);
  REQUIRE(proven);
  CHECK(proven->label == "station");
  CHECK(proven->trusted_comment == "trusted words");
  std::string changed = bytes;
  changed[50000] = 'y';
  CHECK(CodeOf(Verify(changed, signature, keys->front())) == "signature.mismatch");

  const auto secret = content::ParseSecretKey(ReadBytes(folder / "key"), "");
  REQUIRE(secret);
  CHECK(CodeOf(Verify("ours", content::Sign(AsBytes("ours"), *secret, ""), keys->front())) ==
        "fine");
}

TEST_CASE("a secret key of minisign opens with its password only") {
  const Folder folder;
  // minisign's scrypt takes 1 GiB and a second or two.
  const Finished made = Run({"minisign", "-G", "-p", folder / "key.pub", "-s", folder / "key"},
                            {"correct horse\ncorrect horse\n", {}, std::chrono::seconds(60)});
  RequireSuccess(made);
  const std::string text = ReadBytes(folder / "key");
  CHECK(CodeOf(content::ParseSecretKey(text, "wrong horse")) == "key.password");
  const auto secret = content::ParseSecretKey(text, "correct horse");
  REQUIRE(secret);
  const auto pub = content::ParsePublicKey(ReadBytes(folder / "key.pub"), "station");
  REQUIRE(pub);
  CHECK(secret->id == pub->id);
  CHECK(CodeOf(Verify("a", content::Sign(AsBytes("a"), *secret, ""), *pub)) == "fine");
}

TEST_CASE("a changed signature proves nothing, and the trusted comment is signed too") {
  const testing::TestKey key = testing::MakeTestKey();
  const std::string good = content::Sign(AsBytes("bytes"), key.secret, "version 1");
  REQUIRE(CodeOf(Verify("bytes", good, key.trusted[0])) == "fine");
  SECTION("signature") {
    const std::string code = CodeOf(Verify("bytes", Spoil(good, 1), key.trusted[0]));
    CHECK(code == "signature.mismatch");
  }
  SECTION("global signature") {
    CHECK(CodeOf(Verify("bytes", Spoil(good, 3), key.trusted[0])) == "signature.mismatch");
  }
  SECTION("trusted comment") {
    std::string other = good;
    other.replace(other.find("version 1"), 9, "version 2");
    CHECK(CodeOf(Verify("bytes", other, key.trusted[0])) == "signature.mismatch");
  }
  SECTION("untrusted comment") {
    CHECK(CodeOf(Verify("bytes", "untrusted comment: x" + good.substr(good.find('\n')),
                        key.trusted[0])) == "fine");
  }
}

TEST_CASE("a malformed signature is told from a wrong one") {
  const testing::TestKey key = testing::MakeTestKey();
  const std::string good = content::Sign(AsBytes("bytes"), key.secret, "c");
  const std::string bad =
      GENERATE_COPY(std::string(), std::string("\n\n\n\n"), good.substr(0, good.size() / 2),
                    good + "more\n", std::string(5000, 'a'), good.substr(good.find('\n') + 1),
                    std::string(good).replace(good.find("\nRU"), 3, "\nXX"),
                    std::string(good).replace(good.find("comment: c") + 9, 1, "\x1b"));
  CHECK(CodeOf(Verify("bytes", bad, key.trusted[0])) == "signature.malformed");
}

TEST_CASE("a signer whose key the device does not have is unknown") {
  const testing::TestKey ours = testing::MakeTestKey();
  const testing::TestKey theirs = testing::MakeTestKey();
  const std::string signature = content::Sign(AsBytes("bytes"), theirs.secret, "");
  CHECK(CodeOf(Verify("bytes", signature, ours.trusted[0])) == "signature.unknown-key");
  SECTION("even when it pretends to be a key of ours") {
    content::SecretKey forged = theirs.secret;
    forged.id = ours.secret.id;
    CHECK(CodeOf(Verify("bytes", content::Sign(AsBytes("bytes"), forged, ""), ours.trusted[0])) ==
          "signature.mismatch");
  }
}

TEST_CASE("a damaged key file is refused and an absent folder holds no key") {
  const Folder folder;
  const content::KeyFiles files = content::MakeKeyFiles("x");
  std::string half = files.secret;
  half[half.size() - 100] = half[half.size() - 100] == 'A' ? 'B' : 'A';
  CHECK(CodeOf(content::ParseSecretKey(half, "")) == "key.malformed");
  CHECK(CodeOf(content::ParsePublicKey(files.secret, "")) == "key.malformed");
  const auto none = content::LoadPublicKeys(folder / "absent");
  REQUIRE(none);
  CHECK(none->empty());
  WriteBytes(folder / "bad.pub", "nonsense");
  const auto bad = content::LoadPublicKeys(folder.Path());
  REQUIRE_FALSE(bad);
  CHECK(bad.error().where == (folder / "bad.pub").string());
}

TEST_CASE("one damaged key leaves the other keys of a device standing, and is told") {
  const Folder folder;
  WriteBytes(folder / "a.pub", content::MakeKeyFiles("a").pub);
  WriteBytes(folder / "bad.pub", "nonsense");
  WriteBytes(folder / "c.pub", content::MakeKeyFiles("c").pub);
  content::Problems problems;
  const auto keys = content::LoadPublicKeys(folder.Path(), problems);
  REQUIRE(keys.size() == 2);
  CHECK(keys[0].label == "a");
  CHECK(keys[1].label == "c");
  REQUIRE(problems.size() == 1);
  CHECK(problems.front().code == "key.malformed");
  CHECK(problems.front().where == (folder / "bad.pub").string());
  CHECK(content::LoadPublicKeys(folder / "absent", problems).empty());
  CHECK(problems.size() == 1);
}
