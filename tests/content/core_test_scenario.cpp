// SPDX-License-Identifier: MIT
// What a scenario may ask of the trainer, and what the reader refuses with place and reason.
#include <functional>
#include <string>

#include "content/item.h"
#include "content/limits.h"
#include "content/scenario_stage.h"
#include "tests/content/core_test_items.h"
#include "tests/support/catch.h"

namespace {

namespace limits = content::limits;
using Change = std::function<void(Json&)>;

Json MakeChanged(const Change& change) {
  Json item = MakeItem("scenario");
  change(item);
  return item;
}

/// "code where" of the first problem; empty when it is accepted.
std::string ScenarioRefusal(const Json& item) {
  const auto parsed = content::ParseItem(item.dump());
  if (parsed) return "";
  CHECK_FALSE(parsed.error().message.zh.empty());
  CHECK_FALSE(parsed.error().remedy.en.empty());
  return parsed.error().code + " " + parsed.error().where;
}

Json MakeCard(const std::string& id, bool right) {
  return {{"id", id},
          {"text", MakeText()},
          {"right", right},
          {"says", MakeText()},
          {"then", right ? "on" : "rewind"}};
}

Json MakeChoices() {
  return {
      {"id", "c"}, {"ends", "choice"}, {"choices", {MakeCard("y", true), MakeCard("n", false)}}};
}

Json MakeFigure(const std::string& id) {
  return {{"id", id}, {"role", "swimmer"}, {"name", MakeText()}, {"vest", "white"}};
}

/// `count` copies of the first entry, each with an id of its own.
void Fill(Json& list, std::size_t count) {
  const Json first = list.at(0);
  list = Json::array();
  for (std::size_t i = 0; i < count; ++i) {
    list.push_back(first);
    list.back()["id"] = "x" + std::to_string(i);
  }
}

Json& FirstStep(Json& item) { return item["beats"][0]["steps"][0]; }

}  // namespace

TEST_CASE("A scenario that asks for what the trainer cannot do is refused with place and reason") {
  struct Row {
    const char* refusal;
    Change change;
  };
  const Row rows[] = {
      {"word.unknown /place/props/0/kind",
       [](Json& i) { i["place"]["props"][0]["kind"] = "ship"; }},
      {"word.unknown /beats/0/steps/0/ends", [](Json& i) { FirstStep(i)["ends"] = "swim"; }},
      {"scenario.setting /place/water/current_mps",
       [](Json& i) { i["place"]["setting"] = "quarry"; }},
      {"scenario.setting /place/props/0/kind",
       [](Json& i) { i["place"]["props"][0]["kind"] = "cliff"; }},
      {"key.missing /beats/0/steps/0",
       [](Json& i) {
         FirstStep(i) = {{"id", "s"}, {"ends", "shout"}};
       }},
      {"scenario.unknown /beats/0/steps/0/instead",
       [](Json& i) {
         FirstStep(i) = {{"id", "s"}, {"ends", "hold"}, {"instead", "buoy"}};
       }},
      {"scenario.gaze /beats/0/steps/0/instead",
       [](Json& i) {
         FirstStep(i) = {{"id", "s"}, {"ends", "hold"}, {"instead", "sign"}};
         i["place"]["props"][0]["at"] = {0, 0.5, 9};  // behind the seat
       }},
      {"scenario.gaze /beats/0/steps/0/instead",
       [](Json& i) {
         FirstStep(i) = {{"id", "s"}, {"ends", "hold"}, {"instead", "sign"}};
         i["place"]["props"][0]["at"] = {7.8, 3.9, -8};  // behind the sun badge
       }},
      {"scenario.not-there /beats/0/steps/0/targets/0/at",
       [](Json& i) {
         i["place"]["props"][0]["hidden"] = true;
         FirstStep(i) = {
             {"id", "s"}, {"ends", "gaze"}, {"need", 1}, {"targets", {{{"at", "sign"}}}}};
       }},
      {"scenario.need /beats/0/steps/0/need",
       [](Json& i) {
         FirstStep(i) = {
             {"id", "s"}, {"ends", "gaze"}, {"need", 2}, {"targets", {{{"at", "sign"}}}}};
       }},
      {"scenario.comfort /beats/0/steps/0/move/seconds",
       [](Json& i) {
         FirstStep(i)["move"] = {{"to", {0, 1.7, 0}}, {"seconds", 5}};
       }},
      {"scenario.move-time /beats/0/steps/0/move/seconds",
       [](Json& i) {
         FirstStep(i)["move"] = {{"to", {0, 1.5, 2}}, {"seconds", 6}};
       }},
      {"scenario.crossing /beats/0/steps/0/move",
       [](Json& i) {
         i["beats"][0]["view"]["eye"] = {0, 0.1, -2};
         FirstStep(i)["move"] = {{"to", {0, -0.1, -2}}, {"seconds", 4}};
       }},
      {"scenario.under /comfort/under_s/0",
       [](Json& i) {
         i["beats"][0]["view"]["eye"] = {0, -0.5, -2};
       }},
      {"scenario.under /beats/0/steps/0/ends",
       [](Json& i) {
         i["beats"][0]["view"]["eye"] = {0, -0.5, -2};
         FirstStep(i) = MakeChoices();
       }},
      {"scenario.unreachable /beats/0/steps/1",
       [](Json& i) {
         i["beats"][0]["steps"].push_back(
             {{"id", "t"}, {"ends", "time"}, {"seconds_by_intensity", {0, 0, 0}}});
       }},
      {"scenario.end /beats/0", [](Json& i) { i["beats"][0]["from_age"] = 10; }},
      {"scenario.age /beats/0/from_age", [](Json& i) { i["beats"][0]["from_age"] = 8; }},
      {"scenario.to /beats/0/steps/0/choices/0/to",
       [](Json& i) {
         FirstStep(i) = MakeChoices();
         FirstStep(i)["choices"][0]["to"] = "b";  // back to itself
       }},
      {"scenario.then /beats/0/steps/0/choices/1/then",
       [](Json& i) {
         FirstStep(i) = MakeChoices();
         FirstStep(i)["choices"][1]["then"] = "on";
       }},
      {"scenario.choices /beats/0/steps/0/choices",
       [](Json& i) {
         FirstStep(i) = MakeChoices();
         FirstStep(i)["choices"][0] = MakeCard("y", false);
       }},
      {"scenario.throw-far /beats/0/steps/0/throw/to",
       [](Json& i) {
         i["figures"] = Json::array({MakeFigure("f")});
         i["beats"][0]["figures"] = {{{"figure", "f"}, {"at", {0, 0, -11}}, {"posture", "drown"}}};
         FirstStep(i) = {{"id", "s"}, {"ends", "throw"}};
         FirstStep(i)["throw"] = {
             {"object", "bag"}, {"to", "f"}, {"caught", MakeText()}, {"missed", MakeText()}};
       }},
      {"scenario.throw-near /beats/0/steps/0/throw/to",
       [](Json& i) {
         i["figures"] = Json::array({MakeFigure("f")});
         i["beats"][0]["figures"] = {{{"figure", "f"}, {"at", {0, 0, 0.5}}, {"posture", "drown"}}};
         FirstStep(i) = {{"id", "s"}, {"ends", "throw"}};
         FirstStep(i)["throw"] = {
             {"object", "bag"}, {"to", "f"}, {"caught", MakeText()}, {"missed", MakeText()}};
       }},
      {"id.duplicate /beats/0/steps/0/choices/1/id",
       [](Json& i) {
         FirstStep(i) = MakeChoices();
         FirstStep(i)["choices"][1]["id"] = "y";
       }},
      {"key.unknown /beats/0/steps/0/die", [](Json& i) { FirstStep(i)["die"] = true; }},
  };
  for (const Row& row : rows) {
    const Json item = MakeChanged(row.change);
    INFO(item.dump());
    CHECK(ScenarioRefusal(item) == row.refusal);
  }
}

TEST_CASE("A scenario's limits hold: at the limit it is accepted, beyond it is refused") {
  struct Row {
    const char* code;
    Change at, beyond;
  };
  const auto props = [](std::size_t n) { return [n](Json& i) { Fill(i["place"]["props"], n); }; };
  const auto figures = [](std::size_t n) {
    return [n](Json& i) {
      i["figures"] = Json::array({MakeFigure("f")});
      Fill(i["figures"], n);
    };
  };
  const auto beats = [](std::size_t n) { return [n](Json& i) { Fill(i["beats"], n); }; };
  const auto steps = [](std::size_t n) {
    return [n](Json& i) { Fill(i["beats"][0]["steps"], n); };
  };
  const auto captions = [](std::size_t n) {
    return [n](Json& i) {
      for (std::size_t k = 0; k < n; ++k) {
        FirstStep(i)["captions"].push_back({{"at", k}, {"text", MakeText()}});
      }
    };
  };
  const auto targets = [](std::size_t n) {
    return [n](Json& i) {
      Json list = Json::array();
      Fill(i["place"]["props"], n);
      for (std::size_t k = 0; k < n; ++k) {
        i["place"]["props"][k]["at"] = {-8 + 2.2 * static_cast<double>(k), -1, -6};
        list.push_back({{"at", "x" + std::to_string(k)}});
      }
      FirstStep(i) = {{"id", "s"}, {"ends", "gaze"}, {"need", 1}, {"targets", list}};
    };
  };
  const auto name = [](std::size_t n) {
    return [n](Json& i) { i["beats"][0]["id"] = std::string(n, 'b'); };
  };
  const auto id = [](std::size_t n) { return [n](Json& i) { i["id"] = std::string(n, 'i'); }; };
  const auto place = [](double x) {
    return [x](Json& i) { i["place"]["props"][0]["at"] = {x, 0, 0}; };
  };
  const auto seconds = [](double s) { return [s](Json& i) { FirstStep(i)["seconds"] = s; }; };
  const auto breaths = [](int n) {
    return [n](Json& i) { FirstStep(i) = {{"id", "s"}, {"ends", "breath"}, {"breaths", n}}; };
  };
  const auto comfort = [](const char* key, double v) {
    return [key, v](Json& i) { i["comfort"][key] = v; };
  };
  const auto under = [](double s) { return [s](Json& i) { i["comfort"]["under_s"][2] = s; }; };
  const auto total = [](std::size_t n) {
    return [n](Json& i) {
      FirstStep(i)["seconds"] = limits::kStepSeconds;
      Fill(i["beats"][0]["steps"], n);
    };
  };
  const auto choices = [](std::size_t n) {
    return [n](Json& i) {
      FirstStep(i) = MakeChoices();
      Fill(FirstStep(i)["choices"], n);
    };
  };
  const Row rows[] = {
      {"list.too-long", props(limits::kProps), props(limits::kProps + 1)},
      {"list.too-long", figures(limits::kFigures), figures(limits::kFigures + 1)},
      {"list.too-long", beats(limits::kBeats), beats(limits::kBeats + 1)},
      {"list.too-long", steps(limits::kBeatSteps), steps(limits::kBeatSteps + 1)},
      {"list.too-long", captions(limits::kStepCaptions), captions(limits::kStepCaptions + 1)},
      {"list.too-long", targets(limits::kStepTargets), targets(limits::kStepTargets + 1)},
      {"list.too-long", choices(limits::kChoices), choices(limits::kChoices + 1)},
      {"id.malformed", name(limits::kPartNameLength), name(limits::kPartNameLength + 1)},
      {"id.malformed", id(limits::kScenarioIdLength), id(limits::kScenarioIdLength + 1)},
      {"number.range", place(limits::kPlaceMetres), place(limits::kPlaceMetres + 0.1)},
      {"number.range", seconds(limits::kStepSeconds), seconds(limits::kStepSeconds + 0.1)},
      {"number.range", breaths(limits::kBreaths), breaths(limits::kBreaths + 1)},
      {"number.range", comfort("speed_mps", limits::kComfortSpeed),
       comfort("speed_mps", limits::kComfortSpeed + 0.01)},
      {"number.range", comfort("acceleration_mps2", limits::kComfortAcceleration),
       comfort("acceleration_mps2", limits::kComfortAcceleration + 0.01)},
      {"number.range", under(limits::kUnderSeconds[2]), under(limits::kUnderSeconds[2] + 0.1)},
      {"scenario.too-long", total(10), total(11)},
  };
  for (const Row& row : rows) {
    INFO(row.code << " row " << (&row - rows));
    CHECK(ScenarioRefusal(MakeChanged(row.at)) == "");
    const std::string refusal = ScenarioRefusal(MakeChanged(row.beyond));
    CHECK(refusal.substr(0, refusal.find(' ')) == row.code);
  }
  // With its beat and its choice the longest id still fits into the journal.
  CHECK(limits::kScenarioIdLength + 2 * limits::kPartNameLength + 2 <= limits::kIdLength);
}

TEST_CASE(
    "A scenario's steps follow age and intensity, and the eyes go on where a move left them") {
  content::Beat beat;
  beat.view.eye = {0, 1, 0};
  content::BeatStep move;
  move.seconds = {0, 4, 4};
  move.move = content::Move{{0, 0.5, 0}, 4};
  content::BeatStep older;
  older.seconds = {2, 2, 2};
  older.from_age = 13;
  content::BeatStep last;
  last.seconds = {2, 2, 2};
  beat.steps = {move, older, last};
  CHECK(content::FirstStep(beat, 0, {1, 10}) == 2u);
  CHECK(content::FirstStep(beat, 0, {2, 10}) == 0u);
  CHECK(content::FirstStep(beat, 1, {2, 13}) == 1u);
  CHECK(content::ViewAt(beat, 2, {1, 10}).eye.y == 1);
  CHECK(content::ViewAt(beat, 2, {2, 10}).eye.y == 0.5);
  CHECK(content::MoveShare(0) == 0);
  CHECK(content::MoveShare(1) == 1);
  CHECK(content::MoveShare(0.5) == 0.5);
}
