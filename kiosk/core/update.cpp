// SPDX-License-Identifier: MIT
#include "kiosk/core/update.h"

#include <type_traits>

#include "kiosk/core/rules.h"

namespace kiosk {
namespace {

/// Events without a rule for the present screen, or anywhere, mean nothing there.
template <typename AnyScreen, typename AnyEvent>
void On(Turn&, AnyScreen&, const AnyEvent&) {}
template <typename AnyEvent>
void OnAnywhere(Turn&, const AnyEvent&) {}

template <typename E>
inline constexpr bool kFromDevice =
    std::is_same_v<E, Ticked> || std::is_same_v<E, ItemsLoaded> ||
    std::is_same_v<E, CaptionsLoaded> || std::is_same_v<E, LoadFailed> ||
    std::is_same_v<E, VideoMoved> || std::is_same_v<E, VideoEnded> ||
    std::is_same_v<E, VideoFailed>;

template <typename E>
void Apply(Turn& turn, const E& event) {
  if constexpr (!kFromDevice<E>) KeepVisit(turn);
  // The screen first: what holds anywhere may replace it.
  std::visit([&](auto& screen) { On(turn, screen, event); }, turn.state.screen);
  OnAnywhere(turn, event);
}

}  // namespace

std::vector<Effect> Update(State& state, const Event& event, const content::Catalog& catalog,
                           const Now& now) {
  Turn turn{state, catalog, now, {}};
  state.updated_at = now.seconds;
  std::visit([&](const auto& happened) { Apply(turn, happened); }, event);
  return std::move(turn.effects);
}

}  // namespace kiosk
