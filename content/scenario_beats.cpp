// SPDX-License-Identifier: MIT
// How a scenario's beats are read; what a step may hold follows from what ends it.
#include <utility>

#include "content/item_parsers.h"

namespace content {
namespace {

void ReadAge(Fields& fields, int& age) {
  fields.GetInt("from_age", age, 6, 13);
  if (age == 6 || age == 10 || age == 13) return;
  fields.ReportAt("from_age", "scenario.age",
                  {"年龄段只有6、10、13", "the age bands begin at 6, 10 and 13"},
                  {"写6、10或13", "write 6, 10 or 13"});
}

void ReadCaptions(Fields& fields, std::vector<Caption>& captions) {
  double last = -1;
  fields.GetEach("captions", 0, limits::kStepCaptions, Need::kOptional, [&](Fields& inner) {
    Caption caption;
    inner.GetNumber("at", caption.at_seconds, 0, limits::kStepSeconds, Need::kOptional);
    inner.GetText("text", caption.text);
    inner.GetObject("narration", Need::kOptional, [&caption](Fields& narration) {
      narration.GetPath("zh-CN", caption.narration_zh);
      narration.GetPath("en", caption.narration_en, Need::kOptional);
    });
    if (caption.at_seconds <= last) {
      inner.ReportAt("at", "scenario.caption-time",
                     {"字幕要依次出现", "captions come in order of time"},
                     {"改at（秒）", "change \"at\" (seconds)"});
    }
    last = caption.at_seconds;
    captions.push_back(std::move(caption));
  });
}

void ReadView(Fields& fields, View& view) {
  ReadPoint(fields, "eye", view.eye);
  fields.GetNumber("facing", view.facing_deg, -180, 180, Need::kOptional);
}

void ReadSeconds(Fields& fields, BeatStep& step) {
  if (!fields.Has("seconds_by_intensity")) {
    double seconds = 0;
    fields.GetNumber("seconds", seconds, 0.5, limits::kStepSeconds);
    step.seconds = {seconds, seconds, seconds};
    return;
  }
  Json* list = fields.FindList("seconds_by_intensity", 3, 3, Need::kRequired);
  if (list == nullptr) return;
  for (std::size_t i = 0; i < 3; ++i) {
    const std::string where =
        JoinPointer(fields.PointerTo("seconds_by_intensity"), std::to_string(i));
    static_cast<void>(
        ReadNumber((*list)[i], where, 0, limits::kStepSeconds, fields.Context(), step.seconds[i]));
  }
}

ScenarioChoice ReadChoice(Fields& fields, std::set<std::string>& names) {
  ScenarioChoice choice;
  ReadPartName(fields, choice.id, names);
  fields.GetText("text", choice.text);
  fields.GetId("target", choice.target, Need::kOptional);
  if (fields.Has("right")) fields.GetBool("right", choice.right.emplace());
  fields.GetText("says", choice.says);
  fields.GetWord("then", choice.then, kThenNames, Need::kOptional);
  fields.GetId("to", choice.to, Need::kOptional);
  ReadPlacements(fields, "show", choice.show);
  if (choice.right && (*choice.right == (choice.then == Then::kRewind))) {
    fields.ReportAt("then", "scenario.then",
                    {"错的选择定格、演示、倒回，对的不倒回",
                     "a wrong choice freezes, shows and rewinds; a right one does not"},
                    {"错的写then: rewind，对的写on或calm",
                     "write then: rewind with a wrong one, on or calm with a right one"});
  }
  if (choice.then == Then::kRewind && (!choice.right || !choice.to.empty())) {
    fields.ReportAt(
        "then", "scenario.then",
        {"倒回只用于错的选择，并回到同一步", "only a wrong choice rewinds, and to its own step"},
        {"写right: false，去掉to", "write right: false and drop \"to\""});
  }
  if (choice.then != Then::kRewind && !choice.show.empty()) {
    fields.ReportAt("show", "scenario.then",
                    {"只有then: rewind才演示", "only then: rewind shows anything"},
                    {"去掉show", "drop \"show\""});
  }
  return choice;
}

void ReadChoices(Fields& fields, BeatStep& step, std::set<std::string>& names) {
  fields.GetEach("choices", 2, limits::kChoices, Need::kRequired,
                 [&](Fields& inner) { step.choices.push_back(ReadChoice(inner, names)); });
  if (step.choices.empty()) return;
  std::size_t judged = 0;
  bool right = false;
  for (const ScenarioChoice& choice : step.choices) {
    judged += choice.right ? 1u : 0u;
    right = right || choice.right.value_or(false);
  }
  if (judged == 0 || (judged == step.choices.size() && right)) return;
  fields.ReportAt(
      "choices", "scenario.choices",
      {"每个选择都写right，至少一个对；征求感受时都不写",
       "write right on every choice, at least one true; or on none, to ask how one feels"},
      {"补上right", "add \"right\""});
}

void ReadThrow(Fields& fields, BeatStep& step) {
  fields.GetObject("throw", Need::kRequired, [&step](Fields& inner) {
    Throw& thrown = step.throwing.emplace();
    inner.GetWord("object", thrown.object, kThrownNames);
    inner.GetId("to", thrown.to);
    inner.GetText("caught", thrown.caught);
    inner.GetText("missed", thrown.missed);
  });
}

/// The keys that belong to what ends the step.
void ReadEnd(Fields& fields, BeatStep& step, std::set<std::string>& names) {
  fields.GetWord("ends", step.ends, kEndsByNames);
  switch (step.ends) {
    case EndsBy::kTime:
      ReadSeconds(fields, step);
      fields.GetObject("move", Need::kOptional, [&step](Fields& inner) {
        ReadPoint(inner, "to", step.move.emplace().to);
        inner.GetNumber("seconds", step.move->seconds, 0.5, limits::kStepSeconds);
      });
      return;
    case EndsBy::kGaze:
      fields.GetEach("targets", 1, limits::kStepTargets, Need::kRequired, [&step](Fields& inner) {
        GazeTarget target;
        inner.GetId("at", target.id);
        inner.GetText("says", target.says, Need::kOptional);
        step.targets.push_back(std::move(target));
      });
      fields.GetInt("need", step.need, 1, static_cast<int>(limits::kStepTargets), Need::kRequired);
      return;
    case EndsBy::kChoice:
      ReadChoices(fields, step, names);
      return;
    case EndsBy::kThrow:
      ReadThrow(fields, step);
      return;
    case EndsBy::kBreath:
      fields.GetInt("breaths", step.breaths, 1, limits::kBreaths);
      return;
    case EndsBy::kStop:
      return;
    case EndsBy::kHeadUp:
    case EndsBy::kArmsOpen:
    case EndsBy::kHold:
    case EndsBy::kShout:
      // Without it a child who cannot move so could not go on.
      fields.GetId("instead", step.instead);
      return;
  }
}

BeatStep ReadStep(Fields& fields, std::set<std::string>& parts) {
  BeatStep step;
  ReadPartName(fields, step.id, parts);
  ReadAge(fields, step.from_age);
  ReadEnd(fields, step, parts);
  ReadCaptions(fields, step.captions);
  fields.GetObject("view", Need::kOptional,
                   [&step](Fields& view) { ReadView(view, step.view.emplace()); });
  ReadPlacements(fields, "figures", step.figures);
  return step;
}

}  // namespace

void ReadBeats(Fields& fields, Scenario& scenario) {
  std::set<std::string> names;
  fields.GetEach("beats", 1, limits::kBeats, Need::kRequired, [&](Fields& inner) {
    Beat beat;
    ReadPartName(inner, beat.id, names);
    ReadAge(inner, beat.from_age);
    inner.GetText("title", beat.title, Need::kRequired, limits::kTitleLength);
    inner.GetNumber("seconds", beat.seconds, 1, limits::kScenarioSeconds);
    inner.GetObject("view", Need::kRequired, [&beat](Fields& view) { ReadView(view, beat.view); });
    ReadPlacements(inner, "figures", beat.figures);
    inner.GetLines("props", beat.props, limits::kListEntries, Need::kOptional);
    inner.GetText("officer", beat.officer);
    inner.GetText("point", beat.point);
    inner.GetLines("sources", beat.sources, limits::kListEntries, Need::kRequired);
    std::set<std::string> parts;  // Steps and choices: both stand behind the beat in the journal.
    inner.GetEach("steps", 1, limits::kBeatSteps, Need::kRequired,
                  [&](Fields& step) { beat.steps.push_back(ReadStep(step, parts)); });
    scenario.beats.push_back(std::move(beat));
  });
}

}  // namespace content
