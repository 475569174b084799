// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "content/result.h"

namespace tool {

struct Film {
  double seconds = 0;               ///< 0 when the container does not say.
  std::vector<std::string> codecs;  ///< As the container names them: "avc1", "V_VP9".
};

/// Reads the headers of MP4 (ISO/IEC 14496-12) or WebM (RFC 8794, 9559) and refuses a codec that
/// is not on FORMAT.md's list. Decodes nothing.
/// Errors: media.malformed, media.codec; `where` is left empty.
[[nodiscard]] content::Result<Film> ReadFilm(const std::filesystem::path& file);

}  // namespace tool
