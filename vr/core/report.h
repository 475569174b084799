// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "content/results.h"
#include "vr/core/run.h"

namespace vr {

/// One line a fact; times and lengths with all their digits, so that two reports whose text is the
/// same are the same bit for bit.
[[nodiscard]] std::string FormatReport(const Report& report);

// Lines of the journal (content/results.h); visit and hour are the caller's.
[[nodiscard]] content::JournalEvent BeginEvent(const std::string& item, const Setup& setup);
[[nodiscard]] content::JournalEvent DeedEvent(const std::string& item, const Deed& deed);
[[nodiscard]] content::JournalEvent StopEvent(const std::string& item, const std::string& beat,
                                              CalmCause cause);
[[nodiscard]] content::JournalEvent EndEvent(const Report& report);

}  // namespace vr
