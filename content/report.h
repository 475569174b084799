// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "content/envelope.h"

namespace content {

/// One figure of the month. A percentage is never shown when the base is under ten.
struct Metric {
  std::string id;
  Text label;
  Text unit;
  double value = 0;
  std::optional<double> previous;  ///< The month before.
  std::optional<double> same_month_last_year;
  Text basis;  ///< What was counted, by which date, where.
};

struct MonthlyPoint {
  int year = 0;
  int month = 0;  ///< 1..12
  double value = 0;
};

/// A series with one point a month; two end points are not a trend and are refused.
struct Trend {
  std::string metric;  ///< Id of the metric it shows.
  std::vector<MonthlyPoint> points;
};

struct AskedAnswered {
  Text ask;
  Text reply;
  bool done = false;
};

/// The station's report to the people. Without approval it is shown as sample data.
struct Report {
  std::optional<Date> from, to;
  std::vector<Metric> metrics;
  std::vector<Trend> trends;
  std::vector<AskedAnswered> asked;
  Text case_of_month;
  std::vector<Text> next_month;
};

}  // namespace content
