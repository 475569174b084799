// SPDX-License-Identifier: MIT
// What the renderer knows without a graphics card: waves, light, bodies, texts.
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/gtc/quaternion.hpp>
#include <set>

#include "tests/vr/approx.h"
#include "tests/vr/child.h"
#include "vr/core/water.h"
#include "vr/render/body.h"
#include "vr/render/figures.h"
#include "vr/render/frame.h"
#include "vr/render/ground.h"
#include "vr/render/headset_ladder.h"
#include "vr/render/panel_picture.h"
#include "vr/render/postures.h"
#include "vr/render/rehearsal.h"

namespace {

constexpr int kPostures = 16;

const vr::BodyMesh& Body() {
  static const vr::BodyMesh body = vr::BuildBody(0.025F);
  return body;
}

/// The skin in a posture, in metres.
std::vector<glm::vec3> SkinOf(content::Posture posture, float seconds) {
  const vr::PosedBones bones = vr::PlaceBones(
      vr::PoseOf(posture, seconds), vr::ShapeOf(content::FigureRole::kFriend), glm::mat4(1));
  std::vector<glm::vec3> skin;
  for (const vr::SkinVertex& vertex : Body().vertices) {
    glm::vec4 at(0);
    for (int i = 0; i < 4; ++i) {
      at += bones.world_from_rest[vertex.bones[i]] * glm::vec4(vertex.at, 1) *
            (static_cast<float>(vertex.weights[i]) / 255);
    }
    skin.emplace_back(at);
  }
  return skin;
}

/// Which of 6 cm squares a posture covers, seen from in front and from the side.
std::set<int> Outline(content::Posture posture) {
  std::set<int> squares;
  for (const glm::vec3& at : SkinOf(posture, 1.3F)) {
    const auto cell = [](float x) { return static_cast<int>(std::floor(x / 0.06F)) + 100; };
    squares.insert(cell(at.x) * 256 + cell(at.y));
    squares.insert(65536 + cell(at.z) * 256 + cell(at.y));
  }
  return squares;
}

double Luminance(glm::vec3 c) { return 0.2126 * c.x + 0.7152 * c.y + 0.0722 * c.z; }

double Linear(std::uint8_t byte) {
  const double c = byte / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

/// Darkest and brightest of a panel's inner part before a background of that luminance.
std::array<double, 2> Extremes(const vr::Pixels& pixels, double behind) {
  std::array<double, 2> extremes{1, 0};
  for (int y = pixels.height / 4; y < pixels.height * 3 / 4; ++y) {
    for (int x = pixels.width / 4; x < pixels.width * 3 / 4; ++x) {
      const auto at = static_cast<std::size_t>(y * pixels.width + x) * 4;
      const glm::vec3 c(Linear(pixels.rgba[at]), Linear(pixels.rgba[at + 1]),
                        Linear(pixels.rgba[at + 2]));
      const double seen = Luminance(c) + behind * (1 - pixels.rgba[at + 3] / 255.0);
      extremes[0] = std::min(extremes[0], seen);
      extremes[1] = std::max(extremes[1], seen);
    }
  }
  return extremes;
}

int Lines(const assets::Font& font, const vr::Panel& panel, content::Language language) {
  const vr::Pixels pixels = vr::PaintPanel(font, panel, language);
  return static_cast<int>(std::lround((pixels.metres.y / panel.letter - 1) / 1.36F));
}

}  // namespace

TEST_CASE("waves run as gravity has them and never loop") {
  content::Water still{1, 20, 0, 3, 2};
  for (const vr::Wave& wave : vr::WavesOf(still)) {
    const double k = 2 * 3.14159265358979 / static_cast<double>(wave.length_m);
    CHECK(wave.speed * wave.speed == Approx(vr::kGravity * k).epsilon(1e-4));
  }
  for (const double wind : {0.0, 3.0, 20.0}) {
    still.wind_mps = wind;
    double steep = 0, height = 0;
    const vr::Waves waves = vr::WavesOf(still);
    for (const vr::Wave& wave : waves) {
      steep +=
          6.2832 / static_cast<double>(wave.length_m * 1.0F) * static_cast<double>(wave.height_m);
      height += static_cast<double>(wave.height_m);
    }
    CHECK(steep < 1);
    CHECK(std::abs(static_cast<double>(vr::HeightAt(waves, {2, -3}, 12.5))) <= height);
  }
}

TEST_CASE("ripples and the light that they bundle keep their measure") {
  double square = 0;
  const std::vector<float> slopes = vr::RippleSlopes();
  for (const float slope : slopes) square += static_cast<double>(slope * slope);
  CHECK(square / static_cast<double>(slopes.size() / 2) == Approx(1).epsilon(0.01));
  CHECK(static_cast<double>(vr::MeanSquareSlope(10)) == Approx(0.0542).epsilon(0.01));

  double sum = 0, brightest = 0;
  const std::vector<float> light = vr::CausticLight(128);
  for (const float one : light) {
    sum += static_cast<double>(one);
    brightest = std::max(brightest, static_cast<double>(one));
  }
  CHECK(sum / static_cast<double>(light.size()) == Approx(1).epsilon(0.01));  // none is lost
  CHECK(brightest > 2);                                                       // and it is bundled
}

TEST_CASE("the river sends back a murky green-brown, the quarry a cold blue-green") {
  const vr::Climate river = vr::ClimateOf(vr::RiverPlace());
  CHECK(river.look.scatter.y > river.look.scatter.z * 1.5F);
  CHECK(river.look.scatter.x > river.look.scatter.z);
  CHECK(static_cast<double>(river.look.attenuation.y) ==
        Approx(vr::ColourOf(vr::RiverPlace().water).green));
  const vr::Climate quarry = vr::ClimateOf(vr::QuarryPlace());
  CHECK(quarry.look.scatter.z > quarry.look.scatter.x * 2);
  CHECK(quarry.look.scatter.y > quarry.look.scatter.x * 1.5F);
}

TEST_CASE(
    "whatever is level with the eyes lies on the horizon, and the mirror turns the world over") {
  for (const float facing : {-70.0F, 0.0F, 145.0F}) {
    const vr::Eye eye = vr::LookFrom({1, 1.7F, 2}, facing, 0, 60);
    const glm::mat4 clip = eye.projection * vr::EyeFromWorld(eye.world_from_eye);
    const glm::vec3 far =
        eye.world_from_eye.position + eye.world_from_eye.orientation * glm::vec3(3, 0, -400);
    const glm::vec4 seen = clip * glm::vec4(far, 1);
    CHECK(std::abs(seen.y / seen.w) < 1e-4F);
  }
  const vr::Eye eye = vr::LookFrom({0, 1.7F, 2}, 20, -8, 60);
  const vr::Climate climate = vr::ClimateOf(vr::RiverPlace());
  const vr::FrameBlock frame =
      vr::FrameOf(climate, {}, eye.projection, eye.world_from_eye, vr::Output::kLinear, 0);
  const vr::FrameBlock mirrored = vr::MirroredFrame(frame, eye.projection, eye.world_from_eye);
  const glm::vec4 above = mirrored.clip_from_world * glm::vec4(-2, 1.5F, -9, 1);
  const glm::vec4 below = frame.clip_from_world * glm::vec4(-2, -1.5F, -9, 1);
  CHECK(above.x / above.w == Approx(below.x / below.w));
  CHECK(above.y / above.w == Approx(below.y / below.w));
  // What is under the water is before the near plane: it does not show in the mirror.
  const glm::vec4 sunk = mirrored.clip_from_world * glm::vec4(-2, -0.5F, -9, 1);
  CHECK(sunk.z < -sunk.w);
}

TEST_CASE("every posture has an outline of its own") {
  std::vector<std::set<int>> outlines;
  for (int i = 0; i < kPostures; ++i) outlines.push_back(Outline(static_cast<content::Posture>(i)));
  for (std::size_t a = 0; a < outlines.size(); ++a) {
    for (std::size_t b = a + 1; b < outlines.size(); ++b) {
      double both = 0;
      for (const int square : outlines[a]) both += outlines[b].count(square) > 0 ? 1 : 0;
      const double either = static_cast<double>(outlines[a].size() + outlines[b].size()) - both;
      INFO(content::kPostureNames[a] << " and " << content::kPostureNames[b]);
      CHECK(both / either < 0.88);  // at least an arm's worth
    }
  }
}

TEST_CASE("who stands has the feet on the ground, who lies is low, who swims has the head out") {
  for (int i = 0; i < kPostures; ++i) {
    const auto posture = static_cast<content::Posture>(i);
    INFO(content::kPostureNames[i]);
    float low = 9, high = -9;
    for (const glm::vec3& at : SkinOf(posture, 2.1F)) {
      low = std::min(low, at.y);
      high = std::max(high, at.y);
    }
    switch (posture) {
      case content::Posture::kFloat:
        CHECK(low > -1.0F);
        CHECK((high > 0 && high < 0.25F));
        break;
      case content::Posture::kSplash:
      case content::Posture::kWave:
      case content::Posture::kDrown:
      case content::Posture::kHold:
        CHECK(low < -0.6F);
        CHECK(high > 0.03F);
        break;
      case content::Posture::kLieFlat:
      case content::Posture::kSideLie:
        CHECK((low > -0.16F && low < 0.06F));
        CHECK(high < 0.55F);
        break;
      case content::Posture::kClimbOut:  // a leg is still over the edge
        CHECK((low > -0.2F && low < 0));
        CHECK(high < 1);
        break;
      default:
        CHECK((low > -0.07F && low < 0.05F));
        CHECK(high < 1.75F);
    }
  }
}

TEST_CASE(
    "the silent one has the mouth at the waterline and cannot lift the arms out of the water") {
  float least = 1, most = -1;
  for (float t = 0; t < 6; t += 0.05F) {
    least = std::min(least, vr::DrowningMouth(t));
    most = std::max(most, vr::DrowningMouth(t));
    const vr::PosedBones bones =
        vr::PlaceBones(vr::PoseOf(content::Posture::kDrown, t),
                       vr::ShapeOf(content::FigureRole::kSwimmer), glm::mat4(1));
    for (const int hand : {vr::kHandL, vr::kHandR}) {
      CHECK(bones.world_from_bone[static_cast<std::size_t>(hand)][3].y < 0.02F);
    }
    // Upright: the pelvis is under the head.
    const glm::vec3 up =
        glm::vec3(bones.world_from_bone[vr::kHead][3] - bones.world_from_bone[vr::kPelvis][3]);
    CHECK(glm::normalize(up).y > 0.97F);
  }
  CHECK(least < 0);  // it goes under
  CHECK(most > 0);   // and comes up
  CHECK(most < 0.05F);
}

TEST_CASE("a body goes from one posture to the next without tearing") {
  for (int i = 0; i + 1 < kPostures; ++i) {
    const vr::BodyPose a = vr::PoseOf(static_cast<content::Posture>(i), 1);
    const vr::BodyPose b = vr::PoseOf(static_cast<content::Posture>(i + 1), 1);
    for (const float share : {0.0F, 0.3F, 0.5F, 0.9F, 1.0F}) {
      const vr::BodyPose between = vr::Blend(a, b, share);
      for (std::size_t bone = vr::kUpperArmL; bone < vr::kBones; ++bone) {
        CHECK(glm::length(between.way[bone]) == Approx(1).epsilon(1e-3));
      }
    }
  }
}

TEST_CASE("people and things of the river stand on its ground") {
  const content::Scenario& river = testing::ShippedScenario("river");
  const vr::Ground ground(river.place);
  for (const content::Beat& beat : river.beats) {
    for (const content::Placement& one : beat.figures) {
      if (one.at.y <= 0.1) continue;  // in the water
      INFO(beat.id << " " << one.figure);
      CHECK(std::abs(ground.HeightAt({one.at.x, one.at.z}) - static_cast<float>(one.at.y)) < 0.17F);
    }
  }
}

TEST_CASE("panels are legible before bright sky and dark water") {
  const auto font = assets::Font::Open();
  REQUIRE(font.has_value());
  for (const vr::PanelKind kind :
       {vr::PanelKind::kCaption, vr::PanelKind::kCard, vr::PanelKind::kTold, vr::PanelKind::kTitle,
        vr::PanelKind::kNotice}) {
    vr::Panel panel;
    panel.kind = kind;
    panel.text = {"不到无安全设施、无救援人员的水域游泳",
                  "No water without lifesaving gear and lifeguards"};
    panel.width = 0.9F;
    panel.letter = 0.06F;
    for (const double behind : {0.0, 0.25, 0.85}) {
      const auto [dark, bright] =
          Extremes(vr::PaintPanel(*font, panel, content::Language::kChinese), behind);
      INFO("kind " << static_cast<int>(kind) << " before " << behind);
      // WCAG: 4.5 for text; a title stands in the dark of a fade.
      if (kind != vr::PanelKind::kTitle || behind < 0.5)
        CHECK((bright + 0.05) / (dark + 0.05) > 4.5);
    }
  }
}

TEST_CASE("a chosen card shows its mark, and no text of the shipped trainings is long") {
  const auto font = assets::Font::Open();
  REQUIRE(font.has_value());
  vr::Panel card;
  card.kind = vr::PanelKind::kCard;
  card.text = {"跳下去救他", "Jump in"};
  card.width = 0.8F;
  card.letter = 0.055F;
  const vr::Pixels plain = vr::PaintPanel(*font, card, content::Language::kChinese);
  card.chosen = true;
  const vr::Pixels chosen = vr::PaintPanel(*font, card, content::Language::kChinese);
  card.right = false;
  const vr::Pixels wrong = vr::PaintPanel(*font, card, content::Language::kChinese);
  CHECK(plain.rgba != chosen.rgba);
  CHECK(chosen.rgba != wrong.rgba);

  for (const char* name : {"river", "quarry"}) {
    const content::Scenario& scenario = testing::ShippedScenario(name);
    for (const content::Beat& beat : scenario.beats) {
      for (const content::BeatStep& step : beat.steps) {
        const vr::Run run = testing::RunAt(scenario, beat.id, step.id);
        for (const vr::Panel& panel : vr::BuildScene(scenario, run).panels) {
          for (const auto language : {content::Language::kChinese, content::Language::kEnglish}) {
            INFO(panel.text.In(language));
            CHECK(Lines(*font, panel, language) <= 4);
          }
        }
      }
    }
  }
}

TEST_CASE(
    "a headset that is late gives up the water's riches, then pixels, and only slowly comes back") {
  vr::HeadsetLadder ladder;
  const auto watch = [&](int frames, int one_late_in) {
    for (int i = 1; i <= frames; ++i) vr::CountFrames(1, i % one_late_in == 0 ? 1 : 0, ladder);
  };
  SECTION("in haste when half of them are late, to the last step and no farther") {
    watch(5, 1);
    CHECK(ladder.level == 2);
    watch(10, 1);
    CHECK(ladder.level == vr::kLowestLevel);
    CHECK(vr::QualityAt(ladder.level) == vr::kLowestQuality);
    CHECK(vr::ShareAt(ladder.level) == 0.5F);
    watch(1000, 1);
    CHECK(ladder.level == vr::kLowestLevel);
    watch(90 * 20, 100'000);
    CHECK(ladder.level == vr::kLowestLevel - 1);
  }
  SECTION("one step when fewer are") {
    watch(90, 12);
    CHECK(ladder.level == 1);
  }
  SECTION("a late frame now and then costs nothing") {
    watch(9000, 60);
    CHECK(ladder.level == 0);
    CHECK(vr::ShareAt(ladder.level) == 1);
  }
  SECTION("a step up that was a mistake is tried half as often") {
    watch(50, 10);
    for (const int looks : {20, 40, 80}) {
      watch(90 * (looks - 1), 100'000);
      CHECK(ladder.level == 1);
      watch(90, 100'000);
      CHECK(ladder.level == 0);
      watch(50, 10);
      CHECK(ladder.level == 1);
    }
  }
}
