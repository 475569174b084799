// SPDX-License-Identifier: MIT
#include "content/catalog.h"

#include <map>
#include <unordered_map>
#include <utility>

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

Problems DropDoubles(Catalog& catalog) {
  Problems problems;
  std::unordered_map<std::string, std::size_t> owners;  // an item's id, and the pack that has it
  for (std::size_t p = 0; p < catalog.packs.size(); ++p) {
    Pack& pack = catalog.packs[p];
    std::map<std::string, std::vector<std::string>> lost;  // by the pack that comes first
    std::erase_if(pack.manifest.items, [&](const ItemSummary& item) {
      const auto [owner, is_new] = owners.emplace(item.envelope.id, p);
      if (!is_new) lost[catalog.packs[owner->second].manifest.id].push_back(item.envelope.id);
      return !is_new;
    });
    for (const auto& [first, items] : lost) {
      const std::string count = std::to_string(items.size());
      problems.push_back(
          {"catalog.double",
           {"有" + count + "个条目在“" + first + "”里已经有了，用的是那里的",
            count + " items are also in \"" + first + "\", whose are shown"},
           pack.manifest.id + " (" + items.front() + (items.size() > 1 ? ", …)" : ")"),
           {"请发布者改条目的标识，或只装其中一个包",
            "ask the publisher for other ids, or install only one of the two packs"}});
    }
  }
  return problems;
}

Problems FindPastReview(const Catalog& catalog, Date today) {
  Problems problems;
  for (const Pack& pack : catalog.packs) {
    const Manifest& manifest = pack.manifest;
    if (!manifest.review_by || *manifest.review_by >= today) continue;
    const std::string date = FormatDate(*manifest.review_by);
    problems.push_back(
        {"catalog.past-review",
         {"“" + manifest.title.zh + "”过了复核日期" + date + "，仍在使用",
          "\"" + manifest.title.In(Language::kEnglish) + "\" is past its review date " + date +
              " and still shown"},
         manifest.id + " " + FormatVersion(manifest.version),
         {"向发布者要新版本；若本机日期不对，先改日期",
          "ask the publisher for a new version; set the clock if the date is wrong"}});
  }
  return problems;
}

bool IsShowable(const Envelope& envelope, Date today) {
  return !envelope.valid_from || *envelope.valid_from <= today;
}

bool IsPastReview(const Envelope& envelope, Date today) {
  return envelope.review_by && *envelope.review_by < today;
}

}  // namespace content
