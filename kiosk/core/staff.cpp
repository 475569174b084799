// SPDX-License-Identifier: MIT
#include "kiosk/core/staff.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "kiosk/core/rules.h"

namespace kiosk {
namespace {

using What = StaffWork::What;

/// Nothing is told of what was before, and `what` has begun.
void Begin(StaffScreen& screen, What what) {
  screen.work = StaffWork{what};
  screen.news.reset();
  screen.failed.reset();
}

void Finish(StaffScreen& screen, StaffNews news) {
  screen.work.reset();
  screen.news = std::move(news);
}

template <typename Page>
Page& Open(StaffScreen& screen, Page page) {
  screen.page = std::move(page);
  screen.work.reset();
  screen.news.reset();
  screen.failed.reset();
  return std::get<Page>(screen.page);
}

void Look(Turn& turn, StaffScreen& screen) {
  Begin(screen, What::kLook);
  turn.Do(LookForPacks{});
}

void Count(Turn& turn, StaffScreen& screen, Period period) {
  Begin(screen, What::kCount);
  turn.Do(CountNumbers{period});
}

/// What the page waits for has come.
bool Answers(StaffScreen& screen, What what) {
  if (!screen.work || screen.work->what != what) return false;
  screen.work.reset();
  return true;
}

bool IsIdle(const StaffScreen& screen) { return !screen.work; }

const FoundPack* OpenPackOf(const StaffScreen& screen) {
  const auto* packs = std::get_if<StaffPacks>(&screen.page);
  if (packs == nullptr || !packs->open || *packs->open >= packs->found.size()) return nullptr;
  const FoundPack& found = packs->found[*packs->open];
  return found.refused ? nullptr : &found;
}

void MarkCell(const Turn& turn, StaffScreen& screen, const FingerPlace& at) {
  auto* grid = std::get_if<StaffGrid>(&screen.page);
  if (grid == nullptr || at.width <= 0 || at.height <= 0) return;
  grid->touched_at = turn.now.seconds;
  const auto cell = [](float place, float size, int count) {
    return std::clamp(static_cast<int>(place / size * static_cast<float>(count)), 0, count - 1);
  };
  const int column = cell(at.x, at.width, grid->columns), row = cell(at.y, at.height, grid->rows);
  grid->touched[static_cast<std::size_t>(row * grid->columns + column)] = true;
}

void OpenGrid(const Turn& turn, StaffScreen& screen, bool wide) {
  StaffGrid grid;
  if (wide) std::swap(grid.columns, grid.rows);
  grid.touched.assign(static_cast<std::size_t>(grid.columns * grid.rows), false);
  grid.touched_at = turn.now.seconds;
  Open(screen, std::move(grid));
}

}  // namespace

void OpenStaff(Turn& turn) { turn.state.screen = StaffScreen{}; }

void EndStaff(Turn& turn) {
  State& state = turn.state;
  const auto* staff = std::get_if<StaffScreen>(&state.screen);
  const bool changed = staff != nullptr && staff->packs_changed;
  turn.Do(SetVolume{state.defaults.volume});
  turn.Do(ForgetVisitor{});
  state.visit = Visit{};
  state.visit.settings = state.defaults;
  state.asked_at.reset();
  state.notice.reset();
  state.screen = AttractScreen{};
  if (changed) {
    turn.Do(SwapPacks{});
  } else {
    ShowAttract(turn);
  }
}

void OnAnywhere(Turn& turn, const PacksSwapped&) {
  if (std::holds_alternative<AttractScreen>(turn.state.screen)) ShowAttract(turn);
}

void EndPreview(Turn& turn) {
  State& state = turn.state;
  const Settings settings = state.visit.settings;
  turn.Do(StopVideo{});
  turn.Do(StopNarration{});
  turn.Do(ForgetVisitor{});
  turn.Do(HidePreview{});
  state.visit = Visit{};
  state.visit.settings = settings;
  state.asked_at.reset();
  state.notice.reset();
  state.narrating = false;
  state.screen = std::move(*state.staff.preview);
  state.staff.preview.reset();
}

// From door to door -------------------------------------------------------------------------------

void On(Turn& turn, StaffScreen& screen, const StaffDoorTapped& event) {
  if (!IsIdle(screen) && screen.work->HoldsStaff()) return;
  switch (event.door) {
    case StaffDoor::kPacks:
      Open(screen, StaffPacks{});
      Look(turn, screen);
      return;
    case StaffDoor::kNumbers:
      Open(screen, StaffNumbers{});
      Count(turn, screen, Period::kToday);
      return;
    case StaffDoor::kDevice:
      Open(screen, StaffDevice{});
      Begin(screen, What::kInspect);
      turn.Do(InspectDevice{});
      return;
    case StaffDoor::kGrid:
      OpenGrid(turn, screen, event.wide);
      return;
    case StaffDoor::kCleaning:
      Open(screen, StaffCleaning{turn.now.seconds + kCleaningSeconds});
      return;
    case StaffDoor::kExit:
      Open(screen, StaffExit{});
      return;
  }
}

void On(Turn& turn, StaffScreen& screen, const BackTapped&) {
  if (screen.work && screen.work->HoldsStaff()) return;
  if (std::holds_alternative<StaffCleaning>(screen.page)) return;
  if (auto* packs = std::get_if<StaffPacks>(&screen.page); packs != nullptr && packs->open) {
    packs->open.reset();
    screen.news.reset();
    screen.failed.reset();
    // What was installed has changed the list.
    if (screen.packs_changed) Look(turn, screen);
    return;
  }
  if (std::holds_alternative<StaffGrid>(screen.page)) {
    On(turn, screen, StaffDoorTapped{StaffDoor::kDevice});
    return;
  }
  if (std::holds_alternative<StaffMenu>(screen.page)) {
    EndStaff(turn);
    return;
  }
  Open(screen, StaffMenu{});
}

void On(Turn& turn, StaffScreen& screen, const LeaveTapped&) {
  if (screen.work && screen.work->HoldsStaff()) return;
  if (std::holds_alternative<StaffCleaning>(screen.page)) return;
  EndStaff(turn);
}

void On(Turn& turn, StaffScreen& screen, const ExitTapped& event) {
  if (std::holds_alternative<StaffExit>(screen.page)) turn.Do(LeaveProgram{event.restart});
}

void On(Turn& turn, StaffScreen& screen, const Ticked&) {
  if (const auto* cleaning = std::get_if<StaffCleaning>(&screen.page)) {
    if (!IsDue(cleaning->until, turn.now)) return;
    Open(screen, StaffMenu{});
    KeepVisit(turn);  // whoever cleaned is still there
  } else if (const auto* grid = std::get_if<StaffGrid>(&screen.page);
             grid != nullptr && IsDue(grid->touched_at + kGridIdleSeconds, turn.now)) {
    On(turn, screen, BackTapped{});
  }
  if (screen.work && screen.work->HoldsStaff()) return;
  if (IsDue(turn.state.last_touch + kStaffIdleSeconds, turn.now)) EndStaff(turn);
}

void On(Turn& turn, StaffScreen& screen, const Touched& event) { MarkCell(turn, screen, event.at); }
void On(Turn& turn, StaffScreen& screen, const FingerMoved& event) {
  MarkCell(turn, screen, event.at);
}

// Packs -------------------------------------------------------------------------------------------

void On(Turn& turn, StaffScreen& screen, const LookAgainTapped&) {
  if (std::holds_alternative<StaffPacks>(screen.page) && IsIdle(screen)) Look(turn, screen);
}

void On(Turn&, StaffScreen& screen, const PacksFound& event) {
  auto* packs = std::get_if<StaffPacks>(&screen.page);
  if (packs == nullptr || !Answers(screen, What::kLook)) return;
  *packs = event.packs;
  packs->looked = true;
}

void On(Turn&, StaffScreen& screen, const FoundPackTapped& event) {
  auto* packs = std::get_if<StaffPacks>(&screen.page);
  if (packs == nullptr || !IsIdle(screen) || event.index >= packs->found.size()) return;
  packs->open = event.index;
  screen.news.reset();
  screen.failed.reset();
}

void On(Turn& turn, StaffScreen& screen, const InstallTapped&) {
  const FoundPack* found = OpenPackOf(screen);
  if (found == nullptr || !IsIdle(screen) || !found->fits) return;
  Begin(screen, What::kInstall);
  turn.Do(InstallPack{found->file});
}

void On(Turn& turn, StaffScreen& screen, const PreviewTapped&) {
  const FoundPack* found = OpenPackOf(screen);
  if (found == nullptr || !IsIdle(screen)) return;
  Begin(screen, What::kProve);
  turn.Do(ProvePack{found->file});
}

void On(Turn& turn, StaffScreen& screen, const RollBackTapped& event) {
  const auto* packs = std::get_if<StaffPacks>(&screen.page);
  if (packs == nullptr || !IsIdle(screen)) return;
  const bool held = std::any_of(packs->held.begin(), packs->held.end(), [&](const HeldPack& pack) {
    return pack.id == event.id && pack.previous;
  });
  if (!held) return;
  Begin(screen, What::kRollBack);
  turn.Do(RollBackPack{event.id});
}

void On(Turn& turn, StaffScreen& screen, const CancelTapped&) {
  if (!screen.work || screen.work->cancelling) return;
  if (screen.work->what != What::kInstall && screen.work->what != What::kProve) return;
  screen.work->cancelling = true;
  turn.Do(CancelWork{});
}

void On(Turn&, StaffScreen& screen, const WorkMoved& event) {
  if (screen.work) screen.work->share = std::clamp(event.share, 0.0, 1.0);
}

void On(Turn& turn, StaffScreen& screen, const WorkFailed& event) {
  if (!screen.work) return;
  if (screen.work->HoldsStaff()) KeepVisit(turn);
  screen.work.reset();
  if (event.error.code == "cancelled") {
    screen.news = StaffNews{StaffNews::What::kCancelled, {}, {}};
  } else {
    screen.failed = event.error;
  }
}

void On(Turn& turn, StaffScreen& screen, const PackInstalled& event) {
  if (!Answers(screen, What::kInstall)) return;
  KeepVisit(turn);
  screen.packs_changed = true;
  turn.Do(PlayChime{Chime::kDone});
  Finish(screen, {StaffNews::What::kInstalled, event.title, content::FormatVersion(event.version)});
  // The pack is the active one now: nothing is left to install.
  if (auto* packs = std::get_if<StaffPacks>(&screen.page); packs != nullptr && packs->open) {
    FoundPack& found = packs->found[*packs->open];
    found.active = event.version;
    found.changes.items.clear();
    found.changes.media = 0;
  }
}

void On(Turn& turn, StaffScreen& screen, const PackRolledBack& event) {
  if (!Answers(screen, What::kRollBack)) return;
  KeepVisit(turn);
  screen.packs_changed = true;
  const StaffNews news{StaffNews::What::kRolledBack, event.title,
                       content::FormatVersion(event.version)};
  Look(turn, screen);
  screen.news = news;
}

void On(Turn& turn, StaffScreen& screen, const PreviewProven&) {
  if (!Answers(screen, What::kProve)) return;
  KeepVisit(turn);
  State& state = turn.state;
  state.staff.preview = std::move(screen);
  state.visit.number = kPreviewVisit;
  state.visit.begun_at = turn.now.seconds;
  state.screen = HomeScreen{};
  turn.Do(ShowPreview{});
}

// Numbers and device ------------------------------------------------------------------------------

void On(Turn& turn, StaffScreen& screen, const PeriodTapped& event) {
  auto* page = std::get_if<StaffNumbers>(&screen.page);
  if (page == nullptr || !IsIdle(screen)) return;
  page->period = event.period;
  page->numbers.reset();
  Count(turn, screen, event.period);
}

void On(Turn&, StaffScreen& screen, const NumbersCounted& event) {
  auto* page = std::get_if<StaffNumbers>(&screen.page);
  if (page == nullptr || event.numbers.period != page->period) return;
  if (!Answers(screen, What::kCount)) return;
  page->numbers = event.numbers;
  page->drives = event.drives;
}

void On(Turn& turn, StaffScreen& screen, const ExportTapped& event) {
  const auto* page = std::get_if<StaffNumbers>(&screen.page);
  if (page == nullptr || !IsIdle(screen) || event.drive >= page->drives.size()) return;
  Begin(screen, What::kExport);
  turn.Do(WriteExport{page->drives[event.drive]});
}

void On(Turn& turn, StaffScreen& screen, const Exported& event) {
  if (!Answers(screen, What::kExport)) return;
  KeepVisit(turn);
  turn.Do(PlayChime{Chime::kDone});
  Finish(screen, {StaffNews::What::kExported, {}, event.folder});
}

void On(Turn&, StaffScreen& screen, const DeviceInspected& event) {
  auto* page = std::get_if<StaffDevice>(&screen.page);
  if (page == nullptr || !Answers(screen, What::kInspect)) return;
  page->facts = event.facts;
}

void On(Turn& turn, StaffScreen& screen, const SoundTapped&) {
  if (std::holds_alternative<StaffDevice>(screen.page)) turn.Do(PlayChime{Chime::kDone});
}

// When the clock matters --------------------------------------------------------------------------

int WholeSecondsLeft(double until, double now) {
  return static_cast<int>(std::ceil(std::max(0.0, until - now - 1e-6)));
}

std::optional<int> CleaningSecondsLeft(const State& state, const Now& now) {
  const auto* staff = std::get_if<StaffScreen>(&state.screen);
  const auto* cleaning = staff != nullptr ? std::get_if<StaffCleaning>(&staff->page) : nullptr;
  if (cleaning == nullptr) return std::nullopt;
  return WholeSecondsLeft(cleaning->until, now.seconds);
}

double StaffDeadline(const State& state) {
  const double never = std::numeric_limits<double>::infinity();
  // The next whole second of a countdown to `until`.
  const auto second = [&](double until) {
    const int left = WholeSecondsLeft(until, state.updated_at);
    return left > 0 ? until - (left - 1) : never;
  };
  if (const auto* pin = std::get_if<PinScreen>(&state.screen)) {
    if (pin->step == PinScreen::Step::kHolding) return second(pin->verify_at);
    if (pin->step != PinScreen::Step::kTyping) return never;
    const double locked = state.staff.has_pin ? second(state.staff.lock.until) : never;
    return std::min(state.last_touch + kPinIdleSeconds, locked);
  }
  const auto* staff = std::get_if<StaffScreen>(&state.screen);
  if (staff == nullptr) return never;
  if (const auto* cleaning = std::get_if<StaffCleaning>(&staff->page)) {
    return second(cleaning->until);
  }
  if (staff->work && staff->work->HoldsStaff()) return never;
  const auto* grid = std::get_if<StaffGrid>(&staff->page);
  const double end = state.last_touch + kStaffIdleSeconds;
  return grid != nullptr ? std::min(end, grid->touched_at + kGridIdleSeconds) : end;
}

}  // namespace kiosk
