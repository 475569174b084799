// SPDX-License-Identifier: MIT
// Watches an X display from outside, so that every program is measured by the same eye.
//   screen-watch still SECONDS    prints how often something was painted in that time
//   screen-watch taps             reads "X Y" lines; presses there, lets go when nothing has been
//                                 painted for 150 ms, prints the milliseconds from letting go to
//                                 the first paint, or "none"
#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <X11/extensions/Xdamage.h>
#include <poll.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <thread>

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

class Eye {
 public:
  explicit Eye(Display* display) : display_(display) {
    int error = 0;
    if (XDamageQueryExtension(display, &first_event_, &error) == 0) std::exit(2);
    damage_ = XDamageCreate(display, DefaultRootWindow(display), XDamageReportRawRectangles);
    XSync(display, False);
  }

  /// Waits for a paint until `end`; false when none came.
  bool WaitPaint(Clock::time_point end) {
    for (;;) {
      while (XPending(display_) > 0) {
        XEvent event;
        XNextEvent(display_, &event);
        if (event.type == first_event_ + XDamageNotify) return true;
      }
      const auto left = std::chrono::duration_cast<milliseconds>(end - Clock::now()).count();
      if (left <= 0) return false;
      pollfd fd{ConnectionNumber(display_), POLLIN, 0};
      poll(&fd, 1, static_cast<int>(left));
    }
  }

  void Forget() {
    while (WaitPaint(Clock::now())) {
    }
  }

 private:
  Display* display_;
  Damage damage_ = 0;
  int first_event_ = 0;
};

int WatchStill(Eye& eye, double seconds) {
  std::this_thread::sleep_for(milliseconds(100));
  eye.Forget();  // the first look is told as a paint
  const auto end = Clock::now() + std::chrono::duration_cast<Clock::duration>(
                                      std::chrono::duration<double>(seconds));
  int paints = 0;
  while (eye.WaitPaint(end)) ++paints;
  std::printf("%d\n", paints);
  return 0;
}

int TapAsTold(Display* display, Eye& eye) {
  std::this_thread::sleep_for(milliseconds(100));
  int x = 0, y = 0;
  while (std::scanf("%d %d", &x, &y) == 2) {
    XTestFakeMotionEvent(display, -1, x, y, CurrentTime);
    XSync(display, False);
    std::this_thread::sleep_for(milliseconds(250));  // what hovering paints is over
    XTestFakeButtonEvent(display, 1, True, CurrentTime);
    XSync(display, False);
    // What pressing paints, however late, must not be taken for the answer.
    const auto patience = Clock::now() + milliseconds(2000);
    while (Clock::now() < patience && eye.WaitPaint(Clock::now() + milliseconds(150))) {
    }
    const auto begun = Clock::now();
    XTestFakeButtonEvent(display, 1, False, CurrentTime);
    XFlush(display);
    if (eye.WaitPaint(begun + milliseconds(700))) {
      const std::chrono::duration<double, std::milli> passed = Clock::now() - begun;
      std::printf("%.2f\n", passed.count());
    } else {
      std::puts("none");
    }
    std::fflush(stdout);
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  Display* display = XOpenDisplay(nullptr);
  if (display == nullptr || argc < 2) {
    std::fprintf(stderr, "screen-watch still SECONDS | taps, with DISPLAY set\n");
    return 2;
  }
  Eye eye(display);
  if (std::strcmp(argv[1], "still") == 0 && argc > 2) return WatchStill(eye, std::atof(argv[2]));
  return TapAsTold(display, eye);
}
