// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "content/result.h"
#include "content/texts.h"

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

/// The media type for a path of a pack; empty when its suffix is not on FORMAT.md's list.
[[nodiscard]] std::string MediaType(const std::string& path);

/// Looks into the file: is it what its suffix says, and within the limits for its use? `where` of
/// problems is left empty. `duration` is the film's length in seconds as declared.
[[nodiscard]] content::Problems CheckMediaFile(const MediaFile& media, content::MediaUse use,
                                               double duration);

}  // namespace tool
