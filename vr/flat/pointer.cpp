// SPDX-License-Identifier: MIT
#include "vr/flat/pointer.h"

#include <algorithm>
#include <cmath>

namespace vr {
namespace {

constexpr float kTapSlop = 0.018F;             // of the picture's height: further is a drag
constexpr std::int64_t kTapUs = 700'000;       // longer is a look, not a tap
constexpr std::int64_t kStillUs = 250'000;     // a finger that rests so long is a gaze
constexpr float kThrowFrom = 0.5F;             // swipes that begin below this throw
constexpr float kKeySpeed = 1.0F;              // rad/s
constexpr float kReachPerHeight = 2.2F;        // metres of hand for a swipe over the whole picture
constexpr float kMostReach = 1.3F;             // metres
constexpr std::int64_t kSweepUs = 100'000;     // the time over which a swipe's speed is taken
constexpr float kSweepSpeed = 0.4F;            // heights of the picture a second; slower drops it
constexpr std::int64_t kHandSpanUs = 120'000;  // over which the rules take a hand's speed
constexpr std::size_t kTrail = 7;              // and at most how many frames back
// The rules make a hand's throw 1.6 times as fast, for children who sit; the air takes some of it.
constexpr float kThrowHelp = 1.6F, kThrowDrag = 1.12F;
constexpr float kFarthest = 16;     // metres
constexpr float kThrowRise = 0.6F;  // sine and cosine of the arm's way up
constexpr float kThrowAhead = 0.8F;
constexpr float kRingMetres = 0.7F;  // from a card's middle to its ring, at most
constexpr glm::vec3 kThrowHand{0.25F, -0.35F, -0.45F};

bool Held(const Flat& flat, FlatHold hold) {
  const auto i = static_cast<std::size_t>(hold);
  return flat.held[i] || flat.until_us[i] > flat.last_us;
}

glm::quat YawOf(float yaw) { return glm::angleAxis(yaw, glm::vec3{0, 1, 0}); }

glm::quat HeadOf(const Flat& flat) {
  return YawOf(flat.yaw) * glm::angleAxis(flat.pitch, glm::vec3{1, 0, 0});
}

/// Through a place of the picture, in the head's axes.
glm::vec3 RayThrough(glm::vec2 at, const FlatScene& scene) {
  const float up = std::tan(scene.height_rad / 2);
  return glm::normalize(glm::vec3{(at.x * 2 - 1) * up * scene.aspect, (1 - at.y * 2) * up, -1});
}

/// A turn whose -z is `along`, without roll.
glm::quat Along(const glm::vec3& along) {
  const float yaw = std::atan2(-along.x, -along.z);
  const float pitch = std::asin(std::clamp(along.y, -1.0F, 1.0F));
  return YawOf(yaw) * glm::angleAxis(pitch, glm::vec3{1, 0, 0});
}

Pose RayPose(const glm::vec3& along) { return {{0, 0, 0}, Along(along)}; }

/// Towards the card's ring where the ray meets a card, else as it was.
glm::vec3 ToRing(const glm::vec3& along, const FlatScene& scene) {
  for (const FlatScene::Card& card : scene.cards) {
    const glm::vec3 normal = glm::cross(card.right, card.up);
    const float towards = glm::dot(along, normal);
    if (std::abs(towards) < 1e-4F) continue;
    const float far = glm::dot(card.at, normal) / towards;
    if (far <= 0) continue;
    const glm::vec3 on = along * far - card.at;
    if (std::abs(glm::dot(on, card.right)) > card.half_width) continue;
    if (std::abs(glm::dot(on, card.up)) > card.half_height) continue;
    return glm::normalize(card.ring);
  }
  return along;
}

glm::vec3 RayInSpace(glm::vec2 at, const FlatScene& scene, const Flat& flat) {
  return HeadOf(flat) * RayThrough(at, scene);
}

/// The hand that holds what is to be thrown: it goes out along the finger's ray as the finger goes
/// up the picture.
HandInput ThrowingHand(const Flat& flat, const FlatScene& scene) {
  const Flat::Finger& finger = *flat.finger;
  const float reach =
      std::clamp((finger.from.y - finger.at.y) * kReachPerHeight, -0.15F, kMostReach);
  const glm::vec3 ray = RayInSpace(finger.at, scene, flat);
  const glm::vec3 ahead = glm::normalize(glm::vec3{ray.x, 0, ray.z} + glm::vec3{0, 0, -1e-5F});
  HandInput hand;
  hand.tracked = true;
  hand.select = true;
  hand.aim.position = YawOf(flat.yaw) * kThrowHand + ahead * (reach * kThrowAhead) +
                      glm::vec3{0, reach * kThrowRise, 0};
  hand.aim.orientation = Along(ray);
  return hand;
}

/// With what speed the hand must let go for what it holds to come down where the finger points: a
/// throw at 45 degrees, without air, goes v^2/g.
glm::vec3 ThrowFor(glm::vec2 at, const FlatScene& scene, const Flat& flat) {
  const glm::vec3 ray = RayInSpace(at, scene, flat);
  const float level = std::hypot(ray.x, ray.z);
  float far = kFarthest;
  if (ray.y < -0.02F) far = std::min(far, std::max(0.2F, scene.over_water) * level / -ray.y);
  const float speed = std::sqrt(9.81F * std::max(1.5F, far)) * kThrowDrag / kThrowHelp;
  constexpr float kHalf = 0.70710678F;
  return {ray.x / level * speed * kHalf, speed * kHalf, ray.z / level * speed * kHalf};
}

void TurnHead(glm::vec2 by, const FlatScene& scene, Flat& flat) {
  // The picture is held by the finger: what is under it stays there.
  const float up = std::tan(scene.height_rad / 2);
  const float wide = 2 * std::atan(up * scene.aspect);
  flat.yaw = std::clamp(flat.yaw + by.x * wide, -kYawMost, kYawMost);
  flat.pitch = std::clamp(flat.pitch + by.y * scene.height_rad, -kPitchDown, kPitchUp);
}

void Down(const FlatEvent& event, const FlatScene& scene, Flat& flat) {
  if (flat.finger) return;
  Flat::Finger finger;
  finger.id = event.finger;
  finger.from = finger.at = event.at;
  finger.swept = event.at;
  finger.since_us = finger.moved_us = finger.swept_us = event.time_us;
  finger.throws = scene.throwing && event.at.y > kThrowFrom;
  flat.trail.clear();
  flat.finger = finger;
}

void Move(const FlatEvent& event, const FlatScene& scene, Flat& flat) {
  if (!flat.finger || flat.finger->id != event.finger) return;
  Flat::Finger& finger = *flat.finger;
  const glm::vec2 by = event.at - finger.at;
  const glm::vec2 all = event.at - finger.from;
  if (!finger.drags && std::hypot(all.x * scene.aspect, all.y) < kTapSlop) return;
  finger.drags = true;
  finger.moved_us = event.time_us;
  if (!finger.throws) TurnHead(by, scene, flat);
  if (event.time_us - finger.swept_us > kSweepUs) {
    finger.swept = finger.at;
    finger.swept_us = event.time_us;
  }
  finger.at = event.at;
}

void Up(const FlatEvent& event, const FlatScene& scene, Flat& flat) {
  if (!flat.finger || flat.finger->id != event.finger) return;
  Flat::Finger finger = *flat.finger;
  if (finger.throws && finger.drags) {
    const glm::vec2 sweep = event.at - finger.swept;
    const float seconds =
        std::max(0.008F, static_cast<float>(event.time_us - finger.swept_us) / 1e6F);
    const float speed = std::hypot(sweep.x * scene.aspect, sweep.y) / seconds;
    const bool rests = event.time_us - finger.moved_us > kSweepUs;
    Flat::Release release;
    release.hand = ThrowingHand(flat, scene);
    release.hand.select = false;
    if (!rests && speed >= kSweepSpeed) release.velocity = ThrowFor(finger.at, scene, flat);
    flat.release = release;
  } else if (!finger.drags && event.time_us - finger.since_us <= kTapUs) {
    const glm::vec3 ray = RayInSpace(finger.at, scene, flat);
    flat.press = Flat::Press{RayPose(ToRing(ray, scene)), 0};
  }
  flat.finger.reset();
}

/// A finger that held a button is lifted.
void LetGo(std::int64_t finger, Flat& flat) {
  for (std::size_t i = 0; i < kFlatHolds; ++i) {
    if (flat.held[i] && flat.held_by[i] == finger) flat.held[i] = false;
  }
}

void Take(const FlatEvent& event, const FlatScene& scene, Flat& flat) {
  using Kind = FlatEvent::Kind;
  if (event.kind == Kind::kUp || event.kind == Kind::kCancel) LetGo(event.finger, flat);
  switch (event.kind) {
    case Kind::kDown:
      return Down(event, scene, flat);
    case Kind::kMove:
      return Move(event, scene, flat);
    case Kind::kUp:
      return Up(event, scene, flat);
    case Kind::kCancel:
      if (flat.finger && flat.finger->id == event.finger) flat.finger.reset();
      return;
    case Kind::kHover:
      flat.hover = event.at;
      return;
    case Kind::kLeave:
      flat.hover.reset();
      return;
    case Kind::kHold: {
      bool& held = flat.held[static_cast<std::size_t>(event.hold)];
      if (event.hold == FlatHold::kSelect && !held) {
        flat.press = Flat::Press{RayPose(ToRing(HeadOf(flat) * glm::vec3{0, 0, -1}, scene)), 0};
      }
      held = true;
      flat.held_by[static_cast<std::size_t>(event.hold)] = event.finger;
      if (event.finger != kKeyFinger && event.hold < FlatHold::kLookLeft) {
        flat.until_us[static_cast<std::size_t>(event.hold)] = event.time_us + kLatchUs;
      }
      if (event.hold >= FlatHold::kLookLeft) flat.hover.reset();  // the keyboard's turn
      return;
    }
    case Kind::kRelease:
      flat.held[static_cast<std::size_t>(event.hold)] = false;
      return;
  }
}

/// Events up to where the rules must first see what there is: a finger that comes and goes between
/// two frames has been there all the same.
void TakeWaiting(const FlatScene& scene, Flat& flat) {
  std::size_t taken = 0;
  for (; taken < flat.waiting.size(); ++taken) {
    const FlatEvent& event = flat.waiting[taken];
    const bool lets_go = event.kind == FlatEvent::Kind::kUp && flat.finger &&
                         flat.finger->id == event.finger && flat.finger->throws &&
                         flat.finger->drags && !flat.finger->shown;
    if (lets_go || (flat.press && event.kind == FlatEvent::Kind::kUp)) break;
    Take(event, scene, flat);
  }
  flat.waiting.erase(flat.waiting.begin(),
                     flat.waiting.begin() + static_cast<std::ptrdiff_t>(taken));
}

void LookByKeys(std::int64_t now_us, Flat& flat) {
  const float passed =
      flat.last_us < 0 ? 0 : std::min(0.1F, static_cast<float>(now_us - flat.last_us) / 1e6F);
  const auto by = [&](FlatHold more, FlatHold less) {
    return (Held(flat, more) ? 1.0F : 0.0F) - (Held(flat, less) ? 1.0F : 0.0F);
  };
  flat.yaw =
      std::clamp(flat.yaw + by(FlatHold::kLookLeft, FlatHold::kLookRight) * kKeySpeed * passed,
                 -kYawMost, kYawMost);
  flat.pitch =
      std::clamp(flat.pitch + by(FlatHold::kLookUp, FlatHold::kLookDown) * kKeySpeed * passed,
                 -kPitchDown, kPitchUp);
}

HandInput HandAt(const Flat& flat, glm::vec3 at, bool select) {
  HandInput hand;
  hand.tracked = true;
  hand.select = select;
  hand.aim.position = YawOf(flat.yaw) * at;
  hand.aim.orientation = YawOf(flat.yaw);
  return hand;
}

/// The rules take a hand's speed from where it was up to 120 ms ago: the last place is set so that
/// this is the throw that was meant.
HandInput LettingGo(const Flat& flat) {
  HandInput hand = flat.release->hand;
  for (const Flat::HandPlace& place : flat.trail) {
    const std::int64_t us = flat.last_us - place.us;
    if (us <= 0 || us > kHandSpanUs) continue;
    hand.aim.position = place.at + flat.release->velocity * (static_cast<float>(us) / 1e6F);
    break;
  }
  return hand;
}

void SetHands(const FlatScene& scene, Flat& flat, TrainerInput& input) {
  if (Held(flat, FlatHold::kRaise)) input.hands[0] = HandAt(flat, {-0.25F, 0.3F, -0.25F}, false);
  if (Held(flat, FlatHold::kArms)) {
    input.hands[0] = HandAt(flat, {-0.6F, -0.35F, -0.15F}, false);
    input.hands[1] = HandAt(flat, {0.6F, -0.35F, -0.15F}, false);
  }
  if (Held(flat, FlatHold::kEmbrace)) {
    input.hands[0] = HandAt(flat, {-0.08F, -0.3F, -0.22F}, false);
    input.hands[1] = HandAt(flat, {0.08F, -0.3F, -0.22F}, false);
  }
  if (flat.release) {
    input.hands[1] = LettingGo(flat);
    flat.release.reset();
    flat.trail.clear();
  } else if (flat.finger && flat.finger->throws && flat.finger->drags) {
    input.hands[1] = ThrowingHand(flat, scene);
    flat.finger->shown = true;
    flat.trail.push_back({flat.last_us, input.hands[1].aim.position});
    if (flat.trail.size() > kTrail) flat.trail.erase(flat.trail.begin());
  } else if (flat.press) {
    // A pointer's ray begins at the head; the rules tell it from a hand by that.
    input.hands[1].tracked = true;
    input.hands[1].aim = flat.press->aim;
    input.hands[1].select = flat.press->frames == 0;
    if (++flat.press->frames >= 2) flat.press.reset();
  }
}

}  // namespace

FlatScene FlatSceneOf(const Scene& scene, float aspect, const std::vector<float>& heights) {
  FlatScene flat;
  flat.aspect = aspect;
  flat.height_rad = kFlatHeightRad;
  flat.throwing = !scene.throw_marks.empty();  // until it flies
  flat.dark = scene.dark > 0.99F;
  flat.over_water = scene.eye.y;
  const glm::quat to_space = glm::conjugate(scene.world_from_space.orientation);
  std::size_t nth = 0;
  for (const Panel& panel : scene.panels) {
    if (panel.kind != PanelKind::kCard) continue;
    const float height = nth < heights.size() ? heights[nth] : panel.letter * 4;
    ++nth;
    FlatScene::Card card;
    card.at = to_space * (panel.at - scene.eye);
    card.right = to_space * (panel.orientation * glm::vec3{1, 0, 0});
    card.up = to_space * (panel.orientation * glm::vec3{0, 1, 0});
    card.half_width = panel.width / 2;
    card.half_height = height / 2;
    float nearest = 1e9F;
    for (const SceneRing& ring : scene.rings) {
      const glm::vec3 way = to_space * (ring.at - scene.eye);
      const float apart = glm::length(way - card.at);
      if (apart >= nearest || way.y >= card.at.y) continue;  // it hangs below the text
      nearest = apart;
      card.ring = way;
    }
    if (nearest < kRingMetres) flat.cards.push_back(card);
  }
  return flat;
}

void TakeFlat(const FlatEvent& event, Flat& flat) {
  if (flat.waiting.size() < 1000) flat.waiting.push_back(event);
}

TrainerInput MakeFlatInput(std::int64_t now_us, const FlatScene& scene, float voice, Flat& flat) {
  if (scene.dark && !flat.finger) flat.yaw = flat.pitch = 0;
  TakeWaiting(scene, flat);
  LookByKeys(now_us, flat);
  flat.last_us = now_us;
  TrainerInput input;
  input.time_us = now_us;
  input.head.orientation = HeadOf(flat);
  input.voice = Held(flat, FlatHold::kShout) ? 1.0F : std::clamp(voice, 0.0F, 1.0F);
  if (flat.finger && !flat.finger->throws && now_us - flat.finger->moved_us >= kStillUs) {
    input.gaze = RayPose(RayInSpace(flat.finger->at, scene, flat));
  } else if (flat.hover && !flat.finger) {
    input.gaze = RayPose(RayInSpace(*flat.hover, scene, flat));
  }
  SetHands(scene, flat, input);
  return input;
}

void LookAhead(Flat& flat) {
  flat.yaw = flat.pitch = 0;
  flat.finger.reset();
  flat.press.reset();
  flat.release.reset();
  flat.until_us = {};
  flat.waiting.clear();
}

}  // namespace vr
