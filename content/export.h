// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "content/catalog.h"
#include "content/result.h"
#include "content/results.h"

namespace content {

/// Fewer answers, visits or votes than this are never told as a number of their own in a summary.
inline constexpr int kSmallestCell = 5;

/// Takes the next piece of a file; what it refuses ends the writing.
using Sink = std::function<Result<void>(std::string_view)>;

/// Writes three files about `events` (in the journal's order) into `folder`, which must exist:
///
///   maplebridge-<device>-<first day>-<last day>-events.csv    one line an event
///   maplebridge-<device>-<first day>-<last day>-summary.csv   sums, no cell below kSmallestCell
///   maplebridge-<device>-<first day>-<last day>-xapi.ndjson   xAPI 1.0.3, one statement a line
///
/// All three are written beside and synced before the first gets its name: a full disk or a stick
/// that is pulled leaves what was there. EXPORT.md describes columns and statements. `device` is
/// 1 to 32 of a-z, 0-9 and "-". `catalog` gives titles and topics where it knows the item.
/// Errors: export.device, export.empty, export.no-folder, export.no-space, export.unwritable,
/// export.io.
[[nodiscard]] Result<void> WriteExports(const std::filesystem::path& folder,
                                        std::span<const JournalEvent> events,
                                        const Catalog& catalog, std::string_view device);

/// The parts of WriteExports, without a file. CSV begins with a byte order mark, which Excel needs
/// in order to read UTF-8, and ends lines with CR LF (RFC 4180).
[[nodiscard]] Result<void> WriteEventsCsv(std::span<const JournalEvent> events,
                                          const Catalog& catalog, const Sink& sink);
[[nodiscard]] Result<void> WriteSummaryCsv(std::span<const JournalEvent> events,
                                           const Catalog& catalog, const Sink& sink);
[[nodiscard]] Result<void> WriteStatements(std::span<const JournalEvent> events,
                                           const Catalog& catalog, std::string_view device,
                                           const Sink& sink);

/// RFC 4122 version 5 UUID of `name` in the project's own name space: the same name, the same UUID.
[[nodiscard]] std::string MakeUuid(std::string_view name);

/// Hours since 1970 as a day and an hour of Beijing, which is all that China keeps: "2026-11-24"
/// and "2026-11-24 13:00".
[[nodiscard]] std::string BeijingDay(std::int64_t hour);
[[nodiscard]] std::string BeijingHour(std::int64_t hour);

}  // namespace content
