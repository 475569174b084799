// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/result.h"

namespace content {

/// A path that may stand in a pack: relative, lower-case ASCII letters, digits, "._-/", no empty,
/// "." or ".." part, within the limits.
[[nodiscard]] bool IsSafePath(std::string_view path);

/// An open pack: a ZIP of stored (uncompressed), unencrypted regular files with safe, different
/// names. Anything else is refused by Open, so nothing read from it can unpack to more than it is.
/// Reading needs no more than the place of an entry's bytes, which Open has proven: no unpacking
/// code stands between the disk and the program. The bytes themselves are proven by their hash.
class Archive {
 public:
  struct Entry {
    std::string path;
    std::uint64_t size = 0;
    std::uint64_t offset = 0;  ///< Of its bytes in the file.
    std::uint32_t sum = 0;     ///< CRC-32 of its bytes, as the directory has it.
  };

  /// Errors: archive.*, each listed in FORMAT.md.
  [[nodiscard]] static Result<Archive> Open(const std::filesystem::path& file);

  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;
  ~Archive();

  [[nodiscard]] const std::vector<Entry>& Entries() const { return entries_; }
  [[nodiscard]] bool Has(std::string_view path) const;

  /// The whole entry as it stands in the file, refused when larger than `limit` bytes.
  [[nodiscard]] Result<std::string> Read(std::string_view path, std::uint64_t limit) const;

  /// As Read, and refuses bytes that differ from their check sum (archive.damaged): for what no
  /// hash proves, such as the remark in a signature file.
  [[nodiscard]] Result<std::string> ReadSummed(std::string_view path, std::uint64_t limit) const;

  /// A reader with seek over one entry; it must not outlive the archive.
  class Stream {
   public:
    /// Bytes read, 0 at the end, -1 on an error.
    [[nodiscard]] std::int64_t Read(char* buffer, std::uint64_t size);
    /// New position, or -1.
    [[nodiscard]] std::int64_t Seek(std::int64_t offset);
    [[nodiscard]] std::uint64_t Size() const { return entry_.size; }

   private:
    friend class Archive;
    Stream(int fd, Entry entry) : fd_(fd), entry_(std::move(entry)) {}
    int fd_;  ///< The archive's.
    Entry entry_;
    std::uint64_t at_ = 0;
  };
  [[nodiscard]] Result<Stream> OpenStream(std::string_view path) const;

 private:
  Archive(int fd, std::vector<Entry> entries, std::filesystem::path file);
  int fd_ = -1;
  std::vector<Entry> entries_;
  std::filesystem::path file_;
};

/// A file to be packed: path in the pack and its bytes, or the file that holds them.
struct ArchiveInput {
  std::string path;
  std::string bytes;
  std::filesystem::path from;  ///< Used when not empty.
};

/// Writes a pack with entries in the given order, stored, with fixed times and attributes: the
/// same input gives the same bytes. Written beside `file`, synced, then renamed onto it.
[[nodiscard]] Result<void> WriteArchive(const std::filesystem::path& file,
                                        const std::vector<ArchiveInput>& inputs);

}  // namespace content
