# SPDX-License-Identifier: MIT
"""The river at sunset: from the water to the bank with its jetty, and from the jetty to the water."""

import math

from stage import (AMBER, HONEY, INK, MAPLE, SAND, TEAL, WHITE, at, blob, box, curve, darker, down,
                   glow, hash01, lighter, mix, oval, paint, poly, text, trace, whole, wobble)

DECK = 760.0          # where feet stand
END = 1200.0          # where the jetty ends
FAR, NEAR = "#E9B98A", "#2E7477"
PLANK = "#B98A5E"


def _sky(c, cam, t, horizon):
    whole(c, down(0, horizon + 40, (0, "#7FB0B6"), (0.45, "#CBD5BE"), (0.8, "#F6D9A4"),
                  (1, "#F4BE86")))
    with cam.layer(c, 0.08):
        glow(c, 1420, horizon - 90, 620, "#FFE9B4", 0.9)
        oval(c, 1420, horizon - 90, 74, 74, "#FFF1CC")
        for i, (x, y, s) in enumerate(((200, 120, 1.2), (900, 190, 0.9), (1720, 110, 1.0))):
            x += t * 5
            for dx, dy, r in ((-80, 8, 42), (0, -6, 60), (84, 8, 44)):
                oval(c, x + dx * s, y + dy * s, r * 1.9 * s, r * 0.5 * s, "#FBE6C4", alpha=0.75)


def _hills(c, cam, horizon):
    for depth, colour, seed, h in ((0.14, "#A9BFAE", 1, 120), (0.22, "#8DAE9C", 4, 70)):
        with cam.layer(c, depth):
            pts = [(-500 + i * 260, horizon - h * (0.35 + 0.65 * hash01(i * 3 + seed)))
                   for i in range(13)]
            blob(c, pts + [(2900, horizon + 160), (-800, horizon + 160)], colour)


def crown(c, x, y, s, t, colour, seed):
    """A tree of the bank."""
    with at(c, x, y, s, 0.01 * wobble(t, seed)):
        curve(c, [(0, 0), (6, -90), (0, -170)], "#7B5B41", 20)
        for i, (dx, dy, r) in enumerate(((-62, -170, 78), (62, -180, 84), (0, -250, 90),
                                         (0, -160, 84))):
            oval(c, dx + 5 * wobble(t, seed + i, 0.8), dy, r, r * 0.86,
                 mix(colour, HONEY, 0.1 * (i % 3)))


def willow(c, x, y, s, t):
    """A willow whose switches swing."""
    with at(c, x, y, s):
        curve(c, [(0, 20), (-16, -160), (10, -330)], "#7B5B41", 44)
        curve(c, [(0, -240), (70, -340), (150, -390)], "#7B5B41", 22)
        for i in range(15):
            x0 = -190 + i * 30
            top = -400 - 70 * math.sin(i * 0.23 * math.pi / 1.05)
            sway = 16 * wobble(t, i * 0.7, 0.8)
            n = 200 + 120 * hash01(i)
            colour = ("#7FA86F", "#93B678", "#6C9A6C")[i % 3]
            curve(c, [(x0 * 0.6, top), (x0, top + n * 0.5), (x0 + sway, top + n)], colour, 20)


def reeds(c, x0, x1, y, t, n=16, s=1.0, seed=0, colour="#7C9A62"):
    for i in range(n):
        x = x0 + (x1 - x0) * (i + 0.5 * hash01(i + seed)) / n
        h = (130 + 110 * hash01(i * 3 + seed)) * s
        k = 12 * wobble(t, i + seed, 0.9) * s
        curve(c, [(x, y), (x + k * 0.3, y - h * 0.5), (x + k, y - h)],
              mix(colour, "#4F7F62", hash01(i * 5 + seed)), 7 * s)
        if hash01(i * 11 + seed) > 0.55:
            oval(c, x + k, y - h - 16 * s, 7 * s, 26 * s, "#8A6040")


def water(c, t, top, bottom=1480.0, glint=1420.0, deep=NEAR, calm=1.0):
    """The surface from its far edge to the foot of the picture, with its light."""
    box(c, -500, top, 2920, bottom - top, 0,
        down(top, top + 520, (0, FAR), (0.22, "#B9B394"), (0.55, "#5F9792"), (1, deep)))
    n = 26
    for i in range(n):
        k = (i + 0.5) / n
        y = top + 4 + (bottom - top) * k ** 1.7 * 0.62
        size = 16 + 170 * k ** 1.2
        for j in range(5):
            seed = i * 17 + j * 5
            x = (hash01(seed) * 2700 + (18 + 34 * k) * t * (1 if i % 2 else 0.6)) % 2700 - 380
            lift = (1.5 + 6 * k) * math.sin(t * 1.3 + seed) * calm
            a = 0.20 + 0.2 * hash01(seed * 3)
            near_sun = math.exp(-((x - glint) / (130 + 420 * k)) ** 2)
            colour = mix(lighter(deep, 0.35), "#FFE7B0", near_sun)
            curve(c, [(x - size, y + lift), (x - size * 0.3, y - lift * 0.6 - 2 * k),
                      (x + size * 0.3, y + lift * 0.4), (x + size, y - lift)], colour,
                  2.0 + 5.0 * k, a + 0.35 * near_sun)
    for i in range(22):
        k = hash01(i * 7.7)
        y = top + 8 + 360 * k ** 1.5
        w = (26 + 70 * k) * (0.6 + 0.4 * math.sin(t * 2.1 + i * 2.4))
        x = glint + (hash01(i * 3.1) - 0.5) * (120 + 300 * k)
        oval(c, x, y, max(2.0, w), 2.2 + 3.4 * k, "#FFF0C6", alpha=0.55 * (1 - 0.5 * k))


def rings_on_water(c, x, y, t, size=1.0, colour=WHITE, alpha=0.5, rate=0.55):
    """Rings that run out from something that moves in the water."""
    for i in range(3):
        k = (t * rate + i / 3) % 1
        oval(c, x, y, (70 + 190 * k) * size, (15 + 42 * k) * size, None, colour, 5 * size,
             alpha * (1 - k) * min(1, k * 5))


def splash(c, x, y, k, size=1.0):
    """Drops thrown up; k 0..1."""
    if k <= 0 or k >= 1:
        return
    for i in range(30):
        a = -math.pi * (0.12 + 0.76 * hash01(i * 3))
        v = (260 + 330 * hash01(i * 7)) * size
        px = x + math.cos(a) * v * k
        py = y + math.sin(a) * v * 1.5 * k + 620 * size * k * k
        if py < y + 30 * size:
            r = (7 + 11 * hash01(i)) * size * (1 - 0.55 * k)
            oval(c, px, py, r * 0.8, r, mix("#BFE0DC", WHITE, hash01(i * 5)), alpha=0.92)
    for j, h in ((-1, 1.0), (1, 0.8), (0, 1.25)):
        top = 190 * size * h * math.sin(math.pi * min(1, k * 1.35)) if k < 0.74 else 0
        if top > 4:
            xx = x + j * 66 * size
            blob(c, [(xx - 46 * size, y + 8), (xx + j * 20 * size - 9, y - top),
                     (xx + j * 26 * size + 9, y - top), (xx + 46 * size, y + 8)],
                 "#CFE6E0", alpha=0.85)
    oval(c, x, y, 210 * size * k ** 0.5, 40 * size * k ** 0.5, None, WHITE, 9 * size, 0.7 * (1 - k))


# ---- what stands on the bank ------------------------------------------------------------------

def sign(c, x, y, s=1.0):
    """Deep water, no swimming; (x, y) is its foot."""
    with at(c, x, y, s):
        for k in (-1, 1):
            box(c, k * 86 - 9, -250, 18, 256, 4, "#8C6B4E", darker("#8C6B4E", 0.3), 3)
        box(c, -150, -420, 300, 226, 14, MAPLE, darker(MAPLE, 0.25), 4)
        box(c, -138, -408, 276, 202, 8, None, WHITE, 4)
        oval(c, 0, -350, 46, 46, WHITE)
        oval(c, 4, -366, 10, 10, INK)
        curve(c, [(-24, -340), (-8, -350), (10, -346), (22, -354)], INK, 9)
        curve(c, [(-28, -328), (-14, -334), (0, -328), (14, -334), (28, -328)], "#3F8F9A", 5)
        curve(c, [(-30, -380), (30, -320)], MAPLE, 9)
        oval(c, 0, -350, 42, 42, None, MAPLE, 9)
        text(c, "水深危险", 0, -254, 52, WHITE, True)
        text(c, "Deep water. No swimming", 0, -220, 21, WHITE)


def ring_buoy(c, x, y, r, turn=0.0):
    with at(c, x, y, 1, turn):
        oval(c, 0, 0, r * 0.78, r * 0.78, None, darker(AMBER, 0.35), r * 0.47)
        oval(c, 0, 0, r * 0.78, r * 0.78, None, "#E8743B", r * 0.42)
        for i in range(4):
            a = i * math.pi / 2 + 0.4
            c.new_path()
            c.arc(0, 0, r * 0.78, a - 0.24, a + 0.24)
            paint(c, None, WHITE, r * 0.42)


def rescue_stand(c, x, y, s=1.0, pole=True, ring=True):
    """The post with ring, rope and pole that the village keeps by the water; the place's name."""
    with at(c, x, y, s):
        for k in (-1, 1):
            box(c, k * 92 - 10, -330, 20, 336, 4, "#8C6B4E", darker("#8C6B4E", 0.3), 3)
        box(c, -146, -436, 292, 108, 12, TEAL, darker(TEAL, 0.3), 4)
        text(c, "青石渡", -14, -372, 60, WHITE, True)
        text(c, "Qingshi Landing", 0, -342, 22, WHITE)
        box(c, 92, -418, 34, 34, 6, WHITE)
        box(c, 105, -412, 8, 22, 0, MAPLE)
        box(c, 98, -405, 22, 8, 0, MAPLE)
        box(c, -112, -300, 224, 22, 5, "#A77F57", darker("#A77F57", 0.3), 3)
        if ring:
            ring_buoy(c, -48, -206, 62)
        for i in range(4):
            oval(c, 64, -200 + i * 7, 36, 46 - i * 3, None, ("#E9D7A8", "#D3BC84")[i % 2], 9)
        if pole:
            curve(c, [(128, 2), (146, -470)], "#C9A24F", 15)
            for k in range(6):
                curve(c, [(122 + k * 3.4, -40 - 80 * k), (140 + k * 3.4, -40 - 80 * k)],
                      darker("#C9A24F", 0.3), 4)


# ---- the two views ----------------------------------------------------------------------------

def bank(c, cam, t, ring=True, pole=True):
    """From the water to the bank; the jetty is drawn apart, its actors between."""
    _sky(c, cam, t, 430)
    _hills(c, cam, 440)
    with cam.layer(c, 0.4):
        for i in range(12):
            crown(c, -320 + i * 236, 520 + 12 * math.sin(i * 2.2), 0.62 + 0.16 * hash01(i), t,
                  ("#6F9F7C", "#83AE80", "#5F9273")[i % 3], i)
    with cam.layer(c, 0.72):
        blob(c, [(-700, 520), (200, 492), (1000, 510), (1900, 528), (2700, 540), (2700, 900),
                 (-700, 900)], "#9DB077")
        trace(c, [(-700, 560), (300, 530), (1200, 548), (2700, 566)], closed=False)
        paint(c, None, "#E3CFA2", 34)
    with cam.layer(c, 0.86):
        willow(c, 1560, 690, 1.0, t)
        blob(c, [(-700, 610), (300, 590), (900, 606), (1500, 640), (2700, 660), (2700, 900),
                 (-700, 900)], "#86A067")
        for i in range(42):
            x = -600 + i * 74 + 30 * hash01(i)
            y = 640 + 60 * hash01(i * 3)
            k = 4 * wobble(t, i)
            for d in (-1, 0, 1):
                curve(c, [(x, y), (x + d * 7 + k, y - 20 - 12 * hash01(i * 7))],
                      darker("#86A067", 0.16), 4)
        rescue_stand(c, 250, 700, 0.82, pole, ring)
        sign(c, 740, 706, 0.72)


def jetty_water(c, cam, t):
    """The water under and before the jetty."""
    with cam.layer(c, 0.95):
        c.save()
        blob(c, [(-700, 716), (200, 708), (1000, 716), (1500, 706), (2700, 700), (2700, 760),
                 (-700, 760)], "#6E6B4E")
        c.restore()
        water(c, t, 722)
        reeds(c, 1320, 1900, 742, t, 20, 0.8, 3)


def jetty(c, cam, t, end=END):
    """Planks from the left to `end`; feet stand at DECK."""
    with cam.layer(c, 1.0):
        for i in range(9):
            x = end - 60 - i * 210
            box(c, x - 17, DECK + 30, 34, 130, 6, darker(PLANK, 0.45))
            for j in range(4):
                k = 8 * math.sin(t * 1.6 + j * 1.3 + i)
                box(c, x - 15 + k, DECK + 150 + j * 22, 30 - j * 4, 10, 5, darker(NEAR, 0.3),
                    alpha=0.5 - 0.1 * j)
        oval(c, end - 700, DECK + 128, 900, 26, darker(NEAR, 0.45), alpha=0.35)
        poly(c, [(-800, DECK - 26), (end - 22, DECK - 26), (end + 16, DECK + 26),
                 (-800, DECK + 26)], PLANK, darker(PLANK, 0.3), 3)
        for i in range(30):
            x = end - 20 - i * 68
            curve(c, [(x - 20, DECK - 25), (x + 6 - 8 * 0, DECK + 25)], darker(PLANK, 0.22), 3)
        box(c, -800, DECK + 26, end + 816, 26, 4, darker(PLANK, 0.25), darker(PLANK, 0.45), 3)


def open_water(c, cam, t, horizon=330.0):
    """From the jetty over the water to the other bank."""
    _sky(c, cam, t, horizon)
    _hills(c, cam, horizon + 12)
    with cam.layer(c, 0.3):
        for i in range(14):
            crown(c, -420 + i * 206, horizon + 44, 0.42 + 0.12 * hash01(i * 5), t,
                  ("#7FA482", "#93B288", "#6F9A7E")[i % 3], i + 3)
        box(c, -600, horizon + 30, 3200, 30, 0, "#8A9C6B")
    with cam.layer(c, 0.85):
        water(c, t, horizon + 52, glint=1330)


def soft_evening(c, t):
    """The evening out of focus."""
    whole(c, down(0, 1080, (0, "#B9CDBF"), (0.5, "#F0D9A9"), (1, "#7FA79C")))
    for i in range(13):
        x, y = (i * 331) % 2000, 120 + (i * 197) % 860
        colour = ("#FFE9B4", "#9DB98A", "#F2B98A", "#7FA7A0", "#F6E3BE")[i % 5]
        g = 100 + (i * 53) % 130
        oval(c, x + 14 * wobble(t, i, 0.5), y, g, g, colour, alpha=0.28)


def plank_edge(c, y, t):
    """The edge of the jetty seen from the water, close."""
    box(c, -400, y, 2800, 40, 0, PLANK, darker(PLANK, 0.3), 4)
    for i in range(12):
        x = -300 + i * 230
        curve(c, [(x, y + 2), (x - 6, y + 38)], darker(PLANK, 0.25), 5)
    box(c, -400, y + 40, 2800, 70, 0, darker(PLANK, 0.28), darker(PLANK, 0.5), 4)
    for i in range(5):
        x = -100 + i * 520
        box(c, x, y + 110, 64, 300, 8, darker(PLANK, 0.45))
