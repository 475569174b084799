// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

/// Every limit of the pack format, as listed in FORMAT.md. A test exceeds each of them.
namespace content::limits {

inline constexpr std::size_t kManifestBytes = 4u << 20;
inline constexpr std::size_t kSignatureBytes = 4096;
inline constexpr std::size_t kItemBytes = 1u << 20;
inline constexpr int kJsonDepth = 16;
inline constexpr std::size_t kArchiveEntries = 4096;
inline constexpr std::uint64_t kPackBytes = 4ull << 30;
inline constexpr std::size_t kPathLength = 128;
inline constexpr std::size_t kPathDepth = 6;
inline constexpr std::size_t kItems = 1000;
inline constexpr std::size_t kTextLength = 1200;  ///< Unicode code points of one text.
inline constexpr std::size_t kTitleLength = 60;
inline constexpr std::size_t kIdLength = 80;
inline constexpr std::size_t kChoices = 6;
inline constexpr std::size_t kSegments = 24;
inline constexpr std::size_t kChatNodes = 64;
inline constexpr std::size_t kRepliesPerNode = 4;
inline constexpr std::size_t kMessagesPerNode = 6;
inline constexpr std::size_t kChatPathLength = 16;  ///< Replies from the start to an end.
inline constexpr std::size_t kVideoQuestions = 8;
inline constexpr double kVideoSeconds = 900;
inline constexpr std::size_t kCardLines = 3;
inline constexpr std::size_t kSteps = 8;
inline constexpr std::size_t kListEntries = 48;  ///< Any other list in an item.
inline constexpr std::uint64_t kImagePixels = 16'000'000;
inline constexpr std::uint64_t kVideoPixels = 8'847'360;  ///< 4096 x 2160.
inline constexpr std::size_t kJpegScans = 64;  ///< Walks over a progressive picture.
inline constexpr std::uint64_t kImageBytes = 8u << 20;
inline constexpr std::uint64_t kCaptionBytes = 256u << 10;
inline constexpr std::uint64_t kSoundBytes = 16u << 20;
inline constexpr std::uint64_t kVideoBytes = 512u << 20;
inline constexpr std::size_t kLineLength = 200;  ///< Code points of a text without translation.
inline constexpr std::size_t kSources = 400;
inline constexpr std::size_t kAttractSlots = 64;
inline constexpr std::size_t kStepLines = 6;
inline constexpr std::size_t kCardNumbers = 6;
inline constexpr std::size_t kTrendPoints = 60;
inline constexpr int kItemSeconds = 1800;  ///< Longest estimate of an item, and attract slot.

// Scenarios.
inline constexpr std::size_t kFigures = 12;
inline constexpr std::size_t kProps = 64;
inline constexpr std::size_t kBeats = 16;
inline constexpr std::size_t kBeatSteps = 12;
inline constexpr std::size_t kStepCaptions = 6;
inline constexpr std::size_t kStepTargets = 8;
inline constexpr std::size_t kPartNameLength = 20;  ///< Name of a figure, prop, beat, step, choice.
/// With ".<beat>.<choice>" a scenario's id is an item of the journal, of at most kIdLength.
inline constexpr std::size_t kScenarioIdLength = 36;
inline constexpr double kPlaceMetres = 80;  ///< Farthest from the middle of the place.
inline constexpr double kStepSeconds = 60;  ///< Longest step that ends by time.
inline constexpr double kThrowMetres = 12;  ///< Longest throw asked for.
inline constexpr int kBreaths = 8;
inline constexpr double kComfortSpeed = 0.3;           ///< m/s of the eyes outside fades.
inline constexpr double kComfortAcceleration = 0.5;    ///< m/s^2
inline constexpr double kUnderSeconds[] = {0, 5, 12};  ///< Eyes under water, by intensity.
inline constexpr double kScenarioSeconds = 600;  ///< Everything that ends by time, in one run.

}  // namespace content::limits
