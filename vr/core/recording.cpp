// SPDX-License-Identifier: MIT
#include "vr/core/recording.h"

#include <bit>
#include <cmath>
#include <string_view>
#include <utility>

namespace vr {
namespace {

constexpr std::string_view kMagic = "mbvrrec1";
constexpr std::int64_t kLongestUs = 1'000'000'000'000'000;  // 31 years: sums stay far from overflow

// Bits of a record's first byte.
constexpr unsigned kWorn = 1, kFocused = 2, kHeadTracked = 4, kHasGaze = 8, kLeft = 16, kRight = 32,
                   kHasVoice = 64, kHasCommands = 128;

class Writer {
 public:
  std::string bytes;

  template <typename T>
  void Put(T value) {
    for (std::size_t i = 0; i < sizeof(T); ++i) {
      bytes.push_back(static_cast<char>((value >> (8 * i)) & 0xff));
    }
  }
  void PutFloat(float value) { Put(std::bit_cast<std::uint32_t>(value)); }
  void PutPose(const Pose& pose) {
    for (const float part : {pose.position.x, pose.position.y, pose.position.z}) PutFloat(part);
    for (const float part :
         {pose.orientation.w, pose.orientation.x, pose.orientation.y, pose.orientation.z}) {
      PutFloat(part);
    }
  }
};

/// Reads; after the end everything is 0 and `good` is false.
class Reader {
 public:
  explicit Reader(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}
  bool good = true;

  [[nodiscard]] bool AtEnd() const { return at_ == bytes_.size(); }

  template <typename T>
  T Get() {
    if (bytes_.size() - at_ < sizeof(T)) {
      good = false;
      at_ = bytes_.size();
      return 0;
    }
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < sizeof(T); ++i) {
      value |= static_cast<std::uint64_t>(bytes_[at_ + i]) << (8 * i);
    }
    at_ += sizeof(T);
    return static_cast<T>(value);
  }
  std::string GetText(std::size_t size) {
    if (bytes_.size() - at_ < size) {
      good = false;
      return {};
    }
    std::string text(reinterpret_cast<const char*>(bytes_.data()) + at_, size);
    at_ += size;
    return text;
  }
  float GetFloat(float most) {
    const float value = std::bit_cast<float>(Get<std::uint32_t>());
    good = good && std::isfinite(value) && std::fabs(value) <= most;
    return good ? value : 0;
  }
  Pose GetPose() {
    Pose pose;
    pose.position.x = GetFloat(1000);
    pose.position.y = GetFloat(1000);
    pose.position.z = GetFloat(1000);
    pose.orientation.w = GetFloat(2);
    pose.orientation.x = GetFloat(2);
    pose.orientation.y = GetFloat(2);
    pose.orientation.z = GetFloat(2);
    return pose;
  }

 private:
  std::span<const std::uint8_t> bytes_;
  std::size_t at_ = 0;
};

tl::unexpected<content::Error> Refuse(const char* code, const char* zh, const char* en) {
  return tl::unexpected(content::Error{
      code, {zh, en}, "", {"用训练程序重新录制", "record it again with the trainer"}});
}

tl::unexpected<content::Error> Malformed() {
  return Refuse("recording.malformed", "这不是完好的录制文件", "this is no sound recording");
}

void PutInput(Writer& writer, const TrainerInput& input) {
  unsigned flags = (input.worn ? kWorn : 0) | (input.focused ? kFocused : 0) |
                   (input.head_tracked ? kHeadTracked : 0) | (input.gaze ? kHasGaze : 0) |
                   (input.hands[0].tracked ? kLeft : 0) | (input.hands[1].tracked ? kRight : 0) |
                   (input.voice > 0 ? kHasVoice : 0) | (input.commands.empty() ? 0 : kHasCommands);
  writer.Put(static_cast<std::uint8_t>(flags));
  writer.Put(static_cast<std::uint64_t>(input.time_us));
  writer.PutPose(input.head);
  if (input.gaze) writer.PutPose(*input.gaze);
  for (const HandInput& hand : input.hands) {
    if (!hand.tracked) continue;
    writer.Put(static_cast<std::uint8_t>(hand.select ? 1 : 0));
    writer.PutPose(hand.aim);
  }
  if (input.voice > 0) writer.PutFloat(input.voice);
  if (input.commands.empty()) return;
  writer.Put(static_cast<std::uint8_t>(input.commands.size()));
  for (const GuideCommand command : input.commands) writer.Put(static_cast<std::uint8_t>(command));
}

TrainerInput GetInput(Reader& reader) {
  TrainerInput input;
  const unsigned flags = reader.Get<std::uint8_t>();
  const auto time = reader.Get<std::uint64_t>();
  reader.good = reader.good && time <= static_cast<std::uint64_t>(kLongestUs);
  input.time_us = reader.good ? static_cast<std::int64_t>(time) : 0;
  input.worn = (flags & kWorn) != 0;
  input.focused = (flags & kFocused) != 0;
  input.head_tracked = (flags & kHeadTracked) != 0;
  input.head = reader.GetPose();
  if ((flags & kHasGaze) != 0) input.gaze = reader.GetPose();
  for (std::size_t i = 0; i < 2; ++i) {
    if ((flags & (i == 0 ? kLeft : kRight)) == 0) continue;
    input.hands[i].tracked = true;
    const auto select = reader.Get<std::uint8_t>();
    reader.good = reader.good && select <= 1;
    input.hands[i].select = select == 1;
    input.hands[i].aim = reader.GetPose();
  }
  if ((flags & kHasVoice) != 0) {
    input.voice = reader.GetFloat(1);
    reader.good = reader.good && input.voice > 0;
  }
  if ((flags & kHasCommands) == 0) return input;
  const auto count = reader.Get<std::uint8_t>();
  reader.good = reader.good && count > 0;
  for (unsigned i = 0; i < count && reader.good; ++i) {
    const auto command = reader.Get<std::uint8_t>();
    reader.good = reader.good && command >= 1 && command <= kGuideCommands;
    input.commands.push_back(static_cast<GuideCommand>(command));
  }
  return input;
}

}  // namespace

std::string FormatRecording(const Recording& recording) {
  Writer writer;
  writer.bytes = kMagic;
  writer.Put(static_cast<std::uint8_t>(recording.scenario.size()));
  writer.bytes += recording.scenario;
  writer.Put(static_cast<std::uint8_t>(recording.setup.intensity));
  writer.Put(static_cast<std::uint8_t>(recording.setup.most_intensity));
  writer.Put(static_cast<std::uint8_t>(recording.setup.band));
  writer.Put(static_cast<std::uint8_t>(recording.setup.mode));
  for (const TrainerInput& input : recording.inputs) PutInput(writer, input);
  return std::move(writer.bytes);
}

content::Result<Recording> ParseRecording(std::span<const std::uint8_t> bytes) {
  if (bytes.size() > kRecordingBytes) {
    return Refuse("recording.too-large", "录制文件太大", "the recording is too large");
  }
  Reader reader(bytes);
  Recording recording;
  if (reader.GetText(kMagic.size()) != kMagic) return Malformed();
  recording.scenario = reader.GetText(reader.Get<std::uint8_t>());
  const auto intensity = reader.Get<std::uint8_t>();
  const auto most = reader.Get<std::uint8_t>();
  const auto band = reader.Get<std::uint8_t>();
  const auto mode = reader.Get<std::uint8_t>();
  if (!reader.good || intensity < 1 || intensity > 3 || most < 1 || most > 3 || band > 2 ||
      mode > 1)
    return Malformed();
  recording.setup.intensity = intensity;
  recording.setup.most_intensity = most;
  recording.setup.band = static_cast<AgeBand>(band);
  recording.setup.mode = static_cast<Mode>(mode);
  std::int64_t last = 0;
  while (!reader.AtEnd()) {
    if (recording.inputs.size() == kRecordingInputs) {
      return Refuse("recording.too-large", "录制太长", "the recording is too long");
    }
    recording.inputs.push_back(GetInput(reader));
    if (!reader.good || recording.inputs.back().time_us < last) return Malformed();
    last = recording.inputs.back().time_us;
  }
  return recording;
}

}  // namespace vr
