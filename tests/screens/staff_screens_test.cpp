// SPDX-License-Identifier: MIT
// Every page behind the PIN in every form: nothing clipped, nothing on top of another.
#include "kiosk/screens/staff_parts.h"
#include "tests/screens/windowless_kiosk.h"
#include "tests/support/catch.h"

using namespace kiosk;

namespace {

using Form = WindowlessKiosk::Form;

std::vector<Form> StaffForms() {
  std::vector<Form> forms;
  for (const auto language : {content::Language::kChinese, content::Language::kEnglish}) {
    for (const TextSize size : {TextSize::kNormal, TextSize::kLarge, TextSize::kLargest}) {
      for (const bool portrait : {true, false}) {
        Form form;
        form.settings.language = language;
        form.settings.text_size = size;
        if (!portrait) std::swap(form.width, form.height);
        forms.push_back(form);
      }
    }
  }
  return forms;
}

/// A day of a device in trouble, and packs with long names.
const content::Error kBad{
    "pack.changed",
    {"文件和清单不符，内容包损坏或被改动过",
     "the file differs from the manifest: the pack is damaged or was changed"},
    "/media/stick/bad.pack:items/quiz.json",
    {"不要使用这个包，向发布者重新索取", "do not use this pack; ask the publisher for it again"}};

StaffPacks MakePacks() {
  StaffPacks packs;
  packs.drives = {"stick"};
  packs.free_bytes = 12'300'000'000;
  FoundPack good;
  good.file = "/media/stick/anti-fraud-1.4.0.pack";
  good.drive = "stick";
  good.name = "anti-fraud-1.4.0.pack";
  good.bytes = 86'400'000;
  good.id = "anti-fraud";
  good.title = {"真假分得清：反诈练习", "Telling scams from genuine messages"};
  good.publisher = "高碑店市公安局 Gaobeidian public security bureau";
  good.signer = "高碑店市公安局 2026";
  good.version = {1, 4, 0};
  good.active = content::Version{1, 3, 0};
  for (int i = 0; i < 14; ++i) {
    good.changes.items.push_back(
        {static_cast<ItemChange::What>(i % 3),
         static_cast<content::Kind>(i % 9),
         {"快递员说包裹里有违禁品", "A courier says the parcel is illegal"}});
  }
  good.changes.same = 61;
  good.changes.media = 7;
  FoundPack fresh = good, old = good, bad;
  fresh.active.reset();
  fresh.fits = false;
  old.refused = kBad;
  bad.file = "/media/stick/bad.pack";
  bad.drive = "stick";
  bad.name = "a-file-with-a-name-that-is-longer-than-anybody-would-like.pack";
  bad.refused = kBad;
  packs.found = {good, fresh, old, bad};
  packs.held = {{"anti-fraud", good.title, good.signer, {1, 3, 0}, content::Version{1, 2, 0}},
                {"safety", {"平安", "Stay safe"}, "key", {1, 0, 0}, {}}};
  return packs;
}

Numbers MakeNumbers(Period period, bool enough) {
  Numbers numbers;
  numbers.period = period;
  numbers.summary.visits = 1234;
  numbers.summary.rounds_begun = 812;
  numbers.summary.completion = content::WilsonRate(640, 812);
  numbers.summary.discernment =
      enough ? content::Discern(301, 380, 44, 350) : content::Discern(40, 57, 9, 43);
  const int bars = period == Period::kToday ? 11 : period == Period::kWeek ? 7 : 30;
  for (int i = 0; i < bars; ++i) {
    numbers.visits.push_back(20 + (i * 7) % 41);
    if (period != Period::kToday) {
      numbers.days.emplace_back(std::chrono::sys_days(std::chrono::year(2026) / 11 / 24) -
                                std::chrono::days(bars - 1 - i));
    }
  }
  numbers.topics = {{"fraud.impersonate_authority", content::Discern(80, 101, 4, 40)},
                    {"fraud.shopping_service", content::Discern(20, 26, 4, 40)},
                    {"some.unknown_topic", content::Discern(33, 40, 4, 40)}};
  for (int i = 0; i < 8; ++i) {
    numbers.hardest.push_back(
        {{"银行打来的电话说账户异常", "A call from the bank about your account"},
         content::WilsonRate(9 + i, 40)});
  }
  return numbers;
}

class Look {
 public:
  explicit Look(const Form& form) : form_(form), kiosk(nothing_, form) {
    kiosk.state.staff.has_pin = true;
    kiosk.state.screen = PinScreen{};
  }

  void Here(const std::string& where) {
    kiosk.ScrollThrough([&] { Take(where); });
  }
  StaffScreen& Staff() { return std::get<StaffScreen>(kiosk.state.screen); }

  std::string faults;

 private:
  const content::Catalog nothing_;
  Form form_;

 public:
  WindowlessKiosk kiosk;

 private:
  void Take(const std::string& where) {
    const Ui& ui = kiosk.Interface();
    for (const std::string& fault : Audit(kiosk.Tree(), ui.Window(), ui.Mm(12))) {
      faults += std::to_string(form_.width) +
                (form_.settings.language == content::Language::kChinese ? " zh " : " en ") +
                std::to_string(static_cast<int>(form_.settings.text_size) + 1) + " " + where +
                ": " + fault + "\n";
    }
  }
};

void LookAtPin(Look& look) {
  WindowlessKiosk& kiosk = look.kiosk;
  look.Here("pin");
  for (int i = 0; i < 12; ++i) kiosk.Do(DigitTapped{i % 10});
  look.Here("pin typed");
  kiosk.Do(PinEntered{});
  kiosk.Do(TryCounted{false});
  look.Here("pin holding");
  kiosk.LetPass(31);
  kiosk.Do(PinVerified{false});
  look.Here("pin wrong");
  kiosk.state.staff.has_pin = false;
  look.Here("no pin");
}

void LookAtPacks(Look& look) {
  WindowlessKiosk& kiosk = look.kiosk;
  kiosk.Do(StaffDoorTapped{StaffDoor::kPacks});
  look.Here("looking");
  kiosk.Do(PacksFound{});
  look.Here("no packs");
  kiosk.Do(LookAgainTapped{});
  kiosk.Do(PacksFound{MakePacks()});
  look.Here("packs");
  for (std::size_t i = 0; i < 4; ++i) {
    kiosk.Do(FoundPackTapped{i});
    look.Here("pack " + std::to_string(i));
    kiosk.Do(BackTapped{});
  }
  kiosk.Do(FoundPackTapped{0});
  kiosk.Do(InstallTapped{});
  kiosk.Do(WorkMoved{0.37});
  look.Here("installing");
  kiosk.Do(CancelTapped{});
  look.Here("cancelling");
  kiosk.Do(WorkFailed{kBad});
  look.Here("failed");
  kiosk.Do(InstallTapped{});
  kiosk.Do(PackInstalled{{"真假分得清", "Telling scams apart"}, {1, 4, 0}});
  look.Here("installed");
  kiosk.Do(BackTapped{});
  kiosk.Do(PacksFound{MakePacks()});
  kiosk.Do(RollBackTapped{"anti-fraud"});
  look.Here("rolling back");
  kiosk.Do(PackRolledBack{{"真假分得清", "Telling scams apart"}, {1, 2, 0}});
  kiosk.Do(PacksFound{MakePacks()});
  look.Here("rolled back");
  kiosk.Do(BackTapped{});
}

void LookAtNumbers(Look& look) {
  WindowlessKiosk& kiosk = look.kiosk;
  kiosk.Do(StaffDoorTapped{StaffDoor::kNumbers});
  look.Here("counting");
  kiosk.Do(NumbersCounted{MakeNumbers(Period::kToday, false), {}});
  look.Here("few numbers");
  for (const Period period : {Period::kWeek, Period::kMonth}) {
    kiosk.Do(PeriodTapped{period});
    kiosk.Do(NumbersCounted{MakeNumbers(period, true), {"/media/stick", "/media/A LONG NAME"}});
    look.Here("numbers");
  }
  kiosk.Do(ExportTapped{0});
  look.Here("exporting");
  kiosk.Do(Exported{"/media/stick/maplebridge"});
  look.Here("exported");
  kiosk.Do(BackTapped{});
}

void LookAtDevice(Look& look) {
  WindowlessKiosk& kiosk = look.kiosk;
  kiosk.Do(StaffDoorTapped{StaffDoor::kDevice});
  look.Here("inspecting");
  DeviceFacts facts;
  facts.disk_bytes = 64'000'000'000;
  facts.free_bytes = 90'000'000;
  facts.clock = "1970-01-01 08:03";
  facts.clock_wrong = true;
  facts.released = "2026-11-23";
  facts.program = "0.1.0";
  facts.packs = MakePacks().held;
  facts.problems = {kBad, kBad};
  kiosk.Do(DeviceInspected{facts});
  look.Here("device in trouble");
  kiosk.Do(StaffDoorTapped{StaffDoor::kDevice});
  facts = {};
  facts.disk_bytes = 64'000'000'000;
  facts.free_bytes = 50'000'000'000;
  facts.clock = "2026-11-24 13:45";
  facts.keys = {"高碑店市公安局 2026", "test"};
  kiosk.Do(DeviceInspected{facts});
  look.Here("device");
  kiosk.Do(StaffDoorTapped{StaffDoor::kGrid, look.kiosk.Interface().Window().w > 1200});
  look.Here("grid");
  kiosk.Do(BackTapped{});
}

}  // namespace

TEST_CASE("An officer at the desk is told what an officer can do, not what an author would") {
  for (const char* code :
       {"archive.unreadable", "archive.link", "archive.compressed", "archive.too-large",
        "signature.mismatch", "signature.unknown-key", "pack.changed", "store.older-version",
        "store.no-space", "manifest.hash", "media.codec", "json.malformed"}) {
    const content::Error error{
        code, {}, "", {"用maplebridge-pack重新生成", "Run maplebridge-pack"}};
    const content::TextView told = StaffRemedy(error);
    INFO(code);
    CHECK(told.en.find("maplebridge-pack") == std::string::npos);
    CHECK(told.zh.find("maplebridge-pack") == std::string::npos);
  }
  const content::Error own{"pin.unreadable", {}, "", {"见说明", "See the manual"}};
  CHECK(StaffRemedy(own).en == "See the manual");
}

TEST_CASE("Every page behind the PIN fits in every form") {
  std::string faults;
  for (const Form& form : StaffForms()) {
    Look look(form);
    LookAtPin(look);
    look.kiosk.state.screen = StaffScreen{};
    look.Here("menu");
    LookAtPacks(look);
    LookAtNumbers(look);
    LookAtDevice(look);
    look.kiosk.state.screen = StaffScreen{};
    look.kiosk.Do(StaffDoorTapped{StaffDoor::kExit});
    look.Here("exit");
    look.kiosk.Do(BackTapped{});
    look.kiosk.Do(StaffDoorTapped{StaffDoor::kCleaning});
    look.Here("cleaning");
    faults += look.faults;
  }
  INFO(faults);
  CHECK(faults.empty());
}
