// SPDX-License-Identifier: MIT
#pragma once

#include "content/text.h"

/// Words of the screens that play: attract loop, round, chat, film.
namespace kiosk::words {

using content::TextView;

// Attract loop
inline constexpr TextView kTwentySeconds{"等号的二十秒，猜一猜", "Twenty seconds while you wait"};
inline constexpr TextView kRealOrScamSms{"这条短信，\n是真的还是骗人的？",
                                         "This text message:\nreal or a scam?"};
inline constexpr TextView kRealOrScamCall{"这通电话，\n是真的还是骗人的？",
                                          "This phone call:\nreal or a scam?"};
inline constexpr TextView kRealOrScamWeb{"这个网页，\n是真的还是骗人的？",
                                         "This web page:\nreal or a scam?"};
inline constexpr TextView kRealOrScamOther{"这条消息，\n是真的还是骗人的？",
                                           "This message:\nreal or a scam?"};
inline constexpr TextView kWhereSuspicious{"这条消息，\n哪里可疑？",
                                           "This message:\nwhat is suspicious?"};
inline constexpr TextView kTouchToStart{"点一下就开始·不留姓名，不联网",
                                        "Touch to start: no names, no network"};
inline constexpr TextView kGreetingEyebrow{"{station_name}欢迎您", "Welcome to {station_name}"};
inline constexpr TextView kGreeting{"等号的工夫，\n练一练识骗的眼力。",
                                    "While you wait,\ntrain your eye for scams."};
inline constexpr TextView kGreetingNote{
    "三分钟，六道题。真的假的混在一起，看您能不能分清。",
    "Three minutes, six questions: real messages and scams, mixed."};
inline constexpr TextView kTouchAnywhere{"点一下屏幕任何地方", "Touch the screen anywhere"};
inline constexpr TextView kStartRound{"开始一轮六题", "Start a round of six"};
inline constexpr TextView kSomethingElse{"看看别的", "See what else is here"};

// Channels
inline constexpr TextView kSms{"短信", "Text message"};
inline constexpr TextView kCall{"来电", "Phone call"};
inline constexpr TextView kChatMessage{"聊天消息", "Chat message"};
inline constexpr TextView kVideoCall{"视频通话", "Video call"};
inline constexpr TextView kEmail{"电子邮件", "E-mail"};
inline constexpr TextView kWeb{"网页", "Web page"};
inline constexpr TextView kInPerson{"当面说", "Face to face"};
inline constexpr TextView kPrint{"纸面宣传", "On paper"};
inline constexpr TextView kTagSms{"一条短信", "A text message"};
inline constexpr TextView kTagCall{"一通电话", "A phone call"};
inline constexpr TextView kTagChat{"一段聊天", "A chat"};
inline constexpr TextView kTagVideoCall{"一通视频", "A video call"};
inline constexpr TextView kTagEmail{"一封邮件", "An e-mail"};
inline constexpr TextView kTagWeb{"一个网页", "A web page"};
inline constexpr TextView kTagInPerson{"有人找上门", "Someone in person"};
inline constexpr TextView kTagPrint{"一张纸", "On paper"};
inline constexpr TextView kTagNone{"想一想", "Think it over"};

// Questions
inline constexpr TextView kProgress{"第{n}题，共{m}题", "Question {n} of {m}"};
inline constexpr TextView kChooseAll{"可以选几个，选好了点下面。",
                                     "Choose all that apply, then tap below."};
inline constexpr TextView kConfirmChoices{"选好了，看答案", "Done, show me"};
inline constexpr TextView kNextQuestion{"下一题", "Next question"};
inline constexpr TextView kShowResult{"看看这一轮", "See how it went"};
inline constexpr TextView kGoOn{"继续", "Go on"};
inline constexpr TextView kSeenThrough{"您看准了。", "Well seen."};
inline constexpr TextView kLookAgain{"再看一眼。", "Look again."};
inline constexpr TextView kSeenScam{"您看准了，这是骗局。", "Well seen: this is a scam."};
inline constexpr TextView kSeenGenuine{"您看准了，这是真的。", "Well seen: this one is genuine."};
inline constexpr TextView kAgainScam{"再看一眼，这是骗局。", "Look again: this is a scam."};
inline constexpr TextView kAgainGenuine{"再看一眼，这是真的。", "Look again: this one is genuine."};
inline constexpr TextView kYouChose{"您选的", "Your choice"};
inline constexpr TextView kYouChoseRight{"您选的，选对了", "Your choice, and the right one"};
inline constexpr TextView kRightOne{"稳妥的选择", "The safe choice"};
inline constexpr TextView kTruth{"其实是", "In fact"};
inline constexpr TextView kMissedOne{"这一项也要选", "This one belongs too"};
inline constexpr TextView kAskedAgain{"刚才这一题", "The question again"};
inline constexpr TextView kWhy{"为什么", "Why"};
inline constexpr TextView kRemember{"记住一句", "One line to remember"};

// Find the red flags
inline constexpr TextView kSpotCountNone{"还没有点", "Nothing tapped yet"};
inline constexpr TextView kSpotCount{"已点出{n}处，再点一下可以取消",
                                     "{n} marked; tap again to undo"};
inline constexpr TextView kNothingSuspicious{"没有可疑之处", "Nothing suspicious"};
inline constexpr TextView kThatIsAll{"就是这些，看答案", "That's all, show me"};
inline constexpr TextView kFound{"您找到的", "You found it"};
inline constexpr TextView kMissed{"漏掉的", "Missed"};
inline constexpr TextView kHarmless{"这里没问题", "Harmless"};
inline constexpr TextView kSpotScore{"{n}处可疑，您找到{k}处", "{k} of {n} red flags found"};
inline constexpr TextView kSpotNone{"这里没有可疑之处", "There are no red flags here"};
inline constexpr TextView kNothingDangerous{"没有危险的地方", "Nothing dangerous"};
inline constexpr TextView kDangerScore{"{n}处危险，您找到{k}处", "{k} of {n} dangers found"};

// End of a round
inline constexpr TextView kCaughtScams{"您识破了{n}个骗局里的{k}个，",
                                       "You caught {k} of {n} scams"};
inline constexpr TextView kCaughtOneScam{"您识破了那一个骗局，", "You caught the one scam"};
inline constexpr TextView kWronged{"也错怪了{n}条真消息。", " and doubted {n} genuine messages."};
inline constexpr TextView kWrongedOne{"也错怪了1条真消息。", " and doubted 1 genuine message."};
inline constexpr TextView kWrongedNone{"真消息一条也没有错怪。", " and wrongly doubted none."};
inline constexpr TextView kOnlyScams{"您识破了{n}个骗局里的{k}个。",
                                     "You caught {k} of {n} scams."};
inline constexpr TextView kOnlyGenuine{"{n}条真消息，您认出了{k}条。",
                                       "You recognised {k} of {n} genuine messages."};
inline constexpr TextView kRightOf{"{n}道题，您答对了{k}道。",
                                   "You answered {k} of {n} as we would."};
inline constexpr TextView kPraiseAll{"全看准了，眼力真好。", "Every one seen through. A fine eye."};
inline constexpr TextView kPraiseWronged{
    "识骗不是样样怀疑：真的认得出，才算眼力。",
    "Doubting everything is not the aim: knowing the genuine is part "
    "of it."};
inline constexpr TextView kPraiseMissed{
    "骗子天天换花样。多练一轮，就多一分把握。",
    "Scammers change their tricks daily. One more round, one step "
    "surer."};
inline constexpr TextView kPraiseOther{"弄懂一道，就多一分平安。",
                                       "Every question understood makes you safer."};
inline constexpr TextView kCaughtLabel{"识破骗局", "Scams caught"};
inline constexpr TextView kGenuineLabel{"认出真的", "Genuine recognised"};
inline constexpr TextView kOfAll{"{n}个里{k}个", "{k} of {n}"};
inline constexpr TextView kWrongedThis{"错怪的是这条", "This one was genuine"};
inline constexpr TextView kMissedThis{"放过的是这条", "This one slipped through"};
inline constexpr TextView kLookAgainThis{"值得再想想的是这题", "Worth another thought"};
inline constexpr TextView kTakeAway{"带走要点", "Take it with you"};
inline constexpr TextView kTakeAwayNote{
    "用手机扫一扫，要点存进手机，不用上网。三周后再来一轮，记得更牢。",
    "Scan with your phone: the main points, no network needed. Another "
    "round in three weeks makes them stick."};
inline constexpr TextView kQrHead{"平安驿站·这一轮的要点", "Maplebridge: this round in short"};
inline constexpr TextView kQrFoot{"拿不准拨96110；已转账立即拨110",
                                  "Unsure: 96110. Money sent: 110 at once"};
inline constexpr TextView kQrFootOther{"急事拨110", "In an emergency: 110"};
inline constexpr TextView kQrAlt{"二维码：这一轮的要点", "QR code: this round's points"};
inline constexpr TextView kAgain{"再来一轮", "Another round"};
inline constexpr TextView kGoHome{"回首页", "Home"};

// Chat
inline constexpr TextView kYouYourself{"您就是当事人", "You are the one being written to"};
inline constexpr TextView kYouYourselfNote{
    "每一步怎么回，由您来选。随时可以退出，退得对也是本事。",
    "You choose every reply. Leave whenever you like: leaving at the "
    "right time is a skill."};
inline constexpr TextView kYouAdvise{"您来当参谋", "You are the adviser"};
inline constexpr TextView kYouAdviseNote{
    "亲友把聊天给您看，您来劝。随时可以退出。",
    "Somebody close shows you the chat and you advise. Leave whenever "
    "you like."};
inline constexpr TextView kBeginChat{"开始对话", "Start the chat"};
inline constexpr TextView kYourReply{"您怎么回？", "What do you reply?"};
inline constexpr TextView kYourAdvice{"您怎么劝？", "What do you advise?"};
inline constexpr TextView kIsTyping{"对方正在输入…", "Typing…"};
inline constexpr TextView kHurry{"点一下聊天，不用等", "Tap the chat to skip the wait"};
inline constexpr TextView kAdviceLabel{"您劝道", "Your advice"};
inline constexpr TextView kOutcomeSafe{"您及时退出了，一分没丢。",
                                       "You left in time. Nothing was lost."};
inline constexpr TextView kOutcomeStopped{"您停住了，这一步最难，也最值。",
                                          "You stopped. That is the hardest step, and the best."};
inline constexpr TextView kOutcomeReport{"您停手报警，做得对。",
                                         "You stopped and reported it. Well done."};
inline constexpr TextView kOutcomeKept{"您核实清楚，正事也办成了。",
                                       "You checked first, and got the business done."};
inline constexpr TextView kOutcomeLost{
    "这一位是真的，下回先核实再回绝。",
    "This contact was genuine. Next time check before turning away."};
inline constexpr TextView kOutcomeHarm{
    "故事里钱被骗走了。好在这是练习。",
    "In the story the money is gone. Luckily this was practice."};
inline constexpr TextView kLoss{"故事里损失{n}元", "Lost in the story: {n} yuan"};
inline constexpr TextView kLossNote{
    "真遇上：马上停手，打110，越早越可能止付。",
    "If it is real: stop, call 110. The sooner, the better the chance to "
    "stop the payment."};
inline constexpr TextView kTheTalk{"回头看这段对话", "The talk once more"};
inline constexpr TextView kFlagsMarked{"标黄的地方，就是破绽。",
                                       "What is marked in yellow gave it away."};
inline constexpr TextView kRedFlags{"这里的破绽", "The red flags here"};
inline constexpr TextView kSignsOfGenuine{"看点在这里", "What to look at"};
inline constexpr TextView kOnceMore{"再试一次", "Try again"};

// Film
inline constexpr TextView kMinutes{"时长{m}分{s}秒，配字幕", "{m} min {s} s, with captions"};
inline constexpr TextView kSeconds{"时长{s}秒，配字幕", "{s} s, with captions"};
inline constexpr TextView kWithQuestions{"中间会停下来问您", "stops to ask you questions"};
inline constexpr TextView kPlay{"播放", "Play"};
inline constexpr TextView kPause{"暂停", "Pause"};
inline constexpr TextView kResume{"接着看", "Go on"};
inline constexpr TextView kBackTen{"退10秒", "Back 10 s"};
inline constexpr TextView kCaptionsOn{"字幕开", "CC on"};
inline constexpr TextView kCaptionsOff{"字幕关", "CC off"};
inline constexpr TextView kQuieter{"小声", "Quieter"};
inline constexpr TextView kLouder{"大声", "Louder"};
inline constexpr TextView kVolumeIs{"音量{n}", "Volume {n}"};
inline constexpr TextView kFilmAsks{"停一下，想一想", "Stop and think"};
inline constexpr TextView kGoOnWatching{"接着看", "Go on watching"};
inline constexpr TextView kNextItem{"接下来", "Next"};
inline constexpr TextView kWatchAgain{"再看一遍", "Watch again"};
inline constexpr TextView kFilmFailed{"这段影片现在放不了。",
                                      "This film can't be played right now."};
inline constexpr TextView kFilmFailedNote{
    "请先看看别的，也可以告诉大厅的民警。",
    "Please look at something else, or tell the officer in the hall."};

}  // namespace kiosk::words
