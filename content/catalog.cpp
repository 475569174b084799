// SPDX-License-Identifier: MIT
#include "content/catalog.h"

namespace content {

std::optional<ItemRef> Catalog::Find(std::string_view item_id) const {
  for (std::size_t p = 0; p < packs.size(); ++p) {
    const auto& items = packs[p].manifest.items;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (items[i].envelope.id == item_id) return ItemRef{p, i};
    }
  }
  return std::nullopt;
}

bool IsShowable(const Envelope& envelope, Date today) {
  return !envelope.valid_from || *envelope.valid_from <= today;
}

bool IsPastReview(const Envelope& envelope, Date today) {
  return envelope.review_by && *envelope.review_by < today;
}

}  // namespace content
