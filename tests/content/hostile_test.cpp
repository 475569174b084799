// SPDX-License-Identifier: MIT
// Packs that are broken or meant to do harm, put before the real store of a device that has a
// version in use: each is refused for a reason of its own, told in both languages, and nothing in
// the store's folder is any different afterwards.
#include <functional>
#include <map>
#include <set>
#include <sstream>

#include "content/limits.h"
#include "content/pack_store.h"
#include "content/unicode.h"
#include "tests/content/raw_zip.h"
#include "tests/support/catch.h"
#include "tests/support/process.h"
#include "tests/support/test_pack.h"

namespace {

namespace fs = std::filesystem;
namespace limits = content::limits;
using testing::AddItem;
using testing::Json;
using testing::MakeText;
using testing::RawEntry;
using testing::RawZip;
using testing::ReadBytes;
using testing::TestKey;
using testing::TestPack;
using testing::WriteBytes;

/// Every name below `root` with its kind, permissions and content.
std::map<std::string, std::string> TakeStock(const fs::path& root) {
  std::map<std::string, std::string> stock;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    const fs::file_status status = entry.symlink_status();
    std::string what = std::to_string(static_cast<int>(status.type())) + " " +
                       std::to_string(static_cast<unsigned>(status.permissions())) + " ";
    if (fs::is_symlink(status)) what += fs::read_symlink(entry.path()).string();
    if (fs::is_regular_file(status)) what += ReadBytes(entry.path());
    stock[entry.path().lexically_relative(root).string()] = std::move(what);
  }
  return stock;
}

/// A device on which 1.0.0 and then 1.1.0 were installed, and a stick.
class Victim {
 public:
  Victim() {
    auto opened = content::PackStore::Open(folder_ / "store");
    REQUIRE(opened);
    store_.emplace(std::move(*opened));
    for (const char* version : {"1.0.0", "1.1.0"}) {
      const auto pack =
          testing::Write(testing::MakeTestPack("test.pack", version), key, folder_ / "fine.pack");
      const auto done = store_->Install(pack, key.trusted, nullptr);
      INFO((done ? "" : content::Describe(done.error(), content::Language::kEnglish)));
      REQUIRE(done);
    }
    before_ = TakeStock(folder_ / "store");
  }

  /// The error of an installation from the stick, and whether the store's folder is as it was.
  content::Error Refuse(const fs::path& stick) {
    const auto done = store_->Install(stick, key.trusted, nullptr);
    if (done) return {"installed", {}, "", {}};
    REQUIRE(TakeStock(folder_ / "store") == before_);
    return done.error();
  }
  content::Error RefuseBytes(const std::string& bytes) {
    fs::remove(Stick());  // ext4 waits for the disk when a file is emptied and written anew
    WriteBytes(Stick(), bytes);
    return Refuse(Stick());
  }
  [[nodiscard]] fs::path Stick() const { return folder_ / "stick.pack"; }
  [[nodiscard]] std::string Sign(const TestPack& pack, const TestKey& by) const {
    return ReadBytes(testing::Write(pack, by, folder_ / "signed.pack"));
  }
  [[nodiscard]] std::string Sign(const TestPack& pack) const { return Sign(pack, key); }

  TestKey key = testing::MakeTestKey();

 private:
  testing::Folder folder_;
  std::optional<content::PackStore> store_;
  std::map<std::string, std::string> before_;
};

TestPack Next() { return testing::MakeTestPack("test.pack", "2.0.0"); }

/// The next version with one more item.
TestPack With(const Json& item) {
  TestPack pack = Next();
  AddItem(pack, item);
  return pack;
}

/// The next version with a picture, film or sound that its first card does not even use.
TestPack WithFile(const std::string& path, const std::string& bytes) {
  TestPack pack = Next();
  pack.files.push_back({path, bytes, {}});
  return pack;
}

Json MakeItem(const std::string& kind) {
  Json item = testing::MakeCard("test.pack.extra");
  for (const char* key : {"headline", "lines", "action", "footer"}) item.erase(key);
  item["kind"] = kind;
  return item;
}

Json ScenarioSeed() {
  return Json::parse(
      ReadBytes(fs::path(SOURCE_DIR) / "tests" / "data" / "fuzz" / "item_fuzz" / "scenario"));
}

Json MakeQuiz(int choices) {
  Json quiz = MakeItem("quiz");
  quiz["stem"] = MakeText("对吗？", "Right?");
  quiz["explanation"] = quiz["takeaway"] = MakeText("想一想。", "Think.");
  quiz["choices"] = Json::array();
  const Json text = MakeText("对", "Yes");
  for (int i = 0; i < choices; ++i) {
    quiz["choices"].push_back(
        {{"id", "c" + std::to_string(i)}, {"text", text}, {"correct", i == 0}, {"feedback", text}});
  }
  return quiz;
}

/// A quiz of ten million choices, as short as it can be written.
TestPack WithTenMillionChoices() {
  TestPack pack = With(MakeQuiz(2));
  std::string& bytes = pack.files.back().bytes;
  std::string choices = "\"choices\":[{}";
  for (int i = 1; i < 10'000'000; ++i) choices += ",{}";
  bytes = "{" + choices + "]," + bytes.substr(1);
  return pack;
}

TestPack WithFilm(const std::string& film, double duration, const std::string& captions) {
  Json video = MakeItem("video");
  video["file"] = "media/film.mp4";
  video["duration"] = duration;
  video["poster"] = {{"file", "media/poster.png"}, {"alt", MakeText("画面", "A picture")}};
  video["captions"] = {{"zh-CN", "media/words.vtt"}, {"en", "media/words.vtt"}};
  video["summary"] = video["takeaway"] = MakeText("想一想。", "Think.");
  TestPack pack = With(video);
  pack.files.push_back({"media/film.mp4", film, {}});
  pack.files.push_back({"media/poster.png", testing::MakePng(64, 36), {}});
  pack.files.push_back({"media/words.vtt", captions, {}});
  return pack;
}

std::string Captions(const std::string& words) {
  return "WEBVTT\n\n00:01.000 --> 00:02.000\n" + words + "\n";
}

TestPack WithCard(const std::function<void(Json&)>& bend) {
  Json card = testing::MakeCard("test.pack.extra");
  bend(card);
  return With(card);
}

TestPack Listed(TestPack pack, const std::function<void(TestPack&)>& bend) {
  pack.manifest["files"] = testing::ListFiles(pack.files);
  pack.list_files = false;
  bend(pack);
  return pack;
}

RawEntry Bent(const std::function<void(RawEntry&)>& bend) {
  RawEntry entry;
  entry.name = "items/a.json";
  entry.bytes = "{}";
  bend(entry);
  return entry;
}

/// A ZIP of which the second entry is bent; it needs no signature, for it is refused before.
std::string Zip(const std::function<void(RawEntry&)>& bend) {
  return RawZip({{.name = "manifest.json", .bytes = "{}"}, Bent(bend)});
}

std::string ZipNamed(const std::string& name) {
  return Zip([&](RawEntry& entry) { entry.name = name; });
}

struct Row {
  const char* code;
  const char* what;
  std::function<std::string(const Victim&)> make;
};

Row Archive(const char* code, const char* what, std::string bytes) {
  return {code, what, [bytes = std::move(bytes)](const Victim&) { return bytes; }};
}
Row Signed(const char* code, const char* what, TestPack pack) {
  return {code, what, [pack = std::move(pack)](const Victim& device) { return device.Sign(pack); }};
}
Row Film(const char* code, const char* what, const testing::Mp4Parts& parts) {
  return Signed(code, what, WithFile("media/film.mp4", testing::MakeMp4(parts)));
}

std::vector<Row> ArchiveRows() {
  const std::string packed = testing::Deflate(100'000'000).substr(2);  // without zlib's header
  std::vector<Row> rows = {
      Archive("archive.unreadable", "a letter that is called a pack", "Dear officer,\n"),
      Archive("archive.cut", "nothing at all", ""),
      Archive("archive.cut", "something behind the end", ZipNamed("items/a.json") + "x"),
      Archive("archive.parent-path", "a way out of the folder", ZipNamed("../../etc/passwd")),
      Archive("archive.parent-path", "a way out, from within", ZipNamed("items/../../a.json")),
      Archive("archive.parent-path", "a way out, as Windows writes it", ZipNamed("..\\a.json")),
      Archive("archive.absolute-path", "an absolute path", ZipNamed("/etc/passwd")),
      Archive("archive.absolute-path", "a drive's path", ZipNamed("C:/windows/a.json")),
      Archive("archive.unsafe-path", "a name with a control", ZipNamed("items/a\x1b[2J.json")),
      Archive("archive.unsafe-path", "a name that is turned", ZipNamed("items/\u202Enosj.a")),
      Archive("archive.link", "a symbolic link",
              Zip([](RawEntry& entry) { entry.mode = S_IFLNK | 0777; })),
      Archive("archive.device", "a device",
              Zip([](RawEntry& entry) { entry.mode = S_IFCHR | 0666; })),
      Archive("archive.device", "a pipe",
              Zip([](RawEntry& entry) { entry.mode = S_IFIFO | 0666; })),
      Archive("archive.folder", "a folder",
              Zip([](RawEntry& entry) { entry.mode = S_IFDIR | 0755; })),
      Archive("archive.compressed", "a hundred megabytes in a hundred kilobytes",
              Zip([&](RawEntry& entry) {
                entry.bytes = packed;
                entry.unpacked = 100'000'000;
                entry.method = 8;
              })),
      Archive("archive.encrypted", "a file with a password",
              Zip([](RawEntry& entry) { entry.flags = 1; })),
      Archive("archive.layout", "sizes behind the bytes",
              Zip([](RawEntry& entry) { entry.flags = 8; })),
      Archive("archive.layout", "a file that anybody may run",
              Zip([](RawEntry& entry) { entry.mode = S_IFREG | 04755; })),
      Archive("archive.header", "one name before the bytes, another in the directory",
              Zip([](RawEntry& entry) { entry.local_name = "items/b.json"; })),
      Archive("archive.overlap", "two entries over the same bytes",
              Zip([](RawEntry& entry) { entry.shift = -10; })),
      Archive("archive.gap", "bytes that no entry has",
              Zip([](RawEntry& entry) { entry.shift = 10; })),
      Archive("archive.duplicate", "one name twice",
              RawZip({{.name = "manifest.json", .bytes = "{}"},
                      {.name = "a.json", .bytes = "{}"},
                      {.name = "a.json", .bytes = "[]"}})),
      Archive("archive.absent", "no manifest", RawZip({{.name = "a.json", .bytes = "{}"}})),
  };
  std::string many = ZipNamed("items/a.json");
  for (const std::size_t at : {many.size() - 14, many.size() - 12}) many.replace(at, 2, "\xff\xff");
  rows.push_back(Archive("archive.too-many", "more entries than there may be", many));
  std::string broken = ZipNamed("items/a.json");
  broken.replace(broken.find("PK\1\2"), 4, "KP\1\2");
  rows.push_back(Archive("archive.directory", "a directory of something else", broken));
  return rows;
}

std::vector<Row> TrustRows() {
  const TestPack next = Next();
  std::vector<Row> rows = {
      {"signature.unknown-key", "signed by a stranger",
       [next](const Victim& device) { return device.Sign(next, testing::MakeTestKey()); }},
      Signed("store.older-version", "an older version",
             testing::MakeTestPack("test.pack", "1.0.1")),
      Signed("store.same-version", "the same version with other items",
             testing::MakeTestPack("test.pack", "1.1.0", 1)),
      Signed("pack.unlisted", "a file that is not on the list",
             Listed(next,
                    [](TestPack& pack) {
                      pack.files.push_back({"media/x.png", "x", {}});
                    })),
      Signed("pack.missing", "a file of the list that is not there",
             Listed(next, [](TestPack& pack) { pack.files.pop_back(); })),
      Signed("pack.changed", "other bytes than were signed",
             Listed(next, [](TestPack& pack) { pack.files[0].bytes[9] ^= 1; })),
      Signed("manifest.duplicate", "a file listed twice",
             Listed(next,
                    [](TestPack& pack) {
                      pack.manifest["files"].push_back(pack.manifest["files"][0]);
                    })),
      Signed("pack.summary", "an item that the manifest describes otherwise",
             Listed(next, [](TestPack& pack) { pack.manifest["items"][0]["signal"] = "genuine"; })),
  };
  TestPack later = next;
  later.manifest["min_program"] = "99.0.0";
  rows.push_back(Signed("pack.newer-program", "for a program to come", later));
  const auto raw = [](const char* code, const char* what, const std::string& manifest, auto sign) {
    return Row{code, what, [=](const Victim& device) {
                 return RawZip({{.name = "manifest.json", .bytes = manifest},
                                {.name = "manifest.json.minisig", .bytes = sign(device)}});
               }};
  };
  rows.push_back(
      raw("signature.mismatch", "the signature of another manifest", "{}",
          [](const Victim& device) { return testing::SignBytes("[]", device.key.secret); }));
  rows.push_back(raw("signature.malformed", "a signature that is none", "{}",
                     [](const Victim&) { return std::string("signed, the officer"); }));
  rows.push_back(Archive("signature.absent", "no signature", ZipNamed("items/a.json")));
  return rows;
}

std::vector<Row> TextRows() {
  const auto manifest = [](const char* code, const char* what, const std::string& bytes) {
    return Row{code, what, [bytes](const Victim& device) {
                 return RawZip({{.name = "manifest.json", .bytes = bytes},
                                {.name = "manifest.json.minisig",
                                 .bytes = testing::SignBytes(bytes, device.key.secret)}});
               }};
  };
  TestPack turned = Next();
  turned.manifest["publisher"] = "\u202Egnp.station";
  TestPack steering = Next();
  steering.manifest["\x1b[2J\u202E"] = 1;
  Json scenario = ScenarioSeed();
  scenario["figures"][0]["name"]["en"] = "run\u202Enur";
  Json deep = MakeItem("scenario");
  Json* level = &deep["scenario"];
  for (int i = 0; i < 40; ++i) level = &(*level)["a"];
  TestPack latin = With(testing::MakeCard("test.pack.extra"));
  std::string& bytes = latin.files.back().bytes;
  bytes.replace(bytes.find("Stop first"), 4, "St\xF6p");
  return {
      manifest("json.too-deep", "a million brackets", std::string(1'000'000, '[')),
      Signed("json.too-deep", "a scenario of forty levels", With(deep)),
      manifest("json.utf8", "a manifest in UTF-16", std::string("\xff\xfe{\0}\0", 6)),
      Signed("json.utf8", "a text that is not UTF-8", latin),
      manifest("json.malformed", "a manifest that breaks off", "{\"format\":1"),
      manifest("json.duplicate-key", "a key twice", "{\"format\":1,\"format\":1}"),
      Signed("key.unknown", "a key that steers the terminal", steering),
      Signed("text.bidi", "a title that reads otherwise",
             WithCard([](Json& card) { card["action"]["en"] = "pay \u202Etnuocca efas"; })),
      Signed("text.bidi", "a publisher that reads otherwise", turned),
      Signed("text.bidi", "a scenario that says otherwise", With(scenario)),
      Signed("text.control", "a text with a bell",
             WithCard([](Json& card) { card["action"]["en"] = "\a"; })),
      Signed("captions.bidi", "captions that read otherwise",
             WithFile("media/a.vtt", Captions("pay \u202Etnuocca efas"))),
      Signed("item.too-large", "a question with ten million choices", WithTenMillionChoices()),
      Signed("list.too-long", "a question with seven choices", With(MakeQuiz(7))),
      Signed("path.unsafe", "an item that names a file outside", WithCard([](Json& card) {
               card["picture"] = {{"file", "../../etc/passwd"}, {"alt", MakeText("图", "It")}};
             })),
  };
}

std::vector<Row> MediaRows() {
  using testing::Box;
  const std::string fine = testing::MakeMp4(), words = Captions("Hello");
  return {
      Signed("media.too-many-pixels", "an image of 100,000 x 100,000",
             WithFile("media/a.png", testing::MakePng(100'000, 100'000))),
      Signed("media.expands", "a picture that unpacks to forty megabytes",
             WithFile("media/a.png", testing::MakePng(8, 8, 40'000'000))),
      Signed("media.malformed", "a film that is a letter", WithFile("media/a.mp4", "Dear officer")),
      Signed("media.malformed", "a picture that is a program",
             WithFile("media/a.png",
                      "\x7f"
                      "ELF")),
      Signed("media.reference", "a film that is a list of addresses",
             WithFile("media/a.mp4", "#EXTM3U\nhttp://example.com/a.ts\n")),
      Signed("media.reference", "a film that is a list of files",
             WithFile("media/a.webm", "ffconcat version 1.0\nfile '/etc/passwd'\n")),
      Film("media.reference", "a film whose pictures are elsewhere",
           {.dref = Box("url ", testing::Big(0, 4) + "file:///etc/passwd")}),
      Film("media.codec", "a film of a codec off the list", {.codec = "mp4v", .config = "esds"}),
      Film("media.codec", "MP3 under another name", {.sound_type = 0x6B}),
      Film("media.streams", "a film with two pictures",
           {.more_movie = testing::Mp4Track({}, true)}),
      Film("media.attachment", "a film with a cover",
           {.more_movie = Box("udta", Box("meta", Box("covr", "")))}),
      Film("media.encoded", "a film whose header is packed", {.more_movie = Box("cmov", "")}),
      Film("media.fragmented", "a film in fragments", {.more_movie = Box("mvex", "")}),
      Film("media.too-long", "a film of an hour", {.seconds = 3600}),
      Signed("media.too-large", "captions of a megabyte",
             WithFile("media/a.vtt", "WEBVTT\n" + std::string(1u << 20, '\n'))),
      Signed(
          "media.type", "a picture that the manifest calls a film",
          Listed(Next(), [](TestPack& pack) { pack.manifest["files"][2]["type"] = "video/mp4"; })),
      Signed("media.type", "a program",
             Listed(WithFile("media/a.sh", "#!/bin/sh\n"),
                    [](TestPack& pack) { pack.manifest["files"][3]["type"] = "text/x-sh"; })),
      Signed("media.missing", "a picture that is not in the pack", WithCard([](Json& card) {
               card["picture"] = {{"file", "media/absent.png"}, {"alt", MakeText("图", "It")}};
             })),
      Signed("media.use", "a sound in place of a picture", WithCard([](Json& card) {
               card["picture"] = {{"file", testing::kTestSound}, {"alt", MakeText("图", "It")}};
             })),
      Signed("media.duration", "a film shorter than it says", WithFilm(fine, 90, words)),
      Signed("captions.outside", "captions behind the end",
             WithFilm(testing::MakeMp4({.seconds = 1}), 1, words)),
      Signed("captions.utf8", "captions that are not UTF-8",
             WithFile("media/a.vtt", Captions("St\xF6p"))),
  };
}

std::vector<Row> AllRows() {
  std::vector<Row> rows;
  for (auto&& some : {ArchiveRows(), TrustRows(), TextRows(), MediaRows()}) {
    rows.insert(rows.end(), some.begin(), some.end());
  }
  return rows;
}

/// Told in both languages, with what to do, and without a character that could deceive.
void CheckTold(const content::Error& error) {
  const auto is_han = [](const std::string& text) {
    const std::u32string points = content::DecodeUtf8(text);
    return std::any_of(points.begin(), points.end(), content::IsHan);
  };
  CHECK(is_han(error.message.zh));
  CHECK(is_han(error.remedy.zh));
  CHECK_FALSE((error.message.en.empty() || is_han(error.message.en)));
  CHECK_FALSE((error.remedy.en.empty() || is_han(error.remedy.en)));
  for (const std::string& text :
       {error.message.zh, error.message.en, error.where, error.remedy.zh, error.remedy.en}) {
    const std::u32string points = content::DecodeUtf8(text);
    CHECK(std::none_of(points.begin(), points.end(), [](char32_t c) {
      return c != U'\uFFFD' && content::IsForbidden(c);  // U+FFFD stands for what was there
    }));
  }
}

/// The codes that FORMAT.md lists as refusals of a device.
std::set<std::string> ListedCodes() {
  std::istringstream text(ReadBytes(fs::path(SOURCE_DIR) / "content" / "FORMAT.md"));
  std::set<std::string> codes;
  bool inside = false;
  for (std::string line; std::getline(text, line);) {
    if (line.starts_with("#")) inside = line == "### Refusals";
    if (!inside || !line.starts_with("| `")) continue;
    const std::size_t begin = line.find('`') + 1;
    codes.insert(line.substr(begin, line.find('`', begin) - begin));
  }
  return codes;
}

}  // namespace

TEST_CASE("every hostile pack is refused for its own reason and changes nothing on the disk") {
  Victim device;
  REQUIRE(device.RefuseBytes(device.Sign(Next(), testing::MakeTestKey())).code ==
          "signature.unknown-key");
  std::map<std::string, std::string> sentences;
  std::set<std::string> provoked;
  for (const Row& row : AllRows()) {
    INFO(row.what);
    const content::Error error = device.RefuseBytes(row.make(device));
    INFO(content::Describe(error, content::Language::kEnglish));
    CHECK(error.code == row.code);
    CheckTold(error);
    CHECK_FALSE(error.where.empty());
    provoked.insert(error.code);
    const auto [said, is_new] = sentences.emplace(error.message.en, error.code);
    CHECK((is_new || said->second == error.code));  // no two codes with one sentence
  }
  provoked.insert({"archive.damaged", "archive.too-large", "store.source"});  // tests below
  CHECK(ListedCodes() == provoked);
}

TEST_CASE("the pack that the hostile ones are made of is installed") {
  const testing::Folder folder;
  const TestKey key = testing::MakeTestKey();
  auto store = content::PackStore::Open(folder / "store");
  REQUIRE(store);
  TestPack pack = WithFilm(testing::MakeMp4(), 60, Captions("Hello"));
  pack.files.push_back({"media/a.webm", testing::MakeWebm(), {}});
  pack.files.push_back({"media/a.opus", testing::MakeOpus(), {}});
  pack.files.push_back({"media/a.jpg", testing::MakeJpeg(8, 8), {}});
  Json quiz = MakeQuiz(6);
  quiz["id"] = "test.pack.quiz";
  AddItem(pack, quiz);
  AddItem(pack, ScenarioSeed());
  const auto done =
      store->Install(testing::Write(pack, key, folder / "a.pack"), key.trusted, nullptr);
  INFO((done ? "" : content::Describe(done.error(), content::Language::kEnglish)));
  CHECK(done);
}

TEST_CASE("a pack cut short at any byte is refused as cut and changes nothing on the disk") {
  Victim device;
  const std::string whole = device.Sign(testing::MakeTestPack("test.pack", "2.0.0", 1, 20));
  for (std::size_t size = 0; size < whole.size(); ++size) {
    INFO("cut at " << size << " of " << whole.size());
    const content::Error error = device.RefuseBytes(whole.substr(0, size));
    REQUIRE(error.code == "archive.cut");
    if (size % 500 == 0) CheckTold(error);
  }
}

TEST_CASE("a pack with any one byte flipped is refused and changes nothing on the disk") {
  Victim device;
  const std::string whole = device.Sign(testing::MakeTestPack("test.pack", "2.0.0", 1, 20));
  std::set<std::string> codes;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string bent = whole;
    bent[at] = static_cast<char>(bent[at] ^ (at % 9 == 8 ? 0xFF : 1 << at % 9));
    const content::Error error = device.RefuseBytes(bent);
    INFO("flipped at " << at << " of " << whole.size() << ": " << error.code);
    REQUIRE(error.code != "installed");
    if (codes.insert(error.code).second) CheckTold(error);
  }
  // In a file's bytes it is found by a check sum or a hash, elsewhere by the layout.
  CHECK(codes.contains("archive.damaged"));
  CHECK(codes.contains("pack.changed"));
  CHECK(codes.contains("archive.header"));
  for (const std::string& code : codes) {
    INFO(code);
    CHECK((code.starts_with("archive.") || code.starts_with("pack.")));
  }
}

TEST_CASE("a stick that holds no file, or one larger than a pack may be, changes nothing") {
  Victim device;
  for (const char* path : {"/dev/zero", "/dev/null", "/proc", "/absent.pack"}) {
    INFO(path);
    const content::Error error = device.Refuse(path);
    CHECK(error.code == "store.source");
    CheckTold(error);
  }
  WriteBytes(device.Stick(), "");
  fs::resize_file(device.Stick(), limits::kPackBytes + 1);  // sparse
  const content::Error error = device.Refuse(device.Stick());
  CHECK(error.code == "archive.too-large");
  CheckTold(error);
}
