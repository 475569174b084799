// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "content/manifest.h"
#include "content/results.h"

/// What staff see and do, as plain state. The way in is a gesture on the attract loop (CornerPress)
/// and a PIN (PinScreen); behind it is one StaffScreen with a page at a time. Nothing of it is a
/// visit and nothing of it is journaled.
namespace kiosk {

// The way in --------------------------------------------------------------------------------------

/// A finger's place in design units, with the size of the window it is on. Width 0: place unknown.
struct FingerPlace {
  std::int64_t finger = 0;
  float x = 0, y = 0, width = 0, height = 0;
};

/// Two long presses while the attract loop runs and nobody has begun a visit: one finger rests in
/// the upper left corner, then in the upper right one. Each rests 3 to 10 seconds and stays in its
/// corner, the second begins within 6 seconds of the end of the first, and no other finger comes
/// near the screen from first to last. Whoever taps, however often, never holds that long in two
/// places in this order; a bag that leans against the screen holds too long.
struct CornerPress {
  int held = 0;  ///< Corners done.
  std::optional<std::int64_t> finger;
  double down_at = 0, lifted_at = 0;
};
inline constexpr float kCornerSide = 170;    ///< Design units: about 4 cm on a 21-inch screen.
inline constexpr double kCornerSeconds = 3;  ///< Least time of each press ...
inline constexpr double kCornerMost = 10;    ///< ... and the most.
inline constexpr double kCornerPause = 6;    ///< From the first to the second.

inline constexpr std::size_t kPinLeast = 6, kPinMost = 12;  ///< Digits.
inline constexpr double kPinIdleSeconds = 30;     ///< Without touch: back to the attract loop.
inline constexpr double kStaffIdleSeconds = 180;  ///< Without touch: the staff session ends.
/// How long a try waits when the disk cannot remember it: longer than it would take to switch the
/// machine off and on, so that doing so gains nothing.
inline constexpr double kUncountedSeconds = 30;

/// Wrong tries are counted on the disk before a PIN is looked at; `until` is in seconds of Now. A
/// start begins the whole delay anew, so that neither a power cut nor a wrong clock shortens it.
struct PinLock {
  int failures = 0;
  double until = 0;
};
/// Seconds after that many wrong tries: 5, 15, 60, 300, then 900 (a hundred tries a day, while six
/// digits have a million values).
[[nodiscard]] double PinDelay(int failures);
[[nodiscard]] PinLock LockAtStart(int failures, double now_seconds);

struct PinScreen {
  enum class Step {
    kTyping,
    kCounting,  ///< The try is being written to the disk.
    kHolding,   ///< It could not be written: the PIN is looked at when `verify_at` has come.
    kChecking,
  };
  std::string digits;
  Step step = Step::kTyping;
  double verify_at = 0;
  bool wrong = false;  ///< The last try was.
};

// Packs -------------------------------------------------------------------------------------------

struct ItemChange {
  enum class What { kNew, kChanged, kGone };
  What what = What::kNew;
  content::Kind kind = content::Kind::kCard;
  content::Text title;
};

/// What a pack would change on this device.
struct PackChanges {
  std::vector<ItemChange> items;  ///< New, then changed, then gone.
  int same = 0;                   ///< Items that stay as they are.
  int media = 0;                  ///< Pictures, films and sounds that are new, changed or gone.
};
/// `active` is null when the pack is not on the device yet. An item is changed when its bytes are.
[[nodiscard]] PackChanges ComparePacks(const content::Manifest* active,
                                       const content::Manifest& found);

/// A file on a drive that calls itself a pack.
struct FoundPack {
  std::string file;   ///< Full path.
  std::string drive;  ///< What staff call the drive.
  std::string name;   ///< The file's name.
  std::uint64_t bytes = 0;
  std::optional<content::Error> refused;  ///< Why it cannot be installed; the rest may be empty.
  std::string id;
  content::Text title;
  std::string publisher;
  std::string signer;  ///< Label of the key.
  content::Version version;
  std::optional<content::Version> active;  ///< Version on the device now.
  bool fits = true;
  PackChanges changes;
};

/// A pack on the device.
struct HeldPack {
  std::string id;
  content::Text title;
  std::string signer;
  content::Version version;
  std::optional<content::Version> previous;  ///< What a rollback goes to.
};

struct StaffPacks {
  bool looked = false;  ///< The drives have been read.
  std::vector<std::string> drives;
  std::vector<FoundPack> found;
  std::vector<HeldPack> held;
  std::uint64_t free_bytes = 0;
  std::optional<std::size_t> open;  ///< The found pack that is looked at closely.
};

// Numbers -----------------------------------------------------------------------------------------

enum class Period { kToday, kWeek, kMonth };

struct TopicNumbers {
  std::string topic;
  content::Discernment discernment;
};
struct HardItem {
  content::Text title;  ///< The id when no pack on the device knows it any more.
  content::Rate correct;
};
struct Numbers {
  Period period = Period::kToday;
  content::Summary summary;
  std::vector<int> visits;           ///< One an hour (today) or a day, oldest first.
  std::vector<content::Date> days;   ///< One a bar; empty for today.
  std::vector<TopicNumbers> topics;  ///< Most answers first.
  std::vector<HardItem> hardest;
};
/// Below these a share says more about chance than about people, and is not shown.
inline constexpr int kLeastForTopic = 30;
inline constexpr int kLeastForItem = 20;
inline constexpr int kLeastForShare = 20;
inline constexpr std::size_t kHardestShown = 8;

struct StaffNumbers {
  Period period = Period::kToday;
  std::optional<Numbers> numbers;
  std::vector<std::string> drives;  ///< Where an export may go.
};

// Device ------------------------------------------------------------------------------------------

struct DeviceFacts {
  std::uint64_t disk_bytes = 0, free_bytes = 0;
  std::string clock;              ///< Local time, "2026-11-24 13:45".
  bool clock_wrong = false;       ///< Before the program was released.
  std::string released;           ///< Day, "2026-11-20".
  std::string program;            ///< Version.
  std::vector<std::string> keys;  ///< Labels.
  std::vector<HeldPack> packs;
  content::Problems problems;  ///< Since the start.
};
struct StaffDevice {
  std::optional<DeviceFacts> facts;
};

/// Cells over the whole window, of which each turns green under a finger.
struct StaffGrid {
  int columns = 6, rows = 10;
  std::vector<bool> touched;  ///< Row by row.
  double touched_at = 0;      ///< When a finger was last there.
};
inline constexpr double kGridIdleSeconds = 15;

struct StaffCleaning {
  double until = 0;
};
inline constexpr double kCleaningSeconds = 30;

// The screen --------------------------------------------------------------------------------------

struct StaffMenu {};
struct StaffExit {};
using StaffPage = std::variant<StaffMenu, StaffPacks, StaffNumbers, StaffDevice, StaffGrid,
                               StaffCleaning, StaffExit>;

/// What is being done for staff, off the loop. While it is one of the last four, nobody leaves.
struct StaffWork {
  enum class What { kLook, kCount, kInspect, kInstall, kProve, kRollBack, kExport };
  What what = What::kLook;
  double share = 0;         ///< Of an installation or proof, 0..1.
  bool cancelling = false;  ///< Asked to stop; it has not answered yet.
  [[nodiscard]] bool HoldsStaff() const { return what >= What::kInstall; }
};

/// What was done last, to be told until the next touch of a button.
struct StaffNews {
  enum class What { kInstalled, kRolledBack, kExported, kCancelled };
  What what = What::kInstalled;
  content::Text title;  ///< Of the pack.
  std::string detail;   ///< Version, or where an export was written.
};

struct StaffScreen {
  StaffPage page = StaffMenu{};
  std::optional<StaffWork> work;
  std::optional<StaffNews> news;
  std::optional<content::Error> failed;
  bool packs_changed = false;  ///< The catalogue is exchanged when staff leave.
};

/// Of staff in State, beside the screen.
struct StaffState {
  bool has_pin = false;  ///< The configuration names one.
  PinLock lock;
  CornerPress corner;
  std::optional<StaffScreen> preview;  ///< A pack is on show; this is what staff return to.
};

}  // namespace kiosk
