// SPDX-License-Identifier: MIT
#include "tests/fuzz/media_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  ReadAny(bytes, size, size > 0 && bytes[0] == 'R' ? "sound.wav" : "sound.opus");
  return 0;
}
