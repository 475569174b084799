// SPDX-License-Identifier: MIT
#pragma once

#include "content/text.h"

/// Words of the home screen and of the screens that inform.
namespace kiosk::words {

using content::TextView;

// Home
inline constexpr TextView kHomeTitle{"您想做什么？", "What would you like to do?"};
inline constexpr TextView kRound{"识骗", "Spot the scam"};
inline constexpr TextView kRoundNote{
    "六道题，三分钟。真的假的混在一起，看您能不能分清。",
    "Six questions, three minutes. Real and fake are mixed: can you tell?"};
inline constexpr TextView kRoundStart{"开始一轮", "Start a round"};
inline constexpr TextView kRecognise{"过招", "Practise"};
inline constexpr TextView kRecogniseNote{"和骗子聊一回，看看提示卡", "Scammer chats and cards"};
inline constexpr TextView kWatch{"看片", "Watch"};
inline constexpr TextView kWatchNote{"一分钟短片，都有字幕", "One-minute films with captions"};
inline constexpr TextView kPapers{"办事", "Papers"};
inline constexpr TextView kPapersNote{"要带什么，一次说清", "What to bring, all at once"};
inline constexpr TextView kSafety{"平安", "Stay safe"};
inline constexpr TextView kSafetyNote{"防溺水、走马路、高空抛物",
                                      "Water, traffic, falling objects"};
inline constexpr TextView kNearby{"身边", "This station"};
inline constexpr TextView kNearbyNote{"电话、服务群、月报、提意见",
                                      "Numbers, groups, report, opinion"};
inline constexpr TextView kNothingYet{"这里还没有内容", "Nothing here yet"};
inline constexpr TextView kNoPacks{"这里的内容还没准备好", "What belongs here is not ready yet"};
inline constexpr TextView kNoPacksNote{
    "请问大厅里的民警。急事请直接拨打110。",
    "Please ask the officer in the lobby. In an emergency dial 110."};

// Shelf
inline constexpr TextView kSetsForWhom{"为谁练？挑一组，六道题", "Six questions made for"};
inline constexpr TextView kSetsAbout{"挑一组，最多六道题", "Choose a set of up to six questions"};
inline constexpr TextView kSetElder{"老年人", "Older people"};
inline constexpr TextView kSetStudent{"大学生", "Students"};
inline constexpr TextView kSetJobseeker{"找工作的", "Job seekers"};
inline constexpr TextView kSetFinance{"财务人员", "Finance staff"};
inline constexpr TextView kSetShop{"开店的", "Shopkeepers"};
inline constexpr TextView kSetPupil{"中小学生", "Pupils"};
inline constexpr TextView kSetAll{"混着来", "A bit of all"};
inline constexpr TextView kSetWater{"水边", "At the water"};
inline constexpr TextView kSetTraffic{"路上", "On the road"};
inline constexpr TextView kSetHeight{"高处", "From above"};
inline constexpr TextView kAboutMinutes{"约{n}分钟", "about {n} min"};
inline constexpr TextView kKinds[] = {{"问答", "Quiz"},      {"找可疑点", "Find the red flags"},
                                      {"对话", "Chat"},      {"短片", "Film"},
                                      {"清单", "Checklist"}, {"提示卡", "Card"},
                                      {"报告", "Report"},    {"通讯录", "Directory"},
                                      {"意见", "Survey"},    {"体验", "VR session"}};

// Shared by the screens that inform
inline constexpr TextView kPageAway{"用手机带走", "Take it with you"};
inline constexpr TextView kPageAwayNote{
    "对着二维码扫一扫，文字就到您手机里。不用联网。",
    "Scan the code and the text is on your phone. No network needed."};
inline constexpr TextView kPageAwayAlt{"二维码：这一页的文字", "QR code: the text of this page"};
inline constexpr TextView kPastReview{
    "这份内容过了复核日期（{date}），请先问窗口。",
    "Past its review date ({date}). Please ask at the desk first."};

// Checklist
inline constexpr TextView kListSample{"样例，未经本所核对，不作为办事依据",
                                      "Sample, not checked by this station. Not for guidance."};
inline constexpr TextView kListConfirmed{"{by}已核对", "Checked by {by}"};
inline constexpr TextView kListConfirmedOn{"{by}已核对，{date}", "Checked by {by}, {date}"};
inline constexpr TextView kWhoMay{"谁可以办", "Who may apply"};
inline constexpr TextView kWhoAll{"这些都要符合", "All of these"};
inline constexpr TextView kWhoAny{"再符合其中一样", "And one of these"};
inline constexpr TextView kWhoAnyOnly{"符合其中一样", "One of these"};
inline constexpr TextView kTickHint{"手上有的，点一下打勾。", "Tap what you have with you."};
inline constexpr TextView kRuleAll{"都要", "All of these"};
inline constexpr TextView kRuleAny{"任选一样", "Any one"};
inline constexpr TextView kRuleIf{"如果{n}", "If: {n}"};
inline constexpr TextView kGroupReady{"齐了", "Ready"};
inline constexpr TextView kAskWhere{"请问窗口：{n}", "Ask at the desk: {n}"};
inline constexpr TextView kAskTitle{"还要向窗口问清", "Still to ask at the desk"};
inline constexpr TextView kLawTitle{"法律怎么说", "What the law says"};
inline constexpr TextView kGroupsOpen{"按这张单子，还差{n}组", "Still open on this list: {n}"};
inline constexpr TextView kGroupsDoneSoFar{"人人要的都齐了，再看看“如果”那几组",
                                           "What everyone needs is ready. Now see the “If” groups"};
inline constexpr TextView kGroupsDone{"按这张单子，都齐了", "On this list, everything is ready"};

// Card
inline constexpr TextView kCardScan{"扫一扫，发给家里人", "Scan it and send it to your family"};

// Report
inline constexpr TextView kReportSample{"样例数据，非真实统计", "Sample data, not real figures"};
inline constexpr TextView kReportApproved{"{by}审核发布", "Approved by {by}"};
inline constexpr TextView kReportApprovedOn{"{by}审核发布，{date}", "Approved by {by}, {date}"};
inline constexpr TextView kReportPeriod{"{from}至{until}", "{from} to {until}"};
inline constexpr TextView kLastMonth{"上月{v}{u}", "Last month: {v}"};
inline constexpr TextView kLastYear{"去年同月{v}{u}", "A year ago: {v}"};
inline constexpr TextView kMonthByMonth{"{label}，逐月（{unit}）",
                                        "{label}, month by month ({unit})"};
inline constexpr TextView kAsked{"您问，我们答", "You asked, we answer"};
inline constexpr TextView kAskedDone{"已办", "Done"};
inline constexpr TextView kAskedOpen{"在办", "Under way"};
inline constexpr TextView kCaseOfMonth{"本月一例", "Case of the month"};
inline constexpr TextView kNextMonth{"下个月", "Next month"};
inline constexpr TextView kNoNumbersYet{"这个月的数字还没有填入",
                                        "This month's figures are not in yet"};

// Directory
inline constexpr TextView kConfirmEntry{"以本所公布为准", "As posted by this station"};
inline constexpr TextView kDirectoryPick{"点一条，看电话和地点",
                                         "Tap a line for its number and place"};
inline constexpr TextView kOwnQr{"扫一扫加入", "Scan to join"};
inline constexpr TextView kOwnQrNote{"这是本所自己的二维码。", "This is the station's own code."};
inline constexpr TextView kOwnQrAlt{"二维码：{n}", "QR code: {n}"};

// Survey
inline constexpr TextView kSurveyAnonymous{"不记名，只数人数", "No names, only counts"};
inline constexpr TextView kSurveyProgress{"第{n}题，共{m}题", "Question {n} of {m}"};
inline constexpr TextView kSurveyNext{"下一题", "Next question"};
inline constexpr TextView kSurveySkip{"这题不答", "Skip this one"};
inline constexpr TextView kSurveySend{"交上去", "Hand it in"};
inline constexpr TextView kSurveySendEmpty{"这题不答，交上去", "Skip it and hand in"};
inline constexpr TextView kSurveyThanks{"收到了", "Received"};
inline constexpr TextView kSurveyClose{"好的", "Done"};

// Just sent money, when no pack says it
inline constexpr TextView kLossHeadline{"先停手，马上说", "Stop now. Tell us now."};
inline constexpr TextView kLossAction{"现在就告诉大厅里的民警",
                                      "Tell the officer in this hall now"};
inline constexpr TextView kLossWhy{"为什么要快", "Why every minute counts"};
inline constexpr TextView kLossWhyText{
    "骗子拿到钱会很快转走。说得越早，越有机会截住。",
    "Fraudsters move money on quickly. The sooner you speak, the better "
    "the chance to stop it."};
inline constexpr TextView kLossNoBlame{"谁都可能遇上，不是您的错。",
                                       "It can happen to anyone. It is not your fault."};
inline constexpr TextView kLossFooter{"这台机器不问姓名，不收账号和密码。",
                                      "This machine asks for no name, account or password."};
inline constexpr TextView kLoss110{"报警。钱已经转出去，先打这个",
                                   "Police. If money has gone, dial this first"};
inline constexpr TextView kLoss96110{"反诈劝阻咨询。还没转、拿不准，打这个",
                                     "Anti-fraud advice. Nothing sent yet but unsure"};
inline constexpr TextView kLossStop{"停", "Stop"};
inline constexpr TextView kLossStopLines[] = {
    {"一分钱也不再转。", "Send nothing more."},
    {"正在共享屏幕，马上断网。", "If your screen is shared, switch the network off now."},
    {"聊天记录和软件都别删。", "Delete no chat and no app."}};
inline constexpr TextView kLossTell{"说", "Tell"};
inline constexpr TextView kLossTellLines[] = {
    {"在大厅，现在就叫民警。", "In this hall: call the officer now."},
    {"不在大厅，立刻拨110。", "Elsewhere: dial 110 at once."}};
inline constexpr TextView kLossReady{"备好", "Have ready"};
inline constexpr TextView kLossReadyLines[] = {
    {"您的姓名和身份证，您的账号和开户行。", "Your name and ID; your own account and bank."},
    {"每笔转账的准确时间和金额。", "Exact time and amount of each transfer."},
    {"对方的账号、户名、开户行，或支付账号。",
     "The receiver's account, name and bank, or payment ID."},
    {"回单、截图、电话号码、聊天记录、网址、软件名。",
     "Receipts, screenshots, phone numbers, chats, links, app names."},
    {"一时找不全也先说，再慢慢补。", "Something missing? Speak first, add it later."}};
inline constexpr TextView kLossAlso{"同时", "Also"};
inline constexpr TextView kLossAlsoLines[] = {
    {"找自己银行和支付软件的官方客服，锁住自己的账户。",
     "Ask the official service of your bank and payment app to lock your own account."},
    {"修改密码。", "Change your passwords."}};
inline constexpr TextView kLossNot{"不要", "Do not"};
inline constexpr TextView kLossNotLines[] = {
    {"不花钱请人“追款”，那是第二次骗。",
     "Do not pay anyone to “recover” it: that is the second scam."},
    {"不去找对方理论。", "Do not confront the other side."},
    {"不等到明天早上。", "Do not wait until morning."}};
inline constexpr TextView kLossBack{"返回刚才的画面", "Back to where I was"};

}  // namespace kiosk::words
