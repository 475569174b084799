// SPDX-License-Identifier: MIT
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <set>
#include <string>

#include "content/archive.h"
#include "content/disk.h"
#include "tests/fuzz/expect.h"

// What Open lets pass has safe, different names, holds no more bytes than the file, and reads
// whole or fails.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const content::Descriptor file(memfd_create("fuzz.pack", MFD_CLOEXEC));
  Expect(file.IsOpen());
  if (write(file.Get(), bytes, size) != static_cast<ssize_t>(size)) return 0;
  const auto archive = content::Archive::Open("/proc/self/fd/" + std::to_string(file.Get()));
  if (!archive) {
    Expect(!archive.error().code.empty() && !archive.error().message.zh.empty() &&
           !archive.error().message.en.empty());
    return 0;
  }
  std::set<std::string> names;
  std::uint64_t total = 0;
  for (const auto& entry : archive->Entries()) {
    Expect(content::IsSafePath(entry.path) && names.insert(entry.path).second);
    total += entry.size;
    Expect(total <= size);
    const auto read = archive->Read(entry.path, size);
    Expect(!read || read->size() == entry.size);
  }
  return 0;
}
