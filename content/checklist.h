// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "content/envelope.h"

namespace content {

struct ChecklistEntry {
  std::string id;
  Text text;
  Text ask_station;  ///< What the station must still say about it; may be empty.
};

enum class GroupRule { kAll, kAnyOne, kIf };
inline constexpr const char* kGroupRuleNames[] = {"all", "any_one", "if"};

struct ChecklistGroup {
  std::string id;
  GroupRule rule = GroupRule::kAll;
  Text condition;  ///< With kIf: when this group applies.
  Text title;
  std::vector<ChecklistEntry> entries;
};

struct LegalFact {
  Text text;
  std::string law;  ///< Statute and article.
};

/// Papers for a procedure. Without the station's confirmation it is shown as a sample only.
struct Checklist {
  Text summary;
  Approval confirmed;         ///< The station's confirmation; `by` is empty until given.
  std::vector<Text> who_all;  ///< Conditions that must all hold.
  std::vector<Text> who_any;  ///< Conditions of which one must hold.
  std::vector<ChecklistGroup> groups;
  std::vector<LegalFact> facts;
  std::vector<Text> ask_station;  ///< Questions the station answers before publication.

  [[nodiscard]] bool IsConfirmed() const { return !confirmed.by.empty(); }
};

}  // namespace content
