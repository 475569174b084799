// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "content/json.h"
#include "content/result.h"

namespace tool {

using content::Json;
using content::Problems;
using content::Result;

/// Both from 1; columns count characters, as editors do.
struct Place {
  int line = 1;
  int column = 1;
};

/// A YAML file as a tree in which every scalar is a string, with the place of every value and key.
struct SourceTree {
  std::string name;  ///< As shown to the author: "items/card.yaml".
  Json tree;
  std::set<std::string> plain;          ///< Pointers of unquoted scalars; see ReadContext.
  std::map<std::string, Place> values;  ///< By JSON pointer.
  std::map<std::string, Place> keys;

  /// Turns the JSON pointer in `problem.where` into "name:line:column".
  void Locate(content::Error& problem) const;
};

/// One document, at most limits::kItemBytes, no anchors, aliases or tags, no key twice.
/// Errors: yaml.malformed, yaml.too-large, yaml.too-deep, yaml.duplicate-key, yaml.alias, yaml.tag,
/// yaml.utf8, yaml.documents; `where` is "name:line:column".
[[nodiscard]] Result<SourceTree> ParseYaml(std::string_view text, std::string name);

}  // namespace tool
