// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "tests/vr/guide_world.h"

namespace vr::testing {

/// One state of the officer's window that somebody may meet.
struct Page {
  const char* name;
  std::function<GuideView()> view;
  GuideState state;
};

inline GuideState Asking(std::optional<AgeBand> band, bool answered) {
  GuideState state;
  state.band = band;
  if (answered) state.unwell = state.loss_or_fear = false;
  return state;
}

inline std::vector<Page> AllPages() {
  const auto missing = [](NoHeadset why) {
    return [why] {
      GuideView view = QuietView();
      view.headset = {};
      view.headset.missing = why;
      if (why == NoHeadset::kWrongVariable) view.headset.detail = "/etc/xr/active_runtime.json";
      return view;
    };
  };
  std::vector<Page> pages{
      {"before", QuietView, Asking({}, false)},
      {"before-13", QuietView, Asking(AgeBand::kThirteenUp, true)},
      {"before-8", QuietView, Asking(AgeBand::kSixToNine, true)},
      {"before-meta",
       [] {
         GuideView view = QuietView();
         view.headset.name = "Meta Quest 3";
         return view;
       },
       Asking(AgeBand::kTenToTwelve, true)},
      {"no-runtime", missing(NoHeadset::kNoRuntime), Asking(AgeBand::kThirteenUp, true)},
      {"wrong-variable", missing(NoHeadset::kWrongVariable), Asking({}, false)},
      {"during", [] { return RunningView(Mode::kHeadset, 6); }, RunningState()},
      {"during-long", [] { return RunningView(Mode::kHeadset, 7); }, RunningState()},
      {"calm",
       [] {
         GuideView view = RunningView(Mode::kHeadset, 4);
         view.glance->calm = CalmCause::kHandRaised;
         return view;
       },
       RunningState()},
      {"paused-off",
       [] {
         GuideView view = RunningView(Mode::kHeadset, 3);
         view.glance->paused = true;
         view.headset.worn = false;
         return view;
       },
       RunningState()},
      {"lost",
       [] {
         GuideView view = RunningView(Mode::kHeadset, 5);
         view.headset.missing = NoHeadset::kAsleep;
         return view;
       },
       RunningState()},
      {"together", [] { return RunningView(Mode::kTogether, 2); }, RunningState()},
      {"together-wide", [] { return RunningView(Mode::kTogether, 2); },
       [] {
         GuideState state = RunningState();
         state.panel = false;
         return state;
       }()},
      {"after", [] { return EndedView(); }, RunningState()},
      {"after-stopped", [] { return EndedView(false); }, RunningState()}};
  pages[3].state.guardian_agrees = true;
  return pages;
}

}  // namespace vr::testing
