// SPDX-License-Identifier: MIT
#pragma once

// Internal to the library and the pack tool: public headers never show the JSON library.

#include <nlohmann/json.hpp>
#include <string_view>

#include "content/result.h"

namespace content {

using Json = nlohmann::json;

/// Strict JSON: at most `limit` bytes and limits::kJsonDepth levels, well-formed UTF-8, no key
/// twice in one object, nothing after the value. `where` of an error is "byte N".
/// Errors: json.too-large, json.utf8, json.too-deep, json.duplicate-key, json.malformed.
[[nodiscard]] Result<Json> ParseStrictJson(std::string_view text, std::size_t limit);

/// Canonical bytes: keys sorted, UTF-8 unescaped, no spaces, newline at the end.
[[nodiscard]] std::string DumpCanonicalJson(const Json& value);

}  // namespace content
