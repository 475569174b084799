// SPDX-License-Identifier: MIT
#pragma once

// Internal to the library and the pack tool: pack.yaml and manifest.json share their first half.

#include "content/manifest.h"
#include "content/reader.h"

namespace content {

/// The keys that the author writes: id, version, ..., sources, attract.
void ReadPackKeys(Fields& fields, Manifest& manifest);

/// What holds between the parts: attract slots show items that exist, ids differ.
void CheckLinks(const Fields& fields, const Manifest& manifest);

}  // namespace content
