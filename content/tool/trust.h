// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "content/result.h"
#include "content/signature.h"

namespace tool {

/// A key or password file. Errors: file.unreadable.
[[nodiscard]] content::Result<std::string> ReadSmallFile(const std::string& path);

/// Public keys from files and folders; a key's label is its file's name without ".pub".
[[nodiscard]] content::Result<std::vector<content::PublicKey>> LoadKeys(
    const std::vector<std::string>& places);

}  // namespace tool
