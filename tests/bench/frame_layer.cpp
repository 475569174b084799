// SPDX-License-Identifier: MIT
//
// An OpenXR API layer that tells what frames cost: it stands between any program and any runtime,
// so that ours and hello_xr are measured in the same way. A frame is what lies between two calls of
// xrWaitFrame. A line of JSON each goes to the file that MAPLEBRIDGE_FRAMES names:
//   own_us      processor time of the thread that draws, without what passed inside of OpenXR calls
//   runtime_us  processor time of that thread inside of OpenXR calls
//   process_us  processor time of the whole process, other threads of drivers included
//   late        frames of the runtime that were missed before this one
//   drawn       whether it was handed in with layers
//   at          CLOCK_MONOTONIC at its end, in seconds
#include <openxr/openxr.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string_view>

namespace {

// The loader's side of the contract; older header packages do not have it.
struct LoaderInfo {
  int type;
  std::uint32_t version;
  std::size_t size;
  std::uint32_t least_interface, most_interface;
  XrVersion least_api, most_api;
};
struct NextInfo;
struct CreateInfo {
  int type;
  std::uint32_t version;
  std::size_t size;
  void* loader;
  char settings[512];
  NextInfo* next;
};
using CreateLayerInstance = XrResult(XRAPI_PTR*)(const XrInstanceCreateInfo*, const CreateInfo*,
                                                 XrInstance*);
struct NextInfo {
  int type;
  std::uint32_t version;
  std::size_t size;
  char name[XR_MAX_API_LAYER_NAME_SIZE];
  PFN_xrGetInstanceProcAddr find;
  CreateLayerInstance create;
  NextInfo* next;
};
struct LayerRequest {
  int type;
  std::uint32_t version;
  std::size_t size;
  std::uint32_t interface_version;
  XrVersion api;
  PFN_xrGetInstanceProcAddr find;
  CreateLayerInstance create;
};

double Seconds(clockid_t clock) {
  timespec time{};
  clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

struct Frames {
  std::FILE* file = nullptr;
  bool open = false, drawn = false;
  double begun = 0, process = 0, runtime = 0;
  XrTime time = 0;
  XrDuration period = 0;
  long long late = 0;

  void Close() {
    if (!open || !file) return;
    const double own = Seconds(CLOCK_THREAD_CPUTIME_ID) - begun - runtime;
    std::fprintf(file,
                 "{\"own_us\": %.1f, \"runtime_us\": %.1f, \"process_us\": %.1f, \"late\": %lld, "
                 "\"drawn\": %d, \"at\": %.6f}\n",
                 own * 1e6, runtime * 1e6, (Seconds(CLOCK_PROCESS_CPUTIME_ID) - process) * 1e6,
                 late, drawn ? 1 : 0, Seconds(CLOCK_MONOTONIC));
    std::fflush(file);
    open = false;
  }
  void Open(const XrFrameState& state) {
    late = 0;
    if (time != 0 && period > 0 && state.predictedDisplayTime > time) {
      late = (state.predictedDisplayTime - time + period / 2) / period - 1;
    }
    time = state.predictedDisplayTime;
    period = state.predictedDisplayPeriod;
    open = true;
    drawn = false;
    runtime = 0;
    begun = Seconds(CLOCK_THREAD_CPUTIME_ID);
  }
};

Frames frames;
PFN_xrGetInstanceProcAddr find_next = nullptr;

/// The calls of a frame; what passes inside of them is the runtime's.
constexpr std::array<std::string_view, 12> kTimed = {
    "xrPollEvent",           "xrSyncActions",
    "xrLocateSpace",         "xrLocateViews",
    "xrBeginFrame",          "xrAcquireSwapchainImage",
    "xrWaitSwapchainImage",  "xrReleaseSwapchainImage",
    "xrGetActionStatePose",  "xrGetActionStateBoolean",
    "xrGetActionStateFloat", "xrLocateHandJointsEXT"};
std::array<PFN_xrVoidFunction, kTimed.size()> next_timed{};

template <typename Function>
Function As(PFN_xrVoidFunction function) {
  return reinterpret_cast<Function>(function);
}

template <std::size_t kIndex, typename... Arguments>
XrResult XRAPI_CALL Timed(Arguments... arguments) {
  const double begun = Seconds(CLOCK_THREAD_CPUTIME_ID);
  const XrResult result = As<XrResult(XRAPI_PTR*)(Arguments...)>(next_timed[kIndex])(arguments...);
  frames.runtime += Seconds(CLOCK_THREAD_CPUTIME_ID) - begun;
  return result;
}

template <std::size_t kIndex, typename... Arguments>
PFN_xrVoidFunction Wrap(XrResult(XRAPI_PTR*)(Arguments...)) {
  return reinterpret_cast<PFN_xrVoidFunction>(&Timed<kIndex, Arguments...>);
}

PFN_xrWaitFrame next_wait = nullptr;
XrResult XRAPI_CALL WaitFrame(XrSession session, const XrFrameWaitInfo* info, XrFrameState* state) {
  frames.Close();
  frames.process = Seconds(CLOCK_PROCESS_CPUTIME_ID);
  const XrResult result = next_wait(session, info, state);
  if (XR_SUCCEEDED(result)) frames.Open(*state);
  return result;
}

PFN_xrEndFrame next_end = nullptr;
XrResult XRAPI_CALL EndFrame(XrSession session, const XrFrameEndInfo* info) {
  const double begun = Seconds(CLOCK_THREAD_CPUTIME_ID);
  const XrResult result = next_end(session, info);
  frames.runtime += Seconds(CLOCK_THREAD_CPUTIME_ID) - begun;
  frames.drawn = info->layerCount > 0;
  return result;
}

PFN_xrVoidFunction WrapperOf(std::size_t index) {
  switch (index) {
    case 0:
      return Wrap<0>(PFN_xrPollEvent{});
    case 1:
      return Wrap<1>(PFN_xrSyncActions{});
    case 2:
      return Wrap<2>(PFN_xrLocateSpace{});
    case 3:
      return Wrap<3>(PFN_xrLocateViews{});
    case 4:
      return Wrap<4>(PFN_xrBeginFrame{});
    case 5:
      return Wrap<5>(PFN_xrAcquireSwapchainImage{});
    case 6:
      return Wrap<6>(PFN_xrWaitSwapchainImage{});
    case 7:
      return Wrap<7>(PFN_xrReleaseSwapchainImage{});
    case 8:
      return Wrap<8>(PFN_xrGetActionStatePose{});
    case 9:
      return Wrap<9>(PFN_xrGetActionStateBoolean{});
    case 10:
      return Wrap<10>(PFN_xrGetActionStateFloat{});
    case 11:
      return Wrap<11>(PFN_xrLocateHandJointsEXT{});
    default:
      return nullptr;
  }
}

XrResult XRAPI_CALL Find(XrInstance instance, const char* name, PFN_xrVoidFunction* function) {
  const XrResult result = find_next(instance, name, function);
  if (XR_FAILED(result)) return result;
  const std::string_view wanted = name;
  if (wanted == "xrGetInstanceProcAddr") {
    *function = reinterpret_cast<PFN_xrVoidFunction>(&Find);
  } else if (wanted == "xrWaitFrame") {
    next_wait = As<PFN_xrWaitFrame>(*function);
    *function = reinterpret_cast<PFN_xrVoidFunction>(&WaitFrame);
  } else if (wanted == "xrEndFrame") {
    next_end = As<PFN_xrEndFrame>(*function);
    *function = reinterpret_cast<PFN_xrVoidFunction>(&EndFrame);
  }
  for (std::size_t i = 0; i < kTimed.size(); ++i) {
    if (wanted != kTimed[i]) continue;
    next_timed[i] = *function;
    *function = WrapperOf(i);
  }
  return result;
}

XrResult XRAPI_CALL Create(const XrInstanceCreateInfo* info, const CreateInfo* layers,
                           XrInstance* instance) {
  CreateInfo after = *layers;
  after.next = layers->next->next;
  find_next = layers->next->find;
  if (!frames.file) {
    if (const char* path = std::getenv("MAPLEBRIDGE_FRAMES")) frames.file = std::fopen(path, "ae");
  }
  frames.open = false;
  frames.time = 0;
  return layers->next->create(info, &after, instance);
}

}  // namespace

extern "C" __attribute__((visibility("default"))) XrResult XRAPI_CALL
xrNegotiateLoaderApiLayerInterface(const LoaderInfo*, const char*, LayerRequest* request) {
  request->interface_version = 1;
  request->api = XR_MAKE_VERSION(1, 0, 0);
  request->find = Find;
  request->create = Create;
  return XR_SUCCESS;
}
