// SPDX-License-Identifier: MIT
// What a frame of the headset costs our own code: the river played to its end by a scripted child
// at 90 frames a second, drawn for both eyes, with every call of OpenGL in a frame answered by
// nothing, so that neither driver nor graphics card is in it. Prints JSON: milliseconds of
// processor time.
//   rules  Step: the run       scene  BuildScene
//   texts  TextLayer::Take     draw   Renderer::Draw, twice
#include <epoxy/gl.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <utility>
#include <vector>

#include "tests/bench/whole_river.h"
#include "vr/render/offscreen.h"
#include "vr/render/renderer.h"
#include "vr/text_layer.h"

namespace {

constexpr int kSide = 256;
constexpr float kHalfEyes = 0.032F;

template <typename Result, typename... Arguments>
void Silence(Result (*&call)(Arguments...)) {
  call = [](Arguments...) -> Result { return Result(); };
}

/// All that Renderer::Draw and TextLayer::Take call but making and deleting names.
void SilenceDriver() {
  Silence(glActiveTexture), Silence(glBindBuffer), Silence(glBindBufferBase);
  Silence(glBindFramebuffer), Silence(glBindRenderbuffer), Silence(glBindTexture);
  Silence(glBindVertexArray), Silence(glBlendFunc), Silence(glBlitFramebuffer);
  Silence(glBufferData), Silence(glBufferSubData), Silence(glClear), Silence(glClearColor);
  Silence(glColorMask), Silence(glDepthFunc), Silence(glDepthMask), Silence(glDisable);
  Silence(glDrawArrays), Silence(glDrawArraysInstanced), Silence(glDrawElements), Silence(glEnable);
  Silence(glEnableVertexAttribArray), Silence(glFramebufferTexture2D), Silence(glGenerateMipmap);
  Silence(glPixelStorei), Silence(glPolygonOffset), Silence(glScissor), Silence(glTexParameteri);
  Silence(glTexStorage2D), Silence(glTexSubImage2D), Silence(glUniform1f), Silence(glUniform2f);
  Silence(glUniform3fv), Silence(glUniform4f), Silence(glUniform4fv), Silence(glUniformMatrix4fv);
  Silence(glUseProgram), Silence(glVertexAttribDivisor), Silence(glVertexAttribIPointer);
  Silence(glVertexAttribPointer), Silence(glViewport);
}

double CpuMs() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
}

struct Cost {
  double rules = 0, scene = 0, texts = 0, draw = 0;
  int calls = 0, triangles = 0;
};

class Bench {
 public:
  explicit Bench(vr::Renderer& renderer, vr::TextLayer& texts)
      : renderer_(renderer), texts_(texts) {}

  void Draw(const vr::Scene& scene, Cost& cost) {
    double begun = CpuMs();
    static_cast<void>(texts_.Take(scene, content::Language::kChinese, renderer_));
    cost.texts = CpuMs() - begun;
    begun = CpuMs();
    for (const float side : {-kHalfEyes, kHalfEyes}) {
      vr::Eye eye;
      eye.projection = vr::Projection(-1, 1, -1, 1, 0.05F, 900);
      eye.world_from_eye = {scene.eye + scene.look * glm::vec3(side, 0, 0), scene.look};
      eye.viewport = {0, 0, kSide, kSide};
      eye.panels = false;
      renderer_.Draw(scene, eye, content::Language::kChinese);
    }
    cost.draw = CpuMs() - begun;
    cost.calls = renderer_.Counts().calls;
    cost.triangles = renderer_.Counts().triangles;
  }

 private:
  vr::Renderer& renderer_;
  vr::TextLayer& texts_;
};

void Print(const char* name, std::vector<double> ms) {
  const Quantiles of = QuantilesOf(std::move(ms));
  std::printf("\"%s\": {\"p50\": %.4f, \"p99\": %.4f, \"max\": %.4f},\n", name, of.p50, of.p99,
              of.max);
}

void PrintAll(const std::vector<Cost>& costs) {
  struct Pass {
    const char* name;
    double Cost::*ms;
  };
  constexpr std::array kPasses{Pass{"rules", &Cost::rules}, Pass{"scene", &Cost::scene},
                               Pass{"texts", &Cost::texts}, Pass{"draw", &Cost::draw}};
  std::printf("{");
  std::vector<double> all(costs.size());
  int calls = 0, triangles = 0;
  for (const Pass& pass : kPasses) {
    std::vector<double> ms;
    for (std::size_t i = 0; i < costs.size(); ++i) {
      ms.push_back(costs[i].*pass.ms);
      all[i] += ms.back();
    }
    Print(pass.name, std::move(ms));
  }
  Print("all", std::move(all));
  for (const Cost& cost : costs) {
    calls = std::max(calls, cost.calls);
    triangles = std::max(triangles, cost.triangles);
  }
  std::printf("\"frames\": %zu, \"most_calls\": %d, \"most_triangles\": %d}\n", costs.size(), calls,
              triangles);
}

}  // namespace

int main() {
  auto offscreen = vr::Offscreen::Open();
  if (!offscreen) return 1;
  auto renderer = vr::Renderer::Make(ASSETS, 0);
  auto texts = vr::TextLayer::Make(ASSETS);
  if (!renderer || !texts) return 1;
  (*renderer)->Load(testing::ShippedScenario("river"));
  Bench bench(**renderer, **texts);
  std::vector<Cost> costs;
  const bool ended = PlayWholeRiver(
      [&](const content::Scenario& scenario, const auto& input, vr::Run& run, vr::Scene& scene) {
        if (costs.empty()) {
          Cost first;
          bench.Draw(scene, first);  // with the driver, which makes what is kept
          SilenceDriver();
        }
        Cost cost;
        double begun = CpuMs();
        static_cast<void>(vr::Step(scenario, input, run));
        cost.rules = CpuMs() - begun;
        begun = CpuMs();
        scene = vr::BuildScene(scenario, run);
        cost.scene = CpuMs() - begun;
        bench.Draw(scene, cost);
        costs.push_back(cost);
      });
  if (!ended) return 1;
  PrintAll(costs);
  std::fflush(stdout);
  std::_Exit(0);  // names were made without a driver; nothing is to be given back to it
}
