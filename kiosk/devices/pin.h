// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "content/result.h"

namespace kiosk {

/// Whether `text` is an argon2id hash as MakePinHash writes it, within bounds (256 MiB, 16 passes)
/// that this machine can afford.
[[nodiscard]] bool IsPinHash(std::string_view text);

/// argon2id with 64 MiB and three passes: about a quarter of a second, memory that a kiosk has.
/// Errors: pin.short (fewer than six digits), pin.long, pin.digits, pin.memory.
[[nodiscard]] content::Result<std::string> MakePinHash(std::string_view pin);

/// Takes as long as MakePinHash: not for the loop's thread.
[[nodiscard]] bool IsPin(std::string_view pin, const std::string& hash);

/// How many tries in a row were wrong, kept in a small file beside the journal. No file: none. A
/// file that says nothing sensible counts as several, for nobody loses one by accident.
[[nodiscard]] int ReadWrongTries(const std::filesystem::path& file);
[[nodiscard]] content::Result<void> WriteWrongTries(const std::filesystem::path& file, int tries);

}  // namespace kiosk
