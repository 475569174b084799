# SPDX-License-Identifier: MIT
"""The street: along the shops, at the corner, and from above."""

import math

from places import bird
from stage import (HONEY, INK, MAPLE, TEAL, TEAL2, WHITE, at, blob, box, curve, darker, down,
                   hash01, lighter, mix, oval, poly, whole, wobble)

ASPHALT, PAVE, KERB = "#8B9494", "#E3D6BC", "#C9BCA2"
LEAVES = ("#C5472F", "#E08A3A", "#F0C060", "#D9772F")


def tree(c, x, y, s, t, seed):
    with at(c, x, y, s):
        curve(c, [(0, 0), (4, -150), (0, -260)], "#7A573C", 26)
        curve(c, [(2, -190), (-60, -270)], "#7A573C", 14)
        for i in range(11):
            a, b = hash01(i * 3 + seed), hash01(i * 7 + seed)
            k = wobble(t, seed + i, 0.8) * 5
            oval(c, -120 + 240 * a + k, -400 + 190 * b, 70, 56,
                 mix(LEAVES[i % 4], HONEY, 0.25 * (i % 3)))


def falling(c, t, n=7, top=120.0):
    for i in range(n):
        k = (t * 0.10 + hash01(i * 3.1)) % 1
        x = 1950 * hash01(i * 7) + 90 * math.sin(t * 1.2 + i * 2)
        oval(c, x, top + 720 * k, 17, 6 + 5 * abs(math.sin(t * 2 + i)), LEAVES[i % 4],
             turn=t * 1.4 + i)


def _shop(c, x, w, i):
    wall = ("#EAD9BD", "#D7DED3", "#F0DCC4", "#DFE3D8")[i % 4]
    awn = (TEAL2, "#C5533F", "#D9932B", "#7E9C8C")[i % 4]
    box(c, x, 60, w, 660, 0, wall, darker(wall, 0.12), 3)
    for k in range(3):
        box(c, x + 40 + k * (w - 80) / 3, 96, 84, 110, 6, mix(wall, TEAL2, 0.25), WHITE, 6)
    box(c, x + 26, 380, w * 0.52, 300, 6, "#CFE6E4", darker(wall, 0.3), 8)
    for k in range(4):  # What the shop sells, in its window.
        oval(c, x + 70 + k * 62, 622, 26, 34 + 10 * hash01(i * 5 + k), LEAVES[(i + k) % 4],
             alpha=0.8)
    box(c, x + w * 0.66, 400, w * 0.24, 320, 6, darker(awn, 0.1), darker(awn, 0.35), 5)
    n = 8
    for k in range(n):
        a, b = x + 10 + k * (w - 20) / n, x + 10 + (k + 1) * (w - 20) / n
        poly(c, [(a, 290), (b, 290), (b, 366), (a, 366)], awn if k % 2 else WHITE)
        oval(c, (a + b) / 2, 366, (b - a) / 2, 16, awn if k % 2 else WHITE)
    box(c, x + 30, 226, w - 60, 60, 8, darker(awn, 0.12))
    for k in range(3):
        oval(c, x + w / 2 - 70 + k * 70, 256, 18, 18, HONEY)


def shops(c, cam, t, run):
    """A pavement along shops; run is how far the walkers have come. Ground of the actors: 905."""
    whole(c, down(0, 1080, (0, "#BFE0E4"), (1, "#FBF0D2")))
    with cam.layer(c, 0.6):
        c.translate(-run * 0.6, 0)
        for i in range(9):
            _shop(c, -300 + i * 520, 500, i)
    with cam.layer(c, 0.9):
        c.translate(-run * 0.9, 0)
        box(c, -900, 712, 7000, 240, 0, PAVE)
        box(c, -900, 704, 7000, 12, 0, darker(PAVE, 0.15))
        for i in range(40):
            poly(c, [(i * 190 - 800, 716), (i * 190 - 796, 716), (i * 190 - 856, 950),
                     (i * 190 - 862, 950)], darker(PAVE, 0.1))
        for j in (770, 846):
            box(c, -900, j, 7000, 3, 0, darker(PAVE, 0.1))
        for i in range(7):
            tree(c, -200 + i * 640, 748, 1.15, t, i * 5)
    with cam.layer(c, 1.0):
        c.translate(-run, 0)
        box(c, -900, 940, 8000, 30, 0, KERB, darker(KERB, 0.2), 3)
        box(c, -900, 968, 8000, 300, 0, ASPHALT)
        for i in range(24):
            oval(c, -600 + i * 290 + 90 * hash01(i), 880 + 50 * hash01(i * 3), 20, 7, LEAVES[i % 4],
                 turn=i)


def zebra(c, t=0.0):
    """Bars across the side street, towards us."""
    for i in range(6):
        k0, k1 = (i + 0.16) / 6, (i + 0.62) / 6
        y0, y1 = 800 + 300 * k0 ** 1.25, 800 + 300 * k1 ** 1.25

        def edge(y, side):
            k = (y - 800) / 300
            return (300 - 210 * k) if side < 0 else (800 + 150 * k)
        poly(c, [(edge(y0, -1), y0), (edge(y0, 1), y0), (edge(y1, 1), y1), (edge(y1, -1), y1)],
             "#F4F2EA")


def corner(c, cam, t):
    """Where the zebra begins, seen from across the side street. Feet at the kerb: y = 780."""
    whole(c, down(0, 700, (0, "#BFE0E4"), (1, "#FBF0D2")))
    with cam.layer(c, 0.35):
        for i in range(3):
            bird(c, 500 + t * 50 + i * 90, 130 - i * 30 + 14 * math.sin(t + i), 0.7, t, i)
        for x, w, h, col in ((880, 130, 260, "#D6DED3"), (1010, 150, 340, "#E6DAC2"),
                             (1170, 120, 240, "#CFDCD6"), (1290, 170, 310, "#EADFC9")):
            box(c, x, 520 - h, w, h, 4, col)
            for a in range(3):
                for b in range(5):
                    box(c, x + 14 + a * 40, 540 - h + b * 52, 22, 28, 3, mix(col, TEAL2, 0.25))
    with cam.layer(c, 0.7):
        for k, x0, x1 in ((0, -260, 900), (1, 1560, 2500)):
            wall = ("#EAD9BD", "#D7DED3")[k]
            near, far = (x0, x1) if k == 0 else (x1, x0)
            poly(c, [(near, 0 - 60), (far, 210), (far, 560), (near, 700)], wall, darker(wall, 0.12),
                 4)
            for i in range(5):
                a, b = 0.08 + 0.18 * i, 0.2 + 0.18 * i
                xa, xb = near + (far - near) * a, near + (far - near) * b
                poly(c, [(xa, 330 + 60 * a), (xb, 330 + 60 * b), (xb, 668 - 120 * b),
                         (xa, 676 - 120 * a)], "#CFE6E4", darker(wall, 0.3), 5)
                poly(c, [(xa - 24, 296 + 60 * a), (xb + 14, 296 + 60 * b), (xb + 14, 346 + 50 * b),
                         (xa - 24, 352 + 50 * a)], (TEAL2, "#C5533F", "#D9932B")[(i + k) % 3])
                poly(c, [(xa, 70 + 150 * a), (xb, 70 + 150 * b), (xb, 190 + 110 * b),
                         (xa, 190 + 110 * a)], mix(wall, TEAL2, 0.25))
    with cam.layer(c, 0.9):
        box(c, -700, 560, 3400, 800, 0, ASPHALT)
        blob(c, [(-700, 560), (1010, 560), (1050, 600), (1060, 700), (1010, 764), (900, 792),
                 (-700, 796)], PAVE, KERB, 14)
        poly(c, [(1620, 560), (2600, 560), (2600, 792), (1900, 792)], PAVE, KERB, 10)
        for i in range(7):
            curve(c, [(-600 + i * 240, 566), (-700 + i * 262, 786)], darker(PAVE, 0.1), 3)
        for i in range(4):
            k = i / 4
            box(c, 1316 + 6 * k, 570 + 50 * k * (1 + k), 8 + 8 * k, 26 + 20 * k, 0, "#F4F2EA",
                alpha=0.9)
        for i, (x, s) in enumerate(((30, 1.0), (860, 0.72))):
            tree(c, x, 640, s, t, i * 9 + 2)
        tree(c, 1830, 650, 0.9, t, 31)
    with cam.layer(c, 1.0):
        zebra(c)


def plan(c):
    """The crossing from above: pavement top left, the zebra of the two below it."""
    whole(c, ASPHALT)
    for i in range(60):
        oval(c, 1920 * hash01(i * 3), 1080 * hash01(i * 7), 3, 3, darker(ASPHALT, 0.15))
    c.new_path()
    c.move_to(-50, -50)
    c.line_to(980, -50)
    c.line_to(980, 360)
    c.arc(780, 360, 200, 0, math.pi / 2)
    c.line_to(-50, 560)
    c.close_path()
    c.set_source_rgb(*[int(PAVE[i:i + 2], 16) / 255 for i in (1, 3, 5)])
    c.fill_preserve()
    c.set_source_rgb(*[int(KERB[i:i + 2], 16) / 255 for i in (1, 3, 5)])
    c.set_line_width(16)
    c.stroke()
    for i in range(9):
        curve(c, [(i * 110, -40), (i * 110, 552 if i < 8 else 300)], darker(PAVE, 0.08), 3)
    for j in range(5):
        far = 770 if j > 2 else 970
        curve(c, [(-40, 40 + j * 110), (far, 40 + j * 110)], darker(PAVE, 0.08), 3)
    for i in range(6):
        box(c, 560, 596 + i * 88, 240, 44, 0, "#F4F2EA")
    for i in range(7):
        box(c, 1340, -40 + i * 130, 12, 74, 0, "#F4F2EA")
    box(c, -50, 888, 500, 12, 0, "#F4F2EA")
    for i, (x, y) in enumerate(((150, 180), (420, 90), (200, 420))):
        oval(c, x + 10, y + 14, 100, 96, INK, alpha=0.12)
        for k in range(7):
            a = k * 0.9
            oval(c, x + 46 * math.cos(a), y + 46 * math.sin(a), 54, 50,
                 mix(LEAVES[(k + i) % 4], HONEY, 0.2))


def top_child(c, x, y, s, hair, bag, cap=None, ghost=0.0):
    """A child from above, facing down the picture; ghost 0..1 turns it into a dotted outline."""
    with at(c, x, y, s):
        if ghost > 0.5:
            c.set_dash([10, 10])
            oval(c, 0, 0, 46, 46, WHITE, MAPLE, 6, 0.55)
            c.set_dash([])
            return
        oval(c, 6, 10, 50, 34, INK, alpha=0.16)
        box(c, -30, -48, 60, 34, 12, bag, darker(bag, 0.3), 3)
        oval(c, 0, 0, 52, 26, TEAL, darker(TEAL, 0.3), 3)
        oval(c, 0, 6, 30, 31, cap or hair, darker(cap or hair, 0.25), 3)
        if cap:
            oval(c, 0, 30, 28, 13, lighter(cap, 0.2), darker(cap, 0.25), 3)
            for k in (-1, 1):
                oval(c, k * 36, -4, 11, 15, hair)

