// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace kiosk {

/// Where drives are: folders named in the configuration, and what is mounted at the usual places
/// under `root`: /media/*, /media/*/*, /run/media/*/*, /mnt/*. Sorted, no folder twice, no link
/// followed.
[[nodiscard]] std::vector<std::filesystem::path> FindDrives(
    const std::vector<std::filesystem::path>& configured, const std::filesystem::path& root = "/");

struct PackFile {
  std::filesystem::path path;
  std::uint64_t bytes = 0;
};

inline constexpr std::size_t kMostEntries = 5000;  ///< Looked at on one drive.
inline constexpr std::size_t kMostPackFiles = 60;  ///< Told of one drive.

/// Regular files "*.pack" in the top folder of a drive and in the folders right below it; hidden
/// ones and links are passed over. Sorted by path.
[[nodiscard]] std::vector<PackFile> FindPackFiles(const std::filesystem::path& drive);

struct DiskRoom {
  std::uint64_t bytes = 0, free = 0;
};
/// Of the file system that holds `place`, or will hold it once it is made.
[[nodiscard]] DiskRoom FindDiskRoom(std::filesystem::path place);

}  // namespace kiosk
