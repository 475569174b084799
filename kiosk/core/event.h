// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/core/state.h"

namespace kiosk {

// What happened. Events of the visitor come from screens, the rest from devices and the clock.
struct Touched {
  FingerPlace at{};
};  ///< Any finger down: somebody is there.
struct FingerMoved {
  FingerPlace at{};
};
struct FingerLifted {
  FingerPlace at{};
};
struct Ticked {};        ///< Time has reached NextDeadline.
struct VisitStarted {};  ///< A touch on the attract screen.
struct LanguageChosen {
  content::Language language;
};
struct TextSizeChosen {
  TextSize size;
};
struct ContrastChosen {
  bool high;
};
struct ReachChosen {
  bool down;
};
struct VolumeChosen {
  int percent;
};
struct CaptionsChosen {
  bool on;
};
struct EmergencyTapped {};
struct BackTapped {};  ///< To where the visitor came from.
struct HomeTapped {};
struct LeaveTapped {};  ///< The visit is over.
struct StillHereTapped {};
struct NoticeClosed {};
struct RoundChosen {
  RoundPool pool{};
};  ///< A new round of questions.
struct RoomChosen {
  Room room;
};
struct ItemChosen {
  content::ItemRef ref;
};
struct ChoiceTapped {
  std::size_t choice;
};  ///< Attract, round and film question alike.
struct SegmentTapped {
  std::size_t segment;
};
struct AnswerConfirmed {};  ///< Spot and multiple choice: "show me".
struct NextTapped {};       ///< After feedback; brief of a chat; survey.
struct ReplyTapped {
  std::size_t reply;
};
struct HurryTapped {};  ///< The typing pause need not be waited for.
struct PlayTapped {};
struct PauseTapped {};
struct BackTenTapped {};
struct EntryTapped {
  std::string id;
};  ///< Checklist tick, directory entry.
struct OptionTapped {
  std::size_t option;
};                       ///< Survey.
struct ListenTapped {};  ///< Read the item aloud, where it brings sound.
struct ItemsLoaded {
  std::vector<ItemPtr> items;
};
struct CaptionsLoaded {
  std::vector<content::Cue> zh, en;
};
struct LoadFailed {
  content::Error error;
};
struct VideoMoved {
  double position;
  double duration;
};
struct VideoEnded {};
struct VideoFailed {
  content::Error error;
};

// What staff tap. Rules for them exist only on the screens behind the PIN, and for the pad itself.
struct DigitTapped {
  int digit;
};
struct DigitErased {};
struct PinEntered {};
enum class StaffDoor { kPacks, kNumbers, kDevice, kGrid, kCleaning, kExit };
struct StaffDoorTapped {
  StaffDoor door;
  bool wide = false;  ///< The screen is wider than tall.
};
struct LookAgainTapped {};  ///< Read the drives anew.
struct FoundPackTapped {
  std::size_t index;
};
struct InstallTapped {};
struct PreviewTapped {};
struct CancelTapped {};
struct RollBackTapped {
  std::string id;
};
struct PeriodTapped {
  Period period;
};
struct ExportTapped {
  std::size_t drive;
};
struct SoundTapped {};
struct ExitTapped {
  bool restart;
};

// What devices answer to staff.
struct TryCounted {
  bool kept;  ///< It is on the disk.
};
struct PinVerified {
  bool right;
};
struct PacksFound {
  StaffPacks packs;
};
struct WorkMoved {
  double share;
};
struct WorkFailed {
  content::Error error;  ///< Code "cancelled": as staff wished.
};
struct PackInstalled {
  content::Text title;
  content::Version version;
};
struct PackRolledBack {
  content::Text title;
  content::Version version;
};
struct PreviewProven {};  ///< Every byte of the pack is; the program holds it.
struct NumbersCounted {
  Numbers numbers;
  std::vector<std::string> drives;
};
struct Exported {
  std::string folder;
};
struct DeviceInspected {
  DeviceFacts facts;
};
struct PacksSwapped {};  ///< The catalogue is another one now.

using Event = std::variant<
    Touched, FingerMoved, FingerLifted, Ticked, VisitStarted, LanguageChosen, TextSizeChosen,
    ContrastChosen, ReachChosen, VolumeChosen, CaptionsChosen, EmergencyTapped, BackTapped,
    HomeTapped, LeaveTapped, StillHereTapped, NoticeClosed, RoundChosen, RoomChosen, ItemChosen,
    ChoiceTapped, SegmentTapped, AnswerConfirmed, NextTapped, ReplyTapped, HurryTapped, PlayTapped,
    PauseTapped, BackTenTapped, EntryTapped, OptionTapped, ListenTapped, ItemsLoaded,
    CaptionsLoaded, LoadFailed, VideoMoved, VideoEnded, VideoFailed, DigitTapped, DigitErased,
    PinEntered, StaffDoorTapped, LookAgainTapped, FoundPackTapped, InstallTapped, PreviewTapped,
    CancelTapped, RollBackTapped, PeriodTapped, ExportTapped, SoundTapped, ExitTapped, TryCounted,
    PinVerified, PacksFound, WorkMoved, WorkFailed, PackInstalled, PackRolledBack, PreviewProven,
    NumbersCounted, Exported, DeviceInspected, PacksSwapped>;

// What the program shall do. Perform carries effects out in order; those that load answer at once
// with ItemsLoaded, CaptionsLoaded or LoadFailed.
enum class Chime { kTap, kRight, kLook, kMessage, kDone };
struct LoadItems {
  std::vector<content::ItemRef> refs;
};
struct LoadCaptions {
  content::ItemRef ref;
};
struct WriteResult {
  content::JournalEvent event;
};
struct PlayChime {
  Chime chime;
};
struct StartVideo {
  content::ItemRef ref;
  std::string path;
  double from_seconds;
  bool muted;
};
struct SetVideoPaused {
  bool paused;
};
struct SeekVideo {
  double seconds;
};
struct StopVideo {};
struct SetVolume {
  int percent;
};
struct StartNarration {
  content::ItemRef ref;
  std::string path;
};
struct StopNarration {};
struct DropTouch {};      ///< The finger that is being lifted taps nothing.
struct ForgetVisitor {};  ///< Scroll positions, pressed fingers, cached pictures: all gone.

// For staff; what takes time is done off the loop and answered by an event.
struct CountTry {
  int failures;
};  ///< Writes how many tries were wrong; TryCounted.
struct VerifyPin {
  std::string digits;
};                       ///< PinVerified.
struct LookForPacks {};  ///< PacksFound.
struct InstallPack {
  std::string file;
};  ///< WorkMoved, then PackInstalled or WorkFailed.
struct ProvePack {
  std::string file;
};  ///< WorkMoved, then PreviewProven or WorkFailed.
struct CancelWork {};
struct RollBackPack {
  std::string id;
};                      ///< PackRolledBack or WorkFailed.
struct ShowPreview {};  ///< The proven pack is the catalogue from now on.
struct HidePreview {};  ///< The device's own catalogue again.
struct SwapPacks {};    ///< The catalogue becomes what is installed now; PacksSwapped.
struct CountNumbers {
  Period period;
};  ///< NumbersCounted or WorkFailed.
struct WriteExport {
  std::string drive;
};                        ///< Exported or WorkFailed.
struct InspectDevice {};  ///< DeviceInspected.
struct LeaveProgram {
  bool restart;
};

using Effect =
    std::variant<LoadItems, LoadCaptions, WriteResult, PlayChime, StartVideo, SetVideoPaused,
                 SeekVideo, StopVideo, SetVolume, StartNarration, StopNarration, DropTouch,
                 ForgetVisitor, CountTry, VerifyPin, LookForPacks, InstallPack, ProvePack,
                 CancelWork, RollBackPack, ShowPreview, HidePreview, SwapPacks, CountNumbers,
                 WriteExport, InspectDevice, LeaveProgram>;

}  // namespace kiosk
