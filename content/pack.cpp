// SPDX-License-Identifier: MIT
#include "content/pack.h"

#include <openssl/evp.h>

#include <algorithm>
#include <cassert>
#include <map>
#include <memory>
#include <stdexcept>
#include <utility>

#include "content/limits.h"
#include "content/media.h"

namespace content {
namespace {

Error Reject(const char* code, std::string where, Text message) {
  return {
      code,
      std::move(message),
      std::move(where),
      {"不要使用这个包，向发布者重新索取", "do not use this pack; ask the publisher for it again"}};
}

/// SHA-256 (FIPS 180-4) in pieces, by OpenSSL.
class Hash {
 public:
  Hash() : context_(EVP_MD_CTX_new()) {
    if (!context_ || EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) != 1) {
      throw std::runtime_error("OpenSSL has no SHA-256");
    }
  }
  void Update(const char* bytes, std::size_t size) {
    EVP_DigestUpdate(context_.get(), bytes, size);
  }
  [[nodiscard]] Sha256 Finish() {
    Sha256 sum{};
    EVP_DigestFinal_ex(context_.get(), sum.data(), nullptr);
    return sum;
  }

 private:
  struct Free {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  };
  std::unique_ptr<EVP_MD_CTX, Free> context_;
};

Error Changed(const Pack& pack, const std::string& path) {
  return Reject("pack.changed", pack.file.string() + ":" + path,
                {"文件和清单不符，内容包损坏或被改动过",
                 "the file differs from the manifest: the pack is damaged or was changed"});
}

/// The list of files and the archive's entries must be the same set, with the same sizes.
Result<void> CompareEntries(const Archive& archive, const Manifest& manifest,
                            const std::string& where) {
  std::map<std::string_view, std::uint64_t> listed;
  for (const ManifestFile& file : manifest.files) listed[file.path] = file.size;
  for (const Archive::Entry& entry : archive.Entries()) {
    if (entry.path == kManifestPath || entry.path == kSignaturePath) continue;
    const auto found = listed.find(entry.path);
    if (found == listed.end()) {
      return tl::unexpected(Reject("pack.unlisted", where + ":" + entry.path,
                                   {"清单里没有这个文件", "the manifest does not list this file"}));
    }
    if (found->second != entry.size) {
      return tl::unexpected(
          Reject("pack.changed", where + ":" + entry.path,
                 {"文件的大小和清单不符", "the file's size differs from the manifest"}));
    }
    listed.erase(found);
  }
  if (listed.empty()) return {};
  return tl::unexpected(Reject("pack.missing", where + ":" + std::string(listed.begin()->first),
                               {"缺少清单里的文件", "a file of the manifest is missing"}));
}

Result<Pack> ReadPack(const std::filesystem::path& file, const Archive& archive,
                      const std::string& manifest_bytes) {
  const std::string where = file.string() + ":" + kManifestPath;
  auto manifest = ParseManifest(manifest_bytes);
  if (!manifest) {
    manifest.error().where = where + ":" + manifest.error().where;
    return tl::unexpected(std::move(manifest.error()));
  }
  const auto ours = ParseVersion(MAPLEBRIDGE_VERSION);
  assert(ours);
  if (manifest->min_program > *ours) {
    return tl::unexpected(Error{
        "pack.newer-program",
        {"内容包需要程序" + FormatVersion(manifest->min_program) + "以上",
         "the pack needs program version " + FormatVersion(manifest->min_program) + " or later"},
        where,
        {"先更新程序", "update the program first"}});
  }
  auto same = CompareEntries(archive, *manifest, file.string());
  if (!same) return tl::unexpected(std::move(same.error()));
  Pack pack;
  pack.file = file;
  pack.manifest = std::move(*manifest);
  return pack;
}

Result<std::string> ReadFrom(const Archive& archive, const Pack& pack, const std::string& path,
                             std::uint64_t limit) {
  const ManifestFile* listed = pack.manifest.FindFile(path);
  if (listed == nullptr) {
    return tl::unexpected(Reject("pack.unlisted", pack.file.string() + ":" + path,
                                 {"清单里没有这个文件", "the manifest does not list this file"}));
  }
  auto bytes = archive.Read(path, std::min(limit, listed->size));
  if (!bytes) return bytes;
  Hash hash;
  hash.Update(bytes->data(), bytes->size());
  if (bytes->size() != listed->size || hash.Finish() != listed->sha256) {
    return tl::unexpected(Changed(pack, path));
  }
  return bytes;
}

Result<Item> ReadItemFrom(const Archive& archive, const Pack& pack, const ItemSummary& summary) {
  const std::string where = pack.file.string() + ":" + summary.path;
  const ManifestFile* listed = pack.manifest.FindFile(summary.path);
  if (listed != nullptr && listed->size > limits::kItemBytes) {
    return tl::unexpected(Reject(
        "item.too-large", where,
        {"条目有" + std::to_string(listed->size) + "字节，最多1048576字节",
         "the item has " + std::to_string(listed->size) + " bytes, at most 1048576 are allowed"}));
  }
  const auto bytes = ReadFrom(archive, pack, summary.path, limits::kItemBytes);
  if (!bytes) return tl::unexpected(bytes.error());
  auto item = ParseItem(*bytes);
  if (!item) {
    item.error().where = where + ":" + item.error().where;
    return item;
  }
  if (item->envelope != summary.envelope) {
    return tl::unexpected(
        Reject("pack.summary", where,
               {"条目和清单里的说明不一致", "the item differs from its summary in the manifest"}));
  }
  return item;
}

constexpr std::size_t kChunk = 1u << 18;

/// Counts the bytes of all files for one `Progress`.
class Meter {
 public:
  Meter(const Progress& progress, std::uint64_t total) : progress_(progress), total_(total) {}
  [[nodiscard]] bool Advance(std::uint64_t bytes) {
    done_ += bytes;
    return !progress_ || progress_(done_, total_);
  }

 private:
  const Progress& progress_;
  std::uint64_t total_;
  std::uint64_t done_ = 0;
};

Result<void> VerifyFile(const Archive& archive, const Pack& pack, const ManifestFile& file,
                        std::string& buffer, Meter& meter) {
  auto stream = archive.OpenStream(file.path);
  if (!stream) return tl::unexpected(std::move(stream.error()));
  Hash hash;
  std::uint64_t size = 0;
  for (;;) {
    const std::int64_t got = stream->Read(buffer.data(), buffer.size());
    if (got < 0) return tl::unexpected(Changed(pack, file.path));
    if (got == 0) break;
    hash.Update(buffer.data(), static_cast<std::size_t>(got));
    size += static_cast<std::uint64_t>(got);
    if (!meter.Advance(static_cast<std::uint64_t>(got))) {
      return tl::unexpected(Error{"cancelled", {"已取消", "cancelled"}, "", {}});
    }
  }
  if (size == file.size && hash.Finish() == file.sha256) return {};
  return tl::unexpected(Changed(pack, file.path));
}

/// The pack's media by path, each looked into once however many items use it.
using MediaByPath = std::map<std::string, Media, std::less<>>;

/// Sets `failed` when the disk does: what cannot be read is not for that a bad picture.
ByteSource SourceIn(Archive::Stream& stream, bool& failed) {
  return {stream.Size(), [&](std::uint64_t offset, char* to, std::size_t count) {
            std::size_t have = 0;
            if (stream.Seek(static_cast<std::int64_t>(offset)) < 0) return have;
            while (have < count) {
              const std::int64_t got = stream.Read(to + have, count - have);
              failed = failed || got < 0;
              if (got <= 0) break;
              have += static_cast<std::size_t>(got);
            }
            return have;
          }};
}

Result<MediaByPath> ReadAllMedia(const Archive& archive, const Pack& pack) {
  MediaByPath all;
  for (const ManifestFile& file : pack.manifest.files) {
    const std::string where = pack.file.string() + ":" + file.path;
    const std::string type = MediaType(file.path);
    if (type.empty() || type != file.media_type) {
      return tl::unexpected(
          Reject("media.type", where,
                 {"清单里写的文件种类和文件名不符，或不支持",
                  "the manifest's type of the file does not fit its name, or is not supported"}));
    }
    if (!MediaUseOf(file.path)) continue;  // an item
    auto stream = archive.OpenStream(file.path);
    if (!stream) return tl::unexpected(std::move(stream.error()));
    bool failed = false;
    auto media = ReadMedia(SourceIn(*stream, failed), file.path);
    if (failed) return tl::unexpected(Changed(pack, file.path));
    if (!media) {
      const std::string inside = media.error().where.empty() ? "" : ":" + media.error().where;
      media.error().where = where + inside;
      return tl::unexpected(std::move(media.error()));
    }
    all.emplace(file.path, std::move(*media));
  }
  return all;
}

/// Every file that the item names is there and may be used so.
Result<void> CheckItemMedia(const Item& item, const MediaByPath& media, const std::string& where) {
  const auto* video = std::get_if<Video>(&item.body);
  for (const PlacedMedia& placed : CollectMedia(item)) {
    const auto found = media.find(placed.path);
    if (found == media.end()) {
      return tl::unexpected(Reject("media.missing", where + ":" + placed.where,
                                   {"没有文件" + placed.path, "there is no file " + placed.path}));
    }
    Problems problems =
        CheckMediaUse(found->second, placed.use, video == nullptr ? 0 : video->duration_seconds);
    if (problems.empty()) continue;
    problems.front().where = where + ":" + placed.where;
    return tl::unexpected(std::move(problems.front()));
  }
  return {};
}

}  // namespace

Result<Pack> OpenPack(const std::filesystem::path& file, std::span<const PublicKey> keys) {
  const auto archive = Archive::Open(file);
  if (!archive) return tl::unexpected(archive.error());
  const auto bytes = archive->ReadSummed(kManifestPath, limits::kManifestBytes);
  if (!bytes) return tl::unexpected(bytes.error());
  if (!archive->Has(kSignaturePath)) {
    return tl::unexpected(Error{"signature.absent",
                                {"内容包没有签名", "the pack is not signed"},
                                file.string(),
                                {"请发布者签名后再用", "ask the publisher to sign it"}});
  }
  const auto signature = archive->ReadSummed(kSignaturePath, limits::kSignatureBytes);
  if (!signature) return tl::unexpected(signature.error());
  const auto* first = reinterpret_cast<const std::uint8_t*>(bytes->data());
  auto proven = VerifySignature({first, bytes->size()}, *signature, keys);
  if (!proven) {
    proven.error().where = file.string() + ":" + proven.error().where;
    return tl::unexpected(std::move(proven.error()));
  }
  // Only from here on are the manifest's bytes more than bytes.
  auto pack = ReadPack(file, *archive, *bytes);
  if (pack) pack->signer = proven->label;
  return pack;
}

Result<Pack> OpenUnsignedPack(const std::filesystem::path& file) {
  const auto archive = Archive::Open(file);
  if (!archive) return tl::unexpected(archive.error());
  const auto bytes = archive->Read(kManifestPath, limits::kManifestBytes);
  if (!bytes) return tl::unexpected(bytes.error());
  auto pack = ReadPack(file, *archive, *bytes);
  if (pack) pack->preview = true;
  return pack;
}

Result<void> VerifyFiles(const Pack& pack, const Progress& progress) {
  const auto archive = Archive::Open(pack.file);
  if (!archive) return tl::unexpected(archive.error());
  std::uint64_t total = 0;
  for (const ManifestFile& file : pack.manifest.files) total += file.size;
  Meter meter(progress, total);
  std::string buffer(kChunk, '\0');
  for (const ManifestFile& file : pack.manifest.files) {
    auto fine = VerifyFile(*archive, pack, file, buffer, meter);
    if (!fine) return fine;
  }
  const auto media = ReadAllMedia(*archive, pack);
  if (!media) return tl::unexpected(media.error());
  for (const ItemSummary& summary : pack.manifest.items) {
    const auto item = ReadItemFrom(*archive, pack, summary);
    if (!item) return tl::unexpected(item.error());
    auto fine = CheckItemMedia(*item, *media, pack.file.string() + ":" + summary.path);
    if (!fine) return fine;
  }
  return {};
}

Result<Item> LoadItem(const Pack& pack, const std::string& item_id) {
  const auto& items = pack.manifest.items;
  const auto summary = std::find_if(items.begin(), items.end(), [&](const ItemSummary& each) {
    return each.envelope.id == item_id;
  });
  if (summary == items.end()) {
    return tl::unexpected(Error{"pack.no-item",
                                {"包里没有条目" + item_id, "the pack has no item " + item_id},
                                pack.file.string(),
                                {"检查条目的标识", "check the item's id"}});
  }
  const auto archive = Archive::Open(pack.file);
  if (!archive) return tl::unexpected(archive.error());
  return ReadItemFrom(*archive, pack, *summary);
}

Result<std::string> LoadFile(const Pack& pack, const std::string& path) {
  const auto archive = Archive::Open(pack.file);
  if (!archive) return tl::unexpected(archive.error());
  return ReadFrom(*archive, pack, path, limits::kSoundBytes);
}

}  // namespace content
