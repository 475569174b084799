// SPDX-License-Identifier: MIT
#pragma once

#include <openxr/openxr.h>

#include <array>
#include <memory>
#include <optional>
#include <string>

#include "vr/xr/actions.h"
#include "vr/xr/call.h"
#include "vr/xr/frame.h"
#include "vr/xr/graphics.h"
#include "vr/xr/hand_tracker.h"
#include "vr/xr/instance.h"
#include "vr/xr/swapchain.h"

namespace vr::xr {

/// What happened in a session so far.
struct FrameCounts {
  std::int64_t frames = 0;     ///< Begun and ended.
  std::int64_t drawn = 0;      ///< With a picture.
  std::int64_t skipped = 0;    ///< Frames of the runtime that we were too late for.
  std::int64_t discarded = 0;  ///< XR_FRAME_DISCARDED.
};

/// One life of the connection to the headset: spaces, hands, swapchains, and the order
/// wait -> sync -> locate -> begin -> end with one display time. When it says that it is lost,
/// its owner makes another; the run goes on meanwhile.
class Session {
 public:
  /// The instance, its actions and the graphics must outlive it.
  [[nodiscard]] static Expected<std::unique_ptr<Session>> Make(const Instance& instance,
                                                               const System& system,
                                                               const Actions& actions,
                                                               const Graphics& graphics);
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// Takes what concerns this session.
  void Take(const XrEventDataBuffer& event);

  [[nodiscard]] XrSessionState State() const { return state_; }
  [[nodiscard]] bool IsRunning() const { return running_; }  ///< Frames may be waited for.
  [[nodiscard]] bool IsWorn() const;
  [[nodiscard]] Loss Lost() const { return loss_; }
  [[nodiscard]] const Fault& LastFault() const { return fault_; }
  [[nodiscard]] const FrameCounts& Counts() const { return counts_; }
  [[nodiscard]] XrReferenceSpaceType BaseType() const { return base_type_; }
  /// Texts go into quad layers; else the renderer has to draw them as meshes.
  [[nodiscard]] bool HasText() const { return text_.has_value(); }
  [[nodiscard]] bool HasDepth() const { return !depth_.empty(); }
  [[nodiscard]] int Width() const { return colour_[0].Shape().width; }
  [[nodiscard]] int Height() const { return colour_[0].Shape().height; }
  [[nodiscard]] std::string ProfileOf(int hand) const;

  /// Waits for the runtime's next frame and reads head, eyes and hands for the time at which it
  /// will be seen. Absent when there is none. Whatever is returned goes to Show.
  [[nodiscard]] std::optional<Frame> Wait();
  /// Begins the frame, has the eyes drawn where the runtime wants a picture, and ends it, always.
  void Show(const Frame& frame, const Picture& picture);

 private:
  Session(const Instance& instance, const System& system, const Actions& actions,
          const Graphics& graphics);
  [[nodiscard]] Expected<void> Open();
  [[nodiscard]] Expected<void> ChooseBase();
  [[nodiscard]] Expected<void> MakeSwapchains();
  void MakeHands();
  void ReadHiddenMeshes();

  bool Note(XrResult result, const char* call);  ///< True when it succeeded.
  /// As Note, for where things are: Monado fails so while a pose is no pose, which is lost
  /// tracking. A runtime that is broken fails to wait or to end a frame, too.
  bool NotePlace(XrResult result, const char* call);
  void Change(const XrEventDataSessionStateChanged& change);
  void Sync(Frame& frame);
  void LocateHead(Frame& frame);
  void LocateEyes(Frame& frame);
  void ReadHand(std::size_t hand, Frame& frame);
  void ReadGaze(Frame& frame);
  [[nodiscard]] std::optional<Pose> Locate(XrSpace space);
  [[nodiscard]] bool DrawEye(int eye, const Frame& frame, const Picture& picture);
  void DrawText(const Picture& picture);
  void End(const Frame& frame, const Picture& picture, bool eyes_drawn);

  const Instance& instance_;
  const System& system_;
  const Actions& actions_;
  const Graphics& graphics_;
  OwnedSession session_;  // what follows belongs to it and goes first
  OwnedSpace base_, view_;
  XrReferenceSpaceType base_type_ = XR_REFERENCE_SPACE_TYPE_LOCAL;
  ActionSpaces spaces_;
  std::array<HandTracker, 2> trackers_;
  std::array<bool, 2> pinched_{};
  std::vector<Swapchain> colour_, depth_;  ///< One an eye; `depth_` may be empty.
  std::optional<Swapchain> text_;
  bool text_drawn_ = false;  ///< An image was released, so that a layer may name it.
  bool text_stale_ = true;
  bool depth_drawn_ = false;  ///< Both eyes' depth of this frame.
  std::array<HiddenMesh, 2> hidden_;

  XrSessionState state_ = XR_SESSION_STATE_UNKNOWN;
  bool running_ = false;
  std::optional<bool> present_;  ///< Told by XR_EXT_user_presence.
  std::optional<XrTime> recenter_at_;
  XrTime time_ = 0;  ///< When the open frame will be seen.
  XrDuration period_ = 0;
  std::array<XrView, 2> views_{};  ///< Of the open frame, submitted bit for bit.
  bool views_known_ = false;       ///< They were located at least once.
  Pose last_head_;
  Loss loss_ = Loss::kNone;
  Fault fault_;
  FrameCounts counts_;
  int bad_frames_ = 0;  ///< In a row.
};

}  // namespace vr::xr
