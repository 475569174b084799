// SPDX-License-Identifier: MIT
#include "kiosk/core/rules.h"

namespace kiosk {

void OnAnywhere(Turn& turn, const EmergencyTapped&) {
  if (std::holds_alternative<EmergencyScreen>(turn.state.screen)) return;
  GoTo(turn, EmergencyScreen{});
  turn.Note(content::EventKind::kEmergencyOpened);
  const auto cards = turn.catalog.Select([&](const content::Envelope& envelope) {
    return envelope.kind == content::Kind::kCard && envelope.topic == content::kEmergencyTopic &&
           content::IsShowable(envelope, turn.now.today);
  });
  if (!cards.empty()) turn.Do(LoadItems{{cards.front()}});
}

void On(Turn&, EmergencyScreen& screen, const ItemsLoaded& event) {
  if (screen.item || event.items.empty() || !event.items.front()) return;
  // Only a card can be shown here; without one the kiosk's own words stand.
  if (std::holds_alternative<content::Card>(event.items.front()->body)) {
    screen.item = event.items.front();
  }
}

}  // namespace kiosk
