// SPDX-License-Identifier: MIT
#include "vr/render/rehearsal.h"

#include <cstdlib>
#include <glm/ext/matrix_transform.hpp>
#include <glm/gtc/quaternion.hpp>

namespace vr {
namespace {

using content::FigureRole;
using content::Posture;
using content::PropKind;
using content::Vest;

constexpr float kDegree = 0.017453292519943295F;

content::Prop Prop(const char* id, PropKind kind, double x, double y, double z, double facing = 0,
                   bool hidden = false) {
  return {id, kind, {x, y, z}, facing, hidden};
}

SceneFigure Figure(const char* id, FigureRole role, Vest vest, Posture posture, glm::vec3 at,
                   float facing_deg, float seconds = 2.3F) {
  SceneFigure figure;
  figure.id = id;
  figure.role = role;
  figure.vest = vest;
  figure.posture = figure.before = posture;
  figure.at = at;
  figure.facing = facing_deg * kDegree;
  figure.seconds = seconds;
  return figure;
}

/// A panel `away` metres before the eyes, turned to them; degrees to the left and up.
Panel Before(const Eye& eye, PanelKind kind, content::Text text, float away, float left_deg,
             float up_deg, float width, float letter) {
  const glm::vec3 ahead = eye.world_from_eye.orientation * glm::vec3(0, 0, -1);
  const float facing = std::atan2(-ahead.x, -ahead.z) + left_deg * kDegree;
  const glm::quat turn = glm::angleAxis(facing, glm::vec3(0, 1, 0)) *
                         glm::angleAxis(up_deg * kDegree, glm::vec3(1, 0, 0));
  Panel panel;
  panel.kind = kind;
  panel.text = std::move(text);
  panel.at = eye.world_from_eye.position + turn * glm::vec3(0, 0, -away);
  panel.orientation = turn;
  panel.width = width;
  panel.letter = letter;
  return panel;
}

Rehearsal River(glm::vec3 eye, float facing, float up, float height) {
  Rehearsal made;
  made.scenario.place = RiverPlace();
  made.eye = LookFrom(eye, facing, up, height);
  made.scene.eye = eye;
  made.scene.look = made.eye.world_from_eye.orientation;
  made.scene.seconds = 41.3;
  return made;
}

Rehearsal Quarry(glm::vec3 eye, float facing, float up, float height) {
  Rehearsal made = River(eye, facing, up, height);
  made.scenario.place = QuarryPlace();
  return made;
}

void AddSwimmers(Scene& scene) {
  scene.figures.push_back(Figure("laughing", FigureRole::kSwimmer, Vest::kGreen, Posture::kSplash,
                                 {-4.5F, 0, -9.2F}, 160));
  scene.figures.push_back(
      Figure("waving", FigureRole::kSwimmer, Vest::kYellow, Posture::kWave, {0.2F, 0, -9.5F}, 180));
  scene.figures.push_back(
      Figure("silent", FigureRole::kSwimmer, Vest::kWhite, Posture::kDrown, {3.6F, 0, -8}, -160));
}

void AddFriends(Scene& scene, Posture tao) {
  scene.figures.push_back(
      Figure("tao", FigureRole::kFriend, Vest::kOrange, tao, {1.7F, 0.5F, 0.2F}, 155));
  scene.figures.push_back(
      Figure("man", FigureRole::kFriend, Vest::kYellow, Posture::kStand, {2.8F, 0.6F, 0.6F}, 120));
}

void AddCards(Rehearsal& made) {
  struct Card {
    content::Text text;
    float left;
  };
  const Card cards[] = {{{"好，下去玩一会儿", "All right, just for a bit"}, 24},
                        {{"不下，咱们去岸上打球", "No. Let's play ball on the bank"}, 0},
                        {{"我不去，转身走开", "I won't, and I walk off"}, -24}};
  for (const Card& card : cards) {
    made.scene.panels.push_back(
        Before(made.eye, PanelKind::kCard, card.text, 2, card.left, -3, 0.66F, 0.068F));
    SceneRing ring;
    ring.at = made.scene.panels.back().at - glm::vec3(0, 0.24F, 0);
    ring.radius = 0.075F;
    ring.filled = card.left == 0 ? 0.6F : 0;
    made.scene.rings.push_back(ring);
  }
  made.scene.panels[1].chosen = true;
  made.scene.panels.push_back(Before(
      made.eye, PanelKind::kCaption,
      {"阿涛：“来嘛，水又不深！”你怎么回答？", "Tao: “Come on, it's not deep!” What do you say?"},
      2, 0, -25, 1.3F, 0.072F));
  made.scene.badge = made.eye.world_from_eye.position +
                     glm::angleAxis(-38 * kDegree, glm::vec3(0, 1, 0)) *
                         (glm::angleAxis(20 * kDegree, glm::vec3(1, 0, 0)) * glm::vec3(0, 0, -2));
}

Rehearsal Wrong() {
  Rehearsal made = River({0, 1.7F, 2.5F}, -18, -13, 66);
  made.scene.figures.push_back(
      Figure("silent", FigureRole::kSwimmer, Vest::kWhite, Posture::kDrown, {3.6F, 0, -8}, -160));
  const glm::vec3 chain[] = {{0.9F, 0.05F, -1}, {1.7F, -0.4F, -3}, {2.5F, -0.3F, -5}};
  const Posture postures[] = {Posture::kWave, Posture::kWave, Posture::kDrown};
  for (std::size_t i = 0; i < 3; ++i) {
    made.scene.figures.push_back(
        Figure("glass", FigureRole::kFriend, Vest::kOrange, postures[i], chain[i], -20));
    made.scene.figures.back().glass = true;
  }
  made.scene.frozen = 1;
  made.scene.panels.push_back(
      Before(made.eye, PanelKind::kTold,
             {"手拉手时，一个人滑倒，全都被带下水。再选一次。",
              "In a human chain, if one slips, all are pulled in. Choose again."},
             2, 0, -21, 1.35F, 0.07F));
  made.scene.panels.back().right = false;
  return made;
}

Rehearsal Ashore() {
  Rehearsal made = River({0, 1.6F, 3}, 4, -12, 64);
  made.scene.figures.push_back(Figure("silent", FigureRole::kSwimmer, Vest::kWhite, Posture::kCough,
                                      {0.4F, 0.6F, 0.8F}, 170));
  made.scene.figures.push_back(
      Figure("adult", FigureRole::kAdult, Vest::kBlue, Posture::kPhone, {-1, 0.6F, 0.6F}, -150));
  made.scene.props.push_back({"towel", PropKind::kTowel, {1.2F, 0.62F, 1.2F}, 0.4F, 0});
  return made;
}

Rehearsal Throwing() {
  Rehearsal made = River({0, 1.7F, 2.5F}, -16, -8, 60);
  made.scene.figures.push_back(
      Figure("silent", FigureRole::kSwimmer, Vest::kWhite, Posture::kDrown, {3.6F, 0, -8}, -160));
  made.scene.throw_marks = {{2.6F, 0, -9.4F}, {3.4F, 0, -6.6F}, {5.6F, 0, -7.6F}};
  made.scene.rings.push_back({{2.6F, 0.35F, -9.4F}, 0.28F, 0.7F, false});
  SceneThrown thrown;
  thrown.object = content::ThrownObject::kBag;
  thrown.at = {1.9F, 1.9F, -4.4F};
  thrown.rope_to = glm::vec3(0.25F, 1.2F, 2.1F);
  made.scene.thrown = thrown;
  return made;
}

Rehearsal Held() {
  Rehearsal made = River({0, 0.12F, -2.5F}, 180, 6, 70);
  made.scene.figures.push_back(
      Figure("adult", FigureRole::kAdult, Vest::kBlue, Posture::kLieFlat, {1.1F, 0.55F, 0.3F}, 20));
  made.scene.props.push_back({"bag", PropKind::kBag, {0.3F, 0.02F, -1.7F}, 0, 0.4F});
  return made;
}

/// One's own hands: the left one open, the right one about to throw.
Rehearsal Hands() {
  Rehearsal made = River({0, 1.4F, 2}, 0, -22, 70);
  AddSwimmers(made.scene);
  const glm::quat ahead = glm::angleAxis(20 * kDegree, glm::vec3(1, 0, 0));
  made.scene.hands = {
      {{{-0.2F, 1.16F, 1.6F}, glm::angleAxis(-12 * kDegree, glm::vec3(0, 1, 0)) * ahead},
       true,
       false},
      {{{0.2F, 1.18F, 1.62F}, ahead}, false, true}};
  made.scene.thrown = SceneThrown{content::ThrownObject::kBag, {0.2F, 1.18F, 1.62F}, std::nullopt};
  return made;
}

Rehearsal Sky() {
  Rehearsal made = River({0, 6, 2}, 12, 4, 74);
  made.scene.sky = 1;
  const content::Text nots[] = {{"不私自下水游泳", "Do not swim on the sly"},
                                {"不擅自与他人结伴游泳", "No swimming with others, unasked"},
                                {"不到不熟悉的水域游泳", "No swimming in unknown water"}};
  for (int i = 0; i < 3; ++i) {
    made.scene.panels.push_back(Before(made.eye, PanelKind::kCard, nots[i], 2.2F,
                                       25 - 25 * static_cast<float>(i), -4, 0.74F, 0.066F));
    made.scene.rings.push_back(
        {made.scene.panels.back().at - glm::vec3(0, 0.24F, 0), 0.075F, 0, false});
  }
  return made;
}

Rehearsal Postures() {
  Rehearsal made = River({0, 1.9F, 9}, 0, -6, 62);
  for (int i = 0; i < 16; ++i) {
    const auto posture = static_cast<Posture>(i);
    const float x = -4.2F + 1.2F * static_cast<float>(i % 8);
    const float z = i < 8 ? 5.4F : 3.4F;
    made.scene.figures.push_back(
        Figure("figure", i % 3 == 2 ? FigureRole::kAdult : FigureRole::kFriend,
               static_cast<Vest>(1 + i % 5), posture, {x, i < 8 ? 0.65F : 1.0F, z},
               i % 2 == 0 ? 160.0F : 200.0F));
  }
  return made;
}

}  // namespace

content::ScenarioPlace RiverPlace() {
  content::ScenarioPlace place;
  place.water = {0.5, 25, 0.4, 2.5, 1.5};
  place.light = {11, 35, 0.55, 0.25};
  place.props = {Prop("boathouse", PropKind::kBoathouse, -6, 0.6, 4, -60),
                 Prop("jetty", PropKind::kJetty, -1.5, 0.5, -0.5),
                 Prop("ring", PropKind::kRing, -1.6, 0.6, -0.6),
                 Prop("rope", PropKind::kRope, -2.1, 0.6, 1.2),
                 Prop("pole", PropKind::kPole, -2.4, 0.6, 1.2),
                 Prop("sign", PropKind::kSign, -3, 0.6, 0.5, -150),
                 Prop("moss", PropKind::kMoss, 0.4, 0.1, 0),
                 Prop("stick", PropKind::kStick, -2, 0, -3),
                 Prop("weir", PropKind::kWeir, 9, 0, -11),
                 Prop("reeds-left", PropKind::kReeds, -9, 0, -2),
                 Prop("reeds-right", PropKind::kReeds, 7, 0, -1),
                 Prop("reeds-far", PropKind::kReeds, -4, 0, -25),
                 Prop("willow", PropKind::kWillow, -11, 0.7, 3),
                 Prop("willow-right", PropKind::kWillow, 10, 0.7, 4),
                 Prop("poplar", PropKind::kPoplar, -6, 0.6, -28),
                 Prop("poplar-right", PropKind::kPoplar, 5, 0.6, -30),
                 Prop("cloud", PropKind::kCloud, 0, 8, -12)};
  return place;
}

content::ScenarioPlace QuarryPlace() {
  content::ScenarioPlace place;
  place.setting = content::Setting::kQuarry;
  place.water = {8, 12, 0, 15, 1};
  place.light = {40, 40, 0.1, 0.15};
  place.props = {Prop("cliff", PropKind::kCliff, -4, 0, -28),
                 Prop("cliff-right", PropKind::kCliff, 14, 0, -24),
                 Prop("slab", PropKind::kSlab, 0.6, 0.2, 0.2),
                 Prop("sign", PropKind::kSign, -3.2, 0.6, 0.2, -150),
                 Prop("ring", PropKind::kRing, -1.8, 0.6, -0.4),
                 Prop("rope", PropKind::kRope, -2.4, 0.6, 1),
                 Prop("pole", PropKind::kPole, -2.7, 0.6, 1),
                 Prop("rock", PropKind::kRock, -3, -0.6, -6),
                 Prop("rock-near", PropKind::kRock, 5, 0.4, 0.5),
                 Prop("poplar", PropKind::kPoplar, -8, 0.8, -28),
                 Prop("cloud", PropKind::kCloud, 0, 8, -12)};
  return place;
}

Eye LookFrom(glm::vec3 at, float facing, float up, float height, float aspect) {
  Eye eye;
  eye.projection = Projection(height * kDegree, aspect);
  eye.world_from_eye.position = at;
  eye.world_from_eye.orientation = glm::angleAxis(facing * kDegree, glm::vec3(0, 1, 0)) *
                                   glm::angleAxis(up * kDegree, glm::vec3(1, 0, 0));
  return eye;
}

const std::vector<std::string_view>& RehearsalNames() {
  static const std::vector<std::string_view> names = {
      "evening", "swimmers",     "under", "sky",    "ones",     "wrong",
      "cards",   "throw",        "held",  "ashore", "float",    "calm",
      "quarry",  "quarry-under", "weir",  "behind", "postures", "hands"};
  return names;
}

Rehearsal Rehearse(std::string_view name) {
  if (name == "evening") {
    Rehearsal made = River({0.7F, 1.7F, 4.2F}, 8.5F, -2, 58);
    AddFriends(made.scene, Posture::kBeckon);
    return made;
  }
  if (name == "swimmers") {
    Rehearsal made = River({0.2F, 1.6F, 0}, 2, -4.5F, 40);
    AddSwimmers(made.scene);
    return made;
  }
  if (name == "under") {
    Rehearsal made = River({0, -0.6F, -2.5F}, 26, 72, 110);
    made.scene.bubbles = 1;
    made.scene.brightness = 0.4F;
    return made;
  }
  if (name == "sky") return Sky();
  if (name == "ones") return River({-0.6F, 1.7F, 3.6F}, 34, -14, 56);
  if (name == "wrong") return Wrong();
  if (name == "cards") {
    Rehearsal made = River({0, 1.7F, 3}, 0, -6, 72);
    AddFriends(made.scene, Posture::kBeckon);
    AddCards(made);
    return made;
  }
  if (name == "throw") return Throwing();
  if (name == "held") return Held();
  if (name == "ashore") return Ashore();
  if (name == "float") {
    Rehearsal made = River({0, 0.12F, -2.5F}, 8, 14, 74);
    made.scene.breath = SceneBreath{{0, 1.0F, -5}, 0.7F, 2, 5};
    return made;
  }
  if (name == "calm") {
    Rehearsal made = River({0, 1.7F, 3}, 0, 0, 70);
    made.scene.calm = 1;
    made.scene.panels.push_back(Before(made.eye, PanelKind::kNotice,
                                       {"停一停，没关系。", "We stop. That is fine."}, 2, 0, 2,
                                       1.2F, 0.08F));
    return made;
  }
  if (name == "quarry") return Quarry({0, 1.7F, 3}, 8, -8, 64);
  if (name == "quarry-under") {
    Rehearsal made = Quarry({0, -0.8F, -2.5F}, 20, 34, 100);
    made.scene.bubbles = 1;
    return made;
  }
  if (name == "weir") return River({0, 1.7F, 3}, -38, -5, 50);
  if (name == "behind") return River({0.5F, 1.7F, -1.5F}, 125, -4, 66);
  if (name == "postures") return Postures();
  if (name == "hands") return Hands();
  std::abort();
}

}  // namespace vr
