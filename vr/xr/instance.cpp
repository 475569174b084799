// SPDX-License-Identifier: MIT
#include "vr/xr/instance.h"

#include <algorithm>
#include <cstring>

namespace vr::xr {
namespace {

std::string VersionText(XrVersion version) {
  return std::to_string(XR_VERSION_MAJOR(version)) + "." +
         std::to_string(XR_VERSION_MINOR(version)) + "." +
         std::to_string(XR_VERSION_PATCH(version));
}

/// Recommended size for each eye; the two are made equal, as one renderer draws both.
XrResult ReadEyeSize(XrInstance instance, System& system) {
  std::vector<XrViewConfigurationView> views;
  const XrResult result = Enumerate(
      views, Typed<XrViewConfigurationView>(XR_TYPE_VIEW_CONFIGURATION_VIEW),
      [&](std::uint32_t capacity, std::uint32_t* count, XrViewConfigurationView* out) {
        return xrEnumerateViewConfigurationViews(
            instance, system.id, XR_VIEW_CONFIGURATION_TYPE_PRIMARY_STEREO, capacity, count, out);
      });
  if (XR_FAILED(result)) return result;
  if (views.size() != 2) return XR_ERROR_VIEW_CONFIGURATION_TYPE_UNSUPPORTED;
  for (const auto& view : views) {
    system.eye_width = std::max(system.eye_width, view.recommendedImageRectWidth);
    system.eye_height = std::max(system.eye_height, view.recommendedImageRectHeight);
  }
  return XR_SUCCESS;
}

void ReadBlend(XrInstance instance, System& system) {
  std::vector<XrEnvironmentBlendMode> modes;
  const XrResult result = Enumerate(
      modes, XR_ENVIRONMENT_BLEND_MODE_OPAQUE,
      [&](std::uint32_t capacity, std::uint32_t* count, XrEnvironmentBlendMode* out) {
        return xrEnumerateEnvironmentBlendModes(
            instance, system.id, XR_VIEW_CONFIGURATION_TYPE_PRIMARY_STEREO, capacity, count, out);
      });
  if (XR_FAILED(result) || modes.empty()) return;
  const bool opaque = std::ranges::find(modes, XR_ENVIRONMENT_BLEND_MODE_OPAQUE) != modes.end();
  system.blend = opaque ? XR_ENVIRONMENT_BLEND_MODE_OPAQUE : modes.front();
}

}  // namespace

Expected<std::vector<std::string>> OfferedExtensions() {
  std::vector<XrExtensionProperties> found;
  const XrResult result =
      Enumerate(found, Typed<XrExtensionProperties>(XR_TYPE_EXTENSION_PROPERTIES),
                [](std::uint32_t capacity, std::uint32_t* count, XrExtensionProperties* out) {
                  return xrEnumerateInstanceExtensionProperties(nullptr, capacity, count, out);
                });
  if (XR_FAILED(result)) {
    return tl::unexpected(Fault{result, "xrEnumerateInstanceExtensionProperties"});
  }
  std::vector<std::string> names;
  for (const auto& extension : found) names.emplace_back(extension.extensionName);
  std::ranges::sort(names);
  return names;
}

Expected<Instance> MakeInstance(Drawing drawing) {
  auto offered = OfferedExtensions();
  if (!offered) return tl::unexpected(offered.error());
  Instance made;
  made.offered = std::move(*offered);
  made.extensions = FindExtensions(made.offered);
  if (drawing != Drawing::kNone && !made.extensions.opengl) {
    return tl::unexpected(Fault{XR_ERROR_EXTENSION_NOT_PRESENT, "XR_KHR_opengl_enable"});
  }
  if (drawing == Drawing::kEgl && !made.extensions.egl) {
    return tl::unexpected(Fault{XR_ERROR_EXTENSION_NOT_PRESENT, "XR_MNDX_egl_enable"});
  }
  if (drawing == Drawing::kNone) made.extensions.opengl = false;
  const auto names = NamesOf(made.extensions, drawing == Drawing::kEgl);
  auto info = Typed<XrInstanceCreateInfo>(XR_TYPE_INSTANCE_CREATE_INFO);
  std::strncpy(info.applicationInfo.applicationName, "Maplebridge",
               XR_MAX_APPLICATION_NAME_SIZE - 1);
  info.applicationInfo.applicationVersion = 1;
  info.enabledExtensionCount = static_cast<std::uint32_t>(names.size());
  info.enabledExtensionNames = names.data();
  XrInstance handle = XR_NULL_HANDLE;
  // 1.1 where it is known: there LOCAL_FLOOR and PICO's controllers need no extension.
  info.applicationInfo.apiVersion = XR_MAKE_VERSION(1, 1, 0);
  XrResult result = xrCreateInstance(&info, &handle);
  if (result == XR_ERROR_API_VERSION_UNSUPPORTED) {
    info.applicationInfo.apiVersion = XR_MAKE_VERSION(1, 0, 0);
    result = xrCreateInstance(&info, &handle);
  }
  if (XR_FAILED(result)) {
    return tl::unexpected(Fault{result, "xrCreateInstance"});
  }
  made.handle = OwnedInstance(handle);
  auto properties = Typed<XrInstanceProperties>(XR_TYPE_INSTANCE_PROPERTIES);
  if (result = xrGetInstanceProperties(handle, &properties); XR_FAILED(result)) {
    return tl::unexpected(Fault{result, "xrGetInstanceProperties"});
  }
  made.runtime = std::string(properties.runtimeName) + " " + VersionText(properties.runtimeVersion);
  return made;
}

Expected<System> FindSystem(const Instance& instance) {
  auto wanted = Typed<XrSystemGetInfo>(XR_TYPE_SYSTEM_GET_INFO);
  wanted.formFactor = XR_FORM_FACTOR_HEAD_MOUNTED_DISPLAY;
  System system;
  const XrInstance handle = instance.handle.Get();
  if (const XrResult result = xrGetSystem(handle, &wanted, &system.id); XR_FAILED(result)) {
    return tl::unexpected(Fault{result, "xrGetSystem"});
  }
  auto properties = Typed<XrSystemProperties>(XR_TYPE_SYSTEM_PROPERTIES);
  // One more structure a call: the validation layer refuses a chain of several.
  const auto ask = [&](void* more) {
    properties.next = more;
    return xrGetSystemProperties(handle, system.id, &properties);
  };
  auto hands =
      Typed<XrSystemHandTrackingPropertiesEXT>(XR_TYPE_SYSTEM_HAND_TRACKING_PROPERTIES_EXT);
  auto eyes = Typed<XrSystemEyeGazeInteractionPropertiesEXT>(
      XR_TYPE_SYSTEM_EYE_GAZE_INTERACTION_PROPERTIES_EXT);
  UserPresenceProperties presence{kTypeUserPresenceProperties, nullptr, XR_FALSE};
  XrResult asked = ask(nullptr);
  if (XR_SUCCEEDED(asked) && instance.extensions.hand_tracking) asked = ask(&hands);
  if (XR_SUCCEEDED(asked) && instance.extensions.eye_gaze) asked = ask(&eyes);
  if (XR_SUCCEEDED(asked) && instance.extensions.user_presence) asked = ask(&presence);
  if (XR_FAILED(asked)) return tl::unexpected(Fault{asked, "xrGetSystemProperties"});
  system.name = properties.systemName;
  system.max_layers = properties.graphicsProperties.maxLayerCount;
  system.max_width = properties.graphicsProperties.maxSwapchainImageWidth;
  system.max_height = properties.graphicsProperties.maxSwapchainImageHeight;
  system.tracks_position = properties.trackingProperties.positionTracking == XR_TRUE;
  system.tracks_hands = hands.supportsHandTracking == XR_TRUE;
  system.tracks_eyes = eyes.supportsEyeGazeInteraction == XR_TRUE;
  system.tells_presence = presence.supported == XR_TRUE;
  ReadBlend(handle, system);
  if (const XrResult result = ReadEyeSize(handle, system); XR_FAILED(result)) {
    return tl::unexpected(Fault{result, "xrEnumerateViewConfigurationViews"});
  }
  return system;
}

}  // namespace vr::xr
