// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <glm/vec2.hpp>
#include <optional>
#include <string>
#include <vector>

#include "vr/core/input.h"
#include "vr/core/scene.h"

namespace vr {

// Together mode: mouse, touch and keyboard become the same TrainerInput that a headset gives. Rules
// only: no window, no clock.
//
// - Dragging looks around; so do the keys W A S D.
// - A resting mouse is the gaze, and so is a finger that is held still. Without either it is the
//   middle of the picture, as with a headset.
// - A tap or click chooses at once what it meets; a card may be tapped anywhere.
// - While something is to be thrown, a swipe that begins in the lower part of the picture throws
// it.
// - Buttons on the screen, or keys, held down: raise a hand, spread the arms, hold on, shout.

/// What may be held down.
enum class FlatHold : std::uint8_t {
  kRaise,
  kArms,
  kEmbrace,  ///< Both hands to the chest.
  kShout,
  kLookLeft,
  kLookRight,
  kLookUp,
  kLookDown,
  kSelect  ///< Choose what is in the middle.
};
inline constexpr std::size_t kFlatHolds = 9;
inline constexpr std::int64_t kKeyFinger = -2;  ///< FlatEvent::finger of a key.
/// A button on the screen that is only tapped counts as held so long: enough for all that a step
/// asks to be kept up. A key must really be held, for keys are hit by accident.
inline constexpr std::int64_t kLatchUs = 2'300'000;

struct FlatEvent {
  enum class Kind : std::uint8_t {
    kDown,
    kMove,
    kUp,
    kCancel,
    kHover,  ///< The mouse without a button.
    kLeave,  ///< The mouse left the picture.
    kHold,
    kRelease
  };
  Kind kind = Kind::kDown;
  std::int64_t finger = 0;  ///< Which, also for kHold and kRelease by a button on the screen.
  glm::vec2 at{0, 0};       ///< In the picture: 0 to 1 from the upper left.
  std::int64_t time_us = 0;
  FlatHold hold = FlatHold::kRaise;
};

inline constexpr float kFlatHeightRad = 1.0471976F;  ///< 60 degrees

/// Of the picture, as far as fingers mean something in it.
struct FlatScene {
  float aspect = 1.6F;                ///< Width by height.
  float height_rad = kFlatHeightRad;  ///< Vertical field of view.
  bool throwing = false;              ///< Something waits to be thrown.
  float over_water = 1.7F;            ///< The eyes, metres: how far away a place on the water is.
  bool dark = false;                  ///< In the middle of a fade: nobody sees the head turn back.
  /// A card to be tapped, in the head's space at yaw and pitch 0: where it is and where its ring
  /// is.
  struct Card {
    glm::vec3 at{0, 0, -1};
    glm::vec3 right{1, 0, 0}, up{0, 1, 0};
    float half_width = 0.5F, half_height = 0.2F;
    glm::vec3 ring{0, 0, -1};
  };
  std::vector<Card> cards;
};
/// From what the rules show. Heights of panels follow from their text; `height` of each kCard panel
/// in order, in metres, where known.
[[nodiscard]] FlatScene FlatSceneOf(const Scene& scene, float aspect,
                                    const std::vector<float>& heights = {});

inline constexpr float kYawMost = 1.45F;  ///< 83 degrees to each side
inline constexpr float kPitchUp = 1.1F, kPitchDown = 1.0F;

/// Fingers, keys and the virtual head.
struct Flat {
  float yaw = 0, pitch = 0;  ///< Radians; left and up are positive.
  struct Finger {
    std::int64_t id = 0;
    glm::vec2 from{0, 0}, at{0, 0};
    std::int64_t since_us = 0, moved_us = 0;
    glm::vec2 swept{0, 0};  ///< Where it was a little while ago, to know its speed.
    std::int64_t swept_us = 0;
    bool drags = false;   ///< It has moved too far for a tap.
    bool throws = false;  ///< It holds what is to be thrown.
    bool shown = false;   ///< The rules have seen it hold.
  };
  std::optional<Finger> finger;  ///< One at a time; a second finger does nothing.
  std::optional<glm::vec2> hover;
  std::array<bool, kFlatHolds> held{};
  std::array<std::int64_t, kFlatHolds> held_by{};   ///< Finger, or kKeyFinger.
  std::array<std::int64_t, kFlatHolds> until_us{};  ///< A tapped button stays down so long.
  std::vector<FlatEvent> waiting;                   ///< Not seen by the rules yet.
  struct Press {
    Pose aim;
    int frames = 0;  ///< Since it began: down for one, then let go for one.
  };
  std::optional<Press> press;
  struct Release {
    glm::vec3 velocity{0, 0, 0};  ///< Of the hand, in the runtime's space; 0 when it stopped first.
    HandInput hand;
  };
  std::optional<Release> release;  ///< The hand has just let go.
  struct HandPlace {
    std::int64_t us = 0;
    glm::vec3 at{0, 0, 0};
  };
  std::vector<HandPlace> trail;  ///< Where the rules have seen the hand that throws.
  std::int64_t last_us = -1;
};

/// Takes note; what it means is decided by MakeFlatInput.
void TakeFlat(const FlatEvent& event, Flat& flat);

/// What the rules get for this frame. `voice`: of a microphone, 0 without one.
[[nodiscard]] TrainerInput MakeFlatInput(std::int64_t now_us, const FlatScene& scene, float voice,
                                         Flat& flat);

/// Looks straight ahead again; fingers are let go.
void LookAhead(Flat& flat);

}  // namespace vr
