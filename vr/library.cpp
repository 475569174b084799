// SPDX-License-Identifier: MIT
#include "vr/library.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "content/pack_store.h"

namespace vr {
namespace {

content::Error Empty(const std::filesystem::path& store) {
  return {"library.empty",
          {"没有可用的训练内容", "There is no scenario that can be played"},
          store.string(),
          {"请装入含有训练情景的内容包（如drowning-prevention），并由本机信任的密钥签名",
           "Install a pack with a scenario (such as drowning-prevention), signed with a key that "
           "this device trusts"}};
}

void ReadSounds(const content::Pack& pack, const content::Scenario& scenario, Shelf& shelf,
                content::Problems& problems) {
  for (const content::Beat& beat : scenario.beats) {
    for (const content::BeatStep& step : beat.steps) {
      for (const content::Caption& caption : step.captions) {
        for (const std::string& path : {caption.narration_zh, caption.narration_en}) {
          if (path.empty() || shelf.sounds.contains(path)) continue;
          auto bytes = content::LoadFile(pack, path);
          if (bytes) {
            shelf.sounds[path].assign(bytes->begin(), bytes->end());
          } else {
            problems.push_back(bytes.error());  // the caption is shown all the same
          }
        }
      }
    }
  }
}

}  // namespace

std::vector<Shelf> LoadLibrary(const LibraryFolders& folders, content::Problems& problems) {
  const auto keys = content::LoadPublicKeys(folders.keys, problems);
  content::Catalog catalog =
      content::PackStore::OpenReadOnly(folders.store).LoadCatalog(keys, problems);
  content::AddPreviews(folders.unsigned_packs, catalog, problems);
  for (content::Error& problem : content::DropDoubles(catalog)) {
    problems.push_back(std::move(problem));
  }
  std::vector<Shelf> found;
  const auto refs = catalog.Select(
      [](const content::Envelope& envelope) { return envelope.kind == content::Kind::kScenario; });
  for (const content::ItemRef ref : refs) {
    const content::Pack& pack = catalog.packs[ref.pack];
    auto item = content::LoadItem(pack, catalog.EnvelopeOf(ref).id);
    if (!item) {
      problems.push_back(item.error());
      continue;
    }
    Shelf shelf;
    shelf.item = item->envelope.id;
    shelf.title = item->envelope.title;
    shelf.seconds = item->envelope.est_seconds;
    auto scenario = std::get<content::Scenario>(std::move(item->body));
    ReadSounds(pack, scenario, shelf, problems);
    shelf.scenario = std::make_shared<const content::Scenario>(std::move(scenario));
    found.push_back(std::move(shelf));
  }
  // The longest is the one to begin with; others are variations upon it.
  std::ranges::stable_sort(found, std::ranges::greater{}, &Shelf::seconds);
  if (found.empty()) problems.push_back(Empty(folders.store));
  return found;
}

}  // namespace vr
