// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <utility>

#include "kiosk/screens/film_parts.h"
#include "kiosk/screens/phrase.h"
#include "kiosk/screens/question.h"
#include "kiosk/screens/words_play.h"

namespace kiosk {
namespace {

constexpr float kCaptionPadX = 40, kCaptionPadY = 20;
constexpr float kPlaySide = 220;

struct Showing {
  const VideoScreen& screen;
  const content::Item& item;
  const content::Video& film;
  const View& view;
  Ui& ui;
  MaybeEvent& event;
};

/// The widest 16:9 box in `area`, at its top, in the middle of its width.
Rect Fit(Rect area) {
  const float width = std::min(area.w, area.h * kFilmRatio);
  return {area.x + (area.w - width) / 2, area.y, width, width / kFilmRatio};
}

std::string Length(const Showing& s) {
  const int seconds = static_cast<int>(s.film.duration_seconds + 0.5);
  std::string said =
      seconds < 60 ? Phrase(s.view.Say(words::kSeconds), {{"s", std::to_string(seconds)}})
                   : Phrase(s.view.Say(words::kMinutes), {{"m", std::to_string(seconds / 60)},
                                                          {"s", std::to_string(seconds % 60)}});
  if (s.film.questions.empty()) return said;
  return said + (s.view.Language() == content::Language::kChinese ? "，" : ", ") +
         s.view.Say(words::kWithQuestions);
}

/// The poster with a large play mark; the whole poster starts the film.
void DrawPosterBox(const Showing& s, Rect box) {
  DrawFilmPicture(s.screen, s.view, s.ui, box);
  const Theme& theme = s.ui.Colors();
  s.ui.Fill(box, theme.teal_deep.WithAlpha(0.18f), 32);
  const float side = std::min(std::max(kPlaySide, s.ui.Mm(20)), box.h * 0.6f);
  const bool pressed = s.ui.IsPressed("play");
  s.ui.Circle(box.Center(), side / 2 + 8, theme.on_teal.WithAlpha(0.9f));
  s.ui.Circle(box.Center(), side / 2 - (pressed ? 6.0f : 0.0f), theme.teal);
  const Vec c = box.Center();
  const float half = side * 0.24f;
  s.ui.Icon("play", {c.x - half, c.y - half, 2 * half, 2 * half}, theme.on_teal);
  const bool resumes = s.screen.position > 0;
  if (s.ui.Tap("play", box, Role::kButton, s.view.Say(resumes ? words::kResume : words::kPlay))) {
    s.event = PlayTapped{};
  }
}

void DrawPoster(const Showing& s, Rect area) {
  const bool portrait = s.ui.Portrait();
  const float width = portrait ? area.w : (area.w - kColumnGap) * 0.62f;
  const Rect box = Fit({area.x, area.y, width, area.h});
  Stack words(s.ui, portrait ? area.w : area.w - width - kColumnGap, 20);
  words.Text(Type::kTitle, Ink::kText, s.view.Say(s.item.envelope.title));
  words.Text(Type::kBody, Ink::kText, s.view.Say(s.film.summary));
  words.Text(Type::kLabel, Ink::kSoft, Length(s));
  if (!portrait) {
    const Rect left{area.x, area.y + (area.h - box.h) / 2, box.w, box.h};
    DrawPosterBox(s, left);
    words.DrawIn("film-words", {area.Right() - words.Width(), area.y, words.Width(), area.h}, true);
    return;
  }
  // Room for at least the title when the canvas is low.
  const float least = std::min(words.Height(), 220.0f) + kCardPad;
  const Rect shown = Fit({area.x, area.y, area.w, area.h - least});
  const float free = std::max(0.0f, area.h - shown.h - kCardPad - words.Height());
  const float top = std::min(free * 0.3f, 120.0f);
  DrawPosterBox(s, shown.Moved(0, top));
  const float y = shown.Bottom() + top + kCardPad;
  words.DrawIn("film-words", {area.x, y, area.w, area.Bottom() - y});
}

/// Captions on a dark band along the lower edge of the picture.
void DrawCaptionOver(const Showing& s, Rect box) {
  const std::string said = CaptionNow(s.screen, s.view);
  if (said.empty()) return;
  const float room = box.w * 0.86f - 2 * kCaptionPadX;
  const auto& words = s.ui.Measure(Type::kHeading, said, room);
  const float width = std::min(room, words.width + 2) + 2 * kCaptionPadX;
  const float height = words.Height() + 2 * kCaptionPadY;
  const Rect band{box.Center().x - width / 2, box.Bottom() - 28 - height, width, height};
  s.ui.Fill(band, Color{0x081C1EFF}.WithAlpha(0.82f), 24);
  s.ui.Text({box.Center().x - room / 2, band.y + kCaptionPadY, room, 0}, Type::kHeading,
            Ink::kOnMaple, said, Align::kCenter);
}

/// Captions below the picture, on a band of their own that keeps its height.
void DrawCaptionBand(const Showing& s, Rect band) {
  s.ui.TextMiddle(band.Inset(kCaptionPadX, kCaptionPadY), Type::kHeading, Ink::kOnTeal,
                  CaptionNow(s.screen, s.view));
}

void DrawPlayingPortrait(const Showing& s, Rect area) {
  const float controls = ControlsHeight(s.view, s.ui, area.w);
  const float progress = ProgressHeight(s.ui);
  const bool captions = s.view.state.visit.settings.captions;
  const float band = s.ui.TextHeight(Type::kHeading, "字\n字\n字", area.w) + 2 * kCaptionPadY;
  const float below = 28 + progress + kCardPad + controls;
  const bool roomy = area.w / kFilmRatio + band + below <= area.h;
  const Rect box = Fit({area.x, area.y, area.w, area.h - below - (roomy ? band : 0)});
  const float used = box.h + below + (roomy ? band : 0);
  const float top = roomy ? std::min((area.h - used) * 0.3f, 100.0f) : 0;
  const Rect shown = box.Moved(0, top);
  const Rect under{area.x, shown.Bottom(), area.w, band};
  // Picture and captions stand on one dark ground: an empty line of captions is no empty box.
  if (roomy && captions) {
    s.ui.Fill({area.x, shown.y, area.w, shown.h + band}, s.ui.Colors().teal_deep, 32);
  }
  DrawFilmPicture(s.screen, s.view, s.ui, shown);
  float y = shown.Bottom();
  if (roomy) {
    if (captions) DrawCaptionBand(s, under);
    y += band;
  } else {
    DrawCaptionOver(s, shown);
  }
  DrawFilmProgress(s.screen, s.ui, {area.x, y + 28, area.w, progress});
  y += 28 + progress + kCardPad;
  if (auto event = DrawFilmControls(s.screen, s.view, s.ui, {area.x, y, area.w, controls})) {
    s.event = event;
  }
}

void DrawPlayingLandscape(const Showing& s, Rect area) {
  const float progress = ProgressHeight(s.ui);
  const float least = 380;  // du for the controls beside the film
  const Rect box = Fit({area.x, area.y, area.w - least - kColumnGap, area.h - progress - 20});
  const Rect left{area.x, area.y, box.w, box.h};
  DrawFilmPicture(s.screen, s.view, s.ui, left);
  DrawCaptionOver(s, left);
  DrawFilmProgress(s.screen, s.ui, {left.x, left.Bottom() + 20, left.w, progress});
  const float x = left.Right() + kColumnGap;
  const float width = area.Right() - x;
  const float height = ControlsHeight(s.view, s.ui, width);
  const float y = area.y + std::max(0.0f, (area.h - height) / 2);
  if (auto event = DrawFilmControls(s.screen, s.view, s.ui, {x, y, width, height})) {
    s.event = event;
  }
}

/// The question's words; after the answer what was chosen and what is right.
void StackFilmQuestion(Stack& stack, const Showing& s) {
  const auto index = static_cast<std::size_t>(s.screen.question);
  const content::VideoQuestion& question = s.film.questions[index];
  const QuestionProgress& progress = s.screen.progress[index];
  const ChoiceSet set{&question.choices, &progress, false, false};
  if (progress.answered) {
    StackVerdict(stack, s.ui, progress.correct,
                 VerdictSentence(s.view, content::Signal::kNone, progress.correct, false));
    stack.Gap(IsLow(s.ui) ? 20 : kGap);
    StackAnswers(stack, s.view, s.ui, set);
    return;
  }
  stack.Text(Type::kLabel, Ink::kSoft, s.view.Say(words::kFilmAsks));
  stack.Gap(8);
  stack.Text(Type::kHeading, Ink::kText, s.view.Say(question.stem));
  stack.Gap(IsLow(s.ui) ? 20 : kGap);
  StackChoices(stack, s.view, s.ui, set, s.event);
}

/// The film stands still; the question has its own room beside or below it.
void DrawFilmQuestion(const Showing& s, Rect area) {
  const bool portrait = s.ui.Portrait();
  Rect words = area;
  if (portrait) {
    const Rect box = Fit({area.x, area.y, area.w, std::min(area.h * 0.34f, 440.0f)});
    if (box.h > 220) {  // on a low canvas the question needs all of it
      DrawFilmPicture(s.screen, s.view, s.ui, box);
      words = {area.x, box.Bottom() + kGap, area.w, area.Bottom() - box.Bottom() - kGap};
    }
  } else {
    const float width = (area.w - kColumnGap) * 0.46f;
    const Rect box = Fit({area.x, area.y, width, area.h});
    DrawFilmPicture(s.screen, s.view, s.ui, {area.x, area.y, box.w, box.h});
    words = {area.x + width + kColumnGap, area.y, area.w - width - kColumnGap, area.h};
  }
  const bool answered = s.screen.progress[static_cast<std::size_t>(s.screen.question)].answered;
  if (answered) {
    const std::string label = s.view.Say(words::kGoOnWatching);
    const float height = std::max(132.0f, s.ui.ButtonHeight(label, words.w, {}));
    const Rect button{words.x, words.Bottom() - height, words.w, height};
    words.h -= height + kGap;
    if (s.ui.Button("next", button, label)) s.event = NextTapped{};
  }
  Stack stack(s.ui, words.w, IsLow(s.ui) ? 16 : 24);
  StackFilmQuestion(stack, s);
  const std::string key = std::to_string(s.screen.question) + (answered ? ".answered" : "");
  stack.DrawIn("film-question." + key, words);
}

/// The line to remember, what comes next, once more.
void DrawFilmEnd(const Showing& s, Rect area) {
  Ui::ButtonOptions ghost;
  ghost.look = ButtonLook::kGhost;
  const std::string again = s.view.Say(words::kWatchAgain), home = s.view.Say(words::kGoHome);
  const auto next = s.view.catalog.Find(s.film.next);
  const float height = PairHeight(s.ui, area.w, again, home);
  const Pair pair = SplitPair(s.ui, {area.x, area.Bottom() - height, area.w, height}, again, home);
  area.h -= height + kGap;
  if (s.ui.Button("again", pair.left, again, ghost)) s.event = PlayTapped{};
  if (s.ui.Button("home", pair.right, home, ghost)) s.event = HomeTapped{};

  const bool portrait = s.ui.Portrait();
  const float width = portrait ? area.w : (area.w - kColumnGap) * 0.5f;
  Stack stack(s.ui, portrait ? area.w : area.w - width - kColumnGap, kGap);
  StackTakeaway(stack, s.ui, s.view.Say(s.film.takeaway));
  if (next) {
    const std::string title = s.view.Say(s.view.catalog.EnvelopeOf(*next).title);
    const std::string note = s.view.Say(words::kNextItem);
    Ui::ButtonOptions options;
    options.icon = "forward";
    options.note = note;
    const float tall = std::max(148.0f, s.ui.ButtonHeight(title, stack.Width(), options));
    stack.Add(tall, [&s, next, title, note, options](Rect at) {
      Ui::ButtonOptions shown = options;
      shown.note = note;
      if (s.ui.Button("next-item", at, title, shown)) s.event = ItemChosen{*next};
    });
  }
  const Rect box = Fit({area.x, area.y, width, portrait ? area.h * 0.42f : area.h});
  if (portrait && stack.Height() + kGap + box.h > area.h) {
    stack.DrawIn("film-end", area);
    return;
  }
  DrawFilmPicture(s.screen, s.view, s.ui, portrait ? box : box.Moved(0, (area.h - box.h) / 2));
  const Rect rest =
      portrait ? Rect{area.x, box.Bottom() + kGap, area.w, area.Bottom() - box.Bottom() - kGap}
               : Rect{area.Right() - stack.Width(), area.y, stack.Width(), area.h};
  stack.DrawIn("film-end", rest, !portrait);
}

void DrawFailed(const Showing& s, Rect area) {
  const std::string home = s.view.Say(words::kGoHome);
  const float height = std::max(132.0f, s.ui.ButtonHeight(home, area.w, {}));
  const Rect button{area.x, area.Bottom() - height, area.w, height};
  if (s.ui.Button("home", button, home)) s.event = HomeTapped{};
  Stack stack(s.ui, area.w, 20);
  stack.Add(160, [&s](Rect at) {
    const Vec c = at.Center();
    s.ui.Circle(c, 80, s.ui.Colors().mint);
    s.ui.Icon("video", {c.x - 44, c.y - 44, 88, 88}, s.ui.ColorOf(Ink::kAccent));
  });
  stack.Gap(36);
  stack.Text(Type::kTitle, Ink::kText, s.view.Say(words::kFilmFailed), Align::kCenter);
  stack.Text(Type::kBody, Ink::kSoft, s.view.Say(words::kFilmFailedNote), Align::kCenter);
  stack.DrawIn("film-failed", {area.x, area.y, area.w, area.h - height - kGap}, true);
}

}  // namespace

MaybeEvent DrawVideo(const VideoScreen& screen, const View& view, Ui& ui, Rect area) {
  const auto* film = screen.item ? std::get_if<content::Video>(&screen.item->body) : nullptr;
  if (film == nullptr) return {};
  MaybeEvent event;
  const Showing s{screen, *screen.item, *film, view, ui, event};
  const bool asks = screen.question >= 0 &&
                    static_cast<std::size_t>(screen.question) < film->questions.size() &&
                    static_cast<std::size_t>(screen.question) < screen.progress.size();
  if (screen.failed) {
    DrawFailed(s, area);
  } else if (asks) {
    DrawFilmQuestion(s, area);
  } else if (screen.ended) {
    DrawFilmEnd(s, area);
  } else if (!screen.started) {
    DrawPoster(s, area);
  } else if (ui.Portrait()) {
    DrawPlayingPortrait(s, area);
  } else {
    DrawPlayingLandscape(s, area);
  }
  return event;
}

}  // namespace kiosk
