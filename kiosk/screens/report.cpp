// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "kiosk/screens/parts.h"
#include "kiosk/screens/phrase.h"
#include "kiosk/screens/plots.h"
#include "kiosk/screens/sheet.h"
#include "kiosk/screens/words_info.h"

namespace kiosk {
namespace {

using content::Metric;
using content::Report;
using content::Trend;

constexpr float kMetricPad = 36;

/// "5起", "5 cases".
std::string WithUnit(const View& view, double value, content::TextView unit) {
  const std::string said = view.Say(unit);
  const bool zh = view.Language() == content::Language::kChinese;
  return FormatValue(value) + (zh || said.empty() ? "" : " ") + said;
}

std::string Compared(const View& view, content::TextView pattern, double value,
                     content::TextView unit) {
  return Phrase(view.Say(pattern), {{"v", FormatValue(value)}, {"u", view.Say(unit)}});
}

/// A figure of the month: never a percentage, only the figures themselves.
Stack TileBody(const View& view, Ui& ui, float width, const Metric& metric) {
  Stack inside(ui, width, 6);
  inside.Text(Type::kStrong, Ink::kText, view.Say(metric.label));
  const std::string figure = FormatValue(metric.value), unit = view.Say(metric.unit);
  const float digits = ui.Measure(Type::kFigure, figure, 4000).width;
  const float height = ui.TextHeight(Type::kFigure, figure, 4000);
  const float beside = ui.Measure(Type::kStrong, unit, 4000).width;
  const bool fits = digits + 16 + beside <= width;
  inside.Add(height, [&ui, figure, unit, digits, fits](Rect area) {
    ui.Text({area.x, area.y, digits + 2, 0}, Type::kFigure, Ink::kTeal, figure);
    const float line = ui.TextHeight(Type::kStrong, unit, 4000);
    if (fits) {
      ui.Text({area.x + digits + 16, area.Bottom() - line - 12, area.w - digits - 16, 0},
              Type::kStrong, Ink::kTeal, unit);
    }
  });
  if (!fits) inside.Text(Type::kStrong, Ink::kTeal, unit);
  if (metric.previous) {
    inside.Text(Type::kBody, Ink::kText,
                Compared(view, words::kLastMonth, *metric.previous, metric.unit));
  }
  if (metric.same_month_last_year) {
    inside.Text(Type::kBody, Ink::kText,
                Compared(view, words::kLastYear, *metric.same_month_last_year, metric.unit));
  }
  inside.Gap(10);
  inside.Text(Type::kLabel, Ink::kSoft, view.Say(metric.basis));
  return inside;
}

int Across(Ui& ui, float width) {
  const float wanted = ui.Chosen().text_size == TextSize::kNormal  ? 400.0f
                       : ui.Chosen().text_size == TextSize::kLarge ? 460.0f
                                                                   : 560.0f;
  return width >= 2 * wanted + kGap ? 2 : 1;
}

void StackTiles(Stack& stack, const View& view, Ui& ui, const Report& report) {
  const int across = Across(ui, stack.Width());
  const auto step = static_cast<std::size_t>(across);
  for (std::size_t i = 0; i < report.metrics.size(); i += step) {
    const std::size_t end = std::min(report.metrics.size(), i + step);
    // The last one alone takes the whole row: no hole at the end.
    const int columns = static_cast<int>(end - i);
    const float width = Cut({0, 0, stack.Width(), 0}, 0, columns, kGap).w;
    std::vector<Stack> bodies;
    float height = 0;
    for (std::size_t k = i; k < end; ++k) {
      bodies.push_back(TileBody(view, ui, width - 2 * kMetricPad, report.metrics[k]));
      height = std::max(height, bodies.back().Height() + 2 * kMetricPad);
    }
    stack.Add(height, [&ui, columns, bodies](Rect area) {
      for (int k = 0; k < columns; ++k) {
        const Rect cell = Cut(area, k, columns, kGap);
        ui.Panel(cell, Ground::kCard, 40);
        bodies[static_cast<std::size_t>(k)].Draw(cell.Inset(kMetricPad, kMetricPad));
      }
    });
  }
}

std::string MonthLabel(const View& view, const content::MonthlyPoint& point) {
  constexpr std::array<const char*, 12> kShort = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  if (view.Language() == content::Language::kChinese) return std::to_string(point.month) + "月";
  return kShort[static_cast<std::size_t>(std::clamp(point.month, 1, 12) - 1)];
}

std::string SayMonth(const View& view, const content::MonthlyPoint& point) {
  const std::string year = std::to_string(point.year);
  if (view.Language() == content::Language::kChinese) {
    return year + "年" + std::to_string(point.month) + "月";
  }
  return MonthLabel(view, point) + " " + year;
}

void StackTrend(Stack& stack, const View& view, Ui& ui, const Report& report, const Trend& trend) {
  const auto metric = std::find_if(report.metrics.begin(), report.metrics.end(),
                                   [&](const Metric& m) { return m.id == trend.metric; });
  if (metric == report.metrics.end() || trend.points.empty()) return;
  Stack inside(ui, stack.PadWidth(kCardPad), 10);
  inside.Text(Type::kHeading, Ink::kText,
              Phrase(view.Say(words::kMonthByMonth),
                     {{"label", view.Say(metric->label)}, {"unit", view.Say(metric->unit)}}));
  inside.Text(
      Type::kLabel, Ink::kSoft,
      Phrase(view.Say(words::kReportPeriod), {{"from", SayMonth(view, trend.points.front())},
                                              {"until", SayMonth(view, trend.points.back())}}));
  std::vector<PlotPoint> points;
  std::string spoken;
  for (const content::MonthlyPoint& point : trend.points) {
    points.push_back({MonthLabel(view, point), point.value});
    spoken += SayMonth(view, point) + " " + WithUnit(view, point.value, metric->unit) + "\n";
  }
  inside.Gap(24);
  inside.Add(PlotHeight(ui), [&ui, id = "plot." + trend.metric, points, spoken](Rect area) {
    DrawPlot(ui, area, points);
    ui.Note(id, Role::kImage, area, spoken);
  });
  stack.Panel(Ground::kCard, kCardPad, std::move(inside), 40);
}

void StackAsked(Stack& stack, const View& view, Ui& ui, const Report& report) {
  if (report.asked.empty()) return;
  Stack inside(ui, stack.PadWidth(kCardPad), 14);
  StackIconText(inside, ui, "chat", Type::kHeading, Ink::kText, view.Say(words::kAsked));
  for (std::size_t i = 0; i < report.asked.size(); ++i) {
    const content::AskedAnswered& asked = report.asked[i];
    inside.Gap(24);
    if (i > 0) StackHairline(inside, ui);
    inside.Gap(i > 0 ? 24 : 14);
    inside.Text(Type::kStrong, Ink::kText, view.Say(asked.ask));
    inside.Text(Type::kBody, Ink::kText, view.Say(asked.reply));
    StackTag(inside, ui, asked.done ? Ground::kMint : Ground::kAmberSoft,
             asked.done ? Ink::kOnMint : Ink::kOnAmber,
             view.Say(asked.done ? words::kAskedDone : words::kAskedOpen),
             asked.done ? "check" : "hourglass");
  }
  stack.Panel(Ground::kCard, kCardPad, std::move(inside), 40);
}

void StackCase(Stack& stack, const View& view, Ui& ui, const Report& report) {
  if (!report.case_of_month.empty()) {
    Stack inside(ui, stack.PadWidth(kCardPad), 14);
    StackIconText(inside, ui, "magnifier", Type::kHeading, Ink::kOnMint,
                  view.Say(words::kCaseOfMonth));
    inside.Text(Type::kBody, Ink::kText, view.Say(report.case_of_month));
    stack.Panel(Ground::kMint, kCardPad, std::move(inside), 40);
  }
  if (!report.next_month.empty()) {
    Stack inside(ui, stack.PadWidth(kCardPad), 14);
    StackIconText(inside, ui, "flag", Type::kHeading, Ink::kText, view.Say(words::kNextMonth));
    std::vector<std::string> lines;
    for (const content::Text& line : report.next_month) lines.push_back(view.Say(line));
    StackBullets(inside, ui, Type::kBody, Ink::kText, std::move(lines));
    stack.Panel(Ground::kCard, kCardPad, std::move(inside), 40);
  }
}

/// What it reports on, who answers for it, or that it is only a sample.
void StackHead(Stack& stack, const View& view, Ui& ui, const content::Envelope& envelope,
               const Report& report) {
  stack.Text(Type::kTitle, Ink::kText, view.Say(envelope.title));
  const content::Language language = view.Language();
  const content::Approval& approval = envelope.approval;
  if (approval.by.empty()) {
    StackBanner(stack, ui, "banner-draft", view.Say(words::kReportSample));
  }
  if (report.from && report.to) {
    stack.Gap(16);
    stack.Text(Type::kBody, Ink::kSoft,
               Phrase(view.Say(words::kReportPeriod), {{"from", SayDate(*report.from, language)},
                                                       {"until", SayDate(*report.to, language)}}));
  }
  if (!approval.by.empty()) {
    const std::string text =
        approval.on ? Phrase(view.Say(words::kReportApprovedOn),
                             {{"by", approval.by}, {"date", SayDate(*approval.on, language)}})
                    : Phrase(view.Say(words::kReportApproved), {{"by", approval.by}});
    stack.Gap(16);
    StackTag(stack, ui, Ground::kMint, Ink::kOnMint, text, "shield-check");
  }
  StackPastReview(stack, view, ui, envelope);
}

}  // namespace

MaybeEvent DrawReport(const ReportScreen& screen, const View& view, Ui& ui, Rect area) {
  const auto* report = screen.item ? std::get_if<Report>(&screen.item->body) : nullptr;
  if (report == nullptr) return {};
  const SheetColumns columns = CutSheet(ui, area, 0.5f);
  Stack figures(ui, columns.left.w, kGap), more(ui, columns.right.w, kGap);
  StackHead(figures, view, ui, screen.item->envelope, *report);
  if (report->metrics.empty()) {
    figures.Text(Type::kBody, Ink::kSoft, view.Say(words::kNoNumbersYet));
  }
  StackTiles(figures, view, ui, *report);
  for (const Trend& trend : report->trends) StackTrend(more, view, ui, *report, trend);
  StackAsked(more, view, ui, *report);
  StackCase(more, view, ui, *report);
  DrawSheet(ui, "report.scroll", columns, figures, more);
  return {};
}

}  // namespace kiosk
