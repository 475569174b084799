// SPDX-License-Identifier: MIT
#include "vr/core/report.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace vr {
namespace {

/// The shortest digits that read back as the same number.
std::string Digits(double value) {
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, value);
  return {text, end.ptr};
}

/// As the journal takes it: 0 to 9999999.
int Bounded(double value) {
  return static_cast<int>(std::clamp(std::floor(value + 0.5), 0.0, 9999999.0));
}

std::string Word(const std::optional<bool>& right) {
  return !right ? "opinion" : *right ? "right" : "wrong";
}

content::JournalEvent MakeEvent(content::EventKind kind, std::string item) {
  content::JournalEvent event;
  event.kind = kind;
  event.item = std::move(item);
  return event;
}

}  // namespace

std::string FormatReport(const Report& report) {
  std::string text = "scenario " + report.scenario + "\nintensity " +
                     std::to_string(report.intensity) + "\nmode " +
                     (report.mode == Mode::kHeadset ? "headset" : "together") + "\nseconds " +
                     Digits(report.seconds) + "\nbeats " + std::to_string(report.beats_finished) +
                     "\nended " + (report.ended ? "yes" : "no") + "\n";
  for (const Deed& deed : report.deeds) {
    text += "deed " + deed.beat + "." + deed.step;
    if (!deed.choice.empty()) text += "." + deed.choice;
    text += " " + Word(deed.right) + " " + Digits(deed.seconds) + " s, tries before " +
            std::to_string(deed.tries_before);
    if (deed.miss_m) text += ", beside " + Digits(*deed.miss_m) + " m";
    text += "\n";
  }
  for (const CalmCause cause : report.calms) {
    text += std::string("calm ") + content::kStopNames[static_cast<std::size_t>(cause)] + "\n";
  }
  return text;
}

content::JournalEvent BeginEvent(const std::string& item, const Setup& setup) {
  auto event = MakeEvent(content::EventKind::kTrainingBegun, item);
  event.value = setup.intensity;
  event.detail = setup.mode == Mode::kHeadset ? 0 : 1;
  return event;
}

content::JournalEvent DeedEvent(const std::string& item, const Deed& deed) {
  const bool thrown = deed.miss_m.has_value();
  auto event =
      MakeEvent(thrown ? content::EventKind::kTrainingThrew : content::EventKind::kTrainingChose,
                item + "." + deed.beat + "." + (deed.choice.empty() ? deed.step : deed.choice));
  event.correct = deed.right.value_or(false);
  if (thrown) {
    event.value = Bounded(*deed.miss_m * 100);
    event.detail = Bounded(deed.seconds * 10);
  } else {
    event.value = Bounded(deed.seconds * 10);
    event.detail =
        deed.right ? std::min(deed.tries_before, content::kOpinion - 1) : content::kOpinion;
  }
  return event;
}

content::JournalEvent StopEvent(const std::string& item, const std::string& beat, CalmCause cause) {
  auto event = MakeEvent(content::EventKind::kTrainingStopped, item + "." + beat);
  event.value = static_cast<int>(cause);
  return event;
}

content::JournalEvent EndEvent(const Report& report) {
  auto event = MakeEvent(content::EventKind::kTrainingEnded, report.scenario);
  event.correct = report.ended;
  event.value = Bounded(report.seconds);
  event.detail = report.beats_finished;
  return event;
}

}  // namespace vr
