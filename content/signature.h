// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/result.h"

namespace content {

/// minisign's public key: Ed25519 key and the eight bytes that name it.
struct PublicKey {
  std::array<std::uint8_t, 8> id{};
  std::array<std::uint8_t, 32> key{};
  std::string label;  ///< What staff see: the file's name without ".pub".
};

/// minisign's secret key, decrypted.
struct SecretKey {
  std::array<std::uint8_t, 8> id{};
  std::array<std::uint8_t, 64> key{};
};

struct Signed {
  std::string label;            ///< Label of the key that proved the bytes.
  std::string trusted_comment;  ///< Signed too.
};

[[nodiscard]] Result<PublicKey> ParsePublicKey(std::string_view text, std::string label);

/// Reads every "*.pub" of a folder, sorted by name. An absent folder holds no key. One damaged key
/// fails the whole: for who names a folder and wants all of it.
[[nodiscard]] Result<std::vector<PublicKey>> LoadPublicKeys(const std::filesystem::path& folder);
/// The same for a device: a damaged key is left out and told in `problems`, the others stand.
[[nodiscard]] std::vector<PublicKey> LoadPublicKeys(const std::filesystem::path& folder,
                                                    Problems& problems);

/// Proves `bytes` with one of `keys`; accepts both of minisign's algorithms (Ed and prehashed ED).
/// Errors: signature.malformed, signature.unknown-key, signature.mismatch.
[[nodiscard]] Result<Signed> VerifySignature(std::span<const std::uint8_t> bytes,
                                             std::string_view signature,
                                             std::span<const PublicKey> keys);

/// Text of a ".minisig" file over `bytes` (prehashed, as minisign writes it today).
[[nodiscard]] std::string Sign(std::span<const std::uint8_t> bytes, const SecretKey& key,
                               std::string_view trusted_comment);

/// Reads minisign's secret key file; `password` decrypts it and is ignored for a key without one.
/// Errors: key.malformed, key.password.
[[nodiscard]] Result<SecretKey> ParseSecretKey(std::string_view text, std::string_view password);

struct KeyFiles {
  std::string secret;  ///< Content of the secret key file, without password (minisign -W).
  std::string pub;     ///< Content of the public key file.
};
[[nodiscard]] KeyFiles MakeKeyFiles(std::string_view comment);

}  // namespace content
