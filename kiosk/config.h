// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "content/result.h"
#include "kiosk/core/settings.h"

namespace kiosk {

/// One device's configuration, from one TOML file. packaging/kiosk.toml documents every setting.
struct Config {
  std::string device = "1";  ///< Tells kiosks of one station apart in what is exported.
  std::map<std::string, content::Text> station;  ///< Values of "{station_name}" and the like.
  double diagonal_inches = 21.5;                 ///< Of the screen; sizes of targets follow.
  bool fullscreen = true;
  Settings defaults;                           ///< What every visit begins with.
  std::filesystem::path store, keys, journal;  ///< Where packs, keys and results are.
  std::string pin_hash;  ///< Of the staff's PIN (argon2id); empty: nobody gets in.
  std::vector<std::filesystem::path> drives;  ///< Searched for packs beside the mount points.
};

/// The built-in configuration: a sample station, folders under `data`.
[[nodiscard]] Config DefaultConfig(const std::filesystem::path& data);

/// Reads `toml` over `config`. Pure. Of several mistakes the first in the text is told, by line and
/// setting, and for an unknown one which was meant: config.syntax, config.unknown, config.value.
[[nodiscard]] content::Result<Config> ParseConfig(std::string_view toml, Config config);

/// The same from a file; "FILE, line N" is where. One that cannot be read is config.unreadable.
[[nodiscard]] content::Result<Config> LoadConfig(const std::filesystem::path& file, Config config);

/// Names of all settings, "section.key", sorted.
[[nodiscard]] std::vector<std::string> KnownSettings();

}  // namespace kiosk
