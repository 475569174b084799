// SPDX-License-Identifier: MIT
#include <memory>
#include <string>
#include <vector>

#include "content/pack_store.h"
#include "content/tool/commands.h"
#include "content/tool/trust.h"

namespace tool {
namespace {

struct StoreOptions {
  std::string store;
  std::string file;  ///< A pack, or for rollback a pack's id.
  std::vector<std::string> keys;
};

int RunInstall(const StoreOptions& options, const Console& console) {
  const auto keys = LoadKeys(options.keys);
  if (!keys) return console.Fail(keys.error());
  auto store = content::PackStore::Open(options.store);
  if (!store) return console.Fail(store.error());
  const auto go_on = [](std::uint64_t, std::uint64_t) { return true; };
  const auto pack = store->Install(options.file, *keys, go_on);
  if (!pack) return console.Fail(pack.error());
  const std::string name = pack->manifest.id + " " + content::FormatVersion(pack->manifest.version);
  console.Say({"已装好并启用" + name, "installed and activated " + name});
  return kFine;
}

int RunList(const StoreOptions& options, const Console& console) {
  auto store = content::PackStore::Open(options.store);
  if (!store) return console.Fail(store.error());
  for (const content::PackStore::Listing& listing : store->List()) {
    std::string line = listing.id;
    for (const content::Version& version : listing.versions) {
      line += "  " + content::FormatVersion(version);
      if (listing.active == version) line += "*";
    }
    console.Say({line, line});
  }
  return kFine;
}

int RunRollback(const StoreOptions& options, const Console& console) {
  auto store = content::PackStore::Open(options.store);
  if (!store) return console.Fail(store.error());
  const auto version = store->Rollback(options.file);
  if (!version) return console.Fail(version.error());
  const std::string name = options.file + " " + content::FormatVersion(*version);
  console.Say({"已回到" + name, "back to " + name});
  return kFine;
}

}  // namespace

void AddStoreCommands(CLI::App& app, Work& work) {
  const auto options = std::make_shared<StoreOptions>();
  const auto add = [&app, &work, options](const char* name, const char* text, auto run) {
    CLI::App* command = app.add_subcommand(name, text);
    command->add_option("--store", options->store, "The device's folder of packs 设备的包文件夹")
        ->required();
    command->callback([options, &work, run] {
      work = [options, run](const Console& console) { return run(*options, console); };
    });
    return command;
  };
  CLI::App* install = add("install", "Prove a pack and make it active 安装", RunInstall);
  install->add_option("pack", options->file, "The pack 包文件")->required();
  install->add_option("--keys", options->keys, "Public key or folder of them 公钥或公钥文件夹")
      ->required();
  add("list", "List versions; * is the active one 列出", RunList);
  CLI::App* rollback = add("rollback", "Make the previous version active again 回退", RunRollback);
  rollback->add_option("id", options->file, "The pack's id 包的标识")->required();
}

}  // namespace tool
