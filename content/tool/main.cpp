// SPDX-License-Identifier: MIT
// maplebridge-pack: makes, proves and installs content packs. See content/FORMAT.md.

#include <exception>
#include <iostream>

#include "content/tool/commands.h"

int main(int argc, char** argv) {
  try {
    CLI::App app{
        "Content packs: check, build, sign, prove, install. "
        "内容包：检查、生成、签名、验证、安装。"};
    app.set_version_flag("--version", MAPLEBRIDGE_VERSION);
    app.require_subcommand(1);
    std::string language;
    app.add_option("--lang", language, "Language of messages 提示语言: zh, en")
        ->check(CLI::IsMember({"zh", "en"}));
    tool::Work work;
    tool::AddSourceCommands(app, work);
    tool::AddPackCommands(app, work);
    tool::AddStoreCommands(app, work);
    for (CLI::App* command : app.get_subcommands({})) command->fallthrough();
    try {
      app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
      return app.exit(error) == 0 ? tool::kFine : tool::kUsageWrong;
    }
    return work(tool::Console(tool::ChooseLanguage(language)));
  } catch (const std::exception& error) {
    std::cerr << "maplebridge-pack: " << error.what() << '\n';
    return tool::kUsageWrong;
  }
}
