#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Cuts the pack tool and the journal at every system call that touches the disk.

    cuts.py PACK_TOOL JOURNAL_WRITER [--least N] [--jobs N] [--only SCENARIO] [--all]

Each scenario runs once whole under strace, which lists its calls on the store or the journal. Then
it runs again for every one of these calls and every way that one can go wrong: the process killed
before the call, the disk full (ENOSPC), the disk failing (EIO). Afterwards the old or the new state
must be there, whole; the next start must work; and what was acknowledged must be kept.
The whole run also shows the order of its syncs: what a power failure, which forgets what was not
synced, would leave.
"""
import argparse
import concurrent.futures
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

WRITES = ("write pwrite64 writev ftruncate fallocate fsync fdatasync rename renameat renameat2 link "
          "linkat unlink unlinkat rmdir mkdir mkdirat symlink symlinkat fchmod").split()
READS = "read pread64 newfstatat fstat statx readlink readlinkat getdents64 statfs close".split()
OPENS = ["open", "openat"]  # a write when it makes the file or may write to it
CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)$")
EVENTS = 14


class Broken(Exception):
    """What must hold does not."""


def must(holds, what):
    if not holds:
        raise Broken(what)


def run(words, folder):
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, timeout=120)


def under_strace(words, folder, options):
    # With --seccomp-bpf strace stops at the traced calls only, but does not inject signals.
    quick = [] if any("signal=" in option for option in options) else ["--seccomp-bpf"]
    return run(["strace", "-f", "-y", *quick, "-o", folder / "trace", *options, "--",
                *words], folder)


class Tool:
    """The pack tool on the store in a folder, with the packs and keys that `make` put beside."""

    def __init__(self, program, home):
        self.program = program
        self.home = home

    def __call__(self, folder, *words):
        return run(self.words(*words), folder)

    def words(self, verb, *rest):
        words = [self.program, "--lang", "en", verb, *rest]
        if verb in ("install", "list", "rollback"):
            words += ["--store", "store"]
        if verb in ("install", "verify"):
            words += ["--keys", self.home / "station.pub"]
        return [str(word) for word in words]

    def make(self):
        """Versions 1.0.0 to 1.2.0 of a small pack; 1.2.0 takes several writes to copy."""
        self.fine("new", "first", "--id", "demo")
        self.fine("keygen", "station")
        source = (self.home / "first/pack.yaml").read_text()
        for minor in range(3):
            version = f"1.{minor}.0"
            (self.home / "first/pack.yaml").write_text(source.replace("1.0.0", version))
            if minor == 2:
                self.add_sound()
            self.fine("build", "first", "-o", f"{version}.pack")
            self.fine("sign", f"{version}.pack", "--key", "station.key")

    def add_sound(self):
        rate, seconds = 48000, 26
        size = rate * seconds * 2
        head = b"RIFF" + (36 + size).to_bytes(4, "little") + b"WAVEfmt " + (16).to_bytes(4, "little")
        for number, width in ((1, 2), (1, 2), (rate, 4), (rate * 2, 4), (2, 2), (16, 2)):
            head += number.to_bytes(width, "little")
        (self.home / "first/media").mkdir(exist_ok=True)
        (self.home / "first/media/a.wav").write_bytes(
            head + b"data" + size.to_bytes(4, "little") + bytes(size))
        item = sorted((self.home / "first/items").iterdir())[0]
        item.write_text(item.read_text() + "\nnarration: {zh-CN: media/a.wav, en: media/a.wav}\n")

    def fine(self, *words):
        done = self(self.home, *words)
        if done.returncode != 0:
            sys.exit(f"{words}: {done.stdout}{done.stderr}")


class StoreScenario:
    """One command on a store in a known state; it leaves one of the versions in `allowed`."""

    def __init__(self, tool, name, before, command, new):
        self.tool, self.name, self.before, self.new = tool, name, before, new
        self.command = [str(word) for word in command]
        self.touched = re.compile(r"\bstore\b")

    def prepare(self, folder):
        folder.mkdir()
        for words in self.before:
            if callable(words):
                words(folder)
            else:
                done = self.tool(folder, *words)
                must(done.returncode == 0, f"{words}: {done.stderr}")
        self.old = self.active(folder) if (folder / "store").exists() else None

    def words(self):
        return self.tool.words(*self.command)

    def active(self, folder):
        """What the next start finds: it lists, and it cleans."""
        done = self.tool(folder, "list")
        must(done.returncode == 0, f"the next start fails: {done.stderr}")
        found = re.findall(r"([\d.]+)\*", done.stdout)
        must(len(found) <= 1, f"several are active: {done.stdout}")
        return found[0] if found else None

    def check(self, folder, code, out, err):
        active = self.active(folder)
        must(active in (self.old, self.new), f"{active} is active")
        if code == 0:
            must(active == self.new, f"it said that it was done, and {active} is active")
        packs = folder / "store/packs/demo"
        if active:
            self.whole(folder, active)
        left = list((folder / "store/incoming").iterdir()) + list(packs.glob("*.new"))
        must(not left, f"the next start leaves {left}")
        for version in packs.glob("[0-9]*.pack"):
            self.whole(folder, version.name.removesuffix(".pack"))
        self.goes_on(folder)

    def whole(self, folder, version):
        done = self.tool(folder, "verify", f"store/packs/demo/{version}.pack")
        must(done.returncode == 0, f"{version} is not whole: {done.stderr}")

    def goes_on(self, folder):
        """Whatever was cut, the next version installs, goes back, and an older one stays out."""
        last = self.tool.home / "1.2.0.pack"
        must(self.tool(folder, "install", last).returncode == 0, "a later version is refused")
        older = self.tool(folder, "install", self.tool.home / "1.0.0.pack")
        must("store.older-version" in older.stderr, f"an older version: {older.stderr}")
        must(self.active(folder) == "1.2.0", "the later version is not active")


class RottenScenario(StoreScenario):
    """The stored file rotted: it is healed, or stays as it was for the next time."""

    def check(self, folder, code, out, err):
        if code == 0:
            super().whole(folder, self.new)
        super().check(folder, code, out, err)

    def whole(self, folder, version):
        if version != self.new:
            super().whole(folder, version)


class PruneScenario(StoreScenario):
    """Old versions lie about; the next start removes them and never one that is still wanted."""

    def prepare(self, folder):
        super().prepare(folder)
        for version in ("0.8.0", "0.9.0"):
            shutil.copy(folder / "store/packs/demo/1.0.0.pack",
                        folder / f"store/packs/demo/{version}.pack")

    def check(self, folder, code, out, err):
        must(self.active(folder) == self.old, "the active version changed")
        left = {file.name for file in (folder / "store/packs/demo").glob("*.pack")}
        must(left == {"1.0.0.pack", "1.1.0.pack"}, f"the next start leaves {left}")
        super().check(folder, code, out, err)


class RefusalScenario(StoreScenario):
    """An older version comes in; no failing disk may make the device forget what it had."""

    def check(self, folder, code, out, err):
        must(code != 0, "the older version was taken")
        super().check(folder, code, out, err)


class JournalScenario:
    """A writer of events that says the number of each one acknowledged."""

    def __init__(self, writer, name, before):
        self.writer, self.name, self.before = writer, name, before
        self.touched = re.compile(r"results\.db")

    def prepare(self, folder):
        folder.mkdir()
        for words in self.before:
            must(run([self.writer, *words], folder).returncode == 0, f"{words}")
        self.first = len(self.read(folder)) + 1 if self.before else 1

    def words(self):
        return [self.writer, "append", "results.db", str(EVENTS)]

    def read(self, folder):
        done = run([self.writer, "read", "results.db"], folder)
        must(done.returncode == 0, f"the next start fails: {done.stderr}")
        return [int(line) for line in done.stdout.split()]

    def check(self, folder, code, out, err):
        said = [int(line) for line in out.split()]
        found = self.read(folder)
        old = list(range(1, self.first))
        must(found[:len(old)] == old, f"old events are lost: {found}")
        lost = set(said) - set(found)
        must(not lost, f"acknowledged and lost: {sorted(lost)}")
        must(found == sorted(set(found)), f"doubled or out of order: {found}")
        must(not list(folder.glob("*.damaged*")), "a good journal was set aside")
        if code == 0:
            must(len(said) == EVENTS, f"it ended well after {len(said)} events")
        again = run([self.writer, "append", "results.db", "1"], folder)
        must(again.returncode == 0 and again.stdout.strip() in again.stdout, again.stderr)
        must(self.read(folder) == found + [found[-1] + 1 if found else 1], "the next event is lost")


def faults_of(line, name):
    """Ways in which a traced call can go wrong."""
    writes = name in WRITES or (name in OPENS and re.search(r"O_CREAT|O_WRONLY|O_RDWR", line))
    if writes:
        return ("signal=KILL", "error=ENOSPC", "error=EIO")
    return ("error=EIO",)


def list_calls(scenario, folder):
    """(call, its count among the calls of its name, fault) for all that touch the disk."""
    scenario.prepare(folder)
    done = under_strace(scenario.words(), folder,
                        ["-e", "trace=" + ",".join("?" + name for name in WRITES + READS + OPENS)])
    trace = (folder / "trace").read_text().splitlines()
    if not trace:
        sys.exit(f"strace does not work here: {done.stderr}")
    counts, cuts = {}, []
    for line in trace:
        call = CALL.match(line)
        if not call:
            continue
        name = call.group(1)
        counts[name] = counts.get(name, 0) + 1
        if scenario.touched.search(call.group(2)):
            cuts += [(name, counts[name], fault) for fault in faults_of(line, name)]
    check_order(trace, folder)
    scenario.check(folder, done.returncode, done.stdout, done.stderr)
    return cuts


def check_order(trace, folder):
    """Syncs come before what relies on them: a file's before its renaming, a folder's before the
    program says that it is done."""
    unsynced, changed = set(), set()
    for line in trace:
        call = CALL.match(line)
        if not call or " = -1 " in line or "unfinished" in line:
            continue
        name, rest = call.groups()
        of = re.match(r"\d+<([^>]*)>", rest)
        named = [str(folder / word) for word in re.findall(r'"([^"]*)"', rest)]
        if name in ("write", "pwrite64", "ftruncate") and of:
            if rest.startswith("1<"):
                must(not changed, f"said before it was synced: {changed}")
                must(not any(file.endswith("-wal") for file in unsynced), "said before the WAL")
            else:
                unsynced.add(of.group(1))
        elif name in ("fsync", "fdatasync") and of:
            unsynced.discard(of.group(1))
            changed.discard(of.group(1))
        elif name.startswith("rename"):
            must(named[0] not in unsynced, f"renamed unsynced: {line}")
            changed.add(os.path.dirname(named[-1]))
        elif name.startswith("mkdir"):
            changed.add(os.path.dirname(named[-1]))


def cut(scenario, template, work, number, call):
    name, count, fault = call
    folder = work / f"{scenario.name.replace(' ', '-')}-{number}"
    shutil.copytree(template, folder, symlinks=True)
    inject = f"inject={name}:{fault}:when={count}"
    try:
        done = under_strace(scenario.words(), folder, ["-e", f"trace={name}", "-e", inject])
        trace = (folder / "trace").read_text()
        killed = fault == "signal=KILL"
        must(("killed by SIGKILL" if killed else "INJECTED") in trace, "nothing was injected")
        if not killed:
            must(done.returncode in (0, 1), f"ended with {done.returncode}: {done.stderr}")
            must(done.returncode == 0 or re.search(r"\(\w+\.[\w.-]+\)", done.stderr),
                 f"no plain error: {done.stderr}")
        (folder / "trace").unlink()
        scenario.check(folder, done.returncode, done.stdout, done.stderr)
    except (Broken, subprocess.TimeoutExpired) as broken:
        return f"{scenario.name}: {inject}: {broken}"
    shutil.rmtree(folder)
    return None


def make_scenarios(tool, writer, every):
    pack = [tool.home / f"1.{minor}.0.pack" for minor in range(3)]

    def crash(folder):
        """What earlier crashes left for the next start to clean."""
        (folder / "store/incoming/copy.pack").write_bytes(b"half")
        (folder / "store/packs/demo/highest.new").write_text("9")
        os.symlink("1.0.0.pack", folder / "store/packs/demo/active.new")
        (folder / "store/packs/never").mkdir()

    def rot(folder):
        stored = folder / "store/packs/demo/1.1.0.pack"
        stored.write_bytes(stored.read_bytes().replace(b"demo", b"dem0"))

    one, two = ("install", pack[0]), ("install", pack[1])
    scenarios = [
        StoreScenario(tool, "first install", [], one, "1.0.0"),
        StoreScenario(tool, "later version", [one], two, "1.1.0"),
        StoreScenario(tool, "rollback", [one, two], ("rollback", "demo"), "1.0.0"),
        RefusalScenario(tool, "older version", [one, two], one, "1.1.0"),
        PruneScenario(tool, "old versions", [one, two], ("list",), "1.1.0"),
        JournalScenario(writer, "new journal", []),
        JournalScenario(writer, "old journal", [["append", "results.db", "30"]]),
    ]
    rarer = [
        StoreScenario(tool, "long copy", [one, two], ("install", pack[2]), "1.2.0"),
        StoreScenario(tool, "same again", [one], one, "1.0.0"),
        StoreScenario(tool, "after a crash", [one, crash], two, "1.1.0"),
        RottenScenario(tool, "rotten file", [one, two, rot], two, "1.1.0"),
        StoreScenario(tool, "forward again", [one, two, ("rollback", "demo")], two, "1.1.0"),
    ]
    return scenarios + (rarer if every else [])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tool")
    parser.add_argument("writer")
    parser.add_argument("--least", type=int, default=1000)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--only", default="", metavar="SCENARIO")
    parser.add_argument("--all", action="store_true", help="the rarer scenarios too; minutes")
    options = parser.parse_args()
    if not shutil.which("strace"):
        sys.exit("strace is missing: apt-get install strace")
    # Killing a process loses nothing that it wrote, so memory is as good as a disk, and faster.
    memory = "/dev/shm"
    large = os.path.isdir(memory) and shutil.disk_usage(memory).free > 300 << 20
    with tempfile.TemporaryDirectory(prefix="cuts-", dir=memory if large else None) as name:
        work = Path(name)
        tool = Tool(os.path.abspath(options.tool), work)
        tool.make()
        failures, cuts = [], 0
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as workers:
            for scenario in make_scenarios(tool, os.path.abspath(options.writer),
                                           options.all):
                if options.only not in scenario.name:
                    continue
                calls = list_calls(scenario, work / f"{scenario.name}-whole".replace(" ", "-"))
                template = work / f"{scenario.name}-template".replace(" ", "-")
                scenario.prepare(template)
                done = list(workers.map(lambda pair, of=scenario, at=template: cut(
                    of, at, work, *pair), enumerate(calls)))
                broken = [failure for failure in done if failure]
                print(f"{scenario.name}: {len(calls)} cuts, {len(broken)} failed", flush=True)
                failures += broken
                cuts += len(calls)
        for failure in failures[:40]:
            print("FAILED", failure)
        print(f"{cuts} cuts: {len(failures)} failed")
        if cuts < options.least:
            sys.exit(f"only {cuts} of at least {options.least} cuts")
        sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
