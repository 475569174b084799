// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace tool {

struct TemplateFile {
  std::string path;  ///< In the new folder.
  std::string text;
};

/// A small pack that passes `check`: one message that is a scam, one that is genuine, one card.
[[nodiscard]] std::vector<TemplateFile> MakeTemplate(const std::string& id);

}  // namespace tool
