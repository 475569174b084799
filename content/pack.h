// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>

#include "content/archive.h"
#include "content/item.h"
#include "content/manifest.h"
#include "content/signature.h"

namespace content {

inline constexpr const char* kManifestPath = "manifest.json";
inline constexpr const char* kSignaturePath = "manifest.json.minisig";
inline constexpr const char* kPackSuffix = ".pack";

/// A pack whose manifest is proven (or, in a preview, knowingly not).
struct Pack {
  std::filesystem::path file;
  Manifest manifest;
  std::string signer;    ///< Label of the key; empty in an unsigned preview.
  bool preview = false;  ///< Unsigned: shown with a banner.
};

/// Opens the archive, proves the signature over the manifest's bytes, then parses the manifest and
/// compares the list of files with the archive's entries (paths and sizes; the bytes are proven by
/// VerifyFiles and by LoadItem). This is the cheap half that every start does.
[[nodiscard]] Result<Pack> OpenPack(const std::filesystem::path& file,
                                    std::span<const PublicKey> keys);

/// The same for an author's preview without signature. Only behind an explicit switch.
[[nodiscard]] Result<Pack> OpenUnsignedPack(const std::filesystem::path& file);

/// Called with bytes done and bytes in all; returning false cancels (error "cancelled").
using Progress = std::function<bool(std::uint64_t done, std::uint64_t total)>;

/// Proves the bytes of every file by size and SHA-256, looks into every picture, film, sound and
/// file of captions (media.h), then parses every item and compares it with its summary in the
/// manifest and with the media that it uses. What install and `verify` do.
[[nodiscard]] Result<void> VerifyFiles(const Pack& pack, const Progress& progress);

/// Reads one item; its bytes are proven against the manifest before they are parsed.
[[nodiscard]] Result<Item> LoadItem(const Pack& pack, const std::string& item_id);

/// Reads one small file of the pack (picture, caption), proven against the manifest.
[[nodiscard]] Result<std::string> LoadFile(const Pack& pack, const std::string& path);

}  // namespace content
