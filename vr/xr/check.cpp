// SPDX-License-Identifier: MIT
#include "vr/xr/check.h"

#include <cstdlib>

#include "vr/xr/actions.h"
#include "vr/xr/instance.h"
#include "vr/xr/trouble.h"

namespace vr::xr {
namespace {

struct Printer {
  content::Language language;
  std::string out;

  [[nodiscard]] std::string Say(const content::Text& text) const {
    return language == content::Language::kEnglish ? text.en : text.zh;
  }
  void Line(const content::Text& name, const std::string& value) {
    out += Say(name) + Say({"：", ": "}) + value + "\n";
  }
  void YesNo(const content::Text& name, bool yes) {
    Line(name, Say(yes ? content::Text{"有", "yes"} : content::Text{"无", "no"}));
  }
  void Trouble(Reason reason, const std::string& where) {
    out += content::Describe(Tell(reason, where), language) + "\n";
  }
};

void PrintSystem(const Instance& instance, const System& system, Printer& p) {
  const Extensions& has = instance.extensions;
  p.Line({"头显", "Headset"}, system.name);
  p.Line({"每眼像素", "Pixels an eye"},
         std::to_string(system.eye_width) + " x " + std::to_string(system.eye_height));
  p.Line({"画面上限", "Largest picture"},
         std::to_string(system.max_width) + " x " + std::to_string(system.max_height));
  p.Line({"图层上限", "Most layers"}, std::to_string(system.max_layers));
  p.YesNo({"位置跟踪", "Tracks position"}, system.tracks_position);
  p.YesNo({"徒手跟踪", "Tracks bare hands"}, has.hand_tracking && system.tracks_hands);
  p.YesNo({"眼动跟踪", "Tracks eyes"}, has.eye_gaze && system.tracks_eyes);
  p.YesNo({"知道是否戴着", "Knows whether it is worn"}, system.tells_presence);
  p.YesNo({"坐姿地面（LOCAL_FLOOR）", "Floor under the seat (LOCAL_FLOOR)"}, has.local_floor);
  p.YesNo({"遮罩", "Visibility mask"}, has.visibility_mask);
  p.YesNo({"深度层", "Depth layer"}, has.depth);
  p.Line({"画面接口", "Picture goes through"},
         has.egl ? "EGL (XR_MNDX_egl_enable)" : "Xlib/GLX (XR_KHR_opengl_enable)");
}

void PrintProfiles(const Instance& instance, const System& system, Printer& p) {
  const auto actions = MakeActions(instance, system);
  if (!actions) {
    p.Trouble(Reason::kUnusable, Describe(actions.error()));
    return;
  }
  p.Line({"认得的手柄", "Controllers it takes"}, "");
  for (const std::string& profile : actions->profiles) p.out += "  " + profile + "\n";
  p.out += p.Say({"  （都没有也行：只用目光就能完成全部内容。）\n",
                  "  (None is needed: gaze alone finishes everything.)\n"});
}

}  // namespace

Check CheckHeadset(content::Language language) {
  setenv("XR_LOADER_DEBUG", "none", /*overwrite=*/0);
  Printer p{language, {}};
  const char* variable = std::getenv("XR_RUNTIME_JSON");
  if (variable) p.out += "XR_RUNTIME_JSON=" + std::string(variable) + "\n";
  const auto instance = MakeInstance(Drawing::kNone);
  if (!instance) {
    if (const auto wrong = FindWrongVariable(variable)) {
      p.Trouble(Reason::kWrongVariable, wrong->file.string() + ": " + p.Say(wrong->wrong));
    } else {
      p.Trouble(ReasonOf(instance.error()), Describe(instance.error()));
    }
    return {false, std::move(p.out)};
  }
  p.Line({"运行时", "Runtime"}, instance->runtime);
  p.Line({"扩展", "Extensions"}, std::to_string(instance->offered.size()));
  for (const std::string& name : instance->offered) p.out += "  " + name + "\n";
  const auto system = FindSystem(*instance);
  if (!system) {
    p.Trouble(ReasonOf(system.error()), Describe(system.error()));
    return {false, std::move(p.out)};
  }
  PrintSystem(*instance, *system, p);
  PrintProfiles(*instance, *system, p);
  const bool usable = instance->extensions.opengl ||
                      FindExtensions(instance->offered).opengl;  // kNone switches it off
  if (!usable) p.Trouble(Reason::kUnusable, "XR_KHR_opengl_enable");
  p.out += usable ? p.Say({"可以使用。\n", "It can be used.\n"}) : "";
  return {usable, std::move(p.out)};
}

}  // namespace vr::xr
