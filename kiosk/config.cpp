// SPDX-License-Identifier: MIT
#include "kiosk/config.h"

#include <toml++/toml.h>
#include <functional>
#include <sstream>

namespace kiosk {
namespace {

content::Error Wrong(const std::string& code, const toml::node& node, const std::string& key,
                     const content::Text& remedy) {
  return {code,
          {"设置“" + key + "”不对。", "The setting \"" + key + "\" is wrong."},
          "line " + std::to_string(node.source().begin.line),
          remedy};
}

using Setter = std::function<bool(const toml::node&, Config&)>;

bool SetText(const toml::node& node, content::Text& text) {
  if (const auto* plain = node.as_string()) {
    text = {plain->get(), ""};
    return true;
  }
  const auto* table = node.as_table();
  if (table == nullptr) return false;
  text.zh = (*table)["zh-CN"].value_or(std::string());
  text.en = (*table)["en"].value_or(std::string());
  return !text.zh.empty();
}

Setter Station(const std::string& name) {
  return [name](const toml::node& n, Config& c) { return SetText(n, c.station[name]); };
}

Setter Folder(std::filesystem::path Config::*member) {
  return [member](const toml::node& n, Config& c) {
    const auto* text = n.as_string();
    if (text == nullptr || text->get().empty()) return false;
    c.*member = text->get();
    return true;
  };
}

bool SetDiagonal(const toml::node& node, Config& config) {
  const auto inches = node.value<double>();
  if (!inches || *inches < 7 || *inches > 120) return false;
  config.diagonal_inches = *inches;
  return true;
}

bool SetFullscreen(const toml::node& node, Config& config) {
  const auto on = node.value_exact<bool>();
  if (on) config.fullscreen = *on;
  return on.has_value();
}

bool SetLanguage(const toml::node& node, Config& config) {
  const std::string tag = node.value_or(std::string());
  if (tag != "zh-CN" && tag != "en") return false;
  config.defaults.language =
      tag == "en" ? content::Language::kEnglish : content::Language::kChinese;
  return true;
}

bool SetTextSize(const toml::node& node, Config& config) {
  const auto step = node.value_exact<std::int64_t>();
  if (!step || *step < 1 || *step > 3) return false;
  config.defaults.text_size = static_cast<TextSize>(*step - 1);
  return true;
}

bool SetVolume(const toml::node& node, Config& config) {
  const auto percent = node.value_exact<std::int64_t>();
  if (!percent || *percent < 0 || *percent > 100) return false;
  config.defaults.volume = static_cast<int>(*percent);
  return true;
}

struct Setting {
  Setter set;
  content::Text expects;
};

const std::map<std::string, Setting>& AllSettings() {
  static const content::Text kText{"应为文字，或 { zh-CN = \"…\", en = \"…\" }。",
                                   "Expected a text, or { zh-CN = \"…\", en = \"…\" }."};
  static const content::Text kFolder{"应为路径。", "Expected a path."};
  static const std::map<std::string, Setting> kAll = {
      {"station.name", {Station("station_name"), kText}},
      {"station.phone", {Station("station_phone"), kText}},
      {"station.place", {Station("station_place"), kText}},
      {"station.hours", {Station("station_hours"), kText}},
      {"screen.diagonal_inches", {SetDiagonal, {"应为7到120。", "Expected 7 to 120."}}},
      {"screen.fullscreen", {SetFullscreen, {"应为true或false。", "Expected true or false."}}},
      {"visit.language", {SetLanguage, {"应为zh-CN或en。", "Expected zh-CN or en."}}},
      {"visit.text_size", {SetTextSize, {"应为1、2或3。", "Expected 1, 2 or 3."}}},
      {"visit.volume", {SetVolume, {"应为0到100。", "Expected 0 to 100."}}},
      {"folders.packs", {Folder(&Config::store), kFolder}},
      {"folders.keys", {Folder(&Config::keys), kFolder}},
      {"folders.journal", {Folder(&Config::journal), kFolder}},
  };
  return kAll;
}

// The known setting that shares most with a mistyped one, by the length of the common start.
std::string Nearest(const std::string& key) {
  std::string best;
  std::size_t longest = 0;
  for (const auto& [name, setting] : AllSettings()) {
    std::size_t same = 0;
    while (same < name.size() && same < key.size() && name[same] == key[same]) ++same;
    if (same > longest) {
      longest = same;
      best = name;
    }
  }
  return best;
}

content::Result<void> Apply(const std::string& key, const toml::node& node, Config& config) {
  const auto found = AllSettings().find(key);
  if (found == AllSettings().end()) {
    const std::string near = Nearest(key);
    return tl::unexpected(Wrong("config.unknown", node, key,
                                {"没有这一项。是不是“" + near + "”？",
                                 "There is no such setting. Did you mean \"" + near + "\"?"}));
  }
  if (!found->second.set(node, config)) {
    return tl::unexpected(Wrong("config.value", node, key, found->second.expects));
  }
  return {};
}

}  // namespace

Config DefaultConfig(const std::filesystem::path& data) {
  Config config;
  config.station["station_name"] = {"枫林派出所", "Fenglin Police Station"};
  config.station["station_phone"] = {"110", "110"};
  config.station["station_place"] = {"本所大厅", "the station's lobby"};
  config.station["station_hours"] = {"以窗口公布为准", "as posted at the counter"};
  config.store = data / "store";
  config.keys = data / "keys";
  config.journal = data / "results.sqlite3";
  return config;
}

content::Result<Config> ParseConfig(std::string_view toml, Config config) {
  try {
    const toml::table root = toml::parse(toml);
    for (const auto& [section, node] : root) {
      const auto* table = node.as_table();
      const std::string name(section.str());
      if (table == nullptr) {
        if (auto done = Apply(name, node, config); !done) return tl::unexpected(done.error());
        continue;
      }
      for (const auto& [key, value] : *table) {
        auto done = Apply(name + "." + std::string(key.str()), value, config);
        if (!done) return tl::unexpected(done.error());
      }
    }
  } catch (const toml::parse_error& error) {
    return tl::unexpected(content::Error{
        "config.syntax",
        {"设置文件写法有误。",
         "The configuration file has a syntax error: " + std::string(error.description())},
        "line " + std::to_string(error.source().begin.line),
        {"请按packaging/kiosk.toml的样子修改。",
         "Mend it after the example of packaging/kiosk.toml."}});
  }
  return config;
}

}  // namespace kiosk
