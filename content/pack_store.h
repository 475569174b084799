// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "content/catalog.h"
#include "content/pack.h"

namespace content {

/// The packs on a device, in one folder:
///
///   incoming/<name>.pack            a copy being proven; start-up removes what a crash left
///   packs/<id>/<version>.pack       versions side by side, whole and proven
///   packs/<id>/active -> <version>.pack    changed by one rename
///   packs/<id>/previous -> <version>.pack  what a rollback goes back to
///   packs/<id>/highest              highest version ever activated, as text
///   lock                            locked while a program may change the store
///
/// Every change is: write beside, sync file, rename, sync folder. Whatever moment the power fails,
/// either the old or the new version is active and whole.
class PackStore {
 public:
  /// Makes the folders, takes a lock against a second writer, cleans what a crash left and removes
  /// versions that are neither active nor previous nor the highest ever activated.
  /// Errors: store.unwritable, store.locked.
  [[nodiscard]] static Result<PackStore> Open(const std::filesystem::path& folder);

  /// For looking only: takes no lock, makes and cleans nothing; Install and Rollback refuse with
  /// store.read-only. An absent folder is an empty store.
  [[nodiscard]] static PackStore OpenReadOnly(const std::filesystem::path& folder);

  PackStore(PackStore&&) noexcept;
  PackStore& operator=(PackStore&&) noexcept;
  ~PackStore();

  /// Copies `file` to incoming/, proves our copy, moves it into place and activates it.
  /// `progress` counts the bytes twice: copied, then proven. Refuses a version below the highest
  /// ever activated (store.older-version), the same version with other bytes (store.same-version),
  /// too little space (store.no-space).
  [[nodiscard]] Result<Pack> Install(const std::filesystem::path& file,
                                     std::span<const PublicKey> keys, const Progress& progress);

  /// Makes the previous version active again. Staff only: it may go below the highest version.
  /// Errors: store.unknown-pack, store.no-previous.
  [[nodiscard]] Result<Version> Rollback(const std::string& pack_id);

  struct Listing {
    std::string id;
    std::optional<Version> active, previous, highest;
    std::vector<Version> versions;
  };
  [[nodiscard]] std::vector<Listing> List() const;

  /// Opens every active pack. A pack that cannot be opened is left out and told in `problems`;
  /// it falls back to its previous version where that one is good. An item that two packs have is
  /// the first one's.
  [[nodiscard]] Catalog LoadCatalog(std::span<const PublicKey> keys, Problems& problems) const;

 private:
  explicit PackStore(std::filesystem::path folder, int lock);
  std::filesystem::path folder_;
  int lock_ = -1;  ///< Descriptor of the locked file; -1 when opened for looking only.
};

/// Puts authors' unsigned packs before all others, in their order, each in the place of an
/// installed pack with its id. One that cannot be opened is told in `problems`.
void AddPreviews(std::span<const std::filesystem::path> files, Catalog& catalog,
                 Problems& problems);

/// Where a device keeps store, keys and journal if nothing else is said:
/// $XDG_DATA_HOME/maplebridge, else ~/.local/share/maplebridge, else /var/lib/maplebridge.
[[nodiscard]] std::filesystem::path DeviceFolder();

}  // namespace content
