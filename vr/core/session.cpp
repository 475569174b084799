// SPDX-License-Identifier: MIT
#include "vr/core/session.h"

#include <algorithm>
#include <string>

namespace vr {

Maker MakerOf(std::string_view system_name) {
  std::string name(system_name);
  for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  if (name.empty()) return Maker::kNone;
  const auto holds = [&name](const char* word) { return name.find(word) != std::string::npos; };
  if (holds("pico")) return Maker::kPico;
  if (holds("meta") || holds("oculus") || holds("quest")) return Maker::kMeta;
  return Maker::kOther;
}

int YoungestAge(Maker maker) { return maker == Maker::kMeta ? 10 : 13; }

int MostIntensity(AgeBand band) {
  switch (band) {
    case AgeBand::kSixToNine:
      return 1;
    case AgeBand::kTenToTwelve:
      return 2;
    case AgeBand::kThirteenUp:
      return 3;
  }
  return 1;
}

Start CheckStart(const Screening& screening) {
  Start start{Mode::kTogether, MostIntensity(screening.band), {}};
  const int youngest = YoungestAge(screening.maker);
  const std::string years = std::to_string(youngest);
  if (screening.unwell) {
    start.most_intensity = 1;
    start.why = {"身体状况不适合戴头显，请用共看模式，或在旁边看。",
                 "Their health speaks against a headset: use together mode, or let them watch."};
  } else if (screening.loss_or_fear) {
    start.most_intensity = 1;
    start.why = {"不勉强：请用共看模式，或在旁边看。",
                 "Do not press them: use together mode, or let them watch."};
  } else if (screening.maker == Maker::kNone) {
    start.why = {"没有找到头显，用共看模式，内容一样。",
                 "No headset was found. Together mode has the same scenario."};
  } else if (YoungestOf(screening.band) < youngest) {
    start.why = {
        "这台头显只给" + years + "岁以上的孩子戴，请用共看模式，内容一样。",
        "This headset is for ages " + years + " and over. Together mode has the same scenario."};
  } else if (screening.band != AgeBand::kThirteenUp && !screening.guardian_agrees) {
    start.why = {"未满13岁戴头显要家长同意，先用共看模式。",
                 "Under 13 a headset needs a parent's consent. Use together mode until then."};
  } else {
    start.mode = Mode::kHeadset;
  }
  return start;
}

void StepWearing(std::int64_t now_us, bool worn, Wearing& wearing) {
  const std::int64_t passed =
      wearing.last_us < 0 ? 0 : std::max<std::int64_t>(0, now_us - wearing.last_us);
  wearing.last_us = now_us;
  if (worn) {
    wearing.worn_us += passed;
    wearing.rest_us = 0;
    return;
  }
  wearing.rest_us += passed;
  if (wearing.rest_us >= kLeastRestUs) wearing.worn_us = 0;
}

std::int64_t RestLeft(const Wearing& wearing) {
  if (wearing.worn_us < kLongestWearUs) return 0;
  return std::max<std::int64_t>(0, kLeastRestUs - wearing.rest_us);
}

}  // namespace vr
