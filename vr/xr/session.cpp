// SPDX-License-Identifier: MIT
#include "vr/xr/session.h"

#include <algorithm>
#include <cmath>

#include "vr/xr/convert.h"

namespace vr::xr {
namespace {

constexpr int kMostBadFrames = 20;  // in a row; then a new session may do better
constexpr std::size_t kMostQuads = 12;

template <typename Event>
const Event& As(const XrEventDataBuffer& event) {
  return reinterpret_cast<const Event&>(event);
}

int ShareOf(int side, float share) {
  return std::clamp(static_cast<int>(std::lround(static_cast<float>(side) * share)), 1, side);
}

bool IsUnit(const XrQuaternionf& q) {
  const float length = q.x * q.x + q.y * q.y + q.z * q.z + q.w * q.w;
  return length > 0.98F && length < 1.02F;  // false also when it is not a number
}

}  // namespace

bool Session::Note(XrResult result, const char* call) {
  const Loss loss = LossOf(result);
  if (loss != Loss::kNone) fault_ = {result, call};
  if (loss >= Loss::kSession) loss_ = std::max(loss_, loss);
  if (result == XR_FRAME_DISCARDED) ++counts_.discarded;
  return XR_SUCCEEDED(result);
}

bool Session::NotePlace(XrResult result, const char* call) {
  if (result != XR_ERROR_RUNTIME_FAILURE) return Note(result, call);
  fault_ = {result, call};
  return false;
}

bool Session::IsWorn() const {
  return present_.value_or(state_ == XR_SESSION_STATE_VISIBLE ||
                           state_ == XR_SESSION_STATE_FOCUSED);
}

std::string Session::ProfileOf(int hand) const {
  return CurrentProfile(instance_.handle.Get(), session_.Get(),
                        actions_.hands[static_cast<std::size_t>(hand)]);
}

void Session::Take(const XrEventDataBuffer& event) {
  if (event.type == kTypeUserPresenceChanged) {  // older headers do not have it in their enum
    const auto& change = As<UserPresenceChanged>(event);
    if (change.session == session_.Get()) present_ = change.present == XR_TRUE;
    return;
  }
  switch (event.type) {
    case XR_TYPE_EVENT_DATA_SESSION_STATE_CHANGED: {
      const auto& change = As<XrEventDataSessionStateChanged>(event);
      if (change.session == session_.Get()) Change(change);
      break;
    }
    case XR_TYPE_EVENT_DATA_REFERENCE_SPACE_CHANGE_PENDING: {
      const auto& change = As<XrEventDataReferenceSpaceChangePending>(event);
      // Some runtimes send one event for each kind of space; only ours matters.
      if (change.session == session_.Get() && change.referenceSpaceType == base_type_) {
        recenter_at_ = change.changeTime;
      }
      break;
    }
    case XR_TYPE_EVENT_DATA_VISIBILITY_MASK_CHANGED_KHR:
      if (As<XrEventDataVisibilityMaskChangedKHR>(event).session == session_.Get()) {
        ReadHiddenMeshes();
      }
      break;
    default:
      break;
  }
}

void Session::Change(const XrEventDataSessionStateChanged& change) {
  state_ = change.state;
  switch (change.state) {
    case XR_SESSION_STATE_READY: {
      auto info = Typed<XrSessionBeginInfo>(XR_TYPE_SESSION_BEGIN_INFO);
      info.primaryViewConfigurationType = XR_VIEW_CONFIGURATION_TYPE_PRIMARY_STEREO;
      running_ = Note(xrBeginSession(session_.Get(), &info), "xrBeginSession");
      break;
    }
    case XR_SESSION_STATE_STOPPING:
      running_ = false;
      Note(xrEndSession(session_.Get()), "xrEndSession");
      break;
    case XR_SESSION_STATE_LOSS_PENDING:
    case XR_SESSION_STATE_EXITING:
      running_ = false;
      loss_ = std::max(loss_, Loss::kSession);
      break;
    default:
      break;
  }
}

std::optional<Frame> Session::Wait() {
  const auto info = Typed<XrFrameWaitInfo>(XR_TYPE_FRAME_WAIT_INFO);
  auto state = Typed<XrFrameState>(XR_TYPE_FRAME_STATE);
  if (!Note(xrWaitFrame(session_.Get(), &info, &state), "xrWaitFrame")) {
    if (++bad_frames_ > kMostBadFrames) loss_ = std::max(loss_, Loss::kSession);
    return std::nullopt;
  }
  if (time_ != 0 && period_ > 0 && state.predictedDisplayTime > time_) {
    const auto periods = (state.predictedDisplayTime - time_ + period_ / 2) / period_;
    counts_.skipped += std::max<std::int64_t>(0, periods - 1);
  }
  time_ = state.predictedDisplayTime;
  period_ = state.predictedDisplayPeriod;
  Frame frame;
  frame.display_ns = time_;
  frame.period_ns = period_;
  frame.input.worn = IsWorn();
  frame.input.focused = state_ == XR_SESSION_STATE_FOCUSED;
  if (recenter_at_ && time_ >= *recenter_at_) {
    frame.recentered = true;
    recenter_at_.reset();
  }
  Sync(frame);
  LocateHead(frame);
  LocateEyes(frame);
  for (std::size_t hand = 0; hand < 2; ++hand) ReadHand(hand, frame);
  ReadGaze(frame);
  frame.drawn = state.shouldRender == XR_TRUE && views_known_;
  return frame;
}

void Session::Sync(Frame& frame) {
  const XrActiveActionSet active{actions_.set.Get(), XR_NULL_PATH};
  auto info = Typed<XrActionsSyncInfo>(XR_TYPE_ACTIONS_SYNC_INFO);
  info.countActiveActionSets = 1;
  info.activeActionSets = &active;
  const XrResult result = xrSyncActions(session_.Get(), &info);
  Note(result, "xrSyncActions");
  if (result != XR_SUCCESS) frame.input.focused = false;  // XR_SESSION_NOT_FOCUSED is no error
}

std::optional<Pose> Session::Locate(XrSpace space) {
  auto location = Typed<XrSpaceLocation>(XR_TYPE_SPACE_LOCATION);
  if (!NotePlace(xrLocateSpace(space, base_.Get(), time_, &location), "xrLocateSpace")) {
    return std::nullopt;
  }
  if (!IsKnown(location.locationFlags) || !IsUnit(location.pose.orientation)) return std::nullopt;
  return ToPose(location.pose);
}

void Session::LocateHead(Frame& frame) {
  const auto head = Locate(view_.Get());
  frame.input.head_tracked = head.has_value();
  if (head) last_head_ = *head;
  frame.input.head = last_head_;
}

void Session::LocateEyes(Frame& frame) {
  auto info = Typed<XrViewLocateInfo>(XR_TYPE_VIEW_LOCATE_INFO);
  info.viewConfigurationType = XR_VIEW_CONFIGURATION_TYPE_PRIMARY_STEREO;
  info.displayTime = time_;
  info.space = base_.Get();
  auto state = Typed<XrViewState>(XR_TYPE_VIEW_STATE);
  std::array<XrView, 2> views;
  views.fill(Typed<XrView>(XR_TYPE_VIEW));
  std::uint32_t count = 0;
  const bool located = NotePlace(
      xrLocateViews(session_.Get(), &info, &state, 2, &count, views.data()), "xrLocateViews");
  constexpr XrViewStateFlags kKnown =
      XR_VIEW_STATE_ORIENTATION_VALID_BIT | XR_VIEW_STATE_POSITION_VALID_BIT;
  if (located && count == 2 && (state.viewStateFlags & kKnown) == kKnown &&
      IsUnit(views[0].pose.orientation) && IsUnit(views[1].pose.orientation)) {
    views_ = views;
    views_known_ = true;
  } else {
    frame.input.head_tracked = false;  // the last known views are shown on
  }
  for (std::size_t eye = 0; eye < 2; ++eye) {
    const XrFovf& fov = views_[eye].fov;
    frame.eyes[eye] = {ToPose(views_[eye].pose), fov.angleLeft, fov.angleRight, fov.angleUp,
                       fov.angleDown};
  }
}

void Session::ReadHand(std::size_t hand, Frame& frame) {
  HandInput& out = frame.input.hands[hand];
  if (!frame.input.focused) {
    pinched_[hand] = false;
    return;
  }
  auto get = Typed<XrActionStateGetInfo>(XR_TYPE_ACTION_STATE_GET_INFO);
  get.subactionPath = actions_.hands[hand];
  get.action = actions_.aim;
  auto aim = Typed<XrActionStatePose>(XR_TYPE_ACTION_STATE_POSE);
  if (Note(xrGetActionStatePose(session_.Get(), &get, &aim), "xrGetActionStatePose") &&
      aim.isActive == XR_TRUE) {
    if (const auto pose = Locate(spaces_.aim[hand].Get())) {
      out.tracked = true;
      out.aim = *pose;
    }
  }
  if (out.tracked) {
    get.action = actions_.select;
    auto select = Typed<XrActionStateBoolean>(XR_TYPE_ACTION_STATE_BOOLEAN);
    if (Note(xrGetActionStateBoolean(session_.Get(), &get, &select), "xrGetActionStateBoolean")) {
      out.select = select.isActive == XR_TRUE && select.currentState == XR_TRUE;
    }
    return;
  }
  if (!trackers_[hand]) return;
  const auto shape = trackers_[hand].Locate(base_.Get(), time_);
  if (!shape) Note(shape.error().result, shape.error().call);
  if (!shape || !*shape) {
    pinched_[hand] = false;
    return;
  }
  pinched_[hand] = IsPinched(**shape, pinched_[hand]);
  out = {true, AimOf(**shape, frame.input.head, static_cast<int>(hand)), pinched_[hand]};
}

void Session::ReadGaze(Frame& frame) {
  if (!spaces_.gaze || !frame.input.focused) return;
  auto get = Typed<XrActionStateGetInfo>(XR_TYPE_ACTION_STATE_GET_INFO);
  get.action = actions_.gaze;
  auto state = Typed<XrActionStatePose>(XR_TYPE_ACTION_STATE_POSE);
  if (Note(xrGetActionStatePose(session_.Get(), &get, &state), "xrGetActionStatePose") &&
      state.isActive == XR_TRUE) {
    frame.input.gaze = Locate(spaces_.gaze.Get());
  }
}

void Session::Show(const Frame& frame, const Picture& picture) {
  if (loss_ >= Loss::kSession && fault_.result != XR_SESSION_LOSS_PENDING) return;
  const auto info = Typed<XrFrameBeginInfo>(XR_TYPE_FRAME_BEGIN_INFO);
  if (!Note(xrBeginFrame(session_.Get(), &info), "xrBeginFrame") &&
      !Note(xrBeginFrame(session_.Get(), &info), "xrBeginFrame")) {
    // A frame that was waited for and not begun: the next wait might never return.
    loss_ = std::max(loss_, Loss::kSession);
    return;
  }
  depth_drawn_ = !depth_.empty();
  bool drawn = frame.drawn && picture.draw_eye;
  for (int eye = 0; eye < 2 && drawn; ++eye) drawn = DrawEye(eye, frame, picture);
  if (drawn) DrawText(picture);
  End(frame, picture, drawn);
}

bool Session::DrawEye(int eye, const Frame& frame, const Picture& picture) {
  const auto e = static_cast<std::size_t>(eye);
  Swapchain& colour = colour_[e];
  const auto texture = colour.Acquire();
  if (!texture) {
    Note(texture.error().result, texture.error().call);
    return false;
  }
  EyeTarget target;
  target.eye = eye;
  target.view = frame.eyes[e];
  target.colour = *texture;
  target.width = ShareOf(colour.Shape().width, picture.share);
  target.height = ShareOf(colour.Shape().height, picture.share);
  if (!hidden_[e].indices.empty()) target.hidden = &hidden_[e];
  if (!depth_.empty()) {
    if (const auto depth = depth_[e].Acquire()) {
      target.depth = *depth;
      target.depth_bits = Graphics::DepthBits(depth_[e].Shape().format);
    } else {
      Note(depth.error().result, depth.error().call);
    }
  }
  picture.draw_eye(target);
  if (target.depth == 0 || !Note(depth_[e].Release(), "xrReleaseSwapchainImage")) {
    depth_drawn_ = false;
  }
  return Note(colour.Release(), "xrReleaseSwapchainImage");
}

void Session::DrawText(const Picture& picture) {
  text_stale_ = text_stale_ || picture.text_changed;
  if (!text_ || !picture.draw_text || picture.quads.empty() || !text_stale_) return;
  const auto texture = text_->Acquire();
  if (!texture) {
    Note(texture.error().result, texture.error().call);
    return;
  }
  picture.draw_text(*texture);
  text_drawn_ = Note(text_->Release(), "xrReleaseSwapchainImage");
  text_stale_ = !text_drawn_;
}

void Session::End(const Frame& frame, const Picture& picture, bool eyes_drawn) {
  std::array<XrCompositionLayerDepthInfoKHR, 2> depths;
  std::array<XrCompositionLayerProjectionView, 2> eyes;
  auto scene = Typed<XrCompositionLayerProjection>(XR_TYPE_COMPOSITION_LAYER_PROJECTION);
  std::vector<XrCompositionLayerQuad> quads;
  std::vector<const XrCompositionLayerBaseHeader*> layers;
  const auto part = [](const Swapchain& swapchain, int x, int y, int width, int height) {
    return XrSwapchainSubImage{swapchain.Get(), {{x, y}, {width, height}}, 0};
  };
  const auto drawn_of = [&](const Swapchain& swapchain) {
    return part(swapchain, 0, 0, ShareOf(swapchain.Shape().width, picture.share),
                ShareOf(swapchain.Shape().height, picture.share));
  };
  if (eyes_drawn) {
    for (std::size_t eye = 0; eye < 2; ++eye) {
      const Swapchain& colour = colour_[eye];
      eyes[eye] =
          Typed<XrCompositionLayerProjectionView>(XR_TYPE_COMPOSITION_LAYER_PROJECTION_VIEW);
      eyes[eye].pose = views_[eye].pose;
      eyes[eye].fov = views_[eye].fov;
      eyes[eye].subImage = drawn_of(colour);
      if (!depth_drawn_) continue;
      depths[eye] = Typed<XrCompositionLayerDepthInfoKHR>(XR_TYPE_COMPOSITION_LAYER_DEPTH_INFO_KHR);
      depths[eye].subImage = drawn_of(depth_[eye]);
      depths[eye].minDepth = 0;
      depths[eye].maxDepth = 1;
      depths[eye].nearZ = picture.near_m;
      depths[eye].farZ = picture.far_m;
      eyes[eye].next = &depths[eye];
    }
    scene.space = base_.Get();
    scene.viewCount = 2;
    scene.views = eyes.data();
    layers.push_back(reinterpret_cast<const XrCompositionLayerBaseHeader*>(&scene));
    const std::size_t most = std::min<std::size_t>(kMostQuads, system_.max_layers - 1);
    for (std::size_t i = 0; text_ && text_drawn_ && i < picture.quads.size() && i < most; ++i) {
      const TextQuad& quad = picture.quads[i];
      auto layer = Typed<XrCompositionLayerQuad>(XR_TYPE_COMPOSITION_LAYER_QUAD);
      layer.layerFlags = XR_COMPOSITION_LAYER_BLEND_TEXTURE_SOURCE_ALPHA_BIT;
      layer.space = base_.Get();
      layer.eyeVisibility = XR_EYE_VISIBILITY_BOTH;
      layer.subImage = part(*text_, quad.x, quad.y, quad.width, quad.height);
      layer.pose = ToXr(quad.pose);
      layer.size = {quad.metres.x, quad.metres.y};
      quads.push_back(layer);
    }
    for (const XrCompositionLayerQuad& quad : quads) {
      layers.push_back(reinterpret_cast<const XrCompositionLayerBaseHeader*>(&quad));
    }
  }
  auto info = Typed<XrFrameEndInfo>(XR_TYPE_FRAME_END_INFO);
  info.displayTime = frame.display_ns;
  info.environmentBlendMode = system_.blend;
  info.layerCount = static_cast<std::uint32_t>(layers.size());
  info.layers = layers.data();
  const bool ended = Note(xrEndFrame(session_.Get(), &info), "xrEndFrame");
  if (!ended && loss_ < Loss::kSession) {  // it is still open: end it without a picture
    info.layerCount = 0;
    Note(xrEndFrame(session_.Get(), &info), "xrEndFrame");
  }
  Graphics::DrainErrors();
  ++counts_.frames;
  if (ended && eyes_drawn) ++counts_.drawn;
  bad_frames_ = ended ? 0 : bad_frames_ + 1;
  if (bad_frames_ > kMostBadFrames) loss_ = std::max(loss_, Loss::kSession);
}

}  // namespace vr::xr
