// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <glm/gtc/quaternion.hpp>
#include <glm/vec3.hpp>
#include <optional>
#include <string>
#include <vector>

#include "content/scenario.h"
#include "content/text.h"
#include "vr/core/input.h"

namespace vr {

// What is to be seen and heard in one frame, as plain values. Whoever draws (render, flat, guide)
// reads this and the ScenarioPlace that stands still, and never the run.
//
// World: metres, y up, 0 at the still water; +z to the bank, +x downstream, as in
// content/scenario.h. The runtime's space (the seat) stands in the world at `world_from_space`,
// which turns about y only: the horizon never tilts.

struct SceneFigure {
  std::string id;
  content::FigureRole role = content::FigureRole::kFriend;
  content::Vest vest = content::Vest::kNone;
  content::Posture posture = content::Posture::kStand;
  content::Posture before = content::Posture::kStand;  ///< What it did until `posture` began.
  float share = 1;                                     ///< From `before` (0) to `posture` (1).
  glm::vec3 at{0, 0, 0};  ///< Feet on the ground; in the water, where it meets the surface.
  float facing = 0;       ///< Radians; 0 along -z, counter-clockwise from above.
  float seconds = 0;      ///< Since it took this posture: the clock of its motion.
  bool glass = false;     ///< An outline of what would happen.
  float marked = 0;       ///< 0 to 1: the gaze rests on it or the trainer shows it.
};

struct SceneProp {
  std::string id;
  content::PropKind kind = content::PropKind::kReeds;
  glm::vec3 at{0, 0, 0};
  float facing = 0;  ///< Radians, as of figures.
  float marked = 0;
};

/// What flies, floats or is held, and its rope.
struct SceneThrown {
  content::ThrownObject object = content::ThrownObject::kBag;
  glm::vec3 at{0, 0, 0};
  std::optional<glm::vec3> rope_to;  ///< The hand that holds the other end.
};

enum class PanelKind : std::uint8_t {
  kCaption,  ///< What is told now: below the line of sight.
  kCard,     ///< A choice; its ring hangs below the text.
  kTold,     ///< What follows from a choice, or a found danger.
  kTitle,    ///< Of a beat, inside the fade.
  kNotice    ///< Paused, headset off, no tracking.
};

/// A text in the world. Drawn in a quad layer, or as a mesh where the runtime has none; never
/// given up for speed.
struct Panel {
  PanelKind kind = PanelKind::kCaption;
  content::Text text;
  glm::vec3 at{0, 0, 0};              ///< Middle of the panel, in the world.
  glm::quat orientation{1, 0, 0, 0};  ///< The text is read from +z.
  float width = 1;                    ///< Metres; the height follows from the text.
  float letter = 0.05F;               ///< Height of a Han character in metres.
  bool chosen = false;                ///< The card that was just chosen.
  std::optional<bool> right;          ///< Shown with a mark once it is told.
  float opacity = 1;
};

/// A circle that fills while the gaze rests: on a target, a card, a mark of a throw, the badge.
struct SceneRing {
  glm::vec3 at{0, 0, 0};
  float radius = 0.06F;  ///< Metres; it faces the eyes.
  float filled = 0;      ///< 0 to 1, clockwise from the top.
  bool hint = false;     ///< The right one is shown.
};

/// The circle to breathe by.
struct SceneHand {
  Pose pose;  ///< In the world: its middle, fingers along -z, palm down.
  bool left = false;
  bool closed = false;
};

struct SceneBreath {
  glm::vec3 at{0, 0, 0};
  float size = 0;  ///< 0 all out, 1 all in.
  int done = 0, of = 5;
};

struct Scene {
  Pose world_from_space;
  glm::vec3 eye{0, 0, 0};  ///< Where the head is in the world: which side of the water, and sound.
  glm::quat look{1, 0, 0, 0};
  double seconds = 0;    ///< Clock of water, reeds and sky; stands still while frozen.
  float calm = 0;        ///< 0 none to 1 nothing but the calm sky.
  float dark = 0;        ///< Fade: 0 clear to 1 black.
  float frozen = 0;      ///< 0 to 1: colours recede while a wrong choice is shown.
  float sky = 0;         ///< 0 to 1: the open sky of the last beat.
  float brightness = 0;  ///< 0 to 1: how far looking at the light under water has brightened it.
  float bubbles = 0;     ///< 0 to 1: own breath under water.
  std::vector<SceneFigure> figures;
  std::vector<SceneProp> props;
  std::optional<SceneThrown> thrown;
  std::vector<glm::vec3> throw_marks;  ///< Where a gaze may aim, on the water.
  std::vector<Panel> panels;
  std::vector<SceneRing> rings;
  std::optional<glm::vec3> badge;  ///< The sun badge: look at it for two seconds to stop.
  std::optional<SceneBreath> breath;
  std::optional<glm::vec3> gaze;  ///< Where the gaze dot is, for the guide's mirror alone.
  std::vector<SceneHand> hands;   ///< Tracked ones only.
};

}  // namespace vr
