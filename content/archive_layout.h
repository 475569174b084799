// SPDX-License-Identifier: MIT
#pragma once

// Internal to the library: the strict reading of a ZIP's directory.

#include <cstdint>
#include <vector>

#include "content/archive.h"

namespace content {

/// Proves that the file is nothing but entries one behind the other in the order of the central
/// directory, that directory and its end record (APPNOTE.TXT 6.3.10, sections 4.3 and 4.4): no
/// gap, no overlap, no extra field, no comment, no data descriptor, no ZIP64. A file that two ZIP
/// readers could read differently does not pass. Gives the entries in the directory's order.
/// `fd` is open for reading on a regular file of `size` bytes; `where` is for messages.
[[nodiscard]] Result<std::vector<Archive::Entry>> ReadLayout(int fd, std::uint64_t size,
                                                             const std::string& where);

}  // namespace content
