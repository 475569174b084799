// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

#include "content/limits.h"
#include "content/media.h"
#include "tests/fuzz/expect.h"

/// What passes is of the kind of its name and within the limits; what does not says why.
inline void ReadAny(const std::uint8_t* bytes, std::size_t size, std::string_view name) {
  namespace limits = content::limits;
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto media = content::ReadMedia(content::SourceOf(text), name);
  if (!media) {
    Expect(media.error().code.starts_with("media.") && !media.error().message.zh.empty() &&
           !media.error().message.en.empty() && !media.error().remedy.zh.empty());
    return;
  }
  Expect(media->use == content::MediaUseOf(name));
  Expect(media->seconds >= 0 && media->seconds <= limits::kVideoSeconds + 1);
  const bool film = media->use == content::MediaUse::kFilm;
  const bool picture = media->use == content::MediaUse::kPicture;
  Expect(!film || media->seconds > 0);
  if (film || picture) {
    const std::uint64_t most = film ? limits::kVideoPixels : limits::kImagePixels;
    Expect(media->width > 0 && media->height > 0 && media->width <= most / media->height);
  }
}
