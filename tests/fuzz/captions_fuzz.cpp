// SPDX-License-Identifier: MIT
#include <cstdint>
#include <string_view>

#include "content/captions.h"
#include "tests/fuzz/expect.h"

// Cues come in order, do not overlap, and are found at their beginning and not at their end.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto cues = content::ParseCaptions({reinterpret_cast<const char*>(bytes), size});
  if (!cues) {
    Expect(!cues.error().code.empty() && !cues.error().message.zh.empty());
    return 0;
  }
  double last = 0;
  for (const content::Cue& cue : *cues) {
    Expect(cue.from >= last && cue.until > cue.from);
    last = cue.until;
    Expect(content::FindCue(*cues, cue.from) == &cue);
    Expect(content::FindCue(*cues, cue.until) != &cue);
  }
  Expect(content::FindCue(*cues, last) == nullptr);
  return 0;
}
