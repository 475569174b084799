// SPDX-License-Identifier: MIT
#include "kiosk/ui/semantics.h"

#include <nlohmann/json.hpp>

namespace kiosk {
namespace {

nlohmann::json ToJson(const Rect& r, float scale) {
  const auto round = [scale](float v) { return static_cast<int>(v * scale + 0.5f); };
  return {round(r.x), round(r.y), round(r.w), round(r.h)};
}

}  // namespace

const Element* Semantics::Find(const std::string& id) const {
  const Element* hidden = nullptr;
  for (const Element& element : elements) {
    if (element.id != id) continue;
    if (element.visible) return &element;
    hidden = &element;
  }
  return hidden;
}

std::string Semantics::AllText() const {
  std::string all;
  for (const Element& element : elements) {
    if (element.text.empty()) continue;
    all += element.text;
    all += '\n';
  }
  return all;
}

std::string Semantics::ToJson(float scale) const {
  nlohmann::json list = nlohmann::json::array();
  for (const Element& e : elements) {
    nlohmann::json one = {{"role", kRoleNames[static_cast<std::size_t>(e.role)]},
                          {"text", e.text},
                          {"rect", kiosk::ToJson(e.rect, scale)},
                          {"enabled", e.enabled},
                          {"visible", e.visible}};
    if (!e.id.empty()) one["id"] = e.id;
    if (e.hit.w > 0) one["hit"] = kiosk::ToJson(e.hit, scale);
    if (e.chosen) one["chosen"] = true;
    if (e.clipped) one["clipped"] = true;
    list.push_back(std::move(one));
  }
  return nlohmann::json{{"screen", screen}, {"elements", std::move(list)}}.dump(
      1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace kiosk
