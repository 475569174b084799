// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "content/media.h"
#include "content/result.h"

namespace tool {

/// A file under media/.
struct MediaFile {
  std::string path;  ///< "media/bridge.png"
  std::filesystem::path file;
  std::uint64_t size = 0;
  std::string type;  ///< Media type by its suffix; empty when the suffix is not on the list.
};

/// Lists media/ of a pack folder, sorted by path. Links, odd names and unknown kinds are problems
/// whose `where` is the path.
[[nodiscard]] std::vector<MediaFile> ListMedia(const std::filesystem::path& folder,
                                               content::Problems& problems);

/// What a device will say of the file when the pack is installed: content/media.h. `where` of
/// problems is left empty or a place in the file. `duration` is the film's length in seconds as
/// declared.
[[nodiscard]] content::Problems CheckMediaFile(const MediaFile& media, content::MediaUse use,
                                               double duration);

}  // namespace tool
