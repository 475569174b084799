// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <variant>

#include "content/tool/source.h"
#include "vr/guide/guide.h"

namespace vr::testing {

/// The shipped scenarios, read from their sources once.
inline const tool::Source& ShippedPack() {
  static const tool::CheckedSource checked =
      tool::LoadSource(SOURCE_ROOT "/content/packs/drowning-prevention", nullptr);
  if (!checked.IsGood()) throw std::runtime_error("the drowning pack has faults");
  return checked.source;
}

inline std::shared_ptr<const content::Scenario> ScenarioOf(const std::string& item) {
  for (const tool::SourceItem& one : ShippedPack().items) {
    if (one.item.envelope.id != item) continue;
    return std::make_shared<content::Scenario>(std::get<content::Scenario>(one.item.body));
  }
  throw std::runtime_error("no scenario " + item);
}

/// A headset of PICO's on the head, nothing runs.
inline GuideView QuietView() {
  GuideView view;
  for (const tool::SourceItem& one : ShippedPack().items) {
    if (!std::holds_alternative<content::Scenario>(one.item.body)) continue;
    view.offers.push_back({one.item.envelope.id, one.item.envelope.title, 320});
  }
  view.headset.missing = NoHeadset::kNone;
  view.headset.name = "PICO 4";
  view.headset.worn_known = true;
  return view;
}

/// In the middle of a beat of the river.
inline GuideView RunningView(Mode mode, std::size_t beat = 2) {
  GuideView view = QuietView();
  view.scenario = ScenarioOf("safety.water.river");
  view.setup = {mode, AgeBand::kThirteenUp, 2, 3};
  Glance glance;
  glance.beat = beat;
  glance.phase = Phase::kPlaying;
  glance.intensity = 2;
  glance.beat_seconds = 14;
  glance.run_seconds = 97;
  glance.captions = {view.scenario->beats[beat].steps[0].captions[0].text};
  view.glance = glance;
  view.wearing.worn_us = 4 * 60'000'000;
  return view;
}

inline GuideView EndedView(bool seen = true) {
  GuideView view = RunningView(Mode::kHeadset, 9);
  view.glance->phase = Phase::kEnded;
  view.report.ended = seen;
  view.report.seconds = 317;
  view.report.beats_finished = 10;
  view.report.deeds = {{"choice-a", "answer", "tell", true, 4.2, 0, {}},
                       {"who-first", "find", "waving", false, 6.0, 0, {}},
                       {"who-first", "find", "silent", true, 3.0, 1, {}},
                       {"in-order", "throw", "", true, 21.4, 1, 0.0}};
  return view;
}

/// While a run goes on the questions are closed.
inline GuideState RunningState() {
  GuideState state;
  state.asking = false;
  state.band = AgeBand::kThirteenUp;
  state.unwell = state.loss_or_fear = false;
  return state;
}

}  // namespace vr::testing
