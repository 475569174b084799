// SPDX-License-Identifier: MIT
// Small pictures drawn without a window: what is measured in them, never exact pixels.
#include <algorithm>
#include <cmath>
#include <fstream>

#include "tests/vr/approx.h"
#include "tests/vr/child.h"
#include "vr/core/water.h"
#include "vr/render/gl.h"
#include "vr/render/offscreen.h"
#include "vr/render/rehearsal.h"

namespace {

constexpr double kDegrees = 57.29577951308232;
constexpr auto kChinese = content::Language::kChinese;

/// One context for all: opening one costs more than the tests.
struct Stage {
  std::unique_ptr<vr::Offscreen> screen;
  std::unique_ptr<vr::Renderer> renderer;

  explicit Stage(vr::Offscreen::Api api = vr::Offscreen::Api::kOpenGl45) {
    auto opened = vr::Offscreen::Open(api);
    REQUIRE(opened.has_value());
    screen = std::move(*opened);
    auto made = vr::Renderer::Make(ASSETS);
    if (!made) FAIL(content::Describe(made.error(), content::Language::kEnglish));
    renderer = std::move(*made);
  }
  vr::Picture Take(const vr::Rehearsal& made, int side = 96,
                   content::Language language = kChinese) {
    return screen->Take(*renderer, made.scene, made.eye, language, side, side);
  }
};

double Grey(const std::uint8_t* c) { return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]; }

/// How many pixels of one picture are others than in another.
int Differing(const vr::Picture& a, const vr::Picture& b, int by = 10) {
  int count = 0;
  for (int y = 0; y < a.height; ++y) {
    for (int x = 0; x < a.width; ++x) {
      const std::uint8_t *p = a.At(x, y), *q = b.At(x, y);
      count += std::abs(p[0] - q[0]) + std::abs(p[1] - q[1]) + std::abs(p[2] - q[2]) > by ? 1 : 0;
    }
  }
  return count;
}

double MeanDifference(const vr::Picture& a, const vr::Picture& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.rgb.size(); ++i) sum += std::abs(a.rgb[i] - b.rgb[i]);
  return sum / static_cast<double>(a.rgb.size());
}

/// Largest and smallest grey, and the mean distance of colours from grey.
struct Tone {
  double low = 255, high = 0, colour = 0;
};
Tone ToneOf(const vr::Picture& picture) {
  Tone tone;
  for (std::size_t i = 0; i < picture.rgb.size(); i += 3) {
    const std::uint8_t* c = &picture.rgb[i];
    tone.low = std::min(tone.low, Grey(c));
    tone.high = std::max(tone.high, Grey(c));
    tone.colour += std::max({c[0], c[1], c[2]}) - std::min({c[0], c[1], c[2]});
  }
  tone.colour /= static_cast<double>(picture.rgb.size() / 3);
  return tone;
}

/// Runs formulas of common.glsl on the card, one result a pixel.
std::vector<float> OnTheCard(const std::string& expression, int count) {
  const auto folder = std::filesystem::temp_directory_path() / "maplebridge-render-test";
  std::filesystem::create_directories(folder);
  std::filesystem::copy_file(ASSETS "/shaders/common.glsl", folder / "common.glsl",
                             std::filesystem::copy_options::overwrite_existing);
  std::filesystem::copy_file(ASSETS "/shaders/sky.vert", folder / "sky.vert",
                             std::filesystem::copy_options::overwrite_existing);
  std::ofstream(folder / "ask.frag")
      << "layout(location = 0) out vec4 answer;\n"
         "void main() {\n  float x = floor(gl_FragCoord.x);\n  answer = vec4("
      << expression << ");\n}\n";
  auto program = vr::gl::LoadProgram(folder, "sky", "ask");
  if (!program) FAIL(content::Describe(program.error(), content::Language::kEnglish));
  vr::gl::Target target;
  target.Fit(count, 1, 0, GL_RGBA32F);
  const vr::gl::VertexArray nothing = vr::gl::VertexArray::Make();
  glBindFramebuffer(GL_FRAMEBUFFER, target.framebuffer.name());
  glViewport(0, 0, count, 1);
  glDisable(GL_BLEND);
  glUseProgram(program->name());
  glBindVertexArray(nothing.name());
  glDrawArrays(GL_TRIANGLES, 0, 3);
  std::vector<float> out(static_cast<std::size_t>(count) * 4);
  glReadPixels(0, 0, count, 1, GL_RGBA, GL_FLOAT, out.data());
  return out;
}

vr::Rehearsal StillQuarry() {
  vr::Rehearsal made = vr::Rehearse("quarry-under");
  made.scenario.place.water.wind_mps = -0.58;  // a mirror: Cox and Munk's slope is nearly 0
  made.scenario.place.props.clear();
  made.scene.bubbles = 0;
  made.eye = vr::LookFrom({0, -1.0F, -9}, 0, 90, 126);
  return made;
}

vr::Rehearsal Bank() {
  vr::Rehearsal made = vr::Rehearse("evening");
  made.scene.figures.clear();
  made.scenario.place.props.clear();
  made.eye = vr::LookFrom({0, 1.7F, 4}, 0, -10, 60);
  return made;
}

}  // namespace

TEST_CASE("pictures") {
  static Stage stage;

  SECTION("the card's formulas of light in water are those of the rules") {
    const vr::Rehearsal made = vr::Rehearse("evening");
    stage.renderer->Load(made.scenario);
    (void)stage.Take(made, 16);  // sends the frame that the formulas read
    const auto fresnel = OnTheCard(
        "FresnelReflectance(x / 32.0, 1.0, attenuation.w), FresnelReflectance(x / 32.0, "
        "attenuation.w, 1.0), 0, 0",
        33);
    const auto left = OnTheCard("Transmittance(x * 0.125), 0", 33);
    const vr::ColourAttenuation water = vr::ColourOf(made.scenario.place.water);
    for (std::size_t i = 0; i <= 32; ++i) {
      const double cosine = static_cast<double>(i) / 32;
      CHECK(fresnel[i * 4] ==
            Approx(vr::FresnelReflectance(cosine, 1, vr::kWaterIndex)).margin(1e-3));
      CHECK(fresnel[i * 4 + 1] ==
            Approx(vr::FresnelReflectance(cosine, vr::kWaterIndex, 1)).margin(1e-3));
      const double metres = static_cast<double>(i) * 0.125;
      CHECK(left[i * 4] == Approx(vr::Transmittance(water.red, metres)).margin(1e-4));
      CHECK(left[i * 4 + 1] == Approx(vr::Transmittance(water.green, metres)).margin(1e-4));
      CHECK(left[i * 4 + 2] == Approx(vr::Transmittance(water.blue, metres)).margin(1e-4));
    }
    CHECK(fresnel[32 * 4] == Approx(0.0204).margin(2e-4));
  }

  SECTION("Snell's window ends at 48.6 degrees, and beyond it the water mirrors itself") {
    vr::Rehearsal made = StillQuarry();
    stage.renderer->Load(made.scenario);
    constexpr int kSide = 240;
    const vr::Picture picture = stage.Take(made, kSide);
    const double scale = kSide / 2.0 / std::tan(63 / kDegrees);
    std::vector<double> edges;
    for (int turn = 0; turn < 360; turn += 15) {
      double steepest = 0, edge = 0;
      const auto grey = [&](double degrees) {
        const double r = std::tan(degrees / kDegrees) * scale;
        const int x = static_cast<int>(kSide / 2.0 + r * std::cos(turn / kDegrees));
        const int y = static_cast<int>(kSide / 2.0 + r * std::sin(turn / kDegrees));
        return Grey(picture.At(std::clamp(x, 0, kSide - 1), std::clamp(y, 0, kSide - 1)));
      };
      for (double degrees = 35; degrees < 60; degrees += 0.25) {
        const double fall = grey(degrees - 0.75) - grey(degrees + 0.75);
        if (fall <= steepest) continue;
        steepest = fall;
        edge = degrees;
      }
      edges.push_back(edge);
    }
    std::sort(edges.begin(), edges.end());
    CHECK(edges[edges.size() / 2] == Approx(vr::SnellHalfAngle() * kDegrees).margin(1.6));
    const double inside = Grey(picture.At(kSide / 2, kSide / 2));
    CHECK(inside > 2 * Grey(picture.At(kSide / 2, 4)));
  }

  SECTION("murky water hides what clear water shows") {
    // The same stone half a metre and two metres under the surface.
    const auto seen = [&](double secchi, float depth) {
      vr::Rehearsal made = Bank();
      made.scenario.place.water.secchi_m = secchi;
      made.eye = vr::LookFrom({0, 2.5F, -6}, 0, -89, 40);
      stage.renderer->Load(made.scenario);
      const vr::Picture without = stage.Take(made);
      made.scene.props.push_back({"stone", content::PropKind::kBench, {0, -depth, -6}, 0, 0});
      return Differing(without, stage.Take(made), 12);
    };
    CHECK(seen(8, 1.6F) > 150);
    CHECK(seen(0.5, 1.6F) < 20);
    CHECK(seen(0.5, 0.6F) > 20);  // its seat is just under the surface
  }

  SECTION("the river mirrors what stands over it") {
    vr::Rehearsal made = Bank();
    made.scenario.place.water.wind_mps = 0;
    made.eye = vr::LookFrom({0, 1.7F, 3}, 0, -6, 50);
    stage.renderer->Load(made.scenario);
    const vr::Picture without = stage.Take(made);
    made.scenario.place.props = {{"poplar", content::PropKind::kPoplar, {0, 0.6, -27}, 0, false}};
    stage.renderer->Load(made.scenario);
    const vr::Picture with = stage.Take(made);
    int above = 0, below = 0;
    for (int y = 0; y < 96; ++y) {
      for (int x = 0; x < 96; ++x) {
        const bool darker = Grey(with.At(x, y)) < Grey(without.At(x, y)) - 8;
        // The horizon is 6 degrees over the middle.
        (y < 36 ? above : below) += darker ? 1 : 0;
      }
    }
    CHECK(above > 100);
    CHECK(below > above / 5);
  }

  SECTION("every set piece draws something that no other draws") {
    vr::Rehearsal empty = Bank();
    empty.eye = vr::LookFrom({0, 1.5F, 2.2F}, 0, -20, 60);
    stage.renderer->Load(empty.scenario);
    const vr::Picture without = stage.Take(empty);
    std::vector<vr::Picture> pictures;
    for (std::size_t i = 0; i < std::size(content::kPropNames); ++i) {
      const auto kind = static_cast<content::PropKind>(i);
      INFO(content::kPropNames[i]);
      vr::Rehearsal made = empty;
      if (kind == content::PropKind::kCloud) {
        made.scenario.place.props = {{"it", kind, {0, 0.6, -12}, 0, false}};
        stage.renderer->Load(made.scenario);
      } else {
        made.scene.props.push_back({"it", kind, {0, 0.66F, 0.5F}, 0, 0});
      }
      pictures.push_back(stage.Take(made));
      if (kind == content::PropKind::kCloud) stage.renderer->Load(empty.scenario);
      CHECK(Differing(without, pictures.back()) > 3);
      for (std::size_t k = 0; k < i; ++k) {
        INFO("as " << content::kPropNames[k]);
        CHECK(Differing(pictures[k], pictures.back()) > 3);
      }
    }
  }

  SECTION("figures are seen, light up when they are marked, and are clear as glass") {
    const vr::Rehearsal empty = Bank();
    stage.renderer->Load(empty.scenario);
    const vr::Picture without = stage.Take(empty);
    for (std::size_t i = 0; i < std::size(content::kPostureNames); ++i) {
      INFO(content::kPostureNames[i]);
      vr::Rehearsal made = empty;
      vr::SceneFigure figure;
      figure.id = "it";
      figure.vest = content::Vest::kOrange;
      figure.posture = static_cast<content::Posture>(i);
      figure.seconds = 1.4F;
      const bool wet = i >= static_cast<std::size_t>(content::Posture::kFloat) &&
                       i <= static_cast<std::size_t>(content::Posture::kHold);
      figure.at = wet ? glm::vec3(0, 0, -3) : glm::vec3(0, 0.62F, 0.8F);
      figure.facing = 3;
      made.scene.figures = {figure};
      const vr::Picture plain = stage.Take(made);
      CHECK(Differing(without, plain) > 25);
      made.scene.figures[0].marked = 1;
      CHECK(Differing(plain, stage.Take(made)) > 15);
      made.scene.figures[0].marked = 0;
      made.scene.figures[0].glass = true;
      CHECK(Differing(plain, stage.Take(made)) > 15);
    }
  }

  SECTION("calm is nothing but calm, dark is black, and frozen takes the colour away") {
    vr::Rehearsal made = vr::Rehearse("evening");
    stage.renderer->Load(made.scenario);
    const Tone lively = ToneOf(stage.Take(made));
    CHECK(lively.high - lively.low > 120);
    made.scene.frozen = 1;
    CHECK(ToneOf(stage.Take(made)).colour < 0.45 * lively.colour);
    made.scene.frozen = 0;
    made.scene.calm = 1;
    const Tone calm = ToneOf(stage.Take(made));
    CHECK(calm.high - calm.low < 90);
    CHECK(calm.low > 60);
    CHECK(stage.renderer->Counts().calls < 6);
    made.scene.calm = 0;
    made.scene.dark = 1;
    CHECK(ToneOf(stage.Take(made)).high < 2);
  }

  SECTION("in the poorest what is far away is a picture of itself, and looks much the same") {
    vr::Rehearsal above = vr::Rehearse("evening");
    stage.renderer->Load(above.scenario);
    stage.renderer->SetQuality(3);
    const vr::Picture solid = stage.Take(above, 200);
    const int triangles = stage.renderer->Counts().triangles;
    stage.renderer->SetQuality(vr::kLowestQuality);
    const vr::Picture baked = stage.Take(above, 200);
    CHECK(stage.renderer->Counts().triangles < triangles * 2 / 3);
    CHECK(MeanDifference(solid, baked) < 4);
    stage.renderer->SetQuality(0);
  }

  SECTION("a poorer picture gives up bubbles and caustics, and keeps every text") {
    vr::Rehearsal made = vr::Rehearse("under");
    vr::Panel panel;
    panel.text = {"看，气泡往上走。", "See, bubbles rise."};
    panel.at = made.eye.world_from_eye.position +
               made.eye.world_from_eye.orientation * glm::vec3(0, -0.3F, -2);
    panel.orientation = made.eye.world_from_eye.orientation;
    panel.width = 3.2F;
    panel.letter = 0.3F;
    made.scene.panels = {panel};
    stage.renderer->Load(made.scenario);
    int calls[4] = {};
    vr::Picture pictures[4];
    for (int level = 0; level < 4; ++level) {
      stage.renderer->SetQuality(level);
      pictures[level] = stage.Take(made, 200);
      calls[level] = stage.renderer->Counts().calls;
    }
    vr::Rehearsal above = vr::Rehearse("evening");
    (void)stage.Take(above, 32);
    const int poorest = stage.renderer->Counts().triangles;
    stage.renderer->SetQuality(0);
    (void)stage.Take(above, 32);
    CHECK(poorest < 0.75 * stage.renderer->Counts().triangles);
    CHECK(calls[1] == calls[0] - 1);  // the bubbles
    CHECK(Differing(pictures[0], pictures[1]) > 50);
    // The letters on the panel's plate are the same to a pixel.
    made.scene.panels.clear();
    made.scene.bubbles = 0;
    const vr::Picture bare = stage.Take(made, 200);
    int letters = 0;
    for (int y = 0; y < 200; ++y) {
      for (int x = 0; x < 200; ++x) {
        const double poor = Grey(pictures[3].At(x, y));
        if (poor < 200 || std::abs(poor - Grey(bare.At(x, y))) < 12) continue;
        ++letters;
        CHECK(std::abs(Grey(pictures[0].At(x, y)) - poor) < 12);
      }
    }
    CHECK(letters > 30);
  }

  SECTION("a panel for a quad layer is as large as its text and is painted once") {
    vr::Panel panel;
    panel.text = {"先漂起来，喘匀气。", "First float and catch your breath."};
    panel.width = 1.2F;
    panel.letter = 0.06F;
    const vr::PanelPicture first = stage.renderer->DrawPanel(panel, kChinese);
    CHECK(first.texture != 0);
    CHECK(first.metres.x <= 1.21F);
    CHECK(first.metres.y > 0.06F);
    CHECK(first.metres.x / first.metres.y ==
          Approx(static_cast<double>(first.width) / first.height).epsilon(0.02));
    CHECK(stage.renderer->DrawPanel(panel, kChinese).texture == first.texture);
    CHECK(stage.renderer->DrawPanel(panel, content::Language::kEnglish).texture != first.texture);
  }

  SECTION("no scene of the shipped trainings takes more than a headset can give") {
    for (const char* name : {"river", "quarry"}) {
      const content::Scenario& scenario = testing::ShippedScenario(name);
      stage.renderer->Load(scenario);
      for (const content::Beat& beat : scenario.beats) {
        const vr::Run run = testing::RunAt(scenario, beat.id, beat.steps.front().id);
        const vr::Scene scene = vr::BuildScene(scenario, run);
        vr::Eye eye = vr::LookFrom(scene.eye, 0, 0, 95);
        eye.world_from_eye.orientation = scene.look;
        const vr::Picture picture =
            stage.screen->Take(*stage.renderer, scene, eye, kChinese, 64, 64);
        INFO(name << " " << beat.id);
        const vr::DrawCounts counts = stage.renderer->Counts();
        CHECK(counts.calls <= 120);
        CHECK(counts.triangles <= 300000);
        CHECK(ToneOf(picture).high > 30);
      }
    }
  }

  SECTION("edges are smoothed as well as the card can, however much is asked for") {
    auto smooth = vr::Renderer::Make(ASSETS, 64);
    REQUIRE(smooth.has_value());
    const vr::Rehearsal made = vr::Rehearse("evening");
    (*smooth)->Load(made.scenario);
    stage.renderer->Load(made.scenario);
    const vr::Picture picture =
        stage.screen->Take(**smooth, made.scene, made.eye, kChinese, 64, 64);
    CHECK(MeanDifference(picture, stage.Take(made, 64)) < 8);
    CHECK(ToneOf(picture).high > 200);
    CHECK(vr::gl::TakeErrors().empty());
  }

  SECTION("OpenGL has nothing to complain of") {
    for (const std::string_view name : vr::RehearsalNames()) {
      const vr::Rehearsal made = vr::Rehearse(name);
      stage.renderer->Load(made.scenario);
      (void)stage.Take(made, 48);
      for (const std::string& error : vr::gl::TakeErrors()) FAIL_CHECK(name << ": " << error);
    }
  }

  SECTION("OpenGL ES 3.2 draws the same river") {
    const vr::Rehearsal made = vr::Rehearse("cards");
    stage.renderer->Load(made.scenario);
    const vr::Picture desktop = stage.Take(made, 128);
    stage.renderer.reset();
    stage.screen.reset();
    stage = Stage(vr::Offscreen::Api::kOpenGlEs32);
    stage.renderer->Load(made.scenario);
    const vr::Picture es = stage.Take(made, 128);
    CHECK(vr::gl::TakeErrors().empty());
    CHECK(MeanDifference(desktop, es) < 2);
    stage.renderer.reset();
    stage.screen.reset();
    stage = Stage();
  }
}
