// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "kiosk/screens/screens.h"
#include "kiosk/screens/stack.h"

namespace kiosk {

// The picture of a film and what one does with it.

inline constexpr float kFilmRatio = 16.0f / 9.0f;

/// The present frame, or the poster until there is one, in a dark rounded box.
void DrawFilmPicture(const VideoScreen& screen, const View& view, Ui& ui, Rect area);
/// What is said now; empty when nothing is, or captions are off.
[[nodiscard]] std::string CaptionNow(const VideoScreen& screen, const View& view);
/// Bar, question marks on it, time. Not draggable: it only tells.
[[nodiscard]] float ProgressHeight(Ui& ui);
void DrawFilmProgress(const VideoScreen& screen, Ui& ui, Rect area);
/// Play or pause, back ten seconds, captions, volume; in one row, or stacked on a narrow area.
[[nodiscard]] float ControlsHeight(const View& view, Ui& ui, float width);
[[nodiscard]] MaybeEvent DrawFilmControls(const VideoScreen& screen, const View& view, Ui& ui,
                                          Rect area);

}  // namespace kiosk
