// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "kiosk/core/event.h"
#include "kiosk/core/state.h"
#include "kiosk/core/update.h"
#include "kiosk/ui/ui.h"

namespace kiosk {

/// What a screen may look at. Screens hold no state and change none: they draw it and return what
/// the visitor did.
struct View {
  const State& state;
  const content::Catalog& catalog;
  const Now& now;
  /// Values of "{station_name}" and the like, from the device's configuration.
  const std::map<std::string, content::Text>& station;
  /// Picture of an item's pack; name 0 while it loads or when it can't be read.
  std::function<Texture(const content::Item&, const std::string& path)> picture;
  Texture video;         ///< The film's present frame.
  bool preview = false;  ///< An unsigned pack is on show: a banner says so.
  int problems = 0;      ///< What staff should look at; the attract loop says that there is some.

  /// `text` in the visitor's language with the station's values filled in.
  [[nodiscard]] std::string Say(content::TextView text) const;
  [[nodiscard]] content::Language Language() const { return state.visit.settings.language; }
};

using MaybeEvent = std::optional<Event>;

/// The whole picture: ground, top bar, the screen, the emergency button, notices, "still there?".
[[nodiscard]] MaybeEvent DrawKiosk(const View& view, Ui& ui);

/// Short name of the screen shown, as in scripts and semantics: "attract", "home", "round", ...
[[nodiscard]] std::string ScreenName(const State& state);

// One function a screen. `area` is what the frame leaves free: between the top bar and the
// emergency button, with margins.
[[nodiscard]] MaybeEvent DrawAttract(const AttractScreen& screen, const View& view, Ui& ui,
                                     Rect area);
[[nodiscard]] MaybeEvent DrawHome(const HomeScreen& screen, const View& view, Ui& ui, Rect area);
[[nodiscard]] MaybeEvent DrawShelf(const ShelfScreen& screen, const View& view, Ui& ui, Rect area);
[[nodiscard]] MaybeEvent DrawRound(const RoundScreen& screen, const View& view, Ui& ui, Rect area);
[[nodiscard]] MaybeEvent DrawRoundEnd(const RoundEndScreen& screen, const View& view, Ui& ui,
                                      Rect area);
[[nodiscard]] MaybeEvent DrawChat(const ChatScreen& screen, const View& view, Ui& ui, Rect area);
[[nodiscard]] MaybeEvent DrawVideo(const VideoScreen& screen, const View& view, Ui& ui, Rect area);
[[nodiscard]] MaybeEvent DrawChecklist(const ChecklistScreen& screen, const View& view, Ui& ui,
                                       Rect area);
[[nodiscard]] MaybeEvent DrawCard(const CardScreen& screen, const View& view, Ui& ui, Rect area);
[[nodiscard]] MaybeEvent DrawReport(const ReportScreen& screen, const View& view, Ui& ui,
                                    Rect area);
[[nodiscard]] MaybeEvent DrawDirectory(const DirectoryScreen& screen, const View& view, Ui& ui,
                                       Rect area);
[[nodiscard]] MaybeEvent DrawSurvey(const SurveyScreen& screen, const View& view, Ui& ui,
                                    Rect area);
[[nodiscard]] MaybeEvent DrawEmergency(const EmergencyScreen& screen, const View& view, Ui& ui,
                                       Rect area);

}  // namespace kiosk
