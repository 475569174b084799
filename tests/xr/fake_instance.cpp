// SPDX-License-Identifier: MIT
#include "tests/xr/fake_world.h"

namespace fake {
namespace {

void CopyText(char* to, const char* from, std::size_t size) {
  std::strncpy(to, from, size - 1);
  to[size - 1] = 0;
}

// --- Instance ---

XRAPI_ATTR XrResult XRAPI_CALL EnumerateExtensions(const char*, std::uint32_t capacity,
                                                   std::uint32_t* count,
                                                   XrExtensionProperties* out) {
  GATE("xrEnumerateInstanceExtensionProperties", kNothing);
  const auto& names = Here().extensions;
  *count = static_cast<std::uint32_t>(names.size());
  if (capacity == 0) return XR_SUCCESS;
  if (capacity < names.size()) return XR_ERROR_SIZE_INSUFFICIENT;
  for (std::size_t i = 0; i < names.size(); ++i) {
    CopyText(out[i].extensionName, names[i].c_str(), XR_MAX_EXTENSION_NAME_SIZE);
    out[i].extensionVersion = 1;
  }
  return XR_SUCCESS;
}

XRAPI_ATTR XrResult XRAPI_CALL CreateInstance(const XrInstanceCreateInfo* info, XrInstance* out) {
  World& w = Here();
  if (!w.installed) return XR_ERROR_RUNTIME_UNAVAILABLE;
  GATE("xrCreateInstance", kNothing);
  if (!w.has_1_1 && XR_VERSION_MINOR(info->applicationInfo.apiVersion) > 0) {
    return XR_ERROR_API_VERSION_UNSUPPORTED;
  }
  for (std::uint32_t i = 0; i < info->enabledExtensionCount; ++i) {
    if (std::ranges::find(w.extensions, info->enabledExtensionNames[i]) == w.extensions.end()) {
      return XR_ERROR_EXTENSION_NOT_PRESENT;
    }
  }
  if (w.instance) w.Wrong("a second instance");
  w.instance = std::make_unique<Instance>();
  ++w.instances;
  *out = reinterpret_cast<XrInstance>(w.instance.get());
  return gate;
}

XRAPI_ATTR XrResult XRAPI_CALL DestroyInstance(XrInstance) {
  World& w = Here();
  if (w.instance && w.instance->session) w.Wrong("an instance destroyed before its session");
  w.instance.reset();
  w.events.clear();
  --w.instances;
  return XR_SUCCESS;
}

XRAPI_ATTR XrResult XRAPI_CALL GetInstanceProperties(XrInstance, XrInstanceProperties* out) {
  GATE("xrGetInstanceProperties", kInstance);
  out->runtimeVersion = XR_MAKE_VERSION(1, 2, 3);
  CopyText(out->runtimeName, "Fake", XR_MAX_RUNTIME_NAME_SIZE);
  return gate;
}

XRAPI_ATTR XrResult XRAPI_CALL PollEvent(XrInstance, XrEventDataBuffer* out) {
  GATE("xrPollEvent", kInstance);
  World& w = Here();
  if (w.events.empty()) return XR_EVENT_UNAVAILABLE;
  *out = w.events.front();
  w.events.pop_front();
  return gate;
}

XRAPI_ATTR XrResult XRAPI_CALL StringToPath(XrInstance, const char* text, XrPath* out) {
  GATE("xrStringToPath", kInstance);
  auto& paths = Here().paths;
  *out = paths.try_emplace(text, paths.size() + 1).first->second;
  return gate;
}

XRAPI_ATTR XrResult XRAPI_CALL PathToString(XrInstance, XrPath path, std::uint32_t capacity,
                                            std::uint32_t* count, char* out) {
  GATE("xrPathToString", kInstance);
  for (const auto& [text, known] : Here().paths) {
    if (known != path) continue;
    *count = static_cast<std::uint32_t>(text.size() + 1);
    if (capacity > text.size()) std::memcpy(out, text.c_str(), text.size() + 1);
    return gate;
  }
  return XR_ERROR_PATH_INVALID;
}

// --- System ---

XRAPI_ATTR XrResult XRAPI_CALL GetSystem(XrInstance, const XrSystemGetInfo*, XrSystemId* out) {
  GATE("xrGetSystem", kInstance);
  if (!Here().has_headset) return XR_ERROR_FORM_FACTOR_UNAVAILABLE;
  *out = 1;
  return gate;
}

XRAPI_ATTR XrResult XRAPI_CALL GetSystemProperties(XrInstance, XrSystemId,
                                                   XrSystemProperties* out) {
  GATE("xrGetSystemProperties", kInstance);
  CopyText(out->systemName, "Fake Quest", XR_MAX_SYSTEM_NAME_SIZE);
  out->graphicsProperties = {2048, 2048, Here().max_layers};
  out->trackingProperties = {XR_TRUE, XR_TRUE};
  auto* more = static_cast<XrBaseOutStructure*>(out->next);
  if (!more) return gate;
  if (more->type == XR_TYPE_SYSTEM_HAND_TRACKING_PROPERTIES_EXT) {
    reinterpret_cast<XrSystemHandTrackingPropertiesEXT*>(more)->supportsHandTracking = XR_TRUE;
  } else if (more->type == XR_TYPE_SYSTEM_EYE_GAZE_INTERACTION_PROPERTIES_EXT) {
    reinterpret_cast<XrSystemEyeGazeInteractionPropertiesEXT*>(more)->supportsEyeGazeInteraction =
        XR_TRUE;
  } else if (more->type == vr::xr::kTypeUserPresenceProperties) {
    reinterpret_cast<vr::xr::UserPresenceProperties*>(more)->supported = XR_TRUE;
  } else {
    Here().Wrong("xrGetSystemProperties with a structure of unknown type");
  }
  return gate;
}

XRAPI_ATTR XrResult XRAPI_CALL EnumerateBlendModes(XrInstance, XrSystemId, XrViewConfigurationType,
                                                   std::uint32_t capacity, std::uint32_t* count,
                                                   XrEnvironmentBlendMode* out) {
  GATE("xrEnumerateEnvironmentBlendModes", kInstance);
  return Fill<XrEnvironmentBlendMode>({XR_ENVIRONMENT_BLEND_MODE_OPAQUE}, capacity, count, out);
}

XRAPI_ATTR XrResult XRAPI_CALL EnumerateViews(XrInstance, XrSystemId, XrViewConfigurationType,
                                              std::uint32_t capacity, std::uint32_t* count,
                                              XrViewConfigurationView* out) {
  GATE("xrEnumerateViewConfigurationViews", kInstance);
  XrViewConfigurationView view{};
  view.type = XR_TYPE_VIEW_CONFIGURATION_VIEW;
  view.recommendedImageRectWidth = view.recommendedImageRectHeight = 64;
  view.maxImageRectWidth = view.maxImageRectHeight = 2048;
  view.recommendedSwapchainSampleCount = view.maxSwapchainSampleCount = 1;
  return Fill<XrViewConfigurationView>({view, view}, capacity, count, out);
}

XRAPI_ATTR XrResult XRAPI_CALL GetRequirements(XrInstance, XrSystemId,
                                               XrGraphicsRequirementsOpenGLKHR* out) {
  GATE("xrGetOpenGLGraphicsRequirementsKHR", kInstance);
  out->minApiVersionSupported = XR_MAKE_VERSION(4, 0, 0);
  out->maxApiVersionSupported = XR_MAKE_VERSION(4, 6, 0);
  Here().instance->asked_requirements = true;
  return gate;
}

// --- Actions ---

XRAPI_ATTR XrResult XRAPI_CALL CreateActionSet(XrInstance, const XrActionSetCreateInfo*,
                                               XrActionSet* out) {
  GATE("xrCreateActionSet", kInstance);
  *out = reinterpret_cast<XrActionSet>(new int(0));
  return gate;
}
XRAPI_ATTR XrResult XRAPI_CALL DestroyActionSet(XrActionSet set) {
  delete reinterpret_cast<int*>(set);
  return XR_SUCCESS;
}
XRAPI_ATTR XrResult XRAPI_CALL CreateAction(XrActionSet, const XrActionCreateInfo* info,
                                            XrAction* out) {
  GATE("xrCreateAction", kInstance);
  // Never dereferenced: 1 a pose, 2 a button.
  *out = reinterpret_cast<XrAction>(
      static_cast<std::uintptr_t>(info->actionType == XR_ACTION_TYPE_POSE_INPUT ? 1 : 2));
  return gate;
}
XRAPI_ATTR XrResult XRAPI_CALL
SuggestBindings(XrInstance, const XrInteractionProfileSuggestedBinding* suggested) {
  GATE("xrSuggestInteractionProfileBindings", kInstance);
  World& w = Here();
  if (w.instance->session && w.instance->session->attached) {
    return XR_ERROR_ACTIONSETS_ALREADY_ATTACHED;
  }
  for (const auto& [text, path] : w.paths) {
    if (path == suggested->interactionProfile && w.refused_profiles.contains(text)) {
      return XR_ERROR_PATH_UNSUPPORTED;
    }
  }
  return gate;
}
XRAPI_ATTR XrResult XRAPI_CALL Attach(XrSession, const XrSessionActionSetsAttachInfo*) {
  GATE("xrAttachSessionActionSets", kSession);
  Here().instance->session->attached = true;
  return gate;
}
XRAPI_ATTR XrResult XRAPI_CALL SyncActions(XrSession, const XrActionsSyncInfo*) {
  GATE("xrSyncActions", kSession);
  const Session& session = *Here().instance->session;
  if (!session.waited) Here().Wrong("xrSyncActions before xrWaitFrame");
  return session.state == XR_SESSION_STATE_FOCUSED ? gate : XR_SESSION_NOT_FOCUSED;
}
XRAPI_ATTR XrResult XRAPI_CALL GetPose(XrSession, const XrActionStateGetInfo* info,
                                       XrActionStatePose* out) {
  GATE("xrGetActionStatePose", kSession);
  const bool left = info->subactionPath == Here().paths["/user/hand/left"];
  out->isActive = info->subactionPath == XR_NULL_PATH || Here().controllers[left ? 0 : 1];
  return gate;
}
XRAPI_ATTR XrResult XRAPI_CALL GetBoolean(XrSession, const XrActionStateGetInfo*,
                                          XrActionStateBoolean* out) {
  GATE("xrGetActionStateBoolean", kSession);
  out->isActive = XR_TRUE;
  out->currentState = Here().select;
  return gate;
}
XRAPI_ATTR XrResult XRAPI_CALL GetProfile(XrSession, XrPath, XrInteractionProfileState* out) {
  GATE("xrGetCurrentInteractionProfile", kSession);
  out->interactionProfile = XR_NULL_PATH;
  return gate;
}

}  // namespace

std::span<const Entry> InstanceCalls() {
  static const std::vector<Entry> entries = {
      Make("xrEnumerateInstanceExtensionProperties", EnumerateExtensions),
      Make("xrCreateInstance", CreateInstance),
      Make("xrDestroyInstance", DestroyInstance),
      Make("xrGetInstanceProperties", GetInstanceProperties),
      Make("xrPollEvent", PollEvent),
      Make("xrStringToPath", StringToPath),
      Make("xrPathToString", PathToString),
      Make("xrGetSystem", GetSystem),
      Make("xrGetSystemProperties", GetSystemProperties),
      Make("xrEnumerateEnvironmentBlendModes", EnumerateBlendModes),
      Make("xrEnumerateViewConfigurationViews", EnumerateViews),
      Make("xrGetOpenGLGraphicsRequirementsKHR", GetRequirements),
      Make("xrCreateActionSet", CreateActionSet),
      Make("xrDestroyActionSet", DestroyActionSet),
      Make("xrCreateAction", CreateAction),
      Make("xrSuggestInteractionProfileBindings", SuggestBindings),
      Make("xrAttachSessionActionSets", Attach),
      Make("xrSyncActions", SyncActions),
      Make("xrGetActionStatePose", GetPose),
      Make("xrGetActionStateBoolean", GetBoolean),
      Make("xrGetCurrentInteractionProfile", GetProfile),
  };
  return entries;
}

}  // namespace fake
