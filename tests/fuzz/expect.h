// SPDX-License-Identifier: MIT
#pragma once

#include <cstdlib>

/// Stops the fuzzer with the input that broke what must hold; assert would be gone in a release.
inline void Expect(bool holds) {
  if (!holds) std::abort();
}
