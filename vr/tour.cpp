// SPDX-License-Identifier: MIT
#include <cstdio>
#include <glm/gtc/quaternion.hpp>

#include "vr/core/step.h"
#include "vr/flat/pointer.h"
#include "vr/program.h"
#include "vr/render/offscreen.h"

namespace vr {
namespace {

constexpr double kRate = 24;             // frames a second
constexpr double kLongestSeconds = 900;  // more than any run may last
constexpr int kWidth = 1280, kHeight = 800;
constexpr Vec kEyesInSpace{0, 1.2, 0};

/// Where a child looks who knows what is right and uses nothing but its eyes.
Vec LookedAt(const content::Scenario& scenario, const Run& run, const Scene& scene) {
  const Vec ahead = ToVec(scene.eye) + Direction(FacingOf(run), 3, -4) * 5.0;
  if (run.phase != Phase::kPlaying) return ahead;
  const content::BeatStep& step = StepOf(scenario, run);
  const bool stops = step.ends == content::EndsBy::kStop;
  const Spot* best = nullptr;
  const std::vector<Spot> spots = ListSpots(scenario, run);
  for (const Spot& spot : spots) {
    if ((spot.kind == SpotKind::kBadge) != stops) continue;
    const bool found = spot.kind == SpotKind::kTarget && step.ends == content::EndsBy::kGaze &&
                       spot.index < run.found.size() && run.found[spot.index];
    if (found) continue;
    if (!best || (spot.right && !best->right)) best = &spot;
  }
  return best ? best->at : ahead;
}

TrainerInput LookAt(const Scene& scene, const Vec& at, std::int64_t time_us) {
  TrainerInput input;
  input.time_us = time_us;
  input.head.position = ToFloat(kEyesInSpace);
  const glm::vec3 way = ToFloat(at) - scene.eye;
  if (glm::length(way) > 0.01F) {
    input.head.orientation = glm::conjugate(scene.world_from_space.orientation) *
                             glm::quatLookAt(glm::normalize(way), glm::vec3{0, 1, 0});
  }
  return input;
}

std::filesystem::path NameOf(std::size_t number, const std::string& beat) {
  char text[16];
  std::snprintf(text, sizeof text, "%02zu-", number);
  return text + beat + ".png";
}

/// Whether this is the moment of a beat that tells most: it asks something of the child, and that
/// has been on for a while.
bool IsTelling(const content::BeatStep& step, const Run& run) {
  return run.phase == Phase::kPlaying && step.ends != content::EndsBy::kTime &&
         run.step_us > 500'000;
}

}  // namespace

int RunTour(const ProgramOptions& options, const std::vector<Shelf>& library) {
  if (options.scenario >= library.size()) return 1;
  auto offscreen = Offscreen::Open();
  if (!offscreen) return Fail(offscreen.error());
  auto renderer = Renderer::Make(options.trainer.assets, options.samples);
  if (!renderer) return Fail(renderer.error());
  std::error_code failed;
  std::filesystem::create_directories(options.tour, failed);
  const Shelf& shelf = library[options.scenario];
  const content::Scenario& scenario = *shelf.scenario;
  (*renderer)->Load(scenario);
  Run run = BeginRun(scenario, shelf.item, options.setup);
  Scene scene;
  std::vector<bool> taken(scenario.beats.size());
  Eye eye;
  eye.projection = Projection(kFlatHeightRad, float{kWidth} / float{kHeight});
  std::size_t number = 0;
  const auto frames = static_cast<std::int64_t>(kLongestSeconds * kRate);
  for (std::int64_t frame = 0; frame < frames && run.phase != Phase::kEnded; ++frame) {
    const auto time_us = static_cast<std::int64_t>(static_cast<double>(frame) * 1e6 / kRate);
    const Vec at = frame == 0 ? Vec{0, 1.2, -5} : LookedAt(scenario, run, scene);
    const std::size_t beat = run.beat;
    static_cast<void>(Step(scenario, LookAt(scene, at, time_us), run));
    scene = BuildScene(scenario, run);
    // A beat that asks nothing is taken as it ends.
    const bool leaves = run.phase == Phase::kFadeOut || run.phase == Phase::kEnded;
    if (taken[beat] || !(IsTelling(StepOf(scenario, run), run) || leaves)) continue;
    taken[beat] = true;
    Scene picture = scene;
    picture.dark = 0;
    eye.world_from_eye = {scene.eye, scene.look};
    const Picture view =
        (*offscreen)->Take(**renderer, picture, eye, options.trainer.language, kWidth, kHeight);
    const auto file = options.tour / NameOf(++number, scenario.beats[beat].id);
    if (auto saved = SavePicture(view, file); !saved) return Fail(saved.error());
    std::printf("%s\n", file.c_str());
    std::fflush(stdout);
  }
  return run.phase == Phase::kEnded ? 0 : 1;
}

}  // namespace vr
