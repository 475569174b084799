// SPDX-License-Identifier: MIT
// The guide's window as it is: an SDL window with OpenGL, offscreen unless a display is given. With
// MAPLEBRIDGE_SHOTS=<folder> every page is kept as a picture, to be looked at.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>

#include "tests/support/catch.h"
#include "tests/vr/guide_pages.h"
#include "vr/guide/window.h"

namespace {

using vr::GuideView;
using vr::GuideWindow;
using vr::testing::AllPages;
using vr::testing::Page;

/// A picture such as a headset gives: sky over a bank over water.
std::unique_ptr<vr::MirrorPicture> SomePicture(vr::MirrorSlot& slot) {
  auto picture = slot.Lend();
  picture->width = picture->height = 512;
  picture->rgba.resize(512 * 512 * 4);
  for (std::size_t y = 0; y < 512; ++y) {
    for (std::size_t x = 0; x < 512; ++x) {
      const double up = static_cast<double>(y) / 511;
      const double wave = std::sin(static_cast<double>(x) * 0.07 + up * 40) * (up < 0.45 ? 9 : 0);
      const bool bank = up > 0.45 && up < 0.52;
      unsigned char* pixel = &picture->rgba[(y * 512 + x) * 4];
      pixel[0] = static_cast<unsigned char>(bank        ? 52
                                            : up < 0.45 ? 92 + up * 120 + wave
                                                        : 250 - up * 90);
      pixel[1] = static_cast<unsigned char>(bank        ? 66
                                            : up < 0.45 ? 98 + up * 90 + wave
                                                        : 196 - up * 20);
      pixel[2] = static_cast<unsigned char>(bank        ? 44
                                            : up < 0.45 ? 66 + up * 50 + wave
                                                        : 110 + up * 90);
      pixel[3] = 255;
    }
  }
  picture->gaze = glm::vec2{0.56F, 0.47F};
  return picture;
}

}  // namespace

TEST_CASE("every page of the guide's window is drawn, in both languages and sizes") {
  if (std::getenv("DISPLAY") == nullptr) setenv("SDL_VIDEODRIVER", "offscreen", 0);
  const char* shots = std::getenv("MAPLEBRIDGE_SHOTS");
  const char* only = std::getenv("MAPLEBRIDGE_PAGE");
  for (const auto& [width, height] : {std::pair{1280, 800}, std::pair{1920, 1080}}) {
    GuideWindow::Options options;
    options.width = width;
    options.height = height;
    auto window = GuideWindow::Open(options);
    REQUIRE(window);
    vr::MirrorSlot slot;
    slot.Give(SomePicture(slot));
    (*window)->TakeMirror(slot, 0);
    for (const auto language : {content::Language::kChinese, content::Language::kEnglish}) {
      // Texts are measured by guide_draw_test; here half of the pictures are enough.
      if (shots == nullptr && (width > 1280) != (language == content::Language::kEnglish)) continue;
      for (const Page& page : AllPages()) {
        if (only != nullptr && std::string(page.name) != only) continue;
        (*window)->State() = page.state;
        (*window)->State().language = language;
        const GuideView view = page.view();
        (void)(*window)->Poll(view, 0);
        (*window)->TakeMirror(slot, 0);
        const long before = (*window)->FramesShown();
        (*window)->Draw(view);
        (*window)->TakeMirror(slot, 1.0);
        (*window)->Draw(view);
        CHECK((*window)->FramesShown() > before);
        if (shots == nullptr) continue;
        const std::string name = std::string(page.name) + "-" + std::to_string(width) + "-" +
                                 content::Tag(language) + ".png";
        std::filesystem::create_directories(shots);
        CHECK((*window)->SavePng(std::filesystem::path(shots) / name));
      }
    }
  }
}

namespace {

std::unique_ptr<GuideWindow> OpenOffscreen() {
  if (std::getenv("DISPLAY") == nullptr) setenv("SDL_VIDEODRIVER", "offscreen", 0);
  auto window = GuideWindow::Open({});
  REQUIRE(window);
  (*window)->State() = vr::testing::RunningState();
  return std::move(*window);
}

void PushKey(SDL_Keycode code, bool repeat = false) {
  SDL_Event event{};
  event.type = SDL_KEYDOWN;
  event.key.keysym.sym = code;
  event.key.repeat = repeat ? 1 : 0;
  SDL_PushEvent(&event);
}

void PushFinger(const GuideWindow& window, Uint32 type, float x, float y) {
  SDL_Event event{};
  event.type = type;
  event.tfinger.fingerId = 5;
  event.tfinger.x = x / static_cast<float>(window.Width());
  event.tfinger.y = y / static_cast<float>(window.Height());
  SDL_PushEvent(&event);
}

vr::Box HitOf(const GuideWindow& window, const std::string& id) {
  for (const vr::GuideElement& element : window.Elements()) {
    if (element.id == id) return element.hit;
  }
  return {};
}

std::vector<vr::GuideCommand> Commands(const GuideWindow::News& news) {
  std::vector<vr::GuideCommand> commands;
  for (const vr::GuideRequest& request : news.requests) commands.push_back(request.command);
  return commands;
}

using Only = std::vector<vr::GuideCommand>;

}  // namespace

TEST_CASE("keys reach the trainer once, however long they are held") {
  const auto window = OpenOffscreen();
  const GuideView view = vr::testing::RunningView(vr::Mode::kHeadset);
  (void)window->Poll(view, 0);
  PushKey(SDLK_ESCAPE);
  PushKey(SDLK_ESCAPE, true);
  PushKey(SDLK_ESCAPE, true);
  CHECK(Commands(window->Poll(view, 0)) == Only{vr::GuideCommand::kCalm});
  PushKey(SDLK_SPACE);
  PushKey(SDLK_r);
  CHECK(Commands(window->Poll(view, 0)) ==
        Only{vr::GuideCommand::kPause, vr::GuideCommand::kRecenter});
  PushKey(SDLK_h);  // the child's
  const GuideWindow::News news = window->Poll(view, 0);
  CHECK(news.requests.empty());
  CHECK(news.keys.size() == 1);
}

TEST_CASE("calm comes when the finger comes; other buttons when it is lifted where it came down") {
  const auto window = OpenOffscreen();
  const GuideView view = vr::testing::RunningView(vr::Mode::kHeadset);
  (void)window->Poll(view, 0);
  window->Draw(view);
  const vr::Box calm = HitOf(*window, "calm"), pause = HitOf(*window, "pause");
  REQUIRE(calm.w > 0);
  PushFinger(*window, SDL_FINGERDOWN, calm.x + 20, calm.y + 20);
  CHECK(Commands(window->Poll(view, 0)) == Only{vr::GuideCommand::kCalm});
  PushFinger(*window, SDL_FINGERUP, calm.x + 20, calm.y + 20);
  CHECK(window->Poll(view, 0).requests.empty());
  PushFinger(*window, SDL_FINGERDOWN, pause.x + 20, pause.y + 20);
  CHECK(window->Poll(view, 0).requests.empty());
  PushFinger(*window, SDL_FINGERUP, pause.x + 30, pause.y + 30);
  CHECK(Commands(window->Poll(view, 0)) == Only{vr::GuideCommand::kPause});
  PushFinger(*window, SDL_FINGERDOWN, pause.x + 20, pause.y + 20);
  PushFinger(*window, SDL_FINGERUP, pause.x + 20, pause.y - 200);  // slid off
  const GuideWindow::News news = window->Poll(view, 0);
  CHECK(news.requests.empty());
  CHECK(news.pointers.empty());
}

TEST_CASE("a still window is not drawn again, and the scene's fingers are the child's") {
  const auto window = OpenOffscreen();
  const GuideView view = vr::testing::RunningView(vr::Mode::kTogether);
  (void)window->Poll(view, 0);
  window->Draw(view);
  window->Draw(view);
  const long shown = window->FramesShown();
  window->Draw(view);
  CHECK(window->FramesShown() == shown);
  const vr::Box scene = window->ScenePixels(view);
  REQUIRE(scene.w > 0);
  PushFinger(*window, SDL_FINGERDOWN, scene.x + scene.w / 2, scene.y + scene.h / 2);
  PushFinger(*window, SDL_FINGERUP, scene.x + scene.w / 2, scene.y + scene.h / 2);
  const GuideWindow::News news = window->Poll(view, 0);
  CHECK(news.requests.empty());
  const auto finger = [](const auto& pointer) { return pointer.finger != vr::kMouseFinger; };
  CHECK(std::count_if(news.pointers.begin(), news.pointers.end(), finger) ==
        2);  // a mouse may rest
}

TEST_CASE("the scene can have a window of its own, whose fingers are told apart") {
  const auto window = OpenOffscreen();
  const GuideView view = vr::testing::RunningView(vr::Mode::kTogether);
  const vr::Box inside = window->ScenePixels(view);
  REQUIRE(window->OpenSceneWindow(true));
  const vr::Box own = window->ScenePixels(view);
  CHECK(own.x == 0);
  CHECK(own.w > inside.w);
  window->Draw(view, [](vr::GuidePaint& paint, vr::Box box) {
    paint.Press("child", box.Inset(200, 200), "A", {}, std::nullopt);
  });
  CHECK(HitOf(*window, "calm").w > 0);  // the panel stays with the guide
  CHECK(HitOf(*window, "child").w == 0);
  window->CloseSceneWindow();
  window->Draw(view);
  CHECK(window->ScenePixels(view).w == inside.w);
}
