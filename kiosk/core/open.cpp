// SPDX-License-Identifier: MIT
#include <algorithm>
#include <optional>
#include <string_view>

#include "kiosk/core/rules.h"

namespace kiosk {
namespace {

using content::Kind;

std::optional<Screen> MakeScreen(Kind kind, content::ItemRef ref) {
  switch (kind) {
    case Kind::kQuiz:
    case Kind::kSpot: {
      RoundScreen round;
      round.refs = {ref};
      return round;
    }
    case Kind::kChat:
      return ChatScreen{};
    case Kind::kVideo: {
      VideoScreen film;
      film.ref = ref;
      return film;
    }
    case Kind::kChecklist:
      return ChecklistScreen{};
    case Kind::kCard:
      return CardScreen{};
    case Kind::kReport:
      return ReportScreen{};
    case Kind::kDirectory:
      return DirectoryScreen{};
    case Kind::kSurvey:
      return SurveyScreen{};
    case Kind::kScenario:
      return std::nullopt;  // The trainer's.
  }
  return std::nullopt;
}

/// Whether the item stands on the shelf of its room. Scams and genuine messages do not: rounds mix
/// them, and side by side on a shelf they would give each other away. Nor do questions that a round
/// offered there holds.
bool IsOnShelf(const content::Envelope& envelope, const ShelfScreen& shelf, content::Date today) {
  if (envelope.kind == Kind::kScenario || envelope.topic == content::kEmergencyTopic) return false;
  const bool question = envelope.kind == Kind::kQuiz || envelope.kind == Kind::kSpot;
  if (!question) return true;
  return envelope.signal == content::Signal::kNone &&
         std::none_of(shelf.rounds.begin(), shelf.rounds.end(),
                      [&](const RoundPool& pool) { return IsInPool(envelope, pool, today); });
}

/// Whether the present screen waits for items that it cannot do without.
bool WaitsForItem(const Screen& screen) {
  if (const auto* round = std::get_if<RoundScreen>(&screen)) return round->items.empty();
  return std::visit(
      [](const auto& shown) {
        if constexpr (requires { shown.item; }) return !shown.item;
        return false;
      },
      screen);
}

}  // namespace

Room RoomOf(const content::Envelope& envelope) {
  if (envelope.kind == Kind::kVideo) return Room::kWatch;
  if (envelope.kind == Kind::kChecklist) return Room::kPapers;
  if (envelope.kind == Kind::kReport || envelope.kind == Kind::kDirectory ||
      envelope.kind == Kind::kSurvey) {
    return Room::kNearby;
  }
  const std::string_view topic = envelope.topic;
  const std::string_view first = topic.substr(0, topic.find('.'));
  if (first == "service") return Room::kPapers;
  if (first == "station") return Room::kNearby;
  if (first == "safety" || envelope.kind == Kind::kScenario) return Room::kSafety;
  return Room::kRecognise;
}

bool IsIn(const content::Catalog& catalog, content::ItemRef ref) {
  return ref.pack < catalog.packs.size() &&
         ref.item < catalog.packs[ref.pack].manifest.items.size();
}

void OpenItem(Turn& turn, content::ItemRef ref, bool instead) {
  if (!IsIn(turn.catalog, ref)) return;
  const content::Envelope& envelope = turn.catalog.EnvelopeOf(ref);
  if (envelope.topic == content::kEmergencyTopic) {
    OnAnywhere(turn, EmergencyTapped{});
    return;
  }
  auto screen = MakeScreen(envelope.kind, ref);
  if (!screen) return;
  if (instead) {
    GoInstead(turn, std::move(*screen));
  } else {
    GoTo(turn, std::move(*screen));
  }
  turn.Do(LoadItems{{ref}});
}

void OnAnywhere(Turn& turn, const RoomChosen& event) {
  const content::Date today = turn.now.today;
  ShelfScreen shelf{event.room, {}, RoundsOf(turn.catalog, event.room, today)};
  shelf.items = turn.catalog.Select([&](const content::Envelope& envelope) {
    return RoomOf(envelope) == event.room && IsOnShelf(envelope, shelf, today) &&
           content::IsShowable(envelope, today);
  });
  // What one does comes before what one reads.
  std::stable_partition(shelf.items.begin(), shelf.items.end(), [&](content::ItemRef ref) {
    return turn.catalog.EnvelopeOf(ref).kind != Kind::kCard;
  });
  if (std::holds_alternative<ShelfScreen>(turn.state.screen)) {
    GoInstead(turn, std::move(shelf));
  } else {
    GoTo(turn, std::move(shelf));
  }
}

void OnAnywhere(Turn& turn, const ItemChosen& event) { OpenItem(turn, event.ref, false); }

void OnAnywhere(Turn& turn, const LoadFailed& event) {
  // The attract loop goes on with its next item, the emergency screen has words of its own.
  if (std::holds_alternative<AttractScreen>(turn.state.screen) ||
      std::holds_alternative<EmergencyScreen>(turn.state.screen) ||
      !WaitsForItem(turn.state.screen)) {
    return;
  }
  GoBack(turn);
  turn.state.notice = event.error;
}

void On(Turn& turn, CardScreen& screen, const ItemsLoaded& event) {
  TakeItem<content::Card>(turn, screen.item, event);
}
void On(Turn& turn, CardScreen&, const NextTapped&) { GoBack(turn); }

void On(Turn& turn, ReportScreen& screen, const ItemsLoaded& event) {
  TakeItem<content::Report>(turn, screen.item, event);
}
void On(Turn& turn, ReportScreen&, const NextTapped&) { GoBack(turn); }

}  // namespace kiosk
