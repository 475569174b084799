// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "content/result.h"
#include "vr/xr/frame.h"
#include "vr/xr/session.h"
#include "vr/xr/trouble.h"

namespace vr::xr {

/// What is known of the headset now; a plain value.
struct HeadsetStatus {
  std::optional<Reason> missing = Reason::kNoRuntime;  ///< Absent: frames flow.
  std::string where;                                   ///< The file or the call that says so.
  std::string runtime, system;                         ///< Names; empty when there is none.
  bool worn = false, worn_known = false, focused = false, head_tracked = false;
  int sessions = 0;  ///< Begun so far; from the second on something was lost and came back.
  FrameCounts counts;
};

/// The headset through all its lives: looks for a runtime, makes instance and session, loses them
/// and makes them anew. Never throws and never gives up; what the child does lives elsewhere.
///
///   headset.Poll(now);
///   if (headset.IsRunning())
///     if (auto frame = headset.Wait()) { ...Step, BuildScene... headset.Show(*frame, picture); }
class Headset {
 public:
  using Clock = std::chrono::steady_clock;

  /// Draws with the context that is current now, which has to stay so on this thread. Without one
  /// it only looks.
  Headset();
  ~Headset();
  Headset(const Headset&) = delete;
  Headset& operator=(const Headset&) = delete;

  /// Takes events; where something is missing and its time has come, tries again. Never waits for
  /// the headset, though a runtime may take its time to answer.
  void Poll(Clock::time_point now);
  [[nodiscard]] bool IsRunning() const { return session_ && session_->IsRunning(); }
  [[nodiscard]] std::optional<Frame> Wait();
  void Show(const Frame& frame, const Picture& picture);

  [[nodiscard]] const HeadsetStatus& Status() const { return status_; }
  [[nodiscard]] const Session* Current() const { return session_.get(); }

 private:
  void Look(Clock::time_point now);
  [[nodiscard]] Expected<void> MakeAll();
  void Drain(Clock::time_point now);
  void Drop(Loss loss, Clock::time_point now);
  void TellMissing(Reason reason, std::string where);
  void Refresh();

  std::unique_ptr<Graphics> graphics_;
  std::optional<Instance> instance_;
  std::optional<System> system_;
  std::optional<Actions> actions_;
  std::unique_ptr<Session> session_;
  HeadsetStatus status_;
  FrameCounts before_;  ///< Of earlier sessions.
  Clock::time_point next_look_{};
  Clock::time_point lost_{};     ///< When a session was lost last.
  Clock::time_point began_{};    ///< When this one was made.
  std::int64_t display_ns_ = 0;  ///< Of the last frame.
  int fruitless_ = 0;            ///< Looks in a row that found nothing.
};

// A runtime that comes back is found at once; one that never was costs next to nothing.
inline constexpr std::chrono::milliseconds kLookSoon{250}, kLookLater{1000};
inline constexpr std::chrono::seconds kSoonFor{30};
/// The wearer chose "quit" in the headset's own menu: not back before this time.
inline constexpr std::chrono::seconds kAfterExit{5};
/// A headset that is on gets its session to run within this time.
inline constexpr std::chrono::seconds kAwakeWithin{2};

}  // namespace vr::xr
