// SPDX-License-Identifier: MIT
#include "tests/xr/fake_runtime.h"

#include <epoxy/gl.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <memory>
#include <thread>

#include "vr/xr/extensions.h"

#define XR_USE_GRAPHICS_API_OPENGL
#include <openxr/openxr_platform.h>

namespace {

constexpr XrDuration kPeriod = 11'111'111;

struct Swapchain {
  std::array<GLuint, 3> textures{};
  int width = 0, height = 0;
  std::uint32_t next = 0;
  bool acquired = false, waited = false, released_once = false;
};

struct Session {
  bool lost = false, begun = false;
  bool waited = false, open = false;  ///< A frame.
  bool rendered = false;              ///< shouldRender of that frame.
  XrTime time = 0;
  XrSessionState state = XR_SESSION_STATE_UNKNOWN;
  bool attached = false;
};

struct Instance {
  bool lost = false;
  bool asked_requirements = false;
  std::unique_ptr<Session> session;
};

struct World final : fake::Runtime {
  std::unique_ptr<Instance> instance;
  std::map<std::string, XrPath> paths;
  XrTime clock = 1'000'000'000;

  void Wrong(const std::string& what) { wrong.push_back(what); }

  template <typename Event>
  void Push(const Event& event) {
    XrEventDataBuffer buffer{};
    static_assert(sizeof(event) <= sizeof(buffer));
    std::memcpy(&buffer, &event, sizeof event);
    events.push_back(buffer);
  }
  [[nodiscard]] XrSession Handle() const {
    return reinterpret_cast<XrSession>(instance ? instance->session.get() : nullptr);
  }
  void ChangeState(XrSessionState state) override {
    if (!instance || !instance->session) return;
    instance->session->state = state;
    XrEventDataSessionStateChanged event{};
    event.type = XR_TYPE_EVENT_DATA_SESSION_STATE_CHANGED;
    event.session = Handle();
    event.state = state;
    event.time = clock;
    Push(event);
  }
  void MoveSpace(XrReferenceSpaceType type, XrTime at) override {
    XrEventDataReferenceSpaceChangePending event{};
    event.type = XR_TYPE_EVENT_DATA_REFERENCE_SPACE_CHANGE_PENDING;
    event.session = Handle();
    event.referenceSpaceType = type;
    event.changeTime = at;
    Push(event);
  }
  void TellPresence(bool present) override {
    vr::xr::UserPresenceChanged event{vr::xr::kTypeUserPresenceChanged, nullptr, Handle(),
                                      static_cast<XrBool32>(present)};
    Push(event);
  }
  void LoseInstanceSoon(XrTime at) override {
    XrEventDataInstanceLossPending event{};
    event.type = XR_TYPE_EVENT_DATA_INSTANCE_LOSS_PENDING;
    event.lossTime = at;
    Push(event);
  }
};

std::unique_ptr<World> world = std::make_unique<World>();

World& Here() { return *world; }

enum class Needs { kNothing, kInstance, kSession };

/// What every call does first: is it there at all, does a test want it to fail?
XrResult Gate(const char* call, Needs needs) {
  World& w = Here();
  w.called.insert(call);
  if (needs != Needs::kNothing) {
    if (!w.instance) {
      w.Wrong(std::string(call) + " without an instance");
      return XR_ERROR_HANDLE_INVALID;
    }
    if (w.instance->lost) return XR_ERROR_INSTANCE_LOST;
  }
  if (needs == Needs::kSession) {
    if (!w.instance->session) {
      w.Wrong(std::string(call) + " without a session");
      return XR_ERROR_HANDLE_INVALID;
    }
    if (w.instance->session->lost) return XR_ERROR_SESSION_LOST;
  }
  if (w.fail_call != call || --w.fail_after > 0) return XR_SUCCESS;
  w.fail_call.clear();
  w.failed = true;
  if (w.fail_result == XR_ERROR_SESSION_LOST && w.instance && w.instance->session) {
    w.instance->session->lost = true;
  }
  if (w.fail_result == XR_ERROR_INSTANCE_LOST && w.instance) w.instance->lost = true;
  return w.fail_result;
}

// Positive results are told at the end of a call that does its work all the same.
#define GATE(call, needs)                         \
  const XrResult gate = Gate(call, Needs::needs); \
  if (XR_FAILED(gate)) return gate

template <typename T>
XrResult Fill(const std::vector<T>& all, std::uint32_t capacity, std::uint32_t* count, T* out) {
  *count = static_cast<std::uint32_t>(all.size());
  if (capacity == 0) return XR_SUCCESS;
  if (capacity < all.size()) return XR_ERROR_SIZE_INSUFFICIENT;
  std::copy(all.begin(), all.end(), out);
  return XR_SUCCESS;
}

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

// --- Session ---

XRAPI_ATTR XrResult XRAPI_CALL CreateSession(XrInstance, const XrSessionCreateInfo* info,
                                             XrSession* out) {
  GATE("xrCreateSession", kInstance);
  World& w = Here();
  if (!w.instance->asked_requirements) return XR_ERROR_GRAPHICS_REQUIREMENTS_CALL_MISSING;
  if (!info->next) return XR_ERROR_GRAPHICS_DEVICE_INVALID;
  if (w.instance->session) w.Wrong("a second session");
  w.instance->session = std::make_unique<Session>();
  ++w.sessions;
  ++w.sessions_made;
  *out = w.Handle();
  w.ChangeState(XR_SESSION_STATE_IDLE);
  if (w.awake) w.ChangeState(XR_SESSION_STATE_READY);
  return gate;
}
XRAPI_ATTR XrResult XRAPI_CALL DestroySession(XrSession) {
  World& w = Here();
  if (w.spaces_alive != 0 || w.swapchains != 0 || w.trackers != 0) {
    w.Wrong("a session destroyed before what belongs to it");
  }
  if (w.instance) w.instance->session.reset();
  w.events.clear();
  --w.sessions;
  return XR_SUCCESS;
}
XRAPI_ATTR XrResult XRAPI_CALL BeginSession(XrSession, const XrSessionBeginInfo*) {
  GATE("xrBeginSession", kSession);
  World& w = Here();
  Session& session = *w.instance->session;
  if (session.state != XR_SESSION_STATE_READY) return XR_ERROR_SESSION_NOT_READY;
  session.begun = true;
  for (int state = XR_SESSION_STATE_SYNCHRONIZED; state <= w.wanted_state; ++state) {
    w.ChangeState(static_cast<XrSessionState>(state));
  }
  return gate;
}
XRAPI_ATTR XrResult XRAPI_CALL EndSession(XrSession) {
  GATE("xrEndSession", kSession);
  World& w = Here();
  Session& session = *w.instance->session;
  if (session.state != XR_SESSION_STATE_STOPPING) return XR_ERROR_SESSION_NOT_STOPPING;
  session.begun = session.waited = session.open = false;
  w.ChangeState(XR_SESSION_STATE_IDLE);
  if (w.awake) w.ChangeState(XR_SESSION_STATE_READY);
  return gate;
}

XRAPI_ATTR XrResult XRAPI_CALL EnumerateSpaces(XrSession, std::uint32_t capacity,
                                               std::uint32_t* count, XrReferenceSpaceType* out) {
  GATE("xrEnumerateReferenceSpaces", kSession);
  return Fill(Here().spaces, capacity, count, out);
}
XRAPI_ATTR XrResult XRAPI_CALL CreateSpace(XrSession, const XrReferenceSpaceCreateInfo* info,
                                           XrSpace* out) {
  GATE("xrCreateReferenceSpace", kSession);
  World& w = Here();
  if (std::ranges::find(w.spaces, info->referenceSpaceType) == w.spaces.end()) {
    return XR_ERROR_REFERENCE_SPACE_UNSUPPORTED;
  }
  ++w.spaces_alive;
  *out = reinterpret_cast<XrSpace>(new int(info->referenceSpaceType));
  return gate;
}
XRAPI_ATTR XrResult XRAPI_CALL CreateActionSpace(XrSession, const XrActionSpaceCreateInfo*,
                                                 XrSpace* out) {
  GATE("xrCreateActionSpace", kSession);
  ++Here().spaces_alive;
  *out = reinterpret_cast<XrSpace>(new int(0));
  return gate;
}
XRAPI_ATTR XrResult XRAPI_CALL DestroySpace(XrSpace space) {
  delete reinterpret_cast<int*>(space);
  --Here().spaces_alive;
  return XR_SUCCESS;
}
XRAPI_ATTR XrResult XRAPI_CALL LocateSpace(XrSpace space, XrSpace, XrTime time,
                                           XrSpaceLocation* out) {
  GATE("xrLocateSpace", kSession);
  World& w = Here();
  if (time != w.instance->session->time) w.Wrong("xrLocateSpace for another time than the frame's");
  const bool head = *reinterpret_cast<int*>(space) == XR_REFERENCE_SPACE_TYPE_VIEW;
  out->pose = w.head;
  out->locationFlags = !head || w.head_tracked ? XR_SPACE_LOCATION_ORIENTATION_VALID_BIT |
                                                     XR_SPACE_LOCATION_POSITION_VALID_BIT
                                               : 0;
  return gate;
}
XRAPI_ATTR XrResult XRAPI_CALL LocateViews(XrSession, const XrViewLocateInfo* info,
                                           XrViewState* state, std::uint32_t capacity,
                                           std::uint32_t* count, XrView* out) {
  GATE("xrLocateViews", kSession);
  World& w = Here();
  if (info->displayTime != w.instance->session->time) {
    w.Wrong("xrLocateViews for another time than the frame's");
  }
  *count = 2;
  if (capacity < 2) return XR_ERROR_SIZE_INSUFFICIENT;
  state->viewStateFlags =
      w.head_tracked ? XR_VIEW_STATE_ORIENTATION_VALID_BIT | XR_VIEW_STATE_POSITION_VALID_BIT : 0;
  for (int eye = 0; eye < 2; ++eye) {
    out[eye].pose = w.head;
    out[eye].pose.position.x += eye == 0 ? -0.03F : 0.03F;
    out[eye].fov = {-0.8F, 0.8F, 0.7F, -0.7F};
  }
  return gate;
}

// --- Swapchains ---

XRAPI_ATTR XrResult XRAPI_CALL EnumerateFormats(XrSession, std::uint32_t capacity,
                                                std::uint32_t* count, std::int64_t* out) {
  GATE("xrEnumerateSwapchainFormats", kSession);
  return Fill<std::int64_t>({GL_RGBA8, GL_SRGB8_ALPHA8, GL_DEPTH_COMPONENT24}, capacity, count,
                            out);
}
XRAPI_ATTR XrResult XRAPI_CALL CreateSwapchain(XrSession, const XrSwapchainCreateInfo* info,
                                               XrSwapchain* out) {
  GATE("xrCreateSwapchain", kSession);
  if (info->arraySize != 1) Here().Wrong("a swapchain of an array");
  auto* swapchain = new Swapchain;
  swapchain->width = static_cast<int>(info->width);
  swapchain->height = static_cast<int>(info->height);
  glGenTextures(static_cast<GLsizei>(swapchain->textures.size()), swapchain->textures.data());
  for (const GLuint texture : swapchain->textures) {
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexStorage2D(GL_TEXTURE_2D, 1, static_cast<GLenum>(info->format), swapchain->width,
                   swapchain->height);
  }
  glBindTexture(GL_TEXTURE_2D, 0);
  ++Here().swapchains;
  *out = reinterpret_cast<XrSwapchain>(swapchain);
  return gate;
}
XRAPI_ATTR XrResult XRAPI_CALL DestroySwapchain(XrSwapchain handle) {
  auto* swapchain = reinterpret_cast<Swapchain*>(handle);
  if (swapchain->acquired && swapchain->waited) {
    Here().Wrong("a swapchain destroyed while an image of it is drawn into");
  }
  glDeleteTextures(static_cast<GLsizei>(swapchain->textures.size()), swapchain->textures.data());
  delete swapchain;
  --Here().swapchains;
  return XR_SUCCESS;
}
XRAPI_ATTR XrResult XRAPI_CALL EnumerateImages(XrSwapchain handle, std::uint32_t capacity,
                                               std::uint32_t* count,
                                               XrSwapchainImageBaseHeader* out) {
  GATE("xrEnumerateSwapchainImages", kSession);
  const auto& textures = reinterpret_cast<Swapchain*>(handle)->textures;
  *count = static_cast<std::uint32_t>(textures.size());
  if (capacity == 0) return gate;
  auto* images = reinterpret_cast<XrSwapchainImageOpenGLKHR*>(out);
  for (std::size_t i = 0; i < textures.size(); ++i) images[i].image = textures[i];
  return gate;
}
XRAPI_ATTR XrResult XRAPI_CALL AcquireImage(XrSwapchain handle, const XrSwapchainImageAcquireInfo*,
                                            std::uint32_t* index) {
  GATE("xrAcquireSwapchainImage", kSession);
  auto& swapchain = *reinterpret_cast<Swapchain*>(handle);
  if (swapchain.acquired) {
    Here().Wrong("an image acquired before the last was released");
    return XR_ERROR_CALL_ORDER_INVALID;
  }
  swapchain.acquired = true;
  *index = swapchain.next;
  swapchain.next = (swapchain.next + 1) % static_cast<std::uint32_t>(swapchain.textures.size());
  return gate;
}
XRAPI_ATTR XrResult XRAPI_CALL WaitImage(XrSwapchain handle, const XrSwapchainImageWaitInfo*) {
  GATE("xrWaitSwapchainImage", kSession);
  auto& swapchain = *reinterpret_cast<Swapchain*>(handle);
  if (!swapchain.acquired || swapchain.waited) Here().Wrong("a wait for an image not acquired");
  if (gate == XR_TIMEOUT_EXPIRED) return gate;
  swapchain.waited = true;
  return gate;
}
XRAPI_ATTR XrResult XRAPI_CALL ReleaseImage(XrSwapchain handle,
                                            const XrSwapchainImageReleaseInfo*) {
  auto& swapchain = *reinterpret_cast<Swapchain*>(handle);
  if (!swapchain.waited) Here().Wrong("an image released that was not waited for");
  swapchain.acquired = swapchain.waited = false;
  GATE("xrReleaseSwapchainImage", kSession);
  swapchain.released_once = true;
  return gate;
}

// --- Frames ---

XRAPI_ATTR XrResult XRAPI_CALL WaitFrame(XrSession, const XrFrameWaitInfo*, XrFrameState* out) {
  GATE("xrWaitFrame", kSession);
  World& w = Here();
  Session& session = *w.instance->session;
  if (!session.begun) return XR_ERROR_SESSION_NOT_RUNNING;
  if (session.waited) w.Wrong("xrWaitFrame twice without xrBeginFrame");
  std::this_thread::sleep_for(std::chrono::microseconds(300));
  w.clock += kPeriod;
  session.time = w.last_time = w.clock;
  session.waited = true;
  session.rendered = w.should_render && session.state >= XR_SESSION_STATE_VISIBLE &&
                     session.state <= XR_SESSION_STATE_FOCUSED;
  out->predictedDisplayTime = session.time;
  out->predictedDisplayPeriod = kPeriod;
  out->shouldRender = session.rendered ? XR_TRUE : XR_FALSE;
  return gate;
}
XRAPI_ATTR XrResult XRAPI_CALL BeginFrame(XrSession, const XrFrameBeginInfo*) {
  GATE("xrBeginFrame", kSession);
  Session& session = *Here().instance->session;
  if (!session.waited) {
    Here().Wrong("xrBeginFrame without xrWaitFrame");
    return XR_ERROR_CALL_ORDER_INVALID;
  }
  session.waited = false;
  if (session.open) Here().Wrong("a frame begun and not ended");
  session.open = true;
  return gate;
}

void CheckLayer(const XrCompositionLayerBaseHeader* layer) {
  World& w = Here();
  const auto check = [&](const XrSwapchainSubImage& part) {
    const auto& swapchain = *reinterpret_cast<Swapchain*>(part.swapchain);
    if (!swapchain.released_once) w.Wrong("a layer of a swapchain without a picture");
    if (part.imageRect.offset.x < 0 || part.imageRect.offset.y < 0 ||
        part.imageRect.extent.width <= 0 || part.imageRect.extent.height <= 0 ||
        part.imageRect.offset.x + part.imageRect.extent.width > swapchain.width ||
        part.imageRect.offset.y + part.imageRect.extent.height > swapchain.height) {
      w.Wrong("a layer outside of its swapchain");
    }
  };
  if (layer->type == XR_TYPE_COMPOSITION_LAYER_QUAD) {
    ++w.quads;
    check(reinterpret_cast<const XrCompositionLayerQuad*>(layer)->subImage);
    return;
  }
  const auto* scene = reinterpret_cast<const XrCompositionLayerProjection*>(layer);
  for (std::uint32_t i = 0; i < scene->viewCount; ++i) {
    check(scene->views[i].subImage);
    const auto* depth = static_cast<const XrCompositionLayerDepthInfoKHR*>(scene->views[i].next);
    if (!depth) continue;
    ++w.depths;
    check(depth->subImage);
  }
}

XRAPI_ATTR XrResult XRAPI_CALL EndFrame(XrSession, const XrFrameEndInfo* info) {
  World& w = Here();
  GATE("xrEndFrame", kSession);
  Session& session = *w.instance->session;
  if (!session.open) {
    w.Wrong("xrEndFrame without xrBeginFrame");
    return XR_ERROR_CALL_ORDER_INVALID;
  }
  session.open = false;
  if (info->displayTime != session.time) w.Wrong("xrEndFrame with another time than the frame's");
  if (info->layerCount > 0 && !session.rendered) w.Wrong("layers although shouldRender was false");
  if (info->layerCount > w.max_layers) return XR_ERROR_LAYER_LIMIT_EXCEEDED;
  if (info->layerCount > 0) {
    w.quads = w.depths = 0;
    for (std::uint32_t i = 0; i < info->layerCount; ++i) CheckLayer(info->layers[i]);
    ++w.layered;
  }
  ++w.frames;
  return gate;
}

// --- Extensions ---

XRAPI_ATTR XrResult XRAPI_CALL GetMask(XrSession, XrViewConfigurationType, std::uint32_t,
                                       XrVisibilityMaskTypeKHR, XrVisibilityMaskKHR* out) {
  GATE("xrGetVisibilityMaskKHR", kSession);
  out->vertexCountOutput = out->indexCountOutput = 3;
  if (out->vertexCapacityInput == 0) return gate;
  for (std::uint32_t i = 0; i < 3; ++i) {
    out->vertices[i] = {static_cast<float>(i), 1};
    out->indices[i] = i;
  }
  return gate;
}
XRAPI_ATTR XrResult XRAPI_CALL CreateTracker(XrSession, const XrHandTrackerCreateInfoEXT* info,
                                             XrHandTrackerEXT* out) {
  GATE("xrCreateHandTrackerEXT", kSession);
  ++Here().trackers;
  *out = reinterpret_cast<XrHandTrackerEXT>(new int(info->hand == XR_HAND_LEFT_EXT ? 0 : 1));
  return gate;
}
XRAPI_ATTR XrResult XRAPI_CALL DestroyTracker(XrHandTrackerEXT tracker) {
  delete reinterpret_cast<int*>(tracker);
  --Here().trackers;
  return XR_SUCCESS;
}
XRAPI_ATTR XrResult XRAPI_CALL LocateJoints(XrHandTrackerEXT tracker,
                                            const XrHandJointsLocateInfoEXT*,
                                            XrHandJointLocationsEXT* out) {
  GATE("xrLocateHandJointsEXT", kSession);
  const auto hand = static_cast<std::size_t>(*reinterpret_cast<int*>(tracker));
  out->isActive = Here().bare_hands[hand];
  for (std::uint32_t i = 0; i < out->jointCount; ++i) {
    XrHandJointLocationEXT& joint = out->jointLocations[i];
    joint.locationFlags =
        XR_SPACE_LOCATION_POSITION_VALID_BIT | XR_SPACE_LOCATION_ORIENTATION_VALID_BIT;
    joint.pose = {{0, 0, 0, 1}, {0.1F, 1, -0.4F}};
    if (i == XR_HAND_JOINT_THUMB_TIP_EXT && !Here().pinch) joint.pose.position.x += 0.08F;
  }
  return gate;
}

struct Entry {
  const char* name;
  PFN_xrVoidFunction function;
};

template <typename Function>
Entry Make(const char* name, Function function) {
  return {name, reinterpret_cast<PFN_xrVoidFunction>(function)};
}

const std::vector<Entry>& Entries() {
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
      Make("xrCreateSession", CreateSession),
      Make("xrDestroySession", DestroySession),
      Make("xrBeginSession", BeginSession),
      Make("xrEndSession", EndSession),
      Make("xrEnumerateReferenceSpaces", EnumerateSpaces),
      Make("xrCreateReferenceSpace", CreateSpace),
      Make("xrCreateActionSpace", CreateActionSpace),
      Make("xrDestroySpace", DestroySpace),
      Make("xrLocateSpace", LocateSpace),
      Make("xrLocateViews", LocateViews),
      Make("xrEnumerateSwapchainFormats", EnumerateFormats),
      Make("xrCreateSwapchain", CreateSwapchain),
      Make("xrDestroySwapchain", DestroySwapchain),
      Make("xrEnumerateSwapchainImages", EnumerateImages),
      Make("xrAcquireSwapchainImage", AcquireImage),
      Make("xrWaitSwapchainImage", WaitImage),
      Make("xrReleaseSwapchainImage", ReleaseImage),
      Make("xrWaitFrame", WaitFrame),
      Make("xrBeginFrame", BeginFrame),
      Make("xrEndFrame", EndFrame),
      Make("xrGetVisibilityMaskKHR", GetMask),
      Make("xrCreateHandTrackerEXT", CreateTracker),
      Make("xrDestroyHandTrackerEXT", DestroyTracker),
      Make("xrLocateHandJointsEXT", LocateJoints),
  };
  return entries;
}

XRAPI_ATTR XrResult XRAPI_CALL GetProc(XrInstance, const char* name, PFN_xrVoidFunction* out) {
  *out = nullptr;
  if (std::strcmp(name, "xrGetInstanceProcAddr") == 0) {
    *out = reinterpret_cast<PFN_xrVoidFunction>(GetProc);
    return XR_SUCCESS;
  }
  for (const Entry& entry : Entries()) {
    if (std::strcmp(entry.name, name) == 0) *out = entry.function;
  }
  return *out ? XR_SUCCESS : XR_ERROR_FUNCTION_UNSUPPORTED;
}

// The loader's side; its header comes with Debian 13 only, so it is written out here.
struct LoaderInfo {
  int type;
  std::uint32_t version;
  std::size_t size;
  std::uint32_t min_interface, max_interface;
  XrVersion min_api, max_api;
};
struct RuntimeRequest {
  int type;
  std::uint32_t version;
  std::size_t size;
  std::uint32_t interface;
  XrVersion api;
  PFN_xrGetInstanceProcAddr get;
};

}  // namespace

extern "C" {
__attribute__((visibility("default"))) fake::Runtime* fake_runtime();
__attribute__((visibility("default"))) XrResult xrNegotiateLoaderRuntimeInterface(
    const LoaderInfo* loader, RuntimeRequest* request);

// Begins anew: the library is not always unloaded between two tests of one process.
fake::Runtime* fake_runtime() {
  world = std::make_unique<World>();
  return world.get();
}

XrResult xrNegotiateLoaderRuntimeInterface(const LoaderInfo* loader, RuntimeRequest* request) {
  if (!loader || !request) return XR_ERROR_INITIALIZATION_FAILED;
  request->interface = 1;
  request->api = XR_MAKE_VERSION(1, 0, 30);
  request->get = GetProc;
  return XR_SUCCESS;
}
}
