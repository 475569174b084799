// SPDX-License-Identifier: MIT
#pragma once

#include <SDL2/SDL.h>
#include <dlfcn.h>
#include <epoxy/gl.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <string>

#include "tests/support/catch.h"
#include "tests/xr/fake_runtime.h"
#include "vr/xr/headset.h"

namespace {

using namespace std::chrono_literals;

/// A hidden window's context, current on this thread.
struct Context {
  SDL_Window* window = nullptr;
  SDL_GLContext context = nullptr;
  Context() {
    SDL_SetHint(SDL_HINT_VIDEODRIVER, "offscreen");
    REQUIRE(SDL_Init(SDL_INIT_VIDEO) == 0);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 4);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 5);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_CORE);
    window = SDL_CreateWindow("", 0, 0, 16, 16, SDL_WINDOW_OPENGL | SDL_WINDOW_HIDDEN);
    REQUIRE(window);
    context = SDL_GL_CreateContext(window);
    REQUIRE(context);
  }
  ~Context() {
    SDL_GL_DeleteContext(context);
    SDL_DestroyWindow(window);
    SDL_Quit();
  }
};

/// A Headset on the fake runtime, on a clock of the test's own: 20 ms a turn.
struct Held {
  std::filesystem::path file =
      std::filesystem::temp_directory_path() /
      ("maplebridge-fake-" + std::to_string(static_cast<long>(getpid())) + ".json");
  Context context;
  void* library = nullptr;
  fake::Runtime* fake = nullptr;
  std::unique_ptr<vr::xr::Headset> headset;
  vr::xr::Headset::Clock::time_point now{1h};
  vr::TrainerInput input;
  int drawn_eyes = 0, drawn_texts = 0;
  bool recentered = false, flowed = false;
  vr::xr::EyeTarget eye;
  vr::xr::TextQuad quad{{}, {0.4F, 0.2F}, 0, 0, 256, 128};
  vr::xr::Picture picture;

  Held() {
    std::ofstream(file) << R"({"file_format_version":"1.0.0","runtime":{"library_path":")"
                        << FAKE_RUNTIME << "\"}}";
    setenv("XR_RUNTIME_JSON", file.c_str(), 1);
    library = dlopen(FAKE_RUNTIME, RTLD_NOW);
    REQUIRE(library);
    fake = reinterpret_cast<fake::GetRuntime>(dlsym(library, "fake_runtime"))();
    picture.draw_eye = [this](const vr::xr::EyeTarget& target) {
      ++drawn_eyes;
      eye = target;
    };
    picture.draw_text = [this](unsigned) { ++drawn_texts; };
    picture.quads = {&quad, 1};
    headset = std::make_unique<vr::xr::Headset>();
  }
  ~Held() {
    headset.reset();
    CHECK(fake->instances == 0);
    CHECK(fake->sessions == 0);
    CHECK(fake->wrong == std::vector<std::string>{});
    dlclose(library);
    std::filesystem::remove(file);
  }

  void Turn() {
    now += 20ms;
    headset->Poll(now);
    flowed = recentered = false;
    if (!headset->IsRunning()) return;
    if (const auto frame = headset->Wait()) {
      flowed = true;
      recentered = frame->recentered;
      input = frame->input;
      headset->Show(*frame, picture);
    }
  }
  /// Until `done`, at most `within` on the test's clock.
  bool Until(const std::function<bool()>& done, std::chrono::milliseconds within = 5s) {
    for (const auto end = now + within; now < end;) {
      Turn();
      if (done()) return true;
    }
    return false;
  }
  /// Until `count` more frames were shown with a picture.
  bool Flows(int count = 3) {
    const int before = fake->layered;
    return Until([&] { return fake->layered >= before + count; });
  }
  [[nodiscard]] const vr::xr::HeadsetStatus& Status() const { return headset->Status(); }
};

}  // namespace
