// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/ui.h"

namespace kiosk {

/// Little height to fill: landscape, or everything brought down into reach. Screens then set
/// headings smaller and stand closer, so that less has to be scrolled.
[[nodiscard]] inline bool IsLow(const Ui& ui) { return ui.Canvas().h < 1250; }

/// Two buttons side by side, each as wide as its words ask for.
struct Pair {
  Rect left, right;
};
[[nodiscard]] float PairHeight(Ui& ui, float width, const std::string& left,
                               const std::string& right);
[[nodiscard]] Pair SplitPair(Ui& ui, Rect area, const std::string& left, const std::string& right);

/// Blocks under one another. All are measured before anything is drawn, so that a screen can decide
/// whether they fit, where they stand, or whether they must scroll.
class Stack {
 public:
  Stack(Ui& ui, float width, float gap = 24) : ui_(&ui), width_(width), gap_(gap) {}

  void Add(float height, std::function<void(Rect)> draw);
  /// Nothing for an empty text.
  void Text(Type type, Ink ink, std::string text, Align align = Align::kLeft);
  /// `inside` on a ground with `pad` around it; make it `PadWidth` wide.
  void Panel(Ground ground, float pad, Stack inside, float radius = 36);
  [[nodiscard]] float PadWidth(float pad) const { return width_ - 2 * pad; }
  /// Space before the next block instead of the usual gap.
  void Gap(float gap) { next_gap_ = gap; }

  [[nodiscard]] float Width() const { return width_; }
  [[nodiscard]] float Height() const { return height_; }
  [[nodiscard]] bool empty() const { return blocks_.empty(); }

  /// From the top of `area`, which is as wide as the stack.
  void Draw(Rect area) const;
  /// In `view`, scrolled when it is taller; `middle` centres what is not. `ground`: what the view
  /// stands on, see Ui::BeginScroll.
  void DrawIn(std::string_view scroll_id, Rect view, bool middle = false,
              Ground ground = Ground::kPaper) const;

 private:
  struct Block {
    float top = 0, height = 0;
    std::function<void(Rect)> draw;
  };
  Ui* ui_;
  float width_;
  float gap_;
  float next_gap_ = -1;
  float height_ = 0;
  std::vector<Block> blocks_;
};

}  // namespace kiosk
