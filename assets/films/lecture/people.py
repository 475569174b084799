# SPDX-License-Identifier: MIT
"""The people of this film, what they hold, and the noises that only it needs."""

import math

import numpy as np

from face import Look
from sound import RATE, add, band, note, noise, seconds
from stage import (HONEY, INK, MAPLE, WHITE, at, blob, box, curve, darker, mix, oval, text)

ZHOU = Look(hair="swept", hair_colour="#BFC3C2", skin="#E9BD96", top="#6C7F92", inner="#F1EEE4",
            dress="jacket", age=1.0, shoulders=1.06, lips="#9C5144", seed=4)
LI = Look(hair="flat_cap", hair_colour="#A9ABA8", skin="#DDAE87", top="#8A6F52", inner="#C9D6D2",
          dress="jacket", age=1.0, shoulders=1.04, lips="#8F4B40", seed=9)
WIFE = Look(hair="perm", hair_colour="#B9B6B4", skin="#F1CBAA", top="#A6526B", inner="#F4E7DE",
            dress="cardigan", age=1.0, shoulders=0.96, seed=2)
JIN = Look(hair="slick", hair_colour="#221F22", skin="#EEC8A4", top="#2E4258", inner="#B5402F",
           dress="suit", shoulders=1.06, seed=7)
OFFICER = Look(hair="tied", hair_colour="#26221F", skin="#F2CDAC", top="#A9C6DC", inner="#24384E",
               dress="uniform", lashes=True, headset=True, shoulders=0.94, seed=12)


def neighbours():
    """Listeners in the rows behind: (look, x)."""
    tops = ("#7E9C8C", "#C08A5E", "#8C7FA0", "#B5806F", "#6F94A3")
    hairs = (("perm", "#CFCDCA"), ("swept", "#D6D8D6"), ("bun", "#BDBFBE"), ("flat_cap", "#B0B0AC"),
             ("perm", "#9C9A98"))
    return [Look(hair=h, hair_colour=k, skin="#E9C09B", top=top, inner="#EFE6D6",
                 dress="cardigan" if h in ("perm", "bun") else "jacket", age=1.0, seed=30 + i,
                 glasses=i == 2)
            for i, (top, (h, k)) in enumerate(zip(tops, hairs))]


# ---- things -----------------------------------------------------------------------------------

def egg_box(c, x, y, s=1.0, ribbon=True):
    """A carton of eggs, open, with a red ribbon; (x, y) is the middle of its foot."""
    with at(c, x, y, s):
        for i in range(5):
            k = -80 + i * 40
            oval(c, k, -52, 19, 25, mix("#E3B58C", "#F3D9BC", (i % 3) / 2), darker("#E3B58C", 0.2),
                 2)
            curve(c, [(k - 8, -64), (k - 3, -69)], WHITE, 4, 0.7)
        blob(c, [(-112, -48), (112, -48), (104, -8), (92, 0), (-92, 0), (-104, -8)], "#B9A98C",
             darker("#B9A98C", 0.25), 3)
        for i in range(4):
            curve(c, [(-60 + i * 40, -44), (-60 + i * 40, -8)], darker("#B9A98C", 0.15), 3)
        if ribbon:
            box(c, -9, -50, 18, 50, 2, MAPLE)


def microphone(c):
    """In a fist that points up: the wrist at the origin, fingers along +x."""
    c.save()
    c.translate(28, 0)
    c.rotate(-math.pi / 2)
    c.rotate(1.35)
    box(c, -60, -9, 96, 18, 8, "#3A4046", INK, 2)
    oval(c, 52, 0, 24, 22, "#5D666E", INK, 2)
    for k in (-8, 0, 8):
        curve(c, [(42, k), (64, k)], "#7F8890", 2)
    c.restore()


def coin_tree(c, x, y, s, grow, t):
    """A little tree whose fruit is coins; grow 0..1."""
    with at(c, x, y, s):
        blob(c, [(-70, 0), (70, 0), (54, 70), (-54, 70)], "#C98D63", darker("#C98D63", 0.25), 3)
        h = 60 + 190 * grow
        curve(c, [(0, 0), (5, -h * 0.5), (0, -h)], "#7A5A3C", 13)
        for i in range(9):
            side = 1 if i % 2 else -1
            start = 0.1 * i
            k = max(0.0, min(1.0, (grow - start) * 3.4))
            if k <= 0.01:
                continue
            bx, by = side * (54 + 13 * (i % 3)), -h * (0.28 + 0.085 * i)
            curve(c, [(0, by + 34), (bx * 0.6, by + 12), (bx, by)], "#7A5A3C", 6)
            oval(c, bx * 0.6, by + 6, 24 * k, 12 * k, "#6FA77D", turn=-side * 0.5)
            r = 27 * k
            oval(c, bx, by + 4 * math.sin(t * 2 + i), r, r, HONEY, darker(HONEY, 0.3), 3)
            text(c, "¥", bx, by + 10 * k + 4 * math.sin(t * 2 + i), 30 * k, darker("#D9932B", 0.3),
                 True)


def sheet_of_paper(c, t=0.0, ring=0.0):
    """A contract of lines, its payee in a frame; the middle at the origin."""
    box(c, -120, -160, 240, 320, 8, WHITE, darker("#EFE6D6", 0.2), 3)
    text(c, "养老项目", 0, -112, 34, INK, True)
    for i in range(4):
        box(c, -94, -84 + i * 26, 188 - 36 * (i % 2), 8, 3, "#C9CFCC")
    box(c, -98, 36, 196, 56, 6, "#FBEFD2", "#D9932B", 2)
    text(c, "个人账户", 0, 74, 32, INK, True)
    oval(c, 66, 124, 28, 28, None, MAPLE, 4, 0.7)
    oval(c, 66, 124, 10, 10, MAPLE, None, alpha=0.5)
    if ring > 0.01:
        c.new_path()
        c.save()
        c.translate(0, 64)
        c.scale(1, 0.42)
        c.arc(0, 0, 122, -1.2, -1.2 + 2 * math.pi * min(1.0, ring))
        c.restore()
        c.set_source_rgba(0.77, 0.21, 0.17, 1)
        c.set_line_width(8)
        c.stroke()


def paper_back(c):
    """The same paper from behind, as its reader holds it."""
    box(c, -78, -104, 156, 208, 6, "#F7F3E9", darker("#EFE6D6", 0.25), 3)
    for i in range(6):
        box(c, -58, -78 + i * 26, 116, 5, 2, "#E4DFD2")


def chess_piece(c, x, y, r, word, red=True):
    edge = "#8A5A30"
    oval(c, x, y + r * 0.18, r, r * 0.72, edge)
    oval(c, x, y, r, r * 0.72, "#EBCB98", edge, 3)
    oval(c, x, y, r * 0.78, r * 0.55, None, MAPLE if red else INK, 2.5)
    with at(c, x, y + r * 0.3):
        c.scale(1, 0.74)
        text(c, word, 0, 0, r * 0.98, MAPLE if red else INK, True)


def big_key(c, x, y, digit, hot):
    oval(c, x, y, 50 + 5 * hot, 50 + 5 * hot, mix("#24474B", HONEY, hot))
    text(c, digit, x, y + 18, 50, mix(WHITE, INK, hot), True)


# ---- noises -----------------------------------------------------------------------------------

def crowd(n):
    """A room full of people who listen and whisper."""
    x = band(noise(n, 81), 180, 700)
    t = seconds(n)[:len(x)]
    sway = 1 + 0.5 * np.sin(2 * np.pi * 0.5 * t) * np.sin(2 * np.pi * 1.7 * t + 2)
    return 0.016 * x * sway * np.minimum(1, t / 0.5) * np.minimum(1, (t[-1] - t) / 0.5)


def clapping(n):
    """Forty hands, none in time with another."""
    rng, out = np.random.default_rng(8), np.zeros(int(n * RATE))
    clap = band(noise(0.06, 82), 700, 3600) * np.exp(-seconds(0.06) * 90)
    for _ in range(14):
        now, gap = rng.uniform(0, 0.3), rng.uniform(0.19, 0.27)
        gain = rng.uniform(0.04, 0.13)
        while now < n - 0.1:
            swell = min(1.0, now / 0.4) * min(1.0, (n - now) / 0.8)
            add(out, now, clap, gain * swell)
            now += gap * rng.uniform(0.92, 1.08)
    return out


def waves(n):
    x = band(noise(n, 83), 150, 1800)
    t = seconds(n)[:len(x)]
    swell = 0.35 + 0.65 * np.maximum(0, np.sin(2 * np.pi * t / 4.2 - 0.6)) ** 1.6
    return 0.045 * x * swell * np.minimum(1, t / 0.8) * np.minimum(1, (t[-1] - t) / 0.8)


def gull():
    out = np.zeros(int(1.4 * RATE))
    for i, f in enumerate((1500, 1650, 1420)):
        t = seconds(0.26)
        glide = f * (1 - 0.28 * t / 0.26)
        x = np.sin(2 * np.pi * np.cumsum(glide) / RATE) + 0.3 * np.sin(
            4 * np.pi * np.cumsum(glide) / RATE)
        add(out, i * 0.36, x * np.sin(np.pi * t / 0.26) ** 1.5, 0.05)
    return out


def clack():
    """A wooden piece set down on a wooden board."""
    out = np.zeros(int(0.5 * RATE))
    add(out, 0, band(noise(0.1, 84), 500, 2600) * np.exp(-seconds(0.1) * 60), 0.6)
    add(out, 0, note(62, 0.3), 0.25)
    return out


def key_tone():
    """The two tones of a key on a telephone."""
    t = seconds(0.16)
    x = np.sin(2 * np.pi * 852 * t) + np.sin(2 * np.pi * 1336 * t)
    return 0.07 * x * np.minimum(1, t / 0.01) * np.minimum(1, (0.16 - t) / 0.03)


ONCE = {"clack": clack, "gull": gull, "key_tone": key_tone}
HELD = {"crowd": crowd, "clapping": clapping, "waves": waves}
