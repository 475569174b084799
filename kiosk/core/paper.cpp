// SPDX-License-Identifier: MIT
#include <algorithm>

#include "kiosk/core/rules.h"

namespace kiosk {
namespace {

/// Whether any group of a checklist or directory has an entry of this id.
template <typename Groups>
bool HasEntry(const Groups& groups, const std::string& id) {
  return std::any_of(groups.begin(), groups.end(), [&](const auto& group) {
    return std::any_of(group.entries.begin(), group.entries.end(),
                       [&](const auto& entry) { return entry.id == id; });
  });
}

const content::Survey* FindSurvey(const SurveyScreen& screen) {
  return screen.item ? std::get_if<content::Survey>(&screen.item->body) : nullptr;
}

/// Only now: whoever walks away in the middle has not given an opinion.
void EndSurvey(Turn& turn, SurveyScreen& screen) {
  screen.done = true;
  for (std::size_t i = 0; i < screen.answers.size(); ++i) {
    if (screen.answers[i] < 0) continue;
    turn.Note(content::EventKind::kSurveyAnswered, screen.item->envelope.id, static_cast<int>(i),
              screen.answers[i]);
  }
}

}  // namespace

void On(Turn& turn, ChecklistScreen& screen, const ItemsLoaded& event) {
  TakeItem<content::Checklist>(turn, screen.item, event);
}

void On(Turn&, ChecklistScreen& screen, const EntryTapped& event) {
  const auto* list = screen.item ? std::get_if<content::Checklist>(&screen.item->body) : nullptr;
  if (list == nullptr || !HasEntry(list->groups, event.id)) return;
  if (std::erase(screen.ticked, event.id) == 0) screen.ticked.push_back(event.id);
}

void On(Turn& turn, ChecklistScreen&, const NextTapped&) { GoBack(turn); }

void On(Turn& turn, DirectoryScreen& screen, const ItemsLoaded& event) {
  TakeItem<content::Directory>(turn, screen.item, event);
}

void On(Turn&, DirectoryScreen& screen, const EntryTapped& event) {
  const auto* list = screen.item ? std::get_if<content::Directory>(&screen.item->body) : nullptr;
  if (list == nullptr || !HasEntry(list->groups, event.id)) return;
  screen.open_entry = screen.open_entry == event.id ? std::string() : event.id;
}

void On(Turn& turn, DirectoryScreen&, const NextTapped&) { GoBack(turn); }

void On(Turn& turn, SurveyScreen& screen, const ItemsLoaded& event) {
  if (!TakeItem<content::Survey>(turn, screen.item, event)) return;
  screen.answers.assign(FindSurvey(screen)->questions.size(), -1);
}

void On(Turn&, SurveyScreen& screen, const OptionTapped& event) {
  const content::Survey* survey = FindSurvey(screen);
  if (survey == nullptr || screen.done || screen.index >= screen.answers.size()) return;
  if (event.option >= survey->questions[screen.index].options.size()) return;
  screen.answers[screen.index] = static_cast<int>(event.option);
}

void On(Turn& turn, SurveyScreen& screen, const NextTapped&) {
  if (FindSurvey(screen) == nullptr) return;
  if (screen.done) {
    GoBack(turn);
  } else if (screen.index + 1 < screen.answers.size()) {
    ++screen.index;  // A question may be left out.
  } else {
    EndSurvey(turn, screen);
  }
}

}  // namespace kiosk
