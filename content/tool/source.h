// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "content/item.h"
#include "content/manifest.h"
#include "content/tool/glyphs.h"
#include "content/tool/media.h"
#include "content/tool/yaml.h"

namespace tool {

struct SourceItem {
  SourceTree source;  ///< Typed and resolved once read.
  content::Item item;
  bool good = false;  ///< The reader found nothing wrong; the rules may still have.
};

/// A pack's folder as its author left it, read and resolved.
struct Source {
  std::filesystem::path folder;
  SourceTree pack;
  content::Manifest manifest;     ///< Without files.
  std::vector<SourceItem> items;  ///< Sorted by id.
  std::vector<MediaFile> media;   ///< Sorted by path.
};

struct CheckedSource {
  Source source;
  content::Problems problems;  ///< `where` is "file:line:column" or a file's path.

  [[nodiscard]] bool IsGood() const;  ///< Nothing but notes.
};

/// Reads and checks the whole folder. `glyphs` nullptr: the font is not asked.
[[nodiscard]] CheckedSource LoadSource(const std::filesystem::path& folder, Glyphs* glyphs);

}  // namespace tool
