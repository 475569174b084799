// SPDX-License-Identifier: MIT
#pragma once

// Internal to the library: what the three exports share.

#include <algorithm>
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
  /// nullptr when no active pack holds the item. A part of a scenario, "<item>.<beat>.<part>",
  /// finds its scenario.
  [[nodiscard]] const Envelope* Find(std::string_view id) const {
    if (const auto found = items_.find(id); found != items_.end()) return found->second;
    for (int i = 0; i < 2; ++i) {
      id = id.substr(0, std::min(id.size(), id.rfind('.')));
      const auto found = items_.find(id);
      if (found != items_.end() && found->second->kind == Kind::kScenario) return found->second;
    }
    return nullptr;
  }

 private:
  std::map<std::string_view, const Envelope*> items_;
};

[[nodiscard]] inline bool IsAnswer(const JournalEvent& event) {
  return event.kind == EventKind::kAnswered || event.kind == EventKind::kMicroRound;
}

[[nodiscard]] inline bool IsTraining(EventKind kind) {
  return kind >= EventKind::kTrainingBegun && kind <= EventKind::kTrainingEnded;
}

/// A choice of the trainer's that was right or wrong, or a throw.
[[nodiscard]] inline bool IsJudgedTraining(const JournalEvent& event) {
  return event.kind == EventKind::kTrainingThrew ||
         (event.kind == EventKind::kTrainingChose && event.detail != kOpinion);
}

}  // namespace content
