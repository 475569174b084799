// SPDX-License-Identifier: MIT
#include <filesystem>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "content/archive.h"
#include "content/limits.h"
#include "content/pack.h"
#include "content/signature.h"
#include "content/tool/commands.h"
#include "content/tool/trust.h"

namespace tool {
namespace {

namespace fs = std::filesystem;
using content::Error;
using content::Result;
using content::Text;

struct PackOptions {
  std::string file;
  std::string key;
  std::string comment;
  std::string out;
  std::string password_file;
  std::vector<std::string> keys;
  bool unsigned_pack = false;
};

std::span<const std::uint8_t> AsBytes(const std::string& text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// The pack's entries with the signature in its place.
Result<std::vector<content::ArchiveInput>> AddSignature(const content::Archive& archive,
                                                        const std::string& manifest,
                                                        const std::string& signature) {
  std::vector<content::ArchiveInput> inputs;
  inputs.push_back({content::kManifestPath, manifest, {}});
  inputs.push_back({content::kSignaturePath, signature, {}});
  for (const content::Archive::Entry& entry : archive.Entries()) {
    if (entry.path == content::kManifestPath || entry.path == content::kSignaturePath) continue;
    auto bytes = archive.Read(entry.path, content::limits::kPackBytes);
    if (!bytes) return tl::unexpected(std::move(bytes.error()));
    inputs.push_back({entry.path, std::move(*bytes), {}});
  }
  return inputs;
}

Result<content::SecretKey> LoadSecretKey(const PackOptions& options) {
  auto text = ReadSmallFile(options.key);
  if (!text) return tl::unexpected(std::move(text.error()));
  std::string password;
  if (!options.password_file.empty()) {
    auto read = ReadSmallFile(options.password_file);
    if (!read) return tl::unexpected(std::move(read.error()));
    password = read->substr(0, read->find_first_of("\r\n"));
  }
  return content::ParseSecretKey(*text, password);
}

int RunSign(const PackOptions& options, const Console& console) {
  // The archive and its manifest are proven whole before our name goes under them.
  auto pack = content::OpenUnsignedPack(options.file);
  if (!pack) return console.Fail(pack.error());
  const auto go_on = [](std::uint64_t, std::uint64_t) { return true; };
  if (auto good = content::VerifyFiles(*pack, go_on); !good) return console.Fail(good.error());
  auto key = LoadSecretKey(options);
  if (!key) return console.Fail(key.error());
  auto archive = content::Archive::Open(options.file);
  if (!archive) return console.Fail(archive.error());
  auto manifest = archive->Read(content::kManifestPath, content::limits::kManifestBytes);
  if (!manifest) return console.Fail(manifest.error());
  const std::string name = pack->manifest.id + " " + content::FormatVersion(pack->manifest.version);
  const std::string signature =
      content::Sign(AsBytes(*manifest), *key, options.comment.empty() ? name : options.comment);
  auto inputs = AddSignature(*archive, *manifest, signature);
  if (!inputs) return console.Fail(inputs.error());
  const std::string out = options.out.empty() ? options.file : options.out;
  if (auto done = content::WriteArchive(out, *inputs); !done) return console.Fail(done.error());
  console.Say({"已签名：" + out, "signed " + out});
  return kFine;
}

int RunVerify(const PackOptions& options, const Console& console) {
  const auto keys = LoadKeys(options.keys);
  if (!keys) return console.Fail(keys.error());
  auto pack = content::OpenPack(options.file, *keys);
  if (!pack) return console.Fail(pack.error());
  const auto go_on = [](std::uint64_t, std::uint64_t) { return true; };
  if (auto good = content::VerifyFiles(*pack, go_on); !good) return console.Fail(good.error());
  const std::string name = pack->manifest.id + " " + content::FormatVersion(pack->manifest.version);
  console.Say(
      {name + "完好，签名者：" + pack->signer, name + " is whole, signed by " + pack->signer});
  return kFine;
}

int RunShow(const PackOptions& options, const Console& console) {
  const auto keys = LoadKeys(options.keys);
  if (!keys) return console.Fail(keys.error());
  auto pack = options.unsigned_pack ? content::OpenUnsignedPack(options.file)
                                    : content::OpenPack(options.file, *keys);
  if (!pack) return console.Fail(pack.error());
  const content::Manifest& manifest = pack->manifest;
  console.Say(
      {manifest.id + " " + content::FormatVersion(manifest.version) + "  " + manifest.title.zh,
       manifest.id + " " + content::FormatVersion(manifest.version) + "  " +
           manifest.title.In(content::Language::kEnglish)});
  console.Say({"发布者：" + manifest.publisher, "publisher: " + manifest.publisher});
  console.Say({"许可：" + manifest.licence, "licence: " + manifest.licence});
  console.Say({pack->signer.empty() ? "未签名" : "签名者：" + pack->signer,
               pack->signer.empty() ? "not signed" : "signed by " + pack->signer});
  if (manifest.valid_from && manifest.review_by) {
    const std::string from = content::FormatDate(*manifest.valid_from);
    const std::string until = content::FormatDate(*manifest.review_by);
    console.Say({"有效：" + from + "起，" + until + "前复核",
                 "valid from " + from + ", review by " + until});
  }
  for (const content::ItemSummary& item : manifest.items) {
    const std::string kind = content::kKindNames[static_cast<std::size_t>(item.envelope.kind)];
    const std::string head = "  " + kind + "  " + item.envelope.id + "  ";
    console.Say({head + item.envelope.title.zh,
                 head + item.envelope.title.In(content::Language::kEnglish)});
  }
  std::uint64_t bytes = 0;
  for (const content::ManifestFile& file : manifest.files) bytes += file.size;
  const std::string count = std::to_string(manifest.files.size());
  const std::string size = std::to_string(bytes);
  console.Say({count + "个文件，共" + size + "字节", count + " files, " + size + " bytes"});
  return kFine;
}

int RunKeygen(const PackOptions& options, const Console& console) {
  const content::KeyFiles files =
      content::MakeKeyFiles(options.comment.empty() ? "maplebridge" : options.comment);
  if (auto done = WriteNewFile(options.file + ".key", files.secret, true); !done) {
    return console.Fail(done.error());
  }
  if (auto done = WriteNewFile(options.file + ".pub", files.pub, false); !done) {
    return console.Fail(done.error());
  }
  console.Say({"密钥：" + options.file + ".key（只留在自己手里）\n公钥：" + options.file +
                   ".pub（装到设备上，文件名就是设备上显示的名称）",
               "secret key: " + options.file + ".key (keep it to yourself)\npublic key: " +
                   options.file + ".pub (goes onto devices, which show its name)"});
  return kFine;
}

}  // namespace

void AddPackCommands(CLI::App& app, Work& work) {
  const auto options = std::make_shared<PackOptions>();
  const auto add = [&app, &work, options](const char* name, const char* text, auto run) {
    CLI::App* command = app.add_subcommand(name, text);
    command->callback([options, &work, run] {
      work = [options, run](const Console& console) { return run(*options, console); };
    });
    return command;
  };
  const auto add_pack = [options](CLI::App* command) {
    command->add_option("pack", options->file, "The pack 包文件")->required();
  };
  const auto add_keys = [options](CLI::App* command) {
    command->add_option("--keys", options->keys, "Public key or folder of them 公钥或公钥文件夹");
  };
  CLI::App* sign = add("sign", "Sign a pack 签名", RunSign);
  add_pack(sign);
  sign->add_option("-k,--key", options->key, "Secret key file 密钥文件")->required();
  sign->add_option("--password-file", options->password_file, "Its password 密钥口令文件");
  sign->add_option("-c,--comment", options->comment, "Trusted comment 签名附言");
  sign->add_option("-o,--out", options->out, "Write here instead 输出");
  CLI::App* verify = add("verify", "Prove a pack 验证", RunVerify);
  add_pack(verify);
  add_keys(verify);
  CLI::App* show = add("show", "Tell what is in a pack 查看", RunShow);
  add_pack(show);
  add_keys(show);
  show->add_flag("--unsigned", options->unsigned_pack, "Of a pack without signature 未签名的包");
  CLI::App* keygen = add("keygen", "Make a pair of keys without password 生成密钥", RunKeygen);
  keygen->add_option("name", options->file, "Writes NAME.key and NAME.pub 文件名")->required();
  keygen->add_option("-c,--comment", options->comment, "Comment in the files 附言");
}

}  // namespace tool
