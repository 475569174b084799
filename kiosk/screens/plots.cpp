// SPDX-License-Identifier: MIT
#include "kiosk/screens/plots.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kiosk {
namespace {

constexpr std::size_t kMostBars = 13;
constexpr float kPlotRoom = 300;  // from the axis to the highest line
constexpr int kMostLines = 4;

/// Where a plot stands and how it counts.
struct Frame {
  Rect room;  // between the axis and the highest line
  double top = 1;
  float slot = 0;  // width of one point

  [[nodiscard]] float X(std::size_t i) const {
    return room.x + slot * (static_cast<float>(i) + 0.5f);
  }
  [[nodiscard]] float Y(double value) const {
    return room.Bottom() - room.h * static_cast<float>(std::clamp(value / top, 0.0, 1.0));
  }
};

float LabelLine(Ui& ui) { return ui.TextHeight(Type::kLabel, "0", 4000); }

float DrawAxis(Ui& ui, Rect area, const PlotAxis& axis) {
  float width = 0;
  for (double v = 0; v <= axis.top * 1.001; v += axis.step) {
    width = std::max(width, ui.Measure(Type::kLabel, FormatValue(v), 4000).width);
  }
  const float line = LabelLine(ui);
  for (double v = 0; v <= axis.top * 1.001; v += axis.step) {
    const float y = area.Bottom() - area.h * static_cast<float>(v / axis.top);
    const Color color = v == 0 ? ui.Colors().soft : ui.Colors().line;
    const float thickness = v == 0 ? 4.0f : ui.Chosen().high_contrast ? 1.0f : 2.0f;
    ui.Line({area.x + width + 20, y}, {area.Right(), y}, color, thickness);
    ui.Text({area.x, y - line / 2, width, 0}, Type::kLabel, Ink::kSoft, FormatValue(v),
            Align::kRight);
  }
  return width + 20;
}

/// Every how many points a text fits over its neighbours.
std::size_t EveryOther(Ui& ui, const Frame& frame, Type type,
                       const std::vector<std::string>& texts) {
  float widest = 1;
  for (const std::string& text : texts) {
    widest = std::max(widest, ui.Measure(type, text, 4000).width);
  }
  return static_cast<std::size_t>(std::max(1.0f, std::ceil((widest + 14) / frame.slot)));
}

/// Texts centred on their points; the last one always stands.
void DrawAlong(Ui& ui, const Frame& frame, const std::vector<std::string>& texts, Ink ink,
               const std::vector<float>& tops) {
  const std::size_t every = EveryOther(ui, frame, Type::kStrong, texts);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if ((texts.size() - 1 - i) % every != 0) continue;
    const bool last = i + 1 == texts.size();
    const float width = ui.Measure(Type::kStrong, texts[i], 4000).width + 8;
    ui.Text({frame.X(i) - width / 2, tops[i], width, 0}, last ? Type::kStrong : Type::kLabel,
            last ? Ink::kText : ink, texts[i], Align::kCenter);
  }
}

void DrawBars(Ui& ui, const Frame& frame, const std::vector<PlotPoint>& points) {
  const Theme& theme = ui.Colors();
  const float width = std::min(frame.slot * 0.56f, 110.0f);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const bool last = i + 1 == points.size();
    const float y = frame.Y(points[i].value), height = frame.room.Bottom() - y;
    if (height < 1) continue;
    const Rect bar{frame.X(i) - width / 2, y, width, height};
    const float radius = std::min({12.0f, width / 2, height / 2});
    ui.Fill(bar, last ? theme.teal : theme.mint, radius);
    if (!last) ui.Outline(bar, theme.accent, 3, radius);
    // Bars stand on the axis: only their heads are round.
    const Rect foot{bar.x, bar.Bottom() - radius, bar.w, radius};
    if (last) ui.Fill(foot, theme.teal);
    if (!last) {
      ui.Fill(foot, theme.mint);
      ui.Fill({foot.x, foot.y, 3, foot.h}, theme.accent);
      ui.Fill({foot.Right() - 3, foot.y, 3, foot.h}, theme.accent);
    }
  }
}

void DrawDots(Ui& ui, const Frame& frame, const std::vector<PlotPoint>& points) {
  const Theme& theme = ui.Colors();
  for (std::size_t i = 1; i < points.size(); ++i) {
    ui.Line({frame.X(i - 1), frame.Y(points[i - 1].value)}, {frame.X(i), frame.Y(points[i].value)},
            theme.accent, 5);
  }
  for (std::size_t i = 0; i < points.size(); ++i) {
    const bool last = i + 1 == points.size();
    const Vec at{frame.X(i), frame.Y(points[i].value)};
    ui.Circle(at, last ? 15.0f : 10.0f, theme.accent);
    if (!last) ui.Circle(at, 5.5f, theme.card);
  }
}

}  // namespace

std::string FormatValue(double value) {
  const double tenths = std::round(value * 10);
  const auto whole = static_cast<long long>(std::abs(tenths) / 10);
  std::string text = std::to_string(whole);
  for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
  const auto tenth = static_cast<long long>(std::abs(tenths)) % 10;
  if (tenth != 0) text += "." + std::to_string(tenth);
  return tenths < 0 ? "-" + text : text;
}

PlotAxis FindAxis(double most) {
  PlotAxis axis;
  if (!(most > 0)) return axis;
  // Counts have no halves: a step is never under one.
  double power = std::max(1.0, std::pow(10.0, std::floor(std::log10(most / kMostLines))));
  for (;; power *= 10) {
    for (const double step : std::array<double, 3>{1, 2, 5}) {
      axis.step = step * power;
      axis.top = std::ceil(most / axis.step) * axis.step;
      if (axis.top / axis.step <= kMostLines) return axis;
    }
  }
}

float PlotHeight(Ui& ui) {
  const float line = ui.TextHeight(Type::kStrong, "0", 4000);
  return line + 8 + kPlotRoom + 10 + line;
}

void DrawPlot(Ui& ui, Rect area, const std::vector<PlotPoint>& points) {
  if (points.empty()) return;
  double most = 0;
  for (const PlotPoint& point : points) most = std::max(most, point.value);
  const PlotAxis axis = FindAxis(most);
  const float line = ui.TextHeight(Type::kStrong, "0", 4000);
  Frame frame;
  frame.room = {area.x, area.y + line + 8, area.w, kPlotRoom};
  frame.top = axis.top;
  const float indent = DrawAxis(ui, frame.room, axis);
  frame.room.x += indent;
  frame.room.w -= indent;
  frame.slot = frame.room.w / static_cast<float>(points.size());
  if (points.size() <= kMostBars) {
    DrawBars(ui, frame, points);
  } else {
    DrawDots(ui, frame, points);
  }
  std::vector<std::string> values, labels;
  std::vector<float> above, below(points.size(), frame.room.Bottom() + 10);
  for (const PlotPoint& point : points) {
    values.push_back(FormatValue(point.value));
    labels.push_back(point.label);
    above.push_back(frame.Y(point.value) - line - (points.size() <= kMostBars ? 4 : 16));
  }
  DrawAlong(ui, frame, values, Ink::kText, above);
  DrawAlong(ui, frame, labels, Ink::kSoft, below);
}

}  // namespace kiosk
