// SPDX-License-Identifier: MIT
#include "vr/tell.h"

#include <array>
#include <nlohmann/json.hpp>

namespace vr {
namespace {

const char* NameOf(Phase phase) {
  switch (phase) {
    case Phase::kFadeIn:
      return "fade-in";
    case Phase::kPlaying:
      return "playing";
    case Phase::kTelling:
      return "telling";
    case Phase::kFadeOut:
      return "fade-out";
    case Phase::kEnded:
      break;
  }
  return "ended";
}

/// The fields of an object without its braces.
std::string Inside(const nlohmann::ordered_json& object) {
  const std::string text = object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  return text.substr(1, text.size() - 2);
}

}  // namespace

Told TellOf(const Trainer& trainer, const xr::HeadsetStatus& headset, double seconds,
            std::int64_t frames_at_word) {
  nlohmann::ordered_json still, moving;
  still["missing"] = nullptr;
  if (headset.missing) still["missing"] = xr::Tell(*headset.missing, "").code;
  still["sessions"] = headset.sessions;
  still["worn"] = headset.worn;
  still["focused"] = headset.focused;
  still["tracked"] = headset.head_tracked;
  if (const Run* run = trainer.Current()) {
    const content::Scenario& scenario = *trainer.Place();
    const Glance glance = LookAt(scenario, *run);
    const content::Beat& beat = scenario.beats[glance.beat];
    still["beat"] = beat.id;
    still["step"] = beat.steps[glance.step].id;
    still["phase"] = NameOf(glance.phase);
    still["paused"] = glance.paused;
    still["waiting"] = glance.waiting;
    still["calm"] = static_cast<int>(glance.calm);
    still["calm_sky"] = trainer.Picture().calm >= 1;  // all of it
    still["intensity"] = glance.intensity;
    still["deeds"] = run->report.deeds.size();
    still["texts"] = nlohmann::json::array();
    for (const content::Text& text : glance.captions) {
      still["texts"].push_back(text.In(trainer.Language()));
    }
    moving["run_seconds"] = glance.run_seconds;
    moving["sky"] = trainer.Picture().calm;
  }
  moving["t"] = seconds;
  moving["frames"] = headset.counts.frames;
  moving["frames_at_word"] = frames_at_word;
  moving["skipped"] = headset.counts.skipped;
  moving["where"] = headset.where;
  return {Inside(still), Inside(moving)};
}

std::optional<GuideRequest> RequestOf(const std::string& line) {
  struct Word {
    const char* name;
    GuideCommand command;
  };
  static constexpr std::array kWords = {
      Word{"pause", GuideCommand::kPause},
      Word{"resume", GuideCommand::kResume},
      Word{"calm", GuideCommand::kCalm},
      Word{"release", GuideCommand::kRelease},
      Word{"recenter", GuideCommand::kRecenter},
      Word{"next", GuideCommand::kNext},
      Word{"again", GuideCommand::kAgain},
      Word{"back", GuideCommand::kBack},
      Word{"intensity 1", GuideCommand::kIntensity1},
      Word{"intensity 2", GuideCommand::kIntensity2},
      Word{"intensity 3", GuideCommand::kIntensity3},
      Word{"stop", GuideCommand::kStop},
      Word{"restart", GuideCommand::kRestart},
  };
  GuideRequest request;
  for (const Word& word : kWords) {
    if (line != word.name) continue;
    request.command = word.command;
    return request;
  }
  if (line == "together") {
    request.kind = GuideRequest::Kind::kGoOnTogether;
    return request;
  }
  return std::nullopt;
}

}  // namespace vr
