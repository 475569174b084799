// SPDX-License-Identifier: MIT
#pragma once

#include <openxr/openxr.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "vr/xr/call.h"

namespace vr::xr {

struct SwapchainShape {
  std::int64_t format = 0;
  int width = 0, height = 0;
  bool depth = false;
};

/// A runtime's ring of textures, of one layer each: runtimes that cannot do arrays are common
/// (SteamVR-for-Linux 466).
class Swapchain {
 public:
  [[nodiscard]] static Expected<Swapchain> Make(XrSession session, const SwapchainShape& shape);
  Swapchain(Swapchain&& other) noexcept;
  Swapchain& operator=(Swapchain&& other) noexcept;
  /// Gives an acquired image back first: out-of-process runtimes break else (perfect_dark_VR 69).
  ~Swapchain();

  /// OpenGL name of the texture to draw into now, once the runtime has let go of it.
  [[nodiscard]] Expected<std::uint32_t> Acquire();
  [[nodiscard]] XrResult Release();

  [[nodiscard]] XrSwapchain Get() const { return swapchain_.Get(); }
  [[nodiscard]] const SwapchainShape& Shape() const { return shape_; }
  [[nodiscard]] const std::vector<std::uint32_t>& Textures() const { return textures_; }

 private:
  Swapchain(OwnedSwapchain swapchain, const SwapchainShape& shape)
      : swapchain_(std::move(swapchain)), shape_(shape) {}
  OwnedSwapchain swapchain_;
  SwapchainShape shape_;
  std::vector<std::uint32_t> textures_;
  std::uint32_t index_ = 0;
  bool acquired_ = false;  ///< An image is ours and was waited for.
  bool waiting_ = false;   ///< Acquired, but the wait has not succeeded: only a wait may follow.
};

}  // namespace vr::xr
