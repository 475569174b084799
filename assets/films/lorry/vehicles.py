# SPDX-License-Identifier: MIT
"""The lorry from the front, from its side and from above, and a car. No make of either exists."""

import math

from stage import (AMBER, HONEY, INK, MAPLE, TEAL, TEAL2, WHITE, at, blob, box, curve, darker, glow,
                   mix, oval, poly, text)

CAB, CARGO = "#2F7D78", "#F1E6CF"


def blink(t):
    """Whether the indicator is lit."""
    return 1.0 if (t % 0.76) < 0.4 else 0.0


def _leaf_mark(c, x, y, s):
    """A maple leaf of our own on the side."""
    with at(c, x, y, s):
        poly(c, [(0, -60), (14, -30), (40, -42), (34, -14), (62, -4), (36, 14), (40, 36), (8, 30),
                 (0, 60), (-8, 30), (-40, 36), (-36, 14), (-62, -4), (-34, -14), (-40, -42),
                 (-14, -30)], MAPLE)


def lorry_front(c, t, on, steer=0.0, driver=None):
    """From the front; the ground between the wheels is the origin, 400 wide, 560 high."""
    oval(c, 0, 4, 250, 26, INK, alpha=0.25)
    for k in (-1, 1):
        with at(c, k * 150, -52):
            c.scale(0.56 + 0.1 * abs(steer), 1)
            oval(c, 0, 0, 68, 62, "#23282B", INK, 3)
            if steer:
                oval(c, -k * 8 + 14 * steer, 0, 26, 30, "#8E989B")
    box(c, -214, -570, 428, 130, 18, CARGO, darker(CARGO, 0.25), 4)
    box(c, -200, -500, 400, 440, 30, CAB, darker(CAB, 0.3), 5)
    poly(c, [(-176, -450), (176, -450), (184, -270), (-184, -270)], "#CFE4E6", darker(CAB, 0.4), 6)
    if driver:
        c.save()
        c.new_path()
        for p in ((-176, -450), (176, -450), (184, -270), (-184, -270)):
            c.line_to(*p)
        c.clip()
        driver(c)
        c.restore()
    poly(c, [(-120, -446), (-70, -446), (-110, -274), (-164, -274)], WHITE, alpha=0.3)
    box(c, -150, -240, 300, 92, 14, darker(CAB, 0.18))
    for i in range(3):
        box(c, -132, -226 + i * 26, 264, 12, 6, darker(CAB, 0.4))
    oval(c, 0, -194, 26, 26, HONEY, darker(AMBER, 0.2), 3)
    box(c, -208, -140, 416, 74, 16, "#D9DEDB", darker("#D9DEDB", 0.3), 4)
    for k in (-1, 1):
        oval(c, k * 150, -104, 34, 27, WHITE, darker(CAB, 0.3), 4)
        box(c, k * 224 - 20, -420, 40, 96, 12, "#26363A", INK, 3)
        curve(c, [(k * 196, -380), (k * 214, -380)], INK, 8)
        lit = on if k < 0 else 0.0
        box(c, k * 192 - 15, -150, 30, 44, 8, mix("#9A6A1E", "#FFB52E", lit), darker(AMBER, 0.3), 3)
        if lit:
            glow(c, k * 192, -128, 190, "#FFB52E", 0.85)


def wheel(c, x, y, r, turn):
    oval(c, x, y, r, r, "#23282B", INK, 4)
    oval(c, x, y, r * 0.58, r * 0.58, "#AEB7B8", "#6C777A", 4)
    oval(c, x, y, r * 0.22, r * 0.22, "#6C777A")
    for i in range(6):
        a = turn + i * math.pi / 3
        oval(c, x + r * 0.4 * math.cos(a), y + r * 0.4 * math.sin(a), r * 0.07, r * 0.07, "#4E5A5E")


def lorry_side(c, x, y, s, roll, t):
    """From its left side, driving left; (x, y) is the ground under the front axle."""
    with at(c, x, y, s):
        oval(c, 560, 6, 900, 22, INK, alpha=0.25)
        box(c, 60, -150, 1330, 46, 6, "#3A464A")
        box(c, 150, -640, 1270, 510, 12, CARGO, darker(CARGO, 0.25), 5)
        for i in range(9):
            curve(c, [(250 + i * 130, -626), (250 + i * 130, -146)], darker(CARGO, 0.1), 4)
        box(c, 150, -240, 1270, 40, 0, TEAL2)
        _leaf_mark(c, 520, -430, 1.7)
        text(c, "枫叶货运", 960, -390, 130, TEAL, True)
        blob(c, [(-160, -130), (-172, -300), (-140, -420), (-96, -540), (60, -556), (136, -550),
                 (136, -120), (-150, -110)], CAB, darker(CAB, 0.3), 5)
        poly(c, [(-124, -330), (-78, -500), (70, -506), (70, -330)], "#CFE4E6", darker(CAB, 0.4), 5)
        poly(c, [(-60, -500), (-20, -502), (-60, -332), (-106, -332)], WHITE, alpha=0.35)
        box(c, 20, -296, 54, 14, 6, darker(CAB, 0.4))
        box(c, -170, -420, 30, 110, 10, "#26363A", INK, 3)
        for wx in (0, 1050, 1240):
            wheel(c, wx, -84, 86, -roll / 86)


def car_side(c, x, y, s, colour, roll, way=1):
    """A car that drives right (way 1) or left; the ground under its middle."""
    with at(c, x, y, s):
        c.scale(way, 1)
        oval(c, 0, 6, 240, 16, INK, alpha=0.22)
        blob(c, [(-230, -40), (-222, -110), (-150, -128), (-84, -196), (70, -196), (140, -128),
                 (224, -104), (234, -40)], colour, darker(colour, 0.3), 4)
        poly(c, [(-122, -126), (-70, -180), (-6, -180), (-6, -126)], "#CFE4E6")
        poly(c, [(10, -126), (10, -180), (60, -180), (112, -126)], "#CFE4E6")
        oval(c, 222, -84, 14, 12, "#FFF3C9")
        for wx in (-132, 136):
            wheel(c, wx, -42, 44, roll / 44)


def lorry_top(c, on, steer):
    """From above, its front axle at the origin, driving along +x. One metre is 62 units."""
    m = 62.0
    w = 1.25 * m
    box(c, -7.7 * m + 8, -w + 10, 9.1 * m, 2 * w, 14, INK, alpha=0.18)
    for x in (0.0, -5.2 * m):
        for k in (-1, 1):
            with at(c, x, k * (w - 10), 1, steer if x == 0.0 else 0.0):
                box(c, -30, -13, 60, 26, 7, "#23282B")
    box(c, -0.8 * m, -w, 2.2 * m, 2 * w, 22, CAB, darker(CAB, 0.3), 4)
    poly(c, [(0.85 * m, -w + 14), (1.25 * m, -w + 22), (1.25 * m, w - 22), (0.85 * m, w - 14)],
         "#CFE4E6", darker(CAB, 0.3), 3)
    for k in (-1, 1):
        box(c, 0.9 * m, k * (w + 8) - 7, 14, 14, 5, "#26363A")
    box(c, -7.6 * m, -w - 2, 6.9 * m, 2 * w + 4, 8, CARGO, darker(CARGO, 0.25), 4)
    for i in range(6):
        curve(c, [(-7.2 * m + i * 68, -w + 6), (-7.2 * m + i * 68, w - 6)], darker(CARGO, 0.1), 4)
    _leaf_mark(c, -4.2 * m, 0, 0.9)
    if on:
        for x in (1.3 * m, -7.5 * m):
            glow(c, x, w - 4, 80, "#FFB52E", 0.9)
            oval(c, x, w - 6, 10, 10, "#FFB52E")


def walker_light(c, t, green, walk=0.0):
    """The light for people on foot, close: two lamps, 420 x 820, the middle at the origin."""
    box(c, -30, 380, 60, 700, 6, "#5F6C6E")
    box(c, -210, -410, 420, 820, 60, "#2B3639", INK, 6)
    for y, colour, lit in ((-195, "#E2463A", 1 - green), (195, "#46C07C", green)):
        box(c, -178, y - 178, 356, 356, 40, "#171F21")
        if lit > 0.02:
            glow(c, 0, y, 420, colour, 0.45 * lit)
        col = mix("#222D2F", colour, max(0.12, lit))
        _lamp_man(c, 0, y, col, walk if y > 0 else None)
        for i in range(9):
            box(c, -178, y - 172 + i * 40, 356, 5, 0, "#171F21", alpha=0.35)


def _lamp_man(c, x, y, colour, walk):
    with at(c, x, y):
        oval(c, 0, -108, 30, 30, colour)
        box(c, -30, -72, 60, 112, 26, colour)
        if walk is None:
            for k in (-1, 1):
                curve(c, [(k * 34, -54), (k * 40, 36)], colour, 22)
                curve(c, [(k * 16, 30), (k * 16, 138)], colour, 28)
        else:
            a = math.sin(walk * 9)
            for k in (-1, 1):
                curve(c, [(0, -54), (k * 52 * a, 30)], colour, 22)
                curve(c, [(0, 26), (k * 34 * a, 84), (k * 62 * a, 138)], colour, 28)

