// SPDX-License-Identifier: MIT
#include <iterator>
#include <vector>

#include "content/chat.h"
#include "content/csv.h"
#include "content/export.h"
#include "content/export_parts.h"

namespace content {
namespace {

constexpr const char* kKindWords[kEventKinds + 1] = {"",
                                                     "来访开始 visit begun",
                                                     "来访结束 visit ended",
                                                     "一轮开始 round begun",
                                                     "一轮完成 round completed",
                                                     "一轮中断 round left",
                                                     "回答 answered",
                                                     "对话结束 chat ended",
                                                     "影片开始 film started",
                                                     "影片结束 film ended",
                                                     "打开条目 item opened",
                                                     "意见 survey answered",
                                                     "求助页 emergency opened",
                                                     "待机回答 answered on attract loop",
                                                     "训练开始 training begun",
                                                     "训练选择 training chose",
                                                     "训练抛投 training threw",
                                                     "训练停下 training stopped",
                                                     "训练结束 training ended"};
constexpr const char* kSignalWords[] = {"", "诈骗 scam", "真实 genuine"};

struct Line {
  const JournalEvent& event;
  const Envelope* item;  ///< nullptr when no active pack holds it.
};

std::string Seconds(const Line& line) {
  const JournalEvent& event = line.event;
  switch (event.kind) {
    case EventKind::kAnswered:
    case EventKind::kMicroRound:
    case EventKind::kTrainingChose:
      return FormatNumber(event.value / 10.0, 1);
    case EventKind::kTrainingThrew:
      return FormatNumber(event.detail / 10.0, 1);
    case EventKind::kVisitEnded:
    case EventKind::kTrainingEnded:
      return std::to_string(event.value);
    default:
      return "";
  }
}

std::string OutcomeOf(const Line& line) {
  const auto index = static_cast<std::size_t>(line.event.value);
  const bool ended = line.event.kind == EventKind::kChatEnded && index < std::size(kOutcomeNames);
  return ended ? kOutcomeNames[index] : "";
}

std::string KindWord(const Line& line) {
  const auto kind = static_cast<std::size_t>(line.event.kind);
  return kind < std::size(kKindWords) ? kKindWords[kind] : std::to_string(kind);
}

std::string LeftBy(const Line& line) {
  if (line.event.kind != EventKind::kVisitEnded) return "";
  return line.event.detail == 0 ? "按钮 button" : "无人 idle";
}

std::string Right(const Line& line) {
  const bool judged = IsAnswer(line.event) || IsJudgedTraining(line.event);
  return !judged ? "" : line.event.correct ? "1" : "0";
}

std::string Tries(const Line& line) {
  const bool judged = line.event.kind == EventKind::kTrainingChose && IsJudgedTraining(line.event);
  return judged ? std::to_string(line.event.detail) : "";
}

std::string Worn(const Line& line) {
  if (line.event.kind != EventKind::kTrainingBegun) return "";
  return line.event.detail == 0 ? "头显 headset" : "共看 together";
}

std::string StoppedBy(const Line& line) {
  const auto index = static_cast<std::size_t>(line.event.value);
  const bool stopped = line.event.kind == EventKind::kTrainingStopped;
  return stopped && index < std::size(kStopNames) ? kStopNames[index] : "";
}

/// `number` when the event is of this kind, else nothing.
std::string Only(const Line& line, EventKind kind, int number) {
  return line.event.kind == kind ? std::to_string(number) : "";
}

struct Column {
  const char* head;
  std::string (*cell)(const Line&);
};

// EXPORT.md lists the columns; a test compares.
constexpr Column kColumns[] = {
    {"编号 number", [](const Line& l) { return std::to_string(l.event.number); }},
    {"时间 time", [](const Line& l) { return BeijingHour(l.event.hour); }},
    {"来访 visit", [](const Line& l) { return std::to_string(l.event.visit); }},
    {"事件 event", KindWord},
    {"条目 item", [](const Line& l) { return l.event.item; }},
    {"标题 title",
     [](const Line& l) { return l.item != nullptr ? l.item->title.zh : std::string(); }},
    {"主题 topic", [](const Line& l) { return l.item != nullptr ? l.item->topic : std::string(); }},
    {"实为 signal",
     [](const Line& l) {
       return std::string(kSignalWords[static_cast<std::size_t>(l.event.signal)]);
     }},
    {"判为 said",
     [](const Line& l) {
       return std::string(kSignalWords[static_cast<std::size_t>(l.event.said)]);
     }},
    {"答对 right", Right},
    {"秒数 seconds", Seconds},
    {"对题数 round right",
     [](const Line& l) { return Only(l, EventKind::kRoundCompleted, l.event.value); }},
    {"题数 round questions",
     [](const Line& l) { return Only(l, EventKind::kRoundCompleted, l.event.detail); }},
    {"结局 outcome", OutcomeOf},
    {"看了百分之 watched per cent",
     [](const Line& l) { return Only(l, EventKind::kVideoEnded, l.event.value); }},
    {"题号 survey question",
     [](const Line& l) { return Only(l, EventKind::kSurveyAnswered, l.event.value + 1); }},
    {"选项 survey option",
     [](const Line& l) { return Only(l, EventKind::kSurveyAnswered, l.event.detail + 1); }},
    {"离开 left by", LeftBy},
    {"强度 intensity",
     [](const Line& l) { return Only(l, EventKind::kTrainingBegun, l.event.value); }},
    {"方式 mode", Worn},
    {"之前试过 tries before", Tries},
    {"偏离厘米 cm beside",
     [](const Line& l) { return Only(l, EventKind::kTrainingThrew, l.event.value); }},
    {"停因 stopped by", StoppedBy},
    {"完成拍数 beats",
     [](const Line& l) { return Only(l, EventKind::kTrainingEnded, l.event.detail); }},
};

}  // namespace

Result<void> WriteEventsCsv(std::span<const JournalEvent> events, const Catalog& catalog,
                            const Sink& sink) {
  std::vector<std::string> cells;
  for (const Column& column : kColumns) cells.emplace_back(column.head);
  if (auto put = sink(std::string(kByteOrderMark) + CsvLine(cells)); !put) return put;
  const ItemIndex items(catalog);
  for (const JournalEvent& event : events) {
    const Line line{event, items.Find(event.item)};
    cells.clear();
    for (const Column& column : kColumns) cells.push_back(column.cell(line));
    if (auto put = sink(CsvLine(cells)); !put) return put;
  }
  return {};
}

}  // namespace content
