// SPDX-License-Identifier: MIT
#include "content/scenario.h"

#include "content/item_parsers.h"

namespace content {
namespace {

void ReadWater(Fields& fields, Water& water) {
  fields.GetNumber("secchi_m", water.secchi_m, 0.05, 40);
  fields.GetNumber("temperature_c", water.temperature_c, 0, 35);
  fields.GetNumber("current_mps", water.current_mps, 0, 2);
  fields.GetNumber("depth_m", water.depth_m, 0.5, 40);
  fields.GetNumber("wind_mps", water.wind_mps, 0, 12);
}

void ReadLight(Fields& fields, Light& light) {
  fields.GetNumber("sun_elevation_deg", light.sun_elevation_deg, 2, 80);
  fields.GetNumber("sun_facing_deg", light.sun_facing_deg, -180, 180);
  fields.GetNumber("haze", light.haze, 0, 1, Need::kOptional);
  fields.GetNumber("cloud", light.cloud, 0, 1, Need::kOptional);
}

/// What the trainer has no ground for in this setting.
void CheckSetting(const Fields& fields, const ScenarioPlace& place) {
  if (place.setting == Setting::kQuarry && place.water.current_mps > 0) {
    fields.ReportAt("water/current_mps", "scenario.setting",
                    {"采石坑没有水流", "a quarry has no current"},
                    {"写0，或换成setting: river", "write 0, or use setting: river"});
  }
  for (std::size_t i = 0; i < place.props.size(); ++i) {
    const PropKind kind = place.props[i].kind;
    const bool of_river = kind == PropKind::kWeir;
    const bool of_quarry = kind == PropKind::kCliff || kind == PropKind::kSlab;
    const bool fits = place.setting == Setting::kRiver ? !of_quarry : !of_river;
    if (fits) continue;
    const std::string name = kPropNames[static_cast<std::size_t>(kind)];
    fields.ReportAt(
        "props/" + std::to_string(i) + "/kind", "scenario.setting",
        {"训练程序在这种地方摆不出" + name, "the trainer has no " + name + " for this setting"},
        {"换一种道具，或改setting", "choose another prop, or change the setting"});
  }
}

void ReadPlace(Fields& fields, ScenarioPlace& place, std::set<std::string>& names) {
  fields.GetWord("setting", place.setting, kSettingNames);
  fields.GetObject("water", Need::kRequired, [&](Fields& water) { ReadWater(water, place.water); });
  fields.GetObject("light", Need::kRequired, [&](Fields& light) { ReadLight(light, place.light); });
  fields.GetEach("props", 0, limits::kProps, Need::kRequired, [&](Fields& inner) {
    Prop prop;
    ReadPartName(inner, prop.id, names);
    inner.GetWord("kind", prop.kind, kPropNames);
    ReadPoint(inner, "at", prop.at);
    inner.GetNumber("facing", prop.facing_deg, -180, 180, Need::kOptional);
    inner.GetBool("hidden", prop.hidden);
    place.props.push_back(std::move(prop));
  });
  CheckSetting(fields, place);
}

void ReadComfort(Fields& fields, Comfort& comfort) {
  fields.GetNumber("speed_mps", comfort.speed_mps, 0.01, limits::kComfortSpeed);
  fields.GetNumber("acceleration_mps2", comfort.acceleration_mps2, 0.01,
                   limits::kComfortAcceleration);
  Json* list = fields.FindList("under_s", 3, 3, Need::kRequired);
  if (list == nullptr) return;
  for (std::size_t i = 0; i < 3; ++i) {
    static_cast<void>(
        ReadNumber((*list)[i], JoinPointer(fields.PointerTo("under_s"), std::to_string(i)), 0,
                   limits::kUnderSeconds[i], fields.Context(), comfort.under_seconds[i]));
  }
}

}  // namespace

void ReadPoint(Fields& fields, const char* key, Point& out, Need need) {
  Json* list = fields.FindList(key, 3, 3, need);
  if (list == nullptr) return;
  double* const parts[] = {&out.x, &out.y, &out.z};
  for (std::size_t i = 0; i < 3; ++i) {
    const double far = i == 1 ? limits::kPlaceMetres / 2 : limits::kPlaceMetres;
    static_cast<void>(ReadNumber((*list)[i], JoinPointer(fields.PointerTo(key), std::to_string(i)),
                                 -far, far, fields.Context(), *parts[i]));
  }
}

void ReadPlacements(Fields& fields, const char* key, std::vector<Placement>& out) {
  fields.GetEach(key, 0, limits::kFigures, Need::kOptional, [&out](Fields& inner) {
    Placement placement;
    inner.GetId("figure", placement.figure);
    ReadPoint(inner, "at", placement.at);
    inner.GetNumber("facing", placement.facing_deg, -180, 180, Need::kOptional);
    inner.GetWord("posture", placement.posture, kPostureNames);
    out.push_back(std::move(placement));
  });
}

void ReadPartName(Fields& fields, std::string& out, std::set<std::string>& seen) {
  fields.GetNewId("id", out, seen);
  if (out.size() <= limits::kPartNameLength) return;
  fields.ReportAt(
      "id", "id.malformed",
      {"场景里的名字最多20个字符", "a name within a scenario has at most 20 characters"},
      {"写短些", "shorten it"});
}

void ReadBody(Fields& fields, const Envelope& envelope, Scenario& scenario) {
  if (envelope.id.size() > limits::kScenarioIdLength) {
    fields.ReportAt("id", "id.malformed",
                    {"场景的标识最多36个字符", "a scenario's id has at most 36 characters"},
                    {"写短些", "shorten it"});
  }
  std::set<std::string> names;  // Figures and props share their names: both can be looked at.
  fields.GetObject("place", Need::kRequired,
                   [&](Fields& place) { ReadPlace(place, scenario.place, names); });
  fields.GetEach("figures", 0, limits::kFigures, Need::kRequired, [&](Fields& inner) {
    Figure figure;
    ReadPartName(inner, figure.id, names);
    inner.GetWord("role", figure.role, kFigureRoleNames);
    inner.GetText("name", figure.name, Need::kRequired, limits::kTitleLength);
    inner.GetWord("vest", figure.vest, kVestNames);
    scenario.figures.push_back(std::move(figure));
  });
  fields.GetObject("comfort", Need::kRequired,
                   [&](Fields& comfort) { ReadComfort(comfort, scenario.comfort); });
  const std::size_t before = fields.Context().problems.size();
  ReadBeats(fields, scenario);
  // The whole is looked at once its parts are sound; else one slip would be told many times.
  if (fields.Context().problems.size() == before) CheckScenario(fields, scenario);
}

}  // namespace content
