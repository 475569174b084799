// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/catch.h"

#if __has_include(<catch2/catch_all.hpp>)
using Catch::Approx;  // Catch2 v2 has it everywhere
#endif
