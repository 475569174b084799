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
    std::is_same_v<E, Ticked> || std::is_same_v<E, FingerMoved> ||
    std::is_same_v<E, FingerLifted> || std::is_same_v<E, TryCounted> ||
    std::is_same_v<E, PinVerified> || std::is_same_v<E, PacksFound> ||
    std::is_same_v<E, WorkMoved> || std::is_same_v<E, WorkFailed> ||
    std::is_same_v<E, PackInstalled> || std::is_same_v<E, PackRolledBack> ||
    std::is_same_v<E, PreviewProven> || std::is_same_v<E, NumbersCounted> ||
    std::is_same_v<E, Exported> || std::is_same_v<E, DeviceInspected> ||
    std::is_same_v<E, PacksSwapped> || std::is_same_v<E, ItemsLoaded> ||
    std::is_same_v<E, CaptionsLoaded> || std::is_same_v<E, LoadFailed> ||
    std::is_same_v<E, VideoMoved> || std::is_same_v<E, VideoEnded> ||
    std::is_same_v<E, VideoFailed>;

/// What holds on every screen holds on those of staff only when it is one of these: no event of a
/// visitor leads from there, or begins a visit.
template <typename E>
inline constexpr bool kHoldsForStaff =
    std::is_same_v<E, LanguageChosen> || std::is_same_v<E, TextSizeChosen> ||
    std::is_same_v<E, ContrastChosen> || std::is_same_v<E, ReachChosen>;

template <typename E>
void Apply(Turn& turn, const E& event) {
  if constexpr (!kFromDevice<E>) KeepVisit(turn);
  const bool staff = IsStaff(turn.state.screen);
  // The screen first: what holds anywhere may replace it.
  std::visit([&](auto& screen) { On(turn, screen, event); }, turn.state.screen);
  if (kHoldsForStaff<E> || !staff) OnAnywhere(turn, event);
}

}  // namespace

bool IsStaff(const Screen& screen) {
  return std::holds_alternative<PinScreen>(screen) || std::holds_alternative<StaffScreen>(screen);
}

std::vector<Effect> Update(State& state, const Event& event, const content::Catalog& catalog,
                           const Now& now) {
  Turn turn{state, catalog, now, {}};
  state.updated_at = now.seconds;
  std::visit([&](const auto& happened) { Apply(turn, happened); }, event);
  return std::move(turn.effects);
}

}  // namespace kiosk
