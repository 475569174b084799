// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "content/text.h"

namespace content {

/// An expected failure, told to a person: what is wrong, where, and what to do about it.
struct Error {
  std::string code;   ///< Stable name a program may act on, such as "signature.unknown-key".
  Text message;       ///< What is wrong.
  std::string where;  ///< File, "file:line:column", JSON pointer or entry name; may be empty.
  Text remedy;        ///< What to do.
};

template <typename T>
using Result = tl::expected<T, Error>;

using Problems = std::vector<Error>;

/// One line for a terminal or a log: "where: message (code)\n    remedy".
[[nodiscard]] std::string Describe(const Error& error, Language language);

}  // namespace content
