// SPDX-License-Identifier: MIT
#include "content/signature.h"

#include <sodium.h>

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <iterator>
#include <limits>
#include <optional>
#include <stdexcept>
#include <utility>

#include "content/limits.h"

// The formats are those of minisign, https://jedisct1.github.io/minisign/#signature-format:
//
//   public key    "Ed" id[8] key[32]
//   signature     ("Ed" | "ED") id[8] signature[64]; "ED" signs BLAKE2b-512 of the bytes
//   global        signature[64] over the signature and the trusted comment
//   secret key    "Ed" ("Sc" | 0 0) "B2" salt[32] opslimit[8] memlimit[8] id[8] key[64]
//   checksum[32]

namespace content {
namespace {

constexpr std::string_view kUntrusted = "untrusted comment: ";
constexpr std::string_view kTrusted = "trusted comment: ";
constexpr std::size_t kKeyFileBytes = 1024;
constexpr std::size_t kSecretBytes = 158;
constexpr std::size_t kSaltAt = 6, kOpsAt = 38, kMemoryAt = 46, kProtectedAt = 54;
constexpr std::uint64_t kMostMemory = 2ull << 30;  // minisign itself asks for 1 GiB
constexpr std::uint64_t kMostOperations = 1ull << 30;

using Bytes = std::vector<std::uint8_t>;

void StartSodium() {
  if (sodium_init() < 0) throw std::runtime_error("libsodium does not start");
}

std::vector<std::string_view> SplitLines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

std::optional<Bytes> Decode(std::string_view base64, std::size_t expected) {
  Bytes bytes(expected + 3);
  std::size_t length = 0;
  if (sodium_base642bin(bytes.data(), bytes.size(), base64.data(), base64.size(), nullptr, &length,
                        nullptr, sodium_base64_VARIANT_ORIGINAL) != 0 ||
      length != expected) {
    return std::nullopt;
  }
  // Not resize: GCC 14 fears that it might grow.
  bytes.erase(bytes.begin() + static_cast<std::ptrdiff_t>(expected), bytes.end());
  return bytes;
}

std::string Encode(std::span<const std::uint8_t> bytes) {
  std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(),
                    sodium_base64_VARIANT_ORIGINAL);
  text.resize(text.find('\0'));
  return text;
}

Error BadSignature(Text message) {
  return {"signature.malformed",
          std::move(message),
          "manifest.json.minisig",
          {"请发布者重新签名", "ask the publisher to sign the pack again"}};
}

Error BadKey(std::string where, Text message) {
  return {"key.malformed",
          std::move(message),
          std::move(where),
          {"重新复制密钥文件", "copy the key file again"}};
}

/// A signature file taken apart.
struct Parts {
  bool prehashed = false;
  std::array<std::uint8_t, 8> id{};
  std::array<std::uint8_t, 64> signature{};
  std::array<std::uint8_t, 64> global{};
  std::string comment;
};

Result<Parts> ParseSignature(std::string_view text) {
  const auto lines = SplitLines(text);
  if (text.size() > limits::kSignatureBytes || lines.size() != 4 ||
      lines[0].substr(0, kUntrusted.size()) != kUntrusted ||
      lines[2].substr(0, kTrusted.size()) != kTrusted) {
    return tl::unexpected(BadSignature({"签名文件的格式不对", "the signature is malformed"}));
  }
  const auto body = Decode(lines[1], 74);
  const auto global = Decode(lines[3], 64);
  const bool known = body && (*body)[0] == 'E' && ((*body)[1] == 'd' || (*body)[1] == 'D');
  if (!known || !global) {
    return tl::unexpected(
        BadSignature({"签名的编码不对", "the signature's encoding is malformed"}));
  }
  Parts parts;
  parts.prehashed = (*body)[1] == 'D';
  std::copy_n(body->begin() + 2, 8, parts.id.begin());
  std::copy_n(body->begin() + 10, 64, parts.signature.begin());
  std::copy_n(global->begin(), 64, parts.global.begin());
  parts.comment = lines[2].substr(kTrusted.size());
  // The comment may be shown or logged: nothing that steers a terminal.
  const bool printable = std::all_of(parts.comment.begin(), parts.comment.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 0x20 && byte != 0x7f) || c == '\t';
  });
  if (!printable) {
    return tl::unexpected(
        BadSignature({"签名说明里有控制字符", "the trusted comment holds control characters"}));
  }
  return parts;
}

Bytes Join(std::span<const std::uint8_t> first, std::string_view second) {
  Bytes joined(first.size() + second.size());
  std::copy(first.begin(), first.end(), joined.begin());
  std::copy(second.begin(), second.end(),
            joined.begin() + static_cast<std::ptrdiff_t>(first.size()));
  return joined;
}

std::array<std::uint8_t, crypto_generichash_BYTES_MAX> Prehash(
    std::span<const std::uint8_t> bytes) {
  std::array<std::uint8_t, crypto_generichash_BYTES_MAX> hash{};
  crypto_generichash(hash.data(), hash.size(), bytes.data(), bytes.size(), nullptr, 0);
  return hash;
}

bool IsProvenBy(const PublicKey& key, const Parts& parts, std::span<const std::uint8_t> bytes) {
  const auto hash = Prehash(bytes);
  const std::span<const std::uint8_t> message = parts.prehashed ? std::span(hash) : bytes;
  const Bytes global = Join(parts.signature, parts.comment);
  return crypto_sign_verify_detached(parts.signature.data(), message.data(), message.size(),
                                     key.key.data()) == 0 &&
         crypto_sign_verify_detached(parts.global.data(), global.data(), global.size(),
                                     key.key.data()) == 0;
}

std::uint64_t LittleEndian(const Bytes& bytes, std::size_t at) {
  std::uint64_t value = 0;
  for (std::size_t i = 8; i-- > 0;) value = (value << 8) | bytes[at + i];
  return value;
}

/// Minisign's checksum: BLAKE2b-256 of algorithm, id and key.
bool HasRightChecksum(const Bytes& file) {
  crypto_generichash_state state;
  std::array<std::uint8_t, 32> sum{};
  crypto_generichash_init(&state, nullptr, 0, sum.size());
  crypto_generichash_update(&state, file.data(), 2);
  crypto_generichash_update(&state, file.data() + kProtectedAt, 72);
  crypto_generichash_final(&state, sum.data(), sum.size());
  return sodium_memcmp(sum.data(), file.data() + kProtectedAt + 72, sum.size()) == 0;
}

/// Whether the key's second half is the public key of its first half.
bool IsKeyPair(const std::uint8_t* secret) {
  std::array<std::uint8_t, 32> pub{};
  std::array<std::uint8_t, 64> pair{};
  crypto_sign_seed_keypair(pub.data(), pair.data(), secret);
  const bool same = sodium_memcmp(pair.data(), secret, pair.size()) == 0;
  sodium_memzero(pair.data(), pair.size());
  return same;
}

Result<void> Decrypt(Bytes& file, std::string_view password) {
  const std::uint64_t operations = LittleEndian(file, kOpsAt);
  const std::uint64_t memory = LittleEndian(file, kMemoryAt);
  if (operations > kMostOperations || memory > kMostMemory) {
    return tl::unexpected(BadKey("", {"密钥的加密参数过大", "the key asks for too much work"}));
  }
  Bytes stream(kSecretBytes - kProtectedAt);
  if (crypto_pwhash_scryptsalsa208sha256(stream.data(), stream.size(), password.data(),
                                         password.size(), file.data() + kSaltAt, operations,
                                         static_cast<std::size_t>(memory)) != 0) {
    return tl::unexpected(
        Error{"key.memory",
              {"内存不够，解不开密钥", "there is not enough memory to decrypt the key"},
              "",
              {"关掉别的程序再试", "close other programs and try again"}});
  }
  for (std::size_t i = 0; i < stream.size(); ++i) file[kProtectedAt + i] ^= stream[i];
  sodium_memzero(stream.data(), stream.size());
  if (HasRightChecksum(file)) return {};
  return tl::unexpected(Error{"key.password",
                              {"密码不对", "the password is wrong"},
                              "",
                              {"再输一次密码", "enter the password again"}});
}

std::string OneLine(std::string_view text) {
  std::string line(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return line;
}

std::string HexId(const std::array<std::uint8_t, 8>& id) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string hex;
  for (std::size_t i = id.size(); i-- > 0;) {
    hex += kDigits[id[i] >> 4];
    hex += kDigits[id[i] & 15];
  }
  return hex;
}

}  // namespace

Result<PublicKey> ParsePublicKey(std::string_view text, std::string label) {
  const auto lines = SplitLines(text);
  const auto body = lines.size() == 2 && text.size() <= kKeyFileBytes &&
                            lines[0].substr(0, kUntrusted.size()) == kUntrusted
                        ? Decode(lines[1], 42)
                        : std::nullopt;
  if (!body || (*body)[0] != 'E' || (*body)[1] != 'd') {
    return tl::unexpected(
        BadKey(std::move(label), {"这不是minisign的公钥", "this is no public key of minisign"}));
  }
  PublicKey key;
  std::copy_n(body->begin() + 2, 8, key.id.begin());
  std::copy_n(body->begin() + 10, 32, key.key.begin());
  key.label = std::move(label);
  return key;
}

std::vector<PublicKey> LoadPublicKeys(const std::filesystem::path& folder, Problems& problems) {
  std::error_code failed;
  std::vector<std::filesystem::path> files;
  if (!std::filesystem::exists(folder, failed)) return {};
  for (std::filesystem::directory_iterator at(folder, failed), end; !failed && at != end;
       at.increment(failed)) {
    if (at->path().extension() == ".pub") files.push_back(at->path());
  }
  if (failed) {
    problems.push_back({"key.unreadable",
                        {"读不了公钥文件夹", "the folder of public keys cannot be read"},
                        folder.string(),
                        {"检查文件夹的权限", "check the folder's permissions"}});
  }
  std::sort(files.begin(), files.end());
  std::vector<PublicKey> keys;
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    std::string text(kKeyFileBytes + 1, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in.gcount()));
    auto key = ParsePublicKey(text, file.stem().string());
    if (!key) {
      key.error().where = file.string();
      problems.push_back(std::move(key.error()));
    } else {
      keys.push_back(std::move(*key));
    }
  }
  return keys;
}

Result<std::vector<PublicKey>> LoadPublicKeys(const std::filesystem::path& folder) {
  Problems problems;
  auto keys = LoadPublicKeys(folder, problems);
  if (!problems.empty()) return tl::unexpected(std::move(problems.front()));
  return keys;
}

Result<Signed> VerifySignature(std::span<const std::uint8_t> bytes, std::string_view signature,
                               std::span<const PublicKey> keys) {
  auto parts = ParseSignature(signature);
  if (!parts) return tl::unexpected(std::move(parts.error()));
  bool known = false;
  for (const PublicKey& key : keys) {
    if (key.id != parts->id) continue;
    known = true;
    if (IsProvenBy(key, *parts, bytes)) return Signed{key.label, std::move(parts->comment)};
  }
  if (!known) {
    return tl::unexpected(
        Error{"signature.unknown-key",
              {"本机没有签名者" + HexId(parts->id) + "的公钥",
               "this device has no public key of the signer " + HexId(parts->id)},
              "manifest.json.minisig",
              {"确认内容包的来源；可信的公钥由管理员放入密钥文件夹",
               "make sure where the pack comes from; an administrator adds trusted keys"}});
  }
  return tl::unexpected(Error{
      "signature.mismatch",
      {"签名与内容不符，内容包被改动过", "the signature does not match: the pack was changed"},
      "manifest.json.minisig",
      {"不要使用这个包，向发布者重新索取",
       "do not use this pack; ask the publisher for it again"}});
}

std::string Sign(std::span<const std::uint8_t> bytes, const SecretKey& key,
                 std::string_view trusted_comment) {
  StartSodium();
  const auto hash = Prehash(bytes);
  std::array<std::uint8_t, 64> signature{}, global{};
  crypto_sign_detached(signature.data(), nullptr, hash.data(), hash.size(), key.key.data());
  const std::string comment = OneLine(trusted_comment);
  const Bytes both = Join(signature, comment);
  crypto_sign_detached(global.data(), nullptr, both.data(), both.size(), key.key.data());
  Bytes body{'E', 'D'};
  body.insert(body.end(), key.id.begin(), key.id.end());
  body.insert(body.end(), signature.begin(), signature.end());
  return std::string(kUntrusted) + "signature from maplebridge-pack\n" + Encode(body) + "\n" +
         std::string(kTrusted) + comment + "\n" + Encode(global) + "\n";
}

Result<SecretKey> ParseSecretKey(std::string_view text, std::string_view password) {
  StartSodium();
  const auto lines = SplitLines(text);
  auto file = lines.size() == 2 && text.size() <= kKeyFileBytes &&
                      lines[0].substr(0, kUntrusted.size()) == kUntrusted
                  ? Decode(lines[1], kSecretBytes)
                  : std::nullopt;
  if (!file || (*file)[0] != 'E' || (*file)[1] != 'd' || (*file)[4] != 'B' || (*file)[5] != '2') {
    return tl::unexpected(
        BadKey("", {"这不是minisign的私钥", "this is no secret key of minisign"}));
  }
  const bool encrypted = (*file)[2] == 'S' && (*file)[3] == 'c';
  if (!encrypted && ((*file)[2] != 0 || (*file)[3] != 0)) {
    return tl::unexpected(
        BadKey("", {"不认识的密钥加密方式", "the key is encrypted in an unknown way"}));
  }
  if (encrypted) {
    if (auto opened = Decrypt(*file, password); !opened) return tl::unexpected(opened.error());
  }
  // minisign 0.11 leaves the checksum of a key without password empty; the pair proves itself.
  if (!IsKeyPair(file->data() + kProtectedAt + 8)) {
    return tl::unexpected(BadKey("", {"私钥已损坏", "the secret key is damaged"}));
  }
  SecretKey key;
  std::copy_n(file->begin() + kProtectedAt, 8, key.id.begin());
  std::copy_n(file->begin() + kProtectedAt + 8, 64, key.key.begin());
  sodium_memzero(file->data(), file->size());
  return key;
}

KeyFiles MakeKeyFiles(std::string_view comment) {
  StartSodium();
  std::array<std::uint8_t, 8> id{};
  std::array<std::uint8_t, 32> pub{};
  std::array<std::uint8_t, 64> secret{};
  randombytes_buf(id.data(), id.size());
  crypto_sign_keypair(pub.data(), secret.data());
  Bytes public_body{'E', 'd'};
  public_body.insert(public_body.end(), id.begin(), id.end());
  public_body.insert(public_body.end(), pub.begin(), pub.end());
  Bytes body(kSecretBytes, 0);
  body[0] = 'E', body[1] = 'd', body[4] = 'B', body[5] = '2';
  std::copy(id.begin(), id.end(), body.begin() + kProtectedAt);
  std::copy(secret.begin(), secret.end(), body.begin() + kProtectedAt + 8);
  KeyFiles files;
  files.secret = std::string(kUntrusted) + "minisign secret key without password, " +
                 OneLine(comment) + "\n" + Encode(body) + "\n";
  files.pub = std::string(kUntrusted) + "minisign public key " + HexId(id) + ", " +
              OneLine(comment) + "\n" + Encode(public_body) + "\n";
  sodium_memzero(body.data(), body.size());
  sodium_memzero(secret.data(), secret.size());
  return files;
}

}  // namespace content
