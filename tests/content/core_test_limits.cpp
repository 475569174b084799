// SPDX-License-Identifier: MIT
// Every limit of content/limits.h that holds for items, manifests and captions: exactly at the
// limit is accepted, one more is refused with the code that belongs to it. The limits of archives
// and signatures are exceeded in store_test.cpp, those of media files in core_test_media.cpp.
#include <string>

#include "content/captions.h"
#include "content/item.h"
#include "content/limits.h"
#include "content/manifest.h"
#include "tests/content/core_test_items.h"
#include "tests/support/catch.h"

namespace {

namespace limits = content::limits;

std::string Refusal(const Json& item) {
  const auto parsed = content::ParseItem(item.dump());
  return parsed ? "" : parsed.error().code;
}

std::string ManifestRefusal(const Json& manifest) {
  const auto parsed = content::ParseManifest(manifest.dump());
  return parsed ? "" : parsed.error().code;
}

std::string Han(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += "字";
  return text;
}

/// `count` copies of `row`, each with an id of its own.
Json Rows(Json row, std::size_t count) {
  Json rows = Json::array();
  for (std::size_t i = 0; i < count; ++i) {
    if (row.contains("id")) row["id"] = "r" + std::to_string(i);
    rows.push_back(row);
  }
  return rows;
}

/// A chat with `replies` replies one after the other.
Json MakeLongChat(std::size_t replies) {
  Json chat = MakeItem("chat");
  for (std::size_t i = 0; i + 1 < replies; ++i) {
    Json node = chat["nodes"]["n0"];
    node["replies"][0]["next"] = i + 2 < replies ? "n" + std::to_string(i + 2) : "e";
    chat["nodes"]["n" + std::to_string(i + 1)] = node;
  }
  if (replies > 1) chat["nodes"]["n0"]["replies"][0]["next"] = "n1";
  return chat;
}

}  // namespace

TEST_CASE("An item of every kind is accepted at its smallest") {
  const std::string kind = GENERATE("quiz", "spot", "chat", "video", "checklist", "card", "report",
                                    "directory", "survey", "scenario");
  const auto parsed = content::ParseItem(MakeItem(kind).dump());
  INFO(kind << (parsed ? "" : parsed.error().where + parsed.error().message.en));
  REQUIRE(parsed);
  CHECK(content::kKindNames[parsed->body.index()] == kind);
  CHECK(parsed->envelope.id == kind + ".one");
}

TEST_CASE("An item file larger than the limit is refused before it is parsed") {
  std::string item = MakeItem("card").dump();
  item.append(limits::kItemBytes - item.size(), ' ');
  CHECK(content::ParseItem(item));
  CHECK(content::ParseItem(item + " ").error().code == "json.too-large");
}

TEST_CASE("A manifest larger than the limit is refused before it is parsed") {
  std::string manifest = MakeManifest().dump();
  manifest.append(limits::kManifestBytes - manifest.size(), ' ');
  CHECK(content::ParseManifest(manifest));
  CHECK(content::ParseManifest(manifest + " ").error().code == "json.too-large");
}

TEST_CASE("JSON nested deeper than the limit is refused") {
  const auto nest = [](int levels) {
    Json item = MakeItem("card");
    Json deep = 1;
    for (int i = 0; i < levels; ++i) deep = Json::array({deep});
    item["deep"] = deep;
    return item;
  };
  CHECK(Refusal(nest(limits::kJsonDepth - 1)) == "key.unknown");  // read, and then not known
  CHECK(Refusal(nest(limits::kJsonDepth)) == "json.too-deep");
  CHECK(content::ParseItem(std::string(500'000, '[')).error().code == "json.too-deep");
}

TEST_CASE("A text longer than the limit is refused") {
  Json card = MakeItem("card");
  card["action"]["zh-CN"] = Han(limits::kTextLength);
  CHECK(Refusal(card).empty());
  card["action"]["zh-CN"] = Han(limits::kTextLength + 1);
  CHECK(Refusal(card) == "text.too-long");
}

TEST_CASE("A title longer than the limit is refused") {
  Json card = MakeItem("card");
  card["title"]["en"] = std::string(limits::kTitleLength, 'a');
  CHECK(Refusal(card).empty());
  card["title"]["en"] = std::string(limits::kTitleLength + 1, 'a');
  CHECK(Refusal(card) == "text.too-long");
}

TEST_CASE("A line without translation longer than the limit is refused") {
  Json card = MakeItem("card");
  card["law_version"] = std::string(limits::kLineLength, 'a');
  CHECK(Refusal(card).empty());
  card["law_version"] = std::string(limits::kLineLength + 1, 'a');
  CHECK(Refusal(card) == "text.too-long");
}

TEST_CASE("An id longer than the limit is refused") {
  Json card = MakeItem("card");
  card["id"] = std::string(limits::kIdLength, 'a');
  CHECK(Refusal(card).empty());
  card["id"] = std::string(limits::kIdLength + 1, 'a');
  CHECK(Refusal(card) == "id.malformed");
}

TEST_CASE("A path longer or deeper than the limit is refused") {
  Json card = MakeItem("card");
  card["picture"] = MakePicture();
  card["picture"]["file"] = "media/" + std::string(limits::kPathLength - 6, 'a');
  CHECK(Refusal(card).empty());
  card["picture"]["file"] = "media/" + std::string(limits::kPathLength - 5, 'a');
  CHECK(Refusal(card) == "path.unsafe");
  std::string path = "a";
  for (std::size_t i = 1; i < limits::kPathDepth; ++i) path += "/a";
  card["picture"]["file"] = path;
  CHECK(Refusal(card).empty());
  card["picture"]["file"] = path + "/a";
  CHECK(Refusal(card) == "path.unsafe");
}

TEST_CASE("A path that could leave the pack is refused") {
  Json card = MakeItem("card");
  card["picture"] = MakePicture();
  card["picture"]["file"] = GENERATE("../a.png", "/a.png", "media/../a.png", "media//a.png",
                                     "media/A.png", "media\\a.png", "media/", "", "./a.png");
  CHECK(Refusal(card) == "path.unsafe");
}

TEST_CASE("More choices than the limit are refused") {
  Json quiz = MakeItem("quiz");
  quiz["choices"] = Rows(MakeChoice("a", false), limits::kChoices);
  quiz["choices"][0]["correct"] = true;
  CHECK(Refusal(quiz).empty());
  quiz["choices"].push_back(MakeChoice("z", false));
  CHECK(Refusal(quiz) == "list.too-long");
}

TEST_CASE("More segments than the limit are refused") {
  Json spot = MakeItem("spot");
  const Json segment = spot["segments"][0];
  spot["segments"] = Rows(segment, limits::kSegments);
  CHECK(Refusal(spot).empty());
  spot["segments"] = Rows(segment, limits::kSegments + 1);
  CHECK(Refusal(spot) == "list.too-long");
}

TEST_CASE("More chat nodes than the limit are refused") {
  // Four steps with four replies each give room for the nodes without a long way.
  const auto make = [](std::size_t nodes) {
    Json chat = MakeItem("chat");
    const Json end = chat["nodes"]["e"];
    const Json reply = chat["nodes"]["n0"]["replies"][0];
    const Json step = chat["nodes"]["n0"];
    std::size_t made = 2;
    for (std::size_t parent = 0; made < nodes; ++parent) {
      for (std::size_t k = 1; k < limits::kRepliesPerNode && made < nodes; ++k, ++made) {
        const std::string name = "n" + std::to_string(made - 1);
        chat["nodes"][name] = step;
        Json next = reply;
        next["next"] = name;
        chat["nodes"]["n" + std::to_string(parent)]["replies"].push_back(next);
      }
    }
    return chat;
  };
  CHECK(Refusal(make(limits::kChatNodes)).empty());
  CHECK(Refusal(make(limits::kChatNodes + 1)) == "list.too-long");
}

TEST_CASE("More replies or messages in a chat node than the limit are refused") {
  Json chat = MakeItem("chat");
  Json& node = chat["nodes"]["n0"];
  const Json reply = node["replies"][0];
  node["replies"] = Rows(reply, limits::kRepliesPerNode);
  node["messages"] = Rows(MakeText(), limits::kMessagesPerNode);
  CHECK(Refusal(chat).empty());
  SECTION("replies") { node["replies"].push_back(reply); }
  SECTION("messages") { node["messages"].push_back(MakeText()); }
  CHECK(Refusal(chat) == "list.too-long");
}

TEST_CASE("A chat longer than the limit is refused") {
  CHECK(Refusal(MakeLongChat(limits::kChatPathLength)).empty());
  CHECK(Refusal(MakeLongChat(limits::kChatPathLength + 1)) == "chat.too-long");
}

TEST_CASE("More questions in a film than the limit are refused") {
  const auto make = [](std::size_t count) {
    Json video = MakeItem("video");
    const Json choices = {MakeChoice("a", true), MakeChoice("b", false)};
    for (std::size_t i = 0; i < count; ++i) {
      video["questions"].push_back({{"id", "q" + std::to_string(i)},
                                    {"at", i + 1},
                                    {"stem", MakeText()},
                                    {"choices", choices}});
    }
    return video;
  };
  CHECK(Refusal(make(limits::kVideoQuestions)).empty());
  CHECK(Refusal(make(limits::kVideoQuestions + 1)) == "list.too-long");
}

TEST_CASE("A film longer than the limit is refused") {
  Json video = MakeItem("video");
  video["duration"] = limits::kVideoSeconds;
  CHECK(Refusal(video).empty());
  video["duration"] = limits::kVideoSeconds + 0.5;
  CHECK(Refusal(video) == "number.range");
}

TEST_CASE("More lines, numbers or steps on a card than the limit are refused") {
  Json card = MakeItem("card");
  const Json number = {{"number", "110"}, {"label", MakeText()}};
  const Json step = {{"title", MakeText()}, {"lines", Rows(MakeText(), limits::kStepLines)}};
  card["lines"] = Rows(MakeText(), limits::kCardLines);
  card["numbers"] = Rows(number, limits::kCardNumbers);
  card["steps"] = Rows(step, limits::kSteps);
  CHECK(Refusal(card).empty());
  SECTION("lines") { card["lines"].push_back(MakeText()); }
  SECTION("numbers") { card["numbers"].push_back(number); }
  SECTION("steps") { card["steps"].push_back(step); }
  SECTION("lines of a step") { card["steps"][0]["lines"].push_back(MakeText()); }
  CHECK(Refusal(card) == "list.too-long");
}

TEST_CASE("Any other list longer than the limit is refused") {
  Json list = MakeItem("checklist");
  const Json entry = list["groups"][0]["entries"][0];
  list["groups"][0]["entries"] = Rows(entry, limits::kListEntries);
  CHECK(Refusal(list).empty());
  list["groups"][0]["entries"] = Rows(entry, limits::kListEntries + 1);
  CHECK(Refusal(list) == "list.too-long");
}

TEST_CASE("More points in a trend than the limit are refused") {
  const auto make = [](std::size_t count) {
    Json report = MakeItem("report");
    Json points = Json::array();
    for (std::size_t i = 0; i < count; ++i) {
      char month[16];
      std::snprintf(month, sizeof month, "%04u-%02u", static_cast<unsigned>(2000 + i / 12),
                    static_cast<unsigned>(i % 12 + 1));
      points.push_back({month, i});
    }
    report["trends"] = {{{"metric", "m"}, {"points", points}}};
    return report;
  };
  CHECK(Refusal(make(limits::kTrendPoints)).empty());
  CHECK(Refusal(make(limits::kTrendPoints + 1)) == "list.too-long");
}

TEST_CASE("An item estimated longer than the limit is refused") {
  Json card = MakeItem("card");
  card["est_seconds"] = limits::kItemSeconds;
  CHECK(Refusal(card).empty());
  card["est_seconds"] = limits::kItemSeconds + 1;
  CHECK(Refusal(card) == "number.range");
}

TEST_CASE("More items in a manifest than the limit are refused") {
  const auto make = [](std::size_t count) {
    Json manifest = MakeManifest();
    manifest["items"] = Rows(manifest["items"][0], count);
    return manifest;
  };
  CHECK(ManifestRefusal(make(limits::kItems)).empty());
  CHECK(ManifestRefusal(make(limits::kItems + 1)) == "list.too-long");
}

TEST_CASE("More files in a manifest than an archive may hold are refused") {
  const auto make = [](std::size_t count) {
    Json manifest = MakeManifest();
    Json file = manifest["files"][0];
    while (manifest["files"].size() < count) {
      file["path"] = "media/" + std::to_string(manifest["files"].size()) + ".png";
      manifest["files"].push_back(file);
    }
    return manifest;
  };
  CHECK(ManifestRefusal(make(limits::kArchiveEntries - 2)).empty());
  CHECK(ManifestRefusal(make(limits::kArchiveEntries - 1)) == "list.too-long");
}

TEST_CASE("A file of a manifest larger than a pack may be is refused") {
  Json manifest = MakeManifest();
  manifest["files"][0]["size"] = limits::kPackBytes;
  CHECK(ManifestRefusal(manifest).empty());
  manifest["files"][0]["size"] = limits::kPackBytes + 1;
  CHECK(ManifestRefusal(manifest) == "number.range");
}

TEST_CASE("More sources or attract slots than the limit are refused") {
  Json manifest = MakeManifest();
  for (std::size_t i = 1; i < limits::kSources; ++i) {
    manifest["sources"]["X" + std::to_string(i)] = manifest["sources"]["S01"];
  }
  manifest["attract"] = Rows({{"item", "card.one"}}, limits::kAttractSlots);
  CHECK(ManifestRefusal(manifest).empty());
  SECTION("sources") { manifest["sources"]["X0"] = manifest["sources"]["S01"]; }
  SECTION("slots") { manifest["attract"].push_back({{"item", "card.one"}}); }
  CHECK(ManifestRefusal(manifest) == "list.too-long");
}

TEST_CASE("A file of captions larger than the limit is refused") {
  std::string captions = "WEBVTT\n\nNOTE ";
  captions.append(limits::kCaptionBytes - captions.size(), 'a');
  CHECK(content::ParseCaptions(captions));
  CHECK(content::ParseCaptions(captions + "a").error().code == "captions.too-large");
}
