// SPDX-License-Identifier: MIT
#include "content/pack_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include "content/disk.h"

namespace content {
namespace {

namespace fs = std::filesystem;

/// What `highest` says; nothing when it is not there or was never a version.
Result<std::optional<Version>> ReadWritten(const fs::path& file) {
  const Descriptor in(open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!in.IsOpen() && errno == ENOENT) return std::nullopt;
  std::array<char, 64> text{};
  const ssize_t got = in.IsOpen() ? read(in.Get(), text.data(), text.size()) : -1;
  if (got < 0) return tl::unexpected(MakeDiskError(kStoreArea, errno, file));
  const std::string_view line(text.data(), static_cast<std::size_t>(got));
  return ParseVersion(line.substr(0, line.find('\n')));
}

/// Opens one version of a pack's folder and makes sure that it is the pack it stands for.
Result<Pack> OpenVersion(const fs::path& folder, const Version& version,
                         std::span<const PublicKey> keys) {
  auto pack = OpenPack(folder / PackFileName(version), keys);
  if (!pack) return pack;
  if (pack->manifest.id == folder.filename() && pack->manifest.version == version) return pack;
  return tl::unexpected(Error{"store.misplaced",
                              {"文件里是另一个内容包", "the file holds another pack"},
                              pack->file.string(),
                              {"重新安装内容包", "install the pack again"}});
}

}  // namespace

std::string PackFileName(const Version& version) { return FormatVersion(version) + kPackSuffix; }

std::optional<Version> VersionOfFile(const std::string& name) {
  const std::string suffix = kPackSuffix;
  if (name.size() <= suffix.size() || !name.ends_with(suffix)) return std::nullopt;
  return ParseVersion(name.substr(0, name.size() - suffix.size()));
}

Result<void> MakeFolder(const fs::path& folder) {
  if (mkdir(folder.c_str(), 0755) == 0) return SyncFolder(folder.parent_path(), kStoreArea);
  if (errno == ENOENT && folder.has_parent_path() && folder.parent_path() != folder) {
    if (auto above = MakeFolder(folder.parent_path()); !above) return above;
    return MakeFolder(folder);
  }
  const int failed = errno;
  struct stat status {};
  const bool there =
      failed == EEXIST && stat(folder.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
  if (there) return {};
  return tl::unexpected(MakeDiskError(kStoreArea, failed == EEXIST ? ENOTDIR : failed, folder));
}

Result<std::vector<fs::path>> ListFolder(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code failed;
  for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
    found.push_back(at->path());
  }
  if (failed && failed != std::errc::no_such_file_or_directory) {
    return tl::unexpected(MakeDiskError(kStoreArea, failed.value(), folder));
  }
  std::sort(found.begin(), found.end());
  return found;
}

Result<std::optional<Version>> ReadLink(const fs::path& link) {
  std::array<char, 64> target{};
  const ssize_t length = readlink(link.c_str(), target.data(), target.size());
  if (length >= 0) return VersionOfFile({target.data(), static_cast<std::size_t>(length)});
  if (errno == ENOENT || errno == EINVAL) return std::nullopt;  // EINVAL: it is no link
  return tl::unexpected(MakeDiskError(kStoreArea, errno, link));
}

Result<void> SetLink(const fs::path& link, const Version& version) {
  const fs::path beside = link.string() + kBeside;
  unlink(beside.c_str());
  if (symlink(PackFileName(version).c_str(), beside.c_str()) != 0) {
    return tl::unexpected(MakeDiskError(kStoreArea, errno, beside));
  }
  return RenameDurably(beside, link, kStoreArea);
}

Result<std::optional<Version>> ReadHighest(const fs::path& folder) {
  auto written = ReadWritten(folder / kHighestFile);
  if (!written) return written;
  auto active = ReadLink(folder / kActiveLink);
  if (!active) return active;
  return std::max(*written, *active);  // nullopt is below every version
}

Result<void> WriteHighest(const fs::path& folder, const Version& version) {
  const auto written = ReadWritten(folder / kHighestFile);
  if (written && *written == version) return {};
  return WriteFileDurably(folder / kHighestFile, FormatVersion(version) + "\n", kStoreArea);
}

Result<void> Activate(const fs::path& folder, const Version& version) {
  const auto highest = ReadHighest(folder);
  if (!highest) return tl::unexpected(highest.error());
  const auto active = ReadLink(folder / kActiveLink);
  if (!active) return tl::unexpected(active.error());
  if (*active && **active != version) {
    if (auto kept = SetLink(folder / kPreviousLink, **active); !kept) return kept;
  }
  if (auto set = SetLink(folder / kActiveLink, version); !set) return set;
  return WriteHighest(folder, std::max(version, highest->value_or(version)));
}

LoadedPack LoadActive(const fs::path& folder, std::span<const PublicKey> keys) {
  LoadedPack loaded;
  const auto active = ReadLink(folder / kActiveLink);
  if (!active) loaded.problems.push_back(active.error());
  if (!active || !*active) return loaded;
  auto pack = OpenVersion(folder, **active, keys);
  if (!pack) {
    loaded.problems.push_back(std::move(pack.error()));
    const auto previous = ReadLink(folder / kPreviousLink);
    if (!previous || !*previous || **previous == **active) return loaded;
    pack = OpenVersion(folder, **previous, keys);
    if (!pack) return loaded;
    loaded.problems.push_back(
        Error{"store.fell-back",
              {"暂用上一版本" + FormatVersion(**previous),
               "the previous version " + FormatVersion(**previous) + " is used"},
              folder.filename().string(),
              {"重新安装内容包", "install the pack again"}});
  }
  loaded.pack = std::move(*pack);
  return loaded;
}

}  // namespace content
