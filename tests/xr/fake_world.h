// SPDX-License-Identifier: MIT
// What the calls of the fake runtime share; fake_instance.cpp and fake_session.cpp hold them.
#pragma once

#include <epoxy/gl.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "tests/xr/fake_runtime.h"
#include "vr/xr/extensions.h"

#define XR_USE_GRAPHICS_API_OPENGL
#include <openxr/openxr_platform.h>

namespace fake {

struct Swapchain {
  std::array<GLuint, 3> textures{};
  int width = 0, height = 0;
  std::uint32_t next = 0;
  bool acquired = false, waited = false, released_once = false;
};

struct Session {
  bool lost = false, begun = false;
  bool waited = false, open = false;  ///< A frame.
  bool rendered = false;              ///< shouldRender of that frame.
  XrTime time = 0;
  XrSessionState state = XR_SESSION_STATE_UNKNOWN;
  bool attached = false;
};

struct Instance {
  bool lost = false;
  bool asked_requirements = false;
  std::unique_ptr<Session> session;
};

/// All there is of it, in one place.
struct World final : fake::Runtime {
  std::unique_ptr<Instance> instance;
  std::map<std::string, XrPath> paths;
  XrTime clock = 1'000'000'000;

  void Wrong(const std::string& what) { wrong.push_back(what); }

  template <typename Event>
  void Push(const Event& event) {
    XrEventDataBuffer buffer{};
    static_assert(sizeof(event) <= sizeof(buffer));
    std::memcpy(&buffer, &event, sizeof event);
    events.push_back(buffer);
  }
  [[nodiscard]] XrSession Handle() const {
    return reinterpret_cast<XrSession>(instance ? instance->session.get() : nullptr);
  }
  void ChangeState(XrSessionState state) override {
    if (!instance || !instance->session) return;
    instance->session->state = state;
    XrEventDataSessionStateChanged event{};
    event.type = XR_TYPE_EVENT_DATA_SESSION_STATE_CHANGED;
    event.session = Handle();
    event.state = state;
    event.time = clock;
    Push(event);
  }
  void MoveSpace(XrReferenceSpaceType type, XrTime at) override {
    XrEventDataReferenceSpaceChangePending event{};
    event.type = XR_TYPE_EVENT_DATA_REFERENCE_SPACE_CHANGE_PENDING;
    event.session = Handle();
    event.referenceSpaceType = type;
    event.changeTime = at;
    Push(event);
  }
  void TellPresence(bool present) override {
    vr::xr::UserPresenceChanged event{vr::xr::kTypeUserPresenceChanged, nullptr, Handle(),
                                      static_cast<XrBool32>(present)};
    Push(event);
  }
  void LoseInstanceSoon(XrTime at) override {
    XrEventDataInstanceLossPending event{};
    event.type = XR_TYPE_EVENT_DATA_INSTANCE_LOSS_PENDING;
    event.lossTime = at;
    Push(event);
  }
};

/// The world of the test that runs.
World& Here();

enum class Needs { kNothing, kInstance, kSession };

/// What every call does first: is it there at all, does a test want it to fail?
XrResult Gate(const char* call, Needs needs);

// Positive results are told at the end of a call that does its work all the same.
#define GATE(call, needs)                         \
  const XrResult gate = Gate(call, Needs::needs); \
  if (XR_FAILED(gate)) return gate

template <typename T>
XrResult Fill(const std::vector<T>& all, std::uint32_t capacity, std::uint32_t* count, T* out) {
  *count = static_cast<std::uint32_t>(all.size());
  if (capacity == 0) return XR_SUCCESS;
  if (capacity < all.size()) return XR_ERROR_SIZE_INSUFFICIENT;
  std::copy(all.begin(), all.end(), out);
  return XR_SUCCESS;
}

/// A call by the name that programs ask for.
struct Entry {
  const char* name;
  PFN_xrVoidFunction function;
};

template <typename Function>
Entry Make(const char* name, Function function) {
  return {name, reinterpret_cast<PFN_xrVoidFunction>(function)};
}

std::span<const Entry> InstanceCalls();
std::span<const Entry> SessionCalls();

}  // namespace fake
