// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

#include "content/catalog.h"
#include "content/pack.h"
#include "kiosk/config.h"
#include "kiosk/core/event.h"

/// What is done for staff on the worker's thread. Nothing here touches the program's state: paths
/// and values go in, what the rules want to hear comes out.
namespace kiosk {

/// Where the count of wrong PINs is kept: beside the journal.
[[nodiscard]] std::filesystem::path PinLockFile(const Config& config);

[[nodiscard]] StaffPacks LookAtDrives(const Config& config);

/// A change of the store, and the catalogue that is active after it.
struct StoreChange {
  content::Text title;
  content::Version version;
  content::Catalog catalog;
  content::Problems problems;
};
/// The errors of content::PackStore::Install, Open and Rollback.
[[nodiscard]] content::Result<StoreChange> InstallOn(const Config& config,
                                                     const std::filesystem::path& file,
                                                     const content::Progress& progress);
[[nodiscard]] content::Result<StoreChange> RollBackOn(const Config& config, const std::string& id);

/// Proves every byte of a pack where it lies.
[[nodiscard]] content::Result<content::Pack> ProveOn(const Config& config,
                                                     const std::filesystem::path& file,
                                                     const content::Progress& progress);

/// Errors: those of content::Results.
[[nodiscard]] content::Result<NumbersCounted> CountOn(const Config& config, Period period,
                                                      const Now& now,
                                                      const content::Catalog& catalog);

/// Writes the whole journal onto a drive, into a folder of its own.
/// Errors: those of content::Results and content::WriteExports.
[[nodiscard]] content::Result<Exported> ExportOn(const Config& config,
                                                 const std::filesystem::path& drive,
                                                 const content::Catalog& catalog);

/// All but the problems, which the program knows.
[[nodiscard]] DeviceFacts InspectOn(const Config& config);

}  // namespace kiosk
