// SPDX-License-Identifier: MIT
#include "content/disk.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

namespace content {

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  if (this != &other) {
    Close();
    fd_ = other.Release();
  }
  return *this;
}

int Descriptor::Release() { return std::exchange(fd_, -1); }

bool Descriptor::Close() {
  const int fd = Release();
  return fd < 0 || close(fd) == 0;
}

Error MakeDiskError(const std::string& area, int number, const std::filesystem::path& file) {
  switch (number) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return {area + ".no-space",
              {"磁盘空间不够", "the disk is full"},
              file.string(),
              {"腾出空间后再试", "free some space and try again"}};
    case EROFS:
    case EACCES:
    case EPERM:
      return {area + ".unwritable",
              {"这里不允许写入", "writing is not allowed here"},
              file.string(),
              {"检查文件夹的权限和磁盘是否只读",
               "check the folder's permissions and whether the disk is read-only"}};
    default: {
      const std::string system = std::generic_category().message(number);
      return {area + ".io",
              {"磁盘读写出错：" + system, "the disk failed: " + system},
              file.string(),
              {"再试一次；若仍出错，请更换磁盘或U盘",
               "try again; if it stays, replace the disk or the stick"}};
    }
  }
}

Result<void> WriteAll(int fd, std::string_view bytes, const std::string& area,
                      const std::filesystem::path& file) {
  while (!bytes.empty()) {
    const ssize_t put = write(fd, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return tl::unexpected(MakeDiskError(area, errno, file));
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return {};
}

Result<void> SyncFile(int fd, const std::string& area, const std::filesystem::path& file) {
  if (fsync(fd) != 0) return tl::unexpected(MakeDiskError(area, errno, file));
  return {};
}

Result<void> SyncFolder(const std::filesystem::path& folder, const std::string& area) {
  const std::filesystem::path name = folder.empty() ? std::filesystem::path(".") : folder;
  const Descriptor fd(open(name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!fd.IsOpen()) return tl::unexpected(MakeDiskError(area, errno, name));
  return SyncFile(fd.Get(), area, name);
}

Result<void> RenameDurably(const std::filesystem::path& from, const std::filesystem::path& to,
                           const std::string& area) {
  if (std::rename(from.c_str(), to.c_str()) != 0) {
    return tl::unexpected(MakeDiskError(area, errno, to));
  }
  return SyncFolder(to.parent_path(), area);
}

Result<void> WriteFileDurably(const std::filesystem::path& file, std::string_view bytes,
                              const std::string& area) {
  const std::filesystem::path beside = file.string() + ".new";
  Descriptor fd(open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0644));
  if (!fd.IsOpen()) return tl::unexpected(MakeDiskError(area, errno, beside));
  Result<void> done = WriteAll(fd.Get(), bytes, area, beside);
  if (done) done = SyncFile(fd.Get(), area, beside);
  if (done && !fd.Close()) done = tl::unexpected(MakeDiskError(area, errno, beside));
  if (done) done = RenameDurably(beside, file, area);
  if (!done) unlink(beside.c_str());
  return done;
}

}  // namespace content
