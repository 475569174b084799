# SPDX-License-Identifier: MIT
"""The peers: Chromium in kiosk mode with a plain HTML question, and the mpv program."""

import http.server
import json
import os
import re
import shutil
import subprocess
import threading
import time

from machine import Program

HERE = os.path.dirname(os.path.abspath(__file__))
READY_SECONDS = 60


class PageServer:
    """Serves the question on the loopback; the page says when its buttons can be tapped."""

    def __init__(self):
        self.ready = threading.Event()
        self.ready_at = None
        self.places = []
        owner = self
        with open(os.path.join(HERE, "question.html"), "rb") as f:
            page = f.read()

        class Answer(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                found = self.path == "/"
                self.send_response(200 if found else 404)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.end_headers()
                if found:
                    self.wfile.write(page)

            def do_POST(self):
                owner.ready_at = time.monotonic()
                body = self.rfile.read(int(self.headers["Content-Length"]))
                owner.places = [tuple(place) for place in json.loads(body)]
                self.send_response(204)
                self.end_headers()
                owner.ready.set()

            def log_message(self, *unused):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def address(self):
        return f"http://127.0.0.1:{self.server.server_port}/"

    def close(self):
        self.server.shutdown()
        self.server.server_close()


class Chromium:
    """`ready_ms`: from the start of the process until the page was painted and said so."""

    def __init__(self, display, scratch, size, log=None):
        server = PageServer()
        # A kiosk keeps its profile, so the bench does too (its first run is not counted).
        profile = os.path.join(scratch, "chromium")
        command = [shutil.which("chromium"), "--kiosk", f"--user-data-dir={profile}",
                   "--no-first-run", "--no-default-browser-check", "--disable-gpu",
                   "--disable-translate", "--disable-component-update", "--disable-sync",
                   "--disable-background-networking", "--password-store=basic",
                   f"--window-size={size[0]},{size[1]}", "--window-position=0,0"]
        if os.geteuid() == 0:
            command.append("--no-sandbox")
        self.program = Program(command + [server.address()], display.environment,
                               log or subprocess.DEVNULL)
        came = server.ready.wait(READY_SECONDS)
        server.close()
        if not came:
            self.program.stop()
            raise RuntimeError("Chromium showed nothing: " + " ".join(command))
        self.ready_ms = (server.ready_at - self.program.begun) * 1000
        self.places = server.places  # of its buttons: help, three answers, next

    def stop(self):
        self.program.stop()


def play_with_mpv(film, display, video_out, log_file):
    """Plays `film` full screen to its end with the stock program. Returns dropped frames (decoder's
    and display's), memory in the middle (MB), processor time (s)."""
    command = ["mpv", "--no-config", "--fs", "--no-osc", "--ao=null", f"--vo={video_out}", "--gpu-sw=yes",
               "--no-input-default-bindings", "--load-scripts=no",
               "--term-status-msg=at ${=time-pos} dropped ${frame-drop-count} "
               "${decoder-frame-drop-count}", film]
    with open(log_file, "w") as log:
        program = Program(command, display.environment, log)
        pss, cpu = 0.0, 0.0
        while program.process.poll() is None:
            pss = max(pss, program.pss_mb())
            cpu = max(cpu, program.cpu_seconds())
            time.sleep(1)
        program.stop()
    with open(log_file) as log:
        counts = re.findall(r"dropped (\d+) (\d+)", log.read())
    if not counts:
        raise RuntimeError("mpv played nothing; see " + log_file)
    return {"dropped": sum(map(int, counts[-1])), "pss_mb": pss, "cpu_s": cpu}
