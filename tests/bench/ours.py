# SPDX-License-Identifier: MIT
"""The kiosk under measurement: started and touched from outside, as a visitor would."""

import json
import os
import random
import shutil
import subprocess

from machine import FileWatch, Program

READY_SECONDS = 60


class Kiosk:
    """The program on a display, with a store of packs. `ready_ms`: from the start of the process
    to its first picture (the semantic tree is written right after that picture is shown)."""

    def __init__(self, build, display, packs, scratch, size, script=None, log=None):
        self.folder = os.path.join(scratch, "kiosk")
        shutil.rmtree(self.folder, ignore_errors=True)
        os.makedirs(self.folder)
        self.tree_file = os.path.join(self.folder, "tree.json")
        self.measure_file = os.path.join(self.folder, "measure.json")
        watch = FileWatch(self.folder)
        command = [os.path.join(build, "kiosk", "maplebridge-kiosk"),
                   "--store", os.path.join(packs, "store"), "--keys", os.path.join(packs, "keys"),
                   "--journal", os.path.join(self.folder, "journal.sqlite"),
                   "--assets", os.path.join(build, "assets"),
                   "--size", f"{size[0]}x{size[1]}", "--seed", "7",
                   "--semantics", self.tree_file, "--measure", self.measure_file]
        if script:
            script_file = os.path.join(self.folder, "script.txt")
            with open(script_file, "w") as f:
                f.write(script)
            command += ["--script", script_file]
        self.program = Program(command, display.environment, log or subprocess.DEVNULL)
        shown = watch.wait("tree.json", READY_SECONDS)
        watch.close()
        if shown is None:
            self.program.stop()
            raise RuntimeError("the kiosk showed nothing: " + " ".join(command))
        self.ready_ms = (shown - self.program.begun) * 1000

    def tree(self):
        with open(self.tree_file) as f:
            return json.load(f)

    def places(self):
        """Middle of every button that can be tapped now, by id, with the screen's name."""
        tree = self.tree()
        found = {}
        for element in tree["elements"]:
            name = element.get("id", "")
            if name and element["enabled"] and element["visible"] and "hit" in element:
                x, y, w, h = element["rect"]
                found[name] = (x + w // 2, y + h // 2)
        return tree["screen"], found

    def measured(self):
        with open(self.measure_file) as f:
            return json.load(f)

    def stop(self):
        self.program.stop()


class Visitor:
    """Picks what to tap next: mostly through questions, sometimes elsewhere. Same order each run."""

    SKIPPED = ("leave", "volume", "play", "pause", "back10")

    def __init__(self, seed):
        self.random = random.Random(seed)

    def choose(self, places):
        wanted = [name for name in places if not name.startswith(self.SKIPPED)]
        first = [name for name in wanted if name.startswith(("answer", "next", "round", "confirm"))]
        if first and self.random.random() < 0.75:
            wanted = first
        return places[self.random.choice(sorted(wanted))] if wanted else None
