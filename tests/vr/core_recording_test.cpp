// SPDX-License-Identifier: MIT
// Recordings: what is read back, what is refused, and that a replay ends in the same report.
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <limits>

#include "content/item.h"
#include "tests/support/catch.h"
#include "tests/vr/child.h"
#include "vr/core/recording.h"
#include "vr/core/report.h"

namespace {

using testing::ShippedScenario;

std::span<const std::uint8_t> BytesOf(const std::string& text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

vr::Recording MakeRecording() {
  vr::Recording recording;
  recording.scenario = "safety.water.river";
  recording.setup = {vr::Mode::kHeadset, vr::AgeBand::kThirteenUp, 2, 3};
  vr::TrainerInput input;
  input.time_us = 5;
  input.head.position = {0.1F, 1.2F, -0.3F};
  recording.inputs.push_back(input);
  input.time_us = 11'116;
  input.worn = input.focused = input.head_tracked = false;
  input.gaze = vr::Pose{{1, 2, 3}, {0.5F, 0.5F, -0.5F, 0.5F}};
  input.hands[0] = {true, {{0, 1, 0}, {1, 0, 0, 0}}, false};
  input.hands[1] = {true, {{0.5F, 1, 0}, {0, 1, 0, 0}}, true};
  input.voice = 0.25F;
  input.commands = {vr::GuideCommand::kPause, vr::GuideCommand::kIntensity3};
  recording.inputs.push_back(input);
  return recording;
}

vr::Report Replay(const content::Scenario& scenario, const vr::Recording& recording) {
  vr::Run run = vr::BeginRun(scenario, recording.scenario, recording.setup);
  for (const vr::TrainerInput& input : recording.inputs) {
    static_cast<void>(vr::Step(scenario, input, run));
  }
  return run.report;
}

std::string ReadText(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The river as it was when the recording was made: texts of the pack may change, and with them how
/// long it takes to read them.
content::Scenario StoredRiver() {
  const auto item = content::ParseItem(ReadText(SOURCE_ROOT "/tests/data/vr/river.json"));
  REQUIRE(item);
  return std::get<content::Scenario>(item->body);
}

}  // namespace

TEST_CASE("A recording is read back as it was written, bit for bit") {
  const vr::Recording recording = MakeRecording();
  const std::string bytes = vr::FormatRecording(recording);
  const auto parsed = vr::ParseRecording(BytesOf(bytes));
  REQUIRE(parsed);
  CHECK(*parsed == recording);
  CHECK(vr::FormatRecording(*parsed) == bytes);
}

TEST_CASE("A recording that is cut anywhere is refused, or is a whole one that ends earlier") {
  const std::string bytes = vr::FormatRecording(MakeRecording());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const auto parsed = vr::ParseRecording(BytesOf(bytes.substr(0, size)));
    if (parsed) {
      CHECK(vr::FormatRecording(*parsed) == bytes.substr(0, size));
    } else {
      CHECK(parsed.error().code == "recording.malformed");
      CHECK_FALSE(parsed.error().remedy.zh.empty());
    }
  }
}

TEST_CASE("Nothing that is no number, runs back or is unknown gets into a replay") {
  const auto refuses = [](const std::function<void(vr::Recording&)>& spoil) {
    vr::Recording recording = MakeRecording();
    spoil(recording);
    return !vr::ParseRecording(BytesOf(vr::FormatRecording(recording)));
  };
  const float none = std::numeric_limits<float>::quiet_NaN();
  CHECK_FALSE(refuses([](vr::Recording&) {}));
  CHECK(refuses([none](vr::Recording& r) { r.inputs[0].head.position.x = none; }));
  CHECK(refuses([](vr::Recording& r) { r.inputs[1].gaze->orientation.w = INFINITY; }));
  CHECK(refuses([](vr::Recording& r) { r.inputs[1].hands[0].aim.position.y = 1e9F; }));
  CHECK(refuses([](vr::Recording& r) { r.inputs[1].time_us = 4; }));
  CHECK(refuses([](vr::Recording& r) { r.inputs[0].time_us = -1; }));
  CHECK(refuses([](vr::Recording& r) { r.inputs[1].voice = 1.5F; }));
  CHECK(refuses([](vr::Recording& r) {
    r.inputs[1].commands[0] = static_cast<vr::GuideCommand>(vr::kGuideCommands + 1);
  }));
  CHECK(refuses([](vr::Recording& r) { r.setup.intensity = 4; }));
  CHECK(refuses([](vr::Recording& r) { r.setup.most_intensity = 0; }));
  CHECK(refuses([](vr::Recording& r) { r.setup.band = static_cast<vr::AgeBand>(3); }));
}

TEST_CASE("A recording over its limits is refused before it is read") {
  const std::string bytes(vr::kRecordingBytes + 1, 'm');
  const auto parsed = vr::ParseRecording(BytesOf(bytes));
  REQUIRE_FALSE(parsed);
  CHECK(parsed.error().code == "recording.too-large");
}

TEST_CASE("What was played replays to the same report, through the file as well") {
  testing::Habits habits;
  habits.by_hand = true;
  habits.errs = true;
  testing::Way way;
  way.rate = 72;
  const testing::Played played = testing::Play(ShippedScenario("quarry"), habits, way);
  REQUIRE(played.run.report.ended);
  vr::Recording recording{"safety.water.quarry", way.setup, played.inputs};
  const auto parsed = vr::ParseRecording(BytesOf(vr::FormatRecording(recording)));
  REQUIRE(parsed);
  vr::Report again = Replay(ShippedScenario("quarry"), *parsed);
  again.scenario = played.run.report.scenario;
  CHECK(again == played.run.report);
  CHECK(vr::FormatReport(again) == vr::FormatReport(played.run.report));
}

// The same bytes on GCC and Clang builds, old and new: the whole river with eyes, hands, mistakes,
// pauses and a recentering. MAPLEBRIDGE_RECORD=1 makes the files anew, for a change that is meant.
TEST_CASE("A stored recording replays to its stored report on every compiler") {
  const std::string folder = SOURCE_ROOT "/tests/data/vr/";
  const content::Scenario river = StoredRiver();
  if (std::getenv("MAPLEBRIDGE_RECORD") != nullptr) {
    testing::Habits habits;
    habits.errs = true;
    testing::Way way;
    way.rate = 12;
    int frame = 0;
    way.change = [&frame, &river](const vr::Run& run, const vr::Scene&, vr::TrainerInput& input) {
      const float sway = static_cast<float>(std::sin(++frame * 0.37));
      input.head.position += glm::vec3(0.02F, 0.013F, -0.017F) * sway;
      if (frame == 150) input.commands = {vr::GuideCommand::kPause};
      if (frame == 170) input.commands = {vr::GuideCommand::kResume};
      if (frame == 400) input.commands = {vr::GuideCommand::kRecenter};
      if (frame == 900) input.commands = {vr::GuideCommand::kCalm};
      if (frame == 930) input.commands = {vr::GuideCommand::kRelease};
      const auto& step = river.beats[run.beat].steps[run.step];
      if (step.ends != content::EndsBy::kThrow || run.tries > 0) return;
      input.hands[1] = {true,
                        {{0.2F, 0.9F, -0.1F - 0.2F * static_cast<float>(frame % 9)}, {1, 0, 0, 0}},
                        frame % 9 < 6};
    };
    const auto played = testing::Play(river, habits, way);
    const vr::Recording recording{"safety.water.river", way.setup, played.inputs};
    std::ofstream(folder + "river.recording", std::ios::binary) << vr::FormatRecording(recording);
    std::ofstream(folder + "river.report", std::ios::binary)
        << vr::FormatReport(Replay(river, recording));
  }
  const std::string bytes = ReadText(folder + "river.recording");
  const auto recording = vr::ParseRecording(BytesOf(bytes));
  REQUIRE(recording);
  const vr::Report report = Replay(river, *recording);
  CHECK(report.ended);
  CHECK(vr::FormatReport(report) == ReadText(folder + "river.report"));
}
