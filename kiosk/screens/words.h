// SPDX-License-Identifier: MIT
#pragma once

#include "content/text.h"

/// The kiosk's own words in both languages. Packs bring theirs.
namespace kiosk::words {

using content::Text;

// The frame
inline const Text kEmergency{"我刚转了钱", "I just sent money"};
inline const Text kEmergencyNote{"马上告诉您怎么办", "What to do right now"};
inline const Text kBack{"返回", "Back"};
inline const Text kHome{"首页", "Home"};
inline const Text kLeave{"结束", "Finish"};
inline const Text kOtherLanguage{"EN", "中文"};
inline const Text kTextLarger[] = {
    {"大字", "Larger text"}, {"更大", "Largest text"}, {"原字号", "Normal text"}};
inline const Text kContrast{"对比", "Contrast"};
inline const Text kReachDown{"低位", "Lower"};
inline const Text kReachUp{"高位", "Raise"};
inline const Text kListen{"听", "Listen"};
inline const Text kClose{"知道了", "Close"};
inline const Text kPreviewBanner{"未签名的内容预览，不作为办事依据",
                                 "Preview of unsigned content, not for guidance"};
inline const Text kMoreBelow{"下面还有", "More below"};
inline const Text kMoreAbove{"回上面", "Back up"};

// Still there?
inline const Text kStillThere{"您还在吗？", "Are you still there?"};
inline const Text kStillThereNote{
    "没有人点的话，这里会回到开头，刚才的内容不会留下。",
    "If nobody taps, this screen starts over and nothing of yours is kept."};
inline const Text kStillHere{"我还在，继续", "I'm here, go on"};
inline const Text kSecondsLeft{"{n}秒", "{n} s"};

// On the attract loop, for staff who walk by
inline const Text kForStaff{"本机有{n}条提示，请工作人员查看",
                            "Notes for staff on this device: {n}"};

inline const Text kTrainingSample{"教学模拟", "Training sample"};

}  // namespace kiosk::words
