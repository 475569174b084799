// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/envelope.h"
#include "content/result.h"

namespace content {

struct Version {
  int major = 0, minor = 0, patch = 0;
  auto operator<=>(const Version&) const = default;  // NOLINT(modernize-use-nullptr): clang-tidy's
};
[[nodiscard]] std::optional<Version> ParseVersion(std::string_view text);  ///< "1.2.3"
[[nodiscard]] std::string FormatVersion(const Version& version);

using Sha256 = std::array<std::uint8_t, 32>;

/// One file of the pack besides the manifest and its signature.
struct ManifestFile {
  std::string path;
  std::uint64_t size = 0;  ///< Bytes.
  Sha256 sha256{};
  std::string media_type;  ///< One of the types listed in FORMAT.md.
};

/// Enough of an item to choose it without opening it; must equal the item's own envelope.
struct ItemSummary {
  std::string path;  ///< "items/<id>.json"
  Envelope envelope;
};

/// What the attract loop may show, and when.
struct AttractSlot {
  std::string item;  ///< Id of a card, quiz, spot or video of this pack.
  int seconds = 12;
  std::optional<Date> from, until;     ///< Both days included.
  int hour_from = 0, hour_until = 24;  ///< Local hours of the day, [from, until).
};

struct Source {
  std::string title;
  std::string grade;  ///< A official, B established media, C weak but agreeing, R research, L law.
};

/// The signed description of a pack. Everything else in it is reachable only through here.
struct Manifest {
  int format = 1;
  std::string id;  ///< Slug or reverse domain, lower case.
  Version version;
  Text title;
  Text summary;
  std::vector<std::string> languages;
  std::vector<std::string> audience;
  std::string publisher;
  std::string licence;
  std::optional<Date> valid_from, review_by;
  Version min_program;
  std::map<std::string, Source> sources;
  std::vector<ItemSummary> items;
  std::vector<AttractSlot> attract;
  std::vector<ManifestFile> files;

  [[nodiscard]] const ManifestFile* FindFile(std::string_view path) const;
};

/// Reads the manifest's exact bytes. Call it only with bytes whose signature is proven (or with a
/// preview that the person at the device asked for by name).
[[nodiscard]] Result<Manifest> ParseManifest(std::string_view json);

}  // namespace content
