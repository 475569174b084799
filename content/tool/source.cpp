// SPDX-License-Identifier: MIT
#include "content/tool/source.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "content/check.h"
#include "content/date.h"
#include "content/item_parsers.h"
#include "content/limits.h"
#include "content/manifest_reader.h"
#include "content/texts.h"

namespace tool {
namespace {

namespace fs = std::filesystem;
using content::Error;
using content::Problems;
using content::Text;

Result<std::string> ReadText(const fs::path& file, const std::string& name) {
  std::ifstream stream(file, std::ios::binary);
  // One byte more than allowed, so that the parser sees that there is too much.
  std::string bytes(content::limits::kItemBytes + 1, '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (stream.bad() || (!stream && stream.gcount() == 0 && !fs::exists(file))) {
    return tl::unexpected(Error{"source.unreadable",
                                {"读不到文件", "the file cannot be read"},
                                name,
                                {"检查路径和权限", "look at the path and the permissions"}});
  }
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return bytes;
}

Result<SourceTree> ReadYaml(const fs::path& folder, const std::string& name) {
  return ReadText(folder / name, name).and_then([&name](const std::string& text) {
    return ParseYaml(text, name);
  });
}

/// "P6M" under review_by becomes the day that many months after the approval, or after the pack's
/// first day.
void ResolveReview(Json& tree, const Json& pack) {
  if (!tree.is_object() || !tree.contains("review_by") || !tree["review_by"].is_string()) return;
  const auto months = content::ParseMonths(tree["review_by"].get<std::string>());
  if (!months) return;
  const auto date_in = [](const Json& object, const char* key) -> std::optional<content::Date> {
    if (!object.is_object() || !object.contains(key) || !object[key].is_string()) {
      return std::nullopt;
    }
    return content::ParseDate(object[key].get<std::string>());
  };
  auto start = tree.contains("approval") ? date_in(tree["approval"], "on") : std::nullopt;
  if (!start) start = date_in(pack, "valid_from");
  if (start) tree["review_by"] = content::FormatDate(content::AddMonths(*start, *months));
}

class Loader {
 public:
  Loader(const fs::path& folder, Glyphs* glyphs) : glyphs_(glyphs) {
    result_.source.folder = folder;
  }

  CheckedSource Run() {
    auto pack = ReadYaml(result_.source.folder, "pack.yaml");
    if (!pack) {
      result_.problems.push_back(std::move(pack.error()));
      return std::move(result_);
    }
    result_.source.pack = std::move(*pack);
    ReadPack();
    ReadItems();
    CheckIds();
    CheckRules();
    CheckMedia();
    return std::move(result_);
  }

 private:
  void Keep(Problems problems, const SourceTree& source) {
    for (Error& problem : problems) {
      source.Locate(problem);
      result_.problems.push_back(std::move(problem));
    }
  }

  void ReadPack() {
    Source& source = result_.source;
    Problems problems;
    content::ReadContext context{problems, &source.pack.plain};
    ResolveReview(source.pack.tree, source.pack.tree);
    content::Fields fields(source.pack.tree, "", context);
    content::ReadPackKeys(fields, source.manifest);
    fields.Finish();
    Keep(std::move(problems), source.pack);
  }

  void ReadItems() {
    Source& source = result_.source;
    std::set<std::string> names;
    std::error_code failed;
    for (fs::directory_iterator it(source.folder / "items", failed), end; !failed && it != end;
         it.increment(failed)) {
      const std::string name = "items/" + it->path().filename().string();
      if (it->is_regular_file() && it->path().extension() == ".yaml") {
        names.insert(name);
      } else {
        result_.problems.push_back(Error{"source.stray",
                                         {"items里只放.yaml文件", "items holds .yaml files only"},
                                         name,
                                         {"移走它，或改后缀为.yaml", "move it or name it .yaml"}});
      }
    }
    if (names.empty() || names.size() > content::limits::kItems) {
      result_.problems.push_back(
          Error{"source.items",
                {"items里要有1到1000个条目", "items must hold 1 to 1000 items"},
                "items",
                {"每个条目一个.yaml文件", "one .yaml file an item"}});
    }
    for (const std::string& name : names) ReadOneItem(name);
  }

  void ReadOneItem(const std::string& name) {
    auto yaml = ReadYaml(result_.source.folder, name);
    if (!yaml) {
      result_.problems.push_back(std::move(yaml.error()));
      return;
    }
    SourceItem read;
    read.source = std::move(*yaml);
    ResolveReview(read.source.tree, result_.source.pack.tree);
    Problems problems;
    content::ReadContext context{problems, &read.source.plain};
    read.item = content::ReadItem(read.source.tree, context);
    read.good = problems.empty();
    Keep(std::move(problems), read.source);
    const auto& pack = result_.source.pack.tree;
    for (const char* key : {"valid_from", "review_by"}) {
      if (read.good && !read.source.tree.contains(key) && pack.contains(key)) {
        read.source.tree[key] = pack[key];
      }
    }
    result_.source.items.push_back(std::move(read));
  }

  void CheckIds() {
    std::map<std::string, std::string> first;
    auto& items = result_.source.items;
    for (const SourceItem& item : items) {
      const std::string& id = item.item.envelope.id;
      const auto [place, fresh] = first.emplace(id, item.source.name);
      if (fresh || id.empty()) continue;
      Keep({Error{"id.duplicate",
                  {"标识“" + id + "”在" + place->second + "里用过了",
                   "the id \"" + id + "\" is used in " + place->second},
                  "/id",
                  {"换一个", "choose another"}}},
           item.source);
    }
    std::stable_sort(items.begin(), items.end(), [](const SourceItem& a, const SourceItem& b) {
      return a.item.envelope.id < b.item.envelope.id;
    });
    for (const SourceItem& item : items) {
      result_.source.manifest.items.push_back(
          {"items/" + item.item.envelope.id + ".json", item.item.envelope});
    }
  }

  void CheckRules() {
    Source& source = result_.source;
    std::vector<content::Item> good;
    for (const SourceItem& item : source.items) {
      if (!item.good) continue;
      Keep(content::CheckItem(item.item, source.manifest), item.source);
      CheckGlyphs(content::CollectTexts(item.item), item.source);
      good.push_back(item.item);
    }
    Problems links;
    content::ReadContext context{links, nullptr};
    content::CheckLinks(content::Fields(source.pack.tree, "", context), source.manifest);
    Keep(std::move(links), source.pack);
    Keep(content::CheckPack(source.manifest, good), source.pack);
    CheckGlyphs(content::CollectTexts(source.manifest), source.pack);
  }

  void CheckGlyphs(const std::vector<content::PlacedText>& texts, const SourceTree& source) {
    if (glyphs_ == nullptr) return;
    for (const content::PlacedText& placed : texts) {
      for (const auto language : {content::Language::kChinese, content::Language::kEnglish}) {
        const std::string& text =
            language == content::Language::kChinese ? placed.text->zh : placed.text->en;
        const std::string missing = glyphs_->FindMissing(text);
        if (missing.empty()) continue;
        Keep({Error{"glyph.missing",
                    {"字体里没有“" + missing + "”这个字", "the font has no glyph for " + missing},
                    placed.where + "/" + content::Tag(language),
                    {"换一个字", "use another character"}}},
             source);
      }
    }
  }

  void CheckMedia() {
    Source& source = result_.source;
    Problems listing;
    source.media = ListMedia(source.folder, listing);
    for (Error& problem : listing) result_.problems.push_back(std::move(problem));
    std::set<std::string> used;
    for (const SourceItem& item : source.items) {
      if (!item.good) {
        some_unread_ = true;
        continue;
      }
      const auto* video = std::get_if<content::Video>(&item.item.body);
      for (const content::PlacedMedia& placed : content::CollectMedia(item.item)) {
        used.insert(placed.path);
        CheckOneUse(placed, video == nullptr ? 0 : video->duration_seconds, item.source);
      }
    }
    for (const MediaFile& media : source.media) {
      // What an unreadable item uses is not known, so nothing can be called unused then.
      if (used.contains(media.path) || some_unread_) continue;
      result_.problems.push_back(
          Error{"media.unused",
                {"没有条目用到这个文件", "no item uses this file"},
                media.path,
                {"删掉它，或移到media之外", "delete it or move it out of media"}});
    }
  }

  void CheckOneUse(const content::PlacedMedia& placed, double duration, const SourceTree& source) {
    const auto& media = result_.source.media;
    const auto found = std::find_if(media.begin(), media.end(), [&placed](const MediaFile& file) {
      return file.path == placed.path;
    });
    if (found == media.end()) {
      Keep({Error{"media.missing",
                  {"没有文件" + placed.path, "there is no file " + placed.path},
                  placed.where,
                  {"放入这个文件，或改路径", "add the file or correct the path"}}},
           source);
      return;
    }
    for (Error& problem : CheckMediaFile(*found, placed.use, duration)) {
      const std::string inside = problem.where.empty() ? "" : " " + problem.where;
      problem.where = placed.where;
      problem.message.zh = found->path + inside + "：" + problem.message.zh;
      problem.message.en = found->path + inside + ": " + problem.message.en;
      Keep({std::move(problem)}, source);
    }
  }

  Glyphs* glyphs_;
  CheckedSource result_;
  bool some_unread_ = false;
};

}  // namespace

bool CheckedSource::IsGood() const {
  return std::all_of(problems.begin(), problems.end(), content::IsNote);
}

CheckedSource LoadSource(const fs::path& folder, Glyphs* glyphs) {
  return Loader(folder, glyphs).Run();
}

}  // namespace tool
