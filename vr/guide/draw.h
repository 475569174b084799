// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "vr/guide/guide.h"
#include "vr/guide/mirror.h"
#include "vr/guide/paint.h"

namespace vr {

/// The picture beside the panel: the headset's mirror, or in together mode the scene itself.
struct GuidePicture {
  unsigned texture = 0;           ///< 0: none yet.
  MirrorCut cut;                  ///< Of the mirror; all of the scene.
  std::optional<glm::vec2> gaze;  ///< In the texture, 0 to 1 from the lower left.
};

/// Where things are.
struct GuideLayout {
  Box picture;  ///< Of the mirror or the scene, design units.
  Box panel;    ///< Empty when it is hidden.
  Box bar;      ///< Calm and pause.
};
/// The same for every frame with the same window, page and mode, so that the scene can be drawn in
/// the right size before it is shown. `scene_elsewhere`: a second display has the scene.
[[nodiscard]] GuideLayout LayOutGuide(const GuidePaint& paint, const GuideState& state,
                                      const GuideView& view, bool scene_elsewhere);

/// Draws the window. What can be pressed carries its event.
void DrawGuide(const GuideState& state, const GuideView& view, const GuidePicture& picture,
               const GuideLayout& layout, GuidePaint& paint);

// Its pages, for draw.cpp alone.
void DrawBefore(const GuideState& state, const GuideView& view, GuidePaint& paint);
void DrawPanel(const GuideState& state, const GuideView& view, Box box, GuidePaint& paint);
void DrawAfter(const GuideState& state, const GuideView& view, GuidePaint& paint);
/// A button for an act that is grey when it can't be done, and asks when it must be sure.
void DrawAct(std::string_view id, Box box, content::TextView label, GuideEvent event,
             GuidePaint::Button button, const GuideState& state, const GuideView& view,
             GuidePaint& paint);

}  // namespace vr
