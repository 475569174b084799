// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tool {

/// The number in `count` bytes (at most 8) from `at`, highest byte first; bytes past the end are 0.
inline std::uint64_t BigEndian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto byte = at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0u;
    value = (value << 8) | byte;
  }
  return value;
}

}  // namespace tool
