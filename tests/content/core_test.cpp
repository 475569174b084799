// SPDX-License-Identifier: MIT
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include "content/banned.h"
#include "content/captions.h"
#include "content/catalog.h"
#include "content/check.h"
#include "content/date.h"
#include "content/item.h"
#include "content/manifest.h"
#include "tests/content/core_test_items.h"
#include "tests/support/catch.h"

namespace {

bool HasCode(const content::Problems& problems, const std::string& code) {
  return std::any_of(problems.begin(), problems.end(),
                     [&code](const content::Error& problem) { return problem.code == code; });
}

content::Item Parse(const Json& item) {
  auto parsed = content::ParseItem(item.dump());
  INFO((parsed ? "" : parsed.error().where + ": " + parsed.error().message.en));
  REQUIRE(parsed);
  return *parsed;
}

}  // namespace

TEST_CASE("A date is an existing day written in full") {
  CHECK(content::ParseDate("2024-02-29"));
  for (const char* wrong : {"2026-02-29", "2026-13-01", "2026-1-01", "26-01-01", "2026-01-01 ",
                            "2026/01/01", "", "2026-00-10", "+026-01-01"}) {
    INFO(wrong);
    CHECK_FALSE(content::ParseDate(wrong));
  }
  CHECK(content::FormatDate(*content::ParseDate("0987-06-05")) == "0987-06-05");
}

TEST_CASE("Months are added with the day clamped to the month's end") {
  const auto add = [](const char* start, int months) {
    return content::FormatDate(content::AddMonths(*content::ParseDate(start), months));
  };
  CHECK(add("2026-08-31", 6) == "2027-02-28");
  CHECK(add("2027-08-31", 6) == "2028-02-29");
  CHECK(add("2026-11-23", 2) == "2027-01-23");
  CHECK(add("2026-01-15", -1) == "2025-12-15");
}

TEST_CASE("A duration is whole months or years") {
  CHECK(content::ParseMonths("P6M") == 6);
  CHECK(content::ParseMonths("P2Y") == 24);
  for (const char* wrong : {"P0M", "6M", "P6", "PM", "P6D", "P-1M", "P1Y6M", ""}) {
    INFO(wrong);
    CHECK_FALSE(content::ParseMonths(wrong));
  }
}

TEST_CASE("A version has three numbers and compares by them") {
  CHECK(content::ParseVersion("1.10.0") > content::ParseVersion("1.9.9"));
  CHECK(content::FormatVersion(*content::ParseVersion("0.1.20")) == "0.1.20");
  for (const char* wrong :
       {"1.0", "1.0.0.0", "v1.0.0", "1.0.0-rc1", "01.0.0", "1..0", "", "1.0.", "1.0.99999999"}) {
    INFO(wrong);
    CHECK_FALSE(content::ParseVersion(wrong));
  }
}

TEST_CASE("What is not strict JSON is refused") {
  const auto refusal = [](const std::string& json) {
    const auto parsed = content::ParseItem(json);
    return parsed ? "" : parsed.error().code;
  };
  CHECK(refusal("") == "json.malformed");
  CHECK(refusal("{} {}") == "json.malformed");
  CHECK(refusal("{\"id\":\"a\",}") == "json.malformed");
  CHECK(refusal("{\"id\":1e999}") == "json.malformed");
  CHECK(refusal("{\"id\":\"\xC3\x28\"}") == "json.utf8");
  CHECK(refusal("{\"id\":\"\\ud800\"}") == "json.malformed");
  CHECK(refusal("{\"id\":\"a\",\"kind\":\"card\",\"id\":\"b\"}") == "json.duplicate-key");
  CHECK(refusal("[]") == "type.wrong");
}

TEST_CASE("All problems of an item are found at once, the first is what ParseItem says") {
  Json card = MakeItem("card");
  card.erase("headline");
  card["footer"] = 7;
  card["colour"] = "red";
  const content::Problems problems = content::FindItemProblems(card.dump());
  REQUIRE(problems.size() == 3);
  CHECK(problems[0].code == "key.missing");
  CHECK(problems[1].where == "/footer");
  CHECK(problems[2].where == "/colour");
  CHECK(content::ParseItem(card.dump()).error().code == problems[0].code);
}

TEST_CASE("Invisible controls and bidirectional overrides in a text are refused") {
  Json card = MakeItem("card");
  const auto [control, code] =
      GENERATE(table<std::string, std::string>({{"\u202e", "text.bidi"},
                                                {"\u2066", "text.bidi"},
                                                {"\u200f", "text.bidi"},
                                                {"\u061c", "text.bidi"},
                                                {"\u200b", "text.control"},
                                                {"\t", "text.control"},
                                                {"\x7f", "text.control"},
                                                {"\ufeff", "text.control"},
                                                {"e\u0301", "text.control"}}));
  card["action"]["en"] = "pay " + control + "now";
  CHECK(content::ParseItem(card.dump()).error().code == code);
}

TEST_CASE("No text of any kind of item may turn the order of reading") {
  std::size_t texts = 0;
  for (const auto& file :
       std::filesystem::directory_iterator(SOURCE_DIR "/tests/data/fuzz/item_fuzz")) {
    const std::string name = file.path().filename().string();
    if (name.find('-') != std::string::npos) continue;  // found by the fuzzer
    INFO(name);
    std::ifstream in(file.path(), std::ios::binary);
    const Json item = Json::parse(in);
    REQUIRE(content::ParseItem(item.dump()));
    const Json flat = item.flatten();
    for (const auto& [pointer, value] : flat.items()) {
      if (!pointer.ends_with("/zh-CN") && !pointer.ends_with("/en")) continue;
      if (pointer.find("/narration/") == 0 || pointer.find("/captions/") == 0) continue;  // paths
      Json bent = item;
      bent[Json::json_pointer(pointer)] = value.get<std::string>() + "\u202E";
      const auto refused = content::ParseItem(bent.dump());
      INFO(pointer);
      REQUIRE_FALSE(refused);
      CHECK(refused.error().code == "text.bidi");
      ++texts;
    }
  }
  CHECK(texts > 200);
}

TEST_CASE("A quiz has exactly one right answer unless it asks for several") {
  Json quiz = MakeItem("quiz");
  quiz["choices"][1]["correct"] = true;
  CHECK(content::ParseItem(quiz.dump()).error().code == "choices.one-right");
  quiz["multiple"] = true;
  CHECK(content::ParseItem(quiz.dump()));
}

TEST_CASE("In a quiz with a signal every choice says what it takes the message for") {
  Json quiz = MakeItem("quiz");
  quiz["signal"] = "scam";
  CHECK(content::ParseItem(quiz.dump()).error().where == "/choices/0");
  quiz["choices"][0]["says"] = "scam";
  quiz["choices"][1]["says"] = "genuine";
  CHECK(content::ParseItem(quiz.dump()));
  quiz["judge"] = true;
  CHECK(content::ParseItem(quiz.dump()));
  quiz["signal"] = "genuine";
  CHECK(content::ParseItem(quiz.dump()).error().code == "quiz.judge-answer");
}

TEST_CASE("A chat is read with its nodes, replies and ends") {
  const content::Item item = Parse(MakeItem("chat"));
  const auto& chat = std::get<content::Chat>(item.body);
  REQUIRE(chat.FindNode("n0") != nullptr);
  CHECK(chat.FindNode("n0")->replies[0].exit);
  CHECK(chat.FindNode("e")->end);
  CHECK(chat.FindNode("x") == nullptr);
}

TEST_CASE("A region of a picture lies within it") {
  Json spot = MakeItem("spot");
  spot["picture"] = MakePicture();
  for (Json& segment : spot["segments"]) segment["region"] = {0.1, 0.2, 0.9, 0.8};
  CHECK(content::ParseItem(spot.dump()));
  spot["segments"][1]["region"] = {0.5, 0.2, 0.6, 0.1};
  CHECK(content::ParseItem(spot.dump()).error().code == "spot.region");
}

TEST_CASE("Questions of a film come in order of time and within it") {
  Json video = MakeItem("video");
  const Json choices = {MakeChoice("a", true), MakeChoice("b", false)};
  const auto ask = [&](const char* id, double at) {
    video["questions"].push_back(
        {{"id", id}, {"at", at}, {"stem", MakeText()}, {"choices", choices}});
  };
  ask("a", 20);
  CHECK(content::ParseItem(video.dump()));
  SECTION("not before the one before") { ask("b", 10); }
  SECTION("not after the end") { ask("b", 60); }
  CHECK(content::ParseItem(video.dump()).error().code == "video.question-time");
}

TEST_CASE("A manifest is read and its broken links are refused") {
  Json manifest = MakeManifest();
  const auto parsed = content::ParseManifest(manifest.dump());
  REQUIRE(parsed);
  CHECK(parsed->version == content::Version{1, 2, 3});
  CHECK(parsed->items[0].envelope.id == "card.one");
  CHECK(parsed->FindFile("items/card.one.json")->sha256[31] == 0xaa);
  CHECK(parsed->FindFile("items/other.json") == nullptr);
  std::string code;
  SECTION("a file twice") {
    manifest["files"].push_back(manifest["files"][0]);
    code = "manifest.duplicate";
  }
  SECTION("an item that is not listed as a file") {
    manifest["items"][0]["path"] = "items/other.json";
    code = "manifest.unlisted";
  }
  SECTION("a hash that is none") {
    manifest["files"][0]["sha256"] = std::string(64, 'g');
    code = "manifest.hash";
  }
  SECTION("an attract slot without item") {
    manifest["attract"] = {{{"item", "nothing"}}};
    code = "attract.unknown";
  }
  SECTION("another format") {
    manifest["format"] = 2;
    code = "number.range";
  }
  CHECK(content::ParseManifest(manifest.dump()).error().code == code);
}

content::Pack PackOf(const std::string& id, const std::vector<std::string>& items) {
  content::Pack pack;
  pack.manifest.id = id;
  for (const std::string& item : items) {
    pack.manifest.items.emplace_back().envelope.id = item;
  }
  return pack;
}

TEST_CASE("An item that two packs have is the first one's, and staff are told") {
  content::Catalog catalog;
  catalog.packs = {PackOf("a", {"one", "two"}), PackOf("b", {"two", "three", "one"}),
                   PackOf("c", {"four"})};
  const content::Problems problems = content::DropDoubles(catalog);
  REQUIRE(problems.size() == 1);
  CHECK(problems.front().code == "catalog.double");
  CHECK(problems.front().where == "b (two, …)");
  CHECK(problems.front().message.en.find("2 items") != std::string::npos);
  CHECK(problems.front().message.en.find("\"a\"") != std::string::npos);
  REQUIRE(catalog.packs[1].manifest.items.size() == 1);
  CHECK(catalog.packs[1].manifest.items.front().envelope.id == "three");
  CHECK(catalog.Find("two") == content::ItemRef{0, 1});
  CHECK(content::DropDoubles(catalog).empty());
}

TEST_CASE("A pack past its review date is told with the date, on the day itself it is not") {
  content::Catalog catalog;
  catalog.packs = {PackOf("a", {}), PackOf("b", {})};
  catalog.packs[1].manifest.review_by = content::ParseDate("2027-01-01");
  CHECK(content::FindPastReview(catalog, *content::ParseDate("2027-01-01")).empty());
  const auto problems = content::FindPastReview(catalog, *content::ParseDate("2027-01-02"));
  REQUIRE(problems.size() == 1);
  CHECK(problems.front().code == "catalog.past-review");
  CHECK(problems.front().message.zh.find("2027-01-01") != std::string::npos);
}

TEST_CASE("Captions are read with tags stripped and notes skipped") {
  const auto cues = content::ParseCaptions(
      "\xEF\xBB\xBFWEBVTT - title\r\nKind: captions\r\n\r\nNOTE\r\nnot shown\r\n\r\nSTYLE\r\n::cue "
      "{}\r\n\r\n1\r\n00:01.000 --> 00:02.500 align:start\r\n<v Wang>你好&amp;再见</v>\r\nsecond "
      "line\r\n\r\n01:00:00.000 --> 01:00:01.000\r\nlate");
  REQUIRE(cues);
  REQUIRE(cues->size() == 2);
  CHECK((*cues)[0].text == "你好&再见\nsecond line");
  CHECK_THAT((*cues)[0].from, Catch::Matchers::WithinAbs(1.0, 1e-9));
  CHECK_THAT((*cues)[1].until, Catch::Matchers::WithinAbs(3601.0, 1e-9));
  CHECK(content::FindCue(*cues, 0.99) == nullptr);
  CHECK(content::FindCue(*cues, 1.0) == &(*cues)[0]);
  CHECK(content::FindCue(*cues, 2.5) == nullptr);
}

TEST_CASE("Captions with a mistake are refused with its line") {
  const auto refusal = [](const std::string& text) {
    const auto cues = content::ParseCaptions(text);
    return cues ? "" : cues.error().code + " " + cues.error().where;
  };
  CHECK(refusal("1\n00:01.000 --> 00:02.000\nhello\n") == "captions.header line 1");
  CHECK(refusal("WEBVTT\n\n00:01,000 --> 00:02,000\nhello\n") == "captions.timing line 3");
  CHECK(refusal("WEBVTT\n\nhello\n") == "captions.timing line 4");
  CHECK(refusal("WEBVTT\n\n00:02.000 --> 00:01.000\nhello\n") == "captions.order line 3");
  CHECK(refusal("WEBVTT\n\n00:01.000 --> 00:03.000\na\n\n00:02.000 --> 00:04.000\nb\n") ==
        "captions.order line 6");
  CHECK(refusal("WEBVTT\n\n00:01.000 --> 00:99.000\nhello\n") == "captions.timing line 3");
  CHECK(refusal("WEBVTT\n\n00:01.000 --> 00:03.000\n\u202ehello\n") == "captions.bidi line 4");
  CHECK(refusal("WEBVTT\n\n\xFF").substr(0, 13) == "captions.utf8");
}

TEST_CASE("Captions must be there and lie within the film") {
  CHECK(HasCode(content::CheckCaptions({}, 10), "captions.empty"));
  CHECK(HasCode(content::CheckCaptions({{1, 11, "late"}}, 10), "captions.outside"));
  CHECK(content::CheckCaptions({{1, 10, "in time"}}, 10).empty());
}

TEST_CASE("Every banned phrase is refused where it is taught as true") {
  for (const content::BannedPhrase& banned : content::BannedPhrases()) {
    INFO(banned.phrase);
    const bool zh = banned.language == content::Language::kChinese;
    const std::string with = banned.with == nullptr ? "" : banned.with;
    const content::Text text{zh ? banned.phrase + with : "",
                             zh ? "" : banned.phrase + (" " + with)};
    content::Problems problems;
    content::CheckBanned({"/explanation", content::Role::kBody, &text, false}, problems);
    CHECK(HasCode(problems, banned.code));
    problems.clear();
    content::CheckBanned({"/choices/0/text", content::Role::kChoice, &text, true}, problems);
    CHECK(problems.empty() == banned.refutable);
  }
}

TEST_CASE("A banned figure inside a longer number is another number") {
  const content::Text text{"一共137%和4.37%", "237% in all"};
  content::Problems problems;
  content::CheckBanned({"/explanation", content::Role::kBody, &text, false}, problems);
  CHECK(problems.empty());
}

TEST_CASE("A text that says a rule is wrong may name it") {
  const content::Text text{"不要控水，那会耽误时间", "Never drain the water, it costs time"};
  content::Problems problems;
  content::CheckBanned({"/explanation", content::Role::kBody, &text, false}, problems);
  CHECK(problems.empty());
}

TEST_CASE("A pack that teaches judgement holds between 40 and 60 % scams") {
  const auto check = [](int scams, int genuine) {
    std::vector<content::Item> items;
    for (int i = 0; i < scams + genuine; ++i) {
      content::Item item;
      item.envelope.kind = content::Kind::kQuiz;
      item.envelope.signal = i < scams ? content::Signal::kScam : content::Signal::kGenuine;
      items.push_back(item);
    }
    return HasCode(content::CheckPack(content::Manifest{}, items), "pack.balance");
  };
  CHECK_FALSE(check(6, 4));
  CHECK_FALSE(check(4, 6));
  CHECK(check(7, 3));
  CHECK(check(3, 7));
  CHECK(check(24, 0));
}

TEST_CASE("A checklist without confirmation and a report without approval are noted, not refused") {
  content::Manifest manifest = *content::ParseManifest(MakeManifest().dump());
  manifest.languages = {"zh-CN"};
  Json list = MakeItem("checklist");
  CHECK(HasCode(content::CheckItem(Parse(list), manifest), "note.unconfirmed"));
  list["confirmed"] = {{"by", "派出所"}, {"on", "2026-05-01"}};
  CHECK(content::CheckItem(Parse(list), manifest).empty());
  Json report = MakeItem("report");
  const content::Problems problems = content::CheckItem(Parse(report), manifest);
  CHECK(HasCode(problems, "note.unapproved"));
  CHECK(std::all_of(problems.begin(), problems.end(), content::IsNote));
}

TEST_CASE("An item is shown from its first day and past its review with a note") {
  content::Envelope envelope;
  envelope.valid_from = content::ParseDate("2026-05-01");
  envelope.review_by = content::ParseDate("2026-06-01");
  CHECK_FALSE(content::IsShowable(envelope, *content::ParseDate("2026-04-30")));
  CHECK(content::IsShowable(envelope, *content::ParseDate("2026-05-01")));
  CHECK_FALSE(content::IsPastReview(envelope, *content::ParseDate("2026-06-01")));
  CHECK(content::IsPastReview(envelope, *content::ParseDate("2026-06-02")));
  CHECK(content::IsShowable(envelope, *content::ParseDate("2030-01-01")));
}

TEST_CASE("The catalog finds an item by its id in any pack") {
  content::Catalog catalog;
  catalog.packs.resize(2);
  content::ItemSummary item;
  item.envelope.id = "card.one";
  catalog.packs[1].manifest.items = {item};
  REQUIRE(catalog.Find("card.one"));
  CHECK(*catalog.Find("card.one") == content::ItemRef{1, 0});
  CHECK_FALSE(catalog.Find("card.two"));
  CHECK(catalog.Select([](const content::Envelope&) { return true; }).size() == 1);
}

TEST_CASE("A problem is told in one line with its mend below") {
  const content::Error error{"a.b", {"错了", "It is wrong"}, "x.yaml:1:2", {"改", "Mend it"}};
  CHECK(content::Describe(error, content::Language::kEnglish) ==
        "x.yaml:1:2: It is wrong (a.b)\n    Mend it");
}
