// SPDX-License-Identifier: MIT
#include "vr/guide/guide.h"

#include <algorithm>
#include <cmath>

#include "content/scenario_stage.h"
#include "vr/guide/words.h"

namespace vr {
namespace {

using Kind = GuideRequest::Kind;

GuideEvent Number(GuideAct act, int number) { return {act, number}; }

GuideRequest Command(GuideCommand command) {
  GuideRequest request;
  request.kind = Kind::kCommand;
  request.command = command;
  return request;
}

GuideRequest Of(Kind kind, const GuideState& state) {
  GuideRequest request;
  request.kind = kind;
  request.language = state.language;
  request.on = state.captions;
  return request;
}

bool IsLost(const GuideView& view) {
  return view.setup.mode == Mode::kHeadset && view.headset.missing != NoHeadset::kNone;
}

std::optional<GuideEvent> KeyBefore(GuideKey key, const GuideState& state, const GuideView& view) {
  switch (static_cast<char>(key)) {
    case '1':
    case '2':
    case '3':
      return Number(GuideAct::kBand, static_cast<int>(key) - '1');
    case '0':
      return GuideEvent{GuideAct::kNoneOfThese};
    case '4':
      return GuideEvent{GuideAct::kUnwell};
    case '5':
      return GuideEvent{GuideAct::kLossOrFear};
    case '6':
      return GuideEvent{GuideAct::kGuardian};
    case 'i': {
      const int most = CheckDoor(state, view).most_intensity;
      return Number(GuideAct::kIntensity, std::min(state.intensity, most) % most + 1);
    }
    case 's': {
      const std::size_t count = std::max<std::size_t>(1, view.offers.size());
      return Number(GuideAct::kScenario, static_cast<int>((state.scenario + 1) % count));
    }
    case 'm':
      return GuideEvent{GuideAct::kMicrophone};
    case 't':
      return GuideEvent{GuideAct::kStartTogether};
    default:
      break;
  }
  if (key == GuideKey::kEnter) return GuideEvent{GuideAct::kStart};
  return std::nullopt;
}

GuideEvent LeftKey(const GuideView& view) {
  const bool early = view.glance && view.glance->beat_seconds < kBackSeconds;
  return {early ? GuideAct::kBack : GuideAct::kAgain};
}

std::optional<GuideEvent> KeyDuring(GuideKey key, const GuideView& view) {
  switch (key) {
    case GuideKey::kEscape:
      return GuideEvent{GuideAct::kCalm};
    case GuideKey::kEnter:
      return GuideEvent{GuideAct::kRelease};
    case GuideKey::kSpace:
      return GuideEvent{GuideAct::kPause};
    case GuideKey::kLeft:
      return LeftKey(view);
    case GuideKey::kShiftLeft:
      return GuideEvent{GuideAct::kBack};
    case GuideKey::kRight:
      return GuideEvent{GuideAct::kNext};
    case GuideKey::kHome:
      return GuideEvent{GuideAct::kRestart};
  }
  switch (static_cast<char>(key)) {
    case '1':
    case '2':
    case '3':
      return Number(GuideAct::kIntensity, static_cast<int>(key) - '0');
    case 'r':
      return GuideEvent{GuideAct::kRecenter};
    case 'x':
      return GuideEvent{GuideAct::kStop};
    case 't':
      return GuideEvent{GuideAct::kGoOnTogether};
    case 'p':
      return GuideEvent{GuideAct::kPanel};
    default:
      return std::nullopt;
  }
}

/// What ends a run under a child's eyes is asked for twice.
bool NeedsSure(GuideAct act, GuidePage page) {
  if (page != GuidePage::kDuring) return false;
  return act == GuideAct::kStop || act == GuideAct::kRestart || act == GuideAct::kNextChild;
}

GuideRequest StartOf(const GuideState& state, const GuideView& view, Mode mode) {
  const DoorCheck door = CheckDoor(state, view);
  GuideRequest request = Of(Kind::kStart, state);
  request.scenario = state.scenario;
  request.setup.mode = mode;
  request.setup.band = state.band.value_or(AgeBand::kSixToNine);
  request.setup.most_intensity = door.most_intensity;
  request.setup.intensity = std::clamp(state.intensity, 1, door.most_intensity);
  return request;
}

void Forget(GuideState& state) {
  state.asking = true;
  state.unwell.reset();
  state.loss_or_fear.reset();
  state.guardian_agrees = false;
  state.intensity = 1;
}

void Toggle(std::optional<bool>& answer, std::optional<bool>& other) {
  answer = !answer.value_or(false);
  if (!other.has_value()) other = false;
}

std::vector<GuideRequest> DoBefore(const GuideEvent& event, GuideState& state) {
  switch (event.act) {
    case GuideAct::kScenario:
      state.scenario = static_cast<std::size_t>(event.number);
      break;
    case GuideAct::kBand:
      state.band = static_cast<AgeBand>(event.number);
      break;
    case GuideAct::kNoneOfThese:
      state.unwell = state.loss_or_fear = false;
      break;
    case GuideAct::kUnwell:
      Toggle(state.unwell, state.loss_or_fear);
      break;
    case GuideAct::kLossOrFear:
      Toggle(state.loss_or_fear, state.unwell);
      break;
    case GuideAct::kGuardian:
      state.guardian_agrees = !state.guardian_agrees;
      break;
    case GuideAct::kIntensity:
      state.intensity = event.number;
      break;
    default:
      break;
  }
  return {};
}

std::vector<GuideRequest> DoDuring(const GuideEvent& event, const GuideView& view,
                                   GuideState& state) {
  switch (event.act) {
    case GuideAct::kCalm:
      return {Command(GuideCommand::kCalm)};
    case GuideAct::kRelease:
      return {Command(GuideCommand::kRelease)};
    case GuideAct::kPause:
      return {Command(view.glance->paused ? GuideCommand::kResume : GuideCommand::kPause)};
    case GuideAct::kRecenter:
      return {Command(GuideCommand::kRecenter)};
    case GuideAct::kNext:
      return {Command(GuideCommand::kNext)};
    case GuideAct::kAgain:
      return {Command(GuideCommand::kAgain)};
    case GuideAct::kBack:
      return {Command(GuideCommand::kBack)};
    case GuideAct::kIntensity:
      return {Command(event.number == 1   ? GuideCommand::kIntensity1
                      : event.number == 2 ? GuideCommand::kIntensity2
                                          : GuideCommand::kIntensity3)};
    case GuideAct::kStop:
      return {Command(GuideCommand::kStop)};
    case GuideAct::kRestart:
      return {Command(GuideCommand::kRestart)};
    case GuideAct::kGoOnTogether:
      return {Of(Kind::kGoOnTogether, state)};
    case GuideAct::kPanel:
      state.panel = !state.panel;
      return {};
    default:
      return {};
  }
}

}  // namespace

GuidePage PageOf(const GuideState& state, const GuideView& view) {
  if (state.asking) return GuidePage::kBefore;
  if (view.glance && view.glance->phase == Phase::kEnded) return GuidePage::kAfter;
  return GuidePage::kDuring;
}

DoorCheck CheckDoor(const GuideState& state, const GuideView& view) {
  DoorCheck door;
  door.answered = state.band && state.unwell && state.loss_or_fear;
  Screening screening;
  screening.band = state.band.value_or(AgeBand::kSixToNine);
  const bool there = view.headset.missing == NoHeadset::kNone;
  // A headset whose name the runtime keeps to itself is still one.
  screening.maker = !there                      ? Maker::kNone
                    : view.headset.name.empty() ? Maker::kOther
                                                : MakerOf(view.headset.name);
  screening.unwell = state.unwell.value_or(false);
  screening.loss_or_fear = state.loss_or_fear.value_or(false);
  screening.guardian_agrees = true;
  door.ask_guardian = state.band && *state.band != AgeBand::kThirteenUp &&
                      CheckStart(screening).mode == Mode::kHeadset;
  screening.guardian_agrees = state.guardian_agrees;
  const Start start = CheckStart(screening);
  door.most_intensity = start.most_intensity;
  door.headset = state.band && start.mode == Mode::kHeadset;
  door.why = start.why;
  if (there && screening.maker != Maker::kNone &&
      YoungestOf(screening.band) < YoungestAge(screening.maker) && !screening.unwell &&
      !screening.loss_or_fear) {
    door.why = words::WhyAge(screening.maker);
  }
  if (const std::int64_t rest = RestLeft(view.wearing); door.headset && rest > 0) {
    door.headset = false;
    door.why = words::Rest(rest);
  }
  return door;
}

std::optional<GuideEvent> EventOfKey(GuideKey key, const GuideState& state, const GuideView& view) {
  std::optional<GuideEvent> event;
  if (key == GuideKey{'c'}) event = GuideEvent{GuideAct::kCaptions};
  if (key == GuideKey{'l'}) event = GuideEvent{GuideAct::kLanguage};
  if (key == GuideKey{'n'}) event = GuideEvent{GuideAct::kNextChild};
  if (!event) {
    switch (PageOf(state, view)) {
      case GuidePage::kBefore:
        event = KeyBefore(key, state, view);
        break;
      case GuidePage::kDuring:
        event = KeyDuring(key, view);
        break;
      case GuidePage::kAfter:
        if (key == GuideKey::kHome) event = GuideEvent{GuideAct::kRestart};
        if (key == GuideKey::kEnter) event = GuideEvent{GuideAct::kNextChild};
        break;
    }
  }
  return event && CanDo(*event, state, view) ? event : std::nullopt;
}

bool CanDo(const GuideEvent& event, const GuideState& state, const GuideView& view) {
  const GuidePage page = PageOf(state, view);
  const bool runs = page == GuidePage::kDuring && view.glance.has_value();
  const bool calm = runs && view.glance->calm != CalmCause::kNone;
  switch (event.act) {
    case GuideAct::kCaptions:
    case GuideAct::kLanguage:
      return true;
    case GuideAct::kNextChild:
      return page != GuidePage::kBefore;
    case GuideAct::kCalm:  // also when it is there already: pressing again must never feel dead
    case GuideAct::kRecenter:
    case GuideAct::kStop:
      return runs;
    case GuideAct::kRelease:
      return calm;
    case GuideAct::kPause:
    case GuideAct::kNext:
    case GuideAct::kAgain:
    case GuideAct::kBack:
      return runs && !calm;
    case GuideAct::kRestart:
      return runs || page == GuidePage::kAfter;
    case GuideAct::kGoOnTogether:
      return runs && IsLost(view);
    case GuideAct::kPanel:
      return runs && view.setup.mode == Mode::kTogether;
    case GuideAct::kIntensity:
      if (page == GuidePage::kBefore) return event.number <= CheckDoor(state, view).most_intensity;
      return runs && event.number <= view.setup.most_intensity;
    case GuideAct::kScenario:
      return page == GuidePage::kBefore && event.number >= 0 &&
             static_cast<std::size_t>(event.number) < view.offers.size();
    case GuideAct::kBand:
    case GuideAct::kNoneOfThese:
    case GuideAct::kUnwell:
    case GuideAct::kLossOrFear:
    case GuideAct::kMicrophone:
      return page == GuidePage::kBefore;
    case GuideAct::kGuardian:
      return page == GuidePage::kBefore && CheckDoor(state, view).ask_guardian;
    case GuideAct::kStart:
    case GuideAct::kStartTogether:
      return page == GuidePage::kBefore && CheckDoor(state, view).answered && !view.offers.empty();
  }
  return false;
}

std::vector<GuideRequest> UpdateGuide(const GuideEvent& event, const GuideView& view,
                                      std::int64_t now_us, GuideState& state) {
  if (!CanDo(event, state, view)) return {};
  const GuidePage page = PageOf(state, view);
  const bool repeated = state.sure == event.act && now_us - state.sure_since_us <= kSureUs;
  state.sure.reset();
  if (NeedsSure(event.act, page) && !repeated) {
    state.sure = event.act;
    state.sure_since_us = now_us;
    // Whoever wants to stop wants quiet now; whether the run ends can wait for the second press.
    if (event.act == GuideAct::kStop) return {Command(GuideCommand::kCalm)};
    return {};
  }
  switch (event.act) {
    case GuideAct::kCaptions:
      state.captions = !state.captions;
      return {Of(Kind::kCaptions, state)};
    case GuideAct::kLanguage:
      state.language = state.language == content::Language::kChinese ? content::Language::kEnglish
                                                                     : content::Language::kChinese;
      return {Of(Kind::kLanguage, state)};
    case GuideAct::kMicrophone: {
      GuideRequest request = Of(Kind::kMicrophone, state);
      request.on = view.hearing != Hearing::kOn;  // where none was found, it is looked for again
      return {request};
    }
    case GuideAct::kNextChild:
      Forget(state);
      return {Of(Kind::kNextChild, state)};
    case GuideAct::kStart:
    case GuideAct::kStartTogether: {
      const bool headset = event.act == GuideAct::kStart && CheckDoor(state, view).headset;
      state.asking = false;
      return {StartOf(state, view, headset ? Mode::kHeadset : Mode::kTogether)};
    }
    default:
      return page == GuidePage::kBefore ? DoBefore(event, state) : DoDuring(event, view, state);
  }
}

BeatCount CountBeats(const GuideView& view) {
  BeatCount count;
  if (!view.scenario || !view.glance) return count;
  const content::Audience audience{view.glance->intensity, YoungestOf(view.setup.band)};
  const auto& beats = view.scenario->beats;
  for (std::size_t i = 0; i < beats.size(); ++i) {
    if (!content::IsPresent(beats[i], audience) || !content::FirstStep(beats[i], 0, audience)) {
      continue;
    }
    ++count.of;
    if (i <= view.glance->beat) count.number = count.of;
  }
  return count;
}

std::string Clock(double seconds) {
  const long whole = std::lround(std::floor(std::max(0.0, seconds)));
  const std::string rest = std::to_string(whole % 60);
  return std::to_string(whole / 60) + ":" + (rest.size() < 2 ? "0" : "") + rest;
}

}  // namespace vr
