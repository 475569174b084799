// SPDX-License-Identifier: MIT
#include "content/tool/trust.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "content/limits.h"

namespace tool {

content::Result<std::string> ReadSmallFile(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  std::string bytes(content::limits::kSignatureBytes, '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (stream.gcount() == 0) {
    return tl::unexpected(
        content::Error{"file.unreadable",
                       {"读不到文件", "the file cannot be read"},
                       path,
                       {"检查路径和权限", "look at the path and the permissions"}});
  }
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return bytes;
}

content::Result<std::vector<content::PublicKey>> LoadKeys(const std::vector<std::string>& places) {
  namespace fs = std::filesystem;
  std::vector<content::PublicKey> keys;
  for (const std::string& place : places) {
    if (fs::is_directory(place)) {
      auto more = content::LoadPublicKeys(place);
      if (!more) return tl::unexpected(std::move(more.error()));
      keys.insert(keys.end(), more->begin(), more->end());
      continue;
    }
    auto key = ReadSmallFile(place).and_then([&place](const std::string& text) {
      return content::ParsePublicKey(text, fs::path(place).stem().string());
    });
    if (!key) return tl::unexpected(std::move(key.error()));
    keys.push_back(std::move(*key));
  }
  return keys;
}

}  // namespace tool
