// SPDX-License-Identifier: MIT
#include "kiosk/config.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

#include "kiosk/devices/pin.h"
#include "kiosk/script.h"
#include "tests/support/catch.h"

namespace {

kiosk::Config Fresh() { return kiosk::DefaultConfig("/nowhere"); }

std::string Manual() {
  std::ifstream in(SOURCE_ROOT "/kiosk/packaging/kiosk.toml");
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  REQUIRE(text.size() > 100);
  return text;
}

struct Meant {
  std::string written, meant;
};

}  // namespace

TEST_CASE("the documented settings file is one that the program accepts, and holds the defaults") {
  const auto config = kiosk::ParseConfig(Manual(), Fresh());
  REQUIRE(config.has_value());
  const kiosk::Config fresh = Fresh();
  CHECK(config->device == fresh.device);
  CHECK(config->station == fresh.station);
  CHECK(config->diagonal_inches == fresh.diagonal_inches);
  CHECK(config->fullscreen == fresh.fullscreen);
  CHECK(config->defaults == fresh.defaults);
}

TEST_CASE("every setting is documented, every documented one exists, and each is explained") {
  std::vector<std::string> documented;
  std::string section, all;
  std::istringstream lines(Manual());
  for (std::string line; std::getline(lines, line);) {
    // Settings without a default stand behind a "#".
    std::smatch found;
    if (std::regex_match(line, found, std::regex(R"((?:# )?\[([a-z_]+)\].*)"))) {
      section = found[1];
      all += "[" + section + "]\n";
    } else if (std::regex_match(line, found, std::regex(R"((?:# )?([a-z_]+) = (.*))"))) {
      INFO(line);
      documented.push_back(section + "." + found[1].str());
      CHECK(found[2].str().find(" # ") != std::string::npos);
      all += found[1].str() + " = " + found[2].str() + "\n";
    }
  }
  std::sort(documented.begin(), documented.end());
  CHECK(documented == kiosk::KnownSettings());
  CHECK(kiosk::ParseConfig(all, Fresh()).has_value());
}

TEST_CASE("settings replace the defaults, one by one") {
  const auto config = kiosk::ParseConfig(
      "[station]\nname = \"东风派出所\"\n[screen]\ndiagonal_inches = 43\n"
      "[visit]\nlanguage = \"en\"\ntext_size = 2\nvolume = 30\n[folders]\npacks = \"/p\"\n",
      Fresh());
  REQUIRE(config.has_value());
  CHECK(config->station.at("station_name").zh == "东风派出所");
  CHECK(config->diagonal_inches == 43);
  CHECK(config->defaults.language == content::Language::kEnglish);
  CHECK(config->defaults.text_size == kiosk::TextSize::kLarge);
  CHECK(config->defaults.volume == 30);
  CHECK(config->store == "/p");
  CHECK(config->keys == "/nowhere/keys");
}

TEST_CASE("an unknown setting is named with its line and the one that was meant") {
  const auto config = kiosk::ParseConfig("[screen]\n\ndiagonal_inch = 21\n", Fresh());
  REQUIRE_FALSE(config.has_value());
  CHECK(config.error().code == "config.unknown");
  CHECK(config.error().where == "line 3");
  CHECK(config.error().remedy.en.find("screen.diagonal_inches") != std::string::npos);
}

TEST_CASE("whoever mistypes a setting is told which was meant") {
  const auto [written, meant] = GENERATE(Meant{"[visit]\nvolme = 3", "visit.volume"},
                                         Meant{"[visit]\nlangauge = 3", "visit.language"},
                                         Meant{"[screen]\nvolume = 3", "visit.volume"},
                                         Meant{"fullscreen = true", "screen.fullscreen"},
                                         Meant{"[statoin]\nname = \"a\"", "station.name"},
                                         Meant{"[visit]\ntextsize = 1", "visit.text_size"},
                                         Meant{"[folder]\nkeys = \"/k\"", "folders.keys"});
  const auto config = kiosk::ParseConfig(written, Fresh());
  REQUIRE_FALSE(config.has_value());
  CHECK(config.error().code == "config.unknown");
  CHECK(config.error().remedy.en.find("Did you mean \"" + meant + "\"?") != std::string::npos);
  CHECK(config.error().remedy.zh.find(meant) != std::string::npos);
}

TEST_CASE("what resembles no setting is not guessed at, nor let through when it is empty") {
  for (const char* strange : {"[visit]\nxylophone_concert = 1", "[gardening]\n", "[[screen]]\n"}) {
    INFO(strange);
    const auto config = kiosk::ParseConfig(strange, Fresh());
    REQUIRE_FALSE(config.has_value());
    CHECK(config.error().code == "config.unknown");
    CHECK(config.error().remedy.en.find("Did you mean") == std::string::npos);
  }
}

TEST_CASE("of several mistakes the first in the file is told") {
  const auto config = kiosk::ParseConfig("[visit]\nvolume = 101\n[screen]\nhue = 3\n", Fresh());
  REQUIRE_FALSE(config.has_value());
  CHECK(config.error().where == "line 2");
}

TEST_CASE("a settings file that is not there stops the start instead of being taken for empty") {
  const auto config = kiosk::LoadConfig("/nowhere/kiosk.toml", Fresh());
  REQUIRE_FALSE(config.has_value());
  CHECK(config.error().code == "config.unreadable");
  CHECK(kiosk::LoadConfig(SOURCE_ROOT "/kiosk/packaging/kiosk.toml", Fresh()).has_value());
  CHECK_FALSE(kiosk::LoadConfig(SOURCE_ROOT "/kiosk", Fresh()).has_value());
}

TEST_CASE("a value that does not fit is refused with what would fit") {
  const auto wrong = GENERATE(
      as<std::string>{}, "[screen]\ndiagonal_inches = 400", "[screen]\nfullscreen = \"yes\"",
      "[visit]\nlanguage = \"fr\"", "[visit]\ntext_size = 4", "[visit]\nvolume = 101",
      "[folders]\npacks = \"\"", "[station]\nname = 7", "[screen]\ndiagonal_inches = nan",
      "[device]\nname = \"Halle 1\"", "[visit]\ncaptions = 1", "[visit]\nvolume = { x = 1 }",
      "[station]\nname = { zh = \"甲\" }", "[station]\nname = { zh-CN = \"甲\", fr = \"a\" }");
  const auto config = kiosk::ParseConfig(wrong, Fresh());
  REQUIRE_FALSE(config.has_value());
  CHECK(config.error().code == "config.value");
  CHECK(config.error().where == "line 2");
  CHECK_FALSE(config.error().remedy.zh.empty());
}

TEST_CASE("the staff's PIN is a hash, never the PIN itself, and drives are a list of folders") {
  const auto hash = kiosk::MakePinHash("246810");
  REQUIRE(hash.has_value());
  const auto config = kiosk::ParseConfig(
      "[staff]\npin_hash = \"" + *hash + "\"\ndrives = [\"/a\", \"/b\"]\n", Fresh());
  REQUIRE(config.has_value());
  CHECK(config->pin_hash == *hash);
  CHECK(config->drives.size() == 2);
  for (const char* wrong : {"pin_hash = \"246810\"", "pin_hash = 246810", "drives = \"/a\"",
                            "drives = [1]", "drives = [\"\"]"}) {
    INFO(wrong);
    const auto refused = kiosk::ParseConfig(std::string("[staff]\n") + wrong, Fresh());
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == "config.value");
  }
}

TEST_CASE("a broken settings file is told with its line") {
  const auto config = kiosk::ParseConfig("[screen]\nfullscreen = \n", Fresh());
  REQUIRE_FALSE(config.has_value());
  CHECK(config.error().code == "config.syntax");
  CHECK(config.error().where == "line 2");
}

TEST_CASE("a letter outside of quotes that the library's tables forgot is told as any other") {
  const auto config = kiosk::ParseConfig("[screen]\n\xc4\xbb", Fresh());
  REQUIRE_FALSE(config.has_value());
  CHECK(config.error().code == "config.syntax");
  CHECK(config.error().where == "line 2");
}

TEST_CASE("a script's words may be quoted, comments are left out, unknown verbs are refused") {
  const auto steps = kiosk::ParseScript("# a visit\ntap answer.2\nexpect text \"a b\"  # so\n");
  REQUIRE(steps.has_value());
  REQUIRE(steps->size() == 2);
  CHECK((*steps)[1].words == std::vector<std::string>{"expect", "text", "a b"});
  CHECK((*steps)[1].line == 3);
  const auto wrong = kiosk::ParseScript("tap answer.2\nkick it\n");
  REQUIRE_FALSE(wrong.has_value());
  CHECK(wrong.error().where == "line 2");
  CHECK_FALSE(kiosk::ParseScript("expect text\n").has_value());
}
