// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <vector>

#include "content/archive.h"
#include "content/tool/source.h"

namespace tool {

/// What goes into the archive, in its order, for a source that LoadSource found good. The same
/// source gives the same bytes: nothing of the clock, the machine or the folder's name goes in.
[[nodiscard]] content::Result<std::vector<content::ArchiveInput>> AssemblePack(
    const Source& source);

/// Writes the unsigned pack.
[[nodiscard]] content::Result<void> BuildPack(const Source& source,
                                              const std::filesystem::path& file);

/// "<id>-<version>.pack"
[[nodiscard]] std::string PackFileName(const content::Manifest& manifest);

}  // namespace tool
