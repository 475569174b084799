// SPDX-License-Identifier: MIT
// Makes a store of signed packs to measure with:
//   make-packs FOLDER COUNT [FILM.mp4 SECONDS POSTER.png]
// FOLDER/store holds COUNT packs of 20 questions each, installed one by one as staff would, and
// FOLDER/keys the key that signed them. With a film, the first pack also has a video of it.
#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <vector>

#include "content/archive.h"
#include "content/pack.h"
#include "content/pack_store.h"
#include "content/signature.h"

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr int kItemsPerPack = 20;

struct Film {
  std::string bytes, poster;
  double seconds = 0;
};

[[noreturn]] void Stop(const content::Error& error) {
  std::fprintf(stderr, "%s\n", content::Describe(error, content::Language::kEnglish).c_str());
  std::exit(1);
}

std::string ReadWhole(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

json Text(const std::string& zh, const std::string& en) { return {{"zh-CN", zh}, {"en", en}}; }

std::string Hash(const std::string& bytes) {
  std::array<unsigned char, 32> hash{};
  EVP_Digest(bytes.data(), bytes.size(), hash.data(), nullptr, EVP_sha256(), nullptr);
  std::string hex;
  for (const unsigned char byte : hash) {
    std::array<char, 3> two{};
    std::snprintf(two.data(), two.size(), "%02x", byte);
    hex += two.data();
  }
  return hex;
}

json Envelope(const std::string& id, const std::string& kind, bool scam) {
  return {{"id", id},
          {"kind", kind},
          {"topic", "fraud.cs"},
          {"signal", kind == "quiz" ? (scam ? "scam" : "genuine") : "none"},
          {"channel", "sms"},
          {"audience", {"general", "elder"}},
          {"min_age", 0},
          {"difficulty", 1},
          {"est_seconds", 30},
          {"title", Text("一条短信", "A text message")},
          {"sources", {"S01"}},
          {"valid_from", "2026-01-01"},
          {"review_by", "2036-01-01"}};
}

json Choice(const std::string& id, bool correct, const std::string& zh, const std::string& en) {
  return {{"id", id},
          {"text", Text(zh, en)},
          {"correct", correct},
          {"says", id},
          {"feedback", Text("看链接，看要不要验证码，看催不催您。",
                            "Look for a link, for a wish for your code, for hurry.")}};
}

json Question(const std::string& id, bool scam) {
  json item = Envelope(id, "quiz", scam);
  item["judge"] = true;
  item["multiple"] = false;
  item["stem"] = Text("这条短信是真的，还是骗局？", "Is this message real or a scam?");
  item["sample"] = {
      {"surface", "sms"},
      {"sender", Text("客服", "Support")},
      {"body", Text("您误开通了保障服务，今晚十二点起每月扣费八百元，取消请按提示操作。",
                    "You ordered a protection plan by mistake; follow the steps to cancel it.")}};
  item["choices"] = {Choice("scam", scam, "这是骗局", "A scam"),
                     Choice("genuine", !scam, "这是真的", "Real")};
  item["explanation"] = Text("催您转账的，都先停一停。", "Whoever hurries you to pay: stop first.");
  item["takeaway"] = Text("挂断，打官方电话。", "Hang up and call the official number.");
  return item;
}

json FilmItem(const std::string& id, const Film& film) {
  json item = Envelope(id, "video", false);
  item["file"] = "media/film.mp4";
  item["duration"] = film.seconds;
  item["poster"] = {{"file", "media/film.png"}, {"alt", Text("影片的画面", "A picture of it")}};
  item["captions"] = {{"zh-CN", "media/film.zh.vtt"}, {"en", "media/film.en.vtt"}};
  item["questions"] = json::array();
  item["summary"] = Text("一段测量用的影片。", "A film to measure with.");
  item["takeaway"] = Text("测完了。", "Measured.");
  return item;
}

std::string Captions(const std::string& words, double seconds) {
  std::string text = "WEBVTT\n";
  for (int at = 0; at + 2 < static_cast<int>(seconds); at += 2) {
    std::array<char, 96> cue{};
    std::snprintf(cue.data(), cue.size(), "\n00:%02d:%02d.000 --> 00:%02d:%02d.900\n%s %d\n",
                  at / 60, at % 60, (at + 1) / 60, (at + 1) % 60, words.c_str(), at / 2 + 1);
    text += cue.data();
  }
  return text;
}

/// One pack: manifest, signature, items, and the film when there is one.
std::vector<content::ArchiveInput> MakePack(const std::string& id, const Film* film,
                                            const content::SecretKey& key) {
  std::vector<content::ArchiveInput> files;
  json summaries = json::array();
  const auto add_item = [&](const json& item) {
    const std::string path = "items/" + item["id"].get<std::string>() + ".json";
    json summary = Envelope(item["id"], item["kind"], item["signal"] == "scam");
    summary["path"] = path;
    summaries.push_back(summary);
    files.push_back({path, item.dump() + "\n", {}});
  };
  for (int i = 0; i < kItemsPerPack; ++i) {
    add_item(Question(id + ".q" + std::to_string(i), i % 2 == 0));
  }
  json attract = {{{"item", id + ".q0"}, {"seconds", 60}}};
  if (film != nullptr) {
    add_item(FilmItem(id + ".film", *film));
    files.push_back({"media/film.mp4", film->bytes, {}});
    files.push_back({"media/film.png", film->poster, {}});
    files.push_back({"media/film.zh.vtt", Captions("这是第几句字幕", film->seconds), {}});
    files.push_back({"media/film.en.vtt", Captions("This is caption", film->seconds), {}});
  }
  std::ranges::sort(files, {}, &content::ArchiveInput::path);
  json listed = json::array();
  for (const auto& file : files) {
    const std::string type = file.path.ends_with(".json")  ? "application/json"
                             : file.path.ends_with(".mp4") ? "video/mp4"
                             : file.path.ends_with(".png") ? "image/png"
                                                           : "text/vtt";
    listed.push_back({{"path", file.path},
                      {"size", file.bytes.size()},
                      {"sha256", Hash(file.bytes)},
                      {"type", type}});
  }
  const json manifest = {{"format", 1},
                         {"id", id},
                         {"version", "1.0.0"},
                         {"title", Text("测量用的内容", "Content to measure with")},
                         {"summary", Text("二十道题。", "Twenty questions.")},
                         {"languages", {"zh-CN", "en"}},
                         {"audience", {"general"}},
                         {"publisher", "bench"},
                         {"licence", "CC0-1.0"},
                         {"valid_from", "2026-01-01"},
                         {"review_by", "2036-01-01"},
                         {"min_program", "0.1.0"},
                         {"sources", {{"S01", {{"title", "bench"}, {"grade", "A"}}}}},
                         {"items", summaries},
                         {"attract", attract},
                         {"files", listed}};
  const std::string bytes = manifest.dump() + "\n";
  const std::span signed_bytes(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  files.insert(files.begin(),
               {{content::kManifestPath, bytes, {}},
                {content::kSignaturePath, content::Sign(signed_bytes, key, "bench"), {}}});
  return files;
}

void Install(const fs::path& folder, int count, const Film* film) {
  fs::create_directories(folder / "keys");
  const content::KeyFiles files = content::MakeKeyFiles("bench");
  std::ofstream(folder / "keys" / "bench.pub") << files.pub;
  const auto secret = content::ParseSecretKey(files.secret, "");
  if (!secret) Stop(secret.error());
  const auto keys = content::LoadPublicKeys(folder / "keys");
  if (!keys) Stop(keys.error());
  auto store = content::PackStore::Open(folder / "store");
  if (!store) Stop(store.error());
  for (int i = 0; i < count; ++i) {
    std::array<char, 24> id{};
    std::snprintf(id.data(), id.size(), "bench-%04d", i);
    const fs::path file = folder / "new.pack";
    const auto written =
        content::WriteArchive(file, MakePack(id.data(), i == 0 ? film : nullptr, *secret));
    if (!written) Stop(written.error());
    const auto installed = store->Install(file, *keys, [](auto, auto) { return true; });
    if (!installed) Stop(installed.error());
    fs::remove(file);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3 && argc != 6) {
    std::fprintf(stderr, "make-packs FOLDER COUNT [FILM.mp4 SECONDS POSTER.png]\n");
    return 2;
  }
  Film film;
  if (argc == 6) film = {ReadWhole(argv[3]), ReadWhole(argv[5]), std::atof(argv[4])};
  Install(argv[1], std::atoi(argv[2]), argc == 6 ? &film : nullptr);
  return 0;
}
