// SPDX-License-Identifier: MIT
#include "vr/trainer.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>

#include "vr/core/report.h"

namespace vr {
namespace {

/// With a faster story a frame is several of this length at most: the rules hold a frame to 0.1 s.
constexpr std::int64_t kLongestPieceUs = 50'000;
/// And goes no further than this between two pictures, however late they come, so that every
/// caption is shown in one.
constexpr std::int64_t kLongestLeapUs = 500'000;
constexpr std::int64_t kLongestGapUs = 10'000'000;

constexpr float kNoticeMetres = 2;

void WriteFile(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << bytes;
  if (!out.flush()) std::fprintf(stderr, "写不进 / cannot be written: %s\n", file.c_str());
}

}  // namespace

Trainer::Trainer(std::vector<Shelf> library, const TrainerOptions& options)
    : library_(std::move(library)),
      options_(options),
      journal_(options.journal),
      language_(options.language) {
  if (options.sound) {
    Sound::Options sound;
    sound.folder = options.assets / "sounds" / "vr";
    sound_ = std::make_unique<Sound>(sound);
    notice_ = sound_->Trouble();
  }
  if (options.microphone) Listen(true);
  if (!library_.empty()) place_ = library_.front().scenario;
  scene_ = WaitingScene({"请等一下", "Please wait a moment"});
}

Trainer::~Trainer() { Drop(); }

void Trainer::Take(const GuideRequest& request) {
  using Kind = GuideRequest::Kind;
  switch (request.kind) {
    case Kind::kCommand:
      commands_.push_back(request.command);
      break;
    case Kind::kStart:
      Begin(request);
      break;
    case Kind::kNextChild:
      Drop();
      wearing_ = {};
      together_.store(false, std::memory_order_release);
      break;
    case Kind::kGoOnTogether:
      together_.store(true, std::memory_order_release);
      break;
    case Kind::kLanguage:
      language_ = request.language;
      break;
    case Kind::kCaptions:
      captions_ = request.on;
      break;
    case GuideRequest::Kind::kMicrophone:
      Listen(request.on);
      break;
  }
}

/// Only before a run: to open a device may take a while.
void Trainer::Listen(bool on) {
  microphone_ = on ? std::make_unique<Microphone>() : nullptr;
  hearing_ = !on ? Hearing::kOff : microphone_->IsThere() ? Hearing::kOn : Hearing::kNoDevice;
  if (hearing_ != Hearing::kOn) microphone_.reset();
}

void Trainer::Begin(const GuideRequest& request) {
  if (request.scenario >= library_.size()) return;
  Drop();
  shelf_ = &library_[request.scenario];
  place_ = shelf_->scenario;
  run_ = BeginRun(*place_, shelf_->item, request.setup);
  recording_ = {shelf_->item, request.setup, {}};
  commands_.clear();
  last_us_ = -1;
  story_us_ = 0;
  scene_ = WaitingScene({});
  together_.store(request.setup.mode == Mode::kTogether, std::memory_order_release);
}

/// Ends what is played. Whoever left before the end leaves a report too.
void Trainer::Drop() {
  if (!run_) return;
  if (run_->begun && run_->phase != Phase::kEnded) {
    TrainerInput last = run_->input;
    last.time_us = run_->last_us;
    last.commands = {GuideCommand::kStop};
    StepOnce(last);
  }
  WriteDown();
  if (sound_) sound_->StopNarration();
  run_.reset();
  scene_ = WaitingScene({"请等一下", "Please wait a moment"});
}

void Trainer::Advance(TrainerInput input) {
  effects_.clear();
  StepWearing(input.time_us, input.worn && !IsTogether(), wearing_);
  const std::int64_t passed =
      last_us_ < 0 ? 0 : std::clamp<std::int64_t>(input.time_us - last_us_, 0, kLongestGapUs);
  last_us_ = std::max(last_us_, input.time_us);
  const double seconds = static_cast<double>(passed) / 1e6;
  if (microphone_) input.voice = std::max(input.voice, microphone_->Listen(seconds));
  if (!run_) {
    commands_.clear();
    if (sound_ && place_) sound_->Step(scene_, place_->place, seconds);
    return;
  }
  input.commands = std::exchange(commands_, {});
  std::int64_t left = std::llround(static_cast<double>(passed) * options_.speed);
  if (options_.speed > 1) left = std::min(left, kLongestLeapUs);
  do {  // at speed 1 one piece, whatever its length: the rules know what to do with it
    const std::int64_t piece =
        options_.speed > 1 ? std::min<std::int64_t>(left, kLongestPieceUs) : left;
    left -= piece;
    story_us_ += piece;
    input.time_us = story_us_;
    StepOnce(input);
    input.commands.clear();
  } while (left > 0);
  scene_ = BuildScene(*place_, *run_);
  if (!captions_) {
    std::erase_if(scene_.panels, [](const Panel& p) { return p.kind == PanelKind::kCaption; });
  }
  if (!sound_) return;
  sound_->Hold(run_->paused || run_->waiting);
  sound_->Step(scene_, place_->place, seconds);
}

void Trainer::StepOnce(const TrainerInput& input) {
  if (!options_.record.empty() && recording_.inputs.size() < kRecordingInputs) {
    recording_.inputs.push_back(input);
  }
  for (Effect& effect : Step(*place_, input, *run_)) {
    Perform(effect);
    effects_.push_back(std::move(effect));
  }
}

void Trainer::Perform(const Effect& effect) {
  if (effect.kind == Effect::Kind::kBegun) journal_.BeginVisit();
  if (effect.event) journal_.Write(*effect.event);
  if (effect.kind == Effect::Kind::kEnded) WriteDown();
  if (!sound_) return;
  if (effect.kind == Effect::Kind::kSound) sound_->Play(effect.name, effect.at);
  if (effect.kind == Effect::Kind::kNarration && shelf_) {
    const bool english = language_ == content::Language::kEnglish;
    const auto found = shelf_->sounds.find(english ? effect.name_en : effect.name);
    if (found != shelf_->sounds.end()) sound_->Narrate(found->second);
  }
}

void Trainer::WriteDown() {
  if (!options_.report.empty()) WriteFile(options_.report, FormatReport(run_->report));
  if (!options_.record.empty()) WriteFile(options_.record, FormatRecording(recording_));
}

GuideView Trainer::View(const HeadsetNews& headset) {
  GuideView view;
  for (const Shelf& shelf : library_)
    view.offers.push_back({shelf.item, shelf.title, shelf.seconds});
  view.headset = headset;
  view.wearing = wearing_;
  if (const auto trouble = journal_.TakeTrouble()) notice_ = trouble->message;
  view.notice = notice_;
  view.hearing = hearing_;
  if (!run_) return view;
  view.scenario = place_;
  view.setup = run_->setup;
  if (IsTogether()) view.setup.mode = Mode::kTogether;
  view.glance = LookAt(*place_, *run_);
  view.report = run_->report;
  return view;
}

Scene WaitingScene(const content::Text& text) {
  Scene scene;
  scene.eye = {0, 1.2F, 0};
  scene.calm = 1;
  if (text.zh.empty()) return scene;
  Panel panel;
  panel.kind = PanelKind::kNotice;
  panel.text = text;
  panel.at = {0, 1.2F, -kNoticeMetres};
  panel.width = 1.2F;
  panel.letter = 0.08F;
  scene.panels.push_back(std::move(panel));
  return scene;
}

content::Result<Report> Replay(const Recording& recording, const std::vector<Shelf>& library) {
  for (const Shelf& shelf : library) {
    if (shelf.item != recording.scenario) continue;
    Run run = BeginRun(*shelf.scenario, shelf.item, recording.setup);
    for (const TrainerInput& input : recording.inputs) {
      static_cast<void>(Step(*shelf.scenario, input, run));
    }
    return run.report;
  }
  return tl::unexpected(content::Error{
      "library.unknown-scenario",
      {"没有这条记录所用的训练内容", "The scenario of this recording is not installed"},
      recording.scenario,
      {"请装入含有它的内容包", "Install the pack that brings it"}});
}

}  // namespace vr
