// SPDX-License-Identifier: MIT
#pragma once

// Internal to the library: what the three exports share.

#include <map>
#include <string_view>

#include "content/catalog.h"
#include "content/results.h"

namespace content {

/// What the catalogue knows of an item; asked once an event, so not by walking all packs. Holds
/// pointers into the catalogue.
class ItemIndex {
 public:
  explicit ItemIndex(const Catalog& catalog) {
    for (const Pack& pack : catalog.packs) {
      for (const ItemSummary& item : pack.manifest.items) {
        items_.emplace(item.envelope.id, &item.envelope);  // the first wins, as in Catalog::Find
      }
    }
  }
  /// nullptr when no active pack holds the item.
  [[nodiscard]] const Envelope* Find(std::string_view id) const {
    const auto found = items_.find(id);
    return found == items_.end() ? nullptr : found->second;
  }

 private:
  std::map<std::string_view, const Envelope*> items_;
};

[[nodiscard]] inline bool IsAnswer(const JournalEvent& event) {
  return event.kind == EventKind::kAnswered || event.kind == EventKind::kMicroRound;
}

}  // namespace content
