// SPDX-License-Identifier: MIT
#pragma once

#include "content/text.h"

namespace vr {

// What the trainer itself says to the child; everything else comes from packs.

inline constexpr content::TextView kPausedWords{"暂停一下", "Paused for a moment"};
inline constexpr content::TextView kNotWornWords{"请戴上头显", "Please put the headset on"};
inline constexpr content::TextView kUntrackedWords{
    "看不到头显的位置，请坐好，等一等",
    "The headset cannot be seen. Please sit still for a moment"};
inline constexpr content::TextView kUnfocusedWords{"等一等，马上回来", "One moment, back soon"};
inline constexpr content::TextView kCalmWords{"停下来了，没关系。",
                                              "We have stopped. That is fine."};
inline constexpr content::TextView kPractisedWords{
    "对，就这样停。随时都可以。", "Yes, that stops everything. You can do it at any time."};
inline constexpr content::TextView kEndedWords{"练习结束了，可以摘下来了。",
                                               "The practice is over. You may take it off."};
inline constexpr content::TextView kEndedTogetherWords{"练习结束了。", "The practice is over."};

}  // namespace vr
