// SPDX-License-Identifier: MIT
// Chats, lists, directory, survey.
#include "tests/kiosk/world.h"

namespace kiosk {
namespace {

using content::EventKind;
using content::Outcome;

Stage OpenChat(const std::string& id = "fraud.chat") {
  Stage stage(MakeTown());
  stage.Do(VisitStarted{});
  stage.Open(id);
  return stage;
}

TEST_CASE("A chat begins with its brief and says nothing before it is read") {
  Stage stage = OpenChat();
  CHECK_FALSE(stage.On<ChatScreen>().begun);
  stage.Wait(30);
  CHECK(stage.On<ChatScreen>().lines.empty());
  stage.Do(ReplyTapped{0});
  stage.Do(HurryTapped{});
  CHECK(stage.On<ChatScreen>().lines.empty());
  stage.Do(NextTapped{});
  CHECK(stage.On<ChatScreen>().typing);
  CHECK(stage.On<ChatScreen>().begun);
}

TEST_CASE("Messages arrive after the time it takes to type them") {
  Stage stage = OpenChat();
  stage.Do(NextTapped{});
  const double begun = stage.now.seconds;
  // "您好。" has three characters in nine bytes.
  CHECK_THAT(*NextDeadline(stage.state) - begun, Catch::Matchers::WithinAbs(0.6 + 3 * 0.035, 1e-9));
  stage.Wait(0.70);
  CHECK(stage.On<ChatScreen>().lines.empty());
  stage.Wait(0.01);
  REQUIRE(stage.On<ChatScreen>().lines.size() == 1);
  CHECK(stage.On<ChatScreen>().lines[0].text.zh == "您好。");
  CHECK(stage.On<ChatScreen>().lines[0].speaker.zh == "客服");
  CHECK_FALSE(stage.On<ChatScreen>().lines[0].mine);
  CHECK(stage.Sounds(Chime::kMessage));
  stage.Wait(1);
  CHECK(stage.On<ChatScreen>().lines.size() == 2);
  CHECK_FALSE(stage.On<ChatScreen>().typing);
}

TEST_CASE(
    "The typing pause follows the visitor's language and never exceeds two and a half seconds") {
  World world;
  auto item = MakeChat("chat", false);
  std::get<content::Chat>(item.body).nodes[0].messages[0] = {"短", std::string(500, 'x')};
  const auto ref = world.Add(item);
  Stage stage(std::move(world));
  stage.Do(LanguageChosen{content::Language::kEnglish});
  stage.Do(ItemChosen{ref});
  stage.Do(NextTapped{});
  CHECK_THAT(*NextDeadline(stage.state) - stage.now.seconds, Catch::Matchers::WithinAbs(2.5, 1e-9));
}

TEST_CASE("Whoever is in a hurry reads the next message at once") {
  Stage stage = OpenChat();
  stage.Do(NextTapped{});
  stage.Do(HurryTapped{});
  CHECK(stage.On<ChatScreen>().lines.size() == 1);
  stage.Do(HurryTapped{});
  CHECK(stage.On<ChatScreen>().lines.size() == 2);
  stage.Do(HurryTapped{});
  CHECK(stage.On<ChatScreen>().lines.size() == 2);
}

TEST_CASE("Replies wait until all is said") {
  Stage stage = OpenChat();
  stage.Do(NextTapped{});
  stage.Do(HurryTapped{});
  stage.Do(ReplyTapped{0});
  CHECK(stage.On<ChatScreen>().lines.size() == 1);
  stage.Do(HurryTapped{});
  stage.Do(ReplyTapped{7});
  CHECK(stage.On<ChatScreen>().lines.size() == 2);
  stage.Do(ReplyTapped{2});
  REQUIRE(stage.On<ChatScreen>().lines.size() == 3);
  CHECK(stage.On<ChatScreen>().lines[2].mine);
  CHECK(stage.On<ChatScreen>().lines[2].speaker.empty());
  CHECK(stage.On<ChatScreen>().node == "n2");
  stage.Wait(2);
  CHECK(stage.On<ChatScreen>().lines[3].speaker.en == "Boss");
}

TEST_CASE("A chat ends as the visitor chose, in both roles") {
  Stage stage = OpenChat(GENERATE(as<std::string>{}, "fraud.chat", "fraud.helper"));
  const bool sent = GENERATE(true, false);
  stage.Do(NextTapped{});
  stage.Wait(5);
  stage.Do(ReplyTapped{sent ? 0u : 1u});
  CHECK(stage.On<ChatScreen>().ended != sent);  // "Thanks" is still being typed.
  stage.Wait(3);
  CHECK(stage.On<ChatScreen>().ended);
  const Outcome outcome = sent ? Outcome::kHarm : Outcome::kStopped;
  CHECK(stage.On<ChatScreen>().outcome == outcome);
  CHECK(stage.On<ChatScreen>().loss == (sent ? 5000 : 0));
  stage.Do(ReplyTapped{0});
  const auto ended = stage.Journal(EventKind::kChatEnded);
  REQUIRE(ended.size() == 1);
  CHECK(ended[0].value == static_cast<int>(outcome));
  SECTION("and is left") {
    stage.Do(NextTapped{});
    stage.On<HomeScreen>();
  }
  SECTION("and is tried once more") {
    stage.Do(PlayTapped{});
    CHECK(stage.On<ChatScreen>().lines.empty());
    CHECK(stage.On<ChatScreen>().typing);
    CHECK(stage.On<ChatScreen>().loss == 0);
  }
}

TEST_CASE("A chat can be left at any moment, without an end being journalled") {
  Stage stage = OpenChat();
  SECTION("at the brief") {}
  SECTION("while it types") { stage.Do(NextTapped{}); }
  SECTION("before a reply") {
    stage.Do(NextTapped{});
    stage.Wait(10);
  }
  stage.Do(BackTapped{});
  stage.On<HomeScreen>();
  CHECK(stage.Journal(EventKind::kChatEnded).empty());
  CHECK(stage.Journal(EventKind::kItemOpened).size() == 1);
}

TEST_CASE("Papers are ticked and unticked, and only those of the list") {
  Stage stage(MakeTown());
  stage.Do(VisitStarted{});
  stage.Open("service.residence");
  stage.Do(EntryTapped{"photo"});
  stage.Do(EntryTapped{"id-card"});
  stage.Do(EntryTapped{"photo"});
  stage.Do(EntryTapped{"elephant"});
  CHECK(stage.On<ChecklistScreen>().ticked == std::vector<std::string>{"id-card"});
  CHECK(stage.effects.empty());  // No sound for an ordinary tap.
}

TEST_CASE("One entry of the directory is open at a time") {
  Stage stage(MakeTown());
  stage.Do(VisitStarted{});
  stage.Open("station.directory");
  stage.Do(EntryTapped{"desk"});
  stage.Do(EntryTapped{"group"});
  CHECK(stage.On<DirectoryScreen>().open_entry == "group");
  stage.Do(EntryTapped{"elephant"});
  CHECK(stage.On<DirectoryScreen>().open_entry == "group");
  stage.Do(EntryTapped{"group"});
  CHECK(stage.On<DirectoryScreen>().open_entry.empty());
}

TEST_CASE("A card and a report open, and are left by next as well as by back") {
  Stage stage(MakeTown());
  stage.Do(VisitStarted{});
  stage.Open("fraud.card");
  CHECK(stage.On<CardScreen>().item->envelope.id == "fraud.card");
  stage.Do(NextTapped{});
  stage.On<HomeScreen>();
  stage.Open("station.report");
  CHECK(stage.On<ReportScreen>().item->envelope.id == "station.report");
  stage.Do(NextTapped{});
  stage.On<HomeScreen>();
}

TEST_CASE("A survey is journalled when it is finished, question by question") {
  Stage stage(MakeTown());
  stage.Do(VisitStarted{});
  stage.Open("station.opinion");
  stage.Do(OptionTapped{0});
  stage.Do(OptionTapped{1});  // A change of mind.
  stage.Do(OptionTapped{5});
  stage.Do(NextTapped{});
  stage.Do(NextTapped{});  // The second question is left out.
  stage.Do(OptionTapped{0});
  CHECK(stage.Journal(EventKind::kSurveyAnswered).empty());
  SECTION("given up, it says nothing") {
    stage.Do(BackTapped{});
    CHECK(stage.Journal(EventKind::kSurveyAnswered).empty());
  }
  SECTION("finished") {
    stage.Do(NextTapped{});
    CHECK(stage.On<SurveyScreen>().done);
    const auto answers = stage.Journal(EventKind::kSurveyAnswered);
    REQUIRE(answers.size() == 2);
    CHECK(answers[0].value == 0);
    CHECK(answers[0].detail == 1);
    CHECK(answers[1].value == 2);
    CHECK(answers[1].detail == 0);
    stage.Do(OptionTapped{1});
    stage.Do(NextTapped{});
    stage.On<HomeScreen>();
    CHECK(stage.Journal(EventKind::kSurveyAnswered).size() == 2);
  }
}

}  // namespace
}  // namespace kiosk
