// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "kiosk/ui/ui.h"

namespace kiosk {

/// A value of a series, with what stands under it.
struct PlotPoint {
  std::string label;
  double value = 0;
};

/// "12", "1,234", "3.5": whole numbers without decimals, others with one.
[[nodiscard]] std::string FormatValue(double value);

/// Up to how much an axis from zero goes, and the distance of its lines; at least `most`.
struct PlotAxis {
  double top = 1, step = 1;
};
[[nodiscard]] PlotAxis FindAxis(double most);

/// Bars from zero, or a line with dots when there are many points. Values stand above the points
/// and the latest one is set apart by weight as well as colour.
[[nodiscard]] float PlotHeight(Ui& ui);
void DrawPlot(Ui& ui, Rect area, const std::vector<PlotPoint>& points);

}  // namespace kiosk
