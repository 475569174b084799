// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "content/catalog.h"
#include "content/scenario.h"

namespace vr {

/// Where a device keeps its packs; the same folders as the kiosk's.
struct LibraryFolders {
  std::filesystem::path store, keys;
  std::vector<std::filesystem::path> unsigned_packs;  ///< Authors' previews, shown first.
};

/// One scenario, read and proven.
struct Shelf {
  std::string item;  ///< Item id.
  content::Text title;
  double seconds = 300;  ///< What a run usually takes.
  std::shared_ptr<const content::Scenario> scenario;
  /// Narrations by media path, as the pack brings them.
  std::map<std::string, std::vector<std::uint8_t>> sounds;
};

/// Every scenario, the longest first, that an installed pack with a trusted signature brings. What
/// cannot be used is left out and told in `problems`; none at all is one of them (library.empty).
[[nodiscard]] std::vector<Shelf> LoadLibrary(const LibraryFolders& folders,
                                             content::Problems& problems);

}  // namespace vr
