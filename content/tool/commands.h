// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

#include "content/tool/console.h"

namespace tool {

/// The chosen subcommand leaves its work here; main runs it once the language is known.
using Work = std::function<int(const Console&)>;

/// new, check, build, preview: what works on a source folder.
void AddSourceCommands(CLI::App& app, Work& work);
/// keygen, sign, verify, show: what works on a pack file.
void AddPackCommands(CLI::App& app, Work& work);
/// install, list, rollback: what works on a device's store.
void AddStoreCommands(CLI::App& app, Work& work);

/// Writes text to a new file. Errors: file.exists, file.unwritable.
[[nodiscard]] content::Result<void> WriteNewFile(const std::string& path, const std::string& text,
                                                 bool secret);

}  // namespace tool
