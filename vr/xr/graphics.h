// SPDX-License-Identifier: MIT
#pragma once

#include <openxr/openxr.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "vr/xr/call.h"

namespace vr::xr {

/// All that OpenXR has to know of how we draw: which extension, the structure that hands our
/// context over, formats, and the textures of a swapchain. Everything else of xr/ is the same for
/// every graphics interface.
class Graphics {
 public:
  virtual ~Graphics() = default;

  /// The context that is current now, OpenGL 4.5 through EGL or GLX; absent when there is none.
  /// It has to outlive what is returned.
  [[nodiscard]] static std::unique_ptr<Graphics> OfCurrentContext();

  /// Through EGL (XR_MNDX_egl_enable); else through Xlib and GLX.
  [[nodiscard]] virtual bool IsEgl() const = 0;
  /// Goes into XrSessionCreateInfo::next; lives as long as this.
  [[nodiscard]] virtual const void* Binding() const = 0;
  /// Makes the context current again: some runtimes leave theirs current when they return from
  /// making a session or a swapchain (SteamVR-for-Linux 466, 799).
  virtual void MakeCurrent() const = 0;

  /// Asks what the runtime needs, which OpenXR demands before a session is made; fails when ours is
  /// too old (XR_ERROR_GRAPHICS_REQUIREMENTS_CALL_MISSING where the runtime has no such call).
  [[nodiscard]] static XrResult CheckRequirements(XrInstance instance, XrSystemId system);
  /// Of the formats that a runtime offers: sRGB with 8 bits a channel, which is read as light.
  [[nodiscard]] static std::optional<std::int64_t> ColourFormat(
      const std::vector<std::int64_t>& offered);
  [[nodiscard]] static std::optional<std::int64_t> DepthFormat(
      const std::vector<std::int64_t>& offered);
  [[nodiscard]] static int DepthBits(std::int64_t format);  ///< Whole numbers; 0 for 32F.
  /// OpenGL names of a swapchain's textures.
  [[nodiscard]] static XrResult Textures(XrSwapchain swapchain, std::vector<std::uint32_t>& names);
  /// Takes errors away that a runtime left behind (SteamVR-for-Linux 782): they are not ours.
  static void DrainErrors();
};

}  // namespace vr::xr
