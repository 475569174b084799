// SPDX-License-Identifier: MIT
#include <openssl/evp.h>

#include <array>
#include <chrono>
#include <iterator>
#include <optional>

#include "content/chat.h"
#include "content/csv.h"
#include "content/export.h"
#include "content/export_parts.h"
#include "content/json.h"

namespace content {
namespace {

// Names, not addresses: nothing answers there, and .example never belongs to anybody (RFC 2606).
const std::string kHome = "https://maplebridge.example";
const std::string kExtensions = kHome + "/xapi/";
const std::string kAdlTypes = "http://adlnet.gov/expapi/activities/";

struct Verb {
  const char* name;  ///< In ADL's vocabulary.
  Text display;
};

// In the order of EventKind, from 1.
const std::array<Verb, kEventKinds>& AllVerbs() {
  static const std::array<Verb, kEventKinds> kVerbs = {{{"initialized", {"开始了", "initialized"}},
                                                        {"terminated", {"结束了", "terminated"}},
                                                        {"attempted", {"尝试了", "attempted"}},
                                                        {"completed", {"完成了", "completed"}},
                                                        {"exited", {"离开了", "exited"}},
                                                        {"answered", {"回答了", "answered"}},
                                                        {"completed", {"完成了", "completed"}},
                                                        {"initialized", {"开始了", "initialized"}},
                                                        {"terminated", {"结束了", "terminated"}},
                                                        {"experienced", {"看了", "experienced"}},
                                                        {"answered", {"回答了", "answered"}},
                                                        {"experienced", {"看了", "experienced"}},
                                                        {"answered", {"回答了", "answered"}},
                                                        {"initialized", {"开始了", "initialized"}},
                                                        {"answered", {"回答了", "answered"}},
                                                        {"attempted", {"尝试了", "attempted"}},
                                                        {"suspended", {"停下了", "suspended"}},
                                                        {"terminated", {"结束了", "terminated"}}}};
  return kVerbs;
}

Json LanguageMap(const Text& text) {
  Json map = {{"zh-CN", text.zh}};
  if (!text.en.empty()) map["en"] = text.en;
  return map;
}

std::string ActivityType(Kind kind) {
  switch (kind) {
    case Kind::kQuiz:
    case Kind::kSpot:
      return kAdlTypes + "question";
    case Kind::kChat:
    case Kind::kScenario:
      return kAdlTypes + "simulation";
    case Kind::kVideo:
      return "https://w3id.org/xapi/video/activity-type/video";
    case Kind::kSurvey:
      return "http://id.tincanapi.com/activitytype/survey";
    case Kind::kChecklist:
    case Kind::kCard:
    case Kind::kReport:
    case Kind::kDirectory:
      break;
  }
  return kAdlTypes + "media";
}

Json MakeActivity(const std::string& path, const Text& name, const std::string& type) {
  return {{"objectType", "Activity"},
          {"id", kHome + path},
          {"definition", {{"name", LanguageMap(name)}, {"type", type}}}};
}

Json MakeObject(const JournalEvent& event, const ItemIndex& items) {
  switch (event.kind) {
    case EventKind::kVisitBegun:
    case EventKind::kVisitEnded:
      return MakeActivity("/activity/visit", {"一次来访", "a visit"}, kAdlTypes + "attempt");
    case EventKind::kRoundBegun:
    case EventKind::kRoundCompleted:
    case EventKind::kRoundLeft:
      return MakeActivity("/activity/round", {"一轮题", "a round"}, kAdlTypes + "assessment");
    case EventKind::kEmergencyOpened:
      return MakeActivity("/activity/emergency", {"我刚转了钱", "I just sent money"},
                          kAdlTypes + "media");
    default:
      break;
  }
  const bool vote = event.kind == EventKind::kSurveyAnswered;
  const bool part =
      event.kind == EventKind::kTrainingChose || event.kind == EventKind::kTrainingThrew;
  Json object = {{"objectType", "Activity"}, {"id", kHome + "/item/" + event.item}};
  if (const Envelope* item = items.Find(event.item)) {
    object = MakeActivity("/item/" + event.item, item->title,
                          vote || part ? kAdlTypes + "question" : ActivityType(item->kind));
  }
  if (vote) {
    object["id"] = object["id"].get<std::string>() + "/question/" + std::to_string(event.value + 1);
  }
  return object;
}

std::string Tenths(int tenths) { return "PT" + FormatNumber(tenths / 10.0, 1) + "S"; }

Json AnswerResult(const JournalEvent& event) {
  return {{"success", event.correct}, {"duration", Tenths(event.value)}};
}

Json RoundResult(const JournalEvent& event) {
  Json result = {{"completion", true}};
  if (event.detail <= 0) return result;
  const double right = std::min(event.value, event.detail);
  result["score"] = {
      {"raw", right}, {"min", 0}, {"max", event.detail}, {"scaled", right / event.detail}};
  return result;
}

Json ChatResult(const JournalEvent& event) {
  Json result = {{"completion", true}};
  const auto index = static_cast<std::size_t>(event.value);
  if (index >= std::size(kOutcomeNames)) return result;
  const auto outcome = static_cast<Outcome>(index);
  result["success"] = outcome != Outcome::kLost && outcome != Outcome::kHarm;
  result["extensions"] = {{kExtensions + "outcome", kOutcomeNames[index]}};
  return result;
}

Json TrainingResult(const JournalEvent& event) {
  Json result = Json::object();
  switch (event.kind) {
    case EventKind::kTrainingChose:
      result["duration"] = Tenths(event.value);
      if (!IsJudgedTraining(event)) return result;
      result["success"] = event.correct;
      result["extensions"] = {{kExtensions + "tries-before", event.detail}};
      return result;
    case EventKind::kTrainingThrew:
      result["duration"] = Tenths(event.detail);
      result["success"] = event.correct;
      result["extensions"] = {{kExtensions + "beside-cm", event.value}};
      return result;
    case EventKind::kTrainingEnded:
      result["duration"] = "PT" + std::to_string(event.value) + "S";
      result["completion"] = event.correct;
      result["extensions"] = {{kExtensions + "beats", event.detail}};
      return result;
    default:
      return result;
  }
}

/// An empty object when nothing is known but that it happened.
Json MakeResult(const JournalEvent& event) {
  switch (event.kind) {
    case EventKind::kVisitEnded:
      return {{"duration", "PT" + std::to_string(event.value) + "S"},
              {"extensions", {{kExtensions + "left-by", event.detail == 0 ? "button" : "idle"}}}};
    case EventKind::kRoundCompleted:
      return RoundResult(event);
    case EventKind::kRoundLeft:
      return {{"completion", false}};
    case EventKind::kAnswered:
    case EventKind::kMicroRound:
      return AnswerResult(event);
    case EventKind::kChatEnded:
      return ChatResult(event);
    case EventKind::kVideoEnded:
      return {{"extensions",
               {{"https://w3id.org/xapi/video/extensions/progress", event.value / 100.0}}}};
    case EventKind::kSurveyAnswered:
      return {{"response", std::to_string(event.detail + 1)}};
    default:
      return TrainingResult(event);
  }
}

Json MakeContext(const JournalEvent& event, const Envelope* item, const std::string& device) {
  Json extensions = {{kExtensions + "number", event.number}};
  if (event.signal != Signal::kNone) {
    extensions[kExtensions + "signal"] = kSignalNames[static_cast<std::size_t>(event.signal)];
  }
  if (event.said != Signal::kNone) {
    extensions[kExtensions + "said"] = kSignalNames[static_cast<std::size_t>(event.said)];
  }
  if (event.kind == EventKind::kMicroRound) extensions[kExtensions + "place"] = "attract-loop";
  if (event.kind == EventKind::kTrainingBegun) {
    extensions[kExtensions + "intensity"] = event.value;
    extensions[kExtensions + "mode"] = event.detail == 0 ? "headset" : "together";
  }
  const auto cause = static_cast<std::size_t>(event.value);
  if (event.kind == EventKind::kTrainingStopped && cause < std::size(kStopNames)) {
    extensions[kExtensions + "stopped-by"] = kStopNames[cause];
  }
  if (item != nullptr) extensions[kExtensions + "topic"] = item->topic;
  return {{"registration", MakeUuid(device + "/visit/" + std::to_string(event.visit))},
          {"platform", IsTraining(event.kind) ? "Maplebridge trainer" : "Maplebridge kiosk"},
          {"extensions", std::move(extensions)}};
}

std::string FormatTimestamp(std::int64_t hour) {
  const std::chrono::sys_time<std::chrono::hours> time{std::chrono::hours(hour)};
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const auto of_day = std::to_string((time - day).count());
  return FormatDate(Date(day)) + "T" + (of_day.size() < 2 ? "0" : "") + of_day + ":00:00Z";
}

/// All that the journal knows of the event, so that only the same event of the same device has the
/// same name; the number alone begins anew when a damaged journal was set aside.
std::string EventName(const JournalEvent& event, const std::string& device) {
  std::string name = device + "/event/" + std::to_string(event.number);
  for (const std::int64_t part :
       {static_cast<std::int64_t>(event.kind), event.visit, event.hour,
        static_cast<std::int64_t>(event.signal), static_cast<std::int64_t>(event.correct),
        static_cast<std::int64_t>(event.said), static_cast<std::int64_t>(event.value),
        static_cast<std::int64_t>(event.detail)}) {
    name += '/' + std::to_string(part);
  }
  return name + '/' + event.item;
}

std::optional<Json> MakeStatement(const JournalEvent& event, const ItemIndex& items,
                                  const std::string& device) {
  const auto kind = static_cast<std::size_t>(event.kind);
  if (kind < 1 || kind > AllVerbs().size()) return std::nullopt;
  const Verb& verb = AllVerbs()[kind - 1];
  Json statement = {
      {"id", MakeUuid(EventName(event, device))},
      {"actor",
       {{"objectType", "Agent"}, {"account", {{"homePage", kHome}, {"name", "kiosk-" + device}}}}},
      {"verb",
       {{"id", std::string("http://adlnet.gov/expapi/verbs/") + verb.name},
        {"display", LanguageMap(verb.display)}}},
      {"object", MakeObject(event, items)},
      {"context", MakeContext(event, items.Find(event.item), device)},
      {"timestamp", FormatTimestamp(event.hour)}};
  if (Json result = MakeResult(event); !result.empty()) statement["result"] = std::move(result);
  return statement;
}

}  // namespace

std::string MakeUuid(std::string_view name) {
  // The name space is a random UUID, drawn once for this project.
  std::string bytes("\x17\xb9\xca\x72\xe7\x56\x4d\xda\xa3\x9d\x90\xfb\xf3\xcd\x7a\xc2", 16);
  bytes += name;
  std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
  unsigned length = 0;
  EVP_Digest(bytes.data(), bytes.size(), sum.data(), &length, EVP_sha1(), nullptr);
  sum[6] = static_cast<unsigned char>((sum[6] & 0x0f) | 0x50);
  sum[8] = static_cast<unsigned char>((sum[8] & 0x3f) | 0x80);
  constexpr char kDigits[] = "0123456789abcdef";
  std::string uuid;
  for (std::size_t i = 0; i < 16; ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) uuid += '-';
    uuid += kDigits[sum[i] >> 4];
    uuid += kDigits[sum[i] & 15];
  }
  return uuid;
}

Result<void> WriteStatements(std::span<const JournalEvent> events, const Catalog& catalog,
                             std::string_view device, const Sink& sink) {
  const ItemIndex items(catalog);
  const std::string name(device);
  for (const JournalEvent& event : events) {
    const auto statement = MakeStatement(event, items, name);
    if (!statement) continue;  // of a later program; the table still lists it
    if (auto put = sink(DumpCanonicalJson(*statement)); !put) return put;
  }
  return {};
}

}  // namespace content
