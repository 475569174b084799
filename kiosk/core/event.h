// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/core/state.h"

namespace kiosk {

// What happened. Events of the visitor come from screens, the rest from devices and the clock.
struct Touched {};       ///< Any finger down: somebody is there.
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

using Event =
    std::variant<Touched, Ticked, VisitStarted, LanguageChosen, TextSizeChosen, ContrastChosen,
                 ReachChosen, VolumeChosen, CaptionsChosen, EmergencyTapped, BackTapped, HomeTapped,
                 LeaveTapped, StillHereTapped, NoticeClosed, RoundChosen, RoomChosen, ItemChosen,
                 ChoiceTapped, SegmentTapped, AnswerConfirmed, NextTapped, ReplyTapped, HurryTapped,
                 PlayTapped, PauseTapped, BackTenTapped, EntryTapped, OptionTapped, ListenTapped,
                 ItemsLoaded, CaptionsLoaded, LoadFailed, VideoMoved, VideoEnded, VideoFailed>;

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
struct ForgetVisitor {};  ///< Scroll positions, pressed fingers, cached pictures: all gone.

using Effect =
    std::variant<LoadItems, LoadCaptions, WriteResult, PlayChime, StartVideo, SetVideoPaused,
                 SeekVideo, StopVideo, SetVolume, StartNarration, StopNarration, ForgetVisitor>;

}  // namespace kiosk
