// SPDX-License-Identifier: MIT
#include "content/archive_layout.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "content/disk.h"
#include "content/limits.h"

namespace content {
namespace {

constexpr std::size_t kLocalHeader = 30;
constexpr std::size_t kCentralHeader = 46;
constexpr std::size_t kEndRecord = 22;

std::uint32_t Number(std::string_view bytes, std::size_t at, std::size_t width) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < width; ++i) {
    value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  }
  return value;
}

Error Refuse(const char* code, std::string where, Text message) {
  return {
      code,
      std::move(message),
      std::move(where),
      {"用maplebridge-pack build重新生成内容包", "build the pack again: maplebridge-pack build"}};
}

Error Unreadable(const std::string& where) {
  return Refuse("archive.unreadable", where, {"这不是内容包", "this is no pack"});
}

Error Cut(const std::string& where) {
  return {
      "archive.cut",
      {"文件不完整，后面一段缺了或不对", "the file is not whole: its end is missing or wrong"},
      where,
      {"重新复制一次；拔U盘前先安全弹出", "copy it again, and eject the stick before pulling it"}};
}

Error BrokenDirectory(const std::string& where) {
  return Refuse("archive.directory", where, {"内容包的目录坏了", "the pack's directory is broken"});
}

Error Gap(const std::string& where) {
  return Refuse(
      "archive.gap", where,
      {"文件之间有没登记的内容", "there are bytes between the files that none of them has"});
}

/// Exactly `count` bytes from `offset`.
Result<std::string> ReadAt(int fd, std::uint64_t offset, std::size_t count,
                           const std::string& where) {
  std::string bytes(count, '\0');
  std::size_t have = 0;
  while (have < count) {
    const ssize_t got =
        pread(fd, bytes.data() + have, count - have, static_cast<off_t>(offset + have));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return tl::unexpected(MakeDiskError("archive", errno, where));
    if (got == 0) return tl::unexpected(Cut(where));
    have += static_cast<std::size_t>(got);
  }
  return bytes;
}

/// One record of the central directory.
struct Record {
  std::string_view fixed;  ///< Its first 46 bytes.
  std::string_view name;
};

/// Why a name is not safe. The name itself is not shown: it may be meant to deceive.
Error UnsafePath(std::string_view name, const std::string& where) {
  const bool drive = name.size() > 1 && name[1] == ':';
  if (name.starts_with("/") || name.starts_with("\\") || drive) {
    return Refuse("archive.absolute-path", where,
                  {"内容包里有指向固定位置的文件名（绝对路径）",
                   "the pack holds a file name that is an absolute path"});
  }
  const auto is_parent = [name](std::size_t at) {
    const bool begins = at == 0 || name[at - 1] == '/' || name[at - 1] == '\\';
    const std::string_view after = name.substr(at + 2);
    return begins && (after.empty() || after.front() == '/' || after.front() == '\\');
  };
  for (std::size_t at = name.find(".."); at != std::string_view::npos;
       at = name.find("..", at + 1)) {
    if (is_parent(at)) {
      return Refuse("archive.parent-path", where,
                    {"内容包里有用“..”指向包外的文件名",
                     "the pack holds a file name that leads out of it by \"..\""});
    }
  }
  return Refuse("archive.unsafe-path", where,
                {"内容包里有不允许的文件名", "the pack holds a file name that is not allowed"});
}

/// Anything but a regular file by its attributes; nothing when it is one.
std::optional<Error> NoFile(const Record& record, const std::string& entry) {
  const std::uint32_t attributes = Number(record.fixed, 38, 4);
  const bool unix_made = Number(record.fixed, 5, 1) == 3;
  const std::uint32_t type = unix_made ? (attributes >> 16) & S_IFMT : 0;
  if ((attributes & 0x10u) != 0 || type == S_IFDIR) {
    return Refuse("archive.folder", entry,
                  {"这一项是文件夹，不是文件", "this entry is a folder and no file"});
  }
  if (type == S_IFLNK) {
    return Refuse("archive.link", entry,
                  {"这一项是链接，不是文件", "this entry is a link and no file"});
  }
  if (type != 0 && type != S_IFREG) {
    return Refuse("archive.device", entry,
                  {"这一项是设备或管道，不是文件", "this entry is a device or pipe and no file"});
  }
  return std::nullopt;
}

Result<void> CheckRecord(const Record& record, const std::string& where) {
  if (!IsSafePath(record.name)) return tl::unexpected(UnsafePath(record.name, where));
  const std::string entry = where + ":" + std::string(record.name);
  const std::uint32_t flags = Number(record.fixed, 8, 2);
  if ((flags & 0x2041u) != 0) {
    return tl::unexpected(
        Refuse("archive.encrypted", entry, {"文件加了密码", "the file is encrypted"}));
  }
  if (Number(record.fixed, 10, 2) != 0) {
    return tl::unexpected(Refuse("archive.compressed", entry,
                                 {"文件被压缩了，内容包里只存原样的文件",
                                  "the file is compressed; packs store files as they are"}));
  }
  if (auto problem = NoFile(record, entry)) return tl::unexpected(std::move(*problem));
  // What the build writes and nothing else, so that no byte of a pack can change unnoticed.
  constexpr std::uint32_t kRegular = (S_IFREG | 0644u) << 16;
  const bool plain = (flags & ~0x0800u) == 0 &&  // nothing but "name is UTF-8"
                     Number(record.fixed, 5, 1) == 3 && Number(record.fixed, 36, 2) == 0 &&
                     Number(record.fixed, 38, 4) == kRegular &&
                     Number(record.fixed, 20, 4) == Number(record.fixed, 24, 4) &&
                     Number(record.fixed, 30, 2) == 0 &&  // extra field
                     Number(record.fixed, 32, 2) == 0 &&  // comment
                     Number(record.fixed, 34, 2) == 0;    // disk
  if (!plain) {
    return tl::unexpected(Refuse(
        "archive.layout", entry,
        {"文件带有内容包不用的ZIP附加项", "the file carries ZIP extras that packs do not use"}));
  }
  return {};
}

/// The header before the entry's bytes must say what the directory says.
Result<void> CheckLocalHeader(int fd, const Record& record, std::uint64_t offset,
                              const std::string& where) {
  const auto local = ReadAt(fd, offset, kLocalHeader + record.name.size(), where);
  if (!local) return tl::unexpected(local.error());
  // Version needed to length of the extra field stand in the same order in both headers.
  const std::string_view bytes = *local;
  if (Number(bytes, 0, 4) == 0x04034b50u && bytes.substr(4, 26) == record.fixed.substr(6, 26) &&
      bytes.substr(kLocalHeader) == record.name) {
    return {};
  }
  return tl::unexpected(
      Refuse("archive.header", where + ":" + std::string(record.name),
             {"文件头和目录不一致", "the file's header differs from the directory"}));
}

struct End {
  std::size_t entries = 0;
  std::uint64_t offset = 0, size = 0;  ///< Of the central directory.
};

Result<End> ReadEnd(int fd, std::uint64_t size, const std::string& where) {
  constexpr std::string_view kBegin("PK\3\4");
  const auto begin = ReadAt(fd, 0, std::min<std::uint64_t>(size, kBegin.size()), where);
  if (!begin) return tl::unexpected(begin.error());
  if (*begin != kBegin.substr(0, begin->size())) return tl::unexpected(Unreadable(where));
  if (size < kEndRecord) return tl::unexpected(Cut(where));
  const auto bytes = ReadAt(fd, size - kEndRecord, kEndRecord, where);
  if (!bytes) return tl::unexpected(bytes.error());
  const End end{Number(*bytes, 10, 2), Number(*bytes, 16, 4), Number(*bytes, 12, 4)};
  const bool whole = Number(*bytes, 0, 4) == 0x06054b50u && Number(*bytes, 4, 4) == 0 &&
                     Number(*bytes, 8, 2) == end.entries && Number(*bytes, 20, 2) == 0 &&
                     end.offset + end.size + kEndRecord == size;
  if (!whole) return tl::unexpected(Cut(where));
  if (end.entries > limits::kArchiveEntries || end.size > end.entries * (kCentralHeader + 65535u)) {
    return tl::unexpected(
        Refuse("archive.too-many", where, {"内容包里的文件太多", "the pack holds too many files"}));
  }
  return end;
}

}  // namespace

Result<std::vector<Archive::Entry>> ReadLayout(int fd, std::uint64_t size,
                                               const std::string& where) {
  const auto end = ReadEnd(fd, size, where);
  if (!end) return tl::unexpected(end.error());
  const auto directory = ReadAt(fd, end->offset, static_cast<std::size_t>(end->size), where);
  if (!directory) return tl::unexpected(directory.error());
  std::vector<Archive::Entry> entries;
  std::string_view made_by;  // the same for all: one program wrote them
  std::set<std::string, std::less<>> seen;
  std::string_view rest = *directory;
  std::uint64_t expected = 0;
  for (std::size_t i = 0; i < end->entries; ++i) {
    if (rest.size() < kCentralHeader || Number(rest, 0, 4) != 0x02014b50u) {
      return tl::unexpected(BrokenDirectory(where));
    }
    const std::size_t name = Number(rest, 28, 2);
    const std::size_t tail = Number(rest, 30, 2) + Number(rest, 32, 2);
    if (rest.size() < kCentralHeader + name + tail) return tl::unexpected(BrokenDirectory(where));
    const Record record{rest.substr(0, kCentralHeader), rest.substr(kCentralHeader, name)};
    if (auto fine = CheckRecord(record, where); !fine) return tl::unexpected(fine.error());
    if (i == 0) made_by = record.fixed.substr(4, 2);
    if (record.fixed.substr(4, 2) != made_by) return tl::unexpected(BrokenDirectory(where));
    const std::string path(record.name);
    // Safe paths are lower case, so no file system can take two of them for the same.
    if (!seen.insert(path).second) {
      return tl::unexpected(Refuse("archive.duplicate", where + ":" + path,
                                   {"文件出现了两次", "the file is there twice"}));
    }
    const std::uint64_t place = Number(record.fixed, 42, 4);
    if (place < expected) {
      return tl::unexpected(Refuse("archive.overlap", where + ":" + path,
                                   {"文件互相重叠", "files lie one over the other"}));
    }
    if (place > expected) return tl::unexpected(Gap(where + ":" + path));
    auto same = CheckLocalHeader(fd, record, expected, where);
    if (!same) return tl::unexpected(same.error());
    const std::uint64_t bytes = Number(record.fixed, 24, 4);
    const std::uint64_t begin = expected + kLocalHeader + name;
    entries.push_back({path, bytes, begin, Number(record.fixed, 16, 4)});
    expected = begin + bytes;
    if (expected > end->offset) {
      return tl::unexpected(Refuse("archive.overlap", where + ":" + path,
                                   {"文件互相重叠", "files lie one over the other"}));
    }
    rest.remove_prefix(kCentralHeader + name);
  }
  if (!rest.empty()) return tl::unexpected(BrokenDirectory(where));
  if (expected != end->offset) return tl::unexpected(Gap(where));
  return entries;
}

}  // namespace content
