// SPDX-License-Identifier: MIT
#include "content/banned.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace content {
namespace {

constexpr Language kZh = Language::kChinese;
constexpr Language kEn = Language::kEnglish;

// Why each is here: the facts files' "Do not use", their terms, and first aid that the
// resuscitation councils reject. Figures that no reliable page prints are banned as figures.
constexpr const char* kSlangZh = "这个黑话伤害受害人，屏幕上写“网络婚恋诈骗”";
constexpr const char* kSlangEn = "the slang insults victims; write \"online romance fraud\"";
constexpr const char* kRateZh = "追回率没有可靠数字，不要写";
constexpr const char* kRateEn = "there is no reliable figure for recovered money; leave it out";
constexpr const char* kHalfHourZh = "没有可靠出处，只写“越早越好，马上拨110”";
constexpr const char* kHalfHourEn = "it has no reliable source; say \"the sooner the better\"";
constexpr const char* kPasswordZh = "输错密码锁对方账户没有官方依据，还会耽误报警";
constexpr const char* kPasswordEn =
    "locking the account by wrong passwords is unfounded, wastes time";
constexpr const char* kAbsoluteZh =
    "绝对的说法会让人挂掉96110和银行的真电话，写“挂断后自己查号码打回去”";
constexpr const char* kAbsoluteEn =
    "an absolute rule makes people hang up on 96110; teach to call back on a number you looked up";
constexpr const char* kThresholdZh = "写出门槛会被当成安全线，写“出借一张也违法”";
constexpr const char* kThresholdEn =
    "a threshold reads as a safe limit; say \"even one is unlawful\"";
constexpr const char* kFigureZh = "这个数字没有可靠出处";
constexpr const char* kFigureEn = "this figure has no reliable source";
constexpr const char* kDrainZh = "控水、倒挂是错误急救，会耽误心肺复苏";
constexpr const char* kDrainEn = "draining water is wrong first aid and delays resuscitation";
constexpr const char* kDryZh = "医学界不承认这个说法，写“溺水”";
constexpr const char* kDryEn = "medicine rejects this term; write \"drowning\"";
constexpr const char* kChainZh = "手拉手下水救人会造成连环溺水";
constexpr const char* kChainEn = "a human chain into the water drowns the rescuers";
constexpr const char* kSwimZh = "会游泳的人冒险更多，不能说成安全";
constexpr const char* kSwimEn = "better swimmers take more risk; do not present swimming as safety";
constexpr const char* kAidZh = "这是已被否定的急救做法";
constexpr const char* kAidEn = "this first aid is discredited";

constexpr auto kBanned = std::to_array<BannedPhrase>({
    {"banned.slang", kZh, "杀猪盘", nullptr, false, kSlangZh, kSlangEn},
    {"banned.slang", kEn, "pig butchering", nullptr, false, kSlangZh, kSlangEn},
    {"banned.slang", kEn, "pig-butchering", nullptr, false, kSlangZh, kSlangEn},
    {"banned.slang", kEn, "volunteer police", nullptr, false,
     "义警没有警察权力，英文写safety volunteers",
     "they have no police powers; write \"safety volunteers\""},
    {"banned.figure", kZh, "37%", nullptr, false, kRateZh, kRateEn},
    {"banned.figure", kEn, "37%", nullptr, false, kRateZh, kRateEn},
    {"banned.figure", kEn, "37 %", nullptr, false, kRateZh, kRateEn},
    {"banned.figure", kEn, "37 percent", nullptr, false, kRateZh, kRateEn},
    {"banned.figure", kZh, "追回率", nullptr, false, kRateZh, kRateEn},
    {"banned.figure", kEn, "recovery rate", nullptr, false, kRateZh, kRateEn},
    {"banned.figure", kEn, "recovery chance", nullptr, false, kRateZh, kRateEn},
    {"banned.figure", kZh, "2170.7", nullptr, false, kFigureZh, kFigureEn},
    {"banned.figure", kEn, "2170.7", nullptr, false, kFigureZh, kFigureEn},
    {"banned.figure", kEn, "21.7 million", nullptr, false, kFigureZh, kFigureEn},
    {"banned.figure", kZh, "5%", "AI", false, kFigureZh, kFigureEn},
    {"banned.figure", kEn, "5%", "AI ", false, kFigureZh, kFigureEn},
    {"banned.figure", kZh, "15%", "招聘", false, kFigureZh, kFigureEn},
    {"banned.figure", kZh, "15%", "求职", false, kFigureZh, kFigureEn},
    {"banned.figure", kEn, "15%", "job", false, kFigureZh, kFigureEn},
    {"banned.figure", kZh, "95%", "诈骗", false, kFigureZh, kFigureEn},
    {"banned.figure", kEn, "95%", "scam", false, kFigureZh, kFigureEn},
    {"banned.figure", kEn, "95%", "fraud", false, kFigureZh, kFigureEn},
    {"banned.number", kZh, "12315", "反诈", true, "12315是消费者投诉，不是反诈专线",
     "12315 takes consumers' complaints and is no anti-fraud line"},
    {"banned.number", kZh, "12315", "诈骗", true, "12315是消费者投诉，不是反诈专线",
     "12315 takes consumers' complaints and is no anti-fraud line"},
    {"banned.number", kEn, "12315", "fraud", true, "12315是消费者投诉，不是反诈专线",
     "12315 takes consumers' complaints and is no anti-fraud line"},
    {"banned.half-hour", kZh, "黄金30分钟", nullptr, false, kHalfHourZh, kHalfHourEn},
    {"banned.half-hour", kZh, "黄金三十分钟", nullptr, false, kHalfHourZh, kHalfHourEn},
    {"banned.half-hour", kZh, "黄金半小时", nullptr, false, kHalfHourZh, kHalfHourEn},
    {"banned.half-hour", kEn, "golden half hour", nullptr, false, kHalfHourZh, kHalfHourEn},
    {"banned.half-hour", kEn, "golden half-hour", nullptr, false, kHalfHourZh, kHalfHourEn},
    {"banned.half-hour", kEn, "golden 30 minutes", nullptr, false, kHalfHourZh, kHalfHourEn},
    {"banned.half-hour", kEn, "golden thirty minutes", nullptr, false, kHalfHourZh, kHalfHourEn},
    {"banned.password", kZh, "输错密码", nullptr, true, kPasswordZh, kPasswordEn},
    {"banned.password", kZh, "输入错误密码", nullptr, true, kPasswordZh, kPasswordEn},
    {"banned.password", kZh, "输错三次", nullptr, true, kPasswordZh, kPasswordEn},
    {"banned.password", kEn, "wrong password", nullptr, true, kPasswordZh, kPasswordEn},
    {"banned.absolute", kZh, "凡是谈钱", nullptr, true, kAbsoluteZh, kAbsoluteEn},
    {"banned.absolute", kZh, "凡是陌生电话", nullptr, true, kAbsoluteZh, kAbsoluteEn},
    {"banned.absolute", kZh, "一提钱就挂", nullptr, true, kAbsoluteZh, kAbsoluteEn},
    {"banned.absolute", kZh, "谈钱就挂", nullptr, true, kAbsoluteZh, kAbsoluteEn},
    {"banned.absolute", kZh, "一提银行卡就挂", nullptr, true, kAbsoluteZh, kAbsoluteEn},
    {"banned.absolute", kZh, "一律挂断", nullptr, true, kAbsoluteZh, kAbsoluteEn},
    {"banned.absolute", kEn, "hang up on any call", nullptr, true, kAbsoluteZh, kAbsoluteEn},
    {"banned.absolute", kEn, "hang up on every call", nullptr, true, kAbsoluteZh, kAbsoluteEn},
    {"banned.absolute", kEn, "any call about money", nullptr, true, kAbsoluteZh, kAbsoluteEn},
    {"banned.threshold", kZh, "30万元", "流水", false, kThresholdZh, kThresholdEn},
    {"banned.threshold", kZh, "三十万元", "流水", false, kThresholdZh, kThresholdEn},
    {"banned.threshold", kZh, "20张", "电话卡", false, kThresholdZh, kThresholdEn},
    {"banned.threshold", kEn, "300,000 yuan", "account", false, kThresholdZh, kThresholdEn},
    {"banned.threshold", kEn, "20 phone cards", nullptr, false, kThresholdZh, kThresholdEn},
    {"banned.first-aid", kZh, "控水", nullptr, true, kDrainZh, kDrainEn},
    {"banned.first-aid", kZh, "倒挂", nullptr, true, kDrainZh, kDrainEn},
    {"banned.first-aid", kZh, "倒背", nullptr, true, kDrainZh, kDrainEn},
    {"banned.first-aid", kZh, "倒水", "溺水", true, kDrainZh, kDrainEn},
    {"banned.first-aid", kEn, "drain the water", nullptr, true, kDrainZh, kDrainEn},
    {"banned.first-aid", kEn, "upside down", "drown", true, kDrainZh, kDrainEn},
    {"banned.first-aid", kZh, "干性溺水", nullptr, true, kDryZh, kDryEn},
    {"banned.first-aid", kZh, "继发性溺水", nullptr, true, kDryZh, kDryEn},
    {"banned.first-aid", kZh, "迟发性溺水", nullptr, true, kDryZh, kDryEn},
    {"banned.first-aid", kEn, "dry drowning", nullptr, true, kDryZh, kDryEn},
    {"banned.first-aid", kEn, "secondary drowning", nullptr, true, kDryZh, kDryEn},
    {"banned.first-aid", kZh, "手拉手", "救", true, kChainZh, kChainEn},
    {"banned.first-aid", kEn, "human chain", nullptr, true, kChainZh, kChainEn},
    {"banned.first-aid", kZh, "掐人中", nullptr, true, kAidZh, kAidEn},
    {"banned.first-aid", kZh, "牙膏", "烫伤", true, kAidZh, kAidEn},
    {"banned.first-aid", kEn, "toothpaste", "burn", true, kAidZh, kAidEn},
    {"banned.swimming", kZh, "会游泳就安全", nullptr, true, kSwimZh, kSwimEn},
    {"banned.swimming", kZh, "会游泳就不会溺水", nullptr, true, kSwimZh, kSwimEn},
    {"banned.swimming", kEn, "swimmers are safe", nullptr, true, kSwimZh, kSwimEn},
    {"banned.figure", kZh, "5.7万", "溺", false, kFigureZh, kFigureEn},
    {"banned.figure", kZh, "56.58%", nullptr, false, kFigureZh, kFigureEn},
    {"banned.figure", kEn, "57,000", "drown", false, kFigureZh, kFigureEn},
    {"banned.figure", kEn, "57 000", "drown", false, kFigureZh, kFigureEn},
    {"banned.figure", kEn, "56.58%", nullptr, false, kFigureZh, kFigureEn},
    {"banned.six-nots", kZh, "酒后", "六不", true, "“六不”的流传文本有误，照教育部原文写",
     "copies of the six nots are corrupt; follow the ministry's wording"},
});

std::string Lower(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return lower;
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

/// Finds `phrase`; one that begins with a digit is not found inside a longer number.
bool Contains(const std::string& text, std::string_view phrase) {
  for (std::size_t at = text.find(phrase); at != std::string::npos;
       at = text.find(phrase, at + 1)) {
    const bool inside = IsDigit(phrase.front()) && at > 0 &&
                        (IsDigit(text[at - 1]) || text[at - 1] == '.' || text[at - 1] == ',');
    const std::size_t end = at + phrase.size();
    const bool goes_on = IsDigit(phrase.back()) && end < text.size() && IsDigit(text[end]);
    if (!inside && !goes_on) return true;
  }
  return false;
}

/// Whether the words around the phrase say that it is wrong. The phrase's own words do not count.
bool Refutes(std::string text, const BannedPhrase& banned) {
  constexpr const char* kRefutesZh[] = {"不", "别", "勿", "错", "误", "谣", "没有"};
  constexpr const char* kRefutesEn[] = {"not ",     "n't",  "n’t",   "never",
                                        "wrong to", "myth", "false", "mistake"};
  for (const char* own : {banned.phrase, banned.with}) {
    const std::string word = own == nullptr ? "" : Lower(own);
    for (std::size_t at = text.find(word); !word.empty() && at != std::string::npos;
         at = text.find(word)) {
      text.erase(at, word.size());
    }
  }
  const auto in_text = [&text](const char* word) { return text.find(word) != std::string::npos; };
  return banned.language == Language::kChinese
             ? std::any_of(std::begin(kRefutesZh), std::end(kRefutesZh), in_text)
             : std::any_of(std::begin(kRefutesEn), std::end(kRefutesEn), in_text);
}

}  // namespace

std::span<const BannedPhrase> BannedPhrases() { return kBanned; }

void CheckBanned(const PlacedText& placed, Problems& problems) {
  const std::string texts[] = {Lower(placed.text->zh), Lower(placed.text->en)};
  const bool said_by_another = placed.wrong || placed.role == Role::kMessage ||
                               placed.role == Role::kStem || placed.role == Role::kFeedback;
  for (const BannedPhrase& banned : kBanned) {
    const std::string& text = texts[banned.language == Language::kChinese ? 0 : 1];
    if (!Contains(text, Lower(banned.phrase))) continue;
    if (banned.with != nullptr && !Contains(text, Lower(banned.with))) continue;
    if (banned.refutable && (said_by_another || Refutes(text, banned))) continue;
    problems.push_back(Error{banned.code,
                             {std::string("不能写“") + banned.phrase + "”",
                              std::string("\"") + banned.phrase + "\" must not be said"},
                             placed.where + "/" + Tag(banned.language),
                             {banned.why_zh, banned.why_en}});
  }
}

}  // namespace content
