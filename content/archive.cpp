// SPDX-License-Identifier: MIT
#include "content/archive.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <set>
#include <system_error>
#include <utility>

#include "content/archive_layout.h"
#include "content/disk.h"
#include "content/limits.h"
#include "content/reader.h"

namespace content {
namespace {

// Noon, because in some zones midnight of a day did not exist and libzip counts in local time.
constexpr zip_uint16_t kFixedTime = 12u << 11;
constexpr zip_uint16_t kFixedDate = (0u << 9) | (1u << 5) | 1u;  // 1980-01-01, the first DOS day
constexpr zip_uint32_t kFixedAttributes = 0100644u << 16;        // -rw-r--r--

Error Unreadable(const std::string& where, const std::string& detail) {
  return {"archive.unreadable",
          {"读不了这个内容包：" + detail, "the pack cannot be read: " + detail},
          where,
          {"重新复制一次；若仍出错，请重新生成内容包",
           "copy it again; if it stays, build the pack again"}};
}

Error Absent(const std::filesystem::path& file, std::string_view path) {
  return {"archive.absent",
          {"内容包里没有这个文件", "the pack does not hold this file"},
          file.string() + ":" + std::string(path),
          {"重新生成内容包", "build the pack again"}};
}

}  // namespace

bool IsSafePath(std::string_view path) { return IsPackPath(path); }

Archive::Archive(int fd, std::vector<Entry> entries, std::filesystem::path file)
    : fd_(fd), entries_(std::move(entries)), file_(std::move(file)) {}

Archive::Archive(Archive&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)),
      entries_(std::move(other.entries_)),
      file_(std::move(other.file_)) {}

Archive& Archive::operator=(Archive&& other) noexcept {
  std::swap(fd_, other.fd_);
  std::swap(entries_, other.entries_);
  std::swap(file_, other.file_);
  return *this;
}

Archive::~Archive() {
  if (fd_ >= 0) close(fd_);
}

Result<Archive> Archive::Open(const std::filesystem::path& file) {
  // Not blocking: a FIFO with the name of a pack must not stop the kiosk.
  Descriptor fd(open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat status {};
  if (!fd.IsOpen() || fstat(fd.Get(), &status) != 0) {
    return tl::unexpected(Unreadable(file.string(), std::generic_category().message(errno)));
  }
  if (!S_ISREG(status.st_mode)) {
    return tl::unexpected(Unreadable(file.string(), "not a regular file"));
  }
  const auto size = static_cast<std::uint64_t>(status.st_size);
  if (size > limits::kPackBytes) {
    return tl::unexpected(Error{"archive.too-large",
                                {"内容包太大", "the pack is too large"},
                                file.string(),
                                {"把内容分成几个包", "split the content into several packs"}});
  }
  auto entries = ReadLayout(fd.Get(), size, file.string());
  if (!entries) return tl::unexpected(std::move(entries.error()));
  return Archive(fd.Release(), std::move(*entries), file);
}

bool Archive::Has(std::string_view path) const {
  return std::any_of(entries_.begin(), entries_.end(),
                     [path](const Entry& entry) { return entry.path == path; });
}

Result<Archive::Stream> Archive::OpenStream(std::string_view path) const {
  const auto found = std::find_if(entries_.begin(), entries_.end(),
                                  [path](const Entry& entry) { return entry.path == path; });
  if (found == entries_.end()) return tl::unexpected(Absent(file_, path));
  return Stream(fd_, *found);
}

Result<std::string> Archive::Read(std::string_view path, std::uint64_t limit) const {
  auto stream = OpenStream(path);
  if (!stream) return tl::unexpected(std::move(stream.error()));
  const std::string where = file_.string() + ":" + std::string(path);
  if (stream->Size() > limit) {
    return tl::unexpected(Error{"archive.too-large",
                                {"文件太大", "the file is too large"},
                                where,
                                {"见FORMAT.md里的上限", "see the limits in FORMAT.md"}});
  }
  std::string bytes(static_cast<std::size_t>(stream->Size()), '\0');
  std::size_t have = 0;
  while (have < bytes.size()) {
    const std::int64_t got = stream->Read(bytes.data() + have, bytes.size() - have);
    if (got <= 0) {
      return tl::unexpected(Unreadable(where, std::generic_category().message(EIO)));
    }
    have += static_cast<std::size_t>(got);
  }
  return bytes;
}

Result<std::string> Archive::ReadSummed(std::string_view path, std::uint64_t limit) const {
  auto bytes = Read(path, limit);
  if (!bytes) return bytes;
  const auto entry = std::find_if(entries_.begin(), entries_.end(),
                                  [path](const Entry& each) { return each.path == path; });
  const auto sum =
      crc32(0, reinterpret_cast<const Bytef*>(bytes->data()), static_cast<uInt>(bytes->size()));
  if (sum == entry->sum) return bytes;
  return tl::unexpected(Error{
      "archive.damaged",
      {"文件内容和校验和不符", "the file differs from its check sum"},
      file_.string() + ":" + std::string(path),
      {"重新复制一次；若仍出错，请更换U盘", "copy it again; if it stays, use another stick"}});
}

std::int64_t Archive::Stream::Read(char* buffer, std::uint64_t size) {
  const std::uint64_t want = std::min(size, entry_.size - at_);
  if (want == 0) return 0;
  ssize_t got = -1;
  do {
    got =
        pread(fd_, buffer, static_cast<std::size_t>(want), static_cast<off_t>(entry_.offset + at_));
  } while (got < 0 && errno == EINTR);
  if (got <= 0) return -1;  // an end before the entry's end: the file was cut meanwhile
  at_ += static_cast<std::uint64_t>(got);
  return got;
}

std::int64_t Archive::Stream::Seek(std::int64_t offset) {
  if (offset < 0 || static_cast<std::uint64_t>(offset) > entry_.size) return -1;
  at_ = static_cast<std::uint64_t>(offset);
  return offset;
}

namespace {

Error Unpackable(const std::string& where, Text message) {
  return {"archive.input",
          std::move(message),
          where,
          {"改名或去掉这个文件", "rename the file or leave it out"}};
}

Error WriteError(zip_t* archive, const std::filesystem::path& file) {
  zip_error_t* error = zip_get_error(archive);
  if (zip_error_system_type(error) == ZIP_ET_SYS) {
    return MakeDiskError("archive", zip_error_code_system(error), file);
  }
  return {"archive.io",
          {std::string("写不了内容包：") + zip_error_strerror(error),
           std::string("the pack cannot be written: ") + zip_error_strerror(error)},
          file.string(),
          {"检查磁盘后再试", "check the disk and try again"}};
}

Result<void> AddInput(zip_t* archive, const ArchiveInput& input,
                      const std::filesystem::path& file) {
  zip_source_t* source = input.from.empty()
                             ? zip_source_buffer(archive, input.bytes.data(), input.bytes.size(), 0)
                             : zip_source_file(archive, input.from.c_str(), 0, -1);
  if (source == nullptr) return tl::unexpected(WriteError(archive, file));
  const zip_int64_t index = zip_file_add(archive, input.path.c_str(), source, 0);
  if (index < 0) {
    zip_source_free(source);
    return tl::unexpected(WriteError(archive, file));
  }
  const auto at = static_cast<zip_uint64_t>(index);
  if (zip_set_file_compression(archive, at, ZIP_CM_STORE, 0) != 0 ||
      zip_file_set_dostime(archive, at, kFixedTime, kFixedDate, 0) != 0 ||
      zip_file_set_external_attributes(archive, at, 0, ZIP_OPSYS_UNIX, kFixedAttributes) != 0) {
    return tl::unexpected(WriteError(archive, file));
  }
  return {};
}

/// Names that Open would refuse, and sizes that need ZIP64, are refused before anything is written.
Result<void> CheckInputs(const std::vector<ArchiveInput>& inputs) {
  std::set<std::string> seen;
  std::uint64_t total = 22;
  for (const ArchiveInput& input : inputs) {
    if (!IsSafePath(input.path)) {
      return tl::unexpected(Unpackable(
          input.path, {"文件名只能用小写字母、数字和._-，并用/分层",
                       "file names have lower-case letters, digits and ._- with / between"}));
    }
    if (!seen.insert(input.path).second) {
      return tl::unexpected(Unpackable(input.path, {"文件出现了两次", "the file is there twice"}));
    }
    std::error_code missing;
    const std::uint64_t size =
        input.from.empty() ? input.bytes.size() : std::filesystem::file_size(input.from, missing);
    if (missing) return tl::unexpected(MakeDiskError("archive", missing.value(), input.from));
    total += size + 76 + 2 * input.path.size();
  }
  if (inputs.size() > limits::kArchiveEntries || total >= limits::kPackBytes) {
    return tl::unexpected(Error{"archive.too-large",
                                {"文件太多或太大", "too many files, or too large"},
                                "",
                                {"把内容分成几个包", "split the content into several packs"}});
  }
  return {};
}

}  // namespace

Result<void> WriteArchive(const std::filesystem::path& file,
                          const std::vector<ArchiveInput>& inputs) {
  if (auto fine = CheckInputs(inputs); !fine) return fine;
  const std::filesystem::path beside = file.string() + ".new";
  int code = 0;
  zip_t* archive = zip_open(beside.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
  if (archive == nullptr) return tl::unexpected(MakeDiskError("archive", errno, beside));
  for (const ArchiveInput& input : inputs) {
    if (auto added = AddInput(archive, input, file); !added) {
      zip_discard(archive);
      return added;
    }
  }
  if (zip_close(archive) != 0) {
    auto failed = WriteError(archive, file);
    zip_discard(archive);
    unlink(beside.c_str());
    return tl::unexpected(std::move(failed));
  }
  Descriptor written(open(beside.c_str(), O_RDONLY | O_CLOEXEC));
  Result<void> done;
  if (!written.IsOpen()) done = tl::unexpected(MakeDiskError("archive", errno, beside));
  if (done) done = SyncFile(written.Get(), "archive", beside);
  if (done) done = RenameDurably(beside, file, "archive");
  if (!done) unlink(beside.c_str());
  return done;
}

}  // namespace content
