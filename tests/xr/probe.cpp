// SPDX-License-Identifier: MIT
//
// Holds a headset as the trainer does, without scenario or window: clears each eye to a colour, and
// tells on standard output, one line of JSON each time that something changed. Tests drive it.
#include <SDL2/SDL.h>
#include <epoxy/gl.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>

#include "vr/xr/headset.h"

namespace {

using Clock = std::chrono::steady_clock;

struct Told {
  std::string line;
  Clock::time_point begun = Clock::now();

  void Tell(const vr::xr::Headset& headset, const vr::TrainerInput& input, bool recentered) {
    const vr::xr::HeadsetStatus& status = headset.Status();
    const vr::xr::Session* session = headset.Current();
    std::string now =
        "\"missing\":" +
        (status.missing ? std::to_string(static_cast<int>(*status.missing)) : std::string("null"));
    const auto add = [&](const char* name, const std::string& value) {
      now += std::string(",\"") + name + "\":" + value;
    };
    const auto yes = [](bool value) { return std::string(value ? "true" : "false"); };
    add("sessions", std::to_string(status.sessions));
    add("running", yes(headset.IsRunning()));
    add("worn", yes(status.worn));
    add("focused", yes(input.focused));
    add("head", yes(input.head_tracked));
    add("left", yes(input.hands[0].tracked));
    add("right", yes(input.hands[1].tracked));
    add("select", yes(input.hands[0].select || input.hands[1].select));
    add("base", session ? std::to_string(session->BaseType()) : "0");
    add("recentered", yes(recentered));
    add("flows", yes(flows));
    if (now == line) return;
    line = now;
    const double seconds = std::chrono::duration<double>(Clock::now() - begun).count();
    std::printf("{\"t\":%.3f,%s,\"frames\":%lld,\"where\":\"%s\"}\n", seconds, now.c_str(),
                static_cast<long long>(status.counts.frames), status.where.c_str());
    std::fflush(stdout);
  }
  bool flows = false;  ///< A frame came in this turn.
};

struct Painter {
  GLuint framebuffer = 0;
  void Clear(unsigned colour, unsigned depth, float blue) {
    if (framebuffer == 0) glGenFramebuffers(1, &framebuffer);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, colour, 0);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_TEXTURE_2D, depth, 0);
    glClearColor(0.05F, 0.2F, blue, 1);
    glClearDepth(0.9);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
  }
};

/// Until `seconds` have passed, or `frames` were drawn.
void Hold(double seconds, long long frames) {
  vr::xr::Headset headset;
  Told told;
  Painter painter;
  const vr::xr::TextQuad quad{{{0, 1.5F, -1}, {1, 0, 0, 0}}, {0.4F, 0.2F}, 0, 0, 256, 128};
  vr::xr::Picture picture;
  picture.draw_eye = [&](const vr::xr::EyeTarget& eye) {
    painter.Clear(eye.colour, eye.depth, eye.eye == 0 ? 0.2F : 0.5F);
  };
  picture.draw_text = [&](unsigned texture) { painter.Clear(texture, 0, 1); };
  picture.quads = {&quad, 1};
  const auto until = told.begun + std::chrono::duration<double>(seconds);
  while (Clock::now() < until && headset.Status().counts.drawn < frames) {
    headset.Poll(Clock::now());
    std::optional<vr::xr::Frame> frame;
    if (headset.IsRunning()) frame = headset.Wait();
    if (frame) headset.Show(*frame, picture);
    if (!frame) std::this_thread::sleep_for(std::chrono::milliseconds(2));
    told.flows = frame.has_value();
    told.Tell(headset, frame ? frame->input : vr::TrainerInput{}, frame && frame->recentered);
  }
  headset.Poll(Clock::now());
  const vr::xr::FrameCounts& counts = headset.Status().counts;
  std::printf(
      "{\"ended\":true,\"sessions\":%d,\"frames\":%lld,\"drawn\":%lld,\"skipped\":%lld,"
      "\"discarded\":%lld}\n",
      headset.Status().sessions, static_cast<long long>(counts.frames),
      static_cast<long long>(counts.drawn), static_cast<long long>(counts.skipped),
      static_cast<long long>(counts.discarded));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "probe SECONDS FRAMES\n");
    return 2;
  }
  SDL_SetHint(SDL_HINT_VIDEO_X11_FORCE_EGL, std::getenv("PROBE_GLX") ? "0" : "1");
  if (SDL_Init(SDL_INIT_VIDEO) != 0) {
    std::fprintf(stderr, "SDL: %s\n", SDL_GetError());
    return 1;
  }
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 4);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 5);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_CORE);
  SDL_Window* window =
      SDL_CreateWindow("probe", 0, 0, 64, 64, SDL_WINDOW_OPENGL | SDL_WINDOW_HIDDEN);
  const SDL_GLContext context = window ? SDL_GL_CreateContext(window) : nullptr;
  if (!context) {
    std::fprintf(stderr, "OpenGL: %s\n", SDL_GetError());
    return 1;
  }
  Hold(std::strtod(argv[1], nullptr), std::strtoll(argv[2], nullptr, 10));
  SDL_GL_DeleteContext(context);
  SDL_DestroyWindow(window);
  SDL_Quit();
  return 0;
}
