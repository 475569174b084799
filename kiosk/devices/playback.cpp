// SPDX-License-Identifier: MIT
#include "kiosk/devices/playback.h"

#include <SDL2/SDL_events.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "content/archive.h"

namespace kiosk {
namespace {

constexpr const char* kProtocol = "pack";
constexpr double kMaxSeconds = 24.0 * 3600;

enum Observed : std::uint64_t { kPosition = 1, kDuration, kEnded, kWidth, kHeight };

/// Name and value; `needed` ones guard the machine and must be known to the library, the others
/// came or went between the versions of Debian 12 (0.35) and 13 (0.40).
struct Option {
  const char* name;
  const char* value;
  bool needed;
};

constexpr Option kOptions[] = {
    // Nothing but what Open names: no configuration, scripts, neighbouring files or addresses.
    {"config", "no", true},
    {"load-scripts", "no", true},
    {"ytdl", "no", true},
    {"access-references", "no", true},
    {"load-unsafe-playlists", "no", true},
    {"ordered-chapters", "no", true},
    {"autoload-files", "no", true},
    {"audio-file-auto", "no", true},
    {"sub-auto", "no", true},
    {"cover-art-auto", "no", true},
    {"audio-display", "no", true},
    {"resume-playback", "no", true},
    {"demuxer", "lavf", true},
    // Nor any decoder but those of FORMAT.md's codecs, not even to look what a stream is. "-": no
    // other one is tried. The number counts the letters of the list, for it holds commas.
    {"demuxer-lavf-o",
     "protocol_whitelist=none,max_streams=4,codec_whitelist=%97%"
     "h264,vp9,libvpx-vp9,libdav1d,libaom-av1,av1,aac,opus,libopus,pcm_u8,pcm_s16le,pcm_s24le,"
     "pcm_s32le",
     true},
    {"vd", "h264,vp9,libvpx-vp9,libdav1d,libaom-av1,av1,-", true},
    {"ad", "aac,opus,libopus,pcm_u8,pcm_s16le,pcm_s24le,pcm_s32le,-", true},
    {"hwdec-codecs", "h264,vp9,av1", true},
    {"vd-lavc-o", "max_pixels=8847360", true},  // limits::kVideoPixels
    {"demuxer-max-bytes", "24MiB", true},
    {"demuxer-max-back-bytes", "4MiB", true},
    {"cache", "no", true},
    // No face and no ears of its own.
    {"osc", "no", false},
    {"load-stats-overlay", "no", false},
    {"load-osd-console", "no", false},
    {"load-console", "no", false},
    {"load-select", "no", false},
    {"load-positioning", "no", false},
    {"load-commands", "no", false},
    {"load-auto-profiles", "no", false},
    {"osd-level", "0", true},
    {"sid", "no", true},  // captions are drawn by the kiosk
    {"input-default-bindings", "no", true},
    {"input-vo-keyboard", "no", true},
    {"input-media-keys", "no", false},
    {"terminal", "no", true},
    {"stop-screensaver", "no", false},
    // The last picture stays, ready to be sought from.
    {"idle", "yes", true},
    {"keep-open", "yes", true},
    {"keep-open-pause", "no", true},
    {"hr-seek", "yes", true},
    {"audio-client-name", "maplebridge", true},
    {"audio-fallback-to-null", "yes", true},
    // Weak graphics: the cheapest way that still looks right, on both versions.
    {"hwdec", "auto-safe", true},
    {"video-timing-offset", "0", true},  // UpdateFrame does not wait for a picture's time
    {"scale", "bilinear", true},
    {"cscale", "bilinear", true},
    {"dscale", "bilinear", true},
    {"correct-downscaling", "no", false},
    {"linear-downscaling", "no", false},
    {"sigmoid-upscaling", "no", false},
    {"hdr-compute-peak", "no", false},
    {"dither-depth", "no", true},
    {"sws-scaler", "bilinear", true},
};

/// FFmpeg's name of the container for a media type of FORMAT.md, or nullptr.
const char* ContainerOf(const std::string& media_type) {
  struct Pair {
    const char* type;
    const char* container;
  };
  constexpr Pair kPairs[] = {{"video/mp4", "mp4"},  {"video/webm", "webm"}, {"audio/mp4", "mp4"},
                             {"audio/ogg", "ogg"},  {"audio/opus", "ogg"},  {"audio/wav", "wav"},
                             {"audio/x-wav", "wav"}};
  for (const Pair& pair : kPairs) {
    if (media_type.starts_with(pair.type)) return pair.container;
  }
  return nullptr;
}

content::Error NoPlayer(const std::string& where) {
  return {"video.no-player",
          {"影片播放程序（libmpv2）无法启动。", "The film player (libmpv2) does not start."},
          where,
          {"请重新安装Debian软件包libmpv2。", "Reinstall the Debian package libmpv2."}};
}

std::string Seconds(double seconds) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.3f", std::clamp(seconds, 0.0, kMaxSeconds));
  return text.data();
}

/// One open file of a pack, read by mpv's demuxing thread through an archive of its own.
struct OpenFilm {
  content::Archive archive;
  content::Archive::Stream stream;
};

std::int64_t ReadFilm(void* film, char* buffer, std::uint64_t size) {
  return static_cast<OpenFilm*>(film)->stream.Read(buffer, size);
}
std::int64_t SeekFilm(void* film, std::int64_t offset) {
  return static_cast<OpenFilm*>(film)->stream.Seek(offset);
}
std::int64_t SizeOfFilm(void* film) {
  return static_cast<std::int64_t>(static_cast<OpenFilm*>(film)->stream.Size());
}
void CloseFilm(void* film) { delete static_cast<OpenFilm*>(film); }

}  // namespace

void WakeUp::Push() {
  if (pushed_.exchange(true)) return;
  SDL_Event event{};
  event.type = event_type_;
  if (SDL_PushEvent(&event) < 1) pushed_ = false;  // queue full: the next one tries again
}

content::Result<std::unique_ptr<Playback>> Playback::Make(Output output, Uint32 wake_event) {
  auto mpv = MpvLibrary::Load();
  if (!mpv) return tl::unexpected(mpv.error());
  std::unique_ptr<Playback> playback(new Playback(*mpv, output, wake_event));
  auto started = playback->Start();
  if (!started) return tl::unexpected(started.error());
  return playback;
}

Playback::Playback(const MpvLibrary& mpv, Output output, Uint32 wake_event)
    : mpv_(mpv), output_(output), wake_(wake_event) {}

Playback::~Playback() {
  if (handle_ != nullptr) mpv_.terminate_destroy(handle_);
}

content::Result<void> Playback::Start() {
  handle_ = mpv_.create();
  if (handle_ == nullptr) return tl::unexpected(NoPlayer("mpv_create"));
  if (auto set = SetOptions(); !set) return set;
  if (const int error = mpv_.initialize(handle_); error < 0) {
    return tl::unexpected(NoPlayer(mpv_.error_string(error)));
  }
  if (mpv_.stream_cb_add_ro(handle_, kProtocol, &shelf_, &Playback::OpenStream) < 0) {
    return tl::unexpected(NoPlayer("mpv_stream_cb_add_ro"));
  }
  mpv_.request_log_messages(handle_, "error");
  mpv_.observe_property(handle_, kPosition, "time-pos", MPV_FORMAT_DOUBLE);
  mpv_.observe_property(handle_, kDuration, "duration", MPV_FORMAT_DOUBLE);
  mpv_.observe_property(handle_, kEnded, "eof-reached", MPV_FORMAT_FLAG);
  mpv_.observe_property(handle_, kWidth, "dwidth", MPV_FORMAT_INT64);
  mpv_.observe_property(handle_, kHeight, "dheight", MPV_FORMAT_INT64);
  mpv_.set_wakeup_callback(
      handle_, [](void* wake) { static_cast<WakeUp*>(wake)->Push(); }, &wake_);
  return {};
}

content::Result<void> Playback::SetOptions() {
  for (const Option& option : kOptions) {
    const int error = mpv_.set_option_string(handle_, option.name, option.value);
    if (error < 0 && option.needed) {
      return tl::unexpected(NoPlayer(std::string(option.name) + ": " + mpv_.error_string(error)));
    }
  }
  const bool picture = output_ == Output::kPictureAndSound;
  mpv_.set_option_string(handle_, "vo", picture ? "libmpv" : "null");
  mpv_.set_option_string(handle_, "vid", picture ? "auto" : "no");
  return {};
}

content::Result<void> Playback::Open(const content::Pack& pack, const std::string& path,
                                     double start, bool muted) {
  const content::ManifestFile* listed = pack.manifest.FindFile(path);
  const char* container = listed != nullptr ? ContainerOf(listed->media_type) : nullptr;
  if (container == nullptr) {
    return tl::unexpected(
        content::Error{"video.not-listed",
                       {"内容包里没有这段影片或录音。", "The pack has no such film or sound."},
                       path,
                       {"请工作人员重新安装内容包。", "Staff should install the pack again."}});
  }
  Forget();
  path_ = path;
  const std::string address = std::string(kProtocol) + "://" + std::to_string(++opened_);
  {
    const std::lock_guard lock(shelf_.mutex);
    shelf_.films.clear();
    shelf_.films.emplace(address, Shelf::Film{pack.file, path});
  }
  // All are queued, here and elsewhere: mpv keeps the order of what is queued, and nobody waits.
  SetText("demuxer-lavf-format", container);
  SetText("start", Seconds(start).c_str());
  SetText("aid", muted ? "no" : "auto");
  SetText("pause", "no");
  const char* words[] = {"loadfile", address.c_str(), "replace", nullptr};
  Command(opened_, words);
  return {};
}

int Playback::OpenStream(void* shelf_pointer, char* address, mpv_stream_cb_info* stream) {
  auto& shelf = *static_cast<Shelf*>(shelf_pointer);
  Shelf::Film film;
  {
    const std::lock_guard lock(shelf.mutex);
    const auto found = shelf.films.find(address);
    if (found == shelf.films.end()) return MPV_ERROR_LOADING_FAILED;
    film = found->second;
  }
  auto archive = content::Archive::Open(film.pack);
  if (!archive) return MPV_ERROR_LOADING_FAILED;
  auto open = archive->OpenStream(film.path);
  // libzip 1.7.3 crashes when it seeks in an empty entry.
  if (!open || open->Size() == 0) return MPV_ERROR_LOADING_FAILED;
  // The stream holds on to libzip's handle, not to the Archive object, so both may move.
  stream->cookie = new OpenFilm{std::move(*archive), std::move(*open)};
  stream->read_fn = ReadFilm;
  stream->seek_fn = SeekFilm;
  stream->size_fn = SizeOfFilm;
  stream->close_fn = CloseFilm;
  return 0;
}

void Playback::SetPaused(bool paused) {
  int flag = paused ? 1 : 0;
  mpv_.set_property_async(handle_, 0, "pause", MPV_FORMAT_FLAG, &flag);
}

void Playback::Seek(double seconds) {
  moment_.ended = false;
  if (!moment_.loaded) {
    seek_when_loaded_ = seconds;
    return;
  }
  const std::string target = Seconds(seconds);
  const char* words[] = {"seek", target.c_str(), "absolute+exact", nullptr};
  Command(0, words);
}

void Playback::SetVolume(int percent) {
  double volume = std::clamp(percent, 0, 100);
  mpv_.set_property_async(handle_, 0, "volume", MPV_FORMAT_DOUBLE, &volume);
}

void Playback::Close() {
  const char* words[] = {"stop", nullptr};
  Command(0, words);
  Forget();
}

void Playback::Forget() {
  ++opened_;  // an answer that is still to come belongs to no file
  entry_ = -1;
  started_ = false;
  moment_ = {};
  last_log_.clear();
  seek_when_loaded_.reset();
}

void Playback::Command(std::uint64_t number, const char** words) {
  mpv_.command_async(handle_, number, words);
}

void Playback::SetText(const char* name, const char* value) {
  mpv_.set_property_async(handle_, 0, name, MPV_FORMAT_STRING, &value);
}

Moment Playback::Poll() {
  wake_.Clear();  // first: what arrives from now on wakes again
  for (;;) {
    const mpv_event* event = mpv_.wait_event(handle_, 0);
    if (event->event_id == MPV_EVENT_NONE) break;
    Take(*event);
  }
  moment_.duration = moment_.loaded ? duration_ : 0;
  return moment_;
}

void Playback::Take(const mpv_event& event) {
  switch (event.event_id) {
    case MPV_EVENT_LOG_MESSAGE: {
      last_log_ = static_cast<const mpv_event_log_message*>(event.data)->text;
      while (!last_log_.empty() && last_log_.back() == '\n') last_log_.pop_back();
      break;
    }
    case MPV_EVENT_COMMAND_REPLY:
      if (event.reply_userdata == opened_) TakeReply(event);
      break;
    case MPV_EVENT_START_FILE:
      started_ = static_cast<const mpv_event_start_file*>(event.data)->playlist_entry_id == entry_;
      break;
    case MPV_EVENT_FILE_LOADED:
      if (started_) TakeLoaded();
      break;
    case MPV_EVENT_END_FILE: {
      const auto& end = *static_cast<const mpv_event_end_file*>(event.data);
      if (end.playlist_entry_id != entry_) break;  // of a file that was replaced
      if (end.reason == MPV_END_FILE_REASON_ERROR) Fail(mpv_.error_string(end.error));
      if (end.reason == MPV_END_FILE_REASON_EOF) moment_.ended = true;
      break;
    }
    case MPV_EVENT_PROPERTY_CHANGE:
      TakeProperty(event.reply_userdata, *static_cast<const mpv_event_property*>(event.data));
      break;
    default:
      break;
  }
}

void Playback::TakeReply(const mpv_event& event) {
  if (event.error < 0) {
    Fail(mpv_.error_string(event.error));
    return;
  }
  const mpv_node& result = static_cast<const mpv_event_command*>(event.data)->result;
  if (result.format == MPV_FORMAT_NODE_MAP && result.u.list->num > 0 &&
      result.u.list->values[0].format == MPV_FORMAT_INT64) {
    entry_ = result.u.list->values[0].u.int64;  // "playlist_entry_id"
  }
}

void Playback::TakeLoaded() {
  moment_.loaded = true;
  std::int64_t track = 0;
  const char* wanted = output_ == Output::kPictureAndSound ? "vid" : "aid";
  if (mpv_.get_property(handle_, wanted, MPV_FORMAT_INT64, &track) < 0 || track <= 0) {
    Fail(output_ == Output::kPictureAndSound ? "no picture in it" : "no sound in it");
    return;
  }
  if (seek_when_loaded_) {
    const double seconds = *seek_when_loaded_;
    seek_when_loaded_.reset();
    Seek(seconds);
  }
}

void Playback::TakeProperty(std::uint64_t which, const mpv_event_property& property) {
  // Size and duration are kept from file to file, because mpv tells only what changed: two films
  // of the same size are one piece of news. Format NONE means that there is no value now.
  const bool known = property.format != MPV_FORMAT_NONE;
  switch (which) {
    case kWidth:
      width_ = known ? static_cast<int>(*static_cast<const std::int64_t*>(property.data)) : 0;
      break;
    case kHeight:
      height_ = known ? static_cast<int>(*static_cast<const std::int64_t*>(property.data)) : 0;
      break;
    case kDuration:
      duration_ = known ? std::max(0.0, *static_cast<const double*>(property.data)) : 0;
      break;
    case kPosition:
      if (known && moment_.loaded) {
        moment_.position = std::max(0.0, *static_cast<const double*>(property.data));
      }
      break;
    case kEnded:
      if (known && moment_.loaded) moment_.ended = AskEnded();
      break;
    default:
      break;
  }
}

/// Asks now: news of an end may be older than the last seek or the last file.
bool Playback::AskEnded() const {
  int ended = 0;
  mpv_.get_property(handle_, "eof-reached", MPV_FORMAT_FLAG, &ended);
  return ended != 0;
}

void Playback::Fail(const std::string& reason) {
  const std::string detail = last_log_.empty() ? reason : reason + " (" + last_log_ + ")";
  moment_.failure =
      content::Error{"video.unplayable",
                     {"这段影片或录音无法播放。", "This film or sound cannot be played."},
                     path_ + ": " + detail,
                     {"请工作人员重新安装内容包。", "Staff should install the pack again."}};
}

std::int64_t Playback::DroppedFrames() const {
  std::int64_t shown_late = 0, decoded_late = 0;
  mpv_.get_property(handle_, "frame-drop-count", MPV_FORMAT_INT64, &shown_late);
  mpv_.get_property(handle_, "decoder-frame-drop-count", MPV_FORMAT_INT64, &decoded_late);
  return shown_late + decoded_late;
}

}  // namespace kiosk
