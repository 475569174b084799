// SPDX-License-Identifier: MIT
// vr-pictures: draws scenes made by hand to files, without a display.
#include <CLI/CLI.hpp>
#include <chrono>
#include <ctime>
#include <iostream>

#include "vr/render/gl.h"
#include "vr/render/offscreen.h"
#include "vr/render/rehearsal.h"

namespace {

int Fail(const content::Error& error) {
  std::cerr << content::Describe(error, content::Language::kEnglish) << '\n';
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  std::filesystem::path folder = ".", assets = MAPLEBRIDGE_ASSETS;
  std::vector<std::string> names;
  std::string language = "zh", kind = "png";
  int size = 640, height = 0, samples = 4, quality = 0, frames = 0;
  CLI::App app("Draws the trainer's scenes to pictures / 把训练场景画成图片");
  app.add_option("names", names, "scenes; none for all");
  app.add_option("--to", folder, "folder for the pictures");
  app.add_option("--assets", assets, "folder that holds shaders/");
  app.add_option("--size", size, "width in pixels")->check(CLI::Range(16, 4096));
  app.add_option("--height", height, "height in pixels, as the width if absent");
  app.add_option("--samples", samples, "samples a pixel");
  app.add_option("--quality", quality, "0 to 4, as Renderer::SetQuality");
  app.add_option("--language", language, "zh or en")->check(CLI::IsMember({"zh", "en"}));
  app.add_option("--kind", kind, "png or jpg")->check(CLI::IsMember({"png", "jpg"}));
  app.add_option("--time", frames, "draw so many frames more and tell how long each took");
  CLI11_PARSE(app, argc, argv);

  const auto screen = vr::Offscreen::Open();
  if (!screen) return Fail(screen.error());
  const auto renderer = vr::Renderer::Make(assets, samples);
  if (!renderer) return Fail(renderer.error());
  (*renderer)->SetQuality(quality);
  if (names.empty()) {
    for (const std::string_view name : vr::RehearsalNames()) names.emplace_back(name);
  }
  const auto text = language == "zh" ? content::Language::kChinese : content::Language::kEnglish;
  if (height == 0) height = size;
  for (const std::string& name : names) {
    vr::Rehearsal made = vr::Rehearse(name);
    made.eye.projection[0][0] *= static_cast<float>(height) / static_cast<float>(size);
    (*renderer)->Load(made.scenario);
    const vr::Picture picture =
        (*screen)->Take(**renderer, made.scene, made.eye, text, size, height);
    if (auto saved = vr::SavePicture(picture, folder / (name + "." + kind)); !saved)
      return Fail(saved.error());
    const vr::DrawCounts counts = (*renderer)->Counts();
    std::cout << name << ": " << counts.calls << " calls, " << counts.triangles << " triangles";
    if (frames > 0) {
      const auto begin = std::chrono::steady_clock::now();
      const std::clock_t cpu = std::clock();
      for (int i = 0; i < frames; ++i) {
        made.scene.seconds += 0.05;
        (void)(*screen)->Take(**renderer, made.scene, made.eye, text, size, height);
      }
      const std::chrono::duration<double, std::milli> took =
          std::chrono::steady_clock::now() - begin;
      std::cout << ", " << took.count() / frames << " ms a frame, "
                << 1000.0 * static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC / frames
                << " ms of processor";
    }
    std::cout << '\n';
    for (const std::string& error : vr::gl::TakeErrors()) std::cout << "  " << error << '\n';
  }
  return 0;
}
