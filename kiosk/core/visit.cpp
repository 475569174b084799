// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "kiosk/core/rules.h"

namespace kiosk {
namespace {

/// The item that is on the screen, to be read aloud; null when there is none.
ItemPtr ItemOn(const Screen& screen) {
  if (const auto* round = std::get_if<RoundScreen>(&screen)) {
    return round->index < round->items.size() ? round->items[round->index] : nullptr;
  }
  return std::visit(
      [](const auto& shown) -> ItemPtr {
        if constexpr (requires { shown.item; }) return shown.item;
        return nullptr;
      },
      screen);
}

}  // namespace

void Turn::Write(content::JournalEvent event) {
  if (state.staff.preview) return;  // staff look at a pack: that is nobody's answer
  event.visit = state.visit.number;
  event.hour = now.hour_utc;
  Do(WriteResult{std::move(event)});
}

void Turn::Note(content::EventKind kind, const std::string& item, int value, int detail) {
  content::JournalEvent event;
  event.kind = kind;
  event.item = item;
  event.value = value;
  event.detail = detail;
  Write(std::move(event));
}

void BeginVisit(Turn& turn) {
  Visit& visit = turn.state.visit;
  if (visit.number != 0 || IsStaff(turn.state.screen)) return;
  visit = Visit{};
  visit.number = turn.state.next_visit++;
  visit.begun_at = turn.now.seconds;
  visit.settings = turn.state.defaults;
  turn.Note(content::EventKind::kVisitBegun);
}

void EndVisit(Turn& turn, Parting parting) {
  State& state = turn.state;
  if (state.staff.preview) {
    EndPreview(turn);
    return;
  }
  for (Screen& screen : state.visit.back) SettleScreen(turn, screen);
  SettleScreen(turn, state.screen);
  // Up to the last sign of a person: the waiting for one is not part of the visit.
  const double seconds = std::clamp(state.last_touch - state.visit.begun_at, 0.0, 86400.0);
  turn.Note(content::EventKind::kVisitEnded, {}, static_cast<int>(std::lround(seconds)),
            static_cast<int>(parting));
  turn.Do(StopVideo{});
  turn.Do(StopNarration{});
  turn.Do(SetVolume{state.defaults.volume});
  turn.Do(ForgetVisitor{});
  state.visit = Visit{};
  state.visit.settings = state.defaults;
  state.asked_at.reset();
  state.notice.reset();
  state.narrating = false;
  state.screen = AttractScreen{};
  ShowAttract(turn);
}

void OnAnywhere(Turn& turn, const LeaveTapped&) {
  if (turn.state.visit.number != 0) EndVisit(turn, Parting::kLeft);
}

void OnAnywhere(Turn& turn, const NoticeClosed&) { turn.state.notice.reset(); }

void OnAnywhere(Turn& turn, const LanguageChosen& event) {
  BeginVisit(turn);
  Hush(turn);
  turn.state.visit.settings.language = event.language;
}

void OnAnywhere(Turn& turn, const TextSizeChosen& event) {
  BeginVisit(turn);
  turn.state.visit.settings.text_size = event.size;
}

void OnAnywhere(Turn& turn, const ContrastChosen& event) {
  BeginVisit(turn);
  turn.state.visit.settings.high_contrast = event.high;
}

void OnAnywhere(Turn& turn, const ReachChosen& event) {
  BeginVisit(turn);
  turn.state.visit.settings.reach_down = event.down;
}

void OnAnywhere(Turn& turn, const VolumeChosen& event) {
  BeginVisit(turn);
  const int percent = std::clamp(event.percent, 0, 100);
  turn.state.visit.settings.volume = percent;
  turn.Do(SetVolume{percent});
}

void OnAnywhere(Turn& turn, const CaptionsChosen& event) {
  BeginVisit(turn);
  turn.state.visit.settings.captions = event.on;
}

void OnAnywhere(Turn& turn, const ListenTapped&) {
  const ItemPtr item = ItemOn(turn.state.screen);
  if (!item) return;
  const auto ref = turn.catalog.Find(item->envelope.id);
  if (!ref) return;
  BeginVisit(turn);
  const bool english = turn.state.visit.settings.language == content::Language::kEnglish;
  const std::string& path = english ? item->envelope.narration_en : item->envelope.narration_zh;
  if (path.empty()) return;
  if (auto* film = std::get_if<VideoScreen>(&turn.state.screen); film != nullptr && film->playing) {
    film->playing = false;
    turn.Do(SetVideoPaused{true});
  }
  turn.state.narrating = true;
  turn.Do(StartNarration{*ref, path});
}

}  // namespace kiosk
