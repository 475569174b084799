#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The whole river through OpenXR on Monado:
  river.py RIVER_PLAY DEVICE eyes|hands|wrong INTENSITY SPEED [validate]
With `validate` the stock validation layer and the call tracer stand between (they know no EGL
binding, so an X server is needed): no error of the first, and an order of calls in the second that
holds. The journal is checked against the report."""
import json
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys

import monado


def calls_of(path):
    """(name, {parameter: value}) of every call in an api_dump trace."""
    name, parameters = None, {}
    with open(path, errors="replace") as lines:
        for line in lines:
            begun = re.match(r"XrResult (xr\w+)", line)
            if begun:
                if name:
                    yield name, parameters
                name, parameters = begun.group(1), {}
            elif " = " in line:
                left, value = line.rstrip("\n").split(" = ", 1)
                parameters[left.split(" ")[-1]] = value
    if name:
        yield name, parameters


def check_calls(path):
    """wait -> sync -> locate -> begin -> end, one display time, pictures only inside of a frame."""
    frames = drawn = 0
    stage, time, inside = "idle", None, set()
    for name, parameters in calls_of(path):
        if name == "xrWaitFrame":
            assert stage == "idle", f"xrWaitFrame while {stage}"
            stage, time = "waited", None
        elif name == "xrSyncActions":
            assert stage == "waited", f"xrSyncActions while {stage}"
            stage = "synced"
        elif name in ("xrLocateSpace", "xrLocateViews"):
            assert stage == "synced", f"{name} while {stage}"
            now = parameters.get("time") or parameters["viewLocateInfo->displayTime"]
            assert time in (None, now), f"{name} for {now}, before for {time}"
            time = now
        elif name == "xrBeginFrame":
            assert stage == "synced", f"xrBeginFrame while {stage}"
            assert time is not None, "a frame of which nothing was located"
            stage, inside = "begun", set()
        elif name in ("xrAcquireSwapchainImage", "xrWaitSwapchainImage"):
            assert stage == "begun", f"{name} while {stage}"
            inside.add(parameters["swapchain"])
        elif name == "xrReleaseSwapchainImage":
            assert stage == "begun", f"{name} while {stage}"
            inside.discard(parameters["swapchain"])
        elif name == "xrEndFrame":
            assert stage == "begun", f"xrEndFrame while {stage}"
            assert parameters["frameEndInfo->displayTime"] == time, "xrEndFrame for another time"
            assert not inside, "a picture still open in xrEndFrame"
            frames += 1
            drawn += int(parameters["frameEndInfo->layerCount"], 16) > 0
            stage = "idle"
    assert stage in ("idle", "waited"), f"the trace ends while {stage}"
    assert frames > 100 and drawn > 100, (frames, drawn)
    print(f"trace: {frames} frames in order, {drawn} with layers")


def check_validation(path):
    errors = [line for line in open(path, errors="replace") if "VALID_ERROR" in line]
    assert not errors, f"{len(errors)} validation errors, first: {errors[0]}"
    print("validation: no error")


def check_journal(folder, intensity):
    """The journal holds what the report says, and nothing else."""
    report = (folder / "report.txt").read_text()
    rows = sqlite3.connect(folder / "journal.sqlite3").execute(
        "SELECT kind, visit, item, correct, value FROM event ORDER BY seq").fetchall()
    kinds = [row[0] for row in rows]
    assert kinds[0] == 14 and rows[0][4] == intensity, rows[0]
    assert kinds[-1] == 18, rows[-1]
    assert kinds.count(14) == kinds.count(18) == 1, kinds
    assert len({row[1] for row in rows}) == 1, "one visit"
    deeds = len(re.findall(r"^deed\b", report, re.M))
    written = kinds.count(15) + kinds.count(16)
    assert deeds == written and deeds >= 10, (deeds, written)
    print(f"journal: {written} deeds")


def main():
    play, device, way, intensity, speed = sys.argv[1:6]
    validate = sys.argv[6:] == ["validate"]
    if validate and not shutil.which("Xvfb"):
        print("no Xvfb")
        sys.exit(monado.SKIP)
    with monado.Monado() as service:
        run = lambda more: subprocess.run(  # noqa: E731
            [service.launcher, play, device, str(service.port), way, intensity, speed],
            env=service.environment(more))
        service.remote.close()
        if validate:
            with monado.x_server() as display:
                more = monado.validation(service, dump=True)
                more.update({"DISPLAY": display, "SDL_VIDEODRIVER": "x11",
                             "SDL_VIDEO_X11_FORCE_EGL": "0"})
                done = run(more)
        else:
            done = run({})
        if done.returncode != 0:
            print(service.log())
            sys.exit(1)
        if validate:
            check_validation(service.folder / "validation.txt")
            check_calls(service.folder / "calls.txt")
    check_journal(pathlib.Path(device) / f"xr-{way}", int(intensity))


main()
