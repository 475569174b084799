// SPDX-License-Identifier: MIT
#include "kiosk/config.h"

#include <fstream>
#include <iterator>

#include "kiosk/script.h"
#include "tests/support/catch.h"

namespace {

kiosk::Config Fresh() { return kiosk::DefaultConfig("/nowhere"); }

}  // namespace

TEST_CASE("the documented settings file is one that the program accepts") {
  std::ifstream in(SOURCE_ROOT "/kiosk/packaging/kiosk.toml");
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  REQUIRE(text.size() > 100);
  const auto config = kiosk::ParseConfig(text, Fresh());
  REQUIRE(config.has_value());
  CHECK(config->station.at("station_name").zh == "枫林派出所");
  CHECK(config->diagonal_inches == 21.5);
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

TEST_CASE("a value that does not fit is refused with what would fit") {
  const auto wrong = GENERATE(as<std::string>{}, "[screen]\ndiagonal_inches = 400",
                              "[screen]\nfullscreen = \"yes\"", "[visit]\nlanguage = \"fr\"",
                              "[visit]\ntext_size = 4", "[visit]\nvolume = 101",
                              "[folders]\npacks = \"\"", "[station]\nname = 7");
  const auto config = kiosk::ParseConfig(wrong, Fresh());
  REQUIRE_FALSE(config.has_value());
  CHECK(config.error().code == "config.value");
  CHECK(config.error().where == "line 2");
  CHECK_FALSE(config.error().remedy.zh.empty());
}

TEST_CASE("a broken settings file is told with its line") {
  const auto config = kiosk::ParseConfig("[screen]\nfullscreen = \n", Fresh());
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
