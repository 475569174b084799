// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <string>

using Json = nlohmann::json;

inline Json MakeText(const std::string& zh = "文字", const std::string& en = "Text") {
  return {{"zh-CN", zh}, {"en", en}};
}

inline Json MakeChoice(const std::string& id, bool correct) {
  return {{"id", id}, {"text", MakeText()}, {"correct", correct}, {"feedback", MakeText()}};
}

inline Json MakePicture() { return {{"file", "media/a.png"}, {"alt", MakeText()}}; }

/// The smallest item of a kind that the reader accepts.
inline Json MakeItem(const std::string& kind) {
  Json item = {{"id", kind + ".one"}, {"kind", kind},      {"topic", "fraud.general"},
               {"signal", "none"},    {"channel", "none"}, {"audience", {"general"}},
               {"title", MakeText()}, {"sources", {"S01"}}};
  const Json end = {{"end", true}, {"outcome", "safe"}, {"messages", {MakeText()}}};
  if (kind == "quiz") {
    item["stem"] = MakeText();
    item["choices"] = {MakeChoice("a", true), MakeChoice("b", false)};
    item["explanation"] = item["takeaway"] = MakeText();
  } else if (kind == "spot") {
    item["signal"] = "scam";
    item["instruction"] = item["explanation"] = item["takeaway"] = MakeText();
    item["sample"] = {{"surface", "sms"}, {"sender", MakeText()}};
    const Json segment = {{"id", "a"}, {"text", MakeText()}, {"flag", true}, {"why", MakeText()}};
    item["segments"] = {segment, segment};
    item["segments"][1]["id"] = "b";
  } else if (kind == "chat") {
    item["role"] = "self";
    item["partner"] = item["brief"] = item["rule"] = MakeText();
    item["start"] = "n0";
    item["red_flags"] = Json::array();
    const Json reply = {{"text", MakeText()}, {"next", "e"}, {"risk", 0}, {"exit", true}};
    item["nodes"]["n0"] = {{"messages", {MakeText()}}, {"replies", {reply}}};
    item["nodes"]["e"] = end;
  } else if (kind == "video") {
    item["file"] = "media/a.mp4";
    item["duration"] = 60;
    item["poster"] = MakePicture();
    item["captions"] = {{"zh-CN", "media/a.zh.vtt"}, {"en", "media/a.en.vtt"}};
    item["questions"] = Json::array();
    item["summary"] = item["takeaway"] = MakeText();
  } else if (kind == "checklist") {
    item["summary"] = MakeText();
    const Json entry = {{"id", "e"}, {"text", MakeText()}};
    item["groups"] = {{{"id", "g"}, {"rule", "all"}, {"title", MakeText()}, {"entries", {entry}}}};
  } else if (kind == "card") {
    item["headline"] = item["action"] = item["footer"] = MakeText();
    item["lines"] = Json::array();
  } else if (kind == "report") {
    item["period"] = {{"from", "2026-05-01"}, {"to", "2026-05-31"}};
    item["metrics"] = {{{"id", "m"},
                        {"label", MakeText()},
                        {"unit", MakeText()},
                        {"value", 3},
                        {"basis", MakeText()}}};
  } else if (kind == "directory") {
    item["intro"] = MakeText();
    const Json entry = {{"id", "e"}, {"name", MakeText()}, {"note", MakeText()}, {"confirm", true}};
    item["groups"] = {{{"id", "g"}, {"title", MakeText()}, {"entries", {entry}}}};
  } else if (kind == "survey") {
    item["intro"] = item["thanks"] = MakeText();
    const Json options = {{{"id", "a"}, {"text", MakeText()}}, {{"id", "b"}, {"text", MakeText()}}};
    item["questions"] = {{{"id", "q"}, {"text", MakeText()}, {"options", options}}};
  } else if (kind == "scenario") {
    const Json water = {{"secchi_m", 0.5},
                        {"temperature_c", 20},
                        {"current_mps", 0.4},
                        {"depth_m", 2},
                        {"wind_mps", 1}};
    const Json light = {{"sun_elevation_deg", 12}, {"sun_facing_deg", 30}};
    const Json sign = {{"id", "sign"}, {"kind", "sign"}, {"at", {-2, 0.5, -3}}};
    item["place"] = {{"setting", "river"}, {"water", water}, {"light", light}};
    item["place"]["props"] = Json::array({sign});
    item["figures"] = Json::array();
    item["comfort"] = {{"speed_mps", 0.3}, {"acceleration_mps2", 0.5}, {"under_s", {0, 5, 11}}};
    const Json step = {{"id", "s"}, {"ends", "time"}, {"seconds", 5}};
    Json beat = {{"id", "b"}, {"title", MakeText()}, {"seconds", 10}};
    beat["officer"] = beat["point"] = MakeText();
    beat["view"] = {{"eye", {0, 1.7, 2}}};
    beat["sources"] = {"S01"};
    beat["steps"] = Json::array({step});
    item["beats"] = Json::array({beat});
  }
  return item;
}

inline Json MakeManifest() {
  const Json item = MakeItem("card");
  Json summary;
  for (const char* key :
       {"id", "kind", "topic", "signal", "channel", "audience", "title", "sources"}) {
    summary[key] = item[key];
  }
  summary["path"] = "items/card.one.json";
  return {{"format", 1},
          {"id", "demo"},
          {"version", "1.2.3"},
          {"title", MakeText()},
          {"summary", MakeText()},
          {"languages", {"zh-CN", "en"}},
          {"audience", {"general"}},
          {"publisher", "P"},
          {"licence", "L"},
          {"valid_from", "2026-01-01"},
          {"review_by", "2027-01-01"},
          {"min_program", "0.1.0"},
          {"sources", {{"S01", {{"title", "T"}, {"grade", "A"}}}}},
          {"attract", Json::array()},
          {"items", {summary}},
          {"files",
           {{{"path", "items/card.one.json"},
             {"size", 10},
             {"sha256", std::string(64, 'a')},
             {"type", "application/json"}}}}};
}
