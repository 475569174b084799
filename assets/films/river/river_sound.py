# SPDX-License-Identifier: MIT
"""Noises of the river: water at the posts, crickets, wet stone, a splash, planks, a far siren."""

import numpy as np

from sound import RATE, add, band, blur, noise, note, seconds


def river(n):
    """Water that laps: low noise in slow waves, with drops now and then."""
    t = seconds(n)
    x = band(noise(n, 81), 180, 1100)[:len(t)]
    waves = 0.55 + 0.45 * np.sin(2 * np.pi * 0.31 * t) * np.sin(2 * np.pi * 0.12 * t + 1)
    out = 0.020 * x * waves
    rng, now = np.random.default_rng(82), 0.6
    while now < n - 0.4:
        d = seconds(0.1)
        f = rng.uniform(500, 1100)
        add(out, now, np.sin(2 * np.pi * (f + 2600 * d) * d) * np.exp(-d * 45), 0.018)
        now += rng.uniform(0.5, 1.9)
    return out * np.minimum(1, t / 0.6) * np.minimum(1, (t[-1] - t) / 0.6)


def crickets(n):
    t = seconds(n)
    beat = (np.sin(2 * np.pi * 17 * t) > 0.2).astype(float)
    song = ((t % 1.9) < 1.15).astype(float)
    x = np.sin(2 * np.pi * 4300 * t) + 0.5 * np.sin(2 * np.pi * 4720 * t)
    x *= blur(beat, 300) * blur(song, 3000)
    return 0.0055 * x * np.minimum(1, t / 1.0) * np.minimum(1, (t[-1] - t) / 0.8)


def slide():
    """A bare foot that loses the stone."""
    t = seconds(0.45)
    return 0.10 * band(noise(0.45, 83), 600, 3800) * np.sin(np.pi * t / 0.45) ** 2 * (0.4 + t)


def splash():
    t = seconds(1.5)
    body = band(noise(1.5, 84), 120, 2600) * np.exp(-t * 4.2) * np.minimum(1, t / 0.012)
    spray = band(noise(1.5, 85), 2200, 8000) * np.exp(-(t - 0.22) ** 2 * 16)
    plunge = np.sin(2 * np.pi * np.cumsum(150 - 60 * t) / RATE) * np.exp(-t * 9)
    return 0.34 * body + 0.10 * spray + 0.30 * plunge


def wood():
    """A step on planks."""
    t = seconds(0.25)
    x = band(noise(0.25, 86), 80, 520) * np.exp(-t * 30)
    return 0.5 * x + 0.2 * np.sin(2 * np.pi * 118 * t) * np.exp(-t * 24)


def whoosh():
    t = seconds(0.8)
    x = band(noise(0.8, 87), 300, 2400)
    return 0.12 * x * np.sin(np.pi * np.clip(t / 0.8, 0, 1)) ** 2.5


def siren(n):
    """An ambulance, far off and calm."""
    out = np.zeros(int(n * RATE))
    for k in range(int(n / 0.65)):
        add(out, k * 0.65, note(74 if k % 2 else 69, 0.8), 0.035)
    t = np.arange(len(out)) / RATE
    return out * np.minimum(1, t / 1.0) * np.minimum(1, (n - t) / 2.5)


ONCE = {"slide": slide, "splash": splash, "wood": wood, "whoosh": whoosh}
HELD = {"river": river, "crickets": crickets, "siren": siren}
