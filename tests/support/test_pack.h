// SPDX-License-Identifier: MIT
#pragma once

#include <openssl/evp.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "content/media.h"
#include "content/pack.h"
#include "tests/support/media.h"

/// Small packs, made here and bent by the tests.
namespace testing {

using Json = nlohmann::json;

struct TestKey {
  content::SecretKey secret;
  std::vector<content::PublicKey> trusted;  ///< Its public half, labelled "station".
};

inline TestKey MakeTestKey() {
  const content::KeyFiles files = content::MakeKeyFiles("test");
  auto secret = content::ParseSecretKey(files.secret, "");
  auto pub = content::ParsePublicKey(files.pub, "station");
  if (!secret || !pub) throw std::runtime_error("the new key cannot be read");
  return {*secret, {*pub}};
}

inline std::string HexSha256(std::string_view bytes) {
  unsigned char sum[32];
  std::size_t length = 0;
  if (EVP_Q_digest(nullptr, "SHA256", nullptr, bytes.data(), bytes.size(), sum, &length) != 1) {
    throw std::runtime_error("no SHA-256");
  }
  constexpr char kDigits[] = "0123456789abcdef";
  std::string hex;
  for (const unsigned char byte : sum) {
    hex += kDigits[byte >> 4];
    hex += kDigits[byte & 15];
  }
  return hex;
}

inline Json MakeText(const std::string& zh, const std::string& en) {
  return {{"zh-CN", zh}, {"en", en}};
}

/// A card, the shortest item there is.
inline Json MakeCard(const std::string& id) {
  return {{"id", id},
          {"kind", "card"},
          {"topic", "fraud.t01"},
          {"signal", "none"},
          {"channel", "none"},
          {"audience", {"general"}},
          {"title", MakeText("先停下", "Stop first")},
          {"sources", {"S01"}},
          {"headline", MakeText("先停下", "Stop first")},
          {"lines", {MakeText("挂断，再问家人。", "Hang up, then ask your family.")}},
          {"action", MakeText("拨打96110", "Call 96110")},
          {"footer", MakeText("{station_name}", "{station_name}")}};
}

/// A pack before it is written. Everything may be bent; `manifest["files"]` is made by Write.
struct TestPack {
  Json manifest;
  std::vector<content::ArchiveInput> files;  ///< Items and media.
  bool list_files = true;                    ///< False: the test made manifest["files"] itself.
};

inline Json ListFiles(const std::vector<content::ArchiveInput>& files) {
  Json list = Json::array();
  for (const content::ArchiveInput& file : files) {
    list.push_back({{"path", file.path},
                    {"size", file.bytes.size()},
                    {"sha256", HexSha256(file.bytes)},
                    {"type", content::MediaType(file.path)}});
  }
  return list;
}

/// Puts one more item into the pack: its summary and its file.
inline void AddItem(TestPack& pack, const Json& item) {
  Json summary{{"path", "items/" + item["id"].get<std::string>() + ".json"}};
  for (const char* key : {"id", "kind", "topic", "signal", "channel", "audience", "min_age",
                          "difficulty", "est_seconds", "title", "sources", "valid_from",
                          "review_by", "law_version", "approval", "narration"}) {
    if (item.contains(key)) summary[key] = item[key];
  }
  pack.files.push_back({summary["path"], item.dump() + "\n", {}});
  pack.manifest["items"].push_back(std::move(summary));
}

inline constexpr const char* kTestSound = "media/sound.wav";

/// Cards of which the first is read aloud, by a sound of about `media_bytes`.
inline TestPack MakeTestPack(const std::string& id = "test.pack",
                             const std::string& version = "1.0.0", int items = 2,
                             std::size_t media_bytes = 300) {
  TestPack pack;
  pack.manifest = {{"format", 1},
                   {"id", id},
                   {"version", version},
                   {"title", MakeText("测试", "Test")},
                   {"summary", MakeText("测试用。", "For tests.")},
                   {"languages", {"zh-CN", "en"}},
                   {"audience", {"general"}},
                   {"publisher", "test"},
                   {"licence", "CC0-1.0"},
                   {"valid_from", "2026-01-01"},
                   {"review_by", "2027-01-01"},
                   {"min_program", "0.1.0"},
                   {"sources", {{"S01", {{"title", "source"}, {"grade", "A"}}}}},
                   {"items", Json::array()}};
  for (int i = 0; i < items; ++i) {
    const std::string item_id = id + ".card-" + std::to_string(i);
    Json card = MakeCard(item_id);
    if (i == 0) card["narration"] = {{"zh-CN", kTestSound}, {"en", kTestSound}};
    AddItem(pack, card);
  }
  std::string samples(media_bytes + (media_bytes + version.size()) % 2, '\0');
  for (std::size_t i = 0; i < samples.size(); ++i) {
    samples[i] = static_cast<char>((i * 7 + version.size() + i / 251) & 0x7f);
  }
  pack.files.push_back({kTestSound, MakeWav(samples + version), {}});
  return pack;
}

inline void WriteBytes(const std::filesystem::path& file, std::string_view bytes) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
}

inline std::string ReadBytes(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline std::string SignBytes(const std::string& bytes, const content::SecretKey& key) {
  const auto* first = reinterpret_cast<const std::uint8_t*>(bytes.data());
  return content::Sign({first, bytes.size()}, key, "made by a test");
}

/// Writes the entries with the manifest's bytes and signature as given.
inline void WriteEntries(const std::filesystem::path& file, const std::string& manifest,
                         const std::string& signature,
                         const std::vector<content::ArchiveInput>& files) {
  std::vector<content::ArchiveInput> inputs{{content::kManifestPath, manifest, {}}};
  if (!signature.empty()) inputs.push_back({content::kSignaturePath, signature, {}});
  inputs.insert(inputs.end(), files.begin(), files.end());
  const auto written = content::WriteArchive(file, inputs);
  if (!written) throw std::runtime_error(Describe(written.error(), content::Language::kEnglish));
}

/// Signs and writes the pack; gives back where.
inline std::filesystem::path Write(TestPack pack, const TestKey& key,
                                   const std::filesystem::path& file) {
  if (pack.list_files) pack.manifest["files"] = ListFiles(pack.files);
  const std::string manifest = pack.manifest.dump() + "\n";
  WriteEntries(file, manifest, SignBytes(manifest, key.secret), pack.files);
  return file;
}

/// The code of a result's error, or "fine".
template <typename T>
std::string CodeOf(const content::Result<T>& result) {
  return result ? "fine" : result.error().code;
}

}  // namespace testing
