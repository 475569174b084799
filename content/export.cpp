// SPDX-License-Identifier: MIT
#include "content/export.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <system_error>

#include "content/disk.h"

namespace content {
namespace {

namespace fs = std::filesystem;

constexpr const char* kExportArea = "export";
constexpr std::size_t kBuffer = 256u << 10;

/// A file that grows beside its name and takes it only when it is whole and on the disk.
class Draft {
 public:
  explicit Draft(fs::path file) : file_(std::move(file)), beside_(file_.string() + ".new") {}
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  ~Draft() {
    if (begun_) unlink(beside_.c_str());
  }

  [[nodiscard]] Result<void> Begin() {
    fd_ = Descriptor(
        open(beside_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0644));
    if (!fd_.IsOpen()) return tl::unexpected(MakeDiskError(kExportArea, errno, beside_));
    begun_ = true;
    return {};
  }
  [[nodiscard]] Result<void> Add(std::string_view bytes) {
    waiting_ += bytes;
    return waiting_.size() < kBuffer ? Result<void>() : Flush();
  }
  /// All bytes are on the disk afterwards, still under the other name.
  [[nodiscard]] Result<void> Finish() {
    if (auto flushed = Flush(); !flushed) return flushed;
    if (auto synced = SyncFile(fd_.Get(), kExportArea, beside_); !synced) return synced;
    if (!fd_.Close()) return tl::unexpected(MakeDiskError(kExportArea, errno, beside_));
    return {};
  }
  [[nodiscard]] Result<void> Publish() {
    auto renamed = RenameDurably(beside_, file_, kExportArea);
    begun_ = begun_ && !renamed;
    return renamed;
  }

 private:
  Result<void> Flush() {
    auto written = WriteAll(fd_.Get(), waiting_, kExportArea, beside_);
    waiting_.clear();
    return written;
  }

  fs::path file_, beside_;
  Descriptor fd_;
  std::string waiting_;
  bool begun_ = false;
};

Error MakeError(const char* what, const Text& message, const std::string& where,
                const Text& remedy) {
  return {std::string(kExportArea) + "." + what, message, where, remedy};
}

bool IsDeviceName(std::string_view device) {
  return !device.empty() && device.size() <= 32 &&
         device.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") ==
             std::string_view::npos;
}

Result<void> CheckExport(const fs::path& folder, std::span<const JournalEvent> events,
                         std::string_view device) {
  if (!IsDeviceName(device)) {
    return tl::unexpected(MakeError(
        "device", {"设备代号不合规定", "the device's name is not fit"}, std::string(device),
        {"代号只用小写字母、数字和连字符，最多32个字符",
         "use only a-z, 0-9 and \"-\" in the name, at most 32 of them"}));
  }
  if (events.empty()) {
    return tl::unexpected(MakeError("empty",
                                    {"这段时间没有记录", "there are no results in this time"},
                                    folder.string(), {"请选更长的时间", "choose a longer time"}));
  }
  std::error_code failed;
  if (!fs::is_directory(folder, failed)) {
    // Not made here: where a stick was pulled, the folder would be made on the device's own disk.
    return tl::unexpected(
        MakeError("no-folder", {"找不到导出的文件夹", "the folder to export to is not there"},
                  folder.string(), {"插好U盘后再试", "plug the stick in and try again"}));
  }
  return {};
}

}  // namespace

std::string BeijingDay(std::int64_t hour) {
  const std::chrono::sys_time<std::chrono::hours> time{std::chrono::hours(hour + 8)};
  return FormatDate(Date(std::chrono::floor<std::chrono::days>(time)));
}

std::string BeijingHour(std::int64_t hour) {
  const auto of_day = std::to_string((hour + 8) % 24);
  return BeijingDay(hour) + (of_day.size() < 2 ? " 0" : " ") + of_day + ":00";
}

Result<void> WriteExports(const fs::path& folder, std::span<const JournalEvent> events,
                          const Catalog& catalog, std::string_view device) {
  if (auto fit = CheckExport(folder, events, device); !fit) return fit;
  const auto [first, last] = std::minmax_element(
      events.begin(), events.end(), [](const auto& a, const auto& b) { return a.hour < b.hour; });
  const std::string stem = "maplebridge-" + std::string(device) + "-" + BeijingDay(first->hour) +
                           "-" + BeijingDay(last->hour);
  std::array<Draft, 3> drafts{Draft(folder / (stem + "-events.csv")),
                              Draft(folder / (stem + "-summary.csv")),
                              Draft(folder / (stem + "-xapi.ndjson"))};
  const auto into = [&drafts](std::size_t i) {
    return [&draft = drafts[i]](std::string_view bytes) { return draft.Add(bytes); };
  };
  Result<void> done;
  for (Draft& draft : drafts) {
    if (done) done = draft.Begin();
  }
  if (done) done = WriteEventsCsv(events, catalog, into(0));
  if (done) done = WriteSummaryCsv(events, catalog, into(1));
  if (done) done = WriteStatements(events, catalog, device, into(2));
  for (Draft& draft : drafts) {
    if (done) done = draft.Finish();
  }
  for (Draft& draft : drafts) {
    if (done) done = draft.Publish();
  }
  return done;
}

}  // namespace content
