# SPDX-License-Identifier: MIT
"""The store of packs and the journal beside cp, sha256sum, fsync and plain SQLite."""

import os
import statistics
import subprocess
import time

MEGABYTES = 1000
EVENTS = 2000


class Store:
    def __init__(self, tool, scratch, runs):
        self.tool = tool
        self.folder = os.path.join(scratch, "store")
        self.runs = runs

    def seconds(self, what, *more):
        told = subprocess.run([self.tool, what, self.folder, *more], check=True, capture_output=True,
                              text=True)
        return float(told.stdout)

    def prepare(self):
        if not os.path.exists(os.path.join(self.folder, "big.pack")):
            print(f"making a pack of {MEGABYTES} MB ...", flush=True)
            os.makedirs(self.folder, exist_ok=True)
            subprocess.run([self.tool, "make", self.folder, str(MEGABYTES)], check=True)

    def copy_prove_sync(self):
        """What an administrator would do by hand; the source stands in the page cache for both."""
        source, copy = (os.path.join(self.folder, name) for name in ("big.pack", "copy.pack"))
        if os.path.exists(copy):
            os.remove(copy)
        begun = time.monotonic()
        subprocess.run(["cp", source, copy], check=True)
        subprocess.run(["sha256sum", copy], check=True, stdout=subprocess.DEVNULL)
        subprocess.run(["sync", copy], check=True)
        taken = time.monotonic() - begun
        os.remove(copy)
        return taken

    def install(self, row):
        """Ours and theirs in turn; the first of each fills the page cache and does not count."""
        self.prepare()
        ours, theirs = [], []
        for run in range(self.runs + 1):
            subprocess.run(["sync"], check=True)
            mine = self.seconds("install")
            subprocess.run(["sync"], check=True)
            peer = self.copy_prove_sync()
            if run > 0:
                ours.append(mine)
                theirs.append(peer)
        row(f"prove and install {MEGABYTES} MB (peer: cp, sha256sum, fsync), median",
            statistics.median(ours), statistics.median(theirs), "<= peer", "s")
        row("  fastest", min(ours), min(theirs), "", "s")

    def journal(self, row):
        ours, theirs = [], []
        os.makedirs(self.folder, exist_ok=True)
        for _ in range(self.runs):
            ours.append(EVENTS / self.seconds("journal", str(EVENTS)))
            theirs.append(EVENTS / self.seconds("plain", str(EVENTS)))
        row("journal, events a second (peer: plain SQLite, WAL, synchronous=FULL), median",
            statistics.median(ours), statistics.median(theirs), "", "/s")
