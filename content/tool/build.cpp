// SPDX-License-Identifier: MIT
#include "content/tool/build.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <memory>
#include <utility>

#include "content/pack.h"

namespace tool {
namespace {

using content::ArchiveInput;
using content::Error;

constexpr const char* kEnvelopeKeys[] = {"id",          "kind",        "topic",    "signal",
                                         "channel",     "audience",    "min_age",  "difficulty",
                                         "est_seconds", "title",       "sources",  "valid_from",
                                         "review_by",   "law_version", "approval", "narration"};

/// SHA-256 as lower-case hex, fed piece by piece.
class Hash {
 public:
  Hash() : context_(EVP_MD_CTX_new(), &EVP_MD_CTX_free) {
    EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr);
  }
  void Add(const char* bytes, std::size_t count) { EVP_DigestUpdate(context_.get(), bytes, count); }
  std::string Hex() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    EVP_DigestFinal_ex(context_.get(), digest.data(), &length);
    constexpr char kDigits[] = "0123456789abcdef";
    std::string hex;
    for (unsigned i = 0; i < length; ++i) {
      hex.push_back(kDigits[digest[i] >> 4]);
      hex.push_back(kDigits[digest[i] & 15]);
    }
    return hex;
  }

 private:
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_;
};

Result<Json> DescribeMedia(const MediaFile& media) {
  std::ifstream stream(media.file, std::ios::binary);
  Hash hash;
  std::uint64_t size = 0;
  std::array<char, 65536> buffer{};
  while (stream) {
    stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    hash.Add(buffer.data(), static_cast<std::size_t>(stream.gcount()));
    size += static_cast<std::uint64_t>(stream.gcount());
  }
  if (stream.bad() || size != media.size) {
    return tl::unexpected(Error{"build.changed",
                                {"文件在生成时变了或读不到", "the file changed while it was read"},
                                media.path,
                                {"再运行一次", "run it again"}});
  }
  return Json{{"path", media.path}, {"size", size}, {"sha256", hash.Hex()}, {"type", media.type}};
}

Json DescribeItem(const SourceItem& item, const std::string& path) {
  Json summary{{"path", path}};
  for (const char* key : kEnvelopeKeys) {
    if (item.source.tree.contains(key)) summary[key] = item.source.tree[key];
  }
  return summary;
}

}  // namespace

std::string PackFileName(const content::Manifest& manifest) {
  return manifest.id + "-" + content::FormatVersion(manifest.version) + content::kPackSuffix;
}

Result<std::vector<ArchiveInput>> AssemblePack(const Source& source) {
  std::vector<ArchiveInput> inputs;
  Json manifest = source.pack.tree;
  manifest["format"] = 1;
  manifest["items"] = Json::array();
  std::vector<Json> files;
  for (const SourceItem& item : source.items) {
    ArchiveInput input{"items/" + item.item.envelope.id + ".json",
                       content::DumpCanonicalJson(item.source.tree),
                       {}};
    // What we write is read back by the reader that the devices use, before anybody gets it.
    if (auto again = content::ParseItem(input.bytes); !again) return tl::unexpected(again.error());
    Hash hash;
    hash.Add(input.bytes.data(), input.bytes.size());
    files.push_back({{"path", input.path},
                     {"size", input.bytes.size()},
                     {"sha256", hash.Hex()},
                     {"type", content::MediaType(input.path)}});
    manifest["items"].push_back(DescribeItem(item, input.path));
    inputs.push_back(std::move(input));
  }
  for (const MediaFile& media : source.media) {
    auto described = DescribeMedia(media);
    if (!described) return tl::unexpected(std::move(described.error()));
    files.push_back(std::move(*described));
    inputs.push_back({media.path, {}, media.file});
  }
  const auto by_path = [](const auto& a, const auto& b) { return a["path"] < b["path"]; };
  std::sort(files.begin(), files.end(), by_path);
  std::sort(inputs.begin(), inputs.end(),
            [](const ArchiveInput& a, const ArchiveInput& b) { return a.path < b.path; });
  manifest["files"] = files;
  ArchiveInput head{content::kManifestPath, content::DumpCanonicalJson(manifest), {}};
  if (auto again = content::ParseManifest(head.bytes); !again) {
    return tl::unexpected(again.error());
  }
  inputs.insert(inputs.begin(), std::move(head));
  return inputs;
}

Result<void> BuildPack(const Source& source, const std::filesystem::path& file) {
  return AssemblePack(source).and_then([&file](const std::vector<ArchiveInput>& inputs) {
    return content::WriteArchive(file, inputs);
  });
}

}  // namespace tool
