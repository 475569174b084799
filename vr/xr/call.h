// SPDX-License-Identifier: MIT
#pragma once

#include <openxr/openxr.h>

#include <cstdint>
#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace vr::xr {

/// A call that the runtime refused.
struct Fault {
  XrResult result = XR_SUCCESS;
  const char* call = "";  ///< Name of the function.
};
template <typename T>
using Expected = tl::expected<T, Fault>;

/// What is gone after a call, from little to much. A later one holds the earlier ones.
enum class Loss {
  kNone,
  kFrame,    ///< This frame, or a thing asked for in it; the next may be well.
  kSession,  ///< Make a new session.
  kInstance  ///< The runtime is gone: make a new instance.
};
/// XR_SESSION_LOSS_PENDING counts as kSession although the call itself succeeded.
[[nodiscard]] Loss LossOf(XrResult result);

/// "XR_ERROR_SESSION_LOST"; without an instance, so that it also tells why there is none.
[[nodiscard]] std::string NameOf(XrResult result);
[[nodiscard]] inline std::string Describe(const Fault& fault) {
  return std::string(fault.call) + ": " + NameOf(fault.result);
}

/// A structure with its type set and all else zero.
template <typename T>
[[nodiscard]] T Typed(XrStructureType type) {
  T value{};
  value.type = type;
  return value;
}

/// Owns a handle, and destroys it with the function of its kind.
template <typename Handle, XrResult (*Destroy)(Handle)>
class Owned {
 public:
  Owned() = default;
  explicit Owned(Handle handle) : handle_(handle) {}
  Owned(Owned&& other) noexcept : handle_(std::exchange(other.handle_, Handle{XR_NULL_HANDLE})) {}
  Owned& operator=(Owned&& other) noexcept {
    std::swap(handle_, other.handle_);
    return *this;
  }
  ~Owned() {
    if (handle_ != XR_NULL_HANDLE) Destroy(handle_);  // a lost one too: it must be destroyed
  }
  [[nodiscard]] Handle Get() const { return handle_; }
  explicit operator bool() const { return handle_ != XR_NULL_HANDLE; }

 private:
  Handle handle_ = XR_NULL_HANDLE;
};

using OwnedInstance = Owned<XrInstance, xrDestroyInstance>;
using OwnedSession = Owned<XrSession, xrDestroySession>;
using OwnedSpace = Owned<XrSpace, xrDestroySpace>;
using OwnedActionSet = Owned<XrActionSet, xrDestroyActionSet>;
using OwnedSwapchain = Owned<XrSwapchain, xrDestroySwapchain>;

/// A function of an extension; null when the runtime has it not.
template <typename Function>
[[nodiscard]] Function FunctionOf(XrInstance instance, const char* name) {
  PFN_xrVoidFunction found = nullptr;
  if (XR_FAILED(xrGetInstanceProcAddr(instance, name, &found))) return nullptr;
  return reinterpret_cast<Function>(found);
}

/// The two-call idiom: how many, then all of them. `call(capacity, count, out)`; whatever can
/// change between the two calls is asked again.
template <typename T, typename Call>
[[nodiscard]] XrResult Enumerate(std::vector<T>& out, const T& empty, Call call) {
  for (int tries = 0; tries < 3; ++tries) {
    std::uint32_t count = 0;
    if (const XrResult result = call(0U, &count, static_cast<T*>(nullptr)); XR_FAILED(result)) {
      return result;
    }
    out.assign(count, empty);
    if (count == 0) return XR_SUCCESS;
    const XrResult result = call(count, &count, out.data());
    if (result == XR_ERROR_SIZE_INSUFFICIENT) continue;
    if (XR_SUCCEEDED(result)) out.resize(count);
    return result;
  }
  return XR_ERROR_SIZE_INSUFFICIENT;
}

}  // namespace vr::xr
