// SPDX-License-Identifier: MIT
#pragma once

// Internal to the store: the folder of one pack, packs/<id>, with its versions and links.

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "content/manifest.h"
#include "content/pack.h"

namespace content {

inline constexpr const char* kStoreArea = "store";  ///< Begins the codes of its errors.
inline constexpr const char* kActiveLink = "active";
inline constexpr const char* kPreviousLink = "previous";
inline constexpr const char* kHighestFile = "highest";
inline constexpr const char* kBeside = ".new";  ///< Ends what is written beside its target.

[[nodiscard]] std::string PackFileName(const Version& version);
[[nodiscard]] std::optional<Version> VersionOfFile(const std::string& name);

/// Makes `folder` and what is missing above it, synced.
[[nodiscard]] Result<void> MakeFolder(const std::filesystem::path& folder);

/// Entries of a folder, sorted; none when it is not there.
[[nodiscard]] Result<std::vector<std::filesystem::path>> ListFolder(
    const std::filesystem::path& folder);

/// The version that a link of a pack's folder points to. Nothing when there is none; a disk that
/// fails is an error, for a device that forgets what it had would take an older version.
[[nodiscard]] Result<std::optional<Version>> ReadLink(const std::filesystem::path& link);
[[nodiscard]] Result<void> SetLink(const std::filesystem::path& link, const Version& version);

/// The highest version ever activated: what is written down, or the active one when the power
/// failed between its activation and the writing.
[[nodiscard]] Result<std::optional<Version>> ReadHighest(const std::filesystem::path& folder);
/// Writes only what is not written yet: a start must not cost a sync for every pack.
[[nodiscard]] Result<void> WriteHighest(const std::filesystem::path& folder,
                                        const Version& version);

/// What was active becomes the previous version.
[[nodiscard]] Result<void> Activate(const std::filesystem::path& folder, const Version& version);

/// What one folder gives to the catalogue: its active version, or the previous one when that is
/// broken and this is good.
struct LoadedPack {
  std::optional<Pack> pack;
  Problems problems;
};
[[nodiscard]] LoadedPack LoadActive(const std::filesystem::path& folder,
                                    std::span<const PublicKey> keys);

}  // namespace content
