// SPDX-License-Identifier: MIT
#include <algorithm>

#include "vr/xr/session.h"

// How a session begins: everything that is made once.
namespace vr::xr {
namespace {

XrPosef Identity() {
  XrPosef pose{};
  pose.orientation.w = 1;
  return pose;
}

Expected<OwnedSpace> MakeSpace(XrSession session, XrReferenceSpaceType type) {
  auto info = Typed<XrReferenceSpaceCreateInfo>(XR_TYPE_REFERENCE_SPACE_CREATE_INFO);
  info.referenceSpaceType = type;
  info.poseInReferenceSpace = Identity();
  XrSpace space = XR_NULL_HANDLE;
  if (const XrResult result = xrCreateReferenceSpace(session, &info, &space); XR_FAILED(result)) {
    return tl::unexpected(Fault{result, "xrCreateReferenceSpace"});
  }
  return OwnedSpace(space);
}

}  // namespace

Expected<std::unique_ptr<Session>> Session::Make(const Instance& instance, const System& system,
                                                 const Actions& actions, const Graphics& graphics) {
  std::unique_ptr<Session> session(new Session(instance, system, actions, graphics));
  if (const auto opened = session->Open(); !opened) return tl::unexpected(opened.error());
  return session;
}

Session::Session(const Instance& instance, const System& system, const Actions& actions,
                 const Graphics& graphics)
    : instance_(instance), system_(system), actions_(actions), graphics_(graphics) {
  views_.fill(Typed<XrView>(XR_TYPE_VIEW));
}

Expected<void> Session::Open() {
  const XrInstance instance = instance_.handle.Get();
  if (const XrResult result = Graphics::CheckRequirements(instance, system_.id);
      XR_FAILED(result)) {
    return tl::unexpected(Fault{result, "xrGetOpenGLGraphicsRequirementsKHR"});
  }
  auto info = Typed<XrSessionCreateInfo>(XR_TYPE_SESSION_CREATE_INFO);
  info.next = graphics_.Binding();
  info.systemId = system_.id;
  XrSession session = XR_NULL_HANDLE;
  const XrResult result = xrCreateSession(instance, &info, &session);
  graphics_.MakeCurrent();
  if (XR_FAILED(result)) return tl::unexpected(Fault{result, "xrCreateSession"});
  session_ = OwnedSession(session);
  if (auto chosen = ChooseBase(); !chosen) return chosen;
  auto view = MakeSpace(session, XR_REFERENCE_SPACE_TYPE_VIEW);
  if (!view) return tl::unexpected(view.error());
  view_ = std::move(*view);
  auto spaces = Attach(actions_, session);
  if (!spaces) return tl::unexpected(spaces.error());
  spaces_ = std::move(*spaces);
  if (auto made = MakeSwapchains(); !made) return made;
  MakeHands();
  ReadHiddenMeshes();
  return {};
}

/// LOCAL_FLOOR, else STAGE, else LOCAL: the child sits, and where it sits the rules take from the
/// head; a floor only keeps heights in what is recorded comparable.
Expected<void> Session::ChooseBase() {
  std::vector<XrReferenceSpaceType> offered;
  const XrResult result =
      Enumerate(offered, XR_REFERENCE_SPACE_TYPE_VIEW,
                [&](std::uint32_t capacity, std::uint32_t* count, XrReferenceSpaceType* out) {
                  return xrEnumerateReferenceSpaces(session_.Get(), capacity, count, out);
                });
  if (XR_FAILED(result)) return tl::unexpected(Fault{result, "xrEnumerateReferenceSpaces"});
  Fault last{XR_ERROR_REFERENCE_SPACE_UNSUPPORTED, "xrCreateReferenceSpace"};
  for (const auto type :
       {kLocalFloor, XR_REFERENCE_SPACE_TYPE_STAGE, XR_REFERENCE_SPACE_TYPE_LOCAL}) {
    if (type == kLocalFloor && !instance_.extensions.local_floor) continue;
    if (std::ranges::find(offered, type) == offered.end()) continue;
    auto space = MakeSpace(session_.Get(), type);
    if (space) {
      base_ = std::move(*space);
      base_type_ = type;
      return {};
    }
    last = space.error();
    if (LossOf(last.result) >= Loss::kSession) break;
  }
  return tl::unexpected(last);
}

Expected<void> Session::MakeSwapchains() {
  std::vector<std::int64_t> formats;
  const XrResult result =
      Enumerate(formats, std::int64_t{0},
                [&](std::uint32_t capacity, std::uint32_t* count, std::int64_t* out) {
                  return xrEnumerateSwapchainFormats(session_.Get(), capacity, count, out);
                });
  if (XR_FAILED(result)) return tl::unexpected(Fault{result, "xrEnumerateSwapchainFormats"});
  const auto colour = Graphics::ColourFormat(formats);
  if (!colour) {
    return tl::unexpected(
        Fault{XR_ERROR_SWAPCHAIN_FORMAT_UNSUPPORTED, "xrEnumerateSwapchainFormats"});
  }
  SwapchainShape shape;
  shape.width = static_cast<int>(system_.eye_width);
  shape.height = static_cast<int>(system_.eye_height);
  const auto make = [&](std::int64_t format, bool depth) {
    shape.format = format;
    shape.depth = depth;
    auto made = Swapchain::Make(session_.Get(), shape);
    graphics_.MakeCurrent();
    return made;
  };
  for (int eye = 0; eye < 2; ++eye) {
    auto made = make(*colour, false);
    if (!made) return tl::unexpected(made.error());
    colour_.push_back(std::move(*made));
  }
  const auto depth = Graphics::DepthFormat(formats);
  for (int eye = 0; eye < 2 && instance_.extensions.depth && depth; ++eye) {
    auto made = make(*depth, true);
    if (!made) {  // a luxury: the runtime then guesses distances when it reprojects
      depth_.clear();
      if (LossOf(made.error().result) >= Loss::kSession) return tl::unexpected(made.error());
      break;
    }
    depth_.push_back(std::move(*made));
  }
  shape.width = shape.height = kTextSide;
  if (system_.max_layers >= 2) {
    auto made = make(*colour, false);
    if (made) text_ = std::move(*made);  // else the renderer draws panels as meshes
  }
  return {};
}

void Session::MakeHands() {
  if (!instance_.extensions.hand_tracking || !system_.tracks_hands) return;
  for (int hand = 0; hand < 2; ++hand) {
    auto made = HandTracker::Make(instance_.handle.Get(), session_.Get(), hand);
    if (made) trackers_[static_cast<std::size_t>(hand)] = std::move(*made);
  }
}

void Session::ReadHiddenMeshes() {
  if (!instance_.extensions.visibility_mask) return;
  const auto ask =
      FunctionOf<PFN_xrGetVisibilityMaskKHR>(instance_.handle.Get(), "xrGetVisibilityMaskKHR");
  if (!ask) return;
  for (std::uint32_t eye = 0; eye < 2; ++eye) {
    auto mask = Typed<XrVisibilityMaskKHR>(XR_TYPE_VISIBILITY_MASK_KHR);
    const auto get = [&] {
      return ask(session_.Get(), XR_VIEW_CONFIGURATION_TYPE_PRIMARY_STEREO, eye,
                 XR_VISIBILITY_MASK_TYPE_HIDDEN_TRIANGLE_MESH_KHR, &mask);
    };
    hidden_[eye] = {};
    if (XR_FAILED(get()) || mask.indexCountOutput == 0) continue;
    std::vector<XrVector2f> corners(mask.vertexCountOutput);
    std::vector<std::uint32_t> indices(mask.indexCountOutput);
    mask.vertexCapacityInput = mask.vertexCountOutput;
    mask.vertices = corners.data();
    mask.indexCapacityInput = mask.indexCountOutput;
    mask.indices = indices.data();
    if (XR_FAILED(get())) continue;
    const auto inside = [&](std::uint32_t index) { return index < corners.size(); };
    if (!std::ranges::all_of(indices, inside)) continue;  // it would read past the end
    for (const XrVector2f& corner : corners) hidden_[eye].corners.emplace_back(corner.x, corner.y);
    hidden_[eye].indices = std::move(indices);
  }
}

}  // namespace vr::xr
