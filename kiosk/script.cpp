// SPDX-License-Identifier: MIT
#include "kiosk/script.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <sstream>

#include "kiosk/ui/audit.h"

namespace kiosk {
namespace {

constexpr double kStep = 1.0 / 60;
constexpr double kSettle = 0.3;  // longer than any transition

content::Error Failure(const ScriptStep& step, const std::string& what, const std::string& seen) {
  std::string line;
  for (const std::string& word : step.words) line += (line.empty() ? "" : " ") + word;
  return {"script.failed",
          {"脚本没有走通：" + what, "The script failed: " + what},
          "line " + std::to_string(step.line) + " (" + line + ")",
          {"当时屏幕上是：\n" + seen, "On the screen was:\n" + seen}};
}

struct Point {
  float x = 0, y = 0;  // share of the window
};

/// Plays one script; holds nothing but where it is.
class Player {
 public:
  Player(Kiosk& kiosk, std::filesystem::path shots) : kiosk_(kiosk), shots_(std::move(shots)) {}

  content::Result<void> Play(const ScriptStep& step);

 private:
  using Outcome = content::Result<void>;
  Outcome Tap(const ScriptStep& step);
  Outcome Finger(const ScriptStep& step);
  Outcome Hold(const ScriptStep& step);
  Outcome Type(const ScriptStep& step);
  Outcome Swipe(const ScriptStep& step);
  Outcome Answer(const ScriptStep& step);
  Outcome OpenItem(const ScriptStep& step);
  Outcome Wait(const ScriptStep& step);
  Outcome Until(const ScriptStep& step);
  Outcome Expect(const ScriptStep& step);
  Outcome ExpectStill(const ScriptStep& step);
  Outcome ExpectFits(const ScriptStep& step);
  Outcome ExpectClean(const ScriptStep& step);
  Outcome Shot(const ScriptStep& step);

  [[nodiscard]] const Semantics& Tree() { return kiosk_.Interface().Tree(); }
  std::optional<Point> FindPoint(const ScriptStep& step, std::size_t at);
  void Push(Uint32 type, SDL_FingerID finger, Point point);
  void TapAt(Point point);
  bool TapId(const std::string& id);
  void MoveClock(double seconds);
  bool Holds(const std::string& what, const std::string& word);
  bool ShowPlace(const std::string& id);

  Kiosk& kiosk_;
  std::filesystem::path shots_;
};

double Seconds(const std::string& word) { return std::strtod(word.c_str(), nullptr); }

std::optional<Point> Player::FindPoint(const ScriptStep& step, std::size_t at) {
  if (at >= step.words.size()) return std::nullopt;
  const std::string& first = step.words[at];
  if (first.back() == '%' && at + 1 < step.words.size()) {
    return Point{std::strtof(first.c_str(), nullptr) / 100,
                 std::strtof(step.words[at + 1].c_str(), nullptr) / 100};
  }
  ShowPlace(first);
  const Element* element = Tree().Find(first);
  if (element == nullptr || element->hit.w <= 0) return std::nullopt;
  const Rect window = kiosk_.Interface().Window();
  const Vec middle = element->hit.Center();
  return Point{middle.x / window.w, middle.y / window.h};
}

// Brings an element that is scrolled away into view, as a visitor would with the arrow buttons.
bool Player::ShowPlace(const std::string& id) {
  for (int tries = 0; tries < 30; ++tries) {
    const Element* element = Tree().Find(id);
    if (element == nullptr || (element->visible && element->hit.h > 20)) return element != nullptr;
    const Rect window = kiosk_.Interface().Window();
    const Element* arrow = nullptr;
    for (const Element& one : Tree().elements) {
      const bool down = element->rect.y > window.h / 2;
      if (one.role == Role::kScroll && one.text == (down ? "↓" : "↑")) arrow = &one;
    }
    if (arrow == nullptr) return false;
    const Vec middle = arrow->hit.Center();
    TapAt({middle.x / window.w, middle.y / window.h});
    MoveClock(kSettle);
  }
  return false;
}

void Player::Push(Uint32 type, SDL_FingerID finger, Point point) {
  SDL_Event event{};
  event.tfinger.type = type;
  event.tfinger.timestamp = SDL_GetTicks();
  event.tfinger.touchId = 1;
  event.tfinger.fingerId = finger;
  event.tfinger.x = point.x;
  event.tfinger.y = point.y;
  event.tfinger.pressure = type == SDL_FINGERUP ? 0.0f : 1.0f;
  SDL_PushEvent(&event);
  kiosk_.Turn(0);
}

void Player::TapAt(Point point) {
  Push(SDL_FINGERDOWN, 1, point);
  MoveClock(0.08);
  Push(SDL_FINGERUP, 1, point);
}

bool Player::TapId(const std::string& id) {
  ScriptStep step{{"tap", id}, 0};
  const auto point = FindPoint(step, 1);
  if (!point) return false;
  TapAt(*point);
  return true;
}

// Small steps while something moves or plays, long ones to the next deadline else.
void Player::MoveClock(double seconds) {
  Clock& clock = kiosk_.Time();
  const double until = clock.scripted_seconds + seconds;
  while (clock.scripted_seconds < until - 1e-9) {
    double next = until;
    if (const auto due = kiosk_.NextDue())
      next = std::min(next, std::max(*due, clock.scripted_seconds + kStep));
    clock.scripted_seconds = next;
    kiosk_.Turn(0);
  }
}

bool Player::Holds(const std::string& what, const std::string& word) {
  if (what == "text") return Tree().AllText().find(word) != std::string::npos;
  if (what == "screen") return Tree().screen == word;
  if (what == "id") return Tree().Find(word) != nullptr;
  if (what == "film") {
    const auto* film = std::get_if<VideoScreen>(&kiosk_.Present().screen);
    return film != nullptr && (word == "playing" ? film->playing : film->ended);
  }
  return false;
}

Player::Outcome Player::Tap(const ScriptStep& step) {
  const auto point = FindPoint(step, 1);
  if (!point) return tl::unexpected(Failure(step, "no such place", Tree().AllText()));
  TapAt(*point);
  return {};
}

Player::Outcome Player::Finger(const ScriptStep& step) {
  const auto point = FindPoint(step, 3);
  if (step.words.size() < 4 || !point) {
    return tl::unexpected(Failure(step, "no such place", Tree().AllText()));
  }
  const auto finger = static_cast<SDL_FingerID>(std::atoll(step.words[1].c_str()));
  const std::string& what = step.words[2];
  Push(what == "down" ? SDL_FINGERDOWN
       : what == "up" ? SDL_FINGERUP
                      : SDL_FINGERMOTION,
       finger, *point);
  return {};
}

Player::Outcome Player::Hold(const ScriptStep& step) {
  const auto point = FindPoint(step, 1);
  if (!point) return tl::unexpected(Failure(step, "no such place", Tree().AllText()));
  Push(SDL_FINGERDOWN, 1, *point);
  MoveClock(Seconds(step.words.back()));
  Push(SDL_FINGERUP, 1, *point);
  return {};
}

Player::Outcome Player::Type(const ScriptStep& step) {
  for (const char digit : step.words.at(1)) {
    if (!TapId(std::string("key.") + digit)) {
      return tl::unexpected(Failure(step, "no such key", Tree().AllText()));
    }
  }
  return {};
}

Player::Outcome Player::Swipe(const ScriptStep& step) {
  const auto from = FindPoint(step, 1);
  if (!from) return tl::unexpected(Failure(step, "no such place", Tree().AllText()));
  const float distance = std::strtof(step.words.back().c_str(), nullptr) / 100;
  constexpr int kMoves = 12;
  Push(SDL_FINGERDOWN, 1, *from);
  for (int i = 1; i <= kMoves; ++i) {
    MoveClock(kStep);
    Push(SDL_FINGERMOTION, 1, {from->x, from->y + distance * static_cast<float>(i) / kMoves});
  }
  Push(SDL_FINGERUP, 1, {from->x, from->y + distance});
  MoveClock(2);
  return {};
}

// Which ids to tap so that the question on the screen is answered rightly, or wrongly.
std::vector<std::string> AnswerIds(const State& state, bool right) {
  const auto of_choices = [right](const std::vector<content::Choice>& choices, bool multiple) {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < choices.size(); ++i) {
      if (choices[i].correct != right) continue;
      ids.push_back("answer." + std::to_string(i));
      if (!multiple) break;
    }
    if (multiple) ids.emplace_back("confirm");
    return ids;
  };
  const content::Item* item = nullptr;
  if (const auto* round = std::get_if<RoundScreen>(&state.screen)) {
    if (round->index < round->items.size()) item = round->items[round->index].get();
  } else if (const auto* attract = std::get_if<AttractScreen>(&state.screen)) {
    item = attract->item.get();
  } else if (const auto* film = std::get_if<VideoScreen>(&state.screen);
             film && film->question >= 0) {
    const auto& video = std::get<content::Video>(film->item->body);
    return of_choices(video.questions[static_cast<std::size_t>(film->question)].choices, false);
  }
  if (item == nullptr) return {};
  if (const auto* quiz = std::get_if<content::Quiz>(&item->body)) {
    return of_choices(quiz->choices, quiz->multiple);
  }
  std::vector<std::string> ids;
  if (const auto* spot = std::get_if<content::Spot>(&item->body)) {
    for (std::size_t i = 0; i < spot->segments.size(); ++i) {
      if (spot->segments[i].flag == right) ids.push_back("seg." + std::to_string(i));
    }
    ids.emplace_back("confirm");
  }
  return ids;
}

Player::Outcome Player::Answer(const ScriptStep& step) {
  const bool right = step.words.size() > 1 && step.words[1] == "right";
  const auto ids = AnswerIds(kiosk_.Present(), right);
  if (ids.empty()) return tl::unexpected(Failure(step, "no question here", Tree().AllText()));
  for (const std::string& id : ids) {
    if (!TapId(id)) return tl::unexpected(Failure(step, "no place " + id, Tree().AllText()));
  }
  MoveClock(kSettle);
  return {};
}

Player::Outcome Player::OpenItem(const ScriptStep& step) {
  const std::string& kind = step.words.at(1);
  const std::size_t wanted =
      step.words.size() > 2 ? static_cast<std::size_t>(std::atoi(step.words[2].c_str())) : 0;
  const auto found = kiosk_.Packs().Select([&](const content::Envelope& envelope) {
    return content::kKindNames[static_cast<std::size_t>(envelope.kind)] == kind;
  });
  if (wanted >= found.size()) return tl::unexpected(Failure(step, "no such item", ""));
  kiosk_.Apply(ItemChosen{found[wanted]});
  MoveClock(kSettle);
  return {};
}

Player::Outcome Player::Wait(const ScriptStep& step) {
  MoveClock(Seconds(step.words.at(1)));
  return {};
}

Player::Outcome Player::Until(const ScriptStep& step) {
  const double limit = step.words.size() > 3 ? Seconds(step.words[3]) : 10;
  const auto begun = std::chrono::steady_clock::now();
  double real = 0;
  while (!Holds(step.words.at(1), step.words.at(2))) {
    kiosk_.Turn(0.02);
    const double now =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    kiosk_.Time().scripted_seconds += now - real;
    real = now;
    if (real > limit) return tl::unexpected(Failure(step, "it never came", Tree().AllText()));
  }
  return {};
}

Player::Outcome Player::ExpectStill(const ScriptStep& step) {
  MoveClock(kSettle);
  const long before = kiosk_.Screen().FramesDrawn();
  MoveClock(Seconds(step.words.at(2)));
  const long drawn = kiosk_.Screen().FramesDrawn() - before;
  if (drawn == 0) return {};
  return tl::unexpected(Failure(step, std::to_string(drawn) + " frames were drawn", ""));
}

Player::Outcome Player::ExpectFits(const ScriptStep& step) {
  MoveClock(kSettle);
  const Ui& ui = kiosk_.Interface();
  const auto found = Audit(Tree(), ui.Window(), ui.Mm(12));
  if (found.empty()) return {};
  std::string all;
  for (const std::string& one : found) all += one + "\n";
  return tl::unexpected(Failure(step, "the screen " + Tree().screen + " has faults", all));
}

Player::Outcome Player::ExpectClean(const ScriptStep& step) {
  const State& state = kiosk_.Present();
  Visit fresh;
  fresh.settings = state.defaults;
  const Visit& visit = state.visit;
  if (visit.number == 0 && visit.settings == fresh.settings && visit.back.empty() &&
      visit.seen.empty() && !state.asked_at && !state.notice) {
    return {};
  }
  return tl::unexpected(Failure(step, "something of the visitor is left", Tree().AllText()));
}

Player::Outcome Player::Expect(const ScriptStep& step) {
  const std::string& what = step.words.at(1);
  if (what == "still") return ExpectStill(step);
  if (what == "fits") return ExpectFits(step);
  if (what == "clean") return ExpectClean(step);
  const bool no = what.rfind("no-", 0) == 0;
  const std::string subject = no ? what.substr(3) : what;
  if (Holds(subject, step.words.at(2)) != no) return {};
  return tl::unexpected(Failure(step, no ? "it is there" : "it is not there",
                                "[" + Tree().screen + "]\n" + Tree().AllText()));
}

Player::Outcome Player::Shot(const ScriptStep& step) {
  MoveClock(kSettle);
  kiosk_.RedrawWhole();
  const std::string file = (shots_ / (step.words.at(1) + ".png")).string();
  if (kiosk_.Screen().SavePng(file)) return {};
  return tl::unexpected(Failure(step, "can't write " + file, ""));
}

content::Result<void> Player::Play(const ScriptStep& step) {
  const std::string& verb = step.words.front();
  if (verb == "tap") return Tap(step);
  if (verb == "finger") return Finger(step);
  if (verb == "pace") {
    kiosk_.Workshop().SetPause(static_cast<int>(Seconds(step.words[1]) * 1000));
    return {};
  }
  if (verb == "hold") return Hold(step);
  if (verb == "type") return Type(step);
  if (verb == "swipe") return Swipe(step);
  if (verb == "answer") return Answer(step);
  if (verb == "open") return OpenItem(step);
  if (verb == "wait") return Wait(step);
  if (verb == "until") return Until(step);
  if (verb == "expect") return Expect(step);
  if (verb == "shot") return Shot(step);
  std::puts(step.words.size() > 1 ? step.words[1].c_str() : "");
  return {};
}

std::size_t WordsNeeded(const std::string& verb) {
  if (verb == "expect" || verb == "until" || verb == "swipe") return 3;
  if (verb == "finger" || verb == "hold") return 4;
  if (verb == "tap" || verb == "type" || verb == "pace" || verb == "answer" || verb == "open" ||
      verb == "wait" || verb == "shot" || verb == "say") {
    return 2;
  }
  return 0;
}

std::vector<std::string> SplitWords(const std::string& line) {
  std::vector<std::string> words;
  std::string word;
  bool quoted = false, any = false;
  for (char c : line) {
    if (c == '"') {
      quoted = !quoted;
      any = true;
    } else if (!quoted && c == '#') {
      break;
    } else if (!quoted && (c == ' ' || c == '\t')) {
      if (any || !word.empty()) words.push_back(word);
      word.clear();
      any = false;
    } else {
      word += c;
    }
  }
  if (any || !word.empty()) words.push_back(word);
  return words;
}

}  // namespace

content::Result<std::vector<ScriptStep>> ParseScript(std::string_view text) {
  std::vector<ScriptStep> steps;
  std::istringstream in{std::string(text)};
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    ScriptStep step{SplitWords(line), number};
    if (step.words.empty()) continue;
    const std::size_t needed = WordsNeeded(step.words.front());
    if (needed == 0 || step.words.size() < needed) {
      return tl::unexpected(
          content::Error{"script.syntax",
                         {"脚本里有不认识或不完整的一行：" + line,
                          "The script has an unknown or incomplete line: " + line},
                         "line " + std::to_string(number),
                         {"写法见kiosk/script.h。", "See kiosk/script.h."}});
    }
    steps.push_back(std::move(step));
  }
  return steps;
}

content::Result<void> PlayScript(Kiosk& kiosk, const std::vector<ScriptStep>& steps,
                                 const std::filesystem::path& shots) {
  Player player(kiosk, shots);
  kiosk.Turn(0);
  for (const ScriptStep& step : steps) {
    if (auto done = player.Play(step); !done) return done;
    if (kiosk.IsClosing()) break;
  }
  return {};
}

}  // namespace kiosk
