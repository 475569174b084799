// SPDX-License-Identifier: MIT
#include "content/tool/media.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <sstream>
#include <string_view>
#include <utility>

#include "content/captions.h"
#include "content/check.h"
#include "content/limits.h"
#include "content/reader.h"
#include "content/tool/bytes.h"
#include "content/tool/film.h"

namespace tool {
namespace {

namespace fs = std::filesystem;
using content::Error;
using content::MediaUse;
using content::Problems;
using content::Text;

struct Suffix {
  std::string_view suffix;
  const char* type;
  MediaUse use;
};
constexpr std::array<Suffix, 9> kSuffixes = {{{".png", "image/png", MediaUse::kPicture},
                                              {".jpg", "image/jpeg", MediaUse::kPicture},
                                              {".jpeg", "image/jpeg", MediaUse::kPicture},
                                              {".mp4", "video/mp4", MediaUse::kFilm},
                                              {".webm", "video/webm", MediaUse::kFilm},
                                              {".vtt", "text/vtt", MediaUse::kCaptions},
                                              {".opus", "audio/ogg", MediaUse::kSound},
                                              {".ogg", "audio/ogg", MediaUse::kSound},
                                              {".wav", "audio/wav", MediaUse::kSound}}};

const Suffix* FindSuffix(std::string_view path) {
  const auto found = std::find_if(kSuffixes.begin(), kSuffixes.end(), [path](const Suffix& known) {
    return path.size() > known.suffix.size() && path.ends_with(known.suffix);
  });
  return found == kSuffixes.end() ? nullptr : &*found;
}

void Add(Problems& problems, const char* code, Text message, Text remedy) {
  problems.push_back(Error{code, std::move(message), "", std::move(remedy)});
}

std::string ReadHead(const fs::path& file, std::size_t most) {
  std::ifstream stream(file, std::ios::binary);
  std::string bytes(most, '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(most));
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return bytes;
}

struct Size {
  std::uint64_t width = 0, height = 0;  ///< Zero when the header could not be read.
};

Size ReadPngSize(std::string_view bytes) {
  if (!bytes.starts_with("\x89PNG\r\n\x1a\n") || bytes.substr(12, 4) != "IHDR") return {};
  return {BigEndian(bytes, 16, 4), BigEndian(bytes, 20, 4)};
}

/// Walks the segments to the frame header (SOF0..SOF15 without the tables among them).
Size ReadJpegSize(std::string_view bytes) {
  if (!bytes.starts_with("\xFF\xD8")) return {};
  std::size_t at = 2;
  while (at + 9 < bytes.size()) {
    const auto marker = static_cast<unsigned char>(bytes[at + 1]);
    if (static_cast<unsigned char>(bytes[at]) != 0xFF) return {};
    const bool frame =
        marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (frame) return {BigEndian(bytes, at + 7, 2), BigEndian(bytes, at + 5, 2)};
    at += 2 + static_cast<std::size_t>(BigEndian(bytes, at + 2, 2));
  }
  return {};
}

void CheckSize(const MediaFile& media, std::uint64_t most, Problems& problems) {
  if (media.size <= most) return;
  const std::string has = std::to_string(media.size);
  const std::string wants = std::to_string(most);
  Add(problems, "media.too-large",
      {"文件有" + has + "字节，最多" + wants + "字节",
       "the file has " + has + " bytes, at most " + wants + " are allowed"},
      {"压缩或裁小", "compress it or make it smaller"});
}

void CheckPicture(const MediaFile& media, Problems& problems) {
  CheckSize(media, content::limits::kImageBytes, problems);
  const std::string bytes = ReadHead(media.file, 256u << 10);
  const Size size = media.type == "image/png" ? ReadPngSize(bytes) : ReadJpegSize(bytes);
  if (size.width == 0 || size.height == 0) {
    Add(problems, "media.malformed", {"不是合格的PNG或JPEG图片", "this is no PNG or JPEG picture"},
        {"用画图软件另存一次", "save it again from a drawing program"});
    return;
  }
  if (size.width * size.height <= content::limits::kImagePixels) return;
  const std::string has = std::to_string(size.width) + "×" + std::to_string(size.height);
  Add(problems, "media.too-many-pixels",
      {"图片" + has + "像素，最多1600万像素",
       "the picture has " + has + " pixels, more than 16 million"},
      {"缩小图片", "scale it down"});
}

void CheckCaptionFile(const MediaFile& media, double duration, Problems& problems) {
  CheckSize(media, content::limits::kCaptionBytes, problems);
  if (!problems.empty()) return;
  const std::string text = ReadHead(media.file, content::limits::kCaptionBytes + 1);
  auto cues = content::ParseCaptions(text);
  if (!cues) {
    problems.push_back(std::move(cues.error()));
    return;
  }
  for (Error& problem : content::CheckCaptions(*cues, duration)) {
    problems.push_back(std::move(problem));
  }
}

void CheckFilm(const MediaFile& media, double duration, Problems& problems) {
  CheckSize(media, content::limits::kVideoBytes, problems);
  const auto film = ReadFilm(media.file);
  if (!film) {
    problems.push_back(film.error());
    return;
  }
  constexpr double kSlack = 1.0;  // Containers round, and sound may outlast the picture a little.
  if (film->seconds > 0 && std::abs(film->seconds - duration) > kSlack) {
    std::ostringstream seconds;
    seconds.precision(1);
    seconds << std::fixed << film->seconds;
    Add(problems, "media.duration",
        {"片长" + seconds.str() + "秒，与duration不符",
         "the film lasts " + seconds.str() + " s, which is not its duration"},
        {"把duration改成" + seconds.str(), "write duration: " + seconds.str()});
  }
}

void CheckSound(const MediaFile& media, Problems& problems) {
  CheckSize(media, content::limits::kSoundBytes, problems);
  const std::string bytes = ReadHead(media.file, 64);
  const bool wav = bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WAVE";
  const bool opus = bytes.starts_with("OggS") && bytes.find("OpusHead") != std::string::npos;
  if (media.type == "audio/wav" ? wav : opus) return;
  Add(problems, "media.malformed", {"不是Opus或WAV声音", "this is neither Opus nor WAV sound"},
      {"转成Opus（.opus）", "convert it to Opus (.opus)"});
}

}  // namespace

std::string MediaType(const std::string& path) {
  if (path.ends_with(".json")) return "application/json";
  const Suffix* suffix = FindSuffix(path);
  return suffix == nullptr ? "" : suffix->type;
}

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

Problems CheckMediaFile(const MediaFile& media, MediaUse use, double duration) {
  Problems problems;
  const Suffix* suffix = FindSuffix(media.path);
  if (suffix == nullptr || suffix->use != use) {
    Add(problems, "media.use", {"这种文件不能用在这里", "this kind of file cannot be used here"},
        {"图片用png、jpg，影片用mp4、webm，字幕用vtt，声音用opus、wav",
         "pictures are png or jpg, films mp4 or webm, captions vtt, sounds opus or wav"});
    return problems;
  }
  switch (use) {
    case MediaUse::kPicture:
      CheckPicture(media, problems);
      break;
    case MediaUse::kFilm:
      CheckFilm(media, duration, problems);
      break;
    case MediaUse::kCaptions:
      CheckCaptionFile(media, duration, problems);
      break;
    case MediaUse::kSound:
      CheckSound(media, problems);
      break;
  }
  return problems;
}

}  // namespace tool
