// SPDX-License-Identifier: MIT
// Reads the sources of kiosk/core and of content's pure half with all that they include.
#include <sstream>

#include "tests/support/catch.h"
#include "tests/support/purity.h"

namespace {

using testing::FindImpurities;
using testing::Follow;
using testing::ReadText;
namespace fs = std::filesystem;

/// The sources of the target content_core, as CMake knows them.
std::vector<std::string> ListPureContent() {
  std::vector<std::string> files;
  std::istringstream list(CONTENT_CORE_SOURCES);
  for (std::string file; std::getline(list, file, ',');) files.push_back("content/" + file);
  return files;
}

const fs::path kRoot = SOURCE_ROOT;

TEST_CASE("core_is_pure: the kiosk's rules touch no device, clock, thread or file") {
  const auto files = Follow(kRoot, testing::ListFolder(kRoot, "kiosk/core"));
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
