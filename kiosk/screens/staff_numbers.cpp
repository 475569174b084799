// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cstdio>

#include "kiosk/screens/parts.h"
#include "kiosk/screens/phrase.h"
#include "kiosk/screens/plots.h"
#include "kiosk/screens/sheet.h"
#include "kiosk/screens/stack.h"
#include "kiosk/screens/staff_parts.h"
#include "kiosk/screens/staff_screens.h"
#include "kiosk/screens/words_staff.h"

namespace kiosk {
namespace {

struct Tile {
  content::TextView label;
  std::string value;
};

void StackTiles(Stack& stack, const View& view, Ui& ui, const std::vector<Tile>& tiles) {
  const int across = ui.Chosen().text_size == TextSize::kNormal ? 3 : 2;
  const auto step = static_cast<std::size_t>(across);
  for (std::size_t i = 0; i < tiles.size(); i += step) {
    const float width = Cut({0, 0, stack.Width(), 0}, 0, across, 20).w - 2 * 24;
    const std::size_t end = std::min(tiles.size(), i + step);
    std::vector<Stack> cells;
    float height = 0;
    for (std::size_t k = i; k < end; ++k) {
      Stack cell(ui, width, 2);
      cell.Text(Type::kTitle, Ink::kTeal, tiles[k].value);
      cell.Text(Type::kLabel, Ink::kText, view.Say(tiles[k].label));
      height = std::max(height, cell.Height() + 2 * 24);
      cells.push_back(std::move(cell));
    }
    stack.Add(height, [&ui, across, cells](Rect row) {
      for (std::size_t k = 0; k < cells.size(); ++k) {
        const Rect cell = Cut(row, static_cast<int>(k), across, 20);
        ui.Panel(cell, Ground::kCard, 32);
        cells[k].Draw(cell.Inset(24, 24));
      }
    });
  }
}

std::vector<Tile> TilesOf(const View& view, const content::Summary& summary) {
  const content::Rate& completed = summary.completion;
  std::string share = Phrase(view.Say(words::kOf), {{"k", std::to_string(completed.k)},
                                                    {"n", std::to_string(completed.n)}});
  if (completed.n >= kLeastForShare) share = SayPercent(completed.share);
  return {{words::kVisits, std::to_string(summary.visits)},
          {words::kRounds, std::to_string(summary.rounds_begun)},
          {words::kCompleted, share},
          {words::kChats, std::to_string(summary.chats)},
          {words::kFilms, std::to_string(summary.videos)},
          {words::kEmergencies, std::to_string(summary.emergencies)}};
}

void StackVisits(Stack& stack, const View& view, Ui& ui, const Numbers& numbers) {
  Stack inside(ui, stack.PadWidth(kCardPad), 16);
  const bool hours = numbers.days.empty();
  inside.Text(Type::kHeading, Ink::kText,
              view.Say(hours ? words::kVisitsByHour : words::kVisitsByDay));
  std::vector<PlotPoint> points;
  std::string spoken;
  for (std::size_t i = 0; i < numbers.visits.size(); ++i) {
    std::string label = std::to_string(i);
    if (!hours) {
      const content::Date day = numbers.days[i];
      label = std::to_string(static_cast<unsigned>(day.month())) + "/" +
              std::to_string(static_cast<unsigned>(day.day()));
    }
    points.push_back({label, static_cast<double>(numbers.visits[i])});
    spoken += label + " " + std::to_string(numbers.visits[i]) + "\n";
  }
  inside.Gap(24);
  inside.Add(PlotHeight(ui), [&ui, points, spoken](Rect area) {
    DrawPlot(ui, area, points);
    ui.Note("plot.visits", Role::kImage, area, spoken);
  });
  stack.Panel(Ground::kCard, kCardPad, std::move(inside), 40);
}

std::string TwoPlaces(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.2f", value);
  const std::string said(text.data());
  return said.front() == '-' ? "−" + said.substr(1) : said;
}

IntervalPlot SensePlot(const View& view, std::string id, content::TextView label,
                       content::TextView note, double low, double mid, double high) {
  return {.id = std::move(id),
          .label = view.Say(label),
          .value =
              Phrase(view.Say(words::kInterval),
                     {{"mid", TwoPlaces(mid)}, {"low", TwoPlaces(low)}, {"high", TwoPlaces(high)}}),
          .note = view.Say(note),
          .low = low,
          .mid = mid,
          .high = high,
          .from = 0,
          .until = 1,
          .marks = {}};
}

void StackJudging(Stack& stack, const View& view, Ui& ui, const content::Discernment& sense) {
  Stack inside(ui, stack.PadWidth(kCardPad), 20);
  inside.Text(Type::kHeading, Ink::kText, view.Say(words::kJudging));
  if (!sense.enough) {
    inside.Text(
        Type::kBody, Ink::kText,
        Phrase(view.Say(words::kNotEnough), {{"a", std::to_string(sense.hits.n)},
                                             {"b", std::to_string(sense.false_alarms.n)},
                                             {"n", std::to_string(content::kMinimumPerClass)}}));
    stack.Panel(Ground::kCard, kCardPad, std::move(inside), 40);
    return;
  }
  StackRate(inside, view, ui, "plot.hits", view.Say(words::kHits), sense.hits);
  StackRate(inside, view, ui, "plot.false-alarms", view.Say(words::kFalseAlarms),
            sense.false_alarms);
  IntervalPlot prime = SensePlot(view, "plot.d-prime", words::kDPrime, words::kDPrimeNote,
                                 sense.d_low, sense.d_prime, sense.d_high);
  prime.from = std::min(-1.0, sense.d_low);
  prime.until = std::max(4.0, sense.d_high);
  prime.marks = {{0, "0"}, {1, "1"}, {2, "2"}, {3, "3"}};
  StackInterval(inside, ui, std::move(prime));
  IntervalPlot leaning = SensePlot(view, "plot.criterion", words::kCriterion, words::kCriterionNote,
                                   sense.c_low, sense.criterion, sense.c_high);
  leaning.from = std::min(-2.0, sense.c_low);
  leaning.until = std::max(2.0, sense.c_high);
  leaning.marks = {{-1, "−1"}, {0, "0"}, {1, "1"}};
  StackInterval(inside, ui, std::move(leaning));
  stack.Panel(Ground::kCard, kCardPad, std::move(inside), 40);
}

void StackTopics(Stack& stack, const View& view, Ui& ui, const Numbers& numbers) {
  if (numbers.topics.empty()) return;
  Stack inside(ui, stack.PadWidth(kCardPad), 18);
  inside.Text(Type::kHeading, Ink::kText, view.Say(words::kByTopic));
  for (const TopicNumbers& topic : numbers.topics) {
    const content::Rate& hits = topic.discernment.hits;
    const std::string name = SayTopic(view, topic.topic);
    if (hits.n >= kLeastForTopic) {
      StackRate(inside, view, ui, "plot." + topic.topic, name, hits);
    } else if (hits.n > 0) {
      inside.Text(
          Type::kBody, Ink::kSoft,
          name + " · " +
              Phrase(view.Say(words::kNotEnoughShort),
                     {{"k", std::to_string(hits.n)}, {"n", std::to_string(kLeastForTopic)}}));
    }
  }
  stack.Panel(Ground::kCard, kCardPad, std::move(inside), 40);
}

void StackHardest(Stack& stack, const View& view, Ui& ui, const Numbers& numbers) {
  Stack inside(ui, stack.PadWidth(kCardPad), 18);
  inside.Text(Type::kHeading, Ink::kText, view.Say(words::kHardest));
  if (numbers.hardest.empty()) {
    inside.Text(Type::kBody, Ink::kSoft, WithNumber(view.Say(words::kNoHardest), kLeastForItem));
  }
  for (std::size_t i = 0; i < numbers.hardest.size(); ++i) {
    const HardItem& item = numbers.hardest[i];
    StackRate(inside, view, ui, "plot.hard." + std::to_string(i), view.Say(item.title),
              item.correct);
  }
  stack.Panel(Ground::kCard, kCardPad, std::move(inside), 40);
}

void StackExport(Stack& stack, const StaffScreen& staff, const StaffNumbers& page, const View& view,
                 Ui& ui, MaybeEvent& event) {
  Stack inside(ui, stack.PadWidth(kCardPad), 18);
  inside.Text(Type::kHeading, Ink::kText, view.Say(words::kExport));
  inside.Text(Type::kBody, Ink::kText,
              view.Say(page.drives.empty() ? words::kExportNoDrive : words::kExportNote));
  for (std::size_t i = 0; i < page.drives.size(); ++i) {
    const std::string name = page.drives[i].substr(page.drives[i].find_last_of('/') + 1);
    const std::string label = Phrase(view.Say(words::kExportTo), {{"drive", name}});
    Ui::ButtonOptions options{.look = ButtonLook::kPrimary, .icon = "forward"};
    options.enabled = !staff.work;
    inside.Add(ui.ButtonHeight(label, inside.Width(), options),
               [&ui, &event, label, options, i](Rect at) {
                 if (ui.Button("export." + std::to_string(i), at, label, options)) {
                   event = ExportTapped{i};
                 }
               });
  }
  stack.Panel(Ground::kCard, kCardPad, std::move(inside), 40);
}

void StackPeriods(Stack& stack, const StaffScreen& staff, const StaffNumbers& page,
                  const View& view, Ui& ui, MaybeEvent& event) {
  std::vector<std::string> labels;
  float height = 0;
  Ui::ButtonOptions options{.look = ButtonLook::kGhost};
  for (content::TextView text : words::kPeriods) {
    labels.push_back(view.Say(text));
    const float width = Cut({0, 0, stack.Width(), 0}, 0, 3, 20).w;
    height = std::max(height, ui.ButtonHeight(labels.back(), width, options));
  }
  options.enabled = !staff.work;
  options.role = Role::kChoice;
  stack.Add(height, [&ui, &event, labels, options, chosen = page.period](Rect row) {
    constexpr std::array<const char*, 3> kIds = {"period.today", "period.week", "period.month"};
    for (std::size_t i = 0; i < labels.size(); ++i) {
      Ui::ButtonOptions one = options;
      one.chosen = static_cast<std::size_t>(chosen) == i;
      if (ui.Button(kIds[i], Cut(row, static_cast<int>(i), 3, 20), labels[i], one)) {
        event = PeriodTapped{static_cast<Period>(i)};
      }
    }
  });
}

}  // namespace

MaybeEvent DrawStaffNumbers(const StaffScreen& staff, const StaffNumbers& page, const View& view,
                            Ui& ui, Rect area) {
  MaybeEvent event;
  if (staff.work && staff.work->HoldsStaff()) {
    const float height = WorkHeight(*staff.work, view, ui, area.w);
    event = DrawWork(*staff.work, view, ui, {area.x, area.Bottom() - height, area.w, height});
    area.h -= height + kGap;
  }
  const SheetColumns columns = CutSheet(ui, area, 0.5f);
  Stack left(ui, columns.left.w, 24), right(ui, columns.right.w, 24);
  StackPeriods(left, staff, page, view, ui, event);
  StackNewsOf(left, staff, view, ui);
  if (!page.numbers) {
    if (staff.work) left.Text(Type::kBody, Ink::kSoft, view.Say(words::kWorkCounting));
  } else {
    StackTiles(left, view, ui, TilesOf(view, page.numbers->summary));
    StackVisits(left, view, ui, *page.numbers);
    StackExport(left, staff, page, view, ui, event);
    StackJudging(right, view, ui, page.numbers->summary.discernment);
    StackTopics(right, view, ui, *page.numbers);
    StackHardest(right, view, ui, *page.numbers);
  }
  DrawSheet(ui, "staff.numbers", columns, left, right);
  return event;
}

}  // namespace kiosk
