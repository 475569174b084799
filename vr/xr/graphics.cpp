// SPDX-License-Identifier: MIT
#include "vr/xr/graphics.h"

#include <epoxy/egl.h>
#include <epoxy/gl.h>
#include <epoxy/glx.h>

#include <algorithm>
#include <array>

// The only place that sees Xlib; OpenXR's header wants its types.
#define XR_USE_GRAPHICS_API_OPENGL
#define XR_USE_PLATFORM_XLIB
#define XR_USE_PLATFORM_EGL
#include <openxr/openxr_platform.h>

namespace vr::xr {
namespace {

class EglGraphics final : public Graphics {
 public:
  EglGraphics(EGLDisplay display, EGLConfig config, EGLContext context)
      : binding_(Typed<XrGraphicsBindingEGLMNDX>(XR_TYPE_GRAPHICS_BINDING_EGL_MNDX)),
        draw_(eglGetCurrentSurface(EGL_DRAW)),
        read_(eglGetCurrentSurface(EGL_READ)) {
    // epoxy's eglGetProcAddress is a pointer to the real one.
    binding_.getProcAddress =
        reinterpret_cast<decltype(binding_.getProcAddress)>(eglGetProcAddress);
    binding_.display = display;
    binding_.config = config;
    binding_.context = context;
  }
  [[nodiscard]] bool IsEgl() const override { return true; }
  [[nodiscard]] const void* Binding() const override { return &binding_; }
  void MakeCurrent() const override {
    if (eglGetCurrentContext() == binding_.context) return;
    eglMakeCurrent(binding_.display, draw_, read_, binding_.context);
  }

 private:
  XrGraphicsBindingEGLMNDX binding_;
  EGLSurface draw_, read_;
};

class GlxGraphics final : public Graphics {
 public:
  GlxGraphics(Display* display, GLXFBConfig config, VisualID visual, GLXContext context)
      : binding_(Typed<XrGraphicsBindingOpenGLXlibKHR>(XR_TYPE_GRAPHICS_BINDING_OPENGL_XLIB_KHR)) {
    binding_.xDisplay = display;
    binding_.visualid = static_cast<std::uint32_t>(visual);
    binding_.glxFBConfig = config;
    binding_.glxDrawable = glXGetCurrentDrawable();
    binding_.glxContext = context;
  }
  [[nodiscard]] bool IsEgl() const override { return false; }
  [[nodiscard]] const void* Binding() const override { return &binding_; }
  void MakeCurrent() const override {
    if (glXGetCurrentContext() == binding_.glxContext) return;
    glXMakeCurrent(binding_.xDisplay, binding_.glxDrawable, binding_.glxContext);
  }

 private:
  XrGraphicsBindingOpenGLXlibKHR binding_;
};

std::unique_ptr<Graphics> OfEgl() {
  const EGLContext context = eglGetCurrentContext();
  if (context == EGL_NO_CONTEXT) return nullptr;
  const EGLDisplay display = eglGetCurrentDisplay();
  EGLint number = 0;
  EGLConfig config = nullptr;
  if (eglQueryContext(display, context, EGL_CONFIG_ID, &number) == EGL_TRUE && number != 0) {
    const std::array<EGLint, 3> wanted = {EGL_CONFIG_ID, number, EGL_NONE};
    EGLint count = 0;
    eglChooseConfig(display, wanted.data(), &config, 1, &count);
  }
  return std::make_unique<EglGraphics>(display, config, context);
}

std::unique_ptr<Graphics> OfGlx() {
  const GLXContext context = glXGetCurrentContext();
  if (!context) return nullptr;
  Display* display = glXGetCurrentDisplay();
  int number = 0, screen = 0, count = 0;
  glXQueryContext(display, context, GLX_FBCONFIG_ID, &number);
  glXQueryContext(display, context, GLX_SCREEN, &screen);
  const std::array<int, 3> wanted = {GLX_FBCONFIG_ID, number, 0};
  GLXFBConfig* configs = glXChooseFBConfig(display, screen, wanted.data(), &count);
  if (!configs || count == 0) return nullptr;
  const GLXFBConfig config = configs[0];
  XFree(static_cast<void*>(configs));
  VisualID visual_id = 0;
  if (XVisualInfo* visual = glXGetVisualFromFBConfig(display, config)) {
    visual_id = visual->visualid;
    XFree(visual);
  }
  return std::make_unique<GlxGraphics>(display, config, visual_id, context);
}

/// The first of `wanted` that is offered.
std::optional<std::int64_t> FirstOf(std::initializer_list<std::int64_t> wanted,
                                    const std::vector<std::int64_t>& offered) {
  for (const std::int64_t format : wanted) {
    if (std::ranges::find(offered, format) != offered.end()) return format;
  }
  return std::nullopt;
}

}  // namespace

std::unique_ptr<Graphics> Graphics::OfCurrentContext() {
  if (auto egl = OfEgl()) return egl;
  return OfGlx();
}

XrResult Graphics::CheckRequirements(XrInstance instance, XrSystemId system) {
  const auto ask = FunctionOf<PFN_xrGetOpenGLGraphicsRequirementsKHR>(
      instance, "xrGetOpenGLGraphicsRequirementsKHR");
  if (!ask) return XR_ERROR_GRAPHICS_REQUIREMENTS_CALL_MISSING;
  auto needs = Typed<XrGraphicsRequirementsOpenGLKHR>(XR_TYPE_GRAPHICS_REQUIREMENTS_OPENGL_KHR);
  if (const XrResult result = ask(instance, system, &needs); XR_FAILED(result)) return result;
  GLint major = 0, minor = 0;
  glGetIntegerv(GL_MAJOR_VERSION, &major);
  glGetIntegerv(GL_MINOR_VERSION, &minor);
  const XrVersion ours =
      XR_MAKE_VERSION(static_cast<std::uint64_t>(major), static_cast<std::uint64_t>(minor), 0);
  return needs.minApiVersionSupported > ours ? XR_ERROR_GRAPHICS_DEVICE_INVALID : XR_SUCCESS;
}

std::optional<std::int64_t> Graphics::ColourFormat(const std::vector<std::int64_t>& offered) {
  return FirstOf({GL_SRGB8_ALPHA8, GL_RGBA16F}, offered);
}

std::optional<std::int64_t> Graphics::DepthFormat(const std::vector<std::int64_t>& offered) {
  return FirstOf(
      {GL_DEPTH_COMPONENT32F, GL_DEPTH_COMPONENT24, GL_DEPTH24_STENCIL8, GL_DEPTH_COMPONENT16},
      offered);
}

int Graphics::DepthBits(std::int64_t format) {
  return format == GL_DEPTH_COMPONENT24 ? 24 : format == GL_DEPTH_COMPONENT16 ? 16 : 0;
}

XrResult Graphics::Textures(XrSwapchain swapchain, std::vector<std::uint32_t>& names) {
  std::vector<XrSwapchainImageOpenGLKHR> images;
  const XrResult result = Enumerate(
      images, Typed<XrSwapchainImageOpenGLKHR>(XR_TYPE_SWAPCHAIN_IMAGE_OPENGL_KHR),
      [&](std::uint32_t capacity, std::uint32_t* count, XrSwapchainImageOpenGLKHR* out) {
        return xrEnumerateSwapchainImages(swapchain, capacity, count,
                                          reinterpret_cast<XrSwapchainImageBaseHeader*>(out));
      });
  names.clear();
  for (const auto& image : images) names.push_back(image.image);
  return result;
}

void Graphics::DrainErrors() {
  for (int i = 0; i < 16 && glGetError() != GL_NO_ERROR; ++i) {
  }
}

}  // namespace vr::xr
