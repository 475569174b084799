// SPDX-License-Identifier: MIT
#include "kiosk/kiosk.h"

#include "kiosk/devices/pin.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <nlohmann/json.hpp>
#include <utility>

#include "kiosk/core/clock.h"

namespace kiosk {
namespace {

constexpr double kMillimetresPerInch = 25.4;

constexpr std::size_t kMostProblems = 40;

std::time_t NoonOf(content::Date date) {
  return std::chrono::sys_days(date).time_since_epoch() / std::chrono::seconds(1) + 12 * 3600;
}

float PixelsPerMillimetre(int width, int height, double inches) {
  return static_cast<float>(std::hypot(width, height) / (inches * kMillimetresPerInch));
}

}  // namespace

Now Clock::Read() const {
  Now now;
  const auto steady = std::chrono::steady_clock::now() - begun;
  now.seconds = scripted ? scripted_seconds : std::chrono::duration<double>(steady).count();
  const std::time_t wall =
      (date ? NoonOf(*date) : std::time(nullptr)) + (scripted ? std::lround(scripted_seconds) : 0);
  std::tm local{};
  localtime_r(&wall, &local);
  now.today = content::Date{std::chrono::year{local.tm_year + 1900},
                            std::chrono::month{static_cast<unsigned>(local.tm_mon + 1)},
                            std::chrono::day{static_cast<unsigned>(local.tm_mday)}};
  if (IsClockWrong(now.today) && believed) now.today = *believed;
  now.hour = scripted ? 10 : local.tm_hour;  // a script means the same at night
  now.hour_utc = wall / 3600;
  return now;
}

Kiosk::Kiosk(const Options& options, const Config& config) : options_(options), config_(config) {
  clock_.scripted = options.scripted;
  clock_.date = options.date;
}

content::Result<std::unique_ptr<Kiosk>> Kiosk::Start(const Options& options, const Config& config) {
  std::unique_ptr<Kiosk> kiosk(new Kiosk(options, config));
  if (auto opened = kiosk->Open(); !opened) return tl::unexpected(opened.error());
  return kiosk;
}

content::Result<void> Kiosk::Open() {
  auto window = Window::Open({options_.width, options_.height,
                              config_.fullscreen && !options_.windowed, !options_.scripted});
  if (!window) return tl::unexpected(window.error());
  window_ = std::move(*window);
  auto font = assets::Font::Open();
  if (!font) return tl::unexpected(font.error());
  font_ = std::make_unique<assets::Font>(std::move(*font));
  glyph_texture_ = std::make_unique<assets::GlyphTexture>();
  glyphs_ = std::make_unique<assets::GlyphCache>(*font_, glyph_texture_->Name());
  ui_ = std::make_unique<Ui>(
      *font_, *glyphs_,
      UiConfig{PixelsPerMillimetre(window_->Width(), window_->Height(), config_.diagonal_inches)});
  textures_ = std::make_unique<Textures>(options_.assets, window_->WakeEvent());
  ui_->find_icon = [this](std::string_view name) { return textures_->Icon(name); };
  ui_->find_picture = [this](std::string_view name) { return textures_->Picture(name); };
  sound_ = std::make_unique<Sound>(options_.assets / "sounds");
  worker_ = std::make_unique<Worker>(window_->WakeEvent());
  OpenPacks();
  OpenJournal();
  state_.defaults = config_.defaults;
  state_.visit.settings = config_.defaults;
  state_.staff.has_pin = !config_.pin_hash.empty();
  state_.staff.lock = LockAtStart(ReadWrongTries(PinLockFile(config_)), clock_.Read().seconds);
  const auto clock = std::chrono::system_clock::now().time_since_epoch().count();
  state_.random.seed(options_.seed.value_or(static_cast<std::uint32_t>(clock)));
  Apply(Ticked{});
  return {};
}

void Kiosk::OpenPacks() {
  content::Problems problems;
  const auto keys = content::LoadPublicKeys(config_.keys, problems);
  auto store = content::PackStore::Open(config_.store);
  if (!store) {  // nothing can be installed then, but what is there can be shown
    problems.push_back(store.error());
    store = content::PackStore::OpenReadOnly(config_.store);
  }
  content::Catalog catalog = store->LoadCatalog(keys, problems);
  content::AddPreviews(options_.unsigned_packs, catalog, problems);
  for (content::Error& problem : problems) Tell(std::move(problem));
  for (content::Error& problem : DropDoubles(catalog)) Tell(std::move(problem));
  TakeCatalog(std::move(catalog));
}

void Kiosk::TakeCatalog(content::Catalog catalog) {
  catalog_ = std::move(catalog);
  clock_.believed.reset();
  const content::Date today = clock_.Read().today;
  clock_.believed = BelievedToday(today, catalog_);
  if (IsClockWrong(today)) {
    Tell({"clock.wrong",
          {"本机日期是" + content::FormatDate(today) + "，肯定不对；内容照常显示，记录的时间不准",
           "The machine's date is " + content::FormatDate(today) +
               ", which is certainly wrong. Content is shown all the same; times of results are "
               "off."},
          "",
          {"请校准系统时间，并检查主板电池",
           "Set the system's clock, and check the board's battery."}});
  } else {
    for (content::Error& problem : FindPastReview(catalog_, today)) Tell(std::move(problem));
  }
  if (catalog_.packs.empty()) {
    Tell({"store.empty",
          {"没有可用的内容包", "There is no content pack that can be shown."},
          config_.store.string(),
          {"请装入有本机信任签名的内容包",
           "Install a pack signed with a key that this device trusts."}});
  }
}

void Kiosk::Tell(content::Error problem) {
  const auto same = std::find_if(problems_.begin(), problems_.end(), [&](const auto& known) {
    return known.code == problem.code && known.where == problem.where;
  });
  if (same != problems_.end() || problems_.size() >= kMostProblems) return;
  std::fprintf(stderr, "%s\n%s\n", Describe(problem, content::Language::kChinese).c_str(),
               Describe(problem, content::Language::kEnglish).c_str());
  problems_.push_back(std::move(problem));
  changed_ = true;
}

void Kiosk::OpenJournal() {
  content::Problems problems;
  auto results = content::Results::OpenOrSetAside(config_.journal, problems);
  for (content::Error& problem : problems) Tell(std::move(problem));
  if (!results) {
    Tell(results.error());
    return;
  }
  ForgetJournalTrouble();
  results_ = std::make_unique<content::Results>(std::move(*results));
  state_.next_visit = std::max(state_.next_visit, results_->NextVisit().value_or(1));
}

Kiosk::~Kiosk() {
  journal_due_ = true;
  WriteJournal();
  if (!options_.measure.empty()) WriteMeasured();
}

std::optional<double> Kiosk::NextDue() const {
  std::optional<double> due = NextDeadline(state_);
  if (ui_->IsMoving() || changed_) due = std::min(due.value_or(1e18), clock_.Read().seconds);
  return due;
}

void Kiosk::Run() {
  Turn(0);
  sound_->Warm();  // after the first picture: opening the device takes tens of milliseconds
  while (!quit_) {
    std::optional<double> wait;
    if (const auto due = NextDue()) wait = std::max(0.0, *due - clock_.Read().seconds);
    if (sound_->Rest()) wait = std::min(wait.value_or(0.25), 0.25);  // until the chime has ended
    Turn(wait);
  }
}

void Kiosk::Turn(std::optional<double> wait) {
  const WindowNews news = window_->Wait(wait);
  quit_ = quit_ || news.quit;
  if (news.must_draw) window_->Invalidate();
  changed_ = changed_ || news.must_draw;
  TakeFingers(news);
  if (news.woken || film_on_) PollVideo();
  if (news.woken && textures_->Collect()) changed_ = true;
  if (news.woken) CollectWork();
  if (news.woken && narration_ != nullptr) {
    if (const auto failure = narration_->Poll().failure) Apply(LoadFailed{*failure});
  }
  Catch();
}

void Kiosk::Catch() {
  const double now = clock_.Read().seconds;
  if (const auto due = NextDeadline(state_); due && *due <= now) Apply(Ticked{});
  AnswerTaps();
  if (changed_ || ui_->IsMoving()) Redraw();
  WriteJournal();
}

void Kiosk::TakeFingers(const WindowNews& news) {
  for (PointerEvent event : news.pointers) {
    touched_ms_ = event.seconds * 1000;
    event.at = {event.at.x / ui_->Scale(), event.at.y / ui_->Scale()};
    TellFinger(event);
    if (std::exchange(drop_touch_, false)) event.kind = PointerEvent::Kind::kCancel;
    if (clock_.scripted)
      event.seconds = clock_.scripted_seconds;
    else
      event.seconds = clock_.Read().seconds - (SDL_GetTicks() / 1000.0 - event.seconds);
    ui_->Feed(event);
    changed_ = true;
    AnswerTaps();
  }
}

void Kiosk::TellFinger(const PointerEvent& event) {
  const FingerPlace at{event.finger, event.at.x, event.at.y, ui_->Window().w, ui_->Window().h};
  using Kind = PointerEvent::Kind;
  if (event.kind == Kind::kDown) Apply(Touched{at});
  if (event.kind == Kind::kMove) Apply(FingerMoved{at});
  if (event.kind == Kind::kUp || event.kind == Kind::kCancel) Apply(FingerLifted{at});
}

// A tap is answered by a pass of its own, which nobody sees; the next picture shows the answer.
void Kiosk::AnswerTaps() {
  while (ui_->TakeTap()) {
    if (const MaybeEvent event = Pass()) Apply(*event);
    changed_ = true;
  }
}

MaybeEvent Kiosk::Pass() {
  const Now now = clock_.Read();
  const bool preview =
      state_.staff.preview || std::any_of(catalog_.packs.begin(), catalog_.packs.end(),
                                          [](const content::Pack& pack) { return pack.preview; });
  Texture film;
  if (video_ != nullptr && video_->HasPicture()) {
    film = {video_->Texture(), video_->Width(), video_->Height(), true};
  }
  const View view{state_,
                  catalog_,
                  now,
                  config_.station,
                  [this](const content::Item& item, const std::string& path) {
                    const auto ref = catalog_.Find(item.envelope.id);
                    return ref ? textures_->OfPack(catalog_.packs[ref->pack], path) : Texture{};
                  },
                  film,
                  preview,
                  static_cast<int>(problems_.size())};
  ui_->BeginPass(
      {window_->Width(), window_->Height(), now.seconds, state_.visit.settings, ScreenName(state_)},
      window_->BeginList());
  MaybeEvent event = DrawKiosk(view, *ui_);
  ui_->EndPass();
  return event;
}

void Kiosk::Redraw() {
  changed_ = false;
  const int before = glyphs_->Generation();
  static_cast<void>(Pass());
  if (glyphs_->Generation() != before) {  // glyphs moved in their texture
    window_->Invalidate();
    static_cast<void>(Pass());
  }
  glyph_texture_->Send(*glyphs_);
  window_->Present(film_moved_ ? video_->Texture() : 0);
  film_moved_ = false;
  if (measured_.first_frame_ms == 0) {
    const auto since = std::chrono::steady_clock::now() - clock_.begun;
    measured_.first_frame_ms = std::chrono::duration<double, std::milli>(since).count();
  }
  if (touched_ms_) {
    measured_.touch_ms.push_back(static_cast<double>(SDL_GetTicks64()) - *touched_ms_);
    touched_ms_.reset();
  }
  WriteSemantics();
}

void Kiosk::RedrawWhole() {
  Redraw();
  textures_->Finish();
  if (textures_->Collect()) Redraw();
}

void Kiosk::PollVideo() {
  if (video_ == nullptr || !film_on_) return;
  const Moment moment = video_->Poll();
  const Rect shown = ui_->FilmArea();  // none before its first picture
  const int width = shown.w > 0 ? static_cast<int>(shown.w + 0.5f) : window_->Width();
  const int height = shown.h > 0 ? static_cast<int>(shown.h + 0.5f) : window_->Height();
  film_moved_ = video_->UpdateFrame(width, height) || film_moved_;
  changed_ = changed_ || film_moved_;
  if (moment.failure) {
    film_on_ = false;
    Apply(VideoFailed{*moment.failure});
  } else if (moment.loaded) {
    Apply(VideoMoved{moment.position, moment.duration});
    if (moment.ended) Apply(VideoEnded{});
  }
}

void Kiosk::Apply(const Event& event) {
  const bool quiet =
      std::holds_alternative<VideoMoved>(event) || std::holds_alternative<Touched>(event) ||
      std::holds_alternative<FingerMoved>(event) || std::holds_alternative<FingerLifted>(event);
  if (!quiet) changed_ = true;
  for (const Effect& effect : Update(state_, event, catalog_, clock_.Read())) {
    if (quiet) changed_ = true;
    std::visit([this](const auto& one) { Perform(one); }, effect);
  }
}

void Kiosk::WriteSemantics() {
  if (options_.semantics.empty()) return;
  std::string now = ui_->Tree().ToJson(ui_->Scale());
  if (now == semantics_) return;
  semantics_ = std::move(now);
  const std::filesystem::path beside = options_.semantics.string() + ".new";
  std::ofstream(beside) << semantics_ << '\n';
  std::error_code ignored;
  std::filesystem::rename(beside, options_.semantics, ignored);
}

void Kiosk::WriteMeasured() const {
  const std::int64_t dropped = measured_.video_dropped + (video_ ? video_->DroppedFrames() : 0);
  const std::int64_t drawn = measured_.video_drawn + (video_ ? video_->DrawnFrames() : 0);
  std::ofstream(options_.measure)
      << nlohmann::json{{"first_frame_ms", measured_.first_frame_ms},
                        {"frames", window_ ? window_->FramesDrawn() : 0},
                        {"touch_ms", measured_.touch_ms},
                        {"video", {{"dropped", dropped}, {"drawn", drawn}}}}
             .dump()
      << '\n';
}

}  // namespace kiosk
