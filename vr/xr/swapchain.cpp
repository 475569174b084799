// SPDX-License-Identifier: MIT
#include "vr/xr/swapchain.h"

#include "vr/xr/graphics.h"

namespace vr::xr {
namespace {

constexpr XrDuration kLongestWait = 200'000'000;  // ns; then this frame goes without a picture

}  // namespace

Expected<Swapchain> Swapchain::Make(XrSession session, const SwapchainShape& shape) {
  auto info = Typed<XrSwapchainCreateInfo>(XR_TYPE_SWAPCHAIN_CREATE_INFO);
  info.usageFlags = XR_SWAPCHAIN_USAGE_SAMPLED_BIT |
                    (shape.depth ? XR_SWAPCHAIN_USAGE_DEPTH_STENCIL_ATTACHMENT_BIT
                                 : XR_SWAPCHAIN_USAGE_COLOR_ATTACHMENT_BIT);
  info.format = shape.format;
  info.sampleCount = 1;
  info.width = static_cast<std::uint32_t>(shape.width);
  info.height = static_cast<std::uint32_t>(shape.height);
  info.faceCount = 1;
  info.arraySize = 1;
  info.mipCount = 1;
  XrSwapchain handle = XR_NULL_HANDLE;
  if (const XrResult result = xrCreateSwapchain(session, &info, &handle); XR_FAILED(result)) {
    return tl::unexpected(Fault{result, "xrCreateSwapchain"});
  }
  Swapchain made{OwnedSwapchain(handle), shape};
  if (const XrResult result = Graphics::Textures(handle, made.textures_); XR_FAILED(result)) {
    return tl::unexpected(Fault{result, "xrEnumerateSwapchainImages"});
  }
  return made;
}

Swapchain::Swapchain(Swapchain&& other) noexcept
    : swapchain_(std::move(other.swapchain_)),
      shape_(other.shape_),
      textures_(std::move(other.textures_)),
      index_(other.index_),
      acquired_(std::exchange(other.acquired_, false)),
      waiting_(std::exchange(other.waiting_, false)) {}

Swapchain& Swapchain::operator=(Swapchain&& other) noexcept {
  std::swap(swapchain_, other.swapchain_);
  std::swap(shape_, other.shape_);
  std::swap(textures_, other.textures_);
  std::swap(index_, other.index_);
  std::swap(acquired_, other.acquired_);
  std::swap(waiting_, other.waiting_);
  return *this;
}

Swapchain::~Swapchain() {
  if (acquired_) static_cast<void>(Release());
}

Expected<std::uint32_t> Swapchain::Acquire() {
  if (!waiting_) {
    const auto info = Typed<XrSwapchainImageAcquireInfo>(XR_TYPE_SWAPCHAIN_IMAGE_ACQUIRE_INFO);
    index_ = 0;
    if (const XrResult result = xrAcquireSwapchainImage(swapchain_.Get(), &info, &index_);
        XR_FAILED(result)) {
      return tl::unexpected(Fault{result, "xrAcquireSwapchainImage"});
    }
    waiting_ = true;
  }
  auto info = Typed<XrSwapchainImageWaitInfo>(XR_TYPE_SWAPCHAIN_IMAGE_WAIT_INFO);
  info.timeout = kLongestWait;
  const XrResult result = xrWaitSwapchainImage(swapchain_.Get(), &info);
  if (XR_FAILED(result) || result == XR_TIMEOUT_EXPIRED) {
    return tl::unexpected(Fault{result, "xrWaitSwapchainImage"});
  }
  waiting_ = false;
  acquired_ = true;
  if (index_ >= textures_.size()) {
    return tl::unexpected(Fault{XR_ERROR_RUNTIME_FAILURE, "xrAcquireSwapchainImage"});
  }
  return textures_[index_];
}

XrResult Swapchain::Release() {
  acquired_ = false;
  const auto info = Typed<XrSwapchainImageReleaseInfo>(XR_TYPE_SWAPCHAIN_IMAGE_RELEASE_INFO);
  return xrReleaseSwapchainImage(swapchain_.Get(), &info);
}

}  // namespace vr::xr
