// SPDX-License-Identifier: MIT
#pragma once

#include "content/text.h"

/// The kiosk's own words in both languages. Packs bring theirs.
namespace kiosk::words {

using content::TextView;

// The frame
inline constexpr TextView kEmergency{"我刚转了钱", "I just sent money"};
inline constexpr TextView kEmergencyNote{"马上告诉您怎么办", "What to do right now"};
inline constexpr TextView kBack{"返回", "Back"};
inline constexpr TextView kHome{"首页", "Home"};
inline constexpr TextView kLeave{"结束", "Finish"};
inline constexpr TextView kOtherLanguage{"EN", "中文"};
inline constexpr TextView kTextLarger[] = {
    {"大字", "Larger text"}, {"更大", "Largest text"}, {"原字号", "Normal text"}};
inline constexpr TextView kContrast{"对比", "Contrast"};
inline constexpr TextView kReachDown{"低位", "Lower"};
inline constexpr TextView kReachUp{"高位", "Raise"};
inline constexpr TextView kListen{"听", "Listen"};
inline constexpr TextView kClose{"知道了", "Close"};
inline constexpr TextView kPreviewBanner{"未签名的内容预览，不作为办事依据",
                                         "Preview of unsigned content, not for guidance"};
inline constexpr TextView kMoreBelow{"下面还有", "More below"};
inline constexpr TextView kMoreAbove{"回上面", "Back up"};

// Still there?
inline constexpr TextView kStillThere{"您还在吗？", "Are you still there?"};
inline constexpr TextView kStillThereNote{
    "没有人点的话，这里会回到开头，刚才的内容不会留下。",
    "If nobody taps, this screen starts over and nothing of yours is kept."};
inline constexpr TextView kStillHere{"我还在，继续", "I'm here, go on"};
inline constexpr TextView kSecondsLeft{"{n}秒", "{n} s"};

// On the attract loop, for staff who walk by
inline constexpr TextView kForStaff{"本机有{n}条提示，请工作人员查看",
                                    "Notes for staff on this device: {n}"};

inline constexpr TextView kTrainingSample{"教学模拟", "Training sample"};

}  // namespace kiosk::words
