// SPDX-License-Identifier: MIT
#pragma once

// Internal to the library: writing so that a power failure leaves the old or the new, never half.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "content/result.h"

namespace content {

/// An open file descriptor, closed at the end of its life; -1 when there is none.
class Descriptor {
 public:
  explicit Descriptor(int fd = -1) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(other.Release()) {}
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor() { Close(); }

  [[nodiscard]] int Get() const { return fd_; }
  [[nodiscard]] bool IsOpen() const { return fd_ >= 0; }
  int Release();
  /// False when the system reports a late write error.
  bool Close();

 private:
  int fd_;
};

/// What the system's error `number` means to a person. The code is `area` with ".no-space",
/// ".unwritable" or ".io" behind it.
[[nodiscard]] Error MakeDiskError(const std::string& area, int number,
                                  const std::filesystem::path& file);

[[nodiscard]] Result<void> WriteAll(int fd, std::string_view bytes, const std::string& area,
                                    const std::filesystem::path& file);
[[nodiscard]] Result<void> SyncFile(int fd, const std::string& area,
                                    const std::filesystem::path& file);
[[nodiscard]] Result<void> SyncFolder(const std::filesystem::path& folder, const std::string& area);

/// Renames `from` onto `to` (same folder or file system) and syncs the folder of `to`.
[[nodiscard]] Result<void> RenameDurably(const std::filesystem::path& from,
                                         const std::filesystem::path& to, const std::string& area);

/// Replaces `file` by a small file with these bytes.
[[nodiscard]] Result<void> WriteFileDurably(const std::filesystem::path& file,
                                            std::string_view bytes, const std::string& area);

}  // namespace content
