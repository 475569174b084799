// SPDX-License-Identifier: MIT
#include "tests/xr/fake_runtime.h"

#include "tests/xr/fake_world.h"

namespace fake {
namespace {

std::unique_ptr<World> world = std::make_unique<World>();

}  // namespace

World& Here() { return *world; }

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

namespace {

XRAPI_ATTR XrResult XRAPI_CALL GetProc(XrInstance, const char* name, PFN_xrVoidFunction* out) {
  *out = nullptr;
  if (std::strcmp(name, "xrGetInstanceProcAddr") == 0) {
    *out = reinterpret_cast<PFN_xrVoidFunction>(GetProc);
    return XR_SUCCESS;
  }
  for (const std::span<const Entry> calls : {InstanceCalls(), SessionCalls()}) {
    for (const Entry& entry : calls) {
      if (std::strcmp(entry.name, name) == 0) *out = entry.function;
    }
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
}  // namespace fake

extern "C" {
__attribute__((visibility("default"))) fake::Runtime* fake_runtime();
__attribute__((visibility("default"))) XrResult xrNegotiateLoaderRuntimeInterface(
    const fake::LoaderInfo* loader, fake::RuntimeRequest* request);

// Begins anew: the library is not always unloaded between two tests of one process.
fake::Runtime* fake_runtime() {
  fake::world = std::make_unique<fake::World>();
  return fake::world.get();
}

XrResult xrNegotiateLoaderRuntimeInterface(const fake::LoaderInfo* loader,
                                           fake::RuntimeRequest* request) {
  if (!loader || !request) return XR_ERROR_INITIALIZATION_FAILED;
  request->interface = 1;
  request->api = XR_MAKE_VERSION(1, 0, 30);
  request->get = fake::GetProc;
  return XR_SUCCESS;
}
}
