// SPDX-License-Identifier: MIT
#include <cstdint>
#include <string_view>
#include <vector>

#include "content/signature.h"
#include "tests/fuzz/expect.h"

// The key of the seeds: its secret half was thrown away. What it signed once is `kSigned`; no
// other bytes are ever proven.
namespace {
constexpr std::string_view kPublicKey =
    "untrusted comment: minisign public "
    "key\nRWTizHpCTz+x3H2zdSUgIP+KCFAiIzED4rpA+TckgUO7TKOwpz7l68HE\n";
constexpr std::string_view kSigned = "hello\n";
}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const std::vector<content::PublicKey> keys{
      content::ParsePublicKey(kPublicKey, "seed").value()};
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto other = content::VerifySignature({bytes, size}, text, keys);
  Expect(!other);  // nothing is its own signature
  const auto* first = reinterpret_cast<const std::uint8_t*>(kSigned.data());
  const auto proven = content::VerifySignature({first, kSigned.size()}, text, keys);
  Expect(!proven || proven->label == "seed");
  const auto key = content::ParsePublicKey(text, "found");
  Expect(key || key.error().code == "key.malformed");
  return 0;
}
