// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "vr/core/comfort.h"
#include "vr/core/run.h"

/// Scripted children who play what a Scene shows them, without window or headset.
namespace testing {

/// "river" or "quarry", as the pack tool reads it from its source.
const content::Scenario& ShippedScenario(std::string_view name);

struct Habits {
  bool by_hand = false;      ///< Presses, throws, holds and calls; else eyes and head alone.
  bool errs = false;         ///< Tries everything that is wrong before what is right.
  std::string feels;         ///< Opinion to choose by its id; empty: the first.
  bool raises_hand = false;  ///< To stop; else looks at the badge.
  double hand_error = 0;     ///< Metres that a thrown bag would come down too far to the right.
};

/// Looks, points and moves; its head is at rest but for turning.
class Child {
 public:
  explicit Child(Habits habits) : habits_(std::move(habits)) {}
  /// What it does at `time_us`, having seen `scene`.
  vr::TrainerInput Act(const content::Scenario& scenario, const vr::Run& run,
                       const vr::Scene& scene, std::int64_t time_us);

 private:
  [[nodiscard]] vr::Vec Want(const content::Scenario& scenario, const vr::Run& run,
                             const vr::Scene& scene) const;
  void UseHands(const content::Scenario& scenario, const vr::Run& run, const vr::Scene& scene,
                const vr::Vec& wanted, vr::TrainerInput& input);
  void Throw(const content::Scenario& scenario, const vr::Run& run, const vr::Scene& scene,
             vr::TrainerInput& input);

  Habits habits_;
  int frame_ = 0;
  int throwing_ = 0;  ///< Frames since it took hold.
  double swing_ = 0;  ///< Metres since then.
  std::int64_t last_us_ = 0;
  double seconds_ = 0;  ///< Of the last frame.
};

/// Everything that happened in a run.
struct Played {
  vr::Run run;
  std::vector<vr::Effect> effects;
  std::vector<vr::TrainerInput> inputs;
  std::string discomfort;  ///< First breach of a comfort limit, with its place.
  double seconds = 0;      ///< By the clock of the inputs.
  double under_seconds = 0;
  bool head_under = false;
};

struct Way {
  vr::Setup setup{vr::Mode::kHeadset, vr::AgeBand::kThirteenUp, 2, 3};
  double rate = 24;  ///< Frames a second.
  double longest_seconds = 900;
  /// Changes an input on its way, such as adding what the guide asks for.
  std::function<void(const vr::Run&, const vr::Scene&, vr::TrainerInput&)> change;
};

/// From the begin until the run has ended, or for `longest_seconds`.
Played Play(const content::Scenario& scenario, const Habits& habits, const Way& way = {});

/// Plays on from `run` for `seconds` with this input repeated; the time goes on.
std::vector<vr::Effect> Hold(const content::Scenario& scenario, vr::Run& run,
                             vr::TrainerInput input, double seconds, double rate = 50);

/// A head that looks from the eyes at `at` in the world.
vr::Pose HeadTowards(const vr::Run& run, const vr::Scene& scene, const vr::Vec& at);

/// Brings a run to the begin of a step, as the guide's "next" would, playing.
vr::Run RunAt(const content::Scenario& scenario, const std::string& beat, const std::string& step,
              const vr::Setup& setup = {vr::Mode::kHeadset, vr::AgeBand::kThirteenUp, 2, 3});

}  // namespace testing
