// SPDX-License-Identifier: MIT
#include "kiosk/ui/theme.h"

#include <array>
#include <cmath>

namespace kiosk {
namespace {

constexpr Theme kCalm{.paper = {0xF6F2EAFF},
                      .card = {0xFFFDF8FF},
                      .line = {0xDCD3C1FF},
                      .ink = {0x1C2B2FFF},
                      .soft = {0x526265FF},
                      .track = {0xDCD3C1FF},
                      .teal = {0x0F5A5EFF},
                      .on_teal = {0xFFFFFFFF},
                      .on_teal_soft = {0xCFE3DFFF},
                      .teal_deep = {0x0A4145FF},
                      .accent = {0x1A7571FF},
                      .mint = {0xDCEBE5FF},
                      .on_mint = {0x0F5A5EFF},
                      .sand = {0xE9E4DAFF},
                      .amber = {0xF2C879FF},
                      .amber_ground = {0xFBF0DAFF},
                      .on_amber = {0x5A3C06FF},
                      .maple = {0xC0322AFF},
                      .on_maple = {0xFFFFFFFF},
                      .shadow = {0x2B261822}};

constexpr Theme kHighContrast{.paper = {0xFFFFFFFF},
                              .card = {0xFFFFFFFF},
                              .line = {0x000000FF},
                              .ink = {0x000000FF},
                              .soft = {0x1E1E1EFF},
                              .track = {0xC9C9C9FF},
                              .teal = {0x00383CFF},
                              .on_teal = {0xFFFFFFFF},
                              .on_teal_soft = {0xFFFFFFFF},
                              .teal_deep = {0x002528FF},
                              .accent = {0x004F50FF},
                              .mint = {0xE4F5EEFF},
                              .on_mint = {0x00282BFF},
                              .sand = {0xF0F0F0FF},
                              .amber = {0xFFD27AFF},
                              .amber_ground = {0xFFF3D6FF},
                              .on_amber = {0x2E1E00FF},
                              .maple = {0x9A1610FF},
                              .on_maple = {0xFFFFFFFF},
                              .shadow = {0x00000000}};

double Linear(std::uint32_t channel) {
  const double c = static_cast<double>(channel & 0xFFu) / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double Luminance(Color color) {
  return 0.2126 * Linear(color.rgba >> 24) + 0.7152 * Linear(color.rgba >> 16) +
         0.0722 * Linear(color.rgba >> 8);
}

}  // namespace

const Theme& ThemeFor(bool high_contrast) { return high_contrast ? kHighContrast : kCalm; }

double ContrastRatio(Color a, Color b) {
  const double la = Luminance(a), lb = Luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

TypeStyle StyleOf(Type type, TextSize size) {
  constexpr std::array<float, 3> kBodyFactor = {1.0f, 1.22f, 1.45f};
  constexpr std::array<float, 3> kHeadFactor = {1.0f, 1.12f, 1.24f};
  const auto step = static_cast<std::size_t>(size);
  switch (type) {
    case Type::kDisplay:
      return {84 * kHeadFactor[step], true, 1.28f, true};
    case Type::kTitle:
      return {62 * kHeadFactor[step], true, 1.3f, true};
    case Type::kHeading:
      return {45 * kHeadFactor[step], true, 1.35f, true};
    case Type::kBody:
      return {39 * kBodyFactor[step], false, 1.55f, false};
    case Type::kStrong:
      return {39 * kBodyFactor[step], true, 1.5f, false};
    case Type::kButton:
      return {43 * kHeadFactor[step], true, 1.3f, true};
    case Type::kLabel:
      return {32 * kBodyFactor[step], false, 1.4f, true};
    case Type::kFigure:
      return {116 * kHeadFactor[step], true, 1.1f, false};
  }
  return {};
}

}  // namespace kiosk
