// SPDX-License-Identifier: MIT
// Every screen of every item of every shipped pack, in every form, read through the semantic tree:
// nothing clipped, nothing on top of another, no text of the item missing.
#include <algorithm>
#include <array>
#include <deque>
#include <filesystem>
#include <functional>

#include "content/texts.h"
#include "tests/screens/windowless_kiosk.h"
#include "tests/support/catch.h"

using namespace kiosk;

namespace {

namespace fs = std::filesystem;
using content::Kind;
using Form = WindowlessKiosk::Form;

const content::Catalog& ShippedPacks() {
  static const content::Catalog catalog = BuildShippedPacks(
      fs::temp_directory_path() / ("maplebridge-screens-" + std::to_string(getpid())));
  return catalog;
}

std::string WithoutBlanks(const std::string& text) {
  std::string out;
  std::copy_if(text.begin(), text.end(), std::back_inserter(out),
               [](char c) { return c != ' ' && c != '\n'; });
  return out;
}

std::string Named(const Form& form) {
  const Settings& s = form.settings;
  return std::to_string(form.width) + "x" + std::to_string(form.height) +
         (s.language == content::Language::kChinese ? " zh" : " en") + " text " +
         std::to_string(static_cast<int>(s.text_size) + 1) + (s.reach_down ? " reach-down" : "");
}

/// Walks through the screens of items and keeps what it saw and what was wrong.
class Walk {
 public:
  explicit Walk(const Form& form) : form_(form), kiosk(ShippedPacks(), form) {}

  std::vector<std::string> faults;

  /// Looks at the present screen from top to end.
  void Look(const std::string& where) {
    kiosk.ScrollThrough([&] { Take(where); });
  }

  void Item(content::ItemRef ref) {
    const content::Envelope& envelope = kiosk.Packs().EnvelopeOf(ref);
    if (envelope.kind == Kind::kScenario) return;
    seen_.clear();
    const auto item = content::LoadItem(kiosk.Packs().packs[ref.pack], envelope.id);
    REQUIRE(item);
    Open(ref);
    std::visit([&](const auto& body) { Play(ref, body); }, item->body);
    kiosk.Do(HomeTapped{});
    CheckTexts(*item);
  }

  void Open(content::ItemRef ref) {
    kiosk.Do(HomeTapped{});
    kiosk.Do(ItemChosen{ref});
  }

 private:
  Form form_;

 public:
  WindowlessKiosk kiosk;

 private:
  std::set<std::string> texts_;
  std::string seen_;

  void Take(const std::string& where) {
    const Ui& ui = kiosk.Interface();
    for (const std::string& fault : Audit(kiosk.Tree(), ui.Window(), ui.Mm(12))) {
      const std::string told = Named(form_) + ", " + where + ": " + fault;
      if (texts_.insert(told).second) faults.push_back(told);
    }
    for (const Element& one : kiosk.Tree().elements) seen_ += WithoutBlanks(one.text);
  }

  /// Titles stand on shelves and in reviews; the emergency card's headline gives way where a
  /// wheelchair user's hand reaches.
  bool MayBeMissing(const content::Item& item, const std::string& where) const {
    if (where == "/title") return true;
    const bool emergency = item.envelope.topic == content::kEmergencyTopic;
    return where == "/headline" && emergency && form_.settings.reach_down;
  }

  void CheckTexts(const content::Item& item) {
    for (const content::PlacedText& placed : content::CollectTexts(item)) {
      if (MayBeMissing(item, placed.where)) continue;
      const std::string& text = placed.text->In(form_.settings.language);
      if (text.find('{') != std::string::npos) continue;  // the station's words stand there
      if (seen_.find(WithoutBlanks(text)) != std::string::npos) continue;
      faults.push_back(Named(form_) + ", " + item.envelope.id + placed.where +
                       ": is on no screen [" + text + "]");
    }
  }

  void Play(content::ItemRef ref, const content::Quiz& quiz) {
    const std::string id = kiosk.Packs().EnvelopeOf(ref).id;
    Look(id);
    for (std::size_t i = 0; i < quiz.choices.size(); ++i) {
      Open(ref);
      kiosk.Do(ChoiceTapped{i});
      if (quiz.multiple) {
        Look(id + " chosen");
        kiosk.Do(AnswerConfirmed{});
      }
      Look(id + " answer " + std::to_string(i));
    }
  }

  void Play(content::ItemRef ref, const content::Spot& spot) {
    const std::string id = kiosk.Packs().EnvelopeOf(ref).id;
    Look(id);
    kiosk.Do(AnswerConfirmed{});
    Look(id + " nothing marked");
    Open(ref);
    for (std::size_t i = 0; i < spot.segments.size(); ++i) kiosk.Do(SegmentTapped{i});
    Look(id + " all marked");
    kiosk.Do(AnswerConfirmed{});
    Look(id + " all marked, answered");
  }

  void Play(content::ItemRef ref, const content::Chat& chat) {
    const std::string id = kiosk.Packs().EnvelopeOf(ref).id;
    Look(id + " brief");
    // Each node once, by the shortest way.
    std::map<std::string, std::vector<std::size_t>> ways = {{chat.start, {}}};
    std::deque<std::string> next = {chat.start};
    while (!next.empty()) {
      const std::string node = next.front();
      next.pop_front();
      Open(ref);
      kiosk.Do(NextTapped{});
      kiosk.Wait(60);
      for (const std::size_t reply : ways[node]) {
        kiosk.Do(StillHereTapped{});
        kiosk.Do(ReplyTapped{reply});
        kiosk.Wait(55);
      }
      kiosk.Do(Touched{});
      kiosk.Do(StillHereTapped{});
      Look(id + " at " + node);
      const content::ChatNode* found = chat.FindNode(node);
      REQUIRE(found != nullptr);
      for (std::size_t i = 0; i < found->replies.size(); ++i) {
        const std::string& to = found->replies[i].next;
        if (ways.contains(to)) continue;
        ways[to] = ways[node];
        ways[to].push_back(i);
        next.push_back(to);
      }
    }
  }

  void Play(content::ItemRef ref, const content::Video& film) {
    const std::string id = kiosk.Packs().EnvelopeOf(ref).id;
    Look(id + " poster");
    kiosk.Do(PlayTapped{});
    kiosk.Do(VideoMoved{1, film.duration_seconds});
    Look(id + " playing");
    for (const content::VideoQuestion& question : film.questions) {
      for (std::size_t i = 0; i < question.choices.size(); ++i) {
        Open(ref);
        kiosk.Do(PlayTapped{});
        kiosk.Do(VideoMoved{question.at_seconds + 0.1, film.duration_seconds});
        Look(id + " question " + question.id);
        kiosk.Do(ChoiceTapped{i});
        Look(id + " question " + question.id + " answer " + std::to_string(i));
      }
    }
    Open(ref);
    kiosk.Do(PlayTapped{});
    kiosk.Do(VideoMoved{film.duration_seconds, film.duration_seconds});
    for (std::size_t i = 0; i < film.questions.size(); ++i) {
      kiosk.Do(ChoiceTapped{0});
      kiosk.Do(NextTapped{});
    }
    kiosk.Do(VideoEnded{});
    Look(id + " end");
  }

  void Play(content::ItemRef ref, const content::Checklist&) {
    const std::string id = kiosk.Packs().EnvelopeOf(ref).id;
    Look(id);
    std::vector<std::string> ticks;
    for (const Element& one : kiosk.Tree().elements) {
      if (one.role == Role::kChoice && one.enabled) ticks.push_back(one.id);
    }
    for (const std::string& tick : ticks) kiosk.Tap(tick);
    Look(id + " ticked");
  }

  void Play(content::ItemRef ref, const content::Directory& directory) {
    const std::string id = kiosk.Packs().EnvelopeOf(ref).id;
    Look(id);
    for (const auto& group : directory.groups) {
      for (const auto& entry : group.entries) {
        kiosk.Do(EntryTapped{entry.id});
        Look(id + " " + entry.id);
      }
    }
  }

  void Play(content::ItemRef ref, const content::Survey& survey) {
    const std::string id = kiosk.Packs().EnvelopeOf(ref).id;
    for (std::size_t i = 0; i < survey.questions.size(); ++i) {
      Look(id + " question " + std::to_string(i));
      kiosk.Do(OptionTapped{0});
      Look(id + " question " + std::to_string(i) + " chosen");
      kiosk.Do(NextTapped{});
    }
    Look(id + " end");
  }

  template <typename Paper>
  void Play(content::ItemRef ref, const Paper&) {
    Look(kiosk.Packs().EnvelopeOf(ref).id);
  }
};

std::vector<Form> AllForms() {
  std::vector<Form> forms;
  for (const auto language : {content::Language::kChinese, content::Language::kEnglish}) {
    for (const TextSize size : {TextSize::kNormal, TextSize::kLarge, TextSize::kLargest}) {
      for (const bool portrait : {true, false}) {
        for (const bool reach : {false, true}) {
          Form form;
          form.settings.language = language;
          form.settings.text_size = size;
          form.settings.reach_down = reach;
          if (!portrait) std::swap(form.width, form.height);
          forms.push_back(form);
        }
      }
    }
  }
  return forms;
}

std::string Joined(const std::vector<std::string>& lines) {
  std::string all;
  for (const std::string& line : lines) all += line + '\n';
  return all;
}

void LookAtItems(content::Language language, TextSize size) {
  for (const Form& form : AllForms()) {
    if (form.settings.language != language || form.settings.text_size != size) continue;
    Walk walk(form);
    walk.kiosk.Do(VisitStarted{});
    for (const content::ItemRef ref : ShippedPacks().Select([](const auto&) { return true; })) {
      walk.Item(ref);
    }
    INFO(Joined(walk.faults));
    CHECK(walk.faults.empty());
  }
}

}  // namespace

TEST_CASE("Every screen of every item fits and misses no text, in Chinese") {
  LookAtItems(content::Language::kChinese, TextSize::kNormal);
}
TEST_CASE("Every screen of every item fits and misses no text, in Chinese, large") {
  LookAtItems(content::Language::kChinese, TextSize::kLarge);
}
TEST_CASE("Every screen of every item fits and misses no text, in Chinese, largest") {
  LookAtItems(content::Language::kChinese, TextSize::kLargest);
}
TEST_CASE("Every screen of every item fits and misses no text, in English") {
  LookAtItems(content::Language::kEnglish, TextSize::kNormal);
}
TEST_CASE("Every screen of every item fits and misses no text, in English, large") {
  LookAtItems(content::Language::kEnglish, TextSize::kLarge);
}
TEST_CASE("Every screen of every item fits and misses no text, in English, largest") {
  LookAtItems(content::Language::kEnglish, TextSize::kLargest);
}

TEST_CASE("The screens around the items fit in every form") {
  for (const Form& form : AllForms()) {
    Walk walk(form);
    WindowlessKiosk& kiosk = walk.kiosk;
    for (int i = 0; i < 20; ++i) {  // the attract loop, all of it
      walk.Look("attract");
      kiosk.Wait(70);
    }
    kiosk.Do(VisitStarted{});
    walk.Look("home");
    for (const Room room :
         {Room::kRecognise, Room::kWatch, Room::kPapers, Room::kSafety, Room::kNearby}) {
      kiosk.Do(HomeTapped{});
      kiosk.Do(RoomChosen{room});
      walk.Look("shelf");
    }
    kiosk.Do(EmergencyTapped{});
    walk.Look("emergency");
    kiosk.Do(BackTapped{});
    // Messages to judge, and the questions of the other rooms: their ends differ.
    std::vector<RoundPool> pools = {{}};
    for (const Room room : {Room::kPapers, Room::kSafety, Room::kNearby}) {
      for (const RoundPool& pool : RoundsOf(ShippedPacks(), room, kiosk.now.today)) {
        if (pool.topic.empty()) pools.push_back(pool);
      }
    }
    CHECK(pools.size() == 4);
    for (std::size_t turn = 0; turn < 2 * pools.size(); ++turn) {
      const std::size_t choice = turn % 2;
      kiosk.Do(HomeTapped{});
      kiosk.Do(RoundChosen{pools[turn / 2]});
      for (int i = 0; i < 6; ++i) {
        kiosk.Do(ChoiceTapped{choice});
        kiosk.Do(AnswerConfirmed{});
        walk.Look("round");
        kiosk.Do(NextTapped{});
      }
      walk.Look("round-end");
    }
    kiosk.Wait(kIdleSeconds + 1);
    walk.Look("still there");
    INFO(Joined(walk.faults));
    CHECK(walk.faults.empty());
  }
}

TEST_CASE("In landscape every room stands on the home screen without scrolling, in every size") {
  for (const Form& form : AllForms()) {
    if (form.width < form.height || form.settings.reach_down) continue;
    WindowlessKiosk kiosk(ShippedPacks(), form);
    kiosk.Do(VisitStarted{});
    const Semantics& tree = kiosk.Draw();
    INFO(Named(form));
    const Element* emergency = tree.Find("emergency");
    REQUIRE(emergency != nullptr);
    for (const char* room :
         {"round", "room.recognise", "room.watch", "room.papers", "room.safety", "room.nearby"}) {
      const Element* tile = tree.Find(room);
      REQUIRE(tile != nullptr);
      CHECK(tile->visible);
      CHECK(tile->rect.Bottom() <= emergency->rect.y - 12);
    }
  }
}

TEST_CASE("After the answer the message can be read again") {
  for (const Form& form : AllForms()) {
    if (form.settings.text_size == TextSize::kLarge) continue;
    WindowlessKiosk kiosk(ShippedPacks(), form);
    kiosk.Do(VisitStarted{});
    kiosk.Do(RoundChosen{});
    const RoundScreen round = std::get<RoundScreen>(kiosk.state.screen);
    int messages = 0;
    for (std::size_t i = 0; i < round.items.size(); ++i) {
      const auto item = round.items[i];
      kiosk.Do(ChoiceTapped{0});
      kiosk.Do(AnswerConfirmed{});
      const auto* quiz = std::get_if<content::Quiz>(&item->body);
      if (quiz != nullptr && quiz->sample) {
        std::string seen;
        kiosk.ScrollThrough([&] { seen += kiosk.Tree().AllText(); });
        INFO(Named(form) << " " << item->envelope.id);
        CHECK(WithoutBlanks(seen).find(WithoutBlanks(
                  quiz->sample->body.In(form.settings.language))) != std::string::npos);
        ++messages;
      }
      kiosk.Do(NextTapped{});
      if (!std::holds_alternative<RoundScreen>(kiosk.state.screen)) break;
    }
    CHECK(messages > 0);
  }
}
