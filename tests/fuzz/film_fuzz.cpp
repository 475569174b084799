// SPDX-License-Identifier: MIT
#include "tests/fuzz/media_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  ReadAny(bytes, size, size > 0 && bytes[0] == 0x1A ? "film.webm" : "film.mp4");
  return 0;
}
