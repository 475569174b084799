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

    def copy_prove_sync(self, prove):
        """What an administrator would do by hand; the source stands in the page cache for both."""
        source, copy = (os.path.join(self.folder, name) for name in ("big.pack", "copy.pack"))
        if os.path.exists(copy):
            os.remove(copy)
        begun = time.monotonic()
        subprocess.run(["cp", source, copy], check=True)
        subprocess.run([*prove, copy], check=True, stdout=subprocess.DEVNULL)
        subprocess.run(["sync", copy], check=True)
        taken = time.monotonic() - begun
        os.remove(copy)
        return taken

    def install(self, row):
        """All in turn; the first round fills the page cache and does not count."""
        self.prepare()
        # The stock sha256sum may not use the processor's own instructions; OpenSSL does, as we do.
        ways = {"ours": lambda: self.seconds("install"),
                "sha256sum": lambda: self.copy_prove_sync(["sha256sum"]),
                "openssl dgst": lambda: self.copy_prove_sync(["openssl", "dgst", "-sha256"])}
        times = {name: [] for name in ways}
        for run in range(self.runs + 1):
            for name, way in ways.items():
                subprocess.run(["sync"], check=True)
                taken = way()
                if run > 0:
                    times[name].append(taken)
        ours = times.pop("ours")
        for name, theirs in times.items():
            row(f"prove and install {MEGABYTES} MB (peer: cp, {name}, fsync), median",
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
