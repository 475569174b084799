// SPDX-License-Identifier: MIT
#include "kiosk/devices/mpv_library.h"

#include <dlfcn.h>

namespace kiosk {
namespace {

constexpr const char* kName = "libmpv.so.2";  // the same in Debian 12 and 13

/// False when the library has no such function.
template <typename Function>
bool Find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(dlsym(library, name));
  return function != nullptr;
}

}  // namespace

content::Result<MpvLibrary> MpvLibrary::Load() {
  // NODELETE: its threads' destructors may still run when the program ends.
  void* library = dlopen(kName, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
  if (library == nullptr) {
    const char* why = dlerror();
    return tl::unexpected(content::Error{
        "video.no-library",
        {"影片播放程序（libmpv2）没有安装。", "The film player (libmpv2) is missing."},
        why != nullptr ? why : kName,
        {"请装上Debian软件包libmpv2。", "Install the Debian package libmpv2."}});
  }
  MpvLibrary mpv;
  const bool whole = Find(library, "mpv_create", mpv.create) &&
                     Find(library, "mpv_initialize", mpv.initialize) &&
                     Find(library, "mpv_terminate_destroy", mpv.terminate_destroy) &&
                     Find(library, "mpv_set_option_string", mpv.set_option_string) &&
                     Find(library, "mpv_set_property_async", mpv.set_property_async) &&
                     Find(library, "mpv_get_property", mpv.get_property) &&
                     Find(library, "mpv_observe_property", mpv.observe_property) &&
                     Find(library, "mpv_command_async", mpv.command_async) &&
                     Find(library, "mpv_request_log_messages", mpv.request_log_messages) &&
                     Find(library, "mpv_set_wakeup_callback", mpv.set_wakeup_callback) &&
                     Find(library, "mpv_wait_event", mpv.wait_event) &&
                     Find(library, "mpv_error_string", mpv.error_string) &&
                     Find(library, "mpv_stream_cb_add_ro", mpv.stream_cb_add_ro) &&
                     Find(library, "mpv_render_context_create", mpv.render_context_create) &&
                     Find(library, "mpv_render_context_set_update_callback",
                          mpv.render_context_set_update_callback) &&
                     Find(library, "mpv_render_context_update", mpv.render_context_update) &&
                     Find(library, "mpv_render_context_render", mpv.render_context_render) &&
                     Find(library, "mpv_render_context_free", mpv.render_context_free);
  dlclose(library);  // NODELETE keeps it mapped
  if (!whole) {
    return tl::unexpected(content::Error{
        "video.old-library",
        {"影片播放程序（libmpv2）缺少需要的功能。", "The film player (libmpv2) lacks a function."},
        kName,
        {"请装上Debian 12或更新版本的libmpv2。", "Install libmpv2 of Debian 12 or newer."}});
  }
  return mpv;
}

}  // namespace kiosk
