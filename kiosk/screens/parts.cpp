// SPDX-License-Identifier: MIT
#include "kiosk/screens/parts.h"

#include <algorithm>
#include <array>

namespace kiosk {
namespace {

constexpr float kBullet = 44;  // room for the mark
constexpr float kBulletGap = 14;
constexpr float kBannerIcon = 52;

}  // namespace

std::string View::Say(content::TextView text) const {
  std::string said(text.In(Language()));
  for (const auto& [name, value] : station) {
    const std::string key = "{" + name + "}";
    for (std::size_t at = said.find(key); at != std::string::npos; at = said.find(key, at)) {
      const std::string& filled = value.In(Language());
      said.replace(at, key.size(), filled);
      at += filled.size();
    }
  }
  return said;
}

std::string WithNumber(const std::string& pattern, int n) {
  std::string said = pattern;
  const std::size_t at = said.find("{n}");
  if (at != std::string::npos) said.replace(at, 3, std::to_string(n));
  return said;
}

std::string SayDate(content::Date date, content::Language language) {
  constexpr std::array<const char*, 12> kMonths = {"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
  const std::string year = std::to_string(static_cast<int>(date.year()));
  const unsigned month = static_cast<unsigned>(date.month());
  const std::string day = std::to_string(static_cast<unsigned>(date.day()));
  if (language == content::Language::kChinese) {
    return year + "年" + std::to_string(month) + "月" + day + "日";
  }
  return day + " " + kMonths[std::clamp(month, 1u, 12u) - 1] + " " + year;
}

std::string_view IconOf(content::Kind kind) {
  constexpr std::array<std::string_view, 10> kIcons = {
      "question", "magnifier", "chat",   "video",  "document-check",
      "flag",     "report",    "people", "ballot", "water"};
  return kIcons[static_cast<std::size_t>(kind)];
}

std::string_view IconOf(content::Channel channel) {
  constexpr std::array<std::string_view, 9> kIcons = {"phone-device", "message",    "phone-call",
                                                      "chat",         "video-call", "email",
                                                      "globe",        "person",     "notice-board"};
  return kIcons[static_cast<std::size_t>(channel)];
}

float DrawTitle(Ui& ui, Rect area, std::string_view text) {
  return ui.Text({area.x, area.y, area.w, 0}, Type::kTitle, Ink::kText, text);
}

float BannerHeight(Ui& ui, float width, std::string_view text) {
  const float room = width - kBannerIcon - 3 * 28;
  return std::max(kBannerIcon, ui.TextHeight(Type::kLabel, text, room)) + 2 * 20;
}

void DrawBanner(Ui& ui, Rect area, std::string_view icon, std::string_view text) {
  ui.Panel(area, Ground::kAmberEdge, 24);
  ui.Icon(icon, {area.x + 28, area.y + (area.h - kBannerIcon) / 2, kBannerIcon, kBannerIcon},
          ui.ColorOf(Ink::kOnAmber));
  const float x = area.x + 28 + kBannerIcon + 28;
  ui.TextMiddle({x, area.y, area.Right() - 28 - x, area.h}, Type::kLabel, Ink::kOnAmber, text,
                Align::kLeft);
}

float DrawBullets(Ui& ui, Rect area, Type type, Ink ink, const std::vector<std::string>& lines,
                  bool draw) {
  float y = area.y;
  for (const std::string& line : lines) {
    const assets::Paragraph& text = ui.Measure(type, line, area.w - kBullet);
    const float height = text.Height();
    if (draw) {
      ui.Circle({area.x + 14, y + text.line_height / 2}, 7, ui.ColorOf(Ink::kAccent));
      ui.Text({area.x + kBullet, y, area.w - kBullet, 0}, type, ink, line);
    }
    y += height + kBulletGap;
  }
  return std::max(0.0f, y - kBulletGap - area.y);
}

float BarHeight(Ui& ui, float width, const std::vector<BarButton>& buttons) {
  float height = 0;
  const float n = static_cast<float>(buttons.size());
  const float each = (width - kGap * (n - 1)) / n;
  for (const BarButton& button : buttons) {
    height = std::max(
        height, ui.ButtonHeight(button.label, each, {.look = button.look, .icon = button.icon}));
  }
  return height;
}

std::optional<std::size_t> DrawBar(Ui& ui, Rect area, const std::vector<BarButton>& buttons) {
  std::optional<std::size_t> tapped;
  const int n = static_cast<int>(buttons.size());
  for (int i = 0; i < n; ++i) {
    const BarButton& button = buttons[static_cast<std::size_t>(i)];
    const Ui::ButtonOptions options{.look = button.look, .icon = button.icon};
    if (ui.Button(button.id, Cut(area, i, n, kGap), button.label, options)) {
      tapped = static_cast<std::size_t>(i);
    }
  }
  return tapped;
}

}  // namespace kiosk
