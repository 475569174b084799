// SPDX-License-Identifier: MIT
#include "content/tool/commands.h"

namespace tool {
void AddPackCommands(CLI::App&, Work&) {}
}  // namespace tool
