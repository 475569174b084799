// SPDX-License-Identifier: MIT
// What only the whole of a scenario shows. Every rule here keeps a child from being stuck or
// unwell, so the reader refuses, on devices too.
#include <cmath>
#include <set>
#include <string>
#include <utility>

#include "content/item_parsers.h"
#include "content/scenario_stage.h"

namespace content {
namespace {

constexpr double kDegrees = 57.29577951308232;

struct Angles {
  double azimuth = 0, elevation = 0;  ///< Degrees from where the seat faces.
};

Angles Look(const View& view, const Point& at) {
  const double facing = view.facing_deg / kDegrees;
  const double x = at.x - view.eye.x;
  const double z = at.z - view.eye.z;
  const double ahead = -x * std::sin(facing) - z * std::cos(facing);
  const double left = -x * std::cos(facing) + z * std::sin(facing);
  return {std::atan2(left, ahead) * kDegrees,
          std::atan2(at.y - view.eye.y, std::hypot(x, z)) * kDegrees};
}

double Apart(const Angles& a, const Angles& b) {
  const double lift = a.elevation / kDegrees;
  const double other = b.elevation / kDegrees;
  const double cosine =
      std::sin(lift) * std::sin(other) +
      std::cos(lift) * std::cos(other) * std::cos((a.azimuth - b.azimuth) / kDegrees);
  return std::acos(std::fmin(1, std::fmax(-1, cosine))) * kDegrees;
}

double Distance(const Point& a, const Point& b) {
  return std::sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y) +
                   (a.z - b.z) * (a.z - b.z));
}

std::string Rounded(double value) {
  const std::string text = std::to_string(std::round(value * 100) / 100);
  return text.substr(0, text.find('.') + 3);
}

class ScenarioCheck {
 public:
  ScenarioCheck(const Fields& fields, const Scenario& scenario)
      : fields_(fields), scenario_(scenario) {}

  void Run() {
    CheckNames();
    if (!told_.empty()) return;
    for (const int age : {6, 10, 13}) {
      for (const int intensity : {1, 2, 3}) CheckRun({intensity, age});
    }
    for (std::size_t b = 0; b < scenario_.beats.size(); ++b) {
      for (std::size_t s = 0; s < scenario_.beats[b].steps.size(); ++s) {
        if (reached_.contains({b, s})) continue;
        Tell(At(b, s), "scenario.unreachable",
             {"没有哪个孩子会走到这一步", "no child ever comes to this step"},
             {"改前面选择的to、seconds_by_intensity或from_age，或删掉这一步",
              "change \"to\" of a choice before it, seconds_by_intensity or from_age, or delete "
              "it"});
      }
    }
  }

 private:
  static std::string At(std::size_t beat) { return "beats/" + std::to_string(beat); }
  static std::string At(std::size_t beat, std::size_t step) {
    return At(beat) + "/steps/" + std::to_string(step);
  }

  /// Each problem once, though many children would meet it.
  void Tell(const std::string& below, const char* code, Text message, Text remedy) {
    if (!told_.insert(below + code).second) return;
    fields_.ReportAt(below, code, std::move(message), std::move(remedy));
  }

  void TellUnknown(const std::string& below, const std::string& name) {
    Tell(below, "scenario.unknown",
         {"没有叫“" + name + "”的人物或道具", "there is no figure or prop \"" + name + "\""},
         {"改名，或在figures、place.props里加上",
          "correct the name, or add it under figures or place.props"});
  }

  const Prop* FindProp(const std::string& id) const {
    for (const Prop& prop : scenario_.place.props) {
      if (prop.id == id) return &prop;
    }
    return nullptr;
  }
  bool IsKnown(const std::string& id) const {
    return FindFigure(scenario_, id) != nullptr || FindProp(id) != nullptr;
  }

  void CheckPlacements(const std::string& below, const std::vector<Placement>& placements) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < placements.size(); ++i) {
      const std::string where = below + "/" + std::to_string(i) + "/figure";
      if (FindFigure(scenario_, placements[i].figure) == nullptr) {
        TellUnknown(where, placements[i].figure);
      }
      if (seen.insert(placements[i].figure).second) continue;
      Tell(where, "scenario.twice", {"同一个人站了两处", "the same figure stands in two places"},
           {"删去一处", "drop one of them"});
    }
  }

  void CheckNames() {
    for (std::size_t b = 0; b < scenario_.beats.size(); ++b) {
      const Beat& beat = scenario_.beats[b];
      CheckPlacements(At(b) + "/figures", beat.figures);
      for (std::size_t i = 0; i < beat.props.size(); ++i) {
        const Prop* prop = FindProp(beat.props[i]);
        if (prop != nullptr && prop->hidden) continue;
        Tell(At(b) + "/props/" + std::to_string(i), "scenario.unknown",
             {"没有叫“" + beat.props[i] + "”的隐藏道具",
              "there is no hidden prop \"" + beat.props[i] + "\""},
             {"在place.props里加上，并写hidden: true",
              "add it under place.props with hidden: true"});
      }
      for (std::size_t s = 0; s < beat.steps.size(); ++s) CheckStepNames(b, s);
    }
  }

  void CheckStepNames(std::size_t b, std::size_t s) {
    const BeatStep& step = scenario_.beats[b].steps[s];
    CheckPlacements(At(b, s) + "/figures", step.figures);
    for (std::size_t i = 0; i < step.targets.size(); ++i) {
      if (IsKnown(step.targets[i].id)) continue;
      TellUnknown(At(b, s) + "/targets/" + std::to_string(i) + "/at", step.targets[i].id);
    }
    if (!step.instead.empty() && !IsKnown(step.instead)) {
      TellUnknown(At(b, s) + "/instead", step.instead);
    }
    if (step.throwing && FindFigure(scenario_, step.throwing->to) == nullptr) {
      TellUnknown(At(b, s) + "/throw/to", step.throwing->to);
    }
    for (std::size_t i = 0; i < step.choices.size(); ++i) {
      const ScenarioChoice& choice = step.choices[i];
      const std::string below = At(b, s) + "/choices/" + std::to_string(i);
      if (!choice.target.empty() && !IsKnown(choice.target)) {
        TellUnknown(below + "/target", choice.target);
      }
      CheckPlacements(below + "/show", choice.show);
      if (choice.to.empty()) continue;
      const auto to = FindBeat(scenario_, choice.to);
      if (to && *to > b) continue;
      Tell(below + "/to", "scenario.to",
           {"后面没有叫“" + choice.to + "”的一拍", "no later beat is called \"" + choice.to + "\""},
           {"只能往后跳", "a choice leads on, never back"});
    }
    const bool many = step.need > static_cast<int>(step.targets.size());
    if (step.ends == EndsBy::kGaze && many) {
      Tell(At(b, s) + "/need", "scenario.need",
           {"要找的比目标还多", "more is to be found than there are targets"},
           {"改need", "change \"need\""});
    }
  }

  /// Walks what a child of this audience can meet.
  void CheckRun(const Audience& audience) {
    const auto first = FirstBeat(scenario_, 0, audience);
    const std::size_t last = scenario_.beats.size() - 1;
    if (!first || FirstBeat(scenario_, last, audience) != last) {
      Tell(At(last), "scenario.end",
           {"最后一拍要对每个年龄、每档强度都在",
            "the last beat must be there for every age and intensity"},
           {"最后一拍写from_age: 6，至少一步不靠强度",
            "give it from_age: 6 and a step at every intensity"});
      return;
    }
    std::set<std::size_t> beats{*first};
    double under = 0;
    double timed = 0;
    for (std::size_t b = *first; b <= last; ++b) {
      if (!beats.contains(b)) continue;
      WalkBeat(b, audience, beats, under, timed);
    }
    const std::size_t level = static_cast<std::size_t>(audience.intensity - 1);
    if (under > scenario_.comfort.under_seconds[level]) {
      const std::string has = Rounded(under);
      const std::string most = Rounded(scenario_.comfort.under_seconds[level]);
      const std::string name = std::to_string(audience.intensity);
      Tell("comfort/under_s/" + std::to_string(level), "scenario.under",
           {"强度" + name + "时眼睛在水下" + has + "秒，最多" + most + "秒",
            "at intensity " + name + " the eyes are under for " + has + " s, at most " + most +
                " are allowed"},
           {"缩短水下的步，或用seconds_by_intensity去掉",
            "shorten these steps, or leave them out by seconds_by_intensity"});
    }
    if (timed > limits::kScenarioSeconds) {
      Tell(
          "beats", "scenario.too-long",
          {"单是按时间走的步就超过10分钟", "the steps that end by time alone take over 10 minutes"},
          {"写短些", "shorten it"});
    }
  }

  void WalkBeat(std::size_t b, const Audience& audience, std::set<std::size_t>& beats,
                double& under, double& timed) {
    const Beat& beat = scenario_.beats[b];
    for (auto s = FirstStep(beat, 0, audience); s; s = FirstStep(beat, *s + 1, audience)) {
      const BeatStep& step = beat.steps[*s];
      reached_.insert({b, *s});
      CheckComfort(b, *s, audience, under);
      CheckGaze(b, *s, audience);
      if (step.ends == EndsBy::kTime) {
        timed += step.seconds[static_cast<std::size_t>(audience.intensity - 1)];
      }
      if (step.ends != EndsBy::kChoice) continue;
      bool on = false;
      for (std::size_t i = 0; i < step.choices.size(); ++i) {
        const ScenarioChoice& choice = step.choices[i];
        if (choice.then == Then::kRewind) continue;
        if (choice.to.empty()) {
          on = true;
          continue;
        }
        const auto to = FindBeat(scenario_, choice.to);
        if (FirstBeat(scenario_, *to, audience) == to) {
          beats.insert(*to);
          continue;
        }
        Tell(At(b, *s) + "/choices/" + std::to_string(i) + "/to", "scenario.to",
             {"这一拍对有些孩子不在", "this beat is not there for some children"},
             {"让两拍的from_age一致", "give both beats the same from_age"});
      }
      if (!on) return;
    }
    if (const auto next = FirstBeat(scenario_, b + 1, audience)) beats.insert(*next);
  }

  void CheckComfort(std::size_t b, std::size_t s, const Audience& audience, double& under) {
    const Beat& beat = scenario_.beats[b];
    const BeatStep& step = beat.steps[s];
    const double from = ViewAt(beat, s, audience).eye.y;
    const double to = step.move ? step.move->to.y : from;
    const double seconds = step.seconds[static_cast<std::size_t>(audience.intensity - 1)];
    if (step.move) CheckMove(b, s, audience, seconds);
    if ((from < 0) != (to < 0)) {
      Tell(At(b, s) + "/move", "scenario.crossing",
           {"眼睛不能在看得见时穿过水面", "the eyes may not cross the surface in plain sight"},
           {"用新的view，在转黑时过去", "use a new view: it is taken inside a fade"});
    }
    if (from >= 0 && to >= 0) return;
    under += seconds;
    if (step.ends == EndsBy::kTime) return;
    Tell(At(b, s) + "/ends", "scenario.under",
         {"水下的一步必须按时间结束", "a step under water must end by time"},
         {"写ends: time", "write ends: time"});
  }

  void CheckMove(std::size_t b, std::size_t s, const Audience& audience, double seconds) {
    const BeatStep& step = scenario_.beats[b].steps[s];
    const double way = Distance(ViewAt(scenario_.beats[b], s, audience).eye, step.move->to);
    const double time = step.move->seconds;
    const double speed = kMovePeakSpeed * way / time;
    const double acceleration = kMovePeakAcceleration * way / (time * time);
    const bool fast = speed > scenario_.comfort.speed_mps + 1e-9;
    if (fast || acceleration > scenario_.comfort.acceleration_mps2 + 1e-9) {
      Tell(At(b, s) + "/move/seconds", "scenario.comfort",
           {"移动太快：最快" + Rounded(speed) + "米/秒，" + Rounded(acceleration) + "米/秒²",
            "the eyes move too fast: up to " + Rounded(speed) + " m/s and " +
                Rounded(acceleration) + " m/s^2"},
           {"放慢，或用新的view在转黑时过去", "slow it down, or use a new view inside a fade"});
    }
    if (time <= seconds) return;
    Tell(At(b, s) + "/move/seconds", "scenario.move-time",
         {"移动比这一步还长", "the move takes longer than the step"},
         {"缩短移动或加长这一步", "shorten the move or lengthen the step"});
  }

  /// What a step wants to be looked at, with its place in the item.
  std::vector<std::pair<std::string, std::string>> Targets(std::size_t b, std::size_t s) const {
    const BeatStep& step = scenario_.beats[b].steps[s];
    std::vector<std::pair<std::string, std::string>> targets;
    const std::string below = At(b, s);
    for (std::size_t i = 0; i < step.targets.size(); ++i) {
      targets.emplace_back(below + "/targets/" + std::to_string(i) + "/at", step.targets[i].id);
    }
    for (std::size_t i = 0; i < step.choices.size(); ++i) {
      if (step.choices[i].target.empty()) continue;
      targets.emplace_back(below + "/choices/" + std::to_string(i) + "/target",
                           step.choices[i].target);
    }
    if (!step.instead.empty()) targets.emplace_back(below + "/instead", step.instead);
    if (step.throwing) targets.emplace_back(below + "/throw/to", step.throwing->to);
    return targets;
  }

  void CheckGaze(std::size_t b, std::size_t s, const Audience& audience) {
    const Beat& beat = scenario_.beats[b];
    const View view = ViewAt(beat, s, audience);
    std::vector<Angles> seen{{kBadgeAzimuthDeg, kBadgeElevationDeg}};
    for (const auto& [where, name] : Targets(b, s)) {
      const auto aim = FindAim(scenario_, beat, s, audience, name);
      if (!aim) {
        Tell(where, "scenario.not-there",
             {"这时看不到“" + name + "”", "\"" + name + "\" is not there at this step"},
             {"在这一拍的figures或props里放上它", "put it under figures or props of this beat"});
        continue;
      }
      const Angles look = Look(view, aim->at);
      if (std::abs(look.azimuth) > kGazeAzimuthDeg || look.elevation > kGazeUpDeg ||
          look.elevation < -kGazeDownDeg) {
        Tell(where, "scenario.gaze",
             {"坐着的孩子看不到它：偏" + Rounded(look.azimuth) + "°，高" + Rounded(look.elevation) +
                  "°",
              "a seated child cannot look at it: " + Rounded(look.azimuth) + " deg aside, " +
                  Rounded(look.elevation) + " deg up"},
             {"挪动它，或改这一步的朝向", "move it, or turn the view of this step"});
      }
      for (const Angles& other : seen) {
        if (Apart(look, other) >= kGazeApartDeg) continue;
        Tell(
            where, "scenario.gaze",
            {"它和另一个目标（或太阳标志）离得太近，目光分不开",
             "it is too close to another target or to the sun badge for a gaze to tell them apart"},
            {"分开至少7°", "set them at least 7 degrees apart"});
      }
      seen.push_back(look);
      if (beat.steps[s].throwing) CheckThrow(where, Distance(view.eye, aim->at));
    }
  }

  void CheckThrow(const std::string& where, double metres) {
    if (metres > limits::kThrowMetres) {
      Tell(where, "scenario.throw-far",
           {"孩子扔不到" + Rounded(metres) + "米，最多12米",
            "no child throws " + Rounded(metres) + " m; at most 12 m"},
           {"让人物近些", "let the figure be nearer"});
    }
    if (metres < kThrowLeastMetres) {
      Tell(where, "scenario.throw-near",
           {"只有" + Rounded(metres) + "米，不用扔；至少4米",
            "at " + Rounded(metres) + " m nothing has to be thrown; at least 4 m"},
           {"让人物远些", "let the figure be farther away"});
    }
  }

  const Fields& fields_;
  const Scenario& scenario_;
  std::set<std::string> told_;
  std::set<std::pair<std::size_t, std::size_t>> reached_;
};

}  // namespace

void CheckScenario(const Fields& fields, const Scenario& scenario) {
  if (!scenario.beats.empty()) ScenarioCheck(fields, scenario).Run();
}

}  // namespace content
