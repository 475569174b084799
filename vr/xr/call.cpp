// SPDX-License-Identifier: MIT
#include "vr/xr/call.h"

#include <openxr/openxr_reflection.h>

namespace vr::xr {

Loss LossOf(XrResult result) {
  switch (result) {
    case XR_SESSION_LOSS_PENDING:
    case XR_ERROR_SESSION_LOST:
    case XR_ERROR_SESSION_NOT_RUNNING:
    // A runtime that fails inside may fail so for ever; a new session is cheap.
    case XR_ERROR_RUNTIME_FAILURE:
    case XR_ERROR_GRAPHICS_DEVICE_INVALID:
      return Loss::kSession;
    case XR_ERROR_INSTANCE_LOST:
    case XR_ERROR_RUNTIME_UNAVAILABLE:
    case XR_ERROR_HANDLE_INVALID:
      return Loss::kInstance;
    default:
      return XR_FAILED(result) ? Loss::kFrame : Loss::kNone;
  }
}

std::string NameOf(XrResult result) {
  switch (result) {
#define MAPLEBRIDGE_NAME(name, value) \
  case name:                          \
    return #name;
    XR_LIST_ENUM_XrResult(MAPLEBRIDGE_NAME)
#undef MAPLEBRIDGE_NAME
            default : return "XrResult " +
                      std::to_string(static_cast<int>(result));
  }
}

}  // namespace vr::xr
