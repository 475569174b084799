# SPDX-License-Identifier: MIT
"""The places of this film, in layers for the camera they are given."""

import math

from props import bush, cup, pot, steam
from stage import (HONEY, INK, MAPLE, SAND, TEAL2, WHITE, at, blob, box, curve, darker, down, glow,
                   hash01, lighter, mix, oval, poly, text, whole, wobble)

from people import chess_piece, egg_box


# ---- the hall ---------------------------------------------------------------------------------

def hall(c, cam, t, slide=None):
    """A hired room with a stage; slide(c) draws 1000 x 500 on the screen."""
    whole(c, down(0, 1080, (0, "#CDB58C"), (1, "#E7D3AC")))
    with cam.layer(c, 0.75):
        box(c, -600, -300, 3200, 1120, 0, down(0, 820, (0, "#D8C29A"), (1, "#EAD8B4")))
        for i in range(14):
            box(c, -520 + i * 220, -300, 6, 1120, 0, darker("#D8C29A", 0.08))
        box(c, 440, 150, 1040, 540, 10, "#8A7A60")
        box(c, 460, 170, 1000, 500, 4, "#F6FAF5")
        if slide:
            c.save()
            c.rectangle(460, 170, 1000, 500)
            c.clip()
            with at(c, 460, 170):
                slide(c)
            c.restore()
        glow(c, 960, 420, 760, "#FFF7DC", 0.35)
        for k, x in ((-1, 150), (1, 1770)):
            for i in range(5):
                xx = x + (i - 2) * 62
                s = 8 * wobble(t, i + k * 3, 0.5)
                blob(c, [(xx - 40, -200), (xx + 40, -200), (xx + 36 + s * 0.4, 300),
                         (xx + 42 + s, 800), (xx - 42 + s, 800), (xx - 36 + s * 0.4, 300)],
                     mix("#9E3B34", "#B9524A", i % 2), darker("#9E3B34", 0.2), 2)
        box(c, 340, 28, 1240, 96, 10, MAPLE, darker(MAPLE, 0.25), 4)
        text(c, "幸福晚年大讲堂", 960, 92, 62, HONEY, True)
        for k in (-1, 1):
            oval(c, 960 + k * 470, 76, 22, 22, HONEY)
    with cam.layer(c, 0.9):
        box(c, -700, 800, 3400, 600, 0, "#A97B4E")
        box(c, -700, 790, 3400, 20, 0, lighter("#A97B4E", 0.25))
        for i in range(10):
            curve(c, [(-500 + i * 330, 812), (-640 + i * 360, 1300)], darker("#A97B4E", 0.12), 4)
        for i, (x, col) in enumerate(((268, "#F2C879"), (322, "#E59A7B"), (1630, "#8DBB9B"))):
            y = 330 + 14 * wobble(t, i * 2, 0.8)
            curve(c, [(x, y + 84), (x + 10 * wobble(t, i, 1), y + 260), (x, 800)], INK, 2, 0.4)
            oval(c, x, y, 66, 80, col, darker(col, 0.15), 3)
            oval(c, x - 22, y - 28, 12, 20, WHITE, alpha=0.5, turn=0.5)


def egg_table(c, cam):
    """The table of gifts, in front of the stage at the right."""
    with cam.layer(c, 1.0):
        box(c, 1180, 790, 760, 400, 8, "#B4463C", darker("#B4463C", 0.25), 4)
        box(c, 1160, 772, 800, 34, 8, "#D9AE74", darker("#D9AE74", 0.25), 3)
        for i in range(7):
            curve(c, [(1240 + i * 104, 806), (1234 + i * 106, 1200)], darker("#B4463C", 0.15), 6)
        for row, (n, x0) in enumerate(((3, 1310), (2, 1430), (1, 1555))):
            for i in range(n):
                egg_box(c, x0 + i * 246, 774 - row * 72, 1.0)


def _back(c, kind, hair, top, clap, t, seed):
    """A listener from behind; clap 0..1 brings the hands up."""
    if clap > 0.02:
        beat = abs(math.sin(t * 12 + seed))
        for k in (-1, 1):
            x = k * (16 + 40 * beat)
            curve(c, [(k * 92, 20), (k * 128, -70 * clap), (x, -150 * clap - 30)], top, 44)
            oval(c, x, -172 * clap - 30, 24, 30, "#E7BE99", darker("#E7BE99", 0.15), 2.5)
    b = 3 * math.sin(t * 1.7 + seed)
    blob(c, [(-130, 240), (-134, 60), (-84, 0 + b), (0, -18 + b), (84, 0 + b), (134, 60),
             (130, 240)], top, darker(top, 0.22), 3)
    box(c, -24, -60, 48, 60, 14, "#DDB18C")
    y = -122 + b
    for k in (-1, 1):
        oval(c, k * 78, y + 18, 14, 22, "#E7BE99", darker("#E7BE99", 0.15), 2)
    blob(c, [(0, y - 100), (62, y - 84), (84, y - 20), (76, y + 54), (40, y + 88), (-40, y + 88),
             (-76, y + 54), (-84, y - 20), (-62, y - 84)], hair, darker(hair, 0.14), 3)
    if kind == "bun":
        oval(c, 0, y - 74, 44, 40, hair, darker(hair, 0.16), 3)
        curve(c, [(-26, y - 84), (0, y - 94), (26, y - 80)], darker(hair, 0.14), 3)
    elif kind == "perm":
        for i in range(14):
            a = i * 2.4
            r = 20 + 58 * hash01(i * 5 + seed)
            oval(c, r * math.cos(a), y - 6 + r * math.sin(a), 25, 24, hair, darker(hair, 0.09), 2)
    elif kind == "bald":
        oval(c, 0, y - 34, 60, 58, "#E7BE99")
        curve(c, [(-28, y - 66), (-4, y - 78), (20, y - 74)], WHITE, 6, 0.5)
    elif kind == "cap":
        blob(c, [(-88, y - 8), (-84, y - 70), (0, y - 112), (84, y - 70), (88, y - 8),
                 (0, y + 6)], "#5B6A66", darker("#5B6A66", 0.3), 3)


ROW = (("bun", "#C9CCCB", "#7E9C8C"), ("bald", "#D6D8D6", "#6F94A3"),
       ("perm", "#BDB9B6", "#B5806F"), ("cap", "#A9ABA8", "#8A6F52"),
       ("swept", "#BFC3C2", "#6C7F92"), ("perm", "#D8D5D1", "#8C7FA0"),
       ("bald", "#C5C7C4", "#5F8F83"), ("bun", "#B1B3B2", "#B98D52"))


def audience(c, cam, t, clap=0.0):
    for row, (depth, y, s, shift) in enumerate(((1.06, 1010, 1.12, 130), (1.2, 1160, 1.42, 0))):
        with cam.layer(c, depth):
            for i in range(9):
                kind, hair, top = ROW[(i * 3 + row * 5) % 8]
                with at(c, -180 + shift + i * 262 * s / 1.12, y, s):
                    _back(c, kind, hair, top, clap * (0.75 + 0.25 * hash01(i + row * 7)), t,
                          i * 1.7 + row)


# ---- at home ----------------------------------------------------------------------------------

def _sea_picture(c, x, y, w, h, t=0.0):
    c.save()
    c.rectangle(x, y, w, h)
    c.clip()
    box(c, x, y, w, h, 0, down(y, y + h, (0, "#CFE9EE"), (0.52, "#FBEFD6"), (0.53, "#5FB3BE"),
                               (1, "#2E8C97")))
    oval(c, x + w * 0.7, y + h * 0.36, w * 0.1, w * 0.1, "#FFF3CF")
    for i in range(3):
        yy = y + h * (0.62 + 0.12 * i)
        curve(c, [(x - 10 + k * w * 0.2, yy + 3 * math.sin(k * 2 + t * 2 + i)) for k in range(7)],
              WHITE, 3, 0.7)
    poly(c, [(x + w * 0.2, y + h * 0.52), (x + w * 0.2, y + h * 0.22), (x + w * 0.38, y + h * 0.5)],
         WHITE)
    c.restore()


def home(c, cam, t):
    """A kitchen with a window; the table is table()'s."""
    whole(c, down(0, 1080, (0, "#EADCC0"), (1, "#F1E6CE")))
    with cam.layer(c, 0.8):
        box(c, -600, 640, 3200, 700, 0, "#DCE6D8")
        for i in range(30):
            box(c, -560 + i * 100, 640, 3, 700, 0, "#C5D4C4")
        for j in range(5):
            box(c, -600, 700 + j * 90, 3200, 3, 0, "#C5D4C4")
        box(c, -600, 628, 3200, 14, 0, "#C9A67A")
        _window(c, t, 1130, 90, 560, 440)
        box(c, 240, 130, 230, 300, 6, WHITE, darker(SAND, 0.3), 4)
        _sea_picture(c, 252, 142, 206, 150, t)
        for i in range(5):
            for j in range(4):
                box(c, 262 + i * 40, 312 + j * 27, 26, 16, 3, MAPLE if i == 4 else "#D8DAD2")
        oval(c, 355, 124, 9, 9, "#8A7A60")
        for x, y, col in ((640, 300, "#C98D63"), (730, 300, TEAL2), (830, 300, HONEY)):
            box(c, x, y - 74, 66, 74, 14, col, darker(col, 0.2), 3)
            box(c, x + 6, y - 90, 54, 20, 8, darker(col, 0.2))
        box(c, 600, 300, 360, 18, 4, "#A97D52")
        with at(c, 930, 300, 0.6):
            pot(c, 0, 0, 0.9)
            bush(c, 0, -92, 0.75, t, "#4E9168", 7)


def _window(c, t, x, y, w, h):
    c.save()
    c.rectangle(x, y, w, h)
    c.clip()
    box(c, x, y, w, h, 0, down(y, y + h, (0, "#BFE0E4"), (1, "#FBF0D2")))
    oval(c, x + 120, y + 110, 46, 46, "#FFF6DC")
    for i in range(5):
        hh = 120 + 90 * hash01(i * 3)
        box(c, x + i * 124 - 20, y + h - hh, 104, hh, 4, ("#D6DED3", "#E6DAC2")[i % 2])
    for i in range(12):
        sx = x + w - 240 + 250 * hash01(i * 7) + 8 * wobble(t, i, 0.9)
        sy = y + 20 + 230 * hash01(i * 5)
        oval(c, sx, sy, 46, 34, mix("#D9773B", "#E9A94A", hash01(i)), alpha=0.95)
    c.restore()
    box(c, x, y, w, h, 6, None, WHITE, 18)
    box(c, x + w / 2 - 6, y, 12, h, 0, WHITE)
    box(c, x - 24, y + h, w + 48, 26, 6, WHITE, darker(SAND, 0.2), 3)
    for k in (-1, 1):
        for i in range(2):
            xx = x + (w / 2) + k * (w / 2 + 6 - i * 44)
            s = 8 * wobble(t, i + k, 0.6)
            blob(c, [(xx - 26, y - 30), (xx + 26, y - 30), (xx + 30 + s, y + h - 40),
                     (xx - 22 + s, y + h - 40)], lighter("#E8A78D", 0.25 * i),
                 darker("#E8A78D", 0.12), 2)


def table(c, cam, t, eggs=True):
    with cam.layer(c, 1.05):
        box(c, -300, 906, 2520, 330, 0, "#C79A68", darker("#C79A68", 0.2), 4)
        box(c, -300, 890, 2520, 40, 12, "#DDB683", darker("#C79A68", 0.15), 3)
        steam(c, 1330, 800, t, 1.0)
        cup(c, 1330, 906, 1.15, "#DCEBE5")
        if eggs:
            egg_box(c, 330, 912, 1.25)


# ---- the warning line -------------------------------------------------------------------------

def line_desk(c, cam, t):
    """A calm office: plants, daylight, other desks. No emblem of any body."""
    whole(c, down(0, 1080, (0, "#DDEBEA"), (1, "#EEF3EA")))
    with cam.layer(c, 0.7):
        for i in range(4):
            box(c, -160 + i * 620, 90, 500, 380, 10, down(90, 470, (0, "#BFDDE4"), (1, "#F4F3E2")),
                WHITE, 14)
            box(c, 80 + i * 620, 90, 12, 380, 0, WHITE)
        for i in range(4):
            x = 120 + i * 560
            oval(c, x, 540 + 3 * math.sin(t + i), 46, 54, "#6C7E86")
            blob(c, [(x - 96, 760), (x - 80, 630), (x, 596), (x + 80, 630), (x + 96, 760)],
                 "#93B0C2")
            box(c, x + 66, 560, 150, 100, 8, "#5B7882")
        box(c, -400, 700, 3000, 600, 0, "#C8D8D4")
        box(c, -400, 692, 3000, 14, 0, WHITE)
    with cam.layer(c, 0.9):
        pot(c, 1840, 900, 1.3, "#7C9A92")
        bush(c, 1840, 760, 1.4, t, "#4E9168", 9, 4)


# ---- the courtyard ----------------------------------------------------------------------------

def _leafage(c, t, x, y, w, h, n, seed):
    for i in range(n):
        a, b = hash01(i * 3 + seed), hash01(i * 7 + seed * 2)
        px = x + w * a + 7 * wobble(t, i + seed, 0.8)
        py = y + h * b + 4 * wobble(t, i * 2 + seed, 0.7)
        oval(c, px, py, 78, 58, mix(mix("#C5472F", "#E08A3A", hash01(i + seed)), "#F0C060",
                                    0.25 * (i % 3)))


def courtyard(c, cam, t):
    whole(c, down(0, 1080, (0, "#CBE3E4"), (0.6, "#F3EBD3"), (1, "#E6D8B6")))
    with cam.layer(c, 0.4):
        for i in range(6):
            x = -260 + i * 400
            col = ("#E6D9C0", "#D6DFD6", "#EADFC9")[i % 3]
            box(c, x, 150, 330, 640, 6, col)
            for a in range(5):
                for b in range(6):
                    box(c, x + 26 + a * 60, 190 + b * 92, 34, 50, 3, mix(col, TEAL2, 0.22))
    with cam.layer(c, 0.6):
        box(c, -500, 690, 3000, 300, 0, "#9FBF9A")
        for i in range(12):
            oval(c, -200 + i * 230, 700, 150, 70, mix("#7FAF8B", "#98C09A", hash01(i)))
    with cam.layer(c, 0.85):
        box(c, -600, 800, 3400, 600, 0, "#D9C9A6")
        for i in range(16):
            curve(c, [(-500 + i * 230, 806), (-620 + i * 260, 1200)], darker("#D9C9A6", 0.1), 4)
        curve(c, [(960, 830), (950, 560), (975, 250)], "#7A573C", 74)
        curve(c, [(962, 470), (800, 300), (680, 240)], "#7A573C", 34)
        curve(c, [(968, 430), (1150, 280), (1290, 210)], "#7A573C", 34)
        _leafage(c, t, 300, -120, 1330, 350, 52, 3)
        for i in range(12):
            oval(c, 300 + 1400 * hash01(i * 5), 830 + 60 * hash01(i * 9), 20, 8,
                 ("#C5472F", "#E08A3A", "#F0C060")[i % 3], turn=i)
    with cam.layer(c, 0.95):
        for i in range(8):
            k = (t * 0.11 + hash01(i * 3.1)) % 1
            x = 200 + 1500 * hash01(i * 7) + 90 * math.sin(t * 1.2 + i * 2)
            oval(c, x, 180 + 720 * k, 17, 6 + 5 * abs(math.sin(t * 2 + i)),
                 ("#C5472F", "#E08A3A", "#F0C060")[i % 3], turn=t * 1.4 + i)


def stone_table(c, cam):
    """The table with the board, and Old Li's eggs."""
    with cam.layer(c, 1.04):
        blob(c, [(760, 1000), (1160, 1000), (1110, 1300), (810, 1300)], "#B6B2A4",
             darker("#B6B2A4", 0.2), 4)
        oval(c, 960, 960, 520, 110, darker("#C9C5B6", 0.2))
        oval(c, 960, 944, 520, 110, "#D6D2C3", darker("#C9C5B6", 0.2), 3)
        poly(c, [(690, 880), (1230, 880), (1300, 1000), (620, 1000)], "#E6C58F", "#8A5A30", 4)
        for i in range(1, 6):
            k = i / 6
            curve(c, [(690 + 540 * k, 880), (620 + 680 * k, 1000)], "#A97D52", 2)
        for i in range(1, 4):
            k = i / 4
            curve(c, [(690 - 70 * k, 880 + 120 * k), (1230 + 70 * k, 880 + 120 * k)], "#A97D52", 2)
        for x, y, word, red in ((760, 900, "車", False), (850, 930, "兵", True),
                                (990, 905, "卒", False), (1090, 950, "馬", True),
                                (900, 972, "炮", True), (1180, 910, "象", False),
                                (1040, 980, "兵", True)):
            chess_piece(c, x, y - 12, 36, word, red)
        egg_box(c, 1400, 975, 0.85)


# ---- the sea ----------------------------------------------------------------------------------

def sea(c, cam, t):
    whole(c, down(0, 1080, (0, "#BFE3E8"), (0.55, "#FDF1D3"), (1, "#FDF1D3")))
    with cam.layer(c, 0.15):
        glow(c, 620, 330, 620, "#FFF3C9", 0.9)
        oval(c, 620, 330, 84, 84, "#FFF8E0")
        for x, y, s in ((180, 160, 1.0), (1350, 120, 1.2), (1780, 250, 0.8)):
            for dx, dy, r in ((-70, 8, 40), (0, -8, 58), (70, 6, 44), (25, 16, 60)):
                oval(c, x + t * 8 + dx * s, y + dy * s, r * 1.5 * s, r * 0.6 * s, WHITE, alpha=0.8)
    with cam.layer(c, 0.3):
        box(c, -500, 560, 3000, 700, 0, down(560, 1000, (0, "#6FBFC8"), (1, "#2C8B96")))
        poly(c, [(540, 560), (700, 560), (860, 1000), (380, 1000)], "#FFF4CC", alpha=0.22)
        for i in range(26):
            y = 578 + 300 * hash01(i * 3) ** 1.4
            x = 2100 * hash01(i * 11) - 80 + 14 * math.sin(t * 0.8 + i)
            w = 30 + 90 * (y - 560) / 300
            curve(c, [(x - w, y), (x, y - 4 - 3 * math.sin(t * 1.6 + i)), (x + w, y)], WHITE, 3.5,
                  0.35 + 0.3 * math.sin(t * 1.3 + i * 2))
        k = 40 * math.sin(t * 0.12)
        with at(c, 1180 + k, 576 + 4 * math.sin(t * 1.1), 1, 0.03 * math.sin(t)):
            poly(c, [(-70, -10), (80, -10), (56, 22), (-48, 22)], "#B5573C")
            poly(c, [(0, -16), (0, -150), (66, -22)], WHITE)
            poly(c, [(-8, -22), (-8, -120), (-52, -22)], lighter(HONEY, 0.5))
    with cam.layer(c, 0.4):
        for i in range(4):
            x = 300 + t * 60 + i * 120
            y = 230 - i * 40 + 24 * math.sin(t * 0.9 + i)
            f = math.sin(t * 6 + i * 2) * 16
            curve(c, [(x - 40, y - f), (x - 16, y - 10), (x, y), (x + 16, y - 10), (x + 40, y - f)],
                  WHITE, 6)
    with cam.layer(c, 0.7):
        blob(c, [(-600, 960), (200, 900 + 8 * math.sin(t * 1.4)), (900, 930),
                 (1500, 890 + 8 * math.sin(t * 1.4 + 1)), (2500, 920), (2500, 1400), (-600, 1400)],
             WHITE, alpha=0.85)
        blob(c, [(-600, 990), (200, 940), (900, 965), (1500, 930), (2500, 955), (2500, 1400),
                 (-600, 1400)], "#F0DDB0")


def railing(c, cam):
    """In front of those who look at us from the promenade."""
    with cam.layer(c, 1.05):
        for i in range(12):
            box(c, -220 + i * 200, 930, 20, 300, 6, WHITE, darker(SAND, 0.25), 3)
        box(c, -400, 912, 2800, 32, 12, WHITE, darker(SAND, 0.25), 3)
