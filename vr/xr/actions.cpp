// SPDX-License-Identifier: MIT
#include "vr/xr/actions.h"

#include <cstring>

#include "vr/xr/profiles.h"

namespace vr::xr {
namespace {

constexpr std::array kHands = {"/user/hand/left", "/user/hand/right"};

XrPath PathOf(XrInstance instance, const std::string& text) {
  XrPath path = XR_NULL_PATH;
  xrStringToPath(instance, text.c_str(), &path);
  return path;
}

/// `hands`: apart for the left and the right one.
XrResult MakeAction(Actions& actions, const char* name, const char* shown, XrActionType type,
                    bool hands, XrAction& action) {
  auto info = Typed<XrActionCreateInfo>(XR_TYPE_ACTION_CREATE_INFO);
  std::strncpy(info.actionName, name, XR_MAX_ACTION_NAME_SIZE - 1);
  std::strncpy(info.localizedActionName, shown, XR_MAX_LOCALIZED_ACTION_NAME_SIZE - 1);
  info.actionType = type;
  if (hands) {
    info.countSubactionPaths = static_cast<std::uint32_t>(actions.hands.size());
    info.subactionPaths = actions.hands.data();
  }
  return xrCreateAction(actions.set.Get(), &info, &action);
}

XrResult Suggest(XrInstance instance, const char* profile,
                 const std::vector<XrActionSuggestedBinding>& bindings) {
  auto suggestion =
      Typed<XrInteractionProfileSuggestedBinding>(XR_TYPE_INTERACTION_PROFILE_SUGGESTED_BINDING);
  suggestion.interactionProfile = PathOf(instance, profile);
  suggestion.countSuggestedBindings = static_cast<std::uint32_t>(bindings.size());
  suggestion.suggestedBindings = bindings.data();
  return xrSuggestInteractionProfileBindings(instance, &suggestion);
}

Loss SuggestAll(const Instance& instance, Actions& actions) {
  const XrInstance handle = instance.handle.Get();
  const auto suggest = [&](const char* profile,
                           const std::vector<XrActionSuggestedBinding>& bindings) {
    const XrResult result = Suggest(handle, profile, bindings);
    if (XR_SUCCEEDED(result)) actions.profiles.emplace_back(profile);
    return LossOf(result);
  };
  for (const Profile& profile : kProfiles) {
    if (profile.needs && !(instance.extensions.*profile.needs)) continue;
    std::vector<XrActionSuggestedBinding> bindings;
    for (const char* hand : kHands) {
      bindings.push_back({actions.aim, PathOf(handle, std::string(hand) + kAimPath)});
      bindings.push_back({actions.select, PathOf(handle, std::string(hand) + profile.select)});
    }
    if (suggest(profile.path, bindings) == Loss::kInstance) return Loss::kInstance;
  }
  if (!actions.gaze) return Loss::kNone;
  return suggest(kEyeGazeProfile, {{actions.gaze, PathOf(handle, kEyeGazePath)}});
}

Expected<OwnedSpace> MakeActionSpace(XrSession session, XrAction action, XrPath hand) {
  auto info = Typed<XrActionSpaceCreateInfo>(XR_TYPE_ACTION_SPACE_CREATE_INFO);
  info.action = action;
  info.subactionPath = hand;
  info.poseInActionSpace.orientation.w = 1;
  XrSpace space = XR_NULL_HANDLE;
  if (const XrResult result = xrCreateActionSpace(session, &info, &space); XR_FAILED(result)) {
    return tl::unexpected(Fault{result, "xrCreateActionSpace"});
  }
  return OwnedSpace(space);
}

}  // namespace

Expected<Actions> MakeActions(const Instance& instance, const System& system) {
  const XrInstance handle = instance.handle.Get();
  auto info = Typed<XrActionSetCreateInfo>(XR_TYPE_ACTION_SET_CREATE_INFO);
  std::strncpy(info.actionSetName, "trainer", XR_MAX_ACTION_SET_NAME_SIZE - 1);
  std::strncpy(info.localizedActionSetName, "防溺水训练 / Drowning prevention",
               XR_MAX_LOCALIZED_ACTION_SET_NAME_SIZE - 1);
  XrActionSet set = XR_NULL_HANDLE;
  if (const XrResult result = xrCreateActionSet(handle, &info, &set); XR_FAILED(result)) {
    return tl::unexpected(Fault{result, "xrCreateActionSet"});
  }
  Actions actions;
  actions.set = OwnedActionSet(set);
  for (std::size_t i = 0; i < kHands.size(); ++i) actions.hands[i] = PathOf(handle, kHands[i]);
  XrResult made =
      MakeAction(actions, "aim", "指向 / Point", XR_ACTION_TYPE_POSE_INPUT, true, actions.aim);
  if (XR_SUCCEEDED(made)) {
    made = MakeAction(actions, "select", "选择、抛出 / Choose, throw", XR_ACTION_TYPE_BOOLEAN_INPUT,
                      true, actions.select);
  }
  if (XR_SUCCEEDED(made) && instance.extensions.eye_gaze && system.tracks_eyes) {
    made =
        MakeAction(actions, "gaze", "注视 / Gaze", XR_ACTION_TYPE_POSE_INPUT, false, actions.gaze);
  }
  if (XR_FAILED(made)) return tl::unexpected(Fault{made, "xrCreateAction"});
  if (SuggestAll(instance, actions) == Loss::kInstance) {
    return tl::unexpected(Fault{XR_ERROR_INSTANCE_LOST, "xrSuggestInteractionProfileBindings"});
  }
  return actions;
}

Expected<ActionSpaces> Attach(const Actions& actions, XrSession session) {
  const XrActionSet set = actions.set.Get();
  auto info = Typed<XrSessionActionSetsAttachInfo>(XR_TYPE_SESSION_ACTION_SETS_ATTACH_INFO);
  info.countActionSets = 1;
  info.actionSets = &set;
  if (const XrResult result = xrAttachSessionActionSets(session, &info); XR_FAILED(result)) {
    return tl::unexpected(Fault{result, "xrAttachSessionActionSets"});
  }
  ActionSpaces spaces;
  for (std::size_t i = 0; i < actions.hands.size(); ++i) {
    auto space = MakeActionSpace(session, actions.aim, actions.hands[i]);
    if (!space) return tl::unexpected(space.error());
    spaces.aim[i] = std::move(*space);
  }
  if (actions.gaze) {
    auto space = MakeActionSpace(session, actions.gaze, XR_NULL_PATH);
    if (!space) return tl::unexpected(space.error());
    spaces.gaze = std::move(*space);
  }
  return spaces;
}

std::string CurrentProfile(XrInstance instance, XrSession session, XrPath hand) {
  auto state = Typed<XrInteractionProfileState>(XR_TYPE_INTERACTION_PROFILE_STATE);
  if (XR_FAILED(xrGetCurrentInteractionProfile(session, hand, &state))) return {};
  if (state.interactionProfile == XR_NULL_PATH) return {};
  std::array<char, XR_MAX_PATH_LENGTH> text{};
  std::uint32_t length = 0;
  if (XR_FAILED(xrPathToString(instance, state.interactionProfile,
                               static_cast<std::uint32_t>(text.size()), &length, text.data()))) {
    return {};
  }
  return text.data();
}

}  // namespace vr::xr
