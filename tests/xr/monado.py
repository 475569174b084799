# SPDX-License-Identifier: MIT
"""Monado, an OpenXR runtime, for the tests: a service of our own with a head and two controllers
that a test moves, and programs started beside it. Nothing of it touches another Monado on the
machine: its folder, socket and port are private."""
import contextlib
import json
import os
import pathlib
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
SKIP = 77  # as ctest is told
# Waits are this many times as long on a machine that is busy with other things; what is measured
# is measured all the same.
PATIENCE = float(os.environ.get("MAPLEBRIDGE_PATIENCE", "1"))


def launcher():
    """Path of the program that starts others beside Monado; leaves with SKIP where it cannot be
    had, unless MAPLEBRIDGE_NEED_MONADO is set (CI)."""
    made = subprocess.run([HERE / "monado_prefix.sh"], stdout=subprocess.PIPE, text=True)
    if made.returncode != 0:
        sys.exit(1 if os.environ.get("MAPLEBRIDGE_NEED_MONADO") else SKIP)
    return made.stdout.strip().splitlines()[-1]


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def stop(process, kind=signal.SIGTERM, patience=3):
    """Ends a process that we started; a service may swallow SIGTERM."""
    if process is None or process.poll() is not None:
        return
    process.send_signal(kind)
    try:
        process.wait(patience)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


class Remote:
    """The head and hands of Monado's remote driver: each packet replaces the whole state."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=5)
        # The service greets with two packets. One who leaves before they are written kills it: it
        # does not ignore SIGPIPE.
        left = 2 * 376
        while left > 0:
            got = len(self.socket.recv(left))
            if got == 0:
                raise ConnectionError("the remote driver hung up")
            left -= got
        self.head = ((0.0, 0.0, 0.0, 1.0), (0.0, 1.6, 0.0))
        self.hands = [((0.0, 0.0, 0.0, 1.0), (-0.2, 1.3, -0.5)),
                      ((0.0, 0.0, 0.0, 1.0), (0.2, 1.3, -0.5))]
        self.active = [True, True]
        self.trigger = [False, False]
        self.send()

    def _controller(self, hand):
        orientation, position = self.hands[hand]
        pressed = self.trigger[hand]
        flags = [False] * 16
        flags[0] = self.active[hand]  # hand tracking
        flags[1] = self.active[hand]
        flags[8], flags[9] = pressed, pressed  # trigger click and touch
        curl = 1.0 if pressed else 0.0
        return struct.pack("<4f3f6f5f3f2f1f2f13?3x", *orientation, *position, *[0.0] * 6,
                           *[0.0] * 3, curl, 0.0, 1.0 if pressed else 0.0, 0.0, 0.0, 0.0, 0.0, 0.0,
                           0.0, 0.0, *flags[:13])

    def send(self):
        views = b"\0" * 96
        head = struct.pack("<4f3f", *self.head[0], *self.head[1])
        packet = (b"mndrmt3\0" + views + head + b"\0" * 4 + self._controller(0) +
                  self._controller(1))
        assert len(packet) == 376, len(packet)
        self.socket.sendall(packet)

    def close(self):
        self.socket.close()


class Monado:
    """A service with the null compositor: 20 frames a second, 320x240 an eye, no X server."""

    def __init__(self, display=None):
        self.launcher = launcher()
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="maplebridge-xr-"))
        os.chmod(self.folder, 0o700)
        self.port = free_port()
        self.display = display
        config = self.folder / "config" / "monado"
        config.mkdir(parents=True)
        (config / "config_v0.json").write_text(json.dumps(
            {"active": "remote",
             "remote": {"version": 0, "port": self.port, "view_count": 2}}))
        self.process = None
        self.remote = None

    def environment(self, more=None):
        environment = dict(os.environ)
        for name in ("XR_RUNTIME_JSON", "DISPLAY", "WAYLAND_DISPLAY"):
            environment.pop(name, None)
        environment.update({
            "XDG_RUNTIME_DIR": str(self.folder),
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            "XDG_CACHE_HOME": str(self.folder / "cache"),
            "SDL_VIDEODRIVER": "offscreen", "SDL_AUDIODRIVER": "dummy",
            "ALSOFT_DRIVERS": "null",
            "ASAN_OPTIONS": "detect_leaks=0",  # graphics drivers keep what they please
        })
        environment.update(more or {})
        return environment

    def start(self):
        for name in ("monado_comp_ipc", "monado.pid"):
            with contextlib.suppress(FileNotFoundError):
                (self.folder / name).unlink()
        more = {"XRT_NO_STDIN": "1", "P_OVERRIDE_ACTIVE_CONFIG": "remote"}
        if self.display:
            more.update({"DISPLAY": self.display, "XRT_COMPOSITOR_FORCE_XCB": "1",
                         "XRT_COMPOSITOR_SCALE_PERCENTAGE": "50"})
        else:
            more["XRT_COMPOSITOR_NULL"] = "1"
        log = open(self.folder / "service.log", "ab")
        self.process = subprocess.Popen([self.launcher, "monado-service"], stdin=subprocess.DEVNULL,
                                        stdout=log, stderr=log, env=self.environment(more))
        until = time.monotonic() + 30
        while not (self.folder / "monado_comp_ipc").exists():
            if self.process.poll() is not None or time.monotonic() > until:
                raise RuntimeError("monado-service did not start:\n" + self.log())
            time.sleep(0.02)
        while True:
            try:
                self.remote = Remote(self.port)
                return self
            except OSError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.05)

    def kill(self):
        """As a crash does: at once, without a word to its clients."""
        if self.remote:
            self.remote.close()
        stop(self.process, signal.SIGKILL)

    def log(self):
        return (self.folder / "service.log").read_text(errors="replace")[-3000:]

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


class Program:
    """A program beside Monado that tells on standard output, one JSON object a line."""

    def __init__(self, monado, arguments, more=None):
        self.process = subprocess.Popen([monado.launcher, *map(str, arguments)],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=open(monado.folder / "program.log", "ab"),
                                        text=True, env=monado.environment(more))
        self.monado = monado
        self.lines = []
        self.changed = threading.Condition()
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self):
        for line in self.process.stdout:
            with self.changed:
                if line.startswith("{"):
                    told = json.loads(line)
                    told["at"] = time.monotonic()
                    self.lines.append(told)
                self.changed.notify_all()
        with self.changed:
            self.changed.notify_all()

    def wait_for(self, wanted, what, seconds=20, after=0):
        """The first line from index `after` on for which `wanted` is true."""
        seconds *= PATIENCE
        until = time.monotonic() + seconds
        with self.changed:
            while True:
                for line in self.lines[after:]:
                    if wanted(line):
                        return line
                left = until - time.monotonic()
                if left <= 0:
                    raise AssertionError(f"did not come within {seconds} s: {what}\n"
                                         f"last told: {self.lines[-3:]}\n{self.errors()}")
                self.changed.wait(min(left, 0.5))
                if self.process.poll() is not None and not self.reader.is_alive():
                    if not any(wanted(line) for line in self.lines[after:]):
                        raise AssertionError(f"the program left (code {self.process.returncode}) "
                                             f"before: {what}\n{self.errors()}")

    def say(self, text):
        self.process.stdin.write(text + "\n")
        self.process.stdin.flush()

    def finish(self, seconds=60):
        self.process.wait(seconds)
        self.reader.join(5)
        assert self.process.returncode == 0, (self.process.returncode, self.errors())
        return self.lines

    def errors(self):
        return (self.monado.folder / "program.log").read_text(errors="replace")[-3000:]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        stop(self.process, signal.SIGKILL)


def validation(monado, dump):
    """Environment that puts the stock validation layer (and with `dump` the call tracer) between a
    program and the runtime. The layer knows no EGL binding: such a program needs an X server."""
    names = ["XR_APILAYER_LUNARG_core_validation"]
    more = {"XR_CORE_VALIDATION_EXPORT_TYPE": "text",
            "XR_CORE_VALIDATION_FILE_NAME": str(monado.folder / "validation.txt")}
    if dump:
        names.append("XR_APILAYER_LUNARG_api_dump")
        more.update({"XR_API_DUMP_EXPORT_TYPE": "text",
                     "XR_API_DUMP_FILE_NAME": str(monado.folder / "calls.txt")})
    environment = subprocess.run([monado.launcher, "/usr/bin/env"], stdout=subprocess.PIPE,
                                 text=True, check=True).stdout
    layers = [line.split("=", 1)[1] for line in environment.splitlines()
              if line.startswith("MAPLEBRIDGE_XR_LAYERS=")][0]
    more.update({"XR_API_LAYER_PATH": layers, "XR_ENABLE_API_LAYERS": ":".join(names)})
    return more


@contextlib.contextmanager
def x_server(size="1280x1024", screen=None):
    """A private X server; yields its display. Keeps its screen in the folder `screen`."""
    read, write = os.pipe()
    kept = ["-fbdir", screen] if screen else []
    server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24",
                               "-nolisten", "tcp", *kept], pass_fds=[write],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        number = b""
        while not number.endswith(b"\n"):
            byte = os.read(read, 1)
            if not byte:
                raise RuntimeError("Xvfb did not start")
            number += byte
        yield f":{number.decode().strip()}"
    finally:
        os.close(read)
        stop(server)
