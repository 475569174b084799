// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/captions.h"
#include "content/result.h"
#include "content/texts.h"

namespace content {

/// The bytes of one file wherever they are: in a pack, on a disk, in memory.
struct ByteSource {
  std::uint64_t size = 0;
  /// Copies up to `count` bytes from `offset` on and gives back how many: fewer only at the end or
  /// when reading fails.
  std::function<std::size_t(std::uint64_t offset, char* to, std::size_t count)> read;
};

/// `bytes` must outlive it.
[[nodiscard]] ByteSource SourceOf(std::string_view bytes);

/// The media type for a path of a pack; empty when its suffix is not on FORMAT.md's list.
[[nodiscard]] std::string MediaType(std::string_view path);
[[nodiscard]] std::optional<MediaUse> MediaUseOf(std::string_view path);

/// What the headers of a picture, film, sound or file of captions say.
struct Media {
  MediaUse use = MediaUse::kPicture;
  double seconds = 0;                   ///< Of a film or sound.
  std::uint64_t width = 0, height = 0;  ///< Pixels of a picture or film.
  std::vector<Cue> cues;                ///< Of captions.
};

/// Looks into a file: is it what its suffix says, whole, within every limit of FORMAT.md and
/// without anything that leads out of it? Reads headers, and of a picture all that is needed to
/// know how much it unpacks to; decodes no film and no sound. `where` of an error is left empty.
/// Errors: media.type, media.too-large, media.malformed, media.reference, media.attachment,
/// media.codec, media.streams, media.encoded, media.fragmented, media.too-many-pixels,
/// media.expands, media.too-long, captions.*.
[[nodiscard]] Result<Media> ReadMedia(const ByteSource& source, std::string_view path);

/// Whether an item may use it so; `duration` is the film's length in seconds as the item declares.
/// Errors: media.use, media.duration, captions.empty, captions.outside; `where` is left empty.
[[nodiscard]] Problems CheckMediaUse(const Media& media, MediaUse use, double duration);

}  // namespace content
