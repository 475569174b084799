// SPDX-License-Identifier: MIT
#include <array>

#include "content/captions.h"
#include "kiosk/kiosk.h"

namespace kiosk {
namespace {

constexpr std::size_t kMostWaiting = 1000;  ///< Events kept for a disk that is full.
constexpr std::array<const char*, 5> kChimes = {"tap", "right", "look", "message", "done"};

std::vector<content::Cue> Captions(const content::Pack& pack, const std::string& path) {
  if (path.empty()) return {};
  const auto text = content::LoadFile(pack, path);
  if (!text) return {};
  return content::ParseCaptions(*text).value_or(std::vector<content::Cue>{});
}

}  // namespace

void Kiosk::Perform(const LoadItems& effect) {
  ItemsLoaded loaded;
  for (const content::ItemRef ref : effect.refs) {
    auto item = content::LoadItem(catalog_.packs[ref.pack], catalog_.EnvelopeOf(ref).id);
    if (!item) {
      Apply(LoadFailed{item.error()});
      return;
    }
    loaded.items.push_back(std::make_shared<const content::Item>(std::move(*item)));
  }
  Apply(loaded);
}

void Kiosk::Perform(const LoadCaptions& effect) {
  const content::Pack& pack = catalog_.packs[effect.ref.pack];
  const auto item = content::LoadItem(pack, catalog_.EnvelopeOf(effect.ref).id);
  if (!item) return;
  if (const auto* video = std::get_if<content::Video>(&item->body)) {
    Apply(CaptionsLoaded{Captions(pack, video->captions_zh), Captions(pack, video->captions_en)});
  }
}

void Kiosk::Perform(const WriteResult& effect) {
  to_write_.push_back(effect.event);
  journal_due_ = true;
}

// What the disk would not take stays and is tried again when the next event comes; the kiosk goes
// on meanwhile.
void Kiosk::WriteJournal() {
  if (!journal_due_) return;
  journal_due_ = false;
  std::size_t done = 0;
  for (; results_ != nullptr && done < to_write_.size(); ++done) {
    const auto written = results_->Append(to_write_[done]);
    if (written) continue;
    Tell(written.error());
    if (written.error().code != "results.refused") break;
  }
  if (results_ == nullptr || to_write_.size() - done > kMostWaiting) done = to_write_.size();
  if (done > 0 && results_ != nullptr && done == to_write_.size()) ForgetJournalTrouble();
  to_write_.erase(to_write_.begin(), to_write_.begin() + static_cast<std::ptrdiff_t>(done));
}

void Kiosk::ForgetJournalTrouble() {
  const auto mended = [](const content::Error& problem) {
    return problem.code == "results.no-space" || problem.code == "results.io" ||
           problem.code == "results.unwritable";
  };
  if (std::erase_if(problems_, mended) > 0) changed_ = true;
}

void Kiosk::Perform(const PlayChime& effect) {
  sound_->Play(kChimes[static_cast<std::size_t>(effect.chime)]);
}

void Kiosk::Perform(const StartVideo& effect) {
  if (video_ == nullptr) {
    auto made = VideoPlayer::Make(window_->WakeEvent(), SDL_GL_GetProcAddress);
    if (!made) {
      Apply(VideoFailed{made.error()});
      return;
    }
    video_ = std::move(*made);
  }
  video_->SetVolume(state_.visit.settings.volume);
  film_on_ = true;
  auto opened =
      video_->Open(catalog_.packs[effect.ref.pack], effect.path, effect.from_seconds, effect.muted);
  if (!opened) {
    film_on_ = false;
    Apply(VideoFailed{opened.error()});
  }
}

void Kiosk::Perform(const SetVideoPaused& effect) {
  if (video_ != nullptr) video_->SetPaused(effect.paused);
}

void Kiosk::Perform(const SeekVideo& effect) {
  if (video_ != nullptr) video_->Seek(effect.seconds);
}

void Kiosk::Perform(const StopVideo&) {
  if (video_ == nullptr || !film_on_) return;
  measured_.video_dropped += video_->DroppedFrames();
  measured_.video_drawn += video_->DrawnFrames();
  film_on_ = film_moved_ = false;
  video_->Close();
  window_->Invalidate();
}

void Kiosk::Perform(const SetVolume& effect) {
  sound_->SetVolume(effect.percent);
  if (video_ != nullptr) video_->SetVolume(effect.percent);
  if (narration_ != nullptr) narration_->SetVolume(effect.percent);
}

void Kiosk::Perform(const StartNarration& effect) {
  if (narration_ == nullptr) {
    auto made = Playback::Make(Playback::Output::kSoundOnly, window_->WakeEvent());
    if (!made) {
      Apply(LoadFailed{made.error()});
      return;
    }
    narration_ = std::move(*made);
  }
  narration_->SetVolume(state_.visit.settings.volume);
  auto opened = narration_->Open(catalog_.packs[effect.ref.pack], effect.path, 0, false);
  if (!opened) Apply(LoadFailed{opened.error()});
}

void Kiosk::Perform(const StopNarration&) {
  if (narration_ != nullptr) narration_->Close();
}

void Kiosk::Perform(const ForgetVisitor&) {
  journal_due_ = true;
  if (results_ == nullptr) {  // somebody may have made room
    to_write_.clear();
    OpenJournal();
  }
  ui_->Forget();
  textures_->Forget();
  window_->Invalidate();
}

}  // namespace kiosk
