// SPDX-License-Identifier: MIT
#pragma once

#include <sys/stat.h>

#include <cstdint>
#include <string>
#include <vector>

#include "tests/support/media.h"

namespace testing {

/// One entry of a ZIP as a stranger might write it; the defaults are what the build writes.
struct RawEntry {
  std::string name;
  std::string bytes = {};  ///< As they stand in the file.
  std::uint64_t method = 0, flags = 0;
  std::uint64_t mode = S_IFREG | 0644;
  std::uint64_t unpacked = 0;   ///< Size that it claims to have; 0: that of `bytes`.
  std::int64_t shift = 0;       ///< Of the place that the directory names.
  std::string local_name = {};  ///< Before the bytes; empty: `name`.
};

inline std::string RawZip(const std::vector<RawEntry>& entries) {
  std::string zip, directory;
  for (const RawEntry& entry : entries) {
    const auto sum = crc32(0, reinterpret_cast<const Bytef*>(entry.bytes.data()),
                           static_cast<uInt>(entry.bytes.size()));
    const std::uint64_t unpacked = entry.unpacked == 0 ? entry.bytes.size() : entry.unpacked;
    const std::string shared = Little(10, 2) + Little(entry.flags, 2) + Little(entry.method, 2) +
                               Little(0x00216000, 4) + Little(sum, 4) +
                               Little(entry.bytes.size(), 4) + Little(unpacked, 4) +
                               Little(entry.name.size(), 2) + Little(0, 2);
    const auto place =
        static_cast<std::uint64_t>(static_cast<std::int64_t>(zip.size()) + entry.shift);
    directory += "PK\1\2" + Little(0x0314, 2) + shared + Little(0, 2) + Little(0, 2) +
                 Little(0, 2) + Little(entry.mode << 16, 4) + Little(place, 4) + entry.name;
    zip += "PK\3\4" + shared + (entry.local_name.empty() ? entry.name : entry.local_name) +
           entry.bytes;
  }
  const std::string count = Little(entries.size(), 2);
  return zip + directory + "PK\5\6" + Little(0, 4) + count + count + Little(directory.size(), 4) +
         Little(zip.size(), 4) + Little(0, 2);
}

}  // namespace testing
