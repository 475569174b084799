// SPDX-License-Identifier: MIT
#include "kiosk/staff_jobs.h"

#include <algorithm>
#include <ctime>
#include <limits>

#include "content/disk.h"
#include "content/export.h"
#include "content/pack_store.h"
#include "kiosk/core/clock.h"
#include "kiosk/core/staff_numbers.h"
#include "kiosk/devices/drives.h"

namespace kiosk {
namespace {

namespace fs = std::filesystem;
using content::PackStore;
using content::PublicKey;

constexpr std::uint64_t kSpareBytes = 16ull << 20;  // what the store leaves free as well

std::vector<PublicKey> Keys(const Config& config) {
  content::Problems told;  // at the start
  return content::LoadPublicKeys(config.keys, told);
}

std::vector<HeldPack> HeldPacks(const PackStore& store, const content::Catalog& catalog) {
  std::vector<HeldPack> held;
  const auto listings = store.List();
  for (const content::Pack& pack : catalog.packs) {
    HeldPack one{pack.manifest.id, pack.manifest.title, pack.signer, pack.manifest.version, {}};
    for (const PackStore::Listing& listing : listings) {
      if (listing.id != one.id || !listing.previous || listing.previous == listing.active) continue;
      const bool there = std::find(listing.versions.begin(), listing.versions.end(),
                                   *listing.previous) != listing.versions.end();
      if (there) one.previous = listing.previous;
    }
    held.push_back(std::move(one));
  }
  return held;
}

const content::Manifest* FindActive(const content::Catalog& catalog, const std::string& id) {
  for (const content::Pack& pack : catalog.packs) {
    if (pack.manifest.id == id) return &pack.manifest;
  }
  return nullptr;
}

std::optional<content::Error> RefuseOlder(const std::vector<PackStore::Listing>& listings,
                                          const content::Manifest& manifest) {
  for (const PackStore::Listing& listing : listings) {
    if (listing.id != manifest.id || !listing.highest || manifest.version >= *listing.highest) {
      continue;
    }
    const std::string highest = content::FormatVersion(*listing.highest);
    return content::Error{"store.older-version",
                          {"本机已用过更新的版本" + highest + "，旧版本装不上。",
                           "This device has already used the later version " + highest +
                               ": an older one is not installed."},
                          "",
                          {"请使用更新的版本；要退回，用“本机的内容包”里的“恢复”。",
                           "Use a later version; to go back, use \"Go back\" under packs on this "
                           "device."}};
  }
  return std::nullopt;
}

FoundPack Describe(const PackFile& file, const fs::path& drive, const std::vector<PublicKey>& keys,
                   const content::Catalog& catalog, const std::vector<PackStore::Listing>& listings,
                   std::uint64_t free) {
  FoundPack found;
  found.file = file.path.string();
  found.drive = drive.filename().string();
  found.name = file.path.filename().string();
  found.bytes = file.bytes;
  const auto pack = content::OpenPack(file.path, keys);
  if (!pack) {
    found.refused = pack.error();
    return found;
  }
  const content::Manifest& manifest = pack->manifest;
  found.id = manifest.id;
  found.title = manifest.title;
  found.publisher = manifest.publisher;
  found.signer = pack->signer;
  found.version = manifest.version;
  const content::Manifest* active = FindActive(catalog, manifest.id);
  if (active != nullptr) found.active = active->version;
  found.fits = free >= file.bytes + kSpareBytes;
  found.changes = ComparePacks(active, manifest);
  found.refused = RefuseOlder(listings, manifest);
  return found;
}

StoreChange AfterChange(const PackStore& store, const std::vector<PublicKey>& keys,
                        const std::string& id, content::Version version) {
  StoreChange change;
  change.version = version;
  change.catalog = store.LoadCatalog(keys, change.problems);
  const content::Manifest* active = FindActive(change.catalog, id);
  change.title = active != nullptr ? active->title : content::Text{id, id};
  return change;
}

std::tm LocalClock() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return local;
}

std::string LocalTime() {
  const std::tm local = LocalClock();
  char text[32];
  const std::size_t length = std::strftime(text, sizeof(text), "%Y-%m-%d %H:%M", &local);
  return {text, length};
}

/// Whether the clock itself is wrong; what the rules go by is mended already.
bool IsClockWrongNow() {
  const std::tm local = LocalClock();
  return IsClockWrong(content::Date{std::chrono::year{local.tm_year + 1900},
                                    std::chrono::month{static_cast<unsigned>(local.tm_mon + 1)},
                                    std::chrono::day{static_cast<unsigned>(local.tm_mday)}});
}

}  // namespace

fs::path PinLockFile(const Config& config) {
  return fs::absolute(config.journal).parent_path() / "pin-tries";
}

StaffPacks LookAtDrives(const Config& config) {
  StaffPacks packs;
  const auto keys = Keys(config);
  const PackStore store = PackStore::OpenReadOnly(config.store);
  content::Problems ignored;  // told at the start, and by the device page
  const content::Catalog catalog = store.LoadCatalog(keys, ignored);
  const auto listings = store.List();
  packs.free_bytes = FindDiskRoom(config.store).free;
  packs.held = HeldPacks(store, catalog);
  for (const fs::path& drive : FindDrives(config.drives)) {
    packs.drives.push_back(drive.filename().string());
    for (const PackFile& file : FindPackFiles(drive)) {
      packs.found.push_back(Describe(file, drive, keys, catalog, listings, packs.free_bytes));
    }
  }
  return packs;
}

content::Result<StoreChange> InstallOn(const Config& config, const fs::path& file,
                                       const content::Progress& progress) {
  const auto keys = Keys(config);
  auto store = PackStore::Open(config.store);
  if (!store) return tl::unexpected(store.error());
  const auto pack = store->Install(file, keys, progress);
  if (!pack) return tl::unexpected(pack.error());
  return AfterChange(*store, keys, pack->manifest.id, pack->manifest.version);
}

content::Result<StoreChange> RollBackOn(const Config& config, const std::string& id) {
  auto store = PackStore::Open(config.store);
  if (!store) return tl::unexpected(store.error());
  const auto version = store->Rollback(id);
  if (!version) return tl::unexpected(version.error());
  return AfterChange(*store, Keys(config), id, *version);
}

content::Result<content::Pack> ProveOn(const Config& config, const fs::path& file,
                                       const content::Progress& progress) {
  auto pack = content::OpenPack(file, Keys(config));
  if (!pack) return pack;
  if (auto proven = content::VerifyFiles(*pack, progress); !proven) {
    return tl::unexpected(proven.error());
  }
  return pack;
}

content::Result<NumbersCounted> CountOn(const Config& config, Period period, const Now& now,
                                        const content::Catalog& catalog) {
  const auto results = content::Results::Open(config.journal);
  if (!results) return tl::unexpected(results.error());
  const content::Span span = SpanOf(period, now);
  const auto summary = results->Summarise(span);
  if (!summary) return tl::unexpected(summary.error());
  const auto events = results->Events(span);
  if (!events) return tl::unexpected(events.error());
  const auto hardest = results->HardestItems(span, kLeastForItem);
  if (!hardest) return tl::unexpected(hardest.error());
  NumbersCounted counted{SumUp(period, now, *summary, *events, *hardest, catalog), {}};
  for (const fs::path& drive : FindDrives(config.drives)) counted.drives.push_back(drive.string());
  return counted;
}

content::Result<Exported> ExportOn(const Config& config, const fs::path& drive,
                                   const content::Catalog& catalog) {
  const auto results = content::Results::Open(config.journal);
  if (!results) return tl::unexpected(results.error());
  const auto events = results->Events({0, std::numeric_limits<std::int64_t>::max()});
  if (!events) return tl::unexpected(events.error());
  const fs::path folder = drive / "maplebridge";
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (failed) return tl::unexpected(content::MakeDiskError("export", failed.value(), folder));
  auto written = content::WriteExports(folder, *events, catalog, config.device);
  if (!written) return tl::unexpected(written.error());
  return Exported{folder.string()};
}

DeviceFacts InspectOn(const Config& config) {
  DeviceFacts facts;
  const DiskRoom room = FindDiskRoom(config.store);
  facts.disk_bytes = room.bytes;
  facts.free_bytes = room.free;
  facts.clock = LocalTime();
  facts.released = content::FormatDate(kReleased);
  facts.clock_wrong = IsClockWrongNow();
  facts.program = MAPLEBRIDGE_VERSION;
  const auto keys = Keys(config);
  for (const PublicKey& key : keys) facts.keys.push_back(key.label);
  const PackStore store = PackStore::OpenReadOnly(config.store);
  facts.packs = HeldPacks(store, store.LoadCatalog(keys, facts.problems));
  return facts;
}

}  // namespace kiosk
