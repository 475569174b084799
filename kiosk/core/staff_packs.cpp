// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "kiosk/core/staff.h"

namespace kiosk {
namespace {

using content::ItemSummary;
using content::Manifest;
using content::ManifestFile;

const ItemSummary* FindItem(const Manifest& manifest, std::string_view id) {
  const auto found = std::find_if(manifest.items.begin(), manifest.items.end(),
                                  [id](const ItemSummary& item) { return item.envelope.id == id; });
  return found == manifest.items.end() ? nullptr : &*found;
}

bool HaveSameBytes(const ManifestFile* a, const ManifestFile* b) {
  return a != nullptr && b != nullptr && a->size == b->size && a->sha256 == b->sha256;
}

/// Hashes of all files that are no item, by path.
std::map<std::string_view, content::Sha256> Media(const Manifest& manifest) {
  std::set<std::string_view> items;
  for (const ItemSummary& item : manifest.items) items.insert(item.path);
  std::map<std::string_view, content::Sha256> media;
  for (const ManifestFile& file : manifest.files) {
    if (!items.contains(file.path)) media[file.path] = file.sha256;
  }
  return media;
}

int CountDifferent(const Manifest& a, const Manifest& b) {
  const auto before = Media(a), after = Media(b);
  int different = 0;
  for (const auto& [path, hash] : after) {
    const auto old = before.find(path);
    if (old == before.end() || old->second != hash) ++different;
  }
  for (const auto& [path, hash] : before) {
    if (!after.contains(path)) ++different;
  }
  return different;
}

}  // namespace

PackChanges ComparePacks(const Manifest* active, const Manifest& found) {
  const Manifest nothing;
  const Manifest& before = active != nullptr ? *active : nothing;
  PackChanges changes;
  const auto add = [&](ItemChange::What what, const ItemSummary& item) {
    changes.items.push_back({what, item.envelope.kind, item.envelope.title});
  };
  std::vector<const ItemSummary*> changed;
  for (const ItemSummary& item : found.items) {
    const ItemSummary* old = FindItem(before, item.envelope.id);
    if (old == nullptr) {
      add(ItemChange::What::kNew, item);
    } else if (HaveSameBytes(before.FindFile(old->path), found.FindFile(item.path))) {
      ++changes.same;
    } else {
      changed.push_back(&item);
    }
  }
  for (const ItemSummary* item : changed) add(ItemChange::What::kChanged, *item);
  for (const ItemSummary& item : before.items) {
    if (FindItem(found, item.envelope.id) == nullptr) add(ItemChange::What::kGone, item);
  }
  changes.media = CountDifferent(before, found);
  return changes;
}

}  // namespace kiosk
