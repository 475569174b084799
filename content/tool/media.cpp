// SPDX-License-Identifier: MIT
#include "content/tool/media.h"

#include <algorithm>
#include <fstream>
#include <memory>
#include <utility>

#include "content/reader.h"

namespace tool {
namespace {

namespace fs = std::filesystem;
using content::Error;
using content::MediaType;
using content::Problems;
using content::Text;

content::ByteSource OpenSource(const MediaFile& media) {
  const auto stream = std::make_shared<std::ifstream>(media.file, std::ios::binary);
  return {media.size, [stream](std::uint64_t offset, char* to, std::size_t count) {
            stream->clear();
            stream->seekg(static_cast<std::streamoff>(offset));
            stream->read(to, static_cast<std::streamsize>(count));
            return static_cast<std::size_t>(std::max<std::streamsize>(stream->gcount(), 0));
          }};
}

}  // namespace

std::vector<MediaFile> ListMedia(const fs::path& folder, Problems& problems) {
  std::vector<MediaFile> files;
  std::error_code failed;
  const fs::path media = folder / "media";
  for (fs::recursive_directory_iterator it(media, failed), end; !failed && it != end;
       it.increment(failed)) {
    const std::string path = it->path().lexically_relative(folder).generic_string();
    const auto refuse = [&](const char* code, Text message, Text remedy) {
      problems.push_back(Error{code, std::move(message), path, std::move(remedy)});
    };
    if (it->is_directory() && !it->is_symlink()) continue;
    if (it->is_symlink() || !it->is_regular_file()) {
      refuse("media.link", {"是链接，不是文件", "this is a link, not a file"},
             {"放文件本身", "put the file itself there"});
    } else if (!content::IsPackPath(path)) {
      refuse("path.unsafe", {"文件名不合规", "this name cannot be used"},
             {"只用小写英文、数字、. _ -", "use lower-case letters, digits, . _ - only"});
    } else if (MediaType(path).empty()) {
      refuse("media.type", {"不支持这种文件", "this kind of file is not supported"},
             {"用png、jpg、mp4、webm、vtt、opus、wav；草稿放到media之外",
              "use png, jpg, mp4, webm, vtt, opus, wav; keep drafts outside media"});
    } else {
      files.push_back({path, it->path(), it->file_size(), MediaType(path)});
    }
  }
  std::sort(files.begin(), files.end(),
            [](const MediaFile& a, const MediaFile& b) { return a.path < b.path; });
  std::sort(problems.begin(), problems.end(),
            [](const Error& a, const Error& b) { return a.where < b.where; });
  return files;
}

Problems CheckMediaFile(const MediaFile& media, content::MediaUse use, double duration) {
  const auto found = content::ReadMedia(OpenSource(media), media.path);
  if (!found) return {found.error()};
  return content::CheckMediaUse(*found, use, duration);
}

}  // namespace tool
