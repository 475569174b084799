// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "content/text.h"
#include "vr/core/run.h"
#include "vr/core/session.h"
#include "vr/guide/guide.h"

// Every word of the officer's window that does not come from a pack.
namespace vr::words {

using content::Text;
using content::TextView;

inline constexpr TextView kProgram{"防溺水训练", "Drowning prevention"};

// --- Before a run ---
inline constexpr TextView kBefore{"开始之前", "Before the start"};
inline constexpr TextView kAge{"孩子多大？", "How old is the child?"};
inline constexpr TextView kBands[] = {
    {"6–9岁", "6–9"}, {"10–12岁", "10–12"}, {"13岁以上", "13 or over"}};
inline constexpr TextView kAsk{"问一问：有没有下面的情况？", "Ask: does any of this apply?"};
inline constexpr TextView kUnwell{"身体不适：癫痫、心脏、视力有问题，生病，怀孕",
                                  "Unwell: epilepsy, heart, eyesight, illness, pregnancy"};
inline constexpr TextView kLossOrFear{
    "家里有人溺水、特别怕水，或者不想玩",
    "A drowning in the family, strong fear of water, or no wish to"};
inline constexpr TextView kNone{"都没有", "None of these"};
inline constexpr TextView kGuardian{"家长同意戴头显", "A parent agrees to the headset"};
inline constexpr TextView kScenario{"场景", "Place"};
inline constexpr TextView kIntensity{"强度", "Intensity"};
inline constexpr TextView kIntensities[] = {{"头不入水", "Head stays above water"},
                                            {"水下约5秒", "About 5 s under water"},
                                            {"水下10到12秒", "10 to 12 s under water"}};
inline constexpr TextView kStartHeadset{"戴头显开始", "Start in the headset"};
inline constexpr TextView kStartTogether{"共看模式开始", "Start in together mode"};
inline constexpr TextView kTogetherInstead{"改用共看模式", "Together mode instead"};
inline constexpr TextView kSameScenario{"同一个剧本，在这块屏幕上做。",
                                        "The same scenario, on this screen."};
inline constexpr TextView kAnswerFirst{"先选年龄，再问那两件事。",
                                       "Choose the age and ask the two questions first."};
inline constexpr TextView kMayWear{"可以戴头显", "The headset may be worn"};
inline constexpr TextView kMayWearNote{
    "戴好、坐稳，再按开始。不想戴的，用共看模式也一样。",
    "Fit it, sit well, then start. Whoever would rather not wear it has "
    "the same in together mode."};
inline constexpr TextView kUseTogether{"用共看模式", "Use together mode"};
inline constexpr TextView kWearHint{"最长戴30分钟，再休息10分钟。",
                                    "At most 30 minutes, then 10 minutes of rest."};
inline constexpr TextView kStillLooking{"一直在找，接上就会显示在这里。",
                                        "Still looking: it will appear here once it is there."};
inline constexpr TextView kHeadset{"头显", "Headset"};
inline constexpr TextView kHeadsetReady{"头显已接好", "The headset is ready"};

struct Missing {
  Text what, remedy;
};
inline Missing WhyMissing(NoHeadset why) {
  switch (why) {
    case NoHeadset::kNoRuntime:
      return {
          {"没有找到OpenXR运行环境", "No OpenXR runtime was found"},
          {"装好头显的运行环境（如SteamVR、Monado、WiVRn），设为默认并打开。",
           "Install the headset's runtime (such as SteamVR, Monado, WiVRn), make it the default, "
           "start it."}};
    case NoHeadset::kNoHeadset:
      return {{"运行环境在，没有接上头显", "There is a runtime, but no headset"},
              {"接好数据线，或连上无线串流，打开头显。",
               "Plug in the cable or connect the wireless link, and switch the headset on."}};
    case NoHeadset::kAsleep:
      return {{"头显睡着了", "The headset is asleep"},
              {"按一下头显的电源键，或者戴上它。", "Press its power button, or put it on."}};
    case NoHeadset::kWrongVariable:
      return {{"变量XR_RUNTIME_JSON指向的文件不存在",
               "The variable XR_RUNTIME_JSON points to a file that does not exist"},
              {"改正或删掉这个变量，再启动程序。",
               "Correct or remove it, and start the program again."}};
    case NoHeadset::kNone:
      break;
  }
  return {};
}

inline Text WhyAge(Maker maker) {
  switch (maker) {
    case Maker::kPico:
      return {
          "PICO的健康须知写明：13岁以上才能戴。用共看模式，内容一样。",
          "PICO's health notice: for ages 13 and over only. Together mode has the same scenario."};
    case Maker::kMeta:
      return {
          "Meta的规定：10岁以上，用家长管理的账号。用共看模式，内容一样。",
          "Meta's rule: ages 10 and over, with an account that parents manage. Together mode has "
          "the same scenario."};
    case Maker::kOther:
    case Maker::kNone:
      break;
  }
  return {"没有读到这台头显的年龄规定，按13岁以上算。用共看模式，内容一样。",
          "We have not read this maker's age rule, so 13 and over. Together mode has the same "
          "scenario."};
}

inline Text Rest(std::int64_t rest_us) {
  const std::string minutes = std::to_string((rest_us + 59'999'999) / 60'000'000);
  return {"已经戴满30分钟，再休息" + minutes + "分钟才能戴。现在可以用共看模式。",
          "Worn for 30 minutes: rest for another " + minutes +
              " min before the headset. Together mode is possible now."};
}

// --- During a run ---
inline constexpr TextView kCalm{"平静", "Calm"};
inline constexpr TextView kCalmNow{"天空平静着", "The sky is calm"};
inline constexpr TextView kPause{"暂停", "Pause"};
inline constexpr TextView kGoOn{"继续", "Go on"};
inline constexpr TextView kRelease{"回到练习", "Back to practice"};
inline constexpr TextView kSay{"引导员说", "Say"};
inline constexpr TextView kTeaches{"这一拍学什么", "What this beat teaches"};
inline constexpr TextView kCaptionNow{"孩子现在看到的字", "What the child reads now"};
inline constexpr TextView kNoCaption{"现在没有字", "No text right now"};
inline constexpr TextView kBack{"上一拍", "Back"};
inline constexpr TextView kAgain{"重来", "Again"};
inline constexpr TextView kNext{"下一拍", "Next"};
inline constexpr TextView kRecenter{"回正", "Recenter"};
inline constexpr TextView kCaptions{"字幕", "Captions"};
inline constexpr TextView kMicrophone{"麦克风", "Microphone"};
inline constexpr TextView kHears{
    "麦克风开着：只量喊声有多响，不录音，不保存。",
    "The microphone only measures how loud a shout is. Nothing is recorded."};
inline constexpr TextView kHearsNothing{
    "没有找到麦克风。喊的那一步可以按键，或者看着对岸。",
    "No microphone found. For the shout, press the key or keep looking."};
inline constexpr TextView kStop{"停止", "Stop"};
inline constexpr TextView kRestart{"从头", "Restart"};
inline constexpr TextView kNextChild{"下一个", "Next child"};
inline constexpr TextView kNextChildLong{"下一个孩子", "Next child"};
inline constexpr TextView kSure{"再按一次", "Once more"};
inline constexpr TextView kOtherLanguage{"English", "中文"};
inline constexpr TextView kGoOnTogether{"改用共看，接着这一拍", "Go on in together mode"};
inline constexpr TextView kStarting{"正在开始……", "Starting…"};
inline constexpr TextView kNoPicture{"还没有画面", "No picture yet"};
inline constexpr TextView kPaused{"已暂停", "Paused"};
inline constexpr TextView kHidePanel{"收起", "Hide"};
inline constexpr TextView kShowPanel{"面板", "Panel"};

inline Text Beat(int number, int of) {
  return {"第" + std::to_string(number) + "拍，共" + std::to_string(of) + "拍",
          "Beat " + std::to_string(number) + " of " + std::to_string(of)};
}
inline constexpr TextView kInBeat{"这一拍", "Beat"};
inline constexpr TextView kInRun{"全程", "Run"};
inline constexpr TextView kLongRun{"超过8分钟了，10分钟会自己停",
                                   "Over 8 minutes; it ends by itself at 10"};

inline constexpr TextView kOnHead{"戴着", "On the head"};
inline constexpr TextView kOffHead{"摘下了", "Taken off"};
inline constexpr TextView kOnHeadUnknown{"当作戴着", "Taken as worn"};
inline constexpr TextView kTracked{"跟踪正常", "Tracking"};
inline constexpr TextView kTrackingLost{"跟踪丢了", "Tracking lost"};
inline constexpr TextView kFocused{"画面在前", "In front"};
inline constexpr TextView kNoFocus{"被别的窗口挡住", "Another window is in front"};
inline constexpr TextView kTogether{"共看模式", "Together mode"};
inline Text Worn(std::int64_t worn_us) {
  const std::string minutes = std::to_string(worn_us / 60'000'000);
  return {"已戴" + minutes + "分钟", "Worn " + minutes + " min"};
}

inline constexpr TextView kBannerOff{
    "头显摘下了。练习停着，戴上就接着来。",
    "The headset was taken off. Practice waits until it is put on again."};
inline constexpr TextView kBannerTracking{
    "头显看不见周围了。请孩子慢慢转头，别挡住头显前面。",
    "Tracking is lost. Let the child turn slowly; keep the cameras free."};
inline constexpr TextView kBannerFocus{"头显里打开了别的窗口。请在头显里关掉它。",
                                       "Something else is open in the headset. Close it there."};
inline constexpr TextView kBannerLost{
    "头显断开了，正在找。接上会回到这一拍。",
    "The headset is gone; looking for it. This beat will go on when it is back."};

inline Text Cause(CalmCause cause) {
  switch (cause) {
    case CalmCause::kGuide:
      return {"你按了平静。", "You pressed Calm."};
    case CalmCause::kHandRaised:
      return {"孩子举手，要停一停。", "The child raised a hand to stop."};
    case CalmCause::kBadge:
      return {"孩子看了太阳标志，要停一停。", "The child looked at the sun badge to stop."};
    case CalmCause::kChoice:
      return {"孩子说感觉不太好。陪他聊聊，不用赶。",
              "The child does not feel so good. Talk, take your time."};
    case CalmCause::kTime:
      return {"十分钟到了。", "Ten minutes are over."};
    case CalmCause::kNone:
      break;
  }
  return {};
}

// --- After a run ---
inline constexpr TextView kEnded{"这次练习结束了", "This practice is over"};
inline constexpr TextView kStoppedEarly{"这次练习提前停了，没关系",
                                        "This practice stopped early, and that is fine"};
inline constexpr TextView kTalk{"摘下头显，坐下聊两分钟。",
                                "Take the headset off, sit down, talk for two minutes."};
inline constexpr TextView kTalkTogether{"坐下聊两分钟。", "Sit down and talk for two minutes."};
inline constexpr TextView kPlayed{"用时", "Time"};
inline constexpr TextView kBeatsDone{"完成", "Finished"};
inline constexpr TextView kRightFirst{"一次选对", "Right at once"};
inline constexpr TextView kThrow{"扔中用时", "Time to the catch"};
inline constexpr TextView kThrowNote{
    "没练过的人抛绳约35秒，练过的孩子约23秒。只用来聊，不排名。",
    "Untrained throwers of a line take about 35 s, trained children about "
    "23 s. For talking only; no ranking."};
inline constexpr TextView kAnonymous{"只记选择和用时，不记是谁。",
                                     "Choices and times are kept, never who it was."};
inline Text Count(int number, int of) {
  return {std::to_string(number) + "/" + std::to_string(of), ""};
}
inline Text BeatsFinished(int number) {
  return {std::to_string(number) + "拍",
          std::to_string(number) + (number == 1 ? " beat" : " beats")};
}

}  // namespace vr::words
