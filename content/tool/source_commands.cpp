// SPDX-License-Identifier: MIT
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "content/pack.h"
#include "content/reader.h"
#include "content/tool/build.h"
#include "content/tool/commands.h"
#include "content/tool/source.h"
#include "content/tool/templates.h"

namespace tool {
namespace {

namespace fs = std::filesystem;
using content::Error;
using content::Text;

struct SourceOptions {
  std::string folder;
  std::string font;
  bool no_font = false;
  std::string out;
  std::string id;
  std::string kiosk;
  std::vector<std::string> rest;
};

/// Loads the folder and reports what is wrong; the code is kFine when nothing is.
std::pair<CheckedSource, int> Load(const SourceOptions& options, const Console& console) {
  if (!fs::exists(fs::path(options.folder) / "pack.yaml")) {
    console.Complain(Error{"source.missing",
                           {"文件夹里没有pack.yaml", "the folder holds no pack.yaml"},
                           options.folder,
                           {"给出内容包的文件夹，或先运行maplebridge-pack new",
                            "name a pack's folder, or begin with maplebridge-pack new"}});
    return {CheckedSource{}, kUsageWrong};
  }
  std::optional<Glyphs> glyphs;
  if (!options.no_font) {
    auto open = Glyphs::Open(options.font);
    if (!open) {
      console.Complain(open.error());
      return {CheckedSource{}, kUsageWrong};
    }
    glyphs.emplace(std::move(*open));
  }
  CheckedSource checked = LoadSource(options.folder, glyphs ? &*glyphs : nullptr);
  const int code = console.Report(checked.problems);
  return {std::move(checked), code};
}

int RunBuild(const SourceOptions& options, const Console& console) {
  const auto [checked, code] = Load(options, console);
  if (code != kFine) return code;
  fs::path file = options.out.empty() ? fs::path(".") : fs::path(options.out);
  if (fs::is_directory(file)) file /= PackFileName(checked.source.manifest);
  if (auto built = BuildPack(checked.source, file); !built) return console.Fail(built.error());
  console.Say(
      {"已生成" + file.string() + "（未签名）", "built " + file.string() + " (not signed)"});
  return kFine;
}

int RunNew(const SourceOptions& options, const Console& console) {
  const fs::path folder = options.folder;
  const std::string id =
      options.id.empty() ? fs::absolute(folder).lexically_normal().filename().string() : options.id;
  if (!content::IsId(id)) {
    return console.Fail(
        Error{"id.malformed",
              {"“" + id + "”不能作包的标识", "\"" + id + "\" cannot be a pack's id"},
              "",
              {"用--id给出小写英文标识", "give one in lower-case letters with --id"}});
  }
  std::error_code failed;
  for (const TemplateFile& file : MakeTemplate(id)) {
    const fs::path path = folder / file.path;
    fs::create_directories(path.parent_path(), failed);
    if (auto written = WriteNewFile(path.string(), file.text, false); !written) {
      return console.Fail(written.error());
    }
  }
  fs::create_directories(folder / "media", failed);
  console.Say({"已建好" + folder.string() + "，用check检查",
               "made " + folder.string() + "; try check on it"});
  return kFine;
}

/// The kiosk beside this program, in the build tree or installed.
std::string FindKiosk() {
  std::error_code failed;
  const fs::path self = fs::read_symlink("/proc/self/exe", failed).parent_path();
  for (const char* place : {"maplebridge-kiosk", "../kiosk/maplebridge-kiosk"}) {
    if (fs::exists(self / place)) return (self / place).string();
  }
  return "maplebridge-kiosk";
}

int RunPreview(const SourceOptions& options, const Console& console) {
  const auto [checked, code] = Load(options, console);
  if (code != kFine) return code;
  const fs::path file = fs::temp_directory_path() / ("preview-" + std::to_string(::getpid()) + "-" +
                                                     PackFileName(checked.source.manifest));
  if (auto built = BuildPack(checked.source, file); !built) return console.Fail(built.error());
  std::vector<std::string> words = {options.kiosk.empty() ? FindKiosk() : options.kiosk,
                                    "--unsigned", file.string()};
  words.insert(words.end(), options.rest.begin(), options.rest.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  ::execvp(argv[0], argv.data());
  const std::string reason = std::strerror(errno);
  fs::remove(file);
  console.Complain(Error{"preview.kiosk",
                         {"启动不了终端程序：" + reason, "the kiosk cannot be started: " + reason},
                         words[0],
                         {"用--kiosk给出程序路径", "name the program with --kiosk"}});
  return kUsageWrong;
}

}  // namespace

content::Result<void> WriteNewFile(const std::string& path, const std::string& text, bool secret) {
  const int file =
      ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, secret ? 0600 : 0666);
  const auto fail = [&path](const char* code, Text message, Text remedy) {
    return tl::unexpected(Error{code, std::move(message), path, std::move(remedy)});
  };
  if (file < 0 && errno == EEXIST) {
    return fail("file.exists", {"文件已存在", "the file exists"},
                {"换个名字，或先移走它", "choose another name or move it away"});
  }
  const bool written =
      file >= 0 && ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  if (file >= 0) ::close(file);
  if (!written) {
    return fail("file.unwritable", {"写不了文件", "the file cannot be written"},
                {"检查路径、权限和磁盘空间", "look at the path, the permissions and the space"});
  }
  return {};
}

void AddSourceCommands(CLI::App& app, Work& work) {
  const auto options = std::make_shared<SourceOptions>();
  const auto add = [&app, options](const char* name, const char* text) {
    CLI::App* command = app.add_subcommand(name, text);
    command->add_option("folder", options->folder, "The pack's source folder 源文件夹")->required();
    return command;
  };
  const auto add_font = [options](CLI::App* command) {
    command->add_option("--font", options->font, "Font that must hold every character 字体文件");
    command->add_flag("--no-font", options->no_font,
                      "Do not look for characters in a font 不查字体");
  };
  CLI::App* make = add("new", "Begin a pack 新建");
  make->add_option("--id", options->id, "The pack's id 包的标识");
  make->callback([options, &work] {
    work = [options](const Console& console) { return RunNew(*options, console); };
  });
  CLI::App* check = add("check", "Find mistakes in a source folder 检查");
  add_font(check);
  check->callback([options, &work] {
    work = [options](const Console& console) { return Load(*options, console).second; };
  });
  CLI::App* build = add("build", "Build an unsigned pack 生成");
  add_font(build);
  build->add_option("-o,--out", options->out, "File or folder to write to 输出");
  build->callback([options, &work] {
    work = [options](const Console& console) { return RunBuild(*options, console); };
  });
  CLI::App* preview = add("preview", "Build and show on the kiosk, unsigned 预览");
  add_font(preview);
  preview->add_option("--kiosk", options->kiosk, "The kiosk program 终端程序");
  preview->add_option("--args", options->rest, "What else to tell the kiosk 其他参数")
      ->expected(-1)
      ->allow_extra_args();
  preview->callback([options, &work] {
    work = [options](const Console& console) { return RunPreview(*options, console); };
  });
}

}  // namespace tool
