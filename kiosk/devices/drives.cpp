// SPDX-License-Identifier: MIT
#include "kiosk/devices/drives.h"

#include <sys/stat.h>
#include <sys/statvfs.h>

#include <algorithm>
#include <cctype>

#include "content/pack.h"

namespace kiosk {
namespace {

namespace fs = std::filesystem;

bool IsFolder(const fs::path& path) {
  struct stat status {};
  return lstat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

/// Something else is mounted there than what holds its parent.
bool IsMounted(const fs::path& path) {
  struct stat here {
  }, above{};
  return lstat(path.c_str(), &here) == 0 && S_ISDIR(here.st_mode) &&
         lstat(path.parent_path().c_str(), &above) == 0 && here.st_dev != above.st_dev;
}

/// Entries of a folder that are not hidden; at most `most` are looked at.
std::vector<fs::path> ListEntries(const fs::path& folder, std::size_t& most) {
  std::vector<fs::path> entries;
  std::error_code failed;
  for (fs::directory_iterator at(folder, failed), end; !failed && at != end && most > 0;
       at.increment(failed), --most) {
    if (at->path().filename().string().front() != '.') entries.push_back(at->path());
  }
  std::sort(entries.begin(), entries.end());
  return entries;
}

std::vector<fs::path> ListFolders(const fs::path& folder) {
  std::size_t most = kMostEntries;
  std::vector<fs::path> folders;
  if (!IsFolder(folder)) return folders;
  for (const fs::path& entry : ListEntries(folder, most)) {
    if (IsFolder(entry)) folders.push_back(entry);
  }
  return folders;
}

bool IsNamedPack(const fs::path& file) {
  std::string end = file.extension().string();
  std::transform(end.begin(), end.end(), end.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return end == content::kPackSuffix;
}

void TakePack(const fs::path& file, std::vector<PackFile>& found) {
  struct stat status {};
  if (!IsNamedPack(file) || found.size() >= kMostPackFiles) return;
  if (lstat(file.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return;
  found.push_back({file, static_cast<std::uint64_t>(status.st_size)});
}

}  // namespace

std::vector<fs::path> FindDrives(const std::vector<fs::path>& configured, const fs::path& root) {
  std::vector<fs::path> drives;
  for (const fs::path& folder : configured) {
    if (IsFolder(folder)) drives.push_back(folder);
  }
  for (const fs::path& user : ListFolders(root / "media")) {
    if (IsMounted(user)) {
      drives.push_back(user);
      continue;
    }
    for (const fs::path& drive : ListFolders(user)) drives.push_back(drive);
  }
  for (const fs::path& user : ListFolders(root / "run" / "media")) {
    for (const fs::path& drive : ListFolders(user)) drives.push_back(drive);
  }
  for (const fs::path& drive : ListFolders(root / "mnt")) {
    if (IsMounted(drive)) drives.push_back(drive);
  }
  std::sort(drives.begin(), drives.end());
  drives.erase(std::unique(drives.begin(), drives.end()), drives.end());
  return drives;
}

std::vector<PackFile> FindPackFiles(const fs::path& drive) {
  std::vector<PackFile> found;
  std::size_t most = kMostEntries;
  std::vector<fs::path> folders;
  for (const fs::path& entry : ListEntries(drive, most)) {
    if (IsFolder(entry)) {
      folders.push_back(entry);
    } else {
      TakePack(entry, found);
    }
  }
  for (const fs::path& folder : folders) {
    for (const fs::path& entry : ListEntries(folder, most)) TakePack(entry, found);
  }
  return found;
}

DiskRoom FindDiskRoom(fs::path place) {
  struct statvfs space {};
  while (statvfs(place.c_str(), &space) != 0) {
    if (!place.has_relative_path()) return {};
    place = place.parent_path();
  }
  const auto block = static_cast<std::uint64_t>(space.f_frsize);
  return {space.f_blocks * block, space.f_bavail * block};
}

}  // namespace kiosk
