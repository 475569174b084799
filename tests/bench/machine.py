# SPDX-License-Identifier: MIT
"""What the bench reads from the machine: processes, memory, processor time, displays, files."""

import ctypes
import os
import platform
import select
import signal
import struct
import subprocess
import time

TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")


def describe():
    """One line about the machine."""
    with open("/proc/cpuinfo") as f:
        models = [line.split(":", 1)[1].strip() for line in f if line.startswith("model name")]
    with open("/proc/meminfo") as f:
        memory_gb = int(f.readline().split()[1]) / 1e6
    with open("/etc/os-release") as f:
        system = [line.split("=", 1)[1].strip().strip('"') for line in f
                  if line.startswith("PRETTY_NAME=")]
    load = os.getloadavg()[0]
    return (f"{len(models)} x {models[0] if models else platform.machine()}, {memory_gb:.0f} GB, "
            f"{system[0] if system else 'Linux'}, kernel {platform.release()}, load {load:.1f}")


class Display:
    """An X server of its own without screen, of the given size in pixels."""

    def __init__(self, width, height):
        read_end, write_end = os.pipe()
        self.process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{width}x{height}x24",
             "-nolisten", "tcp", "-noreset"],
            pass_fds=[write_end], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write_end)
        with os.fdopen(read_end) as f:
            self.name = ":" + f.readline().strip()
        self.environment = dict(os.environ, DISPLAY=self.name, LANG="C.UTF-8")

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        self.process.terminate()
        self.process.wait()


class Program:
    """A running program with all its children, which share its session."""

    def __init__(self, command, environment, log):
        self.begun = time.monotonic()
        self.process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL,
                                        stdout=log, stderr=log, start_new_session=True)

    def pids(self):
        found = []
        for name in os.listdir("/proc"):
            if name.isdigit() and session_of(name) == self.process.pid:
                found.append(int(name))
        return found

    def pss_mb(self):
        """Proportional set size of all processes together, MB of 10^6 bytes."""
        total_kb = 0
        for pid in self.pids():
            try:
                with open(f"/proc/{pid}/smaps_rollup") as f:
                    total_kb += sum(int(line.split()[1]) for line in f if line.startswith("Pss:"))
            except OSError:
                pass  # it has just ended
        return total_kb * 1024 / 1e6

    def cpu_seconds(self):
        total = 0
        for pid in self.pids():
            fields = stat_fields(pid)
            if fields:
                total += int(fields[11]) + int(fields[12])
        return total / TICKS_PER_SECOND

    def stop(self):
        """Asks it to end, insists after ten seconds."""
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            pass
        for pid in self.pids():
            try:
                os.kill(pid, signal.SIGKILL)
            except OSError:
                pass
        self.process.wait()


def stat_fields(pid):
    """Fields of /proc/PID/stat from the state on, or None."""
    try:
        with open(f"/proc/{pid}/stat") as f:
            return f.read().rpartition(")")[2].split()
    except OSError:
        return None


def session_of(pid):
    fields = stat_fields(pid)
    return int(fields[3]) if fields else None


class FileWatch:
    """Tells the moment at which a file of a folder is renamed into place."""

    MOVED_TO = 0x80

    def __init__(self, folder):
        self.libc = ctypes.CDLL(None, use_errno=True)
        self.fd = self.libc.inotify_init1(os.O_CLOEXEC)
        if self.libc.inotify_add_watch(self.fd, os.fsencode(folder), self.MOVED_TO) < 0:
            raise OSError(ctypes.get_errno(), "inotify_add_watch")

    def wait(self, name, seconds):
        """time.monotonic() when `name` came, or None."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if not select.select([self.fd], [], [], left)[0]:
                break
            now = time.monotonic()
            if name in names_of_events(os.read(self.fd, 65536)):
                return now
        return None

    def close(self):
        os.close(self.fd)


def names_of_events(buffer):
    names, at = [], 0
    while at < len(buffer):
        length = struct.unpack_from("iIII", buffer, at)[3]
        names.append(os.fsdecode(buffer[at + 16:at + 16 + length].rstrip(b"\0")))
        at += 16 + length
    return names


def percentile(values, percent):
    """Nearest rank; None without values."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)] if ordered else None
