// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "content/envelope.h"

namespace content {

struct DirectoryEntry {
  std::string id;
  Text name;
  Text note;          ///< What it is for, and what it is not.
  std::string phone;  ///< As dialled; may be empty.
  Text hours;
  Text place;
  std::string qr;        ///< Text of the station's own QR code; empty unless the station gave it.
  bool confirm = false;  ///< The station must confirm it before it is shown as fact.
};

struct DirectoryGroup {
  std::string id;
  Text title;
  std::vector<DirectoryEntry> entries;
};

/// Service groups, telephone numbers and places.
struct Directory {
  Text intro;
  std::vector<DirectoryGroup> groups;
};

}  // namespace content
