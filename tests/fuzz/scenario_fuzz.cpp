// SPDX-License-Identifier: MIT
// Whatever scenario the reader lets pass can be played: from any beat, at any age and intensity, by
// a child who looks at everything, with the eyes level and the report in bounds.
#include <cmath>
#include <cstdint>

#include "content/item.h"
#include "tests/fuzz/expect.h"
#include "vr/core/report.h"
#include "vr/core/step.h"

namespace {

vr::Pose Towards(const vr::Run& run, const vr::Vec& at) {
  vr::Pose pose;
  const vr::Vec way = vr::Turn(vr::Opposite(vr::TurnOf(run)), at - vr::EyeOf(run));
  const double far = vr::Length(way);
  if (far < 1e-3) return pose;
  // The turn that takes -z to `way`: half way between them.
  const vr::Vec half = way / far + vr::Vec(0, 0, -1);
  const double size = vr::Length(half);
  if (size < 1e-3) return {pose.position, glm::quat(0, 0, 1, 0)};
  const vr::Vec h = half / size;
  pose.orientation =
      glm::quat(static_cast<float>(-h.z), static_cast<float>(h.y), static_cast<float>(-h.x), 0.0F);
  return pose;
}

void ExpectWell(const vr::Scene& scene) {
  const glm::quat& turn = scene.world_from_space.orientation;
  Expect(turn.x == 0 && turn.z == 0);
  Expect(std::isfinite(scene.eye.x) && std::isfinite(scene.eye.y) && std::isfinite(scene.eye.z));
  for (const vr::SceneRing& ring : scene.rings) {
    Expect(std::isfinite(ring.at.x) && std::isfinite(ring.radius));
    Expect(ring.filled >= 0 && ring.filled <= 1);
  }
  for (const vr::Panel& panel : scene.panels) Expect(std::isfinite(panel.at.x));
  for (const vr::SceneFigure& figure : scene.figures) {
    Expect(figure.share >= 0 && figure.share <= 1);
  }
}

void PlayThrough(const content::Scenario& scenario, const vr::Setup& setup) {
  vr::Run run = vr::BeginRun(scenario, "a.b", setup);
  vr::TrainerInput input;
  for (int frame = 0; frame < 700 && run.phase != vr::Phase::kEnded; ++frame) {
    input.time_us += 100'000;
    const auto spots = vr::ListSpots(scenario, run);
    // Everything but the badge in turn, long enough to choose it.
    const std::size_t look = static_cast<std::size_t>(frame / 18);
    if (spots.size() > 1) {
      input.head = Towards(run, spots[1 + look % (spots.size() - 1)].at);
    }
    input.commands.clear();
    if (frame % 60 == 59) input.commands.push_back(vr::GuideCommand::kNext);
    if (frame % 60 == 30) input.commands.push_back(vr::GuideCommand::kRelease);
    static_cast<void>(vr::Step(scenario, input, run));
    ExpectWell(vr::BuildScene(scenario, run));
  }
  Expect(!vr::FormatReport(run.report).empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto item = content::ParseItem({reinterpret_cast<const char*>(bytes), size});
  if (!item) return 0;
  const auto* scenario = std::get_if<content::Scenario>(&item->body);
  if (scenario == nullptr) return 0;
  const auto band = static_cast<vr::AgeBand>(size % 3);
  for (const int intensity : {1, 3}) {
    PlayThrough(*scenario, {vr::Mode::kHeadset, band, intensity, 3});
  }
  return 0;
}
