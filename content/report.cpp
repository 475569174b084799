// SPDX-License-Identifier: MIT
#include "content/report.h"

#include <algorithm>

#include "content/item_parsers.h"

namespace content {
namespace {

constexpr double kLargest = 1e12;

void ReadOptionalNumber(Fields& fields, const char* key, std::optional<double>& out) {
  if (!fields.Has(key)) {
    static_cast<void>(fields.Find(key, Need::kOptional));
    return;
  }
  double value = 0;
  fields.GetNumber(key, value, -kLargest, kLargest);
  out = value;
}

/// ["2026-05", 7]
std::optional<MonthlyPoint> ReadPoint(Json& value, const std::string& pointer,
                                      ReadContext& context) {
  const bool pair = value.is_array() && value.size() == 2 && value[0].is_string();
  const auto date = pair ? ParseDate(value[0].get_ref<const std::string&>() + "-01") : std::nullopt;
  if (!date) {
    AddProblem(context, "report.point", pointer,
               {"这里应是[\"2026-05\", 7]这样的月份和数字",
                "this should be a month and a number like [\"2026-05\", 7]"},
               {"月份写成\"2026-05\"", "write the month like \"2026-05\""});
    return std::nullopt;
  }
  MonthlyPoint point;
  point.year = static_cast<int>(date->year());
  point.month = static_cast<int>(static_cast<unsigned>(date->month()));
  if (!ReadNumber(value[1], pointer + "/1", -kLargest, kLargest, context, point.value)) {
    return std::nullopt;
  }
  return point;
}

void ReadTrend(Fields& fields, const std::vector<Metric>& metrics, Trend& trend) {
  fields.GetId("metric", trend.metric);
  const bool known = std::any_of(metrics.begin(), metrics.end(), [&trend](const Metric& metric) {
    return metric.id == trend.metric;
  });
  if (!trend.metric.empty() && !known) {
    fields.ReportAt(
        "metric", "report.metric",
        {"metrics里没有“" + trend.metric + "”", "there is no metric \"" + trend.metric + "\""},
        {"改名，或在metrics里加上它", "correct the name or add the metric"});
  }
  Json* points = fields.FindList("points", 3, limits::kTrendPoints, Need::kRequired);
  if (points == nullptr) return;
  for (std::size_t i = 0; i < points->size(); ++i) {
    const std::string pointer = JoinPointer(fields.PointerTo("points"), std::to_string(i));
    const auto point = ReadPoint((*points)[i], pointer, fields.Context());
    if (!point) return;
    if (!trend.points.empty()) {
      const MonthlyPoint& last = trend.points.back();
      if (point->year * 12 + point->month != last.year * 12 + last.month + 1) {
        AddProblem(fields.Context(), "report.gap", pointer,
                   {"月份不连续", "the months do not follow each other"},
                   {"补上缺的月份，不许跳月", "add the months that are missing"});
      }
    }
    trend.points.push_back(*point);
  }
}

}  // namespace

void ReadBody(Fields& fields, const Envelope&, Report& report) {
  fields.GetObject("period", Need::kRequired, [&report](Fields& period) {
    period.GetDate("from", report.from, Need::kRequired);
    period.GetDate("to", report.to, Need::kRequired);
    if (report.from && report.to && *report.to < *report.from) {
      period.ReportAt("to", "date.order", {"期末早于期初", "the period ends before it begins"},
                      {"改其中一个日期", "change one of the dates"});
    }
  });
  std::set<std::string> ids;
  fields.GetEach("metrics", 1, limits::kListEntries, Need::kRequired, [&](Fields& inner) {
    Metric metric;
    inner.GetNewId("id", metric.id, ids);
    inner.GetText("label", metric.label, Need::kRequired, limits::kTitleLength);
    inner.GetText("unit", metric.unit, Need::kRequired, limits::kTitleLength);
    inner.GetNumber("value", metric.value, -kLargest, kLargest);
    ReadOptionalNumber(inner, "previous", metric.previous);
    ReadOptionalNumber(inner, "same_month_last_year", metric.same_month_last_year);
    inner.GetText("basis", metric.basis);
    report.metrics.push_back(std::move(metric));
  });
  fields.GetEach("trends", 0, limits::kListEntries, Need::kOptional, [&report](Fields& inner) {
    Trend trend;
    ReadTrend(inner, report.metrics, trend);
    report.trends.push_back(std::move(trend));
  });
  fields.GetEach("asked", 0, limits::kListEntries, Need::kOptional, [&report](Fields& inner) {
    AskedAnswered row;
    inner.GetText("ask", row.ask);
    inner.GetText("reply", row.reply);
    inner.GetBool("done", row.done, Need::kRequired);
    report.asked.push_back(std::move(row));
  });
  fields.GetText("case_of_month", report.case_of_month, Need::kOptional);
  fields.GetTexts("next_month", report.next_month, 0, limits::kListEntries, Need::kOptional);
}

}  // namespace content
