// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "content/date.h"
#include "content/text.h"

namespace content {

enum class Kind {
  kQuiz,
  kSpot,
  kChat,
  kVideo,
  kChecklist,
  kCard,
  kReport,
  kDirectory,
  kSurvey,
  kScenario
};

/// What the item shows: a scam, a genuine message, or neither. Signal detection (d', c) counts
/// scams as the signal and genuine messages as the noise.
enum class Signal { kNone, kScam, kGenuine };

enum class Channel { kNone, kSms, kCall, kChat, kVideoCall, kEmail, kWeb, kInPerson, kPrint };

/// Names as written in packs, in the order of the enumerators.
inline constexpr const char* kKindNames[] = {"quiz", "spot",   "chat",      "video",  "checklist",
                                             "card", "report", "directory", "survey", "scenario"};
inline constexpr const char* kSignalNames[] = {"none", "scam", "genuine"};
inline constexpr const char* kChannelNames[] = {"none",  "sms", "call",      "chat", "videocall",
                                                "email", "web", "in_person", "print"};

struct Approval {
  std::string by;  ///< The office that approved, never a person's name.
  std::optional<Date> on;
  bool operator==(const Approval&) const = default;
};

/// A file of the pack, path relative to the pack's root, such as "media/bridge.png".
using MediaPath = std::string;

/// A picture and what it shows, said in words for those who cannot see it.
struct Picture {
  MediaPath file;
  Text alt;
};

/// What every item carries, whatever its kind.
struct Envelope {
  std::string id;  ///< Dotted lower case, unique on a device: "fraud.cs.protection-plan".
  Kind kind = Kind::kCard;
  std::string topic;  ///< Dotted lower case; its first part decides the room: fraud, service, ...
  Signal signal = Signal::kNone;
  Channel channel = Channel::kNone;
  std::vector<std::string> audience;  ///< general, elder, student, pupil, finance, jobseeker, shop.
  int min_age = 0;
  int difficulty = 1;  ///< 1 easy to 3 hard.
  int est_seconds = 30;
  Text title;
  std::vector<std::string> sources;  ///< Keys into the manifest's table of sources.
  std::optional<Date> valid_from;
  std::optional<Date> review_by;
  std::string law_version;
  Approval approval;
  MediaPath narration_zh, narration_en;  ///< Sound that reads the item aloud; empty when absent.
  bool operator==(const Envelope&) const = default;
};

}  // namespace content
