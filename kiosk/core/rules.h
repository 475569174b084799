// SPDX-License-Identifier: MIT
#pragma once

// The rules behind Update, one file a subject. Nothing outside kiosk/core includes this.

#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "kiosk/core/event.h"
#include "kiosk/core/state.h"
#include "kiosk/core/update.h"

namespace kiosk {

/// One call of Update: what the rules may read and change.
struct Turn {
  State& state;
  const content::Catalog& catalog;
  const Now& now;
  std::vector<Effect> effects;

  void Do(Effect effect) { effects.push_back(std::move(effect)); }
  /// Journals `event`; visit and hour are filled in.
  void Write(content::JournalEvent event);
  /// The same for what is no answer.
  void Note(content::EventKind kind, const std::string& item = {}, int value = 0, int detail = 0);
};

/// Clocks are sums of floating-point seconds: a moment counts as reached a microsecond early, or a
/// deadline could be announced again and again without ever being reached.
[[nodiscard]] inline bool IsDue(double moment, const Now& now) {
  return now.seconds + 1e-6 >= moment;
}

// visit.cpp -----------------------------------------------------------------------------------

/// Why a visit ended, as the journal's detail.
enum class Parting { kLeft = 0, kIdle = 1 };

/// Nothing when somebody is already there.
void BeginVisit(Turn& turn);
/// Settles what is open, forgets everything of the visitor and shows the attract loop.
void EndVisit(Turn& turn, Parting parting);

void OnAnywhere(Turn& turn, const LeaveTapped& event);
void OnAnywhere(Turn& turn, const NoticeClosed& event);
void OnAnywhere(Turn& turn, const LanguageChosen& event);
void OnAnywhere(Turn& turn, const TextSizeChosen& event);
void OnAnywhere(Turn& turn, const ContrastChosen& event);
void OnAnywhere(Turn& turn, const ReachChosen& event);
void OnAnywhere(Turn& turn, const VolumeChosen& event);
void OnAnywhere(Turn& turn, const CaptionsChosen& event);
void OnAnywhere(Turn& turn, const ListenTapped& event);

// way.cpp: from screen to screen ------------------------------------------------------------------

inline constexpr std::size_t kBackDepth = 8;  ///< Screens kept to go back to.

/// Shows `next`; the present screen can be returned to.
void GoTo(Turn& turn, Screen next);
/// Shows `next` in the place of the present screen.
void GoInstead(Turn& turn, Screen next);
void GoBack(Turn& turn);
void GoHome(Turn& turn);
/// Journals what a screen that will not be seen again leaves unfinished, and stops its film.
void SettleScreen(Turn& turn, Screen& screen);
void Hush(Turn& turn);  ///< Ends a narration.

void OnAnywhere(Turn& turn, const HomeTapped& event);
void OnAnywhere(Turn& turn, const BackTapped& event);

// open.cpp: items asked for, and items that arrive -----------------------------------------------

/// Shows the item on the screen for its kind; nothing for a stale reference or a scenario.
void OpenItem(Turn& turn, content::ItemRef ref, bool instead);
[[nodiscard]] bool IsIn(const content::Catalog& catalog, content::ItemRef ref);
/// Moves the first item that came into `place` when it has the body `Body`. Otherwise, and when
/// the place is still empty, the screen cannot be shown and the visitor is taken back.
template <typename Body>
bool TakeItem(Turn& turn, ItemPtr& place, const ItemsLoaded& loaded) {
  if (place) return false;
  if (loaded.items.empty() || !loaded.items.front() ||
      !std::holds_alternative<Body>(loaded.items.front()->body)) {
    GoBack(turn);
    return false;
  }
  place = loaded.items.front();
  turn.state.visit.seen.push_back(place->envelope.id);
  turn.Note(content::EventKind::kItemOpened, place->envelope.id);
  return true;
}

void OnAnywhere(Turn& turn, const RoomChosen& event);
void OnAnywhere(Turn& turn, const ItemChosen& event);
void OnAnywhere(Turn& turn, const LoadFailed& event);
void On(Turn& turn, CardScreen& screen, const ItemsLoaded& event);
void On(Turn& turn, CardScreen& screen, const NextTapped& event);
void On(Turn& turn, ReportScreen& screen, const ItemsLoaded& event);
void On(Turn& turn, ReportScreen& screen, const NextTapped& event);

// staff_entry.cpp: the long presses and the PIN
// ----------------------------------------------------

void OnAnywhere(Turn& turn, const Touched& event);
void OnAnywhere(Turn& turn, const FingerMoved& event);
void OnAnywhere(Turn& turn, const FingerLifted& event);
void On(Turn& turn, PinScreen& screen, const DigitTapped& event);
void On(Turn& turn, PinScreen& screen, const DigitErased& event);
void On(Turn& turn, PinScreen& screen, const PinEntered& event);
void On(Turn& turn, PinScreen& screen, const TryCounted& event);
void On(Turn& turn, PinScreen& screen, const PinVerified& event);
void On(Turn& turn, PinScreen& screen, const Ticked& event);
void On(Turn& turn, PinScreen& screen, const BackTapped& event);
void On(Turn& turn, PinScreen& screen, const LeaveTapped& event);

// staff.cpp
// -----------------------------------------------------------------------------------------

void OpenStaff(Turn& turn);
/// Forgets everything and shows the attract loop, with other packs when they were changed.
void EndStaff(Turn& turn);
/// From a pack on show back to the page that showed it.
void EndPreview(Turn& turn);
[[nodiscard]] double StaffDeadline(const State& state);
[[nodiscard]] int WholeSecondsLeft(double until, double now);

void OnAnywhere(Turn& turn, const PacksSwapped& event);
void On(Turn& turn, StaffScreen& screen, const StaffDoorTapped& event);
void On(Turn& turn, StaffScreen& screen, const BackTapped& event);
void On(Turn& turn, StaffScreen& screen, const LeaveTapped& event);
void On(Turn& turn, StaffScreen& screen, const ExitTapped& event);
void On(Turn& turn, StaffScreen& screen, const Ticked& event);
void On(Turn& turn, StaffScreen& screen, const Touched& event);
void On(Turn& turn, StaffScreen& screen, const FingerMoved& event);
void On(Turn& turn, StaffScreen& screen, const LookAgainTapped& event);
void On(Turn& turn, StaffScreen& screen, const PacksFound& event);
void On(Turn& turn, StaffScreen& screen, const FoundPackTapped& event);
void On(Turn& turn, StaffScreen& screen, const InstallTapped& event);
void On(Turn& turn, StaffScreen& screen, const PreviewTapped& event);
void On(Turn& turn, StaffScreen& screen, const RollBackTapped& event);
void On(Turn& turn, StaffScreen& screen, const CancelTapped& event);
void On(Turn& turn, StaffScreen& screen, const WorkMoved& event);
void On(Turn& turn, StaffScreen& screen, const WorkFailed& event);
void On(Turn& turn, StaffScreen& screen, const PackInstalled& event);
void On(Turn& turn, StaffScreen& screen, const PackRolledBack& event);
void On(Turn& turn, StaffScreen& screen, const PreviewProven& event);
void On(Turn& turn, StaffScreen& screen, const PeriodTapped& event);
void On(Turn& turn, StaffScreen& screen, const NumbersCounted& event);
void On(Turn& turn, StaffScreen& screen, const ExportTapped& event);
void On(Turn& turn, StaffScreen& screen, const Exported& event);
void On(Turn& turn, StaffScreen& screen, const DeviceInspected& event);
void On(Turn& turn, StaffScreen& screen, const SoundTapped& event);

// emergency.cpp ---------------------------------------------------------------------------------

void OnAnywhere(Turn& turn, const EmergencyTapped& event);
void On(Turn& turn, EmergencyScreen& screen, const ItemsLoaded& event);

// judge.cpp ---------------------------------------------------------------------------------------

/// A question that begins to be shown now, nothing chosen.
[[nodiscard]] QuestionProgress BeginQuestion(std::size_t choices, const Now& now);
/// Sets correct and said from what is chosen. Correct: all the right choices and no other.
void JudgeChoices(const std::vector<content::Choice>& choices, QuestionProgress& progress);
/// The same for red flags. Whoever marks anything takes the message for a scam. A scam is seen
/// through with at least half of its flags found and at most one wrong mark: a lobby is no
/// examination. Anything without flags is right when nothing is marked.
void JudgeSpot(const content::Spot& spot, content::Signal signal, QuestionProgress& progress);
/// Journals the answer and sounds its chime.
void RecordAnswer(Turn& turn, content::EventKind kind, const content::Envelope& envelope,
                  const QuestionProgress& progress);

// attract.cpp -------------------------------------------------------------------------------------

/// The attract loop from its next item on.
void ShowAttract(Turn& turn);

void On(Turn& turn, AttractScreen& screen, const VisitStarted& event);
void On(Turn& turn, AttractScreen& screen, const NextTapped& event);
void On(Turn& turn, AttractScreen& screen, const ChoiceTapped& event);
void On(Turn& turn, AttractScreen& screen, const Ticked& event);
void On(Turn& turn, AttractScreen& screen, const ItemsLoaded& event);
void On(Turn& turn, AttractScreen& screen, const CaptionsLoaded& event);
void On(Turn& turn, AttractScreen& screen, const LoadFailed& event);
void On(Turn& turn, AttractScreen& screen, const VideoMoved& event);
void On(Turn& turn, AttractScreen& screen, const VideoEnded& event);
void On(Turn& turn, AttractScreen& screen, const VideoFailed& event);

// round.cpp ---------------------------------------------------------------------------------------

void OnAnywhere(Turn& turn, const RoundChosen& event);
void On(Turn& turn, RoundScreen& screen, const ItemsLoaded& event);
void On(Turn& turn, RoundScreen& screen, const ChoiceTapped& event);
void On(Turn& turn, RoundScreen& screen, const SegmentTapped& event);
void On(Turn& turn, RoundScreen& screen, const AnswerConfirmed& event);
void On(Turn& turn, RoundScreen& screen, const NextTapped& event);
void On(Turn& turn, RoundEndScreen& screen, const NextTapped& event);

// chat.cpp ----------------------------------------------------------------------------------------

void On(Turn& turn, ChatScreen& screen, const ItemsLoaded& event);
void On(Turn& turn, ChatScreen& screen, const NextTapped& event);
void On(Turn& turn, ChatScreen& screen, const PlayTapped& event);
void On(Turn& turn, ChatScreen& screen, const Ticked& event);
void On(Turn& turn, ChatScreen& screen, const HurryTapped& event);
void On(Turn& turn, ChatScreen& screen, const ReplyTapped& event);

// film.cpp ----------------------------------------------------------------------------------------

/// Journals how much of the film was watched, once.
void CloseFilm(Turn& turn, VideoScreen& screen);

void On(Turn& turn, VideoScreen& screen, const ItemsLoaded& event);
void On(Turn& turn, VideoScreen& screen, const CaptionsLoaded& event);
void On(Turn& turn, VideoScreen& screen, const PlayTapped& event);
void On(Turn& turn, VideoScreen& screen, const PauseTapped& event);
void On(Turn& turn, VideoScreen& screen, const BackTenTapped& event);
void On(Turn& turn, VideoScreen& screen, const ChoiceTapped& event);
void On(Turn& turn, VideoScreen& screen, const NextTapped& event);
void On(Turn& turn, VideoScreen& screen, const VideoMoved& event);
void On(Turn& turn, VideoScreen& screen, const VideoEnded& event);
void On(Turn& turn, VideoScreen& screen, const VideoFailed& event);

// paper.cpp: checklist, directory, survey
// -----------------------------------------------------------

void On(Turn& turn, ChecklistScreen& screen, const ItemsLoaded& event);
void On(Turn& turn, ChecklistScreen& screen, const EntryTapped& event);
void On(Turn& turn, ChecklistScreen& screen, const NextTapped& event);
void On(Turn& turn, DirectoryScreen& screen, const ItemsLoaded& event);
void On(Turn& turn, DirectoryScreen& screen, const EntryTapped& event);
void On(Turn& turn, DirectoryScreen& screen, const NextTapped& event);
void On(Turn& turn, SurveyScreen& screen, const ItemsLoaded& event);
void On(Turn& turn, SurveyScreen& screen, const OptionTapped& event);
void On(Turn& turn, SurveyScreen& screen, const NextTapped& event);

// idle.cpp ----------------------------------------------------------------------------------------

/// Somebody is there: the idle clock starts anew and the question "still there?" goes away.
void KeepVisit(Turn& turn);
void OnAnywhere(Turn& turn, const Ticked& event);

}  // namespace kiosk
