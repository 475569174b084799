# SPDX-License-Identifier: MIT
"""Measures the kiosk and its peers in one run and prints a table. Start it with ./run."""

import argparse
import contextlib
import json
import os
import statistics
import subprocess
import sys
import time

import machine
from machine import percentile
from ours import Kiosk, Visitor
from peers import Chromium, play_with_mpv
from store import Store
from trainer import Trainer

PORTRAIT = (1080, 1920)
LANDSCAPE = (1920, 1080)
SETTLE_SECONDS = 3
FILM_SECONDS = 20
MANY_PACKS = 1000


class Bench:
    def __init__(self, arguments):
        self.build = os.path.abspath(arguments.build)
        self.scratch = arguments.scratch
        self.runs = arguments.runs
        self.taps = arguments.taps
        self.still_seconds = arguments.still
        self.rows = []
        self.few = os.path.join(self.scratch, "few")
        self.many = os.path.join(self.scratch, "many")
        self.film = os.path.join(self.scratch, "film.mp4")
        self.log = open(os.path.join(self.scratch, "programs.log"), "a")

    def tool(self, name):
        return os.path.join(self.build, "tests", "bench", name)

    def row(self, what, ours, peer, goal, unit):
        """`ours` and `peer` are numbers or None."""
        self.rows.append((what, ours, peer, goal, unit))
        print(f"  {what}: ours {show(ours)} {unit}, peer {show(peer)} {unit}", flush=True)

    # What is measured with.

    def prepare(self):
        """For what is measured on a display."""
        if not os.path.exists(self.film):
            print("making a film of 20 s, 1920 x 1080, 30 pictures a second ...", flush=True)
            subprocess.run(
                ["ffmpeg", "-v", "error", "-y", "-nostdin", "-f", "lavfi", "-i",
                 f"testsrc2=s=1920x1080:r=30:d={FILM_SECONDS},noise=alls=6:allf=t", "-f", "lavfi",
                 "-i", f"sine=440:d={FILM_SECONDS}", "-c:v", "libx264", "-preset", "veryfast",
                 "-crf", "26", "-pix_fmt", "yuv420p", "-c:a", "aac", self.film], check=True)
        poster = os.path.join(self.scratch, "film.png")
        subprocess.run(["ffmpeg", "-v", "error", "-y", "-nostdin", "-i", self.film, "-frames:v", "1",
                        "-vf", "scale=640:-1", poster], check=True)
        if not os.path.exists(self.few):
            subprocess.run([self.tool("make-packs"), self.few, "1", self.film, str(FILM_SECONDS),
                            poster], check=True)
        if not os.path.exists(self.many):
            print(f"installing {MANY_PACKS} packs ...", flush=True)
            subprocess.run([self.tool("make-packs"), self.many, str(MANY_PACKS)], check=True)

    def kiosk(self, display, packs=None, size=PORTRAIT, script=None):
        return Kiosk(self.build, display, packs or self.few, self.scratch, size, script, self.log)

    def chromium(self, display):
        return Chromium(display, self.scratch, PORTRAIT, self.log)

    # What is measured.

    def starts(self, display):
        """Start to the first screen that can be tapped, ours and theirs in turn; memory then."""
        ours, theirs, ours_mb, theirs_mb, ours_cpu, theirs_cpu = [], [], [], [], [], []
        for run in range(self.runs + 1):  # the first is to fill the caches and does not count
            for start, times, sizes, work in ((self.kiosk, ours, ours_mb, ours_cpu),
                                              (self.chromium, theirs, theirs_mb, theirs_cpu)):
                program = start(display)
                if run > 0:
                    work.append(1000 * program.program.cpu_seconds())
                    times.append(program.ready_ms)
                if run == self.runs:
                    time.sleep(SETTLE_SECONDS)
                    sizes.append(program.program.pss_mb())
                    count = len(program.program.pids())
                    print(f"  {type(program).__name__}: {count} processes", flush=True)
                program.stop()
        self.row("start to first screen that can be tapped, median", statistics.median(ours),
                 statistics.median(theirs), "<= 250", "ms")
        self.row("processor time of a start, median", statistics.median(ours_cpu),
                 statistics.median(theirs_cpu), "", "ms")
        self.row("start, slowest", max(ours), max(theirs), "", "ms")
        self.row("memory on the first screen (PSS)", ours_mb[0], theirs_mb[0], "", "MB")

    def touches(self, display):
        """Touch to picture, then memory and a still screen, on a question in both programs."""
        kiosk = self.kiosk(display)
        ours_ms, ours_none = self.tap_kiosk(kiosk, display)
        time.sleep(SETTLE_SECONDS)
        screen, _ = kiosk.places()
        ours_mb = kiosk.program.pss_mb()
        ours_still = self.watch_still(kiosk.program, display)
        kiosk.stop()
        chromium = self.chromium(display)
        theirs_ms, theirs_none = self.tap_chromium(chromium, display)
        time.sleep(SETTLE_SECONDS)
        theirs_mb = chromium.program.pss_mb()
        theirs_still = self.watch_still(chromium.program, display)
        chromium.stop()
        print(f"  taps that changed nothing: ours {ours_none}, peer {theirs_none}; "
              f"ours rested on the screen '{screen}'", flush=True)
        self.row("touch to picture, p50", percentile(ours_ms, 50), percentile(theirs_ms, 50), "", "ms")
        self.row("touch to picture, p95", percentile(ours_ms, 95), percentile(theirs_ms, 95), "<= 50",
                 "ms")
        inside = kiosk.measured().get("touch_ms", [])
        if inside:
            self.row("  the same, told by the kiosk itself, p95", percentile(inside, 95), None, "<= 50",
                     "ms")
        self.row("memory after the taps (PSS)", ours_mb, theirs_mb, "<= 120", "MB")
        self.row(f"still screen, {self.still_seconds} s: times painted", ours_still[0],
                 theirs_still[0], "0", "")
        self.row(f"still screen, {self.still_seconds} s: processor", ours_still[1], theirs_still[1],
                 "< 0.5", "% of a core")

    def tap_kiosk(self, kiosk, display):
        visitor = Visitor(seed=1)
        with Tapper(self.tool("screen-watch"), display) as tapper:
            for _ in range(self.taps):
                _, places = kiosk.places()
                place = visitor.choose(places) or (PORTRAIT[0] // 2, PORTRAIT[1] // 2)
                tapper.tap(place)
        return tapper.times, tapper.none

    def tap_chromium(self, chromium, display):
        with Tapper(self.tool("screen-watch"), display) as tapper:
            for i in range(self.taps):  # answer, next, answer, next: each changes the picture
                tapper.tap(chromium.places[4 if i % 2 else 1 + i // 2 % 3])
        return tapper.times, tapper.none

    def watch_still(self, program, display):
        before = program.cpu_seconds()
        painted = subprocess.run([self.tool("screen-watch"), "still", str(self.still_seconds)],
                                 env=display.environment, check=True, capture_output=True, text=True)
        used = program.cpu_seconds() - before
        return int(painted.stdout), 100 * used / self.still_seconds

    def films(self, display):
        """The same 1080p film, ours with the interface over it; the peer is the mpv program drawing
        by the same way (OpenGL, here in software), full screen on the same display."""
        script = f"open video 0\ntap play\nuntil film ended {3 * FILM_SECONDS}s\n"
        kiosk = self.kiosk(display, size=LANDSCAPE, script=script)
        pss, cpu = 0.0, 0.0
        while kiosk.program.process.poll() is None:
            pss = max(pss, kiosk.program.pss_mb())
            cpu = max(cpu, kiosk.program.cpu_seconds())
            time.sleep(1)
        status = kiosk.program.process.returncode
        kiosk.stop()
        if status != 0:
            raise RuntimeError("the kiosk could not play the film; see programs.log")
        ours = kiosk.measured()["video"]
        log = os.path.join(self.scratch, "mpv.log")
        theirs = play_with_mpv(self.film, display, "gpu", log)
        plain = play_with_mpv(self.film, display, "x11", log)
        print(f"  pictures drawn by the kiosk: {ours['drawn']} of {FILM_SECONDS * 30}", flush=True)
        self.row("1080p film, dropped frames (peer: mpv --vo=gpu)", ours["dropped"],
                 theirs["dropped"], "<= peer", "")
        self.row("1080p film, dropped frames (peer: mpv --vo=x11, no OpenGL)", ours["dropped"],
                 plain["dropped"], "", "")
        self.row("1080p film, processor", 100 * cpu / FILM_SECONDS,
                 100 * theirs["cpu_s"] / FILM_SECONDS, "", "% of a core")
        self.row("1080p film, memory (PSS)", pss, theirs["pss_mb"], "<= 300", "MB")

    def many_packs(self, display):
        times, work = [], []
        for run in range(self.runs + 1):
            kiosk = self.kiosk(display, packs=self.many)
            if run > 0:
                work.append(1000 * kiosk.program.cpu_seconds())
                times.append(kiosk.ready_ms)
            if run == self.runs:
                memory = kiosk.program.pss_mb()
            kiosk.stop()
        self.row("start with 1,000 packs of 20 items, median", statistics.median(times), None,
                 "<= 1000", "ms")
        self.row("  processor time of it, median", statistics.median(work), None, "", "ms")
        self.row("memory with 1,000 packs (PSS)", memory, None, "", "MB")

    def install(self, _):
        """A pack of a gigabyte; no display."""
        Store(self.tool("store-bench"), self.scratch, self.runs).install(self.row)

    def journal(self, _):
        Store(self.tool("store-bench"), self.scratch, self.runs).journal(self.row)

    def rules(self, _):
        """The trainer's rules, without window, headset or picture."""
        told = subprocess.run([self.tool("vr-core-bench")], check=True, capture_output=True, text=True)
        cost = json.loads(told.stdout)
        print(f"  {cost['frames']} frames of the river", flush=True)
        for what in ("p50", "p99", "max"):
            self.row(f"trainer's rules and scene a frame, {what}", cost[what] / 1000, None,
                     "<= 0.2" if what == "p99" else "", "ms")

    def trainer(self, _):
        """The trainer on an OpenXR runtime, beside hello_xr; displays of its own."""
        Trainer(self.build, self.scratch, self.row).measure()

    def print_table(self):
        print("\n| | ours | peer | ours / peer | goal |\n|---|---|---|---|---|")
        for what, ours, peer, goal, unit in self.rows:
            ratio = f"{ours / peer:.2f}" if ours is not None and peer else ""
            print(f"| {what} | {show(ours)} {unit} | {show(peer)} {unit if peer is not None else ''} | "
                  f"{ratio} | {goal} |")


class Tapper:
    """Taps and sees through screen-watch; `times` in ms from letting go to the first paint."""

    def __init__(self, tool, display):
        self.process = subprocess.Popen([tool, "taps"], env=display.environment, text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.times, self.none = [], 0

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        self.process.stdin.close()
        self.process.wait()

    def tap(self, place):
        self.process.stdin.write(f"{place[0]} {place[1]}\n")
        self.process.stdin.flush()
        told = self.process.stdout.readline().strip()
        if told == "none":
            self.none += 1
        else:
            self.times.append(float(told))
        time.sleep(0.4)  # transitions are over before the next touch


def show(value):
    if value is None:
        return "–"
    if not isinstance(value, float):
        return str(value)
    return f"{value:.1f}" if value >= 1 or value == 0 else f"{value:.3f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", required=True, help="build folder with the kiosk and the tools")
    parser.add_argument("--scratch", required=True, help="folder for packs, films and logs")
    parser.add_argument("--runs", type=int, default=5, help="starts of each program")
    parser.add_argument("--taps", type=int, default=60)
    parser.add_argument("--still", type=int, default=30, help="seconds of watching a still screen")
    parser.add_argument("--only",
                        choices=["starts", "touches", "films", "many", "install", "journal", "rules",
                                 "trainer"])
    arguments = parser.parse_args()
    os.makedirs(arguments.scratch, exist_ok=True)
    print(machine.describe())
    bench = Bench(arguments)
    if arguments.only not in ("install", "journal", "rules", "trainer"):
        bench.prepare()
    failed = []
    for name, size, part in (("starts", PORTRAIT, bench.starts), ("touches", PORTRAIT, bench.touches),
                             ("films", LANDSCAPE, bench.films), ("many", PORTRAIT, bench.many_packs),
                             ("install", None, bench.install), ("journal", None, bench.journal),
                             ("rules", None, bench.rules), ("trainer", None, bench.trainer)):
        if arguments.only and arguments.only != name:
            continue
        print(f"{name} ...", flush=True)
        with machine.Display(*size) if size else contextlib.nullcontext() as display:
            try:
                part(display)
            except (RuntimeError, OSError, subprocess.CalledProcessError,
                    json.JSONDecodeError) as problem:
                failed.append(name)
                print(f"  NOT MEASURED: {problem}", flush=True)
    bench.print_table()
    print(f"\n{machine.describe()}; {arguments.runs} starts, {arguments.taps} taps. "
          "Where the load is above the number of cores, times say more about the neighbours.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
