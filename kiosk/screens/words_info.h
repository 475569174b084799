// SPDX-License-Identifier: MIT
#pragma once

#include "content/text.h"

/// Words of the home screen and of the screens that inform.
namespace kiosk::words {

using content::Text;

// Home
inline const Text kHomeTitle{"您想做什么？", "What would you like to do?"};
inline const Text kRound{"识骗", "Spot the scam"};
inline const Text kRoundNote{
    "六道题，三分钟。真的假的混在一起，看您能不能分清。",
    "Six questions, three minutes. Real and fake are mixed: can you tell?"};
inline const Text kRoundStart{"开始一轮", "Start a round"};
inline const Text kRecognise{"过招", "Practise"};
inline const Text kRecogniseNote{"和骗子聊一回，看看提示卡", "Chat with a scammer, see the cards"};
inline const Text kWatch{"看片", "Watch"};
inline const Text kWatchNote{"一分钟短片，都有字幕", "One-minute films with captions"};
inline const Text kPapers{"办事", "Papers"};
inline const Text kPapersNote{"要带什么，一次说清", "What to bring, all at once"};
inline const Text kSafety{"平安", "Stay safe"};
inline const Text kSafetyNote{"防溺水、走马路、高空抛物", "Water, traffic, falling objects"};
inline const Text kNearby{"身边", "This station"};
inline const Text kNearbyNote{"电话、服务群、月报、提意见", "Numbers, groups, report, opinion"};
inline const Text kNothingYet{"这里还没有内容", "Nothing here yet"};
inline const Text kNoPacks{"这台机器还没有装内容包", "No content pack is installed yet"};
inline const Text kNoPacksNote{"请问大厅里的民警。急事请直接拨打110。",
                               "Please ask the officer in the lobby. In an emergency dial 110."};

// Shelf
inline const Text kMinutes{"约{n}分钟", "about {n} min"};
inline const Text kKinds[] = {{"问答", "Quiz"},      {"找可疑点", "Find the red flags"},
                              {"对话", "Chat"},      {"短片", "Film"},
                              {"清单", "Checklist"}, {"提示卡", "Card"},
                              {"报告", "Report"},    {"通讯录", "Directory"},
                              {"意见", "Survey"},    {"体验", "VR session"}};

}  // namespace kiosk::words
