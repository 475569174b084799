// SPDX-License-Identifier: MIT
#include "kiosk/core/clock.h"

#include <algorithm>

namespace kiosk {

content::Date BelievedToday(content::Date today, const content::Catalog& catalog) {
  if (!IsClockWrong(today)) return today;
  content::Date latest = kReleased;
  for (const content::Pack& pack : catalog.packs) {
    latest = std::max(latest, pack.manifest.valid_from.value_or(latest));
    for (const content::ItemSummary& item : pack.manifest.items) {
      latest = std::max(latest, item.envelope.valid_from.value_or(latest));
    }
  }
  return latest;
}

}  // namespace kiosk
