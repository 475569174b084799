// SPDX-License-Identifier: MIT
#include "content/check.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "content/banned.h"
#include "content/check_texts.h"
#include "content/scenario_stage.h"
#include "content/texts.h"
#include "content/unicode.h"

namespace content {
namespace {

constexpr const char* kPractice = "practice";  ///< An invented sample, not a source.
constexpr std::size_t kLeastFeedbackZh = 8;
constexpr std::size_t kLeastFeedbackEn = 20;
constexpr std::size_t kLeastJudged = 4;  ///< Below this a share of scams says nothing.
constexpr double kLeastShare = 0.4;
constexpr double kMostShare = 0.6;

void Add(Problems& problems, std::string code, std::string where, Text message, Text remedy) {
  problems.push_back(
      Error{std::move(code), std::move(message), std::move(where), std::move(remedy)});
}

bool Holds(std::string_view text, std::string_view phrase) {
  return text.find(phrase) != std::string_view::npos;
}

template <std::size_t N>
bool HoldsAny(std::string_view text, const char* const (&phrases)[N]) {
  return std::any_of(std::begin(phrases), std::end(phrases),
                     [text](const char* phrase) { return Holds(text, phrase); });
}

std::string Lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return text;
}

void CheckLanguages(const PlacedText& placed, const Manifest& manifest, Problems& problems) {
  const bool english = std::find(manifest.languages.begin(), manifest.languages.end(), "en") !=
                       manifest.languages.end();
  if (!english || !placed.text->en.empty()) return;
  Add(problems, "text.untranslated", placed.where, {"缺少英文", "the English is missing"},
      {"加上en，或从pack.yaml的languages里去掉en",
       "add en, or drop en from the languages in pack.yaml"});
}

/// Feedback says why: a verdict alone teaches next to nothing (facts, section 4).
void CheckFeedback(const PlacedText& placed, Problems& problems) {
  const std::size_t zh = CountCodePoints(placed.text->zh);
  const std::size_t en = CountCodePoints(placed.text->en);
  if (zh >= kLeastFeedbackZh && (en == 0 || en >= kLeastFeedbackEn)) return;
  Add(problems, "feedback.no-reason", placed.where,
      {"反馈太短，没有说出理由", "the feedback is too short to give a reason"},
      {"写出从哪里看出来，中文至少8字，英文至少20个字符",
       "say what gives it away: at least 8 Chinese characters and 20 English ones"});
}

void CheckChoiceText(const PlacedText& placed, Problems& problems) {
  constexpr const char* kAllZh[] = {"以上都", "以上全", "以上皆", "以上均"};
  constexpr const char* kAllEn[] = {"all of the above", "none of the above", "all the above",
                                    "all of these"};
  if (!HoldsAny(placed.text->zh, kAllZh) && !HoldsAny(Lower(placed.text->en), kAllEn)) return;
  Add(problems, "choices.all-of-the-above", placed.where,
      {"不要用“以上都是”这类选项", "no choice like \"all of the above\""},
      {"写出一个独立的选项，或改成multiple: true",
       "write a choice of its own, or make the quiz multiple: true"});
}

/// What can only be seen as a colour or only be heard shuts people out. A modest net: it looks for
/// the usual wordings in what the visitor is told to do.
void CheckSenses(const PlacedText& placed, Problems& problems) {
  constexpr const char* kColour[] = {"红色按钮",   "绿色按钮", "红色的按钮",
                                     "绿色的按钮", "点红色",   "点绿色"};
  constexpr const char* kColourEn[] = {"red button",    "green button",  "tap the red",
                                       "tap the green", "press the red", "press the green"};
  constexpr const char* kSound[] = {"听录音", "听声音", "听这段", "听一听"};
  constexpr const char* kSoundEn[] = {"listen to the", "what you hear", "hear the"};
  const std::string en = Lower(placed.text->en);
  if (HoldsAny(placed.text->zh, kColour) || HoldsAny(en, kColourEn)) {
    Add(problems, "senses.colour", placed.where,
        {"只靠颜色指示，色弱的人看不出", "only a colour tells what is meant"},
        {"说出按钮上的字或位置", "name the words on it or its place"});
  }
  if (HoldsAny(placed.text->zh, kSound) || HoldsAny(en, kSoundEn)) {
    Add(problems, "senses.sound", placed.where,
        {"只靠声音，听不见的人做不了", "only a sound tells what is meant"},
        {"把声音的内容写成文字", "give the words of the sound as text"});
  }
}

/// A telephone number of a service, a law, a share or a penalty: what a reader would want proven.
std::string FindClaim(const std::string& zh) {
  constexpr const char* kLaw[] = {"《", "刑法", "民法典", "治安管理处罚法", "反诈法"};
  constexpr const char* kPenalty[] = {"罚款", "拘留", "有期徒刑", "判刑"};
  if (HoldsAny(zh, kLaw) || (Holds(zh, "第") && Holds(zh, "条"))) return zh;
  if (HoldsAny(zh, kPenalty)) return zh;
  if (Holds(zh, "%") || Holds(zh, "％") || Holds(zh, "百分之")) return zh;
  constexpr const char* kHotlines[] = {"96110", "12381", "12321", "12389", "12367", "12345",
                                       "12348", "12315", "110",   "119",   "120",   "122"};
  for (const char* number : kHotlines) {
    const std::string_view hotline = number;
    for (std::size_t at = zh.find(hotline); at != std::string::npos;
         at = zh.find(hotline, at + 1)) {
      const auto digit = [&zh](std::size_t i) {
        return i < zh.size() && zh[i] >= '0' && zh[i] <= '9';
      };
      if ((at == 0 || !digit(at - 1)) && !digit(at + hotline.size())) return number;
    }
  }
  return {};
}

bool TeachesFacts(Role role) { return role != Role::kMessage && role != Role::kSender; }

void CheckSources(const Item& item, const std::vector<PlacedText>& texts, const Manifest& manifest,
                  Problems& problems) {
  bool proven = false;
  for (std::size_t i = 0; i < item.envelope.sources.size(); ++i) {
    const std::string& key = item.envelope.sources[i];
    if (key == kPractice) continue;
    proven = true;
    if (manifest.sources.contains(key)) continue;
    Add(problems, "sources.unknown", "/sources/" + std::to_string(i),
        {"pack.yaml的sources里没有“" + key + "”", "pack.yaml has no source \"" + key + "\""},
        {"改名，或在pack.yaml里登记出处", "correct the name or enter it in pack.yaml"});
  }
  if (proven) return;
  for (const PlacedText& placed : texts) {
    if (!TeachesFacts(placed.role) || placed.wrong || FindClaim(placed.text->zh).empty()) continue;
    Add(problems, "sources.missing", placed.where,
        {"写了号码、法律、比例或处罚，却没有出处",
         "a service number, a law, a share or a penalty without a source"},
        {"在sources里写上pack.yaml登记的出处", "name a source of pack.yaml under sources"});
    return;
  }
}

void CheckSpotWhole(const Item& item, Problems& problems) {
  const auto* spot = std::get_if<Spot>(&item.body);
  if (spot == nullptr || spot->picture) return;
  Text whole;
  for (const Segment& segment : spot->segments) {
    whole.zh += segment.text.zh;
    whole.en += segment.text.en;
  }
  CheckPairs(whole.zh, Language::kChinese, "/segments", problems);
  CheckPairs(whole.en, Language::kEnglish, "/segments", problems);
}

void CheckStepPace(const BeatStep& step, const std::string& where, Problems& problems) {
  const double least =
      *std::min_element(step.seconds.begin(), step.seconds.end(),
                        [](double a, double b) { return a > 0 && (b <= 0 || a < b); });
  for (std::size_t i = 0; i < step.captions.size(); ++i) {
    const bool last = i + 1 == step.captions.size();
    if (last && step.ends != EndsBy::kTime) return;  // It stays until the child is done.
    const double until = last ? least : step.captions[i + 1].at_seconds;
    if (step.captions[i].at_seconds + ReadingSeconds(step.captions[i].text) <= until) continue;
    Add(problems, "scenario.pace", where + "/captions/" + std::to_string(i),
        {"字幕停得太短，孩子来不及读", "the caption goes before a child has read it"},
        {"每秒约5个汉字，多留些时间或写短些",
         "allow a second for 5 Han or 14 Latin characters, or shorten it"});
  }
}

/// Every beat of a scenario names the sources of what it teaches, and leaves time to read.
void CheckScenario(const Item& item, const Manifest& manifest, Problems& problems) {
  const auto* scenario = std::get_if<Scenario>(&item.body);
  if (scenario == nullptr) return;
  for (std::size_t b = 0; b < scenario->beats.size(); ++b) {
    const Beat& beat = scenario->beats[b];
    const std::string where = "/beats/" + std::to_string(b);
    if (beat.sources.empty()) {
      Add(problems, "sources.missing", where + "/sources",
          {"这一拍没有写出处", "this beat names no source"},
          {"写上pack.yaml登记的出处", "name a source of pack.yaml"});
    }
    for (std::size_t i = 0; i < beat.sources.size(); ++i) {
      if (manifest.sources.contains(beat.sources[i])) continue;
      Add(problems, "sources.unknown", where + "/sources/" + std::to_string(i),
          {"pack.yaml的sources里没有“" + beat.sources[i] + "”",
           "pack.yaml has no source \"" + beat.sources[i] + "\""},
          {"改名，或在pack.yaml里登记出处", "correct the name or enter it in pack.yaml"});
    }
    for (std::size_t s = 0; s < beat.steps.size(); ++s) {
      CheckStepPace(beat.steps[s], where + "/steps/" + std::to_string(s), problems);
    }
  }
}

/// What is shown as a sample until the station has had its say.
void NoteSamples(const Item& item, Problems& problems) {
  const auto* checklist = std::get_if<Checklist>(&item.body);
  if (checklist != nullptr && !checklist->IsConfirmed()) {
    Add(problems, "note.unconfirmed", "",
        {"派出所尚未确认，屏幕上只作样例", "not confirmed by the station: shown as a sample only"},
        {"确认后写confirmed: {by: …, on: …}",
         "once confirmed write confirmed: {by: ..., on: ...}"});
  }
  if (item.envelope.kind == Kind::kReport && item.envelope.approval.by.empty()) {
    Add(problems, "note.unapproved", "",
        {"没有审批，屏幕上标为样例", "not approved: shown as sample figures"},
        {"审批后写approval: {by: …, on: …}", "once approved write approval: {by: ..., on: ...}"});
  }
}

void CheckVideo(const Item& item, const Manifest& manifest, Problems& problems) {
  const auto* video = std::get_if<Video>(&item.body);
  if (video == nullptr) return;
  const bool known =
      std::any_of(manifest.items.begin(), manifest.items.end(),
                  [video](const ItemSummary& other) { return other.envelope.id == video->next; });
  if (!video->next.empty() && !known) {
    Add(problems, "video.next", "/next",
        {"包里没有条目“" + video->next + "”", "the pack has no item \"" + video->next + "\""},
        {"改名，或去掉next", "correct the name or drop next"});
  }
  const bool english = std::find(manifest.languages.begin(), manifest.languages.end(), "en") !=
                       manifest.languages.end();
  if (!english || !video->captions_en.empty()) return;
  Add(problems, "captions.missing", "/captions",
      {"缺少英文字幕", "the English captions are missing"},
      {"在captions里加上en", "add en under captions"});
}

/// A share is never shown on a base under ten, so it may not be written either.
void CheckReport(const Item& item, Problems& problems) {
  const auto* report = std::get_if<Report>(&item.body);
  if (report == nullptr) return;
  for (std::size_t i = 0; i < report->metrics.size(); ++i) {
    const Metric& metric = report->metrics[i];
    const bool share = Holds(metric.unit.zh, "%") || Holds(metric.unit.en, "%");
    if (!share) continue;
    Add(problems, "report.share", "/metrics/" + std::to_string(i) + "/unit",
        {"指标写件数，不写百分比", "a metric is a count, not a percentage"},
        {"写出件数，变化由屏幕计算", "write the count; the screen works out the change"});
  }
}

}  // namespace

bool IsNote(const Error& problem) { return problem.code.rfind("note.", 0) == 0; }

Problems CheckItem(const Item& item, const Manifest& manifest) {
  Problems problems;
  const std::vector<PlacedText> texts = CollectTexts(item);
  for (const PlacedText& placed : texts) {
    const bool flag = Holds(placed.where, "/flags/");  // A piece of a message already checked.
    const bool segment = item.envelope.kind == Kind::kSpot && Holds(placed.where, "/segments/") &&
                         placed.role == Role::kMessage;
    CheckLanguages(placed, manifest, problems);
    CheckPlaceholders(placed, problems);
    if (!flag) CheckPunctuation(placed, segment, problems);
    CheckLength(placed, problems);
    if (placed.role == Role::kFeedback) CheckFeedback(placed, problems);
    if (placed.role == Role::kChoice) CheckChoiceText(placed, problems);
    if (placed.role == Role::kStem || placed.role == Role::kChoice) CheckSenses(placed, problems);
    CheckBanned(placed, problems);
  }
  CheckSpotWhole(item, problems);
  CheckVideo(item, manifest, problems);
  CheckReport(item, problems);
  CheckScenario(item, manifest, problems);
  CheckSources(item, texts, manifest, problems);
  NoteSamples(item, problems);
  return problems;
}

Problems CheckPack(const Manifest& manifest, const std::vector<Item>& items) {
  Problems problems;
  for (const PlacedText& placed : CollectTexts(manifest)) {
    CheckLanguages(placed, manifest, problems);
    CheckPlaceholders(placed, problems);
    CheckPunctuation(placed, false, problems);
    CheckLength(placed, problems);
    CheckBanned(placed, problems);
  }
  std::size_t scams = 0;
  std::size_t judged = 0;
  for (const Item& item : items) {
    const Envelope& envelope = item.envelope;
    if (envelope.kind != Kind::kQuiz && envelope.kind != Kind::kSpot) continue;
    if (envelope.signal == Signal::kNone) continue;
    ++judged;
    if (envelope.signal == Signal::kScam) ++scams;
  }
  const double share = judged == 0 ? 0 : static_cast<double>(scams) / static_cast<double>(judged);
  if (judged >= kLeastJudged && (share < kLeastShare || share > kMostShare)) {
    const std::string count = std::to_string(scams) + "/" + std::to_string(judged);
    Add(problems, "pack.balance", "",
        {"练判断的条目里诈骗占" + count + "，应在40%到60%之间",
         "of the items that teach judgement " + count + " are scams; it should be 40 to 60 %"},
        {"补上真实信息（signal: genuine）或诈骗的条目，只练诈骗会让人什么都不信",
         "add genuine messages or scams: scams alone teach people to distrust everything"});
  }
  return problems;
}

Problems CheckCaptions(const std::vector<Cue>& cues, double duration) {
  Problems problems;
  if (cues.empty()) {
    Add(problems, "captions.empty", "", {"字幕文件里没有字幕", "the file holds no captions"},
        {"写上字幕", "write the captions"});
  }
  for (const Cue& cue : cues) {
    if (cue.until <= duration) continue;
    Add(problems, "captions.outside", "",
        {"字幕超出片长：“" + cue.text + "”",
         "a caption lies outside the film: \"" + cue.text + "\""},
        {"改字幕时间或片长duration", "change its times or the duration"});
    break;
  }
  return problems;
}

}  // namespace content
