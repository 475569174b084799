// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "kiosk/screens/screens.h"
#include "kiosk/screens/stack.h"

/// Pieces of the screens behind the PIN.
namespace kiosk {

/// "640 KB", "3.2 MB", "1.1 GB": decimal, as drives are sold.
[[nodiscard]] std::string SayBytes(std::uint64_t bytes);

/// Name of a topic in the reader's language; the topic itself when it has none here.
[[nodiscard]] std::string SayTopic(const View& view, const std::string& topic);

/// What was done last, or why it was not; nothing when there is nothing to tell.
void StackNewsOf(Stack& stack, const StaffScreen& staff, const View& view, Ui& ui);
/// What the officer at the desk can do about it; the error's own remedy where that needs nobody
/// else. The result lives as long as `error`.
[[nodiscard]] content::TextView StaffRemedy(const content::Error& error);
void StackError(Stack& stack, const View& view, Ui& ui, const content::Error& error);

/// What is being done: words, a bar with its share, a button to stop it where that is possible.
[[nodiscard]] float WorkHeight(const StaffWork& work, const View& view, Ui& ui, float width);
[[nodiscard]] MaybeEvent DrawWork(const StaffWork& work, const View& view, Ui& ui, Rect area);

/// "label" quiet above "value".
void StackFact(Stack& stack, const View& view, Ui& ui, content::TextView label,
               const std::string& value);

/// A value with its interval on an axis from `from` to `until`; marks stand at thirds of it.
struct IntervalPlot {
  std::string id;
  std::string label, value, note;
  double low = 0, mid = 0, high = 0;
  double from = 0, until = 1;
  std::vector<std::pair<double, std::string>> marks;
};
void StackInterval(Stack& stack, Ui& ui, IntervalPlot plot);
[[nodiscard]] std::string SayPercent(double share);
/// A share of people with its interval, on an axis from 0 to 100 %.
void StackRate(Stack& stack, const View& view, Ui& ui, const std::string& id,
               const std::string& label, const content::Rate& rate);

}  // namespace kiosk
