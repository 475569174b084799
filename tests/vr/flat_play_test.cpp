// SPDX-License-Identifier: MIT
// The whole scenario before a screen: once by touch alone, once by a mouse that only points.
#include <cmath>
#include <optional>

#include "content/scenario_stage.h"
#include "tests/support/catch.h"
#include "tests/vr/child.h"
#include "vr/core/step.h"
#include "vr/flat/pointer.h"

namespace {

using namespace vr;
using Kind = FlatEvent::Kind;
using content::EndsBy;

constexpr float kAspect = 1.6F;

/// Where a point of the world is in the picture; absent behind the eyes.
std::optional<glm::vec2> Place(const Scene& scene, const glm::vec3& point) {
  const glm::vec3 way = glm::conjugate(scene.look) * (point - scene.eye);
  if (way.z > -0.05F) return std::nullopt;
  const float up = std::tan(kFlatHeightRad / 2);
  return glm::vec2{0.5F + way.x / -way.z / up / kAspect / 2, 0.5F - way.y / -way.z / up / 2};
}

class ScreenChild {
 public:
  explicit ScreenChild(bool touch) : touch_(touch) {}

  TrainerInput Act(const content::Scenario& scenario, const Run& run, const Scene& scene,
                   std::int64_t now_us) {
    now_us_ = now_us;
    ++frame_;
    if (!GoOn() && run.phase == Phase::kPlaying && run.calm_level <= 0) Do(scenario, run, scene);
    return MakeFlatInput(now_us, FlatSceneOf(scene, kAspect), 0, flat_);
  }

 private:
  void Send(Kind kind, glm::vec2 at, FlatHold hold = FlatHold::kRaise) {
    FlatEvent event;
    event.kind = kind;
    event.finger = 3;
    event.at = at;
    event.time_us = now_us_;
    event.hold = hold;
    TakeFlat(event, flat_);
  }

  /// Begins a gesture over several frames: down, along, up.
  void Swipe(glm::vec2 from, glm::vec2 to, int frames) {
    if (frame_ < free_at_) return;
    swipe_ = {from, to, frames, 0};
    Send(Kind::kDown, from);
  }
  /// Goes on with it; false when there is none.
  bool GoOn() {
    if (!swipe_) return false;
    const glm::vec2 way = swipe_->to - swipe_->from;
    const float share = static_cast<float>(++swipe_->at) / static_cast<float>(swipe_->frames);
    if (share <= 1) {
      Send(Kind::kMove, swipe_->from + way * share);
    } else {
      Send(Kind::kUp, swipe_->to);
      swipe_.reset();
      free_at_ = frame_ + 10;
    }
    return true;
  }

  /// Looks until the point is well inside; true when it is.
  bool Bring(const Scene& scene, const glm::vec3& point) {
    const auto at = Place(scene, point);
    if (at && at->x > 0.08F && at->x < 0.92F && at->y > 0.05F && at->y < 0.95F) return true;
    const glm::vec3 way = glm::conjugate(scene.look) * (point - scene.eye);
    const float x = way.x > 0 || !at ? 0.3F : 0.7F, y = way.y > 0 ? 0.36F : 0.24F;
    Swipe({0.5F, 0.3F}, {x, y}, 6);
    return false;
  }

  void Choose(const Scene& scene, const glm::vec3& point) {
    if (!Bring(scene, point)) return;
    const glm::vec2 at = *Place(scene, point);
    if (!touch_) return Send(Kind::kHover, at);
    if (frame_ % 20 != 0) return;
    Send(Kind::kDown, at);
    Send(Kind::kUp, at);
  }

  void Button(FlatHold hold) {
    if (frame_ % 150 == 20) Send(Kind::kHold, {0.5F, 0.9F}, hold);
    if (frame_ % 150 == 25) Send(Kind::kUp, {0.5F, 0.9F});
  }

  void LookAtInstead(const content::Scenario& scenario, const Run& run, const Scene& scene) {
    const content::Beat& beat = scenario.beats[run.beat];
    const auto aim =
        content::FindAim(scenario, beat, run.step, AudienceOf(run), beat.steps[run.step].instead);
    if (aim) Choose(scene, ToFloat(ToVec(aim->at)));
  }

  void DoChoice(const content::Scenario& scenario, const Run& run, const Scene& scene) {
    const content::Beat& beat = scenario.beats[run.beat];
    for (const content::ScenarioChoice& choice : beat.steps[run.step].choices) {
      if (!choice.right.value_or(true)) continue;
      if (!choice.target.empty()) {
        const auto aim = content::FindAim(scenario, beat, run.step, AudienceOf(run), choice.target);
        return Choose(scene, ToFloat(ToVec(aim->at)));
      }
      for (const Panel& panel : scene.panels) {
        if (panel.kind != PanelKind::kCard || !(panel.text == choice.text)) continue;
        // A finger taps the card; a mouse rests on its ring.
        glm::vec3 point = panel.at;
        for (const SceneRing& ring : scene.rings) {
          const bool below = ring.at.y < panel.at.y && glm::length(ring.at - panel.at) < 0.6F;
          if (below && !touch_) point = ring.at;
        }
        return Choose(scene, point);
      }
      return;
    }
  }

  void DoThrow(const Scene& scene) {
    if (scene.throw_marks.empty()) return;
    const glm::vec3 mark = scene.throw_marks.front();
    if (!touch_) return Choose(scene, mark);
    if (!Bring(scene, mark)) return;
    if (const auto at = Place(scene, mark)) Swipe({0.5F, 0.92F}, *at, 7);
  }

  void Do(const content::Scenario& scenario, const Run& run, const Scene& scene) {
    const content::Beat& beat = scenario.beats[run.beat];
    const content::BeatStep& step = beat.steps[run.step];
    switch (step.ends) {
      case EndsBy::kTime:
      case EndsBy::kBreath:
        return;
      case EndsBy::kChoice:
        return DoChoice(scenario, run, scene);
      case EndsBy::kGaze:
        for (std::size_t i = 0; i < step.targets.size(); ++i) {
          if (run.found[i]) continue;
          const auto aim =
              content::FindAim(scenario, beat, run.step, AudienceOf(run), step.targets[i].id);
          return Choose(scene, ToFloat(ToVec(aim->at)));
        }
        return;
      case EndsBy::kStop:
        if (touch_) return Button(FlatHold::kRaise);
        return Choose(scene, *scene.badge);
      case EndsBy::kThrow:
        return DoThrow(scene);
      case EndsBy::kHeadUp:
        if (!touch_) return LookAtInstead(scenario, run, scene);
        if (flat_.pitch < 0.55F) Swipe({0.5F, 0.2F}, {0.5F, 0.4F}, 6);
        return;
      case EndsBy::kArmsOpen:
        return touch_ ? Button(FlatHold::kArms) : LookAtInstead(scenario, run, scene);
      case EndsBy::kHold:
        return touch_ ? Button(FlatHold::kEmbrace) : LookAtInstead(scenario, run, scene);
      case EndsBy::kShout:
        return touch_ ? Button(FlatHold::kShout) : LookAtInstead(scenario, run, scene);
    }
  }

  bool touch_;
  struct Gesture {
    glm::vec2 from{0, 0}, to{0, 0};
    int frames = 0, at = 0;
  };
  std::optional<Gesture> swipe_;
  int frame_ = 0, free_at_ = 0;
  std::int64_t now_us_ = 0;
  Flat flat_;
};

struct Ended {
  Run run;
  double seconds = 0;
};

Ended PlayOnScreen(const content::Scenario& scenario, bool touch) {
  const Setup setup{Mode::kTogether, AgeBand::kThirteenUp, 2, 3};
  Ended ended{BeginRun(scenario, "item", setup), 0};
  ScreenChild child(touch);
  constexpr std::int64_t kFrame = 33'333;
  for (std::int64_t now = 0; now < 900'000'000; now += kFrame) {
    const Scene scene = BuildScene(scenario, ended.run);
    (void)Step(scenario, child.Act(scenario, ended.run, scene, now), ended.run);
    ended.seconds = static_cast<double>(now) / 1e6;
    if (ended.run.phase == Phase::kEnded) break;
  }
  return ended;
}

}  // namespace

TEST_CASE("both places can be played to their end by touch alone, and by pointing alone") {
  for (const char* place : {"river", "quarry"}) {
    for (const bool touch : {true, false}) {
      INFO(place << (touch ? ", touch" : ", mouse"));
      const content::Scenario& scenario = testing::ShippedScenario(place);
      const Ended ended = PlayOnScreen(scenario, touch);
      const content::Beat& beat = scenario.beats[ended.run.beat];
      INFO("stands in " << beat.id << ", " << beat.steps[ended.run.step].id << " after "
                        << ended.seconds << " s");
      CHECK(ended.run.phase == Phase::kEnded);
      CHECK(ended.run.report.ended);
      CHECK(ended.run.report.calms.empty());
      CHECK(ended.seconds < 480);
      int wrong = 0, thrown = 0;
      for (const Deed& deed : ended.run.report.deeds) {
        wrong += deed.right == false ? 1 : 0;
        thrown += deed.miss_m ? 1 : 0;
      }
      CHECK(wrong == 0);
      CHECK(thrown >= 1);
    }
  }
}
