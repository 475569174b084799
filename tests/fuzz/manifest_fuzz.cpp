// SPDX-License-Identifier: MIT
#include <cstdint>
#include <string_view>

#include "content/limits.h"
#include "content/manifest.h"
#include "tests/fuzz/expect.h"

// A manifest that passes lists every item's file, and shows in the attract loop what it has.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto manifest = content::ParseManifest({reinterpret_cast<const char*>(bytes), size});
  if (!manifest) {
    Expect(!manifest.error().code.empty() && !manifest.error().message.zh.empty() &&
           !manifest.error().message.en.empty());
    return 0;
  }
  Expect(!manifest->id.empty() && manifest->id.find('/') == std::string::npos &&
         manifest->id != "." && manifest->id != "..");
  Expect(content::ParseVersion(content::FormatVersion(manifest->version)) == manifest->version);
  Expect(manifest->items.size() <= content::limits::kItems);
  for (const auto& item : manifest->items) Expect(manifest->FindFile(item.path) != nullptr);
  for (const auto& slot : manifest->attract) Expect(slot.hour_from < slot.hour_until);
  return 0;
}
