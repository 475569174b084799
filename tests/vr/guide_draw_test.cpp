// SPDX-License-Identifier: MIT
// What the officer's window looks like, without a window: nothing clipped, targets large enough,
// all inside, in both languages at each size; and the mirror's steadiness.
#include "vr/guide/draw.h"

#include <imgui.h>

#include <cmath>

#include "tests/support/catch.h"
#include "tests/vr/guide_pages.h"

namespace {

using namespace vr;
using namespace vr::testing;

class Sheet {
 public:
  Sheet() : font_(OpenFont()), glyphs_(font_), paint_(font_, glyphs_) {
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
  }
  ~Sheet() { ImGui::DestroyContext(); }
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;

  std::vector<GuideElement> Draw(const GuideState& state, const GuideView& view, int width,
                                 int height) {
    ImGui::GetIO().DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
    ImGui::GetIO().DeltaTime = 1.0F / 60;
    ImGui::NewFrame();
    paint_.Begin(ImGui::GetBackgroundDrawList(), width, height, state.language, {});
    GuidePicture picture;
    picture.texture = 1;
    picture.gaze = glm::vec2{0.5F, 0.5F};
    DrawGuide(state, view, picture, LayOutGuide(paint_, state, view, false), paint_);
    auto elements = paint_.End();
    ImGui::EndFrame();
    return elements;
  }

 private:
  static assets::Font OpenFont() {
    auto font = assets::Font::Open();
    REQUIRE(font);
    return std::move(*font);
  }
  assets::Font font_;
  assets::GlyphCache glyphs_;
  GuidePaint paint_;
};

bool Overlap(const Box& a, const Box& b) {
  return a.x < b.Right() - 0.5F && b.x < a.Right() - 0.5F && a.y < b.Bottom() - 0.5F &&
         b.y < a.Bottom() - 0.5F;
}

const GuideElement* Find(const std::vector<GuideElement>& elements, const std::string& id) {
  for (const GuideElement& element : elements) {
    if (element.id == id) return &element;
  }
  return nullptr;
}

void Audit(const std::vector<GuideElement>& elements, int width, int height) {
  for (std::size_t i = 0; i < elements.size(); ++i) {
    const GuideElement& one = elements[i];
    INFO(one.id << " “" << one.text << "”");
    CHECK_FALSE(one.clipped);
    CHECK(one.area.x >= -0.5F);
    CHECK(one.area.y >= -0.5F);
    CHECK(one.area.Right() <= static_cast<float>(width) + 0.5F);
    CHECK(one.area.Bottom() <= static_cast<float>(height) + 0.5F);
    if (one.hit.w <= 0) continue;
    CHECK(one.hit.w >= 44);
    CHECK(one.hit.h >= 44);
    for (std::size_t k = i + 1; k < elements.size(); ++k) {
      if (elements[k].hit.w > 0) CHECK_FALSE(Overlap(one.hit, elements[k].hit));
    }
  }
}

}  // namespace

TEST_CASE("every page shows whole texts and targets of 44 pixels, in both languages and sizes") {
  Sheet sheet;
  for (const auto& [width, height] : {std::pair{1280, 800}, std::pair{1920, 1080}}) {
    for (const auto language : {content::Language::kChinese, content::Language::kEnglish}) {
      for (Page& page : AllPages()) {
        INFO(page.name << " " << width << " " << content::Tag(language));
        page.state.language = language;
        Audit(sheet.Draw(page.state, page.view(), width, height), width, height);
      }
    }
  }
}

TEST_CASE("the officer's script of every beat of every scenario fits in both languages") {
  Sheet sheet;
  for (const char* item : {"safety.water.river", "safety.water.quarry"}) {
    GuideView view = RunningView(Mode::kHeadset, 0);
    view.scenario = ScenarioOf(item);
    for (std::size_t beat = 0; beat < view.scenario->beats.size(); ++beat) {
      view.glance->beat = beat;
      for (const content::BeatStep& step : view.scenario->beats[beat].steps) {
        view.glance->captions.clear();
        for (const content::Caption& caption : step.captions) {
          view.glance->captions = {caption.text};
        }
        for (const auto language : {content::Language::kChinese, content::Language::kEnglish}) {
          GuideState state = RunningState();
          state.language = language;
          INFO(item << " " << view.scenario->beats[beat].id << " " << step.id);
          Audit(sheet.Draw(state, view, 1280, 800), 1280, 800);
        }
      }
    }
  }
}

TEST_CASE("calm and pause are by far the largest buttons and stand where they stood") {
  Sheet sheet;
  const GuideState state = RunningState();
  GuideView view = RunningView(Mode::kHeadset);
  const auto before = sheet.Draw(state, view, 1280, 800);
  const Box calm = Find(before, "calm")->hit, pause = Find(before, "pause")->hit;
  for (const GuideElement& element : before) {
    if (element.id == "calm" || element.id == "pause" || element.hit.w <= 0) continue;
    CHECK(element.hit.w * element.hit.h * 3 < calm.w * calm.h);
  }
  view.glance->calm = CalmCause::kGuide;
  const auto after = sheet.Draw(state, view, 1280, 800);
  CHECK(Find(after, "calm")->hit.x == calm.x);
  CHECK(Find(after, "release")->hit.x == pause.x);
  CHECK(Find(after, "pause") == nullptr);
  CHECK_FALSE(Find(after, "next")->enabled);
}

TEST_CASE("whatever can be pressed has a key that does the same") {
  Sheet sheet;
  for (Page& page : AllPages()) {
    const GuideView view = page.view();
    std::vector<GuideEvent> by_key;
    for (int key = 0; key < 0x1010; ++key) {
      const auto event = EventOfKey(GuideKey{key}, page.state, view);
      if (event) by_key.push_back(*event);
    }
    for (const GuideElement& element : sheet.Draw(page.state, view, 1280, 800)) {
      if (!element.event || !element.enabled) continue;
      INFO(page.name << " " << element.id);
      const bool cycles = element.event->act == GuideAct::kScenario ||
                          element.event->act == GuideAct::kIntensity;  // one key goes round
      CHECK(std::any_of(by_key.begin(), by_key.end(), [&](const GuideEvent& event) {
        return event.act == element.event->act && (cycles || event.number == element.event->number);
      }));
    }
  }
}

TEST_CASE("each of the four reasons is told with what helps, and that the search goes on") {
  Sheet sheet;
  std::vector<std::string> told;
  for (const NoHeadset why : {NoHeadset::kNoRuntime, NoHeadset::kNoHeadset, NoHeadset::kAsleep,
                              NoHeadset::kWrongVariable}) {
    GuideView view = QuietView();
    view.headset.missing = why;
    std::string all;
    for (const GuideElement& element : sheet.Draw({}, view, 1280, 800)) all += element.text + "\n";
    CHECK(all.find("一直在找") != std::string::npos);
    CHECK(all.find("共看模式开始") != std::string::npos);
    told.push_back(all);
  }
  std::sort(told.begin(), told.end());
  CHECK(std::unique(told.begin(), told.end()) == told.end());
}

TEST_CASE("the mirror follows the head softly and is never far behind") {
  MirrorPicture picture;
  Steady steady;
  (void)StepSteady(picture, 1.5F, 0, steady);
  const MirrorCut still = StepSteady(picture, 1.5F, 0.03, steady);
  CHECK(std::abs(static_cast<double>(still.corners[0].x + still.corners[1].x) -
                 static_cast<double>(1)) < 1e-4);
  // A jerk of two degrees moves what is shown by less than a third of it in the next picture.
  const float jerk = 0.035F;
  picture.head = glm::angleAxis(jerk, glm::vec3{0, 1, 0});
  (void)StepSteady(picture, 1.5F, 0.033, steady);
  const float moved = 2 * std::acos(std::min(1.0F, std::abs(steady.shown.w)));
  CHECK(moved > 0);
  CHECK(moved < jerk / 3);
  // A quick turn of the head is not lost sight of.
  picture.head = glm::angleAxis(1.2F, glm::vec3{0, 1, 0});
  (void)StepSteady(picture, 1.5F, 0.033, steady);
  const float behind = 1.2F - 2 * std::acos(std::min(1.0F, std::abs(steady.shown.w)));
  CHECK(behind <= kSteadyMostRadians + 1e-3F);
}

TEST_CASE("the gaze dot lies where the gaze lay in the eye's picture") {
  MirrorPicture picture;
  Steady steady;
  const MirrorCut cut = StepSteady(picture, 1, 0.1, steady);
  const auto middle = PlaceOf({0, 0, -1}, picture);
  REQUIRE(middle);
  CHECK(std::abs(static_cast<double>(cut.Inside(*middle).x) - static_cast<double>(0.5)) < 1e-4);
  CHECK(std::abs(static_cast<double>(cut.Inside(*middle).y) - static_cast<double>(0.5)) < 1e-4);
  const auto right_above = PlaceOf(glm::vec3{0.3F, 0.4F, -1}, picture);
  REQUIRE(right_above);
  CHECK(cut.Inside(*right_above).x > 0.6F);
  CHECK(cut.Inside(*right_above).y < 0.4F);  // from the upper left
  CHECK_FALSE(PlaceOf({0, 0, 1}, picture).has_value());
}

TEST_CASE("what an eye sees says where the gaze rests, however the seat stands in the world") {
  Scene scene;
  scene.eye = {1, 1.7F, 2};
  scene.world_from_space.orientation = glm::angleAxis(0.8F, glm::vec3{0, 1, 0});
  Pose eye;
  eye.orientation = glm::angleAxis(-0.3F, glm::vec3{0, 1, 0});
  const glm::quat world_from_eye = scene.world_from_space.orientation * eye.orientation;
  scene.gaze = scene.eye + world_from_eye * glm::vec3{0, 0, -4};
  MirrorPicture view = ViewOf(eye, -0.9F, 0.7F, 0.8F, -0.8F, scene);
  REQUIRE(view.gaze);
  CHECK(view.gaze->x > 0.5F);  // the left half of this eye's picture is the wider one
  CHECK(std::abs(view.gaze->y - 0.5F) < 1e-4F);
  scene.gaze = scene.eye + world_from_eye * glm::vec3{0, 0, 4};
  CHECK_FALSE(ViewOf(eye, -0.9F, 0.7F, 0.8F, -0.8F, scene).gaze.has_value());
}

TEST_CASE("giving a picture replaces the one that nobody took, and memory goes round") {
  MirrorSlot slot;
  CHECK(slot.Take() == nullptr);
  for (int i = 1; i <= 3; ++i) {
    auto picture = slot.Lend();
    picture->width = i;
    slot.Give(std::move(picture));
  }
  auto taken = slot.Take();
  REQUIRE(taken);
  CHECK(taken->width == 3);
  CHECK(slot.Take() == nullptr);
  const MirrorPicture* memory = taken.get();
  slot.Return(std::move(taken));
  CHECK(slot.Lend().get() == memory);
}
