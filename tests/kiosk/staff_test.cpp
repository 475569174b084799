// SPDX-License-Identifier: MIT
// What leads staff in, what keeps everybody else out, and what happens behind the PIN.
#include "kiosk/core/staff_numbers.h"
#include "tests/kiosk/world.h"

namespace kiosk {
namespace {

using content::EventKind;
using content::Signal;

FingerPlace At(float x, float y, std::int64_t finger = 1) { return {finger, x, y, 1080, 1920}; }
const FingerPlace kUpperLeft = At(40, 40), kUpperRight = At(1050, 60);

struct Station : Stage {
  Station() : Stage(MakeTown()) { state.staff.has_pin = true; }

  void Hold(const FingerPlace& at, double seconds) {
    Do(Touched{at});
    Wait(seconds);
    Do(FingerLifted{at});
  }
  void Press() {
    Hold(kUpperLeft, 3.2);
    Wait(1);
    Hold(kUpperRight, 3.2);
  }
  void Type(const std::string& digits) {
    for (const char digit : digits) Do(DigitTapped{digit - '0'});
    Do(PinEntered{});
  }
  void Enter() {
    Press();
    Type("246810");
    Do(TryCounted{true});
    Do(PinVerified{true});
    REQUIRE(std::holds_alternative<StaffScreen>(state.screen));
  }
  template <typename Page>
  Page& Page_() {
    auto& staff = On<StaffScreen>();
    REQUIRE(std::holds_alternative<Page>(staff.page));
    return std::get<Page>(staff.page);
  }
  /// The list of one good pack, one that is refused, and one pack on the device.
  void OpenPacks() {
    Do(StaffDoorTapped{StaffDoor::kPacks});
    StaffPacks packs;
    FoundPack good, bad;
    good.file = "/stick/good.pack";
    good.id = "town";
    good.version = {1, 1, 0};
    bad.file = "/stick/bad.pack";
    bad.refused = content::Error{"pack.changed", {"坏", "bad"}, "", {"换", "replace"}};
    packs.found = {good, bad};
    packs.held = {{"town", {"镇", "Town"}, "key", {1, 0, 0}, content::Version{0, 9, 0}}};
    Do(PacksFound{packs});
  }
};

bool OnPad(const Station& station) {
  return std::holds_alternative<PinScreen>(station.state.screen);
}

}  // namespace

TEST_CASE("Two long presses, upper left then upper right, open the PIN pad and no visit") {
  Station station;
  station.Hold(kUpperLeft, 3.2);
  CHECK(station.Has<DropTouch>());  // the lifting of the finger must not begin a visit
  station.Wait(2);
  station.Hold(kUpperRight, 4);
  CHECK(station.Has<DropTouch>());
  CHECK(OnPad(station));
  CHECK(station.state.visit.number == 0);
  CHECK(station.journal.empty());
}

TEST_CASE("Nothing but that gesture opens the PIN pad") {
  Station station;
  SECTION("a press that is too short") {
    station.Hold(kUpperLeft, 2.8);
    CHECK_FALSE(station.Has<DropTouch>());
    station.Hold(kUpperRight, 3.2);
  }
  SECTION("a bag that leans against the screen") {
    station.Hold(kUpperLeft, 12);
    station.Hold(kUpperRight, 3.2);
  }
  SECTION("the corners in the wrong order") {
    station.Hold(kUpperRight, 3.2);
    station.Hold(kUpperLeft, 3.2);
  }
  SECTION("the same corner twice") {
    station.Hold(kUpperLeft, 3.2);
    station.Hold(kUpperLeft, 3.2);
  }
  SECTION("too long a pause") {
    station.Hold(kUpperLeft, 3.2);
    station.Wait(6.1);
    station.Hold(kUpperRight, 3.2);
  }
  SECTION("a finger that strays") {
    station.Hold(kUpperLeft, 3.2);
    station.Do(Touched{kUpperRight});
    station.Wait(2);
    station.Do(FingerMoved{At(800, 60)});
    station.Wait(2);
    station.Do(FingerLifted{kUpperRight});
  }
  SECTION("a second finger") {
    station.Hold(kUpperLeft, 3.2);
    station.Do(Touched{kUpperRight});
    station.Do(Touched{At(500, 900, 2)});
    station.Wait(3.2);
    station.Do(FingerLifted{At(500, 900, 2)});
    station.Do(FingerLifted{kUpperRight});
  }
  SECTION("a touch between the two") {
    station.Hold(kUpperLeft, 3.2);
    station.Hold(At(500, 900), 0.1);
    station.Hold(kUpperRight, 3.2);
  }
  SECTION("during a visit") {
    station.Do(VisitStarted{});
    station.Press();
  }
  SECTION("both corners at once") {
    station.Do(Touched{kUpperLeft});
    station.Do(Touched{At(1050, 60, 2)});
    station.Wait(3.2);
    station.Do(FingerLifted{At(1050, 60, 2)});
    station.Do(FingerLifted{kUpperLeft});
  }
  CHECK_FALSE(OnPad(station));
}

TEST_CASE("A try is counted on the disk before the PIN is looked at") {
  Station station;
  station.Press();
  station.Type("111111");
  REQUIRE(station.Has<CountTry>());
  CHECK(station.All<CountTry>().front().failures == 1);
  CHECK_FALSE(station.Has<VerifyPin>());
  station.Do(TryCounted{true});
  REQUIRE(station.Has<VerifyPin>());
  CHECK(station.All<VerifyPin>().front().digits == "111111");
  station.Do(PinVerified{false});
  CHECK(station.On<PinScreen>().wrong);
  CHECK(station.On<PinScreen>().digits.empty());
}

TEST_CASE("Wrong tries make the next one wait, ever longer, and a restart does not help") {
  Station station;
  station.Press();
  double expected[] = {5, 15, 60, 300, 900, 900};
  int failures = 0;
  for (const double delay : expected) {
    station.Type("111111");
    station.Do(TryCounted{true});
    station.Do(PinVerified{false});
    ++failures;
    CHECK(PinSecondsLeft(station.state, station.now) == static_cast<int>(delay));
    station.Do(DigitTapped{1});
    CHECK(station.On<PinScreen>().digits.empty());  // the pad is closed meanwhile
    // Switched off and on: the count comes from the disk, and the delay begins anew.
    CHECK(LockAtStart(failures, 3).until == 3 + delay);
    station.Wait(20);
    if (!OnPad(station)) station.Press();
    if (PinSecondsLeft(station.state, station.now)) station.state.staff.lock.until = 0;
  }
  station.Type("246810");
  station.Do(TryCounted{true});
  station.Do(PinVerified{true});
  CHECK(std::holds_alternative<StaffScreen>(station.state.screen));
  CHECK(station.All<CountTry>().front().failures == 0);
  CHECK(station.state.staff.lock.failures == 0);
}

TEST_CASE("Whoever leaves the pad while a try is looked at has not taken it back") {
  Station station;
  station.Press();
  station.Type("111111");
  station.Do(LeaveTapped{});
  CHECK(std::holds_alternative<AttractScreen>(station.state.screen));
  station.Do(TryCounted{true});
  station.Do(PinVerified{true});  // too late
  CHECK(std::holds_alternative<AttractScreen>(station.state.screen));
  station.Press();
  CHECK(OnPad(station));
}

TEST_CASE("When the disk cannot count a try, the PIN is looked at half a minute later") {
  Station station;
  station.Press();
  station.Type("246810");
  station.Do(TryCounted{false});
  CHECK_FALSE(station.Has<VerifyPin>());
  CHECK(PinSecondsLeft(station.state, station.now) == 30);
  station.Wait(29.5);
  CHECK(station.On<PinScreen>().step == PinScreen::Step::kHolding);
  station.Wait(1);
  CHECK(station.On<PinScreen>().step == PinScreen::Step::kChecking);
  station.Do(PinVerified{true});
  CHECK(std::holds_alternative<StaffScreen>(station.state.screen));
}

TEST_CASE("Without a PIN in the settings nobody gets in") {
  Station station;
  station.state.staff.has_pin = false;
  station.Press();
  CHECK(OnPad(station));
  station.Type("246810");
  CHECK_FALSE(station.Has<CountTry>());
  station.Do(TryCounted{true});
  station.Do(PinVerified{true});
  CHECK(OnPad(station));
  station.Wait(31);
  CHECK(std::holds_alternative<AttractScreen>(station.state.screen));
}

TEST_CASE("The pad closes after half a minute, the staff area after three minutes without touch") {
  Station station;
  station.Press();
  station.Wait(29);
  CHECK(OnPad(station));
  station.Wait(2);
  CHECK(std::holds_alternative<AttractScreen>(station.state.screen));
  station.Enter();
  station.Wait(179);
  CHECK(std::holds_alternative<StaffScreen>(station.state.screen));
  station.Do(Touched{At(500, 500)});
  station.Wait(179);
  CHECK(std::holds_alternative<StaffScreen>(station.state.screen));
  station.Wait(2);
  CHECK(std::holds_alternative<AttractScreen>(station.state.screen));
  CHECK(station.journal.empty());  // staff are no visit
}

TEST_CASE("A visitor's event means nothing behind the PIN, nor a member of staff's before it") {
  Station station;
  station.Enter();
  for (const Event& event :
       {Event(HomeTapped{}), Event(EmergencyTapped{}), Event(RoundChosen{}), Event(VisitStarted{}),
        Event(RoomChosen{Room::kWatch}), Event(ItemChosen{station.world.Ref("fraud.card")})}) {
    station.Do(event);
    CHECK(std::holds_alternative<StaffScreen>(station.state.screen));
  }
  station.Do(LanguageChosen{content::Language::kEnglish});
  CHECK(station.state.visit.settings.language == content::Language::kEnglish);
  station.Do(LeaveTapped{});
  CHECK(std::holds_alternative<AttractScreen>(station.state.screen));
  CHECK(station.state.visit.settings.language == content::Language::kChinese);
  CHECK(station.journal.empty());
  for (const Event& event :
       {Event(StaffDoorTapped{StaffDoor::kExit}), Event(ExitTapped{false}), Event(InstallTapped{}),
        Event(RollBackTapped{"town"}), Event(PinVerified{true}), Event(PreviewProven{})}) {
    station.Do(event);
    CHECK(station.effects.empty());
    CHECK(std::holds_alternative<AttractScreen>(station.state.screen));
  }
}

TEST_CASE("A pack is installed with progress; the catalogue is exchanged when staff leave") {
  Station station;
  station.Enter();
  station.OpenPacks();
  station.Do(FoundPackTapped{0});
  station.Do(InstallTapped{});
  REQUIRE(station.Has<InstallPack>());
  CHECK(station.All<InstallPack>().front().file == "/stick/good.pack");
  station.Do(WorkMoved{0.4});
  CHECK(station.On<StaffScreen>().work->share == 0.4);
  station.Do(LeaveTapped{});  // not now
  station.Wait(1000);
  CHECK(std::holds_alternative<StaffScreen>(station.state.screen));
  station.Do(PackInstalled{{"镇", "Town"}, {1, 1, 0}});
  CHECK(station.On<StaffScreen>().news->what == StaffNews::What::kInstalled);
  CHECK_FALSE(station.Has<SwapPacks>());
  station.Do(LeaveTapped{});
  CHECK(station.Has<SwapPacks>());
  CHECK(std::holds_alternative<AttractScreen>(station.state.screen));
}

TEST_CASE("Installing can be cancelled, and what cannot be installed says why") {
  Station station;
  station.Enter();
  station.OpenPacks();
  station.Do(FoundPackTapped{0});
  station.Do(InstallTapped{});
  station.Do(CancelTapped{});
  CHECK(station.Has<CancelWork>());
  station.Do(WorkFailed{content::Error{"cancelled", {"已取消", "cancelled"}, "", {}}});
  CHECK(station.On<StaffScreen>().news->what == StaffNews::What::kCancelled);
  CHECK_FALSE(station.On<StaffScreen>().failed);
  station.Do(BackTapped{});
  station.Do(FoundPackTapped{1});
  station.Do(InstallTapped{});  // its button is not there; nothing would come of it
  CHECK_FALSE(station.Has<InstallPack>());
  station.Do(PreviewTapped{});
  CHECK_FALSE(station.Has<ProvePack>());
  station.Do(LeaveTapped{});
  CHECK_FALSE(station.Has<SwapPacks>());
}

TEST_CASE("A preview shows a pack on the real screens, journals nothing and leads back") {
  Station station;
  station.Enter();
  station.OpenPacks();
  station.Do(FoundPackTapped{0});
  station.Do(PreviewTapped{});
  REQUIRE(station.Has<ProvePack>());
  station.Do(PreviewProven{});
  CHECK(station.Has<ShowPreview>());
  CHECK(std::holds_alternative<HomeScreen>(station.state.screen));
  station.Do(RoundChosen{});
  station.Do(ChoiceTapped{0});
  station.Do(NextTapped{});
  station.Open("fraud.film");
  station.Do(PlayTapped{});
  SECTION("by the button") { station.Do(LeaveTapped{}); }
  SECTION("or by itself") { station.Wait(kIdleSeconds + kCountdownSeconds + 1); }
  CHECK(station.Has<HidePreview>());
  CHECK(station.Has<StopVideo>());
  CHECK(station.Page_<StaffPacks>().open == 0u);
  CHECK(station.state.visit.number == 0);
  CHECK(station.state.next_visit == 1);
  CHECK(station.journal.empty());
}

TEST_CASE("One press goes back to the version before") {
  Station station;
  station.Enter();
  station.OpenPacks();
  station.Do(RollBackTapped{"unknown"});
  CHECK_FALSE(station.Has<RollBackPack>());
  station.Do(RollBackTapped{"town"});
  REQUIRE(station.Has<RollBackPack>());
  station.Do(PackRolledBack{{"镇", "Town"}, {0, 9, 0}});
  CHECK(station.Has<LookForPacks>());
  CHECK(station.On<StaffScreen>().news->detail == "0.9.0");
  station.Do(PacksFound{});
  station.Do(LeaveTapped{});
  CHECK(station.Has<SwapPacks>());
}

TEST_CASE("While the screen is cleaned nothing happens for half a minute") {
  Station station;
  station.Enter();
  station.Do(StaffDoorTapped{StaffDoor::kCleaning});
  CHECK(CleaningSecondsLeft(station.state, station.now) == 30);
  station.Do(BackTapped{});
  station.Do(LeaveTapped{});
  station.Wait(29);
  CHECK(CleaningSecondsLeft(station.state, station.now) == 1);
  station.Page_<StaffCleaning>();
  station.Wait(1.1);
  station.Page_<StaffMenu>();
}

TEST_CASE("Each cell of the touch grid answers to a finger on it, wherever it goes") {
  Station station;
  station.Enter();
  station.Do(StaffDoorTapped{StaffDoor::kDevice});
  station.Do(StaffDoorTapped{StaffDoor::kGrid});
  station.Do(Touched{At(0, 0)});
  station.Do(FingerMoved{At(1079, 1919)});
  station.Do(FingerMoved{At(1200, -5)});  // off the edge is the edge
  const auto& grid = station.Page_<StaffGrid>();
  CHECK(grid.touched.front());
  CHECK(grid.touched.back());
  CHECK(grid.touched[5]);
  CHECK(std::count(grid.touched.begin(), grid.touched.end(), true) == 3);
  station.Wait(16);
  station.Page_<StaffDevice>();
}

TEST_CASE("The program is left only from its own page behind the PIN") {
  Station station;
  station.Enter();
  station.Do(ExitTapped{false});
  CHECK_FALSE(station.Has<LeaveProgram>());
  station.Do(StaffDoorTapped{StaffDoor::kExit});
  station.Do(ExitTapped{true});
  REQUIRE(station.Has<LeaveProgram>());
  CHECK(station.All<LeaveProgram>().front().restart);
}

TEST_CASE("What a pack changes is told item by item") {
  content::Manifest before, after;
  const auto add = [](content::Manifest& manifest, const std::string& id, std::uint8_t bytes) {
    content::ItemSummary item;
    item.path = "items/" + id + ".json";
    item.envelope.id = id;
    item.envelope.title = {id, id};
    manifest.items.push_back(item);
    manifest.files.push_back({item.path, 10, {bytes}, "application/json"});
  };
  add(before, "same", 1);
  add(before, "edited", 1);
  add(before, "gone", 1);
  before.files.push_back({"media/a.png", 5, {1}, "image/png"});
  before.files.push_back({"media/b.png", 5, {1}, "image/png"});
  add(after, "edited", 2);
  add(after, "same", 1);
  add(after, "fresh", 1);
  after.files.push_back({"media/a.png", 5, {9}, "image/png"});
  after.files.push_back({"media/c.png", 5, {1}, "image/png"});
  const PackChanges changes = ComparePacks(&before, after);
  REQUIRE(changes.items.size() == 3);
  CHECK(changes.items[0].title.zh == "fresh");
  CHECK(changes.items[0].what == ItemChange::What::kNew);
  CHECK(changes.items[1].title.zh == "edited");
  CHECK(changes.items[1].what == ItemChange::What::kChanged);
  CHECK(changes.items[2].title.zh == "gone");
  CHECK(changes.items[2].what == ItemChange::What::kGone);
  CHECK(changes.same == 1);
  CHECK(changes.media == 3);
  CHECK(ComparePacks(nullptr, after).items.size() == 3);
}

TEST_CASE("Numbers: visits by day, answers by topic, the hardest by title") {
  World town;
  content::Item scam = MakeQuiz("fraud.a", Signal::kScam),
                genuine = MakeQuiz("b", Signal::kGenuine);
  scam.envelope.topic = genuine.envelope.topic = "fraud.boss";
  town.Add(scam);
  town.Add(genuine);
  Now now;
  now.today = kToday;
  now.hour = 14;
  now.hour_utc = 498'006;
  const content::Span week = SpanOf(Period::kWeek, now);
  CHECK(week.until_hour - week.from_hour == 6 * 24 + 15);
  CHECK(SpanOf(Period::kToday, now).from_hour == now.hour_utc - 14);
  std::vector<content::JournalEvent> events;
  const auto add = [&](EventKind kind, std::int64_t hour, const std::string& item = {},
                       Signal signal = Signal::kNone, Signal said = Signal::kNone) {
    content::JournalEvent event;
    event.kind = kind;
    event.hour = hour;
    event.item = item;
    event.signal = signal;
    event.said = said;
    events.push_back(event);
  };
  add(EventKind::kVisitBegun, week.from_hour);
  add(EventKind::kVisitBegun, now.hour_utc);
  add(EventKind::kVisitBegun, now.hour_utc);
  add(EventKind::kAnswered, now.hour_utc, "fraud.a", Signal::kScam, Signal::kScam);
  add(EventKind::kMicroRound, now.hour_utc, "fraud.a", Signal::kScam, Signal::kGenuine);
  add(EventKind::kAnswered, now.hour_utc, "b", Signal::kGenuine, Signal::kScam);
  add(EventKind::kAnswered, now.hour_utc, "unknown", Signal::kScam, Signal::kScam);
  const std::vector<content::ItemScore> hardest = {{"b", content::WilsonRate(1, 40)},
                                                   {"unknown", content::WilsonRate(9, 40)}};
  const Numbers numbers = SumUp(Period::kWeek, now, {}, events, hardest, town.catalog);
  CHECK(numbers.visits == std::vector<int>{1, 0, 0, 0, 0, 0, 2});
  CHECK(numbers.days.front() == DayOfMonth(17));
  CHECK(numbers.days.back() == kToday);
  REQUIRE(numbers.topics.size() == 1);
  CHECK(numbers.topics[0].topic == "fraud.boss");
  CHECK(numbers.topics[0].discernment.hits.k == 1);
  CHECK(numbers.topics[0].discernment.hits.n == 2);
  CHECK(numbers.topics[0].discernment.false_alarms.k == 1);
  CHECK(numbers.topics[0].discernment.false_alarms.n == 1);
  CHECK_FALSE(numbers.topics[0].discernment.enough);
  REQUIRE(numbers.hardest.size() == 2);
  CHECK(numbers.hardest[1].title.en == "unknown");
  const Numbers today = SumUp(Period::kToday, now, {}, events, {}, town.catalog);
  REQUIRE(today.visits.size() == 15);
  CHECK(today.visits.back() == 2);
}

}  // namespace kiosk
