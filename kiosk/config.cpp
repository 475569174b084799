// SPDX-License-Identifier: MIT
#include "kiosk/config.h"

#include <toml++/toml.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <iterator>
#include <numeric>
#include <utility>

#include "kiosk/devices/pin.h"

namespace kiosk {
namespace {

constexpr std::size_t kFileBytes = 256u << 10;

// Setters: false when the value does not fit ------------------------------------------------------

using Setter = std::function<bool(const toml::node&, Config&)>;

bool SetText(const toml::node& node, content::Text& text) {
  if (const auto* plain = node.as_string()) {
    text = {plain->get(), ""};
    return !text.zh.empty();
  }
  const auto* table = node.as_table();
  if (table == nullptr) return false;
  for (const auto& [key, value] : *table) {
    if ((key.str() != "zh-CN" && key.str() != "en") || !value.is_string()) return false;
  }
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

/// `place` gives the flag inside the configuration.
template <typename Place>
Setter Flag(Place place) {
  return [place](const toml::node& n, Config& c) {
    const auto on = n.value_exact<bool>();
    if (on) place(c) = *on;
    return on.has_value();
  };
}

bool SetDevice(const toml::node& node, Config& config) {
  const auto* text = node.as_string();
  if (text == nullptr || text->get().empty() || text->get().size() > 32) return false;
  if (text->get().find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos) {
    return false;
  }
  config.device = text->get();
  return true;
}

bool SetDiagonal(const toml::node& node, Config& config) {
  const auto inches = node.value<double>();
  if (!inches || !(*inches >= 7 && *inches <= 120)) return false;  // nan fits nothing
  config.diagonal_inches = *inches;
  return true;
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

bool SetPin(const toml::node& node, Config& config) {
  const auto* text = node.as_string();
  if (text == nullptr || !(text->get().empty() || IsPinHash(text->get()))) return false;
  config.pin_hash = text->get();
  return true;
}

bool SetDrives(const toml::node& node, Config& config) {
  const auto* list = node.as_array();
  if (list == nullptr) return false;
  std::vector<std::filesystem::path> drives;
  for (const toml::node& one : *list) {
    const auto* text = one.as_string();
    if (text == nullptr || text->get().empty()) return false;
    drives.emplace_back(text->get());
  }
  config.drives = std::move(drives);
  return true;
}

// The settings ------------------------------------------------------------------------------------

struct Setting {
  Setter set;
  content::Text expects;
};

/// A new setting is a line here and a line with its explanation in packaging/kiosk.toml; a test
/// holds the two together.
const std::map<std::string, Setting>& AllSettings() {
  static const content::Text kText{"应为文字，或 { zh-CN = \"…\", en = \"…\" }。",
                                   "Expected a text, or { zh-CN = \"…\", en = \"…\" }."};
  static const content::Text kFolder{"应为路径。", "Expected a path."};
  static const content::Text kFlag{"应为true或false。", "Expected true or false."};
  static const std::map<std::string, Setting> kAll = {
      {"device.name",
       {SetDevice,
        {"应为1到32个小写字母、数字或连字符。",
         "Expected 1 to 32 lower-case letters, digits or hyphens."}}},
      {"station.name", {Station("station_name"), kText}},
      {"station.phone", {Station("station_phone"), kText}},
      {"station.place", {Station("station_place"), kText}},
      {"station.hours", {Station("station_hours"), kText}},
      {"screen.diagonal_inches", {SetDiagonal, {"应为7到120。", "Expected 7 to 120."}}},
      {"screen.fullscreen", {Flag([](Config& c) -> bool& { return c.fullscreen; }), kFlag}},
      {"visit.language", {SetLanguage, {"应为zh-CN或en。", "Expected zh-CN or en."}}},
      {"visit.text_size", {SetTextSize, {"应为1、2或3。", "Expected 1, 2 or 3."}}},
      {"visit.volume", {SetVolume, {"应为0到100。", "Expected 0 to 100."}}},
      {"visit.high_contrast",
       {Flag([](Config& c) -> bool& { return c.defaults.high_contrast; }), kFlag}},
      {"visit.reach_down", {Flag([](Config& c) -> bool& { return c.defaults.reach_down; }), kFlag}},
      {"visit.captions", {Flag([](Config& c) -> bool& { return c.defaults.captions; }), kFlag}},
      {"staff.pin_hash",
       {SetPin,
        {"应为maplebridge-kiosk --make-pin给出的那一行。",
         "Expected what maplebridge-kiosk --make-pin prints."}}},
      {"staff.drives",
       {SetDrives,
        {"应为文件夹的列表，如[\"/srv/packs\"]。",
         "Expected a list of folders such as [\"/srv/packs\"]."}}},
      {"folders.packs", {Folder(&Config::store), kFolder}},
      {"folders.keys", {Folder(&Config::keys), kFolder}},
      {"folders.journal", {Folder(&Config::journal), kFolder}},
  };
  return kAll;
}

// What was meant ----------------------------------------------------------------------------------

/// Letters to change, add, leave out or swap with their neighbour (optimal string alignment).
std::size_t EditDistance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before, last(b.size() + 1), row(b.size() + 1);
  std::iota(last.begin(), last.end(), 0u);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    before = last;
    std::swap(last, row);
  }
  return last[b.size()];
}

std::string_view LastPart(std::string_view name) { return name.substr(name.rfind('.') + 1); }

/// The known setting nearest to a mistyped one, or one with the same key that stands in another
/// section; empty when none is near.
std::string Nearest(std::string_view key) {
  key = key.substr(0, 80);
  std::string best;
  std::pair<std::size_t, std::size_t> least{1 + std::max<std::size_t>(2, LastPart(key).size() / 3),
                                            0};
  for (const auto& [name, setting] : AllSettings()) {
    const std::size_t whole = EditDistance(key, name);
    const std::size_t last = EditDistance(LastPart(key), LastPart(name)) + 1;
    const std::pair far{std::min(whole, last),
                        whole};  // of two equally near the one by its section
    if (far < least) {
      least = far;
      best = name;
    }
  }
  return best;
}

// Reading -----------------------------------------------------------------------------------------

struct Mistake {
  std::uint32_t line = 0;
  content::Error error;
};

Mistake MakeMistake(const std::string& code, const toml::node& node, const std::string& key,
                    const content::Text& remedy) {
  const std::uint32_t line = node.source().begin.line;
  return {line,
          {code,
           {"设置“" + key + "”不对。", "The setting \"" + key + "\" is wrong."},
           "line " + std::to_string(line),
           remedy}};
}

content::Text UnknownRemedy(const std::string& key) {
  const std::string near = Nearest(key);
  if (near.empty()) {
    return {"没有这一项。全部设置见packaging/kiosk.toml。",
            "There is no such setting. packaging/kiosk.toml lists them all."};
  }
  return {"没有这一项。是不是“" + near + "”？",
          "There is no such setting. Did you mean \"" + near + "\"?"};
}

void Apply(const std::string& key, const toml::node& node, Config& config,
           std::vector<Mistake>& mistakes) {
  const auto found = AllSettings().find(key);
  if (found == AllSettings().end()) {
    mistakes.push_back(MakeMistake("config.unknown", node, key, UnknownRemedy(key)));
  } else if (!found->second.set(node, config)) {
    mistakes.push_back(MakeMistake("config.value", node, key, found->second.expects));
  }
}

void ApplyAll(const toml::table& root, Config& config, std::vector<Mistake>& mistakes) {
  for (const auto& [section, node] : root) {
    const std::string name(section.str());
    const auto* table = node.as_table();
    const auto first = AllSettings().lower_bound(name + ".");
    const bool known = first != AllSettings().end() && first->first.starts_with(name + ".");
    if (table == nullptr || (table->empty() && !known)) {
      Apply(name, node, config, mistakes);
      continue;
    }
    for (const auto& [key, value] : *table) {
      Apply(name + "." + std::string(key.str()), value, config, mistakes);
    }
  }
}

content::Error SyntaxError(const toml::parse_error& error) {
  return {"config.syntax",
          {"设置文件写法有误。",
           "The configuration file has a syntax error: " + std::string(error.description())},
          "line " + std::to_string(error.source().begin.line),
          {"请按packaging/kiosk.toml的样子修改。",
           "Mend it after the example of packaging/kiosk.toml."}};
}

}  // namespace

Config DefaultConfig(const std::filesystem::path& data) {
  Config config;
  config.station["station_name"] = {"枫林派出所", "Fenglin Police Station"};
  config.station["station_phone"] = {"110", ""};
  config.station["station_place"] = {"本所大厅", "the station's lobby"};
  config.station["station_hours"] = {"以窗口公布为准", "as posted at the counter"};
  config.store = data / "store";
  config.keys = data / "keys";
  config.journal = data / "results.sqlite3";
  return config;
}

content::Result<Config> ParseConfig(std::string_view toml, Config config) {
  std::vector<Mistake> mistakes;
  try {
    ApplyAll(toml::parse(toml), config, mistakes);
  } catch (const toml::parse_error& error) {
    return tl::unexpected(SyntaxError(error));
  }
  if (mistakes.empty()) return config;
  const auto first =
      std::min_element(mistakes.begin(), mistakes.end(),
                       [](const Mistake& a, const Mistake& b) { return a.line < b.line; });
  return tl::unexpected(std::move(first->error));
}

content::Result<Config> LoadConfig(const std::filesystem::path& file, Config config) {
  std::ifstream in(file, std::ios::binary);
  std::string text(kFileBytes + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (in.bad() || !in.eof() || text.size() > kFileBytes) {
    return tl::unexpected(content::Error{
        "config.unreadable",
        {"打不开设置文件，或者它太大。", "The settings file cannot be read, or it is too large."},
        file.string(),
        {"检查路径和权限。", "Check the path and the permissions."}});
  }
  auto parsed = ParseConfig(text, std::move(config));
  if (!parsed) parsed.error().where = file.string() + ", " + parsed.error().where;
  return parsed;
}

std::vector<std::string> KnownSettings() {
  std::vector<std::string> names;
  for (const auto& [name, setting] : AllSettings()) names.push_back(name);
  return names;
}

}  // namespace kiosk
