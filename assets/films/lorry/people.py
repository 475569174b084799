# SPDX-License-Identifier: MIT
"""The people of this film and the noises that only it needs."""

import numpy as np

from face import Look
from sound import RATE, add, band, blur, noise, seconds
from stage import PAPER, TEAL

BOY = Look(hair="boy", hair_colour="#26262A", skin="#F2CBA6", top=PAPER, inner=TEAL,
           dress="tracksuit", child=1.0, shoulders=0.88, hem=122.0, seed=5)
GIRL = Look(hair="tails_cap", hair_colour="#2E2424", skin="#F5D0B0", top=PAPER, inner=TEAL,
            dress="tracksuit", child=1.0, shoulders=0.84, hem=122.0, lashes=True, seed=8)
DRIVER = Look(hair="slick", hair_colour="#2B2622", skin="#E2B58E", top="#D98A3A", inner="#5B4A3A",
              dress="jacket", shoulders=1.06, seed=13)

BAG_BOY, BAG_GIRL = "#D9932B", "#C5533F"


def _held(x, n, rise=0.4):
    t = seconds(n)[:len(x)]
    return x * np.minimum(1, t / rise) * np.minimum(1, np.maximum(0, (t[-1] - t)) / rise)


def street(n):
    """A street some way off."""
    t = seconds(n)
    sway = 1 + 0.35 * np.sin(2 * np.pi * 0.13 * t) + 0.2 * np.sin(2 * np.pi * 0.31 * t + 1)
    return _held(0.02 * band(noise(n, 91), 90, 900) * sway[:int(n * RATE)], n, 0.8)


def motor(n):
    """A heavy diesel that crawls."""
    t = seconds(n)
    f = 31 + 5 * np.sin(np.pi * t / n)
    phase = 2 * np.pi * np.cumsum(f) / RATE
    x = sum(np.sin(k * phase) / k ** 0.8 for k in (1, 2, 3, 4, 6, 8, 12))
    return _held(0.05 * x + 0.03 * band(noise(n, 92), 120, 1400), n, 0.7)


def cabin(n):
    return 0.45 * band(motor(n), 30, 260)


def blinker(n):
    out = np.zeros(int(n * RATE))
    for i in range(int(n / 0.38)):
        x = band(noise(0.03, 93), 900, 4200) * np.exp(-seconds(0.03) * 160)
        add(out, i * 0.38, x, 0.30 if i % 2 else 0.42)
    return out


def rush(n):
    """The lorry goes by: louder, then lower."""
    t = seconds(n)
    near = np.exp(-((t - n * 0.45) / (n * 0.24)) ** 2)
    phase = 2 * np.pi * np.cumsum(52 - 12 * t / n) / RATE
    x = sum(np.sin(k * phase) / k for k in (1, 2, 3, 5, 8))
    return (0.10 * x + 0.16 * band(noise(n, 94), 80, 1800)) * near


def bounce():
    t = seconds(0.2)
    return 0.4 * np.sin(2 * np.pi * (150 - 260 * t) * t) * np.exp(-t * 26)


def burst():
    """The ball gives up its air."""
    out = np.zeros(int(0.9 * RATE))
    add(out, 0, band(noise(0.12, 95), 150, 3000) * np.exp(-seconds(0.12) * 40), 0.9)
    add(out, 0.05, band(noise(0.7, 96), 2500, 7000) * np.exp(-seconds(0.7) * 6), 0.12)
    return out


def shoe():
    x = band(noise(0.12, 97), 90, 800) * np.exp(-seconds(0.12) * 40)
    return 0.4 * x


def cloth():
    return 0.1 * band(noise(0.25, 98), 800, 4000) * np.exp(-seconds(0.25) * 12)


def green(n):
    """The walkers' light ticks while it is green."""
    t = seconds(n)
    on = blur(((t % 0.22) < 0.09).astype(float), 200)
    return 0.07 * np.sin(2 * np.pi * 880 * t)[:len(on)] * on


ONCE = {"bounce": bounce, "burst": burst, "shoe": shoe, "cloth": cloth}
HELD = {"street": street, "motor": motor, "cabin": cabin, "blinker": blinker, "rush": rush,
        "green": green}
