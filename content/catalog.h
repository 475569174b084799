// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/pack.h"

namespace content {

/// Where an item is: index into Catalog::packs and into that pack's manifest.items.
struct ItemRef {
  std::size_t pack = 0;
  std::size_t item = 0;
  bool operator==(const ItemRef&) const = default;
};

/// All that is active on the device. Pure: made from opened packs, asked by the rules, never
/// changed; a new one replaces it at the next return to the attract loop.
struct Catalog {
  std::vector<Pack> packs;

  [[nodiscard]] const ItemSummary& Summary(ItemRef ref) const {
    return packs[ref.pack].manifest.items[ref.item];
  }
  [[nodiscard]] const Envelope& EnvelopeOf(ItemRef ref) const { return Summary(ref).envelope; }

  /// Absent when no active pack holds the item.
  [[nodiscard]] std::optional<ItemRef> Find(std::string_view item_id) const;

  /// Items in the order of packs and manifests for which `keep` is true.
  template <typename Keep>
  [[nodiscard]] std::vector<ItemRef> Select(Keep keep) const {
    std::vector<ItemRef> found;
    for (std::size_t p = 0; p < packs.size(); ++p) {
      for (std::size_t i = 0; i < packs[p].manifest.items.size(); ++i) {
        if (keep(packs[p].manifest.items[i].envelope)) found.push_back({p, i});
      }
    }
    return found;
  }
};

/// Takes items out whose id an earlier pack has already: an id is unique on a device. Tells of each
/// pack that loses some (catalog.double), naming both.
[[nodiscard]] Problems DropDoubles(Catalog& catalog);

/// Packs past their review date (catalog.past-review): shown all the same, but staff should know.
[[nodiscard]] Problems FindPastReview(const Catalog& catalog, Date today);

/// Whether `envelope` may be shown on `today`: begun, and not asked for in vain. Past its review
/// date an item is still shown (with a note): kiosk clocks are wrong more often than items.
[[nodiscard]] bool IsShowable(const Envelope& envelope, Date today);
[[nodiscard]] bool IsPastReview(const Envelope& envelope, Date today);

}  // namespace content
