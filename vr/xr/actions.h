// SPDX-License-Identifier: MIT
#pragma once

#include <openxr/openxr.h>

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "vr/core/input.h"
#include "vr/xr/call.h"
#include "vr/xr/instance.h"

namespace vr::xr {

/// What the trainer reads of hands and eyes. Belongs to an instance; every session of it attaches
/// the same set.
struct Actions {
  OwnedActionSet set;
  XrAction aim = XR_NULL_HANDLE, select = XR_NULL_HANDLE;  // destroyed with the set
  XrAction gaze = XR_NULL_HANDLE;                          ///< Only where eyes are tracked.
  std::array<XrPath, 2> hands{};                           ///< Left, right.
  std::vector<std::string> profiles;  ///< Those whose bindings the runtime took.
};

/// Makes the actions and suggests bindings for every profile. One profile that a runtime does not
/// know takes nothing from the others.
[[nodiscard]] Expected<Actions> MakeActions(const Instance& instance, const System& system);

/// The action spaces of one session.
struct ActionSpaces {
  std::array<OwnedSpace, 2> aim;
  OwnedSpace gaze;
};
[[nodiscard]] Expected<ActionSpaces> Attach(const Actions& actions, XrSession session);

/// The profile that a hand's input comes from now; empty when none.
[[nodiscard]] std::string CurrentProfile(XrInstance instance, XrSession session, XrPath hand);

}  // namespace vr::xr
