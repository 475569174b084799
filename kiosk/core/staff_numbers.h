// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "content/catalog.h"
#include "content/results.h"
#include "kiosk/core/state.h"

namespace kiosk {

/// The hours of a period up to now: today, the last 7 or the last 30 days, whole local days.
[[nodiscard]] content::Span SpanOf(Period period, const Now& now);

/// What staff read about a period. `events` are those of SpanOf(period, now), `summary` and
/// `hardest` (kLeastForItem answers at least) were counted over the same span. Answers to items
/// that no pack of `catalog` knows any more count in the summary, not in a topic.
[[nodiscard]] Numbers SumUp(Period period, const Now& now, const content::Summary& summary,
                            std::span<const content::JournalEvent> events,
                            const std::vector<content::ItemScore>& hardest,
                            const content::Catalog& catalog);

}  // namespace kiosk
