// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <variant>
#include <vector>

#include "content/captions.h"
#include "content/catalog.h"
#include "content/item.h"
#include "content/results.h"
#include "kiosk/core/settings.h"
#include "kiosk/core/staff.h"

namespace kiosk {

using ItemPtr = std::shared_ptr<const content::Item>;

/// The time, as an argument. `seconds` is monotonic; the rest is the wall clock, which may be
/// wrong.
struct Now {
  double seconds = 0;
  content::Date today{};
  int hour = 12;              ///< Local hour of the day, 0..23.
  std::int64_t hour_utc = 0;  ///< Hours since 1970-01-01T00:00Z.
};

/// The five doors of the home screen.
enum class Room { kRecognise, kWatch, kPapers, kSafety, kNearby };

/// What a round is drawn from: messages to judge (kRecognise), or the questions of another room.
struct RoundPool {
  Room room = Room::kRecognise;
  std::string audience;  ///< Only what is made for this audience ("elder"); empty: for anybody.
  std::string topic;     ///< Only this topic and those under it ("safety.water"); empty: all.
  bool operator==(const RoundPool&) const = default;
};

/// A visitor's way through one question, judged by what was chosen.
struct QuestionProgress {
  std::vector<bool> chosen;  ///< One flag a choice (quiz) or a segment (spot).
  bool answered = false;
  bool correct = false;
  content::Signal said = content::Signal::kNone;  ///< What the visitor took the message for.
  double shown_at = 0;
};

struct AttractScreen {
  std::vector<content::ItemRef> slots;  ///< What may be shown now, in order.
  std::size_t index = 0;
  ItemPtr item;  ///< The one on the screen; null: the station's own greeting.
  double shown_at = 0;
  double until = 0;
  QuestionProgress answer;  ///< The 20-second round, when the item is a judge quiz.
  bool playing = false;     ///< The item is a film and it runs, without sound.
  double position = 0;      ///< Seconds of that film, for its captions.
  std::vector<content::Cue> captions_zh, captions_en;
};
struct HomeScreen {};
struct ShelfScreen {
  Room room = Room::kWatch;
  std::vector<content::ItemRef> items;
  std::vector<RoundPool> rounds;  ///< Sets of questions offered here.
};
struct RoundScreen {
  RoundPool pool;
  std::vector<content::ItemRef> refs;
  std::vector<ItemPtr> items;
  std::size_t index = 0;
  std::vector<QuestionProgress> progress;  ///< One an item.
};
struct RoundEndScreen {
  RoundScreen round;
  int scams = 0, caught = 0;        ///< Scams shown, and called scams.
  int genuine = 0, recognised = 0;  ///< Genuine messages shown, and called genuine.
  std::string takeaway_item;        ///< Whose one line is shown (a wrong one first).
};
struct ChatLine {
  content::Text speaker;  ///< Empty for the visitor.
  content::Text text;
  bool mine = false;
};
struct ChatScreen {
  ItemPtr item;
  bool begun = false;  ///< False while the brief is shown.
  std::string node;
  std::vector<ChatLine> lines;  ///< Said so far.
  std::size_t said = 0;         ///< Messages of the node already said.
  double next_at = 0;           ///< When the next message of the node arrives; typing until then.
  bool typing = false;
  bool ended = false;
  int loss = 0;
  content::Outcome outcome = content::Outcome::kSafe;
};
struct VideoScreen {
  ItemPtr item;
  content::ItemRef ref;
  std::vector<content::Cue> captions_zh, captions_en;
  double position = 0;  ///< Seconds.
  double duration = 0;
  double furthest = 0;  ///< Furthest second seen, for the journal.
  bool playing = false;
  bool started = false;  ///< False on the poster; a poster with `position` resumes from there.
  bool ended = false;
  bool failed = false;
  bool at_end = false;   ///< The last picture was shown; a question may still stand.
  bool counted = false;  ///< The journal knows that this film was begun ...
  bool closed = false;   ///< ... and how much of it was watched.
  int question = -1;     ///< Index of the question that stops the film, or -1.
  std::vector<QuestionProgress> progress;  ///< One a question.
};
struct ChecklistScreen {
  ItemPtr item;
  std::vector<std::string> ticked;  ///< Ids of entries the visitor marked as "I have it".
};
struct CardScreen {
  ItemPtr item;
};
struct ReportScreen {
  ItemPtr item;
};
struct DirectoryScreen {
  ItemPtr item;
  std::string open_entry;
};
struct SurveyScreen {
  ItemPtr item;
  std::size_t index = 0;
  std::vector<int> answers;  ///< Option index or -1, one a question.
  bool done = false;
};
struct EmergencyScreen {
  ItemPtr item;
};  ///< Null: the kiosk's own words.

using Screen = std::variant<AttractScreen, HomeScreen, ShelfScreen, RoundScreen, RoundEndScreen,
                            ChatScreen, VideoScreen, ChecklistScreen, CardScreen, ReportScreen,
                            DirectoryScreen, SurveyScreen, EmergencyScreen, PinScreen, StaffScreen>;

inline constexpr std::int64_t kPreviewVisit = -1;

/// Everything of the visitor; replaced by a fresh one when the visit ends.
struct Visit {
  std::int64_t number = 0;  ///< 0: nobody is there; kPreviewVisit: staff look at a pack.
  double begun_at = 0;
  Settings settings;
  std::vector<Screen> back;       ///< Screens to return to, oldest first.
  std::vector<std::string> seen;  ///< Item ids already drawn in this visit.
};

/// The whole state of the program. Update is the only one to change it.
struct State {
  Screen screen = AttractScreen{};
  Visit visit;
  Settings defaults;
  double last_touch = 0;
  std::optional<double> asked_at;  ///< "Are you still there?" is on since then.
  std::int64_t next_visit = 1;
  double updated_at = 0;     ///< Seconds of Now when Update last ran.
  std::string last_attract;  ///< Item the attract loop showed last; not shown twice running.
  bool narrating = false;    ///< A narration was started on the present screen.
  std::mt19937 random;       ///< Seeded by main; the rules draw from it only.
  std::optional<content::Error> notice;  ///< What went wrong with the last wish, to be shown.
  StaffState staff;
};

}  // namespace kiosk
