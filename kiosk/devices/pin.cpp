// SPDX-License-Identifier: MIT
#include "kiosk/devices/pin.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <fstream>
#include <stdexcept>
#include <string>

#include "content/disk.h"
#include "kiosk/core/staff.h"

namespace kiosk {
namespace {

constexpr std::string_view kPrefix = "$argon2id$v=19$";
constexpr unsigned long long kPasses = 3;
constexpr std::size_t kMemory = std::size_t{64} << 20;
constexpr int kDamagedTries = 4;
constexpr int kMostTries = 1'000'000;

content::Error Refuse(const char* code, content::Text message) {
  return {code, std::move(message), "", {"PIN用6到12位数字。", "Use 6 to 12 digits."}};
}

/// The number behind "m=" and so on.
int Field(std::string_view text, std::string_view name) {
  const std::size_t at = text.find(name);
  int value = -1;
  if (at == std::string_view::npos) return value;
  const char* begin = text.data() + at + name.size();
  std::from_chars(begin, text.data() + text.size(), value);
  return value;
}

void Start() {
  if (sodium_init() < 0) throw std::runtime_error("libsodium does not start");
}

}  // namespace

bool IsPinHash(std::string_view text) {
  if (text.size() < 60 || text.size() >= crypto_pwhash_STRBYTES) return false;
  if (text.substr(0, kPrefix.size()) != kPrefix) return false;
  const std::string_view rest = text.substr(kPrefix.size());
  const int memory = Field(rest, "m="), passes = Field(rest, "t=");
  return memory >= 8 && memory <= (256 << 10) && passes >= 1 && passes <= 16 &&
         std::count(rest.begin(), rest.end(), '$') == 2;
}

content::Result<std::string> MakePinHash(std::string_view pin) {
  if (pin.size() < kPinLeast)
    return tl::unexpected(Refuse("pin.short", {"PIN太短", "the PIN is too short"}));
  if (pin.size() > kPinMost)
    return tl::unexpected(Refuse("pin.long", {"PIN太长", "the PIN is too long"}));
  if (!std::all_of(pin.begin(), pin.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return tl::unexpected(Refuse("pin.digits", {"PIN只能是数字", "the PIN has more than digits"}));
  Start();
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (crypto_pwhash_str_alg(hash.data(), pin.data(), pin.size(), kPasses, kMemory,
                            crypto_pwhash_ALG_ARGON2ID13) != 0) {
    return tl::unexpected(
        content::Error{"pin.memory",
                       {"内存不够，算不出来", "there is too little memory"},
                       "",
                       {"关掉别的程序再试。", "Close other programs, try again."}});
  }
  return std::string(hash.data());
}

bool IsPin(std::string_view pin, const std::string& hash) {
  Start();
  return IsPinHash(hash) && crypto_pwhash_str_verify(hash.c_str(), pin.data(), pin.size()) == 0;
}

int ReadWrongTries(const std::filesystem::path& file) {
  std::error_code unknown;
  if (!std::filesystem::exists(std::filesystem::symlink_status(file, unknown))) return 0;
  std::ifstream in(file);
  std::string line;
  std::getline(in, line);
  int tries = -1;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), tries);
  const bool good = error == std::errc() && end == line.data() + line.size();
  return good && tries >= 0 && tries <= kMostTries ? tries : kDamagedTries;
}

content::Result<void> WriteWrongTries(const std::filesystem::path& file, int tries) {
  std::error_code failed;
  std::filesystem::create_directories(file.parent_path(), failed);
  if (failed) return tl::unexpected(content::MakeDiskError("pin", failed.value(), file));
  return content::WriteFileDurably(file, std::to_string(std::min(tries, kMostTries)) + "\n", "pin");
}

}  // namespace kiosk
