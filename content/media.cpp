// SPDX-License-Identifier: MIT
#include "content/media.h"

#include <array>
#include <cmath>
#include <cstring>
#include <sstream>

#include "content/check.h"
#include "content/limits.h"
#include "content/media_bytes.h"
#include "content/unicode.h"

namespace content {
namespace {

using Reader = Result<Media> (*)(const ByteSource&);

Result<Media> ReadCaptions(const ByteSource& source) {
  const std::string text = Window(source).Take(0, source.size);
  auto cues = ParseCaptions(text);
  if (!cues) return tl::unexpected(std::move(cues.error()));
  Media media;
  media.cues = std::move(*cues);
  return media;
}

struct Suffix {
  std::string_view suffix;
  const char* type;
  MediaUse use;
  std::uint64_t most;  ///< Bytes.
  Reader reader;
};
constexpr std::array<Suffix, 9> kSuffixes = {
    {{".png", "image/png", MediaUse::kPicture, limits::kImageBytes, ReadPng},
     {".jpg", "image/jpeg", MediaUse::kPicture, limits::kImageBytes, ReadJpeg},
     {".jpeg", "image/jpeg", MediaUse::kPicture, limits::kImageBytes, ReadJpeg},
     {".mp4", "video/mp4", MediaUse::kFilm, limits::kVideoBytes, ReadMp4},
     {".webm", "video/webm", MediaUse::kFilm, limits::kVideoBytes, ReadWebm},
     {".vtt", "text/vtt", MediaUse::kCaptions, limits::kCaptionBytes, ReadCaptions},
     {".opus", "audio/ogg", MediaUse::kSound, limits::kSoundBytes, ReadOgg},
     {".ogg", "audio/ogg", MediaUse::kSound, limits::kSoundBytes, ReadOgg},
     {".wav", "audio/wav", MediaUse::kSound, limits::kSoundBytes, ReadWav}}};

const Suffix* FindSuffix(std::string_view path) {
  const auto found = std::find_if(kSuffixes.begin(), kSuffixes.end(), [path](const Suffix& known) {
    return path.size() > known.suffix.size() && path.ends_with(known.suffix);
  });
  return found == kSuffixes.end() ? nullptr : &*found;
}

/// A playlist, a manifest of a stream or a list of files: text that says what else to open.
bool IsPlaylist(std::string_view head) {
  if (head.find('\0') != std::string_view::npos) return false;
  constexpr std::string_view kMarks[] = {
      "#EXTM3U",     "ffconcat", "mpv EDL", "[playlist]", "<MPD",    "://",
      "[reference]", "\nFile1=", "<asx",    "<smil",      "\nfile ", "<SmoothStreaming"};
  for (const std::string_view mark : kMarks) {
    if (head.find(mark) != std::string_view::npos) return true;
  }
  return head.starts_with("file ") || head.starts_with("/") || head.starts_with("../") ||
         head.starts_with("v=0");
}

std::string FormatSeconds(double seconds) {
  std::ostringstream text;
  text.precision(1);
  text << std::fixed << seconds;
  return text.str();
}

Result<void> CheckLimits(const Media& media) {
  const bool film = media.use == MediaUse::kFilm;
  const std::uint64_t most = film ? limits::kVideoPixels : limits::kImagePixels;
  const std::uint64_t side = std::max(media.width, media.height);
  if (side > limits::kImagePixels || media.width * media.height > most) {
    const std::string has = std::to_string(media.width) + "×" + std::to_string(media.height);
    const std::string wants = std::to_string(most);
    return RefuseMedia("media.too-many-pixels",
                       {"画面" + has + "像素，最多" + wants + "像素",
                        "it has " + has + " pixels, at most " + wants + " are allowed"},
                       {"缩小画面", "scale it down"});
  }
  if (media.seconds > limits::kVideoSeconds + 1) return RefuseLong(media.seconds);
  return {};
}

}  // namespace

ByteSource SourceOf(std::string_view bytes) {
  return {bytes.size(), [bytes](std::uint64_t offset, char* to, std::size_t count) -> std::size_t {
            if (offset >= bytes.size()) return 0;
            const std::string_view part = bytes.substr(static_cast<std::size_t>(offset), count);
            std::memcpy(to, part.data(), part.size());
            return part.size();
          }};
}

std::string MediaType(std::string_view path) {
  if (path.ends_with(".json")) return "application/json";
  const Suffix* suffix = FindSuffix(path);
  return suffix == nullptr ? "" : suffix->type;
}

std::optional<MediaUse> MediaUseOf(std::string_view path) {
  const Suffix* suffix = FindSuffix(path);
  return suffix == nullptr ? std::nullopt : std::optional(suffix->use);
}

Result<Media> ReadMedia(const ByteSource& source, std::string_view path) {
  const Suffix* suffix = FindSuffix(path);
  if (suffix == nullptr) {
    return RefuseMedia(
        "media.type", {"不支持这种文件", "this kind of file is not supported"},
        {"用png、jpg、mp4、webm、vtt、opus、wav", "use png, jpg, mp4, webm, vtt, opus or wav"});
  }
  if (source.size > suffix->most) {
    const std::string has = std::to_string(source.size), wants = std::to_string(suffix->most);
    return RefuseMedia("media.too-large",
                       {"文件有" + has + "字节，最多" + wants + "字节",
                        "the file has " + has + " bytes, at most " + wants + " are allowed"},
                       {"压缩或裁小", "compress it or make it smaller"});
  }
  auto media = suffix->reader(source);
  if (!media) {
    constexpr std::size_t kHead = 4096;
    const bool unknown = media.error().code == "media.malformed";
    if (unknown && IsPlaylist(Window(source).At(0, kHead))) return RefuseReference();
    return media;
  }
  media->use = suffix->use;
  if (auto fine = CheckLimits(*media); !fine) return tl::unexpected(std::move(fine.error()));
  return media;
}

Problems CheckMediaUse(const Media& media, MediaUse use, double duration) {
  if (media.use != use) {
    return {{"media.use",
             {"这种文件不能用在这里", "this kind of file cannot be used here"},
             "",
             {"图片用png、jpg，影片用mp4、webm，字幕用vtt，声音用opus、wav",
              "pictures are png or jpg, films mp4 or webm, captions vtt, sounds opus or wav"}}};
  }
  if (use == MediaUse::kCaptions) return CheckCaptions(media.cues, duration);
  constexpr double kSlack = 1.0;  // Containers round, and sound may outlast the picture a little.
  if (use != MediaUse::kFilm || std::abs(media.seconds - duration) <= kSlack) return {};
  const std::string seconds = FormatSeconds(media.seconds);
  return {{"media.duration",
           {"片长" + seconds + "秒，与duration不符",
            "the film lasts " + seconds + " s, which is not its duration"},
           "",
           {"把duration改成" + seconds, "write duration: " + seconds}}};
}

std::string ShowName(std::string_view name) {
  std::string shown(name.substr(0, 32));
  std::replace_if(
      shown.begin(), shown.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
  return shown;
}

tl::unexpected<Error> RefuseFilm(const std::string& zh, const std::string& en) {
  return RefuseMedia("media.malformed", {"不是合格的影片：" + zh, "this is no sound film: " + en},
                     {"重新导出为MP4（H.264＋AAC）", "export it as MP4 (H.264 and AAC)"});
}

tl::unexpected<Error> RefuseCodec(std::string_view codec) {
  const std::string name = ShowName(codec);
  return RefuseMedia(
      "media.codec",
      {"影片用了不支持的编码“" + name + "”", "the codec \"" + name + "\" is not supported"},
      {"画面用H.264、VP9或AV1，声音用AAC或Opus",
       "pictures are H.264, VP9 or AV1, sound is AAC or Opus"});
}

tl::unexpected<Error> RefuseStreams() {
  return RefuseMedia(
      "media.streams",
      {"文件里的流太多、太少或种类不对", "it has too many streams, too few, or of a wrong kind"},
      {"影片只留一路画面和至多一路声音，声音文件只留一路声音",
       "a film has one picture and at most one sound, a sound file one sound"});
}

tl::unexpected<Error> RefuseLong(double seconds) {
  const std::string has = FormatSeconds(seconds);
  return RefuseMedia(
      "media.too-long",
      {"长" + has + "秒，最多900秒", "it lasts " + has + " s, at most 900 are allowed"},
      {"剪短，或分成几段", "shorten it or cut it into parts"});
}

tl::unexpected<Error> RefuseReference() {
  return RefuseMedia("media.reference",
                     {"它指向别的文件或网址，一体机不会去打开",
                      "it names other files or addresses; a kiosk does not follow them"},
                     {"把画面和声音都放进一个文件", "put picture and sound into one file"});
}

tl::unexpected<Error> RefuseAttachment() {
  return RefuseMedia("media.attachment",
                     {"里面附带了封面或别的文件", "it carries a cover or other attached files"},
                     {"导出时去掉封面和附件", "export it without cover and attachments"});
}

tl::unexpected<Error> RefuseEncoded() {
  return RefuseMedia("media.encoded",
                     {"内容被再次压缩或加密", "its content is packed or encrypted once more"},
                     {"不压缩、不加密地重新导出", "export it without that"});
}

bool IsListedAac(std::string_view config) {
  if (config.size() < 2) return false;
  const auto type = BigEndian(config, 0, 1) >> 3;
  constexpr std::uint64_t kLc = 2, kSbr = 5, kPs = 29;
  return type == kLc || type == kSbr || type == kPs;
}

}  // namespace content
