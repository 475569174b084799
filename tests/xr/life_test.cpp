// SPDX-License-Identifier: MIT
//
// The headset through all that a runtime may do to it, on a runtime of the tests' own.
#include <unistd.h>

#include "tests/vr/approx.h"
#include "tests/xr/held_headset.h"
#include "vr/xr/check.h"

using vr::xr::Reason;

namespace {

/// Calls that end no object, of which each is made to fail in turn.
std::vector<std::string> CallsThatCanFail(const fake::Runtime& fake) {
  std::vector<std::string> calls;
  for (const std::string& call : fake.called) {
    if (call.find("Destroy") == std::string::npos) calls.push_back(call);
  }
  return calls;
}

/// Made once a frame, as against while a session is being made.
bool IsFrameCall(const std::string& call) {
  static const std::set<std::string> calls = {"xrPollEvent",          "xrWaitFrame",
                                              "xrSyncActions",        "xrLocateSpace",
                                              "xrLocateViews",        "xrGetActionStatePose",
                                              "xrBeginFrame",         "xrAcquireSwapchainImage",
                                              "xrWaitSwapchainImage", "xrReleaseSwapchainImage",
                                              "xrEndFrame",           "xrGetActionStateBoolean",
                                              "xrLocateHandJointsEXT"};
  return calls.contains(call);
}

/// Makes a call fail once and says whether frames flow again within five seconds.
bool SurvivesFailure(Held& held, const std::string& call, XrResult result) {
  fake::Runtime& fake = *held.fake;
  fake.failed = false;
  fake.fail_call = call;
  fake.fail_result = result;
  fake.fail_after = 1;
  // One hand bare, so that both ways to read a hand are gone.
  fake.controllers = {true, false};
  fake.bare_hands = {false, true};
  if (call == "xrEndSession") {
    fake.ChangeState(XR_SESSION_STATE_STOPPING);
  } else if (!IsFrameCall(call)) {
    fake.LoseInstanceSoon(fake.last_time);  // everything is made anew
  }
  return held.Until([&] { return fake.failed; }) && held.Flows();
}

void CheckEveryCall(XrResult result) {
  Held held;
  held.fake->bare_hands = {false, true};
  held.fake->controllers = {true, false};
  REQUIRE(held.Flows());
  held.fake->ChangeState(XR_SESSION_STATE_STOPPING);
  REQUIRE(held.Until([&] { return held.fake->called.contains("xrEndSession"); }));
  REQUIRE(held.Flows());
  const auto calls = CallsThatCanFail(*held.fake);
  CHECK(calls.size() > 30);
  for (const std::string& call : calls) {
    INFO(call);
    CHECK(SurvivesFailure(held, call, result));
  }
}

}  // namespace

TEST_CASE("frames flow, with depth, text and the lens's mask, and end with the time they began") {
  Held held;
  REQUIRE(held.Flows(5));
  CHECK(held.fake->depths == 2);
  CHECK(held.fake->quads == 1);
  CHECK(held.drawn_texts == 1);  // it has not changed since
  CHECK(held.eye.depth != 0);
  REQUIRE(held.eye.hidden);
  CHECK(held.eye.hidden->indices.size() == 3);
  CHECK(held.input.focused);
  CHECK(held.input.worn);
  CHECK(held.input.head_tracked);
  CHECK(held.input.head.position.y == Approx(1.2F));
  CHECK(held.input.hands[0].tracked);
  CHECK(held.input.gaze.has_value());
  CHECK(held.Status().system == "Fake Quest");
  CHECK(held.Status().worn_known);
  held.picture.text_changed = true;
  REQUIRE(held.Flows(1));
  CHECK(held.drawn_texts == 2);
}

TEST_CASE("a slow machine draws fewer pixels of each eye, and says to the runtime how many") {
  Held held;
  REQUIRE(held.Flows());
  const int all = held.eye.width;
  CHECK(held.fake->scene_width == all);
  held.picture.share = 0.5F;
  REQUIRE(held.Flows(1));
  CHECK(held.eye.width == all / 2);
  CHECK(held.fake->scene_width == all / 2);
  CHECK(held.fake->depths == 2);
}

TEST_CASE("a session lost in any call comes back") { CheckEveryCall(XR_ERROR_SESSION_LOST); }
TEST_CASE("an instance lost in any call comes back") { CheckEveryCall(XR_ERROR_INSTANCE_LOST); }
TEST_CASE("a runtime that fails in any call is tried again") {
  CheckEveryCall(XR_ERROR_RUNTIME_FAILURE);
}
TEST_CASE("a loss that any call announces is taken at its word") {
  CheckEveryCall(XR_SESSION_LOSS_PENDING);
}
TEST_CASE("a call refused for any other reason costs a frame at most") {
  Held held;
  REQUIRE(held.Flows());
  const int sessions = held.fake->sessions_made;
  for (const std::string& call : CallsThatCanFail(*held.fake)) {
    if (!IsFrameCall(call)) continue;
    INFO(call);
    CHECK(SurvivesFailure(held, call, XR_ERROR_VALIDATION_FAILURE));
  }
  CHECK(held.fake->sessions_made == sessions);
}

TEST_CASE("a runtime that cannot tell where things are costs no session") {
  Held held;
  REQUIRE(held.Flows());
  held.fake->fail_result = XR_ERROR_RUNTIME_FAILURE;
  for (int turn = 0; turn < 60; ++turn) {
    held.fake->fail_call = "xrLocateViews";
    held.Turn();
    CHECK(held.flowed);
    CHECK_FALSE(held.input.head_tracked);
  }
  held.fake->fail_call.clear();
  REQUIRE(held.Flows());
  CHECK(held.input.head_tracked);
  CHECK(held.Status().sessions == 1);
}

TEST_CASE("sessions that are lost as soon as they begin are not begun over and over") {
  Held held;
  REQUIRE(held.Flows());
  held.fake->fail_result = XR_ERROR_RUNTIME_FAILURE;
  for (int turn = 0; turn < 100; ++turn) {  // two seconds
    held.fake->fail_call = "xrWaitFrame";
    held.Turn();
  }
  CHECK(held.Status().sessions > 4);
  CHECK(held.Status().sessions < 12);
  held.fake->fail_call.clear();
  CHECK(held.Flows());
}

TEST_CASE("a frame that the runtime throws away loses nothing") {
  Held held;
  REQUIRE(held.Flows());
  held.fake->fail_call = "xrBeginFrame";
  held.fake->fail_result = XR_FRAME_DISCARDED;
  REQUIRE(held.Flows());
  CHECK(held.fake->failed);
  CHECK(held.Status().counts.discarded == 1);
  CHECK(held.Status().sessions == 1);
}

TEST_CASE("an image that does not come in time is waited for again in the next frame") {
  Held held;
  REQUIRE(held.Flows());
  held.fake->fail_call = "xrWaitSwapchainImage";
  held.fake->fail_result = XR_TIMEOUT_EXPIRED;
  REQUIRE(held.Flows());
  CHECK(held.fake->failed);
  CHECK(held.Status().sessions == 1);
}

TEST_CASE("a session that the runtime ends is made anew") {
  Held held;
  REQUIRE(held.Flows());
  held.fake->ChangeState(XR_SESSION_STATE_LOSS_PENDING);
  CHECK(held.Flows());
  CHECK(held.Status().sessions == 2);
}

TEST_CASE("who leaves by the headset's own menu is left alone for five seconds") {
  Held held;
  REQUIRE(held.Flows());
  held.fake->ChangeState(XR_SESSION_STATE_EXITING);
  CHECK_FALSE(held.Until([&] { return held.flowed; }, 4s));
  CHECK(held.Flows());
}

TEST_CASE("an instance about to be lost is not made anew before its time") {
  Held held;
  REQUIRE(held.Flows());
  held.fake->LoseInstanceSoon(held.fake->last_time + 2'000'000'000);
  CHECK_FALSE(held.Until([&] { return held.flowed; }, 1900ms));
  CHECK(held.Flows());
}

TEST_CASE("it tells which of the four is missing, and finds it when it comes") {
  Held held;
  SECTION("no runtime") {
    held.fake->installed = false;
    held.Until([] { return false; }, 2s);
    CHECK(held.Status().missing == Reason::kNoRuntime);
    held.fake->installed = true;
  }
  SECTION("a runtime, but no headset") {
    held.fake->has_headset = false;
    held.Until([] { return false; }, 2s);
    CHECK(held.Status().missing == Reason::kNoHeadset);
    CHECK(held.Status().runtime == "Fake 1.2.3");
    held.fake->has_headset = true;
  }
  SECTION("a headset that sleeps") {
    held.fake->awake = false;
    held.Until([] { return false; }, 4s);
    CHECK(held.Status().missing == Reason::kAsleep);
    CHECK(held.Status().system == "Fake Quest");
    held.fake->ChangeState(XR_SESSION_STATE_READY);
  }
  SECTION("a variable that points nowhere") {
    setenv("XR_RUNTIME_JSON", "/nowhere/runtime.json", 1);
    held.Until([] { return false; }, 2s);
    CHECK(held.Status().missing == Reason::kWrongVariable);
    CHECK(held.Status().where.find("/nowhere/runtime.json") != std::string::npos);
    setenv("XR_RUNTIME_JSON", held.file.c_str(), 1);
  }
  CHECK(held.Flows());
  CHECK_FALSE(held.Status().missing.has_value());
}

TEST_CASE("a wrong runtime file is told apart: not there, no runtime's, its library gone") {
  const auto file = std::filesystem::temp_directory_path() /
                    ("maplebridge-wrong-" + std::to_string(static_cast<long>(getpid())));
  const auto wrong = [&](const std::string& text) {
    std::ofstream(file) << text;
    const auto found = vr::xr::FindWrongVariable(file.c_str());
    return found ? found->wrong.en : "";
  };
  CHECK_FALSE(vr::xr::FindWrongVariable(nullptr));
  CHECK_FALSE(vr::xr::FindWrongVariable(""));
  CHECK(vr::xr::FindWrongVariable("/nowhere")->wrong.en.find("no such file") == 0);
  CHECK(vr::xr::FindWrongVariable("/tmp")->wrong.en.find("no such file") == 0);
  CHECK(wrong("hello").find("not a file that names") == 0);
  CHECK(wrong(R"({"runtime":{"library_path":7}})").find("not a file that names") == 0);
  CHECK(wrong(R"({"runtime":{"library_path":"./gone.so"}})").find("the runtime's library") == 0);
  CHECK(wrong(R"({"runtime":{"library_path":")" FAKE_RUNTIME R"("}})").empty());
  CHECK(wrong(R"({"runtime":{"library_path":"libsomewhere.so"}})").empty());
  std::filesystem::remove(file);
}

TEST_CASE("the check tells runtime, headset, controllers and what is missing, in both languages") {
  Held held;
  const auto chinese = vr::xr::CheckHeadset(content::Language::kChinese);
  CHECK(chinese.usable);
  CHECK(chinese.text.find("头显：Fake Quest") != std::string::npos);
  CHECK(chinese.text.find("pico4_controller") != std::string::npos);
  held.fake->has_headset = false;
  const auto english = vr::xr::CheckHeadset(content::Language::kEnglish);
  CHECK_FALSE(english.usable);
  CHECK(english.text.find("headset.none") != std::string::npos);
  setenv("XR_RUNTIME_JSON", "/nowhere/runtime.json", 1);
  CHECK(vr::xr::CheckHeadset(content::Language::kEnglish).text.find("headset.wrong-variable") !=
        std::string::npos);
}

TEST_CASE("a headset taken off is told, and goes on when it is put on again") {
  Held held;
  REQUIRE(held.Flows());
  SECTION("by the runtime's own sensor, without a change of state") {
    held.fake->TellPresence(false);
    REQUIRE(held.Until([&] { return !held.input.worn; }, 100ms));
    held.fake->TellPresence(true);
  }
  SECTION("by a session that is shown no more") {
    held.fake->ChangeState(XR_SESSION_STATE_SYNCHRONIZED);
    REQUIRE(held.Until([&] { return !held.input.worn && !held.input.focused; }, 100ms));
    held.fake->ChangeState(XR_SESSION_STATE_VISIBLE);
    held.fake->ChangeState(XR_SESSION_STATE_FOCUSED);
  }
  SECTION("by a session that stops") {
    held.fake->awake = false;
    held.fake->ChangeState(XR_SESSION_STATE_STOPPING);
    REQUIRE(held.Until([&] { return !held.headset->IsRunning() && !held.Status().worn; }, 100ms));
    held.fake->awake = true;
    held.fake->ChangeState(XR_SESSION_STATE_READY);
  }
  CHECK(held.Until([&] { return held.flowed && held.input.worn && held.input.focused; }));
  CHECK(held.Status().sessions == 1);
}

TEST_CASE("without focus there is a picture and there are no hands") {
  Held held;
  REQUIRE(held.Flows());
  held.fake->ChangeState(XR_SESSION_STATE_VISIBLE);
  REQUIRE(held.Flows());
  CHECK_FALSE(held.input.focused);
  CHECK(held.input.worn);
  CHECK_FALSE(held.input.hands[0].tracked);
  CHECK_FALSE(held.input.gaze.has_value());
}

TEST_CASE("a runtime that wants no picture gets none, and its frames end all the same") {
  Held held;
  REQUIRE(held.Flows());
  held.fake->should_render = false;
  const int layered = held.fake->layered, frames = held.fake->frames;
  const int eyes = held.drawn_eyes;
  CHECK(held.Until([&] { return held.fake->frames >= frames + 5; }));
  CHECK(held.fake->layered == layered);
  CHECK(held.drawn_eyes == eyes);
}

TEST_CASE("a head that is not seen keeps its last place and says so") {
  Held held;
  REQUIRE(held.Flows());
  held.fake->head_tracked = false;
  held.fake->head.position.y = 99;
  REQUIRE(held.Flows());
  CHECK_FALSE(held.input.head_tracked);
  CHECK(held.input.head.position.y == Approx(1.2F));
  held.fake->head_tracked = true;
  held.fake->head.orientation = {0, 0, 0, 0};  // a runtime's nonsense is no pose either
  REQUIRE(held.Flows());
  CHECK_FALSE(held.input.head_tracked);
}

TEST_CASE("a controller that vanishes is gone, and a bare hand takes its place") {
  Held held;
  held.fake->select = true;
  REQUIRE(held.Flows());
  CHECK(held.input.hands[1].select);
  held.fake->controllers = {false, false};
  REQUIRE(held.Flows());
  CHECK_FALSE(held.input.hands[0].tracked);
  CHECK_FALSE(held.input.hands[1].select);
  held.fake->bare_hands = {false, true};
  REQUIRE(held.Flows());
  CHECK_FALSE(held.input.hands[0].tracked);
  CHECK(held.input.hands[1].tracked);
  CHECK_FALSE(held.input.hands[1].select);
  held.fake->pinch = true;
  REQUIRE(held.Flows());
  CHECK(held.input.hands[1].select);
}

TEST_CASE("the runtime's own recentering is told when it takes place, for our space alone") {
  Held held;
  REQUIRE(held.Flows());
  held.fake->MoveSpace(XR_REFERENCE_SPACE_TYPE_STAGE, held.fake->last_time);
  CHECK_FALSE(held.Until([&] { return held.recentered; }, 500ms));
  const XrTime at = held.fake->last_time + 100'000'000;
  held.fake->MoveSpace(vr::xr::kLocalFloor, at);
  REQUIRE(held.Until([&] { return held.recentered; }, 1s));
  CHECK(held.fake->last_time >= at);
  CHECK(held.fake->last_time < at + 20'000'000);
  CHECK_FALSE(held.Until([&] { return held.recentered; }, 500ms));
}

TEST_CASE("an old runtime with nothing but the core shows the scene") {
  Held held;
  held.fake->has_1_1 = false;
  held.fake->extensions = {"XR_KHR_opengl_enable", "XR_MNDX_egl_enable"};
  held.fake->max_layers = 1;
  held.fake->refused_profiles = {"/interaction_profiles/oculus/touch_controller"};
  SECTION("with a stage") {
    held.fake->spaces = {XR_REFERENCE_SPACE_TYPE_VIEW, XR_REFERENCE_SPACE_TYPE_LOCAL,
                         XR_REFERENCE_SPACE_TYPE_STAGE};
    REQUIRE(held.Flows());
    CHECK(held.headset->Current()->BaseType() == XR_REFERENCE_SPACE_TYPE_STAGE);
  }
  SECTION("without one") {
    held.fake->spaces = {XR_REFERENCE_SPACE_TYPE_VIEW, XR_REFERENCE_SPACE_TYPE_LOCAL};
    REQUIRE(held.Flows());
    CHECK(held.headset->Current()->BaseType() == XR_REFERENCE_SPACE_TYPE_LOCAL);
  }
  CHECK(held.fake->depths == 0);
  CHECK(held.fake->quads == 0);
  REQUIRE(held.headset->Current());
  CHECK_FALSE(held.headset->Current()->HasText());
  CHECK_FALSE(held.Status().worn_known);
}

TEST_CASE("a runtime that takes no OpenGL is told to be unusable") {
  Held held;
  held.fake->extensions = {"XR_KHR_vulkan_enable2"};
  held.Until([] { return false; }, 1s);
  CHECK(held.Status().missing == Reason::kUnusable);
  CHECK(held.Status().where == "XR_KHR_opengl_enable: XR_ERROR_EXTENSION_NOT_PRESENT");
}
