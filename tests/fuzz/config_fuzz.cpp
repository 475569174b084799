// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdint>
#include <string_view>

#include "kiosk/config.h"
#include "tests/fuzz/expect.h"

// What passes is within bounds; what does not is told with its place, in both languages.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const kiosk::Config kDefaults = kiosk::DefaultConfig("/data");
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto config = kiosk::ParseConfig(text, kDefaults);
  if (!config) {
    const content::Error& error = config.error();
    Expect(error.code.starts_with("config.") && !error.message.zh.empty() &&
           !error.message.en.empty());
    return 0;
  }
  Expect(config->diagonal_inches > 0 && config->diagonal_inches < 1000);
  Expect(config->defaults.volume >= 0 && config->defaults.volume <= 100);
  const auto size_step = static_cast<int>(config->defaults.text_size);
  Expect(size_step >= 0 && size_step <= 2);
  for (const auto& [name, value] : config->station) Expect(!value.zh.empty());
  return 0;
}
