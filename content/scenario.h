// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "content/envelope.h"

namespace content {

// A scenario of the VR trainer, as plain values that its rules, its renderer and the guide's window
// read. Metres; y is up and 0 at the water's surface; z grows towards the bank, x to the right, and
// that is where the current flows. Facing 0 looks along -z, 90 along -x (counter-clockwise from
// above). FORMAT.md, "scenario", tells authors what each key does.

struct Point {
  double x = 0, y = 0, z = 0;
  bool operator==(const Point&) const = default;
};

/// The ground that the trainer builds round the set pieces.
enum class Setting { kRiver, kQuarry };
inline constexpr const char* kSettingNames[] = {"river", "quarry"};

enum class PropKind {
  kBoathouse,
  kJetty,
  kSign,
  kRing,
  kRope,
  kPole,
  kBag,
  kBottle,
  kReeds,
  kWillow,
  kPoplar,
  kRock,
  kWeir,
  kMoss,
  kStick,
  kBench,
  kTowel,
  kPhone,
  kCloud,
  kCliff,
  kSlab,
  kLadder
};
inline constexpr const char* kPropNames[] = {
    "boathouse", "jetty",  "sign",   "ring",  "rope", "pole",  "bag",   "bottle",
    "reeds",     "willow", "poplar", "rock",  "weir", "moss",  "stick", "bench",
    "towel",     "phone",  "cloud",  "cliff", "slab", "ladder"};

enum class FigureRole { kFriend, kSwimmer, kAdult };
inline constexpr const char* kFigureRoleNames[] = {"friend", "swimmer", "adult"};

enum class Vest { kNone, kOrange, kYellow, kBlue, kGreen, kWhite };
inline constexpr const char* kVestNames[] = {"none", "orange", "yellow", "blue", "green", "white"};

/// kDrown is the instinctive drowning response: upright, silent, the mouth at the water.
enum class Posture {
  kStand,
  kSit,
  kPoint,
  kBeckon,
  kPhone,
  kThrow,
  kLieFlat,
  kFloat,
  kSplash,
  kWave,
  kDrown,
  kHold,
  kClimbOut,
  kCough,
  kSideLie,
  kTowel
};
inline constexpr const char* kPostureNames[] = {
    "stand",  "sit",  "point", "beckon", "phone",     "throw", "lie_flat", "float",
    "splash", "wave", "drown", "hold",   "climb_out", "cough", "side_lie", "towel"};

struct Water {
  double secchi_m = 1;  ///< Depth at which a white disc is lost to sight.
  double temperature_c = 20;
  double current_mps = 0;  ///< Along +x.
  double depth_m = 2;
  double wind_mps = 0;
};

struct Light {
  double sun_elevation_deg = 30;
  double sun_facing_deg = 0;  ///< Where one faces to see it.
  double haze = 0;            ///< 0 clear to 1 thick.
  double cloud = 0;           ///< Share of the sky.
};

struct Prop {
  std::string id;
  PropKind kind = PropKind::kReeds;
  Point at;
  double facing_deg = 0;
  bool hidden = false;  ///< Seen only in beats that name it.
};

struct Figure {
  std::string id;
  FigureRole role = FigureRole::kFriend;
  Text name;
  Vest vest = Vest::kNone;
};

struct ScenarioPlace {
  Setting setting = Setting::kRiver;
  Water water;
  Light light;
  std::vector<Prop> props;
};

/// A figure, and how it stands there.
struct Placement {
  std::string figure;
  Point at;
  double facing_deg = 0;
  Posture posture = Posture::kStand;
};

struct Caption {
  double at_seconds = 0;  ///< From the step's begin; it stays until the next.
  Text text;
  MediaPath narration_zh, narration_en;  ///< May be empty.
};

/// Where the child's eyes are, and where the seat faces. A new view is taken inside a fade.
struct View {
  Point eye;
  double facing_deg = 0;
};

/// A slow, straight way of the eyes, eased at both ends (MoveShare in scenario_stage.h).
struct Move {
  Point to;
  double seconds = 1;
};

/// What follows from a choice: on to the next step; freeze, show, rewind; calm sky and the officer.
enum class Then { kOn, kRewind, kCalm };
inline constexpr const char* kThenNames[] = {"on", "rewind", "calm"};

struct ScenarioChoice {
  std::string id;
  Text text;
  std::string target;         ///< Figure or prop that stands for the choice; empty: a card.
  std::optional<bool> right;  ///< Absent on every choice of a step: an opinion.
  Text says;                  ///< Told when it is chosen.
  Then then = Then::kOn;
  std::string to;               ///< A later beat to go on at; empty: the next step.
  std::vector<Placement> show;  ///< With kRewind: glass outlines of what would happen.
};

/// What a child does to end a step. Everything but kTime has a way by gaze alone: targets, cards,
/// or the step's `instead`.
enum class EndsBy {
  kTime,
  kGaze,
  kChoice,
  kStop,
  kHeadUp,
  kArmsOpen,
  kBreath,
  kHold,
  kShout,
  kThrow
};
inline constexpr const char* kEndsByNames[] = {"time",      "gaze",   "choice", "stop",  "head_up",
                                               "arms_open", "breath", "hold",   "shout", "throw"};

enum class ThrownObject { kBag, kBottle, kRing };
inline constexpr const char* kThrownNames[] = {"bag", "bottle", "ring"};

struct Throw {
  ThrownObject object = ThrownObject::kBag;
  std::string to;  ///< The figure that needs it.
  Text caught, missed;
};

/// A figure or prop to find with the eyes.
struct GazeTarget {
  std::string id;
  Text says;  ///< Told when it is found; may be empty.
};

struct BeatStep {
  std::string id;
  int from_age = 6;  ///< 6, 10 or 13: left out for younger children.
  EndsBy ends = EndsBy::kTime;
  std::array<double, 3> seconds{};  ///< By intensity; 0 leaves the step out. Only with kTime.
  std::vector<GazeTarget> targets;  ///< With kGaze.
  int need = 0;                     ///< How many of them.
  std::string instead;              ///< What to look at where no head or hand can do it.
  int breaths = 5;                  ///< With kBreath.
  std::vector<ScenarioChoice> choices;
  std::optional<Throw> throwing;
  std::vector<Caption> captions;
  std::optional<View> view;
  std::optional<Move> move;        ///< Only with kTime, and over before the step ends.
  std::vector<Placement> figures;  ///< Changes of the beat's, from this step on.
};

struct Beat {
  std::string id;
  int from_age = 6;
  Text title;
  double seconds = 30;  ///< What it usually takes; for the guide.
  View view;
  std::vector<Placement> figures;  ///< Others are not there.
  std::vector<std::string> props;  ///< Hidden ones that are seen in this beat.
  Text officer;                    ///< What the officer says or does.
  Text point;                      ///< What it teaches.
  std::vector<std::string> sources;
  std::vector<BeatStep> steps;
};

/// The pack may be stricter than the limits, never laxer.
struct Comfort {
  double speed_mps = 0.3;
  double acceleration_mps2 = 0.5;
  std::array<double, 3> under_seconds{};  ///< By intensity: the longest that the eyes are under.
};

struct Scenario {
  ScenarioPlace place;
  std::vector<Figure> figures;
  Comfort comfort;
  std::vector<Beat> beats;  ///< In order; every run ends with the last.
};

}  // namespace content
