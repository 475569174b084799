// SPDX-License-Identifier: MIT
#include "vr/xr/headset.h"

#include <algorithm>
#include <cstdlib>

namespace vr::xr {
namespace {

FrameCounts Sum(const FrameCounts& a, const FrameCounts& b) {
  return {a.frames + b.frames, a.drawn + b.drawn, a.skipped + b.skipped, a.discarded + b.discarded};
}

}  // namespace

Headset::Headset() : graphics_(Graphics::OfCurrentContext()) {
  // The loader would complain on standard error each time that there is still no runtime.
  setenv("XR_LOADER_DEBUG", "none", /*overwrite=*/0);
}

Headset::~Headset() { Drop(Loss::kInstance, {}); }

void Headset::Poll(Clock::time_point now) {
  if (!session_ && now >= next_look_) Look(now);
  if (instance_) Drain(now);
  if (session_ && session_->Lost() >= Loss::kSession) {
    TellMissing(ReasonOf(session_->LastFault()), Describe(session_->LastFault()));
    Drop(session_->Lost(), now);
  }
  if (session_ && !session_->IsRunning() && now - began_ > kAwakeWithin) {
    TellMissing(Reason::kAsleep, status_.system);
  }
  Refresh();
}

void Headset::Look(Clock::time_point now) {
  const bool soon = lost_ != Clock::time_point{} && now - lost_ < kSoonFor;
  if (const auto made = MakeAll(); !made) {
    const Loss loss = LossOf(made.error().result);
    const auto wrong = instance_ ? std::nullopt : FindWrongVariable(std::getenv("XR_RUNTIME_JSON"));
    if (wrong) {
      TellMissing(Reason::kWrongVariable, wrong->file.string() + ": " + wrong->wrong.en);
    } else {
      TellMissing(ReasonOf(made.error()), Describe(made.error()));
    }
    // Without a headset the instance stays; a runtime may want a new one for a new headset, so it
    // is made anew now and then all the same.
    session_.reset();
    actions_.reset();
    system_.reset();
    if (loss >= Loss::kInstance || ++fruitless_ % 8 == 0) instance_.reset();
  } else {
    fruitless_ = 0;
    began_ = now;
    ++status_.sessions;
    status_.missing.reset();
    status_.where.clear();
  }
  next_look_ = now + (soon ? kLookSoon : kLookLater);
}

Expected<void> Headset::MakeAll() {
  if (!graphics_) return tl::unexpected(Fault{XR_ERROR_GRAPHICS_DEVICE_INVALID, "OpenGL"});
  if (!instance_) {
    auto made = MakeInstance(graphics_->IsEgl() ? Drawing::kEgl : Drawing::kGlx);
    if (!made) return tl::unexpected(made.error());
    instance_ = std::move(*made);
  }
  if (!system_) {
    auto found = FindSystem(*instance_);
    if (!found) return tl::unexpected(found.error());
    system_ = std::move(*found);
  }
  if (!actions_) {
    auto made = MakeActions(*instance_, *system_);
    if (!made) return tl::unexpected(made.error());
    actions_ = std::move(*made);
  }
  auto made = Session::Make(*instance_, *system_, *actions_, *graphics_);
  graphics_->MakeCurrent();
  if (!made) return tl::unexpected(made.error());
  session_ = std::move(*made);
  return {};
}

void Headset::Drain(Clock::time_point now) {
  for (int i = 0; i < 64; ++i) {  // a runtime that floods us with events must not hold us up
    auto event = Typed<XrEventDataBuffer>(XR_TYPE_EVENT_DATA_BUFFER);
    const XrResult result = xrPollEvent(instance_->handle.Get(), &event);
    if (result == XR_EVENT_UNAVAILABLE) return;
    if (XR_FAILED(result)) {
      const Fault fault{result, "xrPollEvent"};
      if (LossOf(result) >= Loss::kSession) {
        TellMissing(ReasonOf(fault), Describe(fault));
        Drop(std::max(LossOf(result), Loss::kInstance), now);
      }
      return;
    }
    if (event.type == XR_TYPE_EVENT_DATA_INSTANCE_LOSS_PENDING) {
      const auto& pending = reinterpret_cast<const XrEventDataInstanceLossPending&>(event);
      // The spec: not before lossTime. Our only clock of the runtime's is the last frame's.
      const std::int64_t left = display_ns_ == 0 ? 0 : pending.lossTime - display_ns_;
      TellMissing(Reason::kNoRuntime, "XrEventDataInstanceLossPending");
      Drop(Loss::kInstance, now);
      next_look_ = now + std::chrono::nanoseconds(
                             std::clamp<std::int64_t>(left, 0, std::int64_t{10'000'000'000}));
      return;
    }
    if (!session_) continue;
    session_->Take(event);
    if (session_->State() == XR_SESSION_STATE_EXITING) {
      TellMissing(Reason::kAsleep, "XR_SESSION_STATE_EXITING");
      Drop(Loss::kSession, now);
      next_look_ = now + kAfterExit;
      return;
    }
  }
}

void Headset::Drop(Loss loss, Clock::time_point now) {
  if (session_) {
    before_ = Sum(before_, session_->Counts());
    lost_ = now;
    // At once, but never over and over: one that was lost as soon as it was made may be lost again.
    next_look_ = now - began_ < kLookSoon ? now + kLookSoon : now;
  }
  session_.reset();
  if (graphics_) graphics_->MakeCurrent();
  system_.reset();  // it is asked for anew: another headset may have come
  if (loss < Loss::kInstance) return;
  actions_.reset();
  instance_.reset();
  display_ns_ = 0;
}

std::optional<Frame> Headset::Wait() {
  auto frame = session_->Wait();
  if (frame) {
    display_ns_ = frame->display_ns;
    status_.head_tracked = frame->input.head_tracked;
  }
  return frame;
}

void Headset::Show(const Frame& frame, const Picture& picture) {
  if (session_) session_->Show(frame, picture);
}

void Headset::TellMissing(Reason reason, std::string where) {
  status_.missing = reason;
  status_.where = std::move(where);
}

void Headset::Refresh() {
  status_.runtime = instance_ ? instance_->runtime : "";
  status_.system = system_ ? system_->name : "";
  status_.worn_known = system_ && system_->tells_presence;
  status_.worn = session_ && session_->IsWorn();
  status_.focused = session_ && session_->State() == XR_SESSION_STATE_FOCUSED;
  status_.counts = session_ ? Sum(before_, session_->Counts()) : before_;
  if (!IsRunning()) {
    status_.head_tracked = false;
  } else {
    status_.missing.reset();
    status_.where.clear();
  }
}

}  // namespace vr::xr
