# SPDX-License-Identifier: MIT
"""Places: each function draws one, in layers, for the camera it is given."""

import math

from props import bush, cup, flower, leaf, pot, steam
from stage import (AMBER, HONEY, INK, MINT, PAPER, SAND, TEAL, TEAL2, WHITE, at, blob, box, curve,
                   darker, down, glow, hash01, lighter, mix, oval, poly, whole, wobble)

PETALS = ("#E59A7B", "#F2C879", "#DE7F6B", "#F6E3C9", "#E8A7A0")


def _tower(c, x, base, w, h, colour, seed, t=0.0, night=False):
    box(c, x, base - h, w, h, 4, colour)
    box(c, x, base - h, w * 0.24, h, 0, darker(colour, 0.06))
    cols, rows = int(w // 46), int(h // 62)
    for i in range(cols):
        for j in range(rows):
            n = seed * 97 + i * 13 + j * 7
            lit = hash01(n)
            if night:
                fill = HONEY if lit > 0.62 else darker(colour, 0.3)
                a = 0.9 if lit > 0.62 else 0.6
            else:
                fill, a = (lighter(colour, 0.5) if lit > 0.5 else mix(colour, TEAL2, 0.25)), 0.8
            box(c, x + 14 + i * 46, base - h + 18 + j * 62, 24, 32, 3, fill, alpha=a)


def _tree(c, x, y, s, t, colour, seed):
    with at(c, x, y, s, 0.012 * wobble(t, seed)):
        curve(c, [(0, 0), (4, -120), (0, -200)], "#8C6B4E", 18)
        for i, (dx, dy, r) in enumerate(((-60, -190, 84), (60, -200, 90), (0, -270, 96),
                                         (0, -170, 80))):
            k = wobble(t, seed + i, 0.8) * 5
            oval(c, dx + k, dy, r, r * 0.9, mix(colour, MINT, 0.12 * (i % 3)))


def bird(c, x, y, s, t, seed=0):
    f = math.sin(t * 9 + seed * 2) * 16
    curve(c,
          [(x - 34 * s, y - f * s), (x - 14 * s, y - (10 - f * 0.2) * s), (x, y),
           (x + 14 * s, y - (10 - f * 0.2) * s), (x + 34 * s, y - f * s)],
          darker(TEAL2, 0.3), 5 * s)


def balcony(c, cam, t):
    """A balcony in the morning; the floor of the actors is at about y = 1000."""
    whole(c, down(0, 900, (0, "#BFDDDB"), (0.55, "#E6EFE3"), (1, "#F7E7C6")))
    with cam.layer(c, 0.12):
        glow(c, 1480, 250, 560, "#FFF3D0", 0.85)
        oval(c, 1480, 250, 78, 78, "#FFF6DC")
        for i, (x, y, s) in enumerate(((300, 170, 1.0), (1050, 110, 0.8), (1750, 330, 1.1))):
            x += t * 7
            for dx, dy, r in ((-70, 8, 40), (0, -8, 58), (70, 6, 44), (25, 16, 60)):
                oval(c, x + dx * s, y + dy * s, r * 1.5 * s, r * 0.62 * s, WHITE, alpha=0.75)
    with cam.layer(c, 0.2):
        blob(c, [(-500, 760), (-200, 560), (200, 500), (620, 590), (1000, 520), (1500, 470),
                 (2000, 560), (2500, 540), (2500, 1200), (-500, 1200)], "#B7D3CB")
    with cam.layer(c, 0.32):
        for x, w, h, col, s in ((-260, 260, 420, "#DCD5C5", 1), (60, 210, 560, "#CFDCD6", 2),
                                (330, 250, 380, "#E7DCC6", 3), (1260, 230, 470, "#D9E2DB", 4),
                                (1540, 280, 610, "#E9DFCB", 5), (1880, 240, 440, "#CBD9D4", 6)):
            _tower(c, x, 900, w, h, col, s)
        for i in range(3):
            bird(c, 240 + t * 66 + i * 90, 300 - i * 34 + 20 * math.sin(t + i), 0.8, t, i)
    with cam.layer(c, 0.5):
        for i in range(9):
            _tree(c, -260 + i * 300, 980 + 30 * math.sin(i * 2), 1.0 + 0.2 * math.sin(i * 3), t,
                  ("#8DBB9B", "#79AE93", "#9CC6A2")[i % 3], i)
    _balcony_near(c, cam, t)


def _balcony_near(c, cam, t):
    with cam.layer(c, 1.0):
        for i in range(34):
            x = -420 + i * 84
            box(c, x, 640, 13, 330, 3, "#F3EBDD", darker(SAND, 0.22), 2)
        box(c, -500, 606, 3000, 42, 12, WHITE, darker(SAND, 0.25), 3)
        box(c, -500, 940, 3000, 400, 0, "#E8DBC2")
        box(c, -500, 940, 3000, 16, 0, darker(SAND, 0.16))
        for i in range(12):
            poly(c, [(-400 + i * 260, 956), (-392 + i * 260, 956), (-520 + i * 290, 1340),
                     (-532 + i * 290, 1340)], darker(SAND, 0.12))
        # washing on the line
        curve(c, [(900, 96), (1400, 128), (2300, 90)], darker(SAND, 0.45), 4)
        for i, (x, col) in enumerate(((1310, TEAL2), (1500, HONEY), (1700, "#E8A78D"))):
            s = wobble(t, i * 3, 1.1) * 14
            poly(c, [(x, 122), (x + 130, 122), (x + 136 + s, 330), (x - 6 + s, 330)], col,
                 darker(col, 0.15), 3)
            poly(c, [(x, 122), (x + 30, 122), (x + 26 + s, 330), (x - 6 + s, 330)], INK, alpha=0.07)
            for k in (24, 104):
                box(c, x + k, 108, 9, 30, 3, "#C98D63")
        # the open glass door
        box(c, -460, -200, 320, 1300, 0, "#E9DDC8")
        box(c, -150, -200, 30, 1240, 0, "#C7A27A", darker("#C7A27A", 0.2), 3)
        for i in range(5):
            s = wobble(t, i, 0.7) * 12
            blob(c,
                 [(-330 + i * 44, -220), (-284 + i * 44, -220), (-276 + i * 44 + s * 0.4, 400),
                  (-276 + i * 44 + s, 1000), (-322 + i * 44 + s, 1000),
                  (-330 + i * 44 + s * .4, 400)],
                 lighter(MINT, 0.5 + 0.1 * (i % 2)), darker(MINT, 0.08), 2)


def flower_boxes(c, cam, t, y=1010, x0=-60, count=13, depth=1.12, wet=0.0, bloom=1.0):
    """Boxes of flowers in front of the actors."""
    with cam.layer(c, depth):
        for i in range(count):
            x = x0 + i * 88
            s = wobble(t, i, 1.0) + wet * math.sin(t * 11 + i * 1.7) * 0.4
            flower(c, x, y, 34 + 8 * hash01(i), PETALS[i % 5], s * 0.5, bloom)
            for k in range(3):
                leaf(c, x + 20 - k * 18, y, 70, -1.1 - k * 0.5 + s * 0.08,
                     ("#5B9C74", "#3F7D5B")[k % 2],
                     False)
        w = count * 88 + 40
        box(c, x0 - 60, y - 12, w, 130, 12, "#C98D63", darker("#C98D63", 0.2), 4)
        box(c, x0 - 68, y - 22, w + 16, 34, 10, lighter("#C98D63", 0.15), darker("#C98D63", 0.2), 3)


def petals(c, cam, t):
    """A few petals that the wind carries past behind everybody."""
    with cam.layer(c, 0.9):
        for i in range(7):
            k = (t * 0.075 + hash01(i * 3.3)) % 1
            x = 2300 - 2700 * k + 60 * math.sin(t * 1.1 + i * 2)
            y = 120 + 640 * hash01(i * 7) + 260 * k + 40 * math.sin(t * 1.7 + i)
            oval(c, x, y, 15, 4 + 6 * abs(math.sin(t * 2.2 + i)), PETALS[i % 5], alpha=0.9,
                 turn=t * 1.3 + i)


def tea_table(c, x, y, t):
    """A little round table with tea; (x, y) is the middle of its top."""
    curve(c, [(x, y + 10), (x, y + 330)], "#A97D52", 24)
    curve(c, [(x - 90, y + 340), (x, y + 280), (x + 90, y + 340)], "#A97D52", 18)
    oval(c, x, y + 10, 210, 44, darker("#C79A68", 0.2))
    oval(c, x, y, 210, 44, "#D7AE7C", darker("#C79A68", 0.15), 3)
    steam(c, x - 90, y - 84, t, 0.9)
    cup(c, x - 90, y + 2, 0.86)


def corridor(c, cam, t, run=0.0):
    """A school corridor; run moves the far things to the left as the actor walks."""
    whole(c, down(0, 1080, (0, "#F4EFE3"), (1, "#E8E2D2")))
    with cam.layer(c, 0.8):
        c.translate(-run * 0.8, 0)
        for i in range(-1, 7):
            x = i * 760
            box(c, x + 60, 130, 470, 400, 8, "#CDE6E4", darker(SAND, 0.3), 10)
            with at(c, x + 60, 130):
                c.save()
                c.rectangle(5, 5, 460, 390)
                c.clip()
                oval(c, 90, 400, 130, 150, "#9CC6A2")
                oval(c, 300, 420, 170, 170, "#86B798")
                oval(c, 440, 380, 90, 110, "#A9CFAE")
                poly(c, [(60, -20), (150, -20), (-10, 420), (-100, 420)], WHITE, alpha=0.35)
                poly(c, [(330, -20), (370, -20), (210, 420), (170, 420)], WHITE, alpha=0.3)
                c.restore()
            box(c, x + 290, 130, 9, 400, 0, darker(SAND, 0.3))
            box(c, x + 40, 524, 510, 22, 4, WHITE, darker(SAND, 0.25), 3)
            box(c, x + 592, 250, 130, 190, 6, "#E9C99A", darker(AMBER, 0.25), 6)
            for k in range(4):
                box(c, x + 608 + (k % 2) * 52, 268 + (k // 2) * 82, 44, 66, 3,
                    (WHITE, MINT, HONEY, WHITE)[k])
        box(c, -900, 610, 6600, 360, 0, "#A9CFC4")
        box(c, -900, 604, 6600, 14, 0, TEAL2)
    with cam.layer(c, 0.9):
        c.translate(-run * 0.9, 0)
        box(c, -900, 940, 7000, 500, 0, "#DCCFB6")
        box(c, -900, 930, 7000, 18, 0, darker(SAND, 0.25))
        for i in range(26):
            poly(c, [(i * 260 - 500, 948), (i * 260 - 300, 948), (i * 260 - 420, 1300),
                     (i * 260 - 640, 1300)], WHITE, alpha=0.22)


def _skyline_window(c, t, x, y, w, h):
    c.save()
    c.rectangle(x, y, w, h)
    c.clip()
    box(c, x, y, w, h, 0, down(y, y + h, (0, "#2E5A66"), (0.6, "#6D8C8A"), (1, "#E0B387")))
    for i, (dx, ww, hh) in enumerate(((10, 150, 250), (150, 120, 330), (270, 170, 210),
                                      (430, 130, 360),
                                      (560, 170, 260), (720, 130, 320))):
        _tower(c, x + dx, y + h + 10, ww, hh, "#2C4A52", i + 2, night=True)
    oval(c, x + w * 0.76, y + 90, 40, 40, "#FBEBC8")
    c.restore()
    box(c, x, y, w, h, 0, None, "#F3EBDD", 18)
    box(c, x + w / 2 - 7, y, 14, h, 0, "#F3EBDD")


def living_room(c, cam, t, lamp=1.0):
    """A small flat in the evening; the sofa's seat is at about y = 800."""
    whole(c, down(0, 1080, (0, "#CDBFA6"), (1, "#E5D5B8")))
    with cam.layer(c, 0.75):
        _skyline_window(c, t, 130, 90, 860, 470)
        for k, x in ((-1, 90), (1, 940)):
            for i in range(4):
                xx = x + i * 30
                s = 4 * wobble(t, i + k, 0.5)
                blob(c, [(xx, 40), (xx + 34, 40), (xx + 38 + s, 640), (xx - 4 + s, 640)],
                     mix(TEAL2, SAND, 0.30 + 0.1 * (i % 2)), None)
        for j, (y, w) in enumerate(((250, 430), (440, 430))):
            box(c, 1330, y, w, 18, 4, "#A97D52")
            x = 1345
            for i in range(9):
                hgt = 70 + 50 * hash01(i + j * 20)
                ww = 20 + 16 * hash01(i * 3 + j)
                box(c, x, y - hgt, ww, hgt, 3,
                    (TEAL, HONEY, PAPER, "#C98D63", TEAL2, "#D9B38C")[(i + j * 2) % 6])
                x += ww + 5
        bush(c, 1700, 238, 0.5, t, "#4E9168", 7)
        box(c, -500, 860, 3200, 500, 0, "#B98E63")
        box(c, -500, 850, 3200, 16, 0, "#D9C3A0")
    with cam.layer(c, 0.92):
        pot(c, 180, 900, 1.25)
        bush(c, 180, 770, 1.5, t, "#3F7D5B", 11, 3)
        glow(c, 1700, 400, 620, "#FFE2A0", 0.55 * lamp)
        curve(c, [(1700, 470), (1700, 930)], "#6A4D33", 14)
        poly(c, [(1620, 300), (1780, 300), (1830, 470), (1570, 470)], "#FCE9BE", darker(HONEY, 0.1),
             3)
        oval(c, 1700, 935, 90, 18, "#6A4D33")


def sofa(c, x=960, y=800, w=1120):
    """Drawn before the person who sits on it."""
    col = "#2F7D78"
    edge = darker(col, 0.3)
    box(c, x - w / 2 + 40, y - 330, w - 80, 380, 70, col, edge, 4)
    curve(c, [(x, y - 322), (x - 4, y - 40)], edge, 4)
    box(c, x - w / 2 + 30, y - 40, w - 60, 120, 34, lighter(col, 0.1), edge, 4)
    curve(c, [(x, y - 36), (x, y + 76)], edge, 4)
    box(c, x - w / 2 + 30, y + 64, w - 60, 130, 20, darker(col, 0.1), edge, 4)
    for k in (-1, 1):
        box(c, x + k * (w / 2 - 50) - 70, y - 150, 140, 340, 56, col, edge, 4)
    for k, fill in ((-0.30, HONEY), (0.33, "#E8A78D")):
        with at(c, x + k * w, y - 100, 1, k * 0.9):
            box(c, -96, -90, 192, 180, 40, fill, darker(fill, 0.2), 3)


def call_room(c, cam, t):
    """Where the caller sits: dim and cold, with other callers behind."""
    whole(c, down(0, 1080, (0, "#13262B"), (1, "#1F3A40")))
    with cam.layer(c, 0.5):
        for i in range(5):
            box(c, -200 + i * 560, 60, 330, 12, 4, "#9FC4C3", alpha=0.35)
            glow(c, -30 + i * 560, 66, 260, "#7FB0B0", 0.16)
        for i in range(5):
            x = 60 + i * 420
            b = 6 * math.sin(t * 1.6 + i * 2)
            glow(c, x + 110, 470, 170, "#6FB6B2", 0.22)
            oval(c, x, 420 + b, 56, 66, "#0F1E22")
            blob(c, [(x - 110, 700), (x - 90, 530 + b), (x, 490 + b), (x + 90, 530 + b),
                     (x + 110, 700)],
                 "#0F1E22")
            curve(c, [(x - 58, 424 + b), (x, 350 + b), (x + 58, 424 + b)], "#2A464C", 8)
            box(c, x + 76, 440, 150, 100, 6, "#4F8A89", alpha=0.7)
    with cam.layer(c, 0.7):
        box(c, -500, 640, 3000, 700, 0, "#16292E")
        box(c, -500, 632, 3000, 12, 0, "#2B464B")


def landing(c, cam, t):
    """The landing between two flats."""
    whole(c, down(0, 1080, (0, "#E9DEC8"), (1, "#D8C9AC")))
    with cam.layer(c, 0.85):
        for x, col in ((150, "#A8744B"), (1330, "#2F6F6B")):
            box(c, x - 26, 70, 492, 880, 10, darker(SAND, 0.25))
            box(c, x, 96, 440, 860, 6, col, darker(col, 0.35), 5)
            for y, h in ((150, 300), (500, 380)):
                box(c, x + 60, y, 320, h, 10, None, darker(col, 0.28), 6)
            oval(c, x + (392 if x < 900 else 48), 560, 17, 17, HONEY, darker(AMBER, 0.3), 3)
            oval(c, x + 220, 250, 10, 10, INK)
        box(c, 880, 120, 170, 230, 8, "#CFE3E0", WHITE, 12)
        box(c, 960, 120, 10, 230, 0, WHITE)
        glow(c, 960, -40, 700, "#FFE9B8", 0.65)
        box(c, -500, 950, 3000, 400, 0, "#BFA98A")
        box(c, -500, 940, 3000, 16, 0, darker(SAND, 0.35))
    with cam.layer(c, 0.95):
        pot(c, 965, 1010, 1.1, "#7C9A92")
        bush(c, 965, 890, 1.2, t, "#4E9168", 9, 2)
