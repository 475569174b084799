// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "content/csv.h"
#include "content/export.h"
#include "content/export_parts.h"

namespace content {
namespace {

/// Answers to one thing.
struct Tally {
  std::string name;
  int n = 0, right = 0;
};

struct Sums {
  std::map<EventKind, int> kinds;
  std::map<std::string, int> visits_of_day;
  std::map<std::string, Tally> topics, items, votes, trained;
  int trainings_ended = 0;
  int hits = 0, scams = 0, false_alarms = 0, genuine = 0;
};

void Count(std::map<std::string, Tally>& into, const std::string& name, bool right) {
  Tally& tally = into[name];
  tally.name = name;
  ++tally.n;
  tally.right += right ? 1 : 0;
}

void CountAnswer(Sums& sums, const JournalEvent& event, const Envelope* item) {
  Count(sums.items, event.item, event.correct);
  Count(sums.topics, item != nullptr ? item->topic : "?", event.correct);
  if (event.said == Signal::kNone) return;
  const bool alarm = event.said == Signal::kScam;
  if (event.signal == Signal::kScam) {
    ++sums.scams;
    sums.hits += alarm ? 1 : 0;
  } else if (event.signal == Signal::kGenuine) {
    ++sums.genuine;
    sums.false_alarms += alarm ? 1 : 0;
  }
}

Sums Gather(std::span<const JournalEvent> events, const ItemIndex& items) {
  Sums sums;
  for (const JournalEvent& event : events) {
    ++sums.kinds[event.kind];
    if (event.kind == EventKind::kVisitBegun) ++sums.visits_of_day[BeijingDay(event.hour)];
    if (IsJudgedTraining(event)) Count(sums.trained, event.item, event.correct);
    if (event.kind == EventKind::kTrainingEnded) sums.trainings_ended += event.correct ? 1 : 0;
    if (IsAnswer(event)) CountAnswer(sums, event, items.Find(event.item));
    if (event.kind == EventKind::kSurveyAnswered) {
      Count(sums.votes,
            event.item + "#" + std::to_string(event.value + 1) + "/" +
                std::to_string(event.detail + 1),
            false);
    }
  }
  return sums;
}

/// The tallies by descending count, and last those that are too small by themselves, together: with
/// as many of the next that no cell can be told by taking the others from a sum.
std::vector<Tally> Pool(const std::map<std::string, Tally>& tallies) {
  std::vector<Tally> list;
  for (const auto& [name, tally] : tallies) list.push_back(tally);
  std::stable_sort(list.begin(), list.end(),
                   [](const Tally& a, const Tally& b) { return a.n > b.n; });
  Tally others{"其他 others"};
  while (!list.empty() &&
         (list.back().n < kSmallestCell || (others.n > 0 && others.n < kSmallestCell))) {
    others.n += list.back().n;
    others.right += list.back().right;
    list.pop_back();
  }
  if (others.n > 0) list.push_back(others);
  return list;
}

/// The lines of the table, one kind of line a function.
class Table {
 public:
  explicit Table(const Sink& sink) : sink_(sink) {}
  [[nodiscard]] const Result<void>& Done() const { return done_; }

  void Put(const std::vector<std::string>& cells) {
    if (done_) done_ = sink_(CsvLine(cells));
  }
  void Head() {
    if (done_) done_ = sink_(kByteOrderMark);
    Put({"部分 part", "名称 name", "标题 title", "次数 count", "其中 of these", "百分比 per cent",
         "95%下限 low", "95%上限 high"});
  }
  void Number(const char* part, const std::string& name, int n) {
    Put({part, name, "", Shown(n), "", "", "", ""});
  }
  void Share(const char* part, const std::string& name, const std::string& title, int k, int n) {
    if (n < kSmallestCell) return Put({part, name, title, Shown(n), "", "", "", ""});
    const Rate rate = WilsonRate(k, n);
    Put({part, name, title, std::to_string(n), std::to_string(k), FormatNumber(rate.share * 100, 1),
         FormatNumber(rate.low * 100, 1), FormatNumber(rate.high * 100, 1)});
  }
  void Value(const char* part, const char* name, double value, double low, double high) {
    Put({part, name, "", FormatNumber(value, 2), "", "", FormatNumber(low, 2),
         FormatNumber(high, 2)});
  }

 private:
  /// Nothing is told by none: only what is small and not empty is kept back.
  static std::string Shown(int n) {
    return n > 0 && n < kSmallestCell ? "<" + std::to_string(kSmallestCell) : std::to_string(n);
  }
  const Sink& sink_;
  Result<void> done_;
};

void PutTotals(Table& table, Sums& sums) {
  constexpr const char* kAll = "总计 total";
  const auto of = [&sums](EventKind kind) { return sums.kinds[kind]; };
  table.Number(kAll, "来访 visits", of(EventKind::kVisitBegun));
  table.Share(kAll, "一轮：开始，其中完成 rounds: begun, of these completed", "",
              of(EventKind::kRoundCompleted), of(EventKind::kRoundBegun));
  table.Number(kAll, "对话 chats", of(EventKind::kChatEnded));
  table.Number(kAll, "影片 films", of(EventKind::kVideoStarted));
  table.Number(kAll, "求助页 emergency page", of(EventKind::kEmergencyOpened));
  table.Share(kAll, "训练：开始，其中看完 trainings: begun, of these seen to the end", "",
              sums.trainings_ended, of(EventKind::kTrainingBegun));
  table.Number(kAll, "训练中停下 stops in trainings", of(EventKind::kTrainingStopped));
  table.Share(kAll, "诈骗，其中识破 scams, of these caught", "", sums.hits, sums.scams);
  table.Share(kAll, "真实，其中错怪 genuine, of these called a scam", "", sums.false_alarms,
              sums.genuine);
  const Discernment found = Discern(sums.hits, sums.scams, sums.false_alarms, sums.genuine);
  if (!found.enough) return;
  table.Value(kAll, "辨别力 d′", found.d_prime, found.d_low, found.d_high);
  table.Value(kAll, "倾向 c", found.criterion, found.c_low, found.c_high);
}

}  // namespace

Result<void> WriteSummaryCsv(std::span<const JournalEvent> events, const Catalog& catalog,
                             const Sink& sink) {
  const ItemIndex items(catalog);
  Sums sums = Gather(events, items);
  Table table(sink);
  table.Head();
  PutTotals(table, sums);
  for (const auto& [day, visits] : sums.visits_of_day) table.Number("每日来访 day", day, visits);
  for (const Tally& topic : Pool(sums.topics)) {
    table.Share("主题 topic", topic.name, "", topic.right, topic.n);
  }
  for (const Tally& one : Pool(sums.items)) {
    const Envelope* item = items.Find(one.name);
    table.Share("题目 item", one.name, item != nullptr ? item->title.zh : "", one.right, one.n);
  }
  for (const Tally& one : Pool(sums.trained)) {
    const Envelope* item = items.Find(one.name);
    table.Share("训练 training", one.name, item != nullptr ? item->title.zh : "", one.right, one.n);
  }
  for (const Tally& vote : Pool(sums.votes)) table.Number("意见 survey", vote.name, vote.n);
  return table.Done();
}

}  // namespace content
