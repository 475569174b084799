// SPDX-License-Identifier: MIT
#include "kiosk/core/staff_numbers.h"

#include <algorithm>
#include <map>
#include <string>

namespace kiosk {
namespace {

using content::EventKind;
using content::JournalEvent;
using content::Signal;

constexpr int kDayHours = 24;

int DaysOf(Period period) {
  return period == Period::kToday ? 1 : period == Period::kWeek ? 7 : 30;
}

/// Answers of one topic.
struct Tally {
  int hits = 0, scams = 0, false_alarms = 0, genuine = 0;
};

bool IsJudgement(const JournalEvent& event) {
  return (event.kind == EventKind::kAnswered || event.kind == EventKind::kMicroRound) &&
         event.signal != Signal::kNone && event.said != Signal::kNone;
}

std::vector<TopicNumbers> CountTopics(std::span<const JournalEvent> events,
                                      const content::Catalog& catalog) {
  std::map<std::string, std::string> topic_of;
  for (const content::Pack& pack : catalog.packs) {
    for (const auto& item : pack.manifest.items) topic_of[item.envelope.id] = item.envelope.topic;
  }
  std::map<std::string, Tally> tallies;
  for (const JournalEvent& event : events) {
    const auto topic = topic_of.find(event.item);
    if (!IsJudgement(event) || topic == topic_of.end()) continue;
    Tally& tally = tallies[topic->second];
    const bool alarm = event.said == Signal::kScam;
    const bool scam = event.signal == Signal::kScam;
    ++(scam ? tally.scams : tally.genuine);
    if (alarm) ++(scam ? tally.hits : tally.false_alarms);
  }
  std::vector<TopicNumbers> topics;
  for (const auto& [topic, tally] : tallies) {
    topics.push_back(
        {topic, content::Discern(tally.hits, tally.scams, tally.false_alarms, tally.genuine)});
  }
  const auto answers = [](const TopicNumbers& topic) {
    return topic.discernment.hits.n + topic.discernment.false_alarms.n;
  };
  std::stable_sort(topics.begin(), topics.end(),
                   [&](const auto& a, const auto& b) { return answers(a) > answers(b); });
  return topics;
}

}  // namespace

content::Span SpanOf(Period period, const Now& now) {
  // Time zones of half an hour are off by it; China has one zone of eight hours.
  const std::int64_t midnight = now.hour_utc - now.hour;
  return {midnight - (DaysOf(period) - 1) * kDayHours, now.hour_utc + 1};
}

Numbers SumUp(Period period, const Now& now, const content::Summary& summary,
              std::span<const JournalEvent> events, const std::vector<content::ItemScore>& hardest,
              const content::Catalog& catalog) {
  Numbers numbers;
  numbers.period = period;
  numbers.summary = summary;
  const content::Span span = SpanOf(period, now);
  const int days = DaysOf(period);
  const int hours_each = days == 1 ? 1 : kDayHours;
  numbers.visits.assign(static_cast<std::size_t>(days == 1 ? now.hour + 1 : days), 0);
  for (const JournalEvent& event : events) {
    if (event.kind != EventKind::kVisitBegun) continue;
    const auto bar = static_cast<std::size_t>((event.hour - span.from_hour) / hours_each);
    if (event.hour >= span.from_hour && bar < numbers.visits.size()) ++numbers.visits[bar];
  }
  for (int i = days - 1; days > 1 && i >= 0; --i) {
    numbers.days.emplace_back(std::chrono::sys_days(now.today) - std::chrono::days(i));
  }
  numbers.topics = CountTopics(events, catalog);
  for (const content::ItemScore& score : hardest) {
    if (numbers.hardest.size() == kHardestShown) break;
    const auto ref = catalog.Find(score.item);
    numbers.hardest.push_back(
        {ref ? catalog.EnvelopeOf(*ref).title : content::Text{score.item, score.item},
         score.correct});
  }
  return numbers;
}

}  // namespace kiosk
