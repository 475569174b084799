// SPDX-License-Identifier: MIT
#include "content/texts.h"

#include "content/reader.h"

namespace content {
namespace {

/// Gathers texts and files under their JSON pointers.
class Collector {
 public:
  std::vector<PlacedText> texts;
  std::vector<PlacedMedia> media;

  void Add(const std::string& where, Role role, const Text& text, bool wrong = false) {
    if (!text.empty()) texts.push_back({where, role, &text, wrong});
  }
  void AddAll(const std::string& where, Role role, const std::vector<Text>& all) {
    for (std::size_t i = 0; i < all.size(); ++i) Add(At(where, i), role, all[i]);
  }
  void AddFile(const std::string& where, MediaUse use, const std::string& path) {
    if (!path.empty()) media.push_back({where, use, path});
  }
  void AddPicture(const std::string& where, const Picture& picture) {
    Add(where + "/alt", Role::kAlt, picture.alt);
    AddFile(where + "/file", MediaUse::kPicture, picture.file);
  }
  void AddSample(const Sample& sample) {
    Add("/sample/sender", Role::kSender, sample.sender);
    Add("/sample/body", Role::kMessage, sample.body);
    Add("/sample/note", Role::kBody, sample.note);
  }
  void AddChoices(const std::string& where, const std::vector<Choice>& choices) {
    for (std::size_t i = 0; i < choices.size(); ++i) {
      Add(At(where, i) + "/text", Role::kChoice, choices[i].text, !choices[i].correct);
      Add(At(where, i) + "/feedback", Role::kFeedback, choices[i].feedback);
    }
  }
  static std::string At(const std::string& where, std::size_t i) {
    return where + "/" + std::to_string(i);
  }

  void operator()(const Quiz& quiz) {
    if (quiz.sample) AddSample(*quiz.sample);
    if (quiz.picture) AddPicture("/picture", *quiz.picture);
    Add("/stem", Role::kStem, quiz.stem);
    AddChoices("/choices", quiz.choices);
    Add("/explanation", Role::kBody, quiz.explanation);
    Add("/takeaway", Role::kTakeaway, quiz.takeaway);
  }

  void operator()(const Spot& spot) {
    Add("/instruction", Role::kStem, spot.instruction);
    AddSample(spot.sample);
    if (spot.picture) AddPicture("/picture", *spot.picture);
    for (std::size_t i = 0; i < spot.segments.size(); ++i) {
      const std::string where = At("/segments", i);
      Add(where + "/text", Role::kMessage, spot.segments[i].text);
      Add(where + "/why", Role::kFeedback, spot.segments[i].why);
    }
    Add("/explanation", Role::kBody, spot.explanation);
    Add("/takeaway", Role::kTakeaway, spot.takeaway);
  }

  void operator()(const Chat& chat) {
    Add("/partner", Role::kSender, chat.partner);
    Add("/brief", Role::kBody, chat.brief);
    for (const ChatNode& node : chat.nodes) {
      const std::string where = JoinPointer("/nodes", node.id);
      Add(where + "/speaker", Role::kSender, node.speaker);
      AddAll(where + "/messages", Role::kMessage, node.messages);
      AddAll(where + "/flags", Role::kMessage, node.flags);
      for (std::size_t i = 0; i < node.replies.size(); ++i) {
        Add(At(where + "/replies", i) + "/text", Role::kButton, node.replies[i].text,
            node.replies[i].risk > 0);
      }
    }
    AddAll("/red_flags", Role::kBody, chat.red_flags);
    Add("/rule", Role::kTakeaway, chat.rule);
  }

  void operator()(const Video& video) {
    AddFile("/file", MediaUse::kFilm, video.file);
    AddPicture("/poster", video.poster);
    AddFile("/captions/zh-CN", MediaUse::kCaptions, video.captions_zh);
    AddFile("/captions/en", MediaUse::kCaptions, video.captions_en);
    for (std::size_t i = 0; i < video.questions.size(); ++i) {
      const std::string where = At("/questions", i);
      Add(where + "/stem", Role::kStem, video.questions[i].stem);
      AddChoices(where + "/choices", video.questions[i].choices);
    }
    Add("/summary", Role::kBody, video.summary);
    Add("/takeaway", Role::kTakeaway, video.takeaway);
  }

  void operator()(const Checklist& checklist) {
    Add("/summary", Role::kBody, checklist.summary);
    AddAll("/who/all", Role::kBody, checklist.who_all);
    AddAll("/who/any", Role::kBody, checklist.who_any);
    for (std::size_t i = 0; i < checklist.groups.size(); ++i) {
      const ChecklistGroup& group = checklist.groups[i];
      Add(At("/groups", i) + "/condition", Role::kBody, group.condition);
      Add(At("/groups", i) + "/title", Role::kTitle, group.title);
      for (std::size_t k = 0; k < group.entries.size(); ++k) {
        const std::string where = At(At("/groups", i) + "/entries", k);
        Add(where + "/text", Role::kBody, group.entries[k].text);
        Add(where + "/ask_station", Role::kBody, group.entries[k].ask_station);
      }
    }
    for (std::size_t i = 0; i < checklist.facts.size(); ++i) {
      Add(At("/facts", i) + "/text", Role::kBody, checklist.facts[i].text);
    }
    AddAll("/ask_station", Role::kBody, checklist.ask_station);
  }

  void operator()(const Card& card) {
    Add("/headline", Role::kHeadline, card.headline);
    AddAll("/lines", Role::kCardLine, card.lines);
    Add("/action", Role::kTakeaway, card.action);
    Add("/footer", Role::kTakeaway, card.footer);
    if (card.picture) AddPicture("/picture", *card.picture);
    for (std::size_t i = 0; i < card.numbers.size(); ++i) {
      Add(At("/numbers", i) + "/label", Role::kTakeaway, card.numbers[i].label);
    }
    for (std::size_t i = 0; i < card.steps.size(); ++i) {
      Add(At("/steps", i) + "/title", Role::kTitle, card.steps[i].title);
      AddAll(At("/steps", i) + "/lines", Role::kBody, card.steps[i].lines);
    }
  }

  void operator()(const Report& report) {
    for (std::size_t i = 0; i < report.metrics.size(); ++i) {
      const std::string where = At("/metrics", i);
      Add(where + "/label", Role::kTitle, report.metrics[i].label);
      Add(where + "/unit", Role::kTitle, report.metrics[i].unit);
      Add(where + "/basis", Role::kBody, report.metrics[i].basis);
    }
    for (std::size_t i = 0; i < report.asked.size(); ++i) {
      Add(At("/asked", i) + "/ask", Role::kBody, report.asked[i].ask);
      Add(At("/asked", i) + "/reply", Role::kBody, report.asked[i].reply);
    }
    Add("/case_of_month", Role::kBody, report.case_of_month);
    AddAll("/next_month", Role::kBody, report.next_month);
  }

  void operator()(const Directory& directory) {
    Add("/intro", Role::kBody, directory.intro);
    for (std::size_t i = 0; i < directory.groups.size(); ++i) {
      Add(At("/groups", i) + "/title", Role::kTitle, directory.groups[i].title);
      const auto& entries = directory.groups[i].entries;
      for (std::size_t k = 0; k < entries.size(); ++k) {
        const std::string where = At(At("/groups", i) + "/entries", k);
        Add(where + "/name", Role::kTitle, entries[k].name);
        Add(where + "/note", Role::kBody, entries[k].note);
        Add(where + "/hours", Role::kBody, entries[k].hours);
        Add(where + "/place", Role::kBody, entries[k].place);
      }
    }
  }

  void operator()(const Survey& survey) {
    Add("/intro", Role::kBody, survey.intro);
    for (std::size_t i = 0; i < survey.questions.size(); ++i) {
      const std::string where = At("/questions", i);
      Add(where + "/text", Role::kStem, survey.questions[i].text);
      for (std::size_t k = 0; k < survey.questions[i].options.size(); ++k) {
        Add(At(where + "/options", k) + "/text", Role::kButton,
            survey.questions[i].options[k].text);
      }
    }
    Add("/thanks", Role::kBody, survey.thanks);
  }

  void AddStep(const std::string& where, const BeatStep& step) {
    for (std::size_t i = 0; i < step.captions.size(); ++i) {
      const std::string below = At(where + "/captions", i);
      Add(below + "/text", Role::kCaption, step.captions[i].text);
      AddFile(below + "/narration/zh-CN", MediaUse::kSound, step.captions[i].narration_zh);
      AddFile(below + "/narration/en", MediaUse::kSound, step.captions[i].narration_en);
    }
    for (std::size_t i = 0; i < step.targets.size(); ++i) {
      Add(At(where + "/targets", i) + "/says", Role::kFeedback, step.targets[i].says);
    }
    for (std::size_t i = 0; i < step.choices.size(); ++i) {
      const ScenarioChoice& choice = step.choices[i];
      const std::string below = At(where + "/choices", i);
      Add(below + "/text", Role::kSceneCard, choice.text, !choice.right.value_or(true));
      Add(below + "/says", Role::kFeedback, choice.says);
    }
    if (!step.throwing) return;
    Add(where + "/throw/caught", Role::kFeedback, step.throwing->caught);
    Add(where + "/throw/missed", Role::kFeedback, step.throwing->missed);
  }

  void operator()(const Scenario& scenario) {
    for (std::size_t i = 0; i < scenario.figures.size(); ++i) {
      Add(At("/figures", i) + "/name", Role::kTitle, scenario.figures[i].name);
    }
    for (std::size_t b = 0; b < scenario.beats.size(); ++b) {
      const Beat& beat = scenario.beats[b];
      const std::string where = At("/beats", b);
      Add(where + "/title", Role::kTitle, beat.title);
      Add(where + "/officer", Role::kBody, beat.officer);
      Add(where + "/point", Role::kBody, beat.point);
      for (std::size_t s = 0; s < beat.steps.size(); ++s) {
        AddStep(At(where + "/steps", s), beat.steps[s]);
      }
    }
  }
};

Collector Collect(const Item& item) {
  Collector collector;
  collector.Add("/title", Role::kTitle, item.envelope.title);
  collector.AddFile("/narration/zh-CN", MediaUse::kSound, item.envelope.narration_zh);
  collector.AddFile("/narration/en", MediaUse::kSound, item.envelope.narration_en);
  std::visit([&collector](const auto& body) { collector(body); }, item.body);
  return collector;
}

}  // namespace

std::vector<PlacedText> CollectTexts(const Item& item) { return Collect(item).texts; }

std::vector<PlacedText> CollectTexts(const Manifest& manifest) {
  Collector collector;
  collector.Add("/title", Role::kTitle, manifest.title);
  collector.Add("/summary", Role::kBody, manifest.summary);
  return collector.texts;
}

std::vector<PlacedMedia> CollectMedia(const Item& item) { return Collect(item).media; }

}  // namespace content
