// SPDX-License-Identifier: MIT
#include "vr/xr/trouble.h"

#include <fstream>
#include <nlohmann/json.hpp>

namespace vr::xr {

content::Error Tell(Reason reason, std::string where) {
  switch (reason) {
    case Reason::kNoRuntime:
      return {"headset.no-runtime",
              {"没有运行中的头显软件（OpenXR运行时）",
               "No headset software (OpenXR runtime) is running"},
              std::move(where),
              {"请启动头显的软件（如SteamVR、Monado），并在其中设为默认的OpenXR运行时。"
               "现在可以先用屏幕一起练。",
               "Start the headset's software (such as SteamVR or Monado) and make it the active "
               "OpenXR runtime. Until then, practise together on the screen."}};
    case Reason::kNoHeadset:
      return {"headset.none",
              {"头显软件在运行，但没有连接头显",
               "The headset's software runs, but no headset "
               "is connected"},
              std::move(where),
              {"请接好头显的数据线或无线连接，打开电源。现在可以先用屏幕一起练。",
               "Plug the headset in, or connect it, and switch it on. Until then, practise "
               "together on the screen."}};
    case Reason::kAsleep:
      return {"headset.asleep",
              {"头显已连接，但在休眠", "The headset is connected, but asleep"},
              std::move(where),
              {"请戴上头显，或按一下它的电源键；戴上后自动开始。",
               "Put it on, or press its power button; it starts by itself then."}};
    case Reason::kWrongVariable:
      return {"headset.wrong-variable",
              {"环境变量XR_RUNTIME_JSON指向的文件不能用",
               "The environment variable XR_RUNTIME_JSON points to a file that cannot be used"},
              std::move(where),
              {"请去掉这个环境变量，或改为头显软件的OpenXR文件，再重新启动本程序。",
               "Unset the variable, or let it name the headset software's OpenXR file, and start "
               "this program again."}};
    case Reason::kUnusable:
      break;
  }
  return {"headset.unusable",
          {"头显软件不接受本程序的画面",
           "The headset's software does not take this program's "
           "picture"},
          std::move(where),
          {"请更新头显软件和显卡驱动；现在可以先用屏幕一起练。",
           "Update the headset's software and the graphics driver. Until then, practise together "
           "on the screen."}};
}

std::optional<RuntimeFile> FindWrongVariable(const char* variable) {
  if (!variable || !*variable) return std::nullopt;
  const std::filesystem::path file = variable;
  std::error_code ignored;
  std::ifstream in(file);
  if (!in || std::filesystem::is_directory(file, ignored)) {
    return RuntimeFile{file, {"文件不存在或读不了", "no such file, or it cannot be read"}};
  }
  const auto json = nlohmann::json::parse(in, nullptr, /*allow_exceptions=*/false);
  const nlohmann::json::json_pointer place("/runtime/library_path");
  if (json.is_discarded() || !json.contains(place) || !json[place].is_string()) {
    return RuntimeFile{file, {"不是OpenXR运行时的文件", "not a file that names an OpenXR runtime"}};
  }
  const std::filesystem::path library = json[place].get<std::string>();
  // A bare name is looked up by the dynamic linker; a path is relative to the file.
  if (library.has_parent_path() &&
      !std::filesystem::exists(file.parent_path() / library, ignored)) {
    return RuntimeFile{file,
                       {"其中的运行时库不存在：" + library.string(),
                        "the runtime's library that it names is not there: " + library.string()}};
  }
  return std::nullopt;
}

Reason ReasonOf(const Fault& fault) {
  switch (fault.result) {
    case XR_ERROR_FORM_FACTOR_UNAVAILABLE:
    case XR_ERROR_FORM_FACTOR_UNSUPPORTED:
      return Reason::kNoHeadset;
    case XR_ERROR_RUNTIME_UNAVAILABLE:
    case XR_ERROR_INSTANCE_LOST:
    case XR_ERROR_RUNTIME_FAILURE:
    case XR_ERROR_FILE_ACCESS_ERROR:
    case XR_ERROR_FILE_CONTENTS_INVALID:
    case XR_ERROR_INITIALIZATION_FAILED:
      return Reason::kNoRuntime;
    default:
      return Reason::kUnusable;
  }
}

}  // namespace vr::xr
