// SPDX-License-Identifier: MIT
#include "kiosk/screens/film_parts.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "content/captions.h"
#include "kiosk/screens/parts.h"
#include "kiosk/screens/phrase.h"
#include "kiosk/screens/words_play.h"

namespace kiosk {
namespace {

constexpr float kBar = 12, kDot = 15;
constexpr float kRound = 152, kMinor = 108;  // du, at least; millimetres decide on large screens
constexpr float kControlGap = 24, kNoteGap = 8;
constexpr int kVolumeStep = 20;

std::string Clock(double seconds) {
  const int whole = static_cast<int>(std::max(0.0, seconds));
  const int rest = whole % 60;
  return std::to_string(whole / 60) + (rest < 10 ? ":0" : ":") + std::to_string(rest);
}

/// A round control with its word beneath.
struct Control {
  std::string id;
  std::string_view icon;
  std::string word;
  bool main = false;
  bool enabled = true;
  bool on = false;
};

float SideOf(Ui& ui, bool main) {
  return main ? std::max(kRound, ui.Mm(20)) : std::max(kMinor, ui.Mm(12));
}

bool DrawControl(Ui& ui, Rect cell, const Control& control) {
  const Theme& theme = ui.Colors();
  const float largest = SideOf(ui, true), side = SideOf(ui, control.main);
  const Vec center{cell.Center().x, cell.y + largest / 2};
  const Rect round{center.x - side / 2, center.y - side / 2, side, side};
  const bool pressed = ui.IsPressed(control.id);
  const float radius = side / 2 - (pressed ? 4.0f : 0.0f);
  if (control.main) {
    ui.Circle(center, radius, theme.teal);
  } else {
    ui.Circle(center, radius, control.on ? theme.mint : theme.card);
    ui.Ring(center, radius - 2, control.on ? theme.accent : theme.line, 3);
  }
  const Color color = !control.enabled ? theme.soft.WithAlpha(0.5f)
                      : control.main   ? theme.on_teal
                                       : theme.teal;
  ui.Icon(control.icon, round.Inset(side * 0.26f, side * 0.26f), color);
  ui.Text({cell.x, cell.y + largest + kNoteGap, cell.w, 0}, Type::kLabel, Ink::kSoft, control.word,
          Align::kCenter);
  return ui.Tap(control.id, round, Role::kButton, control.word, control.on, control.enabled);
}

std::vector<Control> Controls(const VideoScreen& screen, const View& view) {
  const Settings& settings = view.state.visit.settings;
  std::vector<Control> controls;
  controls.push_back({"back10", "back-ten", view.Say(words::kBackTen), false, true, false});
  if (screen.playing) {
    controls.push_back({"pause", "pause", view.Say(words::kPause), true, true, false});
  } else {
    controls.push_back({"play", "play", view.Say(words::kPlay), true, true, false});
  }
  controls.push_back({"captions", "captions",
                      view.Say(settings.captions ? words::kCaptionsOn : words::kCaptionsOff), false,
                      true, settings.captions});
  controls.push_back(
      {"volume.down", "speaker-off", view.Say(words::kQuieter), false, settings.volume > 0, false});
  controls.push_back(
      {"volume.up", "speaker", view.Say(words::kLouder), false, settings.volume < 100, false});
  return controls;
}

MaybeEvent EventOf(const std::string& id, const Settings& settings) {
  if (id == "back10") return BackTenTapped{};
  if (id == "pause") return PauseTapped{};
  if (id == "play") return PlayTapped{};
  if (id == "captions") return CaptionsChosen{!settings.captions};
  if (id == "volume.down") return VolumeChosen{std::max(0, settings.volume - kVolumeStep)};
  return VolumeChosen{std::min(100, settings.volume + kVolumeStep)};
}

/// Cells in a row; on a narrow area two a row with the main one alone above.
bool IsNarrow(Ui& ui, float width) {
  return width < SideOf(ui, true) + 4 * SideOf(ui, false) + 4 * kControlGap;
}

float CellHeight(Ui& ui, const std::vector<Control>& controls, float width) {
  float words = 0;
  for (const Control& control : controls) {
    words = std::max(words, ui.TextHeight(Type::kLabel, control.word, width));
  }
  return SideOf(ui, true) + kNoteGap + words;
}

}  // namespace

void DrawFilmPicture(const VideoScreen& screen, const View& view, Ui& ui, Rect area) {
  const auto& film = std::get<content::Video>(screen.item->body);
  // Before the first picture and after the last, which is faded out, the poster stands.
  const bool frame = screen.started && !screen.ended && screen.position > 0 && view.video.name != 0;
  ui.Fill(area, ui.Colors().teal_deep, 32);
  const Texture texture = frame ? view.video : view.picture(*screen.item, film.poster.file);
  ui.Image(area, texture, view.Say(film.poster.alt), true, 32);
}

std::string CaptionNow(const VideoScreen& screen, const View& view) {
  if (!view.state.visit.settings.captions) return {};
  const bool english =
      view.Language() == content::Language::kEnglish && !screen.captions_en.empty();
  const content::Cue* cue =
      content::FindCue(english ? screen.captions_en : screen.captions_zh, screen.position);
  return cue != nullptr ? cue->text : std::string();
}

float ProgressHeight(Ui& ui) { return std::max(2 * kDot, ui.TextHeight(Type::kLabel, "0", 400)); }

void DrawFilmProgress(const VideoScreen& screen, Ui& ui, Rect area) {
  const auto& film = std::get<content::Video>(screen.item->body);
  const Theme& theme = ui.Colors();
  const std::string time = Clock(screen.position) + " / " + Clock(screen.duration);
  const float words = ui.Measure(Type::kLabel, "00:00 / 00:00", 600).width;
  ui.TextMiddle({area.Right() - words, area.y, words, area.h}, Type::kLabel, Ink::kSoft, time,
                Align::kRight);
  const Rect bar{area.x, area.Center().y - kBar / 2, area.w - words - 28, kBar};
  const double length = screen.duration > 0 ? screen.duration : 1;
  const auto share = [&](double at) {
    return static_cast<float>(std::clamp(at / length, 0.0, 1.0));
  };
  ui.Fill(bar, theme.track, kBar / 2);
  ui.Fill({bar.x, bar.y, std::max(kBar, bar.w * share(screen.position)), bar.h}, theme.accent,
          kBar / 2);
  for (std::size_t i = 0; i < film.questions.size(); ++i) {
    const Vec at{bar.x + bar.w * share(film.questions[i].at_seconds), bar.Center().y};
    const bool done = i < screen.progress.size() && screen.progress[i].answered;
    ui.Circle(at, kDot + 3, theme.paper);
    ui.Circle(at, kDot, done ? theme.accent : theme.amber);
    ui.Icon(done ? "check" : "question", {at.x - 11, at.y - 11, 22, 22},
            done ? theme.on_teal : theme.on_amber);
  }
  ui.Note("film.progress", Role::kProgress, bar, time);
}

float ControlsHeight(const View& view, Ui& ui, float width) {
  VideoScreen any;
  const auto controls = Controls(any, view);
  if (!IsNarrow(ui, width)) {
    return CellHeight(ui, controls, (width - 4 * kControlGap) / 5);
  }
  return 3 * CellHeight(ui, controls, (width - kControlGap) / 2) + 2 * 32;
}

MaybeEvent DrawFilmControls(const VideoScreen& screen, const View& view, Ui& ui, Rect area) {
  std::vector<Control> controls = Controls(screen, view);
  MaybeEvent event;
  const auto draw = [&](Rect cell, const Control& control) {
    if (DrawControl(ui, cell, control)) event = EventOf(control.id, view.state.visit.settings);
  };
  if (!IsNarrow(ui, area.w)) {
    std::rotate(controls.begin(), controls.begin() + 1, controls.begin() + 2);  // play first
    for (std::size_t i = 0; i < controls.size(); ++i) {
      draw(Cut(area, static_cast<int>(i), 5, kControlGap), controls[i]);
    }
    return event;
  }
  const float cell = CellHeight(ui, controls, (area.w - kControlGap) / 2);
  Column rows({area.x, area.y, area.w, area.h}, 32);
  draw(rows.Take(cell), controls[1]);
  Rect row = rows.Take(cell);
  draw(Cut(row, 0, 2, kControlGap), controls[0]);
  draw(Cut(row, 1, 2, kControlGap), controls[2]);
  row = rows.Take(cell);
  draw(Cut(row, 0, 2, kControlGap), controls[3]);
  draw(Cut(row, 1, 2, kControlGap), controls[4]);
  return event;
}

}  // namespace kiosk
