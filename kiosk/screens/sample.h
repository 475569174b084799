// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "content/envelope.h"
#include "content/text.h"
#include "kiosk/screens/stack.h"
#include "kiosk/ui/ui.h"

namespace kiosk {

/// "A phone call", as the tag of a question.
[[nodiscard]] content::TextView TagOf(content::Channel channel);

/// A message as the visitor sees it: whole, or in pieces that can be tapped.
struct SampleFace {
  content::Channel surface = content::Channel::kSms;
  std::string sender;
  std::vector<Ui::Piece> pieces;
};
using PieceTapped = std::function<void(std::size_t piece)>;

/// Adds the message, drawn on the device that would have shown it. Each surface can be told from
/// the others, and each wears "教学模拟 / Training sample" in its head: packs cannot leave it out.
void StackSample(Stack& stack, Ui& ui, SampleFace face, PieceTapped tapped = {});

}  // namespace kiosk
