// SPDX-License-Identifier: MIT
#pragma once

#include "kiosk/screens/screens.h"
#include "kiosk/screens/stack.h"

namespace kiosk {

// A conversation: its bubbles, shared by the talk and by its review.

/// All lines said so far; `marked` puts a highlighter behind the phrases that gave a scam away.
void StackBubbles(Stack& stack, const ChatScreen& screen, const View& view, Ui& ui, bool marked);
/// Three dots in a bubble: the other side is typing.
void StackTyping(Stack& stack, Ui& ui);

/// After the end: how it went out, the talk with its red flags, the rule.
[[nodiscard]] MaybeEvent DrawChatEnd(const ChatScreen& screen, const content::Chat& chat,
                                     const View& view, Ui& ui, Rect area);

}  // namespace kiosk
