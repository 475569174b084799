// SPDX-License-Identifier: MIT
// Reads the sources of kiosk/core and of content's pure half with all that they include: no
// window, GPU, player, database, thread, clock or file.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace {

namespace fs = std::filesystem;

std::string ReadText(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string StripComments(const std::string& text) {
  static const std::regex comment(R"(//[^\n]*|/\*[^*]*\*+([^/*][^*]*\*+)*/)");
  return std::regex_replace(text, comment, "");
}

/// Every forbidden thing that `text` names.
std::vector<std::string> FindImpurities(const std::string& text) {
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
std::vector<std::string> FindIncludes(const std::string& text) {
  static const std::regex include(R"(#\s*include\s*"([^"]+)\")");
  std::vector<std::string> found;
  const std::string code = StripComments(text);
  for (std::sregex_iterator hit(code.begin(), code.end(), include), end; hit != end; ++hit) {
    found.push_back((*hit)[1]);
  }
  return found;
}

/// `start` and everything they include, directly or not.
std::set<std::string> Follow(const fs::path& root, std::vector<std::string> start) {
  std::set<std::string> all;
  while (!start.empty()) {
    const std::string path = start.back();
    start.pop_back();
    if (!all.insert(path).second) continue;
    for (const std::string& next : FindIncludes(ReadText(root / path))) start.push_back(next);
  }
  return all;
}

std::vector<std::string> ListCore(const fs::path& root) {
  std::vector<std::string> files;
  for (const auto& entry : fs::directory_iterator(root / "kiosk/core")) {
    files.push_back("kiosk/core/" + entry.path().filename().string());
  }
  return files;
}

/// The sources of the target content_core, as CMake knows them.
std::vector<std::string> ListPureContent() {
  std::vector<std::string> files;
  std::istringstream list(CONTENT_CORE_SOURCES);
  for (std::string file; std::getline(list, file, ',');) files.push_back("content/" + file);
  return files;
}

const fs::path kRoot = SOURCE_ROOT;

TEST_CASE("core_is_pure: the kiosk's rules touch no device, clock, thread or file") {
  const auto files = Follow(kRoot, ListCore(kRoot));
  REQUIRE(files.size() > 20);
  for (const std::string& file : files) {
    INFO(file);
    const bool below = file.rfind("kiosk/core/", 0) == 0 || file.rfind("content/", 0) == 0;
    CHECK(below);
    REQUIRE(fs::exists(kRoot / file));
    CHECK(FindImpurities(ReadText(kRoot / file)) == std::vector<std::string>{});
  }
}

TEST_CASE("core_is_pure: content's pure half touches no device, clock, thread or file") {
  const auto files = Follow(kRoot, ListPureContent());
  REQUIRE(files.size() > 10);
  for (const std::string& file : files) {
    INFO(file);
    CHECK(file.rfind("content/", 0) == 0);
    REQUIRE(fs::exists(kRoot / file));
    CHECK(FindImpurities(ReadText(kRoot / file)) == std::vector<std::string>{});
  }
}

TEST_CASE("core_is_pure: the reader of includes finds what it is there to find") {
  for (const char* line :
       {"#include <SDL2/SDL.h>", "#include <epoxy/gl.h>", "#include <imgui.h>",
        "#include \"imgui.h\"", "# include <mpv/client.h>", "#include <sqlite3.h>",
        "#include <zip.h>", "#include <sodium.h>", "#include <thread>", "#include <mutex>",
        "#include <fstream>", "auto t = std::chrono::system_clock::now();",
        "std::random_device seed;", "std::filesystem::exists(p)", "fs::remove(p)",
        "auto t = time(nullptr);", "x = 1;  // fine\n#include <thread>"}) {
    INFO(line);
    CHECK(FindImpurities(line).size() == 1);
  }
  for (const char* line :
       {"#include <filesystem>", "std::filesystem::path file;", "// not std::random_device",
        "/* system_clock */ int x;", "double next_time(int x);", "#include <chrono>"}) {
    INFO(line);
    CHECK(FindImpurities(line).empty());
  }
}

}  // namespace
