// SPDX-License-Identifier: MIT
#include "content/tool/commands.h"

namespace tool {
void AddStoreCommands(CLI::App&, Work&) {}
}  // namespace tool
