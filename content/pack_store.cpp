// SPDX-License-Identifier: MIT
#include "content/pack_store.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>
#include <thread>
#include <utility>

#include "content/disk.h"
#include "content/limits.h"
#include "content/pack_folder.h"

namespace content {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kSpareBytes = 16ull << 20;  // left free for the journal of results
constexpr std::size_t kChunk = 1u << 20;

Error Refuse(const char* code, std::string where, Text message, Text remedy) {
  return {code, std::move(message), std::move(where), std::move(remedy)};
}

/// Keeps the versions that something may still come back to: the active one, the previous one, and
/// the highest, which is all that may be installed over. Where anything about them is unknown, all
/// are kept.
void Prune(const fs::path& folder, const std::vector<fs::path>& files) {
  const auto active = ReadLink(folder / kActiveLink);
  const auto previous = ReadLink(folder / kPreviousLink);
  const auto highest = ReadHighest(folder);
  if (!active || !previous || !highest || !*active) return;
  std::error_code failed;
  if (!fs::exists(folder / PackFileName(**active), failed) || failed) return;
  for (const fs::path& file : files) {
    const auto version = VersionOfFile(file.filename().string());
    if (!version || version == *active || version == *previous || version == *highest) continue;
    fs::remove(file, failed);
  }
}

/// A crash leaves at most: a copy in incoming/, a file or link beside its target, a folder without
/// any version, a version never activated, and a highest version not yet written down. What cannot
/// be cleaned now does no harm and is tried again at the next start.
void Clean(const fs::path& root) {
  std::error_code ignored;
  const auto list = [](const fs::path& folder) {
    return ListFolder(folder).value_or(std::vector<fs::path>());
  };
  for (const fs::path& file : list(root / "incoming")) fs::remove_all(file, ignored);
  for (const fs::path& folder : list(root / "packs")) {
    const std::vector<fs::path> files = list(folder);
    for (const fs::path& file : files) {
      if (file.string().ends_with(kBeside)) fs::remove(file, ignored);
    }
    Prune(folder, files);
    fs::remove(folder, ignored);  // only an empty folder goes
    const auto highest = ReadHighest(folder);
    if (highest && *highest) static_cast<void>(WriteHighest(folder, **highest));
  }
}

Error ReadOnly(const fs::path& folder) {
  return Refuse("store.read-only", folder.string(),
                {"内容库只以查看方式打开", "the store was opened for looking only"},
                {"用可写方式打开", "open it for writing"});
}

Error Cancelled() { return {"cancelled", {"已取消", "cancelled"}, "", {}}; }

/// The file in incoming/; removed unless it was moved away.
struct Incoming {
  explicit Incoming(fs::path path) : file(std::move(path)) { unlink(file.c_str()); }
  Incoming(const Incoming&) = delete;
  Incoming& operator=(const Incoming&) = delete;
  ~Incoming() { unlink(file.c_str()); }
  const fs::path file;
  Descriptor out;  ///< Open until it is synced, so that no late write error is missed.
};

Result<void> CheckSpace(const fs::path& folder, std::uint64_t size) {
  struct statvfs space {};
  if (statvfs(folder.c_str(), &space) != 0) {
    return tl::unexpected(MakeDiskError(kStoreArea, errno, folder));
  }
  const std::uint64_t free = static_cast<std::uint64_t>(space.f_bavail) * space.f_frsize;
  if (free < size + kSpareBytes) return tl::unexpected(MakeDiskError(kStoreArea, ENOSPC, folder));
  return {};
}

/// What is proven and used afterwards is our copy, never the stick. It is synced when it is proven.
Result<std::uint64_t> CopyIn(const fs::path& from, Incoming& copy, const Progress& progress) {
  const fs::path& to = copy.file;
  const Descriptor in(open(from.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat status {};
  if (!in.IsOpen() || fstat(in.Get(), &status) != 0 || !S_ISREG(status.st_mode)) {
    return tl::unexpected(
        Refuse("store.source", from.string(), {"打不开这个文件", "the file cannot be opened"},
               {"重新插入U盘，检查文件", "plug the stick in again, check the file"}));
  }
  if (static_cast<std::uint64_t>(status.st_size) > limits::kPackBytes) {
    return tl::unexpected(
        Refuse("archive.too-large", from.string(), {"内容包太大", "the pack is too large"},
               {"请发布者把内容分成几个包", "ask the publisher to split it into several packs"}));
  }
  const auto size = static_cast<std::uint64_t>(status.st_size);
  if (auto space = CheckSpace(to.parent_path(), size); !space) {
    return tl::unexpected(space.error());
  }
  copy.out =
      Descriptor(open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644));
  if (!copy.out.IsOpen()) return tl::unexpected(MakeDiskError(kStoreArea, errno, to));
  std::string buffer(kChunk, '\0');
  std::uint64_t done = 0;
  while (done < size) {
    if (progress && !progress(done, 2 * size)) return tl::unexpected(Cancelled());
    const ssize_t got = read(in.Get(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return tl::unexpected(MakeDiskError(kStoreArea, errno, from));
    if (got == 0) break;  // cut short while we read; the proof will say so
    const auto count = static_cast<std::size_t>(got);
    auto put = WriteAll(copy.out.Get(), {buffer.data(), count}, kStoreArea, to);
    if (!put) return tl::unexpected(put.error());
    done += count;
    if (done > size) return tl::unexpected(MakeDiskError(kStoreArea, EIO, from));  // it grows
  }
  return size;
}

bool HaveSameBytes(const fs::path& a, const fs::path& b) {
  std::ifstream one(a, std::ios::binary), two(b, std::ios::binary);
  std::string first(kChunk, '\0'), second(kChunk, '\0');
  while (one && two) {
    one.read(first.data(), static_cast<std::streamsize>(first.size()));
    two.read(second.data(), static_cast<std::streamsize>(second.size()));
    if (one.gcount() != two.gcount()) return false;
    const auto count = static_cast<std::size_t>(one.gcount());
    if (first.compare(0, count, second, 0, count) != 0) return false;
  }
  return one.eof() && two.eof();
}

Result<void> CheckVersion(const fs::path& folder, const Pack& pack) {
  const auto read = ReadHighest(folder);
  if (!read) return tl::unexpected(read.error());
  const std::optional<Version>& highest = *read;
  if (!highest || pack.manifest.version >= *highest) return {};
  return tl::unexpected(
      Refuse("store.older-version", pack.manifest.id + " " + FormatVersion(pack.manifest.version),
             {"本机已用过更新的版本" + FormatVersion(*highest),
              "this device has already used the later version " + FormatVersion(*highest)},
             {"使用更新的版本；要退回，请在本机选择恢复上一版本",
              "use a later version; to go back choose rollback on the device"}));
}

/// Moves the proven copy to its place, unless the same bytes stand there already.
Result<void> Place(Incoming& copy, const fs::path& file, const Pack& pack,
                   std::span<const PublicKey> keys) {
  std::error_code absent;
  if (fs::exists(file, absent)) {
    if (HaveSameBytes(copy.file, file)) return {};
    const auto old = OpenPack(file, keys);
    if (old && VerifyFiles(*old, nullptr)) {
      return tl::unexpected(Refuse(
          "store.same-version", pack.manifest.id + " " + FormatVersion(pack.manifest.version),
          {"同一版本号已有另一份内容", "another content has the same version number"},
          {"发布者须改用新的版本号", "the publisher must give it a new version number"}));
    }  // else the stored file rotted on the disk and the copy heals it
  }
  if (auto made = MakeFolder(file.parent_path()); !made) return made;
  auto synced = SyncFile(copy.out.Get(), kStoreArea, copy.file);
  if (synced && !copy.out.Close())
    synced = tl::unexpected(MakeDiskError(kStoreArea, errno, copy.file));
  if (!synced) return synced;
  return RenameDurably(copy.file, file, kStoreArea);
}

}  // namespace

PackStore::PackStore(fs::path folder, int lock) : folder_(std::move(folder)), lock_(lock) {}

PackStore::PackStore(PackStore&& other) noexcept
    : folder_(std::move(other.folder_)), lock_(std::exchange(other.lock_, -1)) {}

PackStore& PackStore::operator=(PackStore&& other) noexcept {
  std::swap(folder_, other.folder_);
  std::swap(lock_, other.lock_);
  return *this;
}

PackStore::~PackStore() {
  if (lock_ >= 0) close(lock_);
}

Result<PackStore> PackStore::Open(const fs::path& folder) {
  if (auto made = MakeFolder(folder / "incoming"); !made) return tl::unexpected(made.error());
  if (auto made = MakeFolder(folder / "packs"); !made) return tl::unexpected(made.error());
  const fs::path name = folder / "lock";
  Descriptor lock(open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644));
  if (!lock.IsOpen()) return tl::unexpected(MakeDiskError(kStoreArea, errno, name));
  if (flock(lock.Get(), LOCK_EX | LOCK_NB) != 0) {
    return tl::unexpected(
        Refuse("store.locked", folder.string(),
               {"另一个程序正在使用内容库", "another program is using the store"},
               {"先关闭一体机程序，或在一体机上安装",
                "close the kiosk program first, or install on the kiosk itself"}));
  }
  Clean(folder);
  return PackStore(folder, lock.Release());
}

PackStore PackStore::OpenReadOnly(const fs::path& folder) { return PackStore(folder, -1); }

Result<Pack> PackStore::Install(const fs::path& file, std::span<const PublicKey> keys,
                                const Progress& progress) {
  if (lock_ < 0) return tl::unexpected(ReadOnly(folder_));
  Incoming copy(folder_ / "incoming" / "copy.pack");
  const auto size = CopyIn(file, copy, progress);
  if (!size) return tl::unexpected(size.error());
  const auto name_source = [&file](Error error) {  // staff know the stick's file, not our copy
    error.where = file.filename().string() + " " + error.where;
    return tl::unexpected(std::move(error));
  };
  auto pack = OpenPack(copy.file, keys);
  if (!pack) return name_source(pack.error());
  const fs::path folder = folder_ / "packs" / pack->manifest.id;
  if (auto fine = CheckVersion(folder, *pack); !fine) return tl::unexpected(fine.error());
  const Progress proving = [&](std::uint64_t done, std::uint64_t) {
    return !progress || progress(*size + std::min(done, *size), 2 * *size);
  };
  if (auto proven = VerifyFiles(*pack, proving); !proven) return name_source(proven.error());
  const fs::path place = folder / PackFileName(pack->manifest.version);
  if (auto put = Place(copy, place, *pack, keys); !put) return tl::unexpected(put.error());
  auto active = Activate(folder, pack->manifest.version);
  if (!active) return tl::unexpected(active.error());
  pack->file = place;
  if (progress) static_cast<void>(progress(2 * *size, 2 * *size));  // too late to cancel
  return pack;
}

Result<Version> PackStore::Rollback(const std::string& pack_id) {
  if (lock_ < 0) return tl::unexpected(ReadOnly(folder_));
  const fs::path folder = folder_ / "packs" / pack_id;
  const bool plain = IsSafePath(pack_id) && pack_id.find('/') == std::string::npos;
  const auto active =
      plain ? ReadLink(folder / kActiveLink) : Result<std::optional<Version>>(std::nullopt);
  if (!active) return tl::unexpected(active.error());
  if (!*active) {
    return tl::unexpected(Refuse("store.unknown-pack", pack_id,
                                 {"没有安装这个内容包", "this pack is not installed"},
                                 {"用maplebridge-pack list查看", "see maplebridge-pack list"}));
  }
  const auto previous = ReadLink(folder / kPreviousLink);
  if (!previous) return tl::unexpected(previous.error());
  std::error_code failed;
  if (!*previous || **previous == **active ||
      !fs::exists(folder / PackFileName(**previous), failed)) {
    return tl::unexpected(Refuse("store.no-previous", pack_id,
                                 {"没有可恢复的上一版本", "there is no version to go back to"},
                                 {"安装一个更新的版本", "install a later version"}));
  }
  // Written first: once the lower version is active nothing else remembers the higher one.
  const auto highest = ReadHighest(folder);
  if (!highest) return tl::unexpected(highest.error());
  if (auto kept = WriteHighest(folder, highest->value_or(**active)); !kept) {
    return tl::unexpected(kept.error());
  }
  for (const auto& [link, version] :
       {std::pair(kActiveLink, **previous), std::pair(kPreviousLink, **active)}) {
    if (auto set = SetLink(folder / link, version); !set) return tl::unexpected(set.error());
  }
  return **previous;
}

std::vector<PackStore::Listing> PackStore::List() const {
  const auto list = [](const fs::path& folder) {
    return ListFolder(folder).value_or(std::vector<fs::path>());
  };
  std::vector<Listing> listings;
  for (const fs::path& folder : list(folder_ / "packs")) {
    Listing listing;
    listing.id = folder.filename().string();
    listing.active = ReadLink(folder / kActiveLink).value_or(std::nullopt);
    listing.previous = ReadLink(folder / kPreviousLink).value_or(std::nullopt);
    listing.highest = ReadHighest(folder).value_or(std::nullopt);
    for (const fs::path& file : list(folder)) {
      const auto version = VersionOfFile(file.filename().string());
      if (version) listing.versions.push_back(*version);
    }
    std::sort(listing.versions.begin(), listing.versions.end());
    listings.push_back(std::move(listing));
  }
  return listings;
}

Catalog PackStore::LoadCatalog(std::span<const PublicKey> keys, Problems& problems) const {
  const auto listed = ListFolder(folder_ / "packs");
  if (!listed) problems.push_back(listed.error());
  const std::vector<fs::path> folders = listed.value_or(std::vector<fs::path>());
  std::vector<LoadedPack> loaded(folders.size());
  std::atomic<std::size_t> next = 0;
  const auto load = [&] {
    for (std::size_t i; (i = next.fetch_add(1)) < folders.size();) {
      loaded[i] = LoadActive(folders[i], keys);
    }
  };
  {
    // A pack costs about half a millisecond of signature and JSON; a thousand are worth threads.
    const std::size_t most = std::min<std::size_t>(std::thread::hardware_concurrency(), 8);
    std::vector<std::jthread> others;
    while (others.size() + 1 < std::min(most, folders.size() / 32)) others.emplace_back(load);
    load();
  }
  Catalog catalog;
  for (LoadedPack& each : loaded) {
    if (each.pack) catalog.packs.push_back(std::move(*each.pack));
    std::move(each.problems.begin(), each.problems.end(), std::back_inserter(problems));
  }
  Problems doubles = DropDoubles(catalog);
  std::move(doubles.begin(), doubles.end(), std::back_inserter(problems));
  return catalog;
}

void AddPreviews(std::span<const fs::path> files, Catalog& catalog, Problems& problems) {
  for (auto file = files.rbegin(); file != files.rend(); ++file) {
    auto pack = OpenUnsignedPack(*file);
    if (!pack) {
      problems.push_back(pack.error());
      continue;
    }
    std::erase_if(catalog.packs, [&](const Pack& installed) {
      return installed.manifest.id == pack->manifest.id;
    });
    catalog.packs.insert(catalog.packs.begin(), std::move(*pack));
  }
}

fs::path DeviceFolder() {
  if (const char* xdg = std::getenv("XDG_DATA_HOME"); xdg != nullptr && *xdg != '\0') {
    return fs::path(xdg) / "maplebridge";
  }
  if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0') {
    return fs::path(home) / ".local/share/maplebridge";
  }
  return "/var/lib/maplebridge";
}

}  // namespace content
