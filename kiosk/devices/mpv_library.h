// SPDX-License-Identifier: MIT
#pragma once

#include <mpv/client.h>
#include <mpv/render_gl.h>
#include <mpv/stream_cb.h>

#include "content/result.h"

namespace kiosk {

/// The functions of libmpv that the player calls. The library is opened when the first film is,
/// because linking it costs every start tens of megabytes and milliseconds, and a kiosk without
/// films need not have it. Once open it stays open until the program ends.
struct MpvLibrary {
  decltype(&mpv_create) create = nullptr;
  decltype(&mpv_initialize) initialize = nullptr;
  decltype(&mpv_terminate_destroy) terminate_destroy = nullptr;
  decltype(&mpv_set_option_string) set_option_string = nullptr;
  decltype(&mpv_set_property_async) set_property_async = nullptr;
  decltype(&mpv_get_property) get_property = nullptr;
  decltype(&mpv_observe_property) observe_property = nullptr;
  decltype(&mpv_command_async) command_async = nullptr;
  decltype(&mpv_request_log_messages) request_log_messages = nullptr;
  decltype(&mpv_set_wakeup_callback) set_wakeup_callback = nullptr;
  decltype(&mpv_wait_event) wait_event = nullptr;
  decltype(&mpv_error_string) error_string = nullptr;
  decltype(&mpv_stream_cb_add_ro) stream_cb_add_ro = nullptr;
  decltype(&mpv_render_context_create) render_context_create = nullptr;
  decltype(&mpv_render_context_set_update_callback) render_context_set_update_callback = nullptr;
  decltype(&mpv_render_context_update) render_context_update = nullptr;
  decltype(&mpv_render_context_render) render_context_render = nullptr;
  decltype(&mpv_render_context_free) render_context_free = nullptr;

  /// Errors: video.no-library (libmpv.so.2 is not installed), video.old-library (it lacks a
  /// function).
  [[nodiscard]] static content::Result<MpvLibrary> Load();
};

}  // namespace kiosk
