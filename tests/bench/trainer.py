# SPDX-License-Identifier: MIT
"""The trainer on Monado, a runtime that nobody here wrote (tests/xr/monado.py), beside hello_xr on
the same runtime: both behind one API layer (frame_layer.cpp), which measures them in the same way."""

import json
import os
import pathlib
import statistics
import subprocess
import sys
import time

import machine
from machine import percentile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "xr"))
import monado  # noqa: E402

HELLO_SECONDS = 60
SETTLED = 40  # frames that load and warm up, left out for both
CALMS = 10
ROUNDS = 3
GUIDES_SCREEN = (1280, 800)


class Trainer:
    def __init__(self, build, scratch, row):
        self.build = pathlib.Path(build)
        self.scratch = pathlib.Path(scratch)
        self.row = row
        self.device = self.scratch / "trainer"

    def measure(self):
        """All of it; about nine minutes, of which the river takes seven."""
        subprocess.run([ROOT / "tests" / "display" / "make_device",
                        self.build / "content" / "maplebridge-pack", ROOT / "content" / "packs",
                        self.device], check=True, stdout=subprocess.DEVNULL)
        try:
            self.own_code()
            with monado.Monado() as service:
                self.starts(service)
                self.guides_word(service)
                self.lost(service)
            self.whole_scenario()
        except (AssertionError, SystemExit) as problem:  # Monado cannot be had, or a wait was long
            raise RuntimeError(str(problem)) from problem

    # What is measured with.

    def layer(self, service, name):
        """Environment that puts the layer between a program and the runtime, and its file."""
        folder = service.folder / "layers"
        folder.mkdir(exist_ok=True)
        (folder / "frames.json").write_text(json.dumps(
            {"file_format_version": "1.0.0",
             "api_layer": {"name": "XR_APILAYER_MAPLEBRIDGE_frames",
                           "library_path": str(self.build / "tests" / "bench" / "frame_layer.so"),
                           "api_version": "1.0", "implementation_version": "1",
                           "description": "Tells what frames cost"}}))
        file = service.folder / name
        return {"XR_API_LAYER_PATH": str(folder), "MAPLEBRIDGE_FRAMES": str(file),
                "XR_ENABLE_API_LAYERS": "XR_APILAYER_MAPLEBRIDGE_frames"}, file

    def program(self, service, *more):
        return monado.Program(service, [
            self.build / "vr" / "maplebridge-vr", *self.folders(service), "--headless", "--place",
            "river", "--samples", "0", "--mute", *more])

    def folders(self, service):
        return ["--store", self.device / "store", "--keys", self.device / "keys",
                "--journal", service.folder / "journal.sqlite3"]

    # What is measured.

    def own_code(self):
        """Our code alone, without driver and runtime."""
        told = subprocess.run([self.build / "tests" / "bench" / "vr-frame-bench"], check=True,
                              capture_output=True, text=True,
                              env=dict(os.environ, SDL_VIDEODRIVER="offscreen"))
        cost = json.loads(told.stdout)
        print(f"  our code alone: {cost['frames']} frames of the river, both eyes", flush=True)
        for name, what in (("rules", "rules"), ("scene", "scene"), ("texts", "texts"),
                           ("draw", "drawing, without the driver")):
            self.row(f"trainer, our code a frame: {what}, p99", cost[name]["p99"], None, "", "ms")
        for what in ("p50", "p99", "max"):
            self.row(f"trainer, our code a frame: all, {what}", cost["all"][what], None,
                     "<= 2" if what == "p99" else "", "ms")
        self.row("trainer, draw calls of a view, most", cost["most_calls"], None, "<= 120", "")
        self.row("trainer, triangles of a view, most", cost["most_triangles"] / 1000, None, "<= 300",
                 "thousand")

    def whole_scenario(self):
        """The river at true speed through OpenXR, by a child that looks; and hello_xr."""
        with monado.Monado() as service:
            more, file = self.layer(service, "hello.jsonl")
            hello = subprocess.Popen([service.launcher, "hello_xr", "-g", "Vulkan2"],
                                     stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                     stderr=subprocess.DEVNULL, env=service.environment(more))
            time.sleep(HELLO_SECONDS)
            monado.stop(hello, monado.signal.SIGKILL)
            theirs = Frames(file)
        with monado.Monado() as service:
            service.remote.close()
            more, file = self.layer(service, "ours.jsonl")
            costs = service.folder / "costs.json"
            play = subprocess.run(
                [service.launcher, self.build / "tests" / "xr" / "xr_river_play", self.device,
                 str(service.port), "eyes", "2", "1", costs], capture_output=True, text=True,
                env=service.environment(more))
            if play.returncode != 0:
                raise RuntimeError("the river was not played to its end: " + play.stderr[-500:])
            ours = Frames(file)
            passes = json.loads(costs.read_text())
        print(f"  frames: ours {len(ours.own)}, peer {len(theirs.own)}", flush=True)
        for what, percent in (("p50", 50), ("p99", 99), ("max", 100)):
            self.row(f"a frame on Monado: the drawing thread outside of OpenXR, {what} "
                     "(peer: hello_xr; both with their driver in software)",
                     percentile(ours.own, percent), percentile(theirs.own, percent), "", "ms")
        self.row("a frame on Monado: that thread inside of OpenXR, p50", percentile(ours.runtime, 50),
                 percentile(theirs.runtime, 50), "", "ms")
        self.row("a frame on Monado: whole process with the software GPU, p50",
                 percentile(ours.process, 50), percentile(theirs.process, 50), "", "ms")
        for name, what in (("input", "input"), ("step", "rules and scene"),
                           ("draw", "both eyes, with the driver"), ("text", "texts"),
                           ("mirror", "the guide's mirror")):
            self.row(f"  ours by pass: {what}, p99", passes[name]["p99"], None, "", "ms")
        self.row("frames handed in late over the scenario", sum(ours.late), sum(theirs.late), "0", "")

    def starts(self, service):
        """From the start of the shipped program with its window to its first picture in the
        headset; the guide can begin then."""
        times = []
        with machine.Display(*GUIDES_SCREEN) as display:
            for number in range(ROUNDS):
                more, file = self.layer(service, f"start{number}.jsonl")
                more.update({"DISPLAY": display.name, "SDL_VIDEODRIVER": "x11"})
                begun = time.monotonic()
                program = subprocess.Popen(
                    [service.launcher, self.build / "vr" / "maplebridge-vr",
                     *self.folders(service)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL, env=service.environment(more))
                try:
                    times.append(first_picture(file, program, begun + 60) - begun)
                finally:
                    monado.stop(program)
        self.row("start of the program to the first picture in the headset, slowest", max(times), None,
                 "<= 15", "s")

    def guides_word(self, service):
        """The guide's word to the frame that was handed in with it. Such a frame takes 50 ms here:
        the null compositor shows 20 a second."""
        begun, whole = [], []
        with self.program(service) as program:
            program.wait_for(plays, "the first beat plays", 60)
            for _ in range(CALMS):
                seen = len(program.lines)
                said = time.monotonic()
                program.say("calm")
                line = program.wait_for(lambda l: l.get("calm") == 1, "calm", 10, seen)
                begun.append(1000 * (line["at"] - said))
                line = program.wait_for(lambda l: l.get("calm_sky"), "the whole sky", 10, seen)
                whole.append(1000 * (line["at"] - said))
                seen = len(program.lines)
                program.say("release")
                program.wait_for(lambda l: plays(l) and not l["calm"], "released", 10, seen)
        self.row("calm key to the frame in which the sky rises, median", statistics.median(begun), None,
                 "<= 200", "ms")
        self.row("calm key to that frame, slowest", max(begun), None, "", "ms")
        self.row("calm key to nothing but sky, median (it rises in 150 ms)",
                 statistics.median(whole), None, "", "ms")

    def lost(self, service):
        """The runtime is killed in the middle of a beat and started again."""
        gone, back = [], []
        with self.program(service) as program:
            program.wait_for(plays, "the first beat plays", 60)
            program.say("next")
            beat = program.wait_for(lambda l: plays(l) and l["beat"] != program.lines[0].get("beat"),
                                    "the second beat plays", 60)["beat"]
            for number in range(ROUNDS):
                seen = len(program.lines)
                killed = time.monotonic()
                service.kill()
                line = program.wait_for(lambda l: l["missing"] is not None and l["waiting"],
                                        "the run waits", 20, seen)
                gone.append(line["at"] - killed)
                seen = len(program.lines)
                started = time.monotonic()
                service.start()
                line = program.wait_for(lambda l: l["sessions"] == number + 2 and plays(l),
                                        "it plays again", 60, seen)
                if line["beat"] != beat:
                    raise RuntimeError(f"back in {line['beat']}, not {beat}")
                back.append(line["at"] - started)
        self.row("runtime killed to the run at rest, slowest", max(gone), None, "", "s")
        self.row("runtime started again to the same beat, slowest", max(back), None, "<= 5", "s")


class Frames:
    """What the layer wrote: milliseconds a frame with a picture, and late frames."""

    def __init__(self, file):
        frames = [json.loads(line) for line in file.read_text().splitlines()]
        frames = [frame for frame in frames if frame["drawn"]][SETTLED:]
        if len(frames) < 100:
            raise RuntimeError(f"only {len(frames)} frames with a picture in {file.name}")
        self.own = [frame["own_us"] / 1000 for frame in frames]
        self.runtime = [frame["runtime_us"] / 1000 for frame in frames]
        self.process = [frame["process_us"] / 1000 for frame in frames]
        self.late = [frame["late"] for frame in frames]


def first_picture(file, program, until):
    """time.monotonic() of the first frame that was handed in with a picture."""
    while time.monotonic() < until and program.poll() is None:
        if file.exists():
            for line in file.read_text().splitlines():
                try:
                    frame = json.loads(line)
                except json.JSONDecodeError:
                    continue  # half a line
                if frame["drawn"]:
                    return frame["at"]
        time.sleep(0.05)
    raise RuntimeError("the program showed nothing in the headset")


def plays(line):
    return line.get("phase") == "playing" and not line["waiting"] and not line["paused"]
