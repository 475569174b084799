// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "content/scenario.h"
#include "content/text.h"
#include "vr/core/run.h"
#include "vr/core/session.h"

namespace vr {

// The officer's window as rules: what it is told (GuideView), what it remembers (GuideState), what
// the officer does (GuideEvent), what it asks of the trainer (GuideRequest). No window, no clock:
// window.h draws it, link.h carries views and requests between the guide's thread and the loop.

/// Why no headset can be used; the trainer goes on looking.
enum class NoHeadset : std::uint8_t {
  kNone,           ///< There is one.
  kNoRuntime,      ///< No OpenXR runtime is installed, or none runs.
  kNoHeadset,      ///< A runtime, but nothing is plugged in.
  kAsleep,         ///< A headset that sleeps, or was not put on yet.
  kWrongVariable,  ///< XR_RUNTIME_JSON points nowhere.
};

struct HeadsetNews {
  NoHeadset missing = NoHeadset::kNoRuntime;
  std::string name;    ///< As the runtime calls it; MakerOf reads it.
  std::string detail;  ///< The variable's value with kWrongVariable.
  bool worn = true;
  bool worn_known = false;  ///< The runtime tells; else it is taken to be worn.
  bool focused = true;      ///< Nobody else has the input.
  bool tracked = true;
};

/// A scenario to choose from.
struct ScenarioOffer {
  std::string item;  ///< Item id.
  content::Text title;
  double seconds = 300;  ///< What a run usually takes.
};

/// Whether a child's shout is listened for.
enum class Hearing : std::uint8_t { kOff, kOn, kNoDevice };

/// What the window is told, once a turn. A plain value: the newest is shown, others are dropped.
struct GuideView {
  std::vector<ScenarioOffer> offers;
  HeadsetNews headset;
  Wearing wearing;  ///< Of this child.
  // Of the run, once there is one:
  std::shared_ptr<const content::Scenario> scenario;
  Setup setup;
  std::optional<Glance> glance;  ///< Absent: nothing runs.
  Report report;                 ///< Shown when the run has ended.
  content::Text notice;          ///< A quiet trouble, such as no sound device.
  Hearing hearing = Hearing::kOff;
};

enum class GuidePage : std::uint8_t { kBefore, kDuring, kAfter };

/// What a button or key means. `number` where it says so.
enum class GuideAct : std::uint8_t {
  // While a run goes on
  kCalm,
  kRelease,
  kPause,  ///< Or go on.
  kRecenter,
  kNext,
  kAgain,
  kBack,
  kIntensity,  ///< number: 1 to 3. Before a run too.
  kStop,
  kRestart,
  kGoOnTogether,  ///< The headset is gone: the same beat on the screen.
  kPanel,         ///< Together mode: hide or show the guide's panel.
  // Always
  kCaptions,
  kLanguage,
  kNextChild,
  // Before a run
  kScenario,     ///< number: index of the offer.
  kBand,         ///< number: AgeBand.
  kNoneOfThese,  ///< Neither unwell nor loss or fear.
  kUnwell,       ///< Toggles.
  kLossOrFear,   ///< Toggles.
  kGuardian,     ///< Toggles.
  kMicrophone,   ///< Toggles.
  kStart,        ///< In the headset where it may be worn, else together.
  kStartTogether
};

struct GuideEvent {
  GuideAct act = GuideAct::kCalm;
  int number = 0;
  bool operator==(const GuideEvent&) const = default;
};

/// Printable keys are their lower-case character.
enum class GuideKey : std::int32_t {
  kEscape = 27,
  kEnter = 13,
  kSpace = 32,
  kLeft = 0x1000,
  kShiftLeft,
  kRight,
  kHome
};

struct GuideState {
  content::Language language = content::Language::kChinese;
  bool captions = true;
  bool panel = true;   ///< Together mode: the panel is shown beside the scene.
  bool asking = true;  ///< The questions before a start are open.
  std::size_t scenario = 0;
  int intensity = 1;
  std::optional<AgeBand> band;  ///< Kept for the next child: a class is of one age.
  std::optional<bool> unwell, loss_or_fear;
  bool guardian_agrees = false;
  std::optional<GuideAct> sure;  ///< Asked "sure?"; the same again within kSureUs does it.
  std::int64_t sure_since_us = 0;
};
inline constexpr std::int64_t kSureUs = 4'000'000;
/// ← within this time after a beat began goes to the beat before, as players of music do.
inline constexpr double kBackSeconds = 3;

/// What the trainer is asked to do.
struct GuideRequest {
  enum class Kind : std::uint8_t {
    kCommand,       ///< `command`: into TrainerInput::commands.
    kStart,         ///< `setup` and `scenario` (index of the offer): begin a run.
    kNextChild,     ///< Drop the run; forget the child (Wearing too).
    kGoOnTogether,  ///< The same run on the screen.
    kLanguage,      ///< `language`: of panels and narration too.
    kCaptions,      ///< `on`
    kMicrophone     ///< `on`
  };
  Kind kind = Kind::kCommand;
  GuideCommand command = GuideCommand::kPause;
  Setup setup;
  std::size_t scenario = 0;
  content::Language language = content::Language::kChinese;
  bool on = true;
};

[[nodiscard]] GuidePage PageOf(const GuideState& state, const GuideView& view);

/// What the door says to this child and this headset.
struct DoorCheck {
  bool answered = false;  ///< All questions.
  bool headset = false;   ///< It may be worn.
  int most_intensity = 1;
  bool ask_guardian = false;  ///< Consent is all that is missing, or was given.
  content::Text why;          ///< Why not the headset, in plain words; empty when it may.
};
[[nodiscard]] DoorCheck CheckDoor(const GuideState& state, const GuideView& view);

/// What a key means on this page; absent when nothing. Each act has a key.
[[nodiscard]] std::optional<GuideEvent> EventOfKey(GuideKey key, const GuideState& state,
                                                   const GuideView& view);
/// Whether the act can be done now; its button is grey otherwise and its key does nothing.
[[nodiscard]] bool CanDo(const GuideEvent& event, const GuideState& state, const GuideView& view);

/// Changes the state and says what the trainer must do. `now_us` only runs forward.
[[nodiscard]] std::vector<GuideRequest> UpdateGuide(const GuideEvent& event, const GuideView& view,
                                                    std::int64_t now_us, GuideState& state);

/// Which of the present beats this is, and how many there are, for this child: from 1.
struct BeatCount {
  int number = 0, of = 0;
};
[[nodiscard]] BeatCount CountBeats(const GuideView& view);

/// "3:07".
[[nodiscard]] std::string Clock(double seconds);

}  // namespace vr
