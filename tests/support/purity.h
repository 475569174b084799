// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <vector>

/// Reads sources with all that they include: rules touch no window, GPU, player, database, thread,
/// clock or file.
namespace testing {

namespace fs = std::filesystem;

inline std::string ReadText(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline std::string StripComments(const std::string& text) {
  static const std::regex comment(R"(//[^\n]*|/\*[^*]*\*+([^/*][^*]*\*+)*/)");
  return std::regex_replace(text, comment, "");
}

/// Every forbidden thing that `text` names.
inline std::vector<std::string> FindImpurities(const std::string& text) {
  static const std::vector<std::regex> forbidden = {
      std::regex(
          R"(#\s*include\s*[<"](SDL|GL|GLES|EGL|epoxy|imgui|mpv|sqlite3|zip\.h|sodium|openssl|curl|sys/|unistd|fcntl|pthread)[^\n]*)"),
      std::regex(
          R"(#\s*include\s*<(thread|mutex|shared_mutex|condition_variable|future|atomic|fstream|ctime|time\.h|iostream|csignal)>)"),
      std::regex(R"((system|steady|high_resolution)_clock)"), std::regex(R"(random_device)"),
      std::regex(
          R"(\b(getenv|fopen|freopen|fread|fwrite|f?printf|fputs|puts|system|time|rand|srand)\s*\()"),
      // The type of a path may be named; asking the disk may not.
      std::regex(R"((filesystem|fs)::(?!path\b)\w+)")};
  std::vector<std::string> found;
  const std::string code = StripComments(text);
  for (const std::regex& what : forbidden) {
    for (std::sregex_iterator hit(code.begin(), code.end(), what), end; hit != end; ++hit) {
      found.push_back(hit->str());
    }
  }
  return found;
}

/// The project's own headers that `text` includes, as paths from the root.
inline std::vector<std::string> FindIncludes(const std::string& text) {
  static const std::regex include(R"(#\s*include\s*"([^"]+)\")");
  std::vector<std::string> found;
  const std::string code = StripComments(text);
  for (std::sregex_iterator hit(code.begin(), code.end(), include), end; hit != end; ++hit) {
    found.push_back((*hit)[1]);
  }
  return found;
}

/// `start` and everything they include, directly or not.
inline std::set<std::string> Follow(const fs::path& root, std::vector<std::string> start) {
  std::set<std::string> all;
  while (!start.empty()) {
    const std::string path = start.back();
    start.pop_back();
    if (!all.insert(path).second) continue;
    for (const std::string& next : FindIncludes(ReadText(root / path))) start.push_back(next);
  }
  return all;
}

/// The files of a folder, as paths from the root.
inline std::vector<std::string> ListFolder(const fs::path& root, const std::string& folder) {
  std::vector<std::string> files;
  for (const auto& entry : fs::directory_iterator(root / folder)) {
    if (entry.path().extension() == ".txt") continue;
    files.push_back(folder + "/" + entry.path().filename().string());
  }
  return files;
}

}  // namespace testing
