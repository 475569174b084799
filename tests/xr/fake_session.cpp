// SPDX-License-Identifier: MIT
#include "tests/xr/fake_world.h"

#include <thread>

namespace fake {
namespace {

constexpr XrDuration kPeriod = 11'111'111;

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
    w.scene_width = scene->views[i].subImage.imageRect.extent.width;
    const auto* depth = static_cast<const XrCompositionLayerDepthInfoKHR*>(scene->views[i].next);
    if (!depth) continue;
    ++w.depths;
    check(depth->subImage);
    if (depth->subImage.imageRect.extent.width != w.scene_width) w.Wrong("depth of another size");
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

}  // namespace

std::span<const Entry> SessionCalls() {
  static const std::vector<Entry> entries = {
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

}  // namespace fake
