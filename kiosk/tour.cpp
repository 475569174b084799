// SPDX-License-Identifier: MIT
#include <array>
#include <sstream>

#include "kiosk/script.h"

namespace kiosk {
namespace {

bool Has(const content::Catalog& catalog, content::Kind kind) {
  return !catalog.Select([kind](const content::Envelope& e) { return e.kind == kind; }).empty();
}

bool HasRoom(const content::Catalog& catalog, Room room) {
  const auto is_in = [room](const content::Envelope& e) {
    return e.kind != content::Kind::kScenario && RoomOf(e) == room;
  };
  return !catalog.Select(is_in).empty();
}

}  // namespace

std::string TourScript(const content::Catalog& catalog) {
  std::ostringstream tour;
  using content::Kind;
  tour << "shot 01-attract\n";
  if (Has(catalog, Kind::kQuiz)) tour << "answer wrong\nshot 02-attract-answer\n";
  tour << "wait 100s\ntap attract.begin\nshot 03-home\n";
  tour << "tap emergency\nshot 04-emergency\ntap back\n";
  if (Has(catalog, Kind::kQuiz)) {
    tour << "tap round\nshot 05-question\nanswer wrong\nshot 06-wrong\ntap next\n"
         << "shot 07-question\nanswer right\nshot 08-right\ntap next\n";
    for (int i = 3; i <= 6; ++i) {
      tour << "shot 09-question-" << i << "\nanswer " << (i % 2 != 0 ? "right" : "wrong")
           << "\nshot 09-answer-" << i << "\ntap next\n";
    }
    tour << "shot 10-round-end\ntap home\n";
  }
  constexpr std::array<const char*, 5> kRooms = {"recognise", "watch", "papers", "safety",
                                                 "nearby"};
  for (std::size_t i = 0; i < kRooms.size(); ++i) {
    if (!HasRoom(catalog, static_cast<Room>(i))) continue;
    tour << "tap room." << kRooms[i] << "\nshot 11-shelf-" << kRooms[i] << "\ntap home\n";
  }
  if (Has(catalog, Kind::kChat)) {
    tour << "open chat\nshot 12-chat-brief\ntap begin\nwait 0.4s\nshot 13-chat-typing\nwait 12s\n"
         << "shot 14-chat\ntap reply.0\nwait 15s\nshot 15-chat-on\ntap home\n";
  }
  if (Has(catalog, Kind::kVideo)) {
    tour << "open video\nshot 16-film-poster\ntap play\nuntil film playing 10s\nuntil id pause 5s\n"
         << "until id pause 5s\nshot 17-film\nuntil id answer.0 90s\nshot 18-film-question\n"
         << "answer right\nshot 19-film-answer\ntap home\n";
  }
  constexpr std::array<Kind, 5> kPapers = {Kind::kChecklist, Kind::kCard, Kind::kReport,
                                           Kind::kDirectory, Kind::kSurvey};
  for (const Kind one : kPapers) {
    if (!Has(catalog, one)) continue;
    const char* kind = content::kKindNames[static_cast<std::size_t>(one)];
    // The first card is the emergency card, which has had its picture.
    tour << "open " << kind << (one == Kind::kCard ? " 1" : "") << "\nshot 20-" << kind
         << "\ntap home\n";
  }
  tour << "wait 62s\nshot 21-still-there\nwait 30s\nexpect screen attract\nshot 22-after\n";
  return tour.str();
}

}  // namespace kiosk
